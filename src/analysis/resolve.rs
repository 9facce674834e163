//! From what a document names to the authority records: organizations, people and places, across spellings. A mention
//! that two records fit stays without a record, and so does one that is only near to a record; both are said in a
//! remark. Invariant: resolving changes names and ids alone, never the evidence, and never guesses.

use std::sync::Arc;

use crate::model::authority::Authorities;
use crate::model::event::Event;
use crate::model::evidence::Attested;
use crate::model::id::{OrganizationId, PersonId, PlaceId};
use crate::model::organization::Participation;
use crate::model::person::Appearance;
use crate::model::place::Location;
use crate::model::vocabulary::{PlaceRole, Role};

mod answer;
mod fact;
mod index;
mod key;
mod kin;
mod proposal;
mod quotation;
pub mod remark;

use answer::{Answer, indexed, look_up};
use fact::{join, with_value};
use index::Index;
use key::{words_of, words_of_person};
use kin::names_of;
use remark::{Doubt, Noun, Remark};

/// The authority records, made ready for look-ups; built once for many documents.
#[derive(Debug, Clone)]
pub struct Resolver {
    authorities: Arc<Authorities>,
    organizations: (Vec<OrganizationId>, Index),
    people: (Vec<PersonId>, Index),
    places: (Vec<PlaceId>, Index),
}

impl Resolver {
    /// Reads the names of all records.
    #[must_use]
    pub fn new(authorities: Arc<Authorities>) -> Self {
        let organizations = indexed(&authorities.organizations, words_of, |record| {
            (&record.name, record.latin.as_ref(), &record.variants)
        });
        let people = indexed(&authorities.people, words_of_person, |record| {
            (&record.name, record.latin.as_ref(), &record.variants)
        });
        let places = indexed(&authorities.places, words_of, |record| {
            (&record.name, record.latin.as_ref(), &record.variants)
        });
        Self {
            authorities,
            organizations,
            people,
            places,
        }
    }

    /// The records that names are looked up in.
    #[must_use]
    pub fn authorities(&self) -> &Authorities {
        &self.authorities
    }

