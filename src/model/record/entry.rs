//! From an event back to its record file: each fact becomes an entry that cites the words it rests on.

use crate::model::authority::Authorities;
use crate::model::event::Event;
use crate::model::evidence::Basis;
use crate::model::evidence::{Attested, Evidence};
use crate::model::id::{EventId, OrganizationId, PersonId};
use crate::model::quotation::Quotation;
use crate::model::record::{
    AttendanceEntry, Citation, CountryEntry, DateEntry, DecisionEntry, Occurrence,
    OrganizationEntry, PersonEntry, PlaceEntry, QuotationEntry, Record,
};
use crate::model::vocabulary::PlaceRole;

/// An event as a record file, and the entries that cannot be in it yet, because their names have no authority record.
#[derive(Debug)]
pub struct Written {
    /// The record.
    pub record: Record,
    /// Places that wait for a record of the key they go by.
    pub places: Vec<PlaceEntry>,
    /// Organizations that wait for one.
    pub organizations: Vec<OrganizationEntry>,
    /// People who wait for one.
    pub people: Vec<PersonEntry>,
}

impl Written {
    /// Writes an event of the document with this name and text. Names without an id go by the keys of the records that
    /// are proposed for them; without a proposal they are left out.
    #[must_use]
    pub fn of(
        event: &Event,
        id: Option<&EventId>,
        (name, text): (&str, &str),
        proposed: &Authorities,
    ) -> Self {
        let places = place_entries(text, event, proposed);
        let organizations = organization_entries(text, event, proposed);
        let people = person_entries(text, event, proposed);
        let record = Record {
            id: id.cloned(),
            document: Some(name.to_owned()),
            title: event.title.clone(),
            summary: event.summary.clone(),
            kind: event.kind,
            status: event.status,
            review: event.review,
            source: event.source.clone(),
            date: date_entries(text, event),
            place: places.known,
            organization: organizations.known,
            person: people.known,
            country: country_entries(text, event),
            attendance: attendance_entries(text, event),
            decision: decision_entries(text, event),
            quotation: quotation_entries(text, event),
        };
        Self {
            record,
            places: places.pending,
            organizations: organizations.pending,
            people: people.pending,
        }
    }
}

/// Entries that a record can hold as it stands, and those whose names have no authority record yet.
#[derive(Debug)]
struct Entries<E> {
    known: Vec<E>,
    pending: Vec<E>,
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
fn organization_entries(
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
                basis: basis(fact),
                note: note(fact),
            };
            entries.push(entry, value.id.is_some());
        }
    }
    entries
}

/// The people, in the same manner.
fn person_entries(text: &str, event: &Event, proposed: &Authorities) -> Entries<PersonEntry> {
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
                basis: basis(fact),
                note: note(fact),
            };
            entries.push(entry, value.id.is_some());
        }
    }
    entries
}

/// The places, in the same manner, and the network where it was held over one.
fn place_entries(text: &str, event: &Event, proposed: &Authorities) -> Entries<PlaceEntry> {
    let mut entries = Entries::new();
    if let Some(online) = &event.online {
        let entry = PlaceEntry {
            place: None,
            online: true,
            platform: online.value().platform.clone(),
            role: PlaceRole::Held,
            evidence: citations(text, online.evidence()),
            basis: basis(online),
            note: note(online),
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
                basis: basis(fact),
                note: note(fact),
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
fn speaker(quotation: &Quotation) -> String {
    let person = quotation.speaker_person.as_ref().map(PersonId::as_str);
    let organization = quotation.speaker_organization.as_ref();
    person
        .or_else(|| organization.map(OrganizationId::as_str))
        .unwrap_or(&quotation.speaker)
        .to_owned()
}

fn attendance_entries(text: &str, event: &Event) -> Vec<AttendanceEntry> {
    let entries = event.attendance.iter().map(|fact| AttendanceEntry {
        count: fact.value().count,
        unit: fact.value().unit,
        qualifier: fact.value().qualifier,
        evidence: citations(text, fact.evidence()),
        basis: basis(fact),
        note: note(fact),
    });
    entries.collect()
}

fn decision_entries(text: &str, event: &Event) -> Vec<DecisionEntry> {
    let entries = event.decisions.iter().map(|fact| DecisionEntry {
        number: fact.value().number,
        text: fact.value().text.clone(),
        evidence: citations(text, fact.evidence()),
        basis: basis(fact),
        note: note(fact),
    });
    entries.collect()
}

fn quotation_entries(text: &str, event: &Event) -> Vec<QuotationEntry> {
    let entries = event.quotations.iter().map(|fact| QuotationEntry {
        number: Some(fact.value().number),
        speaker: speaker(fact.value()),
        evidence: citations(text, fact.evidence()),
        basis: basis(fact),
        note: note(fact),
    });
    entries.collect()
}

fn basis<T>(fact: &Attested<T>) -> Option<Basis> {
    fact.is_inferred().then_some(Basis::Inferred)
}

fn note<T>(fact: &Attested<T>) -> Option<String> {
    fact.note().map(str::to_owned)
}

fn date_entries(text: &str, event: &Event) -> Vec<DateEntry> {
    let dates = event.dates.iter().map(|fact| DateEntry {
        edtf: fact.value().edtf.clone(),
        time: fact.value().time.clone(),
        hijri: fact.value().hijri.clone(),
        evidence: citations(text, fact.evidence()),
        basis: basis(fact),
        note: note(fact),
    });
    dates.collect()
}

fn country_entries(text: &str, event: &Event) -> Vec<CountryEntry> {
    let mut entries = Vec::new();
    for fact in &event.countries {
        for role in &fact.value().roles {
            entries.push(CountryEntry {
                code: fact.value().code,
                role: *role,
                evidence: citations(text, fact.evidence()),
                basis: basis(fact),
                note: note(fact),
            });
        }
    }
    entries
}

fn citations(text: &str, evidence: &[Evidence]) -> Vec<Citation> {
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
