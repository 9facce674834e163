//! `sijill import`: documents, records and authorities into the archive.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::process::ExitCode;

use anyhow::Context;

use crate::command::open_writer;
use crate::config::Import;
use crate::ingest::import::import;
use crate::ingest::item::Mode;
use crate::ingest::report::Report;

/// Runs the command; status 1 when something was refused.
///
/// # Errors
/// When the archive or the report cannot be written.
pub async fn run(config: Import) -> anyhow::Result<ExitCode> {
    let mut file = match &config.report {
        None => None,
        Some(path) => {
            let file = File::create(path);
            let file = file.with_context(|| format!("{} cannot be written", path.display()))?;
            Some(BufWriter::new(file))
        }
    };
    let mode = if config.dry_run {
        Mode::Dry
    } else {
        Mode::Write
    };
    let mut writer = open_writer(&config.data).await?;
    let mut report = Report::new(file.as_mut().map(|file| file as &mut dyn Write));
    let totals = import(&mut writer, &config.paths, mode, &mut report).await?;
    writer.close().await?;
    if let Some(mut file) = file {
        file.flush()?;
    }
    println!(
        "created {}, updated {}, unchanged {}, refused {}",
        totals.created, totals.updated, totals.unchanged, totals.refused
    );
    Ok(ExitCode::from(u8::from(totals.refused > 0)))
}
