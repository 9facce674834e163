//! The binary: parse, dispatch, nothing else.

use std::process::ExitCode;

use clap::Parser;
use sijill::command;
use sijill::config::{Command, Config};

/// Memory is asked for in small pieces a page; the system's allocator costs more there.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    let config = Config::parse();
    command::log();
    let done = match config.command {
        None => command::serve::run(config.serve).await,
        Some(Command::Serve(serve)) => command::serve::run(serve).await,
        Some(Command::Import(import)) => command::import::run(import).await,
        Some(Command::Extract(extract)) => command::extract::run(&extract),
        Some(Command::Check(check)) => command::check::run(&check),
        Some(Command::Search(search)) => command::search::run(*search).await,
        Some(Command::Verify(data)) => command::verify::run(&data).await,
        Some(Command::Withdraw(withdraw)) => command::withdraw::run(withdraw).await,
        Some(Command::Merge(merge)) => command::merge::run(merge).await,
        Some(Command::Reindex(data)) => command::reindex::run(&data).await,
    };
    done.unwrap_or_else(|error| {
        eprintln!("sijill: {error:#}");
        ExitCode::FAILURE
    })
}
