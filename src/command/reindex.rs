//! `sijill reindex`: the index is a view, so it can be thrown away.

use std::process::ExitCode;

use crate::command::{READERS, open_index, open_reader};
use crate::config::Data;
use crate::web::follow::catch_up;

/// Runs the command.
///
/// # Errors
/// When the archive cannot be read, or a server holds the index.
pub async fn run(data: &Data) -> anyhow::Result<ExitCode> {
    let reader = open_reader(data, READERS).await?;
    let index = open_index(data)?;
    index.clear()?;
    let last = catch_up(&reader, &index).await?;
    println!("the index holds change {}", last.0);
    Ok(ExitCode::SUCCESS)
}
