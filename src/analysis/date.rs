//! Dates: the Gregorian dates a text states, in the month names of all Arab countries or in figures. Invariant: what
//! the text does not say is not filled in; a day without a year takes one only from the same day stated elsewhere in
//! the text, and the day a movement or a street is named after is no date.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::analysis::Mention;
use crate::analysis::reading::Reading;
use crate::model::date::Edtf;

mod figure;

mod month;

mod year;

/// A date as it stands in the text, perhaps without its year or its day.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Statement {
    year: Option<i16>,
    month: Option<i8>,
    /// The first and the last day.
    days: Option<(i8, i8)>,
    first_word: usize,
    last_word: usize,
    confidence: f32,
}

/// The dates a text states, in order. The confidence is that of the reading, not that the event took place then.
#[must_use]
pub fn dates(text: &str) -> Vec<Mention<Edtf>> {
    find(&Reading::of(text))
}

/// The dates a document states, in order.
#[must_use]
pub fn find(reading: &Reading<'_>) -> Vec<Mention<Edtf>> {
    let mut statements = month::statements(reading);
    let mut is_taken = vec![false; reading.words.len()];
    for more in [
        Vec::new(),
        figure::statements(reading),
        year::statements(reading),
    ] {
        let is_free = |statement: &Statement| {
            (statement.first_word..=statement.last_word).all(|word| !is_taken[word])
        };
        let free: Vec<_> = more.into_iter().filter(is_free).collect();
        statements.extend(free);
        statements.sort_by_key(|statement| statement.first_word);
        for statement in &statements {
            (statement.first_word..=statement.last_word).for_each(|word| is_taken[word] = true);
        }
    }
    let statements = join_ranges(reading, &statements);
    let known = Years::of(statements.iter().map(|(statement, _)| statement));
    let mentions = statements.iter().filter_map(|(statement, until)| {
        let (statement, confidence) = complete(statement, &known)?;
        let edtf = edtf(&statement, until.as_ref())?;
        let last_word = until.map_or(statement.last_word, |until| until.last_word);
        Some(Mention {
            value: edtf,
            span: reading.span(statement.first_word, last_word),
            confidence,
        })
    });
    mentions.collect()
}

/// Joins «28 يونيو – 2 يوليوز 2011» into one range that shares its year.
fn join_ranges(
    reading: &Reading<'_>,
    statements: &[Statement],
) -> Vec<(Statement, Option<Statement>)> {
    let mut joined: Vec<(Statement, Option<Statement>)> = Vec::new();
    for statement in statements {
        if let Some((before, until @ None)) = joined.last_mut()
            && before.year.is_none()
            && statement.year.is_some()
            && statement.days.is_some() == before.days.is_some()
            && before.last_word + 2 == statement.first_word
            && is_range_sign(reading.folded(before.last_word + 1))
            && before.month < statement.month
        {
            before.year = statement.year;
            *until = Some(*statement);
        } else {
            joined.push((*statement, None));
        }
    }
    joined
}

/// Whether a folded word stands between the first and the last day of a range.
fn is_range_sign(folded: &str) -> bool {
    matches!(
        folded,
        "-" | "–" | "—" | "الي" | "حتي" | "ولغايه" | "لغايه" | "وحتي" | "والي"
    )
}

/// What the text says elsewhere of the year of a day; nothing where it names several years.
struct Years(BTreeMap<Days, Option<i16>>);

/// A month with its first and last day.
type Days = (Option<i8>, (i8, i8));

impl Years {
    fn of<'a>(statements: impl Iterator<Item = &'a Statement>) -> Self {
        let mut years = BTreeMap::new();
        for statement in statements {
            if let (Some(days), Some(year)) = (statement.days, statement.year) {
                let known = years.entry((statement.month, days)).or_insert(Some(year));
                *known = known.filter(|known| *known == year);
            }
        }
        Self(years)
    }
}

/// The statement with its year, taken from the same day elsewhere where it has none of its own.
fn complete(statement: &Statement, known: &Years) -> Option<(Statement, f32)> {
    if statement.year.is_some() {
        return Some((*statement, statement.confidence));
    }
    let year = known
        .0
        .get(&(statement.month, statement.days?))
        .copied()
        .flatten()?;
    Some((
        Statement {
            year: Some(year),
            ..*statement
        },
        statement.confidence * 0.9,
    ))
}

/// The date in EDTF; nothing for a day that no calendar has.
fn edtf(statement: &Statement, until: Option<&Statement>) -> Option<Edtf> {
    let text = match (point(statement, false), until) {
        (Some(start), Some(until)) => format!("{start}/{}", point(until, true)?),
        (Some(start), None) => match point(statement, true) {
            Some(end) if end != start => format!("{start}/{end}"),
            _ => start,
        },
        (None, _) => return None,
    };
    Edtf::parse(&text).ok()
}

