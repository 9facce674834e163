//! What the page of any authority tells beside its own record: its events by the part it plays, how they lie in time,
//! and who appears beside it.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use crate::model::name::{Bearer, Named, Register};
use crate::search::query::Query;
use crate::store::companion::list_companions;
use crate::store::event::StoredEvent;
use crate::web::authority::entry::Entry;
use crate::web::authority::history::{History, Part};
use crate::web::card::{When, dates};
use crate::web::error::Error;
use crate::web::list::histogram::{Histogram, histogram};
use crate::web::locale::fill;
use crate::web::parameter::Selection;
use crate::web::plural::EVENT;
use crate::web::state::Archive;
use crate::web::{plural, seek, url};

/// So many companions of a register are named at most.
const MOST_COMPANIONS: u32 = 24;
/// More events than these are told by the bars alone, not one by one.
const MOST_MOMENTS: usize = 24;

/// An authority among its events.
#[derive(Debug)]
pub struct Portrait {
    /// The list of its events.
    pub list: String,
    /// Its events on the line of time.
    pub timeline: String,
    /// Its events on the map.
    pub map: String,
    /// The network of the organizations in its events; that around it, where it is one.
    pub network: String,
    /// That only the newest events are shown, where that is so.
    pub left_out: Option<String>,
    /// Its events by the part it plays in them.
    pub parts: Vec<Part>,
    /// How its events lie over the years, where there are several.
    pub histogram: Option<Histogram>,
    /// Its events in the order of time, where there are several and not too many.
    pub moments: Vec<Moment>,
    /// Who appears beside it.
    pub circles: Vec<Circle>,
}

/// An event in the order of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// When, in words; empty where it is not known.
    pub dates: Vec<When>,
    /// The event's page.
    pub address: String,
    /// Its title.
    pub title: String,
}

/// Those who stand beside an authority for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circle {
    /// The anchor.
    pub term: &'static str,
    /// The reason, as a heading.
    pub heading: &'static str,
    /// Who they are.
    pub members: Vec<Member>,
}

/// One of a circle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who it is.
    pub entry: Entry,
    /// Both beside each other, where that can be shown.
    pub comparison: Option<String>,
}

impl Portrait {
    /// Draws a bearer among the events of its history.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub async fn of<R: Copy + Ord + Serialize>(
        archive: &Archive,
        bearer: &Bearer,
        history: &History<R>,
        words: impl Fn(R) -> (&'static str, &'static str),
    ) -> Result<Self, Error> {
        let answer = seek::events(&archive.index, question(bearer)).await?;
        let pair = [(bearer.register().as_str(), bearer.id())].into_iter();
        let query = url::with_query("", pair);
        let selection = Selection::read(url::EVENTS, query.trim_start_matches('?'));
        let shown = history.events.len() as u64;
        Ok(Self {
            list: selection.address(),
            timeline: selection.address_at(&url::timeline()),
            map: selection.address_at(&url::map()),
            network: match bearer {
                Bearer::Organization(id) => url::network_about(id),
                Bearer::Country(_) | Bearer::Person(_) | Bearer::Place(_) => {
                    selection.address_at(&url::network())
                }
            },
            left_out: (answer.total > shown).then(|| left_out(shown, answer.total)),
            parts: history.parts(words),
            histogram: histogram(&selection, &answer.facets.years),
            moments: match answer.total > shown {
                true => Vec::new(),
                false => moments(&history.events),
            },
            circles: Vec::new(),
        })
    }

    /// Adds those of some registers that appear in the same events: each register with the anchor and the heading.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn beside(
        &mut self,
        archive: &Archive,
        bearer: &Bearer,
        circles: &[(Register, &'static str, &'static str)],
    ) -> Result<(), Error> {
        for (register, term, heading) in circles {
            let reader = &archive.reader;
            let named = list_companions(reader, bearer, *register, MOST_COMPANIONS).await?;
            let mut circle = Circle::new(term, heading, &named);
            circle.compare(bearer, &named);
            self.add(circle);
        }
        Ok(())
    }

    /// Adds a circle, unless nobody is in it.
    pub fn add(&mut self, circle: Circle) {
        if !circle.members.is_empty() {
            self.circles.push(circle);
        }
    }
}

impl Circle {
    /// Some authorities under a heading.
    #[must_use]
    pub fn new(term: &'static str, heading: &'static str, named: &[Named]) -> Self {
        let member = |named: &Named| Member {
            entry: named.into(),
            comparison: None,
        };
        Self {
            term,
            heading,
            members: named.iter().map(member).collect(),
        }
    }

    /// Lets a reader see organizations beside the one of the page.
    fn compare(&mut self, of: &Bearer, named: &[Named]) {
        for (member, named) in self.members.iter_mut().zip(named) {
            let both = (of.register(), named.bearer.register());
            if both == (Register::Organization, Register::Organization) {
                let ids = [of.id(), named.bearer.id()];
                member.comparison = Some(url::comparison("organizations", &ids));
            }
        }
    }
}

fn question(bearer: &Bearer) -> Query {
    let mut query = Query {
        limit: 1,
        ..Query::default()
    };
    match bearer {
        Bearer::Organization(id) => query.organizations.push(id.clone()),
        Bearer::Country(code) => query.countries.push(*code),
        Bearer::Person(id) => query.person = Some(id.clone()),
        Bearer::Place(id) => query.place = Some(id.clone()),
    }
    query
}

fn left_out(shown: u64, total: u64) -> String {
    let total = EVENT.count_genitive(total);
    fill(
        "authority-newest",
        [
            ("shown", plural::grouped(shown).into()),
            ("total", total.into()),
        ],
    )
}

/// Events in the order of their first possible day, the undated last; one alone has no order.
fn moments(events: &[Arc<StoredEvent>]) -> Vec<Moment> {
    if events.len() < 2 || events.len() > MOST_MOMENTS {
        return Vec::new();
    }
    let first = |stored: &StoredEvent| {
        let days = stored.event.dates();
        let first = days
            .filter_map(|edtf| edtf.earliest().or(edtf.latest()))
            .min();
        first.unwrap_or(Date::MAX)
    };
    let mut events: Vec<&Arc<StoredEvent>> = events.iter().collect();
    events.sort_by_cached_key(|stored| (first(stored), stored.id.clone()));
    events
        .into_iter()
        .map(|stored| Moment::of(stored))
        .collect()
}

impl Moment {
    /// An event with its dates.
    #[must_use]
    pub fn of(stored: &StoredEvent) -> Self {
        Self {
            dates: dates(&stored.event),
            address: url::event(&stored.id),
            title: stored.event.title.clone(),
        }
    }
}
