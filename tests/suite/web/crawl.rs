//! Follows internal links from the first page, and holds each page to what all pages owe. Lists
//! filtered by several things at once are without number, so they are followed only so far.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use scraper::Html;

use super::{Answer, attributes, get, texts};
use crate::archive::Shelf;

/// How many addresses are visited.
const MOST: usize = 1500;

/// What a crawl has seen.
#[derive(Default)]
struct Crawl {
    queue: VecDeque<String>,
    ids: BTreeMap<String, BTreeSet<String>>,
    fragments: Vec<(String, String, String)>,
    faults: Vec<String>,
}

impl Crawl {
    fn visit(&mut self, path: &str, answer: &Answer) {
        self.ids.insert(path.to_owned(), BTreeSet::new());
        if answer.status.is_redirection() {
            self.queue.push_back(answer.header("location").to_owned());
        } else if answer.status != 200 {
            self.faults.push(format!("{} {path}", answer.status));
        } else if answer.header("content-type").starts_with("text/html") {
            self.read(path, &answer.page());
        }
    }

    fn read(&mut self, path: &str, page: &Html) {
        if !is_whole(path, page) {
            let fault = format!(
                "{path}: language, title, heading or canonical {:?}",
                page.errors
            );
            self.faults.push(fault);
        }
        let ids = attributes(page, "[id]", "id").into_iter().collect();
        self.ids.insert(path.to_owned(), ids);
        self.faults.extend(strays(path, page));
        for link in links(page) {
            let (target, fragment) = link.split_once('#').unwrap_or((&link, ""));
            let Some(target) = resolved(path, target) else {
                continue;
            };
            if !fragment.is_empty() {
                let fragment = (path.to_owned(), target.clone(), fragment.to_owned());
                self.fragments.push(fragment);
            }
            self.queue.push_back(target);
        }
    }

    fn broken_fragments(&self) -> impl Iterator<Item = String> {
        let broken = self.fragments.iter().filter(|(_, path, fragment)| {
            let ids = self.ids.get(path);
            ids.is_some_and(|ids| !ids.is_empty() && !ids.contains(fragment))
        });
        broken.map(|(from, path, fragment)| format!("{from}: no #{fragment} in {path}"))
    }
}

fn is_whole(path: &str, page: &Html) -> bool {
    let is_english = path == "/en" || path.starts_with("/en/") || path.starts_with("/en?");
    let root = match is_english {
        true => "html[lang=en][dir=ltr]",
        false => "html[lang=ar][dir=rtl]",
    };
    attributes(page, root, "lang").len() == 1
        && texts(page, "h1").len() == 1
        && !texts(page, "title").concat().trim().is_empty()
        && attributes(page, "link[rel=canonical]", "href").len() == 1
        && page.errors.is_empty()
}

/// Links that lead a reader out of the language of the page: only the switch between the languages may.
fn strays(path: &str, page: &Html) -> Vec<String> {
    let english =
        |path: &str| path == "/en" || path.starts_with("/en/") || path.starts_with("/en?");
    let is_page = |link: &str| {
        let bare = link.split(['?', '#']).next().unwrap_or_default();
        let name = bare.rsplit('/').next().unwrap_or_default();
        let is_data =
            bare.starts_with("/static/") || bare.starts_with("/api/") || bare == "/digits";
        bare.starts_with('/') && !is_data && !name.contains('.')
    };
    let links = attributes(page, "a[href]:not([hreflang])", "href").into_iter();
    let strays = links.filter(|link| is_page(link) && english(link) != english(path));
    strays
        .map(|link| format!("{path}: {link} is of the other language"))
        .collect()
}

fn links(page: &Html) -> Vec<String> {
    let places = [
        ("a", "href"),
        ("link", "href"),
        ("img", "src"),
        ("script", "src"),
    ];
    let links = places
        .iter()
        .flat_map(|(name, attribute)| attributes(page, &format!("{name}[{attribute}]"), attribute));
    links.collect()
}

/// The path of this site that a link on a page leads to.
fn resolved(path: &str, target: &str) -> Option<String> {
    let target = target
        .strip_prefix("https://sijill.example")
        .unwrap_or(target);
    let bare = path.split('?').next().unwrap_or("");
    match target {
        "" => Some(path.to_owned()),
        _ if target.starts_with('?') => Some(format!("{bare}{target}")),
        _ => target.starts_with('/').then(|| target.to_owned()),
    }
}

#[tokio::test]
async fn no_link_is_broken_and_every_page_is_whole() {
    let service = Shelf::founding().await.service().await;
    let mut crawl = Crawl::default();
    crawl.queue.push_back("/".to_owned());
    while let Some(path) = crawl.queue.pop_front() {
        if crawl.ids.len() < MOST && !crawl.ids.contains_key(&path) {
            let answer = get(&service, &path).await;
            crawl.visit(&path, &answer);
        }
    }
    let broken: Vec<String> = crawl.broken_fragments().collect();
    crawl.faults.extend(broken);
    assert!(crawl.faults.is_empty(), "{:#?}", crawl.faults);
    assert!(crawl.ids.len() > 100, "only {} addresses", crawl.ids.len());
}
