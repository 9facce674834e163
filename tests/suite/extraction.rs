//! What a draft finds of what its document states, held to floors. A rule that loses more than it wins falls below one.

use crate::archive::project;

#[path = "../evaluate/extraction/answer.rs"]
mod answer;
#[path = "../evaluate/extraction/compare.rs"]
mod compare;
#[path = "../evaluate/extraction/gold.rs"]
mod gold;
#[path = "../evaluate/extraction/list.rs"]
mod list;
#[path = "../evaluate/extraction/name.rs"]
mod name;
#[path = "../evaluate/extraction/score.rs"]
mod score;
#[path = "../evaluate/extraction/seeds.rs"]
mod seeds;

use compare::{Run, run};
use gold::read_gold;
use score::Field;
use seeds::read_records;

/// The least F1, or share of right answers, on the written documents and on the founding records.
const FLOORS: &[(Field, f64, f64)] = &[
    (Field::IsEvent, 0.98, 1.0),
    (Field::Kind, 0.97, 1.0),
    (Field::StartDate, 0.95, 1.0),
    (Field::EndDate, 0.95, 1.0),
    (Field::VenueCountry, 0.95, 1.0),
    (Field::Online, 0.97, 1.0),
    (Field::Attendance, 0.95, 1.0),
    (Field::Body, 0.9, 1.0),
    (Field::Count, 0.95, 1.0),
    (Field::Country, 0.97, 0.95),
    (Field::City, 0.92, 1.0),
    (Field::Organization, 0.87, 0.8),
    (Field::Person, 0.88, 0.95),
    (Field::Decision, 0.95, 0.85),
    (Field::Quotation, 0.93, 0.95),
];

fn hold(run: &Run, floor: impl Fn(&(Field, f64, f64)) -> f64) {
    assert!(run.faults.is_empty(), "{:#?}", run.faults);
    for row in FLOORS {
        let reached = run.scores.tally(row.0).f1();
        let misses = run.scores.misses().iter();
        let misses = misses.filter(|miss| miss.field == row.0);
        let misses: Vec<String> = misses.map(ToString::to_string).collect();
        let (name, floor) = (row.0.name(), floor(row));
        assert!(
            reached >= floor,
            "{name}: {reached:.3} is below {floor}\n{}\n{}",
            misses.join("\n"),
            run.scores
        );
    }
}

#[test]
fn written_documents_are_drafted_as_a_reader_would() {
    let gold = read_gold(&project("tests/fixture/extraction")).expect("gold");
    assert!(gold.len() >= 40, "{} documents", gold.len());
    hold(&run(&gold).expect("a draft"), |floors| floors.1);
}

#[test]
fn founding_records_are_drafted_as_they_were_reviewed() {
    let gold = read_records(&project("seeds")).expect("gold");
    assert_eq!(gold.len(), 5);
    hold(&run(&gold).expect("a draft"), |floors| floors.2);
}

#[test]
fn gold_stands_in_its_text() {
    let mut wrong = Vec::new();
    for gold in read_gold(&project("tests/fixture/extraction")).expect("gold") {
        let facts = &gold.facts;
        let places = facts.places.iter().flatten().map(|place| &place.name);
        let organizations = facts.organizations.iter().flatten();
        let people = facts.people.iter().flatten();
        let quotations = facts.quotations.iter().flatten();
        let passages = facts.decisions.iter().flatten().chain(quotations.clone());
        let words = places
            .chain(organizations.chain(people).map(|part| &part.name))
            .chain(quotations.map(|quotation| &quotation.speaker))
            .map(String::as_str)
            .chain(passages.flat_map(|passage| passage.text.split('…').map(str::trim)));
        for words in words {
            let after_lam = words.strip_prefix("ال").map(|rest| format!("لل{rest}"));
            // One of «أحزاب …» is named with the head that they share.
            let stands_behind_its_head = || {
                let has_head = |head: &str| {
                    gold.text.contains(head) || head == "حزب" && gold.text.contains("أحزاب")
                };
                let parts = words.split_once(' ');
                parts.is_some_and(|(head, rest)| has_head(head) && gold.text.contains(rest))
            };
            let stands = gold.text.contains(words)
                || after_lam.is_some_and(|words| gold.text.contains(&words))
                || stands_behind_its_head();
            if !stands {
                wrong.push(format!("{}: «{words}»", gold.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn names_are_one_when_most_of_their_words_are() {
    for (one, other, expected) in [
        ("حزب العمل", "حزب عمل", true),
        ("اتحاد المزارعين", "إتحاد المزارعين", true),
        ("جبهة العمل الوطني الموحد", "جبهة العمل الوطني", true),
        ("جبهة العمل الوطني", "جبهة العمل", false),
        ("محمد بن علي", "محمد بن سالم", false),
    ] {
        assert_eq!(name::is_same(one, other), expected, "{one} | {other}");
    }
}

#[test]
fn what_the_gold_does_not_ask_is_not_scored() {
    let facts = r#"{"is_event": true, "kind": "meeting", "online": null, "people": [],
        "countries": [{"code": "MA", "roles": ["mentioned"]}, {"code": "TN", "roles": ["mentioned"]}],
        "accepted": {"kind": ["conference"], "country_ambiguous": ["TN", "DZ"]}}"#;
    let facts = serde_json::from_str(facts).expect("gold");
    let (name, text) = ("one".to_owned(), String::new());
    let gold = gold::Gold { name, text, facts };
    let draft = r#"{"is_event": true, "kind": "conference", "dates": [{"edtf": "2011"}],
        "people": [{"name": "علي صالح", "role": "participant"}, {"name": "علي حسن", "role": "mentioned"}],
        "countries": [{"code": "MA"}, {"code": "DZ"}, {"code": "LY"}]}"#;
    let mut scores = score::Scores::default();
    let draft = serde_json::from_str(draft).expect("a draft");
    compare::compare(&mut scores, &gold, &draft);
    let row = |field| {
        let tally = scores.tally(field);
        (tally.expected, tally.found, tally.right)
    };
    assert_eq!(row(Field::Kind), (1, 1, 1));
    assert_eq!(row(Field::StartDate), (0, 0, 0));
    assert_eq!(row(Field::VenueCountry), (0, 0, 0));
    assert_eq!(row(Field::Online), (1, 1, 1));
    assert_eq!(row(Field::Country), (1, 2, 1));
    assert_eq!(row(Field::Person), (0, 1, 0));
    assert_eq!(row(Field::Organization), (0, 0, 0));
    let misses = scores.misses().iter().map(ToString::to_string);
    let misses: Vec<_> = misses.collect();
    assert_eq!(
        misses,
        [
            "one countries: expected nothing, found «LY»",
            "one people: expected nothing, found «علي صالح»",
        ]
    );
}
