//! Towns against persons and common words. Thousands of small towns are called like a family, a plant or a verb, so their
//! names count only where the sentence asks for a place: behind a preposition or a word like «مدينة», in a row of
//! places, at the head of a dispatch.

use super::{bare, is_dash};
use crate::analysis::lexicon::Found;
use crate::analysis::lexicon::gazetteer::{Name, NameClass};
use crate::analysis::reading::Reading;
use crate::text::token::TokenKind;

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
    let opens = reading.opens_sentence(index);
    let is_dateline = opens
        && (is_dash(reading, found.last + 1)
            || matches!(reading.folded(found.last + 1), ":" | "،" | "("));
    found.has_preposition || is_behind_one || is_in_row || is_dateline
}

/// Whether a hall, a hotel, a street or a newspaper is called by the name: «قاعة فلسطين», «جريدة القدس».
pub(super) fn is_namesake(reading: &Reading<'_>, index: usize, found: &Found<Name>) -> bool {
    let is_name = found.entry.class.is_city() || found.entry.class == NameClass::Country;
    let before = reading.before(index, 1);
    let is_called =
        || !found.has_preposition && (is_called_after(before) || is_called_after(bare(before)));
    is_name && (is_called() || is_paper(reading, index, found.last))
}

/// «الجزائر نيوز», ««المغرب اليوم»»: a newspaper or an agency called by the name. «اليوم» is a day in any other place, so
/// signs or the ends of a line must set the two words apart.
fn is_paper(reading: &Reading<'_>, index: usize, last: usize) -> bool {
    const PAPERS: [&str; 9] = [
        "نيوز",
        "برس",
        "تايمز",
        "بوست",
        "تودي",
        "اونلاين",
        "الاخباريه",
        "الان",
        "اليوم",
    ];
    let title = reading.letters(last + 1);
    if !PAPERS.contains(&title) || reading.sentence(last + 1) != reading.sentence(index) {
        return false;
    }
    let is_free = |place: Option<usize>| {
        place.is_none_or(|place| {
            reading.sentence(place) != reading.sentence(index)
                || reading.is(place, TokenKind::Punctuation)
                    && !matches!(reading.folded(place), "،" | "," | "." | "؟")
        })
    };
    !matches!(title, "اليوم" | "الان") || is_free(index.checked_sub(1)) && is_free(Some(last + 2))
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

/// Whether the word before asks for the name of a city, marked or not: «مدينة «الغردقة»».
pub(super) fn is_behind_city_word(reading: &Reading<'_>, index: usize) -> bool {
    let before = head(reading, index);
    is_city_word(bare(before)) || is_city_word(before)
}

/// The word before a name, over the quotation mark that opens it.
fn head<'a>(reading: &'a Reading<'_>, index: usize) -> &'a str {
    let is_marked = index > 1 && matches!(reading.folded(index - 1), "«" | "“" | "”" | "\"");
    reading.before(index, if is_marked { 2 } else { 1 })
}

/// Whether the word before names a town's or a province's rank. A region, people and a countryside are of common words
/// too («منطقة الوادي», «سكان المرج»), which say nothing where the name itself has an article.
pub(super) fn is_behind_rank(reading: &Reading<'_>, index: usize, found: &Found<Name>) -> bool {
    const VAGUE: [&str; 14] = [
        "منطقه",
        "مناطق",
        "جهه",
        "جهات",
        "ضاحيه",
        "مديريات",
        "محافظات",
        "بلديات",
        "بلدات",
        "قري",
        "اهالي",
        "سكان",
        "ساكنه",
        "ريف",
    ];
    let before = head(reading, index);
    let is_vague = VAGUE.contains(&before) || VAGUE.contains(&bare(before));
    is_behind_city_word(reading, index) && !(found.has_article && is_vague)
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
