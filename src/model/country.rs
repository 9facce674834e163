//! Countries: ISO 3166-1 codes with their names. The table is data beside this file, frozen with
//! its source named there, so that a page and an export say the same for years.

use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::model::evidence::fact;
use crate::model::vocabulary::CountryRole;

/// A country or territory of ISO 3166-1, with its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// Its alpha-2 code.
    pub code: CountryCode,
    /// Its alpha-3 code.
    pub alpha3: &'static str,
    /// Its name in Arabic.
    pub arabic: &'static str,
    /// Its name in English.
    pub english: &'static str,
    /// Its name in French.
    pub french: &'static str,
    /// Other names in use, in any script.
    pub variants: Vec<&'static str>,
}

impl Country {
    /// Every name of the country, the Arabic one first.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        [self.arabic, self.english, self.french, self.alpha3]
            .into_iter()
            .chain(self.variants.iter().copied())
    }
}

/// An alpha-2 code that ISO 3166-1 assigns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CountryCode([u8; 2]);

/// A string that is no assigned country code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("«{0}» is no country code of ISO 3166-1: write two capital letters, as in BE or EH")]
pub struct CountryError(String);

fact! {
    /// A country's part in an event.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Involvement {
        /// Which country.
        pub code: CountryCode,
        /// Its name in Arabic.
        pub name: String,
        /// Its roles, each once.
        pub roles: Vec<CountryRole>,
    }
}

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    include_str!("country.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(read_line)
        .collect()
});

fn read_line(line: &'static str) -> Option<Country> {
    let mut columns = line.split('\t');
    let code = columns.next()?.as_bytes().try_into().ok()?;
    Some(Country {
        code: CountryCode(code),
        alpha3: columns.next()?,
        arabic: columns.next()?,
        english: columns.next()?,
        french: columns.next()?,
        variants: columns
            .next()?
            .split(';')
            .filter(|name| !name.is_empty())
            .collect(),
    })
}

/// All countries, by code.
#[must_use]
pub fn countries() -> &'static [Country] {
    &COUNTRIES
}

impl CountryCode {
    /// Checks a code.
    ///
    /// # Errors
    /// When ISO 3166-1 does not assign it, or it is not written in capitals.
    pub fn parse(text: &str) -> Result<Self, CountryError> {
        // The table is sorted by code; a record names countries often, and is read for every page.
        let code = <[u8; 2]>::try_from(text.as_bytes()).map(Self);
        let assigned = |code: &Self| {
            let found = COUNTRIES.binary_search_by_key(code, |country| country.code);
            found.is_ok()
        };
        let code = code.ok().filter(assigned);
        code.ok_or_else(|| CountryError(text.to_owned()))
    }

    /// The two letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The country it stands for.
    #[must_use]
    pub fn country(self) -> &'static Country {
        let position = COUNTRIES.binary_search_by_key(&self, |country| country.code);
        &COUNTRIES[position.unwrap_or_default()]
    }
}

impl TryFrom<String> for CountryCode {
    type Error = CountryError;

    fn try_from(text: String) -> Result<Self, CountryError> {
        Self::parse(&text)
    }
}

impl From<CountryCode> for String {
    fn from(code: CountryCode) -> String {
        code.as_str().to_owned()
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{CountryCode, countries};

    #[test]
    fn the_table_is_whole_and_sorted() {
        assert_eq!(countries().len(), 249);
        assert!(countries().is_sorted_by_key(|country| country.code));
        for country in countries() {
            assert_eq!(country.code.country(), country);
            assert!(
                country.names().all(|name| !name.is_empty()),
                "{}",
                country.code
            );
        }
    }

    #[test]
    fn contested_countries_go_by_their_iso_entries() {
        let arabic = |code| CountryCode::parse(code).map(|code| code.country().arabic);
        assert_eq!(arabic("EH"), Ok("الصحراء الغربية"));
        assert_eq!(arabic("PS"), Ok("فلسطين"));
        assert!(CountryCode::parse("XX").is_err());
        assert!(CountryCode::parse("be").is_err());
    }
}
