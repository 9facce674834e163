//! Events that share bodies, people, places or countries. One query answers for several events at once. What appears in
//! a large part of the archive says little about any two events and would make every event a candidate, so candidates
//! come from the rarer things; what two events share is then told in full.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;
use sqlx::sqlite::SqliteConnection;

use crate::model::country::CountryCode;
use crate::model::id::{EventId, OrganizationId, PersonId, PlaceId};
use crate::model::name::Bearer;
use crate::store::adjacent::InTime;
use crate::store::event::{StoredEvent, query_of_pages};
use crate::store::source::SourceEntry;
use crate::store::{Result, read_json, unreadable};

/// So many related events are given at most.
const MOST: usize = 5;
/// Further apart, two events are not near.
const NEAR: i32 = 31;
/// A span of more days is no day to count from.
const DAYS: i32 = 7;

/// An event that shares something with another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Its id.
    pub id: EventId,
    /// Its title.
    pub title: String,
    /// What both share: organizations first, then people, places, countries.
    pub shared: Vec<Bearer>,
    /// How many days lie between the two, if both are dated well enough and near each other.
    pub days: Option<u32>,
}

/// An event as it is now, with those related to it.
#[derive(Debug, Clone)]
pub struct InContext {
    /// The event.
    pub stored: Arc<StoredEvent>,
    /// Those related to it, the nearest first.
    pub related: Arc<[Related]>,
    /// Its further sources, by name.
    pub sources: Arc<[SourceEntry]>,
    /// The events beside it in time.
    pub in_time: Arc<InTime>,
}

/// One row for each event asked for: each row more would be handed over between threads by itself.
#[derive(sqlx::FromRow)]
struct Row {
    page: String,
    own_earliest: Option<String>,
    own_latest: Option<String>,
    others: String,
}

/// One of the other events, as the query writes it.
#[derive(Deserialize)]
struct Other(String, String, Option<String>, Option<String>, String);

/// What follows the ids of the events asked for: what they have themselves, each thing numbered by its sort; what of it
/// is rare, standing in fewer than 64 relations; the other events it stands in; and the best eight of those for each,
/// with all that the two share.
const QUERY: &str = "),
    numbered (event_number) AS (SELECT number FROM page JOIN event USING (id)),
    own (page, noun, thing) AS MATERIALIZED (
        SELECT DISTINCT event_number, 1, organization_id FROM numbered JOIN event_organization USING (event_number)
        UNION ALL SELECT DISTINCT event_number, 2, person_id FROM numbered JOIN event_person USING (event_number)
        UNION ALL SELECT DISTINCT event_number, 3, place_id FROM numbered JOIN event_place USING (event_number)
            WHERE role = 'held'
        UNION ALL SELECT DISTINCT event_number, 4, code FROM numbered JOIN event_country USING (event_number)
            WHERE role <> 'mentioned'
    ),
    rare (page, noun, thing) AS MATERIALIZED (
        SELECT page, noun, thing FROM own WHERE 64 > CASE noun
            WHEN 1 THEN (SELECT COUNT(*) FROM
                (SELECT 1 FROM event_organization WHERE organization_id = thing LIMIT 64))
            WHEN 2 THEN (SELECT COUNT(*) FROM (SELECT 1 FROM event_person WHERE person_id = thing LIMIT 64))
            WHEN 3 THEN (SELECT COUNT(*) FROM (SELECT 1 FROM event_place WHERE place_id = thing LIMIT 64))
            ELSE (SELECT COUNT(*) FROM (SELECT 1 FROM event_country WHERE code = thing LIMIT 64)) END
    ),
    shared (page, other, noun, thing) AS (
        SELECT page, event_number, noun, thing FROM rare CROSS JOIN event_organization ON organization_id = thing
            WHERE noun = 1
        UNION SELECT page, event_number, noun, thing FROM rare CROSS JOIN event_person ON person_id = thing
            WHERE noun = 2
        UNION SELECT page, event_number, noun, thing FROM rare CROSS JOIN event_place ON place_id = thing
            WHERE noun = 3 AND role = 'held'
        UNION SELECT page, event_number, noun, thing FROM rare CROSS JOIN event_country ON code = thing
            WHERE noun = 4 AND role <> 'mentioned'
    ),
    candidate (page, other, place) AS (
        SELECT page, other, ROW_NUMBER() OVER (PARTITION BY page ORDER BY
            COUNT(CASE WHEN noun = 1 THEN 1 END) DESC, COUNT(CASE WHEN noun = 2 THEN 1 END) DESC,
            COUNT(CASE WHEN noun > 2 THEN 1 END) DESC, other)
        FROM shared WHERE other <> page GROUP BY page, other
    )
    SELECT own_id AS page, own_earliest, own_latest,
        json_group_array(json_array(other_id, title, earliest, latest, things)) AS others
    FROM (SELECT own_event.id AS own_id, event.id AS other_id, event.title, event.earliest, event.latest,
        own_event.earliest AS own_earliest, own_event.latest AS own_latest,
        (SELECT string_agg(noun || thing, ' ') FROM own WHERE own.page = candidate.page AND CASE noun
            WHEN 1 THEN EXISTS (SELECT 1 FROM event_organization WHERE event_number = other AND organization_id = thing)
            WHEN 2 THEN EXISTS (SELECT 1 FROM event_person WHERE event_number = other AND person_id = thing)
            WHEN 3 THEN EXISTS (SELECT 1 FROM event_place
                WHERE event_number = other AND place_id = thing AND role = 'held')
            ELSE EXISTS (SELECT 1 FROM event_country
                WHERE event_number = other AND code = thing AND role <> 'mentioned') END) AS things
    FROM candidate JOIN event ON event.number = other
        JOIN event AS own_event ON own_event.number = candidate.page
    WHERE place <= 8) GROUP BY own_id, own_earliest, own_latest";

