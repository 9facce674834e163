//! The body a person speaks or acts for, by the words of their function. Invariant: a body that a short form
//! («الجمعية») stands for was named in full before it.

use crate::analysis::lexicon::cue::Cues;
use crate::analysis::lexicon::trigger::Marks;
use crate::analysis::person::Figure;
use crate::analysis::person::body::{self, Body};
use crate::analysis::reading::Reading;

/// The name of the body behind a figure's function, if it names one.
#[must_use]
pub fn of(
    reading: &Reading<'_>,
    marks: &Marks,
    cues: &Cues,
    bodies: &[Body],
    figure: &Figure,
) -> Option<String> {
    let (first, last) = figure.function?;
    let own = (first + 1..=last).find_map(|place| body::at(reading, marks, cues, place))?;
    let end = own.last.min(last);
    if end > own.first {
        return Some(body::written(reading, own.first, end));
    }
    let head = body::bare(reading.letters(own.first));
    let before = bodies.partition_point(|other| other.first < own.first);
    let fuller = bodies
        .get(..before)?
        .iter()
        .rfind(|other| other.words > 1 && body::bare(reading.letters(other.first)) == head)?;
    Some(body::written(reading, fuller.first, fuller.last))
}
