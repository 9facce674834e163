//! `sijill serve`: database and index up to date, then answer until told to stop.

use std::io::Write;
use std::num::NonZero;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use crate::command::{open_index, open_reader, open_writer};
use crate::config::Serve;
use crate::ingest::import::import;
use crate::ingest::item::Mode;
use crate::ingest::report::Report;
use crate::web::cache::PageCache;
use crate::web::follow::{advance, catch_up, follow};
use crate::web::router::Service;
use crate::web::serve::serve;
use crate::web::site::Site;
use crate::web::state::Archive;
use crate::web::suggest::Completions;

/// Runs the command.
///
/// # Errors
/// When the archive cannot be opened or the address not listened on.
pub async fn run(config: Serve) -> anyhow::Result<ExitCode> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let listener = TcpListener::bind(config.listen)
        .await
        .with_context(|| format!("{} cannot be listened on", config.listen))?;
    let address = listener.local_addr()?;
    prepare(&config).await?;
    let readers = std::thread::available_parallelism().map_or(2, NonZero::get);
    let reader = open_reader(&config.data, readers).await?;
    let reader = reader.remembering(config.records_mb << 20);
    let index = open_index(&config.data)?;
    let pages = PageCache::new(config.cache_mb << 20);
    advance(&reader, &pages, catch_up(&reader, &index).await?);
    let public = config
        .public_url
        .unwrap_or_else(|| format!("http://{address}"));
    let archive = Archive {
        reader: reader.clone(),
        index: index.clone(),
        site: Arc::new(Site::new(&public).corrected_at(config.corrections)),
        completions: Completions::default(),
    };
    let completing = tokio::spawn(archive.completions.clone().follow(reader.clone()));
    let service = Service::new(archive, pages.clone());
    let following = tokio::spawn(follow(reader, index, pages));
    // Whoever reads the address may have gone; that is no reason not to serve.
    let _ = writeln!(std::io::stdout(), "http://{address}");
    let stop = async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        tracing::info!("finishing open requests");
    };
    serve(listener, service, stop).await;
    following.abort();
    completing.abort();
    Ok(ExitCode::SUCCESS)
}

/// Migrates the database and imports the seeds. What is refused there is said and does not keep
/// the rest from being served.
async fn prepare(config: &Serve) -> anyhow::Result<()> {
    let mut writer = open_writer(&config.data).await?;
    if !config.no_import && config.seeds.is_dir() {
        let mut report = Report::new(None);
        let paths = [config.seeds.clone()];
        let totals = import(&mut writer, &paths, Mode::Write, &mut report).await?;
        let (created, updated) = (totals.created, totals.updated);
        let refused = totals.refused;
        tracing::info!(created, updated, refused, "seeds imported");
    }
    Ok(writer.close().await?)
}
