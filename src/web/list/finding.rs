//! What the index and the store answer to a question: the events of one page of the list, and the names that the
//! filters are shown by.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::id::OrganizationId;
use crate::search::facet::Facets;
use crate::search::query::{Hit, Query};
use crate::store::event::{StoredEvent, list_events};
use crate::store::open::Reader;
use crate::store::organization::list_organization_names;
use crate::store::person::find_person;
use crate::store::place::find_place;
use crate::web::card::reason::{Told, tell};
use crate::web::error::Error;
use crate::web::latin::LatinNames;
use crate::web::locale;
use crate::web::seek;
use crate::web::state::Archive;

/// An answer with all that a face of it needs.
#[derive(Debug, Clone, Default)]
pub struct Finding {
    /// How many events there are in all.
    pub total: u64,
    /// Those of this page, each with how well it matches.
    pub events: Vec<(Arc<StoredEvent>, Option<f32>)>,
    /// What is to be told of each of them.
    pub told: Vec<Told>,
    /// Counts for the whole answer.
    pub facets: Facets,
    /// How many of them are certainly within the days asked for, where that is a question.
    pub certain: Option<u64>,
    /// Names of what is filtered by and counted.
    pub names: Names,
    /// Names in Latin letters of those that play a part in the events of this page.
    pub latin: LatinNames,
}

/// Names for ids.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Of organizations, as the archive writes them.
    pub organizations: BTreeMap<String, String>,
    /// Of the same in Latin letters, where the page is to show them.
    pub latin: LatinNames,
    /// Of the person asked for.
    pub person: Option<String>,
    /// Of the place asked for.
    pub place: Option<String>,
}

impl Names {
    /// The names of organizations alone.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn of_organizations(reader: &Reader, ids: &[&OrganizationId]) -> Result<Self, Error> {
        Ok(Self {
            organizations: list_organization_names(reader, ids).await?,
            latin: LatinNames::of_organizations(reader, ids).await?,
            ..Self::default()
        })
    }

    /// The name of an organization; its id where there is none.
    #[must_use]
    pub fn organization<'a>(&'a self, id: &'a str) -> &'a str {
        self.organizations.get(id).map_or(id, String::as_str)
    }

    /// The name of an organization as the page shows it.
    #[must_use]
    pub fn shown<'a>(&'a self, id: &'a OrganizationId) -> &'a str {
        let latin = self.latin.organization(Some(id));
        latin.unwrap_or_else(|| self.organization(id.as_str()))
    }
}

/// Answers a question.
///
/// # Errors
/// When the index or the database cannot be read.
pub async fn find(archive: &Archive, query: &Query) -> Result<Finding, Error> {
    let answer = seek::events(&archive.index, query.clone()).await?;
    let ids: Vec<_> = answer.hits.iter().map(|hit| hit.id.clone()).collect();
    let events = list_events(&archive.reader, &ids).await?;
    let names = find_names(archive, query, &answer.facets).await?;
    let told = tell(archive, events.iter(), &query.text).await?;
    let shown = events.iter().map(|stored| &stored.event);
    Ok(Finding {
        latin: LatinNames::of_events(&archive.reader, shown).await?,
        told,
        total: answer.total,
        events: with_scores(events, &answer.hits),
        facets: answer.facets,
        certain: answer.certain,
        names,
    })
}

/// An event may leave the archive between the two questions, so scores are joined by id.
fn with_scores(
    events: Vec<Arc<StoredEvent>>,
    hits: &[Hit],
) -> Vec<(Arc<StoredEvent>, Option<f32>)> {
    let score = |stored: &StoredEvent| hits.iter().find(|hit| hit.id == stored.id)?.score;
    events
        .into_iter()
        .map(|stored| {
            let score = score(&stored);
            (stored, score)
        })
        .collect()
}

/// The names of what is asked for and counted.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_names(archive: &Archive, query: &Query, facets: &Facets) -> Result<Names, Error> {
    let counted = facets.organizations.iter().map(|(id, _)| id);
    let ids: Vec<&OrganizationId> = query.organizations.iter().chain(counted).collect();
    let mut names = Names::of_organizations(&archive.reader, &ids).await?;
    if let Some(id) = &query.person {
        names.person = find_person(&archive.reader, id)
            .await?
            .map(|person| locale::either(person.latin.as_deref(), &person.name).to_owned());
    }
    if let Some(id) = &query.place {
        names.place = find_place(&archive.reader, id)
            .await?
            .map(|place| locale::either(place.latin.as_deref(), &place.name).to_owned());
    }
    Ok(names)
}
