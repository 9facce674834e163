//! The sentences that documents are made of, as they stand in the sources.

use std::collections::HashSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use sijill::text::clean::strip_controls;
use sijill::text::sentence::sentences;

use crate::generate::chance::{Chance, Zipf};

/// Shorter pieces are headings and remains; longer ones would be half a document.
const LENGTHS: std::ops::RangeInclusive<usize> = 60..=900;

/// The commonest thousand sentences weigh about the same. Steeper, and the rare words of the first ranks would stand in
/// every other document, which no archive knows.
const OFFSET: f64 = 1000.0;

/// Sentences, and how often each is drawn.
pub struct Sentences {
    all: Vec<String>,
    law: Zipf,
}

#[derive(Deserialize)]
struct Passage {
    text: String,
}

impl Sentences {
    /// Reads the sentences of these files, each once, in an order of chance.
    pub fn read(paths: &[PathBuf], chance: &mut Chance) -> Result<Self, Box<dyn Error>> {
        let mut seen = HashSet::new();
        let mut all = Vec::new();
        for path in paths {
            for text in texts(path)? {
                for span in sentences(&text) {
                    let sentence = span.slice(&text);
                    let is_clean = !sentence.contains('\t') && strip_controls(sentence) == sentence;
                    if is_clean
                        && LENGTHS.contains(&sentence.len())
                        && seen.insert(sentence.to_owned())
                    {
                        all.push(sentence.to_owned());
                    }
                }
            }
        }
        if all.is_empty() {
            return Err("the sources hold no sentences".into());
        }
        chance.shuffle(&mut all);
        let law = Zipf::new(all.len(), OFFSET);
        Ok(Self { all, law })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// A sentence, the first ones more often.
    pub fn draw(&self, chance: &mut Chance) -> &str {
        &self.all[self.law.draw(chance)]
    }
}

fn texts(path: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let told = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let file = fs::read_to_string(path).map_err(|error| told(&error))?;
    if path
        .extension()
        .is_none_or(|extension| extension != "jsonl")
    {
        return Ok(vec![file]);
    }
    let passages = file.lines().map(serde_json::from_str::<Passage>);
    let passages: Result<Vec<Passage>, _> = passages.collect();
    let passages = passages.map_err(|error| told(&error))?;
    Ok(passages.into_iter().map(|passage| passage.text).collect())
}
