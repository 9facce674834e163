//! Drafts: what the machine finds in a document, as data and as a record for a person to review.

use std::path::PathBuf;
use std::sync::Arc;

use serde::Serialize;

use crate::analysis;
use crate::analysis::resolve::Resolver;
use crate::analysis::resolve::remark::Remark;
use crate::ingest::authority::read_authorities;
use crate::model::authority::Authorities;
use crate::model::document::{digest, hexadecimal};
use crate::model::event::Event;

mod record;

pub use record::draft_record;

/// An event as the machine found it, with its document: section 4 of the public contract without
/// `id`, `url` and `revision`.
#[derive(Debug, Serialize)]
pub struct Draft {
    #[serde(flatten)]
    event: Event,
    document: DraftDocument,
    /// Records for names that have none.
    #[serde(skip)]
    proposed: Authorities,
    /// What is doubtful about the names.
    #[serde(skip)]
    remarks: Vec<Remark>,
}

#[derive(Debug, Serialize)]
struct DraftDocument {
    name: String,
    sha256: String,
    text: String,
}

/// What makes drafts: the detectors, and the authority records that names are led to.
#[derive(Debug)]
pub struct Drafter(Resolver);

impl Drafter {
    /// With the authority records that lie beside the documents, as they do under `seeds/`. Problems of their files are
    /// for `check` to tell.
    #[must_use]
    pub fn beside(documents: &[PathBuf]) -> Self {
        let mut all = Authorities::default();
        let mut folders: Vec<PathBuf> = documents
            .iter()
            .flat_map(|path| path.ancestors().take(3))
            .map(|folder| folder.join("authorities"))
            .filter(|folder| folder.is_dir())
            .collect();
        folders.sort();
        folders.dedup();
        for folder in folders {
            let (read, _) = read_authorities(&folder);
            all.organizations.extend(read.organizations);
            all.people.extend(read.people);
            all.places.extend(read.places);
        }
        Self(Resolver::new(Arc::new(all)))
    }

    /// What the machine finds in a text.
    #[must_use]
    pub fn draft(&self, name: &str, text: String) -> Draft {
        let mut event = analysis::event::draft(&text);
        let remarks = self.0.resolve(&mut event);
        let proposed = self.0.propose(&event);
        let sha256 = hexadecimal(&digest(text.as_bytes()));
        let name = name.to_owned();
        Draft {
            event,
            document: DraftDocument { name, sha256, text },
            proposed,
            remarks,
        }
    }
}
