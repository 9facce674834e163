//! From a record to an event: each citation is found in the text, each key in the authorities.
//! What cannot be found is a finding; an event is made only when there is none.

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::ingest::problem::{Finding, Step};
use crate::model::attendance::Attendance;
use crate::model::authority::Authorities;
use crate::model::country::Involvement;
use crate::model::date::Dating;
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::evidence::{Attested, Evidence};
use crate::model::id::{OrganizationId, PersonId};
use crate::model::organization::Participation;
use crate::model::person::Appearance;
use crate::model::place::{Location, Online};
use crate::model::quotation::Quotation;
use crate::model::record::{Citation, Grounds, PersonEntry, PlaceEntry, QuotationEntry, Record};
use crate::text::span::{CodePoints, Span};

/// What a record is resolved against, and what was found wrong on the way.
struct Resolution<'a> {
    text: &'a str,
    code_points: CodePoints,
    authorities: &'a Authorities,
    findings: Vec<Finding>,
}

/// Resolves a record against the text of its document and the authorities.
///
/// # Errors
/// All the findings, when a citation does not stand in the text exactly once (or as often as its
/// `occurrence` says), a fact has neither evidence nor a note, or a key is not defined.
pub fn attest(
    text: &str,
    record: &Record,
    authorities: &Authorities,
) -> Result<Event, Vec<Finding>> {
    let mut resolution = Resolution {
        text,
        code_points: CodePoints::of(text),
        authorities,
        findings: Vec::new(),
    };
    let event = resolution.event(record);
    if resolution.findings.is_empty() {
        Ok(event)
    } else {
        Err(resolution.findings)
    }
}

/// Where in the record a fact stands.
#[derive(Clone, Copy)]
struct Place {
    noun: &'static str,
    index: usize,
}

impl Place {
    fn key(self, key: &'static str) -> Vec<Step> {
        vec![
            Step::Key(self.noun),
            Step::Index(self.index),
            Step::Key(key),
        ]
    }
}

impl<'a> Resolution<'a> {
    fn event(&mut self, record: &Record) -> Event {
        let online = self.each("place", &record.place, |this, place, entry| {
            let platform = entry.platform.clone();
            entry
                .online
                .then(|| this.attested(place, Online { platform }, entry.grounds()))?
        });
        Event {
            is_event: true,
            kind: record.kind,
            status: record.status,
            review: record.review,
            title: record.title.clone(),
            summary: record.summary.clone(),
            dates: self.each("date", &record.date, |this, place, entry| {
                let (edtf, time) = (entry.edtf.clone(), entry.time.clone());
                let hijri = entry.hijri.clone();
                this.attested(place, Dating { edtf, time, hijri }, entry.grounds())
            }),
            places: self.each("place", &record.place, Self::location),
            online: online.into_iter().next(),
            countries: self.countries(record),
            organizations: self.each(
                "organization",
                &record.organization,
                |this, place, entry| {
                    let name = this.organization(&entry.organization, place.key("organization"));
                    let (id, role) = (Some(entry.organization.clone()), entry.role);
                    let value = Participation {
                        id,
                        name: name?,
                        role,
                    };
                    this.attested(place, value, entry.grounds())
                },
            ),
            people: self.each("person", &record.person, Self::appearance),
            attendance: self.each("attendance", &record.attendance, |this, place, entry| {
                let (count, unit, qualifier) = (entry.count, entry.unit, entry.qualifier);
                let value = Attendance {
                    count,
                    unit,
                    qualifier,
                };
                this.attested(place, value, entry.grounds())
            }),
            decisions: self.each("decision", &record.decision, |this, place, entry| {
                let (number, text) = (entry.number, entry.text.clone());
                this.attested(place, Decision { number, text }, entry.grounds())
            }),
            quotations: self.each("quotation", &record.quotation, Self::quotation),
            source: record.source.clone(),
        }
    }

    fn each<E, T>(
        &mut self,
        noun: &'static str,
        entries: &[E],
        resolve: impl Fn(&mut Self, Place, &E) -> Option<T>,
    ) -> Vec<T> {
        let places = (0..).map(|index| Place { noun, index });
        let entries = places.zip(entries);
        entries
            .filter_map(|(place, entry)| resolve(self, place, entry))
            .collect()
    }

    fn location(&mut self, place: Place, entry: &PlaceEntry) -> Option<Attested<Location>> {
        let authorities = self.authorities;
        let id = entry.place.as_ref()?;
        let known = self.defined(&authorities.places, id, place.key("place"))?;
        let value = Location {
            role: entry.role,
            id: Some(id.clone()),
            name: known.name.clone(),
            country: known.country,
            latitude: known.latitude,
            longitude: known.longitude,
        };
        self.attested(place, value, entry.grounds())
    }

    /// One fact a country: its roles and its evidence are joined.
    fn countries(&mut self, record: &Record) -> Vec<Attested<Involvement>> {
        let each = self.each("country", &record.country, |this, place, entry| {
            let value = Involvement {
                code: entry.code,
                name: entry.code.country().arabic.to_owned(),
                roles: vec![entry.role],
            };
            this.attested(place, value, entry.grounds())
        });
        let mut joined: Vec<Attested<Involvement>> = Vec::new();
        for fact in each {
            let same = |other: &&mut Attested<Involvement>| other.value().code == fact.value().code;
            match joined.iter_mut().find(same) {
                Some(other) => other.join(fact, |value, further| {
                    let roles = further.roles.into_iter();
                    let new: Vec<_> = roles.filter(|role| !value.roles.contains(role)).collect();
                    value.roles.extend(new);
                }),
                None => joined.push(fact),
            }
        }
        joined
    }

