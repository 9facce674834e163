//! The history of an event: the list of its states, and each state as it was.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Serialize;

use crate::model::id::EventId;
use crate::store::event::find_event;
use crate::store::open::Reader;
use crate::store::revision::{RevisionEntry, find_revision, list_revisions};
use crate::web::error::Error;
use crate::web::event::{self, absent};
use crate::web::face::EventFace;
use crate::web::latin::LatinNames;
use crate::web::respond::{Format, html, json};
use crate::web::site::Site;
use crate::web::url;

/// What the template may see.
#[derive(Template)]
#[template(path = "revision/list.html")]
struct List<'a> {
    id: &'a EventId,
    title: &'a str,
    states: Vec<StateLine<'a>>,
}

/// The history as data.
#[derive(Serialize)]
struct Face<'a> {
    id: &'a EventId,
    url: String,
    revisions: Vec<StateLine<'a>>,
}

/// One state an event has had.
#[derive(Serialize)]
struct StateLine<'a> {
    number: u32,
    at: &'a str,
    url: String,
}

/// `/events/{id}/revisions`
///
/// # Errors
/// When there is no such event, or the database cannot be read.
pub async fn list(
    format: Format,
    Path(id): Path<String>,
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let id = EventId::parse(&id).map_err(|_| Error::NotFound)?;
    let Some(stored) = find_event(&reader, &id).await? else {
        return Err(absent(&reader, &id).await);
    };
    let entries = list_revisions(&reader, &id).await?;
    match format {
        Format::Html => html(&site, &List::of(&id, &stored.event.title, &entries)),
        Format::Json => json(&Face::of(&id, &entries, &site)),
    }
}

/// `/events/{id}/revisions/{n}`
///
/// # Errors
/// When the event has had no such state or is withdrawn, or the database cannot be read.
pub async fn page(
    format: Format,
    Path((id, number)): Path<(String, String)>,
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let id = EventId::parse(&id).map_err(|_| Error::NotFound)?;
    let number = number.parse().map_err(|_| Error::NotFound)?;
    let Some(stored) = find_revision(&reader, &id, number).await? else {
        return Err(absent(&reader, &id).await);
    };
    // What was merged away can still be read as it was cited; what was withdrawn cannot.
    if let withdrawn @ Error::Withdrawn { .. } = absent(&reader, &id).await {
        return Err(withdrawn);
    }
    match format {
        Format::Html => {
            let latin = LatinNames::of_events(&reader, [&stored.event]).await?;
            html(&site, &event::Page::of_state(&stored, &latin, &site))
        }
        Format::Json => json(&EventFace::of(&stored, &site)),
    }
}

impl<'a> List<'a> {
    fn of(id: &'a EventId, title: &'a str, entries: &'a [RevisionEntry]) -> Self {
        let states = lines(entries, |number| url::revision(id, number));
        Self { id, title, states }
    }
}

impl<'a> Face<'a> {
    fn of(id: &'a EventId, entries: &'a [RevisionEntry], site: &Site) -> Self {
        Self {
            id,
            url: site.absolute(&url::event(id)),
            revisions: lines(entries, |number| site.absolute(&url::revision(id, number))),
        }
    }
}

fn lines(entries: &[RevisionEntry], address: impl Fn(u32) -> String) -> Vec<StateLine<'_>> {
    let numbered = entries
        .iter()
        .filter_map(|entry| Some((u32::try_from(entry.number).ok()?, entry)));
    numbered
        .map(|(number, entry)| StateLine {
            number,
            at: &entry.at,
            url: address(number),
        })
        .collect()
}
