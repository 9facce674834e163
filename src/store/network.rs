//! Organizations and the events they share. All numbers are counted by the database; a part of any sort joins an
//! organization to an event, as on its page.

use std::collections::BTreeMap;

use serde_json::Value;
use sqlx::{QueryBuilder, Sqlite};

use crate::model::id::{EventId, OrganizationId};
use crate::model::organization::Organization;
use crate::store::among::{Among, push_list};
use crate::store::open::Reader;
use crate::store::{Result, read_json, unreadable};

/// Of so many shared events at most a pair tells which they are.
pub const MOST_TOLD: u32 = 5;

/// Organizations with a number of events each, those with most first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Leading {
    /// The first of them.
    pub organizations: Vec<(OrganizationId, u64)>,
    /// How many there are in all.
    pub total: u64,
}

/// Two organizations that appear in the same events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The one, by the order of ids.
    pub first: OrganizationId,
    /// The other.
    pub second: OrganizationId,
    /// How many events they share.
    pub shared: u64,
    /// Which, where they are [`MOST_TOLD`] or fewer.
    pub events: Vec<EventId>,
}

/// The organizations that appear in most events.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_leading(reader: &Reader, among: &Among, most: u32) -> Result<Leading> {
    let mut query = QueryBuilder::<Sqlite>::new(
        "SELECT organization_id, COUNT(DISTINCT event_number) AS events, COUNT(*) OVER ()
         FROM event_organization WHERE TRUE",
    );
    among.push_condition(&mut query, "event_number");
    query.push(" GROUP BY organization_id ORDER BY events DESC, organization_id LIMIT ");
    leading(reader, query.push_bind(most)).await
}

/// The organizations that share most events with one, each with how many.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_neighbours(
    reader: &Reader,
    among: &Among,
    focus: &OrganizationId,
    most: u32,
) -> Result<Leading> {
    let mut query = QueryBuilder::<Sqlite>::new(
        "SELECT other.organization_id, COUNT(DISTINCT other.event_number) AS events, COUNT(*) OVER ()
         FROM event_organization AS own
         CROSS JOIN event_organization AS other ON other.event_number = own.event_number
             AND other.organization_id <> own.organization_id
         WHERE own.organization_id = ",
    );
    query.push_bind(focus.as_str());
    among.push_condition(&mut query, "own.event_number");
    query
        .push(" GROUP BY other.organization_id ORDER BY events DESC, other.organization_id LIMIT ");
    leading(reader, query.push_bind(most)).await
}

async fn leading(reader: &Reader, query: &mut QueryBuilder<Sqlite>) -> Result<Leading> {
    let rows = query
        .build_query_as::<(String, i64, i64)>()
        .fetch_all(&mut *reader.connection().await)
        .await?;
    let total = rows.first().map_or(0, |(_, _, total)| total.unsigned_abs());
    let organizations = rows
        .into_iter()
        .map(|(id, events, _)| Ok((organization_id(&id)?, events.unsigned_abs())));
    Ok(Leading {
        organizations: organizations.collect::<Result<_>>()?,
        total,
    })
}

/// In how many events each of these organizations appears, with its record; those that are not there are left out.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_appearing(
    reader: &Reader,
    among: &Among,
    ids: &[OrganizationId],
) -> Result<BTreeMap<OrganizationId, (Organization, u64)>> {
    let mut query = QueryBuilder::<Sqlite>::new(
        "SELECT id, record, (SELECT COUNT(DISTINCT event_number) FROM event_organization
             WHERE organization_id = organization.id",
    );
    among.push_condition(&mut query, "event_number");
    query.push(") FROM organization WHERE id IN ");
    push_list(&mut query, values(ids));
    let rows = query
        .build_query_as::<(String, String, i64)>()
        .fetch_all(&mut *reader.connection().await)
        .await?;
    rows.into_iter()
        .map(|(id, record, events)| {
            let organization = read_json("organization", &id, &record)?;
            Ok((organization_id(&id)?, (organization, events.unsigned_abs())))
        })
        .collect()
}

/// The pairs among these organizations, those that share most events first.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_pairs(
    reader: &Reader,
    among: &Among,
    ids: &[OrganizationId],
) -> Result<Vec<Pair>> {
    let mut query = pairing(among, Some(ids));
    query.push(IN_ORDER).push(TOLD);
    Ok(read_pairs(reader, query).await?.0)
}

