//! Bulk files: one JSON object a line, `{"name", "text", …}`. Read line by line, so that a file of
//! any size fits; a wrong line is a problem of that line alone.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::ingest::problem::Problem;
use crate::model::date::Edtf;
use crate::model::document::Source;
use crate::model::record::Record;

/// One line of a bulk file.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BulkLine {
    /// The document's name, unique in the archive.
    pub name: String,
    /// The document's text.
    pub text: String,
    /// A title known from elsewhere.
    #[serde(default)]
    pub title: Option<String>,
    /// Who published it.
    #[serde(default)]
    pub publisher: Option<String>,
    /// Where it was published.
    #[serde(default)]
    pub url: Option<String>,
    /// When it was published.
    #[serde(default)]
    pub published: Option<Edtf>,
    /// A person's record of it.
    #[serde(default)]
    pub record: Option<Record>,
}

impl BulkLine {
    /// What is known of the document.
    #[must_use]
    pub fn source(&self) -> Source {
        Source {
            publisher: self.publisher.clone(),
            url: self.url.clone(),
            published: self.published.clone(),
            published_note: None,
        }
    }
}

/// A line with its number, or what is wrong with it.
pub type Numbered = (usize, Result<BulkLine, Box<Problem>>);

/// The lines of a bulk file, one at a time; empty lines are passed over.
///
/// # Errors
/// When the file cannot be opened.
pub fn lines(path: &Path) -> Result<impl Iterator<Item = Numbered> + use<>, Box<Problem>> {
    let file = PathBuf::from(path);
    let opened =
        File::open(path).map_err(|error| wrong(&file, None, "readable", error.to_string()))?;
    let numbered = (1..).zip(BufReader::new(opened).lines());
    Ok(numbered.filter_map(move |(number, line)| match line {
        Ok(line) if line.trim().is_empty() => None,
        Ok(line) => {
            let read = serde_json::from_str(&line);
            let line =
                read.map_err(|error| wrong(&file, Some(number), "format", error.to_string()));
            Some((number, line))
        }
        Err(error) => Some((
            number,
            Err(wrong(&file, Some(number), "readable", error.to_string())),
        )),
    }))
}

fn wrong(file: &Path, line: Option<usize>, rule: &'static str, message: String) -> Box<Problem> {
    Box::new(Problem {
        file: file.display().to_string(),
        line,
        rule,
        message,
    })
}
