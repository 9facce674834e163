//! Nationality adjectives against surnames and languages. A man's surname has the form of the definite masculine
//! adjective («المصري»), so that form counts only where it can qualify a definite noun before it.

use super::is_dash;
use crate::analysis::lexicon::Found;
use crate::analysis::lexicon::gazetteer::Name;
use crate::analysis::reading::Reading;
use crate::text::clitic::split_clitics;

/// How sure it is that the adjective at `index` names a country; nothing where it more likely does not.
pub(super) fn confidence(reading: &Reading<'_>, index: usize, found: &Found<Name>) -> Option<f32> {
    let before = noun_before(reading, index);
    let word = reading.letters(found.last);
    let is_plural = ["ون", "ين", "ات"]
        .iter()
        .any(|ending| word.ends_with(ending));
    if is_plural {
        return Some(0.75);
    }
    let is_in_a_language = before.starts_with("بال") && before.ends_with("يه");
    let is_language = before.ends_with("لغه")
        || before.ends_with("لهجه")
        || is_in_a_language
        || matches!(
            before.strip_prefix('و').unwrap_or(before),
            "يجيد" | "تجيد" | "يتقن" | "تتقن" | "يتحدث" | "تتحدث" | "يتكلم" | "تتكلم"
        )
        || (word.ends_with("يه") && is_among_languages(reading, index, before));
    if found.has_preposition || is_language {
        return None;
    }
    if word.ends_with('ه') {
        return Some(0.75);
    }
    if !found.has_article {
        let next = reading.letters(found.last + 1);
        let is_first_name = next == "بن" || (before.is_empty() && next.starts_with("ال"));
        return (!is_first_name && !word.ends_with("مالي")).then_some(0.6);
    }
    (is_definite(before) && !is_person(reading, index, before)).then_some(0.75)
}

/// «إلى الهولندية», «باللغتين العربية والإنجليزية», «ترجمته إلى الفرنسية والإسبانية».
fn is_among_languages(reading: &Reading<'_>, index: usize, before: &str) -> bool {
    let is_of_language = |steps: usize| {
        let word = reading.before(index, steps);
        ["لغه", "لغت", "لغات", "ترجم", "ناطق"]
            .iter()
            .any(|language| word.contains(language))
    };
    matches!(before, "الي" | "من" | "في") || (1..=4).any(is_of_language)
}

/// The word that the adjective at `index` may qualify, over a dash in «المغربي – الفرنسي».
fn noun_before<'a>(reading: &'a Reading<'_>, index: usize) -> &'a str {
    match index.checked_sub(1) {
        Some(place) if is_dash(reading, place) => reading.before(index, 2),
        _ => reading.before(index, 1),
    }
}

fn is_definite(folded: &str) -> bool {
    let proclitics = split_clitics(folded).proclitics;
    proclitics.ends_with("ال") || proclitics.ends_with("لل") || matches!(folded, "الله" | "الجزاير")
}

/// Whether the definite word before belongs to a person's name or is a title that a surname follows.
fn is_person(reading: &Reading<'_>, index: usize, before: &str) -> bool {
    const TITLES: [&str; 12] = [
        "الدكتور",
        "السيد",
        "الاستاذ",
        "الشيخ",
        "الحاج",
        "الاخ",
        "الرفيق",
        "المهندس",
        "السيده",
        "الحاجه",
        "الاخت",
        "الدكتوره",
    ];
    const FIRST: [&str; 18] = [
        "عبد", "نور", "عز", "صلاح", "جمال", "سيف", "بدر", "شمس", "محيي", "محي", "علاء", "حسام",
        "ضياء", "فخر", "خير", "زين", "كمال", "ابو",
    ];
    let bare = before.strip_prefix(['و', 'ف']).unwrap_or(before);
    let first = reading.before(index, 2);
    TITLES.contains(&bare)
        || FIRST.contains(&first.strip_prefix('و').unwrap_or(first))
        || FIRST.contains(&first)
}
