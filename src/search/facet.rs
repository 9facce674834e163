//! Facets: how many events of an answer there are in each country, organization, kind, year and state of review. Each
//! facet counts under all filters but its own, so that a reader sees what the other choices would give.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use tantivy::{DocId, SegmentReader};

use crate::model::country::CountryCode;
use crate::model::id::OrganizationId;
use crate::model::vocabulary::{Kind, Review};
use crate::search::filter::Side;
use crate::search::numbering::{Numbered, Numbering, Years};
use crate::search::schema::column;
use crate::search::values::Values;

/// So many organizations are given at most, the most frequent; the other facets are shorter by nature.
pub const MOST_TERMS: usize = 500;

/// The facets of an answer: most frequent first, equals by key; years ascending.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// By country.
    pub countries: Vec<(CountryCode, u64)>,
    /// By organization.
    pub organizations: Vec<(OrganizationId, u64)>,
    /// By kind of event.
    pub kinds: Vec<(Kind, u64)>,
    /// By each year an event can have touched; events of a longer or open span count for none.
    pub years: Vec<(i16, u64)>,
    /// By who answers for the record.
    pub reviews: Vec<(Review, u64)>,
}

/// What is counted, and in which columns: with a role asked for, a country counts where it plays that role.
#[derive(Debug, Clone)]
pub struct Plan {
    /// `:venue`, where countries are counted by role.
    pub country_role: Option<String>,
    /// `:founded`, where organizations are counted by role.
    pub organization_role: Option<String>,
}

/// Counts of several segments: of each column by the numbers of its terms.
#[derive(Debug, Default)]
pub struct Counts {
    terms: [Vec<u32>; 4],
    years: BTreeMap<i64, u64>,
}

/// The counters of one segment.
pub struct Counters {
    terms: [Option<TermCounter>; 4],
    years: Option<YearCounter>,
}

struct TermCounter {
    column: Numbered,
    tally: Tally,
}

struct YearCounter {
    column: Years,
    tally: Tally,
}

/// How often each value was met.
struct Tally {
    /// The counts of each value, one beside the other.
    counts: Vec<[u32; TURNS]>,
}

/// Counts of a value are kept apart so often, and raised in turn: the same value is often met again and again, and to
/// raise one count each time would be to wait each time for the last.
const TURNS: usize = 2;

impl Plan {
    /// The column of each facet of terms, with what its terms must end in to count.
    fn columns(&self) -> [(&'static str, &str); 4] {
        let country = self.country_role.as_deref();
        let organization = self.organization_role.as_deref();
        [
            country.map_or((column::COUNTRY, ""), |role| (column::COUNTRY_ROLE, role)),
            organization.map_or((column::ORGANIZATION, ""), |role| {
                (column::ORGANIZATION_ROLE, role)
            }),
            (column::KIND, ""),
            (column::REVIEW, ""),
        ]
    }
}

impl Counters {
    /// Begins a segment.
    ///
    /// # Errors
    /// When a column cannot be read.
    pub fn open(
        segment: &SegmentReader,
        numbering: &Numbering,
        plan: &Plan,
    ) -> tantivy::Result<Self> {
        let mut terms = [const { None }; 4];
        for (counter, (name, _)) in terms.iter_mut().zip(plan.columns()) {
            let column = numbering.open(segment, name)?;
            *counter = column.map(TermCounter::new);
        }
        let years = numbering.years(segment)?.map(YearCounter::new);
        Ok(Self { terms, years })
    }

    /// Counts entries in one facet.
    pub fn count(&mut self, side: Side, entries: &[DocId]) {
        match side {
            Side::Country | Side::Organization | Side::Kind | Side::Review => {
                if let Some(Some(counter)) = self.terms.get_mut(side as usize) {
                    counter.tally.add(&counter.column.values, entries);
                }
            }
            Side::Date => {
                if let Some(counter) = &mut self.years {
                    counter.tally.add(&counter.column.values, entries);
                }
            }
        }
    }

