//! The place a dispatch was sent from («مسقط - وكالة …»), where the text says in which hall the event was held and not in
//! which city: then the city is the reporter's.

use crate::analysis::Mention;
use crate::analysis::country::{Named, is_dash};
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::rank::Ranks;
use crate::analysis::reading::Reading;
use crate::text::token::TokenKind;

use super::locative::is_called_as_its_capital;

/// How many sentences from the front may be the head of a dispatch.
const HEAD: usize = 6;

/// The index, among the names, of the place that the dispatch was sent from.
pub(super) fn find(
    reading: &Reading<'_>,
    marks: &Marks,
    named: &[Named],
    ranks: &Ranks,
) -> Option<Mention<usize>> {
    if !has_hall(reading, marks, ranks) && !is_of_the_day(reading, marks, ranks) {
        return None;
    }
    let is_head = |name: &Named| {
        let sentence = reading.sentence(name.first_word);
        let opens = reading.opens_sentence(name.first_word);
        let next = name.last_word + 1;
        let sign = reading.folded(next);
        let closes_line = closes_line(reading, name);
        (opens || closes_line)
            && sentence.is_some_and(|sentence| sentence < HEAD)
            && ranks
                .at(reading, name.first_word)
                .is_none_or(|rank| rank <= 1)
            && (name.class.is_city() || is_called_as_its_capital(reading, name))
            && (closes_line
                || is_dash(reading, next)
                || matches!(sign, ":" | "(" | "،" | "_" | "ـ")
                || (sign == "في" && reading.is(next + 1, TokenKind::Number)))
    };
    let (index, name) = named.iter().enumerate().find(|(_, name)| is_head(name))?;
    Some(Mention {
        value: index,
        span: reading.span(name.first_word, name.last_word),
        confidence: 0.5,
    })
}

/// «مرصد … - بغداد»: a short line that ends with a dash and the place.
fn closes_line(reading: &Reading<'_>, name: &Named) -> bool {
    let own = reading.sentence(name.first_word);
    let is_last = reading.sentence(name.last_word + 1) != own;
    let before = name.first_word.checked_sub(1);
    let is_behind_dash =
        before.is_some_and(|before| is_dash(reading, before) && reading.sentence(before) == own);
    // A line, not the end of a paragraph.
    let is_short = name
        .first_word
        .checked_sub(6)
        .is_none_or(|far| reading.sentence(far) != own);
    is_last && is_behind_dash && is_short
}

/// Whether the lead tells of a meeting or a signing that was held on the day of the dispatch or the one before.
fn is_of_the_day(reading: &Reading<'_>, marks: &Marks, ranks: &Ranks) -> bool {
    const HELD: [Class; 2] = [Class::Hold, Class::Sign];
    const EVENT: [Class; 4] = [
        Class::Meeting,
        Class::Conference,
        Class::Charter,
        Class::Statement,
    ];
    let is_lead = |word: &usize| ranks.at(reading, *word) == Some(0);
    let lead = || (0..reading.words.len()).filter(is_lead);
    let is_day = |word: usize| matches!(reading.letters(word), "اليوم" | "امس");
    let is_held = lead().any(|word| marks.at(word).has_any(&HELD))
        && lead().any(|word| marks.at(word).has_any(&EVENT));
    let is_elected = || lead().any(|word| marks.at(word).has(Class::Elect));
    (is_held || is_elected()) && lead().any(is_day)
}

/// Whether one of the first sentences names a hall or a house with a word of the event.
fn has_hall(reading: &Reading<'_>, marks: &Marks, ranks: &Ranks) -> bool {
    const EVENT: [Class; 5] = [
        Class::Hold,
        Class::Present,
        Class::Meeting,
        Class::Conference,
        Class::Found,
    ];
    let is_front = |word: &usize| ranks.at(reading, *word).is_some_and(|rank| rank <= 1);
    let is_hall = |word: usize| {
        let folded = reading.letters(word);
        let is_inside = folded.starts_with('ب')
            || matches!(reading.before(word, 1), "في" | "علي" | "داخل")
            || word
                .checked_sub(1)
                .is_some_and(|verb| marks.at(verb).has_any(&[Class::Hold, Class::Present]));
        is_inside && marks.at(word).has(Class::Site)
    };
    let is_told = |word: usize| {
        (word.saturating_sub(25)..word + 12).any(|place| {
            reading.sentence(place) == reading.sentence(word) && marks.at(place).has_any(&EVENT)
        })
    };
    (0..reading.words.len())
        .filter(is_front)
        .any(|word| is_hall(word) && is_told(word))
}
