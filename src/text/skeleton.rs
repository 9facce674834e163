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

/// The skeleton of a stem. Of three and more consonants they alone are kept. Of two, a vowel between them is kept as
/// و, whichever it is, so that «سوق» and «أسواق» meet and «سق» stays apart. The plural «حقوق» of a doubled «حق» is taken
/// back to it.
#[must_use]
pub fn skeleton(stem: &str) -> String {
    if !stem.starts_with(is_folded_arabic) || is_foreign_name(stem) {
        return stem.to_owned();
    }
    let body = match stem.strip_prefix('ا') {
        Some(rest) if rest.chars().nth(2).is_some() => rest,
        _ => stem,
    };
    let letters: Vec<char> = body.chars().collect();
    if let [first, second, 'و', third] = letters[..]
        && second == third
    {
        return [first, second].iter().collect();
    }
    let is_kept = |(place, letter): (usize, &char)| match letter {
        'ا' => place == 0,
        'ء' => false,
        'و' | 'ي' => place == 0,
        _ => true,
    };
    let kept: Vec<usize> = (0..letters.len())
        .filter(|place| is_kept((*place, &letters[*place])))
        .collect();
    match kept[..] {
        [] | [_] => stem.to_owned(),
        [first, second] if second > first + 1 => {
            [letters[first], 'و', letters[second]].iter().collect()
        }
        _ => kept.iter().map(|place| letters[*place]).collect(),
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

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::{root, skeleton};

    #[test]
    fn plurals_meet_their_singulars() {
        let table = [
            ("مجلس", "مجالس"),
            ("حزب", "احزاب"),
            ("حق", "حقوق"),
            ("سوق", "اسواق"),
            ("باب", "ابواب"),
            ("يوم", "ايام"),
            ("عضو", "اعضاء"),
            ("قانون", "قوانين"),
            ("سبب", "اسباب"),
            ("طالب", "طلاب"),
        ];
        for (singular, plural) in table {
            assert_eq!(skeleton(singular), skeleton(plural), "{singular}");
        }
        for (one, other) in [
            ("جن", "جنين"),
            ("الم", "لم"),
            ("قان", "قانون"),
            ("سوق", "سق"),
        ] {
            assert_ne!(skeleton(one), skeleton(other), "{one}");
        }
    }

    #[test]
    fn verbs_meet_their_nouns() {
        let root_of = |stem: &str| root(&skeleton(stem));
        for family in [
            ["اكتشاف", "مكتشف", "يكتشف"],
            ["استخدام", "مستخدم", "يستخدم"],
        ] {
            assert!(
                family
                    .iter()
                    .all(|stem| root_of(stem) == root_of(family[0])),
                "{family:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn something_is_left(stem in "[ءابتلوكفيهنسم]{2,9}") {
            prop_assert!(skeleton(&stem).chars().count() >= 2);
            prop_assert!(root(&skeleton(&stem)).chars().count() >= 2);
        }
    }
}
