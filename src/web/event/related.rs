//! Related events in words: why each stands there, told by what it shares with the event of the page.

use crate::model::event::Event;
use crate::model::evidence::Attested;
use crate::model::name::Bearer;
use crate::store::event::StoredEvent;
use crate::store::related::Related;
use crate::web::label;
use crate::web::latin::LatinNames;
use crate::web::locale::{fill, text};
use crate::web::plural::{COUNTRY, DAY, Noun, ORGANIZATION, PERSON, PLACE};
use crate::web::url;

/// So many names are told of each sort.
const NAMES: usize = 2;

/// A related event as the page shows it.
#[derive(Debug, PartialEq, Eq)]
pub struct Neighbour<'a> {
    /// Its page.
    pub address: String,
    /// Its title.
    pub title: &'a str,
    /// Both beside each other.
    pub comparison: String,
    /// Why it stands there.
    pub reasons: Vec<Reason<'a>>,
}

/// One reason: «تشترك بينهما 3 منظمات» with the first names.
#[derive(Debug, PartialEq, Eq)]
pub struct Reason<'a> {
    /// What is shared, in words.
    pub words: String,
    /// The first names.
    pub names: Vec<&'a str>,
    /// Whether there are more.
    pub has_more: bool,
}

impl<'a> Neighbour<'a> {
    /// The related events of an event.
    #[must_use]
    pub fn all(
        stored: &'a StoredEvent,
        latin: &'a LatinNames,
        related: &'a [Related],
    ) -> Vec<Self> {
        let neighbour = |related: &'a Related| Self {
            address: url::event(&related.id),
            title: &related.title,
            comparison: url::comparison("events", &[stored.id.as_str(), related.id.as_str()]),
            reasons: reasons(&stored.event, latin, related),
        };
        related.iter().map(neighbour).collect()
    }
}

fn reasons<'a>(event: &'a Event, latin: &'a LatinNames, related: &'a Related) -> Vec<Reason<'a>> {
    let named = |is: fn(&Bearer) -> bool| -> Vec<&'a str> {
        let own = related.shared.iter().filter(|one| is(one));
        own.filter_map(|one| latin.bearer(one).or_else(|| name(event, one)))
            .collect()
    };
    let organizations = named(|one| matches!(one, Bearer::Organization(_)));
    let people = named(|one| matches!(one, Bearer::Person(_)));
    let places = named(|one| matches!(one, Bearer::Place(_)));
    // Whoever reads that both were held in Brussels need not be told the country.
    let countries = match places.is_empty() {
        true => named(|one| matches!(one, Bearer::Country(_))),
        false => Vec::new(),
    };
    let place = match places.len() {
        1 => text("event-same-place").to_owned(),
        count => shared(text("event-shared-things"), PLACE, count),
    };
    let days = related.days.map(|days| Reason {
        words: match days {
            0 => text("event-same-days").to_owned(),
            _ => fill(
                "event-days-apart",
                [("days", DAY.count(u64::from(days)).into())],
            ),
        },
        names: Vec::new(),
        has_more: false,
    });
    let told = [
        (
            shared(
                text("event-shared-things"),
                ORGANIZATION,
                organizations.len(),
            ),
            organizations,
        ),
        (shared(text("event-shared"), PERSON, people.len()), people),
        (place, places),
        (
            shared(text("event-shared"), COUNTRY, countries.len()),
            countries,
        ),
    ];
    let told = told.into_iter().filter(|(_, names)| !names.is_empty());
    told.map(|(words, names)| Reason::new(words, names))
        .chain(days)
        .collect()
}

fn shared(verb: &str, noun: Noun, count: usize) -> String {
    format!("{verb} {}", noun.count(count as u64))
}

impl<'a> Reason<'a> {
    fn new(words: String, mut names: Vec<&'a str>) -> Self {
        let has_more = names.len() > NAMES;
        names.truncate(NAMES);
        Self {
            words,
            names,
            has_more,
        }
    }
}

/// What the event itself calls a thing that it shares with another.
fn name<'a>(event: &'a Event, bearer: &Bearer) -> Option<&'a str> {
    match bearer {
        Bearer::Organization(id) => {
            let mut own = event.organizations.iter().map(Attested::value);
            own.find(|own| own.id.as_ref() == Some(id))
                .map(|own| &*own.name)
        }
        Bearer::Person(id) => {
            let mut own = event.people.iter().map(Attested::value);
            own.find(|own| own.id.as_ref() == Some(id))
                .map(|own| &*own.name)
        }
        Bearer::Place(id) => {
            let mut own = event.places.iter().map(Attested::value);
            own.find(|own| own.id.as_ref() == Some(id))
                .map(|own| &*own.name)
        }
        Bearer::Country(code) => Some(label::country(*code)),
    }
}
