//! What the help says of the search is what the search does.

use sijill::model::date::Edtf;
use sijill::web::url::encode;

use super::{attributes, get, get_json, texts};
use crate::archive::Shelf;

const LINES: &str = concat!(
    "{\"name\": \"one\", \"text\": \"دعا أحمد إلى دمج جمعية المعلمين يوم 3 ماي 2014 في صفاقس.\"}\n",
    "{\"name\": \"two\", \"text\": \"انعقدت المجالس في الولاياتالمتحدة، وطالبت بدمج الجمعيات يوم ١٢ ماي 2015.\"}\n",
    "{\"name\": \"three\", \"text\": \"اجتمع المجلس السوري للتغيير في القاهرة سنة 2013.\"}\n",
);

#[tokio::test]
async fn the_help_is_true() {
    let shelf = Shelf::new();
    shelf.import(&[shelf.file("lines.jsonl", LINES)]).await;
    let service = shelf.service().await;
    let help = texts(&get(&service, "/about").await.page(), "#search").concat();
    for (said, query, expected) in [
        ("«احمد»", "احمد", &["one"][..]),
        ("«جمعيه»", "جمعيه", &["one", "two"]),
        ("«12»", "12", &["two"]),
        ("«بدمج»", "دمج", &["one", "two"]),
        ("«المجالس»", "مجلس", &["three", "two"]),
        ("«الولاياتالمتحدة»", "الولايات المتحدة", &["two"]),
        ("كلها", "مجلس غائب", &[]),
        ("نصف وزنها", "المعلمين صفاقس أحمد غائب", &["one"]),
        ("«أين»", "أين المعلمين غائب", &["one"]),
        ("«؟»", "المعلمين غائب؟", &["one"]),
        ("«في»", "دمج في", &["one", "two"]),
        (
            "\"المجلس السوري للتغيير\"",
            "\"المجلس السوري للتغيير\"",
            &["three"],
        ),
        ("متصلة بهذا الترتيب", "\"السوري المجلس\"", &[]),
        ("علامة الطرح", "دمج -صفاقس", &["two"]),
        ("علامة المساواة", "=جمعية", &["one"]),
        ("بلا سوابق", "=جمعيه", &[]),
    ] {
        assert!(help.contains(said), "{said}");
        let path = format!("/api/v1/events?q={}", encode(query));
        let list = get_json(&service, &path).await;
        let items = list["items"].as_array().expect("items").iter();
        let mut names: Vec<&str> = items
            .filter_map(|item| item["document"]["name"].as_str())
            .collect();
        names.sort_unstable();
        assert_eq!(names, expected, "{query}");
    }
}

#[tokio::test]
async fn the_forms_of_data_that_are_told_exist() {
    let service = Shelf::founding().await.service().await;
    for page in ["/about/data", "/en/about/data"] {
        let page = get(&service, page).await.page();
        let addresses = attributes(&page, "table code a", "href");
        assert_eq!(addresses.len(), 4, "{addresses:?}");
        for address in addresses {
            let answer = get(&service, &address).await;
            assert_eq!(answer.status, 200, "{address}");
            let kind = answer.header("content-type");
            let expected = match address.rsplit('.').next() {
                Some("toml") => "application/toml",
                Some("txt") => "text/plain",
                _ => "application/json",
            };
            assert!(kind.starts_with(expected), "{address}: {kind}");
            let is_open = answer.header("access-control-allow-origin") == "*";
            assert!(is_open || expected != "application/json", "{address}");
        }
        let dates = texts(&page, "dl.facts code");
        assert!(dates.len() > 4, "{dates:?}");
        for date in dates {
            assert!(Edtf::parse(&date).is_ok(), "{date}");
        }
        let cited = texts(&page, ".cite code");
        for address in &cited {
            let path = address.trim_start_matches("https://sijill.example");
            assert_eq!(get(&service, path).await.status, 200, "{address}");
        }
        assert_eq!(cited.len(), 2);
    }
    let list = get_json(&service, "/api/v1/events?limit=2").await;
    let next = list["next"].as_str().expect("a cursor");
    let rest = get_json(&service, &format!("/api/v1/events?limit=2&cursor={next}")).await;
    assert_ne!(list["items"], rest["items"]);
    for path in [
        "/countries/BE",
        "/decisions",
        "/events/9znnjxnq/revisions",
        "/events/9znnjxnq/revisions/1",
    ] {
        assert!(get_json(&service, path).await.is_object(), "{path}");
    }
    for (index, noun) in [
        ("/organizations", "organizations"),
        ("/people", "people"),
        ("/places", "places"),
    ] {
        let page = get(&service, index).await.page();
        let links = attributes(&page, "main .index section a", "href");
        let first = links.first().expect(noun);
        let data = get(&service, &format!("{first}.json")).await;
        assert_eq!(data.status, 200, "{first}");
    }
}

#[tokio::test]
async fn every_page_leads_to_those_about_it_and_none_to_the_parts() {
    let service = Shelf::founding().await.service().await;
    for (path, prefix) in [
        ("/", ""),
        ("/en", "/en"),
        ("/about", ""),
        ("/en/about", "/en"),
    ] {
        let page = get(&service, path).await.page();
        let links = attributes(&page, "a", "href");
        for end in ["accessibility", "data", "corrections"] {
            let address = format!("{prefix}/about/{end}");
            assert!(links.contains(&address), "{path}: {address}");
        }
        assert!(!links.iter().any(|link| link.contains("components")));
    }
    let parts = get(&service, "/about/components").await.page();
    assert_eq!(
        attributes(&parts, "meta[name=robots]", "content"),
        ["noindex"]
    );
    for part in [
        "button",
        ".chip[aria-current]",
        ".filters .chip",
        ".badge.extracted",
        ".notice.error",
        ".tombstone",
        "aside.facets li",
        ".histogram rect.bar",
        ".card mark",
        ".pager [aria-current]",
        ".empty .chip",
        "form.filter select",
        "[aria-invalid=true]",
        "svg.timeline circle",
        "table.data td",
        ".facts .evidence-link",
        ".decisions > li",
        "blockquote.quotation",
        "mark.evidence",
    ] {
        assert!(
            !attributes(&parts, part, "class").is_empty() || !texts(&parts, part).is_empty(),
            "{part}"
        );
    }
    let ids = attributes(&parts, "[id]", "id");
    let mut distinct = ids.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(ids.len(), distinct.len(), "an id stands twice");
}
