//! The cards that a link brings with it where it is shared: 1200 by 630 pixels, drawn by the server, in the language of
//! the page. That of an event says what its page says first, and whether anyone has checked it; other pages share one.

pub mod canvas;

pub mod draw;

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

use crate::store::event::StoredEvent;
use crate::web::card::Card;
use crate::web::error::Error;
use crate::web::latin::LatinNames;
use crate::web::locale::{self, Language, text};
use crate::web::poster::draw::draw;
use crate::web::site::Site;
use crate::web::{label, url};

/// Width of a card in pixels, and its height.
pub const WIDTH: u16 = 1200;
/// Height of a card in pixels.
pub const HEIGHT: u16 = 630;

/// What parts of a line are held apart by.
const APART: &str = " · ";

/// What a card says, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poster {
    /// The language of its labels.
    pub language: Language,
    /// The archive's name.
    pub name: &'static str,
    /// Kind, status where it is worth a word, and review of an event; empty on the general card.
    pub kind: String,
    /// The title, in large.
    pub title: String,
    /// Date and place, a line each; or what the archive is.
    pub lines: Vec<String>,
    /// The address that is cited.
    pub link: String,
}

impl Poster {
    /// The card of an event as it is now.
    #[must_use]
    pub fn of(stored: &StoredEvent, latin: &LatinNames, site: &Site) -> Self {
        let card = Card::of(stored, latin);
        let review = label::review(stored.event.review);
        let status = card.status.map(|(_, words)| words);
        let kind = [Some(card.kind), status, Some(review)];
        let kind: Vec<&str> = kind.into_iter().flatten().collect();
        let (kind, lines) = match stored.event.is_event {
            true => (
                kind.join(APART),
                vec![dates(&card), card.places.join(text("comma"))],
            ),
            false => (review.to_owned(), vec![text("event-no-event").to_owned()]),
        };
        Self {
            language: locale::language(),
            name: text("site-name"),
            kind,
            title: stored.event.title.clone(),
            lines: lines.into_iter().filter(|line| !line.is_empty()).collect(),
            link: site.permalink(&url::event(&stored.id)),
        }
    }

    /// The card of every other page.
    #[must_use]
    pub fn general(site: &Site) -> Self {
        Self {
            language: locale::language(),
            name: text("site-name"),
            kind: String::new(),
            title: text("home-heading").to_owned(),
            lines: vec![text("site-description").to_owned()],
            link: site.permalink(url::HOME),
        }
    }

    /// What the card says, for those who do not see it.
    #[must_use]
    pub fn words(&self) -> String {
        let head = [self.name, &self.kind, &self.title].into_iter();
        let parts = head.chain(self.lines.iter().map(String::as_str));
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        parts.join(APART)
    }

    /// The card as an answer; it is drawn off the threads that wait for readers.
    ///
    /// # Errors
    /// When it cannot be drawn.
    pub async fn answer(self) -> Result<Response, Error> {
        let drawn = tokio::task::spawn_blocking(move || draw(&self)).await;
        let drawn = drawn.map_err(|error| Error::Internal(format!("a card: {error}")))?;
        let file = drawn.map_err(|error| Error::Internal(format!("a card: {error}")))?;
        let kind = HeaderValue::from_static("image/png");
        Ok(([(CONTENT_TYPE, kind)], file).into_response())
    }
}

/// The dates of an event as its card in a list says them.
fn dates(card: &Card) -> String {
    let dates = card.dates.iter().map(|when| match when.is_inferred {
        true => format!("{} ({})", when.words, text("card-inferred")),
        false => when.words.clone(),
    });
    let dates: Vec<String> = dates.collect();
    match dates.is_empty() {
        true => text("card-undated").to_owned(),
        false => dates.join(text("comma")),
    }
}

/// `/card.png`
///
/// # Errors
/// When it cannot be drawn.
pub async fn general(State(site): State<Arc<Site>>) -> Result<Response, Error> {
    Poster::general(&site).answer().await
}
