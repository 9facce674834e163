//! The questions that are asked. How common a word is was not assumed but asked of the index itself.

use sijill::search::query::Query;
use sijill::search::{Index, SearchError};

use crate::scale::sample::Sample;

/// Questions of each sort.
const MOST: usize = 20;

/// So many words are tried at most until there are enough.
const TRIED: usize = 400;

/// Sorts of questions.
#[derive(Debug, Clone, Copy)]
pub enum Sort {
    /// A word in about a third of all documents.
    Third,
    /// A word in about one of a hundred.
    Hundredth,
    /// A word in one of ten thousand, or fewer.
    Rare,
    /// Two words that stand in one document.
    TwoWords,
    /// Three words that stand in one document.
    ThreeWords,
    /// Two words side by side, in quotes.
    Phrase,
    /// A common word without another.
    Excluded,
}

/// What is typed.
#[derive(Debug, Clone)]
pub struct Question(String);

impl Question {
    /// The first twenty hits, with facets.
    pub fn query(&self) -> Query {
        Query {
            text: self.0.clone(),
            ..Query::default()
        }
    }
}

impl Sort {
    /// All, in the order of the table.
    pub const ALL: [Self; 7] = [
        Self::Third,
        Self::Hundredth,
        Self::Rare,
        Self::TwoWords,
        Self::ThreeWords,
        Self::Phrase,
        Self::Excluded,
    ];

    /// Its name in the table.
    pub fn told(self) -> &'static str {
        match self {
            Self::Third => "a word in a third",
            Self::Hundredth => "a word in a hundredth",
            Self::Rare => "a rare word",
            Self::TwoWords => "two words",
            Self::ThreeWords => "three words",
            Self::Phrase => "a phrase",
            Self::Excluded => "a word but not another",
        }
    }
}

/// Questions of a sort, of the words of the sample; `all` is how many events there are.
pub fn questions(
    index: &Index,
    sample: &Sample,
    all: u64,
    sort: Sort,
) -> Result<Vec<Question>, SearchError> {
    let texts = match sort {
        Sort::Third => words_in(index, sample, all, (0.28, 0.39))?,
        Sort::Hundredth => words_in(index, sample, all, (0.008, 0.0125))?,
        Sort::Rare => words_in(index, sample, all, (0.0, (20.0 / all as f64).max(0.0001)))?,
        Sort::TwoWords => together(sample, 2),
        Sort::ThreeWords => together(sample, 3),
        Sort::Phrase => phrases(sample),
        Sort::Excluded => {
            let common = words_in(index, sample, all, (0.28, 0.39))?;
            let others = words_in(index, sample, all, (0.05, 0.2))?;
            let pairs = common.iter().zip(&others);
            pairs
                .map(|(word, other)| format!("{word} -{other}"))
                .collect()
        }
    };
    Ok(texts.into_iter().map(Question).collect())
}

/// Words that a search finds in this share of all documents. Those that come nearest in the sample are tried first; a
/// search finds other forms of a word too, so the index is asked.
fn words_in(
    index: &Index,
    sample: &Sample,
    all: u64,
    (least, most): (f64, f64),
) -> Result<Vec<String>, SearchError> {
    // A form stands in fewer documents than all forms of its word together.
    let wanted = f64::midpoint(least, most) * 0.6;
    let mut candidates: Vec<&(String, f64)> = sample.shares.iter().collect();
    candidates.sort_by(|one, other| {
        let distance = |share: f64| (share - wanted).abs();
        distance(one.1).total_cmp(&distance(other.1))
    });
    let mut words = Vec::new();
    for (word, _) in candidates.into_iter().take(TRIED) {
        let query = Query {
            text: word.clone(),
            limit: 0,
            ..Query::default()
        };
        let share = index.search(&query)?.total as f64 / all as f64;
        if (least..=most).contains(&share) && share > 0.0 {
            words.push(word.clone());
        }
        if words.len() == MOST {
            break;
        }
    }
    Ok(words)
}

/// So many words of one document each, far from each other in it.
fn together(sample: &Sample, count: usize) -> Vec<String> {
    let documents = every(sample).map(|document| {
        let words: Vec<&String> = document.iter().flatten().collect();
        let long: Vec<&String> = words.into_iter().filter(|word| is_long(word)).collect();
        let step = long.len() / (count + 1);
        let chosen: Vec<&str> = (1..=count)
            .filter_map(|place| long.get(place * step).map(|word| word.as_str()))
            .collect();
        chosen.join(" ")
    });
    documents.collect()
}

fn phrases(sample: &Sample) -> Vec<String> {
    let documents = every(sample).filter_map(|document| {
        let middle = document.len() / 2;
        let runs = document[middle..].iter();
        let pairs = runs.flat_map(|run| run.windows(2));
        let mut long = pairs.filter(|pair| pair.iter().all(|word| is_long(word)));
        long.next().map(|pair| format!("\"{}\"", pair.join(" ")))
    });
    documents.collect()
}

/// Documents of the sample, far from each other.
fn every(sample: &Sample) -> impl Iterator<Item = &Vec<Vec<String>>> {
    let step = (sample.runs.len() / MOST).max(1);
    sample.runs.iter().step_by(step).take(MOST)
}

fn is_long(word: &str) -> bool {
    word.chars().count() > 3 && word.chars().all(char::is_alphabetic)
}
