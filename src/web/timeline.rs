//! Events in time, as a picture and as a table that says the same. It shows the events that the list would show for the
//! same parameters; each mark leads to its event, and a date that is not known to the day is a span with soft ends.

pub mod picture;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use crate::model::date::Edtf;
use crate::model::evidence::Attested;
use crate::search::query::Sort;
use crate::store::event::StoredEvent;
use crate::web::error::{Error, WrongParameter};
use crate::web::list::active::{Active, active};
use crate::web::list::finding::{Finding, find};
use crate::web::list::question::read;
use crate::web::parameter::{Selection, status};
use crate::web::plural::EVENT;
use crate::web::respond::html;
use crate::web::state::Archive;
use crate::web::timeline::picture::{Picture, Span};
use crate::web::{date, locale, url};

/// So many events are drawn; the oldest of those found.
const MOST: usize = 300;

/// An event that has its place in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// Its number in the picture and in the table, from 1.
    pub number: usize,
    /// Its page.
    pub address: String,
    /// Its title.
    pub title: String,
    /// Its dates in words.
    pub when: String,
    /// Whether any of them was inferred.
    pub is_inferred: bool,
}

/// An event that the archive cannot date.
struct Undated {
    address: String,
    title: String,
}

/// What the template may see.
#[derive(Template)]
#[template(path = "timeline/page.html")]
struct Page {
    path: String,
    list: String,
    map: String,
    network: String,
    wrong: Vec<WrongParameter>,
    active: Vec<Active>,
    total_in_words: String,
    left_out: Option<String>,
    picture: Option<Picture>,
    dated: Vec<Dated>,
    undated: Vec<Undated>,
}

impl Page {
    fn new(selection: &Selection, wrong: Vec<WrongParameter>, finding: &Finding) -> Self {
        let events = || finding.events.iter().map(|(stored, _)| &**stored);
        let (picture, dated) = draw(events());
        let undated = events().filter(|stored| span(stored).is_none());
        let drawn = finding.events.len() as u64;
        Self {
            path: selection.address(),
            list: selection.address_at(&url::events()),
            map: selection.address_at(&url::map()),
            network: selection.address_at(&url::network()),
            wrong,
            active: active(selection, &finding.names),
            total_in_words: EVENT.count(finding.total),
            left_out: (finding.total > drawn)
                .then(|| locale::count("timeline-left-out", finding.total - drawn)),
            picture,
            undated: undated.map(Undated::of).collect(),
            dated,
        }
    }
}

/// The picture of those of the events that have a place in time, if there is any, and what it numbers.
pub fn draw<'a>(events: impl Iterator<Item = &'a StoredEvent>) -> (Option<Picture>, Vec<Dated>) {
    let mut dated = Vec::new();
    let mut spans = Vec::new();
    for stored in events {
        if let Some(span) = span(stored) {
            spans.push(span);
            dated.push(Dated::of(stored, dated.len() + 1));
        }
    }
    (Picture::of(&spans, locale::language()), dated)
}

impl Dated {
    fn of(stored: &StoredEvent, number: usize) -> Self {
        let dates = || stored.event.dates.iter();
        let words: Vec<String> = dates()
            .map(|fact| date::words(&fact.value().edtf))
            .collect();
        Self {
            number,
            address: url::event(&stored.id),
            title: stored.event.title.clone(),
            when: words.join(locale::text("timeline-and")),
            is_inferred: dates().any(Attested::is_inferred),
        }
    }
}

impl Undated {
    fn of(stored: &StoredEvent) -> Self {
        Self {
            address: url::event(&stored.id),
            title: stored.event.title.clone(),
        }
    }
}

/// From the first to the last day on which the event may have been; nothing where an end is open.
fn span(stored: &StoredEvent) -> Option<Span> {
    let dates = || stored.event.dates.iter().map(|fact| &fact.value().edtf);
    let first = dates().filter_map(Edtf::earliest).min()?;
    let last = dates().filter_map(Edtf::latest).max()?;
    Some(Span {
        first,
        last: last.max(first),
    })
}

/// `/timeline`
///
/// # Errors
/// When the index or the database cannot be read.
pub async fn page(State(archive): State<Archive>, selection: Selection) -> Result<Response, Error> {
    let selection = selection.from_start().free_of("sort");
    let selection = selection.free_of("region").free_of("focus");
    let mut asked = read(&selection, MOST);
    asked.query.sort = Sort::Oldest;
    let mut finding = Finding::default();
    if asked.wrong.is_empty() {
        finding = find(&archive, &asked.query).await?;
    }
    let status = status(&asked.wrong);
    let page = Page::new(&selection, asked.wrong, &finding);
    let site = Arc::clone(&archive.site);
    Ok((status, html(&site, &page)?).into_response())
}
