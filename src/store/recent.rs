//! The records read last, kept as read: a list shows many events, and an event is asked for in several
//! faces. Bounded by bytes. A record is kept under the change it was read at, so that one read just
//! before a change is never given after it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use moka::sync::Cache;

use crate::model::change::ChangeNumber;
use crate::model::id::EventId;
use crate::store::adjacent::InTime;
use crate::store::event::StoredEvent;
use crate::store::related::{InContext, Related};
use crate::store::source::SourceEntry;

/// What an event's page tells beside the event.
#[derive(Debug, Default)]
pub(crate) struct Context {
    /// The events related to it.
    pub(crate) related: Vec<Related>,
    /// Its further sources.
    pub(crate) sources: Vec<SourceEntry>,
    /// The events beside it in time.
    pub(crate) in_time: InTime,
}

/// A record at hand, alone or in its context.
#[derive(Debug, Clone)]
enum Kept {
    Alone(Arc<StoredEvent>),
    InContext(InContext),
}

/// The records at hand; none at all unless room was given.
#[derive(Debug, Default)]
pub(crate) struct Recent {
    records: Option<Cache<(ChangeNumber, EventId), Kept>>,
    now: AtomicI64,
}

impl Recent {
    /// Room for so many bytes; none for 0.
    pub(crate) fn new(bytes: u64) -> Self {
        let records = (bytes > 0).then(|| {
            Cache::builder()
                .max_capacity(bytes)
                .weigher(|_, kept: &Kept| weight(kept))
                .build()
        });
        Self {
            records,
            now: AtomicI64::default(),
        }
    }

    /// The change that records are read at now.
    pub(crate) fn now(&self) -> ChangeNumber {
        ChangeNumber(self.now.load(Ordering::Acquire))
    }

    /// The record of this id, if it was read at this change.
    pub(crate) fn find(&self, at: ChangeNumber, id: &EventId) -> Option<Arc<StoredEvent>> {
        Some(match self.records.as_ref()?.get(&(at, id.clone()))? {
            Kept::Alone(stored) => stored,
            Kept::InContext(found) => found.stored,
        })
    }

    /// The record of this id in its context, if both were read at this change.
    pub(crate) fn find_in_context(&self, at: ChangeNumber, id: &EventId) -> Option<InContext> {
        match self.records.as_ref()?.get(&(at, id.clone()))? {
            Kept::Alone(_) => None,
            Kept::InContext(found) => Some(found),
        }
    }

    /// Keeps a record that began to be read at this change.
    pub(crate) fn keep(&self, at: ChangeNumber, stored: StoredEvent) -> Arc<StoredEvent> {
        let stored = Arc::new(stored);
        self.insert(at, Kept::Alone(Arc::clone(&stored)));
        stored
    }

    /// Keeps a record with its context, both of which began to be read at this change.
    pub(crate) fn keep_in_context(
        &self,
        at: ChangeNumber,
        stored: StoredEvent,
        context: Context,
    ) -> InContext {
        let found = InContext {
            stored: Arc::new(stored),
            related: Arc::from(context.related),
            sources: Arc::from(context.sources),
            in_time: Arc::new(context.in_time),
        };
        self.insert(at, Kept::InContext(found.clone()));
        found
    }

    fn insert(&self, at: ChangeNumber, kept: Kept) {
        if let Some(records) = &self.records {
            records.insert((at, kept.stored().id.clone()), kept);
        }
    }

    /// Forgets all, because the archive has changed.
    pub(crate) fn advance(&self, to: ChangeNumber) {
        self.now.store(to.0, Ordering::Release);
        if let Some(records) = &self.records {
            records.invalidate_all();
        }
    }
}

impl Kept {
    fn stored(&self) -> &StoredEvent {
        match self {
            Self::Alone(stored) => stored,
            Self::InContext(found) => &found.stored,
        }
    }
}

/// About what a record takes: its text, as much again for each piece of evidence's words, the related titles, and the
/// texts of the further sources.
fn weight(kept: &Kept) -> u32 {
    let stored = kept.stored();
    let quotes: usize = stored
        .event
        .evidence()
        .map(|evidence| evidence.quote.len() + 200)
        .sum();
    let context = match kept {
        Kept::Alone(_) => 0,
        Kept::InContext(found) => {
            let sources = found.sources.iter();
            let texts: usize = sources.map(|one| one.document.text.len() + 1024).sum();
            found.related.len() * 500 + texts
        }
    };
    u32::try_from(stored.document.text.len() + quotes + context + 4096).unwrap_or(u32::MAX)
}
