//! What is written onto the front of a word: و ف, then ب ك ل, then ال (or لل for both). Invariant: proclitics and rest,
//! joined, are the word, and the rest is never empty.
//!
//! [`split_clitics`] knows no word list, so it cuts only what the article proves («وبالمجلس»), a و before three letters
//! of what is not a common word with a و of its own, and what stands before a function word («فهذا»). Undecidable here:
//! «بلد» or ب+لد, «فرق» or ف+رق, «كتاب» or ك+تاب, so a bare ف ب ك ل stays; «وهران» loses its و, since it might be و+هران;
//! «للجنة» is cut as لل+جنة; a word that begins with an ال of its own and is not listed loses that. Whoever has a word list chooses among
//! [`possible_splits`] instead.

use phf::{Set, phf_set};

use crate::text::stop_word::is_stop_word;

/// A word cut in two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Clitics<'word> {
    /// What is written onto the word; may be empty.
    pub proclitics: &'word str,
    /// The word itself.
    pub rest: &'word str,
}

/// Every row of proclitics by its first letter, longest first.
const fn rows_of(first: char) -> &'static [&'static str] {
    match first {
        'و' => &["وبال", "وكال", "ولل", "وال", "وب", "وك", "ول", "وس", "و"],
        'ف' => &["فبال", "فكال", "فلل", "فال", "فب", "فك", "فل", "فس", "ف"],
        'ب' => &["بال", "ب"],
        'ك' => &["كال", "ك"],
        'ل' => &["لل", "ل"],
        'ا' => &["ال"],
        _ => &[],
    }
}

/// Cuts off what surely does not belong to a folded word.
#[must_use]
pub fn split_clitics(folded_word: &str) -> Clitics<'_> {
    if is_stop_word(folded_word) || is_whole(folded_word) {
        return whole(folded_word);
    }
    let is_sure = |split: &Clitics<'_>| is_sure(folded_word, *split);
    splits(folded_word)
        .find(is_sure)
        .unwrap_or_else(|| whole(folded_word))
}

/// Every way to cut a folded word, most proclitics first, the whole word last.
#[must_use]
pub fn possible_splits(folded_word: &str) -> Vec<Clitics<'_>> {
    each_split(folded_word).collect()
}

/// The same, one by one.
pub fn each_split(folded_word: &str) -> impl Iterator<Item = Clitics<'_>> {
    splits(folded_word).chain([whole(folded_word)])
}

/// The folded word without its article; the word itself when it has none or is known to begin with an ال of its own.
#[must_use]
pub fn strip_article(folded_word: &str) -> &str {
    let rest = folded_word
        .strip_prefix("ال")
        .filter(|rest| has_letters(rest, 2));
    rest.filter(|_| !is_stop_word(folded_word) && !has_own_alef_lam(folded_word))
        .unwrap_or(folded_word)
}

const fn whole(word: &str) -> Clitics<'_> {
    Clitics {
        proclitics: "",
        rest: word,
    }
}

fn splits(word: &str) -> impl Iterator<Item = Clitics<'_>> {
    let rows = word.chars().next().map_or(&[][..], rows_of);
    rows.iter().filter_map(move |row| {
        let rest = word.strip_prefix(row).filter(|rest| !rest.is_empty())?;
        Some(Clitics {
            proclitics: row,
            rest,
        })
    })
}

fn is_sure(word: &str, split: Clitics<'_>) -> bool {
    let Clitics { proclitics, rest } = split;
    if has_own_alef_lam(rest) {
        // «وألمانيا», «الألمانية»: the second ال belongs to the word, so what stands before it does not.
        return true;
    }
    if let Some(before) = proclitics.strip_suffix("ال") {
        let least = if before.is_empty() { 2 } else { 3 };
        let is_article = word
            .get(before.len()..)
            .is_some_and(|tail| !has_own_alef_lam(tail));
        return is_article && has_letters(rest, least);
    }
    let is_proven = proclitics == "و" || proclitics.ends_with("لل") || is_stop_word(rest);
    is_proven && has_letters(rest, 3)
}

fn has_letters(text: &str, least: usize) -> bool {
    text.chars().nth(least - 1).is_some()
}

/// Whether a folded word begins with an ال that is no article: «ألمانيا», «التزام», «الله».
#[must_use]
pub fn has_own_alef_lam(folded_word: &str) -> bool {
    OWN_ALEF_LAM.contains(folded_word)
        || OWN_ALEF_LAM_STEMS
            .iter()
            .any(|stem| folded_word.starts_with(stem))
}

/// Whether the word begins with letters that look like clitics and are its own.
fn is_whole(folded_word: &str) -> bool {
    WHOLE_WORDS.contains(folded_word)
        || OWN_WAW_STEMS
            .iter()
            .any(|stem| folded_word.starts_with(stem))
}

/// Beginnings of names and loan words; no noun with an article begins so.
const OWN_ALEF_LAM_STEMS: [&str; 12] = [
    "الماني",
    "الباني",
    "البرت",
    "الكترون",
    "الكسندر",
    "الكساندر",
    "الفريد",
    "الزهايمر",
    "الاسكا",
    "الومنيوم",
    "الغوريت",
    "الجبرا",
];

