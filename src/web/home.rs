//! The first page: what this is, a way to search, the newest and the oldest events, and ways in.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::search::query::{Query, Sort};
use crate::store::event::{Extent, StoredEvent, count_archive};
use crate::web::card::Card;
use crate::web::error::Error;
use crate::web::latin::LatinNames;
use crate::web::list::finding::{Finding, find};
use crate::web::plural::{COUNTRY, DECISION, EVENT, Noun, ORGANIZATION, PERSON, grouped};
use crate::web::respond::html;
use crate::web::state::Archive;
use crate::web::{label, seek, url};

/// So many events stand in each of the two lists.
const EVENTS: usize = 4;
/// So many organizations are offered.
const ORGANIZATIONS: usize = 12;

/// What the template may see.
#[derive(Template)]
#[template(path = "home/page.html")]
struct Page {
    numbers: Vec<Number>,
    newest: Vec<Card>,
    oldest: Vec<Card>,
    countries: Vec<Way>,
    organizations: Vec<Way>,
    kinds: Vec<Way>,
}

/// How much there is of something.
struct Number {
    count: String,
    noun: String,
    address: String,
}

/// A way into the archive.
struct Way {
    address: String,
    name: String,
    count: u64,
}

impl Page {
    fn new(
        extent: Extent,
        newest: &Finding,
        oldest: &[Arc<StoredEvent>],
        latin: &LatinNames,
    ) -> Self {
        let facets = &newest.facets;
        let known = |stored: &&Arc<StoredEvent>| {
            newest.events.iter().all(|(other, _)| other.id != stored.id)
        };
        let countries = facets.countries.iter().map(|(code, count)| Way {
            address: url::country(*code),
            name: label::country(*code).to_owned(),
            count: *count,
        });
        let organizations = facets.organizations.iter().take(ORGANIZATIONS);
        let organizations = organizations.map(|(id, count)| Way {
            address: url::organization(id),
            name: newest.names.shown(id).to_owned(),
            count: *count,
        });
        let kinds = facets.kinds.iter().map(|(kind, count)| Way {
            address: url::events_of_kind(*kind),
            name: label::kind(*kind).to_owned(),
            count: *count,
        });
        Self {
            numbers: numbers(extent),
            newest: newest
                .events
                .iter()
                .map(|(stored, _)| Card::of(stored, &newest.latin))
                .collect(),
            oldest: oldest
                .iter()
                .filter(known)
                .map(|stored| Card::of(stored, latin))
                .collect(),
            countries: countries.collect(),
            organizations: organizations.collect(),
            kinds: kinds.collect(),
        }
    }
}

fn numbers(extent: Extent) -> Vec<Number> {
    let number = |count: i64, noun: Noun, address| {
        let count = count.unsigned_abs();
        Number {
            count: grouped(count),
            noun: noun.form(count),
            address,
        }
    };
    vec![
        number(extent.events, EVENT, url::events()),
        number(extent.countries, COUNTRY, url::countries()),
        number(extent.organizations, ORGANIZATION, url::organizations()),
        number(extent.people, PERSON, url::people()),
        number(extent.decisions, DECISION, url::decisions()),
    ]
}

/// `/`
///
/// # Errors
/// When the index or the database cannot be read.
pub async fn page(State(archive): State<Archive>) -> Result<Response, Error> {
    let question = |sort| Query {
        sort,
        limit: EVENTS,
        ..Query::default()
    };
    let newest = find(&archive, &question(Sort::Newest)).await?;
    let oldest = seek::events_themselves(&archive, question(Sort::Oldest)).await?;
    let extent = count_archive(&archive.reader).await?;
    let shown = oldest.iter().map(|stored| &stored.event);
    let latin = LatinNames::of_events(&archive.reader, shown).await?;
    html(&archive.site, &Page::new(extent, &newest, &oldest, &latin))
}
