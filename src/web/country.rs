//! Countries: those that play a part in an event, and the page of each.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Serialize;

use crate::model::country::{Country, CountryCode};
use crate::model::organization::Organization;
use crate::store::country::{CountryEntry, list_countries, list_country_events};
use crate::store::open::Reader;
use crate::store::organization::list_organizations_of_country;
use crate::text::collate::sort_key;
use crate::web::authority::{History, MOST, Part};
use crate::web::error::Error;
use crate::web::respond::{Format, html, id_and_format};
use crate::web::site::Site;
use crate::web::{label, url};

/// What the template may see.
#[derive(Template)]
#[template(path = "country/index.html")]
struct Index {
    total: u64,
    entries: Vec<CountryEntry>,
}

/// What the template may see.
#[derive(Template)]
#[template(path = "country/page.html")]
struct Page<'a> {
    country: &'a Country,
    organizations: Vec<Organization>,
    parts: Vec<Part>,
}

/// A country as data.
#[derive(Serialize)]
struct Names {
    code: CountryCode,
    name: &'static str,
    english: &'static str,
    french: &'static str,
}

/// `/countries`
///
/// # Errors
/// When the database cannot be read.
pub async fn index(
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let mut entries = list_countries(&reader).await?;
    entries.sort_by_cached_key(|entry| sort_key(entry.code.country().arabic));
    let total = entries.len() as u64;
    html(&site, &Index { total, entries })
}

/// `/countries/{ISO}` and `/countries/{ISO}.json`; a code in small letters leads to the one in capitals.
///
/// # Errors
/// When ISO 3166-1 does not assign the code, or the database cannot be read.
pub async fn page(
    asked: Format,
    Path(name): Path<String>,
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let (code, format) = id_and_format(&name, asked)?;
    let code = checked(code)?;
    let country = code.country();
    let appearances = list_country_events(&reader, code, MOST).await?;
    let history = History::read(&reader, appearances).await?;
    if format == Format::Json {
        return history.json(&Names::of(country), &url::country(code), &site);
    }
    let page = Page {
        country,
        organizations: list_organizations_of_country(&reader, code).await?,
        parts: history.parts(|role| (role.as_str(), label::events_of_country(role))),
    };
    html(&site, &page)
}

fn checked(text: &str) -> Result<CountryCode, Error> {
    let code = CountryCode::parse(&text.to_ascii_uppercase()).map_err(|_| Error::NotFound)?;
    if code.as_str() == text {
        Ok(code)
    } else {
        Err(Error::Moved(url::country(code)))
    }
}

impl Names {
    const fn of(country: &Country) -> Self {
        Self {
            code: country.code,
            name: country.arabic,
            english: country.english,
            french: country.french,
        }
    }
}
