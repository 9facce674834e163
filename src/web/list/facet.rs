//! The facets of the list: each choice with how many events it would give, as a link that makes or takes it back.

use serde::Serialize;

use crate::search::facet::Facets;
use crate::web::label;
use crate::web::list::finding::{Finding, Names};
use crate::web::locale::text;
use crate::web::parameter::Selection;

/// So many choices of a facet are seen at once, and so many after asking for more.
const SEEN: usize = 10;
const MORE: usize = 100;

/// One side by which the list can be narrowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// What it is called.
    pub heading: &'static str,
    /// The most frequent choices.
    pub choices: Vec<Choice>,
    /// Further ones.
    pub more: Vec<Choice>,
}

/// One choice of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it is called.
    pub name: String,
    /// How many events it would give.
    pub count: u64,
    /// The list with this choice made, or taken back if it is made.
    pub address: String,
    /// Whether it is made.
    pub is_chosen: bool,
}

/// The facets of an answer; those without a choice to make are left out.
#[must_use]
pub fn facets(selection: &Selection, finding: &Finding) -> Vec<Facet> {
    let Facets {
        countries,
        organizations,
        kinds,
        years,
        reviews,
    } = &finding.facets;
    let several = |name, key: &str, text: &str, count| several(selection, name, key, text, count);
    let single = |name, key: &str, text: &str, count| single(selection, name, key, text, count);
    let countries = countries.iter();
    let countries = countries
        .map(|(code, count)| several("country", code.as_str(), label::country(*code), *count));
    let bodies = organizations
        .iter()
        .map(|(id, count)| several("organization", id.as_str(), finding.names.shown(id), *count));
    let kinds = kinds
        .iter()
        .map(|(kind, count)| single("kind", kind.as_str(), label::kind(*kind), *count));
    let years = years
        .iter()
        .rev()
        .map(|(year, count)| in_year(selection, *year, *count));
    let reviews = reviews
        .iter()
        .map(|(review, count)| single("review", review.as_str(), label::review(*review), *count));
    let all = [
        facet(text("country-index-country"), countries.collect()),
        facet(text("list-side-organization"), bodies.collect()),
        facet(text("list-kind"), kinds.collect()),
        facet(text("list-year"), years.collect()),
        facet(text("list-review"), reviews.collect()),
    ];
    all.into_iter()
        .filter(|facet| !facet.choices.is_empty())
        .collect()
}

/// Choices already made stay in sight.
fn facet(heading: &'static str, mut choices: Vec<Choice>) -> Facet {
    choices.sort_by_key(|choice| !choice.is_chosen);
    let seen = if choices.len() <= SEEN + 2 {
        choices.len()
    } else {
        SEEN
    };
    let mut more = choices.split_off(seen);
    more.truncate(MORE);
    Facet {
        heading,
        choices,
        more,
    }
}

fn several(selection: &Selection, name: &'static str, key: &str, text: &str, count: u64) -> Choice {
    let is_chosen = selection.has(name, key);
    let other = if is_chosen {
        selection.without(name, key)
    } else {
        selection.with(name, key)
    };
    Choice {
        name: text.to_owned(),
        count,
        address: other.address(),
        is_chosen,
    }
}

fn single(selection: &Selection, name: &'static str, key: &str, text: &str, count: u64) -> Choice {
    let is_chosen = selection.has(name, key);
    let other = if is_chosen {
        selection.free_of(name)
    } else {
        selection.only(name, key)
    };
    Choice {
        name: text.to_owned(),
        count,
        address: other.address(),
        is_chosen,
    }
}

fn in_year(selection: &Selection, year: i16, count: u64) -> Choice {
    let text = format!("{year:04}");
    let is_chosen = selection.value("from") == text && selection.value("to") == text;
    let other = if is_chosen {
        selection.free_of("from").free_of("to")
    } else {
        selection.only("from", &text).only("to", &text)
    };
    Choice {
        name: text,
        count,
        address: other.address(),
        is_chosen,
    }
}

/// The facets as data.
#[derive(Debug, Serialize)]
pub struct FacetsFace<'a> {
    countries: Vec<Count<'a>>,
    organizations: Vec<Count<'a>>,
    kinds: Vec<Count<'a>>,
    years: Vec<YearCount>,
    reviews: Vec<Count<'a>>,
}

#[derive(Debug, Serialize)]
struct Count<'a> {
    value: &'a str,
    name: &'a str,
    count: u64,
}

#[derive(Debug, Serialize)]
struct YearCount {
    value: i16,
    count: u64,
}

impl<'a> FacetsFace<'a> {
    /// The facets of an answer.
    #[must_use]
    pub fn new(facets: &'a Facets, names: &'a Names) -> Self {
        let organization = |(id, count): &'a (crate::model::id::OrganizationId, u64)| Count {
            value: id.as_str(),
            name: names.organization(id.as_str()),
            count: *count,
        };
        Self {
            countries: facets
                .countries
                .iter()
                .map(|(code, count)| Count {
                    value: code.as_str(),
                    name: code.country().arabic,
                    count: *count,
                })
                .collect(),
            organizations: facets.organizations.iter().map(organization).collect(),
            kinds: facets
                .kinds
                .iter()
                .map(|(kind, count)| Count {
                    value: kind.as_str(),
                    name: label::kind(*kind),
                    count: *count,
                })
                .collect(),
            years: facets
                .years
                .iter()
                .map(|(year, count)| YearCount {
                    value: *year,
                    count: *count,
                })
                .collect(),
            reviews: facets
                .reviews
                .iter()
                .map(|(review, count)| Count {
                    value: review.as_str(),
                    name: label::review(*review),
                    count: *count,
                })
                .collect(),
        }
    }
}
