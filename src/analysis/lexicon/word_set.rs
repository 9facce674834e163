//! Plain sets of words, for questions about the few words around a mention. Invariant: members are folded and without
//! clitics; a word of the text is asked for with its clitics on.

use rustc_hash::FxHashSet;

use super::{forms, rows};
use crate::text::clitic::each_split;
use crate::text::fold::fold_plain;

/// A set of folded words.
#[derive(Debug, Clone)]
pub struct WordSet(FxHashSet<String>);

impl WordSet {
    /// The words of one class of a list whose lines are class and forms.
    #[must_use]
    pub fn of(list: &'static str, class: &str) -> Self {
        let columns = rows(list).filter_map(|row| <[&str; 2]>::try_from(row).ok());
        let own = columns.filter(|[name, _]| *name == class);
        Self(
            own.flat_map(|[_, column]| forms(column))
                .map(fold_plain)
                .collect(),
        )
    }

    /// Whether the folded word is of the set, whatever is written onto its front.
    #[must_use]
    pub fn has(&self, folded: &str) -> bool {
        let is_member = |rest: &str| self.0.contains(rest);
        !folded.is_empty()
            && (is_member(folded) || each_split(folded).any(|split| is_member(split.rest)))
    }

    /// Whether it is a set of nothing, as it is for a class that the list does not have.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::WordSet;

    #[test]
    fn clitics_hide_no_member() {
        let set = WordSet::of("# list\nsite\tقاعة;بلدية\nseat\tمقره", "site");
        for word in ["قاعه", "بالقاعه", "وبقاعه", "بلديه", "للبلديه"] {
            assert!(set.has(word), "{word}");
        }
        assert!(!set.has("مقره") && !set.has("") && !set.is_empty());
    }
}
