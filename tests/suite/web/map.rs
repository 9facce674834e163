//! The map: what the list counts, each country and place at its own mark, and the same as tables.

use std::collections::BTreeSet;

use scraper::Html;

use super::{attributes, get, get_json, texts};
use crate::archive::Shelf;

fn set(links: Vec<String>) -> BTreeSet<String> {
    links.into_iter().collect()
}

fn marks(page: &Html) -> Vec<String> {
    attributes(page, "svg a", "href")
}

#[tokio::test]
async fn the_tables_say_what_the_picture_shows_and_every_mark_leads_on() {
    let service = Shelf::founding().await.service().await;
    for address in [
        "/map",
        "/map?region=europe",
        "/map?region=arab&role=participant",
        "/map?region=maghreb&role=subject",
        "/en/map?role=participant",
    ] {
        let page = get(&service, address).await.page();
        assert!(page.errors.is_empty(), "{address}: {:?}", page.errors);
        let marks = marks(&page);
        assert!(!marks.is_empty(), "{address}");
        assert_eq!(
            set(marks.clone()).len(),
            marks.len(),
            "{address}: a mark twice"
        );
        let rows = attributes(&page, "tbody a", "href");
        assert_eq!(set(rows), set(marks.clone()), "{address}");
        assert_eq!(
            texts(&page, "svg a > title").len(),
            marks.len(),
            "{address}"
        );
        for mark in marks {
            assert_eq!(get(&service, &mark).await.status, 200, "{address}: {mark}");
        }
    }
}

#[tokio::test]
async fn a_number_is_that_of_the_list_it_leads_to() {
    let service = Shelf::founding().await.service().await;
    for query in [
        "",
        "?role=participant",
        "?role=mentioned&from=2009",
        "?kind=founding",
    ] {
        let page = get(&service, &format!("/map{query}")).await.page();
        let links = attributes(&page, "table.counted:first-of-type tbody a", "href");
        let counts = texts(&page, "table.counted:first-of-type tbody td:last-child");
        assert!(!links.is_empty(), "{query}");
        for (link, count) in links.iter().zip(&counts) {
            assert!(link.starts_with("/events?"), "{link}");
            let list = get(&service, link).await.page();
            assert_eq!(&texts(&list, "#results")[0], count, "{link}");
        }
    }
}

#[tokio::test]
async fn countries_are_those_of_the_events_and_entries_of_their_own() {
    let service = Shelf::founding().await.service().await;
    let venues = get(&service, "/map").await.page();
    let held = "/events?country=BE&role=venue";
    assert!(
        marks(&venues).contains(&held.to_owned()),
        "{:?}",
        marks(&venues)
    );
    assert!(marks(&venues).contains(&"/places/brussels".to_owned()));
    let told = texts(&venues, &format!("svg a[href='{held}'] title"));
    assert_eq!(told, ["بلجيكا: حدث واحد"]);
    // Western Sahara and Palestine are told by their own entries, whatever part they play.
    let list = get_json(&service, "/api/v1/events?limit=100").await;
    let roles = |code: &str| -> BTreeSet<String> {
        let events = list["items"].as_array().expect("items").iter();
        let countries = events.flat_map(|event| event["countries"].as_array().expect("countries"));
        let own = countries.filter(|country| country["code"] == code);
        let roles = own.flat_map(|country| country["roles"].as_array().expect("roles"));
        roles
            .map(|role| role.as_str().expect("a role").to_owned())
            .collect()
    };
    for code in ["EH", "PS"] {
        let roles = roles(code);
        assert!(
            !roles.is_empty(),
            "{code} plays no part in the founding events"
        );
        for role in roles {
            let page = get(&service, &format!("/map?role={role}")).await.page();
            let own = format!("/events?country={code}&role={role}");
            assert!(
                marks(&page).contains(&own),
                "{code} as {role}: {:?}",
                marks(&page)
            );
        }
    }
}

#[tokio::test]
async fn filters_narrow_and_are_kept() {
    let service = Shelf::founding().await.service().await;
    let all = marks(&get(&service, "/map").await.page()).len();
    let page = get(&service, "/map?from=2011&to=2011&region=europe")
        .await
        .page();
    let narrowed = marks(&page);
    assert!((1..all).contains(&narrowed.len()), "{narrowed:?}");
    let countries = narrowed.iter().filter(|mark| mark.starts_with("/events"));
    for mark in countries {
        assert!(
            mark.contains("from=2011&to=2011&role=venue") && !mark.contains("region"),
            "{mark}"
        );
    }
    assert_eq!(texts(&page, "nav.filters .chip").len(), 2);
    let chosen = texts(&page, ".bar .chip[aria-current]");
    assert_eq!(chosen, ["أوروبا", "بحسب مكان الانعقاد"]);
    let other = attributes(&page, ".bar a.chip", "href");
    assert!(
        other.iter().all(|way| way.contains("from=2011")),
        "{other:?}"
    );
    let country = get(&service, "/map?country=BE&role=participant")
        .await
        .page();
    assert_eq!(marks(&country), ["/events?country=BE&role=participant"]);
    let none = get(
        &service,
        "/map?q=%D9%82%D8%B3%D8%B7%D9%86%D8%B7%D9%8A%D9%86%D9%8A%D8%A9",
    )
    .await
    .page();
    assert_eq!((marks(&none).len(), texts(&none, "p.empty").len()), (0, 1));
}

#[tokio::test]
async fn wrong_parameters_are_named() {
    let service = Shelf::founding().await.service().await;
    for (query, name) in [
        ("region=moon", "region"),
        ("country=XX", "country"),
        ("from=soon", "from"),
    ] {
        let answer = get(&service, &format!("/map?{query}")).await;
        assert_eq!(answer.status, 400, "{query}");
        assert_eq!(texts(&answer.page(), ".notice code"), [name]);
    }
}
