//! Cities among the names: what the hand-made list says of a name goes before the list of places, which gives the
//! coordinates and thousands of further towns. Invariant: a name that places of three countries have is no name here.

use std::collections::BTreeMap;

use super::place::{Town, towns};
use super::{Name, NameClass};
use crate::analysis::lexicon::phrase_list::PhraseList;
use crate::analysis::lexicon::{forms, rows};
use crate::model::country::CountryCode;
use crate::text::fold::fold_plain;

/// The towns by their folded name.
type Known = BTreeMap<String, Vec<(CountryCode, Town, bool)>>;

/// Adds all cities.
pub(super) fn insert(names: &mut PhraseList<Name>) {
    let mut known = Known::new();
    for (town, place) in towns() {
        for name in place.names() {
            let entry = (place.code, town, place.is_weak);
            known.entry(fold_plain(name)).or_default().push(entry);
        }
    }
    for row in rows(include_str!("../city.tsv")) {
        let [codes, class, column] = row[..] else {
            continue;
        };
        let class = match class {
            "capital" => NameClass::Capital,
            "weak" => NameClass::WeakCity,
            "either" => NameClass::EitherCity,
            _ => NameClass::City,
        };
        let mut codes = codes.split('/').map(|code| CountryCode::parse(code).ok());
        let (code, other) = (codes.next().flatten(), codes.next().flatten());
        let mut shared = Vec::new();
        for form in forms(column) {
            let mut same = known.remove(&fold_plain(form)).unwrap_or_default();
            if class == NameClass::Capital {
                // The forms of a capital are one place's, known to the list under one of them.
                shared.extend(same);
                same = shared.clone();
            }
            let town = |code: Option<CountryCode>| {
                let found = same.iter().find(|(other, ..)| Some(*other) == code);
                found.map(|(_, town, _)| *town)
            };
            let towns = [town(code), town(other)];
            let words = form.split(' ').count();
            names.insert(
                form,
                Name {
                    code,
                    other,
                    class,
                    towns,
                    words,
                },
            );
        }
    }
    for (folded, same) in &known {
        if let Some(name) = name(same, folded.split(' ').count()) {
            names.insert(folded, name);
        }
    }
}

/// What the towns of one name make it say.
fn name(same: &[(CountryCode, Town, bool)], words: usize) -> Option<Name> {
    let (code, town, _) = *same.first()?;
    let mut others = same.iter().filter(|(other, ..)| *other != code);
    let other = others.next();
    if others.any(|(third, ..)| other.is_none_or(|(second, ..)| second != third)) {
        return None;
    }
    let is_weak = same.iter().any(|(.., is_weak)| *is_weak);
    let class = match (is_weak, other) {
        (true, _) => NameClass::WeakCity,
        (false, Some(_)) => NameClass::EitherCity,
        (false, None) => NameClass::Town,
    };
    Some(Name {
        code: Some(code),
        other: other.map(|(other, ..)| *other),
        class,
        towns: [Some(town), other.map(|(_, town, _)| *town)],
        words,
    })
}
