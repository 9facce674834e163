//! Where a person's name begins and ends: given names of a list, and rare words and surnames beside them. Invariant: a
//! name holds no verb, no function and no word of grammar; it is two to four words, compounds counted once.

use crate::analysis::lexicon::cue::{Cue, Cues};
use crate::analysis::person::body::is_head;
use crate::analysis::person::rare::{is_likely, is_plain, is_rare};
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
        let step = Place {
            reading,
            cues,
            place,
            parts,
            follows_given: given > 0,
            trust,
        }
        .step();
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

/// A word that may carry a name on.
#[derive(Clone, Copy)]
struct Place<'a> {
    reading: &'a Reading<'a>,
    cues: &'a Cues,
    place: usize,
    /// How many names stand before it.
    parts: usize,
    follows_given: bool,
    trust: Trust,
}

impl Place<'_> {
    fn step(&self) -> Option<Step> {
        let word = self.reading.letters(self.place);
        // «على» folds to «علي».
        let is_upon = word == "علي" && self.written().ends_with('ى');
        if word.len() < 4 || is_upon {
            return None;
        }
        if let Some(words) = compound(self.reading, self.cues, self.place, self.parts == 0) {
            let is_servant = word.ends_with("عبد");
            return (self.is_led() || is_servant).then_some(Step {
                words,
                offset: usize::from(self.cues.at(self.place).offset),
                is_given: is_servant,
            });
        }
        self.given().or_else(|| self.unknown())
    }

    fn is_led(&self) -> bool {
        self.trust != Trust::Open || self.parts > 0
    }

    fn written(&self) -> &str {
        self.reading
            .span(self.place, self.place)
            .slice(self.reading.text)
    }

    /// A given name of the list.
    fn given(&self) -> Option<Step> {
        let (reading, cues, place) = (self.reading, self.cues, self.place);
        let word = reading.letters(place);
        let told = cues.at(place);
        let is_first = self.parts == 0;
        let is_body = is_first
            && self.trust != Trust::Titled
            && told.has(Cue::Office)
            && reading.letters(place + 1).starts_with("ال");
        let is_office = is_body || is_office(reading, cues, place);
        let is_short = told.preposition.is_some() && word.chars().count() < 5;
        let is_title = is_first && told.has(Cue::Honorific) && told.has_article;
        let bare = word.get(usize::from(told.offset)..).unwrap_or(word);
        let is_stop = is_stop_word(word) || is_stop_word(bare);
        // «خليل متى»
        let is_late = !is_first && word == "متي";
        // «لدينا» is commoner than «دينا», «صباح الجمعة» a time.
        let is_joined = is_first
            && told.preposition.is_some()
            && rarity(word).is_some_and(|own| rarity(bare).is_none_or(|bare| own < bare));
        let is_time = matches!(word, "صباح" | "جمعه" | "خميس")
            && (is_plain(reading.letters(place + 1)) || !is_first && is_plain(word));
        // «عقد جمعه العام»
        let is_own = word == "جمعه"
            && self.written().ends_with('ه')
            && reading.letters(place + 1).starts_with("ال");
        let is_grammar = is_own
            || is_stop && !is_late && !is_name_too(reading, place)
            || is_short
            || is_title
            || is_joined
            || is_time;
        if !told.has_any(&[Cue::Given, Cue::Weak]) || is_grammar || is_office {
            return None;
        }
        // «المصطفى» stands in the list; «الكريم» is no name by itself.
        let is_sure =
            told.has(Cue::Given) && !told.has(Cue::Weak) && (!told.has_article || told.offset == 0);
        let is_bare = told.offset == 0
            || told.has_article && told.preposition.is_none() && word.starts_with("ال");
        let fits = if is_first {
            is_sure || self.is_led() && told.preposition.is_none()
        } else {
            is_bare
        };
        (fits && !is_phrase(reading, cues, place)).then(|| Step {
            words: 1 + usize::from(has_second(reading, place)),
            offset: usize::from(told.offset),
            is_given: true,
        })
    }

    /// A word of no list.
    fn unknown(&self) -> Option<Step> {
        let (reading, cues, place) = (self.reading, self.cues, self.place);
        let word = reading.letters(place);
        let is_first = self.parts == 0;
        let step = |offset| Step {
            words: 1,
            offset,
            is_given: false,
        };
        // «منى السيد النجار»: a title that is a name's second word.
        if self.follows_given && word == "السيد" && cues.at(place - 1).has(Cue::Given) {
            return Some(step(0));
        }
        // «الشيخ طالب الزواري»
        let next_word = reading.letters(place + 1);
        let is_titled = is_first
            && self.trust == Trust::Titled
            && next_word.starts_with("ال")
            && next_word.ends_with('ي')
            && cues.has(place, Cue::Honorific)
            && cues.at(place).offset == 0;
        if is_titled {
            return Some(step(0));
        }
        // A name ends with no particle: «خليل أبو».
        let is_particle = matches!(word, "ابو" | "بن" | "ابن" | "ايت" | "ولد");
        if !self.is_led() || is_other(reading, cues, place) || is_particle {
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
        // «تلا حسين بيضون النظام الداخلي»: a noun and its adjective.
        let is_noun = !is_first
            && word.starts_with("ال")
            && !word.ends_with('ي')
            && next_word.starts_with("ال")
            && (next_word.ends_with('ي') || next_word.ends_with("يه"))
            && rarity(word).is_some_and(|rarity| rarity < 450);
        if is_noun {
            return None;
        }
        let offset = usize::from(is_first && word.starts_with('و') && rarity(word).is_none()) * 2;
        let bare = word.get(offset..).unwrap_or(word);
        let is_titled =
            self.trust == Trust::Titled && self.parts < 2 && (is_first || self.follows_given);
        let fits = is_rare(bare, is_first, self.follows_given) || is_titled && is_likely(bare);
        fits.then(|| step(offset))
    }
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
        "ابن" | "لا" | "ذو" | "ذي" | "ولد" | "ود" | "ابي" if is_first => {
            word == "ابن" && has_article
        }
        "الحاج" | "حاج" | "سيدي" | "مولاي" | "الشيخ" => {
            let told = cues.at(place + 1);
            !is_first && told.offset == 0 && told.has_any(&[Cue::Given, Cue::Weak, Cue::Particle])
        }
        _ => true,
    };
    let is_named = cues.at(place + 1).has_any(&[Cue::Given, Cue::Weak]);
    let is_son = matches!(
        word,
        "بن" | "ابن" | "بنت" | "ال" | "بو" | "ولد" | "ود" | "ايت" | "ابو" | "ابا"
    ) && cues.at(place + 1).has_any(&[
        Cue::Honorific,
        Cue::Office,
        Cue::Adding,
        Cue::Saying,
        Cue::Demanding,
        Cue::Resolving,
    ]);
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
    is_stop_word(word)
        || cues.at(place).has_any(&OTHER)
        || is_plain(word)
        || is_head(word.strip_prefix("ال").unwrap_or(word))
}
