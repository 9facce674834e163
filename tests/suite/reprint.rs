//! Reprints: one event with several sources, whatever came first; what a person recorded stays its own.

use serde_json::{Value, json};
use sijill::ingest::import::import;
use sijill::ingest::item::Mode;
use sijill::ingest::report::Report;
use sijill::model::id::EventId;
use sijill::store::change::last_change;
use sijill::store::event::count_archive;
use sijill::store::forward::{merge_event, withdraw_event};
use sijill::store::verify::verify;

use crate::archive::Shelf;
use crate::web::{get, get_json, texts};

const NEWS: &str = "أعلنت سبع جمعيات من مدن الساحل، في لقاء احتضنته دار الثقافة بمدينة سوسة يوم 12 مارس 2016، \
    عن تأسيس شبكة للدفاع عن الشواطئ. وقالت الجمعيات في بيانها إن الشبكة ستنسق بين المتطوعين، وتراقب مصبات المياه، \
    وتنشر تقريرا كل سنة عن حال البحر. ودعا الحاضرون البلديات إلى وقف البناء قرب الماء، وطلبوا من الوزارة فتح الملفات \
    أمام الناس. واتفقوا على أن يجتمعوا مرة ثانية في الخريف، وأن تعد لجنة من خمسة أعضاء نظاما داخليا للشبكة.";

/// The same as another paper printed it.
fn edited() -> String {
    format!(
        "سوسة - من مراسلنا: {}",
        NEWS.replace("في الخريف", "قبل نهاية العام")
    )
}

fn line(name: &str, text: &str) -> Value {
    json!({"name": name, "text": text, "publisher": format!("جريدة {name}"), "published": "2016-03-13"})
}

fn recorded(name: &str, text: &str, id: &str) -> Value {
    let mut line = line(name, text);
    line["record"] = json!({"id": id, "title": "تأسيس شبكة الشواطئ", "summary": "ت", "kind": "founding",
        "status": "held", "review": "reviewed",
        "date": [{"edtf": "2016-03-12", "evidence": ["يوم 12 مارس 2016"]}]});
    line
}

