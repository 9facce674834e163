//! The measures, over all questions and by set.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::time::Duration;

/// So far down a list is looked.
pub const DEPTH: usize = 10;

/// Sums over questions.
#[derive(Debug, Default, Clone)]
struct Sums {
    questions: f64,
    reciprocal: f64,
    recall: [f64; 3],
    gain: f64,
}

/// The measures of all questions.
#[derive(Debug, Default)]
pub struct Measures {
    all: Sums,
    sets: BTreeMap<String, Sums>,
    times: Vec<Duration>,
}

const RECALL_AT: [usize; 3] = [1, 5, DEPTH];

impl Measures {
    /// Adds the answer to one question.
    pub fn add(&mut self, set: &str, found: &[String], relevant: &HashSet<String>, took: Duration) {
        let sums = one(found, relevant);
        self.all.add(&sums);
        self.sets.entry(set.to_owned()).or_default().add(&sums);
        self.times.push(took);
    }

    fn milliseconds(&self, share: f64) -> f64 {
        let mut times = self.times.clone();
        times.sort_unstable();
        let place = ((times.len().saturating_sub(1)) as f64 * share) as usize;
        times
            .get(place)
            .map_or(0.0, |time| time.as_secs_f64() * 1e3)
    }
}

/// The measures of one list: 1/rank of the first relevant passage, the share of relevant ones in the first 1, 5 and 10,
/// and the discounted gain as a share of the best possible.
fn one(found: &[String], relevant: &HashSet<String>) -> Sums {
    let ranks: Vec<usize> = (1..=DEPTH)
        .zip(found)
        .filter(|(_, name)| relevant.contains(*name))
        .map(|(rank, _)| rank)
        .collect();
    let discount = |rank: usize| 1.0 / ((rank + 1) as f64).log2();
    let best: f64 = (1..=relevant.len().min(DEPTH)).map(discount).sum();
    let share = |depth: usize| {
        let count = ranks.iter().filter(|rank| **rank <= depth).count();
        count as f64 / relevant.len().max(1) as f64
    };
    Sums {
        questions: 1.0,
        reciprocal: ranks.first().map_or(0.0, |rank| 1.0 / *rank as f64),
        recall: RECALL_AT.map(share),
        gain: ranks.iter().map(|rank| discount(*rank)).sum::<f64>() / best.max(f64::MIN_POSITIVE),
    }
}

impl Sums {
    fn add(&mut self, other: &Self) {
        self.questions += other.questions;
        self.reciprocal += other.reciprocal;
        self.gain += other.gain;
        for (sum, more) in self.recall.iter_mut().zip(other.recall) {
            *sum += more;
        }
    }
}

impl fmt::Display for Sums {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mean = |sum: f64| sum / self.questions.max(1.0);
        let [first, five, ten] = self.recall.map(mean);
        let (reciprocal, gain) = (mean(self.reciprocal), mean(self.gain));
        write!(
            formatter,
            "MRR@10 {reciprocal:.4}  recall@1 {first:.3}  @5 {five:.3}  @10 {ten:.3}  nDCG@10 {gain:.4}"
        )
    }
}

impl fmt::Display for Measures {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (half, most) = (self.milliseconds(0.5), self.milliseconds(0.99));
        writeln!(
            formatter,
            "  all      {}  p50 {half:.2} ms  p99 {most:.2} ms",
            self.all
        )?;
        for (set, sums) in &self.sets {
            writeln!(formatter, "  {set:<8} {sums}")?;
        }
        Ok(())
    }
}
