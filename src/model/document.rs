//! Documents: the sources, kept byte for byte as received.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::model::date::Edtf;
use crate::model::id::{DocumentId, code_of_digest};

/// A source document. Its text is immutable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its permanent id, the start of its digest.
    pub id: DocumentId,
    /// The file's name or the bulk line's `name`; unique in the archive.
    pub name: String,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// Its text: exactly the bytes received.
    pub text: String,
}

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
