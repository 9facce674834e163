//! The report of an import: one JSON line an item, and the totals.

use std::io::Write;

use serde::Serialize;

use crate::analysis::resolve::remark::Remark;
use crate::ingest::item::Outcome;
use crate::ingest::problem::Problem;

/// One line of a report.
#[derive(Debug, Serialize)]
struct Line<'a> {
    item: &'a str,
    outcome: &'static str,
    id: Option<&'a str>,
    problems: &'a [Problem],
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    /// What is doubtful about the names of a draft, for its reviewer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    remarks: Vec<String>,
}

/// How many items became what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// New events.
    pub created: u64,
    /// New states of events.
    pub updated: u64,
    /// Items that had not changed.
    pub unchanged: u64,
    /// Items that were not taken.
    pub refused: u64,
}

/// Where the lines of a report go.
pub struct Report<'a> {
    lines: Option<&'a mut dyn Write>,
    totals: Totals,
}

impl<'a> Report<'a> {
    /// A report whose lines are written out, or only counted.
    #[must_use]
    pub fn new(lines: Option<&'a mut dyn Write>) -> Self {
        Self {
            lines,
            totals: Totals::default(),
        }
    }

    /// What there was until now.
    #[must_use]
    pub fn totals(&self) -> Totals {
        self.totals
    }

    /// Adds an item, with what its reviewer should know.
    ///
    /// # Errors
    /// When the line cannot be written.
    pub fn add(
        &mut self,
        item: &str,
        outcome: &Outcome,
        remarks: &[Remark],
    ) -> std::io::Result<()> {
        let (name, id, problems): (_, _, &[Problem]) = match outcome {
            Outcome::Created(id) => ("created", Some(id.as_str()), &[]),
            Outcome::Updated(id) => ("updated", Some(id.as_str()), &[]),
            Outcome::Unchanged(id) => ("unchanged", Some(id.as_str()), &[]),
            Outcome::Joined(near) => ("updated", Some(near.event.as_str()), &[]),
            Outcome::Refused(problems) => ("refused", None, problems),
        };
        match outcome {
            Outcome::Created(_) => self.totals.created += 1,
            Outcome::Updated(_) | Outcome::Joined(_) => self.totals.updated += 1,
            Outcome::Unchanged(_) => self.totals.unchanged += 1,
            Outcome::Refused(_) => self.totals.refused += 1,
        }
        if let Some(lines) = &mut self.lines {
            let note = note(outcome);
            let outcome = name;
            serde_json::to_writer(
                &mut **lines,
                &Line {
                    item,
                    outcome,
                    id,
                    problems,
                    note,
                    remarks: remarks.iter().map(ToString::to_string).collect(),
                },
            )?;
            lines.write_all(b"\n")?;
        }
        Ok(())
    }
}

fn note(outcome: &Outcome) -> Option<String> {
    let Outcome::Joined(near) = outcome else {
        return None;
    };
    let name = &near.name;
    Some(match near.similarity {
        Some(similarity) => format!(
            "a reprint: its wording is that of «{name}» to {:.0} %, so it is a further source of that event",
            similarity * 100.0
        ),
        None => "a further source of the event that a person joined it to".to_owned(),
    })
}
