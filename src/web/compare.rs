//! Two to four events, or two to four organizations, beside each other: what they share, and what is each one's own.
//! Without anything to compare it is a form that explains itself.

pub mod asked;

pub mod event;

pub mod organization;

pub mod table;

use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse, Response};

use crate::web::compare::asked::{Asked, Question};
use crate::web::compare::table::Table;
use crate::web::error::{Error, WrongParameter};
use crate::web::locale::text;
use crate::web::parameter::status;
use crate::web::respond::html;
use crate::web::state::Archive;
use crate::web::url;

/// What the template may see.
#[derive(Template)]
#[template(path = "compare/page.html")]
struct Page {
    address: String,
    wrong: Vec<WrongParameter>,
    forms: [Form; 2],
    table: Option<Table>,
}

/// A form for the ids of one noun.
struct Form {
    parameter: &'static str,
    heading: &'static str,
    fields: Vec<String>,
}

/// `/compare`
///
/// # Errors
/// When a record was merged into another, whose comparison is elsewhere, or the database cannot be read.
pub async fn page(uri: Uri, State(archive): State<Archive>) -> Result<Response, Error> {
    let mut asked = Asked::read(&uri);
    let table = match asked.question() {
        None => None,
        Some(Question::Events(ids)) => event::compare(&archive, &mut asked, &ids).await?,
        Some(Question::Organizations(ids)) => {
            organization::compare(&archive, &mut asked, &ids).await?
        }
    };
    let status = status(&asked.wrong);
    let page = Page::new(asked, table);
    Ok((status, html(&archive.site, &page)?).into_response())
}

impl Page {
    fn new(asked: Asked, table: Option<Table>) -> Self {
        let address = match table {
            Some(_) => asked.address(),
            None => url::compare(),
        };
        let form = |parameter, heading, given: Vec<String>| Form {
            parameter,
            heading,
            fields: fields(given),
        };
        Self {
            address,
            wrong: asked.wrong,
            forms: [
                form(asked::EVENTS, text("compare-events"), asked.events),
                form(
                    asked::ORGANIZATIONS,
                    text("compare-organizations"),
                    asked.organizations,
                ),
            ],
            table,
        }
    }
}

/// What was given, and empty fields up to the most that can be compared.
fn fields(mut given: Vec<String>) -> Vec<String> {
    given.resize(given.len().max(asked::MOST), String::new());
    given
}
