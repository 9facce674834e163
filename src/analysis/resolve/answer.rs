//! What a look-up gives. Invariant: one record only where just one bears the name.

use std::collections::BTreeMap;

use super::index::Index;
use super::remark::Doubt;

/// What a look-up gave.
pub enum Answer<'a, Id> {
    One(&'a Id),
    Doubtful(Doubt, Vec<&'a Id>),
    None,
}

/// The name of a record, its Latin name, and its variants.
type Names<'a> = (&'a String, Option<&'a String>, &'a Vec<String>);

/// The names of a sort of records, and who bears them.
pub fn indexed<Id: Ord + Clone, Record>(
    records: &BTreeMap<Id, Record>,
    words_of: fn(&str) -> Vec<String>,
    names: fn(&Record) -> Names<'_>,
) -> (Vec<Id>, Index) {
    let mut index = Index::default();
    let mut ids = Vec::with_capacity(records.len());
    for (id, record) in records {
        let place = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        ids.push(id.clone());
        let (name, latin, variants) = names(record);
        for name in std::iter::once(name).chain(latin).chain(variants) {
            index.insert(place, name, words_of);
        }
    }
    (ids, index)
}

pub fn look_up<'a, Id>((ids, index): &'a (Vec<Id>, Index), words: &[String]) -> Answer<'a, Id> {
    let bearers = |places: &[u32]| -> Vec<&'a Id> {
        places
            .iter()
            .filter_map(|place| ids.get(*place as usize))
            .collect()
    };
    let found = bearers(index.find(words));
    match found[..] {
        [id] => Answer::One(id),
        [] => match bearers(&index.near(words)) {
            near if near.is_empty() => Answer::None,
            near => Answer::Doubtful(Doubt::Near, near),
        },
        _ => Answer::Doubtful(Doubt::Ambiguous, found),
    }
}
