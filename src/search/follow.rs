//! Following the change log. The number of the last change is kept in the same commit as the entries, so that a crash
//! at any moment leaves an index that knows what it lacks; applying changes again does no harm.

use std::collections::HashSet;
use std::num::NonZero;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use tantivy::indexer::{IndexWriter, IndexWriterOptions, LogMergePolicy};
use tantivy::{SegmentReader, TantivyDocument, TantivyError, Term};

use crate::model::change::{ChangeNumber, EventChange};
use crate::model::id::EventId;
use crate::search::analyzer::INDEX_VERSION;
use crate::search::entry::entries_of;
use crate::search::open::{Payload, mapped};
use crate::search::stream::{TERMS, Terms};
use crate::search::{Index, SearchError};

/// So many changed events are committed together at most.
const MOST_WAITING: usize = 50_000;

/// Changes, and the number that the index holds with them.
pub type Batch = (Vec<EventChange>, ChangeNumber);

/// How much of the machine an index takes while changes are applied. The memory is given back afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// One thread, and near the least memory that the engine takes: a few changes beside serving.
    Little,
    /// All processors, and memory enough that segments are not cut small and merged again: a whole archive.
    Much,
}

/// So many segments of about one size are merged. The engine waits for eight; every segment has dictionaries of its own,
/// which a search has to look into and which were a tenth of the index.
const MOST_ALIKE: usize = 4;

/// So many entries of decisions are held back at most, at about half a kilobyte each.
const MOST_HELD_BACK: usize = 100_000;

/// The entries of an event's decisions.
type OfEvent = (EventId, Vec<TantivyDocument>);

/// Entries of decisions that are put in behind the entries of many events. Events then stand side by side: the lists of
/// their words take a sixth less room, and a search passes over fewer gaps.
#[derive(Default)]
struct Decisions {
    events: HashSet<EventId>,
    entries: Vec<TantivyDocument>,
}

impl Decisions {
    /// Whether any of the changes is to an event whose decisions are held back: they would outlive the change.
    fn are_of(&self, changes: &[EventChange]) -> bool {
        changes
            .iter()
            .any(|change| self.events.contains(change.id()))
    }

    fn hold(&mut self, decisions: Vec<OfEvent>) {
        for (id, entries) in decisions {
            self.entries.extend(entries);
            self.events.insert(id);
        }
    }

    fn put(&mut self, writer: &IndexWriter<TantivyDocument>) -> Result<(), SearchError> {
        self.events.clear();
        for entry in self.entries.drain(..) {
            writer.add_document(entry)?;
        }
        Ok(())
    }
}

impl Effort {
    fn threads(self) -> usize {
        match self {
            Self::Little => 1,
            Self::Much => std::thread::available_parallelism()
                .map_or(1, NonZero::get)
                .min(8),
        }
    }

