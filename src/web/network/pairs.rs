//! All pairs of organizations that share events, page by page: what the picture of the network leaves out stands here.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use crate::model::id::{EventId, OrganizationId};
use crate::search::facet::Facets;
use crate::search::query::Query;
use crate::store::network::{Pair, list_page_of_pairs, list_titles};
use crate::web::error::{Error, WrongParameter};
use crate::web::list::active::{Active, active};
use crate::web::list::finding::{Names, find_names};
use crate::web::list::question::{Asked, read};
use crate::web::network::pair::{Named, Together};
use crate::web::pager::{PER_PAGE, Pager, beyond_the_end};
use crate::web::parameter::{Selection, status};
use crate::web::plural::PAIR;
use crate::web::respond::html;
use crate::web::state::Archive;
use crate::web::{seek, url};

/// What the template may see.
#[derive(Template)]
#[template(path = "network/pairs.html")]
struct Page {
    path: String,
    network: String,
    focus: Option<Named>,
    wrong: Vec<WrongParameter>,
    active: Vec<Active>,
    total_in_words: String,
    pairs: Vec<Together>,
    pager: Pager,
}

/// A page of pairs, with all that its face needs.
#[derive(Default)]
struct Found {
    pairs: Vec<Pair>,
    total: u64,
    organizations: Names,
    titles: BTreeMap<EventId, String>,
    names: Names,
}

impl Page {
    fn new(
        selection: &Selection,
        asked: Asked,
        focus: Option<&OrganizationId>,
        found: &Found,
    ) -> Self {
        let name = |id| found.organizations.shown(id);
        let together = |pair| Together::of(pair, name, &found.titles);
        Self {
            path: selection.address(),
            network: selection.from_start().address_at(&url::network()),
            focus: focus.map(|focus| Named::organization(focus, name(focus))),
            active: active(selection, &found.names),
            total_in_words: PAIR.count(found.total),
            pairs: found.pairs.iter().map(together).collect(),
            pager: Pager::new(selection, asked.page, found.total),
            wrong: asked.wrong,
        }
    }
}

async fn find(
    archive: &Archive,
    query: &Query,
    focus: Option<&OrganizationId>,
) -> Result<Found, Error> {
    let reader = &archive.reader;
    let (_, among) = seek::among(&archive.index, query.clone()).await?;
    let [offset, limit] = [query.offset, query.limit];
    let window = [offset, limit].map(|number| u32::try_from(number).unwrap_or(u32::MAX));
    let (pairs, total) = list_page_of_pairs(reader, &among, focus, window.into()).await?;
    let ids = pairs.iter().flat_map(|pair| [&pair.first, &pair.second]);
    let ids: Vec<&OrganizationId> = ids.chain(focus).collect();
    let events = pairs.iter().flat_map(|pair| pair.events.clone());
    let events: Vec<EventId> = events.collect();
    Ok(Found {
        organizations: Names::of_organizations(reader, &ids).await?,
        titles: list_titles(reader, &events).await?,
        names: find_names(archive, query, &Facets::default()).await?,
        pairs,
        total,
    })
}

/// `/network/pairs`
///
/// # Errors
/// When the index or the database cannot be read.
pub async fn page(State(archive): State<Archive>, selection: Selection) -> Result<Response, Error> {
    let selection = selection.free_of_all(&["sort", "region"]);
    let mut asked = read(&selection, PER_PAGE);
    let focus = super::focus(&selection, &mut asked.wrong);
    let mut found = Found::default();
    if asked.wrong.is_empty() {
        found = find(&archive, &asked.query, focus.as_ref()).await?;
        asked.wrong.extend(beyond_the_end(asked.page, found.total));
    }
    let status = status(&asked.wrong);
    let page = Page::new(&selection, asked, focus.as_ref(), &found);
    let site = Arc::clone(&archive.site);
    Ok((status, html(&site, &page)?).into_response())
}
