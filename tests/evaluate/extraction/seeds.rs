//! Gold from a folder laid out as `seeds/`: its records resolved against their documents, as an import would do it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};
use sijill::ingest::attest::attest;
use sijill::ingest::authority::read_authorities;
use sijill::ingest::seed::{name_of, read_seeds};

use crate::extraction::gold::{Gold, facts};

/// Reads every document that has a record.
///
/// # Errors
/// When a file cannot be read, or a record does not hold against its document.
pub fn read_records(folder: &Path) -> anyhow::Result<Vec<Gold>> {
    let seeds = read_seeds(&[PathBuf::from(folder)]);
    let (authorities, problems) = read_authorities(&folder.join("authorities"));
    if let Some(problem) = seeds.problems.iter().chain(&problems).next() {
        bail!("{problem}");
    }
    let mut gold = Vec::new();
    for path in &seeds.documents {
        let file = name_of(path);
        let Some(record) = seeds.records.get(&file) else {
            continue;
        };
        let text = fs::read_to_string(path)?;
        let event = attest(&text, &record.record, &authorities)
            .map_err(|findings| anyhow!("{}: {findings:?}", record.file))?;
        let name = path.file_stem().map(|stem| stem.to_string_lossy());
        let name = name.unwrap_or_default().into_owned();
        let facts = facts(&event)?;
        gold.push(Gold { name, text, facts });
    }
    Ok(gold)
}
