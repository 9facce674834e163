//! The further sources of an event, each with where its wording differs from the event's own document. Texts are
//! compared word by word; shown are the passages that differ with a few words around them, and not more of them than a
//! reader would look through.

use similar::{Algorithm, DiffTag, capture_diff_slices, group_diff_ops};

use crate::model::date::Edtf;
use crate::store::source::SourceEntry;
use crate::web::url;

/// Words shown on either side of a difference.
const AROUND: usize = 5;
/// Passages shown at most.
const PASSAGES: usize = 30;
/// Longer texts are not compared: it would keep the page waiting, and no one would read it.
const WORDS: usize = 6000;
/// So many sources are compared on one page.
const COMPARED: usize = 10;

/// A further source as the page shows it.
#[derive(Debug, PartialEq, Eq)]
pub struct Reprint<'a> {
    /// The page of the document.
    pub address: String,
    /// The document's name.
    pub name: &'a str,
    /// Who published it.
    pub publisher: Option<&'a str>,
    /// When.
    pub published: Option<&'a Edtf>,
    /// Where.
    pub url: Option<&'a str>,
    /// How much of the wording is the same, in a hundred.
    pub percent: Option<u8>,
    /// Where the texts differ; nothing where they were not compared.
    pub differences: Option<Differences<'a>>,
}

/// Where two texts differ.
#[derive(Debug, PartialEq, Eq)]
pub struct Differences<'a> {
    /// The passages, in order.
    pub passages: Vec<Vec<Part<'a>>>,
    /// Whether there are more than are shown.
    pub has_more: bool,
}

/// A stretch of words of one or both texts.
#[derive(Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// In both.
    Same(&'a str),
    /// In the event's own document only.
    Removed(&'a str),
    /// In the other source only.
    Added(&'a str),
}

impl<'a> Reprint<'a> {
    /// The further sources of an event whose own document has this text.
    #[must_use]
    pub fn all(text: &'a str, sources: &'a [SourceEntry]) -> Vec<Self> {
        let numbered = sources.iter().enumerate();
        let reprint = |(index, source): (usize, &'a SourceEntry)| Self {
            address: url::document(&source.document.id),
            name: &source.document.name,
            publisher: source.publication.publisher.as_deref(),
            published: source.publication.published.as_ref(),
            url: source.publication.url.as_deref(),
            percent: source.similarity.map(percent),
            differences: (index < COMPARED)
                .then(|| differences(text, &source.document.text))
                .flatten(),
        };
        numbered.map(reprint).collect()
    }
}

fn percent(similarity: f64) -> u8 {
    (similarity.clamp(0.0, 1.0) * 100.0).round() as u8
}

/// Where the second text differs from the first; nothing for texts that are too long to compare.
#[must_use]
pub fn differences<'a>(old: &'a str, new: &'a str) -> Option<Differences<'a>> {
    let (olds, news) = (words(old)?, words(new)?);
    let operations = capture_diff_slices(Algorithm::Myers, &olds, &news);
    let groups = group_diff_ops(operations, AROUND);
    let has_more = groups.len() > PASSAGES;
    let mut passages = Vec::with_capacity(groups.len().min(PASSAGES));
    for group in groups.iter().take(PASSAGES) {
        let mut parts = Vec::new();
        for operation in group {
            let (tag, from, to) = operation.as_tag_tuple();
            if tag == DiffTag::Equal {
                parts.push(Part::Same(stretch(new, &news[to])));
                continue;
            }
            if !from.is_empty() {
                parts.push(Part::Removed(stretch(old, &olds[from])));
            }
            if !to.is_empty() {
                parts.push(Part::Added(stretch(new, &news[to])));
            }
        }
        passages.push(parts);
    }
    Some(Differences { passages, has_more })
}

/// The words of a text, unless there are too many.
fn words(text: &str) -> Option<Vec<&str>> {
    let words: Vec<&str> = text.split_whitespace().take(WORDS + 1).collect();
    (words.len() <= WORDS).then_some(words)
}

/// The text from the first of these words of it to the last.
fn stretch<'a>(text: &'a str, words: &[&'a str]) -> &'a str {
    let place = |word: &str| word.as_ptr().addr() - text.as_ptr().addr();
    match (words.first(), words.last()) {
        (Some(first), Some(last)) => text
            .get(place(first)..place(last) + last.len())
            .unwrap_or_default(),
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::Part::{Added, Removed, Same};
    use super::differences;

    #[test]
    fn only_what_differs_is_told_with_a_little_around_it() {
        let old = "أ ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن";
        let new = "أ ب ت ث ج ح خ د  هنا ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه";
        let told = differences(old, new).expect("short texts");
        assert!(!told.has_more);
        assert_eq!(
            told.passages,
            [
                vec![
                    Same("ث ج ح خ د"),
                    Removed("ذ"),
                    Added("هنا"),
                    Same("ر ز س ش ص")
                ],
                vec![Same("ق ك ل م ن"), Added("ه")],
            ]
        );
        assert!(differences(old, old).expect("short").passages.is_empty());
    }

    #[test]
    fn what_is_too_much_is_not_shown() {
        let long = "كلمة ".repeat(7000);
        assert_eq!(differences(&long, "كلمة"), None);
        let old: String = (0..900).map(|number| format!("{number} ")).collect();
        let new: String = (0..900)
            .map(|number| match number % 20 {
                0 => "آخر ".to_owned(),
                _ => format!("{number} "),
            })
            .collect();
        let told = differences(&old, &new).expect("not too long");
        assert!(told.has_more && told.passages.len() == super::PASSAGES);
    }
}
