//! Why an event was found is told where its passages do not show it plainly.

use super::{get, get_json, texts};
use crate::archive::Shelf;

const LINES: &str = concat!(
    "{\"name\": \"plural\", \"text\": \"انعقدت المجالس المحلية في القرى يوم 3 ماي 2014.\"}\n",
    "{\"name\": \"plain\", \"text\": \"انعقد المجلس المحلي في القرية يوم 4 ماي 2014.\"}\n",
);

#[tokio::test]
async fn a_form_that_is_not_plain_is_named() {
    let shelf = Shelf::new();
    shelf.import(&[shelf.file("lines.jsonl", LINES)]).await;
    let service = shelf.service().await;
    let query = format!("q={}", sijill::web::url::encode("مجلس"));
    let found = get_json(&service, &format!("/api/v1/events?{query}")).await;
    for item in found["items"].as_array().expect("items") {
        let forms = item["found_as"].as_array().expect("forms");
        match item["document"]["name"].as_str() {
            Some("plural") => assert_eq!(forms, &["المجالس"]),
            _ => assert!(forms.is_empty(), "{item}"),
        }
    }
    assert_eq!(found["total"], 2);
    let page = get(&service, &format!("/events?{query}")).await.page();
    assert_eq!(texts(&page, ".card .note"), ["وُجد بصيغة: المجالس"]);
    assert_eq!(texts(&page, ".card .note bdi"), ["المجالس"]);
    let list = get_json(&service, "/api/v1/events").await;
    assert!(list["items"][0].get("found_as").is_none());
}

#[tokio::test]
async fn a_word_of_the_names_alone_is_told_with_its_name() {
    let service = Shelf::founding().await.service().await;
    let found = get_json(&service, "/api/v1/events?q=Brussels").await;
    assert_eq!(found["items"][0]["found_in_names"][0], "Brussels");
    assert_eq!(found["items"][0]["found_as"], serde_json::json!([]));
    let page = get(&service, "/events?q=Brussels").await.page();
    let told = texts(&page, ".card .note");
    assert!(
        told.contains(&"وُجد في أسماء السجل: Brussels".to_owned()),
        "{told:?}"
    );
}
