//! How low a score can be and still have a say in an answer's order. Once as many entries are known as are asked for,
//! those whose words cannot come to the score of the last of them need no exact score: they are counted all the same.
//! The idea is that of MaxScore (H. Turtle, J. Flood, "Query evaluation: strategies and optimizations", *Information
//! Processing & Management* 31, 1995), with one bound for each entry.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use tantivy::Score;

/// The floor of one search, shared by what scores and what collects. It begins at nothing and only rises.
#[derive(Debug, Clone, Default)]
pub struct Floor(Arc<AtomicU32>);

impl Floor {
    /// As many entries as are asked for have at least this score.
    pub fn raise(&self, score: Score) {
        // Scores are not negative: their bits have their order.
        self.0
            .fetch_max(score.max(0.0).to_bits(), Ordering::Relaxed);
    }

    /// An entry with less is not among those asked for.
    #[must_use]
    pub fn get(&self) -> Score {
        Score::from_bits(self.0.load(Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::Floor;

    #[test]
    fn it_only_rises() {
        let floor = Floor::default();
        let seen = floor.clone();
        let raised = [0.5, 12.25, 3.0, -1.0].map(|score| {
            floor.raise(score);
            seen.get()
        });
        assert_eq!(raised, [0.5, 12.25, 12.25, 12.25]);
    }
}
