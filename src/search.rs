//! Finding events again: an index of what the change log says, asked by readers in Arabic as they type it. The
//! database is the truth and the index a view of it: [`follow`] carries the log's changes over, and an index that is
//! missing, damaged or of another version is simply built again from change 0.
//!
//! To see how a search works, read [`schema`] (what is indexed, with which weights), [`matching`] (what matches) and
//! [`scorer`] (how it is added up);
//! [`query`] is the way in. The engine, tantivy, is named nowhere outside this layer.

pub mod query;

pub mod decision;

pub mod schema;

pub mod matching;

pub mod question;

pub mod asking;

pub mod exclusion;

pub mod analyzer;

pub mod stream;

pub mod weighing;

pub mod posting;

pub mod scorer;

pub mod opened;

pub mod window;

pub mod entry;

pub mod statistics;

pub mod collect;

pub mod filter;

pub mod facet;

pub mod day;

pub mod values;

pub mod numbering;

pub mod rank;

pub mod floor;

pub mod sufficiency;

pub mod open;

pub mod follow;

pub mod snippet;

pub mod reason;

pub mod spelling;

pub mod explain;

pub mod extent;

pub mod suggest;

use std::io;
use std::path::PathBuf;
use std::sync::atomic::AtomicI64;
use std::sync::{Arc, Mutex};

use thiserror::Error;

use crate::model::change::ChangeNumber;

/// The index, open for reading; writing opens it anew for each set of changes. Clones share it.
#[derive(Clone)]
pub struct Index {
    parts: Arc<Parts>,
}

struct Parts {
    /// Where the files are; none for an index in memory.
    directory: Option<PathBuf>,
    index: tantivy::Index,
    reader: tantivy::IndexReader,
    fields: schema::Fields,
    analysis: analyzer::Analysis,
    held: AtomicI64,
    writing: Mutex<()>,
    numbering: Arc<numbering::Numbering>,
}

/// Why the index does not answer.
#[derive(Debug, Error)]
pub enum SearchError {
    /// Another process is writing. What it writes is seen after a reload; trying again in a moment helps.
    #[error("another process is writing to the search index")]
    Locked,
    /// Another process put the index back, so that the changes no longer join on; follow the log again from there.
    #[error("another process put the search index back to change {}", .0.0)]
    PutBack(ChangeNumber),
    /// Another version of the program rebuilt the index while this one was running.
    #[error("the search index now belongs to another version of this program; restart it")]
    OtherVersion,
    /// The directory of the index cannot be made or read.
    #[error("the search index at {}: {source}", path.display())]
    Directory {
        /// Which directory or file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The engine failed.
    #[error("the search index: {0}")]
    Engine(tantivy::TantivyError),
}

impl From<tantivy::TantivyError> for SearchError {
    fn from(error: tantivy::TantivyError) -> Self {
        match error {
            tantivy::TantivyError::LockFailure(..) => Self::Locked,
            other => Self::Engine(other),
        }
    }
}

impl std::fmt::Debug for Index {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Index")
            .field("directory", &self.parts.directory)
            .field("held", &self.held())
            .finish()
    }
}
