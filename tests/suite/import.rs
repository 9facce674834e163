//! Import: idempotent, one item at a time, nothing thrown away.

use std::path::PathBuf;
use std::sync::Arc;

use sijill::ingest::item::Mode;
use sijill::model::id::EventId;
use sijill::model::vocabulary::Review;
use sijill::store::change::last_change;
use sijill::store::event::{StoredEvent, count_archive, find_event};
use sijill::store::forward::{Forward, find_forward, withdraw_event};
use sijill::store::revision::{find_revision, list_revisions};

use crate::archive::{Shelf, project};

const DOCUMENT: &str =
    "أعلنت في تونس يوم 14 يناير 2012 جمعيات محلية عن تأسيس شبكة للدفاع عن الواحات.";

const RECORD: &str = r#"
id       = "q1w2e3r4"
document = "a.txt"
title    = "تأسيس شبكة للدفاع عن الواحات"
summary  = "أسست جمعيات محلية شبكة."
kind     = "founding"
status   = "held"
review   = "reviewed"

[[date]]
edtf     = "2012-01-14"
evidence = ["يوم 14 يناير 2012"]

[[country]]
code     = "TN"
role     = "venue"
evidence = ["في تونس"]
"#;

fn written(shelf: &Shelf) -> PathBuf {
    shelf.file("in/documents/a.txt", DOCUMENT);
    shelf.file("in/events/a.toml", RECORD);
    shelf.folder.path().join("in")
}

async fn event(shelf: &Shelf, id: &str) -> Option<Arc<StoredEvent>> {
    let id = EventId::parse(id).expect("an id");
    find_event(&shelf.reader().await, &id)
        .await
        .expect("an answer")
}

#[tokio::test]
async fn importing_twice_changes_nothing() {
    let shelf = Shelf::founding().await;
    let before = last_change(&shelf.reader().await).await.expect("a number");
    let totals = shelf.import(&[project("seeds")]).await;
    assert_eq!(
        (totals.unchanged, totals.created, totals.updated),
        (5, 0, 0)
    );
    assert_eq!(
        last_change(&shelf.reader().await).await.expect("a number"),
        before
    );
}

#[tokio::test]
async fn a_rehearsal_tells_and_writes_nothing() {
    let shelf = Shelf::new();
    let (totals, report) = shelf.import_as(&[project("seeds")], Mode::Dry).await;
    assert_eq!((totals.created, totals.refused), (5, 0));
    assert_eq!(report.lines().count(), 5);
    assert!(report.contains("\"outcome\":\"created\""));
    assert_eq!(
        count_archive(&shelf.reader().await)
            .await
            .expect("counts")
            .events,
        0
    );
}

#[tokio::test]
async fn a_changed_record_is_a_new_revision_and_the_old_one_stays() {
    let shelf = Shelf::new();
    let paths = [written(&shelf)];
    shelf.import(&paths).await;
    shelf.file(
        "in/events/a.toml",
        &RECORD.replace("شبكة للدفاع", "شبكة محلية للدفاع"),
    );
    assert_eq!(shelf.import(&paths).await.updated, 1);
    let now = event(&shelf, "q1w2e3r4").await.expect("an event");
    assert_eq!(
        (now.revision, now.event.title.as_str()),
        (2, "تأسيس شبكة محلية للدفاع عن الواحات")
    );
    let reader = shelf.reader().await;
    let first = find_revision(&reader, &now.id, 1)
        .await
        .expect("an answer")
        .expect("a revision");
    assert_eq!(first.event.title, "تأسيس شبكة للدفاع عن الواحات");
    assert_eq!(
        list_revisions(&reader, &now.id)
            .await
            .expect("a list")
            .len(),
        2
    );
}

