//! The order of an answer. Within a segment every order is a pair of numbers, the lesser first, so that a heap of the
//! best stays small; across segments ordinals are turned into what they stand for. Equals stand in the order of ids.

use std::collections::BinaryHeap;

use jiff::civil::Date;
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocId, Score, SegmentReader};

use crate::search::entry::day_number;
use crate::search::floor::Floor;
use crate::search::schema::column;

/// What an answer is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Best score first.
    Score,
    /// First day first; undated last.
    Oldest,
    /// Last first, by the first day too, so that it is [`Order::Oldest`] turned round; undated last here as well.
    Newest,
    /// As Arabic libraries file titles.
    Title,
    /// The drafts that the machine is least sure of first; what a person answers for last.
    Doubtful,
}

/// An entry with its place in the order.
#[derive(Debug, Clone, PartialEq, PartialOrd)]
pub struct Ranked {
    key: Key,
    /// The event's id.
    pub id: String,
    /// The number of the decision; 0 for an event.
    pub number: u64,
    /// Its score, where the order asked for one.
    pub score: Option<Score>,
}

#[derive(Debug, Clone, PartialEq, PartialOrd)]
enum Key {
    Number(u64),
    Title(String),
}

/// Puts the entries of several segments into one order.
pub fn sort(ranked: &mut [Ranked]) {
    ranked.sort_by(|left, right| left.partial_cmp(right).unwrap_or(std::cmp::Ordering::Equal));
}

/// The best entries of one segment so far.
pub struct Best {
    order: Order,
    most: usize,
    heap: BinaryHeap<(u64, u64, u64)>,
    /// The key of the last of those that are kept, once they are as many as are asked for: what comes after is none.
    last: u64,
    floor: Floor,
    ids: Option<StrColumn>,
    titles: Option<StrColumn>,
    earliest: Option<Column<i64>>,
    latest: Option<Column<i64>>,
    numbers: Option<Column<u64>>,
    confidence: Option<Column<u64>>,
}

impl Best {
    /// Begins a segment. The floor rises with the score of the last of those that are kept.
    ///
    /// # Errors
    /// When a column cannot be read.
    pub fn open(
        segment: &SegmentReader,
        order: Order,
        most: usize,
        floor: Floor,
    ) -> tantivy::Result<Self> {
        let columns = segment.fast_fields();
        Ok(Self {
            order,
            most,
            heap: BinaryHeap::new(),
            last: u64::MAX,
            floor,
            ids: columns.str(column::ID)?,
            titles: columns.str(column::TITLE_ORDER)?,
            earliest: columns.column_opt(column::EARLIEST)?,
            latest: columns.column_opt(column::LATEST)?,
            numbers: columns.column_opt(column::NUMBER)?,
            confidence: columns.column_opt(column::CONFIDENCE)?,
        })
    }

    /// Offers an entry.
    #[inline]
    pub fn offer(&mut self, entry: DocId, score: Score) {
        if self.most == 0 {
            return;
        }
        let key = match self.order {
            Order::Score => descending(score_number(score)),
            Order::Oldest => self.day(entry).unwrap_or(u64::MAX),
            Order::Newest => self.day(entry).map_or(u64::MAX, descending),
            Order::Title => first_ordinal(self.titles.as_ref(), entry),
            Order::Doubtful => {
                let confidence = self.confidence.as_ref();
                confidence
                    .and_then(|column| column.first(entry))
                    .unwrap_or(u64::MAX)
            }
        };
        if key <= self.last {
            self.keep(key, entry);
        }
    }

    fn keep(&mut self, key: u64, entry: DocId) {
        let number = self
            .numbers
            .as_ref()
            .and_then(|numbers| numbers.first(entry))
            .unwrap_or(0);
        self.heap
            .push((key, first_ordinal(self.ids.as_ref(), entry), number));
        if self.heap.len() > self.most {
            self.heap.pop();
        }
        if self.heap.len() == self.most
            && let Some((last, ..)) = self.heap.peek()
        {
            self.last = *last;
            if self.order == Order::Score {
                self.floor.raise(number_score(descending(*last)));
            }
        }
    }

    /// The first day an event can have been on, or the last where the first is open; as a number in the same order.
    fn day(&self, entry: DocId) -> Option<u64> {
        let day = |column: &Option<Column<i64>>, open: Date| {
            column
                .as_ref()
                .and_then(|column| column.first(entry))
                .filter(|day| *day != day_number(open))
        };
        let day = day(&self.earliest, Date::MIN).or_else(|| day(&self.latest, Date::MAX))?;
        u64::try_from(day - day_number(Date::MIN)).ok()
    }

    /// Ends the segment.
    #[must_use]
    pub fn finish(self) -> Vec<Ranked> {
        let ranked = |(key, id, number): &(u64, u64, u64)| Ranked {
            key: match self.order {
                Order::Score | Order::Oldest | Order::Newest | Order::Doubtful => Key::Number(*key),
                Order::Title => Key::Title(term(self.titles.as_ref(), *key)),
            },
            id: term(self.ids.as_ref(), *id),
            number: *number,
            score: (self.order == Order::Score).then(|| number_score(descending(*key))),
        };
        // What is below the floor is not among the best of all segments, and need not be read.
        let lowest = match self.order {
            Order::Score => descending(score_number(self.floor.get())),
            Order::Oldest | Order::Newest | Order::Title | Order::Doubtful => u64::MAX,
        };
        let kept = self.heap.iter().filter(|(key, ..)| *key <= lowest);
        kept.map(ranked).collect()
    }
}

const fn descending(number: u64) -> u64 {
    (u64::MAX - 1).saturating_sub(number)
}

/// A score, which is never negative, as a number in the same order.
fn score_number(score: Score) -> u64 {
    u64::from(score.max(0.0).to_bits())
}

fn number_score(number: u64) -> Score {
    u32::try_from(number)
        .map(Score::from_bits)
        .unwrap_or_default()
}

fn first_ordinal(column: Option<&StrColumn>, entry: DocId) -> u64 {
    column
        .and_then(|column| column.ords().first(entry))
        .unwrap_or(u64::MAX)
}

/// What an ordinal stands for; empty where the file is damaged, which `verify` reports.
fn term(column: Option<&StrColumn>, ordinal: u64) -> String {
    let mut term = String::new();
    if let Some(column) = column {
        // A failed read leaves the buffer empty.
        let _ = column.ord_to_str(ordinal, &mut term);
    }
    term
}
