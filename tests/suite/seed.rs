//! The five founding records, held to what a reader of the documents knows to be true.

use std::sync::Arc;

use sijill::ingest::import::check;
use sijill::model::vocabulary::{CountryRole, Kind, PlaceRole, Role, Status, Unit};
use sijill::store::event::{StoredEvent, find_event, list_events};

use crate::archive::{Shelf, project};

async fn founding() -> Vec<Arc<StoredEvent>> {
    let shelf = Shelf::founding().await;
    let (_, archive, _) = shelf.site().await;
    let answer = archive
        .index
        .search(&Default::default())
        .expect("an answer");
    let ids: Vec<_> = answer.hits.into_iter().map(|hit| hit.id).collect();
    let mut events = list_events(&archive.reader, &ids).await.expect("events");
    events.sort_by(|one, other| one.document.name.cmp(&other.document.name));
    assert_eq!(events.len(), 5);
    events
}

fn countries(stored: &StoredEvent, role: CountryRole) -> Vec<&str> {
    let facts = stored.event.countries.iter();
    let facts = facts.filter(|fact| fact.value().roles.contains(&role));
    let mut codes: Vec<&str> = facts.map(|fact| fact.value().code.as_str()).collect();
    codes.sort_unstable();
    codes
}

fn organizations(stored: &StoredEvent, role: Role) -> Vec<&str> {
    let facts = stored.event.organizations.iter();
    let facts = facts.filter(|fact| fact.value().role == role);
    facts.map(|fact| fact.value().name.as_str()).collect()
}

fn attendance(stored: &StoredEvent, unit: Unit) -> Vec<u64> {
    let facts = stored.event.attendance.iter();
    let facts = facts.filter(|fact| fact.value().unit == unit);
    facts.map(|fact| fact.value().count).collect()
}

fn dates(stored: &StoredEvent) -> Vec<&str> {
    stored
        .event
        .dates()
        .map(sijill::model::date::Edtf::as_str)
        .collect()
}

#[test]
fn the_records_keep_every_rule() {
    let (checked, problems) = check(&[project("seeds")]);
    assert_eq!(checked, 5);
    assert!(problems.is_empty(), "{problems:#?}");
}

#[tokio::test]
async fn every_evidence_equals_its_slice_of_the_document() {
    let mut pieces = 0;
    for stored in founding().await {
        let bytes = std::fs::read(project("seeds/documents").join(&stored.document.name));
        assert_eq!(stored.document.text.as_bytes(), bytes.expect("a document"));
        let characters: Vec<char> = stored.document.text.chars().collect();
        for evidence in stored.event.evidence() {
            let slice: String = characters[evidence.start..evidence.end].iter().collect();
            assert_eq!(slice, evidence.quote);
            pieces += 1;
        }
    }
    assert!(pieces >= 5 * 15, "{pieces}");
}

#[tokio::test]
async fn brussels_2011_is_a_founding_of_six_coordinations() {
    let stored = &founding().await[0];
    let event = &stored.event;
    assert_eq!((event.kind, event.status), (Kind::Founding, Status::Held));
    assert_eq!(dates(stored), ["2011-08-06"]);
    assert_eq!(organizations(stored, Role::Founded).len(), 1);
    assert_eq!(organizations(stored, Role::Convener).len(), 3);
    assert_eq!(organizations(stored, Role::Participant).len(), 6);
    assert_eq!(countries(stored, CountryRole::Venue), ["BE"]);
    assert_eq!(
        countries(stored, CountryRole::Participant),
        ["BE", "DE", "ES", "IT", "NL", "US"]
    );
    assert_eq!(countries(stored, CountryRole::Subject), ["MA"]);
    assert_eq!(event.decisions.len(), 4);
    let mut speakers: Vec<_> = event
        .quotations
        .iter()
        .filter_map(|fact| fact.value().speaker_person.as_ref())
        .collect();
    speakers.dedup();
    assert_eq!(speakers.len(), 3);
}

