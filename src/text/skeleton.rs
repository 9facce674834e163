//! What forms of one word keep when the vowels between its consonants change. Two coarsenings of a stem:
//!
//! - [`skeleton`]: the consonants, which most forms of a noun share: «مجلس» and «مجالس», «حزب» and «أحزاب», «حق» and
//!   «حقوق»;
//! - [`root`]: the skeleton without the letters that derive nouns and verbs from one another: «اكتشاف», «مكتشف»,
//!   «يكتشف» share «كشف». It is a guess from the letters alone, good for ranking and too coarse for matching.
//!
//! Invariant: both depend on the stem alone, and are the stem itself where too little would be left.

use crate::text::stem::is_folded_arabic;

/// So many letters of a root must be left.
const LEAST_OF_ROOT: usize = 3;

/// The skeleton of a stem.
#[must_use]
pub fn skeleton(stem: &str) -> String {
    if !stem.starts_with(is_folded_arabic) || is_foreign_name(stem) {
        return stem.to_owned();
    }
    let mut letters = String::with_capacity(stem.len());
    let mut last = None;
    for (place, letter) in stem.chars().enumerate() {
        let is_weak = matches!(letter, 'ا' | 'ء') || (place > 0 && matches!(letter, 'و' | 'ي'));
        // A doubled consonant is written once where it carries a shadda: «حق», «حقوق».
        if !is_weak && last != Some(letter) {
            letters.push(letter);
            last = Some(letter);
        }
    }
    if letters.chars().nth(1).is_some() {
        letters
    } else {
        stem.to_owned()
    }
}

/// Whether a stem begins with an ال of its own and is long: such are names («المان» of «ألمانيا»), which have no
/// broken plural, while «ألوان» has the ال of a plural.
fn is_foreign_name(stem: &str) -> bool {
    stem.starts_with("ال") && stem.chars().nth(5).is_some()
}

/// The root of a skeleton, as far as its letters tell.
#[must_use]
pub fn root(skeleton: &str) -> String {
    if !skeleton.starts_with(is_folded_arabic) {
        return skeleton.to_owned();
    }
    let mut letters: Vec<char> = skeleton.chars().collect();
    let enough = |letters: &[char], more: usize| letters.len() >= LEAST_OF_ROOT + more;
    if enough(&letters, 1) && matches!(letters[0], 'م' | 'ت' | 'ي' | 'ن') {
        letters.remove(0);
    }
    if enough(&letters, 2) && letters[..2] == ['س', 'ت'] {
        letters.drain(..2); // استفعل
    }
    if enough(&letters, 1) && letters[1] == 'ت' {
        letters.remove(1); // افتعل
    }
    letters.into_iter().collect()
}
