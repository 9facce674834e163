//! How likely a date is the event's: by its sentence, by what stands around it, and by the day of the document.

use jiff::civil::Date;

use super::{Told, matter};
use crate::analysis::Mention;
use crate::analysis::date::{self, Stated};
use crate::analysis::kind::is_near;
use crate::analysis::lexicon::trigger::{Marks, TOLD};
use crate::analysis::rank::Ranks;
use crate::analysis::reading::Reading;
use crate::model::date::{Edtf, Form, Point, Precision};
use crate::model::vocabulary::{Kind, Status};

/// What the words around a date make of it, 0 for one of another matter.
pub(super) fn score(
    reading: &Reading<'_>,
    marks: &Marks,
    ranks: &Ranks,
    told: Told,
    date: &Mention<Stated>,
    word: usize,
) -> f32 {
    let is_labelled = matter::is_labelled(reading, word);
    // The labels of minutes stand before any full sentence.
    let Some(rank) = ranks.at(reading, word).or(is_labelled.then_some(2)) else {
        return 0.0;
    };
    if date.confidence < 0.4
        || date.value.byline.is_some()
        || matter::is_another(reading, marks, word)
        || matter::is_next(reading, marks, told.status, word)
    {
        return 0.0;
    }
    let place = match rank {
        0 => 2.5,
        1 => 2.0,
        2 => 1.2,
        3..=5 => 0.8,
        _ => 0.2,
    };
    let near = if is_near(reading, marks, word, 12, 12, &TOLD) {
        1.2
    } else {
        0.0
    };
    let said = if matches!(
        reading.before(word, 1),
        "في" | "بتاريخ" | "بين" | "من" | "خلال"
    ) || is_day_before(reading, word)
    {
        0.4
    } else {
        0.0
    };
    let labelled = if is_labelled { 3.0 } else { 0.0 };
    let named = if is_named(reading, word) { 0.4 } else { 0.0 };
    let before = if rank > 0 && matter::is_before(reading, word) {
        0.4
    } else {
        1.0
    };
    let last = reading
        .words
        .partition_point(|word| word.span.end < date.span.end);
    let is_aside = reading.folded(word.wrapping_sub(1)) == "(" && reading.folded(last + 1) == ")";
    let aside = if is_aside { 0.6 } else { 1.0 };
    let is_of_call = told.kind == Kind::Call && matter::is_called_to(reading, marks, word);
    let called = if is_of_call { 0.6 } else { 1.0 };
    before * aside * called * (place + near + said + named + labelled) * date.confidence
        - coarseness(&date.value.edtf)
}

/// How well a date agrees with the day of the document, or with the latest day of its story where that is not known: news
/// tells of what was just held or will soon be.
pub(super) fn likelihood(
    told: Told,
    edtf: &Edtf,
    document: Option<Date>,
    latest: Option<Date>,
) -> f32 {
    let days = |since: Option<Date>, day: Option<Date>| Some(since?.until(day?).ok()?.get_days());
    let (Some(from), Some(to)) = (
        days(document, edtf.earliest()),
        days(document, edtf.latest()),
    ) else {
        let age = days(latest, edtf.latest());
        return if age.is_some_and(|age| age < -300) {
            0.7
        } else {
            1.0
        };
    };
    match told.status {
        Status::Held if from > 0 => 0.0,
        Status::Unknown if from > 0 => 0.6,
        Status::Held | Status::Unknown if to >= -45 => 1.3,
        Status::Held | Status::Unknown if to < -120 => 0.6,
        Status::Planned if (0..=90).contains(&from) => 1.3,
        Status::Planned if to < 0 => 0.3,
        _ => 1.0,
    }
}

/// A month says less than a day, and a year alone says nothing of an event.
fn coarseness(edtf: &Edtf) -> f32 {
    let of = |point: Point| match point.precision {
        Precision::Day(_) => 0.0,
        Precision::Month(..) | Precision::Season(..) => 0.8,
        Precision::Year(_) | Precision::Decade(_) | Precision::Century(_) => 9.0,
    };
    match edtf.form() {
        Form::Single(point) => of(point),
        Form::Interval(start, end) => start.into_iter().chain(end).map(of).fold(0.0, f32::max),
    }
}

/// Whether a day of the week stands beside the date: those who report an event name it, those who remember one do not.
fn is_named(reading: &Reading<'_>, word: usize) -> bool {
    (0..=3).any(|steps| {
        let place = word
            .checked_sub(steps)
            .filter(|place| reading.sentence(*place) == reading.sentence(word));
        place.is_some_and(|place| date::is_weekday(reading, place))
    })
}

fn is_day_before(reading: &Reading<'_>, word: usize) -> bool {
    (1..=3).any(|steps| {
        matches!(
            reading.before(word, steps),
            "يوم" | "اليوم" | "يومي" | "ايام" | "مساء" | "صباح" | "امس"
        )
    })
}
