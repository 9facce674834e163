//! Who can use the site: what is tested at every change, what is known to be wanting, and how to say that something is
//! not usable. What it claims is what `tests/browser` and the test of the palette hold.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::web::error::Error;
use crate::web::locale::{self, Language};
use crate::web::respond::html;
use crate::web::site::Site;

/// What the template may see. Prose is written whole in each language.
#[derive(Template)]
#[template(path = "about/accessibility/page.html")]
struct Page {
    to: Option<String>,
}

/// The same in English.
#[derive(Template)]
#[template(path = "about/accessibility/english.html")]
struct EnglishPage {
    to: Option<String>,
}

/// `/about/accessibility`
///
/// # Errors
/// When the page cannot be rendered.
pub async fn page(State(site): State<Arc<Site>>) -> Result<Response, Error> {
    let to = site.corrections().map(ToString::to_string);
    match locale::language() {
        Language::Arabic => html(&site, &Page { to }),
        Language::English => html(&site, &EnglishPage { to }),
    }
}
