//! Reads the tree and holds it to the house: layers, homes of words, lengths, orphans.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

use crate::archive::project;

/// Who may import whom, each layer itself included.
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &["text"]),
    ("model", &["text", "model"]),
    ("analysis", &["text", "model", "analysis"]),
    ("store", &["model", "store"]),
    ("search", &["text", "model", "search"]),
    ("ingest", &["text", "model", "analysis", "store", "ingest"]),
    ("web", &["text", "model", "store", "search", "web"]),
    (
        "command",
        &[
            "model", "store", "search", "ingest", "web", "config", "command",
        ],
    ),
    ("config", &["model", "config"]),
];

/// Crates whose words live in one layer only.
const HOMES: &[(&str, &[&str])] = &[
    ("sqlx", &["store"]),
    ("tantivy", &["search"]),
    ("axum", &["web"]),
    ("askama", &["web"]),
    ("clap", &["config", "main"]),
    ("anyhow", &["ingest", "command", "main"]),
];

/// Words that bring a clock, chance or the outside into a layer that must be pure.
const IMPURE: &[&str] = &[
    "Timestamp::now",
    "SystemTime",
    "Instant::now",
    "std::fs",
    "std::env",
    "std::net",
    "rand::",
];
const PURE: &[&str] = &["text", "model", "analysis"];

/// What may stand beside the folders at the top.
const TOP: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "README.md",
    "LICENSE",
    "src",
    "templates",
    "static",
    "migrations",
    "seeds",
    "tests",
];

pub fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = walkdir::WalkDir::new(project(folder))
        .into_iter()
        .filter_entry(|entry| entry.file_name() != "node_modules")
        .map(|entry| entry.expect("a readable tree").into_path())
        .filter(|path| path.extension().is_some_and(|own| own == extension))
        .collect();
    found.sort();
    assert!(!found.is_empty(), "no .{extension} in {folder}");
    found
}

pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// `src/web/event.rs` is of the layer `web`.
fn layer(path: &Path) -> String {
    let inner = path.strip_prefix(project("src")).expect("a source");
    let first = inner.components().next().expect("a layer");
    let first = first.as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// The code of a file, without its comments, its strings' insides left in.
pub fn code(path: &Path) -> String {
    let lines = read(path);
    let lines = lines
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn layers_import_only_what_lies_below_them() {
    let word = Regex::new(r"\bcrate::(\w+)").expect("a pattern");
    let mut wrong = BTreeSet::new();
    for path in files("src", "rs") {
        let own = layer(&path);
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == own) else {
            continue;
        };
        for found in word.captures_iter(&code(&path)) {
            if !allowed.contains(&&found[1]) {
                wrong.insert(format!(
                    "{}: {own} must not see {}",
                    path.display(),
                    &found[1]
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_source_has_a_layer() {
    let known: BTreeSet<&str> = LAYERS
        .iter()
        .map(|(name, _)| *name)
        .chain(["lib", "main"])
        .collect();
    let lost: BTreeSet<String> = files("src", "rs")
        .iter()
        .map(|path| layer(path))
        .filter(|own| !known.contains(own.as_str()))
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn words_of_a_crate_stay_in_their_home() {
    let mut wrong = Vec::new();
    for path in files("src", "rs") {
        let (own, code) = (layer(&path), code(&path));
        for (name, homes) in HOMES {
            let word = Regex::new(&format!(r"\b{name}::")).expect("a pattern");
            if word.is_match(&code) && !homes.contains(&own.as_str()) {
                wrong.push(format!("{}: {name} lives in {homes:?}", path.display()));
            }
        }
        for word in IMPURE {
            if PURE.contains(&own.as_str()) && code.contains(word) {
                wrong.push(format!("{}: {word} in a pure layer", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn sources_are_short_and_say_what_they_are() {
    let mut wrong = Vec::new();
    for path in files("src", "rs").into_iter().chain(files("tests", "rs")) {
        let text = read(&path);
        let lines = text.lines().count();
        if lines > 400 {
            wrong.push(format!("{}: {lines} lines", path.display()));
        }
        if !text.starts_with("//!") {
            wrong.push(format!("{}: no //! at its head", path.display()));
        }
        if path.ends_with("mod.rs") {
            wrong.push(format!("{}: name it after its folder", path.display()));
        }
        if ["/utils", "/util.", "/helper", "/common", "/manager"]
            .iter()
            .any(|word| path.to_string_lossy().contains(word))
        {
            wrong.push(format!("{}: name it by its noun", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_is_left_unfinished() {
    let marks: Vec<String> = [
        "todo!(",
        "unimplemented!(",
        "dbg!(",
        "#[ignore",
        "FIX\u{4d}E",
        "XX\u{58}",
    ]
    .map(str::to_owned)
    .into();
    let mut wrong = Vec::new();
    for path in files("src", "rs").into_iter().chain(files("tests", "rs")) {
        if path.ends_with("suite/house.rs") {
            continue;
        }
        let text = read(&path);
        let found = marks.iter().filter(|mark| text.contains(mark.as_str()));
        wrong.extend(found.map(|mark| format!("{}: {mark}", path.display())));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn templates_are_short_and_none_is_an_orphan() {
    let templates = files("templates", "html");
    let mut named = String::new();
    for path in templates.iter().chain(&files("src", "rs")) {
        named.push_str(&read(path));
    }
    let mut wrong = Vec::new();
    for path in &templates {
        let lines = read(path).lines().count();
        if lines > 150 {
            wrong.push(format!("{}: {lines} lines", path.display()));
        }
        let inner = path.strip_prefix(project("templates")).expect("a template");
        if !named.contains(&format!("\"{}\"", inner.display())) {
            wrong.push(format!("{}: nothing renders it", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn assets_are_all_used() {
    let mut named = String::new();
    for path in files("templates", "html")
        .iter()
        .chain(&files("static", "css"))
        .chain(&files("src", "rs"))
    {
        named.push_str(&read(path));
    }
    let mut orphans = Vec::new();
    for entry in walkdir::WalkDir::new(project("static")) {
        let path = entry.expect("a readable tree").into_path();
        let inner = path
            .strip_prefix(project("static"))
            .expect("an asset")
            .to_string_lossy()
            .into_owned();
        // Licences and their notes stand beside what they are of.
        let told = inner.contains("LICENSE") || inner.ends_with("README.md");
        if path.is_file() && !told && !named.contains(&inner) {
            orphans.push(inner);
        }
    }
    assert!(orphans.is_empty(), "{orphans:?}");
}

#[test]
fn the_top_holds_what_the_client_fixed() {
    let strangers: Vec<String> = fs::read_dir(project(""))
        .expect("the project")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|name| !name.starts_with('.') && !["target", "data"].contains(&name.as_str()))
        .filter(|name| !TOP.contains(&name.as_str()))
        .collect();
    assert!(strangers.is_empty(), "{strangers:?}");
}

#[test]
fn pages_carry_no_style_or_script_of_their_own() {
    let inline = Regex::new(r#"(?i)\sstyle\s*=|\son\w+\s*=\s*"|<style|<script>|javascript:"#)
        .expect("a pattern");
    let found: Vec<String> = files("templates", "html")
        .iter()
        .filter(|path| inline.is_match(&read(path)))
        .map(|path| path.display().to_string())
        .collect();
    assert!(found.is_empty(), "{found:?}");
}
