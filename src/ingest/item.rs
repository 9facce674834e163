//! One item: a document with or without a record, made into an event and written in one
//! transaction, or refused with its problems.

use sha2::{Digest, Sha256};

use crate::analysis;
use crate::ingest::attest::attest;
use crate::ingest::check::check_record;
use crate::ingest::problem::{Problem, Step};
use crate::ingest::seed::RecordFile;
use crate::model::authority::Authorities;
use crate::model::document::{Document, Source, digest, document_id, hexadecimal};
use crate::model::event::Event;
use crate::model::id::{EventId, code_of_digest};
use crate::store::StoreError;
use crate::store::change::Action;
use crate::store::document::{find_by_digest, insert_document, is_taken};
use crate::store::event::put_event;
use crate::store::forward::{is_spent, merge_event};
use crate::store::item::{Item, find_item, find_item_of_event, put_item};
use crate::store::open::{Write, Writer};

/// Raised when the same input makes another event, so that items are made anew.
const VERSION: &[u8] = b"1";

/// A document to be imported.
#[derive(Debug, Clone)]
pub struct Input {
    /// Where it comes from, as the user named it.
    pub file: String,
    /// The line, in a bulk file.
    pub line: Option<usize>,
    /// Its name in the archive.
    pub name: String,
    /// Its text.
    pub text: String,
    /// A title known from elsewhere.
    pub title: Option<String>,
    /// What is known of it.
    pub source: Source,
    /// A person's record of it.
    pub record: Option<RecordFile>,
}

/// How an import is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Write.
    Write,
    /// Tell what would be written.
    Dry,
}

/// What became of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A new event.
    Created(EventId),
    /// A new state of an event.
    Updated(EventId),
    /// Nothing had changed.
    Unchanged(EventId),
    /// It was not taken.
    Refused(Vec<Problem>),
}

/// Makes the event of an input, without writing anything.
///
/// # Errors
/// All the problems of its record.
pub fn make_event(input: &Input, authorities: &Authorities) -> Result<Event, Vec<Problem>> {
    if input.text.trim().is_empty() {
        let message = "the document is empty: there is nothing to record".to_owned();
        return Err(vec![problem(input, "empty", message)]);
    }
    let Some(file) = &input.record else {
        let mut event = analysis::event::draft_with(&input.text, input.source.published.as_ref());
        event.source = input.source.clone();
        if let Some(title) = &input.title {
            event.title = crate::text::clean::strip_controls(title.trim());
        }
        return Ok(event);
    };
    let mut findings = check_record(&file.record);
    match attest(&input.text, &file.record, authorities) {
        Ok(event) if findings.is_empty() => Ok(event),
        Ok(_) => Err(problems(file, findings)),
        Err(further) => {
            findings.extend(further);
            Err(problems(file, findings))
        }
    }
}

fn problems(file: &RecordFile, findings: Vec<super::problem::Finding>) -> Vec<Problem> {
    let findings = findings.into_iter();
    findings
        .map(|finding| finding.problem(&file.file, &file.source))
        .collect()
}

fn problem(input: &Input, rule: &'static str, message: String) -> Problem {
    Problem {
        file: input.file.clone(),
        line: input.line,
        rule,
        message,
    }
}

