//! How long searches take: every question many times, in turn, on one thread. Beside the percentiles of all searches
//! stands the question that is slowest by its median: on a machine that others use, it tells what costs from what waits.

use std::error::Error;
use std::fs;
use std::time::Instant;

use sijill::search::query::Query;
use sijill::search::{Index, SearchError};

use crate::scale::question::Question;

/// What a set of questions took.
pub struct Timing {
    found: u64,
    half: f64,
    most: f64,
    worst: f64,
    /// What each question found, and its median.
    each: Vec<(u64, f64)>,
}

impl Timing {
    /// Asks each question once to warm up, then so many times.
    pub fn of(
        index: &Index,
        questions: &[Question],
        runs: usize,
        narrow: impl Fn(&mut Query),
    ) -> Result<Self, SearchError> {
        let queries: Vec<Query> = questions
            .iter()
            .map(|question| {
                let mut query = question.query();
                narrow(&mut query);
                query
            })
            .collect();
        let found = queries
            .iter()
            .map(|query| Ok(index.search(query)?.total))
            .collect::<Result<Vec<u64>, SearchError>>()?;
        let mut times = vec![Vec::with_capacity(runs); queries.len()];
        for _ in 0..runs {
            for (query, own) in queries.iter().zip(&mut times) {
                let begun = Instant::now();
                std::hint::black_box(index.search(query)?);
                own.push(begun.elapsed().as_secs_f64() * 1e3);
            }
        }
        let medians = times.iter_mut().map(|own| percentile(own, 50));
        let each: Vec<(u64, f64)> = found.iter().copied().zip(medians).collect();
        let worst = each.iter().map(|(_, median)| *median).fold(0.0, f64::max);
        let mut all = times.concat();
        Ok(Self {
            found: found.iter().sum::<u64>() / queries.len().max(1) as u64,
            half: percentile(&mut all, 50),
            most: percentile(&mut all, 99),
            worst,
            each,
        })
    }

    /// Prints the head of the table.
    pub fn tell_head() {
        println!(
            "\n{:<27}{:>6}{:>9}{:>9}{:>9}{:>9}",
            "questions", "number", "found", "p50 ms", "p99 ms", "slowest"
        );
    }

    /// Prints a line of the table.
    pub fn tell(&self, what: &str, number: usize) {
        println!("{what:<27}{number:>6}{}", self.figures());
    }

    /// Prints a line for each question: what it found, its median, its text.
    pub fn tell_each(&self, questions: &[Question]) {
        for (question, (found, median)) in questions.iter().zip(&self.each) {
            println!("  {found:>8}{median:>9.2}  {}", question.query().text);
        }
    }

    /// Prints a line with the ratios to the same questions without the filter.
    pub fn tell_beside(&self, plain: &Self, what: &str) {
        let (half, most) = (self.half / plain.half, self.most / plain.most);
        let worst = self.worst / plain.worst;
        println!(
            "  {what:<31}{}   × {half:.2} × {most:.2} × {worst:.2}",
            self.figures()
        );
    }

    fn figures(&self) -> String {
        let (found, half, most, worst) = (self.found, self.half, self.most, self.worst);
        format!("{found:>9}{half:>9.2}{most:>9.2}{worst:>9.2}")
    }
}

/// Seconds of the processor that this process has used, on all threads: what a busy machine cannot make longer.
pub fn processor_seconds() -> Result<f64, Box<dyn Error>> {
    const TICKS: f64 = 100.0;
    let line = fs::read_to_string("/proc/self/stat")?;
    // The name of the program may hold anything; the figures come after its bracket.
    let (_, figures) = line.rsplit_once(')').ok_or("the system tells no times")?;
    let ticks = figures.split_whitespace().skip(11).take(2);
    let ticks: Result<Vec<f64>, _> = ticks.map(str::parse::<f64>).collect();
    Ok(ticks?.iter().sum::<f64>() / TICKS)
}

/// The time that so many of a hundred searches did not exceed.
fn percentile(times: &mut [f64], percent: usize) -> f64 {
    times.sort_by(f64::total_cmp);
    let place = (times.len() * percent).div_ceil(100).saturating_sub(1);
    times.get(place).copied().unwrap_or_default()
}
