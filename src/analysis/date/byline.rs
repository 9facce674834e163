//! The day of the document: a byline («نشر في …»), a dateline («الرباط – 5 ماي 2012 –»), or a date in a line of its own
//! at the head or the foot. It is what «أمس» is counted from, and it is not when an event took place.

use jiff::civil::Date;

use super::{Byline, Period, Stated};
use crate::analysis::Mention;
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::reading::Reading;
use crate::text::token::TokenKind;

/// How many sentences at the head and at the foot of a document may be its byline.
const EDGE: usize = 6;

/// How many lines of a page are looked at.
const ASIDES: usize = 12;

/// How many words beside its date a byline has at most.
const LONGEST: usize = 6;

/// How many, where a clock stands behind the date.
const MASTHEAD: usize = 16;

/// How many words may stand before the date of a dateline.
const DATELINE: usize = 6;

/// The dates that are the day of the document.
pub(super) struct Bylines(Vec<(usize, Strength)>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    Foot,
    Updated,
    Clocked,
    Head,
    Dateline,
    Published,
}

impl Bylines {
    /// What the date of this index is to the document, if it is one of its own.
    pub(super) fn of(&self, index: usize) -> Option<Byline> {
        let place = self
            .0
            .binary_search_by_key(&index, |(known, _)| *known)
            .ok()?;
        let (_, strength) = self.0.get(place)?;
        Some(match strength {
            Strength::Foot | Strength::Head => Byline::Signed,
            Strength::Clocked | Strength::Updated | Strength::Dateline | Strength::Published => {
                Byline::Published
            }
        })
    }
}

/// The day of publication in the lines that belong to the page, and where it stands: the strongest, the first of equal
/// ones.
pub(super) fn aside(reading: &Reading<'_>) -> Option<(Date, Mention<Stated>)> {
    let lines = reading
        .asides
        .iter()
        .filter(|line| line.slice(reading.text).chars().any(char::is_numeric));
    let found = lines.take(ASIDES).filter_map(|line| {
        let aside = Reading::of_aside(line.slice(reading.text));
        let period = super::periods(&aside)
            .into_iter()
            .find(|period| period.until.is_none() && period.start.confidence >= 0.5)?;
        let day = period.start.first_day()?;
        let mention = super::mention(&aside, &period, Some(Byline::Published))?;
        let strength = opening(&aside, 0, period.first_word).unwrap_or(Strength::Clocked);
        Some((
            strength,
            day,
            Mention {
                span: mention.span.shifted(line.start),
                ..mention
            },
        ))
    });
    found
        .reduce(|best, found| if best.0 >= found.0 { best } else { found })
        .map(|(_, day, mention)| (day, mention))
}

