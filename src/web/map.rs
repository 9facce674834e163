//! Where events were held, or whose bodies and persons took part: countries and places as a map and as tables that say
//! the same. It takes the filters of the list of events, and each number is that of the list its mark leads to.

pub mod outline;
pub mod picture;
pub mod region;
pub mod shade;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use crate::model::country::CountryCode;
use crate::model::vocabulary::CountryRole;
use crate::search::facet::Facets;
use crate::search::query::Query;
use crate::store::place::{Venue, list_venues};
use crate::web::error::{Error, WrongParameter};
use crate::web::list::active::{Active, active};
use crate::web::list::finding::{Names, find_names};
use crate::web::list::question::{Asked, read};
use crate::web::map::outline::view;
use crate::web::map::picture::Picture;
use crate::web::map::region::Region;
use crate::web::parameter::{Selection, status};
use crate::web::plural::EVENT;
use crate::web::respond::html;
use crate::web::state::Archive;
use crate::web::{label, locale, seek, url};

/// A link to the same map in another way.
struct Choice {
    words: &'static str,
    address: String,
    is_chosen: bool,
}

/// A country of the picture and of the table.
struct Country {
    address: String,
    name: &'static str,
    events: String,
}

/// A place of the picture and of the table.
struct City {
    address: String,
    name: String,
    country: Option<&'static str>,
    events: String,
}

/// What the template may see.
#[derive(Template)]
#[template(path = "map/page.html")]
struct Page {
    path: String,
    list: String,
    timeline: String,
    network: String,
    wrong: Vec<WrongParameter>,
    active: Vec<Active>,
    total_in_words: String,
    regions: Vec<Choice>,
    roles: Vec<Choice>,
    picture: Option<Picture>,
    countries: Vec<Country>,
    cities: Vec<City>,
    elsewhere: Option<String>,
    unplaced: Option<String>,
}

/// What was counted.
#[derive(Default)]
struct Counted {
    total: u64,
    countries: Vec<(CountryCode, u64)>,
    places: Vec<Venue>,
    unplaced: u64,
    names: Names,
}

impl Page {
    fn new(selection: &Selection, asked: Asked, region: Region, counted: &Counted) -> Self {
        let places = counted
            .places
            .iter()
            .map(|entry| (&entry.place, entry.events));
        let places: Vec<_> = places.collect();
        let picture = view(region).map(|view| Picture::of(view, &counted.countries, &places));
        let picture =
            picture.filter(|picture| !(picture.countries.is_empty() && picture.points.is_empty()));
        let drawn = picture
            .as_ref()
            .map_or(0, |picture| picture.countries.len());
        let elsewhere = (counted.countries.len() - drawn) as u64;
        let role = role(&asked.query);
        let countries = picture.iter().flat_map(|picture| &picture.countries);
        let countries = countries.map(|area| Country {
            address: events_of(selection, area.code, &role),
            name: label::country(area.code),
            events: EVENT.count(area.events),
        });
        let points = picture.iter().flat_map(|picture| &picture.points);
        let cities = points.map(|point| City::of(&counted.places[point.index]));
        Self {
            path: selection.address(),
            list: of_events(selection)
                .only("role", &role)
                .address_at(&url::events()),
            timeline: of_events(selection).address_at(&url::timeline()),
            network: of_events(selection).address_at(&url::network()),
            active: active(selection, &counted.names),
            total_in_words: EVENT.count(counted.total),
            regions: regions(selection, region),
            roles: roles(selection, &role),
            countries: countries.collect(),
            cities: cities.collect(),
            elsewhere: (elsewhere > 0).then(|| locale::count("map-elsewhere", elsewhere)),
            unplaced: (counted.unplaced > 0)
                .then(|| locale::count("map-unplaced", counted.unplaced)),
            wrong: asked.wrong,
            picture,
        }
    }
}

impl Country {
    /// What its mark tells: «بلجيكا: حدث واحد».
    fn words(&self) -> String {
        mark(self.name, &self.events)
    }
}

