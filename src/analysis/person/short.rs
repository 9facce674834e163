//! Later mentions of a person by surname or given name alone: «قال المصري», «أما حداد فنبه». Invariant: a short mention
//! stands for exactly one fuller name of the text, named before it.

use std::collections::HashMap;

use crate::analysis::lexicon::cue::{Cue, Cues};
use crate::analysis::person::Figure;
use crate::analysis::person::join::words_of;
use crate::analysis::person::name::Name;
use crate::analysis::reading::Reading;

/// The figures with the short mentions of them, in order.
#[must_use]
pub fn with_short(reading: &Reading<'_>, cues: &Cues, figures: Vec<Figure>) -> Vec<Figure> {
    let known = known(reading, &figures);
    if known.is_empty() {
        return figures;
    }
    let mut all: Vec<Figure> = Vec::with_capacity(figures.len());
    // The place of each kept figure's person in the new list.
    let mut moved: Vec<usize> = Vec::with_capacity(figures.len());
    let mut place = 0;
    for figure in figures {
        while place < figure.first {
            place = step(reading, cues, &known, &moved, place, figure.first, &mut all);
        }
        place = place.max(figure.last + 1);
        moved.push(all.len());
        let person = moved.get(figure.person).copied().unwrap_or(all.len());
        all.push(Figure { person, ..figure });
    }
    let end = reading.words.len();
    while place < end {
        place = step(reading, cues, &known, &moved, place, end, &mut all);
    }
    all
}

/// What a last or first word stands for: the person, and the words of their name.
struct Known {
    person: usize,
    words: Vec<String>,
    is_surname: bool,
}

/// The single words that stand for one person only.
fn known(reading: &Reading<'_>, figures: &[Figure]) -> HashMap<String, Option<Known>> {
    let mut known: HashMap<String, Option<Known>> = HashMap::new();
    for (index, figure) in figures
        .iter()
        .enumerate()
        .filter(|(index, figure)| figure.person == *index)
    {
        let words = words_of(reading, &figure.name);
        let ends = [(words.last(), true), (words.first(), false)];
        for (word, is_surname) in ends {
            let Some(word) = word.filter(|word| word.chars().count() > 2) else {
                continue;
            };
            let new = Known {
                person: index,
                words: words.clone(),
                is_surname,
            };
            known
                .entry(word.clone())
                .and_modify(|other| *other = None)
                .or_insert(Some(new));
        }
    }
    known
}

/// Looks at the word at `place`; the place to look at next.
fn step(
    reading: &Reading<'_>,
    cues: &Cues,
    known: &HashMap<String, Option<Known>>,
    moved: &[usize],
    place: usize,
    end: usize,
    all: &mut Vec<Figure>,
) -> usize {
    let word = reading.letters(place);
    let bare = word.strip_prefix("ال").unwrap_or(word);
    let Some(Some(found)) = known.get(bare) else {
        return place + 1;
    };
    let Some(person) = moved.get(found.person).copied() else {
        return place + 1;
    };
    let mut first = place;
    let before = found
        .words
        .len()
        .checked_sub(2)
        .and_then(|index| found.words.get(index));
    let is_same = |steps: usize| reading.before(place, steps);
    if found.is_surname
        && place > 0
        && before.is_some_and(|before| before == is_same(1) && !before.is_empty())
    {
        first = place - 1;
    }
    if first > 0
        && matches!(
            reading.before(first, 1),
            "بن" | "ابن" | "ايت" | "بو" | "ابو" | "ولد" | "سي" | "ال" | "با"
        )
    {
        first -= 1;
    }
    if !is_led(reading, cues, first, place, found.is_surname) || place >= end {
        return place + 1;
    }
    let name = Name {
        first,
        offset: 0,
        last: place,
        parts: 1,
    };
    all.push(Figure {
        name,
        person,
        first: if first > 0 && cues.has(first - 1, Cue::Honorific) {
            first - 1
        } else {
            first
        },
        last: place,
        function: None,
        is_title: true,
        confidence: 0.7,
    });
    place + 1
}

/// Whether a verb, a title or «أما» stands with the mention.
fn is_led(reading: &Reading<'_>, cues: &Cues, first: usize, last: usize, is_surname: bool) -> bool {
    const VERBS: [Cue; 4] = [Cue::Say, Cue::Add, Cue::Demand, Cue::Scene];
    let Some(before) = first
        .checked_sub(1)
        .filter(|before| reading.sentence(*before) == reading.sentence(first))
    else {
        return is_surname && cues.at(last + 1).has_any(&VERBS);
    };
    let told = cues.at(before);
    let is_verb = told.has_any(&VERBS) && !told.has_article || told.has(Cue::Honorific);
    let is_topic = matches!(
        reading.letters(before),
        "اما" | "واما" | "لكن" | "فيما" | "بينما" | "كلمه" | "ان" | "بان"
    );
    let next = cues.at(last + 1);
    let speaks = next.has_any(&[Cue::Say, Cue::Add, Cue::Demand])
        && !next.has_article
        && next.preposition.is_none();
    is_verb || is_topic && (speaks || is_surname) || speaks && is_surname
}
