//! What every answer owes: validators, encodings, headers, limits, and no page older than a change.

use std::io::Read;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode};
use axum::routing::get as get_route;
use sijill::web::layer::around;
use sijill::web::site::Site;
use tower::ServiceExt;

use super::{ask, get, get_json};
use crate::archive::{Shelf, project};

#[tokio::test]
async fn pages_are_validated_and_compressed() {
    let service = Shelf::founding().await.service().await;
    let plain = get(&service, "/about").await;
    for name in ["etag", "content-security-policy", "referrer-policy", "vary"] {
        assert!(!plain.header(name).is_empty(), "{name}");
    }
    assert_eq!(plain.header("x-content-type-options"), "nosniff");
    assert!(!plain.header("content-security-policy").contains("unsafe"));
    let held = ask(
        &service,
        Method::GET,
        "/about",
        &[("if-none-match", plain.header("etag"))],
    )
    .await;
    assert_eq!(
        (held.status, held.bytes.len()),
        (StatusCode::NOT_MODIFIED, 0)
    );
    let gzip = ask(
        &service,
        Method::GET,
        "/about",
        &[("accept-encoding", "gzip")],
    )
    .await;
    let mut text = String::new();
    flate2::read::GzDecoder::new(&gzip.bytes[..])
        .read_to_string(&mut text)
        .expect("gzip");
    assert_eq!(
        (gzip.header("content-encoding"), text.as_str()),
        ("gzip", plain.text())
    );
    let brotli = ask(
        &service,
        Method::GET,
        "/about",
        &[("accept-encoding", "gzip, br")],
    )
    .await;
    let mut text = String::new();
    brotli::Decompressor::new(&brotli.bytes[..], 4096)
        .read_to_string(&mut text)
        .expect("brotli");
    assert_eq!(
        (brotli.header("content-encoding"), text.as_str()),
        ("br", plain.text())
    );
    let head = ask(&service, Method::HEAD, "/about", &[]).await;
    assert_eq!((head.status, head.bytes.len()), (StatusCode::OK, 0));
    assert_eq!(head.header("content-length"), plain.bytes.len().to_string());
}

#[tokio::test]
async fn a_cached_page_ends_with_the_change_that_outdates_it() {
    let shelf = Shelf::founding().await;
    let (service, archive, pages) = shelf.site().await;
    let before = get(&service, "/events").await;
    let line = "{\"name\": \"late\", \"text\": \"أعلنت نقابات في صفاقس يوم 3 ماي 2014 عن تأسيس جبهة الفسفاط.\"}\n";
    shelf.import(&[shelf.file("late.jsonl", line)]).await;
    let last = sijill::web::follow::catch_up(&archive.reader, &archive.index)
        .await
        .expect("an index");
    sijill::web::follow::advance(&archive.reader, &pages, last);
    let after = get(&service, "/events").await;
    assert_ne!(before.header("etag"), after.header("etag"));
    assert_eq!(get_json(&service, "/api/v1/events").await["total"], 6);
    assert!(after.text().contains("لم يُراجَع بعد") || after.text().contains("لم يراجع بعد"));
}

#[tokio::test]
async fn only_reading_is_possible() {
    let service = Shelf::founding().await.service().await;
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        let answer = ask(&service, method, "/events", &[]).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    }
    let long = format!("/events?q={}", "a".repeat(9000));
    assert_eq!(get(&service, &long).await.status, StatusCode::URI_TOO_LONG);
}

#[tokio::test]
async fn assets_are_kept_for_ever_under_their_version() {
    let service = Shelf::founding().await.service().await;
    let page = get(&service, "/").await.page();
    let sheet = super::attributes(&page, "link[rel=stylesheet]", "href").concat();
    let answer = get(&service, &sheet).await;
    assert!(
        answer.header("cache-control").contains("immutable"),
        "{sheet}"
    );
    let bare = get(&service, sheet.split('?').next().expect("a path")).await;
    assert_eq!(bare.header("cache-control"), "no-cache");
    let font = answer
        .text()
        .split("url(\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let font = get(&service, &format!("/static/{}", font.expect("a font"))).await;
    assert_eq!(
        (font.status, font.header("content-type")),
        (StatusCode::OK, "font/woff2")
    );
    assert!(font.header("cache-control").contains("immutable"));
    assert!(project("static/font").is_dir());
}

#[tokio::test]
async fn a_panic_becomes_a_page_that_tells_nothing_of_the_inside() {
    async fn panicking() -> &'static str {
        panic!("a fault of ours, with words that no reader should see")
    }
    let site = Arc::new(Site::new("https://sijill.example"));
    let router = Router::new().route("/panic", get_route(panicking));
    let router: Router = around(router, site);
    let request = Request::builder().uri("/panic").body(Body::empty());
    let response = router
        .oneshot(request.expect("a request"))
        .await
        .expect("an answer");
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert!(response.headers().contains_key("content-security-policy"));
    let bytes = to_bytes(response.into_body(), usize::MAX)
        .await
        .expect("a body");
    let page = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    assert!(
        page.contains("<h1") && page.contains("dir=\"rtl\""),
        "{page}"
    );
    assert!(!page.contains("a fault of ours"), "{page}");
}
