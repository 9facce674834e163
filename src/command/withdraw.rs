//! `sijill withdraw`: an event ends, its address stays and says why.

use std::process::ExitCode;

use anyhow::bail;

use crate::command::open_writer;
use crate::config::Withdraw;
use crate::store::forward::withdraw_event;

/// Runs the command.
///
/// # Errors
/// When there is no such event, or no reason is given.
pub async fn run(config: Withdraw) -> anyhow::Result<ExitCode> {
    if config.reason.trim().is_empty() {
        bail!("--reason is empty: readers of the page are told why");
    }
    let mut writer = open_writer(&config.data).await?;
    let mut write = writer.begin().await?;
    if !withdraw_event(&mut write, &config.id, config.reason.trim()).await? {
        bail!("there is no event «{}»", config.id);
    }
    write.commit().await?;
    writer.close().await?;
    println!("{} withdrawn", config.id);
    Ok(ExitCode::SUCCESS)
}
