//! The record file of an event: what is taken from the site can be imported again.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{get, get_json};
use crate::archive::{Shelf, project};

const DRAFT: &str = "أعلنت في مدينة طنجة يوم السبت 6 غشت 2011 ثلاث جمعيات عن تأسيس شبكة حماية الشواطئ، \
    بحضور ممثلين عن الأمم المتحدة. وقرر المجتمعون تنظيم قافلة إلى الريف.";

/// The documents and the authorities of the founding archive, copied under a folder without the records.
fn copy_sources(to: &Path) -> PathBuf {
    for folder in ["documents", "authorities"] {
        fs::create_dir_all(to.join(folder)).expect("a folder");
        let files = fs::read_dir(project("seeds").join(folder)).expect("the seeds");
        for file in files.map(|file| file.expect("a file").path()) {
            let name = file.file_name().expect("a name");
            fs::copy(&file, to.join(folder).join(name)).expect("a copy");
        }
    }
    fs::create_dir_all(to.join("events")).expect("a folder");
    to.to_owned()
}

/// An event as data, but for the time at which the archive took it up.
fn timeless(mut event: Value) -> Value {
    let parts = event.as_object_mut().expect("an event");
    parts.remove("changed").expect("a time");
    event
}

#[tokio::test]
async fn a_record_file_gives_the_same_record_again() {
    let service = Shelf::founding().await.service().await;
    let list = get_json(&service, "/api/v1/events").await;
    let items = list["items"].as_array().expect("items");
    let ids: Vec<&str> = items
        .iter()
        .filter_map(|item| item["id"].as_str())
        .collect();
    assert_eq!(ids.len(), 5);
    let copy = Shelf::new();
    let seeds = copy_sources(&copy.folder.path().join("seeds"));
    for id in &ids {
        let file = get(&service, &format!("/events/{id}.toml")).await;
        assert_eq!(file.status, 200);
        assert!(file.header("content-type").starts_with("application/toml"));
        let path = seeds.join("events").join(format!("{id}.toml"));
        fs::write(path, file.text()).expect("a file");
    }
    let (totals, report) = copy
        .import_as(&[seeds], sijill::ingest::item::Mode::Write)
        .await;
    assert_eq!((totals.created, totals.refused), (5, 0), "{report}");
    let again = copy.service().await;
    for id in &ids {
        let path = format!("/events/{id}.json");
        let (first, second) = (
            get_json(&service, &path).await,
            get_json(&again, &path).await,
        );
        assert_eq!(timeless(first), timeless(second), "{id}");
    }
}

#[tokio::test]
async fn a_draft_is_corrected_by_its_record_file() {
    let shelf = Shelf::founding().await;
    let seeds = copy_sources(&shelf.folder.path().join("drafts"));
    let document = seeds.join("documents").join("tanger.txt");
    fs::write(&document, DRAFT).expect("a file");
    shelf
        .import(&[document, project("seeds/authorities")])
        .await;
    let service = shelf.service().await;
    let list = get_json(&service, "/api/v1/events?review=extracted").await;
    let id = list["items"][0]["id"].as_str().expect("a draft").to_owned();
    let page = get(&service, &format!("/events/{id}")).await;
    assert!(
        page.text().contains(&format!("/events/{id}.toml")),
        "the page invites correction"
    );
    let file = get(&service, &format!("/events/{id}.toml"))
        .await
        .text()
        .to_owned();
    assert!(
        file.contains("# organization: شبكة حماية الشواطئ"),
        "{file}"
    );
    let corrected = file.replace("review = \"extracted\"", "review = \"reviewed\"");
    let corrected = corrected.replace("kind = \"founding\"", "kind = \"meeting\"");
    fs::write(seeds.join("events").join("tanger.toml"), &corrected).expect("a file");
    let (totals, report) = shelf
        .import_as(&[seeds], sijill::ingest::item::Mode::Write)
        .await;
    assert_eq!(
        (totals.updated, totals.refused),
        (1, 0),
        "{report}\n{corrected}"
    );
    let event = get_json(&shelf.service().await, &format!("/events/{id}.json")).await;
    assert_eq!(
        (&event["review"], &event["kind"]),
        (&"reviewed".into(), &"meeting".into())
    );
}
