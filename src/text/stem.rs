//! Stems of folded words: clitics, article, pronouns and endings off. Invariant: a stem depends on the word alone and is
//! at least two letters long if the word was.
//!
//! [`stem`] asks the lexicon before each cut, since Arabic letters do not tell a clitic from a letter of the word: «وقال»
//! is و and the commoner «قال», «والد» is itself. [`light_stem`] is light10 as its authors describe it, which knows no
//! words; it is what the better one is measured against: L. S. Larkey, L. Ballesteros, M. E. Connell, "Light Stemming
//! for Arabic Information Retrieval", in A. Soudi, A. van den Bosch, G. Neumann (eds.), *Arabic Computational
//! Morphology*, Springer 2007, pp. 221–243.

use std::borrow::Cow;

use crate::text::clitic::has_own_alef_lam;
use crate::text::lexicon::{self, rarity};

/// How much commoner than the whole word the rest must be for a و or ف at its head to be a clitic, in centibels. One
/// noun in some fifteen is written behind و, so the rest of a true clitic is commoner by about 120; 50 is three times.
const CONJUNCTION_MARGIN: u16 = 50;
/// The same for ب ك ل س, which look like letters of the word more often.
const PREPOSITION_MARGIN: u16 = 80;
/// The same for ب ك ل before what is never seen with an article.
const INDEFINABLE_MARGIN: u16 = 20;
/// The same for a س of the future, which only stands before the four letters of that tense.
const FUTURE_MARGIN: u16 = 30;
/// The same for a pronoun at the end.
const PRONOUN_MARGIN: u16 = 30;
/// A plural may be commoner than its singular by so much («انتخابات») and an ending still be one.
const PLURAL_MARGIN: u16 = 150;

/// The same for ان, which many names end in («لبنان»).
const DUAL_MARGIN: u16 = 50;

/// Pronouns written onto the end, longest first.
const PRONOUNS: [&str; 9] = ["هما", "كما", "ها", "هم", "هن", "نا", "كم", "ه", "ي"];

/// The stem of a folded word.
#[must_use]
pub fn stem(folded_word: &str) -> String {
    if !folded_word.starts_with(is_folded_arabic) {
        return folded_word.to_owned();
    }
    without_endings(&core(folded_word)).to_owned()
}

/// The word without clitics, article and pronoun. A feminine noun gets its ه back («مدينتهم» → «مدينه»).
#[must_use]
pub fn core(folded_word: &str) -> Cow<'_, str> {
    match without_article(without_proclitics(folded_word)) {
        Cow::Borrowed(bare) => without_pronoun(bare),
        Cow::Owned(bare) => Cow::Owned(without_pronoun(&bare).into_owned()),
    }
}

fn without_proclitics(word: &str) -> Cow<'_, str> {
    let word = strip_clitic(word, &["و", "ف"], CONJUNCTION_MARGIN).unwrap_or(word);
    if let Some(rest) = word.strip_prefix("لل").filter(|rest| has_letters(rest, 2)) {
        return without_double_lam(word, rest);
    }
    let future = word.strip_prefix('س').filter(|verb| has_letters(verb, 4));
    if let Some(verb) = future.filter(|verb| verb.starts_with(['ي', 'ت', 'ن', 'ا']))
        && is_commoner(verb, word, FUTURE_MARGIN)
    {
        return Cow::Borrowed(verb);
    }
    // A noun with a preposition never has an article before it: «البسبب» is nowhere, «اللجنة» is.
    let is_definable = rarity(&format!("ال{}", without_pronoun(word))).is_some();
    let margin = if is_definable {
        PREPOSITION_MARGIN
    } else {
        INDEFINABLE_MARGIN
    };
    Cow::Borrowed(strip_clitic(word, &["ب", "ك", "ل"], margin).unwrap_or(word))
}

