//! The record of a document: each fact with the words of the text that say it.

use std::ops::Range;

use sijill::model::date::DateError;
use sijill::model::document::Source;
use sijill::model::record::{
    Citation, CountryEntry, DateEntry, DecisionEntry, Occurrence, OrganizationEntry, Record,
};
use sijill::model::vocabulary::{Review, Status};

use crate::generate::account::Account;
use crate::generate::chance::Chance;

const STATUSES: [(Status, u32); 4] = [
    (Status::Held, 80),
    (Status::Planned, 10),
    (Status::Cancelled, 3),
    (Status::Unknown, 7),
];
const REVIEWS: [(Review, u32); 2] = [(Review::Reviewed, 60), (Review::Extracted, 40)];

/// The record of a document.
pub fn record_of(account: &Account<'_>, chance: &mut Chance) -> Result<Record, DateError> {
    let text = &account.text;
    let (passage, day) = &account.day;
    Ok(Record {
        id: None,
        document: None,
        title: account.title.clone(),
        summary: format!("{}، {}.", account.title, day.words),
        kind: account.kind,
        status: chance.weighed(&STATUSES),
        review: chance.weighed(&REVIEWS),
        source: Source::default(),
        date: vec![DateEntry {
            edtf: day.edtf()?,
            time: None,
            hijri: None,
            evidence: vec![citation(text, passage)],
            basis: None,
            note: None,
        }],
        place: Vec::new(),
        organization: organizations(account),
        person: Vec::new(),
        country: countries(account),
        attendance: Vec::new(),
        decision: decisions(account),
        quotation: Vec::new(),
    })
}

fn organizations(account: &Account<'_>) -> Vec<OrganizationEntry> {
    let parts = account.organizations.iter();
    let entries = parts.map(|(passage, body, role)| OrganizationEntry {
        organization: body.id.clone(),
        role: *role,
        evidence: vec![citation(&account.text, passage)],
        basis: None,
        note: None,
    });
    entries.collect()
}

fn countries(account: &Account<'_>) -> Vec<CountryEntry> {
    let parts = account.countries.iter();
    let entries = parts.map(|(passage, code, role)| CountryEntry {
        code: *code,
        role: *role,
        evidence: vec![citation(&account.text, passage)],
        basis: None,
        note: None,
    });
    entries.collect()
}

fn decisions(account: &Account<'_>) -> Vec<DecisionEntry> {
    let parts = (1..).zip(&account.decisions);
    let entries = parts.map(|(number, passage)| DecisionEntry {
        number,
        text: account.text[passage.clone()].to_owned(),
        evidence: vec![citation(&account.text, passage)],
        basis: None,
        note: None,
    });
    entries.collect()
}

/// The words at this place, and which occurrence of them it is where there are several.
fn citation(text: &str, passage: &Range<usize>) -> Citation {
    let quote = text[passage.clone()].to_owned();
    let starts: Vec<usize> = text.match_indices(&quote).map(|(start, _)| start).collect();
    if starts.len() == 1 {
        return Citation::Words(quote);
    }
    let before = starts.iter().filter(|start| **start < passage.start);
    let occurrence = before.count() + 1;
    Citation::Occurrence(Occurrence { quote, occurrence })
}
