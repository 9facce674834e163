//! How common a word is, counted among entries of its own sort: decisions lie in the same index as events, and their
//! number must not make every word of an event look rare or every text look long.

use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use crate::search::schema::Fields;

/// The counts that BM25 asks for.
pub struct Statistics<'a> {
    searcher: &'a Searcher,
    entries: u64,
}

impl<'a> Statistics<'a> {
    /// The counts among the entries of one sort.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn of(searcher: &'a Searcher, fields: &Fields, entry: &str) -> tantivy::Result<Self> {
        let entries = searcher.doc_freq(&Term::from_field_text(fields.entry, entry))?;
        Ok(Self { searcher, entries })
    }

    /// The index that is counted.
    #[must_use]
    pub const fn searcher(&self) -> &'a Searcher {
        self.searcher
    }
}

impl Bm25StatisticsProvider for Statistics<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        self.searcher.total_num_tokens(field)
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.entries)
    }

    // A word of an event's zone stands in entries of events only, so that this is never more than the entries. A
    // term of a shared column could be; its score is not asked for, and the engine wants the order all the same.
    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        Ok(self.searcher.doc_freq(term)?.min(self.entries))
    }
}
