//! Later mentions of a person by surname or given name alone: «قال المصري», «أما حداد فنبه». Invariant: a short mention
//! stands for exactly one fuller name of the text, named before it.

use rustc_hash::FxHashMap;

use crate::analysis::lexicon::cue::{Cue, Cues};
use crate::analysis::person::Figure;
use crate::analysis::person::join::words_of;
use crate::analysis::person::name::Name;
use crate::analysis::reading::Reading;

/// The figures with the short mentions of them, in order.
#[must_use]
pub fn with_short(reading: &Reading<'_>, cues: &Cues, figures: Vec<Figure>) -> Vec<Figure> {
    let search = Search {
        reading,
        cues,
        known: known(reading, &figures),
    };
    if search.known.is_empty() {
        return figures;
    }
    let mut all: Vec<Figure> = Vec::with_capacity(figures.len());
    // The place of each kept figure's person in the new list.
    let mut moved: Vec<usize> = Vec::with_capacity(figures.len());
    let mut from = 0;
    for figure in figures {
        search.between(from, figure.first, &moved, &mut all);
        from = figure.last + 1;
        moved.push(all.len());
        let person = moved.get(figure.person).copied().unwrap_or(all.len());
        all.push(Figure { person, ..figure });
    }
    search.between(from, reading.words.len(), &moved, &mut all);
    all
}

struct Search<'a> {
    reading: &'a Reading<'a>,
    cues: &'a Cues,
    known: FxHashMap<String, Option<Known>>,
}

impl Search<'_> {
    /// Adds the mentions from the word `from` up to the word `end`.
    fn between(&self, from: usize, end: usize, moved: &[usize], all: &mut Vec<Figure>) {
        for place in from..end {
            let Some((person, first)) = self.mention(from, place) else {
                continue;
            };
            let Some(person) = moved.get(person).copied() else {
                continue;
            };
            let title = first
                .checked_sub(1)
                .filter(|title| *title >= from && self.cues.has(*title, Cue::Honorific));
            all.push(Figure {
                name: Name {
                    first,
                    offset: 0,
                    last: place,
                    parts: 1,
                },
                person,
                first: title.unwrap_or(first),
                last: place,
                function: None,
                is_title: true,
                confidence: 0.7,
            });
        }
    }

    /// Who the word at `place` stands for, and where the mention begins, not before the word `from`.
    fn mention(&self, from: usize, place: usize) -> Option<(usize, usize)> {
        let reading = self.reading;
        let word = reading.letters(place);
        let bare = word.strip_prefix("ال").unwrap_or(word);
        // «كلمة لحداد»
        let is_given_the_floor = matches!(
            reading.before(place, 1),
            "كلمه" | "الكلمه" | "مداخله" | "تدخل"
        );
        let bare = match bare.strip_prefix('ل') {
            Some(rest) if is_given_the_floor && self.known.contains_key(rest) => rest,
            _ => bare,
        };
        let known = self.known.get(bare)?.as_ref()?;
        let before = known
            .words
            .len()
            .checked_sub(2)
            .and_then(|index| known.words.get(index));
        let mut first = place;
        let is_same = before.is_some_and(|before| before == reading.before(place, 1));
        if known.is_surname && is_same && first > from {
            first -= 1;
        }
        let is_particle = matches!(
            reading.before(first, 1),
            "بن" | "ابن" | "ايت" | "بو" | "ابو" | "ولد" | "سي" | "ال" | "با"
        );
        if is_particle && first > from {
            first -= 1;
        }
        is_led(reading, self.cues, first, place, known.is_surname).then_some((known.person, first))
    }
}

/// What a last or first word stands for: the person, and the words of their name.
struct Known {
    person: usize,
    words: Vec<String>,
    is_surname: bool,
}

/// The single words that stand for one person only.
fn known(reading: &Reading<'_>, figures: &[Figure]) -> FxHashMap<String, Option<Known>> {
    let mut known: FxHashMap<String, Option<Known>> = FxHashMap::default();
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
