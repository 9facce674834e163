//! Drafts: what the machine finds in a document, as data and as a record for a person to review.

use serde::Serialize;

use crate::analysis;
use crate::model::document::{digest, hexadecimal};
use crate::model::event::Event;
use crate::model::evidence::{Attested, Evidence};
use crate::model::record::{
    AttendanceEntry, Citation, CountryEntry, DateEntry, Occurrence, Record,
};

/// An event as the machine found it, with its document: section 4 of the public contract without
/// `id`, `url` and `revision`.
#[derive(Debug, Serialize)]
pub struct Draft {
    #[serde(flatten)]
    event: Event,
    document: DraftDocument,
}

#[derive(Debug, Serialize)]
struct DraftDocument {
    name: String,
    sha256: String,
    text: String,
}

/// What the machine finds in a text.
#[must_use]
pub fn draft(name: &str, text: String) -> Draft {
    let event = analysis::event::draft(&text);
    let sha256 = hexadecimal(&digest(text.as_bytes()));
    let name = name.to_owned();
    let document = DraftDocument { name, sha256, text };
    Draft { event, document }
}

/// The draft as a record file, for a person to correct and complete. It has no id yet: the person
/// who answers for it gives one.
///
/// # Errors
/// When it cannot be written as TOML, which is a fault of ours.
pub fn draft_record(draft: &Draft) -> anyhow::Result<String> {
    let Draft { event, document } = draft;
    let text = document.text.as_str();
    let record = Record {
        id: None,
        document: Some(document.name.clone()),
        title: event.title.clone(),
        summary: event.summary.clone(),
        kind: event.kind,
        status: event.status,
        review: event.review,
        source: event.source.clone(),
        date: date_entries(text, event),
        country: country_entries(text, event),
        attendance: entries(text, &event.attendance, |value, evidence| AttendanceEntry {
            count: value.count,
            unit: value.unit,
            qualifier: value.qualifier,
            evidence,
            basis: None,
            note: None,
        }),
        place: Vec::new(),
        organization: Vec::new(),
        person: Vec::new(),
        decision: Vec::new(),
        quotation: Vec::new(),
    };
    Ok(toml::to_string_pretty(&record)?)
}

fn entries<T, E>(
    text: &str,
    facts: &[Attested<T>],
    entry: impl Fn(&T, Vec<Citation>) -> E,
) -> Vec<E> {
    let facts = facts.iter();
    facts
        .map(|fact| entry(fact.value(), citations(text, fact.evidence())))
        .collect()
}

fn date_entries(text: &str, event: &Event) -> Vec<DateEntry> {
    let dates = event.dates.iter().map(|fact| DateEntry {
        edtf: fact.value().edtf.clone(),
        time: fact.value().time.clone(),
        hijri: fact.value().hijri.clone(),
        evidence: citations(text, fact.evidence()),
        basis: None,
        note: fact.note().map(str::to_owned),
    });
    dates.collect()
}

fn country_entries(text: &str, event: &Event) -> Vec<CountryEntry> {
    let mut entries = Vec::new();
    for fact in &event.countries {
        for role in &fact.value().roles {
            entries.push(CountryEntry {
                code: fact.value().code,
                role: *role,
                evidence: citations(text, fact.evidence()),
                basis: None,
                note: None,
            });
        }
    }
    entries
}

fn citations(text: &str, evidence: &[Evidence]) -> Vec<Citation> {
    evidence
        .iter()
        .map(|evidence| citation(text, evidence))
        .collect()
}

/// The evidence as a person would cite it: its words, and which occurrence of them where they
/// stand more than once.
fn citation(text: &str, evidence: &Evidence) -> Citation {
    let quote = evidence.quote.clone();
    let byte = text
        .char_indices()
        .nth(evidence.start)
        .map(|(byte, _)| byte);
    let starts: Vec<usize> = text.match_indices(&quote).map(|(start, _)| start).collect();
    match starts.iter().position(|start| Some(*start) == byte) {
        Some(index) if starts.len() > 1 => Citation::Occurrence(Occurrence {
            quote,
            occurrence: index + 1,
        }),
        _ => Citation::Words(quote),
    }
}
