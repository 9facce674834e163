//! Speech without quote marks: behind a verb of speech and a colon, or in brackets. Invariant: it is a person's, one
//! sentence long, and no list.

use crate::analysis::decision::list;
use crate::analysis::layout::Layout;
use crate::analysis::lexicon::cue::Cue;
use crate::analysis::quotation::Line;
use crate::analysis::quotation::voice::{Ground, Speaker, Voice};
use crate::text::token::TokenKind;

/// How far behind its verb the colon may stand.
const REACH: usize = 12;

/// The same where brackets hold what is said.
const FAR: usize = 20;

/// The most words of such speech.
const LONGEST: usize = 70;

/// The fewest words that are speech and no name.
const LEAST: usize = 4;

/// What is said behind each voice without quote marks.
pub(super) fn find(
    ground: &Ground<'_>,
    layout: &Layout,
    voices: &[Voice],
    is_quoted: &[bool],
) -> Vec<Line> {
    let mut lines = Vec::new();
    for (index, voice) in voices.iter().enumerate() {
        let told = ground.cues.at(voice.cue);
        let speaks = told.has_any(&[Cue::Say, Cue::Add, Cue::Saying, Cue::Adding]);
        let is_person = matches!(voice.speaker, Speaker::Person(_));
        // «ملاحظة: …» at the head of a line is a heading.
        let is_heading = layout.is_first(voice.cue) && !told.has_any(&[Cue::Say, Cue::Add]);
        if !speaks || !is_person || is_heading {
            continue;
        }
        let next = voices.get(index + 1).map_or(usize::MAX, |voice| voice.cue);
        let line =
            bracketed(ground, layout, voice).or_else(|| behind_colon(ground, layout, voice, next));
        lines.extend(line.filter(|line| {
            let words = is_quoted.get(line.first..=line.last).unwrap_or(&[]);
            !words.contains(&true)
        }));
    }
    lines
}

/// «قائلا (…)»
fn bracketed(ground: &Ground<'_>, layout: &Layout, voice: &Voice) -> Option<Line> {
    let reading = ground.reading;
    let sentence = reading.sentence(voice.cue);
    let open = (voice.cue + 1..voice.cue + FAR)
        .take_while(|place| reading.sentence(*place) == sentence)
        .find(|place| {
            let before = reading.folded(place - 1);
            reading.folded(*place) == "(" && (before == ":" || *place == voice.cue + 1)
        })?;
    let close = (open + 1..open + LONGEST).find(|place| reading.folded(*place) == ")")?;
    let is_line = layout.line(close) == layout.line(open);
    let words = close.saturating_sub(open + 1);
    (is_line && words >= LEAST).then_some(Line {
        speaker: voice.speaker,
        first: open + 1,
        last: close - 1,
        confidence: 0.75,
    })
}

/// «قال فلان: …»
fn behind_colon(ground: &Ground<'_>, layout: &Layout, voice: &Voice, next: usize) -> Option<Line> {
    let reading = ground.reading;
    let sentence = reading.sentence(voice.cue);
    let colon = (voice.cue + 1..next.min(voice.cue + REACH))
        .take_while(|place| reading.sentence(*place) == sentence)
        .find(|place| reading.folded(*place) == ":")?;
    let first = colon + 1;
    // A list, a mark or a new line is no sentence that is said; «أن» before the colon reports.
    let is_begun = reading.is(first, TokenKind::Word)
        && list::ordinal(reading.folded(first)).is_none()
        && layout.line(first) == layout.line(voice.cue)
        && !(voice.cue..colon).any(|place| matches!(reading.letters(place), "ان" | "بان"));
    let is_listing = matches!(
        reading.before(colon, 1),
        "يلي"
            | "الاتي"
            | "الاتيه"
            | "التالي"
            | "التاليه"
            | "منها"
            | "بينها"
            | "بينهم"
            | "هي"
            | "هم"
    );
    let is_listing = is_listing
        || (voice.cue..colon).any(|place| {
            ground.cues.has(place, Cue::Outcome)
                || matches!(
                    reading.letters(place),
                    "ابرزها" | "اهمها" | "ابرزه" | "اهمه" | "ابرزهم" | "كالتالي" | "كالاتي"
                )
        });
    if !is_begun || is_listing {
        return None;
    }
    let own = reading.sentence(first);
    let last = (first..first + LONGEST)
        .take_while(|place| {
            reading.sentence(*place) == own && layout.line(*place) == layout.line(first)
        })
        .last()?;
    let last = (first..=last).rev().find(|place| {
        reading.is(*place, TokenKind::Word)
            || reading.is(*place, TokenKind::Number)
            || matches!(reading.folded(*place), "؟" | "?" | "!")
    })?;
    let words = (first..=last)
        .filter(|place| reading.is(*place, TokenKind::Word))
        .count();
    (words >= LEAST).then_some(Line {
        speaker: voice.speaker,
        first,
        last,
        confidence: 0.6,
    })
}
