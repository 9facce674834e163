//! What is to be reviewed: drafts, the least sure first, with the records that their names are led to.

use serde_json::Value;

use super::get_json;
use crate::archive::{Shelf, project};

const DRAFTS: &str = concat!(
    r#"{"name": "sure", "text": "أعلنت في مدينة طنجة يوم السبت 6 غشت 2011 ثلاث جمعيات عن تأسيس شبكة حماية الشواطئ."}"#,
    "\n",
    r#"{"name": "unsure", "text": "عقدت في تونس هيئات محلية لقاء، وشارك فيه نحو أربعين شخصا من بلدان عدة، حول تأسيس تنسيقية، وقد حضر ممثلون عن الأمم المتحدة."}"#,
    "\n"
);

/// The mean of the surest evidence of each fact, as the page's reader could reckon it.
fn confidence(event: &Value) -> f64 {
    let lists = [
        "dates",
        "places",
        "countries",
        "organizations",
        "people",
        "attendance",
        "decisions",
        "quotations",
    ];
    let facts = lists
        .iter()
        .flat_map(|list| event[list].as_array().into_iter().flatten());
    let surest = facts.filter_map(|fact| {
        let evidence = fact["evidence"].as_array()?.iter();
        evidence
            .filter_map(|evidence| evidence["confidence"].as_f64())
            .reduce(f64::max)
    });
    let all: Vec<f64> = surest.collect();
    all.iter().sum::<f64>() / all.len() as f64
}

#[tokio::test]
async fn drafts_come_least_sure_first() {
    let shelf = Shelf::founding().await;
    let bulk = shelf.folder.path().join("drafts.jsonl");
    std::fs::write(&bulk, DRAFTS).expect("a file");
    let totals = shelf.import(&[bulk, project("seeds/authorities")]).await;
    assert_eq!((totals.created, totals.refused), (2, 0));
    let service = shelf.service().await;
    let list = get_json(&service, "/api/v1/events?review=extracted").await;
    let items = list["items"].as_array().expect("items");
    assert_eq!(items.len(), 2);
    let sure: Vec<f64> = items.iter().map(confidence).collect();
    assert!(sure[0] < sure[1], "{sure:?}");
    let turned = get_json(&service, "/api/v1/events?review=extracted&sort=-date").await;
    assert_eq!(turned["items"][0]["document"]["name"], "sure");
    let bodies = items.iter().flat_map(|item| {
        let bodies = item["organizations"].as_array().into_iter().flatten();
        bodies.filter_map(|body| body["id"].as_str())
    });
    assert_eq!(bodies.collect::<Vec<_>>(), ["united-nations"]);
}
