//! Names of foreign bodies in Arabic letters, which have neither a head noun nor an article: «أوكسفام», «فرونت لاين».
//! Invariant: a word is taken for foreign by how rare it is and by never having an article; a person's given name, a
//! place and a word that is written onto another are none.

use crate::analysis::lexicon::body::Class;
use crate::analysis::lexicon::cue::Cue;
use crate::analysis::organization::term::Terms;
use crate::text::lexicon::rarity;
use crate::text::stop_word::is_stop_word;

/// The most terms of a foreign name; its words may look glued and be cut.
const LONGEST: usize = 6;

/// Above so many centibels words are no longer those of the news.
const RARE: u16 = 560;

/// Endings of Arabic words that are inflected.
const ENDINGS: [&str; 9] = ["وا", "هم", "ها", "هما", "كم", "ات", "ون", "ين", "نا"];

/// How many terms from `index` on are one foreign name; 0 where none begins.
#[must_use]
pub fn run(terms: &Terms<'_>, index: usize) -> usize {
    if is_acronym(terms, index) {
        return 1;
    }
    let mut length = 0;
    for place in index..index + LONGEST {
        let is_open =
            place > index && terms.clitics(place).0.has_conjunction && !is_whole(terms, place);
        if !terms.are_together(index, place) || is_open {
            break;
        }
        if is_foreign(terms, place, place == index) {
            length = place + 1 - index;
        } else if !is_link(terms, place, place == index) && !is_piece(terms, place) {
            break;
        }
    }
    length
}

/// «AMDH»: letters that stand for a name.
fn is_acronym(terms: &Terms<'_>, index: usize) -> bool {
    let written = terms.written(index).trim_start_matches('و');
    (3..=8).contains(&written.len()) && written.bytes().all(|letter| letter.is_ascii_uppercase())
}

/// The same behind a head noun, where also a common word may begin the name: «سيف ذا تشيلدرن».
#[must_use]
pub fn run_behind(terms: &Terms<'_>, index: usize) -> usize {
    let own = run(terms, index);
    let is_bare = terms.clitics(index).0 == Default::default()
        && !terms.has(index, Class::Verb)
        && !terms.has(index, Class::End)
        && !terms.has(index, Class::Passing)
        && !terms.has(index, Class::General);
    let rest = if own == 0 && is_bare {
        run(terms, index + 1)
    } else {
        0
    };
    if rest > 1 { rest + 1 } else { own }
}

/// Whether a word is of no Arabic root that the news know; behind the first one a «و» is its own.
#[must_use]
pub fn is_foreign(terms: &Terms<'_>, index: usize, is_first: bool) -> bool {
    if !terms.is_word(index) || terms.is_latin(index) || terms.noun(index).is_some() {
        return false;
    }
    let clitics = terms.clitics(index).0;
    let word = if is_first && clitics.has_conjunction {
        terms.core(index)
    } else {
        terms.folded(index)
    };
    if clitics.has_article || word.chars().count() < 4 {
        return false;
    }
    let Some(own) = rare(word) else {
        return false;
    };
    let is_classed = [
        Class::Verb,
        Class::End,
        Class::Title,
        Class::Passing,
        Class::General,
        Class::Cause,
        Class::Crowd,
        Class::Part,
        Class::Runs,
    ]
    .iter()
    .any(|class| terms.has(index, *class));
    let is_verbal = own < 650 && word.starts_with(['ي', 'ت', 'ن', 'س', 'ا']);
    !is_classed
        && !is_verbal
        && !is_inflected(word, own)
        && !is_person(terms, index)
        && terms.place(index).is_none()
        && !terms.is_nationality(index)
        && !is_governed(terms, index)
}

/// Whether a preposition is written onto a word that is not as rare itself.
fn is_governed(terms: &Terms<'_>, index: usize) -> bool {
    let governed = terms.governed(index);
    governed.is_some_and(|(_, bare)| rarity(bare).is_some_and(|bare| bare < RARE))
}

/// How rare a word is, if it is rare and hardly ever has an article.
fn rare(word: &str) -> Option<u16> {
    let own = rarity(word).unwrap_or(900);
    let is_definite = || rarity(&format!("ال{word}")).is_some_and(|definite| definite <= own + 40);
    (own >= RARE && !is_definite()).then_some(own)
}

/// Whether a commoner word stands in it with a letter or a pronoun written on.
fn is_inflected(word: &str, own: u16) -> bool {
    // A stem of Arabic is either of the news or stands with an article too.
    let is_commoner = |rest: &str| {
        rest.chars().count() >= 3
            && rarity(rest).is_some_and(|rare| {
                rare + 80 < own
                    && (rare < 450
                        || rarity(&format!("ال{rest}")).is_some_and(|the| the <= rare + 120))
            })
    };
    ENDINGS
        .iter()
        .any(|ending| word.strip_suffix(ending).is_some_and(is_commoner))
        || word.strip_suffix(['ا', 'ه', 'ي']).is_some_and(is_commoner)
        || word
            .strip_prefix(['ب', 'ل', 'ك', 'ف', 'و', 'ي', 'ت', 'ن', 'س'])
            .is_some_and(is_commoner)
}

/// Whether a word is what persons are called by.
#[must_use]
pub fn is_person(terms: &Terms<'_>, index: usize) -> bool {
    const NAMES: [Cue; 4] = [Cue::Given, Cue::Weak, Cue::Honorific, Cue::Office];
    terms
        .at(index)
        .is_some_and(|term| terms.reading.card(term.word).cue.has_any(&NAMES))
}

/// A short word inside a foreign name, which stands nowhere in a sentence of its own: «سيف ذا تشيلدرن».
fn is_link(terms: &Terms<'_>, index: usize, is_first: bool) -> bool {
    let folded = terms.folded(index);
    let word = folded
        .strip_prefix('و')
        .filter(|_| is_first)
        .unwrap_or(folded);
    let is_article = matches!(
        word,
        "دي" | "دو"
            | "دا"
            | "ديل"
            | "ذا"
            | "ذي"
            | "لا"
            | "لو"
            | "اوف"
            | "فور"
            | "اند"
            | "ان"
            | "فون"
            | "فان"
    );
    let is_odd = || {
        let has_definite =
            |word: &str| rarity(&format!("ال{word}")).is_some_and(|definite| definite < RARE);
        rarity(word).is_none_or(|own| own >= 420)
            && !is_stop_word(word)
            && !terms.is_noun_like(index)
            && terms.noun(index).is_none()
            && !terms.has(index, Class::Verb)
            && !terms.has(index, Class::End)
            && !terms.clitics(index).0.has_article
            && terms
                .governed(index)
                .is_none_or(|(_, bare)| !has_definite(bare))
            && !is_person(terms, index)
    };
    terms.is_word(index) && (is_article || !is_first && is_odd())
}

/// Whether a term is a piece of a word that was cut because it looked glued.
fn is_piece(terms: &Terms<'_>, index: usize) -> bool {
    let word = |index: usize| terms.at(index).map(|term| term.word);
    index
        .checked_sub(1)
        .is_some_and(|before| word(before) == word(index))
        || word(index + 1) == word(index)
}

/// Whether the «و» at the front of a word is its own.
fn is_whole(terms: &Terms<'_>, index: usize) -> bool {
    let (whole, rest) = (rarity(terms.folded(index)), rarity(terms.core(index)));
    whole.is_some_and(|whole| rest.is_none_or(|rest| whole <= rest))
}
