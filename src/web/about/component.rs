//! Every part of the design in each of its states, made of the very templates and values that make the pages, over what
//! the archive holds. A page for those who build the site: nothing leads to it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::model::event::Event;
use crate::model::vocabulary::{Kind, Review, Status};
use crate::store::event::StoredEvent;
use crate::web::about::correction::choice::Choice;
use crate::web::about::correction::form::Form as Correction;
use crate::web::card::Card;
use crate::web::error::{Error, WrongParameter};
use crate::web::event::fact::Facts;
use crate::web::event::passage::{Paragraph, Piece, paragraphs};
use crate::web::latin::LatinNames;
use crate::web::list::active::{Active, active};
use crate::web::list::alternative::{Alternative, Alternatives};
use crate::web::list::facet::{Facet, facets};
use crate::web::list::finding::{Finding, find};
use crate::web::list::form::{Form, Order, form, orders};
use crate::web::list::histogram::{Histogram, histogram};
use crate::web::list::question::read;
use crate::web::locale::{Language, message};
use crate::web::pager::{PER_PAGE, Pager};
use crate::web::parameter::Selection;
use crate::web::plural::EVENT;
use crate::web::respond::html;
use crate::web::state::Archive;
use crate::web::timeline::picture::Picture;
use crate::web::timeline::{Dated, draw};
use crate::web::{label, url};

/// A page of a long list, to show a pager that leaves pages out.
const PAGE: u64 = 6;
const LONG_LIST: u64 = 400;

/// What the template may see.
#[derive(Template)]
#[template(path = "about/component/page.html")]
struct Page<'a> {
    list: List,
    record: Option<Record<'a>>,
    latin: &'a LatinNames,
    title: Option<&'a str>,
    correction: Correction,
    choices: Vec<Choice>,
    wrong_correction: Vec<WrongParameter>,
    picture: Option<Picture>,
    dated: Vec<Dated>,
}

/// The parts of a list.
struct List {
    orders: Vec<Order>,
    active: Vec<Active>,
    facets: Vec<Facet>,
    histogram: Option<Histogram>,
    cards: Vec<Card>,
    pager: Pager,
    form: Form,
    wrong: Vec<WrongParameter>,
    alternatives: Alternatives,
}

/// The parts of the page of an event.
struct Record<'a> {
    stored: &'a StoredEvent,
    event: &'a Event,
    facts: Facts<'a>,
    paragraphs: Vec<Paragraph<'a>>,
}

/// `/about/components`
///
/// # Errors
/// When the index or the database cannot be read.
pub async fn page(State(archive): State<Archive>) -> Result<Response, Error> {
    let all = Selection::read(url::EVENTS, "");
    let whole = find(&archive, &read(&all, PER_PAGE).query).await?;
    let chosen = chosen(&all, &whole);
    let found = find(&archive, &read(&chosen, PER_PAGE).query).await?;
    let page = Page::new(&chosen, &whole, &found);
    html(&archive.site, &page)
}

/// A search with a word and a filter that finds something: the first word of the first title, in the country with most
/// events.
fn chosen(all: &Selection, whole: &Finding) -> Selection {
    let first = whole.events.first().map(|(stored, _)| stored);
    let country = first.and_then(|stored| stored.event.countries.first());
    let word = first.and_then(|stored| stored.event.title.split_whitespace().next());
    let chosen = match country {
        Some(country) => all.with("country", country.value().code.as_str()),
        None => all.clone(),
    };
    match word {
        Some(word) => chosen.with("q", word),
        None => chosen,
    }
}

impl<'a> Page<'a> {
    fn new(chosen: &Selection, whole: &'a Finding, found: &Finding) -> Self {
        let events = || whole.events.iter().map(|(stored, _)| &**stored);
        let fullest = events().max_by_key(|stored| stored.event.evidence().count());
        let (picture, dated) = draw(events());
        let correction = Correction::read("event=none&fact=none&wrong=");
        Self {
            list: List::new(chosen, whole, found),
            record: fullest.map(Record::of),
            latin: &whole.latin,
            title: fullest.map(|stored| stored.event.title.as_str()),
            choices: fullest.map_or_else(Vec::new, |stored| Choice::all(stored, "")),
            wrong_correction: correction.check(false, &[]),
            correction,
            picture,
            dated,
        }
    }

    /// What is to be mended in a field of the form of corrections.
    fn remedy(&self, field: &str) -> Option<&str> {
        let mut wrong = self.wrong_correction.iter();
        let wrong = wrong.find(|wrong| wrong.parameter == field)?;
        Some(&wrong.remedy)
    }
}

/// The reason of a withdrawal is in the archive's own words, which are Arabic on every page.
fn reason() -> &'static str {
    message::plain(Language::Arabic, "component-reason").unwrap_or_default()
}

impl List {
    fn new(chosen: &Selection, whole: &Finding, found: &Finding) -> Self {
        let amiss = Selection::read(url::EVENTS, "from=yesterday&country=XX");
        let active = active(chosen, &found.names);
        Self {
            orders: orders(chosen),
            facets: facets(chosen, found),
            histogram: histogram(chosen, &whole.facets.years),
            cards: cards(chosen.value("q"), found),
            pager: Pager::new(&chosen.at_page(PAGE), PAGE, LONG_LIST),
            form: form(chosen),
            wrong: read(&amiss, PER_PAGE).wrong,
            alternatives: alternatives(chosen, &active, found.total),
            active,
        }
    }
}

/// A card that was found, as it stands, and in the states that an event may have.
fn cards(sought: &str, found: &Finding) -> Vec<Card> {
    let Some((stored, told)) = found.events.first().zip(found.told.first()) else {
        return Vec::new();
    };
    let card = Card::found(&stored.0, &found.latin, sought, told.clone());
    let plain = Card::of(&stored.0, &found.latin);
    let other = |status: Status| Card {
        status: Some((status.as_str(), label::status(status))),
        is_extracted: true,
        dates: Vec::new(),
        chips: Vec::new(),
        ..plain.clone()
    };
    let others = [other(Status::Planned), other(Status::Cancelled)];
    [card, plain.clone()].into_iter().chain(others).collect()
}

/// What is offered where nothing is found.
fn alternatives(chosen: &Selection, active: &[Active], total: u64) -> Alternatives {
    let other = |words: &str, address: &str| Alternative {
        words: words.to_owned(),
        total,
        total_in_words: EVENT.count(total),
        address: address.to_owned(),
    };
    let word = other(chosen.value("q"), &chosen.only("q", "").address());
    let fewer = active.iter().map(|one| other(&one.value, &one.address));
    Alternatives {
        spelling: Some(word.clone()),
        fewer: fewer.collect(),
        apart: vec![word],
    }
}

impl<'a> Record<'a> {
    fn of(stored: &'a StoredEvent) -> Self {
        let facts = Facts::of(&stored.event);
        let document = &stored.document;
        Self {
            stored,
            event: &stored.event,
            paragraphs: paragraphs(&document.text, document.layout(), &facts.traces),
            facts,
        }
    }
}
