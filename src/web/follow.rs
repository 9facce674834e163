//! Following the change log: the index is brought to the last change when the archive opens, and
//! again each time another process has written; then the page cache is emptied.

use std::time::Duration;

use crate::model::change::ChangeNumber;
use crate::search::{Index, SearchError};
use crate::store::change::{last_change, list_changes};
use crate::store::open::Reader;
use crate::web::cache::PageCache;
use crate::web::error::Error;

/// How often the log is looked at.
const INTERVAL: Duration = Duration::from_millis(300);
/// How many changes the index takes in one commit.
const BATCH: i64 = 1000;

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
        let (changes, up_to) = list_changes(reader, index.held(), BATCH).await?;
        let writing = index.clone();
        let applied = tokio::task::spawn_blocking(move || writing.apply(&changes, up_to)).await;
        match applied.map_err(|error| Error::Internal(error.to_string()))? {
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
