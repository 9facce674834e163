//! From an event to its index entries: one for the event, one for each decision.

use jiff::civil::Date;
use tantivy::TantivyDocument;
use tantivy::schema::Field;
use tantivy::tokenizer::{PreTokenizedString, Token};

use crate::model::change::IndexedEvent;
use crate::model::date::Edtf;
use crate::model::event::Event;
use crate::model::evidence::Attested;
use crate::model::id::{OrganizationId, PersonId, PlaceId};
use crate::search::analyzer::words_of;
use crate::search::schema::{DECISION_ENTRY, EVENT_ENTRY, Fields, ZoneFields};
use crate::text::collate::sort_key;

/// An event that can have touched more years than this counts for none of them: it would only blur the years' facet.
const MOST_YEARS: i16 = 15;

/// All entries of an event.
#[must_use]
pub fn entries_of(fields: &Fields, indexed: &IndexedEvent) -> Vec<TantivyDocument> {
    let decisions = indexed.event.decisions.iter().map(|decision| {
        let mut entry = TantivyDocument::default();
        entry.add_text(fields.entry, DECISION_ENTRY);
        entry.add_u64(fields.number, u64::from(decision.value().number));
        let quotes = decision
            .evidence()
            .iter()
            .map(|evidence| evidence.quote.as_str());
        let texts: Vec<&str> = std::iter::once(decision.value().text.as_str())
            .chain(quotes)
            .collect();
        if let [zone] = fields.decision.as_slice() {
            add_texts(&mut entry, zone, &texts);
        }
        add_shared(&mut entry, fields, indexed);
        entry
    });
    std::iter::once(event_entry(fields, indexed))
        .chain(decisions)
        .collect()
}

fn event_entry(fields: &Fields, indexed: &IndexedEvent) -> TantivyDocument {
    let event = &indexed.event;
    let mut entry = TantivyDocument::default();
    entry.add_text(fields.entry, EVENT_ENTRY);
    for (zone, texts) in fields.event.iter().zip(event_texts(indexed)) {
        add_texts(&mut entry, zone, &texts);
    }
    add_shared(&mut entry, fields, indexed);
    entry.add_text(fields.kind, event.kind.as_str());
    entry.add_text(fields.review, event.review.as_str());
    entry.add_text(fields.title_order, sort_key(&event.title));
    add_roles(&mut entry, fields, event);
    let people = event
        .people
        .iter()
        .filter_map(|person| person.value().id.as_ref())
        .map(PersonId::as_str);
    add_terms(&mut entry, fields.person, people);
    let places = event
        .places
        .iter()
        .filter_map(|place| place.value().id.as_ref())
        .map(PlaceId::as_str);
    add_terms(&mut entry, fields.place, places);
    entry.add_u64(fields.certain, u64::from(is_certain(event)));
    for year in years(event) {
        entry.add_i64(fields.year, i64::from(year));
    }
    entry
}

/// The texts of the zones, in the order of [`crate::search::schema::EVENT_ZONES`].
fn event_texts(indexed: &IndexedEvent) -> [Vec<&str>; 6] {
    let event = &indexed.event;
    [
        vec![event.title.as_str()],
        names(indexed),
        vec![event.summary.as_str()],
        event
            .decisions
            .iter()
            .map(|decision| decision.value().text.as_str())
            .collect(),
        event
            .quotations
            .iter()
            .map(|quotation| quotation.value().text.as_str())
            .collect(),
        vec![indexed.text.as_str()],
    ]
}

/// Every name under which the bodies, persons, places and countries of the event are known, each once.
fn names(indexed: &IndexedEvent) -> Vec<&str> {
    let event = &indexed.event;
    let mut names: Vec<&str> = indexed.names.iter().map(String::as_str).collect();
    names.extend(
        event
            .organizations
            .iter()
            .map(|organization| organization.value().name.as_str()),
    );
    for person in event.people.iter().map(Attested::value) {
        names.push(&person.name);
        names.extend(person.affiliation.as_deref());
        names.extend(person.function.as_deref());
    }
    names.extend(event.places.iter().map(|place| place.value().name.as_str()));
    names.extend(
        event
            .quotations
            .iter()
            .map(|quotation| quotation.value().speaker.as_str()),
    );
    names.extend(
        event
            .online
            .iter()
            .filter_map(|online| online.value().platform.as_deref()),
    );
    names.extend(event.source.publisher.as_deref());
    for country in event.countries.iter().map(Attested::value) {
        names.push(&country.name);
        names.extend(country.code.country().names().map(|name| -> &str { name }));
    }
    names.sort_unstable();
    names.dedup();
    names
}