/// One page of all pairs, or of those of one organization, in the same order, and how many there are in all; none where
/// the page begins behind the last.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_page_of_pairs(
    reader: &Reader,
    among: &Among,
    focus: Option<&OrganizationId>,
    (offset, limit): (u32, u32),
) -> Result<(Vec<Pair>, u64)> {
    let mut query = pairing(among, None);
    if let Some(focus) = focus {
        query.push(" AND (one.organization_id = ");
        query.push_bind(focus.as_str().to_owned());
        query.push(" OR other.organization_id = ");
        query.push_bind(focus.as_str().to_owned()).push(")");
    }
    query.push(IN_ORDER).push(" LIMIT ").push_bind(limit);
    query.push(" OFFSET ").push_bind(offset).push(TOLD);
    read_pairs(reader, query).await
}

/// The beginning of a query for pairs, to which conditions are added. Who plays any part in which event is told once,
/// before it is held against itself: a body may play several parts in one.
fn pairing(among: &Among, ids: Option<&[OrganizationId]>) -> QueryBuilder<Sqlite> {
    let mut query = QueryBuilder::new(
        "WITH member (event_number, organization_id) AS MATERIALIZED (
             SELECT DISTINCT event_number, organization_id FROM event_organization WHERE TRUE",
    );
    if let Some(ids) = ids {
        query.push(" AND organization_id IN ");
        push_list(&mut query, values(ids));
    }
    among.push_condition(&mut query, "event_number");
    query.push(
        "), pair (first, second, shared, events, total) AS (
         SELECT one.organization_id, other.organization_id, COUNT(*) AS shared, CASE WHEN COUNT(*) <= ",
    );
    query.push_bind(MOST_TOLD);
    query.push(
        " THEN json_group_array(one.event_number) END, COUNT(*) OVER ()
         FROM member AS one
         CROSS JOIN member AS other ON other.event_number = one.event_number
             AND other.organization_id > one.organization_id
         WHERE TRUE",
    );
    query
}

const IN_ORDER: &str = " GROUP BY 1, 2 ORDER BY shared DESC, 1, 2";

/// The end of a query for pairs: the ids of the events that those that are answered tell.
const TOLD: &str = ") SELECT first, second, shared,
    (SELECT string_agg(event.id, ',') FROM json_each(events) JOIN event ON event.number = json_each.value), total
    FROM pair ORDER BY shared DESC, first, second";

async fn read_pairs(reader: &Reader, mut query: QueryBuilder<Sqlite>) -> Result<(Vec<Pair>, u64)> {
    let rows = query
        .build_query_as::<(String, String, i64, Option<String>, i64)>()
        .fetch_all(&mut *reader.connection().await)
        .await?;
    let total = rows.first().map_or(0, |row| row.4.unsigned_abs());
    let pairs = rows.into_iter().map(|(first, second, shared, events, _)| {
        let events = events.unwrap_or_default();
        let events = events.split(',').filter(|id| !id.is_empty());
        let events =
            events.map(|id| EventId::parse(id).map_err(|error| unreadable("event", id, &error)));
        Ok(Pair {
            first: organization_id(&first)?,
            second: organization_id(&second)?,
            shared: shared.unsigned_abs(),
            events: events.collect::<Result<_>>()?,
        })
    });
    Ok((pairs.collect::<Result<_>>()?, total))
}

fn organization_id(id: &str) -> Result<OrganizationId> {
    OrganizationId::parse(id).map_err(|error| unreadable("organization", id, &error))
}

fn values(ids: &[OrganizationId]) -> Vec<Value> {
    ids.iter().map(|id| Value::from(id.as_str())).collect()
}

/// The titles of events, by id; those that are not there are left out.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_titles(reader: &Reader, ids: &[EventId]) -> Result<BTreeMap<EventId, String>> {
    let mut query = QueryBuilder::<Sqlite>::new("SELECT id, title FROM event WHERE id IN ");
    let ids = ids.iter().map(|id| Value::from(id.as_str()));
    push_list(&mut query, ids.collect());
    let rows = query
        .build_query_as::<(String, String)>()
        .fetch_all(&mut *reader.connection().await)
        .await?;
    rows.into_iter()
        .map(|(id, title)| {
            let parsed = EventId::parse(&id).map_err(|error| unreadable("event", &id, &error))?;
            Ok((parsed, title))
        })
        .collect()
}
