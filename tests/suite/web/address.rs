//! Addresses: what is not there is said with its own status, in the layout, in both faces.

use axum::http::StatusCode;
use sijill::model::id::EventId;
use sijill::store::forward::{merge_event, withdraw_event};

use super::{ask, attributes, get, get_json, texts};
use crate::archive::Shelf;

#[tokio::test]
async fn unknown_addresses_are_404_with_ways_onward() {
    let service = Shelf::founding().await.service().await;
    for path in [
        "/no-such-page",
        "/events/zzzzzzzz",
        "/events/not%20an%20id",
        "/documents/zzzzzzzz",
        "/organizations/nobody",
        "/people/nobody",
        "/places/nowhere",
        "/countries/XX",
        "/static/none.css",
        "/events/zzzzzzzz/revisions/1",
    ] {
        let answer = get(&service, path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        let page = answer.page();
        assert_eq!(texts(&page, "h1").len(), 1, "{path}");
        let elsewhere = attributes(&page, "link[rel=alternate], link[rel=canonical]", "href");
        assert!(elsewhere.is_empty(), "{path}: {elsewhere:?}");
        assert!(
            !texts(&page, "main a[href='/events']").is_empty(),
            "{path}: no way onward"
        );
        let data = ask(
            &service,
            axum::http::Method::GET,
            path,
            &[("accept", "application/json")],
        )
        .await;
        assert_eq!(data.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(data.json()["status"], 404, "{path}");
    }
}

#[tokio::test]
async fn withdrawn_is_410_and_merged_is_308() {
    let shelf = Shelf::founding().await;
    let service = shelf.service().await;
    let list = get_json(&service, "/api/v1/events?limit=100&sort=date").await;
    let ids: Vec<EventId> = list["items"]
        .as_array()
        .expect("items")
        .iter()
        .map(|item| EventId::parse(item["id"].as_str().expect("an id")).expect("an id"))
        .collect();
    let mut writer = shelf.writer().await;
    let mut write = writer.begin().await.expect("a transaction");
    assert!(
        withdraw_event(&mut write, &ids[0], "طلب صاحب الشأن")
            .await
            .expect("an answer")
    );
    assert!(
        merge_event(&mut write, &ids[1], &ids[2])
            .await
            .expect("an answer")
    );
    assert!(
        merge_event(&mut write, &ids[2], &ids[3])
            .await
            .expect("an answer")
    );
    assert!(
        !merge_event(&mut write, &ids[0], &ids[3])
            .await
            .expect("an answer")
    );
    write.commit().await.expect("a commit");

    let service = shelf.service().await;
    let gone = get(&service, &format!("/events/{}", ids[0])).await;
    assert_eq!(gone.status, StatusCode::GONE);
    assert!(gone.text().contains("طلب صاحب الشأن"));
    for id in &ids[1..3] {
        let moved = get(&service, &format!("/events/{id}")).await;
        assert_eq!(moved.status, StatusCode::PERMANENT_REDIRECT);
        assert_eq!(moved.header("location"), format!("/events/{}", ids[3]));
    }
    let revision = get(&service, &format!("/events/{}/revisions/1", ids[1])).await;
    assert_eq!(
        revision.status,
        StatusCode::OK,
        "what was cited can still be read"
    );
}

#[tokio::test]
async fn other_spellings_of_an_address_lead_to_the_one() {
    let service = Shelf::founding().await.service().await;
    for (path, to) in [
        ("/events/", "/events"),
        ("/countries/BE/", "/countries/BE"),
        ("/countries/be", "/countries/BE"),
        ("/events/?q=a", "/events?q=a"),
    ] {
        let answer = get(&service, path).await;
        assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "{path}");
        assert_eq!(answer.header("location"), to);
    }
    assert_eq!(
        get(&service, "//evil.example/").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn every_kind_of_page_answers() {
    let service = Shelf::founding().await.service().await;
    for path in [
        "/",
        "/events",
        "/countries",
        "/countries/BE",
        "/countries/JP",
        "/organizations",
        "/people",
        "/places",
        "/places/brussels",
        "/decisions",
        "/about",
        "/about/accessibility",
        "/about/data",
        "/about/corrections",
        "/about/components",
        "/en/about/components",
        "/healthz",
        "/readyz",
    ] {
        assert_eq!(get(&service, path).await.status, StatusCode::OK, "{path}");
    }
}
