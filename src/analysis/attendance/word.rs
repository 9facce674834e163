//! The word list of counts, read once: the nouns that are counted and the words that tell whether a count is one of
//! those present.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analysis::lexicon::word_set::WordSet;
use crate::analysis::lexicon::{forms, rows};
use crate::model::vocabulary::Unit;
use crate::text::fold::fold_plain;

const LIST: &str = include_str!("../lexicon/attendance.tsv");

/// The endings of a noun that is marked in the list.
const ENDINGS: [&str; 6] = ["", "ا", "ه", "ات", "ون", "ين"];

/// The words of the list, by class.
pub(super) struct Words {
    units: FxHashMap<String, Unit>,
    pub(super) about: WordSet,
    pub(super) over: WordSet,
    pub(super) passing: WordSet,
    pub(super) harm: WordSet,
    pub(super) organ: WordSet,
    pub(super) vote: WordSet,
    pub(super) invited: WordSet,
    pub(super) earlier: WordSet,
    pub(super) member: WordSet,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let set = |class| WordSet::of(LIST, class);
    Words {
        units: units(),
        about: set("about"),
        over: set("over"),
        passing: set("passing"),
        harm: set("harm"),
        organ: set("organ"),
        vote: set("vote"),
        invited: set("invited"),
        earlier: set("earlier"),
        member: set("member"),
    }
});

/// The words of the list.
pub(super) fn words() -> &'static Words {
    &WORDS
}

impl Words {
    /// The unit that a folded noun, as it stands behind a number, counts in.
    pub(super) fn unit(&self, folded: &str) -> Option<Unit> {
        self.units.get(folded).copied()
    }
}

fn units() -> FxHashMap<String, Unit> {
    let mut units = FxHashMap::default();
    for row in rows(LIST) {
        let [class, column] = row[..] else { continue };
        let Some(unit) = Unit::parse(class) else {
            continue;
        };
        for form in forms(column) {
            match form.strip_suffix('*') {
                None => {
                    units.insert(fold_plain(form), unit);
                }
                Some(stem) => {
                    let stem = fold_plain(stem);
                    for ending in ENDINGS {
                        units.insert(format!("{stem}{ending}"), unit);
                    }
                }
            }
        }
    }
    units
}
