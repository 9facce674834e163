//! Bad input gets a clear error: file, line, rule, remedy; and all of them.

use sijill::ingest::import::check;

use crate::archive::Shelf;

const TEXT: &str = "اجتمع المجلس في دمشق ثم اجتمع المجلس في حلب.";

const HEAD: &str = r#"id       = "q1w2e3r4"
document = "a.txt"
title    = "اجتماع"
summary  = "اجتماع."
kind     = "meeting"
status   = "held"
review   = "reviewed"
"#;

/// The problems of a record with this text after its head, each as `line rule`.
fn problems(rest: &str) -> Vec<String> {
    let shelf = Shelf::new();
    shelf.file("documents/a.txt", TEXT);
    shelf.file("events/a.toml", &format!("{HEAD}{rest}"));
    let (_, problems) = check(&[shelf.folder.path().to_owned()]);
    let told = problems.into_iter().map(|problem| {
        assert!(problem.file.ends_with("events/a.toml"), "{problem}");
        format!(
            "{} {}",
            problem.line.map_or("-".to_owned(), |line| line.to_string()),
            problem.rule
        )
    });
    told.collect()
}

#[test]
fn a_sound_record_has_none() {
    let sound = "[[country]]\ncode = \"SY\"\nrole = \"venue\"\nevidence = [\"في دمشق\"]\n";
    assert!(problems(sound).is_empty());
}

#[test]
fn evidence_must_stand_in_the_text_once() {
    let absent = "[[country]]\ncode = \"SY\"\nrole = \"venue\"\nevidence = [\n  \"في دمشق\",\n  \"في حماة\",\n]\n";
    assert_eq!(problems(absent), ["13 evidence"]);
    let twice = "[[country]]\ncode = \"SY\"\nrole = \"venue\"\nevidence = [\"اجتمع المجلس\"]\n";
    assert_eq!(problems(twice), ["11 evidence"]);
    let second = "[[country]]\ncode = \"SY\"\nrole = \"venue\"\nevidence = [{ quote = \"اجتمع المجلس\", occurrence = 2 }]\n";
    assert!(problems(second).is_empty());
    let third = second.replace("occurrence = 2", "occurrence = 3");
    assert_eq!(problems(&third), ["11 evidence"]);
}

#[test]
fn a_fact_needs_evidence_or_a_note() {
    let bare = "[[country]]\ncode = \"SY\"\nrole = \"venue\"\n";
    assert_eq!(problems(bare), ["8 attested"]);
    let without_note = format!("{bare}basis = \"inferred\"\n");
    assert_eq!(problems(&without_note), ["8 attested"]);
    let inferred = format!("{without_note}note = \"من ذكر المدينتين\"\n");
    assert!(problems(&inferred).is_empty());
}

#[test]
fn the_form_is_strict() {
    for (rest, expected) in [
        ("colour = \"red\"\n", "8 format"),
        (
            "[[country]]\ncode = \"XX\"\nrole = \"venue\"\nevidence = [\"في دمشق\"]\n",
            "9 format",
        ),
        (
            "[[date]]\nedtf = \"yesterday\"\nevidence = [\"في دمشق\"]\n",
            "9 format",
        ),
        (
            "[[country]]\ncode = \"SY\"\nrole = \"owner\"\nevidence = [\"في دمشق\"]\n",
            "10 format",
        ),
        ("[[country]\n", "8 format"),
    ] {
        assert_eq!(problems(rest), [expected], "{rest}");
    }
}

#[test]
fn all_problems_are_shown_not_the_first() {
    let many = "[[organization]]\norganization = \"nobody\"\nrole = \"convener\"\nevidence = [\"المجلس في حلب\"]\n\
        [[decision]]\nnumber = 1\ntext = \"أ\"\nevidence = [\"في حلب\"]\n\
        [[decision]]\nnumber = 1\ntext = \"ب\"\nevidence = [\"غير موجود\"]\n\
        [[date]]\nedtf = \"2012\"\ntime = \"4pm\"\nevidence = [\"ثم\"]\n";
    assert_eq!(
        problems(many),
        ["22 time", "17 number", "9 authority", "19 evidence"]
    );
}

#[test]
fn a_record_without_its_document_is_told() {
    let shelf = Shelf::new();
    shelf.file("events/a.toml", HEAD);
    let (_, problems) = check(&[shelf.folder.path().to_owned()]);
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1);
    assert!(
        told[0].contains("a.toml:2:") && told[0].contains("documents/a.txt"),
        "{told:?}"
    );
}

#[test]
fn authority_files_are_held_to_their_rules() {
    let shelf = Shelf::new();
    let twice = "[[place]]\nid = \"homs\"\nname = \"حمص\"\nkind = \"city\"\nlatitude = 34.7\n\n[[place]]\nid = \"homs\"\nname = \"\"\nkind = \"city\"\n";
    shelf.file("authorities/places.toml", twice);
    let (_, problems) = check(&[shelf.folder.path().to_owned()]);
    let told: Vec<(Option<usize>, &str)> = problems
        .iter()
        .map(|problem| (problem.line, problem.rule))
        .collect();
    assert_eq!(
        told,
        [
            (Some(5), "coordinates"),
            (Some(9), "name"),
            (Some(8), "unique")
        ]
    );
}
