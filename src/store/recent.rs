//! The records read last, kept as read: a list shows many events, and an event is asked for in several
//! faces. Bounded by bytes. A record is kept under the change it was read at, so that one read just
//! before a change is never given after it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use moka::sync::Cache;

use crate::model::change::ChangeNumber;
use crate::model::id::EventId;
use crate::store::event::StoredEvent;

/// The records at hand; none at all unless room was given.
#[derive(Debug, Clone, Default)]
pub(crate) struct Recent {
    records: Option<Cache<(ChangeNumber, EventId), Arc<StoredEvent>>>,
    now: Arc<AtomicI64>,
}

impl Recent {
    /// Room for so many bytes; none for 0.
    pub(crate) fn new(bytes: u64) -> Self {
        let records = (bytes > 0).then(|| {
            Cache::builder()
                .max_capacity(bytes)
                .weigher(|_, stored: &Arc<StoredEvent>| weight(stored))
                .build()
        });
        Self {
            records,
            now: Arc::default(),
        }
    }

    /// The change that records are read at now.
    pub(crate) fn now(&self) -> ChangeNumber {
        ChangeNumber(self.now.load(Ordering::Acquire))
    }

    /// The record of this id, if it was read at this change.
    pub(crate) fn find(&self, at: ChangeNumber, id: &EventId) -> Option<Arc<StoredEvent>> {
        self.records.as_ref()?.get(&(at, id.clone()))
    }

    /// Keeps a record that began to be read at this change.
    pub(crate) fn keep(&self, at: ChangeNumber, stored: StoredEvent) -> Arc<StoredEvent> {
        let stored = Arc::new(stored);
        if let Some(records) = &self.records {
            records.insert((at, stored.id.clone()), Arc::clone(&stored));
        }
        stored
    }

    /// Forgets all, because the archive has changed.
    pub(crate) fn advance(&self, to: ChangeNumber) {
        self.now.store(to.0, Ordering::Release);
        if let Some(records) = &self.records {
            records.invalidate_all();
        }
    }
}

/// About what a record takes: its text, and as much again for each piece of evidence's words.
fn weight(stored: &StoredEvent) -> u32 {
    let quotes: usize = stored
        .event
        .evidence()
        .map(|evidence| evidence.quote.len() + 200)
        .sum();
    u32::try_from(stored.document.text.len() + quotes + 4096).unwrap_or(u32::MAX)
}
