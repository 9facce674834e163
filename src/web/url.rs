//! Every address of the site, with its builder. Nothing else spells a path.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::model::country::CountryCode;
use crate::model::id::{DocumentId, EventId, OrganizationId, PersonId, PlaceId};
use crate::model::vocabulary::{Kind, Review};

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

/// Whether the page at this path depends on the parameters of its address.
#[must_use]
pub fn reads_query(path: &str) -> bool {
    [EVENTS, DECISIONS, API_EVENTS, SUGGEST].contains(&path) || path.starts_with("/static/")
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
    format!("/events/{id}")
}

/// An event in another format: `json`.
#[must_use]
pub fn event_as(id: &EventId, suffix: &str) -> String {
    format!("/events/{id}.{suffix}")
}

/// A decision of an event.
#[must_use]
pub fn decision(id: &EventId, number: u32) -> String {
    format!("/events/{id}#decision-{number}")
}

/// The history of an event.
#[must_use]
pub fn revisions(id: &EventId) -> String {
    format!("/events/{id}/revisions")
}

/// An event as it was.
#[must_use]
pub fn revision(id: &EventId, number: u32) -> String {
    format!("/events/{id}/revisions/{number}")
}

/// A source document.
#[must_use]
pub fn document(id: &DocumentId) -> String {
    format!("/documents/{id}")
}

/// A country.
#[must_use]
pub fn country(code: CountryCode) -> String {
    format!("/countries/{code}")
}

/// An organization.
#[must_use]
pub fn organization(id: &OrganizationId) -> String {
    format!("/organizations/{id}")
}

/// A person.
#[must_use]
pub fn person(id: &PersonId) -> String {
    format!("/people/{id}")
}

/// A place.
#[must_use]
pub fn place(id: &PlaceId) -> String {
    format!("/places/{id}")
}

/// The list, filtered by a country.
#[must_use]
pub fn events_of_country(code: CountryCode) -> String {
    format!("/events?country={code}")
}

/// The list, filtered by an organization.
#[must_use]
pub fn events_of_organization(id: &OrganizationId) -> String {
    format!("/events?organization={id}")
}

/// The list, filtered by a kind.
#[must_use]
pub fn events_of_kind(kind: Kind) -> String {
    format!("/events?kind={kind}")
}

/// The list, filtered by who answers for the records.
#[must_use]
pub fn events_of_review(review: Review) -> String {
    format!("/events?review={review}")
}

/// The list of decisions, searched for some words.
#[must_use]
pub fn decisions_with(text: &str) -> String {
    with_query(DECISIONS, [("q", text)].into_iter())
}

/// A file of `static/` under an address that holds its version, so that it may be kept for ever.
#[must_use]
pub fn asset(path: &str) -> String {
    crate::web::asset::versioned(path)
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

/// The list, filtered by a person.
#[must_use]
pub fn events_of_person(id: &PersonId) -> String {
    format!("/events?person={id}")
}

/// The list, filtered by a place.
#[must_use]
pub fn events_of_place(id: &PlaceId) -> String {
    format!("/events?place={id}")
}
