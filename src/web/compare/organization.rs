//! Organizations beside each other: what they are, the events they share and those they do not, and whom they share.

use crate::model::country::CountryCode;
use crate::model::id::{EventId, OrganizationId};
use crate::model::name::{Bearer, Name, Named, Register};
use crate::model::organization::Organization;
use crate::store::companion::list_companions;
use crate::store::event::list_events;
use crate::store::organization::{find_organization, list_organization_events};
use crate::web::card::dates;
use crate::web::compare::asked::{Asked, ORGANIZATIONS};
use crate::web::compare::table::{Column, Item, Row, Table, Value, look_up};
use crate::web::error::Error;
use crate::web::locale::{fill, text};
use crate::web::plural::{COUNTRY, EVENT, Noun, ORGANIZATION, PERSON};
use crate::web::state::Archive;
use crate::web::{label, organization, url};

/// All parts in events and all companions are read, since what is shared is told by its number.
const ALL: u32 = u32::MAX;

/// An organization with what it is compared by.
struct Compared {
    organization: Organization,
    parent: Option<Organization>,
    events: Vec<EventId>,
    bodies: Vec<Named>,
    people: Vec<Named>,
    countries: Vec<Named>,
}

/// Compares organizations; what cannot be found is refused.
///
/// # Errors
/// When one was merged into another, or the database cannot be read.
pub async fn compare(
    archive: &Archive,
    asked: &mut Asked,
    ids: &[OrganizationId],
) -> Result<Option<Table>, Error> {
    let reader = &archive.reader;
    let mut organizations = Vec::new();
    let mut found = Vec::new();
    for id in ids {
        let organization = find_organization(reader, id).await?;
        found.push((id.as_str(), organization.is_some()));
        organizations.extend(organization);
    }
    if !asked
        .settle(reader, "organization", ORGANIZATIONS, &found)
        .await?
    {
        return Ok(None);
    }
    let mut all = Vec::new();
    for organization in organizations {
        all.push(Compared::read(archive, organization, ids).await?);
    }
    let mut table = table(&all);
    read_events(archive, &mut table.rows).await?;
    look_up(reader, &mut table.rows).await?;
    Ok(Some(table))
}

impl Compared {
    async fn read(
        archive: &Archive,
        organization: Organization,
        ids: &[OrganizationId],
    ) -> Result<Self, Error> {
        let reader = &archive.reader;
        let appearances = list_organization_events(reader, &organization.id, ALL).await?;
        let mut events = Vec::new();
        for appearance in appearances {
            if !events.contains(&appearance.event) {
                events.push(appearance.event);
            }
        }
        let bearer = Bearer::Organization(organization.id.clone());
        let mut bodies = list_companions(reader, &bearer, Register::Organization, ALL).await?;
        bodies.retain(|body| ids.iter().all(|id| id.as_str() != body.bearer.id()));
        let parent = match &organization.parent {
            Some(parent) => find_organization(reader, parent).await?,
            None => None,
        };
        Ok(Self {
            parent,
            events,
            bodies,
            people: list_companions(reader, &bearer, Register::Person, ALL).await?,
            countries: list_companions(reader, &bearer, Register::Country, ALL).await?,
            organization,
        })
    }
}

fn table(all: &[Compared]) -> Table {
    let column = |(own, number): (&Compared, u32)| Column {
        label: fill(
            "compare-organization",
            [("number", number.to_string().into())],
        ),
        address: url::organization(&own.organization.id),
        name: organization::name(&own.organization),
    };
    let row = |heading, items: fn(&Compared) -> Vec<Item>| {
        let columns: Vec<Vec<Item>> = all.iter().map(items).collect();
        Row::of(heading, &columns)
    };
    let events = row(text("compare-events"), events);
    let bodies = row(text("compare-bodies"), |own| companions(&own.bodies));
    let people = row(text("nav-people"), |own| companions(&own.people));
    let countries = row(text("nav-countries"), |own| companions(&own.countries));
    let shared = [
        count(EVENT, events.as_ref()),
        count(ORGANIZATION, bodies.as_ref()),
        count(PERSON, people.as_ref()),
        count(COUNTRY, countries.as_ref()),
    ];
    let rows = [
        row(text("authority-variants"), variants),
        row(text("compare-organization-kind"), kind),
        row(text("country-index-country"), country),
        row(text("organization-part-of"), parent),
        events,
        bodies,
        people,
        countries,
    ];
    Table {
        columns: all.iter().zip(1..).map(column).collect(),
        shared: shared.into_iter().flatten().collect(),
        rows: rows.into_iter().flatten().collect(),
    }
}

fn count(noun: Noun, row: Option<&Row>) -> Option<String> {
    let count = row.map_or(0, |row| row.shared.total);
    (count > 0).then(|| noun.count(count))
}

fn variants(own: &Compared) -> Vec<Item> {
    let variants = own.organization.variants.iter();
    let item = |variant: &String| Item::named(None, variant);
    variants.map(item).collect()
}

fn kind(own: &Compared) -> Vec<Item> {
    let kind = own.organization.kind;
    vec![Item::words(
        kind.as_str(),
        label::organization_kind(kind).to_owned(),
    )]
}

fn country(own: &Compared) -> Vec<Item> {
    let item = |code: CountryCode| Item {
        address: Some(url::country(code)),
        ..Item::words(code.as_str(), label::country(code).to_owned())
    };
    own.organization.country.into_iter().map(item).collect()
}

fn parent(own: &Compared) -> Vec<Item> {
    let item = |parent: &Organization| {
        Item::named(Some(Bearer::Organization(parent.id.clone())), &parent.name)
    };
    own.parent.iter().map(item).collect()
}

/// The events by their ids alone: only those that are shown are read, by [`read_events`].
fn events(own: &Compared) -> Vec<Item> {
    let item = |id: &EventId| Item::text(id.as_str().to_owned(), "", url::event(id));
    own.events.iter().map(item).collect()
}

/// Gives the events that are shown their titles and dates.
async fn read_events(archive: &Archive, rows: &mut [Row]) -> Result<(), Error> {
    let heading = text("compare-events");
    let rows = rows.iter_mut().filter(|row| row.heading == heading);
    let mut items: Vec<&mut Item> = rows.flat_map(Row::items_mut).collect();
    let ids = items
        .iter()
        .filter_map(|item| EventId::parse(&item.key).ok());
    let ids: Vec<EventId> = ids.collect();
    let events = list_events(&archive.reader, &ids).await?;
    for item in &mut items {
        if let Some(stored) = events.iter().find(|own| own.id.as_str() == item.key) {
            let dates = dates(&stored.event).into_iter().map(|when| when.words);
            item.note = dates.collect::<Vec<_>>().join(text("comma"));
            item.value = Value::Name(Name {
                arabic: stored.event.title.clone(),
                latin: None,
            });
        }
    }
    Ok(())
}

fn companions(named: &[Named]) -> Vec<Item> {
    let item = |named: &Named| Item {
        value: match &named.bearer {
            Bearer::Country(code) => Value::Words(label::country(*code).to_owned()),
            Bearer::Organization(_) | Bearer::Person(_) | Bearer::Place(_) => {
                Value::Name(named.name.clone())
            }
        },
        ..Item::named(Some(named.bearer.clone()), &named.name.arabic)
            .noted(EVENT.count(named.events))
    };
    named.iter().map(item).collect()
}
