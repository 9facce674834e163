//! Following the change log: repeated, interrupted, damaged, and from two processes.

use std::fs;
use std::path::Path;

use sijill::model::change::{ChangeNumber, EventChange};
use sijill::search::{Index, SearchError};

use crate::search::sample::{With, event, found, id, index_of, present};

#[test]
fn changes_replace_and_may_be_repeated() {
    let index = index_of([event(1, "ورد").on("2011"), event(2, "ياسمين")]);
    for _ in 0..2 {
        let changes = [
            present(event(1, "زيتون")),
            EventChange::Gone(id(2)),
            present(event(3, "تين")),
        ];
        index.apply(&changes, ChangeNumber(4)).unwrap();
        assert_eq!(index.held(), ChangeNumber(4));
        assert_eq!(
            [
                found(&index, "ورد"),
                found(&index, "زيتون"),
                found(&index, "")
            ],
            [vec![], vec![1], vec![1, 3]]
        );
    }
    // Another state of one event twice in one go: the last one holds.
    index
        .apply(
            &[present(event(1, "رمان")), present(event(1, "لوز"))],
            ChangeNumber(5),
        )
        .unwrap();
    assert_eq!(
        [found(&index, "رمان"), found(&index, "لوز")],
        [vec![], vec![1]]
    );
    index.clear().unwrap();
    assert_eq!((index.held(), found(&index, "")), (ChangeNumber(0), vec![]));
}

fn filled(directory: &Path) -> Index {
    let index = Index::open(directory).unwrap();
    assert_eq!(index.held(), ChangeNumber(0));
    index
        .apply(
            &[present(event(1, "ورد").deciding("قرار"))],
            ChangeNumber(7),
        )
        .unwrap();
    index
}

#[test]
fn the_number_survives() {
    let directory = tempfile::tempdir().unwrap();
    drop(filled(directory.path()));
    let index = Index::open(directory.path()).unwrap();
    assert_eq!(
        (index.held(), found(&index, "ورد")),
        (ChangeNumber(7), vec![1])
    );
    assert_eq!(
        index.damaged_files().unwrap(),
        [""; 0].map(std::path::PathBuf::from)
    );
}

#[test]
fn a_damaged_index_is_thrown_away_and_nothing_else() {
    let files = |directory: &Path| -> Vec<_> {
        fs::read_dir(directory)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect()
    };
    let whole = tempfile::tempdir().unwrap();
    drop(filled(whole.path()));
    let endings = files(whole.path())
        .into_iter()
        .filter(|path| !path.ends_with(".tantivy-writer.lock"));
    for ending in endings.map(|path| path.extension().unwrap().to_owned()) {
        for damage in [&b""[..], b"\0\0\0", &[0xA5; 4096]] {
            let directory = tempfile::tempdir().unwrap();
            fs::write(directory.path().join("note.txt"), "ours").unwrap();
            drop(filled(directory.path()));
            let paths = files(directory.path());
            let path = paths
                .iter()
                .find(|path| path.extension() == Some(&ending) && !path.ends_with("note.txt"));
            fs::write(path.unwrap(), damage).unwrap();
            let index = Index::open(directory.path()).unwrap();
            if index.held() == ChangeNumber(0) {
                index
                    .apply(&[present(event(1, "ورد"))], ChangeNumber(7))
                    .unwrap();
            }
            assert_eq!(found(&index, "ورد"), [1], "{ending:?}");
            assert!(directory.path().join("note.txt").exists());
        }
    }
}

#[test]
fn a_missing_file_or_another_version_rebuilds() {
    for change in ["remove", "version"] {
        let directory = tempfile::tempdir().unwrap();
        drop(filled(directory.path()));
        let meta = directory.path().join("meta.json");
        match change {
            "remove" => fs::remove_file(&meta).unwrap(),
            _ => {
                let text = fs::read_to_string(&meta).unwrap();
                let other = text.replace("\\\"version\\\":", "\\\"version\\\":99");
                assert_ne!(text, other);
                fs::write(&meta, other).unwrap();
            }
        }
        assert_eq!(
            Index::open(directory.path()).unwrap().held(),
            ChangeNumber(0),
            "{change}"
        );
    }
}

#[test]
fn two_processes_write_in_turn() {
    let directory = tempfile::tempdir().unwrap();
    let server = filled(directory.path());
    let import = Index::open(directory.path()).unwrap();
    import
        .apply(&[present(event(2, "ياسمين"))], ChangeNumber(9))
        .unwrap();
    assert_eq!(
        (server.held(), found(&server, "")),
        (ChangeNumber(7), vec![1])
    );
    // Late news of an older state changes nothing and shows what is there.
    server
        .apply(&[EventChange::Gone(id(2))], ChangeNumber(8))
        .unwrap();
    assert_eq!(
        (server.held(), found(&server, "")),
        (ChangeNumber(9), vec![1, 2])
    );
    for number in 10..30 {
        let writer = if number % 2 == 0 { &server } else { &import };
        writer
            .apply(&[present(event(3, "تين"))], ChangeNumber(number))
            .unwrap();
    }
    server.reload().unwrap();
    assert_eq!(
        (server.held(), found(&server, "تين")),
        (ChangeNumber(29), vec![3])
    );
    assert_eq!(
        server.damaged_files().unwrap(),
        [""; 0].map(std::path::PathBuf::from)
    );
    let files = fs::read_dir(directory.path()).unwrap().count();
    assert!(files < 60, "old files are removed: {files}");
    // Emptied by the other: what follows no longer joins on.
    import.clear().unwrap();
    let late = server.apply(&[present(event(4, "رمان"))], ChangeNumber(30));
    assert!(
        matches!(late, Err(SearchError::PutBack(ChangeNumber(0)))),
        "{late:?}"
    );
    assert_eq!(
        (server.held(), found(&server, "")),
        (ChangeNumber(0), vec![])
    );
}
