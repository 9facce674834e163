//! Where a person's name begins and ends: given names of a list, and rare words and surnames beside them. Invariant: a
//! name holds no verb, no function and no word of grammar; it is two to four words, compounds counted once.

use crate::analysis::lexicon::cue::{Cue, Cues};
use crate::analysis::reading::Reading;
use crate::text::lexicon::rarity;
use crate::text::stop_word::is_stop_word;

/// The words of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// The first word.
    pub first: usize,
    /// How many bytes of its folded form stand before the name.
    pub offset: usize,
    /// The last word.
    pub last: usize,
    /// How many names it holds, compounds counted once.
    pub parts: usize,
}

/// How much the words before make a name likely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// Not at all: the name must begin with a given name that is nothing else.
    Open,
    /// An office, a verb or another name stands before it.
    Led,
    /// A title with the article stands before it: what follows without one can hardly be anything else.
    Titled,
}

/// The most names in a row that are one person's.
const MOST_PARTS: usize = 4;

/// The name that begins with the word at `first`, if one does.
#[must_use]
pub fn read(reading: &Reading<'_>, cues: &Cues, first: usize, trust: Trust) -> Option<Name> {
    let (mut place, mut parts, mut given) = (first, 0, 0);
    let mut offset = 0;
    let mut last = None;
    while parts < MOST_PARTS && reading.sentence(place) == reading.sentence(first) {
        let step = step(reading, cues, place, parts, given > 0, trust);
        let Some(step) = step else { break };
        if place == first {
            offset = step.offset;
        }
        given += usize::from(step.is_given);
        parts += 1;
        last = Some(place + step.words - 1);
        place += step.words;
    }
    let last = last?;
    let is_enough = match trust {
        Trust::Open => parts >= 2 && given >= 1,
        Trust::Led | Trust::Titled => parts >= 1,
    };
    is_enough.then_some(Name {
        first,
        offset,
        last,
        parts,
    })
}

struct Step {
    words: usize,
    offset: usize,
    is_given: bool,
}

fn step(
    reading: &Reading<'_>,
    cues: &Cues,
    place: usize,
    parts: usize,
    follows_given: bool,
    trust: Trust,
) -> Option<Step> {
    let is_first = parts == 0;
    let word = reading.letters(place);
    let told = cues.at(place);
    let is_led = trust != Trust::Open || !is_first;
    // «على» folds to «علي».
    if word.len() < 4
        || word == "علي"
            && reading
                .span(place, place)
                .slice(reading.text)
                .ends_with('ى')
    {
        return None;
    }
    if let Some(words) = compound(reading, cues, place, is_first) {
        let is_servant = word.ends_with("عبد");
        return (is_led || is_servant).then_some(Step {
            words,
            offset: usize::from(told.offset),
            is_given: is_servant,
        });
    }
    let is_short = told.preposition.is_some() && word.chars().count() < 5;
    let is_title = is_first && told.has(Cue::Honorific) && told.has_article;
    let written = word.get(usize::from(told.offset)..).unwrap_or(word);
    let is_stop = is_stop_word(word) || is_stop_word(written);
    let is_grammar = is_stop && !is_name_too(reading, place) || is_short || is_title;
    if told.has_any(&[Cue::Given, Cue::Weak])
        && !is_grammar
        && !(is_first && is_office(reading, cues, place))
    {
        // «المصطفى» stands in the list; «الكريم» is no name by itself.
        let is_sure =
            told.has(Cue::Given) && !told.has(Cue::Weak) && (!told.has_article || told.offset == 0);
        let is_bare = told.offset == 0
            || told.has_article && told.preposition.is_none() && word.starts_with("ال");
        let fits = if is_first {
            is_sure || is_led && told.preposition.is_none()
        } else {
            is_bare && !is_office(reading, cues, place)
        };
        if fits && !is_phrase(reading, cues, place) {
            return Some(Step {
                words: 1 + usize::from(has_second(reading, place)),
                offset: usize::from(told.offset),
                is_given: true,
            });
        }
    }
    // «هدى السيد الشريف»: a title that is a name's second word.
    if !is_first && follows_given && word == "السيد" && cues.at(place - 1).has(Cue::Given) {
        return Some(Step {
            words: 1,
            offset: 0,
            is_given: false,
        });
    }
    if !is_led || is_other(reading, cues, place) {
        return None;
    }
    // «نقيب المعلمين سعيد»: the name begins with the given name.
    let is_plural = ["ين", "ون", "ات", "يه"]
        .iter()
        .any(|tail| word.ends_with(tail));
    let next = cues.at(place + 1);
    let leads = next.has(Cue::Given) && !next.has(Cue::Weak);
    if is_first && word.starts_with("ال") && (is_plural || leads) {
        return None;
    }
    let offset = usize::from(is_first && word.starts_with('و') && rarity(word).is_none()) * 2;
    let bare = word.get(offset..).unwrap_or(word);
    let is_titled = trust == Trust::Titled && parts < 2 && (is_first || follows_given);
    let fits = is_rare(bare, is_first, follows_given) || is_titled && is_likely(bare);
    fits.then_some(Step {
        words: 1,
        offset,
        is_given: false,
    })
}

