//! The network: organizations that appear in the same events, drawn and told.

use std::collections::{BTreeMap, BTreeSet};

use scraper::Html;

use super::{attributes, get, get_json, texts};
use crate::archive::Shelf;

fn marks(page: &Html) -> Vec<String> {
    attributes(page, "svg a", "href")
}

/// The organizations of each event, by the archive's data.
async fn parts(service: &sijill::web::router::Service, query: &str) -> Vec<BTreeSet<String>> {
    let list = get_json(service, &format!("/api/v1/events?limit=100&{query}")).await;
    let events = list["items"].as_array().expect("items").iter();
    let parts = events.map(|event| {
        let organizations = event["organizations"].as_array().expect("organizations");
        let ids = organizations
            .iter()
            .filter_map(|organization| organization["id"].as_str());
        ids.map(str::to_owned).collect()
    });
    parts.collect()
}

/// How many events each organization appears in.
fn appearances(parts: &[BTreeSet<String>]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for id in parts.iter().flatten() {
        *counts.entry(id.as_str()).or_default() += 1;
    }
    counts
}

#[tokio::test]
async fn the_tables_say_what_the_picture_shows_and_every_mark_leads_on() {
    let service = Shelf::founding().await.service().await;
    for address in ["/network", "/network?country=BE", "/en/network?from=2011"] {
        let page = get(&service, address).await.page();
        assert!(page.errors.is_empty(), "{address}: {:?}", page.errors);
        let marks = marks(&page);
        assert!(marks.len() > 3, "{address}: {marks:?}");
        let rows = attributes(&page, "table:first-of-type td:last-child a", "href");
        assert_eq!(rows, marks, "{address}");
        for mark in marks {
            assert_eq!(get(&service, &mark).await.status, 200, "{address}: {mark}");
        }
        // A line for each row of the pairs, in the same order and the same words.
        let lines = texts(&page, "svg .lines title");
        let pairs = texts(&page, "table:last-of-type tbody tr");
        assert_eq!(lines.len(), pairs.len(), "{address}");
        let numbers = texts(&page, "table:last-of-type tbody td:nth-child(3)");
        assert!(
            lines
                .iter()
                .zip(&numbers)
                .all(|(line, number)| line.ends_with(number.as_str()))
        );
    }
}

#[tokio::test]
async fn numbers_are_those_of_the_events() {
    let service = Shelf::founding().await.service().await;
    let all = parts(&service, "").await;
    let counts = appearances(&all);
    let page = get(&service, "/network").await.page();
    let drawn = attributes(&page, "table:first-of-type td:first-child a", "href");
    let told = texts(&page, "table:first-of-type td:nth-child(3)");
    let most = counts.values().max().expect("an organization");
    assert_eq!(
        counts[drawn[0].trim_start_matches("/organizations/")],
        *most
    );
    for (organization, told) in drawn.iter().zip(&told) {
        let count = counts[organization.trim_start_matches("/organizations/")];
        let list = get(
            &service,
            &format!(
                "/events?organization={}",
                organization.trim_start_matches("/organizations/")
            ),
        )
        .await
        .page();
        assert_eq!(
            &texts(&list, "#results")[0],
            told,
            "{organization} in {count}"
        );
    }
    // Who is drawn is told, and so is how many are not.
    let note = texts(&page, "p.note").concat();
    let left_out = counts.len() - drawn.len();
    assert_eq!(left_out > 0, note.contains("لم تُرسم"), "{left_out}: {note}");
    // Each pair shares the events that it names.
    let links = attributes(&page, "table:last-of-type tbody tr:first-child a", "href");
    let [first, second] =
        [&links[0], &links[1]].map(|link| link.trim_start_matches("/organizations/").to_owned());
    let shared = all
        .iter()
        .filter(|event| event.contains(&first) && event.contains(&second));
    assert_eq!(shared.count(), links.len() - 2, "{links:?}");
    assert!(
        links[2..].iter().all(|link| link.starts_with("/events/")),
        "{links:?}"
    );
}

