//! Asking the index. A search of a large archive takes milliseconds of one core, which is long for a thread that
//! answers many readers at once, so it runs on the threads for such work.

use std::sync::Arc;

use crate::search::decision::{DecisionAnswer, DecisionQuery};
use crate::search::query::{Answer, Query};
use crate::search::{Index, SearchError};
use crate::store::among::Among;
use crate::store::event::{StoredEvent, list_events};
use crate::web::error::Error;
use crate::web::state::Archive;

/// Searches events.
///
/// # Errors
/// When the index cannot be read.
pub async fn events(index: &Index, query: Query) -> Result<Answer, Error> {
    let index = index.clone();
    aside(move || index.search(&query)).await
}

/// How many events a search finds, and which, for the database to count what they have in common. A search that asks for
/// all of the archive names none of them.
///
/// # Errors
/// When the index cannot be read.
pub async fn among(index: &Index, query: Query) -> Result<(u64, Among), Error> {
    let narrows = query.narrows();
    let limit = if narrows { usize::MAX } else { 0 };
    let all = Query {
        offset: 0,
        limit,
        ..query
    };
    let answer = events(index, all).await?;
    let among = match narrows {
        true => Among::Events(answer.hits.into_iter().map(|hit| hit.id).collect()),
        false => Among::All,
    };
    Ok((answer.total, among))
}

/// Counts the events of several searches.
///
/// # Errors
/// When the index cannot be read.
pub async fn counts(index: &Index, queries: Vec<Query>) -> Result<Vec<u64>, Error> {
    let index = index.clone();
    aside(move || queries.iter().map(|query| index.count(query)).collect()).await
}

/// The nearest spelling of a question; see [`Index::nearest_spelling`].
///
/// # Errors
/// When the index cannot be read.
pub async fn nearest_spelling(index: &Index, text: String) -> Result<Option<String>, Error> {
    let index = index.clone();
    aside(move || index.nearest_spelling(&text)).await
}

/// Searches events and fetches them.
///
/// # Errors
/// When the index or the database cannot be read.
pub async fn events_themselves(
    archive: &Archive,
    query: Query,
) -> Result<Vec<Arc<StoredEvent>>, Error> {
    let answer = events(&archive.index, query).await?;
    let ids: Vec<_> = answer.hits.into_iter().map(|hit| hit.id).collect();
    Ok(list_events(&archive.reader, &ids).await?)
}

/// Searches decisions.
///
/// # Errors
/// When the index cannot be read.
pub async fn decisions(index: &Index, query: DecisionQuery) -> Result<DecisionAnswer, Error> {
    let index = index.clone();
    aside(move || index.search_decisions(&query)).await
}

async fn aside<T: Send + 'static>(
    search: impl FnOnce() -> Result<T, SearchError> + Send + 'static,
) -> Result<T, Error> {
    let done = tokio::task::spawn_blocking(search).await;
    let answer = done.map_err(|error| Error::Internal(error.to_string()))?;
    Ok(answer?)
}
