//! Bodies that texts name without a head noun, or by a short form. Invariant: all names of one body have one place.

use std::sync::LazyLock;

use crate::analysis::lexicon::phrase_list::PhraseList;
use crate::analysis::lexicon::{Found, Phrases, forms, rows};
use crate::analysis::reading::Reading;
use crate::model::vocabulary::OrganizationKind;

/// A body known without a head noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// Its place in the list, the same for all its names.
    pub place: usize,
    /// What sort of body it is.
    pub kind: OrganizationKind,
    /// How surely its name means it.
    pub trust: Trust,
}

/// How surely a known name means the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// Always.
    Sure,
    /// Behind a head noun, between other bodies or in quotation marks.
    Weak,
    /// In a list behind a head in the plural.
    Party,
}

static KNOWN: LazyLock<Phrases<Known>> = LazyLock::new(|| {
    let mut known = PhraseList::of(None);
    for (place, row) in rows(include_str!("../known_body.tsv")).enumerate() {
        let [kind, trust, names] = row[..] else {
            continue;
        };
        let entry = Known {
            place,
            kind: OrganizationKind::parse(kind).unwrap_or(OrganizationKind::Other),
            trust: match trust {
                "sure" => Trust::Sure,
                "party" => Trust::Party,
                _ => Trust::Weak,
            },
        };
        forms(names).for_each(|name| known.insert(name, entry));
    }
    known.phrases()
});

/// The longest known name that begins with the word at `index`, from folded byte `from` of it on.
#[must_use]
pub fn find_known(reading: &Reading<'_>, index: usize, from: usize) -> Option<Found<Known>> {
    KNOWN.find_inside(reading, index, from)
}

/// The names of each known body.
pub fn names() -> impl Iterator<Item = impl Iterator<Item = &'static str>> {
    rows(include_str!("../known_body.tsv"))
        .filter_map(|row| row.get(2).copied())
        .map(forms)
}
