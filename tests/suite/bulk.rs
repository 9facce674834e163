//! Bulk files: a wrong line is a problem of that line alone.

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
    let report: Vec<serde_json::Value> = report
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
