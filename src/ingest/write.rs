//! Writing: an item goes into the archive within a transaction, or is refused before anything of it is written. A
//! document without a record that is a reprint becomes a source of the event it reprints.

use crate::analysis::resolve::Resolver;
use crate::ingest::item::{Input, Made, Outcome, problem};
use crate::ingest::problem::{Finding, Problem, Step};
use crate::ingest::reprint::{Near, absorb, find_near, leave, measure};
use crate::model::document::{Document, digest, document_id, hexadecimal};
use crate::model::event::Event;
use crate::model::id::{DocumentId, EventId, IdError, LONGEST, SHORTEST, code_of_digest};
use crate::store::StoreError;
use crate::store::change::{Action, append_updated};
use crate::store::document::{Alike, find_alike, insert_document, is_taken};
use crate::store::event::put_event;
use crate::store::forward::{is_spent, merge_event};
use crate::store::item::{Item, find_item, find_item_of_event, is_free, put_item};
use crate::store::open::Write;
use crate::store::source::{Held, SourceLink, delete_source, find_held, put_source};

/// An item to be written.
#[derive(Debug)]
pub struct Entry {
    /// What it is made from.
    pub input: Input,
    /// The digest of that.
    pub digest: String,
    /// What was made of it; nothing where the archive seemed to hold it already.
    pub made: Option<Made>,
}

/// What the archive has of an item.
struct Known {
    item: Option<Item>,
    /// If it is a source of another document's event.
    held: Option<Held>,
}

/// A document, and whether the archive has it.
struct Found {
    document: Document,
    is_new: bool,
}

type Refusable<T> = Result<Result<T, Box<Problem>>, StoreError>;

/// Writes an item.
///
/// # Errors
/// When the database fails; then the transaction must not be committed.
pub async fn put_entry(
    write: &mut Write<'_>,
    entry: Entry,
    resolver: &Resolver,
) -> Result<Outcome, StoreError> {
    let Entry {
        input,
        digest,
        made,
    } = entry;
    let item = find_item(write, &input.name).await?;
    if let Some(item) = item
        .as_ref()
        .filter(|item| is_settled(item, &digest, &input))
    {
        return Ok(match EventId::parse(&item.event_id) {
            Ok(id) => Outcome::Unchanged(id),
            Err(error) => Outcome::Refused(vec![problem(&input, "id", error.to_string())]),
        });
    }
    let made = made.unwrap_or_else(|| Made::of(&input, resolver));
    let found = match find_own_document(write, &input).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(Outcome::Refused(vec![*refusal])),
    };
    let held = match &item {
        Some(item) => find_held(write, &input.name, &item.event_id).await?,
        None => None,
    };
    if let Some(held) = &held
        && is_withdrawn(write, &held.event_id).await?
    {
        let message = format!(
            "the event «{}» that it is a source of was withdrawn",
            held.event_id
        );
        return Ok(Outcome::Refused(vec![problem(
            &input,
            "withdrawn",
            message,
        )]));
    }
    let event = match &made.event {
        Ok(event) => event,
        Err(problems) => return Ok(Outcome::Refused(problems.clone())),
    };
    let known = Known { item, held };
    let outcome = match find_joined(write, &input, &known, (&made, event), &found).await? {
        Some(near) => put_reprint(write, &input, &known, &made, (&found, near)).await?,
        None => put_own(write, &input, &known, (&made, event), &found).await?,
    };
    let id = match &outcome {
        Outcome::Created(id) | Outcome::Updated(id) | Outcome::Unchanged(id) => id,
        Outcome::Joined(near) => &near.event,
        Outcome::Refused(_) => return Ok(outcome),
    };
    let item = Item {
        digest,
        event_id: id.as_str().to_owned(),
        recorded: input.record.is_some(),
    };
    put_item(write, &input.name, &item).await?;
    Ok(outcome)
}

async fn is_withdrawn(write: &mut Write<'_>, event: &str) -> Result<bool, StoreError> {
    match EventId::parse(event) {
        Ok(id) => is_spent(write, &id).await,
        Err(_) => Ok(false),
    }
}

/// An item stays as it is when nothing moved, or when a bare document comes again whose event a
/// person has recorded: a record is never thrown away for a draft.
fn is_settled(item: &Item, digest: &str, input: &Input) -> bool {
    item.digest == digest || (item.recorded && input.record.is_none())
}

/// The event of another document that this one is a source of. What has a record, or an event of its own, is none.
async fn find_joined(
    write: &mut Write<'_>,
    input: &Input,
    known: &Known,
    (made, event): (&Made, &Event),
    found: &Found,
) -> Result<Option<Near>, StoreError> {
    if input.record.is_some() || (known.item.is_some() && known.held.is_none()) {
        return Ok(None);
    }
    if let Some(held) = &known.held
        && held.similarity.is_none()
        && let Ok(event) = EventId::parse(&held.event_id)
    {
        // A person joined them; that is not undone here.
        return Ok(Some(Near {
            event,
            name: String::new(),
            similarity: None,
        }));
    }
    find_near(write, &made.wording, event, found.document.id.as_str()).await
}

