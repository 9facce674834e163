//! Decisions in the database, over all events.

use sqlx::{QueryBuilder, Sqlite};

use crate::model::id::EventId;
use crate::store::open::Reader;
use crate::store::{Result, unreadable};

/// A decision with the event it was taken at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionEntry {
    /// The event.
    pub event: EventId,
    /// The event's title.
    pub title: String,
    /// Its place in the event's list.
    pub number: u32,
    /// The archive's short form.
    pub text: String,
}

/// The decisions with these keys, in their order; those that are not there are left out.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_decisions(
    reader: &Reader,
    keys: &[(EventId, u32)],
) -> Result<Vec<DecisionEntry>> {
    let mut found = Vec::with_capacity(keys.len());
    for chunk in keys.chunks(400) {
        let mut query = QueryBuilder::<Sqlite>::new(
            "SELECT event.id, title, decision.number, text FROM decision
             JOIN event ON event.number = event_number WHERE (event.id, decision.number) IN (VALUES ",
        );
        let mut list = query.separated(", ");
        for (event, number) in chunk {
            list.push("(");
            list.push_bind_unseparated(event.as_str());
            list.push_unseparated(", ");
            list.push_bind_unseparated(i64::from(*number));
            list.push_unseparated(")");
        }
        query.push(")");
        let rows = query
            .build_query_as::<(String, String, i64, String)>()
            .fetch_all(&mut *reader.connection().await)
            .await?;
        for (event, title, number, text) in rows {
            found.push(DecisionEntry {
                event: EventId::parse(&event)
                    .map_err(|error| unreadable("event", &event, &error))?,
                title,
                number: u32::try_from(number).unwrap_or_default(),
                text,
            });
        }
    }
    let place = |entry: &DecisionEntry| {
        keys.iter()
            .position(|(event, number)| *event == entry.event && *number == entry.number)
    };
    found.sort_by_key(place);
    Ok(found)
}
