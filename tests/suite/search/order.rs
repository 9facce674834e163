//! The order of answers, and pages of them.

use sijill::model::id::EventId;
use sijill::model::vocabulary::Kind;
use sijill::search::Index;
use sijill::search::query::{Query, Sort};

use crate::search::sample::{With, event, index_of, numbers};

fn archive() -> Index {
    index_of([
        event(1, "نص").titled("الوردة").on("2012"),
        event(2, "نص").titled("بيان"),
        event(3, "نص").titled("أمل").on("2010-05"),
        event(4, "نص").titled("آمال").on("2012-01-01"),
        event(5, "نص").titled("تاج").on("../1999"),
        event(6, "نص").titled("ثمر").on("1948-05-15"),
    ])
}

#[test]
fn undated_events_come_last_both_ways() {
    let index = archive();
    for (sort, expected) in [
        (Sort::Oldest, [6, 5, 3, 1, 4, 2]),
        (Sort::Newest, [1, 4, 3, 5, 6, 2]),
        (Sort::Relevance, [1, 4, 3, 5, 6, 2]),
        (Sort::Title, [4, 3, 2, 5, 6, 1]),
    ] {
        assert_eq!(
            numbers(
                &index
                    .search(&Query {
                        sort,
                        ..Query::default()
                    })
                    .unwrap()
            ),
            expected,
            "{sort:?}"
        );
    }
}

#[test]
fn pages_are_cut_from_one_order() {
    let index = archive();
    let page = |offset, limit| {
        let query = Query {
            text: "نص".to_owned(),
            sort: Sort::Oldest,
            offset,
            limit,
            ..Query::default()
        };
        let answer = index.search(&query).unwrap();
        assert_eq!(answer.total, 6);
        numbers(&answer)
    };
    assert_eq!(
        [page(0, 2), page(2, 2), page(4, 2)].concat(),
        page(0, usize::MAX)
    );
    assert_eq!(page(6, 2), [0; 0]);
    assert_eq!(page(usize::MAX, usize::MAX), [0; 0]);
    assert_eq!(page(0, 0), [0; 0]);
}

#[test]
fn scores_are_given_where_they_order() {
    let index = archive();
    let search = |sort| {
        index
            .search(&Query {
                text: "نص".to_owned(),
                sort,
                ..Query::default()
            })
            .unwrap()
    };
    let best = search(Sort::Relevance);
    assert_eq!(numbers(&best), [1, 2, 3, 4, 5, 6]);
    assert!(
        best.hits
            .iter()
            .all(|hit| hit.score.is_some_and(|score| score > 0.0))
    );
    assert!(
        search(Sort::Title)
            .hits
            .iter()
            .all(|hit| hit.score.is_none())
    );
}

/// More events than are scored together, their texts drawn from a few words, the first of which are frequent.
fn large_archive() -> Index {
    const WORDS: [&str; 16] = [
        "المجلس",
        "مجالس",
        "اتفق",
        "الوطن",
        "وطني",
        "هيئة",
        "الهيئات",
        "بيان",
        "بيانات",
        "كتاب",
        "كاتبة",
        "أحزاب",
        "الحزب",
        "رئيس",
        "برلين",
        "تونس",
    ];
    let mut state = 1_u64;
    let mut draw = |below: u64| {
        // Knuth's generator of 64 bits (The Art of Computer Programming 2, 3.3.4).
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    index_of((0..5000_u32).map(|number| {
        let length = 3 + draw(30);
        let words = (0..length).map(|_| {
            let place = draw(16).min(draw(16));
            WORDS[place as usize]
        });
        let text = words.collect::<Vec<_>>().join(" ");
        let mut event = event(1, &text);
        event.id = EventId::parse(&format!("{number:08}")).unwrap();
        match draw(4) {
            0 => event.titled("بيان المجلس"),
            1 => event.of_kind(Kind::Meeting),
            _ => event,
        }
    }))
}

#[test]
fn the_first_of_an_answer_do_not_depend_on_how_many_are_asked_for() {
    let index = large_archive();
    for text in [
        "مجلس",
        "تونس",
        "برلين",
        "مجلس وطن",
        "كتاب تونس",
        "هيئة رئيس حزب",
        "مجلس بيان اتفق كاتب",
        "أين اتفق المجلس والهيئة على بيان في تونس وبرلين",
        "مجلس -تونس",
        "مجلس \"هيئة بيان\"",
        "=المجلس وطن",
    ] {
        for kind in [None, Some(Kind::Meeting)] {
            let first = |limit| {
                let query = Query {
                    text: text.to_owned(),
                    kind,
                    limit,
                    ..Query::default()
                };
                index.search(&query).unwrap()
            };
            let all = first(usize::MAX);
            assert!(all.total > 20, "{text}");
            for limit in [1, 20, 50] {
                let some = first(limit);
                assert_eq!(
                    (some.total, &some.facets),
                    (all.total, &all.facets),
                    "{text}"
                );
                let most = limit.min(all.hits.len());
                assert_eq!(some.hits, all.hits[..most], "{text}");
            }
        }
    }
}
