//! Who appears with whom: the authorities and countries of one register that stand in the same events as another,
//! counted by the events that both share.

use std::fmt::Write;

use sqlx::AssertSqlSafe;

use crate::model::country::CountryCode;
use crate::model::name::{Bearer, Named, Register};
use crate::store::name::NamedRow;
use crate::store::open::Reader;
use crate::store::{Result, unreadable};

/// The table of a register's parts in events, and its column of keys. A country that a document only mentions is with
/// nobody.
const fn parts(register: Register) -> (&'static str, &'static str) {
    match register {
        Register::Organization => ("event_organization", "organization_id"),
        Register::Person => ("event_person", "person_id"),
        Register::Place => ("event_place", "place_id"),
        Register::Country => (
            "(SELECT event_number, code FROM event_country WHERE role <> 'mentioned')",
            "code",
        ),
    }
}

/// Those of a register that appear in events of this one, those with most events in common first, at most `most`; the
/// number of events of each is of those that both share.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_companions(
    reader: &Reader,
    of: &Bearer,
    register: Register,
    most: u32,
) -> Result<Vec<Named>> {
    let (own, own_key) = parts(of.register());
    let (other, key) = parts(register);
    let mut shared = format!(
        "SELECT other.{key} AS id, COUNT(DISTINCT own.event_number) AS events FROM {own} AS own
         JOIN {other} AS other ON other.event_number = own.event_number WHERE own.{own_key} = ?1"
    );
    if of.register() == register {
        // Writing to a string cannot fail.
        let _ = write!(shared, " AND other.{key} <> ?1");
    }
    let _ = write!(
        shared,
        " GROUP BY other.{key} ORDER BY events DESC, other.{key} LIMIT ?2"
    );
    if register == Register::Country {
        return list_countries(reader, &shared, of, most).await;
    }
    let noun = register.as_str();
    let query = format!(
        "SELECT {noun}.id, record, events FROM ({shared}) AS shared JOIN {noun} ON {noun}.id = shared.id
         ORDER BY events DESC, name, {noun}.id"
    );
    let rows = sqlx::query_as::<_, NamedRow>(AssertSqlSafe(query))
        .bind(of.id())
        .bind(most)
        .fetch_all(&mut *reader.connection().await)
        .await?;
    rows.iter().map(|row| row.named(register)).collect()
}

async fn list_countries(
    reader: &Reader,
    query: &str,
    of: &Bearer,
    most: u32,
) -> Result<Vec<Named>> {
    let rows = sqlx::query_as::<_, (String, i64)>(AssertSqlSafe(query))
        .bind(of.id())
        .bind(most)
        .fetch_all(&mut *reader.connection().await)
        .await?;
    let named = |(code, events): (String, i64)| {
        let code =
            CountryCode::parse(&code).map_err(|error| unreadable("country", &code, &error))?;
        Ok(Named::of_country(code.country(), events.unsigned_abs()))
    };
    rows.into_iter().map(named).collect()
}

/// Those of a register of records that belong to a country, those with most events first, at most `most`.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_of_country(
    reader: &Reader,
    code: CountryCode,
    register: Register,
    most: u32,
) -> Result<Vec<Named>> {
    let noun = register.as_str();
    let (parts, key) = parts(register);
    let query = format!(
        "SELECT id, record, (SELECT COUNT(DISTINCT event_number) FROM {parts} WHERE {key} = {noun}.id) AS events
         FROM {noun} WHERE country = ? ORDER BY events DESC, name, id LIMIT ?"
    );
    let rows = sqlx::query_as::<_, NamedRow>(AssertSqlSafe(query))
        .bind(code.as_str())
        .bind(most)
        .fetch_all(&mut *reader.connection().await)
        .await?;
    rows.iter().map(|row| row.named(register)).collect()
}
