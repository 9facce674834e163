//! Events beside each other: when, where, who by the part played, and what was decided.

use std::sync::Arc;

use crate::model::attendance::Attendance;
use crate::model::date::Dating;
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::evidence::Attested;
use crate::model::id::EventId;
use crate::model::name::{Bearer, Name};
use crate::model::organization::Participation;
use crate::model::person::Appearance;
use crate::model::vocabulary::{CountryRole, PlaceRole, Role};
use crate::store::event::{StoredEvent, list_events};
use crate::web::compare::asked::{Asked, EVENTS};
use crate::web::compare::table::{Column, Item, Row, Table, compared, look_up};
use crate::web::error::Error;
use crate::web::locale::{fill, text};
use crate::web::plural::{COUNTRY, Noun, ORGANIZATION, PERSON, PLACE};
use crate::web::state::Archive;
use crate::web::{date, label, url};

/// Compares events; what cannot be found is refused.
///
/// # Errors
/// When one was merged into another, or the database cannot be read.
pub async fn compare(
    archive: &Archive,
    asked: &mut Asked,
    ids: &[EventId],
) -> Result<Option<Table>, Error> {
    let events = list_events(&archive.reader, ids).await?;
    let found = ids.iter().map(|id| {
        let is_there = events.iter().any(|stored| stored.id == *id);
        (id.as_str(), is_there)
    });
    let found: Vec<(&str, bool)> = found.collect();
    if !asked
        .settle(&archive.reader, "event", EVENTS, &found)
        .await?
    {
        return Ok(None);
    }
    let mut table = table(&events);
    look_up(&archive.reader, &mut table.rows).await?;
    Ok(Some(table))
}

fn table(events: &[Arc<StoredEvent>]) -> Table {
    let column = |(stored, number): (&Arc<StoredEvent>, u32)| Column {
        label: fill("compare-event", [("number", number.to_string().into())]),
        address: url::event(&stored.id),
        name: Name {
            arabic: stored.event.title.clone(),
            latin: None,
        },
    };
    Table {
        columns: events.iter().zip(1..).map(column).collect(),
        shared: shared(events),
        rows: rows(events),
    }
}

fn rows(events: &[Arc<StoredEvent>]) -> Vec<Row> {
    let row = |heading, items: &dyn Fn(&StoredEvent) -> Vec<Item>| {
        let columns: Vec<Vec<Item>> = events.iter().map(|stored| items(stored)).collect();
        Row::of(heading, &columns)
    };
    let mut rows = vec![
        row(text("list-kind"), &|stored| kind(&stored.event)),
        row(text("compare-status"), &|stored| status(&stored.event)),
        row(text("event-date"), &|stored| dates(&stored.event)),
    ];
    for role in PlaceRole::ALL {
        let heading = label::place_role(*role);
        rows.push(row(heading, &|stored| places(&stored.event, *role)));
    }
    for role in CountryRole::ALL {
        let heading = label::countries_of(*role);
        rows.push(row(heading, &|stored| countries(&stored.event, *role)));
    }
    for role in Role::ALL {
        let heading = label::organization_role(*role);
        rows.push(row(heading, &|stored| organizations(&stored.event, *role)));
    }
    for role in Role::ALL {
        let heading = label::person_role(*role);
        rows.push(row(heading, &|stored| people(&stored.event, *role)));
    }
    rows.push(row(text("event-attendance"), &|stored| {
        attendance(&stored.event)
    }));
    rows.push(row(text("decision-list"), &decisions));
    rows.into_iter().flatten().collect()
}

