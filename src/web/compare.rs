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
    label: &'static str,
    fields: Vec<Field>,
}

/// A field of a form.
struct Field {
    value: String,
    is_wrong: bool,
}

/// `/compare`
///
/// # Errors
/// When a record was merged into another, whose comparison is elsewhere, or the database cannot be read.
pub async fn page(uri: Uri, State(archive): State<Archive>) -> Result<Response, Error> {
    let mut asked = Asked::read(&uri);
    asked.resolve(&archive.reader).await?;
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
        let form = |parameter, heading, label, given: &[String]| Form {
            parameter,
            heading,
            label,
            fields: fields(given, &asked.wrong),
        };
        Self {
            address,
            forms: [
                form(
                    asked::EVENTS,
                    text("compare-events"),
                    text("compare-id"),
                    &asked.events,
                ),
                form(
                    asked::ORGANIZATIONS,
                    text("compare-organizations"),
                    text("compare-id-or-name"),
                    &asked.organizations,
                ),
            ],
            wrong: asked.wrong,
            table,
        }
    }
}

/// What was given, and empty fields up to the most that can be compared.
fn fields(given: &[String], wrong: &[WrongParameter]) -> Vec<Field> {
    let field = |value: &String| Field {
        value: value.clone(),
        is_wrong: wrong.iter().any(|wrong| wrong.value == *value),
    };
    let empty = || Field {
        value: String::new(),
        is_wrong: false,
    };
    let mut fields: Vec<Field> = given.iter().map(field).collect();
    fields.resize_with(given.len().max(asked::MOST), empty);
    fields
}
