//! Seasons with a year: «صيف 2011», «خريف سنة 2009».

use super::{Calendar, Statement, month, year};
use crate::analysis::reading::Reading;

pub(super) fn statements(reading: &Reading<'_>) -> Vec<Statement> {
    let found = (0..reading.words.len()).filter_map(|index| {
        let season = season_of(reading.letters(index))?;
        let (found, last_word) = year::behind(reading, index + 1, Calendar::Gregorian)?;
        let is_name = month::is_namesake(reading, index);
        Some(Statement {
            calendar: Calendar::Gregorian,
            year: Some(found),
            month: Some(season),
            days: None,
            direction: None,
            remark: None,
            said: None,
            shift: None,
            first_word: index,
            last_word,
            confidence: if is_name { 0.3 } else { 0.85 },
        })
    });
    found.collect()
}

/// The season as EDTF numbers it.
fn season_of(folded: &str) -> Option<i8> {
    let bare = folded.trim_start_matches(['و', 'ف', 'ب', 'ل']);
    match bare.strip_prefix("ال").unwrap_or(bare) {
        "ربيع" => Some(21),
        "صيف" => Some(22),
        "خريف" => Some(23),
        "شتاء" => Some(24),
        _ => None,
    }
}
