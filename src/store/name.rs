//! Names in the database: what every authority and country is called, with the number of its events.

use std::collections::HashMap;

use crate::model::country::{CountryCode, countries};
use crate::model::id::{OrganizationId, PersonId, PlaceId};
use crate::model::name::{Bearer, Named};
use crate::store::authority::names_of_record;
use crate::store::country::list_countries;
use crate::store::open::Reader;
use crate::store::{Result, unreadable};

/// So many records are read at once: others may read in between.
const AT_ONCE: i64 = 5000;

/// The queries of one sort of authority: the records after an id, and the number of events of each.
struct Queries {
    noun: &'static str,
    records: &'static str,
    counts: &'static str,
    bearer: fn(&str) -> Option<Bearer>,
}

macro_rules! queries {
    ($noun:literal, $id:ident, $bearer:ident) => {
        Queries {
            noun: $noun,
            records: concat!(
                "SELECT id, record FROM ",
                $noun,
                " WHERE id > ? ORDER BY id LIMIT ?"
            ),
            counts: concat!(
                "SELECT ",
                $noun,
                "_id, COUNT(DISTINCT event_id) FROM event_",
                $noun,
                " GROUP BY ",
                $noun,
                "_id"
            ),
            bearer: |id| $id::parse(id).ok().map(Bearer::$bearer),
        }
    };
}

const ALL: [Queries; 3] = [
    queries!("organization", OrganizationId, Organization),
    queries!("person", PersonId, Person),
    queries!("place", PlaceId, Place),
];

/// Every name of the archive, and every country's.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_names(reader: &Reader) -> Result<Vec<Named>> {
    let mut all = list_country_names(reader).await?;
    for queries in &ALL {
        let counts = sqlx::query_as::<_, (String, i64)>(queries.counts)
            .fetch_all(&mut *reader.connection().await)
            .await?;
        let counts: HashMap<String, i64> = counts.into_iter().collect();
        let mut last = String::new();
        loop {
            let records = sqlx::query_as::<_, (String, String)>(queries.records)
                .bind(&last)
                .bind(AT_ONCE)
                .fetch_all(&mut *reader.connection().await)
                .await?;
            let Some((id, _)) = records.last() else {
                break;
            };
            last.clone_from(id);
            for (id, record) in &records {
                let events = counts.get(id).copied().unwrap_or_default();
                all.push(queries.named(id, record, events.unsigned_abs())?);
            }
        }
    }
    Ok(all)
}

impl Queries {
    fn named(&self, id: &str, record: &str, events: u64) -> Result<Named> {
        let bearer = (self.bearer)(id).ok_or_else(|| unreadable(self.noun, id, &"its id"))?;
        let mut names = names_of_record(self.noun, record)?.into_iter();
        Ok(Named {
            bearer,
            name: names.next().unwrap_or_default(),
            others: names.collect(),
            events,
        })
    }
}

async fn list_country_names(reader: &Reader) -> Result<Vec<Named>> {
    let entries = list_countries(reader).await?;
    let events: HashMap<CountryCode, u64> = entries
        .iter()
        .map(|entry| (entry.code, entry.events))
        .collect();
    let named = countries().iter().map(|country| Named {
        bearer: Bearer::Country(country.code),
        name: country.arabic.to_owned(),
        others: country.names().skip(1).map(str::to_owned).collect(),
        events: events.get(&country.code).copied().unwrap_or_default(),
    });
    Ok(named.collect())
}
