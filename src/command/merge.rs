//! `sijill merge`: an event goes on in another, its address leads there.

use std::process::ExitCode;

use anyhow::bail;

use crate::command::open_writer;
use crate::config::Merge;
use crate::store::forward::merge_event;

/// Runs the command.
///
/// # Errors
/// When one of the two is no event, or they are the same.
pub async fn run(config: Merge) -> anyhow::Result<ExitCode> {
    let mut writer = open_writer(&config.data).await?;
    let mut write = writer.begin().await?;
    if !merge_event(&mut write, &config.from, &config.into).await? {
        bail!(
            "«{}» and «{}» must be two different events",
            config.from,
            config.into
        );
    }
    write.commit().await?;
    writer.close().await?;
    println!("{} merged into {}", config.from, config.into);
    Ok(ExitCode::SUCCESS)
}
