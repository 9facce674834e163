//! What the site says of itself in every page: its public address.

use crate::web::url;

/// The address under which readers know the archive, without a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    public_url: String,
}

impl Site {
    /// A site at this public address.
    #[must_use]
    pub fn new(public_url: &str) -> Self {
        Self {
            public_url: public_url.trim_end_matches('/').to_owned(),
        }
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
