//! A batch of items, written in one transaction. Documents without a record that the archive has nothing like, neither
//! from before nor from earlier in the batch, are written many at once; all others one by one, each after those before it.

use std::collections::HashSet;

use anyhow::Context;

use crate::analysis::resolve::Resolver;
use crate::analysis::resolve::remark::Remark;
use crate::ingest::item::{Made, Outcome};
use crate::ingest::problem::Problem;
use crate::ingest::write::{Entry, put_entry};
use crate::model::document::{Document, digest, document_id, hexadecimal};
use crate::model::id::{DocumentId, EventId, SHORTEST, code_of_digest};
use crate::store::create::{Marks, NewEvent, create_events, find_familiar};
use crate::store::item::Item;
use crate::store::open::Write;
use crate::store::signature::sort_in_many;

/// What became of an item.
#[derive(Debug)]
pub struct Written {
    /// Its name.
    pub name: String,
    /// What became of it.
    pub outcome: Outcome,
    /// What is doubtful of the names in its draft.
    pub remarks: Vec<Remark>,
}

/// What a new document would be known by.
struct Mark {
    sha256: String,
    document: DocumentId,
    event: EventId,
}

/// Writes a batch; what is refused was not written.
///
/// # Errors
/// When the database fails; then the transaction must not be committed.
pub async fn put_batch(
    write: &mut Write<'_>,
    batch: Vec<Result<Entry, Box<Problem>>>,
    resolver: &Resolver,
) -> anyhow::Result<Vec<Written>> {
    let marks = find_new(write, &batch).await?;
    let (mut all, mut waiting) = (Vec::with_capacity(batch.len()), Vec::new());
    for (entry, mark) in batch.into_iter().zip(marks) {
        all.push(match entry.map(|entry| as_new(entry, mark)) {
            Ok(Ok((new, remarks))) => {
                let written = Written {
                    name: new.document.name.clone(),
                    outcome: Outcome::Created(new.id.clone()),
                    remarks,
                };
                waiting.push(new);
                written
            }
            Ok(Err(entry)) => {
                create_events(write, &std::mem::take(&mut waiting)).await?;
                put_one(write, *entry, resolver).await?
            }
            Err(problem) => Written {
                name: problem.file.clone(),
                outcome: Outcome::Refused(vec![*problem]),
                remarks: Vec::new(),
            },
        });
    }
    create_events(write, &waiting).await?;
    sort_in_many(write).await?;
    Ok(all)
}

async fn put_one(
    write: &mut Write<'_>,
    entry: Entry,
    resolver: &Resolver,
) -> anyhow::Result<Written> {
    let name = entry.input.name.clone();
    let remarks = entry.made.as_ref().map(|made| made.remarks.clone());
    let outcome = put_entry(write, entry, resolver).await;
    Ok(Written {
        outcome: outcome.with_context(|| format!("importing {name}"))?,
        remarks: remarks.unwrap_or_default(),
        name,
    })
}

/// Of each entry its mark, if it is a document without a record that the archive has nothing like and no entry before it
/// is like.
async fn find_new(
    write: &mut Write<'_>,
    batch: &[Result<Entry, Box<Problem>>],
) -> anyhow::Result<Vec<Option<Mark>>> {
    let (mut marks, mut seen) = (Vec::with_capacity(batch.len()), Seen::default());
    for entry in batch {
        let mark = entry.as_ref().ok().and_then(|entry| {
            let mark = mark_of(entry)?;
            let is_seen = seen.add(entry, &mark);
            (!is_seen && is_plain(entry)).then_some(mark)
        });
        marks.push(mark);
    }
    let asked = batch.iter().zip(&marks).enumerate();
    let (places, asked): (Vec<usize>, Vec<Marks<'_>>) = asked
        .filter_map(|(place, (entry, mark))| {
            let (entry, mark) = (entry.as_ref().ok()?, mark.as_ref()?);
            let (document, event) = (mark.document.as_str(), mark.event.as_str());
            let name = entry.input.name.as_str();
            Some((
                place,
                (name, &*mark.sha256, document, event, bands_of(entry)),
            ))
        })
        .unzip();
    for index in find_familiar(write, &asked).await? {
        if let Some(place) = places.get(index) {
            marks[*place] = None;
        }
    }
    Ok(marks)
}

/// Whether a draft was made of a document alone.
fn is_plain(entry: &Entry) -> bool {
    let made = entry.made.as_ref();
    entry.input.record.is_none() && made.is_some_and(|made| made.event.is_ok())
}

fn bands_of(entry: &Entry) -> &[i64] {
    let made = entry.made.as_ref();
    made.map_or(&[], |made| made.wording.bands())
}

fn mark_of(entry: &Entry) -> Option<Mark> {
    let digest = digest(entry.input.text.as_bytes());
    Some(Mark {
        sha256: hexadecimal(&digest),
        document: document_id(&digest, SHORTEST).ok()?,
        event: EventId::parse(&code_of_digest(&digest, SHORTEST)).ok()?,
    })
}

/// By what the entries of a batch so far are known.
#[derive(Default)]
struct Seen {
    names: HashSet<String>,
    documents: HashSet<DocumentId>,
    events: HashSet<EventId>,
    bands: HashSet<i64>,
}

impl Seen {
    /// Adds an entry, and tells whether one before it is like it. Of the same bytes are the same ids.
    fn add(&mut self, entry: &Entry, mark: &Mark) -> bool {
        let mut is_new = self.names.insert(entry.input.name.clone());
        is_new &= self.documents.insert(mark.document.clone());
        is_new &= self.events.insert(mark.event.clone());
        let record = entry.input.record.as_ref();
        if let Some(id) = record.and_then(|file| file.record.id.clone()) {
            self.events.insert(id);
        }
        for band in bands_of(entry) {
            is_new &= self.bands.insert(*band);
        }
        !is_new
    }
}

/// The event of an entry that has a mark; an entry without one is given back.
fn as_new(entry: Entry, mark: Option<Mark>) -> Result<(NewEvent, Vec<Remark>), Box<Entry>> {
    let Some(mark) = mark else {
        return Err(Box::new(entry));
    };
    let Entry {
        input,
        digest,
        made,
    } = entry;
    match made {
        Some(Made {
            event: Ok(event),
            wording,
            remarks,
        }) => {
            let item = Item {
                digest,
                event_id: mark.event.as_str().to_owned(),
                recorded: false,
            };
            let new = NewEvent {
                id: mark.event,
                event,
                document: Document::new(mark.document, input.name, mark.sha256, input.text),
                shingles: wording.len(),
                bands: wording.bands().to_vec(),
                item,
            };
            Ok((new, remarks))
        }
        made => Err(Box::new(Entry {
            input,
            digest,
            made,
        })),
    }
}
