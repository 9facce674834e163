//! Words: which questions find which texts.

use proptest::prelude::{any, prop_assert, proptest};
use sijill::model::vocabulary::CountryRole;
use sijill::search::Index;

use crate::search::sample::{With, asked, event, found, id, index_of, numbers};

fn library() -> Index {
    index_of([
        event(1, "اجتمع المجلس في المدينة يوم ١٢، وقال أحمد كلمته.").titled("لقاء البلدية"),
        event(2, "رحّب الحاضرون بالمجلس ثم بمجــلس الطلبة في السَّاحةِ."),
        event(
            3,
            "اتحاد طلبة القرية يدعو إلى لقاء في الولاياتالمتحدةالأمريكية",
        )
        .in_country("US", CountryRole::Mentioned),
        event(4, "طلبة القرية واتحاد آخر"),
    ])
}

#[test]
fn spellings_and_clitics_meet() {
    let index = library();
    for (text, expected) in [
        ("مجلس", vec![1, 2]),
        ("المجلس", vec![1, 2]),
        ("وبالمجلس", vec![1, 2]),
        ("احمد", vec![1]),
        ("أحْمَـد", vec![1]),
        ("12", vec![1]),
        ("١٢", vec![1]),
        ("الساحه", vec![2]),
        ("بلدية", vec![1]),
        ("الولايات المتحدة", vec![3]),
        ("United States", vec![3]),
        ("usa", vec![3]),
        ("غائب", vec![]),
    ] {
        assert_eq!(found(&index, text), expected, "{text}");
    }
}

#[test]
fn phrases_exclusions_and_the_share_of_words() {
    let index = library();
    for (text, expected) in [
        ("\"اتحاد طلبة\"", vec![3]),
        ("\"طلبة اتحاد\"", vec![]),
        ("\"طلبه القريه\"", vec![3, 4]),
        ("«القرية»", vec![3, 4]),
        ("طلبة -لقاء", vec![2, 4]),
        ("-طلبة", vec![1]),
        ("طلبة -\"اتحاد طلبة\"", vec![2, 4]),
        // Two words: both. More: half of what they weigh, the rarer the more; three tenths of a question's words,
        // where those that nothing holds weigh nothing. Stop words do not count.
        ("طلبة غائب", vec![]),
        ("اتحاد طلبة في القرية", vec![3, 4]),
        ("لقاء طلبة القرية اتحاد", vec![3, 4]),
        ("ساحة غائب بعيد", vec![]),
        ("أين ساحة غائب بعيد", vec![2]),
        ("طلبة غائب؟", vec![2, 3, 4]),
        ("في", vec![1, 2, 3]),
    ] {
        assert_eq!(found(&index, text), expected, "{text}");
    }
}

#[test]
fn no_words_is_everything_and_no_word_is_nothing() {
    let index = library();
    for everything in ["", "  ", "\"\"", "-", "\" -"] {
        assert_eq!(found(&index, everything), [1, 2, 3, 4], "{everything}");
    }
    for nothing in ["؟", "🎉🎉", "!!"] {
        assert_eq!(found(&index, nothing), [0; 0], "{nothing}");
    }
}

#[test]
fn titles_come_before_texts_and_the_typed_form_before_its_stem() {
    let index = index_of([
        event(1, "كلام عن النادي"),
        event(2, "كلام عن نادي"),
        event(3, "كلام عن الناس").titled("النادي"),
    ]);
    assert_eq!(numbers(&index.search(&asked("نادي")).unwrap()), [3, 2, 1]);
    let explanation = index.explain(&asked("نادي"), &id(2)).unwrap();
    let names: Vec<&str> = explanation
        .lines()
        .filter_map(|line| line.split_whitespace().nth(1))
        .collect();
    let expected = [
        "body.word",
        "body.stem",
        "body.skeleton",
        "body.root",
        "body.gram",
        "sum",
    ];
    assert_eq!(names, expected);
    let lines: Vec<f32> = explanation
        .lines()
        .map(|line| line.trim().split(' ').next().unwrap().parse().unwrap())
        .collect();
    let (sum, parts) = lines.split_last().unwrap();
    assert!(
        (parts.iter().sum::<f32>() - sum).abs() < 0.01,
        "{explanation}"
    );
    assert!(
        index
            .explain(&asked("غائب"), &id(2))
            .unwrap()
            .contains("no match")
    );
    assert!(
        index
            .explain(&asked("نادي"), &id(9))
            .unwrap()
            .contains("not in the index")
    );
}

#[test]
fn hostile_questions_are_answered() {
    let index = library();
    for text in [
        "\"".repeat(10_000),
        "(".repeat(10_000),
        "-".repeat(10_000),
        "مجلس ".repeat(100_000),
        "ا".repeat(1 << 20),
    ] {
        index.search(&asked(&text)).unwrap();
    }
}

proptest! {
    #[test]
    fn no_question_fails(text in any::<String>(), arabic in "[ابتلوي\"« »\\-+:*~^()\\[\\]0-9]{0,40}") {
        thread_local!(static INDEX: Index = library());
        prop_assert!(INDEX.with(|index| index.search(&asked(&text)).is_ok() && index.search(&asked(&arabic)).is_ok()));
    }
}

#[test]
fn a_spelling_is_told_from_the_others_that_fold_to_it() {
    let index = index_of([
        event(1, "خطب احمد طويلا"),
        event(2, "خطب أحمد طويلا"),
        event(3, "خطب أحمد ثم احمد"),
    ]);
    for (text, expected) in [
        ("احمد", vec![1, 2, 3]),
        ("=احمد", vec![1, 3]),
        ("=أحمد", vec![2, 3]),
        ("=أحْمَـد", vec![2, 3]),
        ("خطب -=أحمد", vec![1]),
        ("=آحمد", vec![]),
    ] {
        assert_eq!(found(&index, text), expected, "{text}");
    }
    let order = |text: &str| numbers(&index.search(&asked(text)).unwrap());
    let place = |text: &str, number: u8| order(text).iter().position(|one| *one == number);
    assert!(place("أحمد", 2) < place("أحمد", 1));
    assert!(place("احمد", 1) < place("احمد", 2));
}
