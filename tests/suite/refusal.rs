//! What is no text is refused by name, with the reason and a remedy, and stops nothing else.

use std::path::{Path, PathBuf};
use std::process::Command;

use sijill::ingest::file::LIMIT;
use sijill::ingest::import::check;
use sijill::ingest::item::Mode;

use crate::archive::Shelf;

const TEXT: &str = "اجتمعت نقابات في تونس يوم 3 ماي 2014.";

/// A folder of files that are no texts, each with the rule that refuses it, and one that is.
fn folder(shelf: &Shelf) -> (PathBuf, Vec<(&'static str, &'static str)>) {
    let folder = shelf.folder.path().join("in");
    std::fs::create_dir_all(&folder).expect("a folder");
    let utf16: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xff, 0xfe][..], &utf16].concat();
    for (name, bytes) in [
        ("blank.txt", b" \n\t\n".to_vec()),
        ("empty.txt", Vec::new()),
        ("nul.txt", [TEXT.as_bytes(), b"\0"].concat()),
        ("utf16.txt", utf16),
        ("utf16-marked.txt", marked),
        ("windows.txt", b"\xc7\xcc\xca\xe3\xda\xca".to_vec()),
        ("z.txt", TEXT.as_bytes().to_vec()),
    ] {
        std::fs::write(folder.join(name), bytes).expect("a file");
    }
    // A hundred megabytes that take no room: a file with a hole.
    let huge = std::fs::File::create(folder.join("huge.txt")).expect("a file");
    huge.set_len(100 << 20).expect("a hole");
    let expected = vec![
        ("blank.txt", "empty"),
        ("empty.txt", "empty"),
        ("huge.txt", "length"),
        ("nul.txt", "nul"),
        ("utf16-marked.txt", "encoding"),
        ("utf16.txt", "encoding"),
        ("windows.txt", "encoding"),
    ];
    (folder, expected)
}

fn name(file: &str) -> &str {
    Path::new(file)
        .file_name()
        .and_then(|name| name.to_str())
        .expect("a name")
}

#[tokio::test]
async fn import_and_check_refuse_the_same_by_the_same_rules() {
    let shelf = Shelf::new();
    let (folder, expected) = folder(&shelf);
    let (totals, report) = shelf
        .import_as(std::slice::from_ref(&folder), Mode::Write)
        .await;
    assert_eq!((totals.created, totals.refused), (1, 7), "{report}");
    let lines = report
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"));
    let refused: Vec<(String, String)> = lines
        .filter(|line: &serde_json::Value| line["outcome"] == "refused")
        .map(|line| {
            let rule = line["problems"][0]["rule"].as_str().expect("a rule");
            (
                name(line["item"].as_str().expect("a file")).to_owned(),
                rule.to_owned(),
            )
        })
        .collect();
    let (checked, problems) = check(&[folder]);
    assert_eq!(checked, 8);
    let told: Vec<(String, String)> = problems
        .iter()
        .map(|problem| (name(&problem.file).to_owned(), problem.rule.to_owned()))
        .collect();
    assert_eq!(told, refused);
    let told: Vec<(&str, &str)> = told.iter().map(|(name, rule)| (&**name, &**rule)).collect();
    assert_eq!(told, expected);
}

#[test]
fn extract_refuses_them_and_reads_the_rest() {
    let shelf = Shelf::new();
    let (folder, expected) = folder(&shelf);
    let output = Command::new(env!("CARGO_BIN_EXE_sijill"))
        .arg("extract")
        .arg(&folder)
        .output()
        .expect("an answer");
    assert_eq!(output.status.code(), Some(1));
    let (out, told) = (
        String::from_utf8(output.stdout).expect("UTF-8"),
        String::from_utf8(output.stderr).expect("UTF-8"),
    );
    assert_eq!(out.lines().count(), 1);
    assert_eq!(told.lines().count(), expected.len(), "{told}");
    for (line, (name, rule)) in told.lines().zip(expected) {
        assert!(
            line.contains(name) && line.ends_with(&format!("[{rule}]")),
            "{line}"
        );
    }
    assert!(told.contains("iconv -f UTF-16LE -t UTF-8"), "{told}");
}

#[tokio::test]
async fn a_bulk_line_that_is_no_text_is_named_by_its_number() {
    let shelf = Shelf::new();
    let line = |name: &str, text: &str| format!("{{\"name\": \"{name}\", \"text\": \"{text}\"}}");
    let lines = [
        line("one", TEXT).into_bytes(),
        line("two", r"a\u0000b").into_bytes(),
        b"{\"name\": \"three\", \"text\": \"\xff\"}".to_vec(),
        line("four", "  ").into_bytes(),
        line("five", &"ا".repeat(4 * LIMIT / 2)).into_bytes(),
        line("six", &"ا ".repeat(LIMIT / 3 + 1)).into_bytes(),
        line("seven", "أسست أحزاب جبهة.").into_bytes(),
    ];
    let path = shelf.folder.path().join("in.jsonl");
    std::fs::write(&path, lines.join(&b'\n')).expect("a file");
    let (totals, report) = shelf.import_as(&[path], Mode::Write).await;
    assert_eq!((totals.created, totals.refused), (2, 5), "{report}");
    let told: Vec<(u64, String)> = report
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
        .filter_map(|line| {
            let problem = line["problems"].get(0)?;
            Some((
                problem["line"].as_u64()?,
                problem["rule"].as_str()?.to_owned(),
            ))
        })
        .collect();
    let expected = [
        (2, "nul"),
        (3, "encoding"),
        (4, "empty"),
        (5, "length"),
        (6, "length"),
    ];
    assert_eq!(told, expected.map(|(line, rule)| (line, rule.to_owned())));
}

#[tokio::test]
async fn a_bulk_file_of_another_encoding_is_one_problem() {
    let shelf = Shelf::new();
    let lines = "{\"name\": \"one\", \"text\": \"نص\"}\n{\"name\": \"two\", \"text\": \"نص\"}\n";
    let bytes: Vec<u8> = lines.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let path = shelf.folder.path().join("in.jsonl");
    std::fs::write(&path, bytes).expect("a file");
    let (totals, report) = shelf.import_as(&[path], Mode::Write).await;
    assert_eq!((totals.created, totals.refused), (0, 1), "{report}");
    assert!(report.contains("UTF-16BE"), "{report}");
}
