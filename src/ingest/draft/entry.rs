//! From the facts of a draft to the entries of a record file, each with the words it rests on.

use crate::model::authority::Authorities;
use crate::model::event::Event;
use crate::model::evidence::{Attested, Evidence};
use crate::model::id::{OrganizationId, PersonId};
use crate::model::quotation::Quotation;
use crate::model::record::{
    Citation, CountryEntry, DateEntry, Occurrence, OrganizationEntry, PersonEntry, PlaceEntry,
};
use crate::model::vocabulary::PlaceRole;

/// Entries that a record can hold as it stands, and those whose names have no authority record yet.
#[derive(Debug)]
pub struct Entries<E> {
    pub known: Vec<E>,
    pub pending: Vec<E>,
}

impl<E> Entries<E> {
    const fn new() -> Self {
        Self {
            known: Vec::new(),
            pending: Vec::new(),
        }
    }

    fn push(&mut self, entry: E, is_known: bool) {
        match is_known {
            true => self.known.push(entry),
            false => self.pending.push(entry),
        }
    }
}

/// The organizations; those without a record go by the key that is proposed for them.
pub fn organization_entries(
    text: &str,
    event: &Event,
    proposed: &Authorities,
) -> Entries<OrganizationEntry> {
    let mut entries = Entries::new();
    for fact in &event.organizations {
        let value = fact.value();
        let new = proposed.organizations.iter();
        let key = key(value.id.as_ref(), new, |record| record.name == value.name);
        if let Some(organization) = key {
            let entry = OrganizationEntry {
                organization,
                role: value.role,
                evidence: citations(text, fact.evidence()),
                basis: None,
                note: None,
            };
            entries.push(entry, value.id.is_some());
        }
    }
    entries
}

/// The people, in the same manner.
pub fn person_entries(text: &str, event: &Event, proposed: &Authorities) -> Entries<PersonEntry> {
    let mut entries = Entries::new();
    for fact in &event.people {
        let value = fact.value();
        let new = proposed.people.iter();
        let key = key(value.id.as_ref(), new, |record| record.name == value.name);
        if let Some(person) = key {
            let entry = PersonEntry {
                person,
                role: value.role,
                function: value.function.clone(),
                affiliation: value.affiliation_id.clone(),
                evidence: citations(text, fact.evidence()),
                basis: None,
                note: None,
            };
            entries.push(entry, value.id.is_some());
        }
    }
    entries
}

/// The places, in the same manner, and the network where it was held over one.
pub fn place_entries(text: &str, event: &Event, proposed: &Authorities) -> Entries<PlaceEntry> {
    let mut entries = Entries::new();
    if let Some(online) = &event.online {
        let entry = PlaceEntry {
            place: None,
            online: true,
            platform: online.value().platform.clone(),
            role: PlaceRole::Held,
            evidence: citations(text, online.evidence()),
            basis: None,
            note: None,
        };
        entries.push(entry, true);
    }
    for fact in &event.places {
        let value = fact.value();
        let new = proposed.places.iter();
        let key = key(value.id.as_ref(), new, |record| {
            record.name == value.name && record.country == value.country
        });
        if key.is_some() {
            let entry = PlaceEntry {
                place: key,
                online: false,
                platform: None,
                role: value.role,
                evidence: citations(text, fact.evidence()),
                basis: None,
                note: None,
            };
            entries.push(entry, value.id.is_some());
        }
    }
    entries
}

/// The key of a fact's record, or of the record that is proposed for it.
fn key<'a, Id: Clone + 'a, Record: 'a>(
    own: Option<&Id>,
    mut proposed: impl Iterator<Item = (&'a Id, &'a Record)>,
    is_its: impl Fn(&Record) -> bool,
) -> Option<Id> {
    let new = || {
        let found = proposed.find(|(_, record)| is_its(record));
        found.map(|(id, _)| id)
    };
    own.or_else(new).cloned()
}

/// Who speaks: a key where there is a record, else the source's words.
pub fn speaker(quotation: &Quotation) -> String {
    let person = quotation.speaker_person.as_ref().map(PersonId::as_str);
    let organization = quotation.speaker_organization.as_ref();
    person
        .or_else(|| organization.map(OrganizationId::as_str))
        .unwrap_or(&quotation.speaker)
        .to_owned()
}

pub fn entries<T, E>(
    text: &str,
    facts: &[Attested<T>],
    entry: impl Fn(&T, Vec<Citation>) -> E,
) -> Vec<E> {
    let facts = facts.iter();
    facts
        .map(|fact| entry(fact.value(), citations(text, fact.evidence())))
        .collect()
}

pub fn date_entries(text: &str, event: &Event) -> Vec<DateEntry> {
    let dates = event.dates.iter().map(|fact| DateEntry {
        edtf: fact.value().edtf.clone(),
        time: fact.value().time.clone(),
        hijri: fact.value().hijri.clone(),
        evidence: citations(text, fact.evidence()),
        basis: None,
        note: fact.note().map(str::to_owned),
    });
    dates.collect()
}

pub fn country_entries(text: &str, event: &Event) -> Vec<CountryEntry> {
    let mut entries = Vec::new();
    for fact in &event.countries {
        for role in &fact.value().roles {
            entries.push(CountryEntry {
                code: fact.value().code,
                role: *role,
                evidence: citations(text, fact.evidence()),
                basis: None,
                note: None,
            });
        }
    }
    entries
}

pub fn citations(text: &str, evidence: &[Evidence]) -> Vec<Citation> {
    evidence
        .iter()
        .map(|evidence| citation(text, evidence))
        .collect()
}

/// The evidence as a person would cite it: its words, and which occurrence of them where they
/// stand more than once.
fn citation(text: &str, evidence: &Evidence) -> Citation {
    let quote = evidence.quote.clone();
    let byte = text
        .char_indices()
        .nth(evidence.start)
        .map(|(byte, _)| byte);
    let starts: Vec<usize> = text.match_indices(&quote).map(|(start, _)| start).collect();
    match starts.iter().position(|start| Some(*start) == byte) {
        Some(index) if starts.len() > 1 => Citation::Occurrence(Occurrence {
            quote,
            occurrence: index + 1,
        }),
        _ => Citation::Words(quote),
    }
}
