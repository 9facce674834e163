//! Names in Latin letters, which a page in English puts before those that the documents give. Arabic pages do without.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::event::Event;
use crate::model::evidence::Attested;
use crate::model::id::{OrganizationId, PersonId, PlaceId};
use crate::model::name::{Bearer, Register};
use crate::store::name::find_names;
use crate::store::open::Reader;
use crate::web::error::Error;
use crate::web::locale;

/// The names in Latin letters of those that a page speaks of, where such names are established.
#[derive(Debug, Clone, Default)]
pub struct LatinNames {
    organizations: BTreeMap<String, String>,
    people: BTreeMap<String, String>,
    places: BTreeMap<String, String>,
}

impl LatinNames {
    /// Of those that play a part in these events; none on an Arabic page.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn of_events<'e>(
        reader: &Reader,
        events: impl IntoIterator<Item = &'e Event> + Send,
    ) -> Result<Self, Error> {
        if !locale::is_english() {
            return Ok(Self::default());
        }
        let (mut organizations, mut people, mut places) =
            (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for event in events {
            let bodies = event.organizations.iter().map(Attested::value);
            organizations
                .extend(bodies.filter_map(|body| body.id.as_ref().map(OrganizationId::as_str)));
            let of_event = event.people.iter().map(Attested::value);
            for person in of_event {
                people.extend(person.id.as_ref().map(PersonId::as_str));
                organizations.extend(person.affiliation_id.as_ref().map(OrganizationId::as_str));
            }
            for quotation in event.quotations.iter().map(Attested::value) {
                people.extend(quotation.speaker_person.as_ref().map(PersonId::as_str));
                organizations.extend(
                    quotation
                        .speaker_organization
                        .as_ref()
                        .map(OrganizationId::as_str),
                );
            }
            let venues = event.places.iter().map(Attested::value);
            places.extend(venues.filter_map(|place| place.id.as_ref().map(PlaceId::as_str)));
        }
        Ok(Self {
            organizations: read(reader, Register::Organization, organizations).await?,
            people: read(reader, Register::Person, people).await?,
            places: read(reader, Register::Place, places).await?,
        })
    }

    /// Of these organizations; none on an Arabic page.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn of_organizations(reader: &Reader, ids: &[&OrganizationId]) -> Result<Self, Error> {
        if !locale::is_english() {
            return Ok(Self::default());
        }
        let ids = ids.iter().map(|id| id.as_str()).collect();
        Ok(Self {
            organizations: read(reader, Register::Organization, ids).await?,
            ..Self::default()
        })
    }

    /// Of an organization.
    #[must_use]
    pub fn organization(&self, id: Option<&OrganizationId>) -> Option<&str> {
        find(&self.organizations, id?.as_str())
    }

    /// Of a person.
    #[must_use]
    pub fn person(&self, id: Option<&PersonId>) -> Option<&str> {
        find(&self.people, id?.as_str())
    }

    /// Of a place.
    #[must_use]
    pub fn place(&self, id: Option<&PlaceId>) -> Option<&str> {
        find(&self.places, id?.as_str())
    }

    /// Of a bearer with a record; countries have names of their own in each language.
    #[must_use]
    pub fn bearer(&self, bearer: &Bearer) -> Option<&str> {
        match bearer {
            Bearer::Organization(id) => self.organization(Some(id)),
            Bearer::Person(id) => self.person(Some(id)),
            Bearer::Place(id) => self.place(Some(id)),
            Bearer::Country(_) => None,
        }
    }
}

fn find<'a>(names: &'a BTreeMap<String, String>, id: &str) -> Option<&'a str> {
    names.get(id).map(String::as_str)
}

async fn read(
    reader: &Reader,
    register: Register,
    ids: BTreeSet<&str>,
) -> Result<BTreeMap<String, String>, Error> {
    let ids: Vec<&str> = ids.into_iter().collect();
    let names = find_names(reader, register, &ids).await?;
    let latin = names
        .into_iter()
        .filter_map(|(id, name)| Some((id, name.latin?)));
    Ok(latin.collect())
}
