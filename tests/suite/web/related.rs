//! Related events: the reasons in words, the order, the same as data, and only on the page of what is now.

use serde_json::{Value, json};
use sijill::web::router::Service;

use super::{attributes, get, get_json, texts};
use crate::archive::Shelf;

/// A record of an event in which these bodies, on this day and in this country, did something.
fn line(name: &str, day: &str, bodies: &[&str], country: &str) -> String {
    let text = format!("{name}: اجتمعت {} في المدينة.", bodies.join(" و"));
    let organizations: Vec<Value> = bodies
        .iter()
        .map(|body| json!({"organization": body, "role": "participant", "evidence": [body]}))
        .collect();
    let inferred = |mut fact: Value| {
        fact["basis"] = "inferred".into();
        fact["note"] = "عينة".into();
        fact
    };
    let record = json!({
        "title": format!("لقاء {name}"), "summary": "ت", "kind": "meeting", "status": "held", "review": "reviewed",
        "date": [inferred(json!({"edtf": day}))],
        "country": [inferred(json!({"code": country, "role": "venue"}))],
        "organization": organizations,
    });
    json!({"name": name, "text": text, "record": record}).to_string()
}

async fn shelf() -> Shelf {
    let shelf = Shelf::new();
    let bodies = ["body-a", "body-b", "body-c"];
    let authorities = bodies.map(|id| {
        format!("[[organization]]\nid = \"{id}\"\nname = \"هيئة {id}\"\nkind = \"association\"\n")
    });
    shelf.file(
        "seeds/authorities/organizations.toml",
        &authorities.concat(),
    );
    let lines = [
        line("one", "2011-01-01", &bodies, "TN"),
        line("two", "2011-01-06", &bodies, "MA"),
        line("three", "2011-01-01", &bodies[..2], "MA"),
        line("four", "2011-01-03", &bodies[..2], "TN"),
        line("five", "2019", &[], "TN"),
        line("six", "2011-01-01", &[], "DZ"),
    ];
    shelf.file("seeds/in.jsonl", &lines.join("\n"));
    let seeds = shelf.folder.path().join("seeds");
    let (totals, report) = shelf
        .import_as(&[seeds], sijill::ingest::item::Mode::Write)
        .await;
    assert_eq!((totals.created, totals.refused), (6, 0), "{report}");
    shelf
}

async fn id(service: &Service, name: &str) -> String {
    let list = get_json(service, "/api/v1/events?limit=100").await;
    let items = list["items"].as_array().expect("items");
    let own = items.iter().find(|item| item["document"]["name"] == name);
    own.expect("an event")["id"]
        .as_str()
        .expect("an id")
        .to_owned()
}

#[tokio::test]
async fn related_events_are_given_in_order_with_their_reasons() {
    let service = shelf().await.service().await;
    let one = id(&service, "one").await;
    let page = get(&service, &format!("/events/{one}")).await.page();
    assert_eq!(
        texts(&page, ".related li > a:not(.compare)"),
        ["لقاء two", "لقاء four", "لقاء three", "لقاء five"]
    );
    let reasons: Vec<String> = texts(&page, ".related li > p")
        .iter()
        .map(|words| words.trim().to_owned())
        .collect();
    assert_eq!(
        reasons,
        [
            "تشترك بينهما 3 منظمات: هيئة body-a، هيئة body-b وغيرهما · بينهما 5 أيام",
            "تشترك بينهما منظمتان: هيئة body-a وهيئة body-b · يشترك بينهما بلد واحد: تونس · بينهما يومان",
            "تشترك بينهما منظمتان: هيئة body-a وهيئة body-b · في الأيام نفسها",
            "يشترك بينهما بلد واحد: تونس",
        ]
    );
    assert_eq!(texts(&page, ".related bdi").len(), 4 + 2 + 3 + 2 + 1);
}

#[tokio::test]
async fn they_are_told_as_data_too_and_not_of_the_past() {
    let service = shelf().await.service().await;
    let (one, two) = (id(&service, "one").await, id(&service, "two").await);
    let event = get_json(&service, &format!("/events/{one}.json")).await;
    assert_eq!(event["related"][0]["id"], two.as_str());
    assert_eq!(
        event["related"][0]["reasons"],
        json!([
            {"kind": "organization", "value": "body-a"},
            {"kind": "organization", "value": "body-b"},
            {"kind": "organization", "value": "body-c"},
            {"kind": "days", "value": 5},
        ])
    );
    let alone = id(&service, "six").await;
    let event = get_json(&service, &format!("/events/{alone}.json")).await;
    assert_eq!(event["related"], json!([]));
    let page = get(&service, &format!("/events/{alone}")).await.page();
    assert!(attributes(&page, ".related", "class").is_empty());
    let past = get(&service, &format!("/events/{one}/revisions/1"))
        .await
        .page();
    assert!(attributes(&past, ".related", "class").is_empty());
}