/// ل takes the alef of the article away («للشعب»), and the first letter of a word with ل falls together with its lam
/// («للجنة» is of «اللجنة»). Which of the two it is, the commoner word tells.
fn without_double_lam<'w>(word: &'w str, rest: &str) -> Cow<'w, str> {
    let definite = format!("ال{rest}");
    let own = word.strip_prefix('ل').unwrap_or(word);
    let common = |word: &str| rarity(word).unwrap_or(u16::MAX);
    if common(own) < common(&definite).min(common(rest)) {
        Cow::Borrowed(own)
    } else {
        Cow::Owned(definite)
    }
}

fn strip_clitic<'w>(word: &'w str, clitics: &[&str], margin: u16) -> Option<&'w str> {
    let rest = clitics
        .iter()
        .find_map(|clitic| word.strip_prefix(clitic))
        .filter(|rest| has_letters(rest, 3))?;
    // Before an article a clitic is plain unless the word as a whole is the commoner one («بالغين»).
    let has_article = rest.starts_with("ال") && has_letters(rest, 5);
    let margin = if has_article { 0 } else { margin };
    let is_unknown = has_article && rarity(word).is_none();
    (is_unknown || is_commoner(rest, word, margin)).then_some(rest)
}

/// Whether `rest` is a word of the lexicon, and commoner than `whole` by so much.
fn is_commoner(rest: &str, whole: &str, margin: u16) -> bool {
    let known = rarity(rest).or_else(|| rest.strip_prefix("ال").and_then(rarity));
    match (known, rarity(whole)) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(rest), Some(whole)) => rest + margin <= whole,
    }
}

fn without_article(word: Cow<'_, str>) -> Cow<'_, str> {
    let Some(rest) = word.strip_prefix("ال").filter(|rest| has_letters(rest, 2)) else {
        return word;
    };
    let is_own = has_own_alef_lam(&word)
        || lexicon::find(&word).is_some_and(|entry| entry.has_own_alef(&word));
    match word {
        own if is_own => own,
        Cow::Borrowed(word) => Cow::Borrowed(word.strip_prefix("ال").unwrap_or(word)),
        Cow::Owned(_) => Cow::Owned(rest.to_owned()),
    }
}

fn without_pronoun(word: &str) -> Cow<'_, str> {
    let is_feminine = lexicon::find(word).is_some_and(|entry| entry.is_feminine(word));
    for pronoun in PRONOUNS {
        let Some(rest) = word
            .strip_suffix(pronoun)
            .filter(|rest| has_letters(rest, 3))
        else {
            continue;
        };
        if pronoun == "ه" && is_feminine {
            continue;
        }
        if let Some(noun) = rest.strip_suffix('ت') {
            let feminine = format!("{noun}ه");
            if is_commoner(&feminine, word, PRONOUN_MARGIN) {
                return Cow::Owned(feminine);
            }
        }
        if is_commoner(rest, word, PRONOUN_MARGIN) {
            return Cow::Borrowed(rest);
        }
        // A final hamza sits on a carrier before a pronoun: «أعضاؤها» is of «أعضاء».
        if let Some(noun) = rest
            .strip_suffix(['و', 'ي'])
            .filter(|noun| noun.ends_with('ا'))
        {
            let bare = format!("{noun}ء");
            if is_commoner(&bare, word, PRONOUN_MARGIN) {
                return Cow::Owned(bare);
            }
        }
    }
    Cow::Borrowed(word)
}

/// Takes off endings of number, gender, case and relation, each at most once, in the order in which they are written
/// from the end: «التنسيقيات» → «تنسيقي» → «تنسيق».
fn without_endings(word: &str) -> &str {
    let word = without_final_alef(word);
    let plural = ["ات", "ون", "ين", "ان"].iter().find_map(|ending| {
        let rest = word
            .strip_suffix(ending)
            .filter(|rest| has_letters(rest, 3))?;
        let margin = if *ending == "ان" {
            DUAL_MARGIN
        } else {
            PLURAL_MARGIN
        };
        number_ending(word, rest, margin)
    });
    let mut stem = plural.unwrap_or(word);
    let endings = if plural.is_some() {
        &["ي"][..]
    } else {
        &["يه", "ه", "ي"][..]
    };
    for ending in endings {
        stem = stem
            .strip_suffix(ending)
            .filter(|rest| has_letters(rest, 2))
            .unwrap_or(stem);
    }
    stem
}

