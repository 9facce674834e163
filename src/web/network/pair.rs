//! Two organizations and the events they share, as a row of a table and as a line of the picture.

use std::collections::BTreeMap;

use crate::model::id::{EventId, OrganizationId};
use crate::store::network::Pair;
use crate::web::plural::EVENT;
use crate::web::{locale, url};

/// Two organizations that appear in the same events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// The one.
    pub first: Named,
    /// The other.
    pub second: Named,
    /// How many events they share, in words.
    pub shared: String,
    /// Which, where they are few.
    pub events: Vec<Named>,
}

/// A name that is a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Where it leads.
    pub address: String,
    /// The name.
    pub name: String,
}

impl Together {
    /// A pair with the names of its organizations and the titles of its events.
    #[must_use]
    pub fn of<'a>(
        pair: &'a Pair,
        name: impl Fn(&'a OrganizationId) -> &'a str,
        titles: &BTreeMap<EventId, String>,
    ) -> Self {
        let events = pair.events.iter().filter_map(|id| {
            Some(Named {
                address: url::event(id),
                name: titles.get(id)?.clone(),
            })
        });
        Self {
            first: Named::organization(&pair.first, name(&pair.first)),
            second: Named::organization(&pair.second, name(&pair.second)),
            shared: EVENT.count(pair.shared),
            events: events.collect(),
        }
    }

    /// What its line tells.
    #[must_use]
    pub fn words(&self) -> String {
        let gaps = [
            ("first", self.first.name.as_str().into()),
            ("second", self.second.name.as_str().into()),
            ("counted", self.shared.as_str().into()),
        ];
        locale::fill("network-line", gaps)
    }
}

impl Named {
    /// An organization's name, leading to its page.
    #[must_use]
    pub fn organization(id: &OrganizationId, name: &str) -> Self {
        let name = if name.is_empty() { id.as_str() } else { name };
        Self {
            address: url::organization(id),
            name: name.to_owned(),
        }
    }
}
