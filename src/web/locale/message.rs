//! The messages of both languages, read once. Those without gaps are kept as they are shown, since a page asks for a
//! hundred of them.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRules};
use rust_embed::RustEmbed;
use rustc_hash::FxHashMap;
use unic_langid::{LanguageIdentifier, langid};

use crate::web::locale::Language;

#[derive(RustEmbed)]
#[folder = "src/web/locale/ar/"]
struct Arabic;

#[derive(RustEmbed)]
#[folder = "src/web/locale/en/"]
struct English;

struct Messages {
    /// The categories are told by ICU's data: those that come with Fluent take 103 in Arabic for one of the rest.
    plurals: Option<PluralRules>,
    bundle: FluentBundle<FluentResource>,
    plain: FxHashMap<String, String>,
    /// What could not be read; the tests hold it empty.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests alone"))]
    faults: Vec<String>,
}

static ARABIC: LazyLock<Messages> =
    LazyLock::new(|| Messages::read::<Arabic>(langid!("ar"), locale!("ar")));
static ENGLISH: LazyLock<Messages> =
    LazyLock::new(|| Messages::read::<English>(langid!("en"), locale!("en")));

const fn messages(language: Language) -> &'static LazyLock<Messages> {
    match language {
        Language::Arabic => &ARABIC,
        Language::English => &ENGLISH,
    }
}

impl Messages {
    fn read<Files: RustEmbed>(language: LanguageIdentifier, numbers: Locale) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Values are isolated by the markup around them, where a browser can see it.
        bundle.set_use_isolating(false);
        let mut faults = Vec::new();
        let mut keys = Vec::new();
        for path in Files::iter() {
            let Some(file) = Files::get(&path) else {
                continue;
            };
            let source = String::from_utf8_lossy(&file.data).into_owned();
            let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
                faults.extend(errors.iter().map(|error| format!("{path}: {error}")));
                resource
            });
            keys.extend(keys_of(&resource));
            if let Err(errors) = bundle.add_resource(resource) {
                faults.extend(errors.iter().map(|error| format!("{path}: {error}")));
            }
        }
        let plain = keys
            .into_iter()
            .filter_map(|key| Some((key.clone(), without_gaps(&bundle, &key)?)))
            .collect();
        Self {
            plurals: PluralRules::try_new_cardinal(numbers.into()).ok(),
            bundle,
            plain,
            faults,
        }
    }
}

fn keys_of(resource: &FluentResource) -> Vec<String> {
    let entries = resource.entries();
    let keys = entries.filter_map(|entry| match entry {
        fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    });
    keys.collect()
}

/// The words of a message that needs no values; those that do cannot be written without them.
fn without_gaps(bundle: &FluentBundle<FluentResource>, key: &str) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let words = bundle.format_pattern(pattern, None, &mut errors);
    errors.is_empty().then(|| words.into_owned())
}

/// The plural category of a number, by its name in messages.
pub fn category(language: Language, number: u64) -> &'static str {
    let plurals = messages(language).plurals.as_ref();
    match plurals.map_or(PluralCategory::Other, |plurals| {
        plurals.category_for(number)
    }) {
        _ if number == 0 => "zero",
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// The words of a message without gaps.
pub fn plain(language: Language, key: &str) -> Option<&'static str> {
    messages(language).plain.get(key).map(String::as_str)
}

/// The words of a message with its gaps filled. A key without words stands for itself.
pub fn filled(language: Language, key: &'static str, gaps: &FluentArgs<'_>) -> String {
    let bundle = &messages(language).bundle;
    let pattern = bundle.get_message(key).and_then(|message| message.value());
    let Some(pattern) = pattern else {
        return key.to_owned();
    };
    let mut errors = Vec::new();
    let words = bundle.format_pattern(pattern, Some(gaps), &mut errors);
    if let Some(error) = errors.first() {
        tracing::error!(key, %error, "a message lacks a value");
    }
    words.into_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use rust_embed::RustEmbed;

    use super::{ARABIC, Arabic, ENGLISH, English};

    /// The gaps of each message, by its key.
    fn gaps<Files: RustEmbed>() -> BTreeMap<String, Vec<String>> {
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for path in Files::iter() {
            let file = Files::get(&path).expect("an embedded file");
            let source = String::from_utf8(file.data.into_owned()).expect("UTF-8");
            let mut key = String::new();
            for line in source.lines().filter(|line| !line.starts_with('#')) {
                if line.starts_with(|letter: char| letter.is_ascii_lowercase()) {
                    key = line.split(" =").next().unwrap_or_default().to_owned();
                    found.entry(key.clone()).or_default();
                }
                for gap in line.split('$').skip(1) {
                    let name = gap.split(|letter: char| !letter.is_ascii_alphanumeric());
                    let name = name.clone().next().unwrap_or_default().to_owned();
                    let names = found.entry(key.clone()).or_default();
                    if !names.contains(&name) {
                        names.push(name);
                        names.sort();
                    }
                }
            }
        }
        found
    }

    #[test]
    fn categories_are_named_and_not_numbered() {
        let numbered = |source: &str| source.contains("\n    [0]") || source.contains("\n    [1]");
        let sources = Arabic::iter().filter_map(|path| Arabic::get(&path));
        let sources = sources.chain(English::iter().filter_map(|path| English::get(&path)));
        for file in sources {
            let source = String::from_utf8(file.data.into_owned()).expect("UTF-8");
            assert!(!numbered(&source), "a number as a variant: use zero, one …");
        }
    }

    #[test]
    fn every_file_is_well_formed_and_no_key_is_given_twice() {
        assert_eq!(ARABIC.faults, Vec::<String>::new());
        assert_eq!(ENGLISH.faults, Vec::<String>::new());
    }

    #[test]
    fn both_languages_say_the_same_things() {
        let (arabic, english) = (gaps::<Arabic>(), gaps::<English>());
        assert!(arabic.len() > 80);
        let keys = |gaps: &BTreeMap<String, Vec<String>>| gaps.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&arabic), keys(&english));
        assert_eq!(arabic, english);
    }
}
