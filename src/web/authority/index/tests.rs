//! Indexes: the filing in both languages, what answers to what is sought, how a large one is split.

use axum::http::Uri;

use super::{Asked, Filing, Index, answers};
use crate::model::id::OrganizationId;
use crate::model::name::{Bearer, Name, Named};
use crate::text::collate::compared_words;
use crate::web::locale::Language;
use crate::web::plural::ORGANIZATION;

fn named(number: usize, arabic: &str, latin: Option<&str>) -> Named {
    let id = OrganizationId::parse(&format!("body-{number}")).expect("an id");
    Named {
        bearer: Bearer::Organization(id),
        name: Name {
            arabic: arabic.to_owned(),
            latin: latin.map(str::to_owned),
        },
        variants: Vec::new(),
        events: number as u64 % 10,
    }
}

fn show(names: Vec<Named>, language: Language, address: &str) -> Index {
    let uri: Uri = address.parse().expect("an address");
    let asked = Asked::read(&uri);
    let mut filing = Filing::of(names, language);
    filing.keep(&asked.text, asked.letter);
    Index::of(asked, &filing, ORGANIZATION)
}

fn told(index: &Index) -> Vec<String> {
    let letters = index.letters.iter().map(|letter| {
        let names = letter.entries.iter().map(|entry| &*entry.name.arabic);
        let names: Vec<&str> = names.collect();
        format!("{} {}", letter.letter, names.join("، "))
    });
    letters.collect()
}

#[test]
fn an_index_files_the_article_and_hamza_away() {
    let names = [(1, "هند"), (2, "الأمل"), (3, "إيطاليا")];
    let names = names.map(|(number, name)| named(number, name, None));
    let index = show(names.into(), Language::Arabic, "/organizations");
    assert_eq!(told(&index), ["ا الأمل، إيطاليا", "ه هند"]);
    assert_eq!((index.total, index.is_digest), (3, false));
    let bar: Vec<&str> = index.bar.iter().map(|initial| &*initial.address).collect();
    assert_eq!(bar, ["#letter-627", "#letter-647"]);
}

#[test]
fn english_files_by_the_latin_name_and_begins_with_it() {
    let names = || {
        vec![
            named(1, "الأمم المتحدة", Some("United Nations")),
            named(2, "حماس", Some("Hamas")),
            named(3, "الأمل", None),
        ]
    };
    let english = show(names(), Language::English, "/organizations");
    assert_eq!(told(&english), ["H حماس", "U الأمم المتحدة", "ا الأمل"]);
    let arabic = show(names(), Language::Arabic, "/organizations");
    assert_eq!(told(&arabic), ["ا الأمل، الأمم المتحدة", "ح حماس"]);
}

#[test]
fn a_name_answers_in_any_spelling() {
    let own = Named {
        variants: vec!["Ahmed Sayasna".to_owned()],
        ..named(1, "أحمد الصياصنة", Some("Ahmad al-Sayasneh"))
    };
    let answered = |sought: &str| answers(&own, &compared_words(sought).collect::<Vec<_>>());
    for sought in [
        "احمد",
        "الصياصنه أحْمد",
        "صياص",
        "ahmed",
        "SAYAS",
        "AHMAD sayas",
    ] {
        assert!(answered(sought), "{sought}");
    }
    // The words of one name answer together, and short pieces of words do not.
    for sought in ["ahmed sayasneh", "مد", "محمد", "", "«»"] {
        assert!(!answered(sought), "{sought}");
    }
}

#[test]
fn a_large_index_is_split_by_letters_and_pages() {
    let letters = ["بيت", "حزب", "نور"];
    let names = || -> Vec<Named> {
        (0..2000)
            .map(|number| {
                let first = if number < 10 {
                    "زهرة"
                } else {
                    letters[number % 3]
                };
                named(number, &format!("{first} {number}"), None)
            })
            .collect()
    };
    let entries = |index: &Index| index.letters.iter().map(|own| own.entries.len()).sum();
    let first = show(names(), Language::Arabic, "/organizations");
    let count: usize = entries(&first);
    assert_eq!((first.is_digest, first.bar.len(), count), (true, 4, 24));
    assert_eq!(first.letters[0].entries.len(), 6);
    assert!(
        first.letters[0]
            .entries
            .iter()
            .all(|entry| entry.events == 9)
    );
    let (address, count) = first.letters[0].all.clone().expect("a link to the rest");
    assert_eq!(address, "/organizations?letter=%D8%A8");
    let letter = show(names(), Language::Arabic, &address);
    let shown: usize = entries(&letter);
    assert_eq!((shown, letter.letter), (300, Some('ب')));
    let next = letter.pager.next.clone().expect("more pages");
    let last = letter.pager.steps.last().expect("steps").address.clone();
    assert_eq!(next, "/organizations?letter=%D8%A8&page=2");
    let last: usize = entries(&show(names(), Language::Arabic, &last));
    assert_eq!(
        300 * (letter.pager.steps.len() - 1) + last,
        usize::try_from(count).expect("a count")
    );
    let beyond = show(
        names(),
        Language::Arabic,
        "/organizations?letter=%D8%A8&page=9",
    );
    assert_eq!(
        (beyond.wrong[0].parameter, beyond.letters.len()),
        ("page", 0)
    );
}

#[test]
fn letters_are_read_in_any_form_and_wrong_ones_are_named() {
    let asked = |query: &str| {
        let uri = format!("/people?{query}").parse::<Uri>();
        Asked::read(&uri.expect("an address"))
    };
    assert_eq!(asked("letter=%D8%A3").letter, Some('ا'));
    assert_eq!(asked("letter=h").letter, Some('H'));
    assert_eq!(asked("letter=%23").letter, Some('#'));
    for wrong in ["letter=%D8%A8%D8%AA", "letter=!", "letter=1"] {
        let asked = asked(wrong);
        assert_eq!(
            (asked.letter, asked.wrong[0].parameter),
            (None, "letter"),
            "{wrong}"
        );
    }
}
