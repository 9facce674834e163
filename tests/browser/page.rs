//! Every kind of page, with addresses found as a reader finds them: by the links of the lists.

use anyhow::Context;
use scraper::{Html, Selector};

use crate::http;

/// A page to look at.
#[derive(Debug, Clone)]
pub struct Page {
    /// How faults and pictures name it.
    pub name: String,
    /// Its address on the site.
    pub path: String,
    /// The status it must answer with.
    pub status: u16,
}

/// Pages whose addresses are known beforehand.
const KNOWN: [(&str, &str, u16); 50] = [
    ("home", "/", 200),
    ("events", "/events", 200),
    (
        "events-search",
        "/events?q=%D8%A7%D9%84%D9%85%D8%BA%D8%B1%D8%A8",
        200,
    ),
    (
        "events-filtered",
        "/events?country=BE&country=NL&from=2000&to=2020&certain=1",
        200,
    ),
    (
        "events-none",
        "/events?q=%D9%82%D8%B3%D8%B7%D9%86%D8%B7%D9%8A%D9%86%D9%8A%D8%A9",
        200,
    ),
    ("countries", "/countries", 200),
    ("country-BE", "/countries/BE", 200),
    ("country-MA", "/countries/MA", 200),
    ("organizations", "/organizations", 200),
    ("people", "/people", 200),
    ("places", "/places", 200),
    ("decisions", "/decisions", 200),
    (
        "decisions-search",
        "/decisions?q=%D8%A7%D9%84%D9%85%D8%BA%D8%B1%D8%A8",
        200,
    ),
    ("about", "/about", 200),
    ("about-accessibility", "/about/accessibility", 200),
    ("about-data", "/about/data", 200),
    ("about-corrections", "/about/corrections", 200),
    ("about-components", "/about/components", 200),
    ("timeline", "/timeline", 200),
    ("timeline-filtered", "/timeline?country=BE", 200),
    ("map", "/map", 200),
    ("map-europe", "/map?region=europe&role=participant", 200),
    ("map-arab", "/map?region=arab&role=mentioned", 200),
    ("network", "/network", 200),
    ("network-pairs", "/network/pairs", 200),
    ("network-filtered", "/network?country=BE", 200),
    (
        "organizations-search",
        "/organizations?q=%D8%AD%D8%B1%D9%83%D8%A9",
        200,
    ),
    ("people-letter", "/people?letter=%D8%A7", 200),
    ("countries-search", "/countries?q=be", 200),
    ("compare", "/compare", 200),
    (
        "compare-organizations",
        "/compare?organizations=hespress,february-20-movement",
        200,
    ),
    ("english-people", "/en/people", 200),
    (
        "english-organization",
        "/en/organizations/european-union",
        200,
    ),
    (
        "english-compare",
        "/en/compare?organizations=hespress,february-20-movement,european-union",
        200,
    ),
    ("english-home", "/en", 200),
    ("english-events", "/en/events?country=BE&from=2000", 200),
    ("english-countries", "/en/countries", 200),
    ("english-organizations", "/en/organizations", 200),
    ("english-about", "/en/about", 200),
    ("english-about-data", "/en/about/data", 200),
    ("english-about-components", "/en/about/components", 200),
    ("english-timeline", "/en/timeline", 200),
    ("english-map", "/en/map?role=participant", 200),
    ("english-network", "/en/network", 200),
    ("english-missing", "/en/no-such-page", 404),
    ("missing-page", "/no-such-page", 404),
    ("missing-event", "/events/zzzzzzzz", 404),
    ("wrong-comparison", "/compare?events=nothing", 400),
    ("wrong-date", "/events?from=yesterday", 400),
    (
        "wrong-correction",
        "/about/corrections?event=none&wrong=",
        400,
    ),
    (
        "english-wrong-correction",
        "/en/about/corrections?event=none&wrong=",
        400,
    ),
    ("wrong-country", "/events?country=XX", 400),
];

/// All pages. A page that no list leads to is told as a page without address.
pub async fn list(site: &str) -> anyhow::Result<Vec<Page>> {
    let page = |name: &str, path: &str, status| Page {
        name: name.to_owned(),
        path: path.to_owned(),
        status,
    };
    let mut pages: Vec<Page> = KNOWN
        .iter()
        .map(|(name, path, status)| page(name, path, *status))
        .collect();
    let events = list_events(site).await?;
    for (number, event) in events.iter().enumerate() {
        pages.push(page(&format!("event-{}", number + 1), event, 200));
    }
    let event = events.first().context("/events leads to no event")?;
    pages.push(page("english-event", &format!("/en{event}"), 200));
    let correction = format!("/about/corrections?event={event}&fact=p1&wrong=a");
    pages.push(page("correction-letter", &correction, 200));
    if let [first, second, ..] = events.as_slice() {
        let ids = [first, second].map(|event| event.rsplit('/').next().unwrap_or_default());
        let path = format!("/compare?events={}", ids.join(","));
        pages.push(page("compare-events", &path, 200));
    }
    pages.push(page("revisions", &format!("{event}/revisions"), 200));
    pages.push(page("revision", &format!("{event}/revisions/1"), 200));
    for (name, from, prefix) in [
        ("document", event.as_str(), "/documents/"),
        ("organization", "/organizations", "/organizations/"),
        ("person", "/people", "/people/"),
        ("place", "/places", "/places/"),
    ] {
        let found = list_links(site, from, prefix).await?;
        let path = found.first().map_or(prefix, String::as_str);
        pages.push(page(name, path, 200));
    }
    Ok(pages)
}

/// The addresses of all events, in the order of the list.
pub async fn list_events(site: &str) -> anyhow::Result<Vec<String>> {
    list_links(site, "/events", "/events/").await
}

/// Addresses on a page that go one step below a prefix, each once.
async fn list_links(site: &str, path: &str, prefix: &str) -> anyhow::Result<Vec<String>> {
    let answer = http::fetch(&format!("{site}{path}")).await?;
    let html = Html::parse_document(&answer.body);
    let selector = Selector::parse("main a[href]").map_err(|error| anyhow::anyhow!("{error}"))?;
    let mut found = Vec::new();
    for link in html.select(&selector) {
        let address = link.attr("href").unwrap_or_default();
        let is_below = address
            .strip_prefix(prefix)
            .is_some_and(|rest| !rest.is_empty() && !rest.contains(['/', '.', '?', '#']));
        if is_below && !found.iter().any(|known| known == address) {
            found.push(address.to_owned());
        }
    }
    Ok(found)
}
