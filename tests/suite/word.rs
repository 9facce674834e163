//! The words of the pages: all of them are messages, in both languages, and none is left without use.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use regex::Regex;

use crate::house::{code, files, read};

/// The keys of the messages of a language.
fn keys(language: &str) -> BTreeSet<String> {
    let key = Regex::new(r"(?m)^([a-z][a-z0-9-]*) =").expect("a pattern");
    let folder = format!("src/web/locale/{language}");
    let sources = files(&folder, "ftl").into_iter().map(|path| read(&path));
    let keys = sources.flat_map(|source| {
        let found = key.captures_iter(&source);
        found.map(|found| found[1].to_owned()).collect::<Vec<_>>()
    });
    keys.collect()
}

/// The code of a file without that of its tests.
fn shipped(path: &Path) -> String {
    let is_test = path.ends_with("tests.rs");
    let source = if is_test { String::new() } else { code(path) };
    let shipped = source.split("#[cfg(test)]").next();
    shipped.unwrap_or_default().to_owned()
}

/// Everything in templates and in the code of the pages that stands in quotation marks and looks like a key.
fn quoted() -> BTreeSet<String> {
    let literal = Regex::new(r#""([a-z][a-z0-9]*(?:-[a-z0-9]+)*)""#).expect("a pattern");
    let pages = files("templates", "html")
        .into_iter()
        .map(|path| read(&path));
    let sources = files("src/web", "rs").into_iter().map(|path| code(&path));
    let quoted = pages.chain(sources).flat_map(|source| {
        let found = literal.captures_iter(&source);
        found.map(|found| found[1].to_owned()).collect::<Vec<_>>()
    });
    quoted.collect()
}

#[test]
fn every_key_that_is_asked_for_has_words() {
    let asked =
        Regex::new(r#"(?:\btext|\bword!|\bfill|\bcount|\bcounted)\(\s*"([a-z][a-z0-9-]*)""#)
            .expect("a pattern");
    let keys = keys("ar");
    let pages = files("templates", "html")
        .into_iter()
        .map(|path| read(&path));
    let sources = files("src/web", "rs")
        .into_iter()
        .map(|path| shipped(&path));
    let mut missing = BTreeSet::new();
    let mut seen = 0;
    for source in pages.chain(sources) {
        for found in asked.captures_iter(&source) {
            seen += 1;
            if !keys.contains(&found[1]) {
                missing.insert(found[1].to_owned());
            }
        }
    }
    assert!(seen > 200, "only {seen} uses of messages were seen");
    assert!(missing.is_empty(), "messages without words: {missing:#?}");
}

#[test]
fn every_message_is_used() {
    let quoted = quoted();
    // The keys of counted nouns are put together from the noun.
    let is_counted = |key: &String| {
        let ends = ["-count", "-count-genitive", "-noun"];
        let mut stems = ends.iter().filter_map(|end| key.strip_suffix(end));
        stems.any(|stem| quoted.contains(stem))
    };
    let keys = keys("ar");
    let unused: Vec<&String> = keys
        .iter()
        .filter(|key| !quoted.contains(*key) && !is_counted(key))
        .collect();
    assert!(unused.is_empty(), "messages that no page says: {unused:#?}");
}

#[test]
fn no_page_has_words_of_one_language_alone() {
    let arabic = Regex::new(r"[\u{0621}-\u{064A}]+").expect("a pattern");
    let comment = Regex::new(r"(?s)\{#.*?#\}").expect("a pattern");
    let literal = Regex::new(r#""(?:[^"\\]|\\.)*""#).expect("a pattern");
    let mut faults = Vec::new();
    // Prose of some length is a template of its own in each language.
    let prose = [
        "about/page.html",
        "about/english.html",
        "about/accessibility/page.html",
        "about/accessibility/english.html",
        "about/data/page.html",
        "about/data/english.html",
    ];
    let is_prose = |path: &PathBuf| prose.iter().any(|own| path.ends_with(own));
    for path in files("templates", "html")
        .into_iter()
        .filter(|path| !is_prose(path))
    {
        // The name of each language is written in itself, and the digits show themselves.
        let page = comment.replace_all(&read(&path), "").replace("العربية", "");
        faults.extend(
            arabic
                .find(&page)
                .map(|word| format!("{}: {}", path.display(), word.as_str())),
        );
    }
    for path in files("src/web", "rs") {
        let source = shipped(&path);
        for found in literal.find_iter(&source) {
            if let Some(word) = arabic.find(found.as_str()) {
                faults.push(format!("{}: {}", path.display(), word.as_str()));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "words outside src/web/locale: {faults:#?}"
    );
}

#[test]
fn messages_speak_their_language() {
    let arabic = Regex::new(r"[\u{0621}-\u{064A}]").expect("a pattern");
    for path in files("src/web/locale/en", "ftl") {
        let text = read(&path);
        let words = text.lines().filter(|line| !line.starts_with('#'));
        let strays: Vec<&str> = words.filter(|line| arabic.is_match(line)).collect();
        assert!(strays.is_empty(), "{}: {strays:#?}", path.display());
    }
}
