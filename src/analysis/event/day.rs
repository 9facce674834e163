//! Which of a document's dates is the event's: the one nearest to the lead and to the words that tell of the event. An
//! anniversary, a ruling, the day of the document or the next meeting is not; where two dates are as likely, none is
//! taken. A day of opening and a day of closing make one period.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::Mention;
use crate::analysis::date::{self, Byline, Dates, Stated};
use crate::analysis::lexicon::trigger::Marks;
use crate::analysis::reading::Reading;
use crate::model::date::{Edtf, Form, Point, Precision};
use crate::model::vocabulary::{Kind, Status};

mod hours;

mod length;

mod matter;

mod score;

/// What a date must score at least, and by how much it must lead.
const THRESHOLD: f32 = 2.0;
const MARGIN: f32 = 0.5;

/// What each further mention of a date adds to it.
const REPEATED: f32 = 0.4;

/// The longest event, from its day of opening to its day of closing.
const LONGEST: i32 = 14;

/// The date of an event and what states it.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// The day or days.
    pub edtf: Edtf,
    /// The passages that state them.
    pub mentions: Vec<Mention<Stated>>,
    /// The hours of the day, where they are told.
    pub hours: Option<Mention<String>>,
}

/// What is known of the event whose date is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    /// Its kind.
    pub kind: Kind,
    /// Whether it took place.
    pub status: Status,
}

/// The date and the hours of the event, with the mentions that state them.
#[must_use]
pub fn find(
    reading: &Reading<'_>,
    marks: &Marks,
    told: Told,
    published: Option<&Edtf>,
) -> Option<Chosen> {
    let day = match published.map(Edtf::form) {
        Some(Form::Single(Point {
            precision: Precision::Day(day),
            ..
        })) => Some(day),
        _ => None,
    };
    let dates = date::find(reading, marks, day);
    let chosen = choose(reading, marks, told, &dates)?;
    let hours = hours::find(reading, marks, &dates.mentions, &chosen);
    let chosen = length::with_last_day(reading, chosen);
    Some(Chosen { hours, ..chosen })
}

/// The date of the event and the mentions that state it.
fn choose(reading: &Reading<'_>, marks: &Marks, told: Told, dates: &Dates) -> Option<Chosen> {
    let Dates {
        mentions: dates,
        document,
    } = dates;
    let ranks = reading.ranks();
    let words: Vec<_> = dates
        .iter()
        .map(|date| {
            reading
                .words
                .partition_point(|word| word.span.end <= date.span.start)
        })
        .collect();
    let days = dates.iter().filter(|date| date.confidence >= 0.5);
    let latest = days.filter_map(|date| date.value.edtf.latest()).max();
    let mut scores: BTreeMap<&str, (f32, &Edtf)> = BTreeMap::new();
    for (date, word) in dates.iter().zip(&words) {
        let score = score::score(reading, marks, ranks, told, date, *word)
            * score::likelihood(told, &date.value.edtf, *document, latest);
        let known = scores
            .entry(date.value.edtf.as_str())
            .or_insert((score - REPEATED, &date.value.edtf));
        let repeated = if score > 0.0 { REPEATED } else { 0.0 };
        known.0 = known.0.max(score) + repeated;
    }
    let mut candidates: Vec<_> = scores
        .into_values()
        .map(|(score, edtf)| (score, edtf.clone()))
        .collect();
    candidates.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let Some((best, edtf)) = candidates.first().filter(|(best, _)| *best >= THRESHOLD) else {
        return signature(reading, told, dates);
    };
    if let Some(period) = period(reading, &words, dates, &candidates) {
        return Some(period);
    }
    let second = candidates
        .iter()
        .skip(1)
        .find(|(_, other)| !is_within(edtf, other));
    let first_of = |edtf: &Edtf| dates.iter().position(|date| date.value.edtf == *edtf);
    let is_close = |(second, other): &(f32, Edtf)| {
        // What is told first is mostly what the report is about.
        let margin = if first_of(edtf) < first_of(other) {
            MARGIN / 3.0
        } else {
            MARGIN
        };
        best - second < margin
    };
    if second.is_some_and(is_close) {
        return None;
    }
    Some(chosen(edtf, dates, |date| date.value.edtf == *edtf))
}

fn chosen(
    edtf: &Edtf,
    dates: &[Mention<Stated>],
    is_of_it: impl Fn(&Mention<Stated>) -> bool,
) -> Chosen {
    let mentions = dates
        .iter()
        .filter(|date| date.value.byline.is_none() && date.confidence >= 0.4 && is_of_it(date));
    Chosen {
        edtf: edtf.clone(),
        mentions: mentions.cloned().collect(),
        hours: None,
    }
}

/// A statement or a call that names no other date is of the day it is signed.
fn signature(reading: &Reading<'_>, told: Told, dates: &[Mention<Stated>]) -> Option<Chosen> {
    let date = dates
        .iter()
        .rev()
        .find(|date| date.value.byline == Some(Byline::Signed))?;
    let is_uttered =
        matches!(told.kind, Kind::Statement | Kind::Call) || matter::is_first_person(reading);
    is_uttered.then(|| Chosen {
        edtf: date.value.edtf.clone(),
        mentions: vec![Mention {
            confidence: date.confidence * 0.65,
            ..date.clone()
        }],
        hours: None,
    })
}

/// The period from the day of opening to that of closing, where the text tells both.
fn period(
    reading: &Reading<'_>,
    words: &[usize],
    dates: &[Mention<Stated>],
    candidates: &[(f32, Edtf)],
) -> Option<Chosen> {
    let likely: BTreeSet<_> = candidates
        .iter()
        .filter(|(score, _)| *score > 0.0)
        .map(|(_, edtf)| edtf.as_str())
        .collect();
    let is_likely = |date: &Mention<Stated>| likely.contains(date.value.edtf.as_str());
    let day = |is_edge: &dyn Fn(usize) -> bool| {
        let mut days = dates.iter().zip(words).filter(|(date, word)| {
            let is_day = matches!(
                date.value.edtf.form(),
                Form::Single(Point {
                    precision: Precision::Day(_),
                    ..
                })
            );
            is_day
                && date.value.byline.is_none()
                && date.confidence >= 0.5
                && is_likely(date)
                && is_edge(**word)
        });
        days.next().map(|(date, _)| date)
    };
    let best = &candidates.first()?.1;
    let closed = day(&|word| matter::closes(reading, word))?;
    // The day that is told of is that of the opening where the closing is another.
    let is_told = |date: &&Mention<Stated>| date.value.edtf == *best && *best != closed.value.edtf;
    let opened =
        day(&|word| matter::opens(reading, word)).or_else(|| dates.iter().find(is_told))?;
    let (first, last) = (opened.value.edtf.earliest()?, closed.value.edtf.latest()?);
    let length = first.until(last).ok()?.get_days();
    let is_told = *best == opened.value.edtf || *best == closed.value.edtf;
    if !is_told || !(1..=LONGEST).contains(&length) {
        return None;
    }
    let edtf = Edtf::parse(&format!("{first}/{last}")).ok()?;
    Some(chosen(&edtf, dates, |date| {
        date.value.edtf == opened.value.edtf || date.value.edtf == closed.value.edtf
    }))
}

/// Whether one of the two lies inside the other: a month does not contradict its day.
fn is_within(one: &Edtf, other: &Edtf) -> bool {
    let covers = |outer: &Edtf, inner: &Edtf| {
        outer.earliest() <= inner.earliest() && inner.latest() <= outer.latest()
    };
    covers(one, other) || covers(other, one)
}
