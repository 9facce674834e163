//! Following the change log. The number of the last change is kept in the same commit as the entries, so that a crash
//! at any moment leaves an index that knows what it lacks; applying changes again does no harm.

use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use tantivy::indexer::{IndexWriter, IndexWriterOptions};
use tantivy::{TantivyDocument, TantivyError, Term};

use crate::model::change::{ChangeNumber, EventChange};
use crate::model::id::EventId;
use crate::search::analyzer::INDEX_VERSION;
use crate::search::entry::entries_of;
use crate::search::open::{Payload, mapped};
use crate::search::stream::{TERMS, Terms};
use crate::search::{Index, SearchError};

/// Memory of the writer while changes are applied, near the least that the engine takes. It is given back afterwards.
const WRITER_BYTES: usize = 20_000_000;

impl Index {
    /// The number of the last change in the index.
    #[must_use]
    pub fn held(&self) -> ChangeNumber {
        ChangeNumber(self.parts.held.load(Ordering::Acquire))
    }

    /// Applies changes in one commit. `changes` are all events that changed after [`Index::held`], in their state at
    /// `up_to` or later. Changes that another process applied meanwhile are not applied again.
    ///
    /// # Errors
    /// [`SearchError::Locked`] while another process writes; [`SearchError::PutBack`] when another process emptied the
    /// index, after which `held` says where to begin; or when the engine fails.
    pub fn apply(&self, changes: &[EventChange], up_to: ChangeNumber) -> Result<(), SearchError> {
        let _writing = self
            .parts
            .writing
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let writer = self.writer()?;
        let stored = Payload::of(&writer.index().load_metas()?)?.held;
        if stored > up_to {
            return self.reload();
        }
        if stored < self.held() {
            self.reload()?;
            return Err(SearchError::PutBack(stored));
        }
        for change in changes {
            match change {
                EventChange::Present(event) => {
                    self.delete(&writer, &event.id);
                    for entry in entries_of(&self.parts.fields, event, self.parts.analysis) {
                        writer.add_document(entry)?;
                    }
                }
                EventChange::Gone(id) => self.delete(&writer, id),
            }
        }
        self.commit(writer, up_to)
    }

    /// Takes over what another process committed.
    ///
    /// # Errors
    /// When the files cannot be read, or belong to another version of the program by now.
    pub fn reload(&self) -> Result<(), SearchError> {
        // Read first, so that the reader never holds less than the number says.
        let payload = Payload::of(&self.parts.index.load_metas()?)?;
        self.parts.reader.reload()?;
        self.parts.held.store(payload.held.0, Ordering::Release);
        Ok(())
    }

    /// Empties the index, so that it holds change 0 and is built again by following the log.
    ///
    /// # Errors
    /// [`SearchError::Locked`] while another process writes, or when the engine fails.
    pub fn clear(&self) -> Result<(), SearchError> {
        let _writing = self
            .parts
            .writing
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let writer = self.writer()?;
        writer.delete_all_documents()?;
        self.commit(writer, ChangeNumber(0))
    }

    /// A writer on the index as it lies on the disk now; the engine's list of files would be out of date otherwise
    /// when two processes write in turn.
    fn writer(&self) -> Result<IndexWriter<TantivyDocument>, SearchError> {
        let options = IndexWriterOptions::builder()
            .num_worker_threads(1)
            .num_merge_threads(1)
            .memory_budget_per_thread(WRITER_BYTES)
            .build();
        let index = match &self.parts.directory {
            Some(directory) => tantivy::Index::open(mapped(directory)?)?,
            None => self.parts.index.clone(),
        };
        index.tokenizers().register(TERMS, Terms::default());
        Ok(index.writer_with_options(options)?)
    }

    fn delete(&self, writer: &IndexWriter<TantivyDocument>, id: &EventId) {
        writer.delete_term(Term::from_field_text(self.parts.fields.id, id.as_str()));
    }

    fn commit(
        &self,
        mut writer: IndexWriter<TantivyDocument>,
        held: ChangeNumber,
    ) -> Result<(), SearchError> {
        let payload = Payload {
            version: INDEX_VERSION,
            held,
        };
        let payload = serde_json::to_string(&payload)
            .map_err(|error| TantivyError::InternalError(error.to_string()))?;
        let mut prepared = writer.prepare_commit()?;
        prepared.set_payload(&payload);
        prepared.commit()?;
        writer.wait_merging_threads()?;
        self.reload()
    }
}
