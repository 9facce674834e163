//! How countries and places are named: the table of `model`, further names, nationality adjectives, cities, and the
//! phrases that only look like such. Invariant: each entry is a closed list's; nothing is guessed from the shape of a word.

use std::sync::LazyLock;

use self::place::Town;
use super::card::{List, Opening};
use super::phrase_list::PhraseList;
use super::{Article, Found, Phrases, forms, rows};
use crate::analysis::reading::Reading;
use crate::model::country::{CountryCode, countries};
use crate::text::fold::fold_plain;

pub mod capital;

mod city;

pub mod place;

/// What a phrase says of a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// The country; nothing for a trap.
    pub code: Option<CountryCode>,
    /// The other country it may be.
    pub other: Option<CountryCode>,
    /// How the phrase names it.
    pub class: NameClass,
    /// The place it names in the country, and in the other one; nothing where the list of places has none.
    pub towns: [Option<Town>; 2],
    /// How many words the name of a city has; 0 where words may be cut in any way.
    pub words: usize,
}

impl Name {
    const fn of(code: Option<CountryCode>, class: NameClass) -> Self {
        Self {
            code,
            other: None,
            class,
            towns: [None; 2],
            words: 0,
        }
    }
}

/// How a phrase names a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameClass {
    /// By its name.
    Country,
    /// By a name that is also a common word.
    WeakCountry,
    /// By its capital.
    Capital,
    /// By a city.
    City,
    /// By a city that only the list of places has.
    Town,
    /// By a city whose name is also a common word.
    WeakCity,
    /// By a city whose name another country's city has too.
    EitherCity,
    /// By the adjective.
    Nationality,
    /// By a plural of its people that no suffix forms.
    People,
    /// Not at all: the phrase means something else.
    Trap,
}

impl NameClass {
    /// Whether such a name is known enough to be cut from a word that it is glued to.
    #[must_use]
    pub const fn is_cut_from_glue(self) -> bool {
        matches!(self, Self::Country | Self::Capital | Self::City)
    }

    /// Whether a city is named.
    #[must_use]
    pub const fn is_city(self) -> bool {
        match self {
            Self::Capital | Self::City | Self::Town | Self::WeakCity | Self::EitherCity => true,
            Self::Country | Self::WeakCountry | Self::Nationality | Self::People | Self::Trap => {
                false
            }
        }
    }
}

static NAMES: LazyLock<Phrases<Name>> = LazyLock::new(read);

/// The longest phrase that begins with the word at `index`, from folded byte `from` of it on.
#[must_use]
pub fn find(reading: &Reading<'_>, index: usize, from: usize) -> Option<Found<Name>> {
    NAMES.find_inside(reading, index, from)
}

/// How a folded word may open a name.
pub(super) fn opening(folded: &str) -> Opening {
    NAMES.opening(folded)
}

/// Whether the name of a country or of a known city stands in a folded word as one glued to another would.
pub(super) fn holds_name(folded: &str) -> bool {
    NAMES.holds(folded, |name| name.class.is_cut_from_glue())
}

fn read() -> Phrases<Name> {
    let mut names = PhraseList::of(Some(List::Gazetteer));
    let mut insert = |phrase: &str, code: Option<CountryCode>, class| {
        names.insert(phrase, Name::of(code, class));
    };
    for row in rows(include_str!("trap.tsv")) {
        row.iter()
            .for_each(|phrase| insert(phrase, None, NameClass::Trap));
    }
    let extra: Vec<_> = rows(include_str!("country.tsv"))
        .filter_map(|row| <[&str; 3]>::try_from(row).ok())
        .collect();
    let is_kept_apart = |code: CountryCode, name: &str| {
        extra.iter().any(|[class, other, column]| {
            let is_same = || forms(column).any(|form| fold_plain(form) == fold_plain(name));
            *class != "name" && *other == code.as_str() && is_same()
        })
    };
    for country in countries() {
        let arabic = [country.arabic]
            .into_iter()
            .chain(country.variants.iter().copied());
        for name in arabic.filter(|name| !name.is_ascii() && !is_kept_apart(country.code, name)) {
            insert(
                name.split(" (").next().unwrap_or(name),
                Some(country.code),
                NameClass::Country,
            );
        }
    }
    for [class, code, column] in &extra {
        let class = match *class {
            "name" => NameClass::Country,
            "weak" => NameClass::WeakCountry,
            _ => continue,
        };
        let code = CountryCode::parse(code).ok();
        forms(column).for_each(|name| insert(name, code, class));
    }
    insert_nationalities(&mut names);
    city::insert(&mut names);
    names.phrases()
}

/// The regular endings of an adjective: feminine, sound plurals, indefinite accusative.
const ENDINGS: [&str; 6] = ["", "ه", "ون", "ين", "ات", "ا"];

fn insert_nationalities(names: &mut PhraseList<Name>) {
    for row in rows(include_str!("nationality.tsv")) {
        let code = row.first().and_then(|code| CountryCode::parse(code).ok());
        let adjective = Name::of(code, NameClass::Nationality);
        for stem in row
            .get(1)
            .copied()
            .into_iter()
            .flat_map(forms)
            .map(fold_plain)
        {
            match stem.split_once(' ') {
                None => ENDINGS.iter().for_each(|ending| {
                    names.insert_folded(&format!("{stem}{ending}"), Article::Either, adjective);
                }),
                Some((first, second)) => {
                    for ending in ["", "ه"] {
                        let first = if first.ends_with('ي') {
                            format!("{first}{ending}")
                        } else {
                            first.to_owned()
                        };
                        names.insert_folded(
                            &format!("{first}{second}{ending}"),
                            Article::Either,
                            adjective,
                        );
                        names.insert_folded(
                            &format!("{first}ال{second}{ending}"),
                            Article::With,
                            adjective,
                        );
                    }
                }
            }
        }
        let people = Name {
            class: NameClass::People,
            ..adjective
        };
        row.get(2)
            .copied()
            .into_iter()
            .flat_map(forms)
            .for_each(|plural| names.insert(plural, people));
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::lexicon::{forms, rows};
    use crate::model::country::CountryCode;

    #[test]
    fn every_code_and_class_is_known() {
        for row in rows(include_str!("country.tsv")) {
            assert!(
                row.len() == 3 && ["name", "weak", "drop"].contains(&row[0]),
                "{row:?}"
            );
            assert!(CountryCode::parse(row[1]).is_ok(), "{row:?}");
        }
        for row in rows(include_str!("city.tsv")) {
            assert!(
                row.len() == 3 && ["capital", "city", "weak", "either"].contains(&row[1]),
                "{row:?}"
            );
            assert!(
                row[0]
                    .split('/')
                    .all(|code| CountryCode::parse(code).is_ok()),
                "{row:?}"
            );
        }
        for row in rows(include_str!("nationality.tsv")) {
            assert!(
                CountryCode::parse(row[0]).is_ok() && forms(row[1]).count() > 0,
                "{row:?}"
            );
        }
    }
}
