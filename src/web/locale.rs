//! The language and the digits of the page that is being written. They belong to the reader and not to the record, so
//! they are told once for a request, around everything that answers it, and no view carries them about.
//!
//! The words are Fluent messages in `locale/ar` and `locale/en`, one file a noun, the same keys in both; a file that
//! lies there is read without being named anywhere.

pub mod message;
pub mod reader;

use std::future::Future;
use std::sync::{Arc, OnceLock};

use askama::filters::{Html, Safe, escape};
use fluent_bundle::FluentValue;

/// A language of the interface.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Arabic, at the addresses without a prefix.
    #[default]
    Arabic,
    /// English, below `/en`.
    English,
}

/// The digits that numbers are shown in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Digits {
    /// 0123456789, as the Maghreb writes them.
    #[default]
    Western,
    /// ٠١٢٣٤٥٦٧٨٩, as the Mashreq writes them.
    ArabicIndic,
}

/// How a page is written, and where it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Locale {
    /// The language.
    pub language: Language,
    /// The digits.
    pub digits: Digits,
    /// The address asked for, with its query where the page reads one, without a language's prefix: `/events?q=…`.
    pub address: Arc<str>,
}

tokio::task_local! {
    static LOCALE: Locale;
}

/// Runs what answers a request in its locale.
pub async fn within<F: Future>(locale: Locale, answering: F) -> F::Output {
    LOCALE.scope(locale, answering).await
}

/// The language of the present page; Arabic outside a request.
#[must_use]
pub fn language() -> Language {
    LOCALE
        .try_with(|locale| locale.language)
        .unwrap_or_default()
}

/// The digits of the present page.
#[must_use]
pub fn digits() -> Digits {
    LOCALE.try_with(|locale| locale.digits).unwrap_or_default()
}

/// The address of the present page without a language's prefix: `/events?q=…`.
#[must_use]
pub fn address() -> Arc<str> {
    let address = LOCALE.try_with(|locale| Arc::clone(&locale.address));
    address.unwrap_or_else(|_| Arc::from("/"))
}

/// Whether the present page is in English.
#[must_use]
pub fn is_english() -> bool {
    language() == Language::English
}

/// The code of the page's language, for `lang`.
#[must_use]
pub fn code() -> &'static str {
    match language() {
        Language::Arabic => "ar",
        Language::English => "en",
    }
}

/// The direction of the page, for `dir`.
#[must_use]
pub fn direction() -> &'static str {
    match language() {
        Language::Arabic => "rtl",
        Language::English => "ltr",
    }
}

/// The attributes that mark words of the archive or of a source as Arabic: nothing on a page that is Arabic itself.
/// `<bdi{{ crate::web::locale::arabic() }}>`
#[must_use]
pub fn arabic() -> Safe<&'static str> {
    Safe(match language() {
        Language::Arabic => "",
        Language::English => " lang=\"ar\" dir=\"rtl\"",
    })
}

/// The attribute that marks words as Arabic where their direction is told otherwise: `<p dir="auto"{{ … }}>`.
#[must_use]
pub fn arabic_words() -> Safe<&'static str> {
    Safe(match language() {
        Language::Arabic => "",
        Language::English => " lang=\"ar\"",
    })
}

/// The form of a name that the page shows where it shows one: on an English page that in Latin letters, if there is one.
#[must_use]
pub fn either<'a>(latin: Option<&'a str>, arabic: &'a str) -> &'a str {
    latin.filter(|_| is_english()).unwrap_or(arabic)
}

/// Whether words begin with a Latin letter, with an accent or without.
fn begins_latin(words: &str) -> bool {
    let first = words.chars().find(|letter| letter.is_alphabetic());
    first.is_some_and(|letter| letter < '\u{250}')
}

/// Which way words run that may be in another script than the page, for a picture: `direction="{{ … }}"`.
#[must_use]
pub fn direction_of(words: &str) -> &'static str {
    match begins_latin(words) {
        true => "ltr",
        false => "rtl",
    }
}

/// The attributes of words that may be in another script than the page: Arabic ones on an English page are marked as
/// [`arabic`] does, Latin ones of whatever language run from the left.
#[must_use]
pub fn run(words: &str) -> Safe<&'static str> {
    match (begins_latin(words), language()) {
        (true, Language::Arabic) => Safe(" dir=\"ltr\""),
        (true, Language::English) => Safe(""),
        (false, _) => arabic(),
    }
}

/// The words of a message that has no gaps, in the language of the page. A key without words stands for itself.
#[must_use]
pub fn text(key: &'static str) -> &'static str {
    message::plain(language(), key).unwrap_or(key)
}

/// The words of a message without gaps, for a template: `{{ crate::web::locale::word!("skip") }}`. They are sought and
/// escaped once for each place that says them, since a page says hundreds.
macro_rules! word {
    ($key:literal) => {{
        static WORDS: $crate::web::locale::Words = $crate::web::locale::Words::of($key);
        WORDS.shown()
    }};
}
pub(crate) use word;

/// The words of a message in both languages, as HTML; see [`word`].
#[derive(Debug)]
pub struct Words {
    key: &'static str,
    shown: OnceLock<[String; 2]>,
}

impl Words {
    /// The words of this message, which are not looked up yet.
    #[must_use]
    pub const fn of(key: &'static str) -> Self {
        Self {
            key,
            shown: OnceLock::new(),
        }
    }

    /// The words in the language of the page.
    #[must_use]
    pub fn shown(&'static self) -> Safe<&'static str> {
        let shown = self.shown.get_or_init(|| {
            [Language::Arabic, Language::English].map(|language| {
                let words = message::plain(language, self.key).unwrap_or(self.key);
                let Ok(escaped) = escape(words, Html);
                escaped.to_string()
            })
        });
        Safe(&shown[language() as usize])
    }
}

/// The words of a message with its gaps filled: `fill("pager-beyond", [("pages", pages.into())])`.
#[must_use]
pub fn fill<const N: usize>(
    key: &'static str,
    gaps: [(&'static str, FluentValue<'_>); N],
) -> String {
    message::filled(language(), key, &gaps.into_iter().collect())
}

/// The words of a message about a number: its `$number` is the plural category (`zero one two few many other`; nothing
/// at all is `zero` in English too), its `$shown` the number as pages write it.
#[must_use]
pub fn count(key: &'static str, number: u64) -> String {
    let category = message::category(language(), number);
    let shown = crate::web::plural::grouped(number);
    fill(key, [("number", category.into()), ("shown", shown.into())])
}

#[cfg(test)]
mod tests {
    use super::{Language, Locale, count, text, within};

    #[tokio::test]
    async fn the_words_are_those_of_the_request() {
        let english = Locale {
            language: Language::English,
            ..Locale::default()
        };
        let words = within(english, async {
            (text("kind-founding"), count("event-count", 2))
        });
        assert_eq!(words.await, ("Founding", "2 events".to_owned()));
        assert_eq!(text("kind-founding"), "تأسيس");
        assert_eq!(count("event-count", 2), "حدثان");
    }

    #[test]
    fn a_key_without_words_stands_for_itself() {
        assert_eq!(text("no-such-message"), "no-such-message");
    }
}
