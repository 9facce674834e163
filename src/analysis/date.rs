//! Dates: the days a text states, in the month names of all Arab countries, in figures or in the Hijri calendar, and the
//! days it points at from its own. Invariant: what the text does not say is not filled in. A day without a year takes
//! one only from the same day stated elsewhere or from the day of the document; «أمس» means nothing where that day is
//! unknown; and the day a movement or a street is named after is no date.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::analysis::Mention;
use crate::analysis::lexicon::trigger::Marks;
use crate::analysis::reading::Reading;
use crate::model::date::Edtf;

mod byline;

mod day;

mod figure;

mod hijri;

pub(super) mod month;

mod range;

mod relative;

mod same;

mod season;

mod weekday;

mod year;

/// A date that a text states, and what there is to say of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stated {
    /// The date.
    pub edtf: Edtf,
    /// The same day in the Hijri calendar, where the text gives it: `1432-09-06`.
    pub hijri: Option<String>,
    /// What speaks against it, in words.
    pub remark: Option<String>,
    /// What it is to the document, where it is no day in its story.
    pub byline: Option<Byline>,
}

/// What a date of the document itself is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Byline {
    /// The day it was published.
    Published,
    /// The day that stands in a line of its own at its head or foot, as that of a letter does.
    Signed,
}

/// The calendar a date is stated in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Calendar {
    Gregorian,
    Hijri,
}

/// Where a date without a year lies, seen from the day of the document: «الماضي», «الجاري», «المقبل».
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Past,
    Current,
    Future,
    LastYear,
    NextYear,
    /// «من السنة نفسها»: the year of the date before.
    SameYear,
    /// «من كل سنة»: no date at all.
    EveryYear,
}

/// What speaks against a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Remark {
    /// The text names another day of the week.
    Weekday(Weekday),
    /// The date in the other calendar is another day.
    Calendar,
}

/// A date as it stands in the text, perhaps without its year or its day.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Statement {
    calendar: Calendar,
    year: Option<i16>,
    /// 1 to 12; 21 to 24 is a season, as in EDTF.
    month: Option<i8>,
    /// The first and the last day.
    days: Option<(i8, i8)>,
    direction: Option<Direction>,
    remark: Option<Remark>,
    /// The day of the week that stands beside it.
    said: Option<Weekday>,
    /// By how many days a Hijri date is moved, so that it falls on that day of the week.
    shift: Option<i32>,
    first_word: usize,
    last_word: usize,
    confidence: f32,
}

/// One date, from its beginning to its end, with its other form.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Period {
    start: Statement,
    until: Option<Statement>,
    /// The statement in the Hijri calendar beside a Gregorian one.
    hijri: Option<Statement>,
    first_word: usize,
    last_word: usize,
}

/// The dates of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Dates {
    /// What it states, in order.
    pub mentions: Vec<Mention<Stated>>,
    /// The day it was written or published, where that is known.
    pub document: Option<Date>,
}

/// The dates a text states, in order. The confidence is that of the reading, not that the event took place then.
#[must_use]
pub fn dates(text: &str) -> Vec<Mention<Stated>> {
    let reading = Reading::of(text);
    find(&reading, &Marks::of(&reading), None).mentions
}

/// The dates of a document. `published` is the day of the document, where it is known from elsewhere.
#[must_use]
pub fn find(reading: &Reading<'_>, marks: &Marks, published: Option<Date>) -> Dates {
    let mut periods = periods(reading);
    let bylines = byline::find(reading, marks, &periods);
    let aside = byline::aside(reading);
    let document = published
        .or(aside.as_ref().map(|(day, _)| *day))
        .or_else(|| byline::day(&bylines, &periods));
    range::complete(&mut periods, document);
    let mut mentions: Vec<_> = periods
        .iter()
        .enumerate()
        .filter_map(|(index, period)| mention(reading, period, bylines.of(index)))
        .collect();
    if let Some((_, aside)) = aside {
        // Words on both sides of a line of the page are no date together.
        mentions.retain(|mention| !mention.span.overlaps(aside.span));
        mentions.push(aside);
    }
    if let Some(document) = document {
        mentions.extend(relative::find(reading, marks, &periods, document));
    }
    mentions.sort_by_key(|mention| mention.span);
    let more = same::find(reading, &mentions);
    if !more.is_empty() {
        mentions.extend(more);
        mentions.sort_by_key(|mention| mention.span);
    }
    Dates { mentions, document }
}

