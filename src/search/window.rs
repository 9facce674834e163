//! A window of entries that are scored together, and sets of its slots.

use std::ops::Range;

/// Entries are scored so many at a time.
pub const WINDOW: usize = 2048;

const WORD: usize = u64::BITS as usize;

/// A set of slots of a window.
#[derive(Debug, Clone)]
pub struct Slots([u64; WINDOW / WORD]);

impl Default for Slots {
    fn default() -> Self {
        Self([0; WINDOW / WORD])
    }
}

impl Slots {
    /// Adds a slot.
    pub fn insert(&mut self, slot: usize) {
        self.0[slot / WORD % (WINDOW / WORD)] |= 1 << (slot % WORD);
    }

    /// Whether a slot is in it.
    #[must_use]
    pub fn contains(&self, slot: usize) -> bool {
        self.0[slot / WORD % (WINDOW / WORD)] >> (slot % WORD) & 1 == 1
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Adds the slots of another set.
    pub fn unite(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }

    /// Keeps the slots of another set.
    pub fn intersect(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word &= more;
        }
    }

    /// Keeps the slots that pass.
    pub fn retain(&mut self, passes: impl Fn(usize) -> bool) {
        for (number, word) in self.0.iter_mut().enumerate() {
            let mut rest = *word;
            while rest != 0 {
                let slot = rest.trailing_zeros() as usize;
                rest &= rest - 1;
                if !passes(number * WORD + slot) {
                    *word &= !(1 << slot);
                }
            }
        }
    }

    /// Takes all out.
    pub fn clear(&mut self) {
        self.0 = [0; WINDOW / WORD];
    }

    /// Hands over stretches that hold all its slots, and others beside them where there are many: what is done to each
    /// slot of a stretch is then done faster than to each that is in the set.
    pub fn each_stretch(&self, mut take: impl FnMut(Range<usize>)) {
        const MANY: u32 = 8;
        for (number, word) in self.0.iter().enumerate() {
            let first = number * WORD;
            if word.count_ones() >= MANY {
                take(first..first + WORD);
                continue;
            }
            let mut rest = *word;
            while rest != 0 {
                let slot = first + rest.trailing_zeros() as usize;
                take(slot..slot + 1);
                rest &= rest - 1;
            }
        }
    }

    /// The first slot at or after `from`.
    #[must_use]
    pub fn next_from(&self, from: usize) -> Option<usize> {
        let mut number = from / WORD;
        let mut word = self.0.get(number)? & (u64::MAX << (from % WORD));
        while word == 0 {
            number += 1;
            word = *self.0.get(number)?;
        }
        Some(number * WORD + word.trailing_zeros() as usize)
    }

    /// All slots, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        let words = self.0.iter().enumerate();
        words.flat_map(|(number, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let slot = (rest != 0).then(|| number * WORD + rest.trailing_zeros() as usize);
                rest &= rest.wrapping_sub(1);
                slot
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Slots, WINDOW};

    #[test]
    fn slots_come_back_in_order() {
        let mut slots = Slots::default();
        let put = [0, 1, 63, 64, 700, WINDOW - 1];
        put.iter().rev().for_each(|slot| slots.insert(*slot));
        assert_eq!(slots.iter().collect::<Vec<_>>(), put);
        assert_eq!(slots.next_from(2), Some(63));
        assert_eq!(slots.next_from(64), Some(64));
        assert_eq!(slots.next_from(701), Some(WINDOW - 1));
        let mut even = slots.clone();
        even.retain(|slot| slot.is_multiple_of(2));
        assert_eq!(even.iter().collect::<Vec<_>>(), [0, 64, 700]);
        even.unite(&slots);
        assert_eq!(even.iter().collect::<Vec<_>>(), put);
        even.intersect(&slots);
        assert_eq!(even.iter().collect::<Vec<_>>(), put);
        slots = Slots::default();
        put[..5].iter().for_each(|slot| slots.insert(*slot));
        even.intersect(&slots);
        assert_eq!(even.iter().collect::<Vec<_>>(), put[..5]);
        assert_eq!(slots.next_from(701).or(slots.next_from(WINDOW)), None);
        assert!(slots.contains(700) && !slots.contains(701) && !slots.is_empty());
        slots.clear();
        assert!(slots.is_empty());
    }

    #[test]
    fn stretches_hold_every_slot() {
        let mut slots = Slots::default();
        [3, 130, WINDOW - 1]
            .into_iter()
            .chain(64..80)
            .for_each(|slot| slots.insert(slot));
        let mut stretches = Vec::new();
        slots.each_stretch(|stretch| stretches.push(stretch));
        assert_eq!(stretches, [3..4, 64..128, 130..131, WINDOW - 1..WINDOW]);
    }
}
