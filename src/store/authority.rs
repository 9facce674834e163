//! Authority records in the database: organizations, people and places, each a whole record with
//! the columns that queries go by. An authority is never deleted; its address lives on.

use serde::Serialize;
use sqlx::AssertSqlSafe;

use crate::model::authority::Authorities;
use crate::model::country::CountryCode;
use crate::model::id::EventId;
use crate::model::name::Name;
use crate::model::organization::Organization;
use crate::model::person::Person;
use crate::model::place::Place;
use crate::store::change::{Action, append};
use crate::store::open::{Reader, Write};
use crate::store::{Result, read_json, unreadable, write_json};

/// All names of a stored authority record, the one the archive uses first.
pub(crate) fn names_of_record(noun: &'static str, record: &str) -> Result<Vec<String>> {
    let (name, variants) = read_names(noun, record)?;
    Ok(std::iter::once(name.arabic)
        .chain(name.latin)
        .chain(variants)
        .collect())
}

/// The name of a stored authority record, and its variants.
pub(crate) fn read_names(noun: &'static str, record: &str) -> Result<(Name, Vec<String>)> {
    #[derive(serde::Deserialize)]
    struct Names {
        name: String,
        latin: Option<String>,
        #[serde(default)]
        variants: Vec<String>,
    }
    let names: Names = read_json(noun, "", record)?;
    let name = Name {
        arabic: names.name,
        latin: names.latin,
    };
    Ok((name, names.variants))
}

struct Row<'a> {
    noun: &'static str,
    id: &'a str,
    name: &'a str,
    country: Option<CountryCode>,
    record: String,
}

impl<'a> Row<'a> {
    fn new<T: Serialize>(
        noun: &'static str,
        (id, name): (&'a str, &'a str),
        country: Option<CountryCode>,
        record: &T,
    ) -> Result<Self> {
        let record = write_json(noun, id, record)?;
        Ok(Self {
            noun,
            id,
            name,
            country,
            record,
        })
    }

    async fn put(self, write: &mut Write<'_>) -> Result<Option<Action>> {
        let stored = sqlx::query_scalar::<_, String>(AssertSqlSafe(format!(
            "SELECT record FROM {} WHERE id = ?",
            self.noun
        )))
        .bind(self.id)
        .fetch_optional(&mut **write)
        .await?;
        if stored.as_deref() == Some(self.record.as_str()) {
            return Ok(None);
        }
        sqlx::query(AssertSqlSafe(format!(
            "INSERT INTO {} (id, name, country, record) VALUES (?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name,
                 country = excluded.country, record = excluded.record",
            self.noun
        )))
        .bind(self.id)
        .bind(self.name)
        .bind(self.country.map(String::from))
        .bind(&self.record)
        .execute(&mut **write)
        .await?;
        let action = if stored.is_some() {
            Action::Updated
        } else {
            Action::Created
        };
        append(write, self.noun, self.id, action).await?;
        Ok(Some(action))
    }
}

/// Writes an organization's record where it differs from the stored one.
///
/// # Errors
/// When the database refuses.
pub async fn put_organization(
    write: &mut Write<'_>,
    organization: &Organization,
) -> Result<Option<Action>> {
    let names = (organization.id.as_str(), organization.name.as_str());
    let row = Row::new("organization", names, organization.country, organization)?;
    row.put(write).await
}

/// Writes a person's record where it differs from the stored one.
///
/// # Errors
/// When the database refuses.
pub async fn put_person(write: &mut Write<'_>, person: &Person) -> Result<Option<Action>> {
    let names = (person.id.as_str(), person.name.as_str());
    Row::new("person", names, person.country, person)?
        .put(write)
        .await
}

/// Writes a place's record where it differs from the stored one.
///
/// # Errors
/// When the database refuses.
pub async fn put_place(write: &mut Write<'_>, place: &Place) -> Result<Option<Action>> {
    let names = (place.id.as_str(), place.name.as_str());
    Row::new("place", names, place.country, place)?
        .put(write)
        .await
}

/// All authority records the archive holds.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_authorities(write: &mut Write<'_>) -> Result<Authorities> {
    let mut authorities = Authorities::default();
    for (id, record) in records(write, "SELECT id, record FROM organization").await? {
        let organization: Organization = read_json("organization", &id, &record)?;
        authorities
            .organizations
            .insert(organization.id.clone(), organization);
    }
    for (id, record) in records(write, "SELECT id, record FROM person").await? {
        let person: Person = read_json("person", &id, &record)?;
        authorities.people.insert(person.id.clone(), person);
    }
    for (id, record) in records(write, "SELECT id, record FROM place").await? {
        let place: Place = read_json("place", &id, &record)?;
        authorities.places.insert(place.id.clone(), place);
    }
    Ok(authorities)
}

async fn records(write: &mut Write<'_>, query: &'static str) -> Result<Vec<(String, String)>> {
    Ok(sqlx::query_as(query).fetch_all(&mut **write).await?)
}

/// One event that an authority appears in, and the part it plays there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appearance<R> {
    /// The event.
    pub event: EventId,
    /// The part.
    pub role: R,
}

/// Reads the answer of a query for event id and role of one authority.
pub(crate) async fn list_appearances<R>(
    reader: &Reader,
    query: &'static str,
    id: &str,
    most: u32,
    parse: impl Fn(&str) -> Option<R>,
) -> Result<Vec<Appearance<R>>> {
    let rows = sqlx::query_as::<_, (String, String)>(query)
        .bind(id)
        .bind(most)
        .fetch_all(&mut *reader.connection().await)
        .await?;
    rows.into_iter()
        .map(|(event, role)| {
            let part = parse(&role).ok_or_else(|| unreadable("role", &event, &role))?;
            Ok(Appearance {
                event: EventId::parse(&event)
                    .map_err(|error| unreadable("event", &event, &error))?,
                role: part,
            })
        })
        .collect()
}
