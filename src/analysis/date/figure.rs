//! Dates in figures: 04-07-2021, 2021/7/4, ٤.٧.٢٠٢١. Where both first figures could be the month, the day is taken to
//! come first, as Arabic usage has it, with less confidence.

use super::{Statement, year_in_range};
use crate::analysis::reading::Reading;
use crate::text::number::parse_digits;
use crate::text::token::TokenKind;

pub(super) fn statements(reading: &Reading<'_>) -> Vec<Statement> {
    let mut statements = Vec::new();
    let mut index = 0;
    while index < reading.words.len() {
        let found = read(reading, index);
        index = found.map_or(index, |statement| statement.last_word) + 1;
        statements.extend(found);
    }
    statements
}

fn read(reading: &Reading<'_>, index: usize) -> Option<Statement> {
    if !reading.is(index, TokenKind::Number) {
        return None;
    }
    let word = reading.folded(index);
    if word.contains('.') {
        let parts: Vec<_> = word.split('.').collect();
        return statement(parts.as_slice().try_into().ok()?, index, index);
    }
    let sign = reading.folded(index + 1);
    let is_sign = matches!(sign, "-" | "/" | "–" | "\\");
    if !is_sign || reading.folded(index + 3) != sign || is_continued(reading, index, sign) {
        return None;
    }
    let parts = [0, 2, 4].map(|step| reading.folded(index + step));
    statement(parts, index, index + 4)
}

/// Whether more figures are joined on by the same sign.
fn is_continued(reading: &Reading<'_>, index: usize, sign: &str) -> bool {
    let is_joined = |sign_place: usize, number: usize| {
        reading.folded(sign_place) == sign && reading.is(number, TokenKind::Number)
    };
    is_joined(index + 5, index + 6) || (index >= 2 && is_joined(index - 1, index - 2))
}

fn statement(parts: [&str; 3], first_word: usize, last_word: usize) -> Option<Statement> {
    let [first, second, third] =
        parts.map(|part| parse_digits(part).map(|value| (value, part.len())));
    let (first, second, third) = (first?, second?, third?);
    let (year, day, month, confidence) = match (first.1, third.1) {
        (4, _) if second.0 <= 12 => (first.0, third.0, second.0, 0.95),
        (4, _) => (first.0, second.0, third.0, 0.6),
        (_, 4) if first.0 > 12 || first.0 == second.0 => (third.0, first.0, second.0, 0.95),
        (_, 4) if second.0 > 12 => (third.0, second.0, first.0, 0.8),
        (_, 4) => (third.0, first.0, second.0, 0.7),
        _ => return None,
    };
    let day = i8::try_from(day)
        .ok()
        .filter(|day| (1..=31).contains(day))?;
    let month = i8::try_from(month)
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    Some(Statement {
        year: Some(year_in_range(year)?),
        month: Some(month),
        days: Some((day, day)),
        first_word,
        last_word,
        confidence,
    })
}
