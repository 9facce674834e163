//! Permanent identifiers. Each is checked once, where it enters, and is opaque afterwards: it is
//! given once and never changes its meaning.

use std::fmt;
use std::sync::LazyLock;

use data_encoding::{Encoding, Specification};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a string is no identifier.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("«{text}» is no {noun} id: {expected}")]
pub struct IdError {
    text: String,
    noun: &'static str,
    expected: &'static str,
}

const CODE: &str = "8 to 26 characters of 0-9 and a-z without i, l, o, u";
const SLUG: &str = "1 to 80 characters of a-z, 0-9 and single hyphens between them";

/// The 32 digits of Crockford's base32, lower case.
const CROCKFORD: &str = "0123456789abcdefghjkmnpqrstvwxyz";

static BASE32: LazyLock<Option<Encoding>> = LazyLock::new(|| {
    let mut specification = Specification::new();
    specification.symbols.push_str(CROCKFORD);
    specification.encoding().ok()
});

fn is_code(text: &str) -> bool {
    (SHORTEST..=LONGEST).contains(&text.len())
        && text.chars().all(|letter| CROCKFORD.contains(letter))
}

fn is_slug(text: &str) -> bool {
    (1..=80).contains(&text.len())
        && text.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

/// An id made of a digest has so many characters where no other has the same; they hold forty bits.
pub const SHORTEST: usize = 8;

/// So many at most.
pub const LONGEST: usize = 26;

/// The first `length` characters of the Crockford base32 form of a digest, from [`SHORTEST`] to [`LONGEST`]: a collision
/// is resolved by taking more.
#[must_use]
pub fn code_of_digest(digest: &[u8; 32], length: usize) -> String {
    let bits = &digest[..20];
    let code = BASE32
        .as_ref()
        .map(|base32| base32.encode(bits))
        .unwrap_or_default();
    code.chars().take(length.clamp(SHORTEST, LONGEST)).collect()
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $noun:literal, $is:path, $expected:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Checks a string once, at the door.
            ///
            /// # Errors
            /// When the string has not the form of this id.
            pub fn parse(text: &str) -> Result<Self, IdError> {
                if $is(text) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(IdError { text: text.to_owned(), noun: $noun, expected: $expected })
                }
            }

            /// The id as it stands in URLs and files.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

id!(
    /// Names an event for good: Crockford base32, eight characters or more.
    EventId, "event", is_code, CODE
);
id!(
    /// Names a source document: the start of the base32 form of its SHA-256.
    DocumentId, "document", is_code, CODE
);
id!(
    /// The key of an organization in the authority file.
    OrganizationId, "organization", is_slug, SLUG
);
id!(
    /// The key of a person in the authority file.
    PersonId, "person", is_slug, SLUG
);
id!(
    /// The key of a place in the authority file.
    PlaceId, "place", is_slug, SLUG
);

#[cfg(test)]
mod tests {
    use super::{EventId, OrganizationId, code_of_digest};

    #[test]
    fn ids_are_checked_at_the_door() {
        assert!(EventId::parse("b7k4t2xq").is_ok());
        for wrong in ["", "b7k4t2x", "B7K4T2XQ", "b7k4t2xl", "b7k4-2xq"] {
            assert!(EventId::parse(wrong).is_err(), "{wrong}");
        }
        assert!(OrganizationId::parse("coordination-nl").is_ok());
        for wrong in ["", "-a", "a-", "a--b", "A", "ا", "a_b"] {
            assert!(OrganizationId::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_code_is_the_start_of_the_digest_and_grows_with_it() {
        let digest = [0b1111_1000; 32];
        assert_eq!(code_of_digest(&digest, 8), "z3wfhy7r");
        assert!(code_of_digest(&digest, 10).starts_with("z3wfhy7r"));
        assert_eq!(code_of_digest(&digest, 99).len(), 26);
    }
}