    /// Ends the segment.
    #[must_use]
    pub fn finish(self) -> Counts {
        let mut counts = Counts::default();
        for (counter, sums) in self.terms.into_iter().zip(&mut counts.terms) {
            for (number, count) in counter.iter().flat_map(TermCounter::counted) {
                let place = number as usize;
                if sums.len() <= place {
                    sums.resize(place + 1, 0);
                }
                sums[place] += count;
            }
        }
        if let Some(counter) = self.years {
            let years = (counter.column.first..).zip(counter.tally.sums());
            counts.years = years
                .filter(|(_, count)| *count > 0)
                .map(|(year, count)| (year, u64::from(count)))
                .collect();
        }
        counts
    }
}

impl Tally {
    fn new(values: usize) -> Self {
        Self {
            counts: vec![[0; TURNS]; values],
        }
    }

    fn add(&mut self, values: &Values, entries: &[DocId]) {
        let mut turn = 0;
        values.each(entries, |value| {
            if let Some(counts) = self.counts.get_mut(value) {
                counts[turn] += 1;
                turn = (turn + 1) % TURNS;
            }
        });
    }

    fn sums(&self) -> impl Iterator<Item = u32> {
        self.counts.iter().map(|counts| counts.iter().sum())
    }
}

impl TermCounter {
    fn new(column: Numbered) -> Self {
        Self {
            tally: Tally::new(column.numbers.len()),
            column,
        }
    }

    /// The numbers of the terms that were counted, with their counts.
    fn counted(&self) -> impl Iterator<Item = (u32, u32)> {
        let counts = self.tally.sums().zip(&*self.column.numbers);
        counts
            .filter(|(count, _)| *count > 0)
            .map(|(count, number)| (*number, count))
    }
}

impl YearCounter {
    fn new(column: Years) -> Self {
        Self {
            tally: Tally::new(column.length),
            column,
        }
    }
}

impl Counts {
    /// Adds the counts of another segment.
    pub fn add(&mut self, other: Self) {
        for (sums, more) in self.terms.iter_mut().zip(other.terms) {
            if sums.len() < more.len() {
                sums.resize(more.len(), 0);
            }
            sums.iter_mut()
                .zip(more)
                .for_each(|(sum, count)| *sum += count);
        }
        for (year, count) in other.years {
            *self.years.entry(year).or_default() += count;
        }
    }

    /// The facets, in their order.
    #[must_use]
    pub fn into_facets(self, numbering: &Numbering, plan: &Plan) -> Facets {
        let [country, organization, kind, review] = plan.columns();
        let [countries, organizations, kinds, reviews] = &self.terms;
        let parse = |term: &str| OrganizationId::parse(term).ok();
        Facets {
            countries: ordered(numbering, country, countries, |term| {
                CountryCode::parse(term).ok()
            }),
            organizations: ordered(numbering, organization, organizations, parse),
            kinds: ordered(numbering, kind, kinds, Kind::parse),
            years: self
                .years
                .into_iter()
                .filter_map(|(year, count)| Some((i16::try_from(year).ok()?, count)))
                .collect(),
            reviews: ordered(numbering, review, reviews, Review::parse),
        }
    }
}

/// The most frequent terms of a column, equals by name.
fn ordered<T>(
    numbering: &Numbering,
    (name, suffix): (&'static str, &str),
    counts: &[u32],
    parse: impl Fn(&str) -> Option<T>,
) -> Vec<(T, u64)> {
    numbering.with_terms(name, |terms, places| {
        let counted = terms.iter().zip(places).zip(counts);
        let mut counted: Vec<(&str, Reverse<u32>, u32)> = counted
            .filter(|(_, count)| **count > 0)
            .filter_map(|((term, place), count)| {
                let name = match suffix {
                    "" => &**term,
                    suffix => term.strip_suffix(suffix)?,
                };
                Some((name, Reverse(*count), *place))
            })
            .collect();
        // Whole terms have their places; what is left of others has to be compared.
        let before = |one: &(&str, Reverse<u32>, u32), other: &(&str, Reverse<u32>, u32)| {
            one.1.cmp(&other.1).then_with(|| match suffix {
                "" => one.2.cmp(&other.2),
                _ => one.0.cmp(other.0),
            })
        };
        if counted.len() > MOST_TERMS {
            counted.select_nth_unstable_by(MOST_TERMS, before);
            counted.truncate(MOST_TERMS);
        }
        counted.sort_unstable_by(before);
        let parsed = counted.into_iter();
        parsed
            .filter_map(|(term, Reverse(count), _)| Some((parse(term)?, u64::from(count))))
            .collect()
    })
}
