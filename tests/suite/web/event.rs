//! The event page: every fact one step from its words, every anchor there, data equal to the page.

use std::collections::BTreeSet;

use axum::http::StatusCode;

use super::{attributes, get, get_json, texts};
use crate::archive::Shelf;

#[tokio::test]
async fn every_fact_leads_to_its_words_and_back() {
    let service = Shelf::founding().await.service().await;
    let list = get_json(&service, "/api/v1/events?limit=100").await;
    for item in list["items"].as_array().expect("items") {
        let id = item["id"].as_str().expect("an id");
        let event = get_json(&service, &format!("/events/{id}.json")).await;
        let answer = get(&service, &format!("/events/{id}")).await;
        let page = answer.page();
        assert!(page.errors.is_empty(), "{id}: {:?}", page.errors);
        let ids = attributes(&page, "[id]", "id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{id}: an id stands twice");
        for link in attributes(&page, "a[href^='#']", "href") {
            assert!(
                unique.contains(&link[1..].to_owned()),
                "{id}: {link} leads nowhere"
            );
        }
        let evidence = [
            "dates",
            "places",
            "countries",
            "organizations",
            "people",
            "attendance",
            "decisions",
            "quotations",
        ];
        let pieces: usize = evidence
            .iter()
            .flat_map(|field| event[field].as_array().expect("a list"))
            .map(|fact| fact["evidence"].as_array().map_or(0, Vec::len))
            .sum();
        let online = event["online"]["evidence"].as_array().map_or(0, Vec::len);
        for number in 1..=pieces + online {
            assert!(
                unique.contains(&format!("evidence-{number}")),
                "{id}: no evidence-{number}"
            );
        }
        let cited: BTreeSet<String> = attributes(&page, "a[href^='#evidence-']", "href")
            .into_iter()
            .collect();
        assert_eq!(
            cited.len(),
            pieces + online,
            "{id}: some evidence is not one click away"
        );
        assert_eq!(texts(&page, "h1").len(), 1);
        assert!(
            answer
                .text()
                .contains(event["document"]["sha256"].as_str().expect("a digest"))
        );
    }
}

#[tokio::test]
async fn the_page_holds_the_whole_source_in_order() {
    let service = Shelf::founding().await.service().await;
    let list = get_json(&service, "/api/v1/events?limit=100").await;
    for item in list["items"].as_array().expect("items") {
        let id = item["id"].as_str().expect("an id");
        let event = get_json(&service, &format!("/events/{id}.json")).await;
        let document = event["document"]["id"].as_str().expect("an id");
        let bytes = get(&service, &format!("/documents/{document}.txt")).await;
        assert_eq!(Some(bytes.text()), event["document"]["text"].as_str());
        let page = get(&service, &format!("/documents/{document}")).await;
        assert_eq!(page.status, StatusCode::OK);
        let words = |text: &str| {
            text.chars()
                .filter(|letter| letter.is_alphabetic())
                .collect::<String>()
        };
        let shown: String = texts(&page.page(), ".source-text [id^='p']").concat();
        assert!(words(&shown).contains(&words(bytes.text())), "{document}");
    }
}

#[tokio::test]
async fn what_was_inferred_is_never_shown_as_stated() {
    let service = Shelf::founding().await.service().await;
    for name in ["003", "004"] {
        let list = get_json(&service, "/api/v1/events?limit=100").await;
        let items = list["items"].as_array().expect("items");
        let item = items.iter().find(|item| {
            item["document"]["name"]
                .as_str()
                .is_some_and(|own| own.starts_with(name))
        });
        let item = item.expect("an event");
        assert_eq!(item["dates"][0]["basis"], "inferred");
        assert!(item["dates"][0]["note"].is_string() && item["dates"][0].get("evidence").is_none());
        let id = item["id"].as_str().expect("an id");
        assert!(
            get(&service, &format!("/events/{id}"))
                .await
                .text()
                .contains("مستنتج"),
            "{name}"
        );
    }
}

#[tokio::test]
async fn an_event_has_its_json_by_suffix_accept_and_api() {
    let service = Shelf::founding().await.service().await;
    let list = get_json(&service, "/api/v1/events").await;
    let id = list["items"][0]["id"].as_str().expect("an id");
    let by_suffix = get(&service, &format!("/events/{id}.json")).await;
    assert_eq!(by_suffix.header("content-type"), "application/json");
    assert_eq!(by_suffix.header("access-control-allow-origin"), "*");
    assert_eq!(
        by_suffix.json(),
        get_json(&service, &format!("/events/{id}")).await
    );
    assert_eq!(
        by_suffix.json(),
        get_json(&service, &format!("/api/v1/events/{id}")).await
    );
    assert_eq!(
        by_suffix.json()["url"],
        format!("https://sijill.example/events/{id}")
    );
    assert_eq!(
        get(&service, &format!("/events/{id}.docx")).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn the_events_before_and_after_in_time_are_a_step_away() {
    let service = Shelf::founding().await.service().await;
    let list = get_json(&service, "/api/v1/events?limit=100&sort=date").await;
    let dated = list["items"].as_array().expect("items").iter();
    let dated = dated.filter(|item| !item["dates"].as_array().expect("dates").is_empty());
    let dated: Vec<&str> = dated
        .map(|item| item["id"].as_str().expect("an id"))
        .collect();
    assert!(dated.len() > 2, "few events are dated");
    for (place, id) in dated.iter().enumerate() {
        let page = get(&service, &format!("/events/{id}")).await.page();
        let step = |place: Option<usize>| {
            let id = place.and_then(|place| dated.get(place))?;
            Some(format!("/events/{id}"))
        };
        let link = |rel: &str| attributes(&page, &format!("a[rel={rel}]"), "href").pop();
        assert_eq!(link("prev"), step(place.checked_sub(1)), "before {id}");
        assert_eq!(link("next"), step(Some(place + 1)), "after {id}");
    }
}

#[tokio::test]
async fn a_stated_day_has_its_hijri_day_beside_it() {
    let service = Shelf::founding().await.service().await;
    let list = get_json(&service, "/api/v1/events?limit=100").await;
    for item in list["items"].as_array().expect("items") {
        let id = item["id"].as_str().expect("an id");
        let days = item["dates"].as_array().expect("dates").iter();
        let days = days.filter(|date| {
            let edtf = date["edtf"].as_str().expect("a date");
            date["hijri"].is_null() && edtf.len() == 10 && !edtf.contains('X')
        });
        let page = get(&service, &format!("/events/{id}")).await.page();
        let told = texts(&page, ".hijri");
        assert_eq!(told.len(), days.count(), "{id}: {told:?}");
        assert!(told.iter().all(|words| words.contains(" هـ")), "{told:?}");
    }
}
