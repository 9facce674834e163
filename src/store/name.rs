//! Names in the database: what every authority and country is called, with the number of its events.

use std::collections::{BTreeMap, HashMap};

use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, FromRow, QueryBuilder, Sqlite};

use crate::model::country::{CountryCode, countries};
use crate::model::name::{Bearer, Name, Named, Register};
use crate::store::authority::read_names;
use crate::store::country::list_countries;
use crate::store::open::Reader;
use crate::store::{Result, unreadable};

/// So many records are read at once: others may read in between.
const AT_ONCE: i64 = 5000;
/// So many ids are asked for in one statement at most.
const TOGETHER: usize = 500;

/// The registers that the store keeps records of; countries come with the archive.
const RECORDED: [Register; 3] = [Register::Organization, Register::Person, Register::Place];

/// Every name of the archive, and every country's.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_names(reader: &Reader) -> Result<Vec<Named>> {
    let mut all = list_country_names(reader).await?;
    for register in RECORDED {
        list_recorded(reader, register, &mut all).await?;
    }
    Ok(all)
}

/// The names of one register, by id; of countries those that play a part in an event.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_names_of(reader: &Reader, register: Register) -> Result<Vec<Named>> {
    if register == Register::Country {
        let mut names = list_country_names(reader).await?;
        names.retain(|named| named.events > 0);
        return Ok(names);
    }
    let mut names = Vec::new();
    list_recorded(reader, register, &mut names).await?;
    Ok(names)
}

/// The names of those with these ids in one register of records; ids that are not there are left out.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_names(
    reader: &Reader,
    register: Register,
    ids: &[&str],
) -> Result<BTreeMap<String, Name>> {
    let noun = register.as_str();
    let mut names = BTreeMap::new();
    for chunk in ids.chunks(TOGETHER) {
        let start = format!("SELECT id, record FROM {noun} WHERE id IN (");
        let mut query = QueryBuilder::<Sqlite>::new(start);
        let mut list = query.separated(", ");
        for id in chunk {
            list.push_bind((*id).to_owned());
        }
        query.push(")");
        let read = query.build_query_as::<(String, String)>();
        for (id, record) in read.fetch_all(&mut *reader.connection().await).await? {
            names.insert(id, read_names(noun, &record)?.0);
        }
    }
    Ok(names)
}

/// A record of a register and a number of events.
pub(crate) struct NamedRow {
    id: String,
    record: String,
    events: i64,
}

impl<'r> FromRow<'r, SqliteRow> for NamedRow {
    fn from_row(row: &'r SqliteRow) -> sqlx::Result<Self> {
        let (id, record, events) = FromRow::from_row(row)?;
        Ok(Self { id, record, events })
    }
}

impl NamedRow {
    pub(crate) fn named(&self, register: Register) -> Result<Named> {
        let noun = register.as_str();
        let bearer = Bearer::parse(register, &self.id);
        let (name, variants) = read_names(noun, &self.record)?;
        Ok(Named {
            bearer: bearer.ok_or_else(|| unreadable(noun, &self.id, &"its id"))?,
            name,
            variants,
            events: self.events.unsigned_abs(),
        })
    }
}

/// Adds the names of a register of records.
async fn list_recorded(reader: &Reader, register: Register, all: &mut Vec<Named>) -> Result<()> {
    let noun = register.as_str();
    let counts = format!(
        "SELECT {noun}_id, COUNT(DISTINCT event_number) FROM event_{noun} GROUP BY {noun}_id"
    );
    let records = format!("SELECT id, record, 0 FROM {noun} WHERE id > ? ORDER BY id LIMIT ?");
    let counts = sqlx::query_as::<_, (String, i64)>(AssertSqlSafe(counts))
        .fetch_all(&mut *reader.connection().await)
        .await?;
    let counts: HashMap<String, i64> = counts.into_iter().collect();
    let mut last = String::new();
    loop {
        let rows = sqlx::query_as::<_, NamedRow>(AssertSqlSafe(records.as_str()))
            .bind(&last)
            .bind(AT_ONCE)
            .fetch_all(&mut *reader.connection().await)
            .await?;
        let Some(row) = rows.last() else {
            return Ok(());
        };
        last.clone_from(&row.id);
        for mut row in rows {
            row.events = counts.get(&row.id).copied().unwrap_or_default();
            all.push(row.named(register)?);
        }
    }
}

async fn list_country_names(reader: &Reader) -> Result<Vec<Named>> {
    let entries = list_countries(reader).await?;
    let events: HashMap<CountryCode, u64> = entries
        .iter()
        .map(|entry| (entry.code, entry.events))
        .collect();
    let events = |code| events.get(&code).copied().unwrap_or_default();
    let named = countries().iter();
    Ok(named
        .map(|country| Named::of_country(country, events(country.code)))
        .collect())
}