impl City {
    /// What its mark tells.
    fn words(&self) -> String {
        mark(&self.name, &self.events)
    }

    fn of(entry: &Venue) -> Self {
        Self {
            address: url::place(&entry.place.id),
            name: locale::either(entry.place.latin.as_deref(), &entry.place.name).to_owned(),
            country: entry.place.country.map(label::country),
            events: EVENT.count(entry.events),
        }
    }
}

fn mark(name: &str, counted: &str) -> String {
    locale::fill(
        "map-mark",
        [("name", name.into()), ("counted", counted.into())],
    )
}

/// The filters alone, as other pages take them.
fn of_events(selection: &Selection) -> Selection {
    selection.free_of("region")
}

/// The list of the events that a country's number counts.
fn events_of(selection: &Selection, code: CountryCode, role: &str) -> String {
    let own = of_events(selection).only("country", code.as_str());
    own.only("role", role).address_at(&url::events())
}

fn regions(selection: &Selection, present: Region) -> Vec<Choice> {
    let choice = |region: Region| Choice {
        words: region.words(),
        address: match region {
            Region::World => selection.free_of("region").address(),
            Region::Arab | Region::Maghreb | Region::Europe => {
                selection.only("region", region.as_str()).address()
            }
        },
        is_chosen: region == present,
    };
    Region::ALL.map(choice).into()
}

fn roles(selection: &Selection, present: &str) -> Vec<Choice> {
    let choice = |(role, words): (CountryRole, &'static str)| Choice {
        words,
        address: if role == CountryRole::Venue {
            selection.free_of("role").address()
        } else {
            selection.only("role", role.as_str()).address()
        },
        is_chosen: role.as_str() == present,
    };
    let offered = [
        (CountryRole::Venue, locale::text("map-by-venue")),
        (CountryRole::Participant, locale::text("map-by-participant")),
    ];
    offered.map(choice).into()
}

/// The part by which countries are counted.
fn role(query: &Query) -> String {
    let usual = CountryRole::Venue.as_str();
    query.role.clone().unwrap_or_else(|| usual.to_owned())
}

/// Counts countries by the facet of the list, and places by the database.
async fn count(archive: &Archive, asked: &Query) -> Result<Counted, Error> {
    let mut query = asked.clone();
    query.role = Some(role(asked));
    let answer = seek::events(&archive.index, query.clone()).await?;
    let mut countries = answer.facets.countries;
    // The facet counts what other countries would give too; a map shows those asked for.
    countries.retain(|(code, _)| query.countries.is_empty() || query.countries.contains(code));
    let mut counted = Counted {
        total: answer.total,
        countries,
        names: find_names(archive, &query, &Facets::default()).await?,
        ..Counted::default()
    };
    if query.role.as_deref() == Some(CountryRole::Venue.as_str()) {
        // Of countries asked for, only what was held in them; else also what has a place but no country.
        if query.countries.is_empty() {
            query.role.clone_from(&asked.role);
        }
        let (total, among) = seek::among(&archive.index, query).await?;
        counted.unplaced = total.saturating_sub(answer.total);
        counted.places = list_venues(&archive.reader, &among).await?;
    }
    Ok(counted)
}

/// `/map`
///
/// # Errors
/// When the index or the database cannot be read.
pub async fn page(State(archive): State<Archive>, selection: Selection) -> Result<Response, Error> {
    let selection = selection.from_start().free_of("sort").free_of("focus");
    let mut asked = read(&selection, 0);
    let remedy = locale::text("parameter-region");
    let region = selection.read_one("region", &mut asked.wrong, remedy, Region::parse);
    let mut counted = Counted::default();
    if asked.wrong.is_empty() {
        counted = count(&archive, &asked.query).await?;
    }
    let status = status(&asked.wrong);
    let page = Page::new(&selection, asked, region.unwrap_or_default(), &counted);
    let site = Arc::clone(&archive.site);
    Ok((status, html(&site, &page)?).into_response())
}
