//! Every address of the site, with its builder. Nothing else spells a path.
//!
//! The constants are the routes, in one form for every language; the functions are addresses in the language of the
//! present page. What is cited or read by programs is in one form again: [`neutral`].

pub mod about;

pub mod poster;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::model::country::CountryCode;
use crate::model::id::{DocumentId, EventId, OrganizationId, PersonId, PlaceId};
use crate::model::name::Bearer;
use crate::model::vocabulary::{Kind, Review};
use crate::web::locale;

/// What stands unencoded in a query value.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// `/`
pub const HOME: &str = "/";
/// `/events`
pub const EVENTS: &str = "/events";
/// `/countries`
pub const COUNTRIES: &str = "/countries";
/// `/organizations`
pub const ORGANIZATIONS: &str = "/organizations";
/// `/people`
pub const PEOPLE: &str = "/people";
/// `/places`
pub const PLACES: &str = "/places";
/// `/decisions`
pub const DECISIONS: &str = "/decisions";
/// `/healthz`
pub const HEALTH: &str = "/healthz";
/// `/readyz`
pub const READINESS: &str = "/readyz";
/// `/suggest`
pub const SUGGEST: &str = "/suggest";
/// `/about`
pub const ABOUT: &str = "/about";
/// `/api/v1/events`
pub const API_EVENTS: &str = "/api/v1/events";

/// `/compare`
pub const COMPARE: &str = "/compare";
/// `/timeline`
pub const TIMELINE: &str = "/timeline";
/// `/map`
pub const MAP: &str = "/map";
/// `/network`
pub const NETWORK: &str = "/network";
/// `/network/pairs`
pub const NETWORK_PAIRS: &str = "/network/pairs";
/// `/digits`
pub const DIGITS: &str = "/digits";
/// What stands before the addresses of English pages.
pub const ENGLISH: &str = "/en";

/// An address in the language of the present page.
#[must_use]
pub fn local(path: &str) -> String {
    if locale::is_english() {
        in_english(path)
    } else {
        path.to_owned()
    }
}

/// An address without a language's prefix as that of the English page.
#[must_use]
pub fn in_english(path: &str) -> String {
    match path.strip_prefix('/') {
        Some(rest) if rest.is_empty() || rest.starts_with('?') => format!("{ENGLISH}{rest}"),
        _ => format!("{ENGLISH}{path}"),
    }
}

/// An address without a language's prefix, as it is cited.
#[must_use]
pub fn neutral(path: &str) -> &str {
    match path.strip_prefix(ENGLISH) {
        Some("") => HOME,
        Some(rest) if rest.starts_with('/') => rest,
        _ => path,
    }
}

/// The present page in Arabic.
#[must_use]
pub fn here_in_arabic() -> String {
    locale::address().to_string()
}

/// The present page in English.
#[must_use]
pub fn here_in_english() -> String {
    in_english(&locale::address())
}

/// The first page.
#[must_use]
pub fn home() -> String {
    local(HOME)
}

/// The list of events.
#[must_use]
pub fn events() -> String {
    local(EVENTS)
}

/// The index of countries.
#[must_use]
pub fn countries() -> String {
    local(COUNTRIES)
}

/// The index of organizations.
#[must_use]
pub fn organizations() -> String {
    local(ORGANIZATIONS)
}

/// The index of people.
#[must_use]
pub fn people() -> String {
    local(PEOPLE)
}

/// The index of places.
#[must_use]
pub fn places() -> String {
    local(PLACES)
}

/// The list of decisions.
#[must_use]
pub fn decisions() -> String {
    local(DECISIONS)
}

/// The line of time.
#[must_use]
pub fn timeline() -> String {
    local(TIMELINE)
}

/// The map.
#[must_use]
pub fn map() -> String {
    local(MAP)
}

/// The network of organizations.
#[must_use]
pub fn network() -> String {
    local(NETWORK)
}

/// All pairs of the network.
#[must_use]
pub fn network_pairs() -> String {
    local(NETWORK_PAIRS)
}

/// The network about one organization.
#[must_use]
pub fn network_about(id: &OrganizationId) -> String {
    local(&format!("{NETWORK}?focus={id}"))
}

/// What the archive is.
#[must_use]
pub fn about() -> String {
    local(ABOUT)
}

/// The completions of names.
#[must_use]
pub fn suggest() -> String {
    local(SUGGEST)
}

/// The choice of digits, leading back to the present page.
#[must_use]
pub fn digits(chosen: &str) -> String {
    with_query(
        DIGITS,
        [("to", chosen), ("back", &locale::address())].into_iter(),
    )
}

