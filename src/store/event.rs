//! Events in the database: the current state of each, with the rows that queries go by.

use std::iter::repeat_n;
use std::sync::Arc;

use sqlx::sqlite::SqliteConnection;
use sqlx::{QueryBuilder, Sqlite};

use crate::model::document::{Document, Source};
use crate::model::event::Event;
use crate::model::id::{DocumentId, EventId};
use crate::store::change::Action;
use crate::store::document::DocumentRow;
use crate::store::gather::find_gathered;
use crate::store::open::{Reader, Write};
use crate::store::related::InContext;
use crate::store::revision::last_revision;
use crate::store::rows::{StateRows, Statements, push_states};
use crate::store::utf8::LongText;
use crate::store::{Result, read_json, unreadable, write_json};

/// An event with its document and its place in its history.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredEvent {
    /// Its permanent id.
    pub id: EventId,
    /// The number of this state, from 1.
    pub revision: u32,
    /// When this state was written.
    pub changed: String,
    /// The state.
    pub event: Event,
    /// What it rests on.
    pub document: Document,
}

#[derive(sqlx::FromRow)]
pub(crate) struct EventRow {
    event_id: String,
    revision: i64,
    changed: String,
    event: LongText,
    has_sources: bool,
    #[sqlx(flatten)]
    document: DocumentRow,
}

impl EventRow {
    /// Whether the event has further sources.
    pub(crate) fn has_sources(&self) -> bool {
        self.has_sources
    }

    /// The event's id.
    pub(crate) fn id(&self) -> &str {
        &self.event_id
    }

    /// The event's id and the revision's number, the key of the row.
    pub(crate) fn key(&self) -> (String, i64) {
        (self.event_id.clone(), self.revision)
    }

    pub(crate) fn stored_event(self) -> Result<StoredEvent> {
        let id = EventId::parse(&self.event_id)
            .map_err(|error| unreadable("event", &self.event_id, &error))?;
        Ok(StoredEvent {
            revision: u32::try_from(self.revision).unwrap_or(u32::MAX),
            changed: self.changed,
            event: read_json("event", &self.event_id, &self.event.0)?,
            document: self.document.document()?,
            id,
        })
    }
}

macro_rules! select_event {
    ($rest:literal) => {
        concat!(
            "SELECT revision.event_id, revision.number AS revision, revision.at AS changed, ",
            "revision.event, document.id, document.name, document.sha256, document.text ",
            ", EXISTS (SELECT 1 FROM source WHERE source.event_id = revision.event_id) AS has_sources ",
            "FROM revision JOIN document ON document.id = revision.document_id ",
            $rest
        )
    };
}
pub(crate) use select_event;

/// The current state of the events whose ids follow in brackets.
const CURRENT: &str = select_event!(
    "JOIN event ON event.id = revision.event_id AND event.revision = revision.number WHERE event.id IN ("
);

/// So many ids are asked for in one statement at most.
const TOGETHER: usize = 256;

/// The event with this id, as it is now: one query for all that its page needs, or none where it was
/// read a moment ago.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_event(reader: &Reader, id: &EventId) -> Result<Option<Arc<StoredEvent>>> {
    let recent = reader.recent();
    match recent.find(recent.now(), id) {
        Some(stored) => Ok(Some(stored)),
        None => Ok(find_gathered(reader, id).await?.map(|found| found.stored)),
    }
}

/// The same with the events related to it.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_event_in_context(reader: &Reader, id: &EventId) -> Result<Option<InContext>> {
    let recent = reader.recent();
    match recent.find_in_context(recent.now(), id) {
        Some(found) => Ok(Some(found)),
        None => find_gathered(reader, id).await,
    }
}

/// The rows of these events; ids that are not there are left out.
pub(crate) async fn read_events(
    connection: &mut SqliteConnection,
    ids: &[&str],
) -> Result<Vec<EventRow>> {
    let mut rows = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(TOGETHER) {
        let mut query = QueryBuilder::<Sqlite>::new(CURRENT);
        let mut list = query.separated(", ");
        for id in padded(chunk) {
            list.push_bind(id.to_owned());
        }
        query.push(")");
        let read = query.build_query_as::<EventRow>();
        rows.extend(read.fetch_all(&mut *connection).await?);
    }
    Ok(rows)
}

/// The ids, the last repeated up to a power of two, so that few statements serve lists of any length and stay prepared.
pub(crate) fn padded<'a>(ids: &[&'a str]) -> impl Iterator<Item = &'a str> {
    let last = ids.last().copied().unwrap_or_default();
    let padding = ids.len().next_power_of_two() - ids.len();
    ids.iter().copied().chain(repeat_n(last, padding))
}

