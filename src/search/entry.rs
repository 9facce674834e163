//! From an event to its index entries: one for the event, one for each decision.

use jiff::civil::Date;
use tantivy::TantivyDocument;
use tantivy::schema::Field;

use crate::model::change::IndexedEvent;
use crate::model::date::Edtf;
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::evidence::Attested;
use crate::model::id::{OrganizationId, PersonId, PlaceId};
use crate::search::analyzer::{Analysis, Share, Word, words_of};
use crate::search::schema::{DECISION_ENTRY, EVENT_ENTRY, Fields, ZoneFields, spelling_term};
use crate::search::stream::Row;
use crate::text::collate::sort_key;
use crate::text::gram::grams;

/// An event that can have touched more years than this counts for none of them: it would only blur the years' facet.
const MOST_YEARS: i16 = 15;

/// The entry of an event and those of its decisions.
#[must_use]
pub fn entries_of(
    fields: &Fields,
    indexed: &IndexedEvent,
    analysis: Analysis,
) -> (TantivyDocument, Vec<TantivyDocument>) {
    let decisions = indexed.event.decisions.iter().map(|decision| {
        let mut entry = TantivyDocument::default();
        entry.add_text(fields.entry, DECISION_ENTRY);
        entry.add_u64(fields.number, u64::from(decision.value().number));
        for text in decision_texts(decision) {
            add_zone(&mut entry, &fields.decision, &words_of(text, analysis));
        }
        add_shared(&mut entry, fields, indexed);
        entry
    });
    (event_entry(fields, indexed, analysis), decisions.collect())
}

/// A decision's short form and the source's words for it, unless those are the short form.
fn decision_texts(decision: &Attested<Decision>) -> impl Iterator<Item = &str> {
    let own = decision.value().text.as_str();
    let quotes = decision.evidence().iter();
    let quotes = quotes.map(|evidence| evidence.quote.as_str());
    std::iter::once(own).chain(quotes.filter(move |quote| !own.contains(*quote)))
}

fn event_entry(fields: &Fields, indexed: &IndexedEvent, analysis: Analysis) -> TantivyDocument {
    let event = &indexed.event;
    let mut entry = TantivyDocument::default();
    entry.add_text(fields.entry, EVENT_ENTRY);
    for text in texts(indexed) {
        add_zone(&mut entry, &fields.body, &words_of(text, analysis));
    }
    for name in names(indexed) {
        add_zone(&mut entry, &fields.names, &words_of(name, analysis));
    }
    if has_own_title(indexed) {
        let mut title = Row::default();
        for word in words_of(&event.title, analysis) {
            title.push(&word.forms.stem);
        }
        entry.add_text(fields.title, title.into_text());
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
    if let Some(confidence) = event.confidence() {
        entry.add_u64(fields.confidence, hundredths_of_a_per_cent(confidence));
    }
    for year in years(event) {
        entry.add_i64(fields.year, i64::from(year));
    }
    entry
}

/// All that can be read of an event: the archive's words and the source's. Quotations stand in the text, and so do the
/// decisions of a draft. A draft's title
/// is the first sentence, which so counts twice: texts say first what they are about (measured: .007 of mean reciprocal
/// rank on passages without another title).
fn texts(indexed: &IndexedEvent) -> impl Iterator<Item = &str> {
    let event = &indexed.event;
    let decisions = event.decisions.iter();
    let decisions = decisions.map(|decision| decision.value().text.as_str());
    [event.title.as_str(), event.summary.as_str()]
        .into_iter()
        .chain(decisions.filter(|text| !indexed.text.contains(text)))
        .chain([indexed.text.as_str()])
}

/// Whether the title is somebody's choice. A draft's is cut out of the text, and says no more than its place there.
fn has_own_title(indexed: &IndexedEvent) -> bool {
    let title = indexed.event.title.trim_end_matches('…').trim_end();
    !indexed.text.contains(title)
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

/// Adds a text to a zone, in each of the zone's forms. The engine leaves a gap between two texts, so that no phrase
/// runs from one into the next.
fn add_zone(entry: &mut TantivyDocument, zone: &ZoneFields, words: &[Word]) {
    let mut row = Row::default();
    for word in words {
        match word.share {
            Share::Plain | Share::Part => row.push(&word.forms.folded),
            Share::Glued => row.push_beside(&word.forms.folded),
        }
    }
    entry.add_text(zone.word, row.into_text());
    let fields = [Some(zone.stem), zone.skeleton, zone.root];
    for (nearer, field) in fields.into_iter().enumerate() {
        if let Some(field) = field {
            let mut row = Row::default();
            for word in words.iter().filter(|word| word.forms.has_stem()) {
                let levels = word.forms.levels();
                if levels[nearer + 1] != levels[nearer] {
                    row.push(levels[nearer + 1]);
                }
            }
            entry.add_text(field, row.into_text());
        }
    }
    if let Some(field) = zone.exact {
        let mut row = Row::default();
        let differing = words.iter().map(|word| &word.forms);
        for forms in differing.filter(|forms| !forms.is_usual) {
            row.push(&spelling_term(&forms.folded, &forms.exact));
        }
        entry.add_text(field, row.into_text());
    }
    if let Some(field) = zone.gram {
        let mut row = Row::default();
        // The grams of a glued word hold those of its parts; those of stop words are of no use.
        let words = words
            .iter()
            .filter(|word| word.share != Share::Part && !word.forms.is_stop);
        for word in words {
            grams(&word.forms.folded).for_each(|gram| row.push(gram));
        }
        entry.add_text(field, row.into_text());
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

/// A share of one as the index keeps it.
fn hundredths_of_a_per_cent(share: f32) -> u64 {
    // Clamped: the cast cannot lose anything.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let hundredths = (share.clamp(0.0, 1.0) * 10_000.0).round() as u64;
    hundredths
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
