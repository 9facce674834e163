//! The nearest spelling of what is not found.

use proptest::prelude::{any, prop_assert, proptest};
use sijill::search::Index;

use crate::search::sample::{event, index_of};

fn library() -> Index {
    index_of([
        event(1, "أعلنت الجمعية عن الائتلاف في برشلونة"),
        event(2, "التقت الجمعية بنقابة المعلمين"),
        event(3, "جمعت المدينة نقابات"),
    ])
}

#[test]
fn a_word_that_nothing_holds_gives_way_to_its_neighbour() {
    let index = library();
    for (text, expected) in [
        ("برشلونه", None),
        ("برشلوبة", Some("برشلونة")),
        ("برشلويتة", Some("برشلونة")),
        ("برشوبة", None),
        ("برشلونة برشلوبة", Some("برشلونة برشلونة")),
        ("في  «برشلوبة» -كلمة", Some("في  «برشلونة» -كلمة")),
        ("الجمعيز نقابة", Some("الجمعية نقابة")),
        // Short, excluded or sought letter by letter, or too far from everything.
        ("برش", None),
        ("الجمعية -برشلوبة", None),
        ("=برشلوبة", None),
        ("قسطنطينية", None),
        ("2014", None),
        ("", None),
    ] {
        let nearest = index.nearest_spelling(text).unwrap();
        assert_eq!(nearest.as_deref(), expected, "{text}");
    }
}

#[test]
fn an_empty_index_offers_nothing() {
    let index = Index::in_memory().unwrap();
    assert_eq!(index.nearest_spelling("برشلونة").unwrap(), None);
}

proptest! {
    #[test]
    fn no_question_fails(text in any::<String>(), arabic in "[ابتلوي\"« »\\-=]{0,40}") {
        thread_local!(static INDEX: Index = library());
        prop_assert!(INDEX.with(|index| index.nearest_spelling(&text).is_ok() && index.nearest_spelling(&arabic).is_ok()));
    }
}
