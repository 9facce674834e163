//! The words that tell what a document is about, by class. Read once for a document; the detectors of kind, status,
//! venue, attendance and the event's date all look at the same marks.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::card::{List, Opening};
use super::phrase_list::PhraseList;
use super::{Article, Phrases, forms, rows};
use crate::analysis::reading::Reading;
use crate::text::fold::fold_plain;

macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident = $name:literal),+ $(,)?) => {
        /// What a word tells.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Class { $($(#[$doc])* $class),+ }

        impl Class {
            /// All classes.
            pub const ALL: &'static [Self] = &[$(Self::$class),+];

            fn name(self) -> &'static str {
                match self { $(Self::$class => $name),+ }
            }
        }
    };
}

classes!(
    /// A founding.
    Found = "found",
    /// The head of a body's name.
    Body = "body",
    /// The head of a coalition's name.
    Coalition = "coalition",
    /// An event being held.
    Hold = "hold",
    /// An event being held, in a tense that may be the future.
    Present = "present",
    /// Something reported as done.
    Past = "past",
    /// A meeting.
    Meeting = "meeting",
    /// A conference.
    Conference = "conference",
    /// A statement.
    Statement = "statement",
    /// A call.
    Call = "call",
    /// A statement or a call being given forth.
    Utter = "utter",
    /// A plan.
    Future = "future",
    /// A plan taken back.
    Cancel = "cancel",
    /// Taking part.
    Attend = "attend",
    /// A founding that is only thought of, tried or refused.
    Unreal = "unreal",
    /// A remembrance.
    Recall = "recall",
    /// What a founding meeting, conference or statement is called by.
    Constituent = "constituent",
    /// A building, a hall or a ground in which people meet.
    Site = "site",
    /// Making known that something is.
    Announce = "announce",
    /// Acts of a crowd in public, which others are called to.
    Rally = "rally",
    /// Putting a name under a paper.
    Sign = "sign",
    /// A paper that bodies agree on.
    Charter = "charter",
    /// Choosing who leads a body.
    Elect = "elect",
);

impl Class {
    /// Whether words of the class are nouns that pronouns are written onto: «اجتماعاتهم», «ندوتها».
    const fn is_owned(self) -> bool {
        matches!(
            self,
            Self::Meeting | Self::Conference | Self::Statement | Self::Call
        )
    }
}

/// A noun with the pronouns of its owners, as folding leaves it.
fn owned(folded: &str) -> Vec<String> {
    const OWNERS: [&str; 4] = ["ه", "ها", "هم", "نا"];
    if folded.contains(' ') || folded.chars().count() < 4 {
        return Vec::new();
    }
    let stems = match (folded.strip_suffix('ه'), folded.strip_suffix('ء')) {
        (Some(stem), _) => vec![format!("{stem}ت")],
        (_, Some(stem)) => vec![folded.to_owned(), format!("{stem}و"), format!("{stem}ي")],
        _ => vec![folded.to_owned()],
    };
    let join = |stem: &String| OWNERS.map(|owner| format!("{stem}{owner}"));
    stems.iter().flat_map(join).collect()
}

/// The classes of words that tell of an event being held.
pub const HELD: [Class; 5] = [
    Class::Hold,
    Class::Present,
    Class::Future,
    Class::Meeting,
    Class::Conference,
];

/// The classes of words that tell of an event being held, of a founding or of a signing.
pub const TOLD: [Class; 7] = [
    Class::Hold,
    Class::Present,
    Class::Future,
    Class::Meeting,
    Class::Conference,
    Class::Found,
    Class::Sign,
];

/// The classes of one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Classes(u32);

impl Classes {
    /// Whether the word is of this class.
    #[must_use]
    pub const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u32) != 0
    }

    /// Whether the word is of no class.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the word is of one of these classes.
    #[must_use]
    pub fn has_any(self, classes: &[Class]) -> bool {
        classes.iter().any(|class| self.has(*class))
    }
}

/// The classes of each word of a document.
#[derive(Debug, Clone)]
pub struct Marks(Vec<Classes>);

static TRIGGERS: LazyLock<Phrases<Classes>> = LazyLock::new(|| {
    let mut classes: BTreeMap<String, Classes> = BTreeMap::new();
    for row in rows(include_str!("trigger.tsv")) {
        let [name, column] = row[..] else { continue };
        let class = Class::ALL.iter().find(|class| class.name() == name);
        let bit = class.map_or(0, |class| 1 << *class as u32);
        let is_noun = class.is_some_and(|class| class.is_owned());
        for form in forms(column).map(fold_plain) {
            if is_noun {
                for owned in owned(&form) {
                    classes.entry(owned).or_default().0 |= bit;
                }
            }
            classes.entry(form).or_default().0 |= bit;
        }
    }
    let mut triggers = PhraseList::of(Some(List::Trigger));
    classes
        .iter()
        .for_each(|(form, classes)| triggers.insert_folded(form, Article::Either, *classes));
    triggers.phrases()
});

/// How a folded word may open a trigger.
pub(super) fn opening(folded: &str) -> Opening {
    TRIGGERS.opening(folded)
}

/// The classes of a folded word alone; nothing where a phrase may begin with it.
pub(super) fn alone(folded: &str) -> Option<Classes> {
    TRIGGERS.alone(folded).map(Option::unwrap_or_default)
}

impl Marks {
    /// Marks the words of a document.
    #[must_use]
    pub fn of(reading: &Reading<'_>) -> Self {
        let mark = |index| {
            let card = reading.card(index);
            if !card.opening(List::Trigger).is_whole {
                return Classes::default();
            }
            let found = || TRIGGERS.find_whole(reading, index).map(|found| found.entry);
            card.trigger.unwrap_or_else(|| found().unwrap_or_default())
        };
        Self((0..reading.words.len()).map(mark).collect())
    }

    /// The classes of the word at `index`; none past the last.
    #[must_use]
    #[inline]
    pub fn at(&self, index: usize) -> Classes {
        self.0.get(index).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, Marks};
    use crate::analysis::lexicon::rows;
    use crate::analysis::reading::Reading;

    #[test]
    fn every_class_of_the_list_is_known() {
        for row in rows(include_str!("trigger.tsv")) {
            assert!(
                row.len() == 2 && Class::ALL.iter().any(|class| class.name() == row[0]),
                "{row:?}"
            );
        }
        assert!(
            Class::ALL
                .iter()
                .all(|class| rows(include_str!("trigger.tsv")).any(|row| row[0] == class.name()))
        );
    }

    #[test]
    fn clitics_do_not_hide_a_trigger() {
        let marks = Marks::of(&Reading::of("وبتأسيس للتحالف كتاب"));
        assert!(marks.at(0).has(Class::Found) && marks.at(1).has(Class::Coalition));
        let marks_of_owned = Marks::of(&Reading::of("اجتماعاتهم وندوتها ولقائنا"));
        assert!(marks_of_owned.at(0).has(Class::Meeting));
        assert!(marks_of_owned.at(1).has(Class::Conference));
        assert!(marks_of_owned.at(2).has(Class::Meeting));
        assert!(!marks.at(2).has_any(Class::ALL) && !marks.at(9).has_any(Class::ALL));
    }
}
