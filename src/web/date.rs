//! Dates in words. A date is said exactly as far as it is known: a year stays a year, an open end stays open,
//! and what is about or uncertain says so.
//!
//! A month has two names, because no one name is understood everywhere: the Egyptian one first, then the one that a
//! reader could not guess from it, which is the Levantine; for August the Maghrebi «غشت» stands before it.

use crate::model::date::{Dating, Edtf, Form, HijriDate, Point, Precision, Qualification};
use crate::web::locale::{fill, text};

const MONTHS: [&str; 12] = [
    "date-month-1",
    "date-month-2",
    "date-month-3",
    "date-month-4",
    "date-month-5",
    "date-month-6",
    "date-month-7",
    "date-month-8",
    "date-month-9",
    "date-month-10",
    "date-month-11",
    "date-month-12",
];
const HIJRI_MONTHS: [&str; 12] = [
    "date-hijri-1",
    "date-hijri-2",
    "date-hijri-3",
    "date-hijri-4",
    "date-hijri-5",
    "date-hijri-6",
    "date-hijri-7",
    "date-hijri-8",
    "date-hijri-9",
    "date-hijri-10",
    "date-hijri-11",
    "date-hijri-12",
];
const SEASONS: [&str; 4] = [
    "date-season-1",
    "date-season-2",
    "date-season-3",
    "date-season-4",
];

/// A date in words: «6 غشت / أغسطس 2011», «سنة 2011 (غير مؤكد)», «من 12 إلى 13 ديسمبر / كانون الأول 2009».
#[must_use]
pub fn words(date: &Edtf) -> String {
    match date.form() {
        Form::Single(point) => {
            let doubt = if is_doubted(point) {
                text("date-doubt")
            } else {
                ""
            };
            format!("{}{doubt}", words_of_point(point))
        }
        Form::Interval(Some(start), Some(end)) => words_of_interval(start, end),
        Form::Interval(Some(start), None) => format!(
            "{}{}",
            fill("date-since", [("start", words_of_point(start).into())]),
            doubt(is_doubted(start), false)
        ),
        Form::Interval(None, Some(end)) => format!(
            "{}{}",
            fill("date-until", [("end", words_of_point(end).into())]),
            doubt(false, is_doubted(end))
        ),
        Form::Interval(None, None) => date.as_str().to_owned(),
    }
}

/// A date with its Hijri form and its hours, where they are known: «… (6 رمضان 1432 هـ)، من 16:00 إلى 20:00».
#[must_use]
pub fn words_of_dating(dating: &Dating) -> String {
    let date = words(&dating.edtf);
    let date = match &dating.hijri {
        Some(hijri) => format!("{date} ({})", words_of_hijri(hijri)),
        None => date,
    };
    match &dating.time {
        Some(time) => format!("{date}{}{}", text("comma"), words_of_time(time)),
        None => date,
    }
}

/// The Hijri day of a day that is stated without one: «يوافق 6 رمضان 1432 هـ». Only a known, undoubted day has one.
#[must_use]
pub fn words_of_hijri_day(dating: &Dating) -> Option<String> {
    match (&dating.hijri, dating.edtf.form()) {
        (None, Form::Single(point)) if !is_about(point) && !is_doubted(point) => {
            let Precision::Day(day) = point.precision else {
                return None;
            };
            let hijri = HijriDate::of_day(day)?;
            Some(fill(
                "date-hijri-reckoned",
                [("date", words_of_hijri(&hijri).into())],
            ))
        }
        _ => None,
    }
}

/// A date in the Hijri calendar in words: «6 رمضان 1432 هـ».
fn words_of_hijri(date: &HijriDate) -> String {
    let point = |text: &str| {
        let mut parts = text.split('-');
        let (year, month) = (
            parts.next().unwrap_or_default(),
            parts.next().unwrap_or_default(),
        );
        let month = nth(&HIJRI_MONTHS, month.parse().unwrap_or_default());
        match parts.next() {
            Some(day) => fill(
                "date-hijri-day",
                [
                    ("day", day.trim_start_matches('0').into()),
                    ("month", month.into()),
                    ("year", year.into()),
                ],
            ),
            None => fill(
                "date-hijri-month-of",
                [("month", month.into()), ("year", year.into())],
            ),
        }
    };
    match date.as_str().split_once('/') {
        Some((start, end)) => fill(
            "date-range",
            [("start", point(start).into()), ("end", point(end).into())],
        ),
        None => point(date.as_str()),
    }
}

/// A local time, `16:00` or `16:00/20:00`, in words.
#[must_use]
pub fn words_of_time(time: &str) -> String {
    match time.split_once('/') {
        Some((start, end)) => fill(
            "date-from-to",
            [("start", start.into()), ("end", end.into())],
        ),
        None => fill("date-at", [("time", time.into())]),
    }
}

/// The day of a timestamp of the archive, `2026-01-31T10:00:00Z`, in words.
#[must_use]
pub fn words_of_instant(instant: &str) -> String {
    let day = instant
        .split('T')
        .next()
        .and_then(|day| Edtf::parse(day).ok());
    day.map_or_else(|| instant.to_owned(), |day| words(&day))
}

fn words_of_interval(start: Point, end: Point) -> String {
    let doubt = doubt(is_doubted(start), is_doubted(end));
    let said_once = if is_about(start) || is_about(end) {
        None
    } else {
        shortened(start.precision, end.precision)
    };
    let start = said_once.unwrap_or_else(|| words_of_point(start));
    format!(
        "{}{doubt}",
        fill(
            "date-from-to",
            [("start", start.into()), ("end", words_of_point(end).into())]
        )
    )
}

