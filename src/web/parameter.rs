//! Parameters of an address: read once, cleaned, kept in one order. What they say is a [`Selection`], from which the
//! form is filled in, the links to other choices are made, and typed values are read; a value that cannot be used is
//! collected as a [`WrongParameter`] and nothing is guessed in its place.

use std::convert::Infallible;
use std::fmt::Write;

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;

use crate::text::character::digit_value;
use crate::text::clean::strip_controls;
use crate::web::error::WrongParameter;
use crate::web::url;

/// So many characters of a search are kept, and of any other value.
const LONGEST_SEARCH: usize = 500;
const LONGEST_VALUE: usize = 200;

/// All parameters that lists understand, in the order they have in addresses. Others are ignored.
const NAMES: [&str; 17] = [
    "q",
    "country",
    "organization",
    "person",
    "place",
    "kind",
    "review",
    "from",
    "to",
    "certain",
    "role",
    "region",
    "focus",
    "sort",
    "page",
    "limit",
    "cursor",
];

/// Parameters that say which part of a list is shown rather than what is in it.
const POSITION: [&str; 3] = ["page", "limit", "cursor"];

/// The cleaned parameters of an address, each pair once, in the order of their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    path: String,
    pairs: Vec<(&'static str, String)>,
}

impl<S: Sync> FromRequestParts<S> for Selection {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::read(
            parts.uri.path(),
            parts.uri.query().unwrap_or(""),
        ))
    }
}

impl Selection {
    /// Reads a query string.
    #[must_use]
    pub fn read(path: &str, query: &str) -> Self {
        Self::read_only(&NAMES, path, query)
    }

    /// Reads the parameters of these names, for a page that has some of its own; they keep the order of the names.
    #[must_use]
    pub fn read_only(names: &[&'static str], path: &str, query: &str) -> Self {
        let given: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
        let mut pairs: Vec<(&'static str, String)> = Vec::new();
        for name in names {
            for (_, value) in given.iter().filter(|(given, _)| given == name) {
                let pair = (*name, clean(name, value));
                if !pair.1.is_empty() && !pairs.contains(&pair) {
                    pairs.push(pair);
                }
            }
        }
        Self {
            path: path.to_owned(),
            pairs,
        }
    }

    /// The path of the page, without a language's prefix.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Only the parameters of these names; a page ignores those it has no use for.
    #[must_use]
    pub fn of(mut self, names: &[&str]) -> Self {
        self.pairs.retain(|(name, _)| names.contains(name));
        self
    }

    /// Without the parameters of these names.
    #[must_use]
    pub fn free_of_all(mut self, names: &[&str]) -> Self {
        self.pairs.retain(|(name, _)| !names.contains(name));
        self
    }

    /// The values of a parameter.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let own = self.pairs.iter().filter(move |(own, _)| *own == name);
        own.map(|(_, value)| value.as_str())
    }

    /// The first value of a parameter; empty if it is not there.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        let own = self.pairs.iter().find(|(own, _)| *own == name);
        own.map_or("", |(_, value)| value.as_str())
    }

