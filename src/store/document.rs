//! Documents in the database: written once, never changed.

use crate::model::document::Document;
use crate::model::id::DocumentId;
use crate::store::open::{Reader, Write};
use crate::store::rows::{DocumentRows, Statements, push_documents};
use crate::store::utf8::LongText;
use crate::store::{Result, unreadable};

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

/// What the archive has like a new document.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Alike {
    /// Id and name of the document of the same bytes.
    pub(crate) same: Option<(String, String)>,
    /// Whether the id is that of another document.
    pub(crate) is_taken: bool,
}

/// Looks for the document with these bytes, and for that with this id.
pub(crate) async fn find_alike(write: &mut Write<'_>, sha256: &str, id: &str) -> Result<Alike> {
    let rows = sqlx::query_as::<_, (String, String, bool)>(
        "SELECT id, name, sha256 = ?1 FROM document WHERE sha256 = ?1 OR id = ?2",
    )
    .bind(sha256)
    .bind(id)
    .fetch_all(&mut **write)
    .await?;
    let is_taken = rows.iter().any(|(_, _, is_same)| !is_same);
    let same = rows.into_iter().find(|(_, _, is_same)| *is_same);
    Ok(Alike {
        same: same.map(|(id, name, _)| (id, name)),
        is_taken,
    })
}

/// Whether a document id is taken.
pub(crate) async fn is_taken(write: &mut Write<'_>, id: &str) -> Result<bool> {
    let found = sqlx::query_scalar::<_, i64>("SELECT 1 FROM document WHERE id = ?")
        .bind(id)
        .fetch_optional(&mut **write)
        .await?;
    Ok(found.is_some())
}

/// Adds a document, with the number of its shingles and its bands, by which its reprints are found, where they are known.
///
/// # Errors
/// When the database refuses it.
pub async fn insert_document(
    write: &mut Write<'_>,
    document: &Document,
    wording: Option<(i64, &[i64])>,
) -> Result<()> {
    let mut statements = Statements::new("");
    push_documents(&mut statements, &[DocumentRows { document, wording }])?;
    statements.build().execute(&mut **write).await?;
    Ok(())
}
