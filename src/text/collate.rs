//! The order of index lists, as Arabic libraries file: word by word, blind to vowels, forms of hamza and punctuation,
//! the article of the first word passed over; numbers first, by value, then Arabic, Latin, the rest. Invariant: the
//! heading letter of a text is that of its sort key, so sorting by key never tears a heading apart.

use crate::text::character::{Script, script_of};
use crate::text::clitic::strip_article;
use crate::text::fold::fold_plain;
use crate::text::number::parse_digits;
use crate::text::token::{Token, TokenKind, words};

/// A key whose byte order is the order of the index.
#[must_use]
pub fn sort_key(text: &str) -> String {
    let keys: Vec<String> = words(text)
        .enumerate()
        .map(|(index, word)| word_key(text, word, index == 0))
        .collect();
    keys.join(" ")
}

/// The words of a name in the form in which two names are compared: folded, without the article.
pub fn compared_words(text: &str) -> impl Iterator<Item = String> {
    words(text).map(|word| {
        let written = word.span.slice(text);
        let folded = fold_plain(written);
        match may_have_article(written) {
            true => strip_article(&folded).to_owned(),
            false => folded,
        }
    })
}

/// The letter under which an index lists `text`: an Arabic letter, a Latin capital, or `#` for all else.
#[must_use]
pub fn index_letter(text: &str) -> char {
    let Some(word) = words(text).next() else {
        return '#';
    };
    let key = word_key(text, word, true);
    let mut characters = key.chars();
    match (characters.next(), characters.next()) {
        (Some(ARABIC), Some(letter)) => letter,
        (Some(LATIN), Some(letter @ 'a'..='z')) => letter.to_ascii_uppercase(),
        _ => '#',
    }
}

const NUMBER: char = '1';
const ARABIC: char = '2';
const LATIN: char = '3';
const OTHER: char = '4';

/// The key of one word: the rank of its kind, then the word in the form that sorts.
fn word_key(text: &str, word: Token, is_first: bool) -> String {
    let written = word.span.slice(text);
    let folded = fold_plain(written);
    match word.kind {
        TokenKind::Number => match parse_digits(written) {
            Some(value) => format!("{NUMBER}{value:020}"),
            None => format!("{NUMBER}{folded}"),
        },
        TokenKind::Word | TokenKind::Punctuation | TokenKind::Space => {
            match folded.chars().next().map(script_of) {
                Some(Script::Arabic) if is_first && may_have_article(written) => {
                    arabic_key(strip_article(&folded))
                }
                Some(Script::Arabic) => arabic_key(&folded),
                Some(Script::Latin) => format!("{LATIN}{folded}"),
                Some(Script::Other) | None => format!("{OTHER}{folded}"),
            }
        }
    }
}

/// A hamza at the head files with alef, as its carriers do once folded.
fn arabic_key(folded: &str) -> String {
    match folded.strip_prefix('ء') {
        Some(rest) => format!("{ARABIC}ا{rest}"),
        None => format!("{ARABIC}{folded}"),
    }
}

/// Whether the word as written can begin with the article: an alef with hamza or madda never does.
fn may_have_article(written: &str) -> bool {
    !written.starts_with(['أ', 'إ', 'آ'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, proptest};

    use super::{index_letter, sort_key};

    #[test]
    fn names_are_filed_as_in_a_library() {
        let mut names = [
            "ZOOM",
            "وفاء",
            "الوحدة",
            "بيت أبيض",
            "بيتنا",
            "«البيت»",
            "ألمانيا",
            "الأمل",
            "٢٠ فبراير",
            "9 أيار",
            "Été",
            "هند",
        ];
        names.sort_by_cached_key(|name| sort_key(name));
        let filed: Vec<_> = names
            .iter()
            .map(|name| format!("{} {name}", index_letter(name)))
            .collect();
        assert_eq!(
            filed,
            [
                "# 9 أيار",
                "# ٢٠ فبراير",
                "ا ألمانيا",
                "ا الأمل",
                "ب «البيت»",
                "ب بيت أبيض",
                "ب بيتنا",
                "ه هند",
                "و الوحدة",
                "و وفاء",
                "E Été",
                "Z ZOOM",
            ]
        );
        assert_eq!(
            ["", "…", "Жук", "الله"].map(index_letter),
            ['#', '#', '#', 'ا']
        );
    }

    proptest! {
        #[test]
        fn headings_are_never_torn_apart(texts in proptest::collection::vec(any::<String>(), 0..12)) {
            let mut filed: Vec<_> = texts.iter().map(|text| (sort_key(text), index_letter(text))).collect();
            filed.sort();
            let mut letters: Vec<_> = filed.iter().map(|(_, letter)| *letter).filter(|letter| letter.is_alphabetic()).collect();
            letters.dedup();
            let count = letters.len();
            letters.sort_unstable();
            letters.dedup();
            prop_assert!(letters.len() == count);
        }
    }
}