/// The first of two points without what the second repeats.
fn shortened(start: Precision, end: Precision) -> Option<String> {
    match (start, end) {
        (Precision::Day(start), Precision::Day(end)) if start.year() == end.year() => {
            if start.month() == end.month() {
                Some(start.day().to_string())
            } else {
                Some(format!("{} {}", start.day(), month(start.month())))
            }
        }
        (Precision::Month(year, number), Precision::Month(same, _)) if year == same => {
            Some(month(number).to_owned())
        }
        (Precision::Season(year, number), Precision::Season(same, _)) if year == same => {
            Some(season(number).to_owned())
        }
        _ => None,
    }
}

fn words_of_point(point: Point) -> String {
    let about = if is_about(point) {
        text("date-about")
    } else {
        ""
    };
    match point.precision {
        Precision::Day(day) => {
            format!("{about}{} {} {}", day.day(), month(day.month()), day.year())
        }
        Precision::Month(year, number) => format!("{about}{} {year}", month(number)),
        Precision::Season(year, number) => format!("{about}{} {year}", season(number)),
        Precision::Year(year) => format!(
            "{about}{}",
            fill("date-year", [("year", year.to_string().into())])
        ),
        Precision::Decade(year) => format!(
            "{about}{}",
            fill(
                "date-decade",
                [
                    ("start", year.to_string().into()),
                    ("end", (year + 9).to_string().into())
                ]
            )
        ),
        Precision::Century(year) => format!(
            "{about}{}",
            fill(
                "date-century",
                [
                    ("start", year.to_string().into()),
                    ("end", (year + 99).to_string().into())
                ]
            )
        ),
    }
}

fn doubt(start: bool, end: bool) -> &'static str {
    match (start, end) {
        (true, true) => text("date-doubt"),
        (true, false) => text("date-doubt-start"),
        (false, true) => text("date-doubt-end"),
        (false, false) => "",
    }
}

fn is_about(point: Point) -> bool {
    match point.qualification {
        Qualification::Approximate | Qualification::Both => true,
        Qualification::Certain | Qualification::Uncertain => false,
    }
}

fn is_doubted(point: Point) -> bool {
    match point.qualification {
        Qualification::Uncertain | Qualification::Both => true,
        Qualification::Certain | Qualification::Approximate => false,
    }
}

fn month(number: i8) -> &'static str {
    nth(&MONTHS, number)
}

fn season(number: i8) -> &'static str {
    nth(&SEASONS, number)
}

fn nth(names: &[&'static str], number: i8) -> &'static str {
    let index = usize::try_from(number)
        .unwrap_or_default()
        .saturating_sub(1);
    names.get(index).map_or("", |key| text(key))
}

#[cfg(test)]
mod tests {
    use super::{words, words_of_instant, words_of_time};
    use crate::model::date::Edtf;

    #[test]
    fn a_date_is_said_as_far_as_it_is_known() {
        for (text, expected) in [
            ("2011-08-06", "6 غشت / أغسطس 2011"),
            ("2021-07", "يوليو / تموز 2021"),
            ("2011-21", "ربيع 2011"),
            ("2011-24~", "نحو شتاء 2011"),
            ("2011", "سنة 2011"),
            ("2011?", "سنة 2011 (غير مؤكد)"),
            ("2011-08~", "نحو غشت / أغسطس 2011"),
            ("2011-08-06%", "نحو 6 غشت / أغسطس 2011 (غير مؤكد)"),
            ("201X", "العقد 2010–2019"),
            ("19XX", "القرن 1900–1999"),
            (
                "2009-12-12/2009-12-13",
                "من 12 إلى 13 ديسمبر / كانون الأول 2009",
            ),
            (
                "2009-11-14/2009-12-17?",
                "من 14 نوفمبر / تشرين الثاني إلى 17 ديسمبر / كانون الأول 2009 (النهاية غير مؤكدة)",
            ),
            (
                "2009-11-14~/2009-11-17",
                "من نحو 14 نوفمبر / تشرين الثاني 2009 إلى 17 نوفمبر / تشرين الثاني 2009",
            ),
            (
                "2009-12-31/2010-01-01",
                "من 31 ديسمبر / كانون الأول 2009 إلى 1 يناير / كانون الثاني 2010",
            ),
            (
                "2009-11/2009-12",
                "من نوفمبر / تشرين الثاني إلى ديسمبر / كانون الأول 2009",
            ),
            ("2009-11/2010", "من نوفمبر / تشرين الثاني 2009 إلى سنة 2010"),
            ("2009?/2011?", "من سنة 2009 إلى سنة 2011 (غير مؤكد)"),
            ("2011/..", "منذ سنة 2011"),
            ("../2011-08?", "حتى غشت / أغسطس 2011 (النهاية غير مؤكدة)"),
        ] {
            assert_eq!(
                Edtf::parse(text).map(|date| words(&date)),
                Ok(expected.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn times_and_instants() {
        assert_eq!(words_of_time("16:00/20:00"), "من 16:00 إلى 20:00");
        assert_eq!(words_of_time("16:00"), "الساعة 16:00");
        assert_eq!(
            words_of_instant("2026-01-31T10:00:00Z"),
            "31 يناير / كانون الثاني 2026"
        );
        assert_eq!(words_of_instant("?"), "?");
    }
}
