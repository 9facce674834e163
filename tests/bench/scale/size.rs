//! Sizes: of the texts, counted once while they are written, and of the files of the index.

use std::error::Error;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

/// The file beside the database that keeps the sizes of the texts.
const NAME: &str = "texts.json";

/// How much text an archive holds.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct Texts {
    /// Documents.
    pub documents: u64,
    /// Bytes of all their texts.
    pub bytes: u64,
}

impl Texts {
    /// Keeps it beside the database.
    pub fn write(self, data: &Path) -> Result<(), Box<dyn Error>> {
        Ok(fs::write(data.join(NAME), serde_json::to_string(&self)?)?)
    }

    /// What was kept.
    pub fn read(data: &Path) -> Result<Self, Box<dyn Error>> {
        let kept = fs::read_to_string(data.join(NAME));
        let kept =
            kept.map_err(|_| "this archive was not filled by this bench, or not to the end")?;
        Ok(serde_json::from_str(&kept)?)
    }
}

/// The bytes of all files below a folder.
pub fn bytes_below(folder: &Path) -> Result<u64, Box<dyn Error>> {
    let mut bytes = 0;
    for entry in WalkDir::new(folder) {
        let metadata = entry?.metadata()?;
        if metadata.is_file() {
            bytes += metadata.len();
        }
    }
    Ok(bytes)
}
