//! The records read last, kept as read: a list shows many events, and an event is asked for in several
//! faces. Bounded by bytes. A record is kept under the change it was read at, so that one read just
//! before a change is never given after it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use moka::sync::Cache;

use crate::model::change::ChangeNumber;
use crate::model::id::EventId;
use crate::store::event::StoredEvent;
use crate::store::related::{InContext, Related};

/// A record at hand, with the related events where they were asked for.
#[derive(Debug, Clone)]
struct Kept {
    stored: Arc<StoredEvent>,
    related: Option<Arc<[Related]>>,
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
        Some(self.records.as_ref()?.get(&(at, id.clone()))?.stored)
    }

    /// The record of this id and the events related to it, if both were read at this change.
    pub(crate) fn find_in_context(&self, at: ChangeNumber, id: &EventId) -> Option<InContext> {
        let Kept { stored, related } = self.records.as_ref()?.get(&(at, id.clone()))?;
        Some(InContext {
            stored,
            related: related?,
        })
    }

    /// Keeps a record that began to be read at this change.
    pub(crate) fn keep(&self, at: ChangeNumber, stored: StoredEvent) -> Arc<StoredEvent> {
        let stored = Arc::new(stored);
        self.insert(at, &stored, None);
        stored
    }

    /// Keeps a record with the events related to it, both of which began to be read at this change.
    pub(crate) fn keep_in_context(
        &self,
        at: ChangeNumber,
        stored: StoredEvent,
        related: Vec<Related>,
    ) -> InContext {
        let (stored, related) = (Arc::new(stored), Arc::from(related));
        self.insert(at, &stored, Some(Arc::clone(&related)));
        InContext { stored, related }
    }

    fn insert(&self, at: ChangeNumber, stored: &Arc<StoredEvent>, related: Option<Arc<[Related]>>) {
        if let Some(records) = &self.records {
            let stored = Arc::clone(stored);
            records.insert((at, stored.id.clone()), Kept { stored, related });
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

/// About what a record takes: its text, as much again for each piece of evidence's words, and the related titles.
fn weight(kept: &Kept) -> u32 {
    let stored = &kept.stored;
    let quotes: usize = stored
        .event
        .evidence()
        .map(|evidence| evidence.quote.len() + 200)
        .sum();
    let related = kept
        .related
        .as_ref()
        .map_or(0, |related| related.len() * 500);
    u32::try_from(stored.document.text.len() + quotes + related + 4096).unwrap_or(u32::MAX)
}