    /// Whether this very choice is made.
    #[must_use]
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.pairs
            .iter()
            .any(|(own, chosen)| *own == name && chosen == value)
    }

    /// The address of this selection.
    #[must_use]
    pub fn address(&self) -> String {
        self.address_at(&url::local(&self.path))
    }

    /// The address of this selection under another path.
    #[must_use]
    pub fn address_at(&self, path: &str) -> String {
        url::with_query(
            path,
            self.pairs
                .iter()
                .map(|(name, value)| (*name, value.as_str())),
        )
    }

    /// The same list, at its beginning.
    #[must_use]
    pub fn from_start(&self) -> Self {
        let mut selection = self.clone();
        selection.pairs.retain(|(name, _)| !POSITION.contains(name));
        selection
    }

    /// Also this choice, from the beginning of the list.
    #[must_use]
    pub fn with(&self, name: &'static str, value: &str) -> Self {
        let mut selection = self.from_start();
        let pair = (name, value.to_owned());
        if !selection.pairs.contains(&pair) {
            selection.pairs.push(pair);
            let rank = |name| NAMES.iter().position(|own| *own == name);
            selection.pairs.sort_by_key(|(name, _)| rank(*name));
        }
        selection
    }

    /// Without this choice, from the beginning of the list.
    #[must_use]
    pub fn without(&self, name: &str, value: &str) -> Self {
        let mut selection = self.from_start();
        selection
            .pairs
            .retain(|(own, chosen)| *own != name || chosen != value);
        selection
    }

    /// Without any value of this parameter, from the beginning of the list.
    #[must_use]
    pub fn free_of(&self, name: &str) -> Self {
        let mut selection = self.from_start();
        selection.pairs.retain(|(own, _)| *own != name);
        selection
    }

    /// With this choice as the only one of its name, from the beginning of the list.
    #[must_use]
    pub fn only(&self, name: &'static str, value: &str) -> Self {
        self.free_of(name).with(name, value)
    }

    /// The same choices at another page.
    #[must_use]
    pub fn at_page(&self, page: u64) -> Self {
        match page {
            0 | 1 => self.from_start(),
            _ => self.only("page", &page.to_string()),
        }
    }

    /// Reads all values of a parameter; those that cannot be read are collected with the remedy.
    pub fn read_all<T>(
        &self,
        name: &'static str,
        wrong: &mut Vec<WrongParameter>,
        remedy: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let mut values = Vec::new();
        for text in self.values(name) {
            match read(text) {
                Some(value) => values.push(value),
                None => wrong.push(WrongParameter {
                    parameter: name,
                    value: text.to_owned(),
                    remedy: remedy.to_owned(),
                }),
            }
        }
        values
    }

    /// Reads the value of a parameter that is given once; of several the last one counts, as in a form.
    pub fn read_one<T>(
        &self,
        name: &'static str,
        wrong: &mut Vec<WrongParameter>,
        remedy: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        self.read_all(name, wrong, remedy, read).pop()
    }
}

/// The status of a page whose parameters may be wrong.
#[must_use]
pub fn status(wrong: &[WrongParameter]) -> StatusCode {
    if wrong.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::BAD_REQUEST
    }
}

/// What is kept of a value: no controls, no surrounding blanks, digits and codes in their one form.
fn clean(name: &str, value: &str) -> String {
    let longest = if name == "q" {
        LONGEST_SEARCH
    } else {
        LONGEST_VALUE
    };
    let stripped = strip_controls(value);
    let mut clean = String::with_capacity(stripped.len());
    for word in stripped.split_whitespace() {
        let blank = if clean.is_empty() { "" } else { " " };
        // Writing to a string cannot fail.
        let _ = write!(clean, "{blank}{word}");
    }
    match name {
        "country" => clean.make_ascii_uppercase(),
        "from" | "to" | "page" | "limit" => clean = clean.chars().map(western).collect(),
        _ => {}
    }
    clean.chars().take(longest).collect()
}

/// A digit of any kind as a Western one.
fn western(character: char) -> char {
    let digit = digit_value(character).and_then(|value| char::from_digit(value, 10));
    digit.unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::Selection;

    fn read(query: &str) -> Selection {
        Selection::read("/events", query)
    }

    #[test]
    fn an_address_is_brought_into_its_one_form() {
        let selection =
            read("page=%D9%A2&utm=x&country=be&q=+a%00++b%20&kind=&country=BE&country=nl");
        assert_eq!(
            selection.address(),
            "/events?q=a%20b&country=BE&country=NL&page=2"
        );
        assert_eq!(read("").address(), "/events");
    }

    #[test]
    fn every_other_choice_begins_at_the_first_page() {
        let selection = read("country=BE&page=3");
        assert_eq!(
            selection.with("country", "NL").address(),
            "/events?country=BE&country=NL"
        );
        assert_eq!(selection.without("country", "BE").address(), "/events");
        assert_eq!(
            selection.only("kind", "call").address(),
            "/events?country=BE&kind=call"
        );
        assert_eq!(selection.at_page(2).address(), "/events?country=BE&page=2");
        assert_eq!(selection.at_page(1).address(), "/events?country=BE");
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let mut wrong = Vec::new();
        let number = |text: &str| text.parse::<u8>().ok();
        let numbers = read("limit=3&limit=x").read_all("limit", &mut wrong, "عدد", number);
        assert_eq!(numbers, [3]);
        assert_eq!(
            (wrong[0].parameter, wrong[0].value.as_str()),
            ("limit", "x")
        );
    }
}
