//! The card by which an event stands in every list: what a reader needs to choose it, and no more.

pub mod reason;

use crate::model::date::Dating;
use crate::model::event::Event;
use crate::model::evidence::Attested;
use crate::model::place::Location;
use crate::model::vocabulary::{CountryRole, PlaceRole, Review, Role, Status};
use crate::search::snippet::{Snippet, mark, snippets};
use crate::store::event::StoredEvent;
use crate::web::card::reason::Told;
use crate::web::latin::LatinNames;
use crate::web::locale::text;
use crate::web::{date, label, url};

/// About so many characters of a summary are shown.
const SUMMARY: usize = 220;
/// So many founded and convening bodies are named at most.
const MOST_ORGANIZATIONS: usize = 3;

/// An event in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The event's page.
    pub address: String,
    /// Its title, with what was sought marked.
    pub title: Snippet,
    /// When, in words; empty where nothing is known.
    pub dates: Vec<When>,
    /// What sort of event.
    pub kind: &'static str,
    /// Where it was held, in words; online is said so.
    pub places: Vec<String>,
    /// The status as a term and in words, unless it was simply held.
    pub status: Option<(&'static str, &'static str)>,
    /// Whether nobody has checked the record yet.
    pub is_extracted: bool,
    /// Where the reader may go on: founded bodies, conveners, venues.
    pub chips: Vec<Chip>,
    /// Passages of the document or the record that show why it was found.
    pub snippets: Vec<Snippet>,
    /// What the passages do not show plainly.
    pub told: Told,
    /// The start of the summary, where there are no passages.
    pub summary: String,
}

/// A date of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// In words.
    pub words: String,
    /// Whether the archive inferred it.
    pub is_inferred: bool,
}

/// A link from a card to an organization or a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// Where it leads.
    pub address: String,
    /// The part played: «تأسس فيه».
    pub part: &'static str,
    /// The name, in Latin letters on an English page where it has such a form.
    pub name: String,
}

impl Card {
    /// The card of an event in a list that nothing was sought in.
    #[must_use]
    pub fn of(stored: &StoredEvent, latin: &LatinNames) -> Self {
        let event = &stored.event;
        Self {
            address: url::event(&stored.id),
            title: mark(&event.title, ""),
            dates: dates(event),
            kind: label::kind(event.kind),
            places: places(event, latin),
            status: match event.status {
                Status::Held => None,
                Status::Planned | Status::Cancelled | Status::Unknown => {
                    Some((event.status.as_str(), label::status(event.status)))
                }
            },
            is_extracted: event.review == Review::Extracted,
            chips: chips(event, latin),
            snippets: Vec::new(),
            told: Told::default(),
            summary: shorten(&event.summary),
        }
    }

    /// The card of an event found by a search for `text`, with what is to be told of it.
    #[must_use]
    pub fn found(stored: &StoredEvent, latin: &LatinNames, text: &str, told: Told) -> Self {
        Self {
            title: mark(&stored.event.title, text),
            snippets: passages(stored, text),
            told,
            ..Self::of(stored, latin)
        }
    }
}

/// Why an event was found: passages of the document, else of the record's own words.
#[must_use]
pub fn passages(stored: &StoredEvent, text: &str) -> Vec<Snippet> {
    if text.is_empty() {
        return Vec::new();
    }
    let found = snippets(&stored.document.text, text, 2);
    if !found.is_empty() {
        return found;
    }
    let decisions = stored.event.decisions.iter();
    let decisions = decisions.map(|decision| decision.value().text.as_str());
    std::iter::once(stored.event.summary.as_str())
        .chain(decisions)
        .flat_map(|own| snippets(own, text, 1))
        .take(2)
        .collect()
}

/// When an event was, in words; empty where nothing is known.
#[must_use]
pub fn dates(event: &Event) -> Vec<When> {
    let when = |dating: &Attested<Dating>| When {
        words: date::words(&dating.value().edtf),
        is_inferred: dating.is_inferred(),
    };
    event.dates.iter().map(when).collect()
}

fn places(event: &Event, latin: &LatinNames) -> Vec<String> {
    let held = event.places.iter().map(Attested::value);
    let held = held.filter(|place| place.role == PlaceRole::Held);
    let name = |place: &Location| {
        let latin = latin.place(place.id.as_ref());
        latin.unwrap_or(&place.name).to_owned()
    };
    let mut places: Vec<String> = held.map(name).collect();
    if let Some(online) = &event.online {
        places.push(match &online.value().platform {
            Some(platform) => format!("{} ({platform})", text("event-online")),
            None => text("event-online").to_owned(),
        });
    }
    places
}

fn chips(event: &Event, latin: &LatinNames) -> Vec<Chip> {
    let bodies = [
        (Role::Founded, text("card-founded")),
        (Role::Convener, text("card-called")),
    ];
    let mut chips: Vec<Chip> = Vec::new();
    for (role, part) in bodies {
        let bodies = event.organizations.iter().map(Attested::value);
        let bodies = bodies.filter(|body| body.role == role);
        let bodies = bodies.filter_map(|body| Some((body.id.as_ref()?, &body.name)));
        chips.extend(bodies.map(|(id, name)| Chip {
            address: url::organization(id),
            part,
            name: latin.organization(Some(id)).unwrap_or(name).to_owned(),
        }));
    }
    chips.truncate(MOST_ORGANIZATIONS);
    let countries = event.countries.iter().map(Attested::value);
    let venues = countries.filter(|country| country.roles.contains(&CountryRole::Venue));
    chips.extend(venues.map(|country| Chip {
        address: url::country(country.code),
        part: text("country-index-country"),
        name: label::country(country.code).to_owned(),
    }));
    chips
}

/// The start of a text, cut between words.
fn shorten(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(SUMMARY) else {
        return text.to_owned();
    };
    let start = &text[..end];
    let end = start.rfind(' ').unwrap_or(end);
    format!("{}…", start[..end].trim_end_matches(['،', '.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn a_long_summary_is_cut_between_words() {
        let short = shorten(&"كلمة ".repeat(60));
        assert!(short.ends_with("كلمة…"));
        assert!(short.chars().count() <= super::SUMMARY + 1);
        assert_eq!(shorten("قصير"), "قصير");
    }
}
