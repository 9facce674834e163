//! What the index takes on disk, field by field.

use std::collections::BTreeMap;

use tantivy::TantivyError;

use crate::search::{Index, SearchError};

impl Index {
    /// The bytes of each field: terms, their places and positions, lengths and columns.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn field_sizes(&self) -> Result<BTreeMap<String, u64>, SearchError> {
        let usage = self.parts.reader.searcher().space_usage();
        let usage = usage.map_err(TantivyError::from)?;
        let mut sizes = BTreeMap::new();
        for segment in usage.segments() {
            let parts = [
                segment.termdict(),
                segment.postings(),
                segment.positions(),
                segment.fast_fields(),
                segment.fieldnorms(),
            ];
            for field in parts
                .into_iter()
                .flat_map(tantivy::space_usage::PerFieldSpaceUsage::fields)
            {
                let size = sizes.entry(field.field_name().to_owned()).or_default();
                *size += field.total().get_bytes();
            }
        }
        Ok(sizes)
    }
}
