//! A process killed at any moment of an import leaves a database that opens, verifies, and is
//! finished by the next start; an index killed while it is built is built again.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use sijill::store::verify::verify;

use crate::archive::{Content, Shelf, project};

/// How many imports are cut short.
const MOMENTS: u32 = 24;

fn sijill(arguments: &[&str], data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sijill"));
    command
        .args(arguments)
        .arg("--data")
        .arg(data)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// Bulk lines enough for an import to last a while.
fn bulk() -> String {
    let mut lines = String::new();
    for number in 0..150 {
        let day = number % 28 + 1;
        let text = format!(
            "أعلنت جمعيات في تونس يوم {day} ماي 2014 عن تأسيس الشبكة رقم {number} للدفاع عن المياه. ودعت إلى لقاء آخر."
        );
        writeln!(
            lines,
            "{{\"name\": \"line-{number}\", \"text\": \"{text}\"}}"
        )
        .expect("a line");
    }
    lines
}

#[tokio::test]
async fn a_killed_import_is_finished_by_the_next() {
    let whole = Shelf::new();
    let lines = whole.file("in.jsonl", &bulk());
    let seeds = project("seeds");
    let arguments = [
        "import",
        seeds.to_str().expect("a path"),
        lines.to_str().expect("a path"),
    ];
    let begun = Instant::now();
    let status = sijill(&arguments, whole.folder.path())
        .status()
        .expect("an import");
    assert!(status.success());
    let mut lasted = begun.elapsed();
    let expected = whole.content().await;

    // The moments go from the start to the end of an import that lasts `lasted`; where this machine
    // has become quicker since, they are drawn together until enough imports are cut short.
    let (mut cut, mut attempt) = (0, 0);
    while cut < MOMENTS {
        assert!(
            attempt < 6 * MOMENTS,
            "only {cut} of {attempt} imports were cut short"
        );
        let shelf = Shelf::new();
        let mut child = sijill(&arguments, shelf.folder.path())
            .spawn()
            .expect("an import");
        std::thread::sleep(lasted * (attempt % MOMENTS) / MOMENTS);
        child.kill().expect("killed");
        let killed = !child.wait().expect("ended").success();
        cut += u32::from(killed);
        attempt += 1;
        if !killed {
            lasted = lasted * 4 / 5;
        }
        is_finished_by_the_next(&shelf, &arguments, &expected).await;
    }
}

async fn is_finished_by_the_next(shelf: &Shelf, arguments: &[&str], expected: &Content) {
    if shelf.database().exists() {
        let writer = shelf.writer().await;
        writer.close().await.expect("closed");
        let verification = verify(&shelf.reader().await).await.expect("a verification");
        assert_eq!(verification.faults, Vec::<String>::new());
    }
    let status = sijill(arguments, shelf.folder.path())
        .status()
        .expect("an import");
    assert!(status.success());
    assert_eq!(&shelf.content().await, expected);
}

#[tokio::test]
async fn a_killed_index_is_built_again() {
    let shelf = Shelf::new();
    let lines = shelf.file("in.jsonl", &bulk());
    shelf.import(&[project("seeds"), lines]).await;
    for wait in [1, 20, 40, 60, 90, 120, 160, 220] {
        let mut child = sijill(&["reindex"], shelf.folder.path())
            .spawn()
            .expect("an index");
        std::thread::sleep(Duration::from_millis(wait));
        child.kill().expect("killed");
        child.wait().expect("ended");
        let found = sijill(
            &["search", "للدفاع عن المياه", "--json", "--limit", "1"],
            shelf.folder.path(),
        )
        .stdout(Stdio::piped())
        .output()
        .expect("a search");
        let found: serde_json::Value = serde_json::from_slice(&found.stdout).expect("JSON");
        assert_eq!(found["total"], 150, "killed after {wait} ms");
    }
    assert!(
        sijill(&["verify"], shelf.folder.path())
            .status()
            .expect("a check")
            .success()
    );
}
