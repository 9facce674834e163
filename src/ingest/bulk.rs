//! Bulk files: one JSON object a line, `{"name", "text", …}`. Read line by line, so that a file of
//! any size fits; a wrong line is a problem of that line alone.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::ingest::file::{LIMIT, Refusal, decode_line};
use crate::ingest::problem::Problem;
use crate::model::date::Edtf;
use crate::model::document::Source;
use crate::model::record::Record;

/// A line has so many bytes at most: a text written with escapes, and a record of it.
const LONGEST: usize = 3 * LIMIT;

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
pub fn lines(path: &Path) -> Result<impl Iterator<Item = Numbered> + Send + use<>, Box<Problem>> {
    let file = PathBuf::from(path);
    let opened =
        File::open(path).map_err(|error| wrong(&file, None, "readable", error.to_string()))?;
    let mut reader = BufReader::new(opened);
    let (mut number, mut ended) = (0, false);
    Ok(std::iter::from_fn(move || {
        while !ended {
            number += 1;
            let line = match read_line(&mut reader) {
                Ok(None) => return None,
                Ok(Some(line)) if line.iter().all(u8::is_ascii_whitespace) => continue,
                Ok(Some(line)) => read_json(line),
                Err(error) => {
                    // What cannot be read now cannot be read further on.
                    ended = true;
                    Err(("readable", error.to_string()))
                }
            };
            let line = line.map_err(|(rule, message)| {
                // Lines are cut at a byte that stands for more than a line's end in another encoding.
                ended |= rule == "encoding" && number == 1 && message.contains("UTF-16");
                wrong(&file, Some(number), rule, message)
            });
            return Some((number, line));
        }
        None
    }))
}

fn read_json(line: Vec<u8>) -> Result<BulkLine, Refusal> {
    if line.len() > LONGEST {
        let message = format!(
            "the line is longer than {LONGEST} bytes: a line is one document, split it into the documents it is made of"
        );
        return Err(("length", message));
    }
    let line = decode_line(line)?;
    serde_json::from_str(&line).map_err(|error| ("format", error.to_string()))
}

/// One line without its end, or nothing at the end of the file. Of a line that is too long only the beginning is kept.
fn read_line(reader: &mut impl BufRead) -> std::io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let mut bounded = reader.by_ref().take(LONGEST as u64 + 1);
    if bounded.read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() > LONGEST {
        reader.skip_until(b'\n')?;
    }
    Ok(Some(line))
}

fn wrong(file: &Path, line: Option<usize>, rule: &'static str, message: String) -> Box<Problem> {
    Box::new(Problem {
        file: file.display().to_string(),
        line,
        rule,
        message,
    })
}
