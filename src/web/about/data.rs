//! The archive as data: which forms there are, how to cite them, under which licences they stand, and how they say that
//! something is not certain.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::model::id::{DocumentId, EventId};
use crate::search::query::{Query, Sort};
use crate::store::event::{StoredEvent, list_events};
use crate::web::error::Error;
use crate::web::locale::{self, Language};
use crate::web::respond::html;
use crate::web::state::Archive;
use crate::web::{seek, url};

/// What the template may see. Prose is written whole in each language.
#[derive(Template)]
#[template(path = "about/data/page.html")]
struct Page {
    example: Option<Example>,
}

/// The same in English.
#[derive(Template)]
#[template(path = "about/data/english.html")]
struct EnglishPage {
    example: Option<Example>,
}

/// An event of this archive, by which addresses are shown.
struct Example {
    event: EventId,
    document: DocumentId,
    permalink: String,
    state: String,
}

/// `/about/data`
///
/// # Errors
/// When the index or the database cannot be read.
pub async fn page(State(archive): State<Archive>) -> Result<Response, Error> {
    let query = Query {
        sort: Sort::Oldest,
        limit: 1,
        ..Query::default()
    };
    let answer = seek::events(&archive.index, query).await?;
    let ids: Vec<_> = answer.hits.into_iter().map(|hit| hit.id).collect();
    let events = list_events(&archive.reader, &ids).await?;
    let example = events.first().map(|stored| Example::of(stored, &archive));
    match locale::language() {
        Language::Arabic => html(&archive.site, &Page { example }),
        Language::English => html(&archive.site, &EnglishPage { example }),
    }
}

impl Example {
    fn of(stored: &StoredEvent, archive: &Archive) -> Self {
        let site = &archive.site;
        Self {
            event: stored.id.clone(),
            document: stored.document.id.clone(),
            permalink: site.permalink(&url::event(&stored.id)),
            state: site.permalink(&url::revision(&stored.id, stored.revision)),
        }
    }
}
