//! The values of a facet's column on one segment, held in memory: reading them out of the index entry by entry was half
//! the cost of a search that finds a third of a large archive. A byte tells how many values an entry has; where those of
//! an entry begin is told for every sixteenth, so that an archive of a million events takes some tens of megabytes.

use std::ops::Range;

use tantivy::DocId;

/// Where values begin is told once for so many entries.
const BLOCK: usize = 16;

/// An entry with so many values or more stands in [`Values::many`].
const MANY: u8 = u8::MAX;

/// The values of a column.
#[derive(Debug, Default)]
pub struct Values {
    /// How many values each entry has, or [`MANY`].
    counts: Vec<u8>,
    /// Where the values of each block begin.
    starts: Vec<u32>,
    /// Entries with many values, ascending, and how many.
    many: Vec<(usize, usize)>,
    values: Packed,
}

/// Values in as few bytes as the greatest of them takes.
#[derive(Debug)]
enum Packed {
    Narrow(Vec<u16>),
    Wide(Vec<u32>),
}

impl Default for Packed {
    fn default() -> Self {
        Self::Narrow(Vec::new())
    }
}

impl Values {
    /// The values of entries `0..entries`, each below `limit`; `values_of` gives those of an entry.
    #[must_use]
    pub fn read<V: Iterator<Item = u32>>(
        entries: DocId,
        limit: u64,
        values_of: impl Fn(DocId) -> V,
    ) -> Self {
        let mut values = Self::default();
        if limit > u64::from(u16::MAX) + 1 {
            values.values = Packed::Wide(Vec::new());
        }
        for entry in 0..entries {
            values.push(values_of(entry));
        }
        values.counts.shrink_to_fit();
        match &mut values.values {
            Packed::Narrow(packed) => packed.shrink_to_fit(),
            Packed::Wide(packed) => packed.shrink_to_fit(),
        }
        values
    }

    fn push(&mut self, added: impl Iterator<Item = u32>) {
        let entry = self.counts.len();
        let start = self.values.len();
        if entry.is_multiple_of(BLOCK) {
            self.starts.push(u32::try_from(start).unwrap_or(u32::MAX));
        }
        added.for_each(|value| self.values.push(value));
        let count = self.values.len() - start;
        let told = u8::try_from(count).unwrap_or(MANY);
        if told == MANY {
            self.many.push((entry, count));
        }
        self.counts.push(told);
    }

    /// Hands each value of an entry to `take`.
    pub fn each(&self, entry: DocId, mut take: impl FnMut(usize)) {
        let range = self.range(entry as usize);
        match &self.values {
            Packed::Narrow(values) => {
                let values = values.get(range).unwrap_or_default();
                values.iter().for_each(|value| take(usize::from(*value)));
            }
            Packed::Wide(values) => {
                let values = values.get(range).unwrap_or_default();
                values.iter().for_each(|value| take(*value as usize));
            }
        }
    }

    fn range(&self, entry: usize) -> Range<usize> {
        let block = entry / BLOCK;
        let (Some(start), Some(counts)) = (
            self.starts.get(block),
            self.counts.get(block * BLOCK..=entry),
        ) else {
            return 0..0;
        };
        let (sum, is_plain) = match self.many.is_empty() {
            true => (counts.iter().map(|count| usize::from(*count)).sum(), true),
            false => (self.counted(block * BLOCK, counts), false),
        };
        let end = *start as usize + sum;
        let own = counts.last().map_or(0, |count| match is_plain {
            true => usize::from(*count),
            false => self.counted(entry, &[*count]),
        });
        end - own..end
    }

    /// How many values the entries from `first` have together.
    fn counted(&self, first: usize, counts: &[u8]) -> usize {
        let counts = counts.iter().zip(first..);
        let counts = counts.map(|(count, entry)| match *count {
            MANY => {
                let found = self.many.binary_search_by_key(&entry, |(entry, _)| *entry);
                found.map_or(0, |place| self.many[place].1)
            }
            count => usize::from(count),
        });
        counts.sum()
    }
}

impl Packed {
    fn len(&self) -> usize {
        match self {
            Self::Narrow(values) => values.len(),
            Self::Wide(values) => values.len(),
        }
    }

    fn push(&mut self, value: u32) {
        match self {
            Self::Narrow(values) => values.push(u16::try_from(value).unwrap_or(u16::MAX)),
            Self::Wide(values) => values.push(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::Values;

    /// What is read of the entries one by one.
    fn read(values: &Values, entries: usize) -> Vec<Vec<u32>> {
        let of = |entry: usize| {
            let mut found = Vec::new();
            let entry = u32::try_from(entry).expect("few entries");
            values.each(entry, |value| {
                found.push(u32::try_from(value).expect("small"));
            });
            found
        };
        (0..entries).map(of).collect()
    }

    fn held(given: &[Vec<u32>], limit: u64) -> Values {
        let entries = u32::try_from(given.len()).expect("few entries");
        Values::read(entries, limit, |entry| {
            given[entry as usize].clone().into_iter()
        })
    }

    #[test]
    fn an_entry_may_have_hundreds_of_values() {
        let mut given = vec![vec![1], vec![], (0..300).collect(), vec![7, 8], vec![9]];
        given.extend((0..40).map(|value| vec![value; value as usize % 4]));
        given.push((0..255).collect());
        given.push(vec![5]);
        assert_eq!(read(&held(&given, 300), given.len()), given);
        let beyond = read(&held(&given, 300), given.len() + 2);
        assert!(beyond[given.len()].is_empty());
    }

    proptest! {
        #[test]
        fn what_was_put_in_comes_out(given: Vec<Vec<u16>>, is_wide in any::<bool>()) {
            let given: Vec<Vec<u32>> = given
                .into_iter()
                .map(|values| values.into_iter().map(|value| u32::from(value) + u32::from(is_wide)).collect())
                .collect();
            let values = held(&given, 1 << (16 + u32::from(is_wide)));
            prop_assert_eq!(read(&values, given.len()), given);
        }
    }
}
