//! Where readers send what they hold to be wrong: a mail address, or the page of an issue tracker where an issue is begun.

use std::fmt;

use thiserror::Error;

/// An address for corrections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contact {
    /// A mail address: `corrections@sijill.example`.
    Mail(String),
    /// A page that takes `title` and `body` as parameters: `https://tracker.example/issues/new`.
    Tracker(String),
}

/// What is neither of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("neither a mail address nor an address that begins with https:// or http://")]
pub struct NoContact;

impl Contact {
    /// Reads an address.
    ///
    /// # Errors
    /// When it is neither a mail address nor a web address.
    pub fn parse(text: &str) -> Result<Self, NoContact> {
        let text = text.trim();
        let is_plain = text
            .chars()
            .all(|letter| letter.is_ascii_graphic() && !"\"'<>\\^`{|}#".contains(letter));
        if !is_plain {
            return Err(NoContact);
        }
        let after_scheme = ["https://", "http://"]
            .iter()
            .find_map(|scheme| text.strip_prefix(scheme));
        match (after_scheme, text.split_once('@')) {
            (Some(rest), _) if rest.starts_with(|first: char| first.is_ascii_alphanumeric()) => {
                Ok(Self::Tracker(text.to_owned()))
            }
            (None, Some((name, host))) if is_mail(name, host) => Ok(Self::Mail(text.to_owned())),
            _ => Err(NoContact),
        }
    }
}

/// The letters that would end the address within `mailto:` are not taken.
fn is_mail(name: &str, host: &str) -> bool {
    let is_name = !name.is_empty() && !name.contains(['?', '&', '/', '%', ':', ',', ';']);
    let labels = host.split('.').map(|label| {
        !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    });
    is_name && labels.into_iter().all(|is_label| is_label)
}

impl fmt::Display for Contact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mail(address) | Self::Tracker(address) => formatter.write_str(address),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Contact, NoContact};

    #[test]
    fn mail_and_web_addresses_are_told_apart() {
        for mail in ["a@b.example", " tashih+1@sijill.example "] {
            let read = Contact::parse(mail);
            assert_eq!(read, Ok(Contact::Mail(mail.trim().to_owned())));
        }
        for tracker in [
            "https://b.example/issues/new?labels=a",
            "http://127.0.0.1:1/@",
        ] {
            let read = Contact::parse(tracker);
            assert_eq!(read, Ok(Contact::Tracker(tracker.to_owned())));
        }
        for neither in [
            "",
            "sijill",
            "@b.example",
            "a@",
            "a@b..c",
            "a?cc=x@b.example",
            "a@b.example?cc=x",
            "a b@c.example",
            "https://",
            "ftp://b.example",
            "javascript:alert(1)",
            "https://b.example/\"onclick",
        ] {
            assert_eq!(Contact::parse(neither), Err(NoContact), "{neither}");
        }
    }
}
