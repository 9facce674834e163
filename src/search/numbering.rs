//! One number for each term of a facet's column over all segments. A segment numbers its terms by itself, so counts of
//! several segments could only be added up by reading every term again for every answer; instead each segment's terms
//! are read once, when it is first counted.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use tantivy::columnar::StrColumn;
use tantivy::index::SegmentId;
use tantivy::{SegmentReader, TantivyError};

/// So many columns of segments are kept. Segments that were merged away are never asked for again; once there are more
/// than this, all are forgotten and those in use are read anew.
const MOST_COLUMNS: usize = 512;

/// The numbers of an index's terms, shared by all searches.
#[derive(Debug, Default)]
pub struct Numbering(RwLock<Known>);

#[derive(Debug, Default)]
struct Known {
    segments: HashMap<(SegmentId, &'static str), Arc<[u32]>>,
    columns: HashMap<&'static str, Terms>,
}

#[derive(Debug, Default)]
struct Terms {
    numbers: HashMap<Arc<str>, u32>,
    terms: Vec<Arc<str>>,
}

/// A column of a segment, whose values are places in `numbers`.
pub struct Numbered {
    /// The column.
    pub column: StrColumn,
    /// The number of each of the segment's terms.
    pub numbers: Arc<[u32]>,
}

impl Numbering {
    /// Opens a column of a segment; none where the segment has no such column.
    ///
    /// # Errors
    /// When the segment cannot be read.
    pub fn open(
        &self,
        segment: &SegmentReader,
        name: &'static str,
    ) -> tantivy::Result<Option<Numbered>> {
        let Some(column) = segment.fast_fields().str(name)? else {
            return Ok(None);
        };
        let key = (segment.segment_id(), name);
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let numbers = known.segments.get(&key).map(Arc::clone);
        drop(known);
        let numbers = match numbers {
            Some(numbers) => numbers,
            None => self.read(key, &column)?,
        };
        Ok(Some(Numbered { column, numbers }))
    }

    fn read(
        &self,
        key: (SegmentId, &'static str),
        column: &StrColumn,
    ) -> tantivy::Result<Arc<[u32]>> {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let terms = known.columns.entry(key.1).or_default();
        let mut numbers = Vec::with_capacity(column.num_terms());
        let mut stream = column.dictionary().stream()?;
        while stream.advance() {
            let term = std::str::from_utf8(stream.key());
            let term = term.map_err(|error| TantivyError::InternalError(error.to_string()))?;
            numbers.push(terms.number(term));
        }
        let numbers: Arc<[u32]> = numbers.into();
        if known.segments.len() >= MOST_COLUMNS {
            known.segments.clear();
        }
        known.segments.insert(key, Arc::clone(&numbers));
        Ok(numbers)
    }

    /// Hands the terms of a column, by their numbers, to `take`.
    pub fn with_terms<T>(&self, name: &str, take: impl FnOnce(&[Arc<str>]) -> T) -> T {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        take(known.columns.get(name).map_or(&[], |terms| &terms.terms))
    }
}

impl Terms {
    fn number(&mut self, term: &str) -> u32 {
        if let Some(number) = self.numbers.get(term) {
            return *number;
        }
        let number = u32::try_from(self.terms.len()).unwrap_or(u32::MAX);
        let term: Arc<str> = term.into();
        self.terms.push(Arc::clone(&term));
        self.numbers.insert(term, number);
        number
    }
}
