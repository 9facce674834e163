//! What each word of a document tells about people, speech and decisions, looked up once and shared by their
//! detectors. Invariant: a verb is known behind «و» and «ف» alone; nouns also behind prepositions and the article.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{forms, rows};
use crate::analysis::reading::Reading;
use crate::text::fold::fold_plain;

macro_rules! cues {
    ($($(#[$doc:meta])* $cue:ident = $name:literal),+ $(,)?) => {
        /// What a word tells.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Cue { $($(#[$doc])* $cue),+ }

        impl Cue {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$cue),+];

            fn name(self) -> &'static str {
                match self { $(Self::$cue => $name),+ }
            }
        }
    };
}

cues!(
    /// A verb of speech.
    Say = "say",
    /// What leads to words without a verb: «قائلا».
    Saying = "saying",
    /// A verb that carries on what was said.
    Add = "add",
    /// The same without a verb: «مضيفا».
    Adding = "adding",
    /// The head of «according to».
    Attribute = "attribute",
    /// The head of a name or title that stands in quote marks.
    NameHead = "name_head",
    /// A verb of a stance.
    Demand = "demand",
    /// The same as a participle: «داعيا».
    Demanding = "demanding",
    /// A verb of resolving.
    Resolve = "resolve",
    /// The same as a participle.
    Resolving = "resolving",
    /// A stance or a resolution in the first person plural.
    We = "we",
    /// A verb without a subject: «تقرر», «تم».
    Passive = "passive",
    /// A verb of how a meeting ended.
    Conclude = "conclude",
    /// A noun for what was resolved.
    Outcome = "outcome",
    /// Those who resolve.
    Group = "group",
    /// The meeting that resolves.
    Assembly = "assembly",
    /// The paper that says it.
    Document = "document",
    /// A verb of an aim.
    Objective = "objective",
    /// The head of those who are asked for something.
    Addressee = "addressee",
    /// A verbal noun with which a decision begins.
    Action = "action",
    /// Taking part.
    Scene = "scene",
    /// Being away, mourned or addressed.
    Absent = "absent",
    /// Being asked to come.
    Invite = "invite",
    /// Calling others together.
    Convene = "convene",
    /// What is called after a person.
    Site = "site",
    /// A title before a name.
    Honorific = "honorific",
    /// A function.
    Office = "office",
    /// An office of state.
    High = "high",
    /// A given name.
    Given = "given",
    /// A given name that is a common word as well.
    Weak = "weak",
    /// What joins a name to the next word.
    Particle = "particle",
);

/// Verbs, which take neither article nor preposition.
const VERBS: u32 = bit(Cue::Say)
    | bit(Cue::Saying)
    | bit(Cue::Add)
    | bit(Cue::Adding)
    | bit(Cue::Demand)
    | bit(Cue::Demanding)
    | bit(Cue::Resolve)
    | bit(Cue::Resolving)
    | bit(Cue::We)
    | bit(Cue::Passive)
    | bit(Cue::Conclude)
    | bit(Cue::Objective);

const fn bit(cue: Cue) -> u32 {
    1 << cue as u32
}

/// What one word tells, and what is written onto it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Told {
    bits: u32,
    /// How many bytes of the folded word stand before the listed form.
    pub offset: u8,
    /// Whether the article is among them.
    pub has_article: bool,
    /// The preposition among them.
    pub preposition: Option<char>,
}

impl Told {
    /// Whether the word tells this.
    #[must_use]
    pub const fn has(self, cue: Cue) -> bool {
        self.bits & bit(cue) != 0
    }

    /// Whether the word tells one of these.
    #[must_use]
    pub fn has_any(self, cues: &[Cue]) -> bool {
        cues.iter().any(|cue| self.has(*cue))
    }
}

/// What each word of a document tells.
#[derive(Debug, Clone)]
pub struct Cues(Vec<Told>);

static LISTS: [&str; 6] = [
    include_str!("speech.tsv"),
    include_str!("resolution.tsv"),
    include_str!("presence.tsv"),
    include_str!("action.tsv"),
    include_str!("office.tsv"),
    include_str!("given_name.tsv"),
];

