//! Dates in words, as exact as they are known. Months have the names of most readers, one name each, since a summary is
//! short; the page shows both.

use crate::model::date::{Edtf, Form, Point, Precision, Qualification};

const MONTHS: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];

/// «يوم 6 أغسطس 2011», «من 2 إلى 4 ديسمبر 2021», «في أغسطس 2011»; nothing for what has no plain words.
pub(super) fn shown(edtf: &Edtf) -> Option<String> {
    match edtf.form() {
        Form::Single(point) => {
            let preposition = match point.precision {
                Precision::Day(_) => "يوم",
                Precision::Year(_) => "سنة",
                _ => "في",
            };
            Some(format!(
                "{preposition} {}{}",
                about(point),
                point_shown(point)?
            ))
        }
        Form::Interval(Some(start), Some(end)) => {
            let first = match (start.precision, end.precision) {
                (Precision::Day(one), Precision::Day(other))
                    if one.year() == other.year() && one.month() == other.month() =>
                {
                    one.day().to_string()
                }
                (Precision::Day(one), Precision::Day(other)) if one.year() == other.year() => {
                    format!("{} {}", one.day(), month(one.month())?)
                }
                _ => point_shown(start)?,
            };
            Some(format!(
                "من {first} إلى {}{}",
                about(end),
                point_shown(end)?
            ))
        }
        Form::Interval(..) => None,
    }
}

fn about(point: Point) -> &'static str {
    match point.qualification {
        Qualification::Certain => "",
        Qualification::Uncertain | Qualification::Approximate | Qualification::Both => "نحو ",
    }
}

fn point_shown(point: Point) -> Option<String> {
    match point.precision {
        Precision::Day(day) => Some(format!(
            "{} {} {}",
            day.day(),
            month(day.month())?,
            day.year()
        )),
        Precision::Month(year, number) => Some(format!("{} {year}", month(number)?)),
        Precision::Season(year, number) => {
            let season = match number {
                1 => "ربيع",
                2 => "صيف",
                3 => "خريف",
                _ => "شتاء",
            };
            Some(format!("{season} {year}"))
        }
        Precision::Year(year) => Some(year.to_string()),
        Precision::Decade(_) | Precision::Century(_) => None,
    }
}

fn month(number: i8) -> Option<&'static str> {
    let index = usize::try_from(number).ok()?.checked_sub(1)?;
    MONTHS.get(index).copied()
}

#[cfg(test)]
mod tests {
    use super::shown;
    use crate::model::date::Edtf;

    #[test]
    fn dates_in_words() {
        let table = [
            ("2011-08-06", Some("يوم 6 أغسطس 2011")),
            ("2011-08", Some("في أغسطس 2011")),
            ("2011", Some("سنة 2011")),
            ("2021-12-02/2021-12-04", Some("من 2 إلى 4 ديسمبر 2021")),
            (
                "2021-11-30/2021-12-02",
                Some("من 30 نوفمبر إلى 2 ديسمبر 2021"),
            ),
            (
                "2020-12-31/2021-01-02",
                Some("من 31 ديسمبر 2020 إلى 2 يناير 2021"),
            ),
            ("2011~", Some("سنة نحو 2011")),
            ("2011-08-06/..", None),
        ];
        for (edtf, expected) in table {
            let edtf = Edtf::parse(edtf).unwrap();
            assert_eq!(shown(&edtf).as_deref(), expected);
        }
    }
}
