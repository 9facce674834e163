//! What marks decide: «عمّان» with a doubled letter is the capital of Jordan, «عُمان» with a vowel is the sultanate; what
//! is «قُطري» is of one country and not of Qatar.

use crate::analysis::reading::Reading;

/// Whether the marks on the word say that it names the second of two countries, or the first; nothing where they are
/// silent.
pub(super) fn is_other(reading: &Reading<'_>, index: usize) -> Option<bool> {
    if !reading.letters(index).ends_with("عمان") {
        return None;
    }
    let written = reading.span(index, index).slice(reading.text);
    if written.contains("م\u{651}") {
        return Some(false);
    }
    written.contains("ع\u{64F}").then_some(true)
}

/// Whether the marks on the word say that it is no nation's adjective.
pub(super) fn is_of_any_country(reading: &Reading<'_>, index: usize) -> bool {
    let written = || reading.span(index, index).slice(reading.text);
    reading.letters(index).contains("قطر") && written().contains("ق\u{64F}")
}
