//! The events of an authority by the part it plays in them, and the same as data.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::response::Response;
use serde::Serialize;

use crate::model::id::EventId;
use crate::store::authority::Appearance;
use crate::store::event::{StoredEvent, list_events};
use crate::store::open::Reader;
use crate::web::card::Card;
use crate::web::error::Error;
use crate::web::latin::LatinNames;
use crate::web::respond::json;
use crate::web::site::Site;
use crate::web::url;

/// So many parts in events are read at most, the newest; the list of events has the rest.
pub const MOST: u32 = 60;

/// The events in which an authority plays one part.
#[derive(Debug)]
pub struct Part {
    /// The part in words, as a heading.
    pub heading: &'static str,
    /// The term of the part, for the anchor.
    pub term: &'static str,
    /// The events, the newest first.
    pub cards: Vec<Card>,
    /// Events that a card above already tells of.
    pub again: Vec<Again>,
}

/// An event whose card stands under another part.
#[derive(Debug)]
pub struct Again {
    /// The event's page.
    pub address: String,
    /// Its title.
    pub title: String,
}

impl Part {
    /// How many events there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.cards.len() + self.again.len()
    }
}

/// The parts an authority plays in events, with these events.
#[derive(Debug)]
pub struct History<R> {
    appearances: Vec<Appearance<R>>,
    /// The events, each once.
    pub events: Vec<Arc<StoredEvent>>,
    latin: LatinNames,
}

impl<R: Copy + Ord + Serialize> History<R> {
    /// Reads the events of these appearances at once.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn read(reader: &Reader, appearances: Vec<Appearance<R>>) -> Result<Self, Error> {
        let mut ids: Vec<EventId> = Vec::new();
        for appearance in &appearances {
            if !ids.contains(&appearance.event) {
                ids.push(appearance.event.clone());
            }
        }
        let events = list_events(reader, &ids).await?;
        let shown = events.iter().map(|stored| &stored.event);
        Ok(Self {
            latin: LatinNames::of_events(reader, shown).await?,
            events,
            appearances,
        })
    }

    /// The events by the part played in them.
    #[must_use]
    pub fn parts(&self, words: impl Fn(R) -> (&'static str, &'static str)) -> Vec<Part> {
        parts(&self.appearances, (&self.events, &self.latin), words)
    }

    /// The record at this path as data, with its events.
    ///
    /// # Errors
    /// When the record cannot be written as JSON.
    pub fn json(
        &self,
        record: &impl Serialize,
        path: &str,
        site: &Site,
    ) -> Result<Response, Error> {
        let (appearances, events) = (&self.appearances, &self.events);
        json(&AuthorityFace::of(record, path, appearances, events, site))
    }
}

/// The events by the part played in them, in the order of the vocabulary; each has one card, under its first part.
fn parts<R: Copy + Ord>(
    appearances: &[Appearance<R>],
    (events, latin): (&[Arc<StoredEvent>], &LatinNames),
    words: impl Fn(R) -> (&'static str, &'static str),
) -> Vec<Part> {
    let mut by_role: BTreeMap<R, Vec<&StoredEvent>> = BTreeMap::new();
    for appearance in appearances {
        if let Some(stored) = events.iter().find(|stored| stored.id == appearance.event) {
            by_role.entry(appearance.role).or_default().push(stored);
        }
    }
    let mut told: Vec<&EventId> = Vec::new();
    by_role
        .into_iter()
        .map(|(role, stored)| {
            let (again, new): (Vec<_>, Vec<_>) = stored
                .into_iter()
                .partition(|stored| told.contains(&&stored.id));
            told.extend(new.iter().map(|stored| &stored.id));
            let (term, heading) = words(role);
            Part {
                heading,
                term,
                cards: new
                    .into_iter()
                    .map(|stored| Card::of(stored, latin))
                    .collect(),
                again: again.into_iter().map(Again::of).collect(),
            }
        })
        .collect()
}

impl Again {
    fn of(stored: &StoredEvent) -> Self {
        Self {
            address: url::event(&stored.id),
            title: stored.event.title.clone(),
        }
    }
}

/// An authority as data: its record, its address, and the events it appears in.
#[derive(Debug, Serialize)]
struct AuthorityFace<'a, T, R> {
    #[serde(flatten)]
    record: &'a T,
    url: String,
    events: Vec<Mention<'a, R>>,
}

#[derive(Debug, Serialize)]
struct Mention<'a, R> {
    id: &'a EventId,
    url: String,
    title: &'a str,
    roles: Vec<R>,
}

impl<'a, T: Serialize, R: Copy + Serialize> AuthorityFace<'a, T, R> {
    fn of(
        record: &'a T,
        path: &str,
        appearances: &[Appearance<R>],
        events: &'a [Arc<StoredEvent>],
        site: &Site,
    ) -> Self {
        let roles = |stored: &StoredEvent| {
            let own = appearances
                .iter()
                .filter(|appearance| appearance.event == stored.id);
            own.map(|appearance| appearance.role).collect()
        };
        let mention = |stored: &'a StoredEvent| Mention {
            id: &stored.id,
            url: site.absolute(&url::event(&stored.id)),
            title: &stored.event.title,
            roles: roles(stored),
        };
        Self {
            record,
            url: site.absolute(path),
            events: events.iter().map(|stored| mention(stored)).collect(),
        }
    }
}
