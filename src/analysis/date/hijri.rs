//! Hijri dates. They are converted by the Umm al-Qura calendar, which Saudi Arabia publishes and most Arab newspapers
//! print; months begin a day earlier or later in countries that go by the sighting of the moon, so a date known from the
//! Hijri calendar alone is marked as approximate. Beside a Gregorian date the Gregorian one counts, both are kept, and
//! more than a day between them is said.

use icu_calendar::cal::{Hijri, Iso};
use jiff::civil::Date;

use super::{Calendar, Period, Remark, Statement, weekday};
use crate::analysis::reading::Reading;

/// How many words may stand between the two forms of a date.
const REACH: usize = 5;

/// The day of a Hijri date in the Gregorian calendar.
pub(super) fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let calendar = Hijri::new_umm_al_qura();
    let hijri = icu_calendar::Date::try_new(
        i32::from(year).into(),
        icu_calendar::types::Month::new(month),
        day,
        calendar,
    );
    let iso = hijri.ok()?.to_calendar(Iso);
    let year = i16::try_from(iso.era_year().year).ok()?;
    let (month, day) = (iso.month().ordinal, iso.day_of_month().0);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The statement in the Hijri calendar itself: `1432-09-06`, or `1432-09` without a day.
pub(super) fn form(statement: &Statement) -> Option<String> {
    let (year, month) = (statement.year?, statement.month?);
    Some(match statement.days {
        Some((first, last)) if first == last => format!("{year}-{month:02}-{first:02}"),
        Some((first, last)) => format!("{year}-{month:02}-{first:02}/{year}-{month:02}-{last:02}"),
        None => format!("{year}-{month:02}"),
    })
}

/// A date known from the Hijri calendar alone, in EDTF: approximate, unless its day of the week makes it certain.
pub(super) fn edtf(start: &Statement, until: Option<&Statement>) -> Option<String> {
    let (year, month) = (start.year?, start.month?);
    let first = match start.days {
        Some(_) => start.first_day()?,
        None => day(year, month, 1)?,
    };
    let last = match (until, start.days) {
        (Some(until), _) => until.last_day()?,
        (None, Some(_)) => start.last_day()?,
        (None, None) => day(year, month, 30).or_else(|| day(year, month, 29))?,
    };
    let about = if start.shift.is_some() { "" } else { "~" };
    Some(if first == last {
        format!("{first}{about}")
    } else {
        format!("{first}{about}/{last}{about}")
    })
}

/// Joins the two forms of one date: «6 رمضان 1432 هـ الموافق 6 غشت 2011».
pub(super) fn pair(reading: &Reading<'_>, periods: Vec<Period>) -> Vec<Period> {
    let mut paired: Vec<Period> = Vec::with_capacity(periods.len());
    for period in periods {
        match paired.last_mut() {
            Some(before)
                if before.hijri.is_none()
                    && before.start.calendar != period.start.calendar
                    && is_joined(reading, before.last_word, period.first_word) =>
            {
                let closes = (before.last_word + 1..period.first_word)
                    .any(|place| reading.folded(place) == "(")
                    && reading.folded(period.last_word + 1) == ")";
                *before = joined(before, &period);
                before.last_word += usize::from(closes);
            }
            _ => paired.push(period),
        }
    }
    paired
}

fn joined(before: &Period, after: &Period) -> Period {
    let (mut gregorian, hijri) = match before.start.calendar {
        Calendar::Gregorian => (*before, after.start),
        Calendar::Hijri => (*after, before.start),
    };
    gregorian.first_word = before.first_word;
    gregorian.last_word = after.last_word;
    // The day of the week stands before the first form and is held against the day that counts.
    if gregorian.start.said.is_none()
        && let Some(said) = hijri.said
    {
        weekday::hold(&mut gregorian.start, said);
    }
    gregorian.hijri = Some(hijri);
    let Some(converted) = hijri.first_day() else {
        return gregorian;
    };
    if gregorian.start.year.is_none() && gregorian.until.is_none() {
        let years = [converted.year() - 1, converted.year(), converted.year() + 1];
        let near = years.into_iter().find(|year| {
            let dated = Statement {
                year: Some(*year),
                ..gregorian.start
            };
            dated
                .first_day()
                .is_some_and(|day| distance(day, converted) <= 2)
        });
        gregorian.start.year = near;
    }
    if let Some(day) = gregorian.start.first_day() {
        match distance(day, converted) {
            0..=1 => gregorian.start.confidence = gregorian.start.confidence.max(0.97),
            2 => {}
            _ => {
                gregorian.start.confidence *= 0.8;
                gregorian.start.remark = gregorian.start.remark.or(Some(Remark::Calendar));
            }
        }
    }
    gregorian
}

