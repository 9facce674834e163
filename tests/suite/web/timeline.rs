//! The line of time: the list's events, each at its place, and the same as a table.

use super::{attributes, get, texts};
use crate::archive::Shelf;

#[tokio::test]
async fn the_picture_and_the_table_show_what_the_list_shows() {
    let service = Shelf::founding().await.service().await;
    let page = get(&service, "/timeline").await.page();
    let marks = attributes(&page, "svg a[href^='/events/']", "href");
    let rows = attributes(&page, "tbody a[href^='/events/']", "href");
    assert_eq!((marks.len(), &marks), (5, &rows));
    // The two dates that the archive inferred say so.
    assert_eq!(texts(&page, "tbody .badge.inferred").len(), 2);
    assert_eq!(attributes(&page, "svg circle.open", "r").len(), 2);
    let filtered = get(&service, "/timeline?country=BE").await.page();
    let found = attributes(&filtered, "tbody a", "href");
    let list = get(&service, "/events?country=BE").await.page();
    let mut listed = attributes(&list, ".results .card h3 a", "href");
    listed.reverse();
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|event| listed.contains(event)));
    assert_eq!(texts(&filtered, "nav.filters .chip").len(), 1);
}

#[tokio::test]
async fn time_runs_with_the_page_and_wrong_dates_are_named() {
    let service = Shelf::founding().await.service().await;
    let places = |page: &scraper::Html| -> Vec<i32> {
        let places = attributes(page, "svg circle", "cx").into_iter();
        places.map(|x| x.parse().expect("a number")).collect()
    };
    let arabic = places(&get(&service, "/timeline").await.page());
    let english = places(&get(&service, "/en/timeline").await.page());
    assert!(
        arabic.is_sorted_by(|first, second| first >= second),
        "{arabic:?}"
    );
    assert!(english.is_sorted(), "{english:?}");
    let wrong = get(&service, "/timeline?from=soon").await;
    assert_eq!(wrong.status, 400);
    assert_eq!(texts(&wrong.page(), ".notice code"), ["from"]);
}
