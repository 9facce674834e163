//! Dates as EDTF (ISO 8601-2, level 1): intervals of days that keep the form in which they are
//! known. A year stays a year; nothing ever fills in 1 January. Own code, because the crates at
//! hand do not give the first and last possible day of unspecified digits and open intervals.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::model::evidence::fact;

mod hijri;

pub use hijri::{HijriDate, HijriError};

/// Why a string is no EDTF date the archive understands.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "«{0}» is no EDTF date: write 2011-08-06, 2011-08, 2011, 201X, 2011?, 2011~, or two of them as 2009-11/2009-12 (.. for an open end)"
)]
pub struct DateError(String);

/// How sure a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Qualification {
    /// As it stands.
    Certain,
    /// `?`: possibly another.
    Uncertain,
    /// `~`: about.
    Approximate,
    /// `%`: about, and possibly another.
    Both,
}

/// One point of a date, as exact as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Precision {
    /// 2011-08-06
    Day(Date),
    /// 2011-08 or 2011-08-XX: year and month.
    Month(i16, i8),
    /// 2011-21 to 2011-24: year and season, 1 spring, 2 summer, 3 autumn, 4 winter.
    Season(i16, i8),
    /// 2011 or 2011-XX
    Year(i16),
    /// 201X: the decade that begins with this year.
    Decade(i16),
    /// 20XX: the century that begins with this year.
    Century(i16),
}

/// A point with its qualification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Point {
    /// How exactly it is known.
    pub precision: Precision,
    /// How surely it is known.
    pub qualification: Qualification,
}

/// The form of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// One point.
    Single(Point),
    /// From one point to another; `None` is an open or unknown end.
    Interval(Option<Point>, Option<Point>),
}

/// An EDTF date: its text and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Edtf {
    text: String,
    form: Form,
}

fact! {
    /// When an event took place.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Dating {
        /// The day or days.
        pub edtf: Edtf,
        /// Local wall-clock time, `16:00` or `16:00/20:00`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub time: Option<String>,
        /// The same day in the Hijri calendar, where the source gives it so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub hijri: Option<HijriDate>,
    }
}

impl Edtf {
    /// Reads an EDTF date.
    ///
    /// # Errors
    /// When it is not of level 0 or 1, names no real day, or is an interval that ends before it
    /// begins.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let wrong = || DateError(text.to_owned());
        let form = match text.split_once('/') {
            None => Form::Single(point(text).ok_or_else(wrong)?),
            Some((start, end)) => Form::Interval(
                end_of(start).ok_or_else(wrong)?,
                end_of(end).ok_or_else(wrong)?,
            ),
        };
        let date = Self {
            text: text.to_owned(),
            form,
        };
        match (date.form, date.earliest(), date.latest()) {
            (Form::Interval(None, None), ..) => Err(wrong()),
            (_, Some(earliest), Some(latest)) if latest < earliest => Err(wrong()),
            _ => Ok(date),
        }
    }

    /// The date of one day.
    #[must_use]
    pub fn of_day(day: Date) -> Self {
        Self {
            text: day.to_string(),
            form: Form::Single(Point {
                precision: Precision::Day(day),
                qualification: Qualification::Certain,
            }),
        }
    }

    /// The date as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Its form, for showing it in words.
    #[must_use]
    pub fn form(&self) -> Form {
        self.form
    }

    /// The first day it can mean; `None` when its beginning is open.
    #[must_use]
    pub fn earliest(&self) -> Option<Date> {
        match self.form {
            Form::Single(point) => point.precision.bounds().map(|(first, _)| first),
            Form::Interval(start, _) => start?.precision.bounds().map(|(first, _)| first),
        }
    }

    /// The last day it can mean; `None` when its end is open.
    #[must_use]
    pub fn latest(&self) -> Option<Date> {
        match self.form {
            Form::Single(point) => point.precision.bounds().map(|(_, last)| last),
            Form::Interval(_, end) => end?.precision.bounds().map(|(_, last)| last),
        }
    }

    /// Whether nothing in it is qualified as uncertain or approximate.
    #[must_use]
    pub fn is_unqualified(&self) -> bool {
        let plain = |point: Option<Point>| {
            point.is_none_or(|point| point.qualification == Qualification::Certain)
        };
        match self.form {
            Form::Single(point) => plain(Some(point)),
            Form::Interval(start, end) => plain(start) && plain(end),
        }
    }
}