/// Which of the dates are bylines.
pub(super) fn find(reading: &Reading<'_>, marks: &Marks, periods: &[Period]) -> Bylines {
    let found = periods.iter().enumerate().filter_map(|(index, period)| {
        let is_day =
            period.until.is_none() && period.start.days.is_some_and(|(first, last)| first == last);
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
    if is_of_minutes(reading, start, period.last_word) {
        return None;
    }
    let before = period.first_word - start;
    if before <= MASTHEAD
        && let Some(strength) = opening(reading, start, period.first_word)
    {
        return Some(strength);
    }
    // «نشر في … | آخر تحديث: …»: the second date of the line has its own word.
    let near = period.first_word.saturating_sub(3).max(start);
    if opening(reading, near, period.first_word) == Some(Strength::Updated) {
        return Some(Strength::Updated);
    }
    if before <= DATELINE && is_dateline(reading, marks, start, period) {
        return Some(Strength::Dateline);
    }
    let length = reading
        .words
        .iter()
        .skip(start)
        .take(LONGEST + 20)
        .take_while(|word| word.sentence == sentence)
        .count();
    let others = length.saturating_sub(period.last_word + 1 - period.first_word);
    let is_clocked = is_clocked(reading, period);
    let most = if is_clocked { MASTHEAD } else { LONGEST };
    if others > most || !is_line(reading, sentence) || tells(reading, marks, start, start + length)
    {
        return None;
    }
    let from_foot = reading.sentences.len() - sentence;
    match () {
        () if is_clocked => Some(Strength::Clocked),
        () if sentence < EDGE => Some(Strength::Head),
        () if from_foot <= EDGE => Some(Strength::Foot),
        () => None,
    }
}

/// Whether a sentence has its line for itself.
fn is_line(reading: &Reading<'_>, sentence: usize) -> bool {
    let Some(span) = reading.sentences.get(sentence) else {
        return false;
    };
    let is_border = |character: Option<char>| {
        character.is_none_or(|character| matches!(character, '\n' | '\r'))
    };
    let is_blank = |character: &char| *character == ' ' || *character == '\t';
    let before = reading.text.get(..span.start).unwrap_or("");
    let behind = reading.text.get(span.end..).unwrap_or("");
    is_border(before.chars().rev().find(|character| !is_blank(character)))
        && is_border(behind.chars().find(|character| !is_blank(character)))
}

/// Whether a clock stands behind the date, as on a page: «30 مايو 2015 - 09:17 م».
fn is_clocked(reading: &Reading<'_>, period: &Period) -> bool {
    (period.last_word + 1..period.last_word + 5).any(|place| {
        let is_number = |place: usize| reading.is(place, TokenKind::Number);
        is_number(place) && reading.folded(place + 1) == ":" && is_number(place + 2)
    })
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
    let is_opened = reading.folded(period.first_word.wrapping_sub(1)) == "(";
    let is_closed = match reading.folded(next) {
        ")" => true,
        // «(5 ماي 1950 –» is a life; «5 ماي 1950 – 6» a period.
        "-" | "–" | "—" | ":" | "--" | "|" | "_" | "/" => {
            !is_opened && !reading.is(next + 1, TokenKind::Number)
        }
        _ => false,
    };
    let is_closed =
        is_closed && (reading.folded(next) != ")" || is_opened) || names_agency(reading, next);
    let has_time = (start..period.first_word).any(|place| {
        matches!(
            reading.letters(place),
            "يوم" | "من" | "بتاريخ" | "منذ" | "الي" | "تاريخ" | "بين" | "حتي"
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

/// «بنغازي 12 مايو 2013 (وال) -»: an agency in brackets stands between the date and the dash.
fn names_agency(reading: &Reading<'_>, next: usize) -> bool {
    reading.folded(next) == "("
        && (next + 2..next + 6)
            .find(|place| reading.folded(*place) == ")")
            .is_some_and(|close| matches!(reading.folded(close + 1), "-" | "–" | "—" | ":" | "--"))
}

/// Whether the line is that of the date among the labels of minutes or of an invitation: «التاريخ: …» beside «المكان: …».
fn is_of_minutes(reading: &Reading<'_>, start: usize, last: usize) -> bool {
    let is_label = |place: usize, label: &[&str]| {
        label.contains(&reading.letters(place)) && reading.folded(place + 1) == ":"
    };
    let is_date = is_label(start, &["التاريخ", "تاريخ", "اليوم", "الزمان"]);
    let around = start.saturating_sub(12)..last + 16;
    is_date
        && around
            .into_iter()
            .any(|place| is_label(place, &["المكان", "مكان", "الحضور", "الحاضرون", "الموضوع"]))
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

#[cfg(test)]
mod tests {
    use crate::analysis::date::dates;

    #[test]
    fn bylines_are_the_day_of_the_document() {
        let table = [
            (
                "نشر في 9 ماي 2012\nأعلنت الهيئات أمس عن تأسيس شبكة القرى.",
                "2012-05-09* 2012-05-08",
            ),
            (
                "الرباط – 9 ماي 2012 – أعلنت الهيئات أمس عن تأسيس شبكة.",
                "2012-05-09* 2012-05-08",
            ),
            (
                "أعلنت الهيئات أمس عن تأسيس شبكة القرى.\nالرباط في 9 ماي 2012",
                "2012-05-08 2012-05-09*",
            ),
            (
                "نشر في: الأربعاء 9 ماي 2012 - 10:20 ص | آخر تحديث: الأربعاء 9 ماي 2012 - 11:05 ص\nأعلنت الهيئات تأسيس شبكة.",
                "2012-05-09* 2012-05-09*",
            ),
            (
                "السهل 9 ماي 2012 (وكالة الشمال) - عقد الملتقى أمس الثلاثاء.",
                "2012-05-09* 2012-05-08",
            ),
            (
                "عقدت يوم 9 ماي 2012 – بالبلدة – لقاء أمس الاثنين.",
                "2012-05-09",
            ),
        ];
        for (text, expected) in table {
            let shown = dates(text).into_iter().map(|mention| {
                let mark = if mention.value.byline.is_some() {
                    "*"
                } else {
                    ""
                };
                format!("{}{mark}", mention.value.edtf)
            });
            assert_eq!(shown.collect::<Vec<_>>().join(" "), expected, "{text}");
        }
    }
}