/// Whether the page at this path depends on the parameters of its address.
#[must_use]
pub fn reads_query(path: &str) -> bool {
    const READERS: [&str; 14] = [
        EVENTS,
        COUNTRIES,
        ORGANIZATIONS,
        PEOPLE,
        PLACES,
        DECISIONS,
        TIMELINE,
        MAP,
        NETWORK,
        NETWORK_PAIRS,
        COMPARE,
        about::CORRECTIONS,
        API_EVENTS,
        SUGGEST,
    ];
    READERS.contains(&path) || path.starts_with("/static/")
}

/// A value as it may stand in a query.
#[must_use]
pub fn encode(value: &str) -> String {
    utf8_percent_encode(value, QUERY).to_string()
}

/// A path with a query; without one where there are no pairs.
#[must_use]
pub fn with_query<'a>(path: &str, pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let query: Vec<String> = pairs
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect();
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", query.join("&"))
    }
}

/// The permalink of an event.
#[must_use]
pub fn event(id: &EventId) -> String {
    local(&format!("/events/{id}"))
}

/// An event in another format: `json`.
#[must_use]
pub fn event_as(id: &EventId, suffix: &str) -> String {
    format!("/events/{id}.{suffix}")
}

/// A decision of an event.
#[must_use]
pub fn decision(id: &EventId, number: u32) -> String {
    local(&format!("/events/{id}#decision-{number}"))
}

/// A quotation of an event.
#[must_use]
pub fn quotation(id: &EventId, number: u32) -> String {
    local(&format!("/events/{id}#quotation-{number}"))
}

/// The history of an event.
#[must_use]
pub fn revisions(id: &EventId) -> String {
    local(&format!("/events/{id}/revisions"))
}

/// An event as it was.
#[must_use]
pub fn revision(id: &EventId, number: u32) -> String {
    local(&format!("/events/{id}/revisions/{number}"))
}

/// A source document.
#[must_use]
pub fn document(id: &DocumentId) -> String {
    local(&format!("/documents/{id}"))
}

/// A country.
#[must_use]
pub fn country(code: CountryCode) -> String {
    local(&format!("/countries/{code}"))
}

/// An organization.
#[must_use]
pub fn organization(id: &OrganizationId) -> String {
    local(&format!("/organizations/{id}"))
}

/// A person.
#[must_use]
pub fn person(id: &PersonId) -> String {
    local(&format!("/people/{id}"))
}

/// A place.
#[must_use]
pub fn place(id: &PlaceId) -> String {
    local(&format!("/places/{id}"))
}

/// The page of whoever bears a name.
#[must_use]
pub fn bearer(bearer: &Bearer) -> String {
    match bearer {
        Bearer::Organization(id) => organization(id),
        Bearer::Country(code) => country(*code),
        Bearer::Person(id) => person(id),
        Bearer::Place(id) => place(id),
    }
}

/// What is compared: `events=a,b`, beside each other.
#[must_use]
pub fn comparison(parameter: &str, ids: &[&str]) -> String {
    local(&format!("{COMPARE}?{parameter}={}", ids.join(",")))
}

/// The form that asks what to compare.
#[must_use]
pub fn compare() -> String {
    local(COMPARE)
}

/// A spot on earth, for programs that show maps (RFC 5870).
#[must_use]
pub fn spot(latitude: &f64, longitude: &f64) -> String {
    format!("geo:{latitude},{longitude}")
}

/// The list, filtered by a kind.
#[must_use]
pub fn events_of_kind(kind: Kind) -> String {
    local(&format!("/events?kind={kind}"))
}

/// The list, filtered by who answers for the records.
#[must_use]
pub fn events_of_review(review: Review) -> String {
    local(&format!("/events?review={review}"))
}

/// The list of decisions, searched for some words.
#[must_use]
pub fn decisions_with(text: &str) -> String {
    with_query(&decisions(), [("q", text)].into_iter())
}

/// A file of `static/` under an address that holds its version, so that it may be kept for ever.
#[must_use]
pub fn asset(path: &str) -> String {
    crate::web::asset::versioned(path)
}

/// A typeface by the name of its file.
#[must_use]
pub fn typeface(name: &str) -> String {
    asset(&format!("font/{name}.woff2"))
}

/// The bytes of a source document, as received.
#[must_use]
pub fn document_text(id: &DocumentId) -> String {
    format!("/documents/{id}.txt")
}

/// An organization as data.
#[must_use]
pub fn organization_as(id: &OrganizationId, suffix: &str) -> String {
    format!("/organizations/{id}.{suffix}")
}

/// A country as data.
#[must_use]
pub fn country_as(code: CountryCode, suffix: &str) -> String {
    format!("/countries/{code}.{suffix}")
}

/// A person as data.
#[must_use]
pub fn person_as(id: &PersonId, suffix: &str) -> String {
    format!("/people/{id}.{suffix}")
}

/// A place as data.
#[must_use]
pub fn place_as(id: &PlaceId, suffix: &str) -> String {
    format!("/places/{id}.{suffix}")
}

#[cfg(test)]
mod tests;