async fn put_reprint(
    write: &mut Write<'_>,
    input: &Input,
    known: &Known,
    made: &Made,
    (found, near): (&Found, Near),
) -> Result<Outcome, StoreError> {
    put_document(write, found, made).await?;
    let mut is_news = false;
    if let Some(held) = &known.held {
        let is_other = held.document_id != found.document.id.as_str();
        if is_other || held.event_id != near.event.as_str() {
            leave(write, &held.document_id, &held.event_id).await?;
            is_news = true;
        }
    }
    let link = SourceLink {
        document: found.document.id.clone(),
        publication: input.source.clone(),
        similarity: near.similarity,
    };
    is_news |= put_source(write, &near.event, &link).await?;
    if !is_news {
        return Ok(Outcome::Unchanged(near.event));
    }
    append_updated(write, near.event.as_str()).await?;
    Ok(Outcome::Joined(near))
}

async fn put_own(
    write: &mut Write<'_>,
    input: &Input,
    known: &Known,
    (made, event): (&Made, &Event),
    found: &Found,
) -> Result<Outcome, StoreError> {
    let own = known.item.as_ref().filter(|_| known.held.is_none());
    let own = own.and_then(|item| EventId::parse(&item.event_id).ok());
    let id = match choose_id(write, input, own.as_ref(), &found.document).await? {
        Ok(id) => id,
        Err(refusal) => return Ok(Outcome::Refused(vec![*refusal])),
    };
    put_document(write, found, made).await?;
    let document = &found.document.id;
    if let Some(held) = &known.held {
        leave(write, &held.document_id, &held.event_id).await?;
    }
    if !found.is_new {
        delete_source(write, document.as_str()).await?;
    }
    let action = put_event(write, &id, document, event).await?;
    if let Some(old) = own.filter(|old| *old != id) {
        merge_event(write, &old, &id).await?;
    }
    if action.is_some() && input.record.is_some() {
        absorb(write, &made.wording, (&id, event), document.as_str()).await?;
    }
    Ok(match action {
        Some(Action::Created) => Outcome::Created(id),
        Some(_) => {
            measure(write, &made.wording, &id, "").await?;
            Outcome::Updated(id)
        }
        None => Outcome::Unchanged(id),
    })
}

async fn put_document(write: &mut Write<'_>, found: &Found, made: &Made) -> Result<(), StoreError> {
    if found.is_new {
        let wording = (made.wording.len(), made.wording.bands());
        insert_document(write, &found.document, Some(wording)).await?;
    }
    Ok(())
}

/// The document of these bytes, if the archive has it, else a new one.
async fn find_own_document(write: &mut Write<'_>, input: &Input) -> Refusable<Found> {
    let bytes = digest(input.text.as_bytes());
    let sha256 = hexadecimal(&bytes);
    let first = document_id(&bytes, SHORTEST);
    let alike = match &first {
        Ok(id) => find_alike(write, &sha256, id.as_str()).await?,
        Err(_) => Alike::default(),
    };
    let is_new = alike.same.is_none();
    let id = match alike.same {
        Some((_, name)) if name != input.name => {
            let message = format!("the archive has the same text as «{name}»: import it once");
            return Ok(Err(Box::new(problem(input, "duplicate", message))));
        }
        Some((id, _)) => DocumentId::parse(&id),
        None if alike.is_taken => find_free_id(write, &bytes).await?,
        None => first,
    };
    let id = match id {
        Ok(id) => id,
        Err(error) => return Ok(Err(Box::new(problem(input, "id", error.to_string())))),
    };
    let (name, text) = (input.name.clone(), input.text.clone());
    let document = Document::new(id, name, sha256, text);
    Ok(Ok(Found { document, is_new }))
}

/// The shortest id of a digest that no document has, beyond the shortest of all.
async fn find_free_id(
    write: &mut Write<'_>,
    digest: &[u8; 32],
) -> Result<Result<DocumentId, IdError>, StoreError> {
    for length in SHORTEST + 1..LONGEST {
        match document_id(digest, length) {
            Ok(id) if is_taken(write, id.as_str()).await? => {}
            other => return Ok(other),
        }
    }
    Ok(document_id(digest, LONGEST))
}

/// The id of the event: the record's, else the one it has, else a new one from the digest.
async fn choose_id(
    write: &mut Write<'_>,
    input: &Input,
    own: Option<&EventId>,
    document: &Document,
) -> Refusable<EventId> {
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
        let finding = Finding::new(vec![Step::Key("id")], "id", message);
        return Ok(Err(Box::new(finding.problem(name, source))));
    }
    if let Some(id) = own {
        if is_spent(write, id).await? {
            let message = format!("its event «{id}» was withdrawn or merged away");
            return Ok(Err(Box::new(problem(input, "withdrawn", message))));
        }
        return Ok(Ok(id.clone()));
    }
    let bytes = digest(document.text.as_bytes());
    for length in SHORTEST..=LONGEST {
        if let Ok(id) = EventId::parse(&code_of_digest(&bytes, length))
            && is_free(write, id.as_str()).await?
        {
            return Ok(Ok(id));
        }
    }
    let message = "no id is left for this document".to_owned();
    Ok(Err(Box::new(problem(input, "id", message))))
}
