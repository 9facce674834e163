//! A few documents from all over the archive, for questions to be made of their words.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use sijill::model::change::{ChangeNumber, EventChange};
use sijill::store::change::{last_change, list_changes};
use sijill::store::open::Reader;

/// How many documents.
const DOCUMENTS: i64 = 1000;

/// Words of fewer letters are mostly particles, which are not sought.
const SHORTEST: usize = 4;

/// The words of the documents.
pub struct Sample {
    /// Of each document, the runs of words with nothing but spaces between them.
    pub runs: Vec<Vec<Vec<String>>>,
    /// Every word with the share of the documents that hold it, the commonest first.
    pub shares: Vec<(String, f64)>,
}

impl Sample {
    /// Reads it out of the last changes of the log, which are those of the documents; a change of an authority would
    /// bring all the events that refer to it.
    pub async fn read(reader: &Reader, documents: u64) -> Result<Self, Box<dyn Error>> {
        let last = last_change(reader).await?;
        let documents = i64::try_from(documents)?;
        let step = (documents / DOCUMENTS).max(1);
        let mut texts = Vec::new();
        for place in 0..DOCUMENTS.min(documents) {
            let after = ChangeNumber(last.0 - documents + place * step);
            let (changes, _) = list_changes(reader, after, 1).await?;
            for change in changes {
                if let EventChange::Present(event) = change {
                    texts.push(event.text);
                }
            }
        }
        Ok(Self::of(&texts))
    }

    fn of(texts: &[String]) -> Self {
        let runs: Vec<Vec<Vec<String>>> = texts.iter().map(|text| runs(text)).collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for document in &runs {
            let words: BTreeSet<&str> = document.iter().flatten().map(String::as_str).collect();
            for word in words {
                *counts.entry(word).or_default() += 1;
            }
        }
        let share = |count: usize| count as f64 / texts.len() as f64;
        let mut shares: Vec<(String, f64)> = counts
            .into_iter()
            .filter(|(word, _)| word.chars().count() >= SHORTEST)
            .map(|(word, count)| (word.to_owned(), share(count)))
            .collect();
        shares.sort_by(|one, other| other.1.total_cmp(&one.1));
        Self { runs, shares }
    }
}

fn runs(text: &str) -> Vec<Vec<String>> {
    let is_end = |character: char| !character.is_alphanumeric() && character != ' ';
    let runs = text.split(is_end).map(|run| {
        let words = run.split(' ').filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    });
    runs.filter(|run: &Vec<String>| !run.is_empty()).collect()
}
