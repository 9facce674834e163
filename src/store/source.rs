//! The further sources of an event: documents that say in nearly the same words what its own document says. A document
//! is a source of one event at most, and never of the event that was drawn from it.

use std::collections::BTreeMap;

use sqlx::sqlite::SqliteConnection;
use sqlx::{QueryBuilder, Sqlite};

use crate::model::document::{Document, Source};
use crate::model::id::{DocumentId, EventId};
use crate::store::document::DocumentRow;
use crate::store::event::padded;
use crate::store::open::{Reader, Write};
use crate::store::{Result, read_json, write_json};

/// So many sources of an event are read at most.
const MOST: i64 = 50;

/// A further source of an event.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceEntry {
    /// The document.
    pub document: Document,
    /// What is known of its publication.
    pub publication: Source,
    /// How much of its wording it shares with the event's own document, 0 to 1; nothing where a person joined the two.
    pub similarity: Option<f64>,
}

/// A document as a source of an event.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceLink {
    /// The document.
    pub document: DocumentId,
    /// What is known of its publication.
    pub publication: Source,
    /// How much of its wording it shares with the event's own document.
    pub similarity: Option<f64>,
}

/// What the archive remembers of a source.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Held {
    /// The document.
    pub document_id: String,
    /// The event.
    pub event_id: String,
    /// How much of its wording it shares with the event's own document; nothing where a person joined the two.
    pub similarity: Option<f64>,
}

#[derive(sqlx::FromRow)]
struct SourceRow {
    event_id: String,
    similarity: Option<f64>,
    publication: String,
    #[sqlx(flatten)]
    document: DocumentRow,
}

/// What stands before and after the ids of the events asked for.
const SELECT: [&str; 2] = [
    "SELECT event_id, similarity, publication, id, name, sha256, text FROM (SELECT source.*,
        ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY document_id) AS place
        FROM source WHERE event_id IN (",
    ")) JOIN document ON document.id = document_id WHERE place <= ",
];

/// The further sources of these events; events without any are left out.
pub(crate) async fn read_sources(
    connection: &mut SqliteConnection,
    ids: &[&str],
) -> Result<BTreeMap<String, Vec<SourceEntry>>> {
    let mut query = QueryBuilder::<Sqlite>::new(SELECT[0]);
    let mut list = query.separated(", ");
    for id in padded(ids) {
        list.push_bind(id.to_owned());
    }
    query
        .push(SELECT[1])
        .push(MOST)
        .push(" ORDER BY event_id, name");
    let rows = query.build_query_as::<SourceRow>();
    let mut sources: BTreeMap<String, Vec<SourceEntry>> = BTreeMap::new();
    for row in rows.fetch_all(connection).await? {
        let own = sources.entry(row.event_id).or_default();
        let document = row.document.document()?;
        own.push(SourceEntry {
            publication: read_json("source", document.id.as_str(), &row.publication)?,
            similarity: row.similarity,
            document,
        });
    }
    Ok(sources)
}

/// The further sources of an event, by name.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_sources(reader: &Reader, id: &EventId) -> Result<Vec<SourceEntry>> {
    let mut sources = read_sources(&mut *reader.connection().await, &[id.as_str()]).await?;
    Ok(sources.remove(id.as_str()).unwrap_or_default())
}

/// The source that was imported under this name, if it is one.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_held(write: &mut Write<'_>, name: &str, event: &str) -> Result<Option<Held>> {
    let held = sqlx::query_as(
        "SELECT document_id, event_id, similarity FROM source JOIN document ON id = document_id
         WHERE event_id = ? AND name = ?",
    )
    .bind(event)
    .bind(name)
    .fetch_optional(&mut **write)
    .await?;
    Ok(held)
}

/// Makes a document a source of an event, and answers whether that was news.
///
/// # Errors
/// When the database refuses.
pub async fn put_source(write: &mut Write<'_>, event: &EventId, link: &SourceLink) -> Result<bool> {
    let id = link.document.as_str();
    let publication = write_json("source", id, &link.publication)?;
    let done = sqlx::query(
        "INSERT INTO source (document_id, event_id, similarity, publication) VALUES (?, ?, ?, ?)
         ON CONFLICT (document_id) DO UPDATE SET event_id = excluded.event_id,
             similarity = excluded.similarity, publication = excluded.publication
         WHERE (source.event_id, source.publication) <> (excluded.event_id, excluded.publication)
             OR source.similarity IS NOT excluded.similarity",
    )
    .bind(id)
    .bind(event.as_str())
    .bind(link.similarity)
    .bind(publication)
    .execute(&mut **write)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Takes a document from the sources; it stays in the archive.
///
/// # Errors
/// When the database refuses.
pub async fn delete_source(write: &mut Write<'_>, document: &str) -> Result<()> {
    sqlx::query("DELETE FROM source WHERE document_id = ?")
        .bind(document)
        .execute(&mut **write)
        .await?;
    Ok(())
}

/// Lets the sources of an event, its own document, and what was imported for it go on in another. A document of the
/// same name is another state of the same, no further source.
pub(crate) async fn move_sources(
    write: &mut Write<'_>,
    from: &EventId,
    into: &EventId,
    publication: &Source,
) -> Result<()> {
    let publication = write_json("source", from.as_str(), publication)?;
    for (statement, text) in [
        ("UPDATE source SET event_id = ?2 WHERE event_id = ?1", None),
        (
            "INSERT INTO source (document_id, event_id, publication)
             SELECT own.id, ?2, ?3 FROM event JOIN document AS own ON own.id = event.document_id
             WHERE event.id = ?1 AND own.name NOT IN (SELECT name FROM document JOIN event AS other
                 ON document.id = other.document_id WHERE other.id = ?2)
             ON CONFLICT DO NOTHING",
            Some(publication),
        ),
        (
            "DELETE FROM source WHERE event_id = ?2 AND ?1 <> ?2
             AND document_id IN (SELECT document_id FROM event WHERE id = ?2)",
            None,
        ),
        ("UPDATE item SET event_id = ?2 WHERE event_id = ?1", None),
    ] {
        let query = sqlx::query(statement)
            .bind(from.as_str())
            .bind(into.as_str());
        let query = match text {
            Some(text) => query.bind(text),
            None => query,
        };
        query.execute(&mut **write).await?;
    }
    Ok(())
}

/// The sources of an event with their texts, for measuring them anew.
///
/// # Errors
/// When the database cannot be read.
pub async fn sources_of(write: &mut Write<'_>, event: &EventId) -> Result<Vec<SourceEntry>> {
    let mut sources = read_sources(&mut *write, &[event.as_str()]).await?;
    Ok(sources.remove(event.as_str()).unwrap_or_default())
}