fn point(statement: &Statement, is_end: bool) -> Option<String> {
    let year = statement.year?;
    match (statement.month, statement.days) {
        (Some(month), Some((first, last))) => {
            let day = Date::new(year, month, if is_end { last } else { first }).ok()?;
            Some(day.to_string())
        }
        (Some(month), None) => Some(format!("{year:04}-{month:02}")),
        (None, _) => Some(format!("{year:04}")),
    }
}

/// A year that a document of the archive can speak of.
fn year_in_range(value: u64) -> Option<i16> {
    i16::try_from(value)
        .ok()
        .filter(|year| (1800..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::dates;

    fn shown(text: &str) -> String {
        let shown = dates(text)
            .into_iter()
            .map(|mention| format!("{}[{}]", mention.value, mention.span.slice(text)));
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_month_set_and_kind_of_digit() {
        let table = [
            ("عُقد يوم 06 غشت 2011 بالبلدة", "2011-08-06[06 غشت 2011]"),
            ("في ٣ دجنبر ٢٠١٥م", "2015-12-03[٣ دجنبر ٢٠١٥]"),
            ("وفي ۱۲ جويلية ۲۰۱۳", "2013-07-12[۱۲ جويلية ۲۰۱۳]"),
            ("يوم 9 كانون الثاني 2012", "2012-01-09[9 كانون الثاني 2012]"),
            (
                "في 9 تشرين الأول عام 2012",
                "2012-10-09[9 تشرين الأول عام 2012]",
            ),
            (
                "الموافق للخامس من نيسان عام 2019، ثم",
                "2019-04-05[للخامس من نيسان عام 2019]",
            ),
            ("في 17 تموز/يوليو 2014", "2014-07-17[17 تموز/يوليو 2014]"),
            (
                "في 17 يوليو (تموز) 2014",
                "2014-07-17[17 يوليو (تموز) 2014]",
            ),
            (
                "الحادي والعشرين من شهر أيار ألفين وثلاثة عشر",
                "2013-05-21[الحادي والعشرين من شهر أيار ألفين وثلاثة عشر]",
            ),
            ("فاتح ماي 2012", "2012-05-01[فاتح ماي 2012]"),
            ("خلال شهر جوان 2010", "2010-06[جوان 2010]"),
            (
                "عام 2009 وسنة ألفين وعشرة",
                "2009[عام 2009] 2010[وسنة ألفين وعشرة]",
            ),
            ("8كانون الأول2011", "2011-12-08[8كانون الأول2011]"),
        ];
        for (text, expected) in table {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn figures_read_the_day_first() {
        let table = [
            ("في 04-07-2021.", "2021-07-04[04-07-2021]"),
            ("في 2021/7/4", "2021-07-04[2021/7/4]"),
            ("2021-07-04T10:00", "2021-07-04[2021-07-04]"),
            ("٢٥.١٢.٢٠٢٠", "2020-12-25[٢٥.١٢.٢٠٢٠]"),
            ("12/25/2020", "2020-12-25[12/25/2020]"),
            ("31/31/2020 و 1-2-3", ""),
        ];
        for (text, expected) in table {
            assert_eq!(shown(text), expected, "{text}");
        }
        assert!(dates("04-07-2021")[0].confidence < dates("14-07-2021")[0].confidence);
    }

    #[test]
    fn ranges() {
        let table = [
            (
                "أيام 4 و5 و6 يوليوز 2011",
                "2011-07-04/2011-07-06[4 و5 و6 يوليوز 2011]",
            ),
            (
                "من 4 إلى 9 شتنبر 2012",
                "2012-09-04/2012-09-09[4 إلى 9 شتنبر 2012]",
            ),
            (
                "من 28 يونيو إلى 2 يوليوز 2011",
                "2011-06-28/2011-07-02[28 يونيو إلى 2 يوليوز 2011]",
            ),
            (
                "ما بين 11 و19 نونبر 2022",
                "2022-11-11/2022-11-19[11 و19 نونبر 2022]",
            ),
            (
                "يومي ١١ - ٨ كانون الأول ٢٠٠٥",
                "2005-12-08/2005-12-11[١١ - ٨ كانون الأول ٢٠٠٥]",
            ),
        ];
        for (text, expected) in table {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn names_and_partial_days_are_no_dates() {
        let table = [
            ("شباب حركة 14 مارس", ""),
            ("لحركة شباب 14 مارس والثورة", ""),
            ("قوى 8 آذار", ""),
            ("يوم 14 مارس الجاري", ""),
            (
                "14 مارس الجاري، ثم لقاء 14 مارس 2012",
                "2012-03-14[14 مارس] 2012-03-14[14 مارس 2012]",
            ),
            ("30 فبراير 2012 ومارس المحامون مهامهم", ""),
            ("قال آب عن 500 شخص", ""),
        ];
        for (text, expected) in table {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
