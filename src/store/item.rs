//! Items: what was imported under which name, and from what.

use std::collections::BTreeSet;

use sqlx::{QueryBuilder, Sqlite};

use crate::store::Result;
use crate::store::open::{Write, Writer};
use crate::store::rows::{ItemRow, Statements, push_items};

/// What the archive remembers of one imported item.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Item {
    /// Digest of all that its event was made from.
    pub digest: String,
    /// The event.
    pub event_id: String,
    /// Whether a person's record stands behind it.
    pub recorded: bool,
}

/// The item of this name.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_item(write: &mut Write<'_>, name: &str) -> Result<Option<Item>> {
    Ok(
        sqlx::query_as("SELECT digest, event_id, recorded FROM item WHERE name = ?")
            .bind(name)
            .fetch_optional(&mut **write)
            .await?,
    )
}

/// The name of the item an event was made from; its further sources are other items.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_item_of_event(write: &mut Write<'_>, event: &str) -> Result<Option<String>> {
    Ok(sqlx::query_scalar(
        "SELECT name FROM item WHERE event_id = ? AND NOT EXISTS (SELECT 1 FROM source
             JOIN document ON document.id = document_id
             WHERE source.event_id = item.event_id AND document.name = item.name) LIMIT 1",
    )
    .bind(event)
    .fetch_optional(&mut **write)
    .await?)
}

/// Whether an event id can be given: no item has it, and it was never withdrawn or merged away.
///
/// # Errors
/// When the database cannot be read.
pub async fn is_free(write: &mut Write<'_>, event: &str) -> Result<bool> {
    let found = sqlx::query_scalar::<_, i64>(
        "SELECT 1 FROM item WHERE event_id = ?1
         UNION ALL SELECT 1 FROM tombstone WHERE noun = 'event' AND id = ?1
         UNION ALL SELECT 1 FROM redirect WHERE noun = 'event' AND from_id = ?1 LIMIT 1",
    )
    .bind(event)
    .fetch_optional(&mut **write)
    .await?;
    Ok(found.is_none())
}

/// Remembers an item.
///
/// # Errors
/// When the database refuses.
pub async fn put_item(write: &mut Write<'_>, name: &str, item: &Item) -> Result<()> {
    let mut statements = Statements::new("");
    push_items(&mut statements, &[ItemRow { name, item }]);
    statements.build().execute(&mut **write).await?;
    Ok(())
}

/// Lets the item of this name be made anew by the next import of it.
///
/// # Errors
/// When the database refuses.
pub async fn unsettle_item(write: &mut Write<'_>, name: &str) -> Result<()> {
    sqlx::query("UPDATE item SET digest = '' WHERE name = ?")
        .bind(name)
        .execute(&mut **write)
        .await?;
    Ok(())
}

/// Those of these items that stand as they are told, by name and digest.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_settled(
    writer: &mut Writer,
    items: &[(String, String)],
) -> Result<BTreeSet<String>> {
    let mut settled = BTreeSet::new();
    for chunk in items.chunks(100) {
        let mut query =
            QueryBuilder::<Sqlite>::new("SELECT name FROM item WHERE (name, digest) IN (");
        query.push_values(chunk, |mut row, (name, digest)| {
            row.push_bind(name.clone()).push_bind(digest.clone());
        });
        query.push(")");
        let mut write = writer.begin().await?;
        settled.extend(
            query
                .build_query_scalar::<String>()
                .fetch_all(&mut *write)
                .await?,
        );
    }
    Ok(settled)
}
