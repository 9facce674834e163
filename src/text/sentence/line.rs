//! The signs that may end a sentence inside one paragraph, and whether they do. Invariant: each question looks at the
//! sign's own word and at the blanks around it, so a long line costs no more than its length.

use crate::text::character::{
    digit_value, is_arabic_letter, is_blank, is_invisible, is_letter, is_mark, is_tatweel,
};
use crate::text::fold::fold_plain;
use crate::text::span::Span;

/// Latin abbreviations that a sentence goes on after; single letters need no list.
const ABBREVIATIONS: [&str; 14] = [
    "art", "cf", "dr", "mm", "mme", "mr", "mrs", "ms", "no", "pp", "prof", "st", "vol", "vs",
];

/// The characters of one paragraph with their byte offsets.
pub(super) struct Line {
    characters: Vec<(usize, char)>,
    length: usize,
}

/// A run of ending signs: the sentence's first character, the run, and the first character after it and its closers.
pub(super) struct Sign {
    sentence: usize,
    start: usize,
    end: usize,
    pub(super) after: usize,
}

impl Line {
    pub(super) fn of(text: &str) -> Self {
        Self {
            characters: text.char_indices().collect(),
            length: text.len(),
        }
    }

    /// How many characters the line has.
    pub(super) fn len(&self) -> usize {
        self.characters.len()
    }

    fn at(&self, index: usize) -> Option<char> {
        self.characters.get(index).map(|(_, character)| *character)
    }

