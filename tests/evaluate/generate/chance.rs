//! Chance that comes out the same each time: SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable
//! Pseudorandom Number Generators", OOPSLA 2014) and the laws drawn by.

/// A stream of numbers that follows from its seed.
#[derive(Debug, Clone)]
pub struct Chance {
    state: u64,
}

impl Chance {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self {
            state: mixed(seed ^ 0x5151_1173_5151_1173),
        }
    }

    /// A stream of its own for the number of something.
    pub fn branch(&self, number: u64) -> Self {
        Self {
            state: mixed(self.state ^ mixed(number.wrapping_add(1))),
        }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mixed(self.state)
    }

    /// A number from 0 to 1, without 1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// A number between these, both included.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// True in this share of cases.
    pub fn happens(&mut self, share: f64) -> bool {
        self.share() < share
    }

    /// One of these.
    pub fn one_of<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    /// One of these, by weight.
    pub fn weighed<T: Copy>(&mut self, choices: &[(T, u32)]) -> T {
        let sum: u32 = choices.iter().map(|(_, weight)| weight).sum();
        let mut rest = self.below(sum as usize) as u32;
        for (choice, weight) in choices {
            if rest < *weight {
                return *choice;
            }
            rest -= weight;
        }
        choices[0].0
    }

    /// Puts these in another order.
    pub fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            all.swap(last, self.below(last + 1));
        }
    }
}

fn mixed(state: u64) -> u64 {
    let mut mixed = state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// The law of Zipf and Mandelbrot: rank `r`, from 0, has the weight 1 / (r + 1 + `offset`). The offset flattens the top.
#[derive(Debug, Clone)]
pub struct Zipf {
    sums: Vec<f64>,
}

impl Zipf {
    /// The law over so many ranks.
    pub fn new(ranks: usize, offset: f64) -> Self {
        let mut sum = 0.0;
        let sums = (0..ranks).map(|rank| {
            sum += 1.0 / (rank as f64 + 1.0 + offset);
            sum
        });
        Self {
            sums: sums.collect(),
        }
    }

    /// A rank.
    pub fn draw(&self, chance: &mut Chance) -> usize {
        let sum = self.sums.last().copied().unwrap_or_default();
        let drawn = chance.share() * sum;
        let rank = self.sums.partition_point(|sum| *sum <= drawn);
        rank.min(self.sums.len().saturating_sub(1))
    }

    /// So many different ranks, or all there are.
    pub fn draw_several(&self, count: usize, chance: &mut Chance) -> Vec<usize> {
        let mut drawn = Vec::new();
        while drawn.len() < count.min(self.sums.len()) {
            let rank = self.draw(chance);
            if !drawn.contains(&rank) {
                drawn.push(rank);
            }
        }
        drawn
    }
}
