//! The files: questions with their relevant passages, and the passages.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use serde::Deserialize;

/// A question and the names of the passages that answer it.
#[derive(Debug, Deserialize)]
pub struct Question {
    /// As a reader types it.
    pub question: String,
    /// What should be found.
    pub relevant: HashSet<String>,
    /// The collection it comes from.
    #[serde(default)]
    pub set: String,
}

/// A passage.
#[derive(Debug, Clone, Deserialize)]
pub struct Passage {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Line {
    Question(Question),
    Passage(Passage),
}

/// Reads the files, whose lines may come in any order.
///
/// # Errors
/// When a file cannot be read or a line is neither, with its place.
pub fn read_questions(files: &[PathBuf]) -> anyhow::Result<(Vec<Question>, Vec<Passage>)> {
    let (mut questions, mut passages) = (Vec::new(), Vec::new());
    for file in files {
        let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
        for (number, line) in (1..)
            .zip(text.lines())
            .filter(|(_, line)| !line.trim().is_empty())
        {
            let place = || {
                format!(
                    "{}:{number}: neither a question nor a passage",
                    file.display()
                )
            };
            match serde_json::from_str(line).with_context(place)? {
                Line::Question(question) => questions.push(question),
                Line::Passage(passage) => passages.push(passage),
            }
        }
    }
    Ok((questions, passages))
}
