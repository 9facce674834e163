//! The change log: every change to what the archive holds has a number, and all views (the
//! index, the page cache) are functions of the log up to such a number.

use serde::{Deserialize, Serialize};

use crate::model::event::Event;
use crate::model::id::{DocumentId, EventId};

/// A place in the change log; 0 before the first change.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct ChangeNumber(pub i64);

/// What the log says of one event after its last change.
#[derive(Debug, Clone, PartialEq)]
pub enum EventChange {
    /// The event is there and looks like this.
    Present(Box<IndexedEvent>),
    /// The event was withdrawn or merged away.
    Gone(EventId),
}

impl EventChange {
    /// Which event.
    #[must_use]
    pub fn id(&self) -> &EventId {
        match self {
            Self::Present(event) => &event.id,
            Self::Gone(id) => id,
        }
    }
}

/// All that a view needs of an event.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexedEvent {
    /// Its id.
    pub id: EventId,
    /// Its document.
    pub document_id: DocumentId,
    /// The document's name.
    pub document_name: String,
    /// Its current state.
    pub event: Event,
    /// The whole text of its document.
    pub text: String,
    /// Further names, in any script, of the organizations, people, places and countries of the
    /// event, under which a reader may look for it.
    pub names: Vec<String>,
}