#[tokio::test]
async fn the_syrian_meeting_was_online_with_eight_decisions() {
    let stored = &founding().await[1];
    let event = &stored.event;
    assert_eq!((event.kind, event.status), (Kind::Meeting, Status::Held));
    assert_eq!(dates(stored), ["2021-07-04"]);
    let online = event.online.as_ref().expect("a network");
    assert!(
        online
            .value()
            .platform
            .as_deref()
            .is_some_and(|platform| platform.eq_ignore_ascii_case("zoom"))
    );
    assert!(
        event
            .places
            .iter()
            .all(|place| place.value().role == PlaceRole::Mentioned)
    );
    assert_eq!(
        organizations(stored, Role::Convener),
        ["المجلس السوري للتغيير"]
    );
    assert_eq!(attendance(stored, Unit::Person), [98]);
    assert_eq!(attendance(stored, Unit::Organization), [47]);
    let numbers: Vec<u32> = event
        .decisions
        .iter()
        .map(|fact| fact.value().number)
        .collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(countries(stored, CountryRole::Subject), ["SY"]);
}

#[tokio::test]
async fn the_paris_observatory_was_only_planned() {
    let stored = &founding().await[2];
    let event = &stored.event;
    assert_eq!(
        (event.kind, event.status),
        (Kind::Founding, Status::Planned)
    );
    assert_eq!(dates(stored), ["2012-02-03"]);
    assert_eq!(event.dates[0].value().time.as_deref(), Some("16:00/20:00"));
    assert_eq!(
        event
            .source
            .published
            .as_ref()
            .map(sijill::model::date::Edtf::as_str),
        Some("2012-02-02")
    );
    assert_eq!(countries(stored, CountryRole::Venue), ["FR"]);
    assert_eq!(organizations(stored, Role::Invited).len(), 1);
    let mut all: Vec<&str> = event
        .countries
        .iter()
        .map(|fact| fact.value().code.as_str())
        .collect();
    all.sort_unstable();
    assert!(
        ["BE", "DE", "ES", "FR", "IT", "MA", "NL"]
            .iter()
            .all(|code| all.contains(code)),
        "{all:?}"
    );
}

#[tokio::test]
async fn dates_that_no_text_states_are_shown_as_inferred() {
    let events = founding().await;
    for stored in &events[3..] {
        assert!(!stored.event.dates.is_empty());
        for date in &stored.event.dates {
            assert!(date.is_inferred() && date.note().is_some() && date.evidence().is_empty());
            assert!(!date.value().edtf.is_unqualified());
        }
    }
    let algiers = &events[3];
    assert_eq!(algiers.event.kind, Kind::Founding);
    assert_eq!(countries(algiers, CountryRole::Venue), ["DZ"]);
    assert_eq!(countries(algiers, CountryRole::Subject), ["EH"]);
    assert_eq!(attendance(algiers, Unit::Country), [40]);
}

#[tokio::test]
async fn the_absent_delegation_took_no_part_in_istanbul() {
    let stored = &founding().await[4];
    assert_eq!(stored.event.kind, Kind::Conference);
    assert_eq!(countries(stored, CountryRole::Venue), ["TR"]);
    assert_eq!(countries(stored, CountryRole::Subject), ["PS"]);
    let morocco = stored
        .event
        .countries
        .iter()
        .find(|fact| fact.value().code.as_str() == "MA");
    assert_eq!(
        morocco.map(|fact| fact.value().roles.as_slice()),
        Some(&[CountryRole::Mentioned][..])
    );
    assert_eq!(attendance(stored, Unit::Person), [400]);
    let furniture = ["بتوقيت القدس", "مقالات ذات صلة", "زر الذهاب"];
    let touched = stored
        .event
        .evidence()
        .any(|evidence| furniture.iter().any(|words| evidence.quote.contains(words)));
    assert!(!touched, "page furniture is no evidence");
}

#[tokio::test]
async fn an_id_names_its_event() {
    let shelf = Shelf::founding().await;
    let reader = shelf.reader().await;
    for stored in founding().await {
        let found = find_event(&reader, &stored.id)
            .await
            .expect("an answer")
            .expect("an event");
        assert_eq!((&found.event, found.revision), (&stored.event, 1));
    }
}
