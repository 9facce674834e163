//! Towns against persons and common words. Thousands of small towns are called like a family, a plant or a verb, so their
//! names count only where the sentence asks for a place: behind a preposition or a word like «مدينة», in a row of
//! places, at the head of a dispatch.

use super::{bare, is_dash};
use crate::analysis::lexicon::Found;
use crate::analysis::lexicon::gazetteer::{Name, NameClass};
use crate::analysis::reading::Reading;

/// Whether the letters of the name lie over more words than it has, or behind a «كـ» («كورونا» is not like Verona).
pub(super) fn is_torn(reading: &Reading<'_>, index: usize, found: &Found<Name>) -> bool {
    let proclitics = reading.letters(index).get(..found.offset).unwrap_or("");
    found.last - index >= found.entry.words.max(1) || proclitics.contains('ك')
}

/// Whether the words around the name ask for a place; `last` is the last word of the name before it.
pub(super) fn is_in_place(
    reading: &Reading<'_>,
    index: usize,
    found: &Found<Name>,
    last: Option<usize>,
) -> bool {
    const PREPOSITIONS: [&str; 12] = [
        "في", "من", "الي", "نحو", "قرب", "بين", "وفي", "ومن", "والي", "خارج", "داخل", "وسط",
    ];
    let before = reading.before(index, 1);
    let is_behind_one = PREPOSITIONS.contains(&before) || is_behind_city_word(reading, index);
    let is_in_row = last.is_some_and(|last| {
        let between = index.saturating_sub(last + 1);
        let is_sign = |place: usize| matches!(reading.folded(place), "،" | "," | "و" | "/");
        let has_and = reading.letters(index).starts_with('و') && found.offset > 0;
        match between {
            0 => has_and,
            1 => is_sign(last + 1) || is_dash(reading, last + 1),
            _ => false,
        }
    });
    let opens = index == 0 || reading.sentence(index - 1) != reading.sentence(index);
    let is_dateline = opens
        && (is_dash(reading, found.last + 1)
            || matches!(reading.folded(found.last + 1), ":" | "،" | "("));
    found.has_preposition || is_behind_one || is_in_row || is_dateline
}

/// Whether a hall, a hotel, a street or a newspaper is called by the name: «قاعة فلسطين», «جريدة القدس».
pub(super) fn is_namesake(reading: &Reading<'_>, index: usize, found: &Found<Name>) -> bool {
    let is_name = found.entry.class.is_city() || found.entry.class == NameClass::Country;
    let before = reading.before(index, 1);
    is_name && !found.has_preposition && (is_called_after(before) || is_called_after(bare(before)))
}

fn is_called_after(word: &str) -> bool {
    matches!(
        word,
        "قاعه"
            | "فندق"
            | "شارع"
            | "ساحه"
            | "ميدان"
            | "مسرح"
            | "مستشفي"
            | "جريده"
            | "صحيفه"
            | "مجله"
            | "قناه"
            | "اذاعه"
            | "مقهي"
            | "سينما"
            | "فريق"
            | "كاس"
            | "صوت"
            | "شركه"
            | "كتيبه"
            | "لواء"
            | "عمليه"
            | "خيمه"
            | "دوار"
            | "نفق"
            | "برج"
            | "جسر"
    )
}

/// Whether the word before asks for the name of a city.
pub(super) fn is_behind_city_word(reading: &Reading<'_>, index: usize) -> bool {
    let before = reading.before(index, 1);
    is_city_word(bare(before)) || is_city_word(before)
}

/// Whether a bare folded word asks for the name of a city behind it.
fn is_city_word(bare: &str) -> bool {
    matches!(
        bare,
        "مدينه"
            | "مدينتي"
            | "مدن"
            | "عاصمه"
            | "محافظه"
            | "محافظتي"
            | "محافظات"
            | "ولايه"
            | "ولايتي"
            | "ولايات"
            | "بلده"
            | "بلدتي"
            | "بلدات"
            | "قريه"
            | "قري"
            | "جهه"
            | "جهات"
            | "اقليم"
            | "اقاليم"
            | "عماله"
            | "داييره"
            | "بلديه"
            | "بلديات"
            | "معتمديه"
            | "مديريه"
            | "مديريات"
            | "قضاء"
            | "ناحيه"
            | "ضاحيه"
            | "منطقه"
            | "مناطق"
            | "واحه"
            | "مخيم"
            | "جزيره"
            | "محليه"
            | "ميناء"
            | "مطار"
            | "اهالي"
            | "سكان"
            | "ساكنه"
            | "ريف"
            | "عموم"
    )
}
