//! Organizations in the database: the authority records with the events they appear in.

use std::collections::BTreeMap;

use sqlx::{QueryBuilder, Sqlite};

use crate::model::country::CountryCode;
use crate::model::id::OrganizationId;
use crate::model::organization::Organization;
use crate::model::vocabulary::Role;
use crate::store::authority::{Appearance, list_appearances, read_entries};
use crate::store::open::Reader;
use crate::store::{Result, read_json};

/// An organization and in how many events it appears.
#[derive(Debug, Clone, PartialEq)]
pub struct OrganizationEntry {
    /// The authority record.
    pub organization: Organization,
    /// In how many events it appears.
    pub events: u64,
}

/// All organizations of the archive, by id.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_organizations(reader: &Reader) -> Result<Vec<OrganizationEntry>> {
    let rows = read_entries(
        reader,
        "SELECT id, record, (SELECT COUNT(DISTINCT event_id) FROM event_organization
             WHERE organization_id = organization.id) FROM organization ORDER BY id",
    )
    .await?;
    rows.into_iter()
        .map(|(id, record, events)| {
            Ok(OrganizationEntry {
                organization: read_json("organization", &id, &record)?,
                events,
            })
        })
        .collect()
}

/// The organization with this id.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_organization(
    reader: &Reader,
    id: &OrganizationId,
) -> Result<Option<Organization>> {
    let record = sqlx::query_scalar::<_, String>("SELECT record FROM organization WHERE id = ?")
        .bind(id.as_str())
        .fetch_optional(&mut *reader.connection().await)
        .await?;
    record
        .map(|record| read_json("organization", id.as_str(), &record))
        .transpose()
}

/// The names of organizations, by id; ids that are not there are left out.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_organization_names(
    reader: &Reader,
    ids: &[&OrganizationId],
) -> Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    for chunk in ids.chunks(500) {
        let mut query =
            QueryBuilder::<Sqlite>::new("SELECT id, name FROM organization WHERE id IN (");
        let mut list = query.separated(", ");
        for id in chunk {
            list.push_bind(id.as_str());
        }
        query.push(")");
        names.extend(
            query
                .build_query_as::<(String, String)>()
                .fetch_all(&mut *reader.connection().await)
                .await?,
        );
    }
    Ok(names)
}

/// The events the organization appears in and the part it plays, the newest first, at most `most`.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_organization_events(
    reader: &Reader,
    id: &OrganizationId,
    most: u32,
) -> Result<Vec<Appearance<Role>>> {
    list_appearances(
        reader,
        "SELECT event_id, role FROM event_organization JOIN event ON event.id = event_id
         WHERE organization_id = ? ORDER BY earliest DESC, event_id LIMIT ?",
        id.as_str(),
        most,
        Role::parse,
    )
    .await
}

/// An organization that appears in the same events as another.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Companion {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// In how many events both appear.
    pub events: i64,
}

/// The organizations that appear in the same events, those with most events in common first.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_companions(
    reader: &Reader,
    id: &OrganizationId,
    most: u32,
) -> Result<Vec<Companion>> {
    Ok(sqlx::query_as(
        "SELECT organization.id, organization.name, COUNT(DISTINCT own.event_id) AS events
         FROM event_organization AS own
         JOIN event_organization AS other ON other.event_id = own.event_id
             AND other.organization_id <> own.organization_id
         JOIN organization ON organization.id = other.organization_id
         WHERE own.organization_id = ?
         GROUP BY organization.id, organization.name
         ORDER BY events DESC, organization.name LIMIT ?",
    )
    .bind(id.as_str())
    .bind(most)
    .fetch_all(&mut *reader.connection().await)
    .await?)
}

/// The organizations of a country, by name.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_organizations_of_country(
    reader: &Reader,
    code: CountryCode,
) -> Result<Vec<Organization>> {
    let rows = sqlx::query_as::<_, (String, String)>(
        "SELECT id, record FROM organization WHERE country = ? ORDER BY name, id",
    )
    .bind(code.as_str())
    .fetch_all(&mut *reader.connection().await)
    .await?;
    rows.into_iter()
        .map(|(id, record)| read_json("organization", &id, &record))
        .collect()
}
