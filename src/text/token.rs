//! Words, numbers, punctuation and space. Invariant: the tokens of a text, joined, are the text; a word holds letters
//! of one script, with their marks and tatweel, and a number holds digits of one kind.

use crate::text::character::{
    Script, digit_kind, is_blank, is_invisible, is_letter, is_mark, is_plain_arabic, is_tatweel,
    script_of,
};
use crate::text::span::Span;

/// One token and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token {
    /// Where the token stands in the text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters of one script with their marks and tatweel; controls between two letters are inside it.
    Word,
    /// Digits of one kind, with `.` `,` `٫` `٬` between them.
    Number,
    /// One sign, or the same sign repeated.
    Punctuation,
    /// White space and characters without width.
    Space,
}

/// The tokens of `text`, in order and without gaps.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    tokens_of(text).collect()
}

/// The words and numbers of `text`, in order.
pub fn words(text: &str) -> impl Iterator<Item = Token> {
    tokens_of(text).filter(|token| match token.kind {
        TokenKind::Word | TokenKind::Number => true,
        TokenKind::Punctuation | TokenKind::Space => false,
    })
}

fn tokens_of(text: &str) -> impl Iterator<Item = Token> {
    let mut offset = 0;
    std::iter::from_fn(move || {
        let rest = text.get(offset..)?;
        let (kind, length) = read_token(rest)?;
        let span = Span::new(offset, offset + length);
        offset = span.end;
        Some(Token { span, kind })
    })
}

/// The kind and the length of the token at the beginning of `rest`; nothing at the end of the text.
fn read_token(rest: &str) -> Option<(TokenKind, usize)> {
    let first = rest.chars().next()?;
    if is_plain_arabic(first) {
        return Some((TokenKind::Word, word_length(rest)));
    }
    if is_blank(first) {
        return Some((TokenKind::Space, length_while(rest, is_blank)));
    }
    if digit_kind(first).is_some() {
        return Some((TokenKind::Number, number_length(rest)));
    }
    let attached = length_while(rest, is_attached);
    let body = rest.get(attached..).unwrap_or("");
    if body.starts_with(is_letter) {
        return Some((TokenKind::Word, attached + word_length(body)));
    }
    if attached > 0 {
        return Some((TokenKind::Punctuation, attached));
    }
    Some((
        TokenKind::Punctuation,
        length_while(rest, |character| character == first),
    ))
}

fn length_while(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|character| !belongs(character))
        .unwrap_or(text.len())
}

fn is_attached(character: char) -> bool {
    is_mark(character) || is_tatweel(character)
}

/// The length of the word at the beginning of `text`, which begins with a letter.
fn word_length(text: &str) -> usize {
    let script = text.chars().next().map(script_of);
    let mut end = if script == Some(Script::Arabic) {
        plain_length(text)
    } else {
        0
    };
    let begun = end;
    for (start, character) in text.get(begun..).unwrap_or_default().char_indices() {
        let start = begun + start;
        if is_attached(character) || (is_letter(character) && Some(script_of(character)) == script)
        {
            end = start + character.len_utf8();
        } else if !is_invisible(character) {
            break;
        }
    }
    end
}

/// The bytes of the plain letters of Arabic, [`is_plain_arabic`], that `text` begins with. Each takes two.
fn plain_length(text: &str) -> usize {
    let pairs = text.as_bytes().chunks_exact(2);
    let is_plain = |pair: &&[u8]| matches!(pair, [0xD8, 0xA0..=0xBF] | [0xD9, 0x81..=0x8A]);
    2 * pairs.take_while(is_plain).count()
}

/// The length of the number at the beginning of `text`, which begins with a digit.
fn number_length(text: &str) -> usize {
    let kind = text.chars().next().and_then(digit_kind);
    let mut end = 0;
    let mut may_separate = true;
    for (start, character) in text.char_indices() {
        if digit_kind(character).is_some() && digit_kind(character) == kind {
            end = start + character.len_utf8();
            may_separate = true;
        } else if matches!(character, '.' | ',' | '٫' | '٬') && may_separate {
            may_separate = false;
        } else if !is_invisible(character) {
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::{TokenKind, plain_length, tokens, words};
    use crate::text::character::is_plain_arabic;
    use crate::text::fold::fold_plain;

    fn shown(text: &str) -> String {
        let show = |token: super::Token| {
            let mark = match token.kind {
                TokenKind::Word => "w",
                TokenKind::Number => "n",
                TokenKind::Punctuation => "p",
                TokenKind::Space => "s",
            };
            format!("{mark}[{}]", token.span.slice(text))
        };
        tokens(text).into_iter().map(show).collect()
    }

    #[test]
    fn kinds_and_borders() {
        let table = [
            ("دخلَ ١٢ طالبًا.", "w[دخلَ]s[ ]n[١٢]s[ ]w[طالبًا]p[.]"),
            (
                "1,250.5 و٣٫٥، 7.",
                "n[1,250.5]s[ ]w[و]n[٣٫٥]p[،]s[ ]n[7]p[.]",
            ),
            ("عبرZoom20", "w[عبر]w[Zoom]n[20]"),
            ("12٣", "n[12]n[٣]"),
            ("1..2", "n[1]p[..]n[2]"),
            ("''قـمر''", "p['']w[قـمر]p['']"),
            ("ـنهر ــ", "w[ـنهر]s[ ]p[ــ]"),
            ("سُوق\u{200F} x\u{200C}y", "w[سُوق]s[\u{200F} ]w[x\u{200C}y]"),
        ];
        for (text, expected) in table {
            assert_eq!(shown(text), expected);
        }
        assert_eq!(words("يوم 3، نعم").count(), 3);
    }

    #[test]
    fn plain_letters_are_told_by_their_bytes() {
        for character in '\0'..=char::MAX {
            let text = character.to_string();
            let length = if is_plain_arabic(character) { 2 } else { 0 };
            assert_eq!(plain_length(&text), length, "{character:?}");
        }
        assert_eq!(plain_length("سوق الشام"), "سوق".len());
    }

    #[test]
    fn every_word_has_a_folded_form() {
        for character in '\0'..=char::MAX {
            let text = character.to_string();
            let is_lost =
                words(&text).any(|word| fold_plain(word.span.slice(&text)).trim().is_empty());
            assert!(!is_lost, "U+{:04X}", u32::from(character));
        }
    }

    proptest! {
        #[test]
        fn joined_tokens_are_the_text(text in "(\\PC|[\u{0600}-\u{06FF}\u{200C}\u{200F}0-9., a-z]){0,60}") {
            let mut end = 0;
            for token in tokens(&text) {
                prop_assert!(token.span.start == end && !token.span.slice(&text).is_empty());
                end = token.span.end;
            }
            prop_assert_eq!(end, text.len());
        }
    }
}