impl Precision {
    fn bounds(self) -> Option<(Date, Date)> {
        let day = |year, month, day| Date::new(year, month, day).ok();
        let month_end = |year, month| Some(day(year, month, 1)?.last_of_month());
        match self {
            Self::Day(date) => Some((date, date)),
            Self::Month(year, month) => Some((day(year, month, 1)?, month_end(year, month)?)),
            // A season's months differ by country; a winter may run into the next year.
            Self::Season(year, 4) => Some((day(year, 12, 1)?, month_end(year + 1, 2)?)),
            Self::Season(year, season) => {
                Some((day(year, season * 3, 1)?, month_end(year, season * 3 + 2)?))
            }
            Self::Year(year) => Some((day(year, 1, 1)?, day(year, 12, 31)?)),
            Self::Decade(year) => Some((day(year, 1, 1)?, day(year + 9, 12, 31)?)),
            Self::Century(year) => Some((day(year, 1, 1)?, day(year + 99, 12, 31)?)),
        }
    }
}

fn end_of(text: &str) -> Option<Option<Point>> {
    match text {
        "" | ".." => Some(None),
        _ => point(text).map(Some),
    }
}

fn point(text: &str) -> Option<Point> {
    let (body, qualification) = match text.as_bytes().last()? {
        b'?' => (&text[..text.len() - 1], Qualification::Uncertain),
        b'~' => (&text[..text.len() - 1], Qualification::Approximate),
        b'%' => (&text[..text.len() - 1], Qualification::Both),
        _ => (text, Qualification::Certain),
    };
    let precision = precision(body)?;
    precision.bounds()?;
    Some(Point {
        precision,
        qualification,
    })
}

fn precision(text: &str) -> Option<Precision> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    match (month, day) {
        (None, None) => year_precision(year),
        (Some("XX"), None | Some("XX")) => Some(Precision::Year(digits(year)?)),
        (Some(month), None | Some("XX")) => {
            let (year, month) = (digits(year)?, digits(two(month)?)?);
            match month {
                1..=12 => Some(Precision::Month(year, i8::try_from(month).ok()?)),
                21..=24 if day.is_none() => {
                    Some(Precision::Season(year, i8::try_from(month - 20).ok()?))
                }
                _ => None,
            }
        }
        (Some(month), Some(day)) => {
            let month = i8::try_from(digits(two(month)?)?).ok()?;
            let day = i8::try_from(digits(two(day)?)?).ok()?;
            Date::new(digits(year)?, month, day)
                .ok()
                .map(Precision::Day)
        }
        (None, Some(_)) => None,
    }
}

fn year_precision(year: &str) -> Option<Precision> {
    if let Some(century) = year.strip_suffix("XX") {
        Some(Precision::Century(digits(century)? * 100))
    } else if let Some(decade) = year.strip_suffix('X') {
        Some(Precision::Decade(digits(decade)? * 10))
    } else {
        digits(year).map(Precision::Year)
    }
}

fn two(text: &str) -> Option<&str> {
    (text.len() == 2).then_some(text)
}

fn digits(text: &str) -> Option<i16> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

impl TryFrom<String> for Edtf {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        Self::parse(&text)
    }
}

impl From<Edtf> for String {
    fn from(date: Edtf) -> String {
        date.text
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::Edtf;

    fn days(text: &str) -> String {
        let end =
            |day: Option<jiff::civil::Date>| day.map_or("..".to_owned(), |day| day.to_string());
        match Edtf::parse(text) {
            Ok(date) => format!("{}/{}", end(date.earliest()), end(date.latest())),
            Err(_) => "refused".to_owned(),
        }
    }

    #[test]
    fn every_form_has_its_first_and_last_day() {
        for (text, expected) in [
            ("2011-08-06", "2011-08-06/2011-08-06"),
            ("2012-02", "2012-02-01/2012-02-29"),
            ("2012-02-XX", "2012-02-01/2012-02-29"),
            ("2011", "2011-01-01/2011-12-31"),
            ("2011-XX-XX", "2011-01-01/2011-12-31"),
            ("2021?", "2021-01-01/2021-12-31"),
            ("2021-11~", "2021-11-01/2021-11-30"),
            ("201X", "2010-01-01/2019-12-31"),
            ("19XX", "1900-01-01/1999-12-31"),
            ("2011-21", "2011-03-01/2011-05-31"),
            ("2011-24", "2011-12-01/2012-02-29"),
            ("2009-11/2009-12", "2009-11-01/2009-12-31"),
            ("2009-11-14/2009-12-17?", "2009-11-14/2009-12-17"),
            ("../2011", "../2011-12-31"),
            ("2011/..", "2011-01-01/.."),
            ("1948-05-14", "1948-05-14/1948-05-14"),
        ] {
            assert_eq!(days(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "yesterday",
            "2011-13",
            "2011-02-30",
            "11-08-06",
            "2011-8-6",
            "2012/2011",
            "../..",
            "/",
            "2011-08-06T10:00",
            "20X1",
            "٢٠١١",
            "2011-08-06-",
            "+2011",
            "2011-2X",
        ] {
            assert_eq!(days(text), "refused", "{text}");
        }
    }
}
