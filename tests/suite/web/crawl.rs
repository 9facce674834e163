//! Follows every internal link from the first page, and holds each page to what all pages owe.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{attributes, get, texts};
use crate::archive::Shelf;

#[tokio::test]
async fn no_link_is_broken_and_every_page_is_whole() {
    let service = Shelf::founding().await.service().await;
    let mut queue = VecDeque::from(["/".to_owned()]);
    let mut seen = BTreeMap::<String, BTreeSet<String>>::new();
    let (mut fragments, mut faults) = (Vec::new(), Vec::new());
    while let Some(path) = queue.pop_front() {
        if seen.contains_key(&path) || seen.len() > 1500 {
            continue;
        }
        seen.insert(path.clone(), BTreeSet::new());
        let answer = get(&service, &path).await;
        if answer.status.is_redirection() {
            queue.push_back(answer.header("location").to_owned());
            continue;
        }
        if answer.status != 200 {
            faults.push(format!("{} {path}", answer.status));
            continue;
        }
        if !answer.header("content-type").starts_with("text/html") {
            continue;
        }
        let page = answer.page();
        if attributes(&page, "html[lang=ar][dir=rtl]", "lang").len() != 1
            || texts(&page, "h1").len() != 1
            || texts(&page, "title").concat().trim().is_empty()
            || attributes(&page, "link[rel=canonical]", "href").len() != 1
            || !page.errors.is_empty()
        {
            faults.push(format!(
                "{path}: language, title, heading, canonical or form {:?}",
                page.errors
            ));
        }
        seen.insert(
            path.clone(),
            attributes(&page, "[id]", "id").into_iter().collect(),
        );
        let links = [
            ("a", "href"),
            ("link", "href"),
            ("img", "src"),
            ("script", "src"),
        ];
        for link in links.iter().flat_map(|(name, attribute)| {
            attributes(&page, &format!("{name}[{attribute}]"), attribute)
        }) {
            let link = link
                .strip_prefix("https://sijill.example")
                .unwrap_or(&link)
                .to_owned();
            let (target, fragment) = link.split_once('#').unwrap_or((link.as_str(), ""));
            let target = match target {
                "" if link.starts_with('#') => path.clone(),
                "" => "/".to_owned(),
                target if target.starts_with('?') => {
                    format!("{}{target}", path.split('?').next().unwrap_or(""))
                }
                target => target.to_owned(),
            };
            if target.starts_with('/') {
                if !fragment.is_empty() {
                    fragments.push((path.clone(), target.clone(), fragment.to_owned()));
                }
                queue.push_back(target);
            }
        }
    }
    for (from, path, fragment) in fragments {
        if seen
            .get(&path)
            .is_some_and(|ids| !ids.is_empty() && !ids.contains(&fragment))
        {
            faults.push(format!("{from}: no #{fragment} in {path}"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(seen.len() > 100, "only {} addresses", seen.len());
}