fn distance(one: Date, other: Date) -> i32 {
    one.until(other)
        .map_or(i32::MAX, |span| span.get_days().abs())
}

/// Whether only joining words and signs stand between two dates.
fn is_joined(reading: &Reading<'_>, last: usize, first: usize) -> bool {
    let is_near = first > last && first - last <= REACH + 1;
    let is_join = |place: usize| {
        matches!(
            reading.folded(place),
            "الموافق"
                | "الموافقه"
                | "موافق"
                | "للموافق"
                | "والموافق"
                | "المصادف"
                | "المصادفه"
                | "المقابل"
                | "ل"
                | "ه"
                | "هجري"
                | "هجريه"
                | "م"
                | "ميلادي"
                | "ميلاديه"
                | "يوم"
                | "ليوم"
                | "-"
                | "–"
                | "—"
                | "/"
                | "("
                | "،"
                | ","
                | ":"
                | "="
                | "|"
                | "\\"
        ) || weekday::at(reading, place).is_some()
    };
    is_near && (last + 1..first).all(is_join)
}

#[cfg(test)]
mod tests {
    use super::day;
    use crate::analysis::date::dates;

    #[test]
    fn known_days() {
        for (hijri, gregorian) in [
            ((1432, 9, 1), "2011-08-01"),
            ((1442, 1, 1), "2020-08-20"),
            ((1446, 1, 1), "2024-07-07"),
            ((1445, 9, 1), "2024-03-11"),
        ] {
            let shown = day(hijri.0, hijri.1, hijri.2).map(|day| day.to_string());
            assert_eq!(shown.as_deref(), Some(gregorian), "{hijri:?}");
        }
        assert!(day(1432, 13, 1).is_none() && day(1432, 9, 31).is_none());
    }

    #[test]
    fn hijri_dates_alone_and_beside_gregorian_ones() {
        let table = [
            ("في 6 رمضان 1432 هـ", "2011-08-06~ 1432-09-06"),
            ("يوم 7/9/1432هـ", "2011-08-07~ 1432-09-07"),
            (
                "السبت 6 رمضان 1432 هـ الموافق لـ 6 غشت 2011 م",
                "2011-08-06 1432-09-06",
            ),
            ("5 أغسطس 2011م (5 رمضان 1432هـ)", "2011-08-05 1432-09-05"),
            ("5 غشت الموافق 5 رمضان 1432", "2011-08-05 1432-09-05"),
            (
                "5 غشت 2011 الموافق 15 رمضان 1432",
                "2011-08-05 1432-09-15 التاريخ الهجري المذكور معه يقع في يوم آخر بتقويم أم القرى",
            ),
            ("يوم السبت 6 رمضان 1432 هـ", "2011-08-06 1432-09-06"),
            ("يوم الأحد 6 رمضان 1432 هـ", "2011-08-07 1432-09-06"),
            ("خلال رمضان 1432", "2011-08-01~/2011-08-29~ 1432-09"),
            ("قال رمضان عبد الله", ""),
        ];
        for (text, expected) in table {
            let found = dates(text).into_iter().map(|mention| {
                let value = mention.value;
                let parts = [Some(value.edtf.to_string()), value.hijri, value.remark];
                parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
            });
            assert_eq!(found.collect::<Vec<_>>().join("; "), expected, "{text}");
        }
    }
}
