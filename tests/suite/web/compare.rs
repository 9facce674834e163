//! Comparisons: what is shared stands once and in words, the rest with its own; what cannot be compared is named.

use sijill::model::id::EventId;
use sijill::store::forward::{merge_event, withdraw_event};

use super::{attributes, get, texts};
use crate::archive::Shelf;

const EVENT: &str = "9znnjxnq";

/// The event that the page of another leads to as the nearest.
async fn neighbour(service: &sijill::web::router::Service) -> String {
    let page = get(service, &format!("/events/{EVENT}")).await.page();
    let links = attributes(&page, ".related a.compare", "href");
    let link = links.first().expect("a related event");
    let (_, id) = link.split_once(',').expect("two ids");
    assert_eq!(*link, format!("/compare?events={EVENT},{id}"));
    id.to_owned()
}

#[tokio::test]
async fn two_events_show_what_they_share_and_what_they_do_not() {
    let service = Shelf::founding().await.service().await;
    let other = neighbour(&service).await;
    let answer = get(&service, &format!("/compare?events={EVENT},{other}")).await;
    assert_eq!(answer.status, 200);
    let page = answer.page();
    let rows = texts(&page, "table.comparison tbody tr th");
    assert!(rows.contains(&"التاريخ".to_owned()), "{rows:?}");
    let columns = attributes(&page, "table.comparison thead a", "href");
    assert_eq!(
        columns,
        [format!("/events/{EVENT}"), format!("/events/{other}")]
    );
    // A thing stands in one cell of its row alone.
    let labels = attributes(&page, "tbody td.common", "data-label");
    assert!(labels.len() == rows.len() && labels.iter().all(|label| label == "مشترك"));
    let common = attributes(&page, "tbody td.common a", "href");
    assert!(!common.is_empty());
    for (number, path) in columns.iter().enumerate() {
        let own = get(&service, path).await.page();
        let facts = attributes(&own, "dl.facts a", "href");
        assert!(common.iter().all(|link| facts.contains(link)), "{common:?}");
        let cells = format!("tbody td:nth-child({})", number + 3);
        assert!(!texts(&page, &cells).is_empty());
    }
    for link in attributes(&page, "main a[href^='/']", "href") {
        let path = link.split('#').next().unwrap_or_default();
        assert_eq!(get(&service, path).await.status, 200, "{link}");
    }
}

#[tokio::test]
async fn organizations_share_events_partners_and_people() {
    let service = Shelf::founding().await.service().await;
    let address = "/compare?organizations=feb20-support-netherlands,feb20-support-germany,hespress";
    let page = get(&service, address).await.page();
    let shared = attributes(&page, "tbody td.common a", "href");
    assert!(shared.contains(&format!("/events/{EVENT}")), "{shared:?}");
    assert!(shared.contains(&"/people/khalid-chaou".to_owned()));
    assert!(shared.contains(&"/organizations/feb20-support-italy".to_owned()));
    let lead = texts(&page, ".lead").concat();
    for counted in ["حدث واحد", "6 منظمات", "3 أشخاص"] {
        assert!(lead.contains(counted), "{lead}");
    }
    let compared = "/organizations/feb20-support-germany".to_owned();
    assert!(!shared.contains(&compared));
    assert_eq!(texts(&page, "thead th").len(), 5);
    let english = get(&service, &format!("/en{address}")).await.page();
    let names = texts(&english, "thead th bdi");
    assert_eq!(names.last().map(String::as_str), Some("هسبريس"));
    assert!(names.contains(&"Hespress".to_owned()));
}

#[tokio::test]
async fn without_parameters_the_page_explains_itself() {
    let service = Shelf::founding().await.service().await;
    let page = get(&service, "/compare").await.page();
    assert_eq!(texts(&page, "table").len(), 0);
    let fields = attributes(&page, "main input", "name");
    assert_eq!(fields.iter().filter(|name| *name == "events").count(), 4);
    assert_eq!(fields.len(), 8);
    let other = neighbour(&service).await;
    let typed = format!(
        "/compare?events={EVENT}&events=https%3A%2F%2Fsijill.example%2Fevents%2F{other}&events=&events="
    );
    let page = get(&service, &typed).await.page();
    assert_eq!(texts(&page, "table").len(), 1);
    let canonical = attributes(&page, "link[rel=canonical]", "href");
    assert_eq!(
        canonical,
        [format!(
            "https://sijill.example/compare?events={EVENT},{other}"
        )]
    );
}

#[tokio::test]
async fn what_cannot_be_compared_is_400_and_the_form_keeps_it() {
    let service = Shelf::founding().await.service().await;
    for (query, parameter, count) in [
        ("events=9znnjxnq,zzzzzzzz", "events", 1),
        ("events=9znnjxnq", "events", 1),
        ("organizations=hespress,nobody,noone", "organizations", 2),
        (
            "organizations=hespress,hamas&events=9znnjxnq",
            "organizations",
            1,
        ),
    ] {
        let answer = get(&service, &format!("/compare?{query}")).await;
        assert_eq!(answer.status, 400, "{query}");
        let page = answer.page();
        assert_eq!(
            texts(&page, ".notice code"),
            vec![parameter; count],
            "{query}"
        );
        let kept = attributes(&page, "main input", "value").concat();
        for id in query
            .split(['=', ',', '&'])
            .filter(|word| !word.ends_with('s'))
        {
            assert!(kept.contains(id), "{query}: {kept}");
        }
    }
}

#[tokio::test]
async fn a_merged_event_leads_to_the_one_it_went_into() {
    let shelf = Shelf::founding().await;
    let other = neighbour(&shelf.service().await).await;
    let list = super::get_json(&shelf.service().await, "/api/v1/events?limit=100").await;
    let items = list["items"].as_array().expect("items").iter();
    let ids = items.map(|item| item["id"].as_str().expect("an id").to_owned());
    let rest: Vec<String> = ids.filter(|id| id != EVENT && *id != other).collect();
    let id = |text: &str| EventId::parse(text).expect("an id");
    let mut writer = shelf.writer().await;
    let mut write = writer.begin().await.expect("a transaction");
    let merged = merge_event(&mut write, &id(&rest[0]), &id(&other)).await;
    assert!(merged.expect("an answer"));
    let withdrawn = withdraw_event(&mut write, &id(&rest[1]), "عينة").await;
    assert!(withdrawn.expect("an answer"));
    write.commit().await.expect("a commit");
    let service = shelf.service().await;
    let moved = get(&service, &format!("/en/compare?events={EVENT},{}", rest[0])).await;
    assert_eq!(moved.status, 308);
    let now = format!("/en/compare?events={EVENT},{other}");
    assert_eq!(moved.header("location"), now);
    assert_eq!(get(&service, &now).await.status, 200);
    let gone = get(&service, &format!("/compare?events={EVENT},{}", rest[1])).await;
    assert_eq!(gone.status, 400);
}
