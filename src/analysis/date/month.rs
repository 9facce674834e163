//! Dates with the name of a month. The month is found first; the days are read backwards from it, the year forwards.

use std::sync::LazyLock;

use super::{Statement, is_range_sign, year};
use crate::analysis::lexicon::{Article, Phrases, forms, rows};
use crate::analysis::reading::Reading;
use crate::text::fold::fold_plain;
use crate::text::number::{parse_digits, parse_number_words, parse_ordinal};
use crate::text::token::TokenKind;

static MONTHS: LazyLock<Phrases<i8>> = LazyLock::new(|| {
    let mut months = Phrases::new();
    for row in rows(include_str!("../lexicon/month.tsv")) {
        if let [number, names] = row[..] {
            let number = number.parse().unwrap_or_default();
            forms(names)
                .for_each(|name| months.insert_folded(&fold_plain(name), Article::Without, number));
        }
    }
    months
});

static NAMESAKES: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let mut heads = Phrases::new();
    for row in rows(include_str!("../lexicon/namesake.tsv")) {
        heads.insert_folded(&fold_plain(row.first().unwrap_or(&"")), Article::Either, ());
    }
    heads
});

pub(super) fn statements(reading: &Reading<'_>) -> Vec<Statement> {
    let mut statements = Vec::new();
    let mut index = 0;
    while index < reading.words.len() {
        let Some((month, last)) = month_at(reading, index) else {
            index += 1;
            continue;
        };
        let last_name = doubled(reading, month, last);
        statements.extend(statement(reading, month, index, last_name));
        index = last_name + 1;
    }
    statements
}

fn statement(
    reading: &Reading<'_>,
    month: i8,
    index: usize,
    last_name: usize,
) -> Option<Statement> {
    let days = days_before(reading, index);
    let (year, last_word) = match year::behind(reading, last_name + 1) {
        Some((year, last_word)) => (Some(year), last_word),
        None => (None, last_name),
    };
    let first_word = days.map_or(index, |(_, first_word)| first_word);
    let is_name = is_namesake(reading, first_word);
    let statement = Statement {
        year,
        month: Some(month),
        days: days.map(|(days, _)| days),
        first_word,
        last_word,
        confidence: if is_name { 0.3 } else { 0.95 },
    };
    let is_date = year.is_some() || (days.is_some() && !is_name);
    is_date.then_some(statement)
}

fn month_at(reading: &Reading<'_>, index: usize) -> Option<(i8, usize)> {
    let found = MONTHS
        .find(reading, index)
        .filter(|found| found.inner_end.is_none())?;
    Some((found.entry, found.last))
}

/// The last word of the name of the month, over its second name: «تموز/يوليو», «يوليو (تموز)».
fn doubled(reading: &Reading<'_>, month: i8, last: usize) -> usize {
    let mut place = last + 1;
    while place < last + 3 && matches!(reading.folded(place), "/" | "(" | "-" | "\\") {
        place += 1;
    }
    match month_at(reading, place) {
        Some((again, last)) if again == month => {
            last + usize::from(reading.folded(last + 1) == ")")
        }
        _ => last,
    }
}

/// The first and last day that stand before the month at `index`, and the first word of the whole.
fn days_before(reading: &Reading<'_>, index: usize) -> Option<((i8, i8), usize)> {
    let mut end = index;
    while end > 0 && index - end < 3 && matches!(reading.folded(end - 1), "من" | "شهر" | "/" | "-")
    {
        end -= 1;
    }
    let (last, mut place) = day_before(reading, end)?;
    let (mut first, mut latest) = (last, last);
    for _ in 0..6 {
        let Some(sign) = place.checked_sub(1) else {
            break;
        };
        let word = reading.folded(sign);
        let Some((day, start)) = day_before(reading, sign) else {
            break;
        };
        let is_next = matches!(word, "و" | "،" | ",") && day + 1 == first;
        let is_between = word == "و" && matches!(reading.before(start, 1), "بين" | "مابين");
        if !is_next && !is_between && !is_range_sign(word) {
            break;
        }
        (first, latest, place) = (first.min(day), latest.max(day), start);
    }
    Some(((first, latest), place))
}

/// The day that ends just before the word `end`, and its first word.
fn day_before(reading: &Reading<'_>, end: usize) -> Option<(i8, usize)> {
    let last = end.checked_sub(1)?;
    let is_day = |day: u64| i8::try_from(day).ok().filter(|day| (1..=31).contains(day));
    if reading.is(last, TokenKind::Number) {
        let day = Some(reading.folded(last))
            .filter(|word| word.len() <= 2)
            .and_then(parse_digits)?;
        return is_day(day).map(|day| (day, last));
    }
    if matches!(reading.letters(last), "فاتح" | "الفاتح") {
        return Some((1, last));
    }
    (1..=3.min(end)).rev().find_map(|count| {
        let words: Vec<_> = (end - count..end)
            .map(|place| reading.letters(place))
            .collect();
        let whole = |found: Option<(u64, usize)>| found.filter(|(_, taken)| *taken == count);
        let (day, _) =
            whole(parse_ordinal(&words)).or_else(|| whole(parse_number_words(&words)))?;
        is_day(day).map(|day| (day, end - count))
    })
}

/// Whether the date that begins at `index` is what something is named after: «حركة شباب 20 فبراير».
fn is_namesake(reading: &Reading<'_>, index: usize) -> bool {
    let is_head = |steps: usize| {
        let place = index
            .checked_sub(steps)
            .filter(|_| !reading.before(index, steps).is_empty());
        place
            .and_then(|place| NAMESAKES.find(reading, place))
            .is_some_and(|found| found.inner_end.is_none())
    };
    let link = reading.before(index, 1);
    let is_time = matches!(
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
    ) || year::is_weekday(link);
    is_head(1) || (is_head(2) && !link.is_empty() && !is_time)
}
