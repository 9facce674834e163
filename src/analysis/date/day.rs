//! The days before a month: one, a list of days that follow each other, or a range; in figures or in words, with the days
//! of the week between them or without.

use super::{range, weekday};
use crate::analysis::reading::Reading;
use crate::text::number::{parse_digits, parse_number_words, parse_ordinal};
use crate::text::token::TokenKind;

/// The most days of a list.
const MOST: usize = 10;

/// The first and last day that stand before the month at `index`, and the first word of the whole.
pub(super) fn before(reading: &Reading<'_>, index: usize) -> Option<((i8, i8), usize)> {
    let mut end = index;
    while end > 0
        && index - end < 3
        && matches!(
            reading.folded(end - 1),
            "من" | "شهر" | "/" | "-" | "–" | "(" | "لشهر"
        )
    {
        end -= 1;
    }
    let (last, mut place) = one(reading, end)?;
    // «المؤتمر الرابع (أكتوبر 2009)»
    if reading.folded(end) == "(" && !reading.is(place, TokenKind::Number) {
        return None;
    }
    let (mut first, mut latest) = (last, last);
    for _ in 0..MOST {
        let Some((sign, end)) = sign_before(reading, place) else {
            break;
        };
        let Some((day, start)) = one(reading, end) else {
            break;
        };
        let is_next = matches!(sign, Sign::And | Sign::Dash) && day + 1 == first;
        let is_between = matches!(sign, Sign::And) && is_between(reading, start) && day < first;
        let is_range = match sign {
            Sign::And => false,
            Sign::To => day < first,
            // In copied text a dash may have turned the two around.
            Sign::Dash => day != first,
        };
        if !is_next && !is_between && !is_range {
            break;
        }
        (first, latest, place) = (first.min(day), latest.max(day), start);
        if !is_next {
            break;
        }
    }
    Some(((first, latest), place))
}

/// What stands between two days.
enum Sign {
    And,
    To,
    Dash,
}

/// The sign before the day that begins at `place`, and the word behind the day that stands before it.
fn sign_before(reading: &Reading<'_>, place: usize) -> Option<(Sign, usize)> {
    if range::is_parted_by_tatweel(reading, place.checked_sub(1)?) {
        return Some((Sign::Dash, place));
    }
    // «الثالث والرابع»: the «و» is written onto the second.
    let is_ordinal = parse_ordinal(&[reading.letters(place)]).is_some();
    if is_ordinal && reading.letters(place).starts_with('و') {
        return Some((Sign::And, place));
    }
    let mut place = place;
    for _ in 0..4 {
        place = place.checked_sub(1)?;
        let folded = reading.folded(place);
        if matches!(folded, "و" | "،" | "," | "/") {
            return Some((Sign::And, place));
        }
        if range::is_dash(folded) {
            return Some((Sign::Dash, place));
        }
        if range::is_until(folded) {
            return Some((Sign::To, place));
        }
        let is_weekday = weekday::at(reading, place).is_some();
        if is_weekday && folded.starts_with('و') {
            return Some((Sign::And, place));
        }
        if !is_weekday && !matches!(folded, "يوم" | "غايه" | "حدود" | "مساء" | "صباح")
        {
            return None;
        }
    }
    None
}

/// «بين», over a day of the week, before the first day.
fn is_between(reading: &Reading<'_>, start: usize) -> bool {
    (1..=3).any(|steps| matches!(reading.before(start, steps), "بين" | "مابين" | "وبين"))
}

/// The day that ends just before the word `end`, and its first word.
pub(super) fn one(reading: &Reading<'_>, end: usize) -> Option<(i8, usize)> {
    let last = end.checked_sub(1)?;
    let is_day = |day: u64| i8::try_from(day).ok().filter(|day| (1..=31).contains(day));
    if reading.is(last, TokenKind::Number) {
        let day = Some(reading.folded(last))
            .filter(|word| word.len() <= 2)
            .and_then(parse_digits)?;
        return is_day(day).map(|day| (day, last));
    }
    if matches!(
        reading.letters(last),
        "فاتح" | "الفاتح" | "بالفاتح" | "لفاتح" | "وفاتح" | "غره" | "وغره" | "مستهل"
    ) {
        return Some((1, last));
    }
    let (day, start) = (1..=3.min(end)).rev().find_map(|count| {
        let words: Vec<_> = (end - count..end)
            .map(|place| reading.letters(place))
            .collect();
        let whole = |found: Option<(u64, usize)>| found.filter(|(_, taken)| *taken == count);
        // Days are masculine: «الدورة الثانية من ماي» is none.
        let ordinal =
            parse_ordinal(&words).filter(|_| !words.iter().any(|word| word.ends_with('ه')));
        let (day, _) = whole(ordinal).or_else(|| whole(parse_number_words(&words)))?;
        is_day(day).map(|day| (day, end - count))
    })?;
    let is_part = [
        "الاسبوع",
        "النصف",
        "الثلث",
        "الربع",
        "الشطر",
        "العقد",
        "القسم",
    ]
    .iter()
    .any(|part| reading.before(start, 1).ends_with(part));
    (!is_part).then_some((day, start))
}
