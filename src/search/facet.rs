//! Facets: how many events of an answer there are in each country, organization, kind, year and state of review. Each
//! facet counts under all filters but its own, so that a reader sees what the other choices would give.

use std::collections::{BTreeMap, HashMap};

use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocId, SegmentReader};

use crate::model::country::CountryCode;
use crate::model::id::OrganizationId;
use crate::model::vocabulary::{Kind, Review};
use crate::search::filter::Side;
use crate::search::schema::column;

/// So many organizations are given at most, the most frequent; the other facets are short by nature.
pub const MOST_ORGANIZATIONS: usize = 500;

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

/// Counts of several segments, by what the ordinals stand for.
#[derive(Debug, Default)]
pub struct Counts {
    terms: [HashMap<String, u64>; 4],
    years: BTreeMap<i64, u64>,
}

/// The counters of one segment.
pub struct Counters {
    terms: Vec<Option<TermCounter>>,
    years: Option<YearCounter>,
}

struct TermCounter {
    column: StrColumn,
    suffix: String,
    counts: Vec<u32>,
}

struct YearCounter {
    column: Column<i64>,
    first: i64,
    counts: Vec<u32>,
}

impl Counters {
    /// Begins a segment.
    ///
    /// # Errors
    /// When a column cannot be read.
    pub fn open(segment: &SegmentReader, plan: &Plan) -> tantivy::Result<Self> {
        let countries = role_column(
            plan.country_role.as_ref(),
            column::COUNTRY,
            column::COUNTRY_ROLE,
        );
        let organizations = role_column(
            plan.organization_role.as_ref(),
            column::ORGANIZATION,
            column::ORGANIZATION_ROLE,
        );
        let terms = [
            countries,
            organizations,
            (column::KIND, String::new()),
            (column::REVIEW, String::new()),
        ];
        let terms = terms.map(|(name, suffix)| TermCounter::open(segment, name, suffix));
        let terms = terms.into_iter().collect::<tantivy::Result<_>>()?;
        let years = segment
            .fast_fields()
            .column_opt::<i64>(column::YEAR)?
            .map(YearCounter::new);
        Ok(Self { terms, years })
    }

    /// Counts an entry in one facet.
    pub fn count(&mut self, side: Side, entry: DocId) {
        match side {
            Side::Country | Side::Organization | Side::Kind | Side::Review => {
                if let Some(Some(counter)) = self.terms.get_mut(side as usize) {
                    for ordinal in counter.column.ords().values_for_doc(entry) {
                        increment(&mut counter.counts, ordinal);
                    }
                }
            }
            Side::Date => {
                if let Some(counter) = &mut self.years {
                    for year in counter.column.values_for_doc(entry) {
                        increment(&mut counter.counts, year.abs_diff(counter.first));
                    }
                }
            }
        }
    }

    /// Ends the segment.
    ///
    /// # Errors
    /// When what an ordinal stands for cannot be read.
    pub fn finish(self) -> tantivy::Result<Counts> {
        let mut counts = Counts::default();
        for (counter, terms) in self.terms.into_iter().zip(&mut counts.terms) {
            if let Some(counter) = counter {
                *terms = counter.finish()?;
            }
        }
        if let Some(counter) = self.years {
            let years = (counter.first..).zip(counter.counts);
            counts.years = years
                .filter(|(_, count)| *count > 0)
                .map(|(year, count)| (year, u64::from(count)))
                .collect();
        }
        Ok(counts)
    }
}

fn increment(counts: &mut [u32], place: u64) {
    if let Some(count) = usize::try_from(place)
        .ok()
        .and_then(|place| counts.get_mut(place))
    {
        *count += 1;
    }
}

fn role_column(
    role: Option<&String>,
    plain: &'static str,
    by_role: &'static str,
) -> (&'static str, String) {
    role.map_or((plain, String::new()), |role| (by_role, role.clone()))
}

impl TermCounter {
    fn open(segment: &SegmentReader, name: &str, suffix: String) -> tantivy::Result<Option<Self>> {
        let column = segment.fast_fields().str(name)?;
        Ok(column.map(|column| Self {
            counts: vec![0; column.num_terms()],
            column,
            suffix,
        }))
    }

    fn finish(self) -> tantivy::Result<HashMap<String, u64>> {
        let counted = (0_u64..).zip(self.counts).filter(|(_, count)| *count > 0);
        let (ordinals, counts): (Vec<u64>, Vec<u32>) = counted.unzip();
        let mut counts = counts.into_iter();
        let mut terms = HashMap::new();
        self.column
            .dictionary()
            .sorted_ords_to_term_cb(&ordinals, |bytes| {
                let count = counts.next().map_or(0, u64::from);
                if let Some(term) = std::str::from_utf8(bytes)
                    .ok()
                    .and_then(|term| term.strip_suffix(&self.suffix))
                {
                    terms.insert(term.to_owned(), count);
                }
            })?;
        Ok(terms)
    }
}

impl YearCounter {
    fn new(column: Column<i64>) -> Self {
        let (first, last) = (column.min_value(), column.max_value());
        let length = usize::try_from(last - first + 1).unwrap_or_default();
        Self {
            column,
            first,
            counts: vec![0; length],
        }
    }
}

impl Counts {
    /// Adds the counts of another segment.
    pub fn add(&mut self, other: Self) {
        for (terms, more) in self.terms.iter_mut().zip(other.terms) {
            for (term, count) in more {
                *terms.entry(term).or_default() += count;
            }
        }
        for (year, count) in other.years {
            *self.years.entry(year).or_default() += count;
        }
    }

    /// The facets, in their order.
    #[must_use]
    pub fn into_facets(self) -> Facets {
        let [countries, organizations, kinds, reviews] = self.terms;
        let mut organizations = ordered(&organizations, |term| OrganizationId::parse(term).ok());
        organizations.truncate(MOST_ORGANIZATIONS);
        Facets {
            countries: ordered(&countries, |term| CountryCode::parse(term).ok()),
            organizations,
            kinds: ordered(&kinds, Kind::parse),
            years: self
                .years
                .into_iter()
                .filter_map(|(year, count)| Some((i16::try_from(year).ok()?, count)))
                .collect(),
            reviews: ordered(&reviews, Review::parse),
        }
    }
}

fn ordered<T: Ord>(
    counts: &HashMap<String, u64>,
    parse: impl Fn(&str) -> Option<T>,
) -> Vec<(T, u64)> {
    let parsed = counts
        .iter()
        .filter_map(|(term, count)| Some((parse(term)?, *count)));
    let mut ordered: Vec<(T, u64)> = parsed.collect();
    ordered.sort_unstable_by(|(left, more), (right, less)| {
        less.cmp(more).then_with(|| left.cmp(right))
    });
    ordered
}
