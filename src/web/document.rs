//! A source document alone: its text, its digest, and the events drawn from it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::model::document::Document;
use crate::model::id::{DocumentId, EventId};
use crate::store::document::{DocumentEntry, find_document};
use crate::store::open::Reader;
use crate::web::error::Error;
use crate::web::event::passage::{Paragraph, Piece, paragraphs};
use crate::web::respond::{Format, html, json, split_suffix};
use crate::web::site::Site;
use crate::web::url;

/// What the template may see.
#[derive(Template)]
#[template(path = "document/page.html")]
struct Page<'a> {
    document: &'a Document,
    received: &'a str,
    events: Vec<Drawn<'a>>,
    paragraphs: Vec<Paragraph<'a>>,
}

/// A document as data.
#[derive(Serialize)]
struct Face<'a> {
    id: &'a DocumentId,
    url: String,
    name: &'a str,
    sha256: &'a str,
    received: &'a str,
    events: Vec<Drawn<'a>>,
    text: &'a str,
}

/// An event drawn from the document.
#[derive(Serialize)]
struct Drawn<'a> {
    id: EventId,
    title: &'a str,
    url: String,
}

/// `/documents/{id}`, `.json`, and `.txt`: the bytes as received, so that anyone may check their digest.
///
/// # Errors
/// When there is no such document, or the database cannot be read.
pub async fn page(
    asked: Format,
    Path(name): Path<String>,
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let (id, suffix) = split_suffix(&name);
    let id = DocumentId::parse(id).map_err(|_| Error::NotFound)?;
    let entry = find_document(&reader, &id).await?.ok_or(Error::NotFound)?;
    match (suffix, asked) {
        (None, Format::Html) => html(&site, &Page::of(&entry)),
        (None | Some("json"), _) => json(&Face::of(&entry, &site)),
        (Some("txt"), _) => Ok(bytes(entry.document.text)),
        (Some(_), _) => Err(Error::NotFound),
    }
}

fn bytes(text: String) -> Response {
    ([(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

impl<'a> Page<'a> {
    fn of(entry: &'a DocumentEntry) -> Self {
        Self {
            document: &entry.document,
            received: &entry.received,
            events: drawn(entry, url::event),
            paragraphs: paragraphs(&entry.document.text, entry.document.layout(), &[]),
        }
    }
}

impl<'a> Face<'a> {
    fn of(entry: &'a DocumentEntry, site: &Site) -> Self {
        Self {
            id: &entry.document.id,
            url: site.absolute(&url::document(&entry.document.id)),
            name: &entry.document.name,
            sha256: &entry.document.sha256,
            received: &entry.received,
            events: drawn(entry, |id| site.absolute(&url::event(id))),
            text: &entry.document.text,
        }
    }
}

fn drawn(entry: &DocumentEntry, address: impl Fn(&EventId) -> String) -> Vec<Drawn<'_>> {
    let events = entry.events.iter();
    let events = events.filter_map(|(id, title)| Some((EventId::parse(id).ok()?, title)));
    events
        .map(|(id, title)| Drawn {
            url: address(&id),
            title,
            id,
        })
        .collect()
}
