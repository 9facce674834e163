//! `sijill extract`: what the machine finds in a document; nothing is written.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use serde::Serialize;
use walkdir::WalkDir;

use crate::config::{Extract, ExtractFormat};
use crate::ingest::draft::{Draft, Drafter, draft_record};
use crate::ingest::file::read_text;
use crate::ingest::seed::name_of;

/// One line of `jsonl`.
#[derive(Serialize)]
struct Line<'a> {
    file: String,
    #[serde(flatten)]
    draft: &'a Draft,
}

/// Runs the command; status 1 when a file could not be read.
///
/// # Errors
/// When standard output is closed.
pub fn run(config: &Extract) -> anyhow::Result<ExitCode> {
    let several = config.paths.len() > 1 || config.paths.iter().any(|path| path.is_dir());
    let format = config.format.unwrap_or(match several {
        true => ExtractFormat::Jsonl,
        false => ExtractFormat::Toml,
    });
    let drafter = Drafter::beside(&config.paths);
    let mut output = std::io::stdout().lock();
    let mut failed = false;
    for path in files(&config.paths) {
        let draft = match read_text(&path) {
            Ok(text) => drafter.draft(&name_of(&path), text),
            Err(problem) => {
                eprintln!("{problem}");
                failed = true;
                continue;
            }
        };
        let written = match format {
            ExtractFormat::Toml => {
                draft_record(&draft).and_then(|record| Ok(write!(output, "{record}")?))
            }
            ExtractFormat::Json => Ok(writeln!(
                output,
                "{}",
                serde_json::to_string_pretty(&draft)?
            )?),
            ExtractFormat::Jsonl => {
                let file = path.display().to_string();
                let line = serde_json::to_string(&Line {
                    file,
                    draft: &draft,
                })?;
                Ok(writeln!(output, "{line}")?)
            }
        };
        written.context("standard output")?;
    }
    Ok(ExitCode::from(u8::from(failed)))
}

fn files(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let entries = WalkDir::new(path).sort_by_file_name().into_iter().flatten();
            let texts = entries.map(walkdir::DirEntry::into_path);
            files.extend(texts.filter(|path| path.extension().is_some_and(|own| own == "txt")));
        } else {
            files.push(path.clone());
        }
    }
    files
}
