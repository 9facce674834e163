//! The pages about the archive, and the ways out of it by which a correction is sent.

use crate::model::id::EventId;
use crate::web::url::{local, with_query};

/// `/about/accessibility`
pub const ACCESSIBILITY: &str = "/about/accessibility";
/// `/about/data`
pub const DATA: &str = "/about/data";
/// `/about/corrections`
pub const CORRECTIONS: &str = "/about/corrections";
/// `/about/components`
pub const COMPONENTS: &str = "/about/components";

/// Who can use the site, and what is known to be wanting.
#[must_use]
pub fn accessibility() -> String {
    local(ACCESSIBILITY)
}

/// The archive as data.
#[must_use]
pub fn data() -> String {
    local(DATA)
}

/// How to correct an error.
#[must_use]
pub fn corrections() -> String {
    local(CORRECTIONS)
}

/// How to correct an error of this event.
#[must_use]
pub fn correction(id: &EventId) -> String {
    with_query(&corrections(), [("event", id.as_str())].into_iter())
}

/// Every part of the design in each of its states.
#[must_use]
pub fn components() -> String {
    local(COMPONENTS)
}

/// A letter in the reader's own mail program.
#[must_use]
pub fn letter(address: &str, subject: &str, body: &str) -> String {
    let body = body.replace('\n', "\r\n");
    let pairs = [("subject", subject), ("body", body.as_str())];
    with_query(&format!("mailto:{address}"), pairs.into_iter())
}

/// An issue that is begun at a tracker's page, which may have parameters of its own.
#[must_use]
pub fn issue(tracker: &str, title: &str, body: &str) -> String {
    let pairs = [("title", title), ("body", body)];
    let begun = with_query(tracker, pairs.into_iter());
    match tracker.contains('?') {
        true => begun.replacen(&format!("{tracker}?"), &format!("{tracker}&"), 1),
        false => begun,
    }
}

#[cfg(test)]
mod tests {
    use super::{issue, letter};

    #[test]
    fn a_letter_keeps_its_lines_and_its_words() {
        let address = letter("a@b.example", "خطأ & صواب", "سطر\nآخر?");
        assert!(address.starts_with("mailto:a@b.example?subject=%D8%AE"));
        assert!(address.contains("%26") && !address.contains('\n'));
        assert!(address.contains("%0D%0A") && address.ends_with("%3F"));
    }

    #[test]
    fn an_issue_keeps_the_parameters_of_its_tracker() {
        assert_eq!(
            issue("https://t.example/new", "a b", "c"),
            "https://t.example/new?title=a%20b&body=c"
        );
        assert_eq!(
            issue("https://t.example/new?labels=d", "a", "c"),
            "https://t.example/new?labels=d&title=a&body=c"
        );
    }
}