    fn before(&self, index: usize) -> Option<char> {
        self.at(index.checked_sub(1)?)
    }

    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let offset = |index: usize| {
            self.characters
                .get(index)
                .map_or(self.length, |(offset, _)| *offset)
        };
        Span::new(offset(start), offset(end))
    }

    /// How many characters from `index` on satisfy `belongs`.
    fn run(&self, index: usize, belongs: impl Fn(char) -> bool) -> usize {
        let rest = self.characters.iter().skip(index);
        rest.take_while(|(_, character)| belongs(*character))
            .count()
    }

    /// How many characters right before `index`, not before `floor`, satisfy `belongs`.
    fn run_before(&self, floor: usize, index: usize, belongs: impl Fn(char) -> bool) -> usize {
        let before = self.characters.get(floor..index).unwrap_or_default();
        before
            .iter()
            .rev()
            .take_while(|(_, character)| belongs(*character))
            .count()
    }

    /// The next character from `index` on that can end a sentence. Letters between the two question marks of the Arabic
    /// block are most of a text and pass unasked.
    pub(super) fn mark_from(&self, index: usize) -> Option<usize> {
        let may_end = |character: char| {
            !matches!(character, '\u{0620}'..='\u{06D3}' | ' ')
                && (is_full_stop(character) || is_middle_dot(character))
        };
        let rest = self.characters.get(index..)?;
        let offset = rest.iter().position(|(_, character)| may_end(*character))?;
        Some(index + offset)
    }

    pub(super) fn sign_at(&self, sentence: usize, start: usize) -> Option<Sign> {
        let first = self.at(start)?;
        if !is_full_stop(first) && !is_middle_dot(first) {
            return None;
        }
        let end = start
            + self.run(start, |character| {
                is_full_stop(character) || is_middle_dot(character)
            });
        let closed = end
            + self.run(end, |character| {
                is_closer(character) || is_invisible(character)
            });
        let quoted = closed
            + self.run(closed, |character| {
                is_straight_quote(character) || is_closer(character)
            });
        // A straight quote closes unless a word follows it at once: then it opens the next sentence.
        let opens_next = self.at(quoted).is_some_and(char::is_alphanumeric);
        Some(Sign {
            sentence,
            start,
            end,
            after: if opens_next { closed } else { quoted },
        })
    }

    pub(super) fn ends_sentence(&self, sign: &Sign) -> bool {
        let (Some(first), Some(previous)) = (self.at(sign.start), self.before(sign.start)) else {
            return false;
        };
        let Some(next) = self.at(sign.after) else {
            return true;
        };
        if sign.start == sign.sentence || is_opener(previous) {
            return false;
        }
        let is_single = sign.end == sign.start + 1;
        if is_single && first == '.' && self.is_abbreviation_or_item(sign) {
            return false;
        }
        if is_middle_dot(first) && is_blank(previous) {
            return false;
        }
        if is_blank(next) {
            return !(first == '.' && self.goes_on_in_lower_case(sign.after));
        }
        let is_after_word = !is_blank(previous) && digit_value(previous).is_none();
        match first {
            '؟' => is_letter(next) || is_opener(next) || is_straight_quote(next),
            _ => {
                is_after_word
                    && (is_arabic_letter(next) || is_opener(next) || is_straight_quote(next))
            }
        }
    }

    /// Whether the stop at `sign` belongs to an abbreviation or to the number of a list item.
    fn is_abbreviation_or_item(&self, sign: &Sign) -> bool {
        let digits = self.run_before(sign.sentence, sign.start, |character| {
            digit_value(character).is_some()
        });
        if digits > 0 {
            let number = sign.start - digits;
            return self.run_before(sign.sentence, number, is_blank) == number - sign.sentence;
        }
        let is_of_word =
            |character| is_letter(character) || is_mark(character) || is_tatweel(character);
        let word = sign.start - self.run_before(sign.sentence, sign.start, is_of_word);
        let letters = self.characters.get(word..sign.start).unwrap_or_default();
        let mut letters = letters
            .iter()
            .map(|(_, letter)| *letter)
            .filter(|letter| is_letter(*letter));
        match [letters.next(), letters.next(), letters.next()] {
            [None, ..] => false,
            [Some(_), None, _] => !self.is_era(sign.sentence, word),
            // «وأ.» is «و» and an initial.
            [Some('و'), Some(_), None] => true,
            _ => self.is_listed_abbreviation(word, sign.start),
        }
    }

    fn is_listed_abbreviation(&self, start: usize, end: usize) -> bool {
        let letters = self
            .characters
            .get(start..end)
            .filter(|letters| letters.len() <= 4)
            .unwrap_or_default();
        let word = fold_plain(
            &letters
                .iter()
                .map(|(_, letter)| *letter)
                .collect::<String>(),
        );
        ABBREVIATIONS.contains(&word.as_str())
    }

    /// Whether the one-letter word at `word` follows a number, as the era of a year does: «سنة 2011 م.».
    fn is_era(&self, sentence: usize, word: usize) -> bool {
        let number_end = word - self.run_before(sentence, word, is_blank);
        number_end > sentence
            && self
                .before(number_end)
                .is_some_and(|character| digit_value(character).is_some())
    }

    fn goes_on_in_lower_case(&self, index: usize) -> bool {
        self.at(index + self.run(index, is_blank))
            .is_some_and(char::is_lowercase)
    }
}

const fn is_full_stop(character: char) -> bool {
    matches!(
        character,
        '.' | '!' | '?' | '؟' | '…' | '۔' | '\u{FF01}' | '\u{FF1F}' | '\u{203C}' | '\u{2047}'
            ..='\u{2049}'
    )
}

const fn is_middle_dot(character: char) -> bool {
    matches!(character, '\u{00B7}' | '\u{0387}' | '\u{2219}' | '\u{22C5}')
}

const fn is_straight_quote(character: char) -> bool {
    matches!(character, '"' | '\'')
}

const fn is_closer(character: char) -> bool {
    matches!(
        character,
        '»' | '”' | '’' | '›' | ')' | ']' | '}' | '\u{FD3E}'
    )
}

const fn is_opener(character: char) -> bool {
    matches!(
        character,
        '«' | '“' | '„' | '‘' | '‹' | '(' | '[' | '{' | '\u{FD3F}'
    )
}
