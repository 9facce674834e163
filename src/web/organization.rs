//! Organizations: the index, and the page of each with the events it appears in.

pub mod affiliate;

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::{IntoResponse, Response};

use crate::model::id::OrganizationId;
use crate::model::name::{Bearer, Name, Register};
use crate::model::organization::Organization;
use crate::model::vocabulary::Role;
use crate::store::open::Reader;
use crate::store::organization::{find_organization, list_organization_events};
use crate::web::absence::absence;
use crate::web::authority::history::{History, MOST};
use crate::web::authority::index::{Index, index as read_index};
use crate::web::authority::portrait::Portrait;
use crate::web::authority::said::{Said, said};
use crate::web::error::Error;
use crate::web::locale::text;
use crate::web::organization::affiliate::Affiliate;
use crate::web::parameter::status;
use crate::web::respond::{Format, html, id_and_format};
use crate::web::site::Site;
use crate::web::state::Archive;
use crate::web::{label, url};

/// What the template may see.
#[derive(Template)]
#[template(path = "organization/index.html")]
struct IndexPage {
    index: Index,
}

/// What the template may see.
#[derive(Template)]
#[template(path = "organization/page.html")]
struct Page<'a> {
    organization: &'a Organization,
    name: Name,
    parent: Option<(String, Name)>,
    portrait: Portrait,
    affiliates: Vec<Affiliate<'a>>,
    said: Vec<Said<'a>>,
}

impl<'a> Page<'a> {
    async fn read(
        archive: &Archive,
        organization: &'a Organization,
        history: &'a History<Role>,
    ) -> Result<Self, Error> {
        let reader = &archive.reader;
        let bearer = Bearer::Organization(organization.id.clone());
        let words = |role: Role| (role.as_str(), label::events_of_organization(role));
        let mut portrait = Portrait::of(archive, &bearer, history, words).await?;
        let beside = [
            (
                Register::Organization,
                "companions",
                text("organization-companions"),
            ),
            (Register::Country, "countries", text("authority-countries")),
        ];
        portrait.beside(archive, &bearer, &beside).await?;
        Ok(Self {
            organization,
            name: name(organization),
            parent: parent(reader, organization).await?,
            portrait,
            affiliates: Affiliate::all(reader, &history.events, &organization.id).await?,
            said: said(&history.events, &bearer),
        })
    }
}

/// `/organizations`
///
/// # Errors
/// When the database cannot be read.
pub async fn index(
    uri: Uri,
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let index = read_index(&reader, Register::Organization, &uri).await?;
    let status = status(&index.wrong);
    Ok((status, html(&site, &IndexPage { index })?).into_response())
}

/// `/organizations/{id}` and `/organizations/{id}.json`
///
/// # Errors
/// When there is no such organization, or the database or the index cannot be read.
pub async fn page(
    asked: Format,
    Path(name): Path<String>,
    State(archive): State<Archive>,
) -> Result<Response, Error> {
    let (id, format) = id_and_format(&name, asked)?;
    let id = OrganizationId::parse(id).map_err(|_| Error::NotFound)?;
    let Some(organization) = find_organization(&archive.reader, &id).await? else {
        return Err(absent(&archive.reader, &id).await);
    };
    let appearances = list_organization_events(&archive.reader, &id, MOST).await?;
    let history = History::read(&archive.reader, appearances).await?;
    if format == Format::Json {
        return history.json(&organization, &url::organization(&id), &archive.site);
    }
    let page = Page::read(&archive, &organization, &history).await?;
    html(&archive.site, &page)
}

/// Why there is no organization with this id.
pub async fn absent(reader: &Reader, id: &OrganizationId) -> Error {
    let address = |to: &str| {
        OrganizationId::parse(to)
            .ok()
            .map(|to| url::organization(&to))
    };
    absence(reader, "organization", id.as_str(), address).await
}

/// The names of an organization in both scripts.
#[must_use]
pub fn name(organization: &Organization) -> Name {
    Name {
        arabic: organization.name.clone(),
        latin: organization.latin.clone(),
    }
}

/// The body it is a branch of, with its address.
async fn parent(
    reader: &Reader,
    organization: &Organization,
) -> Result<Option<(String, Name)>, Error> {
    let Some(id) = &organization.parent else {
        return Ok(None);
    };
    let parent = find_organization(reader, id).await?;
    Ok(parent.map(|parent| (url::organization(id), name(&parent))))
}
