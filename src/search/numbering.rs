//! One number for each term of a facet's column over all segments. A segment numbers its terms by itself, so counts of
//! several segments could only be added up by reading every term again for every answer; instead each segment's terms
//! and values are read once, when it is first counted.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, PoisonError, RwLock};

use tantivy::columnar::StrColumn;
use tantivy::index::SegmentId;
use tantivy::{DocId, SegmentReader, TantivyError};

use crate::search::day::SegmentDays;
use crate::search::schema::column;
use crate::search::values::Values;

/// The numbers of an index's terms, and the years and days of its entries, shared by all searches.
#[derive(Debug, Default)]
pub struct Numbering(RwLock<Known>);

#[derive(Debug, Default)]
struct Known {
    segments: HashMap<(SegmentId, &'static str), Numbered>,
    years: HashMap<SegmentId, Years>,
    days: HashMap<SegmentId, Arc<SegmentDays>>,
    columns: HashMap<&'static str, Terms>,
}

#[derive(Debug, Default)]
struct Terms {
    numbers: HashMap<Arc<str>, u32>,
    terms: Vec<Arc<str>>,
    /// The place of each term in the order of terms.
    places: Vec<u32>,
}

/// A column of a segment, whose values are places in `numbers`.
#[derive(Debug, Clone)]
pub struct Numbered {
    /// The column.
    pub values: Arc<Values>,
    /// The number of each of the segment's terms.
    pub numbers: Arc<[u32]>,
}

/// A column of years, whose values are counted from the first year.
#[derive(Debug, Clone)]
pub struct Years {
    /// The column.
    pub values: Arc<Values>,
    /// The first year.
    pub first: i64,
    /// How many years there are from the first to the last.
    pub length: usize,
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
        let key = (segment.segment_id(), name);
        let numbered = self.known(|known| known.segments.get(&key).cloned());
        if numbered.is_some() {
            return Ok(numbered);
        }
        match segment.fast_fields().str(name)? {
            Some(column) => self.read(key, &column, segment.max_doc()).map(Some),
            None => Ok(None),
        }
    }

    fn known<T>(&self, find: impl FnOnce(&Known) -> Option<T>) -> Option<T> {
        find(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The years of a segment; none where the segment has none.
    ///
    /// # Errors
    /// When the segment cannot be read.
    pub fn years(&self, segment: &SegmentReader) -> tantivy::Result<Option<Years>> {
        let id = segment.segment_id();
        let years = self.known(|known| known.years.get(&id).cloned());
        if years.is_some() {
            return Ok(years);
        }
        let column = segment.fast_fields().column_opt::<i64>(column::YEAR)?;
        let Some(column) = column else {
            return Ok(None);
        };
        let (first, last) = (column.min_value(), column.max_value());
        let length = u64::try_from(last - first + 1).unwrap_or_default();
        let values = Values::read(segment.max_doc(), length, |entry| {
            let years = column.values_for_doc(entry);
            years.filter_map(|year| u32::try_from(year.abs_diff(first)).ok())
        });
        let years = Years {
            values: Arc::new(values),
            first,
            length: usize::try_from(length).unwrap_or_default(),
        };
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.years.insert(id, years.clone());
        Ok(Some(years))
    }

    /// The days of a segment's entries.
    ///
    /// # Errors
    /// When the segment cannot be read.
    pub fn days(&self, segment: &SegmentReader) -> tantivy::Result<Arc<SegmentDays>> {
        let id = segment.segment_id();
        let days = self.known(|known| known.days.get(&id).cloned());
        if let Some(days) = days {
            return Ok(days);
        }
        let days = Arc::new(SegmentDays::read(segment)?);
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.days.insert(id, Arc::clone(&days));
        Ok(days)
    }

    fn read(
        &self,
        key: (SegmentId, &'static str),
        column: &StrColumn,
        entries: DocId,
    ) -> tantivy::Result<Numbered> {
        let values = Values::read(entries, column.num_terms() as u64, |entry| {
            let ordinals = column.ords().values_for_doc(entry);
            ordinals.filter_map(|ordinal| u32::try_from(ordinal).ok())
        });
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let terms = known.columns.entry(key.1).or_default();
        let mut numbers = Vec::with_capacity(column.num_terms());
        let mut stream = column.dictionary().stream()?;
        while stream.advance() {
            let term = std::str::from_utf8(stream.key());
            let term = term.map_err(|error| TantivyError::InternalError(error.to_string()))?;
            numbers.push(terms.number(term));
        }
        terms.order();
        let numbered = Numbered {
            values: Arc::new(values),
            numbers: numbers.into(),
        };
        known.segments.insert(key, numbered.clone());
        Ok(numbered)
    }

    /// Forgets the segments that are no more.
    pub fn keep_only(&self, segments: &HashSet<SegmentId>) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.segments.retain(|(id, _), _| segments.contains(id));
        known.years.retain(|id, _| segments.contains(id));
        known.days.retain(|id, _| segments.contains(id));
    }

    /// Hands the terms of a column and their places in order, both by the numbers of the terms, to `take`.
    pub fn with_terms<T>(&self, name: &str, take: impl FnOnce(&[Arc<str>], &[u32]) -> T) -> T {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        match known.columns.get(name) {
            Some(terms) => take(&terms.terms, &terms.places),
            None => take(&[], &[]),
        }
    }
}

impl Terms {
    /// Puts the terms in order, where some are new.
    fn order(&mut self) {
        if self.places.len() == self.terms.len() {
            return;
        }
        let mut numbers: Vec<usize> = (0..self.terms.len()).collect();
        numbers.sort_unstable_by(|one, other| self.terms[*one].cmp(&self.terms[*other]));
        self.places.resize(self.terms.len(), 0);
        for (place, number) in (0..).zip(numbers) {
            self.places[number] = place;
        }
    }

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
