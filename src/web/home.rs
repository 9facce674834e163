//! The first page: what this is, a way to search, the newest and the oldest events.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::store::event::{Extent, count_archive};
use crate::store::open::Reader;
use crate::web::error::Error;
use crate::web::respond::html;
use crate::web::site::Site;

/// What the template may see.
#[derive(Template)]
#[template(path = "home/page.html")]
struct Page {
    cards: Vec<crate::web::card::Card>,
    extent: Extent,
}

/// `/`
///
/// # Errors
/// When the database cannot be read.
pub async fn page(
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let extent = count_archive(&reader).await?;
    html(&site, &Page { extent, cards: vec![] })
}
