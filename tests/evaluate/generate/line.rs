//! A line of a bulk file, as it is written; the archive has only the reading of it.

use serde::Serialize;
use sijill::model::record::Record;

/// A document with its record.
#[derive(Serialize)]
pub struct Line<'a> {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: &'a str,
    /// Its record.
    pub record: Record,
}
