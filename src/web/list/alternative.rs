//! What an empty answer offers instead: the nearest spelling, one filter less, the words apart. Everything offered was
//! counted, so that no way onward leads to another empty page.

use serde::Serialize;

use crate::search::analyzer::Analysis;
use crate::search::question;
use crate::web::error::Error;
use crate::web::list::active::{Active, active};
use crate::web::list::finding::Names;
use crate::web::list::question::read;
use crate::web::parameter::Selection;
use crate::web::plural::EVENT;
use crate::web::seek;
use crate::web::site::Site;
use crate::web::state::Archive;

/// So many filters are tried.
const MOST_FILTERS: usize = 5;
/// So many words are tried apart.
const MOST_WORDS: usize = 5;

/// Ways onward from an empty answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alternatives {
    /// The question in the nearest spelling.
    pub spelling: Option<Alternative>,
    /// The list without one of its filters.
    pub fewer: Vec<Alternative>,
    /// Each word alone.
    pub apart: Vec<Alternative>,
}

/// Another list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// What it differs by: the question as it would be, or the filter in words.
    pub words: String,
    /// How many events it has.
    pub total: u64,
    /// The same in words.
    pub total_in_words: String,
    /// Where it is.
    pub address: String,
}

/// Looks for ways onward from a selection that gives nothing.
///
/// # Errors
/// When the index cannot be read.
pub async fn find_alternatives(
    archive: &Archive,
    selection: &Selection,
    names: &Names,
) -> Result<Alternatives, Error> {
    let filters = active(selection, names).into_iter();
    let filters = filters.filter(|filter| filter.name != "q");
    let fewer = filters.take(MOST_FILTERS).map(|filter| {
        let other = selection.without(filter.name, &filter.term);
        let Active { side, value, .. } = filter;
        (format!("{side}: {value}"), other)
    });
    let apart = words_apart(selection.value("q")).into_iter();
    let apart = apart.map(|word| (word.clone(), selection.only("q", &word)));
    Ok(Alternatives {
        spelling: nearest_spelling(archive, selection).await?,
        fewer: counted(archive, fewer.collect()).await?,
        apart: counted(archive, apart.collect()).await?,
    })
}

/// The nearest spelling under the same filters, or where they leave nothing of it, under none.
async fn nearest_spelling(
    archive: &Archive,
    selection: &Selection,
) -> Result<Option<Alternative>, Error> {
    let text = selection.value("q");
    let Some(nearest) = seek::nearest_spelling(&archive.index, text.to_owned()).await? else {
        return Ok(None);
    };
    let filtered = selection.only("q", &nearest);
    let free = filtered.clone().of(&["q", "sort"]);
    let both = [filtered, free].map(|selection| (nearest.clone(), selection));
    Ok(counted(archive, both.into()).await?.into_iter().next())
}

/// The meaningful words of a question that has some; none where it has one, or too many to try.
fn words_apart(text: &str) -> Vec<String> {
    let words = question::read(text, Analysis::Full).words;
    if !(2..=MOST_WORDS).contains(&words.len()) {
        return Vec::new();
    }
    words.iter().map(|word| word.exact.clone()).collect()
}

/// Those of the lists that hold something.
async fn counted(
    archive: &Archive,
    lists: Vec<(String, Selection)>,
) -> Result<Vec<Alternative>, Error> {
    let queries = lists.iter().map(|(_, selection)| read(selection, 0).query);
    let totals = seek::counts(&archive.index, queries.collect()).await?;
    let counted = lists.into_iter().zip(totals);
    let alternative = |((words, selection), total): ((String, Selection), u64)| Alternative {
        words,
        total,
        total_in_words: EVENT.count(total),
        address: selection.address(),
    };
    let counted = counted.filter(|(_, total)| *total > 0);
    Ok(counted.map(alternative).collect())
}

/// The alternatives as data.
#[derive(Debug, Serialize)]
pub struct AlternativesFace<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    spelling: Option<Face<'a>>,
    fewer_filters: Vec<Face<'a>>,
    words_apart: Vec<Face<'a>>,
}

#[derive(Debug, Serialize)]
struct Face<'a> {
    words: &'a str,
    total: u64,
    url: String,
}

impl<'a> AlternativesFace<'a> {
    /// The alternatives of an answer.
    #[must_use]
    pub fn new(alternatives: &'a Alternatives, site: &Site) -> Self {
        let face = |alternative| face(alternative, site);
        Self {
            spelling: alternatives.spelling.as_ref().map(face),
            fewer_filters: alternatives.fewer.iter().map(face).collect(),
            words_apart: alternatives.apart.iter().map(face).collect(),
        }
    }
}

fn face<'a>(alternative: &'a Alternative, site: &Site) -> Face<'a> {
    Face {
        words: &alternative.words,
        total: alternative.total,
        url: site.absolute(&alternative.address),
    }
}

#[cfg(test)]
mod tests {
    use super::words_apart;

    #[test]
    fn a_few_meaningful_words_are_tried_apart() {
        assert_eq!(words_apart("اتحاد في الأمة"), ["اتحاد", "الأمة"]);
        for text in ["", "اتحاد", "\"اتحاد الطلبة\"", "ا ب ت ث ج ح خ د"] {
            assert!(words_apart(text).is_empty(), "{text}");
        }
    }
}
