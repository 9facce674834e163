//! The day of the document: a byline («نشر في …»), a dateline («الرباط – 5 ماي 2012 –»), or a date in a line of its own
//! at the head or the foot. It is what «أمس» is counted from, and it is not when an event took place.

use jiff::civil::Date;

use super::Period;
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::reading::Reading;

/// How many sentences at the head and at the foot of a document may be its byline.
const EDGE: usize = 6;

/// How many words beside its date a byline has at most.
const LONGEST: usize = 6;

/// How many words may stand before the date of a dateline.
const DATELINE: usize = 6;

/// The dates that are the day of the document.
pub(super) struct Bylines(Vec<(usize, Strength)>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    Foot,
    Updated,
    Head,
    Dateline,
    Published,
}

impl Bylines {
    /// Whether the date of this index is one.
    pub(super) fn contains(&self, index: usize) -> bool {
        self.0
            .binary_search_by_key(&index, |(known, _)| *known)
            .is_ok()
    }
}

/// Which of the dates are bylines.
pub(super) fn find(reading: &Reading<'_>, marks: &Marks, periods: &[Period]) -> Bylines {
    let found = periods.iter().enumerate().filter_map(|(index, period)| {
        let is_day = period.until.is_none() && period.start.days.is_some();
        strength(reading, marks, period)
            .filter(|_| is_day)
            .map(|strength| (index, strength))
    });
    Bylines(found.collect())
}

/// The day of the document: the strongest of its bylines, the first of equal ones.
pub(super) fn day(bylines: &Bylines, periods: &[Period]) -> Option<Date> {
    let days = bylines.0.iter().filter_map(|(index, strength)| {
        let period = periods.get(*index)?;
        let day = period
            .start
            .first_day()
            .filter(|_| period.start.confidence >= 0.5)?;
        Some((*strength, day))
    });
    days.fold(None, |best: Option<(Strength, Date)>, found| match best {
        Some(best) if best.0 >= found.0 => Some(best),
        _ => Some(found),
    })
    .map(|(_, day)| day)
}

fn strength(reading: &Reading<'_>, marks: &Marks, period: &Period) -> Option<Strength> {
    let sentence = reading.sentence(period.first_word)?;
    let start = reading
        .words
        .partition_point(|word| word.sentence < sentence);
    let before = period.first_word - start;
    if before <= LONGEST {
        if let Some(strength) = opening(reading, start, period.first_word) {
            return Some(strength);
        }
        if is_dateline(reading, marks, start, period) {
            return Some(Strength::Dateline);
        }
    }
    let length = reading
        .words
        .iter()
        .skip(start)
        .take(LONGEST + 20)
        .take_while(|word| word.sentence == sentence)
        .count();
    let others = length.saturating_sub(period.last_word + 1 - period.first_word);
    if others > LONGEST || tells(reading, marks, start, start + length) {
        return None;
    }
    let from_foot = reading.sentences.len() - sentence;
    match () {
        () if sentence < EDGE => Some(Strength::Head),
        () if from_foot <= EDGE => Some(Strength::Foot),
        () => None,
    }
}

/// The words of publication that open a line.
fn opening(reading: &Reading<'_>, start: usize, date: usize) -> Option<Strength> {
    let mut found = None;
    for place in start..date.min(start + 4) {
        let folded = reading.letters(place);
        let strength = match folded {
            "نشر" | "نشرت" | "النشر" | "ونشر" | "اضيف" | "اضيفت" | "الاضافه" | "published"
            | "posted" => Strength::Published,
            "تحديث" | "التحديث" | "التعديل" | "updated" => Strength::Updated,
            _ => continue,
        };
        found = found.max(Some(strength));
    }
    found
}

/// A place and a date before the first word of a report, closed by a dash or a colon.
fn is_dateline(reading: &Reading<'_>, marks: &Marks, start: usize, period: &Period) -> bool {
    let before = period.first_word - start;
    let next = period.last_word + 1;
    let is_closed = matches!(
        reading.folded(next),
        "-" | "–" | "—" | ":" | "--" | "|" | "_"
    ) || (reading.folded(next) == ")"
        && matches!(
            reading.folded(period.first_word.wrapping_sub(1)),
            "(" | "،" | "-" | "–"
        ));
    let has_time = (start..period.first_word).any(|place| {
        matches!(
            reading.letters(place),
            "يوم" | "في" | "من" | "بتاريخ" | "منذ" | "الي" | "تاريخ"
        )
    });
    reading
        .sentence(start)
        .is_some_and(|sentence| sentence < EDGE)
        && before <= DATELINE
        && is_closed
        && !has_time
        && !tells(reading, marks, start, period.first_word)
}

/// Whether some of the words tell of an event, so that the date beside them is the event's.
fn tells(reading: &Reading<'_>, marks: &Marks, start: usize, end: usize) -> bool {
    let events = [
        Class::Hold,
        Class::Present,
        Class::Future,
        Class::Meeting,
        Class::Conference,
        Class::Found,
        Class::Recall,
    ];
    (start..end).any(|place| {
        marks.at(place).has_any(&events)
            || matches!(
                reading.letters(place),
                "الزمان"
                    | "الزمن"
                    | "الموعد"
                    | "موعد"
                    | "وموعد"
                    | "الانعقاد"
                    | "انعقاده"
                    | "انعقادها"
                    | "المكان"
                    | "الجلسه"
            )
    })
}