/// The dates of a reading, ranges and doubled forms joined.
fn periods(reading: &Reading<'_>) -> Vec<Period> {
    hijri::pair(reading, range::join(reading, &statements(reading)))
}

/// Whether the word at `index` names a day of the week.
#[must_use]
pub fn is_weekday(reading: &Reading<'_>, index: usize) -> bool {
    weekday::at(reading, index).is_some()
}

/// All statements, in order; where two readings claim the same word, the surer kind has it.
fn statements(reading: &Reading<'_>) -> Vec<Statement> {
    let mut statements = Vec::new();
    let mut is_taken = vec![false; reading.words.len()];
    for more in [
        month::statements(reading),
        figure::statements(reading),
        season::statements(reading),
        year::statements(reading),
    ] {
        for statement in more {
            if let Some(words) = is_taken.get_mut(statement.first_word..=statement.last_word)
                && !words.contains(&true)
            {
                words.fill(true);
                statements.push(statement);
            }
        }
    }
    statements.sort_by_key(|statement| statement.first_word);
    for statement in &mut statements {
        weekday::check(reading, statement);
    }
    statements
}

fn mention(
    reading: &Reading<'_>,
    period: &Period,
    byline: Option<Byline>,
) -> Option<Mention<Stated>> {
    let text = match period.start.calendar {
        Calendar::Gregorian => range::edtf(&period.start, period.until.as_ref())?,
        Calendar::Hijri => hijri::edtf(&period.start, period.until.as_ref())?,
    };
    let hijri = match period.start.calendar {
        Calendar::Gregorian => period.hijri.as_ref().and_then(hijri::form),
        Calendar::Hijri => hijri::form(&period.start),
    };
    let remark = period
        .start
        .remark
        .or(period.until.and_then(|until| until.remark));
    let confidence = period.until.map_or(period.start.confidence, |until| {
        until.confidence.min(period.start.confidence)
    });
    Some(Mention {
        value: Stated {
            edtf: Edtf::parse(&text).ok()?,
            hijri,
            remark: remark.and_then(|remark| words_of_remark(remark, &period.start)),
            byline,
        },
        span: reading.span(period.first_word, period.last_word),
        confidence,
    })
}

fn words_of_remark(remark: Remark, statement: &Statement) -> Option<String> {
    match remark {
        Remark::Weekday(said) => {
            let (said, is) = (
                weekday::name(said),
                weekday::name(statement.first_day()?.weekday()),
            );
            Some(format!("يقول النص «{said}»، وهذا التاريخ يوم {is}"))
        }
        Remark::Calendar => {
            Some("التاريخ الهجري المذكور معه يقع في يوم آخر بتقويم أم القرى".to_owned())
        }
    }
}

impl Statement {
    /// Its first day in the Gregorian calendar, where it says one.
    fn first_day(&self) -> Option<Date> {
        self.day_of(self.days?.0)
    }

    /// Its last day in the Gregorian calendar, where it says one.
    fn last_day(&self) -> Option<Date> {
        self.day_of(self.days?.1)
    }

    fn day_of(&self, day: i8) -> Option<Date> {
        match self.calendar {
            Calendar::Gregorian => Date::new(self.year?, self.month?, day).ok(),
            Calendar::Hijri => {
                let day = hijri::day(self.year?, self.month?, day)?;
                day.checked_add(self.shift.unwrap_or(0).days()).ok()
            }
        }
    }
}

