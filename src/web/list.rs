//! The list of events, which is also the search: the address is the question, the page its answer.

pub mod question;

pub mod finding;

pub mod facet;

pub mod active;

pub mod alternative;

pub mod certainty;

pub mod histogram;

pub mod form;

pub mod data;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use crate::store::event::StoredEvent;
use crate::web::card::Card;
use crate::web::card::reason::Told;
use crate::web::error::{Error, WrongParameter};
use crate::web::list::active::{Active, active};
use crate::web::list::alternative::{Alternatives, find_alternatives};
use crate::web::list::certainty::{Certainty, certainty};
use crate::web::list::facet::{Facet, facets};
use crate::web::list::finding::{Finding, find};
use crate::web::list::form::{Form, Order, form, orders};
use crate::web::list::histogram::{Histogram, histogram};
use crate::web::list::question::{Asked, read};
use crate::web::pager::{PER_PAGE, Pager, beyond_the_end};
use crate::web::parameter::{Selection, status};
use crate::web::plural::EVENT;
use crate::web::respond::{Format, html};
use crate::web::state::Archive;
use crate::web::url;

/// What the template may see.
#[derive(Template)]
#[template(path = "event/list.html")]
struct Page {
    address: String,
    data: String,
    timeline: String,
    map: String,
    network: String,
    form: Form,
    wrong: Vec<WrongParameter>,
    active: Vec<Active>,
    total: u64,
    total_in_words: String,
    certainty: Option<Certainty>,
    facets: Vec<Facet>,
    histogram: Option<Histogram>,
    orders: Vec<Order>,
    cards: Vec<Card>,
    pager: Pager,
    without_words: Option<String>,
    decisions: Option<String>,
    alternatives: Alternatives,
}

impl Page {
    fn new(
        selection: &Selection,
        asked: Asked,
        finding: &Finding,
        alternatives: Alternatives,
    ) -> Self {
        let text = &asked.query.text;
        let is_sought = !text.is_empty();
        let cards = finding.events.iter().zip(&finding.told);
        let card = |((stored, _), told): (&(Arc<StoredEvent>, _), &Told)| {
            Card::found(stored, &finding.latin, text, told.clone())
        };
        let active = active(selection, &finding.names);
        let filters = selection.free_of("sort");
        Self {
            address: selection.address(),
            data: selection.address_at(url::API_EVENTS),
            timeline: filters.address_at(&url::timeline()),
            map: filters.address_at(&url::map()),
            network: filters.address_at(&url::network()),
            form: form(selection),
            without_words: (is_sought && active.len() > 1)
                .then(|| selection.free_of("q").address()),
            decisions: is_sought.then(|| url::decisions_with(text)),
            active,
            alternatives,
            total: finding.total,
            total_in_words: EVENT.count(finding.total),
            certainty: certainty(selection, finding),
            facets: facets(selection, finding),
            histogram: histogram(selection, &finding.facets.years),
            orders: orders(selection),
            cards: cards.map(card).collect(),
            pager: Pager::new(selection, asked.page, finding.total),
            wrong: asked.wrong,
        }
    }
}

/// `/events`
///
/// # Errors
/// When the index or the database cannot be read; for data, also when a parameter is wrong.
pub async fn page(
    State(archive): State<Archive>,
    format: Format,
    selection: Selection,
) -> Result<Response, Error> {
    if format == Format::Json {
        return data::list(State(archive), selection).await;
    }
    let mut asked = read(&selection, PER_PAGE);
    let mut finding = Finding::default();
    let mut alternatives = Alternatives::default();
    if asked.wrong.is_empty() {
        finding = find(&archive, &asked.query).await?;
        asked
            .wrong
            .extend(beyond_the_end(asked.page, finding.total));
        if finding.total == 0 {
            alternatives = find_alternatives(&archive, &selection, &finding.names).await?;
        }
    }
    let status = status(&asked.wrong);
    let page = Page::new(&selection, asked, &finding, alternatives);
    Ok((status, html(&archive.site, &page)?).into_response())
}
