//! Files in: what the given paths hold, as items to be imported. A folder laid out as `seeds/` is
//! (documents, events, authorities) is read as such; any other folder gives its `.txt` and
//! `.jsonl` files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::ingest::authority::read_toml;
use crate::ingest::problem::Problem;
use crate::model::record::Record;

/// A record as read, with what is needed to name a line of it.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordFile {
    /// The file, as the user named it.
    pub file: String,
    /// Its text.
    pub source: String,
    /// The record.
    pub record: Record,
}

/// What the given paths hold.
#[derive(Debug, Default)]
pub struct Seeds {
    /// Documents, each a file, in order.
    pub documents: Vec<PathBuf>,
    /// Bulk files, in order.
    pub bulk: Vec<PathBuf>,
    /// Records by the name of their document.
    pub records: BTreeMap<String, RecordFile>,
    /// Folders of authority files.
    pub authorities: Vec<PathBuf>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// Looks through the paths.
#[must_use]
pub fn read_seeds(paths: &[PathBuf]) -> Seeds {
    let mut seeds = Seeds::default();
    for path in paths {
        if path.is_dir() {
            read_folder(&mut seeds, path);
        } else if path.is_file() {
            read_file(&mut seeds, path);
        } else {
            let message = "there is no such file or folder".to_owned();
            seeds.problems.push(problem(path, "readable", message));
        }
    }
    seeds.documents.dedup();
    let missing = missing_documents(&seeds);
    seeds.problems.extend(missing);
    seeds
}

fn problem(path: &Path, rule: &'static str, message: String) -> Problem {
    Problem {
        file: path.display().to_string(),
        line: None,
        rule,
        message,
    }
}

fn read_folder(seeds: &mut Seeds, folder: &Path) {
    let authorities = folder.join("authorities");
    if authorities.is_dir() {
        seeds.authorities.push(authorities);
    }
    let events = folder.join("events");
    for file in files(seeds, &events, "toml") {
        read_record(seeds, &file);
    }
    let documents = folder.join("documents");
    let documents = if documents.is_dir() {
        documents
    } else {
        folder.to_owned()
    };
    let texts = files(seeds, &documents, "txt");
    seeds.documents.extend(texts);
    let bulk = files(seeds, &documents, "jsonl");
    seeds.bulk.extend(bulk);
}

/// One file: a bulk file, a record with its document, or a document with its record. The record of
/// `documents/x.txt` is looked for in `../events/`, and its authorities in `../authorities/`.
fn read_file(seeds: &mut Seeds, path: &Path) {
    let around = path.parent().and_then(Path::parent).map(Path::to_owned);
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("jsonl") => seeds.bulk.push(path.to_owned()),
        Some("toml") => {
            let Some(document) = read_record(seeds, path) else {
                return;
            };
            let around = around.unwrap_or_default();
            seeds
                .authorities
                .extend(folder_there(around.join("authorities")));
            seeds
                .documents
                .push(around.join("documents").join(document));
        }
        _ => {
            let around = around.unwrap_or_default();
            let name = path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned());
            seeds
                .authorities
                .extend(folder_there(around.join("authorities")));
            for file in files(seeds, &around.join("events"), "toml") {
                // Only the record of this document is wanted; what is wrong with others is theirs.
                if let Ok((source, record)) = read_toml::<Record>(&file)
                    && record.document == name
                {
                    insert_record(seeds, &file, source, record);
                }
            }
            seeds.documents.push(path.to_owned());
        }
    }
}

fn folder_there(folder: PathBuf) -> Option<PathBuf> {
    folder.is_dir().then_some(folder)
}

fn files(seeds: &mut Seeds, folder: &Path, extension: &str) -> Vec<PathBuf> {
    if !folder.is_dir() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                let path = entry.into_path();
                if path.extension().is_some_and(|own| own == extension) {
                    found.push(path);
                }
            }
            Ok(_) => {}
            Err(error) => seeds
                .problems
                .push(problem(folder, "readable", error.to_string())),
        }
    }
    found
}

/// Reads a record and answers the name of its document.
fn read_record(seeds: &mut Seeds, file: &Path) -> Option<String> {
    match read_toml::<Record>(file) {
        Ok((source, record)) => insert_record(seeds, file, source, record),
        Err(wrong) => {
            seeds.problems.push(*wrong);
            None
        }
    }
}

fn insert_record(seeds: &mut Seeds, file: &Path, source: String, record: Record) -> Option<String> {
    let Some(document) = record.document.clone() else {
        let message = "the record names no document: add document = \"file.txt\"".to_owned();
        seeds.problems.push(problem(file, "document", message));
        return None;
    };
    if record.id.is_none() {
        let message =
            "the record has no id: give it one of 8 characters, once and for good".to_owned();
        seeds.problems.push(problem(file, "id", message));
        return None;
    }
    if let Some(other) = seeds.records.get(&document) {
        let message = format!(
            "{} is a record of the same document: one document has one record",
            other.file
        );
        seeds.problems.push(problem(file, "document", message));
        return None;
    }
    let record = RecordFile {
        file: file.display().to_string(),
        source,
        record,
    };
    seeds.records.insert(document.clone(), record);
    Some(document)
}

/// The name of a document file in the archive.
#[must_use]
pub fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn missing_documents(seeds: &Seeds) -> Vec<Problem> {
    let there = |name: &String| seeds.documents.iter().any(|path| name_of(path) == *name);
    let missing = seeds.records.iter().filter(|(name, _)| !there(name));
    missing
        .map(|(name, record)| Problem {
            file: record.file.clone(),
            line: super::locate::line(&record.source, &[super::problem::Step::Key("document")]),
            rule: "document",
            message: format!(
                "there is no document «{name}» beside it: add documents/{name}, or correct the name"
            ),
        })
        .collect()
}