    const fn bytes(self) -> usize {
        match self {
            Self::Little => 20_000_000,
            Self::Much => 120_000_000,
        }
    }
}

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
        let batch = std::iter::once((changes.to_vec(), up_to));
        self.absorb(batch, Effort::Little)
    }

    /// Applies batches of changes that join on to one another, the first to [`Index::held`], as they come. What is
    /// committed on the way is seen only at the end, but a process that is killed need not begin anew.
    ///
    /// # Errors
    /// As [`Index::apply`].
    pub fn absorb(
        &self,
        batches: impl Iterator<Item = Batch>,
        effort: Effort,
    ) -> Result<(), SearchError> {
        let _writing = self
            .parts
            .writing
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let mut writer = self.writer(effort)?;
        let stored = Payload::of(&writer.index().load_metas()?)?.held;
        if stored < self.held() {
            self.reload()?;
            return Err(SearchError::PutBack(stored));
        }
        let (mut held, mut waiting) = (stored, 0);
        let mut decisions = Decisions::default();
        // An index that holds nothing has nothing to take out but what it was given on the way.
        let mut given = (stored == ChangeNumber(0)).then(HashSet::new);
        for (changes, up_to) in batches.filter(|(_, up_to)| *up_to >= stored) {
            if decisions.are_of(&changes) || decisions.entries.len() >= MOST_HELD_BACK {
                decisions.put(&writer)?;
            }
            decisions.hold(self.add(&writer, (&changes, given.as_ref()), effort)?);
            if let Some(given) = &mut given {
                given.extend(changes.iter().map(|change| change.id().clone()));
            }
            (held, waiting) = (up_to, waiting + changes.len());
            if waiting >= MOST_WAITING {
                decisions.put(&writer)?;
                commit(&mut writer, held)?;
                waiting = 0;
            }
        }
        decisions.put(&writer)?;
        commit(&mut writer, held)?;
        writer.wait_merging_threads()?;
        self.reload()
    }

    /// Puts changes in, on several threads where there is much to do: most of the work is the analysis of the texts. The
    /// entries of decisions are handed back, to be put in later.
    fn add(
        &self,
        writer: &IndexWriter<TantivyDocument>,
        (changes, given): (&[EventChange], Option<&HashSet<EventId>>),
        effort: Effort,
    ) -> Result<Vec<OfEvent>, SearchError> {
        let threads = effort.threads();
        let share = changes.len().div_ceil(threads).max(1);
        std::thread::scope(|scope| {
            let mut shares = changes.chunks(share);
            let own = shares.next().unwrap_or_default();
            let others: Vec<_> = shares
                .map(|share| scope.spawn(|| self.add_share(writer, share, given)))
                .collect();
            let mut decisions = self.add_share(writer, own, given);
            for other in others {
                let failed = |_| TantivyError::InternalError("an analysis panicked".to_owned());
                let other = other.join().map_err(failed)?;
                if let Ok(decisions) = &mut decisions {
                    decisions.extend(other?);
                }
            }
            decisions
        })
    }

    fn add_share(
        &self,
        writer: &IndexWriter<TantivyDocument>,
        changes: &[EventChange],
        given: Option<&HashSet<EventId>>,
    ) -> Result<Vec<OfEvent>, SearchError> {
        let mut held_back = Vec::new();
        for change in changes {
            if given.is_none_or(|given| given.contains(change.id())) {
                self.delete(writer, change.id());
            }
            match change {
                EventChange::Gone(_) => {}
                EventChange::Present(event) => {
                    let (own, decisions) =
                        entries_of(&self.parts.fields, event, self.parts.analysis);
                    writer.add_document(own)?;
                    held_back.push((event.id.clone(), decisions));
                }
            }
        }
        Ok(held_back)
    }

    /// Takes over what another process committed.
    ///
    /// # Errors
    /// When the files cannot be read, or belong to another version of the program by now.
    pub fn reload(&self) -> Result<(), SearchError> {
        // Read first, so that the reader never holds less than the number says.
        let payload = Payload::of(&self.parts.index.load_metas()?)?;
        self.parts.reader.reload()?;
        let searcher = self.parts.reader.searcher();
        let segments = searcher.segment_readers().iter();
        let segments = segments.map(SegmentReader::segment_id).collect();
        self.parts.numbering.keep_only(&segments);
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
        let mut writer = self.writer(Effort::Little)?;
        writer.delete_all_documents()?;
        commit(&mut writer, ChangeNumber(0))?;
        writer.wait_merging_threads()?;
        self.reload()
    }

    /// A writer on the index as it lies on the disk now; the engine's list of files would be out of date otherwise
    /// when two processes write in turn.
    fn writer(&self, effort: Effort) -> Result<IndexWriter<TantivyDocument>, SearchError> {
        let options = IndexWriterOptions::builder()
            .num_worker_threads(effort.threads())
            .num_merge_threads(1)
            .memory_budget_per_thread(effort.bytes())
            .build();
        let index = match &self.parts.directory {
            Some(directory) => tantivy::Index::open(mapped(directory)?)?,
            None => self.parts.index.clone(),
        };
        index.tokenizers().register(TERMS, Terms::default());
        let writer = index.writer_with_options(options)?;
        let mut merging = LogMergePolicy::default();
        merging.set_min_num_segments(MOST_ALIKE);
        writer.set_merge_policy(Box::new(merging));
        Ok(writer)
    }

    fn delete(&self, writer: &IndexWriter<TantivyDocument>, id: &EventId) {
        writer.delete_term(Term::from_field_text(self.parts.fields.id, id.as_str()));
    }
}

fn commit(
    writer: &mut IndexWriter<TantivyDocument>,
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
    Ok(())
}
