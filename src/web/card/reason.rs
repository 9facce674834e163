//! Why an event was found, where its text does not plainly show it: the forms its words stand in, and the names of the
//! record that hold what the text does not.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::event::Event;
use crate::model::evidence::Attested;
use crate::search::reason::{Reason, is_named, reason};
use crate::store::change::names_of_events;
use crate::store::event::StoredEvent;
use crate::web::error::Error;
use crate::web::state::Archive;

/// So many names are shown.
const MOST_NAMES: usize = 3;

/// What a reader is told of a find.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The forms in which sought words stand in the texts, where none is plain.
    pub forms: Vec<String>,
    /// The names of the record that hold words which stand in no text of it.
    pub names: Vec<String>,
}

/// What is to be told of each event that was found by these words, in the order of the events. The names of
/// authorities are read only where a text lacks a word.
///
/// # Errors
/// When the database cannot be read.
pub async fn tell<'a>(
    archive: &Archive,
    events: impl Iterator<Item = &'a Arc<StoredEvent>>,
    words: &str,
) -> Result<Vec<Told>, Error> {
    let found: Vec<_> = events
        .map(|stored| (stored, reason(texts(stored), words)))
        .collect();
    let lacking: Vec<&str> = found
        .iter()
        .filter(|(_, reason)| !reason.missing.is_empty())
        .map(|(stored, _)| stored.id.as_str())
        .collect();
    let further = if lacking.is_empty() {
        BTreeMap::new()
    } else {
        names_of_events(&archive.reader, &lacking).await?
    };
    let told = found.into_iter().map(|(stored, reason)| {
        let further = further
            .get(stored.id.as_str())
            .map_or(&[][..], Vec::as_slice);
        Told {
            names: holding(&stored.event, further, &reason),
            forms: reason.forms,
        }
    });
    Ok(told.collect())
}

/// All that can be read of an event.
fn texts(stored: &StoredEvent) -> impl Iterator<Item = &str> {
    let event = &stored.event;
    let decisions = event.decisions.iter();
    [event.title.as_str(), event.summary.as_str()]
        .into_iter()
        .chain(decisions.map(|decision| decision.value().text.as_str()))
        .chain([stored.document.text.as_str()])
}

/// For each missing word the shortest name that holds it; a name is given once.
fn holding(event: &Event, further: &[String], reason: &Reason) -> Vec<String> {
    if reason.missing.is_empty() {
        return Vec::new();
    }
    let mut names: Vec<&str> = own_names(event)
        .into_iter()
        .chain(further.iter().map(String::as_str))
        .collect();
    names.sort_by_key(|name| name.len());
    let mut holding: Vec<String> = Vec::new();
    for word in &reason.missing {
        let name = names.iter().find(|name| is_named(name, word));
        if let Some(name) = name.filter(|name| !holding.iter().any(|known| known == *name)) {
            holding.push((*name).to_owned());
        }
    }
    holding.truncate(MOST_NAMES);
    holding
}

/// The names that the record itself has of those who play a part, and every name of its countries.
fn own_names(event: &Event) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    let bodies = event.organizations.iter().map(Attested::value);
    names.extend(bodies.map(|body| body.name.as_str()));
    for person in event.people.iter().map(Attested::value) {
        names.push(&person.name);
        names.extend(person.affiliation.as_deref());
        names.extend(person.function.as_deref());
    }
    let places = event.places.iter().map(Attested::value);
    names.extend(places.map(|place| place.name.as_str()));
    let quotations = event.quotations.iter().map(Attested::value);
    names.extend(quotations.map(|quotation| quotation.speaker.as_str()));
    let online = event.online.iter().map(Attested::value);
    names.extend(online.filter_map(|online| online.platform.as_deref()));
    names.extend(event.source.publisher.as_deref());
    for country in event.countries.iter().map(Attested::value) {
        names.push(&country.name);
        names.extend(country.code.country().names().map(|name| -> &str { name }));
    }
    names
}