/// The events related to each of these, the nearest first; events without any are left out.
pub(crate) async fn list_related(
    connection: &mut SqliteConnection,
    ids: &[&str],
) -> Result<BTreeMap<String, Vec<Related>>> {
    let mut query = query_of_pages(ids);
    query.push(QUERY);
    let rows = query.build_query_as::<Row>().fetch_all(connection).await?;
    let mut related: BTreeMap<String, Vec<Related>> = BTreeMap::new();
    for row in rows {
        let mut all = row.related()?;
        all.sort_by_cached_key(Related::rank);
        all.truncate(MOST);
        related.insert(row.page, all);
    }
    Ok(related)
}

impl Row {
    fn related(&self) -> Result<Vec<Related>> {
        let own = span(self.own_earliest.as_deref(), self.own_latest.as_deref());
        let others: Vec<Other> = read_json("event", &self.page, &self.others)?;
        others.into_iter().map(|other| other.related(own)).collect()
    }
}

impl Other {
    fn related(self, own: Option<(Date, Date)>) -> Result<Related> {
        let Self(id, title, earliest, latest, things) = self;
        let shared: Option<Vec<Bearer>> = things.split(' ').map(bearer).collect();
        let shared =
            shared.ok_or_else(|| unreadable("event", &id, &"what it shares with another"))?;
        let other = span(earliest.as_deref(), latest.as_deref());
        Ok(Related {
            id: EventId::parse(&id).map_err(|error| unreadable("event", &id, &error))?,
            title,
            shared,
            days: own
                .zip(other)
                .and_then(|(own, other)| days_between(own, other)),
        })
    }
}

impl Related {
    /// The least is the nearest: most organizations, most people, most places and countries, the fewest days.
    fn rank(&self) -> (Reverse<[usize; 3]>, u32, EventId) {
        let count = |is: fn(&Bearer) -> bool| self.shared.iter().filter(|one| is(one)).count();
        let counts = [
            count(|one| matches!(one, Bearer::Organization(_))),
            count(|one| matches!(one, Bearer::Person(_))),
            count(|one| matches!(one, Bearer::Place(_) | Bearer::Country(_))),
        ];
        (
            Reverse(counts),
            self.days.unwrap_or(u32::MAX),
            self.id.clone(),
        )
    }
}

/// A thing with the number of its sort, as the query writes it.
fn bearer(numbered: &str) -> Option<Bearer> {
    let (noun, thing) = numbered.split_at_checked(1)?;
    match noun {
        "1" => OrganizationId::parse(thing).ok().map(Bearer::Organization),
        "2" => PersonId::parse(thing).ok().map(Bearer::Person),
        "3" => PlaceId::parse(thing).ok().map(Bearer::Place),
        "4" => CountryCode::parse(thing).ok().map(Bearer::Country),
        _ => None,
    }
}

/// The days of an event, where they are known closely enough to count from.
fn span(earliest: Option<&str>, latest: Option<&str>) -> Option<(Date, Date)> {
    let (first, last) = (earliest?.parse().ok()?, latest?.parse().ok()?);
    (days(first, last)? < DAYS).then_some((first, last))
}

/// How many days lie between two spans: none where they touch; nothing where they are far apart.
fn days_between(one: (Date, Date), other: (Date, Date)) -> Option<u32> {
    let apart = days(one.1, other.0)?.max(days(other.1, one.0)?).max(0);
    u32::try_from(apart).ok().filter(|_| apart <= NEAR)
}

fn days(from: Date, to: Date) -> Option<i32> {
    Some(from.until(to).ok()?.get_days())
}
