//! The rules of comparison, field by field. Invariant: what the gold does not ask about changes no score. The fine points:
//!
//! - A date that the gold infers is none that the text states: none is to be given. Qualifiers (`?`, `~`) are not
//!   compared, precision is: a month is not its first day. Where several dates are stated the first and the last count.
//!   An accepted first day is an accepted last day of an event of one day.
//! - The venue's country is asked of gold that has `places` or a country with the role `venue`; every country of a held
//!   place and every country with that role belongs to the set. Any set of accepted countries will do as well.
//! - Of the held places only towns are asked for. A hall or a country among them is no fault if given, none if not.
//! - Bodies are a set of names without their roles. A publisher whom the text does not name, or an inferred body or
//!   person, is not asked for.
//! - Persons are asked for when they do more than be mentioned; naming one who is only mentioned among them is a fault.
//! - A decision or quotation is compared by its words and by its evidence, and the better counts; so is the draft's.

use sijill::analysis::event::draft;

use crate::extraction::answer::{body, counts, days, is_event, kind, online, venue};
use crate::extraction::gold::{Facts, Gold, facts};
use crate::extraction::list::{cities, countries, organizations, passages, people};
use crate::extraction::score::{Field, Scores};

/// What a run gave.
#[derive(Debug, Default)]
pub struct Run {
    /// The scores.
    pub scores: Scores,
    /// Evidence that is not its slice of the text, with its document's name.
    pub faults: Vec<String>,
}

/// Drafts every document and compares.
///
/// # Errors
/// When a draft is not of the contract's form.
pub fn run(gold: &[Gold]) -> anyhow::Result<Run> {
    let mut run = Run::default();
    for gold in gold {
        let event = draft(&gold.text);
        let faults = event.evidence().filter(|one| !one.holds_in(&gold.text));
        let faults = faults.map(|one| {
            let (start, end, quote) = (one.start, one.end, &one.quote);
            format!("{} evidence {start}..{end} is not «{quote}»", gold.name)
        });
        run.faults.extend(faults);
        compare(&mut run.scores, gold, &facts(&event)?);
    }
    Ok(run)
}

/// Adds one document to the scores.
pub fn compare(scores: &mut Scores, gold: &Gold, draft: &Facts) {
    let asked = &gold.facts;
    is_event(scores, gold, draft);
    kind(scores, gold, draft);
    days(scores, gold, draft);
    venue(scores, gold, draft);
    online(scores, gold, draft);
    counts(scores, gold, draft);
    body(scores, gold, draft);
    countries(scores, gold, draft);
    cities(scores, gold, draft);
    organizations(scores, gold, draft);
    people(scores, gold, draft);
    let name = gold.name.as_str();
    if let Some(asked) = &asked.decisions {
        let found = draft.decisions.as_deref().unwrap_or_default();
        passages(scores, (name, Field::Decision), asked, found);
    }
    if let Some(asked) = &asked.quotations {
        let found = draft.quotations.as_deref().unwrap_or_default();
        passages(scores, (name, Field::Quotation), asked, found);
    }
}
