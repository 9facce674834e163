//! `sijill verify`: the whole archive read again, and the index held against it.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::command::{READERS, open_index, open_reader};
use crate::config::Data;
use crate::search::query::Query;
use crate::store::change::last_change;
use crate::store::event::count_archive;
use crate::store::verify::verify;

/// Runs the command; status 1 when something does not hold.
///
/// # Errors
/// When the archive cannot be opened.
pub async fn run(data: &Data) -> anyhow::Result<ExitCode> {
    let reader = open_reader(data, READERS).await?;
    let mut verification = verify(&reader).await?;
    let index = open_index(data)?;
    let damaged = index.damaged_files()?.into_iter();
    let fault = |file: PathBuf| format!("{} is damaged: run sijill reindex", file.display());
    verification.faults.extend(damaged.map(fault));
    let (held, last) = (index.held(), last_change(&reader).await?);
    if held < last {
        // No fault: the next start brings it up to date, as it does after a crash.
        eprintln!("the index holds change {} of {}", held.0, last.0);
    } else {
        let events = count_archive(&reader).await?.events;
        let indexed = index.search(&Query::default())?.total;
        if i64::try_from(indexed) != Ok(events) {
            let fault = format!(
                "the index holds {indexed} events, the database {events}: run sijill reindex"
            );
            verification.faults.push(fault);
        }
    }
    for fault in &verification.faults {
        eprintln!("{fault}");
    }
    println!(
        "{} documents, {} further sources, {} revisions, {} pieces of evidence, {} faults",
        verification.documents,
        verification.sources,
        verification.revisions,
        verification.evidence,
        verification.faults.len()
    );
    Ok(ExitCode::from(u8::from(!verification.faults.is_empty())))
}
