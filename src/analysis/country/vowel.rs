//! What marks decide: «عمّان» with a doubled letter is the capital of Jordan, «عُمان» with a vowel is the sultanate.

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
