//! Dates with the name of a month. The month is found first; the days are read backwards from it, the year forwards.

use std::sync::LazyLock;

use super::{Calendar, Direction, Statement, day, relative, weekday, year};
use crate::analysis::lexicon::card::{List, Opening};
use crate::analysis::lexicon::phrase_list::PhraseList;
use crate::analysis::lexicon::{Article, Phrases, forms, rows};
use crate::analysis::reading::Reading;
use crate::text::fold::fold_plain;

static MONTHS: LazyLock<Phrases<(Calendar, i8)>> = LazyLock::new(|| {
    let mut months = PhraseList::of(Some(List::Month));
    for (calendar, list) in [
        (Calendar::Gregorian, include_str!("../lexicon/month.tsv")),
        (Calendar::Hijri, include_str!("../lexicon/hijri.tsv")),
    ] {
        for row in rows(list) {
            let [number, names] = row[..] else { continue };
            let number = number.parse().unwrap_or_default();
            forms(names).for_each(|name| {
                months.insert_folded(&fold_plain(name), Article::Without, (calendar, number));
            });
        }
    }
    months.phrases()
});

static NAMESAKES: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let mut heads = PhraseList::of(None);
    for row in rows(include_str!("../lexicon/namesake.tsv")) {
        heads.insert_folded(&fold_plain(row.first().unwrap_or(&"")), Article::Either, ());
    }
    heads.phrases()
});

pub(super) fn statements(reading: &Reading<'_>) -> Vec<Statement> {
    let mut statements = Vec::new();
    let (mut floor, mut index) = (0, 0);
    while index < reading.words.len() {
        let Some((month, last)) = month_at(reading, index) else {
            index += 1;
            continue;
        };
        let last_name = doubled(reading, month, last);
        let statement = statement(reading, month, (floor, index), last_name);
        (floor, index) = (statement.last_word + 1, last_name + 1);
        statements.push(statement);
    }
    statements
}

/// The statement around the name of a month at `index`, which takes no word before `floor`. Without a day, a year and a direction it is kept only for a range that it
/// may begin: «نونبر ودجنبر 2009».
fn statement(
    reading: &Reading<'_>,
    (calendar, month): (Calendar, i8),
    (floor, index): (usize, usize),
    last_name: usize,
) -> Statement {
    let days = day::before(reading, index).filter(|(_, first_word)| *first_word >= floor);
    if days.is_none()
        && let Some(statement) = month_first(reading, (calendar, month), index, last_name)
    {
        return statement;
    }
    let direction = direction_behind(reading, last_name + 1);
    let last_name = direction.map_or(last_name, |(_, last)| last);
    let direction = direction.map(|(direction, _)| direction);
    let (year, last_word) = match year::behind(reading, last_name + 1, calendar) {
        Some((year, last_word)) => (Some(year), last_word),
        None => (None, last_name),
    };
    let first_word = days.map_or(index, |(_, first_word)| first_word);
    let is_name = is_namesake(reading, first_word);
    Statement {
        calendar,
        year,
        month: Some(month),
        // «حركة 20 فبراير» without a year is no day that a document date could complete.
        days: days
            .map(|(days, _)| days)
            .filter(|_| year.is_some() || !is_name),
        direction,
        remark: None,
        said: None,
        shift: None,
        first_word,
        last_word,
        confidence: if is_name { 0.3 } else { 0.95 },
    }
}

/// «May 5, 2012», as English bylines have it.
fn month_first(
    reading: &Reading<'_>,
    (calendar, month): (Calendar, i8),
    index: usize,
    last_name: usize,
) -> Option<Statement> {
    let is_latin = reading.letters(index).is_ascii();
    let (day, _) = day::one(reading, last_name + 2).filter(|_| is_latin)?;
    let place = last_name + 2 + usize::from(reading.folded(last_name + 2) == ",");
    let (year, last_word) = year::behind(reading, place, calendar)?;
    Some(Statement {
        calendar,
        year: Some(year),
        month: Some(month),
        days: Some((day, day)),
        direction: None,
        remark: None,
        said: None,
        shift: None,
        first_word: index,
        last_word,
        confidence: 0.9,
    })
}

