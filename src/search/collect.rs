//! One pass over what matches: the total, the best entries in order, and the facets, all at once.

use std::sync::Arc;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

use crate::search::facet::{Counters, Counts, Plan};
use crate::search::filter::{Filter, Open, SIDES, Side, open};
use crate::search::floor::Floor;
use crate::search::numbering::Numbering;
use crate::search::rank::{Best, Order, Ranked, sort};

/// What is to be collected.
pub struct Gathering {
    /// The numbers of the index's terms.
    pub numbering: Arc<Numbering>,
    /// The filters, each with the facet it belongs to.
    pub filters: Vec<(Side, Filter)>,
    /// The order of the entries.
    pub order: Order,
    /// How many entries are kept, from the first.
    pub most: usize,
    /// How to count facets, if at all.
    pub facets: Option<Plan>,
    /// A stricter filter by which those that pass all others are counted too.
    pub stricter: Option<Filter>,
    /// What tells those who score how much is of interest.
    pub floor: Floor,
}

/// What was collected.
#[derive(Default)]
pub struct Gathered {
    /// How many entries pass all filters.
    pub total: u64,
    /// How many of them pass the stricter filter.
    pub stricter: u64,
    /// The first of them, in order.
    pub ranked: Vec<Ranked>,
    /// The facets' counts.
    pub counts: Counts,
}

/// A [`Gathering`] on one segment.
pub struct SegmentGathering {
    filters: Vec<(Side, Open)>,
    best: Best,
    counters: Option<Counters>,
    /// Entries that pass all filters and are not counted yet.
    waiting: Vec<DocId>,
    /// Those that fail one filter, and count in its facet.
    failing: [Vec<DocId>; SIDES.len()],
    stricter: Option<Open>,
    total: u64,
    passing: u64,
}

/// Entries are counted in the facets so many at a time, facet by facet.
const TOGETHER: usize = 512;

/// Which filters an entry fails.
enum Verdict {
    None,
    One(Side),
    Several,
}

impl Collector for Gathering {
    type Fruit = Gathered;
    type Child = SegmentGathering;

    fn for_segment(
        &self,
        _: SegmentOrdinal,
        segment: &SegmentReader,
    ) -> tantivy::Result<SegmentGathering> {
        let filters = self
            .filters
            .iter()
            .map(|(side, filter)| Ok((*side, open(segment, &self.numbering, filter)?)));
        Ok(SegmentGathering {
            filters: filters.collect::<tantivy::Result<_>>()?,
            best: Best::open(segment, self.order, self.most, self.floor.clone())?,
            counters: self
                .facets
                .as_ref()
                .map(|plan| Counters::open(segment, &self.numbering, plan))
                .transpose()?,
            waiting: Vec::with_capacity(TOGETHER),
            failing: [const { Vec::new() }; SIDES.len()],
            stricter: self
                .stricter
                .as_ref()
                .map(|filter| open(segment, &self.numbering, filter))
                .transpose()?,
            total: 0,
            passing: 0,
        })
    }

    fn requires_scoring(&self) -> bool {
        self.order == Order::Score
    }

    fn merge_fruits(&self, segments: Vec<tantivy::Result<Gathered>>) -> tantivy::Result<Gathered> {
        let mut gathered = Gathered::default();
        for segment in segments {
            let segment = segment?;
            gathered.total += segment.total;
            gathered.stricter += segment.stricter;
            gathered.ranked.extend(segment.ranked);
            gathered.counts.add(segment.counts);
        }
        sort(&mut gathered.ranked);
        gathered.ranked.truncate(self.most);
        Ok(gathered)
    }
}

impl SegmentGathering {
    fn count_waiting(&mut self) {
        if let Some(counters) = &mut self.counters {
            let waiting = &self.waiting;
            SIDES.iter().for_each(|side| counters.count(*side, waiting));
        }
        self.waiting.clear();
    }

    fn count_failing(&mut self, side: Side) {
        let failing = &mut self.failing[side as usize];
        if let Some(counters) = &mut self.counters {
            counters.count(side, failing);
        }
        failing.clear();
    }

    fn judge(&self, entry: DocId) -> Verdict {
        if self.filters.is_empty() {
            return Verdict::None;
        }
        let mut failed = self
            .filters
            .iter()
            .filter(|(_, filter)| !filter.admits(entry))
            .map(|(side, _)| *side);
        match (failed.next(), failed.next()) {
            (None, _) => Verdict::None,
            (Some(side), None) => Verdict::One(side),
            (Some(_), Some(_)) => Verdict::Several,
        }
    }
}

impl SegmentCollector for SegmentGathering {
    type Fruit = tantivy::Result<Gathered>;

    #[inline]
    fn collect(&mut self, entry: DocId, score: Score) {
        match (self.judge(entry), &mut self.counters) {
            (Verdict::None, counters) => {
                let is_stricter = self
                    .stricter
                    .as_ref()
                    .is_some_and(|open| open.admits(entry));
                self.total += 1;
                self.passing += u64::from(is_stricter);
                self.best.offer(entry, score);
                if counters.is_some() {
                    self.waiting.push(entry);
                }
                if self.waiting.len() == TOGETHER {
                    self.count_waiting();
                }
            }
            (Verdict::One(side), Some(_)) => {
                let failing = &mut self.failing[side as usize];
                failing.push(entry);
                if failing.len() == TOGETHER {
                    self.count_failing(side);
                }
            }
            (Verdict::One(_) | Verdict::Several, _) => {}
        }
    }

    fn harvest(mut self) -> tantivy::Result<Gathered> {
        self.count_waiting();
        SIDES.iter().for_each(|side| self.count_failing(*side));
        Ok(Gathered {
            total: self.total,
            stricter: self.passing,
            ranked: self.best.finish(),
            counts: self.counters.map(Counters::finish).unwrap_or_default(),
        })
    }
}
