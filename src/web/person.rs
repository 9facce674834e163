//! People: the index, and the page of each with the events they appear in.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::model::evidence::Attested;
use crate::model::id::PersonId;
use crate::model::person::{Appearance, Person};
use crate::store::event::StoredEvent;
use crate::store::open::Reader;
use crate::store::person::{find_person, list_people, list_person_events};
use crate::web::absence::absence;
use crate::web::authority::{Entry, History, Letter, MOST, Part, letters};
use crate::web::error::Error;
use crate::web::respond::{Format, html, id_and_format};
use crate::web::site::Site;
use crate::web::{label, url};

/// What the template may see.
#[derive(Template)]
#[template(path = "person/index.html")]
struct Index {
    total: u64,
    letters: Vec<Letter>,
}

/// What the template may see.
#[derive(Template)]
#[template(path = "person/page.html")]
struct Page<'a> {
    person: &'a Person,
    offices: Vec<&'a Appearance>,
    parts: Vec<Part>,
}

/// `/people`
///
/// # Errors
/// When the database cannot be read.
pub async fn index(
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let entries = list_people(&reader).await?;
    let total = entries.len() as u64;
    let entries = entries.into_iter().map(|entry| Entry {
        address: url::person(&entry.person.id),
        name: entry.person.name,
        latin: entry.person.latin,
        events: entry.events,
    });
    let letters = letters(entries.collect());
    html(&site, &Index { total, letters })
}

/// `/people/{id}` and `/people/{id}.json`
///
/// # Errors
/// When there is no such person, or the database cannot be read.
pub async fn page(
    asked: Format,
    Path(name): Path<String>,
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let (id, format) = id_and_format(&name, asked)?;
    let id = PersonId::parse(id).map_err(|_| Error::NotFound)?;
    let Some(person) = find_person(&reader, &id).await? else {
        return Err(absent(&reader, &id).await);
    };
    let appearances = list_person_events(&reader, &id, MOST).await?;
    let history = History::read(&reader, appearances).await?;
    if format == Format::Json {
        return history.json(&person, &url::person(&id), &site);
    }
    let page = Page {
        person: &person,
        offices: offices(&history.events, &id),
        parts: history.parts(|role| (role.as_str(), label::events_of_person(role))),
    };
    html(&site, &page)
}

async fn absent(reader: &Reader, id: &PersonId) -> Error {
    let address = |to: &str| PersonId::parse(to).ok().map(|to| url::person(&to));
    absence(reader, "person", id.as_str(), address).await
}

/// The offices and affiliations the sources give a person, each once.
fn offices<'a>(events: &'a [Arc<StoredEvent>], id: &PersonId) -> Vec<&'a Appearance> {
    let people = events.iter().flat_map(|stored| &stored.event.people);
    let own = people
        .map(Attested::value)
        .filter(|person| person.id.as_ref() == Some(id));
    let mut offices: Vec<&Appearance> = Vec::new();
    for person in own.filter(|own| own.function.is_some() || own.affiliation.is_some()) {
        let is_known = offices.iter().any(|office| {
            office.function == person.function && office.affiliation == person.affiliation
        });
        if !is_known {
            offices.push(person);
        }
    }
    offices
}
