//! Revisions: every state an event has had, append-only.

use crate::model::id::EventId;
use crate::store::Result;
use crate::store::event::{EventRow, StoredEvent, select_event};
use crate::store::open::{Reader, Write};

#[derive(sqlx::FromRow)]
pub(crate) struct LastRevision {
    pub(crate) number: i64,
    pub(crate) document_id: String,
    pub(crate) event: String,
}

/// One line of an event's history.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct RevisionEntry {
    /// Its number, from 1.
    pub number: i64,
    /// When it was written.
    pub at: String,
}

pub(crate) async fn last_revision(
    write: &mut Write<'_>,
    id: &EventId,
) -> Result<Option<LastRevision>> {
    Ok(sqlx::query_as(
        "SELECT number, document_id, event FROM revision
         WHERE event_id = ? ORDER BY number DESC LIMIT 1",
    )
    .bind(id.as_str())
    .fetch_optional(&mut **write)
    .await?)
}

/// The states an event has had, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_revisions(reader: &Reader, id: &EventId) -> Result<Vec<RevisionEntry>> {
    Ok(
        sqlx::query_as("SELECT number, at FROM revision WHERE event_id = ? ORDER BY number DESC")
            .bind(id.as_str())
            .fetch_all(&mut *reader.connection().await)
            .await?,
    )
}

/// An event as it was in one of its states.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_revision(
    reader: &Reader,
    id: &EventId,
    number: u32,
) -> Result<Option<StoredEvent>> {
    let row = sqlx::query_as::<_, EventRow>(select_event!(
        "WHERE revision.event_id = ? AND revision.number = ?"
    ))
    .bind(id.as_str())
    .bind(i64::from(number))
    .fetch_optional(&mut *reader.connection().await)
    .await?;
    row.map(EventRow::stored_event).transpose()
}
