//! An authority where it stands among others: its page, its names, its number of events. On English pages a name in
//! Latin letters stands first, and the entry is filed by it.

use crate::model::name::{Name, Named};
use crate::web::locale::{self, Language};
use crate::web::url;

/// An authority in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its page.
    pub address: String,
    /// Its name.
    pub name: Name,
    /// In how many events it appears, of those that the list is about.
    pub events: u64,
}

impl From<&Named> for Entry {
    fn from(named: &Named) -> Self {
        Self {
            address: url::bearer(&named.bearer),
            name: named.name.clone(),
            events: named.events,
        }
    }
}

/// The name in Latin letters, where the present page shows it before the Arabic one.
#[must_use]
pub fn latin_first(name: &Name) -> Option<&str> {
    name.latin.as_deref().filter(|_| locale::is_english())
}

/// The name in Latin letters, where the present page shows it after the Arabic one.
#[must_use]
pub fn latin_last(name: &Name) -> Option<&str> {
    name.latin.as_deref().filter(|_| !locale::is_english())
}

/// The name that a page in this language files it by.
#[must_use]
pub fn filed_as(name: &Name, language: Language) -> &str {
    match (language, &name.latin) {
        (Language::English, Some(latin)) => latin,
        (Language::Arabic, _) | (Language::English, None) => &name.arabic,
    }
}

/// The one name that titles a page.
#[must_use]
pub fn title(name: &Name) -> &str {
    locale::either(name.latin.as_deref(), &name.arabic)
}
