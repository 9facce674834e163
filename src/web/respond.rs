//! Answers: one value, several faces. Which face a reader gets is told by the address's suffix, or
//! by `Accept`.

use std::any::Any;
use std::convert::Infallible;

use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::web::error::Error;
use crate::web::site::Site;
use crate::web::url;

/// Room for an event page with its source, in bytes, so that it is not moved while it grows.
const USUAL_PAGE: usize = 64 * 1024;

/// A face of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A page.
    Html,
    /// Data.
    Json,
}

impl Format {
    /// The face that a request's headers ask for: JSON only where it is named and HTML is not
    /// named before it.
    #[must_use]
    pub fn of_headers(headers: &HeaderMap) -> Self {
        let accept = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok());
        let Some(accept) = accept else {
            return Self::Html;
        };
        let media = |name| accept.find(name);
        match (media("application/json"), media("text/html")) {
            (Some(json), Some(html)) if json < html => Self::Json,
            (Some(_), None) => Self::Json,
            _ => Self::Html,
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Format {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let path = parts.uri.path();
        let data = path.starts_with("/api/") || path.ends_with(".json") || path == url::SUGGEST;
        Ok(if data {
            Self::Json
        } else {
            Self::of_headers(&parts.headers)
        })
    }
}

/// An id and the format its suffix names: `b7k4t2xq.json` is (`b7k4t2xq`, `json`).
#[must_use]
pub fn split_suffix(name: &str) -> (&str, Option<&str>) {
    match name.split_once('.') {
        Some((id, suffix)) => (id, Some(suffix)),
        None => (name, None),
    }
}

/// The id in a path's last part, and the face its suffix asks for: `.json`, or that of the headers without one.
///
/// # Errors
/// When the suffix names no face.
pub fn id_and_format(name: &str, asked: Format) -> Result<(&str, Format), Error> {
    match split_suffix(name) {
        (id, None) => Ok((id, asked)),
        (id, Some("json")) => Ok((id, Format::Json)),
        (_, Some(_)) => Err(Error::NotFound),
    }
}

/// A page.
///
/// # Errors
/// When the template cannot be rendered.
pub fn html(site: &Site, page: &impl Template) -> Result<Response, Error> {
    let values: [(&str, &dyn Any); 1] = [("site", site)];
    let mut text = String::with_capacity(USUAL_PAGE);
    page.render_into_with_values(&mut text, &values)?;
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    Ok(([(CONTENT_TYPE, kind)], text).into_response())
}

/// Data.
///
/// # Errors
/// When the value cannot be written as JSON.
pub fn json(value: &impl Serialize) -> Result<Response, Error> {
    let text = serde_json::to_vec(value)?;
    let kind = HeaderValue::from_static("application/json");
    Ok(([(CONTENT_TYPE, kind)], text).into_response())
}
