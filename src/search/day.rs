//! The days on which the events of a segment can have been, held in memory: filters ask for them entry by entry.

use tantivy::{DocId, SegmentReader};

use crate::search::schema::column;

/// The days of an event, each as the number of days since 1 January 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first on which it can have been.
    pub first: i32,
    /// The last.
    pub last: i32,
    /// Whether the record vouches for them.
    pub is_certain: bool,
}

/// The days of all entries of a segment.
#[derive(Debug)]
pub struct SegmentDays(Vec<Option<Days>>);

impl SegmentDays {
    /// Reads those of a segment.
    ///
    /// # Errors
    /// When the segment cannot be read.
    pub fn read(segment: &SegmentReader) -> tantivy::Result<Self> {
        let columns = segment.fast_fields();
        let earliest = columns.column_opt::<i64>(column::EARLIEST)?;
        let latest = columns.column_opt::<i64>(column::LATEST)?;
        let certain = columns.column_opt::<u64>(column::CERTAIN)?;
        let (Some(earliest), Some(latest)) = (earliest, latest) else {
            return Ok(Self(Vec::new()));
        };
        let days = |entry: DocId| {
            let certain = certain.as_ref().and_then(|certain| certain.first(entry));
            Some(Days {
                first: day_of(earliest.first(entry)?),
                last: day_of(latest.first(entry)?),
                is_certain: certain == Some(1),
            })
        };
        Ok(Self((0..segment.max_doc()).map(days).collect()))
    }

    /// The days of an entry; nothing where they are not known at all.
    #[must_use]
    pub fn get(&self, entry: DocId) -> Option<Days> {
        self.0.get(entry as usize).copied().flatten()
    }
}

/// A day in four bytes, in which every day of the calendar has room.
#[must_use]
pub fn day_of(day: i64) -> i32 {
    let bounds = (i64::from(i32::MIN), i64::from(i32::MAX));
    i32::try_from(day.clamp(bounds.0, bounds.1)).unwrap_or_default()
}
