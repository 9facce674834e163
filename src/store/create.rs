//! Events of documents that the archive has nothing like, written many at once.

use crate::model::document::Document;
use crate::model::event::Event;
use crate::model::id::EventId;
use crate::store::change::Action;
use crate::store::item::Item;
use crate::store::open::Write;
use crate::store::rows::{
    DocumentRows, ItemRow, StateRows, Statements, push_documents, push_items, push_states,
};
use crate::store::signature::FOLLOW;
use crate::store::{Result, write_json};

/// What a new document is known by: its name, its digest, the ids that it and its event would get, and its bands.
pub type Marks<'a> = (&'a str, &'a str, &'a str, &'a str, &'a [i64]);

/// A new document with its event.
#[derive(Debug)]
pub struct NewEvent {
    /// The event's id.
    pub id: EventId,
    /// The event.
    pub event: Event,
    /// What it rests on.
    pub document: Document,
    /// How many shingles the document has.
    pub shingles: i64,
    /// Its bands.
    pub bands: Vec<i64>,
    /// What the archive is to remember of the import; the document's name is the item's.
    pub item: Item,
}

/// So many are written with one statement at most; others with half as many, a quarter and so on, so that few statements
/// serve any number and stay prepared.
const TOGETHER: usize = 32;

/// Which of these the archive has something like: an item of the name, a document of the same bytes, an id that is taken
/// or was, or a document with a band in common. The places in the list.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_familiar(write: &mut Write<'_>, marks: &[Marks<'_>]) -> Result<Vec<usize>> {
    let mut query = Statements::new(FOLLOW);
    query.push("SELECT new.key FROM json_each(");
    query.push_bind(write_json("document", "", &marks)?).push(
        ") AS new WHERE
            EXISTS (SELECT 1 FROM item WHERE name = new.value ->> 0)
            OR EXISTS (SELECT 1 FROM document WHERE sha256 = new.value ->> 1)
            OR EXISTS (SELECT 1 FROM document WHERE id = new.value ->> 2)
            OR EXISTS (SELECT 1 FROM item WHERE event_id = new.value ->> 3)
            OR EXISTS (SELECT 1 FROM revision WHERE event_id = new.value ->> 3)
            OR EXISTS (SELECT 1 FROM tombstone WHERE noun = 'event' AND id = new.value ->> 3)
            OR EXISTS (SELECT 1 FROM redirect WHERE noun = 'event' AND from_id = new.value ->> 3)
            OR EXISTS (SELECT 1 FROM json_each(new.value, '$[4]') AS own
                CROSS JOIN band ON band.value = own.value)
            OR EXISTS (SELECT 1 FROM json_each(new.value, '$[4]') AS own
                CROSS JOIN waiting_band AS band ON band.value = own.value)",
    );
    let familiar = query.build_query_scalar::<i64>();
    let familiar = familiar.fetch_all(&mut **write).await?;
    let places = familiar
        .into_iter()
        .filter_map(|key| usize::try_from(key).ok());
    Ok(places.collect())
}

/// Writes events of which none is familiar, neither to the archive nor to another of them.
///
/// # Errors
/// When the database refuses; then nothing may be committed.
pub async fn create_events(write: &mut Write<'_>, events: &[NewEvent]) -> Result<()> {
    let mut rest = events;
    let mut together = TOGETHER;
    while !rest.is_empty() {
        while together > rest.len() {
            together /= 2;
        }
        let (chunk, others) = rest.split_at(together);
        create_together(write, chunk).await?;
        rest = others;
    }
    Ok(())
}

async fn create_together(write: &mut Write<'_>, events: &[NewEvent]) -> Result<()> {
    let json = |new: &NewEvent| write_json("event", new.id.as_str(), &new.event);
    let json: Vec<String> = events.iter().map(json).collect::<Result<_>>()?;
    let documents = events.iter().map(|new| DocumentRows {
        document: &new.document,
        wording: Some((new.shingles, &new.bands)),
    });
    let states = events.iter().zip(&json).map(|(new, json)| StateRows {
        id: new.id.as_str(),
        number: 1,
        document: new.document.id.as_str(),
        event: &new.event,
        json,
        action: Action::Created,
    });
    let items = events.iter().map(|new| ItemRow {
        name: &new.document.name,
        item: &new.item,
    });
    let mut statements = Statements::new("");
    push_documents(&mut statements, &documents.collect::<Vec<_>>())?;
    push_states(&mut statements, &states.collect::<Vec<_>>())?;
    push_items(&mut statements, &items.collect::<Vec<_>>());
    statements.build().execute(&mut **write).await?;
    Ok(())
}
