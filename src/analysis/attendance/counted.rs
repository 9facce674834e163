//! The number before a counted noun: figures, also between slashes, or words; and what makes it exact, about or over.

use super::is_figure;
use super::word::Words;
use crate::analysis::reading::Reading;
use crate::model::vocabulary::Qualifier;
use crate::text::number::{parse_digits, parse_number_words};

/// The most words a number in words has here.
const LONGEST: usize = 6;

/// How far before the number a word like «أكثر» may stand.
const REACH: usize = 4;

/// A number with its noun.
pub(super) struct Counted {
    pub(super) count: u64,
    pub(super) qualifier: Qualifier,
    /// The first word of the whole, the qualifier's.
    pub(super) first: usize,
    /// The first word of the number.
    pub(super) number: usize,
    /// The noun.
    pub(super) last: usize,
}

/// The number that ends before the noun.
pub(super) fn before(reading: &Reading<'_>, words: &Words, noun: usize) -> Option<Counted> {
    let (count, number) = number_before(reading, noun)?;
    let (qualifier, first) = qualifier(reading, words, number, noun);
    // A verb of attendance behind the number is no noun of it.
    let is_verb = matches!(reading.letters(noun), "من" | "حضروا" | "حضرن");
    Some(Counted {
        count,
        qualifier,
        first,
        number,
        last: if is_verb {
            noun.saturating_sub(1)
        } else {
            noun
        },
    })
}

fn number_before(reading: &Reading<'_>, noun: usize) -> Option<(u64, usize)> {
    let mut end = noun;
    while end > 0 && matches!(reading.folded(end - 1), "/" | ")" | "\"") {
        end -= 1;
    }
    let last = end.checked_sub(1)?;
    // «3/ لجنة …» is an item of a list, «/98/ شخصية» a number set apart.
    let is_item = end < noun
        && last.checked_sub(1).is_none_or(|before| {
            reading.sentence(before) != reading.sentence(last)
                || !matches!(reading.folded(before), "/" | "(" | "\"")
        });
    if is_item {
        return None;
    }
    if is_figure(reading, last) {
        return parse_digits(reading.folded(last)).map(|count| (count, last));
    }
    (1..=LONGEST.min(end)).rev().find_map(|length| {
        let words: Vec<_> = (end - length..end)
            .map(|place| reading.letters(place))
            .collect();
        let (count, taken) = parse_number_words(&words)?;
        (taken == length).then_some((count, end - length))
    })
}

/// How exact the number is, and the first word of the whole.
fn qualifier(
    reading: &Reading<'_>,
    words: &Words,
    number: usize,
    noun: usize,
) -> (Qualifier, usize) {
    let sentence = reading.sentence(number);
    for place in (number.saturating_sub(REACH)..number).rev() {
        if reading.sentence(place) != sentence {
            break;
        }
        let folded = reading.folded(place);
        // «بنحو», «لحوالي»: what is written onto the word is taken off by the set.
        let found = if words.about.has(folded) {
            Some(Qualifier::About)
        } else if words.over.has(folded) {
            Some(Qualifier::Over)
        } else {
            None
        };
        if let Some(qualifier) = found {
            let lead = (1..=2).rev().find(|steps| {
                matches!(reading.before(place, *steps), "ما")
                    || (*steps == 1 && reading.before(place, 1) == "لا")
            });
            return (qualifier, place - lead.unwrap_or(0));
        }
        if !matches!(folded, "/" | "(" | "\"") && !words.passing.has(folded) {
            break;
        }
    }
    let after = |steps: usize| reading.letters(noun + steps);
    let is_least = |steps: usize| after(steps) == "علي" && after(steps + 1) == "الاقل";
    if (1..=3).any(|steps| after(steps) == "تقريبا") {
        (Qualifier::About, number)
    } else if (1..=3).any(is_least) || matches!(after(1), "فاكثر" | "ونيف" | "واكثر")
    {
        (Qualifier::Over, number)
    } else {
        (Qualifier::Exact, number)
    }
}