static FORMS: LazyLock<FxHashMap<String, u32>> = LazyLock::new(|| {
    let mut known: FxHashMap<String, u32> = FxHashMap::default();
    for row in LISTS.iter().flat_map(|list| rows(list)) {
        let [name, column] = row[..] else { continue };
        let cue = Cue::ALL.iter().find(|cue| cue.name() == name);
        for form in forms(column).map(fold_plain) {
            *known.entry(form).or_default() |= cue.map_or(0, |cue| bit(*cue));
        }
    }
    known
});

/// The rows of letters before a noun: those before a listed form, whether the article is among them, the preposition.
const BEFORE_NOUN: [(&str, bool, Option<char>); 8] = [
    ("", false, None),
    ("ال", true, None),
    ("لل", true, Some('ل')),
    ("بال", true, Some('ب')),
    ("كال", true, Some('ك')),
    ("ل", false, Some('ل')),
    ("ب", false, Some('ب')),
    ("ك", false, Some('ك')),
];

/// The most words looked up: a longer text is no document of one event, and what follows tells nothing.
const MOST: usize = 20_000;

impl Cues {
    /// Looks up the words of a document.
    #[must_use]
    pub fn of(reading: &Reading<'_>) -> Self {
        Self(
            (0..reading.words.len().min(MOST))
                .map(|index| reading.card(index).cue)
                .collect(),
        )
    }

    /// What the word at `index` tells; nothing past the last.
    #[must_use]
    pub fn at(&self, index: usize) -> Told {
        self.0.get(index).copied().unwrap_or_default()
    }

    /// Whether the word at `index` tells this.
    #[must_use]
    pub fn has(&self, index: usize, cue: Cue) -> bool {
        self.at(index).has(cue)
    }
}

/// What a folded word tells.
pub(super) fn told(word: &str) -> Told {
    if word.is_empty() || word.len() > 40 {
        return Told::default();
    }
    let bare = word.strip_prefix(['و', 'ف']).filter(|rest| rest.len() >= 4);
    for (start, rest) in [(0, Some(word)), (2, bare)] {
        let Some(rest) = rest else { continue };
        for (letters, has_article, preposition) in BEFORE_NOUN {
            let Some(form) = rest.strip_prefix(letters).filter(|form| form.len() >= 2) else {
                continue;
            };
            let Some(known) = FORMS.get(form) else {
                continue;
            };
            let bits = if letters.is_empty() {
                *known
            } else {
                *known & !VERBS
            };
            // A given name of two or three letters behind a preposition is more often a word of its own.
            let is_doubtful = !letters.is_empty() && form.len() < if has_article { 4 } else { 6 };
            // «الأمين» is a given name as it stands and a function behind the article.
            let noun = form.strip_prefix("ال").filter(|_| letters.is_empty());
            let noun = noun
                .and_then(|noun| FORMS.get(noun))
                .map(|known| known & !VERBS);
            let (bits, has_article) = (bits | noun.unwrap_or(0), has_article || noun.is_some());
            if bits == 0 || is_doubtful {
                continue;
            }
            return Told {
                bits,
                offset: u8::try_from(start + letters.len()).unwrap_or(u8::MAX),
                has_article,
                preposition,
            };
        }
    }
    Told::default()
}

#[cfg(test)]
mod tests {
    use super::{Cue, Cues, LISTS};
    use crate::analysis::lexicon::rows;
    use crate::analysis::reading::Reading;

    #[test]
    fn every_class_of_the_lists_is_known() {
        let mut seen = Vec::new();
        for row in LISTS.iter().flat_map(|list| rows(list)) {
            assert!(
                row.len() == 2 && Cue::ALL.iter().any(|cue| cue.name() == row[0]),
                "{row:?}"
            );
            assert!(!row[1].contains(' '), "single words only: {}", row[0]);
            seen.push(row[0]);
        }
        assert!(Cue::ALL.iter().all(|cue| seen.contains(&cue.name())));
    }

    #[test]
    fn clitics_are_seen_through() {
        let cues = Cues::of(&Reading::of("وقال للرئيس بتشكيل القول الحاضرون"));
        assert!(cues.has(0, Cue::Say) && cues.at(0).offset == 2);
        assert!(cues.has(1, Cue::Office) && cues.at(1).preposition == Some('ل'));
        assert!(cues.has(2, Cue::Action) && !cues.has(3, Cue::Say));
        assert!(cues.has(4, Cue::Group) && cues.at(4).has_article);
    }
}
