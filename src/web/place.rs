//! Places: the index, and the page of each with the events held there.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::{IntoResponse, Response};

use crate::model::id::PlaceId;
use crate::model::name::{Bearer, Name, Register};
use crate::model::place::Place;
use crate::model::vocabulary::PlaceRole;
use crate::store::companion::list_of_country;
use crate::store::open::Reader;
use crate::store::place::{find_place, list_place_events};
use crate::web::absence::absence;
use crate::web::authority::history::{History, MOST};
use crate::web::authority::index::{Index, index as read_index};
use crate::web::authority::portrait::{Circle, Portrait};
use crate::web::error::Error;
use crate::web::locale::text;
use crate::web::parameter::status;
use crate::web::respond::{Format, html, id_and_format};
use crate::web::site::Site;
use crate::web::state::Archive;
use crate::web::{label, url};

/// So many other places of the country are named at most.
const MOST_NEIGHBOURS: u32 = 24;

/// What the template may see.
#[derive(Template)]
#[template(path = "place/index.html")]
struct IndexPage {
    index: Index,
}

/// What the template may see.
#[derive(Template)]
#[template(path = "place/page.html")]
struct Page<'a> {
    place: &'a Place,
    name: Name,
    within: Option<(String, Name)>,
    portrait: Portrait,
}

impl<'a> Page<'a> {
    async fn read(
        archive: &Archive,
        place: &'a Place,
        history: &'a History<PlaceRole>,
    ) -> Result<Self, Error> {
        let bearer = Bearer::Place(place.id.clone());
        let words = |role: PlaceRole| (role.as_str(), label::events_of_place(role));
        let mut portrait = Portrait::of(archive, &bearer, history, words).await?;
        let beside = [(
            Register::Organization,
            "organizations",
            text("authority-organizations"),
        )];
        portrait.beside(archive, &bearer, &beside).await?;
        if let Some(code) = place.country {
            let most = MOST_NEIGHBOURS + 1;
            let mut others = list_of_country(&archive.reader, code, Register::Place, most).await?;
            others.retain(|other| other.bearer != bearer);
            portrait.add(Circle::new("places", text("place-neighbours"), &others));
        }
        Ok(Self {
            place,
            name: name(place),
            within: within(&archive.reader, place).await?,
            portrait,
        })
    }
}

/// `/places`
///
/// # Errors
/// When the database cannot be read.
pub async fn index(
    uri: Uri,
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let index = read_index(&reader, Register::Place, &uri).await?;
    let status = status(&index.wrong);
    Ok((status, html(&site, &IndexPage { index })?).into_response())
}

/// `/places/{id}` and `/places/{id}.json`
///
/// # Errors
/// When there is no such place, or the database or the index cannot be read.
pub async fn page(
    asked: Format,
    Path(name): Path<String>,
    State(archive): State<Archive>,
) -> Result<Response, Error> {
    let (id, format) = id_and_format(&name, asked)?;
    let id = PlaceId::parse(id).map_err(|_| Error::NotFound)?;
    let Some(place) = find_place(&archive.reader, &id).await? else {
        return Err(absent(&archive.reader, &id).await);
    };
    let appearances = list_place_events(&archive.reader, &id, MOST).await?;
    let history = History::read(&archive.reader, appearances).await?;
    if format == Format::Json {
        return history.json(&place, &url::place(&id), &archive.site);
    }
    let page = Page::read(&archive, &place, &history).await?;
    html(&archive.site, &page)
}

async fn absent(reader: &Reader, id: &PlaceId) -> Error {
    let address = |to: &str| PlaceId::parse(to).ok().map(|to| url::place(&to));
    absence(reader, "place", id.as_str(), address).await
}

fn name(place: &Place) -> Name {
    Name {
        arabic: place.name.clone(),
        latin: place.latin.clone(),
    }
}

/// The place it is part of, with its address.
async fn within(reader: &Reader, place: &Place) -> Result<Option<(String, Name)>, Error> {
    let Some(id) = &place.within else {
        return Ok(None);
    };
    let within = find_place(reader, id).await?;
    Ok(within.map(|within| (url::place(id), name(&within))))
}
