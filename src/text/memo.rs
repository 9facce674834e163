//! What was found of a word before, in a table of fixed size: half of a text's words are a few thousand ones, and a look
//! into half a million costs ten times as much as a look here. Invariant: an answer is always that of the very word.

use std::hash::{BuildHasher, Hasher};

use rustc_hash::FxBuildHasher;

/// Longer words are looked up each time.
const MOST_BYTES: usize = 30;

/// Answers by word, in so many pairs of slots. A new word takes the first slot of its pair, the word that was there the
/// second one.
#[derive(Debug)]
pub struct Memo<T, const PAIRS: usize>(Vec<[Slot<T>; 2]>);

#[derive(Debug, Clone, Copy)]
struct Slot<T> {
    /// The word's bytes; 0 where there is none.
    length: u8,
    word: [u8; MOST_BYTES],
    answer: T,
}

impl<T: Copy + Default, const PAIRS: usize> Default for Memo<T, PAIRS> {
    fn default() -> Self {
        let empty = Slot {
            length: 0,
            word: [0; MOST_BYTES],
            answer: T::default(),
        };
        Self(vec![[empty; 2]; PAIRS])
    }
}

impl<T: Copy + Default, const PAIRS: usize> Memo<T, PAIRS> {
    /// The answer for a word, found anew where it is not at hand.
    pub fn get(&mut self, word: &str, find: impl FnOnce() -> T) -> T {
        match self.slot(word) {
            None => find(),
            Some((true, answer)) => *answer,
            Some((false, answer)) => {
                *answer = find();
                *answer
            }
        }
    }

    /// The slot of a word, emptied where another word had it, and whether the word had it before.
    fn slot(&mut self, word: &str) -> Option<(bool, &mut T)> {
        let bytes = word.as_bytes();
        if bytes.is_empty() || bytes.len() > MOST_BYTES {
            return None;
        }
        let mut hasher = FxBuildHasher.build_hasher();
        hasher.write(bytes);
        let [first, second] = self.0.get_mut(hasher.finish() as usize % PAIRS)?;
        let has = |slot: &Slot<T>| slot.word.get(..usize::from(slot.length)) == Some(bytes);
        if has(first) {
            return Some((true, &mut first.answer));
        }
        let is_known = has(second);
        std::mem::swap(first, second);
        if !is_known {
            first.answer = T::default();
            first.word.get_mut(..bytes.len())?.copy_from_slice(bytes);
            first.length = bytes.len() as u8;
        }
        Some((is_known, &mut first.answer))
    }
}

#[cfg(test)]
mod tests {
    use super::Memo;

    #[test]
    fn every_word_keeps_its_own_answer() {
        let mut memo: Memo<usize, 16_384> = Memo::default();
        let words: Vec<String> = (0..20_000).map(|number| format!("كلمه{number}")).collect();
        for _ in 0..2 {
            for (number, word) in words.iter().enumerate() {
                assert_eq!(memo.get(word, || number), number);
            }
        }
        let mut asked = 0;
        for _ in 0..3 {
            memo.get("كلمه", || {
                asked += 1;
                7
            });
        }
        assert_eq!(asked, 1);
        let long = "طويله".repeat(20);
        assert_eq!(
            memo.get(&long, || 1) + memo.get(&long, || 2) + memo.get("", || 4),
            7
        );
    }
}
