//! An empty answer leads onward: to the nearest spelling, to fewer filters, to the words apart.

use serde_json::json;
use sijill::web::url::encode;

use super::{attributes, get, get_json, texts};
use crate::archive::Shelf;

const LINES: &str = concat!(
    "{\"name\": \"one\", \"text\": \"أعلنت نقابات في صفاقس يوم 3 ماي 2014 عن تأسيس جبهة الفسفاط.\"}\n",
    "{\"name\": \"two\", \"text\": \"أعلنت جمعيات في طنجة يوم 4 ماي 2015 عن تأسيس شبكة الصيادين.\"}\n",
);

#[tokio::test]
async fn an_empty_answer_offers_what_is_there() {
    let shelf = Shelf::new();
    shelf.import(&[shelf.file("lines.jsonl", LINES)]).await;
    let service = shelf.service().await;
    let ask = async |query: String| {
        let path = format!("/api/v1/events?{query}");
        let answer = get_json(&service, &path).await;
        assert_eq!(answer["total"], 0, "{query}");
        answer["alternatives"].clone()
    };

    let spelling = ask(format!("q={}", encode("الفصفاط"))).await["spelling"].clone();
    let address = format!(
        "https://sijill.example/api/v1/events?q={}",
        encode("الفسفاط")
    );
    assert_eq!(
        spelling,
        json!({"words": "الفسفاط", "total": 1, "url": address})
    );

    let apart = ask(format!("q={}", encode("الفسفاط الصيادين غائبة"))).await;
    let words = |list: &serde_json::Value| -> Vec<String> {
        let items = list.as_array().expect("a list").iter();
        items
            .map(|item| item["words"].as_str().expect("words").to_owned())
            .collect()
    };
    assert_eq!(words(&apart["words_apart"]), ["الفسفاط", "الصيادين"]);
    assert_eq!(apart["fewer_filters"], json!([]));

    let fewer = ask(format!("q={}&from=2015&kind=call", encode("الفسفاط"))).await;
    assert_eq!(fewer["fewer_filters"], json!([]));
    let fewer = ask(format!("q={}&from=2015", encode("الفسفاط"))).await;
    assert_eq!(words(&fewer["fewer_filters"]), ["من: 2015"]);
    assert_eq!(fewer["fewer_filters"][0]["total"], 1);
    assert!(fewer.get("spelling").is_none());

    let full = get_json(&service, "/api/v1/events").await;
    assert!(full.get("alternatives").is_none());
}

#[tokio::test]
async fn the_page_links_what_it_offers() {
    let shelf = Shelf::new();
    shelf.import(&[shelf.file("lines.jsonl", LINES)]).await;
    let service = shelf.service().await;
    let path = format!("/events?q={}&from=2013", encode("الفصفاط الصيادين"));
    let page = get(&service, &path).await.page();
    let offered = texts(&page, ".empty").concat();
    assert!(!offered.contains("هل تقصد"), "{offered}");
    assert!(offered.contains("أو ابحث عن كلمة واحدة"), "{offered}");
    let path = format!("/events?q={}&from=2016", encode("الفصفاط"));
    let page = get(&service, &path).await.page();
    let offered = texts(&page, ".empty").concat();
    // Under the filter the right spelling finds nothing either, so it is offered without.
    assert!(
        offered.contains("هل تقصد: الفسفاط؟ (حدث واحد)"),
        "{offered}"
    );
    let links = attributes(&page, ".empty a", "href");
    assert!(
        links.contains(&format!("/events?q={}", encode("الفسفاط"))),
        "{links:?}"
    );
    for link in links {
        assert!(get(&service, &link).await.status.is_success(), "{link}");
    }
}
