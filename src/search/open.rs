//! Opening the index. What cannot be read, whether damaged or of another version, is thrown away: the database holds
//! the truth, and following its log from the beginning builds the index again.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicI64;
use std::sync::{Arc, Mutex};

use serde::{Deserialize, Serialize};
use tantivy::directory::error::OpenReadError;
use tantivy::directory::{Directory, INDEX_WRITER_LOCK, MmapDirectory};
use tantivy::{IndexMeta, IndexSettings, ReloadPolicy, TantivyError};

use crate::model::change::ChangeNumber;
use crate::search::analyzer::{Analysis, INDEX_VERSION};
use crate::search::schema::{LIGHT10_WEIGHTS, WEIGHTS};
use crate::search::stream::{TERMS, Terms};
use crate::search::weighing::Scale;
use crate::search::{Index, Parts, SearchError, schema};

/// Indexes up to this size are read whole when they are opened, to find damage before a reader does. A larger one is
/// trusted until [`Index::damaged_files`] is asked, because reading it would hold up the start for seconds.
const CHECKED_BYTES: u64 = 64 << 20;

/// What is kept with each commit.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Payload {
    /// [`INDEX_VERSION`] of the program that wrote it.
    pub version: u32,
    /// The last change it holds.
    pub held: ChangeNumber,
}

impl Payload {
    /// What the last commit says of itself; change 0 where nothing was committed yet.
    ///
    /// # Errors
    /// When another version of the program wrote it.
    pub fn of(metas: &IndexMeta) -> Result<Self, SearchError> {
        let payload = match &metas.payload {
            Some(payload) => serde_json::from_str(payload).ok(),
            None if metas.segments.is_empty() => Some(Self {
                version: INDEX_VERSION,
                held: ChangeNumber(0),
            }),
            None => None,
        };
        payload
            .filter(|payload: &Self| payload.version == INDEX_VERSION)
            .ok_or(SearchError::OtherVersion)
    }
}

impl Index {
    /// Opens the index in a directory, which is made if need be. An index of another version or with damaged files is
    /// replaced by an empty one that holds change 0.
    ///
    /// # Errors
    /// When the directory cannot be used, or another process writes to an index that would have to be replaced.
    pub fn open(directory: &Path) -> Result<Self, SearchError> {
        let failed = |source| SearchError::Directory {
            path: directory.to_owned(),
            source,
        };
        fs::create_dir_all(directory).map_err(failed)?;
        if let Some(index) = open_sound(directory)? {
            return Ok(index);
        }
        // What looked damaged may have been another process in the middle of writing: look again while nobody can.
        let lock = mapped(directory)?
            .acquire_lock(&INDEX_WRITER_LOCK)
            .map_err(|_| SearchError::Locked)?;
        if let Some(index) = open_sound(directory)? {
            return Ok(index);
        }
        remove_files(directory).map_err(failed)?;
        let (schema, _) = schema::build();
        let created = tantivy::Index::create(mapped(directory)?, schema, IndexSettings::default())?;
        drop(lock);
        Self::of(created, Some(directory.to_owned()), Analysis::Full)
    }

    /// An empty index in memory, for tests and for throw-away archives.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn in_memory() -> Result<Self, SearchError> {
        Self::in_memory_with(Analysis::Full)
    }

    /// An empty index in memory with another analysis than the archive's, to compare the two.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn in_memory_with(analysis: Analysis) -> Result<Self, SearchError> {
        let (schema, _) = schema::build();
        Self::of(tantivy::Index::create_in_ram(schema), None, analysis)
    }

    /// What the terms of a question are weighed by, among the entries of one sort.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub(crate) fn scale<'a>(
        &'a self,
        searcher: &'a tantivy::Searcher,
        entry: &str,
    ) -> Result<Scale<'a>, SearchError> {
        let weights = match self.parts.analysis {
            Analysis::Full => WEIGHTS,
            Analysis::Light10 => LIGHT10_WEIGHTS,
        };
        Ok(Scale::new(
            searcher,
            &self.parts.fields,
            (self.parts.analysis, weights),
            entry,
        )?)
    }

    /// The files of the index whose content is not what was written.
    ///
    /// # Errors
    /// When a file cannot be read at all.
    pub fn damaged_files(&self) -> Result<Vec<PathBuf>, SearchError> {
        Ok(damaged(&self.parts.index)?)
    }

    fn of(
        index: tantivy::Index,
        directory: Option<PathBuf>,
        analysis: Analysis,
    ) -> Result<Self, SearchError> {
        index.tokenizers().register(TERMS, Terms::default());
        // The number is read before the reader opens, so that the reader never holds less than it says.
        let payload = Payload::of(&index.load_metas()?)?;
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .doc_store_cache_num_blocks(0);
        let (_, fields) = schema::build();
        let parts = Parts {
            directory,
            reader: reader.try_into()?,
            index,
            fields,
            analysis,
            held: AtomicI64::new(payload.held.0),
            writing: Mutex::new(()),
            numbering: Arc::default(),
        };
        Ok(Self {
            parts: Arc::new(parts),
        })
    }
}

