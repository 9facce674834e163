//! All decisions of the archive, searchable: what coalitions resolved, each with its own address.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::search::decision::DecisionQuery;
use crate::search::snippet::{Snippet, mark};
use crate::store::decision::{DecisionEntry, list_decisions};
use crate::web::error::{Error, WrongParameter};
use crate::web::list::active::{Active, active};
use crate::web::list::finding::Names;
use crate::web::list::question::{Asked, read};
use crate::web::pager::{PER_PAGE, Pager, beyond_the_end};
use crate::web::parameter::{Selection, status};
use crate::web::plural::DECISION;
use crate::web::respond::{Format, html, json};
use crate::web::state::Archive;
use crate::web::{seek, url};

/// What the template may see.
#[derive(Template)]
#[template(path = "decision/list.html")]
struct Page {
    address: String,
    text: String,
    carried: Vec<(&'static str, String)>,
    wrong: Vec<WrongParameter>,
    active: Vec<Active>,
    total: u64,
    total_in_words: String,
    decisions: Vec<Row>,
    pager: Pager,
    events: String,
}

/// A decision in the list.
struct Row {
    address: String,
    number: u32,
    text: Snippet,
    event: String,
    event_title: String,
}

#[derive(Default)]
struct Finding {
    total: u64,
    decisions: Vec<DecisionEntry>,
    names: Names,
}

impl Page {
    fn new(selection: &Selection, asked: Asked, finding: Finding) -> Self {
        let text = asked.query.text;
        let carried = ["country", "organization"].into_iter();
        let carried = carried.flat_map(|name| {
            selection
                .values(name)
                .map(move |value| (name, value.to_owned()))
        });
        let row = |decision: DecisionEntry| Row {
            address: url::decision(&decision.event, decision.number),
            number: decision.number,
            text: mark(&decision.text, &text),
            event: url::event(&decision.event),
            event_title: decision.title,
        };
        Self {
            address: selection.address(),
            carried: carried.collect(),
            wrong: asked.wrong,
            active: active(selection, &finding.names),
            total: finding.total,
            total_in_words: DECISION.count(finding.total),
            decisions: finding.decisions.into_iter().map(row).collect(),
            pager: Pager::new(selection, asked.page, finding.total),
            events: selection.from_start().address_at(&url::events()),
            text,
        }
    }
}

/// `/decisions`
///
/// # Errors
/// When the index or the database cannot be read; for data, also when a parameter is wrong.
pub async fn list(
    State(archive): State<Archive>,
    format: Format,
    selection: Selection,
) -> Result<Response, Error> {
    let selection = selection.of(&["q", "country", "organization", "page"]);
    let mut asked = read(&selection, PER_PAGE);
    let mut finding = Finding::default();
    if asked.wrong.is_empty() {
        finding = find(&archive, &asked).await?;
        asked
            .wrong
            .extend(beyond_the_end(asked.page, finding.total));
    }
    match format {
        Format::Json if asked.wrong.is_empty() => json(&List::new(&archive, &finding)),
        Format::Json => Err(Error::Parameters(asked.wrong)),
        Format::Html => {
            let status = status(&asked.wrong);
            let page = Page::new(&selection, asked, finding);
            Ok((status, html(&archive.site, &page)?).into_response())
        }
    }
}

async fn find(archive: &Archive, asked: &Asked) -> Result<Finding, Error> {
    let query = &asked.query;
    let ids: Vec<_> = query.organizations.iter().collect();
    let names = Names::of_organizations(&archive.reader, &ids).await?;
    let query = DecisionQuery {
        text: query.text.clone(),
        countries: query.countries.clone(),
        organizations: query.organizations.clone(),
        offset: query.offset,
        limit: query.limit,
    };
    let answer = seek::decisions(&archive.index, query).await?;
    let decisions = list_decisions(&archive.reader, &answer.hits).await?;
    Ok(Finding {
        total: answer.total,
        decisions,
        names,
    })
}

#[derive(Serialize)]
struct List<'a> {
    total: u64,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    url: String,
    event: &'a str,
    title: &'a str,
    number: u32,
    text: &'a str,
}

impl<'a> List<'a> {
    fn new(archive: &Archive, finding: &'a Finding) -> Self {
        let item = |decision: &'a DecisionEntry| Item {
            url: archive
                .site
                .absolute(&url::decision(&decision.event, decision.number)),
            event: decision.event.as_str(),
            title: &decision.title,
            number: decision.number,
            text: &decision.text,
        };
        Self {
            total: finding.total,
            items: finding.decisions.iter().map(item).collect(),
        }
    }
}
