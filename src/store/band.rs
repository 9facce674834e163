//! Bands: numbers that texts of nearly the same words have in common, looked up to find the documents that a new one
//! may be a reprint of. Bounded: what half the archive has in common finds a few documents, not all.

use sqlx::{QueryBuilder, Sqlite};

use crate::store::Result;
use crate::store::open::Write;
use crate::store::rows::Statements;
use crate::store::signature::{FOLLOW, push_signatures};
use crate::store::utf8::LongText;

/// So many documents are looked at for each band.
const EACH: i64 = 16;
/// So many likely events are answered.
const MOST: i64 = 8;

/// The event of a document that may say the same, with what it must be held against.
#[derive(Debug, sqlx::FromRow)]
pub struct Likely {
    /// The event.
    pub event_id: String,
    /// Its own document.
    pub document_id: String,
    /// The name of that.
    pub name: String,
    /// The text of that.
    text: LongText,
    /// The first day it may have been on.
    pub earliest: Option<String>,
    /// The last day it may have been on.
    pub latest: Option<String>,
    /// The countries it was held in.
    pub venues: Option<String>,
    /// Whether it is an event at all, and no page of another sort.
    pub is_event: bool,
    /// Whether a person's record stands behind it.
    pub recorded: bool,
}

impl Likely {
    /// The text of the event's own document.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text.0
    }
}

/// The events that rest on documents with one of these bands, those with the most first.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_likely(
    write: &mut Write<'_>,
    bands: &[i64],
    shingles: (i64, i64),
) -> Result<Vec<Likely>> {
    let documents = find_documents(write, bands).await?;
    if documents.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = QueryBuilder::<Sqlite>::new(
        "WITH near (id) AS (SELECT event.id FROM event WHERE document_id IN (",
    );
    push_list(&mut query, &documents);
    query.push(") UNION SELECT event_id FROM source WHERE document_id IN (");
    push_list(&mut query, &documents);
    query.push(
        ")) SELECT event.id AS event_id, document.id AS document_id, name, text, earliest, latest,
            (SELECT string_agg(code, ' ') FROM event_country
                WHERE event_number = event.number AND role = 'venue') AS venues,
            (SELECT json_extract(revision.event, '$.is_event') FROM revision
                WHERE event_id = event.id AND revision.number = event.revision) AS is_event,
            EXISTS (SELECT 1 FROM item WHERE item.event_id = event.id AND recorded) AS recorded
         FROM near JOIN event ON event.id = near.id JOIN document ON document.id = event.document_id
         WHERE shingles BETWEEN ",
    );
    query
        .push_bind(shingles.0)
        .push(" AND ")
        .push_bind(shingles.1);
    query.push(" ORDER BY event.id LIMIT ").push_bind(MOST);
    let likely = query.build_query_as::<Likely>();
    Ok(likely.fetch_all(&mut **write).await?)
}

/// The documents with one of these bands, those that have the most in common first.
async fn find_documents(write: &mut Write<'_>, bands: &[i64]) -> Result<Vec<String>> {
    if bands.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = QueryBuilder::<Sqlite>::new(FOLLOW);
    query.push("SELECT document_id FROM (");
    let tables = ["band", "waiting_band"];
    let sought = bands
        .iter()
        .flat_map(|band| tables.map(|table| (band, table)));
    for (index, (band, table)) in sought.enumerate() {
        query
            .push(if index > 0 { " UNION ALL " } else { "" })
            .push("SELECT * FROM (SELECT document_id FROM ")
            .push(table)
            .push(" WHERE value = ")
            .push_bind(*band)
            .push(" LIMIT ")
            .push(EACH)
            .push(")");
    }
    query.push(") GROUP BY document_id ORDER BY COUNT(*) DESC, document_id LIMIT 32");
    let found = query.build_query_scalar::<String>();
    Ok(found.fetch_all(&mut **write).await?)
}

fn push_list(query: &mut QueryBuilder<Sqlite>, ids: &[String]) {
    let mut list = query.separated(", ");
    for id in ids {
        list.push_bind(id.clone());
    }
}

/// Remembers the bands of a document received before, and how many shingles it has.
///
/// # Errors
/// When the database refuses.
pub async fn put_bands(
    write: &mut Write<'_>,
    document: &str,
    (shingles, bands): (i64, &[i64]),
) -> Result<()> {
    let mut statements = Statements::new("");
    push_signatures(&mut statements, &[(document, bands)])?;
    statements
        .push("UPDATE document SET shingles = ")
        .push_bind(shingles)
        .push(" WHERE id = ")
        .push_bind(document);
    statements.build().execute(&mut **write).await?;
    Ok(())
}

/// Some documents whose bands are not written yet, as those received before there were any, with their texts.
///
/// # Errors
/// When the database cannot be read.
pub async fn documents_without_bands(write: &mut Write<'_>) -> Result<Vec<(String, String)>> {
    let rows = sqlx::query_as::<_, (String, LongText)>(
        "SELECT id, text FROM document WHERE shingles IS NULL ORDER BY id LIMIT 100",
    )
    .fetch_all(&mut **write)
    .await?;
    Ok(rows.into_iter().map(|(id, text)| (id, text.0)).collect())
}
