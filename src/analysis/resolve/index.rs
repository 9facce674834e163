//! Names of one sort of authority, to be found by key and by nearness. Invariant: building takes one pass over the
//! names; a look-up by key is one hash, and a look-up by nearness reads the shortest lists of two stems.

use rustc_hash::FxHashMap;

use super::key::{key, stems, without_brackets};

/// The least share of stems that two near names have in common.
const NEAR: f32 = 0.75;
/// A stem that more names have tells nothing of nearness.
const COMMON: usize = 3_000;
/// The most near names told.
const MOST: usize = 5;

/// The names of one sort of authority.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// Who bears each key, by place.
    by_key: FxHashMap<String, Vec<u32>>,
    /// Which names have each stem.
    by_stem: FxHashMap<String, Vec<u32>>,
    /// The stems of each name, its head first told apart, and who bears it.
    names: Vec<Name>,
}

#[derive(Debug, Clone)]
struct Name {
    bearer: u32,
    head: String,
    stems: Vec<String>,
}

impl Index {
    /// Adds a name of the bearer at a place.
    pub fn insert(&mut self, bearer: u32, name: &str, words_of: fn(&str) -> Vec<String>) {
        if let Some((outer, inner)) = without_brackets(name) {
            self.insert_words(bearer, &words_of(&outer));
            self.insert_key(bearer, key(&words_of(&inner)));
        }
        self.insert_words(bearer, &words_of(name));
    }

    fn insert_words(&mut self, bearer: u32, words: &[String]) {
        let Some(head) = words.first() else { return };
        self.insert_key(bearer, key(words));
        let place = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        let stems = stems(words);
        for stem in &stems {
            self.by_stem.entry(stem.clone()).or_default().push(place);
        }
        self.names.push(Name {
            bearer,
            head: head.clone(),
            stems,
        });
    }

    fn insert_key(&mut self, bearer: u32, key: String) {
        if key.chars().count() < 2 {
            return;
        }
        let bearers = self.by_key.entry(key).or_default();
        if !bearers.contains(&bearer) {
            bearers.push(bearer);
        }
    }

    /// Who bears a name of these words.
    #[must_use]
    pub fn find(&self, words: &[String]) -> &[u32] {
        self.by_key.get(&key(words)).map_or(&[], Vec::as_slice)
    }

    /// Who bears a name that is near to these words and not the same, nearest first.
    #[must_use]
    pub fn near(&self, words: &[String]) -> Vec<u32> {
        let Some(head) = words.first().filter(|_| !self.names.is_empty()) else {
            return Vec::new();
        };
        let own = stems(words);
        let mut lists: Vec<&Vec<u32>> = own
            .iter()
            .filter_map(|stem| self.by_stem.get(stem))
            .filter(|list| list.len() <= COMMON)
            .collect();
        lists.sort_by_key(|list| list.len());
        let mut places: Vec<u32> = lists
            .iter()
            .take(2)
            .flat_map(|list| list.iter().copied())
            .collect();
        places.sort_unstable();
        places.dedup();
        let mut found: Vec<(f32, u32)> = Vec::new();
        for place in places {
            let Some(name) = self.names.get(place as usize) else {
                continue;
            };
            let share = share(&own, &name.stems);
            let is_part = name.head == *head && is_part(&own, &name.stems);
            if share < NEAR && !is_part {
                continue;
            }
            match found.iter_mut().find(|(_, bearer)| *bearer == name.bearer) {
                Some(known) => known.0 = known.0.max(share),
                None => found.push((share, name.bearer)),
            }
        }
        found.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        found
            .into_iter()
            .take(MOST)
            .map(|(_, bearer)| bearer)
            .collect()
    }
}

/// The share of all stems that both names have.
fn share(one: &[String], other: &[String]) -> f32 {
    let both = one
        .iter()
        .filter(|stem| other.binary_search(stem).is_ok())
        .count();
    let all = one.len() + other.len() - both;
    both as f32 / all.max(1) as f32
}

/// Whether all stems of one name, two or more, are in the other.
fn is_part(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    short.len() >= 2 && short.iter().all(|stem| long.binary_search(stem).is_ok())
}
