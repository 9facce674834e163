//! Search by country, organization, words and dates: exactly the right events.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{get, get_json, names};
use crate::archive::Shelf;

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

#[tokio::test]
async fn each_country_lists_exactly_its_events() {
    let service = Shelf::founding().await.service().await;
    for (code, expected) in [
        ("BE", &["000", "002"][..]),
        ("NL", &["000", "002"]),
        ("DZ", &["003"]),
        ("TR", &["004"]),
        ("SY", &["001"]),
        ("FR", &["002", "003"]),
        ("ES", &["000", "002", "003"]),
        ("EH", &["003"]),
        ("JP", &[]),
    ] {
        assert_eq!(
            names(&service, &format!("country={code}")).await,
            expected,
            "{code}"
        );
    }
    assert_eq!(names(&service, "country=BE&role=venue").await, ["000"]);
    assert_eq!(
        names(&service, "country=TR&country=DZ").await,
        ["003", "004"]
    );
}

#[tokio::test]
async fn each_organization_lists_its_events() {
    let service = Shelf::founding().await.service().await;
    let list = get_json(&service, "/api/v1/events?limit=100").await;
    for item in list["items"].as_array().expect("items") {
        for organization in item["organizations"].as_array().expect("organizations") {
            let id = organization["id"].as_str().expect("an id");
            let found = get_json(
                &service,
                &format!("/api/v1/events?limit=100&organization={id}"),
            )
            .await;
            let found: Vec<&str> = found["items"]
                .as_array()
                .expect("items")
                .iter()
                .filter_map(|item| item["id"].as_str())
                .collect();
            assert!(found.contains(&item["id"].as_str().expect("an id")), "{id}");
        }
    }
    assert_eq!(
        names(&service, "organization=nobody-at-all").await,
        Vec::<String>::new()
    );
}

#[tokio::test]
async fn words_are_found_in_every_spelling() {
    let service = Shelf::founding().await.service().await;
    for (words, expected) in [
        ("احمد", "001"),
        ("أحمد", "001"),
        ("أَحْمَد", "001"),
        ("احمـــد", "001"),
        ("الولايات المتحدة", "000"),
        ("الولايات المتحدة", "003"),
        ("Brussels", "000"),
        ("بروكسل", "000"),
        ("هولندا", "000"),
        ("غشت", "000"),
        ("٩٨", "001"),
        ("98", "001"),
        ("المجلس السوري", "001"),
        ("\"حركة 20 فبراير\"", "000"),
    ] {
        let found = names(&service, &format!("q={}", encoded(words))).await;
        assert!(
            found.iter().any(|name| name == expected),
            "{words}: {found:?}"
        );
    }
    let without = names(&service, &format!("q={}", encoded("المغرب -هسبريس"))).await;
    assert!(!without.contains(&"000".to_owned()), "{without:?}");
}

#[tokio::test]
async fn a_range_tells_certainly_from_possibly() {
    let service = Shelf::founding().await.service().await;
    assert_eq!(names(&service, "from=2011&to=2012").await, ["000", "002"]);
    assert_eq!(
        names(&service, "from=2011-08-06&to=2011-08-06").await,
        ["000"]
    );
    assert_eq!(names(&service, "from=2009&to=2009").await, ["003"]);
    assert_eq!(
        names(&service, "from=2009&to=2009&certain=1").await,
        Vec::<String>::new()
    );
    let split = get_json(&service, "/api/v1/events?from=2009&to=2011").await;
    assert_eq!((&split["total"], &split["certain"]), (&2.into(), &1.into()));
    let page = get(&service, "/events?from=2009&to=2011").await.page();
    assert_eq!(
        super::texts(&page, "#certainty"),
        ["المؤكد تاريخه ضمن المدة: حدث واحد، والمحتمل: حدث واحد. أظهر المؤكد وحده"]
    );
    let link = super::attributes(&page, "#certainty a", "href").concat();
    assert_eq!(link, "/events?from=2009&to=2011&certain=1");
    let whole = get_json(&service, "/api/v1/events?from=2009&certain=1").await;
    assert!(whole.get("certain").is_none());
    assert_eq!(names(&service, "to=2010").await, ["003"]);
    assert_eq!(names(&service, "from=2021-07-05").await, ["004"]);
    assert_eq!(
        names(&service, "from=%D9%A2%D9%A0%D9%A1%D9%A1&to=2011").await,
        ["000"]
    );
}

#[tokio::test]
async fn lists_are_sorted_paged_and_counted() {
    let service = Shelf::founding().await.service().await;
    let order = async |query: &str| -> Vec<String> {
        let list = get_json(&service, &format!("/api/v1/events?limit=100&{query}")).await;
        list["items"]
            .as_array()
            .expect("items")
            .iter()
            .map(|item| item["document"]["name"].as_str().expect("a name")[..3].to_owned())
            .collect()
    };
    assert_eq!(
        order("sort=date").await,
        ["003", "000", "002", "001", "004"]
    );
    assert_eq!(
        order("sort=-date").await,
        ["004", "001", "002", "000", "003"]
    );
    let first = get_json(&service, "/api/v1/events?limit=2&sort=date").await;
    assert_eq!(
        (
            first["total"].as_u64(),
            first["items"].as_array().map(Vec::len)
        ),
        (Some(5), Some(2))
    );
    let next = first["next"].as_str().expect("a cursor");
    let second = get_json(
        &service,
        &format!("/api/v1/events?limit=2&sort=date&cursor={}", encoded(next)),
    )
    .await;
    assert_eq!(
        second["items"][0]["document"]["name"]
            .as_str()
            .map(|name| &name[..3]),
        Some("002")
    );
    let all = get_json(&service, "/api/v1/events").await;
    assert!(all["next"].is_null() && all["facets"].is_object());
    let found = get_json(&service, &format!("/api/v1/events?q={}", encoded("درعا"))).await;
    let snippet = found["items"][0]["snippets"][0]["html"]
        .as_str()
        .expect("a snippet");
    assert!(snippet.contains("<mark>"), "{snippet}");
    assert!(found["items"][0]["score"].is_number());
}

#[tokio::test]
async fn a_wrong_parameter_is_named_and_the_form_kept() {
    let service = Shelf::founding().await.service().await;
    for (query, name) in [
        ("from=yesterday", "from"),
        ("country=XX", "country"),
        ("kind=party", "kind"),
        ("page=zero", "page"),
        ("sort=length", "sort"),
        ("organization=%D8%A7", "organization"),
        ("certain=perhaps", "certain"),
        ("role=owner", "role"),
    ] {
        let answer = get(&service, &format!("/events?q=kept&{query}")).await;
        assert_eq!(answer.status.as_u16(), 400, "{query}");
        assert!(
            answer.text().contains(name) && answer.text().contains("value=\"kept\""),
            "{query}"
        );
        let data = get(&service, &format!("/api/v1/events?{query}")).await;
        assert_eq!(data.status.as_u16(), 400, "{query}");
        assert_eq!(data.json()["parameters"][0]["parameter"], name, "{query}");
    }
    assert_eq!(
        get(&service, "/events?utm_source=x").await.status.as_u16(),
        200
    );
}
