//! The two languages of the pages and the digits a reader chose: the record is the same in all of them.

use axum::http::Method;

use super::{ask, attributes, get, texts};
use crate::archive::Shelf;

const EVENT: &str = "/events/9znnjxnq";

#[tokio::test]
async fn a_reader_switches_to_english_and_back_on_the_same_record() {
    let service = Shelf::founding().await.service().await;
    let arabic = get(&service, EVENT).await.page();
    let english = attributes(&arabic, "nav.main a[hreflang=en]", "href");
    assert_eq!(english, [format!("/en{EVENT}")]);
    let page = get(&service, &english[0]).await.page();
    assert_eq!(attributes(&page, "html", "dir"), ["ltr"]);
    assert_eq!(
        attributes(&page, "nav.main a[hreflang=ar]", "href"),
        [EVENT]
    );
    // The interface changes its language, the archive's words and the permalink do not.
    assert_eq!(texts(&page, "#facts"), ["Facts"]);
    assert_eq!(texts(&page, "h1"), texts(&arabic, "h1"));
    assert_eq!(attributes(&page, "h1 bdi", "lang"), ["ar"]);
    assert_eq!(texts(&page, ".source-text"), texts(&arabic, ".source-text"));
    assert!(texts(&page, "dl.facts").concat().contains("6 August 2011"));
    let cited = |page: &scraper::Html| texts(page, ".cite code");
    assert_eq!(cited(&page), cited(&arabic));
    let data = get(&service, &format!("/en{EVENT}.json")).await;
    assert_eq!(
        data.bytes,
        get(&service, &format!("{EVENT}.json")).await.bytes
    );
}

#[tokio::test]
async fn a_filtered_list_keeps_its_filters_in_the_other_language() {
    let service = Shelf::founding().await.service().await;
    let page = get(&service, "/en/events?country=BE").await.page();
    let back = attributes(&page, "nav.main a[hreflang=ar]", "href");
    assert_eq!(back, ["/events?country=BE"]);
    assert_eq!(texts(&page, "#results"), ["2 events"]);
    let wrong = get(&service, "/en/events?from=soon").await;
    assert_eq!(wrong.status, 400);
    assert!(
        wrong.text().contains("Write a year as 2011"),
        "{}",
        wrong.text()
    );
    let moved = get(&service, "/en/events/").await;
    assert_eq!(moved.header("location"), "/en/events");
}

#[tokio::test]
async fn digits_are_the_readers_choice_and_the_source_keeps_its_own() {
    let service = Shelf::founding().await.service().await;
    let western = get(&service, EVENT).await.page();
    let choice = attributes(&western, "footer a[rel=nofollow]", "href");
    let chosen = get(&service, &choice[0]).await;
    assert_eq!(
        (chosen.status.as_u16(), chosen.header("location")),
        (303, EVENT)
    );
    let cookie = chosen
        .header("set-cookie")
        .split(';')
        .next()
        .unwrap_or_default();
    let mashreq = ask(&service, Method::GET, EVENT, &[("cookie", cookie)])
        .await
        .page();
    assert!(texts(&mashreq, "dl.facts").concat().contains("٢٠١١"));
    assert!(texts(&mashreq, "dl.facts").concat().contains("2011-08-06"));
    assert_eq!(
        texts(&mashreq, ".source-text"),
        texts(&western, ".source-text")
    );
    assert!(!texts(&western, "dl.facts").concat().contains('٢'));
    // The cache tells the two apart.
    let again = get(&service, EVENT).await.page();
    assert_eq!(texts(&again, "dl.facts"), texts(&western, "dl.facts"));
    assert_eq!(get(&service, "/digits?to=roman").await.status, 400);
    let astray = get(&service, "/digits?to=western&back=//evil.example").await;
    assert_eq!(astray.header("location"), "/");
}

#[tokio::test]
async fn english_pages_put_latin_names_before_those_of_the_documents() {
    const EVENT: &str = "hjq5pdc5";
    let service = Shelf::founding().await.service().await;
    let page = async |path: &str| get(&service, path).await.page();
    let event = page(&format!("/en/events/{EVENT}")).await;
    let linked = texts(&event, ".facts .fact a bdi[dir=ltr]");
    for name in [
        "Istanbul",
        "Hamas",
        "Khaled Mashal",
        "Global Coalition for Al-Quds and Palestine",
    ] {
        assert!(linked.contains(&name.to_owned()), "{linked:?}");
    }
    let beside = texts(&event, ".facts .fact bdi.note[lang=ar][dir=rtl]");
    assert!(beside.contains(&"خالد مشعل".to_owned()), "{beside:?}");
    // A body without such a name keeps its own, marked as what it is.
    let arabic = texts(&event, ".facts .fact a bdi[lang=ar]");
    assert!(
        arabic.iter().any(|name| name.starts_with("تنسيقية")),
        "{arabic:?}"
    );
    assert!(texts(&event, "figcaption a bdi[dir=ltr]").contains(&"Khaled Mashal".to_owned()));

    let list = page("/en/events").await;
    let chips = texts(&list, ".card .chip bdi:not([lang])");
    assert!(
        chips.contains(&"Syrian Council for Change".to_owned()),
        "{chips:?}"
    );
    let chips = texts(&list, ".card .chip bdi[lang=ar][dir=rtl]");
    assert!(
        chips.iter().all(|name| !name.is_ascii()) && !chips.is_empty(),
        "{chips:?}"
    );
    let active = page("/en/events?organization=united-nations").await;
    assert!(texts(&active, ".filters .chip bdi").contains(&"United Nations".to_owned()));

    let decisions = page("/en/decisions?organization=united-nations").await;
    assert!(texts(&decisions, ".filters .chip bdi").contains(&"United Nations".to_owned()));

    // Arabic pages do without.
    let event = page(&format!("/events/{EVENT}")).await;
    assert!(
        !texts(&event, ".facts bdi")
            .iter()
            .any(|name| name.contains("Hamas"))
    );
}
