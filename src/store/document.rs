//! Documents in the database: written once, never changed.

use crate::model::document::Document;
use crate::model::id::DocumentId;
use crate::store::open::{Reader, Write};
use crate::store::utf8::LongText;
use crate::store::{Result, now, unreadable};

/// A row of the table `document`.
#[derive(Debug, sqlx::FromRow)]
pub(crate) struct DocumentRow {
    id: String,
    name: String,
    sha256: String,
    text: LongText,
}

impl DocumentRow {
    pub(crate) fn document(self) -> Result<Document> {
        let id = DocumentId::parse(&self.id)
            .map_err(|error| unreadable("document", &self.id, &error))?;
        Ok(Document::new(id, self.name, self.sha256, self.text.0))
    }
}

/// A document with the events drawn from it.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentEntry {
    /// The document.
    pub document: Document,
    /// When the archive received it.
    pub received: String,
    /// Ids and titles of the events that rest on it or that it is a further source of.
    pub events: Vec<(String, String)>,
}

/// The document with this id.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_document(reader: &Reader, id: &DocumentId) -> Result<Option<DocumentEntry>> {
    let row = sqlx::query_as::<_, (String, String, String, LongText, String)>(
        "SELECT id, name, sha256, text, received FROM document WHERE id = ?",
    )
    .bind(id.as_str())
    .fetch_optional(&mut *reader.connection().await)
    .await?;
    let Some((id, name, sha256, text, received)) = row else {
        return Ok(None);
    };
    let events = sqlx::query_as::<_, (String, String)>(
        "SELECT id, title FROM event WHERE document_id = ?1 UNION SELECT event.id, title
         FROM source JOIN event ON event.id = event_id WHERE source.document_id = ?1 ORDER BY id",
    )
    .bind(&id)
    .fetch_all(&mut *reader.connection().await)
    .await?;
    let row = DocumentRow {
        id,
        name,
        sha256,
        text,
    };
    Ok(Some(DocumentEntry {
        document: row.document()?,
        received,
        events,
    }))
}

/// The document with these bytes, if the archive has it.
pub(crate) async fn find_by_digest(
    write: &mut Write<'_>,
    sha256: &str,
) -> Result<Option<(String, String)>> {
    let found = sqlx::query_as("SELECT id, name FROM document WHERE sha256 = ?")
        .bind(sha256)
        .fetch_optional(&mut **write)
        .await?;
    Ok(found)
}

/// Whether a document id is taken.
pub(crate) async fn is_taken(write: &mut Write<'_>, id: &str) -> Result<bool> {
    let found = sqlx::query_scalar::<_, i64>("SELECT 1 FROM document WHERE id = ?")
        .bind(id)
        .fetch_optional(&mut **write)
        .await?;
    Ok(found.is_some())
}

/// Adds a document, with the number of its shingles where its bands are written too.
///
/// # Errors
/// When the database refuses it.
pub async fn insert_document(
    write: &mut Write<'_>,
    document: &Document,
    shingles: Option<i64>,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO document (id, name, sha256, text, received, shingles)
         VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(document.id.as_str())
    .bind(&document.name)
    .bind(&document.sha256)
    .bind(&document.text)
    .bind(now())
    .bind(shingles)
    .execute(&mut **write)
    .await?;
    Ok(())
}
