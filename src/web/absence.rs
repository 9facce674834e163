//! What to answer where a record is not found: that it never was, that it was withdrawn, or where it went.

use crate::store::forward::{Forward, find_forward};
use crate::store::open::Reader;
use crate::web::error::Error;

/// Why there is no record of this noun and id; `address` makes the address of the record it went into.
pub async fn absence(
    reader: &Reader,
    noun: &'static str,
    id: &str,
    address: impl Fn(&str) -> Option<String>,
) -> Error {
    match find_forward(reader, noun, id).await {
        Ok(Some(Forward::Withdrawn { reason, at })) => Error::Withdrawn { reason, at },
        Ok(Some(Forward::Moved { to })) => address(&to).map_or(Error::NotFound, Error::Moved),
        Ok(None) => Error::NotFound,
        Err(error) => Error::Store(error),
    }
}
