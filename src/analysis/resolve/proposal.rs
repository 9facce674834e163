//! New authority records for names that have none. Invariant: the key of a record depends on its folded name alone, so a
//! name proposed twice is one record.

use sha2::{Digest, Sha256};

use super::Resolver;
use super::key::{words_of, words_of_person};
use crate::analysis::lexicon::body::kind_of;
use crate::model::authority::Authorities;
use crate::model::event::Event;
use crate::model::evidence::Attested;
use crate::model::id::{OrganizationId, PersonId, PlaceId, code_of_digest};
use crate::model::organization::Organization;
use crate::model::person::Person;
use crate::model::place::{Location, Place};
use crate::model::vocabulary::{OrganizationKind, PlaceKind, PlaceRole};

impl Resolver {
    /// New records for the names of an event that have none: to be reviewed, and free of any that [`Self::resolve`]
    /// found ambiguous. The key of a record depends on its folded name alone, so a name proposed twice is one record.
    #[must_use]
    pub fn propose(&self, event: &Event) -> Authorities {
        let mut proposed = Authorities::default();
        for fact in event.organizations.iter().map(Attested::value) {
            let is_new =
                fact.id.is_none() && self.organizations.1.find(&words_of(&fact.name)).is_empty();
            if let Some(record) = self.new_organization(&fact.name).filter(|_| is_new) {
                proposed.organizations.insert(record.id.clone(), record);
            }
        }
        for fact in event.people.iter().map(Attested::value) {
            let is_new =
                fact.id.is_none() && self.people.1.find(&words_of_person(&fact.name)).is_empty();
            if let Some(record) = self.new_person(&fact.name).filter(|_| is_new) {
                proposed.people.insert(record.id.clone(), record);
            }
        }
        for fact in event.places.iter().map(Attested::value) {
            let is_new = fact.id.is_none() && self.places.1.find(&words_of(&fact.name)).is_empty();
            if let Some(record) = self.new_place(fact).filter(|_| is_new) {
                proposed.places.insert(record.id.clone(), record);
            }
        }
        proposed
    }

    fn new_organization(&self, name: &str) -> Option<Organization> {
        let words = words_of(name);
        let kind = words
            .first()
            .and_then(|head| kind_of(head))
            .unwrap_or(OrganizationKind::Other);
        let is_free = |id: &OrganizationId| !self.authorities.organizations.contains_key(id);
        Some(Organization {
            id: new_id("organization", &words, |code| {
                OrganizationId::parse(code).ok().filter(is_free)
            })?,
            name: name.to_owned(),
            latin: None,
            kind,
            country: None,
            parent: None,
            variants: Vec::new(),
            note: None,
        })
    }

    fn new_person(&self, name: &str) -> Option<Person> {
        let is_free = |id: &PersonId| !self.authorities.people.contains_key(id);
        Some(Person {
            id: new_id("person", &words_of_person(name), |code| {
                PersonId::parse(code).ok().filter(is_free)
            })?,
            name: name.to_owned(),
            latin: None,
            country: None,
            variants: Vec::new(),
            note: None,
        })
    }

    fn new_place(&self, location: &Location) -> Option<Place> {
        let is_free = |id: &PlaceId| !self.authorities.places.contains_key(id);
        let mut words = words_of(&location.name);
        words.extend(
            location
                .country
                .map(|country| country.to_string().to_lowercase()),
        );
        Some(Place {
            id: new_id("place", &words, |code| {
                PlaceId::parse(code).ok().filter(is_free)
            })?,
            name: location.name.clone(),
            latin: None,
            kind: match location.role {
                PlaceRole::Held => PlaceKind::City,
                PlaceRole::Mentioned => PlaceKind::Other,
            },
            country: location.country,
            within: None,
            latitude: location.latitude,
            longitude: location.longitude,
            variants: Vec::new(),
            note: None,
        })
    }
}

/// A key from the digest of the words; longer ones are tried while the shorter are taken.
fn new_id<Id>(noun: &str, words: &[String], free: impl Fn(&str) -> Option<Id>) -> Option<Id> {
    if words.is_empty() {
        return None;
    }
    let digest: [u8; 32] = Sha256::digest(format!("{noun}\n{}", words.join(" "))).into();
    (10..=26).find_map(|length| free(&code_of_digest(&digest, length)))
}

#[cfg(test)]
mod tests {
    use crate::analysis::resolve::Resolver;
    use crate::analysis::resolve::tests::{RECORDS, authorities, event};
    use crate::model::vocabulary::OrganizationKind;

    #[test]
    fn new_names_are_proposed_with_a_lasting_key() {
        let authorities = authorities(&RECORDS);
        let resolver = Resolver::new(std::sync::Arc::new(authorities));
        let proposed = resolver.propose(&event(&["جبهة الجبل", "جبهةالجبل", "رابطة المزارعين"]));
        let again = resolver.propose(&event(&["جبهة الجبل"]));
        assert_eq!(proposed.organizations.len(), 1);
        let (id, record) = proposed.organizations.first_key_value().unwrap();
        assert_eq!(
            (id, record.kind),
            (
                again.organizations.first_key_value().unwrap().0,
                OrganizationKind::Coalition
            )
        );
    }
}
