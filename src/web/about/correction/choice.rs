//! The facts of an event, as the form offers them: each by the anchor it has on the event's page.

use crate::model::document::Document;
use crate::store::event::StoredEvent;
use crate::web::event::fact::{Facts, Row};
use crate::web::locale::text;
use crate::web::{date, label};

/// A fact that may be corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its anchor: `decision-2`.
    pub anchor: String,
    /// What it says, after what it is: «القرارات: …».
    pub words: String,
    /// Whether it is the one that is meant.
    pub is_chosen: bool,
}

/// About so many characters of a decision or a quotation are shown.
const SHOWN: usize = 60;

impl Choice {
    /// All facts of an event in the order of its page. The anchor of a piece of evidence stands for its fact, that of a
    /// paragraph for itself.
    #[must_use]
    pub fn all(stored: &StoredEvent, asked: &str) -> Vec<Self> {
        let facts = Facts::of(&stored.event);
        let evidence = asked.strip_prefix("evidence-");
        let evidence = evidence.and_then(|number| number.parse::<usize>().ok());
        let mut traces = facts.traces.iter();
        let trace = traces.find(|trace| Some(trace.number) == evidence);
        let chosen = trace.map_or_else(|| asked.to_owned(), |trace| trace.anchor.to_string());
        let mut offered = offered(&facts);
        if let Some(number) = paragraph(&stored.document, &chosen) {
            let words = format!("{} {number}", text("event-paragraph"));
            offered.push((chosen.clone(), words));
        }
        let choices = offered.into_iter().map(|(anchor, words)| Self {
            is_chosen: anchor == chosen,
            anchor,
            words,
        });
        choices.collect()
    }
}

/// The anchor and the words of every fact.
fn offered(facts: &Facts<'_>) -> Vec<(String, String)> {
    [
        each(&facts.dates, date::words_of_dating),
        each(&facts.online, |_| text("event-online").to_owned()),
        each(&facts.places, |place| place.name.clone()),
        each(&facts.organizations, |body| body.name.clone()),
        each(&facts.people, |person| person.name.clone()),
        each(&facts.attendance, |held| {
            label::attendance(held.count, held.unit, held.qualifier)
        }),
        each(&facts.countries, |country| country.name.clone()),
        each(&facts.decisions, |decision| shorten(&decision.text)),
        each(&facts.quotations, |quotation| shorten(&quotation.text)),
    ]
    .concat()
}

fn each<T>(rows: &[Row<'_, T>], words: impl Fn(&T) -> String) -> Vec<(String, String)> {
    let facts = rows
        .iter()
        .flat_map(|row| row.facts.iter().map(move |fact| (row.heading.words, fact)));
    facts
        .map(|(heading, fact)| {
            let words = words(fact.value);
            (fact.anchor.to_string(), format!("{heading}: {words}"))
        })
        .collect()
}

/// The number of a paragraph that the document has: 3 for `p3`.
fn paragraph(document: &Document, anchor: &str) -> Option<usize> {
    let number: usize = anchor.strip_prefix('p')?.parse().ok()?;
    let last = document.layout().paragraphs.len();
    (1..=last).contains(&number).then_some(number)
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
