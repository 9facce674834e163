//! Which of a document's hours are the event's: those of its date, and not the page's clock or those of another day.

use std::collections::BTreeSet;

use super::{Chosen, matter};
use crate::analysis::date::Stated;
use crate::analysis::kind::is_near;
use crate::analysis::lexicon::trigger::{HELD, Marks};
use crate::analysis::reading::Reading;
use crate::analysis::{Mention, hour};

/// The hours that stand in the sentence of the event's date, or near the words of an event close to the lead.
pub(super) fn find(
    reading: &Reading<'_>,
    marks: &Marks,
    dates: &[Mention<Stated>],
    chosen: &Chosen,
) -> Option<Mention<String>> {
    let ranks = reading.ranks();
    let sentence_at = |offset: usize| {
        let word = reading
            .words
            .partition_point(|word| word.span.end <= offset);
        (word, reading.sentence(word))
    };
    let of_bylines: BTreeSet<_> = dates
        .iter()
        .filter(|date| date.value.byline.is_some())
        .map(|date| sentence_at(date.span.start).1)
        .collect();
    let of_event: BTreeSet<_> = chosen
        .mentions
        .iter()
        .map(|mention| sentence_at(mention.span.start).1)
        .collect();
    let told: BTreeSet<_> = chosen
        .mentions
        .iter()
        .map(|mention| mention.value.edtf.as_str())
        .collect();
    let of_others: BTreeSet<_> = dates
        .iter()
        .filter(|date| !told.contains(date.value.edtf.as_str()))
        .map(|date| sentence_at(date.span.start).1)
        .collect();
    hour::find(reading).into_iter().find(|hours| {
        let (word, sentence) = sentence_at(hours.span.start);
        let is_told = is_near(reading, marks, word, 15, 3, &HELD)
            && ranks.at(reading, word).is_some_and(|rank| rank <= 5);
        !of_bylines.contains(&sentence)
            && !matter::closes(reading, word)
            && (of_event.contains(&sentence)
                || (is_told && !of_others.contains(&sentence))
                || matter::is_labelled(reading, word))
    })
}