    /// Gives the organizations, people and places of an event the ids and names of their records where these are
    /// sure, joins what turns out to be one, and remarks on what is doubtful. Ids already there are kept.
    pub fn resolve(&self, event: &mut Event) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let organizations = std::mem::take(&mut event.organizations);
        for fact in organizations {
            let fact = self.organization(fact, &mut remarks);
            join(
                &mut event.organizations,
                fact,
                |one, other| one.name == other.name && one.role == other.role,
                |one, other| one.name == other.name && one.role == Role::Mentioned,
            );
        }
        let people = std::mem::take(&mut event.people);
        for fact in people {
            let fact = self.person(fact, &mut remarks);
            let is_one =
                |one: &Appearance, other: &Appearance| one.id.is_some() && one.id == other.id;
            join(
                &mut event.people,
                fact,
                |one, other| is_one(one, other) && one.role == other.role,
                |one, other| is_one(one, other) && one.role == Role::Mentioned,
            );
        }
        let places = std::mem::take(&mut event.places);
        for fact in places {
            let fact = self.place(fact, &mut remarks);
            let is_one = |one: &Location, other: &Location| one.id.is_some() && one.id == other.id;
            join(
                &mut event.places,
                fact,
                |one, other| is_one(one, other) && one.role == other.role,
                |one, other| is_one(one, other) && one.role == PlaceRole::Mentioned,
            );
        }
        let quotations = std::mem::take(&mut event.quotations);
        let quotations = quotations.into_iter().map(|fact| self.quotation(fact));
        event.quotations = quotations.collect();
        remarks.sort_by(|one, other| {
            (one.noun, &one.name, one.doubt).cmp(&(other.noun, &other.name, other.doubt))
        });
        remarks.dedup();
        remarks
    }

    fn organization(
        &self,
        fact: Attested<Participation>,
        remarks: &mut Vec<Remark>,
    ) -> Attested<Participation> {
        let value = fact.value();
        if value.id.is_some() {
            return fact;
        }
        match self.organization_of(&value.name) {
            Answer::One(id) => {
                let record = self.authorities.organizations.get(id);
                let name = record.map_or_else(|| value.name.clone(), |record| record.name.clone());
                let new = Participation {
                    id: Some(id.clone()),
                    name,
                    role: value.role,
                };
                with_value(fact, new)
            }
            Answer::Doubtful(doubt, ids) => {
                let name = |id: &OrganizationId| {
                    self.authorities
                        .organizations
                        .get(id)
                        .map(|record| record.name.clone())
                };
                remarks.push(Remark::of(
                    Noun::Organization,
                    &value.name,
                    doubt,
                    ids,
                    name,
                ));
                fact
            }
            Answer::None => fact,
        }
    }

    /// A known body is looked for under all its names.
    fn organization_of(&self, name: &str) -> Answer<'_, OrganizationId> {
        let words = words_of(name);
        let answer = look_up(&self.organizations, &words);
        if matches!(
            answer,
            Answer::One(_) | Answer::Doubtful(Doubt::Ambiguous, _)
        ) {
            return answer;
        }
        names_of(&words)
            .iter()
            .map(|other| look_up(&self.organizations, other))
            .find(|other| matches!(other, Answer::One(_)))
            .unwrap_or(answer)
    }

    fn person(
        &self,
        fact: Attested<Appearance>,
        remarks: &mut Vec<Remark>,
    ) -> Attested<Appearance> {
        let mut value = fact.value().clone();
        if let Some(affiliation) = value
            .affiliation
            .as_ref()
            .filter(|_| value.affiliation_id.is_none())
            && let Answer::One(id) = self.organization_of(affiliation)
        {
            value.affiliation_id = Some(id.clone());
            let record = self.authorities.organizations.get(id);
            value.affiliation = record
                .map(|record| record.name.clone())
                .or(value.affiliation);
        }
        if value.id.is_none() {
            match look_up(&self.people, &words_of_person(&value.name)) {
                Answer::One(id) => {
                    value.id = Some(id.clone());
                    let record = self.authorities.people.get(id);
                    value.name = record.map_or(value.name, |record| record.name.clone());
                }
                Answer::Doubtful(doubt, ids) => {
                    let name = |id: &PersonId| {
                        self.authorities
                            .people
                            .get(id)
                            .map(|record| record.name.clone())
                    };
                    remarks.push(Remark::of(Noun::Person, &value.name, doubt, ids, name));
                }
                Answer::None => {}
            }
        }
        with_value(fact, value)
    }

    fn place(&self, fact: Attested<Location>, remarks: &mut Vec<Remark>) -> Attested<Location> {
        let mut value = fact.value().clone();
        if value.id.is_some() {
            return fact;
        }
        match self.place_of(&value) {
            Answer::One(id) => {
                if let Some(record) = self.authorities.places.get(id) {
                    value.name.clone_from(&record.name);
                    value.country = value.country.or(record.country);
                    value.latitude = value.latitude.or(record.latitude);
                    value.longitude = value.longitude.or(record.longitude);
                }
                value.id = Some(id.clone());
                with_value(fact, value)
            }
            Answer::Doubtful(doubt, ids) => {
                let name = |id: &PlaceId| {
                    self.authorities
                        .places
                        .get(id)
                        .map(|record| record.name.clone())
                };
                remarks.push(Remark::of(Noun::Place, &value.name, doubt, ids, name));
                fact
            }
            Answer::None => fact,
        }
    }

    /// Places of one name are told apart by the country, where the document gives it.
    fn place_of(&self, location: &Location) -> Answer<'_, PlaceId> {
        let fits = |id: &&PlaceId| {
            let country = self
                .authorities
                .places
                .get(*id)
                .and_then(|record| record.country);
            location.country.is_none() || country.is_none() || country == location.country
        };
        match look_up(&self.places, &words_of(&location.name)) {
            Answer::One(id) if fits(&id) => Answer::One(id),
            Answer::One(_) | Answer::None => Answer::None,
            Answer::Doubtful(doubt, ids) => {
                let mut ids: Vec<&PlaceId> = ids.into_iter().filter(fits).collect();
                match (doubt, ids.pop(), ids.is_empty()) {
                    (_, None, _) => Answer::None,
                    (Doubt::Ambiguous, Some(id), true) => Answer::One(id),
                    (_, Some(id), _) => {
                        ids.push(id);
                        Answer::Doubtful(doubt, ids)
                    }
                }
            }
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::sync::Arc;

    use super::{Doubt, Resolver};
    use crate::model::authority::Authorities;
    use crate::model::event::Event;
    use crate::model::evidence::{Attested, Evidence};
    use crate::model::id::OrganizationId;
    use crate::model::organization::{Organization, Participation};
    use crate::model::vocabulary::{OrganizationKind, Role};

    pub(in crate::analysis::resolve) fn authorities(
        records: &[(&str, &str, &[&str])],
    ) -> Authorities {
        let mut authorities = Authorities::default();
        for (id, name, variants) in records {
            let id = OrganizationId::parse(id).unwrap();
            let record = Organization {
                id: id.clone(),
                name: (*name).to_owned(),
                latin: None,
                kind: OrganizationKind::Network,
                country: None,
                parent: None,
                variants: variants
                    .iter()
                    .map(|variant| (*variant).to_owned())
                    .collect(),
                note: None,
            };
            authorities.organizations.insert(id, record);
        }
        authorities
    }

    pub(in crate::analysis::resolve) fn event(names: &[&str]) -> Event {
        let mut event = crate::analysis::event::draft("");
        event.organizations = names
            .iter()
            .map(|name| {
                let value = Participation {
                    id: None,
                    name: (*name).to_owned(),
                    role: Role::Participant,
                };
                let evidence = Evidence {
                    start: 0,
                    end: 1,
                    quote: (*name).to_owned(),
                    confidence: None,
                };
                Attested::stated(value, evidence)
            })
            .collect();
        event
    }

    pub(in crate::analysis::resolve) const RECORDS: [(&str, &str, &[&str]); 5] = [
        ("freedom", "تحالف قوى الحرية والتغيير", &[]),
        ("river", "شبكة نهر الوادي للماء", &["شبكة النهر"]),
        ("farmers-1", "رابطة المزارعين", &[]),
        ("farmers-2", "رابطة مزارعي السهل", &["رابطة المزارعين"]),
        ("hope", "حركة الأمل (أمل)", &[]),
    ];

    #[test]
    fn spellings_find_their_record() {
        let authorities = authorities(&RECORDS);
        let table = [
            ("«شبكة نهر الوادي للماء»", Some("river"), None),
            ("شبكة نهرالوادي للماء", Some("river"), None),
            ("شبكة النهر", Some("river"), None),
            ("أمل", Some("hope"), None),
            ("حركة الأمل", Some("hope"), None),
            ("رابطة المزارعين", None, Some(Doubt::Ambiguous)),
            ("شبكة نهر الوادي", None, Some(Doubt::Near)),
            ("شبكة البحر", None, None),
            ("قوى إعلان الحرية والتغيير", Some("freedom"), None),
        ];
        for (name, id, doubt) in table {
            let mut event = event(&[name]);
            let remarks = Resolver::new(Arc::new(authorities.clone())).resolve(&mut event);
            let found = event.organizations[0]
                .value()
                .id
                .as_ref()
                .map(OrganizationId::as_str);
            assert_eq!(
                (found, remarks.first().map(|remark| remark.doubt)),
                (id, doubt),
                "{name}"
            );
        }
    }

    #[test]
    fn one_record_is_one_fact() {
        let authorities = authorities(&RECORDS);
        let mut event = event(&["شبكة النهر", "شبكة نهر الوادي للماء"]);
        assert!(
            Resolver::new(Arc::new(authorities.clone()))
                .resolve(&mut event)
                .is_empty()
        );
        assert_eq!(event.organizations.len(), 1);
        assert_eq!(event.organizations[0].evidence().len(), 2);
        assert_eq!(event.organizations[0].value().name, "شبكة نهر الوادي للماء");
    }

    #[test]
    fn remarks_speak_to_the_reviewer() {
        let authorities = authorities(&RECORDS);
        let mut event = event(&["شبكة نهر الوادي"]);
        let remarks = Resolver::new(Arc::new(authorities.clone())).resolve(&mut event);
        assert_eq!(
            remarks[0].to_string(),
            "«شبكة نهر الوادي» قد يكون نفس «شبكة نهر الوادي للماء» (river)"
        );
    }
}
