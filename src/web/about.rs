//! The page about the archive: what it is, how facts are made, how to search and to cite.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::web::error::Error;
use crate::web::respond::html;
use crate::web::site::Site;

/// What the template may see.
#[derive(Template)]
#[template(path = "about/page.html")]
struct Page {
    example: String,
}

/// `/about`
///
/// # Errors
/// When the page cannot be rendered.
pub async fn page(State(site): State<Arc<Site>>) -> Result<Response, Error> {
    let example = site.absolute("/events/9znnjxnq#decision-2");
    html(&site, &Page { example })
}