/// A digest of everything an item's event is made from.
fn digest_of(input: &Input, authorities: &[u8; 32]) -> String {
    let mut hash = Sha256::new();
    let version = analysis::VERSION.to_le_bytes();
    let record = input
        .record
        .as_ref()
        .map_or("", |record| record.source.as_str());
    let source = serde_json::to_string(&input.source).unwrap_or_default();
    let title = input.title.as_deref().unwrap_or("");
    let parts: [&[u8]; 7] = [
        VERSION,
        &version,
        input.text.as_bytes(),
        record.as_bytes(),
        source.as_bytes(),
        title.as_bytes(),
        authorities,
    ];
    for part in parts {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    hexadecimal(&hash.finalize().into())
}

/// Imports an item in one transaction; a dry run tells what would happen and writes nothing.
/// `fingerprint` is the digest of the authorities.
///
/// # Errors
/// When the database fails; then nothing of the item is kept.
pub async fn import_item(
    writer: &mut Writer,
    input: &Input,
    (authorities, fingerprint): (&Authorities, &[u8; 32]),
    mode: Mode,
) -> Result<Outcome, StoreError> {
    let mut write = match mode {
        Mode::Write => writer.begin().await?,
        Mode::Dry => writer.rehearse().await?,
    };
    let item = find_item(&mut write, &input.name).await?;
    let new = digest_of(input, fingerprint);
    if let Some(item) = item.as_ref().filter(|item| is_settled(item, &new, input)) {
        return Ok(match EventId::parse(&item.event_id) {
            Ok(id) => Outcome::Unchanged(id),
            Err(error) => Outcome::Refused(vec![problem(input, "id", error.to_string())]),
        });
    }
    let event = match make_event(input, authorities) {
        Ok(event) => event,
        Err(problems) => return Ok(Outcome::Refused(problems)),
    };
    let document = match put_document(&mut write, input).await? {
        Ok(document) => document,
        Err(refusal) => return Ok(Outcome::Refused(vec![*refusal])),
    };
    let id = match choose_id(&mut write, input, item.as_ref(), &document).await? {
        Ok(id) => id,
        Err(refusal) => return Ok(Outcome::Refused(vec![*refusal])),
    };
    let action = put_event(&mut write, &id, &document.id, &event).await?;
    if let Some(old) = item
        .as_ref()
        .and_then(|item| EventId::parse(&item.event_id).ok())
        && old != id
    {
        merge_event(&mut write, &old, &id).await?;
    }
    let recorded = input.record.is_some();
    let (digest, event_id) = (new, id.as_str().to_owned());
    put_item(
        &mut write,
        &input.name,
        &Item {
            digest,
            event_id,
            recorded,
        },
    )
    .await?;
    if mode == Mode::Write {
        write.commit().await?;
    }
    Ok(match action {
        Some(Action::Created) => Outcome::Created(id),
        Some(_) => Outcome::Updated(id),
        None => Outcome::Unchanged(id),
    })
}

/// An item stays as it is when nothing moved, or when a bare document comes again whose event a
/// person has recorded: a record is never thrown away for a draft.
fn is_settled(item: &Item, digest: &str, input: &Input) -> bool {
    item.digest == digest || (item.recorded && input.record.is_none())
}

async fn put_document(
    write: &mut Write<'_>,
    input: &Input,
) -> Result<Result<Document, Box<Problem>>, StoreError> {
    let bytes = digest(input.text.as_bytes());
    let sha256 = hexadecimal(&bytes);
    let mut document = None;
    if let Some((id, name)) = find_by_digest(write, &sha256).await? {
        if name != input.name {
            let message = format!("the archive has the same text as «{name}»: import it once");
            return Ok(Err(Box::new(problem(input, "duplicate", message))));
        }
        document = crate::model::id::DocumentId::parse(&id).ok();
    }
    let known = document.is_some();
    let mut length = 8;
    let id = loop {
        if let Some(id) = document {
            break id;
        }
        match document_id(&bytes, length) {
            Ok(id) if length < 26 && is_taken(write, id.as_str()).await? => length += 1,
            Ok(id) => break id,
            Err(error) => return Ok(Err(Box::new(problem(input, "id", error.to_string())))),
        }
    };
    let (name, text) = (input.name.clone(), input.text.clone());
    let document = Document::new(id, name, sha256, text);
    if !known {
        insert_document(write, &document).await?;
    }
    Ok(Ok(document))
}

/// The id of the event: the record's, else the one it has, else a new one from the digest.
async fn choose_id(
    write: &mut Write<'_>,
    input: &Input,
    item: Option<&Item>,
    document: &Document,
) -> Result<Result<EventId, Box<Problem>>, StoreError> {
    let recorded = input
        .record
        .as_ref()
        .and_then(|file| file.record.id.clone());
    if let Some(id) = recorded {
        let owner = find_item_of_event(write, id.as_str()).await?;
        let message = match owner.filter(|owner| *owner != input.name) {
            Some(owner) => format!(
                "the id «{id}» belongs to the record of «{owner}»: give another, never used before"
            ),
            None if is_spent(write, &id).await? => {
                format!("the id «{id}» was withdrawn or merged away: ids are never used again")
            }
            None => return Ok(Ok(id)),
        };
        let file = input.record.as_ref();
        let (name, source) = file.map_or(("", ""), |file| (&*file.file, &*file.source));
        let finding = super::problem::Finding::new(vec![Step::Key("id")], "id", message);
        return Ok(Err(Box::new(finding.problem(name, source))));
    }
    if let Some(id) = item.and_then(|item| EventId::parse(&item.event_id).ok()) {
        if is_spent(write, &id).await? {
            let message = format!("its event «{id}» was withdrawn or merged away");
            return Ok(Err(Box::new(problem(input, "withdrawn", message))));
        }
        return Ok(Ok(id));
    }
    let bytes = digest(document.text.as_bytes());
    for length in 8..=26 {
        if let Ok(id) = EventId::parse(&code_of_digest(&bytes, length)) {
            let taken = find_item_of_event(write, id.as_str()).await?.is_some();
            if !taken && !is_spent(write, &id).await? {
                return Ok(Ok(id));
            }
        }
    }
    let message = "no id is left for this document".to_owned();
    Ok(Err(Box::new(problem(input, "id", message))))
}
