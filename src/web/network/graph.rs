//! The organizations that a picture of the network shows, and the pairs of them that share events: those in most events,
//! or one organization and those that share most events with it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::id::{EventId, OrganizationId};
use crate::model::organization::Organization;
use crate::search::facet::Facets;
use crate::search::query::Query;
use crate::store::network::{
    Leading, Pair, list_appearing, list_leading, list_neighbours, list_pairs, list_titles,
};
use crate::web::absence::absence;
use crate::web::error::Error;
use crate::web::list::finding::{Names, find_names};
use crate::web::state::Archive;
use crate::web::{locale, seek, url};

/// So many organizations are drawn at most.
pub const MOST: u32 = 48;
/// So many pairs are drawn at most.
pub const MOST_PAIRS: usize = 120;

/// What a picture shows, and how much it leaves out.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// How many events meet the conditions.
    pub total: u64,
    /// The organizations: the one in focus first, then those in most events.
    pub nodes: Vec<Node>,
    /// How many organizations are left out.
    pub other_nodes: u64,
    /// The pairs, those that share most events first.
    pub pairs: Vec<Pair>,
    /// How many pairs of these organizations are left out.
    pub other_pairs: u64,
    /// The titles of the events that pairs tell.
    pub titles: BTreeMap<EventId, String>,
    /// The names of what is filtered by.
    pub names: Names,
}

/// An organization with its number of events.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Its record.
    pub organization: Organization,
    /// In how many events it appears.
    pub events: u64,
    /// Whether the picture is about it.
    pub is_focus: bool,
}

impl Node {
    /// The name of its organization, as the page shows it.
    #[must_use]
    pub fn name(&self) -> &str {
        locale::either(self.organization.latin.as_deref(), &self.organization.name)
    }
}

/// Counts what a picture shows.
///
/// # Errors
/// When there is no such organization to focus on, or the index or the database cannot be read.
pub async fn find_graph(
    archive: &Archive,
    query: &Query,
    focus: Option<&OrganizationId>,
) -> Result<Graph, Error> {
    let reader = &archive.reader;
    let (total, among) = seek::among(&archive.index, query.clone()).await?;
    let leading = match focus {
        Some(focus) => list_neighbours(reader, &among, focus, MOST - 1).await?,
        None => list_leading(reader, &among, MOST).await?,
    };
    let ids = ids(&leading, focus);
    let mut appearing = list_appearing(reader, &among, &ids).await?;
    if let Some(focus) = focus.filter(|focus| !appearing.contains_key(focus)) {
        let address = |to: &str| Some(url::network_about(&OrganizationId::parse(to).ok()?));
        return Err(absence(reader, "organization", focus.as_str(), address).await);
    }
    let pairs = list_pairs(reader, &among, &ids).await?;
    let (pairs, other_pairs) = chosen(pairs, focus);
    let told: BTreeSet<&EventId> = pairs.iter().flat_map(|pair| &pair.events).collect();
    let told: Vec<EventId> = told.into_iter().cloned().collect();
    let node = |id: &OrganizationId| {
        let (organization, events) = appearing.remove(id)?;
        let is_focus = focus == Some(id);
        Some(Node {
            organization,
            events,
            is_focus,
        })
    };
    let mut nodes: Vec<Node> = ids.iter().filter_map(node).collect();
    nodes.sort_by_key(|node| (!node.is_focus, Reverse(node.events)));
    Ok(Graph {
        total,
        other_nodes: leading
            .total
            .saturating_sub(leading.organizations.len() as u64),
        titles: list_titles(reader, &told).await?,
        names: find_names(archive, query, &Facets::default()).await?,
        nodes,
        pairs,
        other_pairs,
    })
}

fn ids(leading: &Leading, focus: Option<&OrganizationId>) -> Vec<OrganizationId> {
    let others = leading.organizations.iter().map(|(id, _)| id);
    focus.into_iter().chain(others).cloned().collect()
}

/// The pairs that are drawn, in their order, and how many are not: all of the focus, the strongest of each organization,
/// so that none seems to stand alone, and then the strongest.
fn chosen(pairs: Vec<Pair>, focus: Option<&OrganizationId>) -> (Vec<Pair>, u64) {
    let mut joined: BTreeSet<&OrganizationId> = BTreeSet::new();
    let mut rank = Vec::with_capacity(pairs.len());
    for (place, pair) in pairs.iter().enumerate() {
        let is_of_focus = focus.is_some_and(|focus| [&pair.first, &pair.second].contains(&focus));
        let joins = [joined.insert(&pair.first), joined.insert(&pair.second)].contains(&true);
        rank.push((!is_of_focus, !joins, place));
    }
    rank.sort_unstable();
    rank.truncate(MOST_PAIRS);
    let places: BTreeSet<usize> = rank.into_iter().map(|(_, _, place)| place).collect();
    let left_out = (pairs.len() - places.len()) as u64;
    let drawn = pairs
        .into_iter()
        .enumerate()
        .filter(|(place, _)| places.contains(place));
    (drawn.map(|(_, pair)| pair).collect(), left_out)
}

#[cfg(test)]
mod tests {
    use super::{MOST_PAIRS, chosen};
    use crate::model::id::OrganizationId;
    use crate::store::network::Pair;

    fn id(name: &str) -> OrganizationId {
        OrganizationId::parse(name).expect("an id")
    }

    #[test]
    fn each_organization_keeps_its_strongest_pair_and_the_focus_all_of_them() {
        let pair = |first: usize, second: usize, shared| Pair {
            first: id(&format!("a-{first:03}")),
            second: id(&format!("a-{second:03}")),
            shared,
            events: Vec::new(),
        };
        // Twenty organizations share many events with each other, and one shares a single event with one of them.
        let mut pairs: Vec<Pair> = Vec::new();
        for first in 0..20 {
            pairs.extend((first + 1..20).map(|second| pair(first, second, 9)));
        }
        pairs.push(pair(3, 99, 1));
        let (drawn, left_out) = chosen(pairs.clone(), None);
        assert_eq!(
            (drawn.len(), left_out),
            (MOST_PAIRS, 191 - MOST_PAIRS as u64)
        );
        assert_eq!(drawn.last().map(|pair| &pair.second), Some(&id("a-099")));
        assert!(drawn.is_sorted_by_key(|pair| std::cmp::Reverse(pair.shared)));
        let (drawn, _) = chosen(pairs, Some(&id("a-019")));
        let of_focus = drawn.iter().filter(|pair| pair.second == id("a-019"));
        assert_eq!(of_focus.count(), 19);
    }
}
