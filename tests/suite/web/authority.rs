//! Organizations, people, places and countries: what their pages tell beside the events, and their indexes.

use scraper::Html;
use sijill::web::router::Service;

use super::{attributes, get, texts};
use crate::archive::Shelf;

const INDEXES: [&str; 4] = ["/organizations", "/people", "/places", "/countries"];

async fn page(service: &Service, path: &str) -> Html {
    let answer = get(service, path).await;
    assert_eq!(answer.status, 200, "{path}");
    answer.page()
}

/// An index searched within.
fn sought(path: &str, text: &str) -> String {
    sijill::web::url::with_query(path, [("q", text)].into_iter())
}

/// The links of the section with this id as its heading.
fn links(page: &Html, id: &str) -> Vec<String> {
    attributes(
        page,
        &format!("section[aria-labelledby={id}] a:not(.compare)"),
        "href",
    )
}

#[tokio::test]
async fn an_organization_shows_its_people_its_companions_and_its_time() {
    let service = Shelf::founding().await.service().await;
    let page = page(&service, "/organizations/united-nations").await;
    let events = attributes(&page, ".results .card h3 a", "href");
    let ordered = links(&page, "moments");
    assert_eq!((events.len(), texts(&page, ".histogram a").len()), (2, 2));
    let sorted = |mut links: Vec<String>| {
        links.sort();
        links
    };
    assert_eq!(sorted(events), sorted(ordered));
    let companions = links(&page, "companions");
    assert!(companions.len() > 3, "{companions:?}");
    let compared = attributes(&page, "a.compare", "href");
    assert_eq!(compared.len(), companions.len());
    let ways = attributes(&page, "dl.facts a", "href");
    for way in [
        "/events?organization=united-nations",
        "/timeline?organization=united-nations",
        "/organizations/united-nations.json",
    ] {
        assert!(ways.contains(&way.to_owned()), "{way}: {ways:?}");
    }
    let own = get(&service, "/organizations/feb20-support-netherlands")
        .await
        .page();
    assert_eq!(links(&own, "affiliates"), ["/people/khalid-chaou"]);
    assert!(
        texts(&own, "section[aria-labelledby=affiliates] .note")
            .concat()
            .contains("عضو")
    );
    let coalition = get(&service, "/organizations/feb20-support-coalition-abroad")
        .await
        .page();
    assert_eq!(links(&coalition, "said").len(), 3);
}

#[tokio::test]
async fn a_person_shows_offices_in_time_and_what_they_said_where() {
    let service = Shelf::founding().await.service().await;
    let page = page(&service, "/people/khalid-chaou").await;
    let facts = texts(&page, "dl.facts .fact");
    assert_eq!(facts.len(), 1);
    assert!(facts[0].contains("2011"), "{facts:?}");
    let said = links(&page, "said");
    assert_eq!(said.len(), 1);
    let (event, anchor) = said[0].split_once('#').expect("an anchor");
    let event = get(&service, event).await.page();
    let there = texts(&event, &format!("#{anchor} blockquote"));
    assert_eq!(there.len(), 1);
    assert_eq!(
        texts(&page, "section[aria-labelledby=said] blockquote"),
        there
    );
    let beside = links(&page, "people");
    assert!(
        beside.contains(&"/people/thair-berkani".to_owned()),
        "{beside:?}"
    );
}

#[tokio::test]
async fn a_place_leads_to_maps_and_a_country_to_its_neighbours() {
    let service = Shelf::founding().await.service().await;
    let brussels = page(&service, "/places/brussels").await;
    let spot = attributes(&brussels, "dl.facts a[href^='geo:']", "href");
    assert_eq!(spot, ["geo:50.85,4.35"]);
    let belgium = page(&service, "/countries/BE").await;
    let neighbours = links(&belgium, "countries");
    assert!(
        neighbours.contains(&"/countries/NL".to_owned()),
        "{neighbours:?}"
    );
    assert!(!neighbours.contains(&"/countries/BE".to_owned()));
    // What both are counted by is what the list shows for both.
    let shared = texts(&belgium, "section[aria-labelledby=countries] li");
    assert!(shared.iter().all(|one| one.contains("حدث")), "{shared:?}");
    assert!(links(&belgium, "places").contains(&"/places/brussels".to_owned()));
}

#[tokio::test]
async fn english_shows_and_files_the_latin_name_first() {
    let service = Shelf::founding().await.service().await;
    let own = page(&service, "/en/organizations/european-union").await;
    assert_eq!(texts(&own, "h1 bdi"), ["European Union", "الاتحاد الأوروبي"]);
    assert_eq!(attributes(&own, "h1 bdi[lang=ar]", "dir"), ["rtl"]);
    assert!(texts(&own, "title")[0].starts_with("European Union"));
    let arabic = page(&service, "/organizations/european-union").await;
    assert_eq!(texts(&arabic, "h1 bdi"), ["الاتحاد الأوروبي"]);
    let index = page(&service, "/en/organizations").await;
    let letters = texts(&index, ".index h2");
    let first_arabic = letters.iter().position(|letter| letter.as_str() > "Z");
    let first_arabic = first_arabic.expect("names without a Latin form");
    assert!(
        letters[..first_arabic].contains(&"E".to_owned()),
        "{letters:?}"
    );
    assert!(
        letters[first_arabic..]
            .iter()
            .all(|letter| letter.as_str() > "Z")
    );
    let union = texts(&index, "section[aria-labelledby=letter-45] li bdi");
    assert_eq!(union, ["European Union", "الاتحاد الأوروبي"]);
    // Bodies that appear beside are named in the same way.
    let country = page(&service, "/en/countries/SY").await;
    let beside = texts(&country, "section[aria-labelledby=beside] a bdi[dir=ltr]");
    assert!(
        beside.iter().any(|name| name.starts_with("Syrian")),
        "{beside:?}"
    );
}

