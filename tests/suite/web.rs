//! The site, asked in-process through the very service the binary serves.

mod about;
mod address;
mod alternative;
mod answer;
mod authority;
mod compare;
mod correction;
mod crawl;
mod event;
mod file;
mod filter;
mod language;
mod map;
mod network;
mod poster;
mod reason;
mod related;
mod review;
mod suggest;
mod timeline;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use scraper::{Html, Selector};
use sijill::web::router::Service;

/// An answer as a test sees it.
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body, as sent.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// A header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or("")
    }

    /// Its body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).expect("UTF-8")
    }

    /// Its body as a page.
    pub fn page(&self) -> Html {
        Html::parse_document(self.text())
    }

    /// Its body as data.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).expect("JSON")
    }
}

/// Asks the site.
pub async fn ask(
    service: &Service,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).expect("a request");
    let response = service.answer(request).await;
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.expect("a body");
    Answer {
        status: parts.status,
        headers: parts.headers,
        bytes: bytes.to_vec(),
    }
}

/// Gets a page.
pub async fn get(service: &Service, path: &str) -> Answer {
    ask(service, Method::GET, path, &[]).await
}

/// Gets data.
pub async fn get_json(service: &Service, path: &str) -> serde_json::Value {
    let answer = ask(
        service,
        Method::GET,
        path,
        &[("accept", "application/json")],
    )
    .await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    answer.json()
}

/// The text of every element that a selector finds.
pub fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector)
        .map(|element| element.text().collect::<String>())
        .collect()
}

/// An attribute of every element that a selector finds.
pub fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector)
        .filter_map(|element| element.value().attr(name))
        .map(str::to_owned)
        .collect()
}

/// The names of the documents of a list's events, their first three letters, sorted.
pub async fn names(service: &Service, query: &str) -> Vec<String> {
    let list = get_json(service, &format!("/api/v1/events?limit=100&{query}")).await;
    let items = list["items"].as_array().expect("items").iter();
    let mut names: Vec<String> = items
        .map(|item| {
            item["document"]["name"]
                .as_str()
                .expect("a name")
                .chars()
                .take(3)
                .collect()
        })
        .collect();
    names.sort();
    names
}
