//! The values of a facet's column on one segment, held in memory: reading them out of the index entry by entry was half
//! the cost of a search that finds a third of a large archive. Where the values of an entry begin is told by two bytes,
//! counted from the beginning of its block, so that an archive of a million events takes some tens of megabytes.

use std::ops::Range;

use tantivy::DocId;

/// Where values begin is told in full once for so many entries.
const BLOCK: usize = 16;

/// Where an entry has one value at most, this stands for none.
const NONE: u16 = u16::MAX;

/// Values are gathered so many at a time, whatever an entry has: how many that is cannot be foretold, and to guess it wrong
/// costs more than to copy a few too many.
const STRIDE: usize = 8;

/// So many values are gathered before they are handed over.
const GATHERED: usize = 1024;

/// An entry counts for so many values at most; no event has a tenth of them. A block then holds less than two bytes count.
const MOST: usize = 4095;

/// The values of a column.
#[derive(Debug)]
pub struct Values {
    /// Where the values of each block begin, and where those of the last end.
    starts: Vec<u32>,
    /// Where in its block's values those of each entry begin; one more at the end.
    within: Vec<u16>,
    values: Packed,
}

/// Values in as few bytes as the greatest of them takes.
#[derive(Debug)]
enum Packed {
    Narrow(Vec<u16>),
    Wide(Vec<u32>),
    /// No entry has two: one for each entry, which needs not be told where it begins.
    Single(Vec<u16>),
}

impl Values {
    /// The values of entries `0..entries`, each below `limit`; `values_of` gives those of an entry.
    #[must_use]
    pub fn read<V: Iterator<Item = u32>>(
        entries: DocId,
        limit: u64,
        values_of: impl Fn(DocId) -> V,
    ) -> Self {
        let mut starts = Vec::with_capacity(entries as usize / BLOCK + 2);
        let mut within = Vec::with_capacity(entries as usize + 1);
        let mut all = Vec::new();
        for entry in 0..=entries {
            let start = u32::try_from(all.len()).unwrap_or(u32::MAX);
            if within.len().is_multiple_of(BLOCK) {
                starts.push(start);
            }
            let block = starts.last().copied().unwrap_or_default();
            within.push(u16::try_from(start - block).unwrap_or(u16::MAX));
            if entry < entries {
                all.extend(values_of(entry).take(MOST));
            }
        }
        // Beyond the last values a stride can be read too.
        all.extend([0; STRIDE]);
        let values = match limit <= u64::from(u16::MAX) + 1 {
            true => Packed::Narrow(all.into_iter().map(narrow).collect()),
            false => Packed::Wide(all),
        };
        let values = Self {
            starts,
            within,
            values,
        };
        values.simplified()
    }

    /// The same without what tells where values begin, if no entry has two.
    fn simplified(self) -> Self {
        let Packed::Narrow(values) = &self.values else {
            return self;
        };
        let mut single = vec![NONE; self.within.len() - 1];
        for (entry, slot) in single.iter_mut().enumerate() {
            match self.of(values, entry) {
                [value] if *value != NONE => *slot = *value,
                [] => {}
                _ => return self,
            }
        }
        Self {
            starts: Vec::new(),
            within: Vec::new(),
            values: Packed::Single(single),
        }
    }

    /// Hands each value of these entries to `take`.
    pub fn each(&self, entries: &[DocId], mut take: impl FnMut(usize)) {
        match &self.values {
            Packed::Narrow(values) => {
                self.each_of(values, entries, |value| take(usize::from(value)));
            }
            Packed::Wide(values) => self.each_of(values, entries, |value| take(value as usize)),
            Packed::Single(values) => {
                let values = entries
                    .iter()
                    .filter_map(|entry| values.get(*entry as usize));
                let values = values.filter(|value| **value != NONE);
                values.for_each(|value| take(usize::from(*value)));
            }
        }
    }

    fn each_of<T: Copy + Default>(&self, values: &[T], entries: &[DocId], mut take: impl FnMut(T)) {
        let mut gathered = [T::default(); GATHERED + STRIDE];
        let mut filled = 0;
        for entry in entries {
            let Some(range) = self.range(*entry as usize) else {
                continue;
            };
            let stride = values.get(range.start..range.start + STRIDE);
            match (range.len(), stride) {
                (length @ ..=STRIDE, Some(stride)) => {
                    gathered[filled..filled + STRIDE].copy_from_slice(stride);
                    filled += length;
                }
                _ => {
                    gathered[..filled].iter().for_each(|value| take(*value));
                    filled = 0;
                    let many = values.get(range).unwrap_or_default();
                    many.iter().for_each(|value| take(*value));
                }
            }
            if filled >= GATHERED {
                gathered[..filled].iter().for_each(|value| take(*value));
                filled = 0;
            }
        }
        gathered[..filled].iter().for_each(|value| take(*value));
    }

    /// Whether an entry has a value that passes.
    #[must_use]
    pub fn any(&self, entry: DocId, passes: impl Fn(usize) -> bool) -> bool {
        let place = entry as usize;
        match &self.values {
            Packed::Narrow(values) => self
                .of(values, place)
                .iter()
                .any(|value| passes(usize::from(*value))),
            Packed::Wide(values) => self
                .of(values, place)
                .iter()
                .any(|value| passes(*value as usize)),
            Packed::Single(values) => {
                let value = values.get(place).filter(|value| **value != NONE);
                value.is_some_and(|value| passes(usize::from(*value)))
            }
        }
    }

    /// The values of an entry.
    fn of<'a, T>(&self, values: &'a [T], entry: usize) -> &'a [T] {
        let range = self.range(entry);
        range
            .and_then(|range| values.get(range))
            .unwrap_or_default()
    }

    /// Where the values of an entry are.
    fn range(&self, entry: usize) -> Option<Range<usize>> {
        let begin = |entry: usize| {
            let within = usize::from(*self.within.get(entry)?);
            Some(self.starts[entry / BLOCK] as usize + within)
        };
        Some(begin(entry)?..begin(entry + 1)?)
    }
}

/// A value below a limit that two bytes can tell.
fn narrow(value: u32) -> u16 {
    u16::try_from(value).unwrap_or(u16::MAX)
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
            values.each(&[entry], |value| {
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
        let mut together = Vec::new();
        let all: Vec<u32> = (0..47).collect();
        held(&given, 300).each(&all, |value| together.push(value as u32));
        assert_eq!(together, given.concat());
        let beyond = read(&held(&given, 300), given.len() + 2);
        assert!(beyond[given.len()].is_empty());
    }

    #[test]
    fn one_value_at_most_needs_no_beginnings() {
        let given: Vec<Vec<u32>> = (0..40)
            .map(|entry| (0..entry % 2).map(|_| 65_534).collect())
            .collect();
        let values = held(&given, 1 << 16);
        assert!(values.starts.is_empty() && values.within.is_empty());
        assert_eq!(read(&values, given.len()), given);
        assert!(values.any(1, |value| value == 65_534) && !values.any(1, |value| value == 7));
        assert!(!values.any(0, |_| true) && !values.any(99, |_| true));
        let greatest = vec![vec![u32::from(u16::MAX)], vec![]];
        assert_eq!(read(&held(&greatest, 1 << 16), 2), greatest);
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