/// The calendar that a year belongs to, of those a document of the archive can speak of.
fn calendar_of(year: u64) -> Option<(Calendar, i16)> {
    let year = i16::try_from(year).ok()?;
    match year {
        1300..=1499 => Some((Calendar::Hijri, year)),
        1800..=2100 => Some((Calendar::Gregorian, year)),
        _ => None,
    }
}

/// The dates of each text of a table, as «edtf[words]».
#[cfg(test)]
fn check(table: &[(&str, &str)]) {
    for (text, expected) in table {
        let shown = dates(text)
            .into_iter()
            .map(|mention| format!("{}[{}]", mention.value.edtf, mention.span.slice(text)));
        assert_eq!(shown.collect::<Vec<_>>().join(" "), *expected, "{text}");
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;
    use proptest::prelude::{any, prop_assert, proptest};

    use super::{check, find};
    use crate::analysis::lexicon::trigger::Marks;
    use crate::analysis::reading::Reading;

    #[test]
    fn names_and_partial_days_are_no_dates() {
        check(&[
            ("شباب حركة 14 مارس", ""),
            ("لحركة شباب 14 مارس والثورة", ""),
            ("قوى 8 آذار", ""),
            ("يوم 14 مارس الجاري", ""),
            (
                "14 مارس الجاري، ثم لقاء 14 مارس 2012",
                "2012-03-14[14 مارس الجاري] 2012-03-14[14 مارس 2012]",
            ),
            ("30 فبراير 2012 ومارس المحامون مهامهم", ""),
            ("قال آب عن 500 شخص", ""),
            ("يوم 13 يناير من كل سنة", ""),
            (
                "تأسست في ماي 2012، وفي 8 مارس من السنة نفسها اجتمعت",
                "2012-05[ماي 2012] 2012-03-08[8 مارس من السنة نفسها]",
            ),
            ("تجتمع غدا وأمس والخميس الماضي", ""),
        ]);
    }

    #[test]
    fn a_line_of_the_page_parts_a_day_from_a_month() {
        let shown = super::dates("5\nنشر في فاتح كانون الثاني2012\nماي");
        let shown: Vec<_> = shown
            .iter()
            .map(|mention| mention.value.edtf.as_str())
            .collect();
        assert_eq!(shown, ["2012-01-01"]);
    }

    const PARTS: [&str; 42] = [
        "5",
        "12",
        "31",
        "2012",
        "١٤٣٢",
        "99999999999",
        "/",
        "-",
        "–",
        ".",
        "،",
        "من",
        "إلى",
        "غاية",
        "و",
        "ماي",
        "رمضان",
        "هـ",
        "كانون الثاني",
        "السبت",
        "يوم",
        "أمس",
        "غدا",
        "أول",
        "الجاري",
        "الماضي",
        "الشهر",
        "الموافق",
        "(",
        ")",
        "بين",
        "فاتح",
        "الرابع",
        "والعشرين",
        "نشر في",
        "\n",
        "عام",
        "ألفين",
        "واحد",
        "كل سنة",
        "نفس",
        "ذاته",
    ];

    proptest! {
        #[test]
        fn any_row_of_parts_is_read(parts in proptest::collection::vec((0..PARTS.len(), any::<bool>()), 0..60), is_known in any::<bool>()) {
            let text: String = parts
                .into_iter()
                .flat_map(|(part, is_apart)| [PARTS[part], if is_apart { " " } else { "" }])
                .collect();
            let reading = Reading::of(&text);
            let day = is_known.then(|| day(2012, 2, 29));
            let mut end = 0;
            for mention in find(&reading, &Marks::of(&reading), day).mentions {
                prop_assert!(mention.span.start >= end && !mention.span.slice(&text).is_empty());
                prop_assert!(mention.confidence > 0.0 && mention.confidence <= 1.0);
                end = mention.span.end;
            }
        }
    }
}