/// What an event's entry shares with those of its decisions.
fn add_shared(entry: &mut TantivyDocument, fields: &Fields, indexed: &IndexedEvent) {
    let event = &indexed.event;
    entry.add_text(fields.id, indexed.id.as_str());
    add_terms(
        entry,
        fields.country,
        event
            .countries
            .iter()
            .map(|country| country.value().code.as_str()),
    );
    let organizations = event
        .organizations
        .iter()
        .filter_map(|organization| organization.value().id.as_ref());
    add_terms(
        entry,
        fields.organization,
        organizations.map(OrganizationId::as_str),
    );
    if !event.dates.is_empty() {
        let extent = event.extent();
        entry.add_i64(
            fields.earliest,
            day_number(extent.earliest.unwrap_or(Date::MIN)),
        );
        entry.add_i64(
            fields.latest,
            day_number(extent.latest.unwrap_or(Date::MAX)),
        );
    }
}

fn add_roles(entry: &mut TantivyDocument, fields: &Fields, event: &Event) {
    let mut roles = Vec::new();
    let mut countries = Vec::new();
    for country in event.countries.iter().map(Attested::value) {
        roles.extend(country.roles.iter().map(|role| format!("country:{role}")));
        countries.extend(
            country
                .roles
                .iter()
                .map(|role| format!("{}:{role}", country.code)),
        );
    }
    let mut organizations = Vec::new();
    for organization in event.organizations.iter().map(Attested::value) {
        roles.push(format!("organization:{}", organization.role));
        organizations.extend(
            organization
                .id
                .iter()
                .map(|id| format!("{id}:{}", organization.role)),
        );
    }
    add_terms(entry, fields.role, roles.iter().map(String::as_str));
    add_terms(
        entry,
        fields.country_role,
        countries.iter().map(String::as_str),
    );
    add_terms(
        entry,
        fields.organization_role,
        organizations.iter().map(String::as_str),
    );
}

/// Adds terms, each once, so that an event counts once where a body plays two parts.
fn add_terms<'a>(entry: &mut TantivyDocument, field: Field, terms: impl Iterator<Item = &'a str>) {
    let mut terms: Vec<&str> = terms.collect();
    terms.sort_unstable();
    terms.dedup();
    for term in terms {
        entry.add_text(field, term);
    }
}

/// Adds texts to a zone. The engine leaves a gap between them, so that no phrase runs from one into the next.
fn add_texts(entry: &mut TantivyDocument, zone: &ZoneFields, texts: &[&str]) {
    for text in texts {
        let mut folded = Vec::new();
        let mut stems = Vec::new();
        for (position, word) in words_of(text).enumerate() {
            folded.push(token(position, word.folded));
            stems.push(token(position, word.stem));
        }
        for (field, tokens) in [(zone.word, folded), (zone.stem, stems)] {
            entry.add_pre_tokenized_text(
                field,
                PreTokenizedString {
                    text: String::new(),
                    tokens,
                },
            );
        }
    }
}

fn token(position: usize, text: String) -> Token {
    Token {
        offset_from: 0,
        offset_to: 0,
        position,
        text,
        position_length: 1,
    }
}

/// A day as the number of days since 1 January 1970; a date of the calendar, in no time zone.
#[must_use]
pub fn day_number(day: Date) -> i64 {
    let epoch = Date::constant(1970, 1, 1);
    day.duration_since(epoch).as_hours() / 24
}

/// Whether the record itself vouches for the date: every date is stated rather than inferred, nothing in it is
/// qualified as uncertain or approximate, and both ends are known. A year alone can be certain: that the event was in
/// that year is.
fn is_certain(event: &Event) -> bool {
    let extent = event.extent();
    extent.earliest.is_some()
        && extent.latest.is_some()
        && event.dates().all(Edtf::is_unqualified)
        && !event.dates.iter().any(Attested::is_inferred)
}

fn years(event: &Event) -> impl Iterator<Item = i16> {
    let extent = event.extent();
    let years = extent
        .earliest
        .zip(extent.latest)
        .map(|(earliest, latest)| earliest.year()..=latest.year());
    years
        .filter(|years| years.end() - years.start() < MOST_YEARS)
        .into_iter()
        .flatten()
}
