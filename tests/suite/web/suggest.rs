//! Completions: both scripts, folding, the article, the order, the limits and the errors.

use std::time::{Duration, Instant};

use axum::http::{Method, StatusCode};
use serde_json::Value;
use sijill::web::router::Service;

use super::{ask, get};
use crate::archive::Shelf;

async fn items(service: &Service, query: &str) -> Vec<Value> {
    let query = sijill::web::url::with_query("/suggest", [("q", query)].into_iter());
    let answer = get(service, &query).await;
    assert_eq!(answer.status, StatusCode::OK, "{query}");
    answer.json()["items"].as_array().expect("items").clone()
}

async fn ids(service: &Service, query: &str) -> Vec<String> {
    let items = items(service, query).await;
    let ids = items
        .iter()
        .map(|item| item["id"].as_str().expect("an id").to_owned());
    ids.collect()
}

#[tokio::test]
async fn names_are_completed_in_both_scripts_and_however_they_are_spelt() {
    let service = Shelf::founding().await.service().await;
    for (typed, id) in [
        ("أمينتو", "aminatou-haidar"),
        ("امينت", "aminatou-haidar"),
        ("أَمِيـنَتو حي", "aminatou-haidar"),
        ("Aminat", "aminatou-haidar"),
        ("haid", "aminatou-haidar"),
        ("الاتحاد الأوروبي", "european-union"),
        ("اتحاد الاورو", "european-union"),
        ("الأورو", "european-union"),
        ("الاور", "european-union"),
        ("european u", "european-union"),
        ("بلجي", "BE"),
        ("belg", "BE"),
        ("brus", "brussels"),
        ("بروك", "brussels"),
        ("المان", "DE"),
        ("ألم", "DE"),
        ("حماس", "hamas"),
        ("(حما", "hamas"),
        ("20 فبر", "february-20-movement"),
    ] {
        let found = ids(&service, typed).await;
        assert!(found.contains(&id.to_owned()), "{typed}: {found:?}");
    }
}

#[tokio::test]
async fn a_completion_says_what_it_is_and_which_name_matched() {
    let service = Shelf::founding().await.service().await;
    let found = items(&service, "حيدر").await;
    assert_eq!(found[0]["kind"], "person");
    assert_eq!(found[0]["name"], "أمينتو حيدر");
    assert_eq!(
        found[0]["url"],
        "https://sijill.example/people/aminatou-haidar"
    );
    assert!(found[0]["events"].as_u64() > Some(0));
    assert!(found[0].get("matched").is_none());
    let found = items(&service, "العاصمة البلج").await;
    assert_eq!(
        (&found[0]["kind"], &found[0]["id"]),
        (&"place".into(), &"brussels".into())
    );
    assert_eq!(found[0]["matched"], "العاصمة البلجيكية");
    let page = found[0]["url"].as_str().expect("an address");
    let page = page.strip_prefix("https://sijill.example").expect("ours");
    assert_eq!(get(&service, page).await.status, StatusCode::OK);
}

#[tokio::test]
async fn whole_names_come_before_inner_words_and_more_events_before_fewer() {
    let service = Shelf::founding().await.service().await;
    let found = items(&service, "حركة").await;
    let begins = |item: &Value| {
        let name = item["matched"]
            .as_str()
            .or(item["name"].as_str())
            .expect("a name");
        name.trim_start_matches("ال").starts_with("حركة")
    };
    let first_inner = found
        .iter()
        .position(|item| !begins(item))
        .unwrap_or(found.len());
    assert!(
        first_inner > 1 && !found[first_inner..].iter().any(begins),
        "{found:#?}"
    );
    let events: Vec<u64> = found[..first_inner]
        .iter()
        .filter_map(|item| item["events"].as_u64())
        .collect();
    assert!(events.is_sorted_by(|one, next| one >= next), "{events:?}");
    let mut unique = ids(&service, "حركة").await;
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), found.len());
}

#[tokio::test]
async fn few_letters_complete_nothing_and_limits_hold() {
    let service = Shelf::founding().await.service().await;
    for nothing in ["", "م", "  ", "«»!", "\u{64B}\u{64B}\u{64B}"] {
        assert_eq!(
            items(&service, nothing).await,
            Vec::<Value>::new(),
            "{nothing:?}"
        );
    }
    let count = async |query: &str| {
        let answer = get(&service, query).await;
        answer.json()["items"].as_array().map(Vec::len)
    };
    assert_eq!(count("/suggest?q=is").await, Some(10));
    assert_eq!(count("/suggest?q=is&limit=20").await, Some(20));
    assert_eq!(count("/suggest?q=is&limit=1").await, Some(1));
    for (wrong, parameter) in [
        ("/suggest", "q"),
        ("/suggest?limit=3", "q"),
        ("/suggest?q=is&limit=21", "limit"),
        ("/suggest?q=is&limit=x", "limit"),
    ] {
        let answer = get(&service, wrong).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{wrong}");
        assert_eq!(answer.json()["parameters"][0]["parameter"], parameter);
    }
}

#[tokio::test]
async fn anyone_may_ask_and_nobody_can_hold_it_up() {
    let service = Shelf::founding().await.service().await;
    let answer = get(&service, "/suggest?q=be").await;
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    let head = ask(&service, Method::HEAD, "/suggest?q=be", &[]).await;
    assert_eq!((head.status, head.bytes.len()), (StatusCode::OK, 0));
    let begun = Instant::now();
    let long = "a".repeat(60_000);
    for hostile in [
        "%00%01%1b%7f",
        "%ff%fe",
        "%E2%80%8F%E2%80%AE",
        "' OR 1=1 --",
        &long,
    ] {
        let hostile = hostile.replace(' ', "+");
        let answer = get(&service, &format!("/suggest?q={hostile}")).await;
        assert!(!answer.status.is_server_error(), "{hostile}");
    }
    assert!(begun.elapsed() < Duration::from_secs(2));
}