fn month_at(reading: &Reading<'_>, index: usize) -> Option<((Calendar, i8), usize)> {
    let found = MONTHS.find_whole(reading, index)?;
    Some((found.entry, found.last))
}

/// How a folded word may open the name of a month.
pub fn opening(folded: &str) -> Opening {
    MONTHS.opening(folded)
}

/// The last word of the name of the month, over its second name: «تموز/يوليو», «يوليو (تموز)».
fn doubled(reading: &Reading<'_>, month: (Calendar, i8), last: usize) -> usize {
    let mut place = last + 1;
    while place < last + 3
        && matches!(
            reading.folded(place),
            "/" | "(" | "-" | "\\" | "–" | "،" | "او" | "[" | "|"
        )
    {
        place += 1;
    }
    let sign = reading.folded(place.saturating_sub(1));
    match month_at(reading, place) {
        Some((again, last)) if again == month && place > last.saturating_sub(2) => {
            let closes = matches!((sign, reading.folded(last + 1)), ("(", ")") | ("[", "]"));
            last + usize::from(closes)
        }
        _ => last,
    }
}

/// «الجاري», «الماضي», «من العام المقبل» behind a month.
fn direction_behind(reading: &Reading<'_>, index: usize) -> Option<(Direction, usize)> {
    if let Some(direction) = relative::direction(reading.letters(index)) {
        return Some((direction, index));
    }
    let place = index + usize::from(reading.letters(index) == "من");
    let (word, next) = (reading.letters(place), reading.letters(place + 1));
    if is_year_word(next) && matches!(word, "كل" | "نفس" | "ذات") {
        let direction = if word == "كل" {
            Direction::EveryYear
        } else {
            Direction::SameYear
        };
        return Some((direction, place + 1));
    }
    if !is_year_word(word) {
        return None;
    }
    let direction = match relative::direction(next) {
        Some(Direction::Past) => Direction::LastYear,
        Some(Direction::Future) => Direction::NextYear,
        Some(direction) => direction,
        None if matches!(next, "نفسه" | "نفسها" | "ذاته" | "ذاتها") => {
            Direction::SameYear
        }
        None => return None,
    };
    Some((direction, place + 1))
}

fn is_year_word(folded: &str) -> bool {
    matches!(folded, "العام" | "السنه" | "سنه" | "عام")
}

/// Whether the date that begins at `index` is what something is named after: «حركة شباب 20 فبراير».
pub(super) fn is_namesake(reading: &Reading<'_>, index: usize) -> bool {
    let is_head = |steps: usize| {
        let place = index
            .checked_sub(steps)
            .filter(|_| !reading.before(index, steps).is_empty());
        place
            .and_then(|place| NAMESAKES.find(reading, place))
            .is_some_and(|found| found.inner_end.is_none())
    };
    let link = reading.before(index, 1);
    let is_weekday = index
        .checked_sub(1)
        .is_some_and(|place| weekday::at(reading, place).is_some());
    let is_time = is_weekday
        || matches!(
            link,
            "يوم"
                | "في"
                | "بتاريخ"
                | "مساء"
                | "صباح"
                | "من"
                | "ليله"
                | "منذ"
                | "حتي"
                | "الي"
                | "امس"
                | "غد"
                | "خلال"
                | "بين"
        );
    is_head(1) || (is_head(2) && !link.is_empty() && !is_time)
}

#[cfg(test)]
mod tests {
    use crate::analysis::date::check;

    #[test]
    fn every_month_set_and_kind_of_digit() {
        check(&[
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
            (
                "انطلق صيف 2011 ثم خريف عام 2012",
                "2011-22[صيف 2011] 2012-23[خريف عام 2012]",
            ),
            ("خلال الأسبوع الأول من ماي 2012", "2012-05[ماي 2012]"),
            ("الدورة الثانية من مارس 2014", "2014-03[مارس 2014]"),
            ("المؤتمر الرابع (أكتوبر 2009)", "2009-10[أكتوبر 2009]"),
            (
                "May 5, 2012 و 6 mai 2013",
                "2012-05-05[May 5, 2012] 2013-05-06[6 mai 2013]",
            ),
        ]);
    }
}