/// What is left without ات ون ين ان, if they are an ending: of an unlisted word always; else the singular, with or
/// without ه, must be listed and not much rarer («قانون», «فلسطين», «برلمان» have none). Before the ending of two the ه
/// of a feminine is a ت («دولتان»).
fn number_ending<'w>(word: &str, rest: &'w str, margin: u16) -> Option<&'w str> {
    let definite = rarity(&format!("ال{word}"));
    let whole = rarity(word).into_iter().chain(definite).min();
    let is_singular = |singular: &str| {
        rarity(singular).is_some_and(|rarity| whole.is_none_or(|whole| rarity <= whole + margin))
    };
    let feminine = rest.strip_suffix('ت').filter(|noun| has_letters(noun, 2));
    if let Some(noun) = feminine.filter(|noun| is_singular(&format!("{noun}ه"))) {
        return Some(noun);
    }
    let is_ending = whole.is_none() || is_singular(rest) || is_singular(&format!("{rest}ه"));
    is_ending.then_some(rest)
}

/// Without the alef of the accusative («قراراً») and of names of countries, whose adjectives lack it («فرنسا»,
/// «فرنسي»; «ألمانيا», «ألماني»).
fn without_final_alef(word: &str) -> &str {
    let Some(rest) = word.strip_suffix('ا').filter(|rest| has_letters(rest, 3)) else {
        return word;
    };
    let is_name =
        has_letters(rest, 4) && (rest.ends_with('ي') || rarity(&format!("{rest}ي")).is_some());
    if is_name || is_commoner(rest, word, PRONOUN_MARGIN) {
        rest
    } else {
        word
    }
}

/// The article alone and behind what may stand before it, longest first.
const ARTICLES: [&str; 6] = ["وال", "بال", "كال", "فال", "ال", "لل"];

/// The endings of light10 in the order in which they are taken off, each at most once.
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

pub(crate) const fn is_folded_arabic(character: char) -> bool {
    matches!(character, 'ء'..='ي')
}

fn has_letters(text: &str, least: usize) -> bool {
    text.chars().nth(least - 1).is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, proptest};

    use super::{light_stem, stem};
    use crate::text::fold::fold_plain;

    #[test]
    fn the_lexicon_tells_clitics_from_letters() {
        let table = [
            ("والمجلس", "مجلس"),
            ("وقال", "قال"),
            ("والد", "والد"),
            ("ولاية", "ولا"),
            ("للشعب", "شعب"),
            ("للجنة", "لجن"),
            ("لجان", "لجان"),
            ("فلسطين", "فلسطين"),
            ("الفلسطينيين", "فلسطين"),
            ("ألبانيا", "البان"),
            ("سيعقد", "يعقد"),
            ("مدينتهم", "مدين"),
            ("أعضاؤها", "اعضاء"),
            ("دولتان", "دول"),
            ("التنسيقيات", "تنسيق"),
            ("قانون", "قانون"),
            ("برلمان", "برلمان"),
            ("قرارا", "قرار"),
            ("فرنسا", "فرنس"),
            ("الفرنسية", "فرنس"),
            ("zoom", "zoom"),
        ];
        for (word, expected) in table {
            assert_eq!(stem(&fold_plain(word)), expected, "{word}");
        }
    }

    #[test]
    fn light10_knows_no_words() {
        let table = [
            ("والمجلس", "مجلس"),
            ("المعلمون", "معلم"),
            ("للجمعيه", "جمع"),
            ("مدنها", "مدن"),
            ("وعد", "وعد"),
            ("والد", "الد"),
            ("zoom", "zoom"),
        ];
        for (word, stem) in table {
            assert_eq!(light_stem(word), stem, "{word}");
        }
    }

    proptest! {
        #[test]
        fn a_stem_is_never_too_short(word in any::<String>(), arabic in "[ءابتلوكفيهنسم]{0,9}") {
            for word in [word, arabic] {
                for stem in [stem(&word), light_stem(&word)] {
                    prop_assert!(stem.chars().count() >= word.chars().count().min(2), "{word} {stem}");
                }
            }
        }
    }
}