static OWN_ALEF_LAM: Set<&'static str> = phf_set! {
    "الله", "اللهم", "الاه", "اله", "الهه", "الهي", "الهيه", "الف", "الفا", "الفي", "الفين", "الفان", "الاف", "الوف",
    "الم", "الما", "اليمه", "اليه", "اليات", "الات", "الي", "اليك", "اليكم", "الياس", "الفه", "الفت", "القي", "القت",
    "القوا", "القاء", "القاها", "القاه", "الغي", "الغت", "الغاء", "الغاوه", "الزام", "الزم", "الزمت", "الزامي",
    "الزاميه", "التزام", "التزامات", "التزم", "التزمت", "التزامه", "التزامها", "التقي", "التقت", "التقوا", "التقاء",
    "التحق", "التحقت", "التحاق", "التحقوا", "التمس", "التماس", "التهاب", "التهابات", "التف", "التفاف", "التفت",
    "التفات", "الحاق", "الحقت", "الوان", "الواح", "الحان", "الغام", "العاب", "القاب", "الماس", "البوم", "البومات",
    "الياف", "التباس", "التصاق", "التقاط", "التقط", "التماسا", "الواء", "الويه",
};

/// Beginnings of words with a و of their own; none of them is و and a common word.
const OWN_WAW_STEMS: [&str; 40] = [
    "وزار",
    "وزير",
    "وزراء",
    "وطن",
    "وفد",
    "وفود",
    "ولاي",
    "ولايت",
    "وكال",
    "وكيل",
    "وثيق",
    "وثاي",
    "وسيل",
    "وساي",
    "وسيط",
    "وساط",
    "وسط",
    "وضع",
    "وظيف",
    "وظاي",
    "وعي",
    "وقت",
    "وقف",
    "وقع",
    "وقاي",
    "وقوع",
    "وقوف",
    "ولاد",
    "وحيد",
    "وحده",
    "وحدات",
    "وجود",
    "وجه",
    "ورقه",
    "ورشه",
    "ورشات",
    "وصول",
    "وصف",
    "واشنطن",
    "وارسو",
];

static WHOLE_WORDS: Set<&'static str> = phf_set! {
    "والد", "والده", "واحدا", "واصلوا", "واصلنا", "وحدتنا", "وحدتهم", "وحدته", "وحدتها", "والدي", "والدها", "والدهم",
    "والدنا", "والدين", "والدان", "والديه", "والديها", "والتر", "واحد", "واحده", "واقع", "واقعه", "واقعي", "واسع",
    "واسعه", "واضح", "واضحه", "واجب", "واجبات", "وارد", "وارده", "واعد", "والي", "وافق", "وافقت", "وافي", "واصل",
    "واصلت", "واجه", "واجهت", "واجهه", "وادي", "ورق", "وراء", "وراثه", "وردت", "وصلت", "وصلوا", "وقعت", "وقعوا",
    "وفاه", "وفاء", "وفاق", "وفيات", "ولدت", "ولكن", "وباء", "وداع", "وديع", "وسام", "وشاح", "وضوح", "ودعت", "ولاء",
    "ولاه", "وجهت", "وجدت", "وحوش", "وزنه", "وحدت", "وحدوي", "ورثه", "ورود", "وسمي", "بالغ", "بالغه", "بالغين",
    "بالغا", "بالغت", "بالون", "بالونات", "باليه", "بالي", "بالكاد", "كالفن", "كالسيوم", "كاليفورنيا", "كاليدونيا",
    "فالح", "فالنسيا", "فالنتاين", "فالس", "فالق", "للاه", "لله",
};

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::{OWN_ALEF_LAM, WHOLE_WORDS, possible_splits, split_clitics, strip_article};
    use crate::text::fold::fold_plain;

    #[test]
    fn cuts() {
        let table = [
            ("المجلس", "ال+مجلس"),
            ("وبالمجلس", "وبال+مجلس"),
            ("للشعب", "لل+شعب"),
            ("وللشعب", "ولل+شعب"),
            ("ومدينة", "و+مدينه"),
            ("وقال", "و+قال"),
            ("اليد", "ال+يد"),
            ("ألبانيا", "+البانيا"),
            ("والتزام", "و+التزام"),
            ("الألمانية", "ال+المانيه"),
            ("وألمانيا", "و+المانيا"),
            ("بألمانيا", "ب+المانيا"),
            ("والله", "و+الله"),
            ("الله", "+الله"),
            ("ولاية", "+ولايه"),
            ("والد", "+والد"),
            ("والدها", "+والدها"),
            ("والدستور", "وال+دستور"),
            ("فلسطين", "+فلسطين"),
            ("بلد", "+بلد"),
            ("كتاب", "+كتاب"),
            ("كالبحر", "كال+بحر"),
            ("الذي", "+الذي"),
            ("إلى", "+الي"),
        ];
        for (word, expected) in table {
            let folded = fold_plain(word);
            let split = split_clitics(&folded);
            assert_eq!(format!("{}+{}", split.proclitics, split.rest), expected);
        }
        assert_eq!(
            ["الوحدة", "ألمانيا", "الله", "ال"]
                .map(|word| strip_article(&fold_plain(word)).to_owned()),
            ["وحده", "المانيا", "الله", "ال"]
        );
        let rests: Vec<_> = possible_splits("وبالبلد")
            .into_iter()
            .map(|split| split.rest)
            .collect();
        assert_eq!(rests, ["بلد", "البلد", "بالبلد", "وبالبلد"]);
    }

    #[test]
    fn lists_are_folded() {
        assert!(
            OWN_ALEF_LAM
                .iter()
                .chain(WHOLE_WORDS.iter())
                .all(|word| fold_plain(word) == *word)
        );
    }

    proptest! {
        #[test]
        fn the_parts_are_the_word(word in any::<String>(), arabic in "[والبكفلدم]{1,8}") {
            for word in [word, arabic] {
                for split in possible_splits(&word).into_iter().chain([split_clitics(&word)]) {
                    prop_assert_eq!(&[split.proclitics, split.rest].concat(), &word);
                    prop_assert!(word.is_empty() || !split.rest.is_empty());
                }
            }
        }
    }
}
