//! The function of a person in the source's words: where it begins before the name and ends behind it. Invariant: a
//! function holds no verb of speech and no clause.

use crate::analysis::lexicon::cue::{Cue, Cues};
use crate::analysis::reading::Reading;
use crate::text::token::TokenKind;

/// The most words of a function behind a name.
const LONGEST: usize = 14;

/// The function that follows the name ending at `last`, as indexes of its first and last word.
#[must_use]
pub fn after(reading: &Reading<'_>, cues: &Cues, last: usize) -> Option<(usize, usize)> {
    let mut first = last + 1;
    if reading.folded(first) == "(" {
        // A by-name in brackets.
        let close = (first..first + 6).find(|place| reading.folded(*place) == ")");
        let opens = cues.has(first + 1, Cue::Office);
        if let Some(close) = close.filter(|_| !opens) {
            first = close + 1;
        }
    }
    if matches!(reading.folded(first), "\"" | "»" | "”" | "“" | "''") {
        first += 1;
    }
    if matches!(reading.folded(first), "،" | "," | "-" | "–" | "(" | "؛") {
        first += 1;
    }
    let told = cues.at(first);
    let word = reading.letters(first);
    let is_free = told.offset == 0
        || told.has_article && told.preposition.is_none() && word.starts_with("ال");
    let is_office = told.has(Cue::Office) || told.has(Cue::Honorific) && told.has_article;
    let is_near = reading.sentence(first) == reading.sentence(last);
    if !is_office || !is_free || !is_near || word.len() < 4 {
        return None;
    }
    let mut end = first;
    for place in first + 1..first + LONGEST {
        if reading.sentence(place) != reading.sentence(first) || ends(reading, cues, place) {
            break;
        }
        if reading.is(place, TokenKind::Word) {
            end = place;
        }
    }
    Some((first, end))
}

fn ends(reading: &Reading<'_>, cues: &Cues, place: usize) -> bool {
    if !reading.is(place, TokenKind::Word) {
        return !matches!(reading.folded(place), "\"" | "«" | "»" | "“" | "”" | "''")
            && !reading.is(place, TokenKind::Number);
    }
    let told = cues.at(place);
    let word = reading.letters(place);
    let is_verb = told.has_any(&[
        Cue::Say,
        Cue::Saying,
        Cue::Add,
        Cue::Adding,
        Cue::Demand,
        Cue::Demanding,
        Cue::Resolve,
        Cue::Resolving,
        Cue::Passive,
        Cue::Conclude,
        Cue::Scene,
    ]) && !told.has_article;
    let is_lone = word.starts_with('و') && word.len() <= 4;
    let is_next = is_lone
        || word == "المدعو"
        || word.starts_with('و')
            && told.offset > 0
            && told.has_any(&[Cue::Given, Cue::Honorific, Cue::Office]);
    let is_name = told.has(Cue::Given) && !told.has(Cue::Weak);
    let is_place_of_speech = matches!(
        word,
        "خلال"
            | "اثناء"
            | "امس"
            | "اليوم"
            | "عقب"
            | "بعد"
            | "قبل"
            | "الي"
            | "علي"
            | "حول"
    );
    is_verb || is_next || is_name || is_place_of_speech || is_clause(word)
}

/// Whether a folded word begins a clause.
#[must_use]
pub fn is_clause(word: &str) -> bool {
    matches!(
        word,
        "ان" | "بان"
            | "انه"
            | "انها"
            | "الذي"
            | "التي"
            | "الذين"
            | "قد"
            | "فقد"
            | "وقد"
            | "حيث"
            | "كما"
            | "لان"
            | "بانه"
            | "بانها"
            | "وان"
            | "اذ"
            | "لكن"
            | "ولكن"
            | "ثم"
            | "لم"
            | "لن"
            | "هو"
            | "هي"
            | "وهو"
            | "وهي"
            | "كان"
            | "كانت"
            | "وكان"
            | "وكانت"
            | "الا"
            | "هذا"
            | "هذه"
            | "ذلك"
    )
}

/// The first of the titles that end with the word at `last`: «الشيخ الدكتور».
#[must_use]
pub fn titles_before(reading: &Reading<'_>, cues: &Cues, last: usize) -> usize {
    let mut first = last;
    while first > 0
        && last - first < 3
        && cues.has(first - 1, Cue::Honorific)
        && reading.sentence(first - 1) == reading.sentence(last)
    {
        first -= 1;
    }
    first
}
