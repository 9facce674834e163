//! Whether a word of no list may be a part of a name, told by how rare it is and how it is built. Invariant: no word
//! that daily news is full of is taken for a name by itself.

use crate::text::lexicon::rarity;

/// Words behind a name that say when, which or how.
pub(super) fn is_plain(word: &str) -> bool {
    matches!(
        word,
        "السابق"
            | "السابقه"
            | "الاسبق"
            | "الحالي"
            | "الحاليه"
            | "المقبل"
            | "القادم"
            | "الماضي"
            | "الجاري"
            | "اليوم"
            | "امس"
            | "غدا"
            | "الاحد"
            | "الاثنين"
            | "الاتنين"
            | "الثلاثاء"
            | "الاربعاء"
            | "الخميس"
            | "الجمعه"
            | "السبت"
            | "المنتخب"
            | "المنتخبه"
            | "العام"
            | "العامه"
            | "الوطني"
            | "الوطنيه"
            | "الجديد"
            | "الجديده"
            | "رسميا"
            | "رفقه"
            | "برفقه"
            | "بمعيه"
            | "صاحب"
            | "الماضيه"
            | "المذكور"
            | "كلا"
            | "وكلا"
            | "كونه"
            | "باسم"
            | "نيابه"
            | "شخصيا"
            | "الله"
            | "تحت"
            | "عقب"
            | "اثر"
    )
}

/// Whether a word right behind a title is a name: not one of the commonest, and without article or letters written on.
pub(super) fn is_likely(word: &str) -> bool {
    let letters = word.chars().count();
    let own = rarity(word).unwrap_or(900);
    let is_joined = word
        .strip_prefix(['و', 'ف', 'ب', 'ل', 'ك', 'س'])
        .is_some_and(|rest| {
            letters > 3 && rarity(rest).is_some_and(|rest| rest < 480 && rest + 60 < own)
        });
    let has_pronoun = ["هم", "ها", "هما", "وا", "تين"]
        .iter()
        .any(|tail| word.ends_with(tail));
    (3..=12).contains(&letters)
        && own >= 340
        && !word.starts_with("ال")
        && !is_joined
        && !has_pronoun
}

/// Whether a word that is in no list may be a part of a name. The thresholds are centibels of the word lexicon: below
/// 480 stand the words of daily news.
pub(super) fn is_rare(word: &str, is_first: bool, follows_given: bool) -> bool {
    let letters = word.chars().count();
    if letters < 3
        || word.starts_with("لل")
        || !word.starts_with(|letter| ('ء'..='ي').contains(&letter))
    {
        return false;
    }
    let rarity = |word: &str| rarity(word).unwrap_or(900);
    let own = rarity(word);
    if word.ends_with("الله") && letters > 4 {
        return true;
    }
    if let Some(rest) = word.strip_prefix("ال") {
        let least = match (is_first, follows_given) {
            (true, _) => 500,
            (false, true) => 340,
            (false, false) => 400,
        };
        let is_adjective = rest.ends_with("يه") || rest.ends_with("ات") || rest.ends_with("ون");
        return letters >= 5 && own >= least && !(is_adjective && own < 650);
    }
    let is_surname = follows_given && word.ends_with('ي');
    if letters > 3
        && !is_surname
        && ["ست", "سي", "سن", "فس", "وس"]
            .iter()
            .any(|head| word.starts_with(head))
        && own > 560
    {
        return false;
    }
    // «بمطار», «وزوجها», «للجنة»: a common word behind a letter that is written on.
    let is_joined = word
        .strip_prefix(['و', 'ف', 'ب', 'ل', 'ك'])
        .is_some_and(|rest| letters > 3 && rarity(rest) + 60 < own && rarity(rest) < 520);
    let is_and = !is_first
        && word
            .strip_prefix('و')
            .is_some_and(|rest| letters > 5 && rarity(rest) < 640);
    let has_pronoun = letters >= 5
        && ["هم", "ها", "هما", "كم", "وا"]
            .iter()
            .any(|tail| word.ends_with(tail));
    let is_for = word
        .strip_prefix('ل')
        .is_some_and(|rest| letters > 4 && rarity(rest) + 40 < own.max(700));
    if is_joined || is_and || is_for || has_pronoun {
        return false;
    }
    let is_noun = word.ends_with('ه') || word.ends_with("ات");
    let is_adverb = word.ends_with('ا');
    // «يشكك», «نبيع»: more often a verb than a name.
    let is_verbal = letters > 3 && word.starts_with(['ي', 'ت', 'ن']);
    let base = match (is_first, follows_given) {
        (true, _) => 520,
        (false, true) => 420,
        (false, false) => 460,
    };
    own >= base
        + if is_noun { 100 } else { 0 }
        + if is_adverb { 100 } else { 0 }
        + if is_verbal { 100 } else { 0 }
}
