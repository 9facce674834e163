//! What the site says of itself in every page: its public address, and where corrections are sent.

use crate::model::contact::Contact;
use crate::web::url;

/// The address under which readers know the archive, without a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    public_url: String,
    corrections: Option<Contact>,
}

impl Site {
    /// A site at this public address.
    #[must_use]
    pub fn new(public_url: &str) -> Self {
        Self {
            public_url: public_url.trim_end_matches('/').to_owned(),
            corrections: None,
        }
    }

    /// The same site, with an address for corrections if it has one.
    #[must_use]
    pub fn corrected_at(self, corrections: Option<Contact>) -> Self {
        Self {
            corrections,
            ..self
        }
    }

    /// Where corrections are sent, if the site says so.
    #[must_use]
    pub const fn corrections(&self) -> Option<&Contact> {
        self.corrections.as_ref()
    }

    /// A path of the site as a full address.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }

    /// A path of the site as it is cited: a full address in one form for every language.
    #[must_use]
    pub fn permalink(&self, path: &str) -> String {
        self.absolute(url::neutral(path))
    }
}