/// «نور الدين», «نصر الله»: a name of two words.
fn has_second(reading: &Reading<'_>, place: usize) -> bool {
    matches!(reading.letters(place + 1), "الدين" | "الله" | "الاسلام")
        && reading.sentence(place) == reading.sentence(place + 1)
}

/// Names that fold to words of grammar: «علي» against «على», «منى» against «مني».
fn is_name_too(reading: &Reading<'_>, place: usize) -> bool {
    let written = reading.span(place, place).slice(reading.text);
    match reading.letters(place) {
        "علي" => true,
        "مني" => written.ends_with('ى'),
        _ => false,
    }
}

/// «باسم الشبكة» is no one's name.
fn is_phrase(reading: &Reading<'_>, cues: &Cues, place: usize) -> bool {
    let next = reading.letters(place + 1);
    reading.letters(place) == "باسم" && (next.starts_with("ال") || !cues.has(place + 1, Cue::Given))
}

/// «أمين عام», «أمينة للسر»: a function behind a name, and not its second word.
fn is_office(reading: &Reading<'_>, cues: &Cues, place: usize) -> bool {
    let next = reading.letters(place + 1);
    cues.has(place, Cue::Office)
        && (matches!(
            next,
            "العام" | "العامه" | "السر" | "سر" | "المال" | "مال" | "عام" | "عامه"
        ) || next.starts_with("لل"))
}

/// How many words «عبد الله», «بن علي», «أبو القاسم» take at `place`.
fn compound(reading: &Reading<'_>, cues: &Cues, place: usize, is_first: bool) -> Option<usize> {
    let told = cues.at(place);
    if !told.has(Cue::Particle) || told.has_article || (!is_first && told.offset > 0) {
        return None;
    }
    let word = reading.letters(place).get(usize::from(told.offset)..)?;
    let next = reading.letters(place + 1);
    let is_near = reading.sentence(place) == reading.sentence(place + 1);
    if next.len() < 4 || !is_near || is_stop_word(next) && next != "الله" {
        return None;
    }
    let has_article = next.starts_with("ال");
    let fits = match word {
        "عبد" => has_article || cues.has(place + 1, Cue::Given),
        "ام" if is_first => {
            cues.has(place + 1, Cue::Given)
                && reading.span(place, place).slice(reading.text).contains('أ')
        }
        "ابن" | "لا" | "ذو" | "ذي" | "ولد" | "ابي" if is_first => {
            word == "ابن" && has_article
        }
        "الحاج" | "حاج" | "سيدي" | "مولاي" | "الشيخ" => {
            let told = cues.at(place + 1);
            !is_first && told.offset == 0 && told.has_any(&[Cue::Given, Cue::Weak, Cue::Particle])
        }
        _ => true,
    };
    let is_named = cues.at(place + 1).has_any(&[Cue::Given, Cue::Weak]);
    let is_son = matches!(word, "بن" | "ابن" | "بنت" | "ال" | "بو" | "ولد")
        && cues.at(place + 1).has_any(&[Cue::Honorific, Cue::Office]);
    if !fits || is_other(reading, cues, place + 1) && word != "عبد" && !is_named && !is_son {
        return None;
    }
    // «بن عبد الله», «أبو بكر بن …»: a compound may hold another.
    let inner = compound(reading, cues, place + 1, false).unwrap_or(1);
    Some(1 + inner.min(2))
}

/// Whether the word has work of its own to do: grammar, a verb, a function, a noun of meetings.
fn is_other(reading: &Reading<'_>, cues: &Cues, place: usize) -> bool {
    const OTHER: [Cue; 20] = [
        Cue::Say,
        Cue::Saying,
        Cue::Add,
        Cue::Adding,
        Cue::Demand,
        Cue::Demanding,
        Cue::Resolve,
        Cue::Resolving,
        Cue::We,
        Cue::Passive,
        Cue::Conclude,
        Cue::Outcome,
        Cue::Group,
        Cue::Assembly,
        Cue::Objective,
        Cue::Action,
        Cue::Honorific,
        Cue::Office,
        Cue::Scene,
        Cue::Attribute,
    ];
    let word = reading.letters(place);
    is_stop_word(word) || cues.at(place).has_any(&OTHER) || is_plain(word)
}

/// Words behind a name that say when, which or how.
fn is_plain(word: &str) -> bool {
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
fn is_likely(word: &str) -> bool {
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
fn is_rare(word: &str, is_first: bool, follows_given: bool) -> bool {
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
    if letters > 3
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
    if is_joined || is_and || has_pronoun {
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
