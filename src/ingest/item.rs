//! One item: a document with or without a record, and the event made from it, or the problems it is refused with.
//! Making it needs no database, so items are made ahead of the one that writes them.

use sha2::{Digest, Sha256};

use crate::analysis;
use crate::analysis::resolve::Resolver;
use crate::analysis::resolve::remark::Remark;
use crate::ingest::attest::attest;
use crate::ingest::check::check_record;
use crate::ingest::file::refusal;
use crate::ingest::problem::{Finding, Problem};
use crate::ingest::reprint::{Near, Wording};
use crate::ingest::seed::RecordFile;
use crate::model::document::{Source, hexadecimal};
use crate::model::event::Event;
use crate::model::id::EventId;

/// Raised when the same input makes another event, so that items are made anew.
const VERSION: &[u8] = b"1";

/// A document to be imported.
#[derive(Debug, Clone)]
pub struct Input {
    /// Where it comes from, as the user named it.
    pub file: String,
    /// The line, in a bulk file.
    pub line: Option<usize>,
    /// Its name in the archive.
    pub name: String,
    /// Its text.
    pub text: String,
    /// A title known from elsewhere.
    pub title: Option<String>,
    /// What is known of it.
    pub source: Source,
    /// A person's record of it.
    pub record: Option<RecordFile>,
}

/// What an item is made into before it is written.
#[derive(Debug)]
pub struct Made {
    /// Its event, or what is wrong with it.
    pub event: Result<Event, Vec<Problem>>,
    /// The wording of its text.
    pub wording: Wording,
    /// What is doubtful of the names in a draft.
    pub remarks: Vec<Remark>,
}

impl Made {
    /// Makes an item.
    #[must_use]
    pub fn of(input: &Input, resolver: &Resolver) -> Self {
        let (event, remarks) = match make_event(input, resolver) {
            Ok((event, remarks)) => (Ok(event), remarks),
            Err(problems) => (Err(problems), Vec::new()),
        };
        Self {
            event,
            wording: Wording::of(&input.text),
            remarks,
        }
    }
}

/// How an import is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Write.
    Write,
    /// Tell what would be written.
    Dry,
}

/// What became of an item.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A new event.
    Created(EventId),
    /// A new state of an event.
    Updated(EventId),
    /// Nothing had changed.
    Unchanged(EventId),
    /// It is a further source of the event of another document.
    Joined(Near),
    /// It was not taken.
    Refused(Vec<Problem>),
}

/// Makes the event of an input, without writing anything. The names in a draft are led to their authority records; what
/// is doubtful about them is remarked on.
///
/// # Errors
/// All the problems of its record.
pub fn make_event(
    input: &Input,
    resolver: &Resolver,
) -> Result<(Event, Vec<Remark>), Vec<Problem>> {
    if let Some((rule, message)) = refusal(&input.text) {
        return Err(vec![problem(input, rule, message)]);
    }
    let Some(file) = &input.record else {
        let mut event = analysis::event::draft_with(&input.text, input.source.published.as_ref());
        event.source = input.source.clone();
        if let Some(title) = &input.title {
            event.title = crate::text::clean::strip_controls(title.trim());
        }
        let remarks = resolver.resolve(&mut event);
        return Ok((event, remarks));
    };
    let mut findings = check_record(&file.record);
    match attest(&input.text, &file.record, resolver.authorities()) {
        Ok(event) if findings.is_empty() => Ok((event, Vec::new())),
        Ok(_) => Err(problems(file, findings)),
        Err(further) => {
            findings.extend(further);
            Err(problems(file, findings))
        }
    }
}

fn problems(file: &RecordFile, findings: Vec<Finding>) -> Vec<Problem> {
    let findings = findings.into_iter();
    findings
        .map(|finding| finding.problem(&file.file, &file.source))
        .collect()
}

pub(crate) fn problem(input: &Input, rule: &'static str, message: String) -> Problem {
    Problem {
        file: input.file.clone(),
        line: input.line,
        rule,
        message,
    }
}

/// A digest of everything an item's event is made from; `authorities` is that of the authorities.
#[must_use]
pub fn digest_of(input: &Input, authorities: &[u8; 32]) -> String {
    let mut hash = Sha256::new();
    let version = analysis::VERSION.to_le_bytes();
    let record = input
        .record
        .as_ref()
        .map_or("", |record| record.source.as_str());
    let source = serde_json::to_string(&input.source).unwrap_or_default();
    let title = input.title.as_deref().unwrap_or("");
    let parts: [&[u8]; 7] = [
        VERSION,
        &version,
        input.text.as_bytes(),
        record.as_bytes(),
        source.as_bytes(),
        title.as_bytes(),
        authorities,
    ];
    for part in parts {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    hexadecimal(&hash.finalize().into())
}
