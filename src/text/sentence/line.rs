//! The signs that may end a sentence inside one paragraph, and whether they do. Invariant: each question looks at the
//! sign's own word and at the blanks around it, so a long line costs no more than its length.

use crate::text::character::{
    digit_value, is_arabic_letter, is_blank, is_invisible, is_letter, is_mark, is_tatweel,
};
use crate::text::fold::fold_plain;

/// Latin abbreviations that a sentence goes on after; single letters need no list.
const ABBREVIATIONS: [&str; 14] = [
    "art", "cf", "dr", "mm", "mme", "mr", "mrs", "ms", "no", "pp", "prof", "st", "vol", "vs",
];

/// One paragraph; places in it are bytes.
pub(super) struct Line<'text> {
    text: &'text str,
}

/// A run of ending signs: the sentence's first character, the run, and the first character after it and its closers.
pub(super) struct Sign {
    sentence: usize,
    start: usize,
    end: usize,
    pub(super) after: usize,
}

impl<'text> Line<'text> {
    pub(super) const fn of(text: &'text str) -> Self {
        Self { text }
    }

    pub(super) const fn len(&self) -> usize {
        self.text.len()
    }

    fn at(&self, place: usize) -> Option<char> {
        self.text.get(place..)?.chars().next()
    }

    fn before(&self, place: usize) -> Option<char> {
        self.text.get(..place)?.chars().next_back()
    }

    /// How many bytes of the characters from `place` on satisfy `belongs`.
    fn run(&self, place: usize, belongs: impl Fn(char) -> bool) -> usize {
        let rest = self.text.get(place..).unwrap_or_default();
        rest.find(|character| !belongs(character))
            .unwrap_or(rest.len())
    }

    /// How many bytes of the characters right before `place`, not before `floor`, satisfy `belongs`.
    fn run_before(&self, floor: usize, place: usize, belongs: impl Fn(char) -> bool) -> usize {
        let before = self.text.get(floor..place).unwrap_or_default();
        before.len() - before.trim_end_matches(belongs).len()
    }

    /// The next sign from `place` on that can end the sentence, with the signs of its run. Only the few bytes that can
    /// begin one are looked at.
    pub(super) fn next_sign(&self, sentence: usize, place: usize) -> Option<Sign> {
        let bytes = self.text.as_bytes();
        let may_begin = |place: &usize| match bytes.get(*place) {
            Some(b'.' | b'!' | b'?' | 0xC2 | 0xCE | 0xDB | 0xE2 | 0xEF) => true,
            // Half the letters of Arabic begin so, and the question mark.
            Some(0xD8) => bytes.get(*place + 1) == Some(&0x9F),
            _ => false,
        };
        let candidates = (place..bytes.len()).filter(may_begin);
        let is_sign = |place: &usize| self.at(*place).is_some_and(is_ending);
        let start = { candidates }.find(is_sign)?;
        let end = start + self.run(start, is_ending);
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
        let is_single_stop = first == '.' && sign.end == sign.start + 1;
        if is_single_stop && self.is_abbreviation_or_item(sign) {
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
        let letters = self.text.get(word..sign.start).unwrap_or_default();
        let mut letters = letters.chars().filter(|letter| is_letter(*letter));
        match [letters.next(), letters.next(), letters.next()] {
            [None, ..] => false,
            [Some(_), None, _] => !self.is_era(sign.sentence, word),
            // «وأ.» is «و» and an initial.
            [Some('و'), Some(_), None] => true,
            _ => self.is_listed_abbreviation(word, sign.start),
        }
    }

    fn is_listed_abbreviation(&self, start: usize, end: usize) -> bool {
        let word = self.text.get(start..end).unwrap_or_default();
        word.chars().take(5).count() <= 4 && ABBREVIATIONS.contains(&&*fold_plain(word))
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

const fn is_ending(character: char) -> bool {
    is_full_stop(character) || is_middle_dot(character)
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
