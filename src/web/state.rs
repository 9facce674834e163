//! What handlers may ask: the store for reading, the index, and the site. A handler takes the one
//! part it needs.

use std::sync::Arc;

use axum::extract::FromRef;

use crate::search::Index;
use crate::store::open::Reader;
use crate::web::site::Site;
use crate::web::suggest::Completions;

/// The parts of the reading half.
#[derive(Debug, Clone)]
pub struct Archive {
    /// The database, read-only.
    pub reader: Reader,
    /// The index.
    pub index: Index,
    /// The site.
    pub site: Arc<Site>,
    /// The completions of names.
    pub completions: Completions,
}

impl FromRef<Archive> for Reader {
    fn from_ref(archive: &Archive) -> Self {
        archive.reader.clone()
    }
}

impl FromRef<Archive> for Index {
    fn from_ref(archive: &Archive) -> Self {
        archive.index.clone()
    }
}

impl FromRef<Archive> for Arc<Site> {
    fn from_ref(archive: &Archive) -> Self {
        Arc::clone(&archive.site)
    }
}

impl FromRef<Archive> for Completions {
    fn from_ref(archive: &Archive) -> Self {
        archive.completions.clone()
    }
}
