//! The functions and affiliations that sources give a person, in the order of time, each with the events whose sources
//! give it.

use std::sync::Arc;

use crate::model::evidence::Attested;
use crate::model::id::{OrganizationId, PersonId};
use crate::model::name::{Name, Register};
use crate::store::event::StoredEvent;
use crate::store::name::find_names;
use crate::store::open::Reader;
use crate::web::authority::portrait::Moment;
use crate::web::error::Error;
use crate::web::url;

/// A function, an affiliation, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office<'a> {
    /// The function in the source's words.
    pub function: Option<&'a str>,
    /// The body.
    pub affiliation: Option<Affiliation<'a>>,
    /// The events whose sources say so, the oldest first.
    pub moments: Vec<Moment>,
}

/// The body that a person acts for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Affiliation<'a> {
    /// Its page, if it has a record.
    pub address: Option<String>,
    /// Its name.
    pub name: Name,
    id: Option<&'a str>,
}

impl<'a> Office<'a> {
    /// The offices of a person in these events, which stand the newest first; the oldest office comes first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn all(
        reader: &Reader,
        events: &'a [Arc<StoredEvent>],
        person: &PersonId,
    ) -> Result<Vec<Self>, Error> {
        let mut all = gathered(events, person);
        let bodies = all.iter().filter_map(|office| office.affiliation.as_ref());
        let ids: Vec<&str> = bodies.filter_map(|body| body.id).collect();
        let names = find_names(reader, Register::Organization, &ids).await?;
        for body in all.iter_mut().filter_map(|own| own.affiliation.as_mut()) {
            if let Some(name) = body.id.and_then(|id| names.get(id)) {
                body.name = name.clone();
            }
        }
        Ok(all)
    }
}

fn gathered<'a>(events: &'a [Arc<StoredEvent>], person: &PersonId) -> Vec<Office<'a>> {
    let mut all: Vec<Office<'a>> = Vec::new();
    for stored in events.iter().rev() {
        let people = stored.event.people.iter().map(Attested::value);
        let own = people.filter(|own| own.id.as_ref() == Some(person));
        for own in own.filter(|own| own.function.is_some() || own.affiliation.is_some()) {
            let function = own.function.as_deref();
            let affiliation = own.affiliation.as_ref().map(|name| Affiliation {
                address: own.affiliation_id.as_ref().map(url::organization),
                name: Name {
                    arabic: name.clone(),
                    latin: None,
                },
                id: own.affiliation_id.as_ref().map(OrganizationId::as_str),
            });
            let moment = Moment::of(stored);
            let same = |office: &&mut Office<'_>| {
                office.function == function && office.affiliation == affiliation
            };
            match all.iter_mut().find(same) {
                Some(office) if office.moments.contains(&moment) => {}
                Some(office) => office.moments.push(moment),
                None => all.push(Office {
                    function,
                    affiliation,
                    moments: vec![moment],
                }),
            }
        }
    }
    all
}
