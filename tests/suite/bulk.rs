//! Bulk files: a wrong line is a problem of that line alone.

use serde_json::{Value, json};
use sijill::ingest::item::Mode;

use crate::archive::Shelf;

#[tokio::test]
async fn lines_become_events_and_wrong_lines_are_named() {
    let shelf = Shelf::new();
    let lines = [
        r#"{"name": "one", "text": "اجتمعت نقابات في تونس يوم 3 ماي 2014.", "publisher": "جريدة", "published": "2014-05"}"#,
        r#"{"name": "two", "text": 7}"#,
        "",
        r#"{"name": "three", "text": "نص ثالث", "colour": "red"}"#,
        r#"{"name": "four", "text": "أسست أحزاب جبهة.", "record": {"title": "ت", "summary": "ت", "kind": "founding", "status": "held", "review": "reviewed", "country": [{"code": "TN", "role": "venue", "evidence": ["لا يوجد"]}]}}"#,
        r#"{"name": "five", "text": "أسست أحزاب في تونس جبهة.", "record": {"title": "تأسيس جبهة", "summary": "ت", "kind": "founding", "status": "held", "review": "reviewed", "country": [{"code": "TN", "role": "venue", "evidence": ["في تونس"]}]}}"#,
    ];
    let path = shelf.file("in.jsonl", &lines.join("\n"));
    let (totals, report) = shelf
        .import_as(std::slice::from_ref(&path), Mode::Write)
        .await;
    assert_eq!((totals.created, totals.refused), (2, 3), "{report}");
    let report: Vec<Value> = report
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(report.len(), 5);
    assert_eq!(report[0]["item"], "one");
    assert_eq!(report[1]["problems"][0]["line"], 2);
    assert_eq!(report[2]["problems"][0]["line"], 4);
    assert_eq!(report[3]["problems"][0]["rule"], "evidence");
    assert_eq!(report[4]["outcome"], "created");
    let (totals, _) = shelf.import_as(&[path], Mode::Write).await;
    assert_eq!(
        (totals.unchanged, totals.created, totals.updated),
        (2, 0, 0)
    );
}

/// News of a meeting, told in words of its own: no two of them are reprints.
fn news(number: usize) -> String {
    let towns = [
        "سوسة",
        "قابس",
        "بنزرت",
        "صفاقس",
        "نابل",
        "القيروان",
        "مدنين",
    ];
    let bodies = ["نقابات", "جمعيات", "لجان", "روابط", "هيئات"];
    let deeds = [
        "حماية الشواطئ",
        "دعم الصيادين",
        "صون الغابات",
        "تعليم الكبار",
    ];
    let pick = |list: &[&'static str], step: usize| list[(number / step) % list.len()];
    format!(
        "اجتمعت {number} {} في {} يوم {} ماي 2014 من أجل {}. وقال رئيس اللقاء رقم {number} إن {} تريد {}، \
         وقرر الحاضرون أن تعد لجنة {} تقريرا في {} أيام عن {}.",
        pick(&bodies, 1),
        pick(&towns, 1),
        number % 28 + 1,
        pick(&deeds, 3),
        pick(&bodies, 2),
        pick(&deeds, 1),
        pick(&towns, 2),
        number + 3,
        pick(&deeds, 5),
    )
}

#[tokio::test]
async fn a_file_of_many_lines_gives_what_a_file_for_each_gives() {
    let long = |from: usize| (from..from + 4).map(news).collect::<Vec<_>>().join("\n");
    let mut lines: Vec<Value> = (1..50)
        .map(|number| json!({"name": format!("n{number}"), "text": news(number)}))
        .collect();
    lines.insert(20, json!({"name": "whole", "text": long(100)}));
    // A reprint, the same bytes under another name, and another text under a name that was there before.
    let reprint = long(100).replace("يوم", "بتاريخ");
    lines.insert(25, json!({"name": "reprint", "text": reprint}));
    lines.insert(30, json!({"name": "twin", "text": news(3)}));
    lines.insert(40, json!({"name": "n7", "text": news(300)}));
    // What a person recorded takes in what is nearly the same.
    let recorded = long(200);
    lines.insert(
        42,
        json!({"name": "draft", "text": recorded.replace("وقرر", "ثم قرر")}),
    );
    let record = json!({"id": "zzzzzz22", "title": "لقاء", "summary": "ت", "kind": "meeting", "status": "held",
        "review": "reviewed"});
    lines.insert(
        45,
        json!({"name": "recorded", "text": recorded, "record": record}),
    );

    let together = Shelf::new();
    let text: Vec<String> = lines.iter().map(Value::to_string).collect();
    let path = together.file("in.jsonl", &text.join("\n"));
    let (totals, _) = together.import_as(&[path], Mode::Write).await;
    assert_eq!((totals.refused, totals.updated), (1, 2));

    let apart = Shelf::new();
    for line in &text {
        let path = apart.file("in.jsonl", line);
        apart.import_as(&[path], Mode::Write).await;
    }
    let content = together.content().await;
    for table in [
        "document",
        "band",
        "source",
        "event",
        "revision",
        "event_country",
        "decision",
    ] {
        assert!(!content[table].is_empty(), "{table}");
    }
    assert!(!content["redirect"].is_empty() && !content["item"].is_empty());
    assert_eq!(content, apart.content().await);
}
