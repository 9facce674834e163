//! Small events to search among.

use sijill::model::change::{ChangeNumber, EventChange, IndexedEvent};
use sijill::model::country::{CountryCode, Involvement};
use sijill::model::date::{Dating, Edtf};
use sijill::model::decision::Decision;
use sijill::model::document::Source;
use sijill::model::event::Event;
use sijill::model::evidence::{Attested, Basis};
use sijill::model::id::{DocumentId, EventId, OrganizationId};
use sijill::model::organization::Participation;
use sijill::model::vocabulary::{CountryRole, Kind, Review, Role, Status};
use sijill::search::Index;
use sijill::search::query::{Answer, Query};

/// The id `aaaa000N`.
pub fn id(number: u8) -> EventId {
    EventId::parse(&format!("aaaa{number:04}")).unwrap()
}

pub fn country(code: &str) -> CountryCode {
    CountryCode::parse(code).unwrap()
}

pub fn organization(id: &str) -> OrganizationId {
    OrganizationId::parse(id).unwrap()
}

pub fn inferred<T>(value: T) -> Attested<T> {
    Attested::new(
        value,
        Vec::new(),
        Some(Basis::Inferred),
        Some("عينة".to_owned()),
    )
    .unwrap()
}

/// A fact that counts as stated, with the words for it.
pub fn stated<T>(value: T, quote: &str) -> Attested<T> {
    let evidence = sijill::model::evidence::Evidence {
        start: 0,
        end: quote.chars().count(),
        quote: quote.to_owned(),
        confidence: None,
    };
    Attested::stated(value, evidence)
}

pub fn event(number: u8, text: &str) -> IndexedEvent {
    let event = Event {
        is_event: true,
        kind: Kind::Founding,
        status: Status::Held,
        review: Review::Reviewed,
        title: String::new(),
        summary: String::new(),
        dates: Vec::new(),
        places: Vec::new(),
        online: None,
        countries: Vec::new(),
        organizations: Vec::new(),
        people: Vec::new(),
        attendance: Vec::new(),
        decisions: Vec::new(),
        quotations: Vec::new(),
        source: Source::default(),
    };
    IndexedEvent {
        id: id(number),
        document_id: DocumentId::parse("aaaaaaaa").unwrap(),
        document_name: format!("{number}.txt"),
        event,
        text: text.to_owned(),
        names: Vec::new(),
    }
}

/// Further facts, one after the other.
pub trait With: Sized {
    fn titled(self, title: &str) -> Self;
    fn on(self, edtf: &str) -> Self;
    fn perhaps_on(self, edtf: &str) -> Self;
    fn of_kind(self, kind: Kind) -> Self;
    fn in_country(self, code: &str, role: CountryRole) -> Self;
    fn with_organization(self, id: &str, role: Role) -> Self;
    fn deciding(self, text: &str) -> Self;
}

fn dating(edtf: &str) -> Dating {
    Dating {
        edtf: Edtf::parse(edtf).unwrap(),
        time: None,
        hijri: None,
    }
}

impl With for IndexedEvent {
    fn titled(mut self, title: &str) -> Self {
        self.event.title = title.to_owned();
        self
    }

    fn on(mut self, edtf: &str) -> Self {
        self.event.dates.push(stated(dating(edtf), "يوم"));
        self
    }

    fn perhaps_on(mut self, edtf: &str) -> Self {
        self.event.dates.push(inferred(dating(edtf)));
        self
    }

    fn of_kind(mut self, kind: Kind) -> Self {
        self.event.kind = kind;
        self
    }

    fn in_country(mut self, code: &str, role: CountryRole) -> Self {
        let code = country(code);
        let involvement = Involvement {
            code,
            name: code.country().arabic.to_owned(),
            roles: vec![role],
        };
        self.event.countries.push(inferred(involvement));
        self
    }

    fn with_organization(mut self, id: &str, role: Role) -> Self {
        let participation = Participation {
            id: Some(organization(id)),
            name: id.to_owned(),
            role,
        };
        self.event.organizations.push(inferred(participation));
        self
    }

    fn deciding(mut self, text: &str) -> Self {
        let number = u32::try_from(self.event.decisions.len() + 1).unwrap();
        self.event.decisions.push(stated(
            Decision {
                number,
                text: text.to_owned(),
            },
            text,
        ));
        self
    }
}

pub fn present(event: IndexedEvent) -> EventChange {
    EventChange::Present(Box::new(event))
}

/// An index in memory that holds these events.
pub fn index_of(events: impl IntoIterator<Item = IndexedEvent>) -> Index {
    let index = Index::in_memory().unwrap();
    let changes: Vec<EventChange> = events.into_iter().map(present).collect();
    index.apply(&changes, ChangeNumber(1)).unwrap();
    index
}

/// The last digits of the ids of an answer, in its order.
pub fn numbers(answer: &Answer) -> Vec<u8> {
    answer
        .hits
        .iter()
        .map(|hit| hit.id.as_str()[4..].parse().unwrap())
        .collect()
}

pub fn asked(text: &str) -> Query {
    Query {
        text: text.to_owned(),
        ..Query::default()
    }
}

/// What a search for these words finds, by number.
pub fn found(index: &Index, text: &str) -> Vec<u8> {
    let mut found = numbers(&index.search(&asked(text)).unwrap());
    found.sort_unstable();
    found
}
