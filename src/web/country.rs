//! Countries: those that play a part in an event, and the page of each.

use std::cmp::Reverse;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::model::country::{Country, CountryCode};
use crate::model::name::{Bearer, Named, Register};
use crate::model::vocabulary::CountryRole;
use crate::store::companion::list_of_country;
use crate::store::country::{CountryEntry, list_countries, list_country_events};
use crate::store::open::Reader;
use crate::text::collate::{compared_words, sort_key};
use crate::web::authority::history::{History, MOST};
use crate::web::authority::index::answers;
use crate::web::authority::portrait::{Circle, Portrait};
use crate::web::error::Error;
use crate::web::locale::text;
use crate::web::parameter::Selection;
use crate::web::plural::COUNTRY;
use crate::web::respond::{Format, html, id_and_format};
use crate::web::site::Site;
use crate::web::state::Archive;
use crate::web::{label, url};

/// So many organizations and places of a country are named at most.
const MOST_OF_COUNTRY: u32 = 24;

/// What the template may see.
#[derive(Template)]
#[template(path = "country/index.html")]
struct Index {
    address: String,
    text: String,
    total: u64,
    found: String,
    entries: Vec<CountryEntry>,
}

/// What the template may see.
#[derive(Template)]
#[template(path = "country/page.html")]
struct Page<'a> {
    country: &'a Country,
    portrait: Portrait,
}

/// A country as data.
#[derive(Serialize)]
struct Names {
    code: CountryCode,
    name: &'static str,
    english: &'static str,
    french: &'static str,
}

impl<'a> Page<'a> {
    async fn read(
        archive: &Archive,
        country: &'a Country,
        history: &'a History<CountryRole>,
    ) -> Result<Self, Error> {
        let reader = &archive.reader;
        let bearer = Bearer::Country(country.code);
        let words = |role: CountryRole| (role.as_str(), label::events_of_country(role));
        let mut portrait = Portrait::of(archive, &bearer, history, words).await?;
        let beside = [
            (Register::Country, "countries", text("country-neighbours")),
            (
                Register::Organization,
                "beside",
                text("authority-organizations"),
            ),
        ];
        portrait.beside(archive, &bearer, &beside).await?;
        for (register, term, heading) in [
            (
                Register::Organization,
                "organizations",
                text("country-organizations"),
            ),
            (Register::Place, "places", text("country-places")),
        ] {
            let own = list_of_country(reader, country.code, register, MOST_OF_COUNTRY).await?;
            portrait.add(Circle::new(term, heading, &own));
        }
        Ok(Self { country, portrait })
    }
}

/// `/countries`
///
/// # Errors
/// When the database cannot be read.
pub async fn index(
    uri: Uri,
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let query = uri.query().unwrap_or_default();
    let selection = Selection::read_only(&["q"], uri.path(), query);
    let mut entries = list_countries(&reader).await?;
    let total = entries.len() as u64;
    entries.retain(|entry| is_sought(entry.code, selection.value("q")));
    entries.sort_by_cached_key(|entry| (sort_key(label::country(entry.code)), Reverse(entry.code)));
    let page = Index {
        address: selection.address(),
        text: selection.value("q").to_owned(),
        total,
        found: COUNTRY.count(entries.len() as u64),
        entries,
    };
    Ok(html(&site, &page)?.into_response())
}

/// Whether a country has a name that answers to what is sought, or its code; all of them do where nothing is.
fn is_sought(code: CountryCode, sought: &str) -> bool {
    let words: Vec<String> = compared_words(sought).collect();
    let named = Named::of_country(code.country(), 0);
    sought.is_empty() || code.as_str().eq_ignore_ascii_case(sought) || answers(&named, &words)
}

/// `/countries/{ISO}` and `/countries/{ISO}.json`; a code in small letters leads to the one in capitals.
///
/// # Errors
/// When ISO 3166-1 does not assign the code, or the database or the index cannot be read.
pub async fn page(
    asked: Format,
    Path(name): Path<String>,
    State(archive): State<Archive>,
) -> Result<Response, Error> {
    let (code, format) = id_and_format(&name, asked)?;
    let code = checked(code)?;
    let country = code.country();
    let appearances = list_country_events(&archive.reader, code, MOST).await?;
    let history = History::read(&archive.reader, appearances).await?;
    if format == Format::Json {
        return history.json(&Names::of(country), &url::country(code), &archive.site);
    }
    let page = Page::read(&archive, country, &history).await?;
    html(&archive.site, &page)
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
