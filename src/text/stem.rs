//! Light stems and stop words, both of folded words. Invariant: a stem is a part of its word, at least two letters long
//! if the word was, and depends on the word alone.
//!
//! The stemmer is light10 as its authors describe it: L. S. Larkey, L. Ballesteros, M. E. Connell, "Light Stemming for
//! Arabic Information Retrieval", in A. Soudi, A. van den Bosch, G. Neumann (eds.), *Arabic Computational Morphology*,
//! Springer 2007, pp. 221–243. It knows no words, so «والد» loses its و; what must not be cut wrongly asks a lexicon.

use phf::{Set, phf_set};

/// The article alone and behind what may stand before it, longest first.
const ARTICLES: [&str; 6] = ["وال", "بال", "كال", "فال", "ال", "لل"];

/// Endings in the order in which they are taken off, each at most once.
const ENDINGS: [&str; 8] = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

/// The light10 stem of a folded word.
#[must_use]
pub fn light_stem(folded_word: &str) -> String {
    if !folded_word.starts_with(is_folded_arabic) {
        return folded_word.to_owned();
    }
    let joined = folded_word
        .strip_prefix('و')
        .filter(|rest| has_letters(rest, 3))
        .unwrap_or(folded_word);
    let article = ARTICLES
        .iter()
        .find_map(|article| joined.strip_prefix(article));
    let mut stem = article
        .filter(|rest| has_letters(rest, 2))
        .unwrap_or(joined);
    for ending in ENDINGS {
        stem = stem
            .strip_suffix(ending)
            .filter(|rest| has_letters(rest, 2))
            .unwrap_or(stem);
    }
    stem.to_owned()
}

/// Whether a folded word only holds a sentence together: pronoun, preposition, conjunction, particle, auxiliary. The
/// common forms with a clitic or a pronoun are listed, not computed.
#[must_use]
pub fn is_stop_word(folded: &str) -> bool {
    STOP_WORDS.contains(folded)
}

const fn is_folded_arabic(character: char) -> bool {
    matches!(character, 'ء'..='ي')
}

fn has_letters(text: &str, least: usize) -> bool {
    text.chars().nth(least - 1).is_some()
}

/// Our own list of the closed classes, in folded spelling; several spellings meet in one form («الى», «إلى», «إلي»).
static STOP_WORDS: Set<&'static str> = phf_set! {
    // prepositions
    "في", "من", "الي", "علي", "عن", "مع", "حتي", "منذ", "مذ", "عند", "لدي", "بين", "خلال", "دون", "بدون", "حول", "ضد",
    "عبر", "نحو", "سوي", "قبل", "بعد", "فوق", "تحت", "امام", "وراء", "اثناء", "لاجل", "وفي", "ومن", "والي", "وعلي", "وعن",
    "ومع", "ففي", "فمن", "فعلي",
    // prepositions with a pronoun
    "فيه", "فيها", "فيهم", "فينا", "منه", "منها", "منهم", "منا", "مني", "اليه", "اليها", "اليهم", "الينا", "عليه", "عليها",
    "عليهم", "علينا", "عنه", "عنها", "عنهم", "معه", "معها", "معهم", "له", "لها", "لهم", "لنا", "لي", "لك", "لكم", "به",
    "بها", "بهم", "بنا", "بك", "لديه", "لديها", "لديهم", "بينهم", "بينها", "بينهما", "عنده", "عندها", "عندما", "بعدما",
    "قبلما", "حينما", "بينما", "كلما", "فيما", "مما", "عما", "ممن", "حيث", "حيثما", "حين", "بحيث",
    // conjunctions and particles
    "و", "ف", "ب", "ك", "ل", "او", "ام", "ثم", "بل", "لكن", "لكنه", "لكنها", "ولكن", "ان", "انه", "انها", "انهم", "اننا",
    "اني", "وان", "وانه", "وانها", "فان", "فانه", "فانها", "بان", "بانه", "بانها", "لان", "لانه", "لانها", "كان", "كانه",
    "كانها", "لعل", "ليت", "اذ", "اذا", "واذا", "فاذا", "اذن", "لو", "لولا", "كي", "لكي", "لا", "ولا", "فلا", "الا", "لم",
    "ولم", "فلم", "لن", "ولن", "فلن", "ما", "وما", "فما", "لما", "كما", "وكما", "انما", "وانما", "قد", "وقد", "فقد", "لقد",
    "ولقد", "سوف", "هل", "نعم", "كلا", "اي", "يا", "ايها", "ايتها", "اما", "سواء", "مثل", "غير", "بما", "بمن", "ربما",
    "ايضا", "فقط", "هنا", "هناك", "هنالك", "الان", "كذلك", "وكذلك", "ذات",
    // pronouns
    "انا", "نحن", "انت", "انتم", "انتن", "انتما", "هو", "هي", "هم", "هن", "هما", "وهو", "وهي", "وهم", "فهو", "فهي", "فهم",
    "اياه", "اياها", "اياهم",
    // demonstratives
    "هذا", "هذه", "هذان", "هذين", "هاتان", "هاتين", "هولاء", "ذلك", "تلك", "اوليك", "وهذا", "وهذه", "وذلك", "وتلك", "بهذا",
    "بهذه", "بذلك", "بتلك", "لهذا", "لهذه", "لذلك", "لذا", "هكذا", "كهذا", "كهذه", "فهذا", "فهذه", "فذلك",
    // relatives and questions
    "الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللاتي", "اللواتي", "والذي", "والتي", "والذين",
    "للذي", "للتي", "للذين", "بالذي", "بالتي", "ماذا", "لماذا", "متي", "اين", "كيف", "كم", "ايه",
    // auxiliaries
    "كانت", "كانوا", "وكان", "وكانت", "يكون", "تكون", "يكونوا", "ليس", "ليست", "ليسوا", "وليس", "مازال", "لازال",
    // quantities without content
    "كل", "كله", "كلها", "كلهم", "بعض", "بعضها", "بعضهم", "جميع", "اكثر", "اقل", "احد", "احدي",
};

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, proptest};

    use super::{STOP_WORDS, is_stop_word, light_stem};
    use crate::text::fold::fold_plain;

    #[test]
    fn stems() {
        let table = [
            ("والمجلس", "مجلس"),
            ("المعلمون", "معلم"),
            ("معلمات", "معلم"),
            ("للجمعيه", "جمع"),
            ("بالمدينه", "مدين"),
            ("مدنها", "مدن"),
            ("وعد", "وعد"),
            ("وقال", "قال"),
            ("والد", "الد"),
            ("ابي", "اب"),
            ("zoom", "zoom"),
        ];
        for (word, stem) in table {
            assert_eq!(light_stem(word), stem, "{word}");
        }
    }

    #[test]
    fn stop_words_are_folded() {
        assert!(STOP_WORDS.iter().all(|word| fold_plain(word) == *word));
        assert!(is_stop_word(&fold_plain("إلى")) && is_stop_word("هولاء") && !is_stop_word("مجلس"));
    }

    proptest! {
        #[test]
        fn a_stem_is_a_part_of_its_word(word in any::<String>(), arabic in "[ءابتلوكفيهن]{0,9}") {
            for word in [word, arabic] {
                let stem = light_stem(&word);
                prop_assert!(word.contains(&stem));
                prop_assert!(stem.chars().count() >= word.chars().count().min(2));
            }
        }
    }
}
