//! Items: what was imported under which name, and from what.

use crate::store::Result;
use crate::store::open::Write;

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

/// The name of the item an event was made from.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_item_of_event(write: &mut Write<'_>, event: &str) -> Result<Option<String>> {
    Ok(
        sqlx::query_scalar("SELECT name FROM item WHERE event_id = ? LIMIT 1")
            .bind(event)
            .fetch_optional(&mut **write)
            .await?,
    )
}

/// Remembers an item.
///
/// # Errors
/// When the database refuses.
pub async fn put_item(write: &mut Write<'_>, name: &str, item: &Item) -> Result<()> {
    sqlx::query(
        "INSERT INTO item (name, digest, event_id, recorded) VALUES (?, ?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET digest = excluded.digest,
             event_id = excluded.event_id, recorded = excluded.recorded",
    )
    .bind(name)
    .bind(&item.digest)
    .bind(&item.event_id)
    .bind(item.recorded)
    .execute(&mut **write)
    .await?;
    Ok(())
}
