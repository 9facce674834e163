//! What the pages of organizations, people, places and countries share: an index by letter, the events by the part
//! played in them, and the JSON face.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::response::Response;
use serde::Serialize;

use crate::model::id::EventId;
use crate::store::authority::Appearance;
use crate::store::event::{StoredEvent, list_events};
use crate::store::open::Reader;
use crate::text::collate::{index_letter, sort_key};
use crate::web::card::Card;
use crate::web::error::Error;
use crate::web::respond::json;
use crate::web::site::Site;
use crate::web::url;

/// So many parts in events a page shows at most; the list of events has the rest.
pub const MOST: u32 = 60;

/// One line of an index.
#[derive(Debug)]
pub struct Entry {
    /// Its page.
    pub address: String,
    /// Its name.
    pub name: String,
    /// Its name in Latin letters.
    pub latin: Option<String>,
    /// In how many events it appears.
    pub events: u64,
}

/// The lines of an index under one letter.
#[derive(Debug)]
pub struct Letter {
    /// The letter; `#` for what begins with none.
    pub letter: char,
    /// Its anchor.
    pub anchor: String,
    /// Its lines.
    pub entries: Vec<Entry>,
}

/// The index of some entries, filed as Arabic libraries file.
#[must_use]
pub fn letters(mut entries: Vec<Entry>) -> Vec<Letter> {
    entries.sort_by_cached_key(|entry| sort_key(&entry.name));
    let mut letters: Vec<Letter> = Vec::new();
    for entry in entries {
        let letter = index_letter(&entry.name);
        match letters.last_mut() {
            Some(last) if last.letter == letter => last.entries.push(entry),
            _ => letters.push(Letter {
                letter,
                anchor: format!("letter-{:x}", u32::from(letter)),
                entries: vec![entry],
            }),
        }
    }
    letters
}

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
        Ok(Self {
            events: list_events(reader, &ids).await?,
            appearances,
        })
    }

    /// The events by the part played in them.
    #[must_use]
    pub fn parts(&self, words: impl Fn(R) -> (&'static str, &'static str)) -> Vec<Part> {
        parts(&self.appearances, &self.events, words)
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
    events: &[Arc<StoredEvent>],
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
                cards: new.into_iter().map(Card::of).collect(),
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

#[cfg(test)]
mod tests {
    use super::{Entry, letters};

    #[test]
    fn an_index_files_the_article_and_hamza_away() {
        let entry = |name: &str| Entry {
            address: String::new(),
            name: name.to_owned(),
            latin: None,
            events: 0,
        };
        let filed: Vec<String> = letters(["هند", "الأمل", "إيطاليا"].map(entry).into())
            .iter()
            .map(|letter| {
                let names: Vec<&str> = letter.entries.iter().map(|entry| &*entry.name).collect();
                format!("{} {}", letter.letter, names.join("، "))
            })
            .collect();
        assert_eq!(filed, ["ا الأمل، إيطاليا", "ه هند"]);
    }
}
