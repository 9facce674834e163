//! The filters that also are facets. They are asked entry by entry while the answer is collected, because each facet
//! counts under all filters but its own: an entry that fails exactly one filter still counts in that one's facet.

use std::sync::Arc;

use jiff::civil::Date;
use tantivy::columnar::Column;
use tantivy::{DocId, SegmentReader};

use crate::search::entry::day_number;
use crate::search::numbering::Numbering;
use crate::search::schema::column;
use crate::search::values::Values;

/// A filter that also is a facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Countries.
    Country = 0,
    /// Organizations.
    Organization = 1,
    /// Kinds of event.
    Kind = 2,
    /// Reviewed or extracted.
    Review = 3,
    /// A range of days; its facet is the years.
    Date = 4,
}

/// All sides, in the order of their numbers.
pub const SIDES: [Side; 5] = [
    Side::Country,
    Side::Organization,
    Side::Kind,
    Side::Review,
    Side::Date,
];

/// A filter as it was asked for.
#[derive(Debug, Clone)]
pub enum Filter {
    /// Any of these terms in this column.
    AnyOf(&'static str, Vec<String>),
    /// Possibly within these days: the two spans share a day. An open end has no bound; without a date an event is in
    /// no range.
    Possibly(Option<Date>, Option<Date>),
    /// Wholly within these days, by a date that the record vouches for (see `is_certain` in
    /// [`crate::search::entry`]).
    Certainly(Option<Date>, Option<Date>),
}

/// A filter opened on one segment of the index.
pub enum Open {
    /// No entry of the segment has any of the terms.
    Nothing,
    /// The column's values, and the ordinals of the terms in this segment.
    AnyOf(Arc<Values>, Vec<usize>),
    /// A range of days.
    Days(Box<Days>),
}

/// A range of days on a segment.
pub struct Days {
    earliest: Column<i64>,
    latest: Column<i64>,
    /// There where only what is certainly in the range passes.
    certain: Option<Column<u64>>,
    from: i64,
    to: i64,
}

/// Opens a filter on a segment.
///
/// # Errors
/// When the column cannot be read.
pub fn open(
    segment: &SegmentReader,
    numbering: &Numbering,
    filter: &Filter,
) -> tantivy::Result<Open> {
    let (from, to, certain) = match filter {
        Filter::AnyOf(name, terms) => return open_terms(segment, numbering, (name, terms)),
        Filter::Possibly(from, to) => (from, to, None),
        Filter::Certainly(from, to) => (
            from,
            to,
            segment.fast_fields().column_opt::<u64>(column::CERTAIN)?,
        ),
    };
    let columns = segment.fast_fields();
    let earliest = columns.column_opt::<i64>(column::EARLIEST)?;
    let latest = columns.column_opt::<i64>(column::LATEST)?;
    let (Some(earliest), Some(latest)) = (earliest, latest) else {
        return Ok(Open::Nothing);
    };
    if matches!(filter, Filter::Certainly(..)) && certain.is_none() {
        return Ok(Open::Nothing);
    }
    let from = day_number(from.unwrap_or(Date::MIN));
    let to = day_number(to.unwrap_or(Date::MAX));
    Ok(Open::Days(Box::new(Days {
        earliest,
        latest,
        certain,
        from,
        to,
    })))
}

fn open_terms(
    segment: &SegmentReader,
    numbering: &Numbering,
    (name, terms): (&'static str, &[String]),
) -> tantivy::Result<Open> {
    let Some(column) = segment.fast_fields().str(name)? else {
        return Ok(Open::Nothing);
    };
    let mut ordinals = Vec::with_capacity(terms.len());
    for term in terms {
        let ordinal = column.dictionary().term_ord(term)?;
        ordinals.extend(ordinal.and_then(|ordinal| usize::try_from(ordinal).ok()));
    }
    if ordinals.is_empty() {
        return Ok(Open::Nothing);
    }
    let numbered = numbering.open(segment, name)?;
    Ok(numbered.map_or(Open::Nothing, |numbered| {
        Open::AnyOf(numbered.values, ordinals)
    }))
}

impl Open {
    /// Whether an entry passes.
    #[must_use]
    pub fn admits(&self, entry: DocId) -> bool {
        match self {
            Self::Nothing => false,
            Self::AnyOf(values, ordinals) => values.any(entry, |value| ordinals.contains(&value)),
            Self::Days(days) => days.admit(entry),
        }
    }
}

impl Days {
    fn admit(&self, entry: DocId) -> bool {
        let (Some(first), Some(last)) = (self.earliest.first(entry), self.latest.first(entry))
        else {
            return false;
        };
        match &self.certain {
            None => first <= self.to && self.from <= last,
            Some(certain) => {
                certain.first(entry) == Some(1) && self.from <= first && last <= self.to
            }
        }
    }
}
