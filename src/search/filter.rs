//! The filters that also are facets. They are asked entry by entry while the answer is collected, because each facet
//! counts under all filters but its own: an entry that fails exactly one filter still counts in that one's facet.

use std::sync::Arc;

use jiff::civil::Date;
use tantivy::{DocId, SegmentReader};

use crate::search::day::{SegmentDays, day_of};
use crate::search::entry::day_number;
use crate::search::numbering::Numbering;
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
    Days(Range),
}

/// A range of days on a segment.
pub struct Range {
    days: Arc<SegmentDays>,
    /// Whether only what is certainly in the range passes.
    is_certain: bool,
    from: i32,
    to: i32,
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
    let (from, to, is_certain) = match filter {
        Filter::AnyOf(name, terms) => return open_terms(segment, numbering, (name, terms)),
        Filter::Possibly(from, to) => (from, to, false),
        Filter::Certainly(from, to) => (from, to, true),
    };
    Ok(Open::Days(Range {
        days: numbering.days(segment)?,
        is_certain,
        from: day_of(day_number(from.unwrap_or(Date::MIN))),
        to: day_of(day_number(to.unwrap_or(Date::MAX))),
    }))
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

impl Range {
    fn admit(&self, entry: DocId) -> bool {
        self.days.get(entry).is_some_and(|days| {
            let is_within = self.from <= days.first && days.last <= self.to;
            match self.is_certain {
                true => days.is_certain && is_within,
                false => days.first <= self.to && self.from <= days.last,
            }
        })
    }
}
