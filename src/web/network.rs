//! Organizations joined by the events they appear in together, as a picture and as tables that say the same. It takes the
//! filters of the list of events, and `focus`: one organization with those around it.

pub mod caption;
pub mod graph;
pub mod layout;
pub mod pair;
pub mod pairs;
pub mod picture;

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use crate::model::id::OrganizationId;
use crate::web::error::{Error, WrongParameter};
use crate::web::list::active::{Active, active};
use crate::web::list::question::{Asked, read};
use crate::web::network::graph::{Graph, Node, find_graph};
use crate::web::network::pair::{Named, Together};
use crate::web::network::picture::Picture;
use crate::web::parameter::{Selection, status};
use crate::web::plural::EVENT;
use crate::web::respond::html;
use crate::web::state::Archive;
use crate::web::{label, locale, url};

/// An organization of the picture and of the table.
struct Organization {
    address: String,
    around: String,
    events_address: Option<String>,
    name: String,
    kind: &'static str,
    events: String,
}

/// What the template may see.
#[derive(Template)]
#[template(path = "network/page.html")]
struct Page {
    path: String,
    list: String,
    timeline: String,
    map: String,
    whole: String,
    table: String,
    wrong: Vec<WrongParameter>,
    active: Vec<Active>,
    total_in_words: String,
    focus: Option<Named>,
    picture: Option<Picture>,
    organizations: Vec<Organization>,
    pairs: Vec<Together>,
    other_nodes: Option<String>,
    other_pairs: Option<String>,
}

impl Page {
    fn new(selection: &Selection, asked: Asked, graph: &Graph) -> Self {
        let focus = graph.nodes.iter().find(|node| node.is_focus);
        let events = of_events(selection, focus);
        let nodes = graph.nodes.iter();
        let names: BTreeMap<&OrganizationId, &str> = nodes
            .map(|node| (&node.organization.id, node.name()))
            .collect();
        let name = |id: &OrganizationId| names.get(id).copied().unwrap_or_default();
        let together = |pair| Together::of(pair, name, &graph.titles);
        let organization = |node| Organization::of(node, selection);
        let left_out = |key, count| (count > 0).then(|| locale::count(key, count));
        Self {
            path: selection.address(),
            list: events.address_at(&url::events()),
            timeline: events.address_at(&url::timeline()),
            map: events.address_at(&url::map()),
            whole: selection.free_of("focus").address(),
            table: selection.address_at(&url::network_pairs()),
            active: active(selection, &graph.names),
            total_in_words: EVENT.count(focus.map_or(graph.total, |focus| focus.events)),
            focus: focus.map(|node| Named::organization(&node.organization.id, node.name())),
            picture: Picture::of(graph),
            organizations: graph.nodes.iter().map(organization).collect(),
            pairs: graph.pairs.iter().map(together).collect(),
            other_nodes: left_out("network-other-nodes", graph.other_nodes),
            other_pairs: left_out("network-other-pairs", graph.other_pairs),
            wrong: asked.wrong,
        }
    }
}

impl Organization {
    fn of(node: &Node, selection: &Selection) -> Self {
        let Node {
            organization,
            events,
            is_focus,
        } = node;
        let address = url::organization(&organization.id);
        // The list takes any of several organizations, and a part for those it is asked for: under such filters it has
        // no address for what is counted here.
        let is_told = ["organization", "role"]
            .iter()
            .all(|name| selection.value(name).is_empty());
        Self {
            around: match is_focus {
                true => address.clone(),
                false => selection.only("focus", organization.id.as_str()).address(),
            },
            events_address: is_told
                .then(|| of_events(selection, Some(node)).address_at(&url::events())),
            name: node.name().to_owned(),
            kind: label::organization_kind(organization.kind),
            events: EVENT.count(*events),
            address,
        }
    }

    /// What its mark tells.
    fn words(&self) -> String {
        let gaps = [
            ("name", self.name.as_str().into()),
            ("counted", self.events.as_str().into()),
        ];
        locale::fill("map-mark", gaps)
    }
}

/// The filters alone, as other pages take them; about one organization, its events.
fn of_events(selection: &Selection, node: Option<&Node>) -> Selection {
    let filters = selection.free_of("focus");
    match node {
        Some(node) => filters.only("organization", node.organization.id.as_str()),
        None => filters,
    }
}

/// The organization that the page is about.
fn focus(selection: &Selection, wrong: &mut Vec<WrongParameter>) -> Option<OrganizationId> {
    let id = |text: &str| OrganizationId::parse(text).ok();
    selection.read_one("focus", wrong, locale::text("parameter-id"), id)
}

/// `/network`
///
/// # Errors
/// When there is no such organization to focus on, or the index or the database cannot be read.
pub async fn page(State(archive): State<Archive>, selection: Selection) -> Result<Response, Error> {
    let selection = selection.from_start().free_of("sort").free_of("region");
    let mut asked = read(&selection, 0);
    let focus = focus(&selection, &mut asked.wrong);
    let mut graph = Graph::default();
    if asked.wrong.is_empty() {
        graph = find_graph(&archive, &asked.query, focus.as_ref()).await?;
    }
    let status = status(&asked.wrong);
    let page = Page::new(&selection, asked, &graph);
    let site = Arc::clone(&archive.site);
    Ok((status, html(&site, &page)?).into_response())
}
