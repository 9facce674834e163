//! The record file of an event: `/events/{id}.toml`, as it stands under `seeds/events/`. A person who corrects a record,
//! or completes a draft of the machine, begins with it.

use std::fmt::Write;

use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

use crate::model::authority::Authorities;
use crate::model::evidence::Attested;
use crate::model::record::entry::Written;
use crate::store::event::StoredEvent;
use crate::web::error::Error;

/// The record file of an event as it is now. Names that have no authority record cannot stand in it as entries; they are
/// listed as comments at its end.
///
/// # Errors
/// When it cannot be written as TOML.
pub fn record_file(stored: &StoredEvent) -> Result<Response, Error> {
    let document = (stored.document.name.as_str(), stored.document.text.as_str());
    let proposed = Authorities::default();
    let written = Written::of(&stored.event, Some(&stored.id), document, &proposed);
    let mut file = toml::to_string_pretty(&written.record)
        .map_err(|error| Error::Internal(format!("a record file: {error}")))?;
    file.push_str(&nameless(stored));
    let kind = HeaderValue::from_static("application/toml; charset=utf-8");
    Ok(([(CONTENT_TYPE, kind)], file).into_response())
}

/// The names of the record that no authority record answers for, each once.
fn nameless(stored: &StoredEvent) -> String {
    let event = &stored.event;
    let organizations = event.organizations.iter().map(Attested::value);
    let organizations = organizations.filter(|value| value.id.is_none());
    let organizations = organizations.map(|value| ("organization", value.name.as_str()));
    let people = event.people.iter().map(Attested::value);
    let people = people.filter(|value| value.id.is_none());
    let people = people.map(|value| ("person", value.name.as_str()));
    let places = event.places.iter().map(Attested::value);
    let places = places.filter(|value| value.id.is_none());
    let places = places.map(|value| ("place", value.name.as_str()));
    let mut seen = Vec::new();
    let mut comments = String::new();
    for name in organizations.chain(people).chain(places) {
        if seen.is_empty() {
            comments.push_str(
                "\n# Names without an authority record; give each one before it can be an entry:\n",
            );
        }
        if !seen.contains(&name) {
            seen.push(name);
            let _ = writeln!(comments, "# {}: {}", name.0, name.1);
        }
    }
    comments
}
