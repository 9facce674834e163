//! The order of answers, and pages of them.

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