async fn put(shelf: &Shelf, lines: &[Value]) -> Vec<Value> {
    let lines: Vec<String> = lines.iter().map(Value::to_string).collect();
    let path = shelf.file("in.jsonl", &lines.join("\n"));
    let (_, report) = shelf.import_as(&[path], Mode::Write).await;
    let told = report.lines();
    told.map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

async fn events(shelf: &Shelf) -> i64 {
    let reader = shelf.reader().await;
    let verification = verify(&reader).await.expect("a verification");
    assert_eq!(verification.faults, Vec::<String>::new());
    count_archive(&reader).await.expect("counts").events
}

/// The event's own document and its further sources, by name.
async fn sources(shelf: &Shelf, id: &str) -> Vec<String> {
    let event = get_json(&shelf.service().await, &format!("/events/{id}.json")).await;
    let further = event["sources"].as_array().expect("sources").iter();
    let names = std::iter::once(&event["document"]).chain(further);
    names
        .map(|one| one["name"].as_str().expect("a name").to_owned())
        .collect()
}

fn id(line: &Value) -> String {
    line["id"].as_str().expect("an id").to_owned()
}

#[tokio::test]
async fn a_reprint_is_a_further_source() {
    let shelf = Shelf::new();
    let lines = [line("one", NEWS), line("two", &edited())];
    let told = put(&shelf, &lines).await;
    assert_eq!(
        (&told[0]["outcome"], &told[1]["outcome"]),
        (&json!("created"), &json!("updated"))
    );
    assert_eq!(told[0]["id"], told[1]["id"]);
    assert!(
        told[1]["note"]
            .as_str()
            .is_some_and(|note| note.contains("«one»")),
        "{told:?}"
    );
    assert_eq!(events(&shelf).await, 1);
    let before = last_change(&shelf.reader().await).await.expect("a number");
    let again = put(&shelf, &lines).await;
    assert!(
        again
            .iter()
            .all(|line| line["outcome"] == "unchanged" && line["id"] == told[0]["id"])
    );
    assert_eq!(
        last_change(&shelf.reader().await).await.expect("a number"),
        before
    );

    let service = shelf.service().await;
    let address = format!("/events/{}", id(&told[0]));
    let event = get_json(&service, &format!("{address}.json")).await;
    let source = &event["sources"][0];
    assert_eq!(
        (&source["name"], &source["publisher"]),
        (&json!("two"), &json!("جريدة two"))
    );
    assert!(
        source["similarity"]
            .as_f64()
            .is_some_and(|part| (0.7..1.0).contains(&part))
    );
    let answer = get(&service, &address).await;
    let page = answer.page();
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    assert!(texts(&page, "#sources").concat().contains("المصادر"));
    assert_eq!(texts(&page, "del"), ["في الخريف،"]);
    assert_eq!(
        texts(&page, "ins"),
        ["سوسة - من مراسلنا:", "قبل نهاية العام،"]
    );
    let document = source["id"].as_str().expect("an id");
    assert!(answer.text().contains(&format!("/documents/{document}")));
    let document = get_json(&service, &format!("/documents/{document}.json")).await;
    assert_eq!(document["events"][0]["id"], told[0]["id"]);
}

/// Bands wait to be sorted in until an import ends. An import that was killed leaves them waiting, and another process
/// may add some meanwhile: the reprint is found all the same.
#[tokio::test]
async fn the_original_is_found_while_its_bands_wait() {
    let shelf = Shelf::new();
    let mut writer = shelf.writer().await;
    put(&shelf, &[line("one", NEWS)]).await;
    let mut connection = shelf.connection().await;
    let left = "INSERT INTO signature (document_id, bands)
                    SELECT document_id, json_group_array(value) FROM band GROUP BY document_id;
                DELETE FROM band";
    sqlx::raw_sql(left)
        .execute(&mut connection)
        .await
        .expect("waiting bands");
    assert_eq!(events(&shelf).await, 1);

    let path = shelf.file("in.jsonl", &line("two", &edited()).to_string());
    let mut report = Report::new(None);
    let totals = import(&mut writer, &[path], Mode::Write, &mut report).await;
    assert_eq!(totals.expect("an import").updated, 1);
    assert_eq!(events(&shelf).await, 1);
    let content = shelf.content().await;
    assert_eq!(content["signature"], Vec::<String>::new());
    assert!(content["band"].len() > 10, "{:?}", content["band"]);
}

#[tokio::test]
async fn other_days_and_short_texts_are_events_of_their_own() {
    let shelf = Shelf::new();
    let mut later = line("two", &NEWS.replace("12 مارس 2016", "14 مارس 2017"));
    later["published"] = "2017-03-15".into();
    let short = "أعلنت جمعيات في سوسة عن تأسيس شبكة للدفاع عن الشواطئ.";
    let told = put(
        &shelf,
        &[
            line("one", NEWS),
            later,
            line("three", short),
            line("four", &format!("{short} انتهى")),
        ],
    )
    .await;
    assert!(
        told.iter().all(|line| line["outcome"] == "created"),
        "{told:?}"
    );
    assert_eq!(events(&shelf).await, 4);
}

#[tokio::test]
async fn it_does_not_matter_which_came_first() {
    let record = recorded("one", NEWS, "q1w2e3r4");
    let bare = line("two", &edited());
    for order in [[&record, &bare], [&bare, &record]] {
        let shelf = Shelf::new();
        put(&shelf, &order.map(Clone::clone)).await;
        assert_eq!(events(&shelf).await, 1);
        assert_eq!(sources(&shelf, "q1w2e3r4").await, ["one", "two"]);
        let again = put(&shelf, &order.map(Clone::clone)).await;
        assert!(
            again
                .iter()
                .all(|line| line["outcome"] == "unchanged" && line["id"] == "q1w2e3r4")
        );
    }
}

#[tokio::test]
async fn a_record_makes_a_source_an_event() {
    let shelf = Shelf::new();
    let (one, two) = (recorded("one", NEWS, "q1w2e3r4"), line("two", &edited()));
    put(&shelf, &[one.clone(), two]).await;
    put(&shelf, &[one, recorded("two", &edited(), "a1b2c3d4")]).await;
    assert_eq!(events(&shelf).await, 2);
    assert_eq!(sources(&shelf, "q1w2e3r4").await, ["one"]);
    assert_eq!(sources(&shelf, "a1b2c3d4").await, ["two"]);
}

#[tokio::test]
async fn a_text_that_changed_is_looked_at_anew() {
    let shelf = Shelf::new();
    let told = put(&shelf, &[line("one", NEWS), line("two", &edited())]).await;
    let other = "اجتمعت نقابات في تونس ثم افترقت.";
    let moved = put(&shelf, &[line("one", NEWS), line("two", other)]).await;
    assert_eq!(moved[1]["outcome"], "created");
    assert_eq!(
        (
            events(&shelf).await,
            sources(&shelf, &id(&told[0])).await.len()
        ),
        (2, 1)
    );

    // When the event's own document becomes another, its source is let go at the next import.
    let shelf = Shelf::new();
    let told = put(&shelf, &[line("one", NEWS), line("two", &edited())]).await;
    put(&shelf, &[line("one", other)]).await;
    let next = put(&shelf, &[line("one", other), line("two", &edited())]).await;
    assert_eq!(
        (&next[0]["outcome"], &next[1]["outcome"]),
        (&json!("unchanged"), &json!("created"))
    );
    assert_eq!(
        (
            events(&shelf).await,
            sources(&shelf, &id(&told[0])).await.len()
        ),
        (2, 1)
    );
}

#[tokio::test]
async fn sources_follow_a_merged_event_and_not_a_withdrawn_one() {
    let shelf = Shelf::new();
    let other = line("three", "اجتمعت نقابات في تونس ثم افترقت.");
    let lines = [line("one", NEWS), line("two", &edited()), other];
    let told = put(&shelf, &lines).await;
    let (from, into) = (id(&told[0]), id(&told[2]));
    let parsed = |id: &str| EventId::parse(id).expect("an id");
    let mut writer = shelf.writer().await;
    let mut write = writer.begin().await.expect("a transaction");
    assert!(
        merge_event(&mut write, &parsed(&from), &parsed(&into))
            .await
            .expect("an answer")
    );
    write.commit().await.expect("committed");
    assert_eq!(events(&shelf).await, 1);
    assert_eq!(sources(&shelf, &into).await, ["three", "one", "two"]);
    let again = put(&shelf, &lines).await;
    assert!(
        again
            .iter()
            .all(|line| line["id"] == into.as_str() && line["outcome"] == "unchanged")
    );

    let mut write = writer.begin().await.expect("a transaction");
    assert!(
        withdraw_event(&mut write, &parsed(&into), "سبب")
            .await
            .expect("an answer")
    );
    write.commit().await.expect("committed");
    assert_eq!(events(&shelf).await, 0);
    let fourth = NEWS.replace("سبع", "تسع");
    let told = put(&shelf, &[line("two", &edited()), line("four", &fourth)]).await;
    assert_eq!(
        (&told[0]["outcome"], &told[1]["outcome"]),
        (&json!("unchanged"), &json!("created"))
    );
}