#[tokio::test]
async fn a_search_within_finds_names_in_any_spelling_and_says_what_it_found() {
    let service = Shelf::founding().await.service().await;
    for (index, text, found) in [
        ("/people", "احمد", "/people/ahmad-al-sayasneh"),
        ("/people", "أَحـمد", "/people/ahmad-al-sayasneh"),
        ("/people", "ahmad sayas", "/people/ahmad-al-sayasneh"),
        ("/organizations", "الاوروبي", "/organizations/european-union"),
        (
            "/organizations",
            "european",
            "/organizations/european-union",
        ),
        ("/places", "بروكس", "/places/brussels"),
        ("/countries", "المان", "/countries/DE"),
        ("/countries", "be", "/countries/BE"),
        ("/en/people", "احمد", "/en/people/ahmad-al-sayasneh"),
    ] {
        let page = page(&service, &sought(index, text)).await;
        let links = attributes(&page, "main li a, main th a", "href");
        assert!(links.contains(&found.to_owned()), "{text}: {links:?}");
        assert_eq!(attributes(&page, "main input[name=q]", "value"), [text]);
        assert_eq!(texts(&page, "[role=status]").len(), 1);
    }
    for index in INDEXES {
        let none = page(&service, &sought(index, "قسطنطينية")).await;
        assert_eq!(texts(&none, ".empty").len(), 1, "{index}");
        let home = attributes(&none, "[role=status] a", "href");
        assert_eq!(home, [index]);
    }
}

#[tokio::test]
async fn wrong_letters_and_pages_are_named() {
    let service = Shelf::founding().await.service().await;
    for (address, parameter) in [
        ("/people?letter=ab", "letter"),
        ("/organizations?letter=%21", "letter"),
        ("/places?page=0", "page"),
        ("/places?page=2", "page"),
    ] {
        let answer = get(&service, address).await;
        assert_eq!(answer.status, 400, "{address}");
        assert_eq!(texts(&answer.page(), ".notice code"), [parameter]);
    }
    let letter = page(&service, "/people?letter=%D8%A8").await;
    assert_eq!(texts(&letter, ".index h2"), ["ب"]);
    assert_eq!(texts(&letter, "nav.letters a[aria-current]").len(), 1);
}

#[tokio::test]
async fn ten_thousand_names_are_split_by_letters_and_none_is_lost() {
    let shelf = Shelf::new();
    let firsts = ["حزب", "جمعية", "حركة", "منظمة", "الاتحاد", "نقابة", "شبكة"];
    let records = (0..10_000).map(|number: usize| {
        let name = format!("{} الوفاء {number}", firsts[number % firsts.len()]);
        format!(
            "[[organization]]\nid = \"body-{number}\"\nname = \"{name}\"\nkind = \"association\"\n"
        )
    });
    let records: String = records.collect();
    shelf.file("seeds/authorities/organizations.toml", &records);
    shelf.import(&[shelf.folder.path().join("seeds")]).await;
    let service = shelf.service().await;
    let first = get(&service, "/organizations").await;
    assert!(first.bytes.len() < 60_000, "{} bytes", first.bytes.len());
    let bar = attributes(&first.page(), "nav.letters a", "href");
    assert_eq!(bar.len(), 6);
    let mut seen = std::collections::BTreeSet::new();
    for letter in bar {
        let mut next = Some(letter);
        while let Some(address) = next {
            let answer = get(&service, &address).await;
            assert_eq!(answer.status, 200, "{address}");
            assert!(
                answer.bytes.len() < 150_000,
                "{address}: {}",
                answer.bytes.len()
            );
            let page = answer.page();
            seen.extend(attributes(&page, ".index section li a", "href"));
            next = attributes(&page, "nav.pager a[rel=next]", "href").pop();
        }
    }
    assert_eq!(seen.len(), 10_000);
    let found = page(&service, &sought("/organizations", "وفاء 9999")).await;
    assert_eq!(links_of(&found), ["/organizations/body-9999"]);
}

fn links_of(page: &Html) -> Vec<String> {
    attributes(page, ".index section li a", "href")
}

#[tokio::test]
async fn every_link_of_these_pages_answers() {
    let service = Shelf::founding().await.service().await;
    let paths = [
        "/organizations/february-20-movement",
        "/en/organizations/european-union",
        "/people/khaled-mashal",
        "/places/brussels",
        "/en/countries/MA",
        "/organizations?q=%D8%AD%D8%B1%D9%83%D8%A9",
        "/en/people?letter=A",
    ];
    for path in paths {
        let page = page(&service, path).await;
        for link in attributes(&page, "main a[href^='/']", "href") {
            let answer = get(&service, &link).await;
            assert_eq!(answer.status, 200, "{path} leads to {link}");
        }
    }
}