/// How much of each sort all of them share, in whatever part.
fn shared(events: &[Arc<StoredEvent>]) -> Vec<String> {
    let count = |noun: Noun, items: &dyn Fn(&Event) -> Vec<Item>| {
        let columns: Vec<Vec<Item>> = events.iter().map(|own| items(&own.event)).collect();
        let shared = Row::of("", &columns).map_or(0, |row| row.shared.total);
        (shared > 0).then(|| noun.count(shared))
    };
    let all =
        |roles: &[Role], of: &dyn Fn(Role) -> Vec<Item>| unique(roles.iter().map(|role| of(*role)));
    let told = [
        count(ORGANIZATION, &|event| {
            all(Role::ALL, &|role| organizations(event, role))
        }),
        count(PERSON, &|event| all(Role::ALL, &|role| people(event, role))),
        count(PLACE, &|event| {
            unique(PlaceRole::ALL.iter().map(|role| places(event, *role)))
        }),
        count(COUNTRY, &|event| {
            unique(CountryRole::ALL.iter().map(|role| countries(event, *role)))
        }),
    ];
    told.into_iter().flatten().collect()
}

/// Things of several parts, each once.
fn unique(parts: impl Iterator<Item = Vec<Item>>) -> Vec<Item> {
    let mut all: Vec<Item> = Vec::new();
    for item in parts.flatten() {
        if all.iter().all(|known| known.key != item.key) {
            all.push(item);
        }
    }
    all
}

fn kind(event: &Event) -> Vec<Item> {
    vec![Item::words(
        event.kind.as_str(),
        label::kind(event.kind).to_owned(),
    )]
}

fn status(event: &Event) -> Vec<Item> {
    vec![Item::words(
        event.status.as_str(),
        label::status(event.status).to_owned(),
    )]
}

fn dates(event: &Event) -> Vec<Item> {
    let item = |fact: &Attested<Dating>| {
        let edtf = &fact.value().edtf;
        let note = match fact.is_inferred() {
            true => text("card-inferred"),
            false => "",
        };
        Item::words(edtf.as_str(), date::words(edtf)).noted(note)
    };
    event.dates.iter().map(item).collect()
}

fn places(event: &Event, role: PlaceRole) -> Vec<Item> {
    let places = event.places.iter().map(Attested::value);
    let places = places.filter(|place| place.role == role);
    let places = places.map(|place| Item::named(place.id.clone().map(Bearer::Place), &place.name));
    let online = event.online.as_ref().filter(|_| role == PlaceRole::Held);
    let online = online.map(|_| Item::words("online", text("event-online").to_owned()));
    unique(std::iter::once(places.chain(online).collect()))
}

fn countries(event: &Event, role: CountryRole) -> Vec<Item> {
    let own = event.countries.iter().map(Attested::value);
    let own = own.filter(|country| country.roles.contains(&role));
    let item = |code| Item {
        address: Some(url::country(code)),
        ..Item::words(code.as_str(), label::country(code).to_owned())
    };
    own.map(|country| item(country.code)).collect()
}

fn organizations(event: &Event, role: Role) -> Vec<Item> {
    let own = event.organizations.iter().map(Attested::value);
    let own = own.filter(|part| part.role == role);
    let item =
        |part: &Participation| Item::named(part.id.clone().map(Bearer::Organization), &part.name);
    unique(std::iter::once(own.map(item).collect()))
}

fn people(event: &Event, role: Role) -> Vec<Item> {
    let own = event.people.iter().map(Attested::value);
    let own = own.filter(|person| person.role == role);
    let item = |person: &Appearance| Item {
        function: person.function.clone(),
        ..Item::named(person.id.clone().map(Bearer::Person), &person.name)
    };
    unique(std::iter::once(own.map(item).collect()))
}

fn attendance(event: &Event) -> Vec<Item> {
    let own = event.attendance.iter().map(Attested::value);
    let item = |own: &Attendance| {
        let words = label::attendance(own.count, own.unit, own.qualifier);
        Item::words(&words.clone(), words)
    };
    own.map(item).collect()
}

fn decisions(stored: &StoredEvent) -> Vec<Item> {
    let own = stored.event.decisions.iter().map(Attested::value);
    let item = |own: &Decision| {
        let key = compared(&own.text);
        Item::text(key, &own.text, url::decision(&stored.id, own.number))
    };
    own.map(item).collect()
}