#[tokio::test]
async fn a_bare_document_gets_in_unreviewed_and_its_record_takes_over_its_address() {
    let shelf = Shelf::new();
    let document = shelf.file("in/documents/a.txt", DOCUMENT);
    let (_, report) = shelf
        .import_as(std::slice::from_ref(&document), Mode::Write)
        .await;
    let line: serde_json::Value = serde_json::from_str(&report).expect("a line");
    let id = line["id"].as_str().expect("an id").to_owned();
    let draft = event(&shelf, &id).await.expect("an event");
    assert_eq!(draft.event.review, Review::Extracted);
    assert_eq!(draft.document.id.as_str(), id);
    assert!(
        draft
            .event
            .evidence()
            .all(|evidence| evidence.holds_in(DOCUMENT))
    );

    shelf.import(&[written(&shelf)]).await;
    assert!(event(&shelf, &id).await.is_none());
    let forward = find_forward(&shelf.reader().await, "event", &id)
        .await
        .expect("an answer");
    assert_eq!(
        forward,
        Some(Forward::Moved {
            to: "q1w2e3r4".to_owned()
        })
    );
    assert_eq!(
        event(&shelf, "q1w2e3r4")
            .await
            .expect("an event")
            .event
            .review,
        Review::Reviewed
    );

    // The document alone, again, does not throw the person's record away.
    std::fs::remove_dir_all(shelf.folder.path().join("in/events")).expect("removed");
    assert_eq!(shelf.import(&[document]).await.unchanged, 1);
    assert_eq!(
        event(&shelf, "q1w2e3r4")
            .await
            .expect("an event")
            .event
            .review,
        Review::Reviewed
    );
}

#[tokio::test]
async fn one_bad_document_does_not_stop_the_others() {
    let shelf = Shelf::new();
    let folder = written(&shelf);
    std::fs::write(folder.join("documents/0.txt"), b"\xff\xfe\x00").expect("a file");
    shelf.file("in/documents/empty.txt", "  \n");
    shelf.file("in/documents/z.txt", "اجتمعت في عمان أحزاب معارضة.");
    let totals = shelf.import(&[folder]).await;
    assert_eq!((totals.created, totals.refused), (2, 2));
}

#[tokio::test]
async fn the_same_text_under_another_name_is_refused() {
    let shelf = Shelf::new();
    let one = shelf.file("in/a.txt", DOCUMENT);
    let other = shelf.file("in/b.txt", DOCUMENT);
    let (totals, report) = shelf.import_as(&[one, other], Mode::Write).await;
    assert_eq!((totals.created, totals.refused), (1, 1));
    assert!(report.contains("duplicate"), "{report}");
}

#[tokio::test]
async fn a_withdrawn_id_is_never_used_again() {
    let shelf = Shelf::new();
    let paths = [written(&shelf)];
    shelf.import(&paths).await;
    let id = EventId::parse("q1w2e3r4").expect("an id");
    let mut writer = shelf.writer().await;
    let mut write = writer.begin().await.expect("a transaction");
    assert!(
        withdraw_event(&mut write, &id, "طلب صاحب الشأن")
            .await
            .expect("an answer")
    );
    write.commit().await.expect("a commit");
    shelf.file(
        "in/events/a.toml",
        &RECORD.replace("محلية", "أهلية").replace("جمعيات", "هيئات"),
    );
    let (totals, report) = shelf.import_as(&paths, Mode::Write).await;
    assert_eq!(totals.refused, 1, "{report}");
    assert!(event(&shelf, "q1w2e3r4").await.is_none());
}

#[tokio::test]
async fn a_changed_name_of_an_authority_reaches_its_events() {
    let shelf = Shelf::new();
    let folder = written(&shelf);
    let organizations =
        "[[organization]]\nid = \"oasis-network\"\nname = \"شبكة الواحات\"\nkind = \"network\"\n";
    shelf.file("in/authorities/organizations.toml", organizations);
    let entry = "\n[[organization]]\norganization = \"oasis-network\"\nrole = \"founded\"\nevidence = [\"شبكة للدفاع عن الواحات\"]\n";
    shelf.file("in/events/a.toml", &format!("{RECORD}{entry}"));
    assert_eq!(shelf.import(std::slice::from_ref(&folder)).await.created, 1);
    shelf.file(
        "in/authorities/organizations.toml",
        &organizations.replace("شبكة الواحات", "شبكة الدفاع عن الواحات"),
    );
    assert_eq!(shelf.import(&[folder]).await.updated, 1);
    let now = event(&shelf, "q1w2e3r4").await.expect("an event");
    assert_eq!(
        now.event.organizations[0].value().name,
        "شبكة الدفاع عن الواحات"
    );
}
