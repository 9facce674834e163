//! The card of a link: drawn for every event in both languages, told by the pages, and absent where the event is.

use std::time::{Duration, Instant};

use axum::http::Method;
use sijill::model::id::EventId;
use sijill::store::forward::withdraw_event;

use super::{Answer, ask, attributes, get};
use crate::archive::Shelf;

const EVENT: &str = "/events/9znnjxnq";

/// Width and height, as the head of the file says them.
fn size(answer: &Answer) -> [u32; 2] {
    assert_eq!(answer.header("content-type"), "image/png");
    assert_eq!(&answer.bytes[..8], b"\x89PNG\r\n\x1a\n");
    let number = |start: usize| answer.bytes[start..start + 4].try_into();
    [16, 20].map(|start| u32::from_be_bytes(number(start).expect("four bytes")))
}

#[tokio::test]
async fn every_page_tells_the_card_that_is_drawn_for_it() {
    let service = Shelf::founding().await.service().await;
    for (page, card) in [
        (EVENT, "/events/9znnjxnq.png"),
        ("/en/events/9znnjxnq", "/en/events/9znnjxnq.png"),
        ("/events", "/card.png"),
        ("/en", "/en/card.png"),
    ] {
        let told = get(&service, page).await.page();
        let property = |name: &str| {
            let selector = format!("meta[property='og:image{name}']");
            attributes(&told, &selector, "content").concat()
        };
        let address = property("");
        assert_eq!(address, format!("https://sijill.example{card}"));
        let start = Instant::now();
        let answer = get(&service, card).await;
        // Without optimisation it takes several times as long as where it is served.
        assert!(start.elapsed() < Duration::from_secs(3), "{card}");
        let [width, height] = size(&answer);
        assert_eq!([width, height], [1200, 630]);
        assert_eq!(property(":width"), width.to_string());
        assert_eq!(property(":height"), height.to_string());
        assert!(!property(":alt").is_empty());
        assert!(answer.bytes.len() < 80_000, "{}", answer.bytes.len());
    }
    let alt = attributes(
        &get(&service, EVENT).await.page(),
        "meta[property='og:image:alt']",
        "content",
    );
    assert!(alt.concat().contains("6 غشت / أغسطس 2011"), "{alt:?}");
}

#[tokio::test]
async fn a_card_is_kept_like_a_page_and_speaks_the_language_of_its_address() {
    let service = Shelf::founding().await.service().await;
    let card = get(&service, "/events/9znnjxnq.png").await;
    let held = [("if-none-match", card.header("etag"))];
    let again = ask(&service, Method::GET, "/events/9znnjxnq.png", &held).await;
    assert_eq!(again.status, 304);
    let english = get(&service, "/en/events/9znnjxnq.png").await;
    assert_ne!(card.bytes, english.bytes);
}

#[tokio::test]
async fn there_is_no_card_without_an_event() {
    let shelf = Shelf::founding().await;
    let mut writer = shelf.writer().await;
    let mut write = writer.begin().await.expect("a transaction");
    let id = EventId::parse("9znnjxnq").expect("an id");
    let withdrawn = withdraw_event(&mut write, &id, "خطأ").await;
    assert!(withdrawn.expect("an answer"));
    write.commit().await.expect("a commit");
    let service = shelf.service().await;
    assert_eq!(get(&service, "/events/9znnjxnq.png").await.status, 410);
    assert_eq!(get(&service, "/events/zzzzzzzz.png").await.status, 404);
    assert_eq!(get(&service, "/events/no.such.png").await.status, 404);
}
