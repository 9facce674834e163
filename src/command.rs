//! The commands, one file each: they open the archive, call one of the two halves, print, and
//! answer the exit status. Results go to standard output, all else to standard error.

pub mod serve;

pub mod import;

pub mod extract;

pub mod check;

pub mod search;

pub mod verify;

pub mod withdraw;

pub mod merge;

pub mod reindex;

use std::io;

use anyhow::Context;
use tracing_subscriber::EnvFilter;

use crate::config::Data;
use crate::search::Index;
use crate::store::open::{Reader, Writer};

/// How many readers a command needs at once.
const READERS: usize = 2;

/// Logs go to standard error; `SIJILL_LOG` says how much (`info` if not set).
pub fn log() {
    let filter = EnvFilter::try_from_env("SIJILL_LOG")
        .unwrap_or_else(|_| EnvFilter::new("warn,sijill=info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .init();
}

async fn open_writer(data: &Data) -> anyhow::Result<Writer> {
    std::fs::create_dir_all(&data.data)
        .with_context(|| format!("{} cannot be made", data.data.display()))?;
    let file = data.database();
    let writer = Writer::open(&file).await;
    writer.with_context(|| format!("{} cannot be opened for writing", file.display()))
}

async fn open_reader(data: &Data, connections: usize) -> anyhow::Result<Reader> {
    let file = data.database();
    let reader = Reader::open(&file, connections).await;
    reader.with_context(|| format!("{} cannot be read: is --data right?", file.display()))
}

fn open_index(data: &Data) -> anyhow::Result<Index> {
    let folder = data.index();
    let index = std::fs::create_dir_all(&folder).map_err(anyhow::Error::from);
    let index = index.and_then(|()| Ok(Index::open(&folder)?));
    index.with_context(|| format!("the index in {} cannot be opened", folder.display()))
}
