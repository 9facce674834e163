//! The people whom sources name as members or speakers of a body, each with the functions they are given.

use std::sync::Arc;

use crate::model::evidence::Attested;
use crate::model::id::{OrganizationId, PersonId};
use crate::model::name::{Name, Register};
use crate::model::person::Appearance;
use crate::store::event::StoredEvent;
use crate::store::name::find_names;
use crate::store::open::Reader;
use crate::web::error::Error;
use crate::web::url;

/// A person of a body.
#[derive(Debug, Clone)]
pub struct Affiliate<'a> {
    /// Their page, if they have a record.
    pub address: Option<String>,
    /// Their name.
    pub name: Name,
    /// Their functions in the sources' words, each once.
    pub functions: Vec<&'a str>,
    /// In how many of the events they appear for the body.
    pub events: u64,
    id: Option<&'a str>,
    last: &'a StoredEvent,
}

impl<'a> Affiliate<'a> {
    /// The people of a body in these events, those with most events first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn all(
        reader: &Reader,
        events: &'a [Arc<StoredEvent>],
        body: &OrganizationId,
    ) -> Result<Vec<Self>, Error> {
        let mut all = gathered(events, body);
        let ids: Vec<&str> = all.iter().filter_map(|own| own.id).collect();
        let mut names = find_names(reader, Register::Person, &ids).await?;
        for affiliate in &mut all {
            if let Some(name) = affiliate.id.and_then(|id| names.remove(id)) {
                affiliate.name = name;
            }
        }
        Ok(all)
    }

    fn new(person: &'a Appearance, stored: &'a StoredEvent) -> Self {
        Self {
            address: person.id.as_ref().map(url::person),
            name: Name {
                arabic: person.name.clone(),
                latin: None,
            },
            functions: Vec::new(),
            events: 1,
            id: person.id.as_ref().map(PersonId::as_str),
            last: stored,
        }
    }

    fn is(&self, person: &Appearance) -> bool {
        match (self.id, &person.id) {
            (Some(own), Some(id)) => own == id.as_str(),
            (None, None) => self.name.arabic == person.name,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    fn join(&mut self, person: &'a Appearance, stored: &'a StoredEvent) {
        if self.last.id != stored.id {
            self.events += 1;
            self.last = stored;
        }
        let function = person.function.as_deref();
        let new = function.filter(|function| !self.functions.contains(function));
        self.functions.extend(new);
    }
}

fn gathered<'a>(events: &'a [Arc<StoredEvent>], body: &OrganizationId) -> Vec<Affiliate<'a>> {
    let mut all: Vec<Affiliate<'a>> = Vec::new();
    for stored in events {
        let people = stored.event.people.iter().map(Attested::value);
        for person in people.filter(|person| person.affiliation_id.as_ref() == Some(body)) {
            let known = all.iter().position(|own| own.is(person));
            let place = known.unwrap_or_else(|| {
                all.push(Affiliate::new(person, stored));
                all.len() - 1
            });
            if let Some(own) = all.get_mut(place) {
                own.join(person, stored);
            }
        }
    }
    all.sort_by_key(|own| std::cmp::Reverse(own.events));
    all
}
