//! Documents: the sources, kept byte for byte as received.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::model::date::Edtf;
use crate::model::id::{DocumentId, code_of_digest};
use crate::text::sentence::paragraphs;
use crate::text::span::{CodePoints, Span};

/// A source document. Its text is immutable.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its permanent id, the start of its digest.
    pub id: DocumentId,
    /// The file's name or the bulk line's `name`; unique in the archive.
    pub name: String,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// Its text: exactly the bytes received.
    pub text: String,
    layout: OnceLock<Layout>,
}

/// Where the code points and the paragraphs of a text stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The way between bytes and code points.
    pub code_points: CodePoints,
    /// The paragraphs, in order.
    pub paragraphs: Vec<Span>,
}

impl Layout {
    /// Reads the layout of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self {
            code_points: CodePoints::of(text),
            paragraphs: paragraphs(text),
        }
    }
}

impl Document {
    /// A document of these parts.
    #[must_use]
    pub fn new(id: DocumentId, name: String, sha256: String, text: String) -> Self {
        Self {
            id,
            name,
            sha256,
            text,
            layout: OnceLock::new(),
        }
    }

    /// The layout of its text, read at the first call.
    pub fn layout(&self) -> &Layout {
        self.layout.get_or_init(|| Layout::of(&self.text))
    }
}

/// The layout is not compared: it follows from the text.
impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        (&self.id, &self.name, &self.sha256, &self.text)
            == (&other.id, &other.name, &other.sha256, &other.text)
    }
}

impl Eq for Document {}

/// What is known of where a document comes from. Unknown things are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Edtf>,
    /// Why that date, where the document does not print it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_note: Option<String>,
}

/// The SHA-256 of some bytes.
#[must_use]
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// A digest as 64 lower-case hexadecimal digits.
#[must_use]
pub fn hexadecimal(digest: &[u8; 32]) -> String {
    data_encoding::HEXLOWER.encode(digest)
}

/// The id of the document with this digest, `length` characters long.
///
/// # Errors
/// Never for a digest; the signature is that of parsing an id.
pub fn document_id(
    digest: &[u8; 32],
    length: usize,
) -> Result<DocumentId, crate::model::id::IdError> {
    DocumentId::parse(&code_of_digest(digest, length))
}
