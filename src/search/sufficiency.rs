//! Which words of a question are enough together: an entry answers it if the words that it holds weigh enough.

use crate::search::window::{Slots, WINDOW};

/// What is enough is told by sets of words for so many words at most; beyond, the sets would be too many.
const MOST: usize = 6;

/// What is enough.
#[derive(Debug)]
pub enum Sufficiency {
    /// Each of these sets of words, as bits, is enough, and no smaller one.
    Sets(Vec<u8>),
    /// The words' weights, and what must be held of them.
    Weights(Vec<f32>, f32),
}

impl Sufficiency {
    /// Of words that weigh so much, those held must weigh at least `least`, which is positive.
    #[must_use]
    pub fn new(weights: &[f32], least: f32) -> Self {
        if weights.len() > MOST {
            return Self::Weights(weights.to_vec(), least);
        }
        let has = |set: u8, word: usize| set >> word & 1 == 1;
        let is_enough = |set: u8| {
            let held = weights
                .iter()
                .enumerate()
                .filter(|(word, _)| has(set, *word));
            held.map(|(_, weight)| weight).sum::<f32>() >= least
        };
        let without = |set: u8, word: usize| set & !(1 << word);
        let is_smallest = |set: &u8| {
            let mut words = (0..weights.len()).filter(|word| has(*set, *word));
            is_enough(*set) && words.all(|word| !is_enough(without(*set, word)))
        };
        Self::Sets((0..1 << weights.len()).filter(is_smallest).collect())
    }

    /// The slots in which enough is held, where each word is held in the slots of its set.
    #[must_use]
    pub fn of(&self, holds: &[&Slots]) -> Slots {
        let mut found = Slots::default();
        match self {
            Self::Sets(sets) => {
                for set in sets {
                    let words = holds.iter().enumerate();
                    let mut words = words.filter(|(word, _)| set >> word & 1 == 1);
                    let Some((_, first)) = words.next() else {
                        continue;
                    };
                    let mut all = Slots::clone(first);
                    words.for_each(|(_, slots)| all.intersect(slots));
                    found.unite(&all);
                }
            }
            Self::Weights(weights, least) => {
                let mut held = [0.0; WINDOW];
                for (slots, weight) in holds.iter().zip(weights) {
                    slots.iter().for_each(|slot| held[slot] += weight);
                    found.unite(slots);
                }
                found.retain(|slot| held[slot] >= *least);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::Sufficiency;
    use crate::search::window::Slots;

    fn sets(weights: &[f32], least: f32) -> Vec<u8> {
        match Sufficiency::new(weights, least) {
            Sufficiency::Sets(sets) => sets,
            Sufficiency::Weights(..) => panic!("few words are told by sets"),
        }
    }

    #[test]
    fn only_the_smallest_sets_are_told() {
        assert_eq!(sets(&[1.0], 1.0), [0b1]);
        assert_eq!(sets(&[1.0, 2.0], 3.0), [0b11]);
        assert_eq!(sets(&[5.0, 3.0, 2.0], 5.0), [0b001, 0b110]);
        assert_eq!(sets(&[1.0, 1.0, 1.0], 1.5), [0b011, 0b101, 0b110]);
        assert_eq!(sets(&[0.0, 1.0], 0.5), [0b10]);
        assert_eq!(sets(&[0.0, 0.0], 0.5), [0; 0]);
        assert_eq!(sets(&[], 0.5), [0; 0]);
    }

    proptest! {
        #[test]
        fn sets_and_weights_say_the_same(
            words in vec((0_u8..9, vec(0_usize..200, 0..60)), 1..7),
            least in 1_u8..30,
        ) {
            let weights: Vec<f32> = words.iter().map(|(weight, _)| f32::from(*weight)).collect();
            let holds: Vec<Slots> = words
                .iter()
                .map(|(_, held)| {
                    let mut slots = Slots::default();
                    held.iter().for_each(|slot| slots.insert(*slot));
                    slots
                })
                .collect();
            let holds: Vec<&Slots> = holds.iter().collect();
            let least = f32::from(least);
            let by_sets = Sufficiency::new(&weights, least).of(&holds);
            let by_weights = Sufficiency::Weights(weights, least).of(&holds);
            prop_assert_eq!(
                by_sets.iter().collect::<Vec<_>>(),
                by_weights.iter().collect::<Vec<_>>()
            );
        }
    }
}
