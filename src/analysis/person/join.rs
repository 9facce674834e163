//! The figures of one person, joined by their names. Invariant: a name of one word is kept only where a fuller name
//! of the same person stands in the text.

use crate::analysis::person::Figure;
use crate::analysis::person::name::Name;
use crate::analysis::reading::Reading;

/// Joins the figures of one person: a shorter name to the first fuller one that holds all its words. Short names that
/// no fuller one holds are dropped.
pub(super) fn join(reading: &Reading<'_>, mut found: Vec<Figure>) -> Vec<Figure> {
    let words: Vec<Vec<String>> = found
        .iter()
        .map(|figure| words_of(reading, &figure.name))
        .collect();
    let mut full: Vec<usize> = Vec::new();
    for index in 0..found.len() {
        let own = &words[index];
        let known = full.iter().copied().find(|known| same(own, &words[*known]));
        match known {
            Some(known) => {
                if let Some(figure) = found.get_mut(index) {
                    figure.person = known;
                }
            }
            None if own.len() > 1 && full.len() < MOST => {
                full.push(index);
                if let Some(figure) = found.get_mut(index) {
                    figure.person = index;
                }
            }
            None => {}
        }
    }
    let mut kept = Vec::new();
    let mut places = vec![usize::MAX; found.len()];
    for (index, figure) in found.into_iter().enumerate() {
        let Some(person) = (figure.person < usize::MAX).then_some(figure.person) else {
            continue;
        };
        places[index] = kept.len();
        let person = places.get(person).copied().unwrap_or(usize::MAX);
        kept.push(Figure { person, ..figure });
    }
    kept
}

/// The most persons told apart in one document.
const MOST: usize = 60;

/// The folded words of a name; joined particles are one word with what follows.
pub(crate) fn words_of(reading: &Reading<'_>, name: &Name) -> Vec<String> {
    (name.first..=name.last)
        .map(|place| {
            let word = reading.letters(place);
            let word = if place == name.first {
                word.get(name.offset..).unwrap_or(word)
            } else {
                word
            };
            word.strip_prefix("ال").unwrap_or(word).to_owned()
        })
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether the words of the shorter name all stand in the longer one, its last or its first among them.
fn same(own: &[String], other: &[String]) -> bool {
    let (short, long) = if own.len() <= other.len() {
        (own, other)
    } else {
        (other, own)
    };
    if short.len() == 1 {
        return own.len() == 1 && (long.last() == short.first() || long.first() == short.first());
    }
    short.iter().all(|word| long.contains(word))
        && (short.last() == long.last() || short.first() == long.first())
}
