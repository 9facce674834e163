//! An event: its facts beside the source they stand in.

pub mod fact;

pub mod file;

pub mod passage;

pub mod related;

pub mod source;

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::model::event::Event;
use crate::model::evidence::Attested;
use crate::model::id::EventId;
use crate::model::person::Appearance;
use crate::model::quotation::Quotation;
use crate::model::vocabulary::Review;
use crate::store::adjacent::InTime;
use crate::store::event::{StoredEvent, find_event_in_context};
use crate::store::open::Reader;
use crate::store::related::InContext;
use crate::web::absence::absence;
use crate::web::error::Error;
use crate::web::event::fact::Facts;
use crate::web::event::file::record_file;
use crate::web::event::passage::{Paragraph, Piece, paragraphs};
use crate::web::event::related::Neighbour;
use crate::web::event::source::Reprint;
use crate::web::face::EventFace;
use crate::web::latin::LatinNames;
use crate::web::poster::Poster;
use crate::web::respond::{Format, html, id_and_format, json};
use crate::web::site::Site;
use crate::web::url;

/// What the template may see.
#[derive(Template)]
#[template(path = "event/page.html")]
pub struct Page<'a> {
    stored: &'a StoredEvent,
    event: &'a Event,
    facts: Facts<'a>,
    paragraphs: Vec<Paragraph<'a>>,
    related: Vec<Neighbour<'a>>,
    reprints: Vec<Reprint<'a>>,
    source_count: u64,
    in_time: Arc<InTime>,
    permalink: String,
    state_link: String,
    poster: String,
    latin: &'a LatinNames,
    is_past: bool,
}

/// What the suffix of an address asks for, beyond the faces that all records have.
enum File {
    Record,
    Poster,
}

impl File {
    /// `b7k4t2xq.toml` is (`b7k4t2xq`, the record file).
    fn split(name: &str) -> (&str, Option<Self>) {
        let record = name.strip_suffix(".toml").map(|id| (id, Self::Record));
        let file = record.or_else(|| Some((name.strip_suffix(".png")?, Self::Poster)));
        file.map_or((name, None), |(id, file)| (id, Some(file)))
    }
}

/// `/events/{id}`, `.json`, `.toml` and `.png`
///
/// # Errors
/// When there is no such event, or the database cannot be read.
pub async fn page(
    asked: Format,
    Path(name): Path<String>,
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let (name, file) = File::split(&name);
    let (id, format) = id_and_format(name, asked)?;
    let id = EventId::parse(id).map_err(|_| Error::NotFound)?;
    let Some(found) = find_event_in_context(&reader, &id).await? else {
        return Err(absent(&reader, &id).await);
    };
    match (file, format) {
        (Some(File::Record), _) => record_file(&found.stored),
        (Some(File::Poster), _) => {
            let latin = LatinNames::of_events(&reader, [&found.stored.event]).await?;
            Poster::of(&found.stored, &latin, &site).answer().await
        }
        (None, Format::Json) => json(&EventFace::in_context(&found, &site)),
        (None, Format::Html) => {
            let latin = LatinNames::of_events(&reader, [&found.stored.event]).await?;
            html(&site, &Page::of(&found, &latin, &site))
        }
    }
}

/// Why there is no event with this id.
pub async fn absent(reader: &Reader, id: &EventId) -> Error {
    let address = |to: &str| EventId::parse(to).ok().map(|to| url::event(&to));
    absence(reader, "event", id.as_str(), address).await
}

impl<'a> Page<'a> {
    /// The page of an event as it is now.
    #[must_use]
    pub fn of(found: &'a InContext, latin: &'a LatinNames, site: &Site) -> Self {
        Self {
            related: Neighbour::all(&found.stored, latin, &found.related),
            reprints: Reprint::all(&found.stored.document.text, &found.sources),
            source_count: found.sources.len() as u64 + 1,
            in_time: Arc::clone(&found.in_time),
            is_past: false,
            ..Self::of_state(&found.stored, latin, site)
        }
    }

    /// The page of one of the states an event has had. What other events are related to it, and its
    /// further sources, are told by its page alone.
    #[must_use]
    pub fn of_state(stored: &'a StoredEvent, latin: &'a LatinNames, site: &Site) -> Self {
        let facts = Facts::of(&stored.event);
        Self {
            stored,
            event: &stored.event,
            paragraphs: paragraphs(
                &stored.document.text,
                stored.document.layout(),
                &facts.traces,
            ),
            facts,
            permalink: site.permalink(&url::event(&stored.id)),
            state_link: site.permalink(&url::revision(&stored.id, stored.revision)),
            poster: Poster::of(stored, latin, site).words(),
            related: Vec::new(),
            reprints: Vec::new(),
            source_count: 1,
            latin,
            in_time: Arc::default(),
            is_past: true,
        }
    }

    fn is_extracted(&self) -> bool {
        self.event.review == Review::Extracted
    }
}

/// The person who speaks, if the record says more of them than the name.
#[must_use]
pub fn speaker<'a>(event: &'a Event, quotation: &Quotation) -> Option<&'a Appearance> {
    let id = quotation.speaker_person.as_ref()?;
    let mut people = event.people.iter().map(Attested::value);
    people.find(|person| person.id.as_ref() == Some(id))
}
