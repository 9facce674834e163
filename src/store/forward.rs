//! Where an address leads that no longer holds its record: withdrawn with a reason, or merged into
//! another. Both are kept for ever.

use sqlx::Row;

use crate::model::id::EventId;
use crate::store::change::{Action, append};
use crate::store::open::{Reader, Write};
use crate::store::source::move_sources;
use crate::store::{Result, now};

/// What became of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Forward {
    /// It was withdrawn.
    Withdrawn {
        /// Why, for readers.
        reason: String,
        /// When.
        at: String,
    },
    /// It goes on under another id.
    Moved {
        /// The id to go to.
        to: String,
    },
}

/// What became of the record of this noun and id, if anything did.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_forward(
    reader: &Reader,
    noun: &'static str,
    id: &str,
) -> Result<Option<Forward>> {
    let row = sqlx::query(
        "SELECT reason, at, NULL AS to_id FROM tombstone WHERE noun = ?1 AND id = ?2
         UNION ALL SELECT NULL, at, to_id FROM redirect WHERE noun = ?1 AND from_id = ?2",
    )
    .bind(noun)
    .bind(id)
    .fetch_optional(&mut *reader.connection().await)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let to: Option<String> = row.try_get("to_id")?;
    Ok(Some(match to {
        Some(to) => Forward::Moved { to },
        None => Forward::Withdrawn {
            reason: row.try_get("reason")?,
            at: row.try_get("at")?,
        },
    }))
}

/// Whether an event id may no longer be used, because it was withdrawn or merged away.
pub(crate) async fn is_spent(write: &mut Write<'_>, id: &EventId) -> Result<bool> {
    let found = sqlx::query_scalar::<_, i64>(
        "SELECT 1 FROM tombstone WHERE noun = 'event' AND id = ?1
         UNION ALL SELECT 1 FROM redirect WHERE noun = 'event' AND from_id = ?1",
    )
    .bind(id.as_str())
    .fetch_optional(&mut **write)
    .await?;
    Ok(found.is_some())
}

/// Withdraws an event: its page says so from now on, with the reason.
///
/// Answers whether there was such an event.
///
/// # Errors
/// When the database refuses.
pub async fn withdraw_event(write: &mut Write<'_>, id: &EventId, reason: &str) -> Result<bool> {
    if !is_event(write, id).await? {
        return Ok(false);
    }
    super::event::delete_rows(write, id).await?;
    sqlx::query("INSERT INTO tombstone (noun, id, reason, at) VALUES ('event', ?, ?, ?)")
        .bind(id.as_str())
        .bind(reason)
        .bind(now())
        .execute(&mut **write)
        .await?;
    append(write, "event", id.as_str(), Action::Withdrawn).await?;
    Ok(true)
}

/// Merges an event into another: its address leads there from now on, as do those that led to it, and its document and
/// its sources become sources of the other.
///
/// Answers whether both are events and not the same.
///
/// # Errors
/// When the database refuses.
pub async fn merge_event(write: &mut Write<'_>, from: &EventId, into: &EventId) -> Result<bool> {
    if from == into || !is_event(write, from).await? || !is_event(write, into).await? {
        return Ok(false);
    }
    let publication = super::event::publication_of(write, from).await?;
    move_sources(write, from, into, &publication).await?;
    super::event::delete_rows(write, from).await?;
    sqlx::query("UPDATE redirect SET to_id = ? WHERE noun = 'event' AND to_id = ?")
        .bind(into.as_str())
        .bind(from.as_str())
        .execute(&mut **write)
        .await?;
    sqlx::query("INSERT INTO redirect (noun, from_id, to_id, at) VALUES ('event', ?, ?, ?)")
        .bind(from.as_str())
        .bind(into.as_str())
        .bind(now())
        .execute(&mut **write)
        .await?;
    append(write, "event", from.as_str(), Action::Merged).await?;
    append(write, "event", into.as_str(), Action::Updated).await?;
    Ok(true)
}

async fn is_event(write: &mut Write<'_>, id: &EventId) -> Result<bool> {
    let found = sqlx::query_scalar::<_, i64>("SELECT 1 FROM event WHERE id = ?")
        .bind(id.as_str())
        .fetch_optional(&mut **write)
        .await?;
    Ok(found.is_some())
}
