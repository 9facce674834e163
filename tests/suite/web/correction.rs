//! The form of a correction: it writes the letter, sends nothing, stores nothing, and says what it lacks.

use sijill::model::contact::Contact;
use sijill::web::url::encode;

use super::{Answer, attributes, get, texts};
use crate::archive::Shelf;

const PAGE: &str = "/about/corrections";
const EVENT: &str = "/events/9znnjxnq";

/// The value of a field that is filled in.
fn field(answer: &Answer, id: &str) -> String {
    attributes(&answer.page(), &format!("#{id}"), "value").concat()
}

#[tokio::test]
async fn an_event_leads_to_its_form_and_the_form_to_a_letter() {
    let shelf = Shelf::founding().await;
    let service = shelf.service().await;
    let event = get(&service, EVENT).await.page();
    let links = attributes(&event, ".cite a[rel=nofollow]", "href");
    assert_eq!(links, [format!("{PAGE}?event=9znnjxnq")]);
    let form = get(&service, &links[0]).await;
    assert_eq!(form.status, 200);
    assert!(field(&form, "event").ends_with(EVENT));
    assert!(texts(&form.page(), "#letter").is_empty());
    // The facts that are offered are those of the event's page.
    let anchors = attributes(&form.page(), "#fact option", "value");
    let ids = attributes(&event, "[id]", "id");
    assert!(anchors.len() > 10, "{anchors:?}");
    for anchor in anchors.iter().filter(|anchor| !anchor.is_empty()) {
        assert!(ids.contains(anchor), "{anchor}");
    }
    let (wrong, source) = (
        "الرقم 89 لا 98\nفي الفقرة الأولى",
        "https://b.example/?a=1&b=2",
    );
    let query = format!(
        "{PAGE}?event=9znnjxnq&fact=fact-date-1&wrong={}&source={}",
        encode(wrong),
        encode(source)
    );
    let answer = get(&service, &query).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(
        attributes(&answer.page(), "meta[name=robots]", "content"),
        ["noindex"]
    );
    let body = texts(&answer.page(), "#body").concat();
    for part in [
        "https://sijill.example/events/9znnjxnq#fact-date-1",
        "https://sijill.example/events/9znnjxnq/revisions/1",
        wrong,
        source,
    ] {
        assert!(body.contains(part), "{part} in {body}");
    }
    assert!(!texts(&answer.page(), "h1").is_empty());
    assert!(
        attributes(&answer.page(), "#main a[href^='mailto:']", "href").is_empty(),
        "this site names no address"
    );
    assert_eq!(
        get(&service, PAGE).await.header("cache-control"),
        "no-cache"
    );
}

#[tokio::test]
async fn evidence_and_a_pasted_address_stand_for_their_fact() {
    let service = Shelf::founding().await.service().await;
    for (query, chosen) in [
        ("event=9znnjxnq&fact=evidence-1", "fact-date-1"),
        ("event=9znnjxnq&fact=p1", "p1"),
        (
            "event=https://sijill.example/en/events/9znnjxnq%23decision-1",
            "decision-1",
        ),
        ("event=9znnjxnq", ""),
    ] {
        let answer = get(&service, &format!("{PAGE}?{query}")).await;
        assert_eq!(answer.status, 200, "{query}");
        let page = answer.page();
        let selected = attributes(&page, "#fact option[selected]", "value").concat();
        assert_eq!(selected, chosen, "{query}");
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field_and_the_rest_is_kept() {
    let service = Shelf::founding().await.service().await;
    for (query, fields) in [
        ("event=none&wrong=a", &["event"][..]),
        ("event=zzzzzzzz&wrong=", &["event", "wrong"]),
        ("event=9znnjxnq&fact=decision-99&wrong=a", &["fact"]),
        ("event=9znnjxnq&fact=p99", &["fact"]),
        ("event=9znnjxnq&wrong=+&source=b", &["wrong"]),
    ] {
        let answer = get(&service, &format!("{PAGE}?{query}")).await;
        assert_eq!(answer.status, 400, "{query}");
        let page = answer.page();
        assert_eq!(attributes(&page, "[aria-invalid]", "id"), fields, "{query}");
        for field in fields {
            let fault = texts(&page, &format!("#{field}-fault")).concat();
            assert!(!fault.is_empty(), "{query}: {field}");
            assert!(texts(&page, ".notice.error").concat().contains(&fault));
        }
        assert!(texts(&page, "#letter").is_empty());
    }
    let kept = get(
        &service,
        &format!("{PAGE}?event=9znnjxnq&wrong=&source=%22b%22"),
    )
    .await;
    assert_eq!(field(&kept, "source"), "\"b\"");
}

#[tokio::test]
async fn the_letter_goes_where_the_site_says() {
    let shelf = Shelf::founding().await;
    let query = format!("/en{PAGE}?event=9znnjxnq&wrong=a%26b");
    for (address, start, part) in [
        (
            "a@b.example",
            "mailto:a@b.example?subject=Correction%3A%20",
            "a%26b",
        ),
        (
            "https://t.example/new",
            "https://t.example/new?title=Correction%3A%20",
            "a%26b",
        ),
    ] {
        let contact = Contact::parse(address).expect("an address");
        let service = shelf.service_corrected_at(contact).await;
        let page = get(&service, &query).await.page();
        let link = attributes(&page, "#letter ~ p a.button, .notice a.button", "href");
        assert_eq!(link.len(), 1, "{link:?}");
        assert!(link[0].starts_with(start), "{link:?}");
        assert!(
            link[0].contains("&body=") && link[0].contains(part),
            "{link:?}"
        );
        assert!(texts(&page, ".notice").concat().contains(address));
        let statement = get(&service, "/en/about/accessibility").await;
        assert!(statement.text().contains(address));
    }
}
