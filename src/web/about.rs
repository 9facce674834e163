//! The page about the archive: what it is, how facts are made, how to search and to cite.

pub mod accessibility;

pub mod component;

pub mod correction;

pub mod data;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::search::Index;
use crate::search::decision::DecisionQuery;
use crate::web::error::Error;
use crate::web::locale::{self, Language};
use crate::web::respond::html;
use crate::web::site::Site;
use crate::web::{seek, url};

/// What the template may see. Prose is written whole in each language.
#[derive(Template)]
#[template(path = "about/page.html")]
struct Page {
    /// The address of a decision of this archive, if it has one.
    example: Option<String>,
}

/// The same in English.
#[derive(Template)]
#[template(path = "about/english.html")]
struct EnglishPage {
    example: Option<String>,
}

/// `/about`
///
/// # Errors
/// When the index cannot be read.
pub async fn page(
    State(index): State<Index>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let decisions = DecisionQuery {
        limit: 1,
        ..DecisionQuery::default()
    };
    let decisions = seek::decisions(&index, decisions).await?;
    let example = decisions.hits.first();
    let example = example.map(|(event, number)| site.permalink(&url::decision(event, *number)));
    match locale::language() {
        Language::Arabic => html(&site, &Page { example }),
        Language::English => html(&site, &EnglishPage { example }),
    }
}
