//! The other names of bodies that the whole world knows, so that «حماس» finds a record that stands under the full name.
//! Invariant: names of one line of the list are names of one body.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use super::key::{key, words_of};
use crate::analysis::lexicon::body::known;

/// The names of one body, each as its words.
type Names = Vec<Vec<String>>;

/// The words of each name of each known body, and which body bears a key.
static KIN: LazyLock<(Vec<Names>, FxHashMap<String, usize>)> = LazyLock::new(|| {
    let bodies: Vec<Names> = known::names()
        .map(|names| names.map(words_of).collect())
        .collect();
    let mut by_key = FxHashMap::default();
    for (place, names) in bodies.iter().enumerate() {
        for name in names {
            by_key.entry(key(name)).or_insert(place);
        }
    }
    (bodies, by_key)
});

/// The words of all names that the known body of this name goes by; none where it is not known.
pub fn names_of(words: &[String]) -> &'static [Vec<String>] {
    let (bodies, by_key) = &*KIN;
    by_key
        .get(&key(words))
        .and_then(|place| bodies.get(*place))
        .map_or(&[], Vec::as_slice)
}
