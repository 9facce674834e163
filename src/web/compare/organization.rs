//! Organizations beside each other: what they are, the events they share and those they do not, and whom they share.

use std::sync::Arc;

use crate::model::country::CountryCode;
use crate::model::id::OrganizationId;
use crate::model::name::{Bearer, Named, Register};
use crate::model::organization::Organization;
use crate::store::companion::list_companions;
use crate::store::event::{StoredEvent, list_events};
use crate::store::organization::{find_organization, list_organization_events};
use crate::web::card::dates;
use crate::web::compare::asked::{Asked, ORGANIZATIONS};
use crate::web::compare::table::{Column, Item, Row, Table, Value, look_up};
use crate::web::error::Error;
use crate::web::locale::{fill, text};
use crate::web::plural::{COUNTRY, EVENT, Noun, ORGANIZATION, PERSON};
use crate::web::state::Archive;
use crate::web::{label, organization, url};

/// So many parts in events, and so many companions of each sort, are read of each: the newest and the most frequent.
const MOST: u32 = 200;

/// An organization with what it is compared by.
struct Compared {
    organization: Organization,
    parent: Option<Organization>,
    events: Vec<Arc<StoredEvent>>,
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
        let appearances = list_organization_events(reader, &organization.id, MOST).await?;
        let mut events = Vec::new();
        for appearance in appearances {
            if !events.contains(&appearance.event) {
                events.push(appearance.event);
            }
        }
        let bearer = Bearer::Organization(organization.id.clone());
        let mut bodies = list_companions(reader, &bearer, Register::Organization, MOST).await?;
        bodies.retain(|body| ids.iter().all(|id| id.as_str() != body.bearer.id()));
        let parent = match &organization.parent {
            Some(parent) => find_organization(reader, parent).await?,
            None => None,
        };
        Ok(Self {
            parent,
            events: list_events(reader, &events).await?,
            bodies,
            people: list_companions(reader, &bearer, Register::Person, MOST).await?,
            countries: list_companions(reader, &bearer, Register::Country, MOST).await?,
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
    let count = row.map_or(0, |row| row.shared.items.len());
    (count > 0).then(|| noun.count(count as u64))
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

fn events(own: &Compared) -> Vec<Item> {
    let item = |stored: &Arc<StoredEvent>| {
        let dates = dates(&stored.event).into_iter().map(|when| when.words);
        let dates: Vec<String> = dates.collect();
        Item::text(
            stored.id.as_str().to_owned(),
            &stored.event.title,
            url::event(&stored.id),
        )
        .noted(dates.join(text("comma")))
    };
    own.events.iter().map(item).collect()
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