/// The beginning of a query that answers for several events at once: their ids as the table `page`, whose list of
/// columns and brackets the rest closes.
pub(crate) fn query_of_pages(ids: &[&str]) -> QueryBuilder<Sqlite> {
    let mut query = QueryBuilder::new("WITH page (id) AS (VALUES ");
    let mut list = query.separated(", ");
    for id in padded(ids) {
        list.push("(")
            .push_bind_unseparated(id.to_owned())
            .push_unseparated(")");
    }
    query
}

pub(crate) async fn list_stored_events(reader: &Reader, ids: &[&str]) -> Result<Vec<StoredEvent>> {
    let rows = read_events(&mut *reader.connection().await, ids).await?;
    rows.into_iter().map(EventRow::stored_event).collect()
}

/// The events with these ids, in their order; ids that are not there are left out.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_events(reader: &Reader, ids: &[EventId]) -> Result<Vec<Arc<StoredEvent>>> {
    let recent = reader.recent();
    let now = recent.now();
    let (mut found, mut missing) = (Vec::with_capacity(ids.len()), Vec::new());
    for id in ids {
        match recent.find(now, id) {
            Some(stored) => found.push(stored),
            None => missing.push(id.as_str()),
        }
    }
    let read = list_stored_events(reader, &missing).await?.into_iter();
    found.extend(read.map(|stored| recent.keep(now, stored)));
    found.sort_by_key(|stored| ids.iter().position(|id| *id == stored.id));
    Ok(found)
}

/// How much the archive holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Extent {
    /// Events.
    pub events: i64,
    /// Countries that play a part in one.
    pub countries: i64,
    /// Organizations that play a part in one.
    pub organizations: i64,
    /// People that play a part in one.
    pub people: i64,
    /// Decisions.
    pub decisions: i64,
}

/// Counts what the archive holds.
///
/// # Errors
/// When the database cannot be read.
pub async fn count_archive(reader: &Reader) -> Result<Extent> {
    Ok(sqlx::query_as(
        "SELECT (SELECT COUNT(*) FROM event) AS events,
                (SELECT COUNT(DISTINCT code) FROM event_country) AS countries,
                (SELECT COUNT(DISTINCT organization_id) FROM event_organization) AS organizations,
                (SELECT COUNT(DISTINCT person_id) FROM event_person) AS people,
                (SELECT COUNT(*) FROM decision) AS decisions",
    )
    .fetch_one(&mut *reader.connection().await)
    .await?)
}

/// Writes the state of an event: nothing if it is the one already there, else a new revision, the
/// rows that queries go by, and a line of the change log.
///
/// # Errors
/// When the database refuses; then nothing of it is kept.
pub async fn put_event(
    write: &mut Write<'_>,
    id: &EventId,
    document: &DocumentId,
    event: &Event,
) -> Result<Option<Action>> {
    let json = write_json("event", id.as_str(), event)?;
    let last = last_revision(write, id).await?;
    if last
        .as_ref()
        .is_some_and(|last| last.event == json && last.document_id == document.as_str())
    {
        return Ok(None);
    }
    let number = last.as_ref().map_or(1, |last| last.number + 1);
    let action = if last.is_some() {
        delete_rows(write, id).await?;
        Action::Updated
    } else {
        Action::Created
    };
    let state = StateRows {
        id: id.as_str(),
        number,
        document: document.as_str(),
        event,
        json: &json,
        action,
    };
    let mut statements = Statements::new("");
    push_states(&mut statements, &[state])?;
    statements.build().execute(&mut **write).await?;
    Ok(Some(action))
}

/// What is known of the publication of an event's own document.
pub(crate) async fn publication_of(write: &mut Write<'_>, id: &EventId) -> Result<Source> {
    let last = last_revision(write, id).await?;
    let event = last.map(|last| read_json::<Event>("event", id.as_str(), &last.event));
    Ok(event
        .transpose()?
        .map_or_else(Source::default, |event| event.source))
}

/// Takes an event out of every list. Its revisions stay.
pub(crate) async fn delete_rows(write: &mut Write<'_>, id: &EventId) -> Result<()> {
    let mut query = sqlx::query(
        "DELETE FROM event_country WHERE event_number = (SELECT number FROM event WHERE id = ?);
         DELETE FROM event_organization WHERE event_number = (SELECT number FROM event WHERE id = ?);
         DELETE FROM event_person WHERE event_number = (SELECT number FROM event WHERE id = ?);
         DELETE FROM event_place WHERE event_number = (SELECT number FROM event WHERE id = ?);
         DELETE FROM decision WHERE event_number = (SELECT number FROM event WHERE id = ?);
         DELETE FROM event WHERE id = ?",
    );
    for _ in 0..6 {
        query = query.bind(id.as_str());
    }
    query.execute(&mut **write).await?;
    Ok(())
}