#[tokio::test]
async fn a_focus_shows_one_organization_with_its_neighbours() {
    let service = Shelf::founding().await.service().await;
    let all = parts(&service, "").await;
    let counts = appearances(&all);
    let (focus, _) = counts
        .iter()
        .max_by_key(|(_, count)| **count)
        .expect("an organization");
    let neighbours: BTreeSet<&String> = all
        .iter()
        .filter(|event| event.contains(*focus))
        .flatten()
        .collect();
    let page = get(&service, &format!("/network?focus={focus}"))
        .await
        .page();
    let drawn = attributes(&page, "table:first-of-type td:first-child a", "href");
    let names = drawn
        .iter()
        .map(|link| link.trim_start_matches("/organizations/").to_owned());
    let names: BTreeSet<String> = names.collect();
    assert_eq!(names.len(), neighbours.len().min(48), "{focus}");
    assert!(
        names.iter().all(|name| neighbours.contains(name)),
        "{names:?}"
    );
    // The one in focus leads to its own page, the others to what is around them.
    assert_eq!(marks(&page)[0], format!("/organizations/{focus}"));
    assert_eq!(attributes(&page, "svg a.focus", "href").len(), 1);
    assert!(
        marks(&page)[1..]
            .iter()
            .all(|mark| mark.starts_with("/network?focus="))
    );
    let organization = get(&service, &format!("/organizations/{focus}"))
        .await
        .page();
    let ways = attributes(&organization, "dl.facts a", "href");
    assert!(
        ways.contains(&format!("/network?focus={focus}")),
        "{ways:?}"
    );
    assert_eq!(
        get(&service, "/network?focus=nobody-at-all").await.status,
        404
    );
    assert_eq!(get(&service, "/network?focus=A_B").await.status, 400);
}

#[tokio::test]
async fn filters_narrow_and_are_kept() {
    let service = Shelf::founding().await.service().await;
    let page = get(&service, "/network?country=TR").await.page();
    let narrowed = parts(&service, "country=TR").await;
    let expected: BTreeSet<String> = narrowed.into_iter().flatten().collect();
    let drawn = attributes(&page, "table:first-of-type td:first-child a", "href");
    let names = drawn
        .iter()
        .map(|link| link.trim_start_matches("/organizations/").to_owned());
    assert_eq!(names.collect::<BTreeSet<_>>(), expected);
    assert!(
        marks(&page)
            .iter()
            .all(|mark| mark.starts_with("/network?country=TR&focus=")),
        "{:?}",
        marks(&page)
    );
    assert_eq!(texts(&page, "nav.filters .chip").len(), 1);
    let none = get(&service, "/network?country=JP").await.page();
    assert_eq!((marks(&none).len(), texts(&none, "p.empty").len()), (0, 1));
    assert_eq!(get(&service, "/network?from=soon").await.status, 400);
}

#[tokio::test]
async fn the_same_network_is_the_same_picture() {
    let shelf = Shelf::founding().await;
    let [one, other] = [shelf.service().await, shelf.service().await];
    let first = get(&one, "/network").await;
    assert_eq!(first.bytes, get(&other, "/network").await.bytes);
}

#[tokio::test]
async fn the_table_of_pairs_has_what_the_picture_leaves_out() {
    let service = Shelf::founding().await.service().await;
    let all = parts(&service, "").await;
    let mut expected: BTreeSet<(&String, &String)> = BTreeSet::new();
    for event in &all {
        for first in event {
            let seconds = event.iter().filter(|second| first < *second);
            expected.extend(seconds.map(|second| (first, second)));
        }
    }
    let mut address = Some("/network/pairs".to_owned());
    let mut found = BTreeSet::new();
    let mut pages = 0;
    while let Some(present) = address {
        let page = get(&service, &present).await.page();
        let id = |column: u8| {
            let links = attributes(&page, &format!("tbody td:nth-child({column}) a"), "href");
            let ids = links.into_iter();
            ids.map(|link| link.trim_start_matches("/organizations/").to_owned())
        };
        found.extend(id(1).zip(id(2)));
        pages += 1;
        address = attributes(&page, "a[rel=next]", "href").pop();
    }
    assert_eq!(pages, expected.len().div_ceil(20));
    let expected: BTreeSet<(String, String)> = expected
        .into_iter()
        .map(|(first, second)| (first.clone(), second.clone()))
        .collect();
    assert_eq!(found, expected);
    let focus = &expected.first().expect("a pair").0;
    let own = get(&service, &format!("/network/pairs?focus={focus}")).await;
    let rows = texts(&own.page(), "tbody tr").len();
    let of_focus = expected
        .iter()
        .filter(|(first, second)| first == focus || second == focus);
    assert_eq!(rows, of_focus.count().min(20));
    for wrong in ["page=999", "focus=A_B", "country=XX"] {
        let answer = get(&service, &format!("/network/pairs?{wrong}")).await;
        assert_eq!(answer.status, 400, "{wrong}");
    }
}
