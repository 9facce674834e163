//! `sijill check`: every rule, every problem.

use std::process::ExitCode;

use crate::config::Check;
use crate::ingest::import::{check, print_problems};

/// Runs the command; status 1 when there is a problem.
///
/// # Errors
/// Never; the signature is that of every command.
pub fn run(config: &Check) -> anyhow::Result<ExitCode> {
    let (checked, problems) = check(&config.paths);
    print_problems(&problems);
    println!("{checked} documents, {} problems", problems.len());
    Ok(ExitCode::from(u8::from(!problems.is_empty())))
}
