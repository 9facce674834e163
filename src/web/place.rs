//! Places: the index, and the page of each with the events held there.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::model::id::PlaceId;
use crate::model::place::Place;
use crate::store::open::Reader;
use crate::store::place::{find_place, list_place_events, list_places};
use crate::web::absence::absence;
use crate::web::authority::{Entry, History, Letter, MOST, Part, letters};
use crate::web::error::Error;
use crate::web::respond::{Format, html, id_and_format};
use crate::web::site::Site;
use crate::web::{label, url};

/// What the template may see.
#[derive(Template)]
#[template(path = "place/index.html")]
struct Index {
    total: u64,
    letters: Vec<Letter>,
}

/// What the template may see.
#[derive(Template)]
#[template(path = "place/page.html")]
struct Page<'a> {
    place: &'a Place,
    within: Option<Place>,
    parts: Vec<Part>,
}

/// `/places`
///
/// # Errors
/// When the database cannot be read.
pub async fn index(
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let entries = list_places(&reader).await?;
    let total = entries.len() as u64;
    let entries = entries.into_iter().map(|entry| Entry {
        address: url::place(&entry.place.id),
        name: entry.place.name,
        latin: entry.place.latin,
        events: entry.events,
    });
    let letters = letters(entries.collect());
    html(&site, &Index { total, letters })
}

/// `/places/{id}` and `/places/{id}.json`
///
/// # Errors
/// When there is no such place, or the database cannot be read.
pub async fn page(
    asked: Format,
    Path(name): Path<String>,
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let (id, format) = id_and_format(&name, asked)?;
    let id = PlaceId::parse(id).map_err(|_| Error::NotFound)?;
    let Some(place) = find_place(&reader, &id).await? else {
        return Err(absent(&reader, &id).await);
    };
    let appearances = list_place_events(&reader, &id, MOST).await?;
    let history = History::read(&reader, appearances).await?;
    if format == Format::Json {
        return history.json(&place, &url::place(&id), &site);
    }
    let page = Page {
        place: &place,
        within: within(&reader, &place).await?,
        parts: history.parts(|role| (role.as_str(), label::events_of_place(role))),
    };
    html(&site, &page)
}

async fn absent(reader: &Reader, id: &PlaceId) -> Error {
    let address = |to: &str| PlaceId::parse(to).ok().map(|to| url::place(&to));
    absence(reader, "place", id.as_str(), address).await
}

async fn within(reader: &Reader, place: &Place) -> Result<Option<Place>, Error> {
    match &place.within {
        Some(within) => Ok(find_place(reader, within).await?),
        None => Ok(None),
    }
}
