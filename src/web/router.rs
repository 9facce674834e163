//! The route table, and the one road of every request: cache, then layers, then handler.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::CONTENT_TYPE;
use axum::http::{Method, Request, Response, StatusCode};
use axum::routing::get;
use bytes::Bytes;
use tower::ServiceExt;

use crate::web::cache::{Encoding, Page, PageCache};
use crate::web::error::Error;
use crate::web::locale::reader::locale_of;
use crate::web::locale::{Digits, Language, Locale, within};
use crate::web::respond::Format;
use crate::web::state::Archive;
use crate::web::{
    about, asset, compare, country, decision, digits, document, event, health, home, layer, list,
    map, network, organization, person, place, poster, revision, suggest, timeline, url,
};

/// Addresses whose answers are not kept: they tell of this very moment, or are given out of memory as it is, one for
/// every few letters that anyone types.
const FRESH: &[&str] = &[url::HEALTH, url::READINESS, url::SUGGEST];

/// The whole site: a request in, an answer out.
#[derive(Debug, Clone)]
pub struct Service {
    router: Router,
    pages: PageCache,
}

/// Every address and its handler.
fn routes() -> Router<Archive> {
    Router::new()
        .route(url::HOME, get(home::page))
        .route(url::EVENTS, get(list::page))
        .route(url::API_EVENTS, get(list::data::list))
        .route("/events/{id}", get(event::page))
        .route("/events/{id}/revisions", get(revision::list))
        .route("/events/{id}/revisions/{number}", get(revision::page))
        .route("/api/v1/events/{id}", get(event::page))
        .route("/documents/{id}", get(document::page))
        .route(url::COUNTRIES, get(country::index))
        .route("/countries/{code}", get(country::page))
        .route(url::ORGANIZATIONS, get(organization::index))
        .route("/organizations/{id}", get(organization::page))
        .route(url::PEOPLE, get(person::index))
        .route("/people/{id}", get(person::page))
        .route(url::PLACES, get(place::index))
        .route("/places/{id}", get(place::page))
        .route(url::DECISIONS, get(decision::list))
        .route(url::TIMELINE, get(timeline::page))
        .route(url::MAP, get(map::page))
        .route(url::NETWORK, get(network::page))
        .route(url::NETWORK_PAIRS, get(network::pairs::page))
        .route(url::COMPARE, get(compare::page))
        .route(url::SUGGEST, get(suggest::list))
        .route(url::ABOUT, get(about::page))
        .route(url::about::ACCESSIBILITY, get(about::accessibility::page))
        .route(url::about::DATA, get(about::data::page))
        .route(url::about::CORRECTIONS, get(about::correction::page))
        .route(url::about::COMPONENTS, get(about::component::page))
        .route(url::poster::GENERAL, get(poster::general))
        .route("/static/{*path}", get(asset::file))
        .route(url::DIGITS, get(digits::choose))
        .route(url::HEALTH, get(health::alive))
        .route(url::READINESS, get(health::ready))
        .fallback(elsewhere)
}

/// An address without a page. One with a slash at its end leads to the one without.
async fn elsewhere(uri: axum::http::Uri) -> Error {
    match uri.path().strip_suffix('/') {
        Some(path) if !path.is_empty() && !path.starts_with("//") => {
            let query = uri.query().map(|query| format!("?{query}"));
            Error::Moved(url::local(&format!("{path}{}", query.unwrap_or_default())))
        }
        _ => Error::NotFound,
    }
}

impl Service {
    /// The site over an archive, with a cache for its pages.
    #[must_use]
    pub fn new(archive: Archive, pages: PageCache) -> Self {
        let site = Arc::clone(&archive.site);
        let router = layer::around(routes(), site).with_state(archive);
        Self { router, pages }
    }

    /// Answers a request, from memory where the page is at hand.
    pub async fn answer(&self, request: Request<Body>) -> Response<Body> {
        let head = request.method() == Method::HEAD;
        let is_read = head || request.method() == Method::GET;
        let (mut parts, body) = request.into_parts();
        let locale = locale_of(&mut parts);
        if !is_read || FRESH.contains(&parts.uri.path()) {
            return within(locale, self.route(Request::from_parts(parts, body))).await;
        }
        let key = key(&parts, &locale);
        let encoding = Encoding::of_headers(&parts.headers);
        let page = match self.pages.find(&key) {
            Some(page) => page,
            None => match self.render(&parts, locale).await {
                Ok(page) => {
                    self.pages.keep(key, &page);
                    page
                }
                Err(response) => return response,
            },
        };
        let encoding = self.prepare(&page, encoding).await;
        let (status, headers, bytes) = page.answer(&parts.headers, encoding);
        let length = bytes.len();
        let body = if head {
            Body::empty()
        } else {
            Body::from(bytes)
        };
        let mut response = Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        if head && status == StatusCode::OK {
            response
                .headers_mut()
                .insert("content-length", length.into());
        }
        response
    }

    /// Renders a page for the cache; what is no page (an error, a redirect) is the `Err`.
    async fn render(
        &self,
        parts: &axum::http::request::Parts,
        locale: Locale,
    ) -> Result<Arc<Page>, Response<Body>> {
        let now = self.pages.now();
        let digits = locale.digits;
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = parts.uri.clone();
        *request.headers_mut() = parts.headers.clone();
        let response = within(locale, self.route(request)).await;
        let (parts, body) = response.into_parts();
        if parts.status != StatusCode::OK {
            return Err(Response::from_parts(parts, body));
        }
        let kind = parts.headers.get(CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or("");
        let compressible = !(kind.starts_with("font/") || kind == "image/png");
        match to_bytes(body, usize::MAX).await {
            Ok(bytes) => {
                let bytes = match digits {
                    Digits::ArabicIndic if kind.starts_with("text/html") => {
                        digits::rewritten(bytes)
                    }
                    _ => bytes,
                };
                // A page is rendered into more room than it takes; only what it takes is kept.
                let bytes = match self.pages.keeps() {
                    true => Bytes::copy_from_slice(&bytes),
                    false => bytes,
                };
                Ok(Arc::new(Page::new(now, parts.headers, bytes, compressible)))
            }
            Err(error) => {
                let error = Error::Internal(error.to_string());
                Err(axum::response::IntoResponse::into_response(error))
            }
        }
    }

    /// Compresses a kept page off the async threads, once; a page that is not kept is sent as it is.
    async fn prepare(&self, page: &Arc<Page>, encoding: Encoding) -> Encoding {
        if page.has(encoding) {
            return encoding;
        }
        if !self.pages.keeps() {
            return Encoding::Identity;
        }
        let compressing = Arc::clone(page);
        let done = tokio::task::spawn_blocking(move || compressing.compress(encoding)).await;
        done.map_or(Encoding::Identity, |()| encoding)
    }

    async fn route(&self, request: Request<Body>) -> Response<Body> {
        match self.router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        }
    }
}

/// A page is told by its address, its face, its language and its digits. Where a page reads no parameters, those that
/// others hang on its address (`?utm_source=…`) make no other page.
fn key(parts: &axum::http::request::Parts, locale: &Locale) -> String {
    let face = match Format::of_headers(&parts.headers) {
        Format::Html => 'h',
        Format::Json => 'j',
    };
    let spoken = match (locale.language, locale.digits) {
        (Language::Arabic, Digits::Western) => 'w',
        (Language::Arabic, Digits::ArabicIndic) => 'i',
        (Language::English, _) => 'e',
    };
    let mut key = String::with_capacity(locale.address.len() + 2);
    key.push(face);
    key.push(spoken);
    key.push_str(&locale.address);
    key
}
