//! The rules a record is held against, beyond its form: a list of named checks, each a function
//! that gives all its findings. A new rule is one function and one line.

use std::collections::BTreeSet;
use std::fmt::Debug;

use crate::ingest::problem::{Finding, Step};
use crate::model::record::{DateEntry, PlaceEntry, Record};
use crate::model::vocabulary::{PlaceRole, Review};
use crate::text::clean::strip_controls;

/// One rule.
type Check = fn(&Record) -> Vec<Finding>;

/// Every rule, in the order their findings are shown.
const CHECKS: &[Check] = &[
    title_is_one_line,
    words_hold_no_controls,
    times_are_times,
    places_are_places_or_networks,
    decisions_are_numbered,
    quotations_are_numbered,
    parts_are_said_once,
    reviewed_records_have_a_summary,
    web_addresses_are_whole,
];

/// Everything that is wrong with a record in itself.
#[must_use]
pub fn check_record(record: &Record) -> Vec<Finding> {
    CHECKS.iter().flat_map(|check| check(record)).collect()
}

fn top(key: &'static str, rule: &'static str, message: &str) -> Finding {
    Finding::new(vec![Step::Key(key)], rule, message)
}

fn title_is_one_line(record: &Record) -> Vec<Finding> {
    let title = record.title.trim();
    let sound = !title.is_empty() && !title.contains('\n') && title.chars().count() <= 200;
    let finding = || {
        top(
            "title",
            "title",
            "a title is one line of 1 to 200 characters",
        )
    };
    (!sound).then(finding).into_iter().collect()
}

fn words_hold_no_controls(record: &Record) -> Vec<Finding> {
    const REMEDY: &str = "invisible control characters stand in it: remove them";
    let clean = |text: &str| strip_controls(text) == text;
    let mut findings = Vec::new();
    if !clean(&record.title) {
        findings.push(top("title", "controls", REMEDY));
    }
    if !clean(&record.summary) {
        findings.push(top("summary", "controls", REMEDY));
    }
    for (index, decision) in record.decision.iter().enumerate() {
        if !clean(&decision.text) {
            findings.push(Finding::within(
                "decision", index, "text", "controls", REMEDY,
            ));
        }
    }
    findings
}

fn times_are_times(record: &Record) -> Vec<Finding> {
    let wrong = |entry: &DateEntry| entry.time.as_deref().is_some_and(|time| !is_time(time));
    let dates = record.date.iter().enumerate();
    dates
        .filter(|(_, entry)| wrong(entry))
        .map(|(index, _)| {
            Finding::within("date", index, "time", "time", "write 16:00, or 16:00/20:00")
        })
        .collect()
}

fn is_time(text: &str) -> bool {
    let clock = |clock: &str| {
        let parsed = clock
            .split_once(':')
            .filter(|(hour, minute)| hour.len() == 2 && minute.len() == 2);
        parsed.is_some_and(|(hour, minute)| {
            let below = |text: &str, most: u8| text.parse::<u8>().is_ok_and(|value| value < most);
            below(hour, 24) && below(minute, 60)
        })
    };
    let mut ends = text.splitn(2, '/');
    ends.all(clock)
}

fn places_are_places_or_networks(record: &Record) -> Vec<Finding> {
    let message = |entry: &PlaceEntry| match (&entry.place, entry.online) {
        (Some(_), true) => Some("a place is either a key or online = true, not both"),
        (None, false) => Some("a place needs place = \"key\", or online = true"),
        (None, true) if entry.role != PlaceRole::Held => {
            Some("online = true goes with role = \"held\"")
        }
        (Some(_), false) if entry.platform.is_some() => Some("platform goes with online = true"),
        _ => None,
    };
    let places = record.place.iter().enumerate();
    let mut findings: Vec<Finding> = places
        .filter_map(|(index, entry)| {
            Some(Finding::within(
                "place",
                index,
                "role",
                "place",
                message(entry)?,
            ))
        })
        .collect();
    let online = record.place.iter().filter(|entry| entry.online).count();
    if online > 1 {
        findings.push(top("place", "place", "online = true is said once"));
    }
    findings
}

fn decisions_are_numbered(record: &Record) -> Vec<Finding> {
    let numbers = record.decision.iter().map(|decision| decision.number);
    numbered("decision", numbers)
}

fn quotations_are_numbered(record: &Record) -> Vec<Finding> {
    let numbers = (1..).zip(&record.quotation);
    numbered(
        "quotation",
        numbers.map(|(order, quotation)| quotation.number.unwrap_or(order)),
    )
}

/// Numbers are anchors, so they are permanent and stand once; gaps are allowed, since a decision
/// may be taken out later without the others changing theirs.
fn numbered(noun: &'static str, numbers: impl Iterator<Item = u32>) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    numbers
        .enumerate()
        .filter(|(_, number)| *number == 0 || !seen.insert(*number))
        .map(|(index, number)| {
            let message =
                format!("the number {number} is 0 or used before: each is given once, from 1");
            Finding::within(noun, index, "number", "number", message)
        })
        .collect()
}

fn parts_are_said_once(record: &Record) -> Vec<Finding> {
    let organizations = record
        .organization
        .iter()
        .map(|entry| (&entry.organization, entry.role));
    let people = record
        .person
        .iter()
        .map(|entry| (&entry.person, entry.role));
    let countries = record.country.iter().map(|entry| (entry.code, entry.role));
    let places = record
        .place
        .iter()
        .filter_map(|entry| Some((entry.place.as_ref()?, entry.role)));
    let mut findings = once("organization", organizations);
    findings.extend(once("person", people));
    findings.extend(once("country", countries));
    findings.extend(once("place", places));
    findings
}

fn once<T: Ord + Debug>(noun: &'static str, parts: impl Iterator<Item = T>) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let mut findings = Vec::new();
    for (index, part) in parts.enumerate() {
        let message = format!("{part:?} is said before: join the evidence of the two");
        if !seen.insert(part) {
            findings.push(Finding::within(noun, index, "role", "once", message));
        }
    }
    findings
}

fn reviewed_records_have_a_summary(record: &Record) -> Vec<Finding> {
    let missing = record.review == Review::Reviewed && record.summary.trim().is_empty();
    let finding = || top("review", "summary", "a reviewed record has a summary");
    missing.then(finding).into_iter().collect()
}

fn web_addresses_are_whole(record: &Record) -> Vec<Finding> {
    let url = record.source.url.as_deref();
    let whole = |url: &str| url.starts_with("https://") || url.starts_with("http://");
    let path = vec![Step::Key("source"), Step::Key("url")];
    let finding = || Finding::new(path, "url", "an address begins with https:// or http://");
    url.is_some_and(|url| !whole(url))
        .then(finding)
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::is_time;

    #[test]
    fn times_are_of_the_clock() {
        for time in ["16:00", "16:00/20:00", "00:00"] {
            assert!(is_time(time), "{time}");
        }
        for time in [
            "",
            "4:00",
            "24:00",
            "16:60",
            "16:00/",
            "16:00-20:00",
            "16:00/20:00/21:00",
        ] {
            assert!(!is_time(time), "{time}");
        }
    }
}
