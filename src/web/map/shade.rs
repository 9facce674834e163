//! Numbers of events in a few steps, told apart by shade on the map and by words in its legend.

use crate::web::locale::fill;
use crate::web::plural::{EVENT, grouped};

/// So many steps are told apart at most.
pub const MOST: usize = 4;

/// A step of the legend: from so many to so many events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Its place among the steps, from 1, the lightest.
    pub number: usize,
    /// The fewest events.
    pub from: u64,
    /// The most events; none for the last step, which is open.
    pub to: Option<u64>,
}

impl Step {
    /// The step for readers: «من 2 إلى 4».
    #[must_use]
    pub fn words(&self) -> String {
        let number = |number| grouped(number).into();
        match self.to {
            Some(to) if to == self.from => EVENT.count(to),
            Some(to) => fill(
                "map-step",
                [("from", number(self.from)), ("to", number(to))],
            ),
            None => fill("map-step-open", [("from", number(self.from))]),
        }
    }
}

/// The steps for numbers up to `most`: they begin at 1, and where round numbers (1, 2, 5, 10, 20, …) make more than
/// [`MOST`], they are taken at even distances. None where nothing is counted.
#[must_use]
pub fn steps(most: u64) -> Vec<Step> {
    let round = (0..19).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_u64.pow(power)));
    let round: Vec<u64> = round.take_while(|number| *number <= most).collect();
    let count = round.len().min(MOST);
    let starts = (0..count).map(|step| round[step * round.len() / count]);
    let starts: Vec<u64> = starts.collect();
    let ends = starts
        .iter()
        .skip(1)
        .map(|next| Some(next - 1))
        .chain([None]);
    let steps = starts.iter().zip(ends).enumerate();
    steps
        .map(|(place, (from, to))| Step {
            number: place + 1,
            from: *from,
            to,
        })
        .collect()
}

/// The step of a number; 0 for none.
#[must_use]
pub fn step(steps: &[Step], count: u64) -> usize {
    steps.iter().filter(|step| step.from <= count).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::{MOST, step, steps};

    #[test]
    fn few_numbers_have_few_steps() {
        let starts = |most| steps(most).iter().map(|step| step.from).collect::<Vec<_>>();
        assert!(starts(0).is_empty());
        assert_eq!(starts(1), [1]);
        assert_eq!(starts(3), [1, 2]);
        assert_eq!(starts(7), [1, 2, 5]);
        assert_eq!(starts(2600), [1, 5, 50, 500]);
        let steps = steps(7);
        assert_eq!((steps[1].to, steps[2].to), (Some(4), None));
        assert_eq!(
            [0, 1, 4, 5, 7].map(|count| step(&steps, count)),
            [0, 1, 2, 3, 3]
        );
    }

    proptest! {
        #[test]
        fn every_number_has_a_step_that_holds_it(most in 1_u64..1_000_000, share in 0.0_f64..1.0) {
            let steps = steps(most);
            prop_assert!((1..=MOST).contains(&steps.len()));
            let count = ((most as f64 * share) as u64).max(1);
            let own = steps[step(&steps, count) - 1];
            prop_assert!(own.from <= count && own.to.is_none_or(|to| count <= to));
        }
    }
}
