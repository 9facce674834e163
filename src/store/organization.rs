//! Organizations in the database: the authority records with the events they appear in.

use std::collections::BTreeMap;

use sqlx::{QueryBuilder, Sqlite};

use crate::model::id::OrganizationId;
use crate::model::organization::Organization;
use crate::model::vocabulary::Role;
use crate::store::authority::{Appearance, list_appearances};
use crate::store::open::Reader;
use crate::store::{Result, read_json};

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
        "SELECT id, role FROM event_organization JOIN event ON number = event_number
         WHERE organization_id = ? ORDER BY earliest DESC, id LIMIT ?",
        id.as_str(),
        most,
        Role::parse,
    )
    .await
}
