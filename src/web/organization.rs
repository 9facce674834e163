//! Organizations: the index, and the page of each with the events it appears in.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::model::id::OrganizationId;
use crate::model::organization::Organization;
use crate::store::open::Reader;
use crate::store::organization::{
    Companion, find_organization, list_companions, list_organization_events, list_organizations,
};
use crate::web::absence::absence;
use crate::web::authority::{Entry, History, Letter, MOST, Part, letters};
use crate::web::error::Error;
use crate::web::respond::{Format, html, id_and_format};
use crate::web::site::Site;
use crate::web::{label, url};

/// So many companions are named at most.
const MOST_COMPANIONS: u32 = 24;

/// What the template may see.
#[derive(Template)]
#[template(path = "organization/index.html")]
struct Index {
    total: u64,
    letters: Vec<Letter>,
}

/// What the template may see.
#[derive(Template)]
#[template(path = "organization/page.html")]
struct Page<'a> {
    organization: &'a Organization,
    parent: Option<Organization>,
    parts: Vec<Part>,
    companions: Vec<(String, Companion)>,
}

/// `/organizations`
///
/// # Errors
/// When the database cannot be read.
pub async fn index(
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let entries = list_organizations(&reader).await?;
    let total = entries.len() as u64;
    let entries = entries.into_iter().map(|entry| Entry {
        address: url::organization(&entry.organization.id),
        name: entry.organization.name,
        latin: entry.organization.latin,
        events: entry.events,
    });
    let letters = letters(entries.collect());
    html(&site, &Index { total, letters })
}

/// `/organizations/{id}` and `/organizations/{id}.json`
///
/// # Errors
/// When there is no such organization, or the database cannot be read.
pub async fn page(
    asked: Format,
    Path(name): Path<String>,
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let (id, format) = id_and_format(&name, asked)?;
    let id = OrganizationId::parse(id).map_err(|_| Error::NotFound)?;
    let Some(organization) = find_organization(&reader, &id).await? else {
        return Err(absent(&reader, &id).await);
    };
    let appearances = list_organization_events(&reader, &id, MOST).await?;
    let history = History::read(&reader, appearances).await?;
    if format == Format::Json {
        return history.json(&organization, &url::organization(&id), &site);
    }
    let page = Page {
        organization: &organization,
        parent: parent(&reader, &organization).await?,
        parts: history.parts(|role| (role.as_str(), label::events_of_organization(role))),
        companions: companions(&reader, &id).await?,
    };
    html(&site, &page)
}

async fn absent(reader: &Reader, id: &OrganizationId) -> Error {
    let address = |to: &str| {
        OrganizationId::parse(to)
            .ok()
            .map(|to| url::organization(&to))
    };
    absence(reader, "organization", id.as_str(), address).await
}

async fn parent(
    reader: &Reader,
    organization: &Organization,
) -> Result<Option<Organization>, Error> {
    match &organization.parent {
        Some(parent) => Ok(find_organization(reader, parent).await?),
        None => Ok(None),
    }
}

/// The organizations it appears with, each with its address.
async fn companions(
    reader: &Reader,
    id: &OrganizationId,
) -> Result<Vec<(String, Companion)>, Error> {
    let companions = list_companions(reader, id, MOST_COMPANIONS)
        .await?
        .into_iter();
    let addressed = companions.filter_map(|companion| {
        let id = OrganizationId::parse(&companion.id).ok()?;
        Some((url::organization(&id), companion))
    });
    Ok(addressed.collect())
}
