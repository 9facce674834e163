//! The self-check of the database: its own integrity, every document against its digest, and every
//! evidence of every revision against the text it cites.

use crate::model::document::{digest, hexadecimal};
use crate::store::Result;
use crate::store::event::{EventRow, select_event};
use crate::store::open::Reader;

/// What a self-check saw.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verification {
    /// Documents read.
    pub documents: u64,
    /// Revisions read.
    pub revisions: u64,
    /// Further sources of events.
    pub sources: u64,
    /// Pieces of evidence re-read.
    pub evidence: u64,
    /// What is wrong, a line each; empty when all is well.
    pub faults: Vec<String>,
}

/// Reads the whole archive again and reports what does not hold.
///
/// # Errors
/// When the database cannot be read at all.
pub async fn verify(reader: &Reader) -> Result<Verification> {
    let mut verification = Verification::default();
    let integrity = sqlx::query_scalar::<_, String>("PRAGMA integrity_check")
        .fetch_all(&mut *reader.connection().await)
        .await?;
    let sound = |line: &String| line == "ok";
    verification
        .faults
        .extend(integrity.into_iter().filter(|line| !sound(line)));
    verify_references(reader, &mut verification).await?;
    verify_documents(reader, &mut verification).await?;
    verify_sources(reader, &mut verification).await?;
    verify_revisions(reader, &mut verification).await?;
    Ok(verification)
}

async fn verify_references(reader: &Reader, verification: &mut Verification) -> Result<()> {
    let broken = sqlx::query_as::<_, (String, Option<i64>, String)>(
        "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check",
    )
    .fetch_all(&mut *reader.connection().await)
    .await?;
    for (table, row, parent) in broken {
        let row = row.unwrap_or_default();
        let fault = format!("{table}, row {row}: refers to a {parent} that is not there");
        verification.faults.push(fault);
    }
    let lost = sqlx::query_scalar::<_, String>(
        "SELECT id FROM event WHERE NOT EXISTS (SELECT 1 FROM revision
         WHERE event_id = event.id AND revision.number = event.revision)",
    )
    .fetch_all(&mut *reader.connection().await)
    .await?;
    let fault = |id| format!("event {id}: its current revision is missing");
    verification.faults.extend(lost.into_iter().map(fault));
    Ok(())
}

async fn verify_documents(reader: &Reader, verification: &mut Verification) -> Result<()> {
    let mut after = String::new();
    loop {
        let rows = sqlx::query_as::<_, (String, String, String)>(
            "SELECT id, sha256, text FROM document WHERE id > ? ORDER BY id LIMIT 100",
        )
        .bind(&after)
        .fetch_all(&mut *reader.connection().await)
        .await?;
        let Some((last, ..)) = rows.last() else {
            return Ok(());
        };
        after.clone_from(last);
        for (id, sha256, text) in rows {
            verification.documents += 1;
            if hexadecimal(&digest(text.as_bytes())) != sha256 {
                let fault = format!("document {id}: its text does not have its SHA-256");
                verification.faults.push(fault);
            }
        }
    }
}

/// A source has an event, present or withdrawn, that was drawn from another document, and a document whose bands can be
/// found is found by them.
async fn verify_sources(reader: &Reader, verification: &mut Verification) -> Result<()> {
    let sources = sqlx::query_scalar::<_, i64>("SELECT COUNT(*) FROM source")
        .fetch_one(&mut *reader.connection().await)
        .await?;
    verification.sources = u64::try_from(sources).unwrap_or_default();
    for (query, fault) in [
        (
            "SELECT document_id FROM source WHERE NOT EXISTS (SELECT 1 FROM event WHERE id = event_id)
             AND NOT EXISTS (SELECT 1 FROM tombstone WHERE noun = 'event' AND id = event_id)",
            "it is a source of an event that is not there",
        ),
        (
            "SELECT source.document_id FROM source JOIN event ON id = event_id
             WHERE source.document_id = event.document_id",
            "it is a further source of its own event",
        ),
        (
            "SELECT document_id FROM source WHERE NOT COALESCE(similarity, 1) BETWEEN 0 AND 1",
            "its similarity is not between 0 and 1",
        ),
        (
            "SELECT id FROM document WHERE shingles > 0
             AND id NOT IN (SELECT document_id FROM band UNION ALL SELECT document_id FROM signature)",
            "its bands are missing, so its reprints are not found",
        ),
    ] {
        let found = sqlx::query_scalar::<_, String>(query)
            .fetch_all(&mut *reader.connection().await)
            .await?;
        let told = found.iter().map(|id| format!("document {id}: {fault}"));
        verification.faults.extend(told);
    }
    Ok(())
}

async fn verify_revisions(reader: &Reader, verification: &mut Verification) -> Result<()> {
    let (mut after, mut number) = (String::new(), 0);
    loop {
        let rows = sqlx::query_as::<_, EventRow>(select_event!(
            "WHERE (revision.event_id, revision.number) > (?, ?)
             ORDER BY revision.event_id, revision.number LIMIT 100"
        ))
        .bind(&after)
        .bind(number)
        .fetch_all(&mut *reader.connection().await)
        .await?;
        if rows.is_empty() {
            return Ok(());
        }
        for row in rows {
            (after, number) = row.key();
            verification.revisions += 1;
            match row.stored_event() {
                Ok(stored) => verify_evidence(&stored, verification),
                Err(error) => verification.faults.push(error.to_string()),
            }
        }
    }
}

fn verify_evidence(stored: &crate::store::event::StoredEvent, verification: &mut Verification) {
    for evidence in stored.event.evidence() {
        verification.evidence += 1;
        if !evidence.holds_in(&stored.document.text) {
            verification.faults.push(format!(
                "event {}, revision {}: «{}» does not stand at {}–{} of document {}",
                stored.id,
                stored.revision,
                evidence.quote,
                evidence.start,
                evidence.end,
                stored.document.id
            ));
        }
    }
}
