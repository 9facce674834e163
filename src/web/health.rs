//! For operators: is the process alive, and does the index hold the last change.

use axum::extract::State;
use axum::http::StatusCode;

use crate::search::Index;
use crate::store::change::last_change;
use crate::store::open::Reader;
use crate::web::error::Error;

/// `/healthz`
pub async fn alive() -> &'static str {
    "alive\n"
}

/// `/readyz`: 200 once the index holds the last change, 503 before.
///
/// # Errors
/// When the database cannot be read.
pub async fn ready(
    State(reader): State<Reader>,
    State(index): State<Index>,
) -> Result<(StatusCode, String), Error> {
    let (held, last) = (index.held(), last_change(&reader).await?);
    Ok(if held >= last {
        (StatusCode::OK, "ready\n".to_owned())
    } else {
        let behind = format!("the index holds change {} of {}\n", held.0, last.0);
        (StatusCode::SERVICE_UNAVAILABLE, behind)
    })
}
