//! The HTML of every kind of page, the styles and the icon are valid to the W3C's Nu checker.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;
use serde_json::Value;

use crate::fault::Faults;
use crate::{http, page, stand};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const CHECKER: &str = "tests/browser/node_modules/vnu-jar/build/dist/vnu.jar";

#[tokio::test]
async fn the_nu_checker_finds_no_error() -> anyhow::Result<()> {
    let stand = stand::take()?;
    let folder = tempfile::tempdir()?;
    let mut names = BTreeMap::new();
    for page in page::list(&stand.site.address).await? {
        let answer = http::fetch(&format!("{}{}", stand.site.address, page.path)).await?;
        let file = folder.path().join(format!("{}.html", page.name));
        std::fs::write(&file, answer.body)?;
        names.insert(file, format!("{} ({})", page.name, page.path));
    }
    for file in list_static()? {
        let name = file.strip_prefix(ROOT)?.display().to_string();
        names.insert(file, name);
    }
    let mut faults = Faults::default();
    for message in check(names.keys())? {
        let file = message["url"]
            .as_str()
            .unwrap_or_default()
            .trim_start_matches("file:");
        let name = names.get(Path::new(file)).map_or(file, String::as_str);
        let line = &message["lastLine"];
        let extract = message["extract"]
            .as_str()
            .unwrap_or_default()
            .replace('\n', " ");
        let words = message["message"].as_str().unwrap_or_default();
        faults.say(name, format!("line {line}: {words} [{extract}]"));
    }
    faults.settle();
    Ok(())
}

/// Styles and pictures beside each other in `static/`.
fn list_static() -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(Path::new(ROOT).join("static"))? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|suffix| suffix == "css" || suffix == "svg")
        {
            found.push(path);
        }
    }
    Ok(found)
}

/// What the checker has against the files.
fn check<'a>(files: impl Iterator<Item = &'a PathBuf>) -> anyhow::Result<Vec<Value>> {
    let output = Command::new("java")
        .arg("-jar")
        .arg(Path::new(ROOT).join(CHECKER))
        .args(["--errors-only", "--also-check-css", "--also-check-svg"])
        .args(["--exit-zero-always", "--stdout", "--format", "json"])
        .args(files)
        .output()
        .context("java does not start; tests/run installs what the tests need")?;
    let errors = String::from_utf8_lossy(&output.stderr);
    let report: Value = serde_json::from_slice(&output.stdout)
        .with_context(|| format!("the Nu checker gave no report: {errors}"))?;
    let messages = report["messages"]
        .as_array()
        .context("a report without messages")?;
    Ok(messages.clone())
}
