//! Dates of the Hijri calendar, as sources state them.

use icu_calendar::Date as CalendarDate;
use icu_calendar::cal::Hijri;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::digits;

/// A date in the Hijri calendar, as a source states it: `1432-09-06`, `1432-09`, or two of them with `/` between. It is
/// kept beside the Gregorian date and never reckoned with; [`HijriDate::of_day`] only tells a reader what day it was.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HijriDate(String);

/// Why a string is no Hijri date.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "«{0}» is no Hijri date: write 1432-09-06 or 1432-09, or two of them as 1432-09-06/1432-09-08"
)]
pub struct HijriError(String);

impl HijriDate {
    /// Reads a Hijri date.
    ///
    /// # Errors
    /// When it is not of that form or no month or day has that number.
    pub fn parse(text: &str) -> Result<Self, HijriError> {
        let is_point = |text: &str| {
            let mut parts = text.split('-');
            let mut number = |length: usize| {
                let part = parts.next()?;
                (part.len() == length).then(|| digits(part))?
            };
            let (year, month, day) = (number(4), number(2), number(2));
            let is_of_the_calendar = year.is_some()
                && month.is_some_and(|month| (1..=12).contains(&month))
                && day.is_none_or(|day| (1..=30).contains(&day));
            is_of_the_calendar && text.len() == if day.is_some() { 10 } else { 7 }
        };
        if text.split('/').count() <= 2 && text.split('/').all(is_point) {
            Ok(Self(text.to_owned()))
        } else {
            Err(HijriError(text.to_owned()))
        }
    }

    /// The day of the Umm al-Qura calendar that begins on the evening before this one. Where months begin by the sighting
    /// of the moon, they may have written a day more or less.
    #[must_use]
    pub fn of_day(day: Date) -> Option<Self> {
        let (month, number) = (
            u8::try_from(day.month()).ok()?,
            u8::try_from(day.day()).ok()?,
        );
        let iso = CalendarDate::try_new_iso(i32::from(day.year()), month, number).ok()?;
        let hijri = iso.to_calendar(Hijri::new_umm_al_qura());
        let year = hijri.year().extended_year();
        let (month, number) = (hijri.month().ordinal, hijri.day_of_month().0);
        Self::parse(&format!("{year:04}-{month:02}-{number:02}")).ok()
    }

    /// The date as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for HijriDate {
    type Error = HijriError;

    fn try_from(text: String) -> Result<Self, HijriError> {
        Self::parse(&text)
    }
}

impl From<HijriDate> for String {
    fn from(date: HijriDate) -> String {
        date.0
    }
}

#[cfg(test)]
mod tests {
    use super::HijriDate;

    #[test]
    fn a_day_has_its_hijri_day() {
        for (day, hijri) in [
            ("2011-08-06", "1432-09-06"),
            ("2024-07-07", "1446-01-01"),
            ("1956-03-02", "1375-07-19"),
        ] {
            let day = day.parse().expect("a day");
            let found = HijriDate::of_day(day);
            assert_eq!(found.as_ref().map(HijriDate::as_str), Some(hijri), "{day}");
        }
    }

    #[test]
    fn hijri_dates_have_one_form() {
        for text in ["1432-09-06", "1432-09", "1432-09-06/1432-09-08"] {
            assert!(HijriDate::parse(text).is_ok(), "{text}");
        }
        for text in [
            "",
            "1432",
            "1432-9-6",
            "1432-13-01",
            "1432-09-31",
            "1432-09-06-",
            "1432-09/1432-10/1432-11",
        ] {
            assert!(HijriDate::parse(text).is_err(), "{text}");
        }
    }
}
