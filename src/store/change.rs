//! The change log. Each change appends a row in the transaction that makes it; views ask what came
//! after the last number they hold.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{QueryBuilder, Sqlite};

use crate::model::change::{ChangeNumber, EventChange, IndexedEvent};
use crate::model::country::CountryCode;
use crate::model::id::{DocumentId, EventId};
use crate::store::event::StoredEvent;
use crate::store::open::{Reader, Write};
use crate::store::{Result, now, unreadable};

/// What happened to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// It is new.
    Created,
    /// It has a new state.
    Updated,
    /// It was withdrawn.
    Withdrawn,
    /// It was merged into another.
    Merged,
}

impl Action {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Withdrawn => "withdrawn",
            Self::Merged => "merged",
        }
    }
}

/// Appends to the log, within the transaction that makes the change.
pub(crate) async fn append(
    write: &mut Write<'_>,
    noun: &'static str,
    id: &str,
    action: Action,
) -> Result<()> {
    sqlx::query("INSERT INTO change (at, noun, id, action) VALUES (?, ?, ?, ?)")
        .bind(now())
        .bind(noun)
        .bind(id)
        .bind(action.as_str())
        .execute(&mut **write)
        .await?;
    Ok(())
}

/// Appends that something of an event changed beside its record, so that its page is made anew.
///
/// # Errors
/// When the database refuses.
pub async fn append_updated(write: &mut Write<'_>, event: &str) -> Result<()> {
    append(write, "event", event, Action::Updated).await
}

/// The number of the last change.
///
/// # Errors
/// When the database cannot be read.
pub async fn last_change(reader: &Reader) -> Result<ChangeNumber> {
    let number = sqlx::query_scalar::<_, i64>("SELECT COALESCE(MAX(number), 0) FROM change")
        .fetch_one(&mut *reader.connection().await)
        .await?;
    Ok(ChangeNumber(number))
}

/// What a view must do to advance over at most `most` changes after `after`, and the number it
/// then holds. An event that changed several times appears once, as it is now; a change of an
/// authority brings every event that refers to it.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_changes(
    reader: &Reader,
    after: ChangeNumber,
    most: i64,
) -> Result<(Vec<EventChange>, ChangeNumber)> {
    let last = last_change(reader).await?;
    let up_to = ChangeNumber(last.0.min(after.0.saturating_add(most)));
    if up_to <= after {
        return Ok((Vec::new(), last));
    }
    let ids = changed_events(reader, after, up_to).await?;
    let mut present = find_indexed_events(reader, &ids).await?;
    let mut changes = Vec::with_capacity(ids.len());
    for id in ids {
        let event_id = EventId::parse(&id).map_err(|error| unreadable("event", &id, &error))?;
        changes.push(match present.remove(&id) {
            Some(event) => EventChange::Present(Box::new(event)),
            None => EventChange::Gone(event_id),
        });
    }
    Ok((changes, up_to))
}

/// The events a view must look at. An event that refers to a changed authority is left to its own later change, if it
/// has one after `up_to`: an archive read from the beginning of its log, where the authorities stand first, would
/// otherwise bring nearly all its events at once, and each of them several times.
async fn changed_events(
    reader: &Reader,
    after: ChangeNumber,
    up_to: ChangeNumber,
) -> Result<BTreeSet<String>> {
    let ids = sqlx::query_scalar::<_, String>(
        "WITH changed AS (SELECT noun, id FROM change WHERE number > ?1 AND number <= ?2),
         referring AS (
            SELECT event_number FROM event_organization JOIN changed
                ON noun = 'organization' AND organization_id = changed.id
            UNION SELECT event_number FROM event_person JOIN changed
                ON noun = 'person' AND person_id = changed.id
            UNION SELECT event_number FROM event_place JOIN changed
                ON noun = 'place' AND place_id = changed.id
         )
         SELECT id FROM changed WHERE noun = 'event'
         UNION SELECT id FROM referring JOIN event ON number = event_number
            WHERE id NOT IN (SELECT id FROM change WHERE number > ?2 AND noun = 'event')",
    )
    .bind(after.0)
    .bind(up_to.0)
    .fetch_all(&mut *reader.connection().await)
    .await?;
    Ok(ids.into_iter().collect())
}

async fn find_indexed_events(
    reader: &Reader,
    ids: &BTreeSet<String>,
) -> Result<BTreeMap<String, IndexedEvent>> {
    let mut found = BTreeMap::new();
    // A statement takes a bounded number of parameters.
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    for chunk in ids.chunks(500) {
        let names = names_of_events(reader, chunk).await?;
        for stored in crate::store::event::list_stored_events(reader, chunk).await? {
            let id = stored.id.as_str().to_owned();
            let further = names.get(&id).cloned().unwrap_or_default();
            found.insert(id, indexed(stored, further));
        }
    }
    Ok(found)
}

fn indexed(stored: StoredEvent, mut names: Vec<String>) -> IndexedEvent {
    for country in &stored.event.countries {
        let code: CountryCode = country.value().code;
        names.extend(code.country().names().map(str::to_owned));
    }
    let document_id: DocumentId = stored.document.id;
    IndexedEvent {
        id: stored.id,
        document_id,
        document_name: stored.document.name,
        event: stored.event,
        text: stored.document.text,
        names,
    }
}

/// Latin names and variants of every authority the events refer to. So many ids as a statement takes parameters.
///
/// # Errors
/// When the database cannot be read.
pub async fn names_of_events(
    reader: &Reader,
    ids: &[&str],
) -> Result<BTreeMap<String, Vec<String>>> {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (table, key) in [
        ("organization", "organization_id"),
        ("person", "person_id"),
        ("place", "place_id"),
    ] {
        let mut query =
            QueryBuilder::<Sqlite>::new("SELECT DISTINCT event.id, record FROM event JOIN event_");
        query
            .push(table)
            .push(" ON event_number = event.number JOIN ")
            .push(table);
        query.push(" ON ").push(table).push(".id = ").push(key);
        query.push(" WHERE event.id IN (");
        let mut list = query.separated(", ");
        for id in ids {
            list.push_bind(*id);
        }
        query.push(")");
        let rows = query
            .build_query_as::<(String, String)>()
            .fetch_all(&mut *reader.connection().await)
            .await?;
        for (event_id, record) in rows {
            let further = crate::store::authority::names_of_record(table, &record)?;
            names.entry(event_id).or_default().extend(further);
        }
    }
    Ok(names)
}
