//! The place under a communiqué: «حرر بـ… في …», «صدر في …», or a short last line of a place and a date. Weaker than any
//! sentence that tells where those who signed it met.

use crate::analysis::Mention;
use crate::analysis::country::Named;
use crate::analysis::reading::Reading;
use crate::text::token::TokenKind;

/// How many of the last sentences may be a signature.
const TAIL: usize = 6;

/// How many words a line of place and date has at most.
const LINE: usize = 9;

/// The index, among the names, of the place under the text.
pub(super) fn find(reading: &Reading<'_>, named: &[Named]) -> Option<Mention<usize>> {
    let first = reading.sentences.len().saturating_sub(TAIL);
    let mut places = named.iter().enumerate().filter(|(_, name)| {
        name.class.is_city()
            && reading
                .sentence(name.first_word)
                .is_some_and(|sentence| sentence >= first)
    });
    let (index, name, first_word) = places.find_map(|(index, name)| {
        let before = reading.before(name.first_word, 1);
        let verb = if before == "في" { 2 } else { 1 };
        let is_written = matches!(
            reading.before(name.first_word, verb),
            "حرر" | "وحرر" | "صدر" | "وصدر" | "حررت" | "كتب"
        );
        let start = name.first_word.saturating_sub(verb);
        if is_written {
            return Some((index, name, start));
        }
        is_place_and_date(reading, name).then_some((index, name, name.first_word))
    })?;
    Some(Mention {
        value: index,
        span: reading.span(first_word, name.last_word),
        confidence: if first_word == name.first_word {
            0.45
        } else {
            0.6
        },
    })
}

/// Whether the name opens a short line that goes on with figures («أكادير في 3 ماي 2012»), or ends one above a line of
/// figures («… – الدمازين»).
fn is_place_and_date(reading: &Reading<'_>, name: &Named) -> bool {
    let sentence = reading.sentence(name.first_word);
    let next = name.last_word + 1;
    let ends = reading.sentence(next) != sentence
        && reading.sentence(name.first_word.saturating_sub(LINE)) != sentence;
    let dated = (next..next + LINE)
        .take_while(|word| reading.sentence(*word) == reading.sentence(next))
        .filter(|word| reading.is(*word, TokenKind::Number))
        .count();
    if ends && dated >= 2 {
        return true;
    }
    let is_same = |word: &usize| reading.sentence(*word) == sentence;
    let line = (name.first_word..reading.words.len()).take_while(is_same);
    let (mut length, mut has_figures) = (0, false);
    for word in line.take(LINE + 1) {
        length += 1;
        has_figures |= reading.is(word, TokenKind::Number);
    }
    reading.opens_sentence(name.first_word) && has_figures && length <= LINE
}