    fn appearance(&mut self, place: Place, entry: &PersonEntry) -> Option<Attested<Appearance>> {
        let authorities = self.authorities;
        let known = self.defined(&authorities.people, &entry.person, place.key("person"));
        let affiliation = match &entry.affiliation {
            None => None,
            Some(id) => Some(self.organization(id, place.key("affiliation"))?),
        };
        let value = Appearance {
            id: Some(entry.person.clone()),
            name: known?.name.clone(),
            role: entry.role,
            function: entry.function.clone(),
            affiliation,
            affiliation_id: entry.affiliation.clone(),
        };
        self.attested(place, value, entry.grounds())
    }

    fn quotation(&mut self, place: Place, entry: &QuotationEntry) -> Option<Attested<Quotation>> {
        let person = PersonId::parse(&entry.speaker).ok();
        let person = person.and_then(|id| self.authorities.people.get(&id));
        let organization = OrganizationId::parse(&entry.speaker).ok();
        let is_key = organization.is_some();
        let organization = organization.and_then(|id| self.authorities.organizations.get(&id));
        let speaker = match (person, organization) {
            (Some(person), _) => person.name.clone(),
            (None, Some(organization)) => organization.name.clone(),
            (None, None) if is_key => {
                let message = format!("no person or organization has the key «{}»", entry.speaker);
                self.find(place.key("speaker"), "authority", message);
                return None;
            }
            (None, None) => entry.speaker.clone(),
        };
        let order = u32::try_from(place.index + 1).unwrap_or(u32::MAX);
        let words: Vec<&str> = entry.evidence.iter().map(Citation::quote).collect();
        let value = Quotation {
            number: entry.number.unwrap_or(order),
            speaker,
            speaker_person: person.map(|person| person.id.clone()),
            speaker_organization: match person {
                Some(_) => None,
                None => organization.map(|organization| organization.id.clone()),
            },
            text: words.join(" … "),
        };
        self.attested(place, value, entry.grounds())
    }

    fn organization(&mut self, id: &OrganizationId, path: Vec<Step>) -> Option<String> {
        let authorities = self.authorities;
        let known = self.defined(&authorities.organizations, id, path)?;
        Some(known.name.clone())
    }

    fn defined<K: Ord + Display, V>(
        &mut self,
        known: &'a BTreeMap<K, V>,
        id: &K,
        path: Vec<Step>,
    ) -> Option<&'a V> {
        let value = known.get(id);
        if value.is_none() {
            let message =
                format!("«{id}» is not in the authority files: add it, or correct the key");
            self.find(path, "authority", message);
        }
        value
    }

    fn attested<T>(&mut self, place: Place, value: T, grounds: Grounds<'_>) -> Option<Attested<T>> {
        let before = self.findings.len();
        let mut evidence = Vec::with_capacity(grounds.evidence.len());
        for (index, citation) in grounds.evidence.iter().enumerate() {
            match self.passage(citation) {
                Ok(span) => evidence.push(Evidence::read(self.text, &self.code_points, span)),
                Err(message) => {
                    let mut path = place.key("evidence");
                    path.push(Step::Index(index));
                    self.find(path, "evidence", message);
                }
            }
        }
        if self.findings.len() > before {
            return None;
        }
        let note = grounds.note.map(str::to_owned);
        match Attested::new(value, evidence, grounds.basis, note) {
            Ok(fact) => Some(fact),
            Err(unattested) => {
                let path = vec![Step::Key(place.noun), Step::Index(place.index)];
                self.find(path, "attested", unattested.to_string());
                None
            }
        }
    }

    /// The one passage of the text that a citation means.
    fn passage(&self, citation: &Citation) -> Result<Span, String> {
        let quote = citation.quote();
        if quote.trim().is_empty() {
            return Err("the evidence is empty: quote words of the document".to_owned());
        }
        let starts: Vec<usize> = self
            .text
            .match_indices(quote)
            .map(|(start, _)| start)
            .collect();
        let chosen = match (citation, starts.as_slice()) {
            (_, []) => {
                return Err(format!(
                    "«{quote}» does not stand in the document: quote its words exactly, with their spaces and marks"
                ));
            }
            (Citation::Words(_), [start]) => *start,
            (Citation::Words(_), several) => {
                return Err(format!(
                    "«{quote}» stands {} times in the document: quote more words, or say which is meant with {{ quote = \"…\", occurrence = 2 }}",
                    several.len()
                ));
            }
            (Citation::Occurrence(occurrence), starts) => {
                let index = occurrence.occurrence.checked_sub(1);
                *index.and_then(|index| starts.get(index)).ok_or_else(|| {
                    format!(
                        "«{quote}» stands {} times in the document, so there is no occurrence {}",
                        starts.len(),
                        occurrence.occurrence
                    )
                })?
            }
        };
        Ok(Span::new(chosen, chosen + quote.len()))
    }

    fn find(&mut self, path: Vec<Step>, rule: &'static str, message: String) {
        self.findings.push(Finding::new(path, rule, message));
    }
}