/// The directory, for the engine.
///
/// # Errors
/// When it is none.
pub fn mapped(directory: &Path) -> Result<MmapDirectory, SearchError> {
    Ok(MmapDirectory::open(directory).map_err(TantivyError::from)?)
}

/// The index in a directory; none where there is no sound one of this version. Failures that say nothing about the
/// files, as too many open ones, are errors.
fn open_sound(directory: &Path) -> Result<Option<Index>, SearchError> {
    match open_checked(directory) {
        Ok(index) => Ok(index),
        Err(SearchError::OtherVersion) => Ok(None),
        Err(SearchError::Engine(error)) if is_damage(&error) => Ok(None),
        Err(other) => Err(other),
    }
}

fn open_checked(directory: &Path) -> Result<Option<Index>, SearchError> {
    let index = tantivy::Index::open(mapped(directory)?)?;
    if index.schema() != schema::build().0 {
        return Ok(None);
    }
    let is_small = size(directory).is_ok_and(|bytes| bytes <= CHECKED_BYTES);
    if is_small && !damaged(&index)?.is_empty() {
        return Ok(None);
    }
    Index::of(index, Some(directory.to_owned()), Analysis::Full).map(Some)
}

fn is_damage(error: &TantivyError) -> bool {
    let is_about_content = |source: &io::Error| {
        matches!(
            source.kind(),
            io::ErrorKind::NotFound
                | io::ErrorKind::UnexpectedEof
                | io::ErrorKind::InvalidData
                | io::ErrorKind::Other
        )
    };
    match error {
        TantivyError::IoError(source) => is_about_content(source),
        TantivyError::OpenReadError(OpenReadError::IoError { io_error, .. }) => {
            is_about_content(io_error)
        }
        TantivyError::OpenReadError(_)
        | TantivyError::DataCorruption(_)
        | TantivyError::IncompatibleIndex(_)
        | TantivyError::SchemaError(_)
        | TantivyError::InvalidArgument(_)
        | TantivyError::InternalError(_)
        | TantivyError::MissingPlugin(_)
        | TantivyError::DeserializeError(_) => true,
        _ => false,
    }
}

fn damaged(index: &tantivy::Index) -> tantivy::Result<Vec<PathBuf>> {
    let directory = index.directory();
    let mut damaged = Vec::new();
    for path in index.load_metas()?.list_segment_files() {
        if directory.exists(&path)? && !directory.validate_checksum(&path)? {
            damaged.push(path);
        }
    }
    damaged.sort();
    Ok(damaged)
}

fn size(directory: &Path) -> io::Result<u64> {
    let sizes = fs::read_dir(directory)?.map(|entry| Ok(entry?.metadata()?.len()));
    sizes.sum()
}

/// Removes the engine's files and no others, the one that names the rest first.
fn remove_files(directory: &Path) -> io::Result<()> {
    let mut paths = vec![directory.join("meta.json"), directory.join(".managed.json")];
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        let stem = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or_default();
        if stem
            .split('.')
            .next()
            .is_some_and(|id| id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()))
        {
            paths.push(path);
        }
    }
    for path in paths {
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Err(_) | Ok(()) => {}
        }
    }
    Ok(())
}
