//! Problems: what is wrong with an input, where, by which rule, and what to do about it. They are
//! values; all of them are shown, not the first.

use std::fmt;

use serde::Serialize;

/// One thing wrong with an input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The file, as the user named it.
    pub file: String,
    /// The line, from 1, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The name of the rule.
    pub rule: &'static str,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(formatter, ":{line}")?;
        }
        write!(formatter, ": {} [{}]", self.message, self.rule)
    }
}

/// A problem found in a record, before its file and line are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where in the record: `decision`, `2`, `evidence`, `0`.
    pub path: Vec<Step>,
    /// The name of the rule.
    pub rule: &'static str,
    /// What is wrong and what to do.
    pub message: String,
}

/// One step into a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Into the value of a key.
    Key(&'static str),
    /// Into an element of a list, from 0.
    Index(usize),
}

impl Finding {
    /// A finding at a place of a record.
    #[must_use]
    pub fn new(path: Vec<Step>, rule: &'static str, message: impl Into<String>) -> Self {
        Self {
            path,
            rule,
            message: message.into(),
        }
    }

    /// A finding at a key of one entry of a list: `text` of the second `decision`.
    #[must_use]
    pub fn within(
        noun: &'static str,
        index: usize,
        key: &'static str,
        rule: &'static str,
        message: impl Into<String>,
    ) -> Self {
        let path = vec![Step::Key(noun), Step::Index(index), Step::Key(key)];
        Self::new(path, rule, message)
    }

    /// The problem, given its file and the lines of it.
    #[must_use]
    pub fn problem(self, file: &str, source: &str) -> Problem {
        Problem {
            file: file.to_owned(),
            line: super::locate::line(source, &self.path),
            rule: self.rule,
            message: self.message,
        }
    }
}
