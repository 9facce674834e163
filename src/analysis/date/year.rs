//! Years: behind a month, or alone behind «عام» or «سنة»; in figures or in words.

use super::{Statement, year_in_range};
use crate::analysis::reading::Reading;
use crate::text::number::{parse_digits, parse_number_words};
use crate::text::token::TokenKind;

/// Years that stand alone behind their word.
pub(super) fn statements(reading: &Reading<'_>) -> Vec<Statement> {
    let found = (0..reading.words.len()).filter_map(|index| {
        let (year, last_word) =
            is_year_word(reading.letters(index)).then(|| read(reading, index + 1))??;
        Some(Statement {
            year: Some(year),
            month: None,
            days: None,
            first_word: index,
            last_word,
            confidence: 0.6,
        })
    });
    found.collect()
}

/// The year that stands behind a month at `index`, over «من», «عام» and signs, and its last word.
pub(super) fn behind(reading: &Reading<'_>, index: usize) -> Option<(i16, usize)> {
    let mut place = index;
    while place < index + 3
        && (is_year_word(reading.letters(place)) || is_between(reading.folded(place)))
    {
        place += 1;
    }
    read(reading, place)
}

/// The year that begins exactly at `index`, and its last word.
fn read(reading: &Reading<'_>, index: usize) -> Option<(i16, usize)> {
    if reading.is(index, TokenKind::Number) {
        let is_year = reading.folded(index).len() == 4;
        let value = parse_digits(reading.folded(index)).filter(|_| is_year)?;
        return year_in_range(value).map(|year| (year, index));
    }
    if !(reading.letters(index).contains("الف") || reading.letters(index).contains("تسع")) {
        return None;
    }
    let words: Vec<_> = (index..index + 8)
        .map(|place| reading.letters(place))
        .take_while(|word| !word.is_empty())
        .collect();
    let (value, taken) = parse_number_words(&words)?;
    year_in_range(value).map(|year| (year, index + taken - 1))
}

fn is_year_word(folded: &str) -> bool {
    let bare = folded.trim_start_matches(['و', 'ف', 'ب', 'ل']);
    matches!(bare, "عام" | "سنه" | "العام" | "السنه" | "اعوام")
}

fn is_between(folded: &str) -> bool {
    matches!(folded, "من" | "/" | "-" | "،" | "," | "(" | "لسنه" | "لعام")
}

/// Whether a folded word is the name of a day of the week.
pub(super) fn is_weekday(folded: &str) -> bool {
    let bare = folded.trim_start_matches(['و', 'ف', 'ب', 'ل']);
    matches!(
        bare,
        "احد"
            | "الاحد"
            | "اثنين"
            | "الاثنين"
            | "الثلاثاء"
            | "الاربعاء"
            | "الخميس"
            | "الجمعه"
            | "السبت"
            | "ثلاثاء"
            | "اربعاء"
            | "خميس"
            | "جمعه"
            | "سبت"
    )
}
