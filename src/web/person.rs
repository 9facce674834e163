//! People: the index, and the page of each with the events they appear in.

pub mod office;

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::{IntoResponse, Response};

use crate::model::id::PersonId;
use crate::model::name::{Bearer, Name, Register};
use crate::model::person::Person;
use crate::model::vocabulary::Role;
use crate::store::open::Reader;
use crate::store::person::{find_person, list_person_events};
use crate::web::absence::absence;
use crate::web::authority::history::{History, MOST};
use crate::web::authority::index::{Index, index as read_index};
use crate::web::authority::portrait::Portrait;
use crate::web::authority::said::{Said, said};
use crate::web::error::Error;
use crate::web::locale::text;
use crate::web::parameter::status;
use crate::web::person::office::Office;
use crate::web::respond::{Format, html, id_and_format};
use crate::web::site::Site;
use crate::web::state::Archive;
use crate::web::{label, url};

/// What the template may see.
#[derive(Template)]
#[template(path = "person/index.html")]
struct IndexPage {
    index: Index,
}

/// What the template may see.
#[derive(Template)]
#[template(path = "person/page.html")]
struct Page<'a> {
    person: &'a Person,
    name: Name,
    offices: Vec<Office<'a>>,
    portrait: Portrait,
    said: Vec<Said<'a>>,
}

impl<'a> Page<'a> {
    async fn read(
        archive: &Archive,
        person: &'a Person,
        history: &'a History<Role>,
    ) -> Result<Self, Error> {
        let bearer = Bearer::Person(person.id.clone());
        let words = |role: Role| (role.as_str(), label::events_of_person(role));
        let mut portrait = Portrait::of(archive, &bearer, history, words).await?;
        let beside = [
            (Register::Person, "people", text("person-people")),
            (
                Register::Organization,
                "organizations",
                text("authority-organizations"),
            ),
        ];
        portrait.beside(archive, &bearer, &beside).await?;
        Ok(Self {
            person,
            name: Name {
                arabic: person.name.clone(),
                latin: person.latin.clone(),
            },
            offices: Office::all(&archive.reader, &history.events, &person.id).await?,
            portrait,
            said: said(&history.events, &bearer),
        })
    }
}

/// `/people`
///
/// # Errors
/// When the database cannot be read.
pub async fn index(
    uri: Uri,
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let index = read_index(&reader, Register::Person, &uri).await?;
    let status = status(&index.wrong);
    Ok((status, html(&site, &IndexPage { index })?).into_response())
}

/// `/people/{id}` and `/people/{id}.json`
///
/// # Errors
/// When there is no such person, or the database or the index cannot be read.
pub async fn page(
    asked: Format,
    Path(name): Path<String>,
    State(archive): State<Archive>,
) -> Result<Response, Error> {
    let (id, format) = id_and_format(&name, asked)?;
    let id = PersonId::parse(id).map_err(|_| Error::NotFound)?;
    let Some(person) = find_person(&archive.reader, &id).await? else {
        return Err(absent(&archive.reader, &id).await);
    };
    let appearances = list_person_events(&archive.reader, &id, MOST).await?;
    let history = History::read(&archive.reader, appearances).await?;
    if format == Format::Json {
        return history.json(&person, &url::person(&id), &archive.site);
    }
    let page = Page::read(&archive, &person, &history).await?;
    html(&archive.site, &page)
}

async fn absent(reader: &Reader, id: &PersonId) -> Error {
    let address = |to: &str| PersonId::parse(to).ok().map(|to| url::person(&to));
    absence(reader, "person", id.as_str(), address).await
}
