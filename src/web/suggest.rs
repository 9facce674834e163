//! Completions of names, for whoever types into a search. They are given out of a table in memory that is made anew
//! when the archive has changed; until the new one is ready, the old one answers.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::{RawQuery, State};
use axum::response::Response;
use serde::Serialize;
use tokio::sync::watch;

use crate::model::change::ChangeNumber;
use crate::model::name::Register;
use crate::search::suggest::{Suggestion, Suggestions};
use crate::store::change::last_change;
use crate::store::name::list_names;
use crate::store::open::Reader;
use crate::web::error::{Error, WrongParameter};
use crate::web::locale::{count, fill, text};
use crate::web::respond::json;
use crate::web::site::Site;
use crate::web::url;

/// So many completions are given unless the request says otherwise, and at most.
const USUAL: usize = 10;
const MOST: usize = 20;

/// How often the log is looked at.
const INTERVAL: Duration = Duration::from_millis(300);
/// After the table was made, so many times as long goes by before it is made again, so that a long import does not
/// spend its time on completions.
const REST: u32 = 9;

/// The completions that answer now; none before the first are ready.
#[derive(Debug, Clone, Default)]
pub struct Completions {
    now: watch::Sender<Option<Arc<Suggestions>>>,
}

impl Completions {
    /// Reads all names anew.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn renew(&self, reader: &Reader) -> Result<(), Error> {
        let names = list_names(reader).await?;
        let made = tokio::task::spawn_blocking(move || Suggestions::of(names)).await;
        let made = made.map_err(|error| Error::Internal(error.to_string()))?;
        self.now.send_replace(Some(Arc::new(made)));
        Ok(())
    }

    /// Follows the change log for as long as the site is served.
    pub async fn follow(self, reader: Reader) {
        let mut held: Option<ChangeNumber> = None;
        loop {
            let begun = Instant::now();
            match self.catch_up(&reader, held).await {
                Ok(last) => held = Some(last),
                Err(error) => {
                    tracing::error!(%error, "the completions could not follow the change log");
                }
            }
            tokio::time::sleep(INTERVAL.max(begun.elapsed() * REST)).await;
        }
    }

    async fn catch_up(
        &self,
        reader: &Reader,
        held: Option<ChangeNumber>,
    ) -> Result<ChangeNumber, Error> {
        let last = last_change(reader).await?;
        if held != Some(last) {
            self.renew(reader).await?;
        }
        Ok(last)
    }

    /// The table that answers now, once there is one.
    async fn current(&self) -> Result<Arc<Suggestions>, Error> {
        let mut now = self.now.subscribe();
        let current = now.wait_for(Option::is_some).await;
        let current = current.map_err(|error| Error::Internal(error.to_string()))?;
        Ok(current.clone().unwrap_or_default())
    }
}

/// Completions as data.
#[derive(Serialize)]
struct Face<'a> {
    /// How many there are, in words.
    told: String,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    kind: &'static str,
    /// The kind as pages say it.
    label: &'static str,
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    matched: Option<&'a str>,
    url: String,
    events: u64,
}

impl<'a> Item<'a> {
    fn of(suggestion: Suggestion<'a>, site: &Site) -> Self {
        let named = suggestion.named;
        let register = named.bearer.register();
        let label = match register {
            Register::Organization => text("list-side-organization"),
            Register::Country => text("country-index-country"),
            Register::Person => text("list-side-person"),
            Register::Place => text("list-side-place"),
        };
        Self {
            kind: register.as_str(),
            label,
            id: named.bearer.id(),
            name: &named.name.arabic,
            matched: suggestion.matched,
            url: site.absolute(&url::bearer(&named.bearer)),
            events: named.events,
        }
    }
}

/// `/suggest?q=`
///
/// # Errors
/// When `q` is missing or `limit` is no number up to 20.
pub async fn list(
    RawQuery(query): RawQuery,
    State(completions): State<Completions>,
    State(site): State<Arc<Site>>,
) -> Result<Response, Error> {
    let (typed, limit) = read(query.as_deref().unwrap_or(""))?;
    let suggestions = completions.current().await?;
    let found = suggestions.find(&typed, limit).into_iter();
    let items: Vec<Item<'_>> = found
        .map(|suggestion| Item::of(suggestion, &site))
        .collect();
    json(&Face {
        told: count("completion-count", items.len() as u64),
        items,
    })
}

/// What was typed, and how many completions are wanted.
fn read(query: &str) -> Result<(String, usize), Error> {
    let (mut typed, mut limit, mut wrong) = (None, USUAL, Vec::new());
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "q" => typed = typed.or(Some(value.into_owned())),
            "limit" => match value
                .parse()
                .ok()
                .filter(|limit| (1..=MOST).contains(limit))
            {
                Some(number) => limit = number,
                None => wrong.push(WrongParameter {
                    parameter: "limit",
                    value: value.into_owned(),
                    remedy: fill("parameter-most", [("most", MOST.to_string().into())]),
                }),
            },
            _ => {}
        }
    }
    if typed.is_none() {
        wrong.push(WrongParameter {
            parameter: "q",
            value: String::new(),
            remedy: text("parameter-letters").to_owned(),
        });
    }
    match typed {
        Some(typed) if wrong.is_empty() => Ok((typed, limit)),
        _ => Err(Error::Parameters(wrong)),
    }
}
