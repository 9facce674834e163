//! Years: behind a month, or alone behind «عام» or «سنة»; in figures or in words.

use super::{Calendar, Statement, calendar_of, month};
use crate::analysis::reading::Reading;
use crate::text::number::{parse_digits, parse_number_words};
use crate::text::token::TokenKind;

/// Years that stand alone behind their word.
pub(super) fn statements(reading: &Reading<'_>) -> Vec<Statement> {
    let found = (0..reading.words.len()).filter_map(|index| {
        let (calendar, year, last_word) =
            is_year_word(reading.letters(index)).then(|| read(reading, index + 1))??;
        let is_name = month::is_namesake(reading, index);
        (calendar == Calendar::Gregorian).then_some(Statement {
            calendar,
            year: Some(year),
            month: None,
            days: None,
            direction: None,
            remark: None,
            said: None,
            shift: None,
            first_word: index,
            last_word,
            confidence: if is_name { 0.3 } else { 0.6 },
        })
    });
    found.collect()
}

/// The year of this calendar that stands behind a month at `index`, over «من», «عام» and signs, and its last word.
pub(super) fn behind(
    reading: &Reading<'_>,
    index: usize,
    calendar: Calendar,
) -> Option<(i16, usize)> {
    let mut place = index;
    while place < index + 3
        && (is_year_word(reading.letters(place)) || is_between(reading.folded(place)))
    {
        place += 1;
    }
    let (found, year, last) = read(reading, place)?;
    let last = last + usize::from(is_era(reading.letters(last + 1), calendar));
    (found == calendar).then_some((year, last))
}

/// The year that begins exactly at `index`, and its last word.
fn read(reading: &Reading<'_>, index: usize) -> Option<(Calendar, i16, usize)> {
    if reading.is(index, TokenKind::Number) {
        // «2011.» and «2011,» keep their sign where a figure stood before it.
        let digits = reading.folded(index).trim_end_matches(['.', ',']);
        let value = parse_digits(digits).filter(|_| digits.len() == 4)?;
        return calendar_of(value).map(|(calendar, year)| (calendar, year, index));
    }
    let first = reading.letters(index);
    if !["الف", "تسع", "اربع"]
        .iter()
        .any(|part| first.contains(part))
    {
        return None;
    }
    let words: Vec<_> = (index..index + 8)
        .map(|place| reading.letters(place))
        .take_while(|word| !word.is_empty())
        .collect();
    let (value, taken) = parse_number_words(&words)?;
    calendar_of(value).map(|(calendar, year)| (calendar, year, index + taken - 1))
}

fn is_year_word(folded: &str) -> bool {
    let bare = folded.trim_start_matches(['و', 'ف', 'ب', 'ل']);
    matches!(bare, "عام" | "سنه" | "العام" | "السنه" | "اعوام")
}

fn is_between(folded: &str) -> bool {
    matches!(folded, "من" | "/" | "-" | "،" | "," | "(" | "لسنه" | "لعام")
}

/// The sign of a calendar behind a year; that of Hijri dates belongs to the words a date rests on.
fn is_era(folded: &str, calendar: Calendar) -> bool {
    calendar == Calendar::Hijri && matches!(folded, "ه" | "هجريه" | "هجري" | "للهجره")
}
