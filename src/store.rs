//! The store: all SQL of the archive. The database is the truth; the index and the pages are views
//! of it that follow the change log. Reading goes through [`open::Reader`], which cannot write.

pub mod open;

pub mod change;

pub mod document;

pub mod event;

pub mod among;

pub mod recent;

pub mod gather;

pub mod adjacent;

pub mod related;

pub mod revision;

pub mod item;

pub mod source;

pub mod band;

pub mod signature;

mod rows;

pub mod create;

pub mod authority;

pub mod organization;

pub mod network;

pub mod person;

pub mod place;

pub mod country;

pub mod name;

pub mod companion;

pub mod decision;

pub mod forward;

pub mod verify;

pub mod utf8;

use std::sync::Arc;

use thiserror::Error;

/// Why the store could not answer.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The database refused or could not be reached.
    #[error("the database: {0}")]
    Database(#[from] sqlx::Error),
    /// The database could not be brought to the newest schema.
    #[error("migrating the database: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A stored record cannot be read back.
    #[error("{noun} {id} is stored in a form that cannot be read: {reason}")]
    Unreadable {
        /// What it is.
        noun: &'static str,
        /// Its id.
        id: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A read for several failed; each of them is told.
    #[error(transparent)]
    Shared(Arc<StoreError>),
}

/// What the store answers.
pub type Result<T> = std::result::Result<T, StoreError>;

/// Reads a stored record back.
pub(crate) fn read_json<T: serde::de::DeserializeOwned>(
    noun: &'static str,
    id: &str,
    json: &str,
) -> Result<T> {
    serde_json::from_str(json).map_err(|error| unreadable(noun, id, &error))
}

/// Writes a record down; the archive's own types always can be.
pub(crate) fn write_json<T: serde::Serialize>(
    noun: &'static str,
    id: &str,
    value: &T,
) -> Result<String> {
    serde_json::to_string(value).map_err(|error| unreadable(noun, id, &error))
}

pub(crate) fn unreadable(
    noun: &'static str,
    id: &str,
    error: &dyn std::fmt::Display,
) -> StoreError {
    StoreError::Unreadable {
        noun,
        id: id.to_owned(),
        reason: error.to_string(),
    }
}

/// The moment as the archive writes it: UTC to the second.
#[must_use]
pub fn now() -> String {
    let second = jiff::Timestamp::now().round(jiff::Unit::Second);
    second.map(|second| second.to_string()).unwrap_or_default()
}
