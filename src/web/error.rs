//! What can go wrong with a request, with one status each, shown as a page or as JSON in one
//! place. An error says what a reader can do and nothing of the inside.

use std::sync::Arc;

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use thiserror::Error;

use crate::search::SearchError;
use crate::store::StoreError;
use crate::web::locale::text;
use crate::web::respond::{Format, html, json};
use crate::web::site::Site;

/// A parameter that cannot be used as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WrongParameter {
    /// Its name in the address.
    pub parameter: &'static str,
    /// The value given.
    pub value: String,
    /// What it should be, in the language of the page.
    pub remedy: String,
}

/// Why a request has no ordinary answer.
#[derive(Debug, Error)]
pub enum Error {
    /// There is nothing here.
    #[error("not found")]
    NotFound,
    /// There was, and it was withdrawn.
    #[error("withdrawn")]
    Withdrawn {
        /// Why.
        reason: String,
        /// When.
        at: String,
    },
    /// It is somewhere else, for good.
    #[error("moved to {0}")]
    Moved(String),
    /// Parameters that cannot be used.
    #[error("wrong parameters")]
    Parameters(Vec<WrongParameter>),
    /// Only reading is possible here.
    #[error("method not allowed")]
    Method,
    /// The address is too long.
    #[error("address too long")]
    TooLong,
    /// The answer took too long.
    #[error("timed out")]
    Timeout,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The index failed.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// A page could not be rendered.
    #[error(transparent)]
    Page(#[from] askama::Error),
    /// Data could not be written.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// A handler panicked or a task was lost.
    #[error("{0}")]
    Internal(String),
}

impl Error {
    /// The one status of each error.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Withdrawn { .. } => StatusCode::GONE,
            Self::Moved(_) => StatusCode::PERMANENT_REDIRECT,
            Self::Parameters(_) => StatusCode::BAD_REQUEST,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLong => StatusCode::URI_TOO_LONG,
            Self::Timeout => StatusCode::SERVICE_UNAVAILABLE,
            Self::Store(_)
            | Self::Search(_)
            | Self::Page(_)
            | Self::Json(_)
            | Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What a reader is told, in the language of the page.
    fn heading(&self) -> &'static str {
        match self {
            Self::NotFound => text("error-not-found"),
            Self::Withdrawn { .. } => text("error-withdrawn"),
            Self::Moved(_) => text("error-moved"),
            Self::Parameters(_) => text("error-wrong-value"),
            Self::Method => text("error-read-only"),
            Self::TooLong => text("error-too-long"),
            Self::Timeout => text("error-timeout"),
            Self::Store(_)
            | Self::Search(_)
            | Self::Page(_)
            | Self::Json(_)
            | Self::Internal(_) => text("error-internal"),
        }
    }
}

#[derive(Template)]
#[template(path = "error/page.html")]
struct ErrorPage<'a> {
    status: u16,
    heading: &'a str,
    withdrawn: Option<(&'a str, &'a str)>,
    wrong: &'a [WrongParameter],
    moved: Option<&'a str>,
}

#[derive(Serialize)]
struct ErrorFace<'a> {
    status: u16,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    parameters: &'a [WrongParameter],
}

impl IntoResponse for Error {
    /// The status alone; [`render`] gives it its face once the request's headers are known.
    fn into_response(self) -> Response {
        let status = self.status();
        if status.is_server_error() {
            tracing::error!(error = %self, "a request failed");
        }
        let mut response = status.into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// Gives an error its page or its JSON.
#[must_use]
pub fn render(site: &Site, format: Format, error: &Error) -> Response {
    let mut response =
        face(site, format, error).unwrap_or_else(|_| error.heading().to_owned().into_response());
    *response.status_mut() = error.status();
    headers(error, response.headers_mut());
    response
}

fn face(site: &Site, format: Format, error: &Error) -> Result<Response, Error> {
    let status = error.status().as_u16();
    let withdrawn = match error {
        Error::Withdrawn { reason, at } => Some((reason.as_str(), at.as_str())),
        _ => None,
    };
    let wrong: &[WrongParameter] = match error {
        Error::Parameters(wrong) => wrong,
        _ => &[],
    };
    let moved = match error {
        Error::Moved(to) => Some(to.as_str()),
        _ => None,
    };
    match format {
        Format::Html => html(
            site,
            &ErrorPage {
                status,
                heading: error.heading(),
                withdrawn,
                wrong,
                moved,
            },
        ),
        Format::Json => json(&ErrorFace {
            status,
            title: error.heading(),
            reason: withdrawn.map(|(reason, _)| reason),
            at: withdrawn.map(|(_, at)| at),
            parameters: wrong,
        }),
    }
}

fn headers(error: &Error, headers: &mut HeaderMap) {
    if let Error::Moved(to) = error
        && let Ok(to) = HeaderValue::from_str(to)
    {
        headers.insert(LOCATION, to);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
}
