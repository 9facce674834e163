//! Which of a document's dates is the event's: the one nearest to the lead and to the words that tell of the event. An
//! anniversary, a page's clock or a date of another matter is not; where two dates are as likely, none is taken.

use std::collections::BTreeMap;

use crate::analysis::Mention;
use crate::analysis::date::Stated;
use crate::analysis::kind::is_near;
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::rank::Ranks;
use crate::analysis::reading::Reading;
use crate::model::date::{Edtf, Form, Point, Precision};

/// What a date must score at least, and by how much it must lead.
const THRESHOLD: f32 = 2.5;
const MARGIN: f32 = 0.5;

/// What each further mention of a date adds to it.
const REPEATED: f32 = 0.4;

/// The date of the event and the mentions that state it.
pub(super) fn choose(
    reading: &Reading<'_>,
    marks: &Marks,
    dates: Vec<Mention<Stated>>,
) -> Option<(Edtf, Vec<Mention<Stated>>)> {
    let ranks = Ranks::of(reading);
    let mut scores: BTreeMap<&str, (f32, &Edtf)> = BTreeMap::new();
    for date in &dates {
        let score = score(reading, marks, &ranks, date);
        let known = scores
            .entry(date.value.edtf.as_str())
            .or_insert((score - REPEATED, &date.value.edtf));
        known.0 = known.0.max(score) + REPEATED;
    }
    let mut candidates: Vec<_> = scores
        .into_values()
        .map(|(score, edtf)| (score, edtf.clone()))
        .collect();
    candidates.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let (best, edtf) = candidates.first().cloned()?;
    let second = candidates
        .iter()
        .skip(1)
        .find(|(_, other)| !is_within(&edtf, other));
    let is_clear = second.is_none_or(|(second, _)| best - second >= MARGIN);
    if best < THRESHOLD || !is_clear {
        return None;
    }
    let mentions = dates
        .into_iter()
        .filter(|date| date.value.edtf == edtf && date.confidence >= 0.5)
        .collect();
    Some((edtf, mentions))
}

fn score(reading: &Reading<'_>, marks: &Marks, ranks: &Ranks, date: &Mention<Stated>) -> f32 {
    let word = reading
        .words
        .partition_point(|word| word.span.end <= date.span.start);
    let Some(rank) = ranks.at(reading, word) else {
        return 0.0;
    };
    if date.confidence < 0.5
        || is_of_another_matter(reading, marks, word)
        || is_alone(reading, word)
    {
        return 0.0;
    }
    let place = match rank {
        0 => 2.5,
        1 => 2.0,
        2 => 1.2,
        3..=5 => 0.6,
        _ => 0.0,
    };
    let events = [
        Class::Hold,
        Class::Present,
        Class::Future,
        Class::Meeting,
        Class::Conference,
        Class::Found,
    ];
    let told = if is_near(reading, marks, word, 12, 12, &events) {
        1.2
    } else {
        0.0
    };
    let said = if matches!(reading.before(word, 1), "في" | "بتاريخ") || is_day_before(reading, word)
    {
        0.4
    } else {
        0.0
    };
    (place + told + said) * date.confidence - coarseness(&date.value.edtf)
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

/// Whether one of the two lies inside the other: a month does not contradict its day.
fn is_within(one: &Edtf, other: &Edtf) -> bool {
    let covers = |outer: &Edtf, inner: &Edtf| {
        outer.earliest() <= inner.earliest() && inner.latest() <= outer.latest()
    };
    covers(one, other) || covers(other, one)
}

fn is_day_before(reading: &Reading<'_>, word: usize) -> bool {
    (1..=3).any(|steps| {
        matches!(
            reading.before(word, steps),
            "يوم" | "اليوم" | "يومي" | "ايام" | "مساء" | "صباح" | "امس"
        )
    })
}

/// «منذ», «ذكرى», «الصادر في», «المؤرخ في»: the date is that of something else.
fn is_of_another_matter(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let is_other = |steps: usize| {
        let before = reading.before(word, steps);
        let is_recalled = !before.is_empty() && marks.at(word - steps).has(Class::Recall);
        is_recalled
            || matches!(
                before,
                "منذ"
                    | "الصادر"
                    | "الصادره"
                    | "المورخ"
                    | "المورخه"
                    | "قبل"
                    | "ولد"
                    | "توفي"
                    | "نشر"
            )
    };
    (1..=3).any(is_other)
}

/// Whether the date stands in a line of its own, as a page's date or a signature does.
fn is_alone(reading: &Reading<'_>, word: usize) -> bool {
    let sentence = reading.sentence(word);
    let start = reading
        .words
        .partition_point(|other| Some(other.sentence) < sentence);
    reading
        .words
        .iter()
        .skip(start)
        .take(8)
        .take_while(|other| Some(other.sentence) == sentence)
        .count()
        < 7
}
