//! Following the change log: the index is brought to the last change when the archive opens, and
//! again each time another process has written; then the page cache is emptied.

use std::time::Duration;

use tokio::sync::mpsc;

use crate::model::change::ChangeNumber;
use crate::search::follow::{Batch, Effort};
use crate::search::{Index, SearchError};
use crate::store::change::{last_change, list_changes};
use crate::store::open::Reader;
use crate::web::cache::PageCache;
use crate::web::error::Error;

/// How often the log is looked at.
const INTERVAL: Duration = Duration::from_millis(300);
/// How many changes are read at once.
const BATCH: i64 = 500;
/// How many batches may be read ahead of the index.
const AHEAD: usize = 2;
/// Where more changes than this are to be applied, the index may take the whole machine.
const MUCH: i64 = 5_000;

/// Brings the index to the last change and answers its number. Where another process is doing so,
/// its result is taken over.
///
/// # Errors
/// When the database cannot be read or the index not written.
pub async fn catch_up(reader: &Reader, index: &Index) -> Result<ChangeNumber, Error> {
    loop {
        let last = last_change(reader).await?;
        if index.held() >= last {
            return Ok(last);
        }
        match absorb(reader, index, last).await? {
            // Put back: another process emptied the index, so there is more to apply.
            Ok(()) | Err(SearchError::PutBack(_)) => {}
            Err(SearchError::Locked) => {
                tokio::time::sleep(INTERVAL).await;
                index.reload()?;
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// Hands the index what it lacks up to `last`, batch by batch: while it takes in one, the next is read. Where the
/// database fails on the way, what was read before is kept.
async fn absorb(
    reader: &Reader,
    index: &Index,
    last: ChangeNumber,
) -> Result<Result<(), SearchError>, Error> {
    let (sender, mut receiver) = mpsc::channel::<Batch>(AHEAD);
    let mut held = index.held();
    let effort = match last.0 - held.0 > MUCH {
        true => Effort::Much,
        false => Effort::Little,
    };
    let taking = index.clone();
    let batches = std::iter::from_fn(move || receiver.blocking_recv());
    let taken = tokio::task::spawn_blocking(move || taking.absorb(batches, effort));
    let mut read = Ok(());
    while held < last {
        match list_changes(reader, held, BATCH).await {
            Ok((changes, up_to)) => {
                held = up_to;
                if sender.send((changes, up_to)).await.is_err() {
                    break; // The index has stopped, and says why.
                }
            }
            Err(error) => {
                read = Err(error);
                break;
            }
        }
    }
    drop(sender);
    let taken = taken
        .await
        .map_err(|error| Error::Internal(error.to_string()))?;
    read?;
    Ok(taken)
}

/// Lets go of what was read and rendered before this change.
pub fn advance(reader: &Reader, pages: &PageCache, to: ChangeNumber) {
    reader.advance(to);
    pages.advance(to);
}

/// Follows the log for as long as the site is served.
pub async fn follow(reader: Reader, index: Index, pages: PageCache) {
    loop {
        tokio::time::sleep(INTERVAL).await;
        match catch_up(&reader, &index).await {
            Ok(last) if last != pages.now() => advance(&reader, &pages, last),
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "the index could not follow the change log"),
        }
    }
}
