//! Fields of which each document has one answer. Invariant: no answer is added where the gold does not ask.

use crate::extraction::gold::{Count, Facts, Gold, accepted};
use crate::extraction::name::is_same;
use crate::extraction::score::{Field, Scores, equality};

/// Compares whether it is an event.
pub fn is_event(scores: &mut Scores, gold: &Gold, draft: &Facts) {
    let (one, other) = (gold.facts.is_event, draft.is_event);
    let (expected, found) = (one.to_string(), other.to_string());
    scores.answer(&gold.name, Field::IsEvent, one == other, &expected, &found);
}

/// Compares the kind.
pub fn kind(scores: &mut Scores, gold: &Gold, draft: &Facts) {
    let Some(expected) = gold.facts.kind.as_deref().filter(|_| gold.facts.is_event) else {
        return;
    };
    let found = draft.kind.as_deref().filter(|_| draft.is_event);
    let found = found.unwrap_or_default();
    let right = found == expected || accepted(&gold.facts.accepted.kind).any(|one| one == found);
    scores.answer(&gold.name, Field::Kind, right, expected, found);
}

/// Compares the first and the last day.
pub fn days(scores: &mut Scores, gold: &Gold, draft: &Facts) {
    if gold.facts.dates.is_none() {
        return;
    }
    let (expected, found) = (extent(&gold.facts), extent(draft));
    let is_accepted = accepted(&gold.facts.accepted.start_date).any(|one| plain(one) == found.0);
    let start = found.0 == expected.0 || is_accepted;
    let one_day = expected.0 == expected.1 && found.0 == found.1;
    let end = found.1 == expected.1 || (is_accepted && one_day);
    let name = gold.name.as_str();
    scores.answer(name, Field::StartDate, start, &expected.0, &found.0);
    scores.answer(name, Field::EndDate, end, &expected.1, &found.1);
}

/// The first and the last stated day, empty where none is.
fn extent(facts: &Facts) -> (String, String) {
    let days = facts.dates.iter().flatten();
    let days = days.filter(|day| day.basis.is_none());
    let ends = days.map(|day| {
        let (start, end) = day.edtf.split_once('/').unwrap_or((&day.edtf, &day.edtf));
        (plain(start), plain(end))
    });
    ends.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
        .unwrap_or_default()
}

fn plain(point: &str) -> String {
    let point = point.trim_end_matches(['?', '~', '%']);
    point.trim_end_matches("-XX").to_owned()
}

/// Compares the countries it was held in.
pub fn venue(scores: &mut Scores, gold: &Gold, draft: &Facts) {
    let (expected, found) = (venues(&gold.facts), venues(draft));
    if gold.facts.places.is_none() && expected.is_empty() {
        return;
    }
    let alternatives: Vec<&str> = accepted(&gold.facts.accepted.venue_country).collect();
    let right = found == expected
        || (found.is_empty() && alternatives.contains(&""))
        || (!found.is_empty() && found.iter().all(|code| alternatives.contains(code)));
    let (expected, found) = (expected.join(" "), found.join(" "));
    scores.answer(&gold.name, Field::VenueCountry, right, &expected, &found);
}

/// The countries it was held in, in alphabetical order.
fn venues(facts: &Facts) -> Vec<&str> {
    let held = facts.held().filter_map(|place| place.country.as_deref());
    let named = facts.countries.iter().flatten();
    let named = named.filter(|country| country.roles.iter().any(|role| role == "venue"));
    let mut codes: Vec<&str> = held
        .chain(named.map(|country| country.code.as_str()))
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// Compares whether it was held over a network.
pub fn online(scores: &mut Scores, gold: &Gold, draft: &Facts) {
    let Some(online) = gold.facts.online else {
        return;
    };
    let found = draft.online.unwrap_or_default();
    let (expected, found) = (online.to_string(), found.to_string());
    let right = expected == found;
    scores.answer(&gold.name, Field::Online, right, &expected, &found);
}

/// Compares the attendance, as a whole and count by count.
pub fn counts(scores: &mut Scores, gold: &Gold, draft: &Facts) {
    let Some(asked) = &gold.facts.attendance else {
        return;
    };
    let list = |counts: &[Count]| {
        let counts = counts
            .iter()
            .map(|one| format!("{} {}", one.count, one.unit));
        let mut counts: Vec<String> = counts.collect();
        counts.sort();
        counts.dedup();
        counts
    };
    let found = list(draft.attendance.as_deref().unwrap_or_default());
    let expected = list(asked);
    let right = expected == found;
    let (all, given) = (expected.join(", "), found.join(", "));
    scores.answer(&gold.name, Field::Attendance, right, &all, &given);
    let fields = (gold.name.as_str(), Field::Count);
    scores.list(fields, &expected, &found, equality, Clone::clone);
}

/// Compares the body that was founded or met.
pub fn body(scores: &mut Scores, gold: &Gold, draft: &Facts) {
    if !gold.facts.is_event {
        return;
    }
    let mut expected: Vec<&str> = accepted(&gold.facts.accepted.body)
        .filter(|name| !name.is_empty())
        .collect();
    if expected.is_empty() {
        expected = bodies(&gold.facts, &[&["founded"], &["convener", "host"]]);
    }
    if expected.is_empty() {
        return;
    }
    let found = bodies(draft, &[&["founded", "convener", "host"]]);
    let right = found
        .iter()
        .any(|name| expected.iter().any(|one| is_same(one, name)));
    let (expected, found) = (expected.join(" | "), found.join(" | "));
    scores.answer(&gold.name, Field::Body, right, &expected, &found);
}

/// The bodies of the first of these roles that any has.
fn bodies<'facts>(facts: &'facts Facts, roles: &[&[&str]]) -> Vec<&'facts str> {
    let of = |roles: &&[&str]| -> Vec<&'facts str> {
        let parts = facts.organizations.iter().flatten();
        let parts = parts.filter(|part| roles.contains(&part.role.as_str()));
        parts.map(|part| part.name.as_str()).collect()
    };
    let mut lists = roles.iter().map(of);
    lists.find(|list| !list.is_empty()).unwrap_or_default()
}
