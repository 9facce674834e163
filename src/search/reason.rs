//! Why a text was found, where that is not plain: the forms in which a sought word stands in it, and the sought words
//! that do not stand in it at all, so that only a name of the record can hold them. Invariant: a form is a stretch of
//! the text as it is written, and a word with nothing more than an article, a clitic or a pronoun on it is plain.

use std::collections::HashSet;
use std::sync::Arc;

use crate::search::analyzer::{Analysis, Forms, Share, words_of};
use crate::search::question::read;
use crate::search::snippet::meets;
use crate::text::clitic::{possible_splits, split_clitics};
use crate::text::fold::fold_plain;
use crate::text::token::words;

/// So many forms of a word are given, and so many in all.
const MOST_FORMS: usize = 3;
const MOST_IN_ALL: usize = 6;

/// About so many bytes are read before it is asked whether all is plain already.
const STRETCH: usize = 2_000;

/// Pronouns that are written onto the end of a word. «ه» is not among them: folded, it may be the ending of a feminine.
const PRONOUNS: [&str; 6] = ["ها", "هم", "هما", "هن", "كم", "نا"];

/// What is not plain in a text that was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reason {
    /// The forms of words that stand in it in no plain form, as written, in the order of the question.
    pub forms: Vec<String>,
    /// The sought words that stand nowhere in it.
    pub missing: Vec<Arc<Forms>>,
}

/// The reason for which texts that belong together were found by a query.
#[must_use]
pub fn reason<'a>(texts: impl IntoIterator<Item = &'a str>, query: &str) -> Reason {
    let question = read(query, Analysis::Full);
    let typed: HashSet<String> = words(query)
        .map(|word| fold_plain(word.span.slice(query)))
        .collect();
    let mut searches: Vec<Search> = question
        .words
        .iter()
        .filter(|word| !word.is_stop)
        .map(|word| Search::of(word, &typed))
        .collect();
    for stretch in texts.into_iter().flat_map(stretches) {
        if searches.iter().all(|search| search.is_plain) {
            break;
        }
        look_through(stretch, &mut searches);
    }
    let mut reason = Reason::default();
    for search in searches.into_iter().filter(|search| !search.is_plain) {
        if search.forms.is_empty() {
            reason.missing.push(search.sought);
        }
        for form in search.forms {
            if !reason.forms.contains(&form) {
                reason.forms.push(form);
            }
        }
    }
    reason.forms.truncate(MOST_IN_ALL);
    reason
}

/// Whether a name holds a sought word, by its folded form or its stem, as the index has names.
#[must_use]
pub fn is_named(name: &str, sought: &Forms) -> bool {
    words_of(name, Analysis::Full)
        .iter()
        .any(|word| word.forms.folded == sought.folded || word.forms.stem == sought.stem)
}

/// One sought word, and what was seen of it so far.
struct Search<'a> {
    sought: Arc<Forms>,
    /// The words of the question as typed, folded: a glued word that was typed so is plain.
    typed: &'a HashSet<String>,
    is_plain: bool,
    forms: Vec<String>,
    /// What the forms are without what is written onto them.
    bare: Vec<String>,
}

impl<'a> Search<'a> {
    fn of(sought: &Arc<Forms>, typed: &'a HashSet<String>) -> Self {
        Self {
            sought: Arc::clone(sought),
            typed,
            is_plain: false,
            forms: Vec::new(),
            bare: Vec::new(),
        }
    }

    /// Takes note of a word that is found, as it is written.
    fn note(&mut self, word: &Forms, share: Share, written: &str) {
        let folded = fold_plain(written);
        self.is_plain |= match share {
            Share::Plain => differs_in_clitics(&self.sought.folded, &word.folded),
            Share::Glued | Share::Part => self.typed.contains(&folded),
        };
        let bare = split_clitics(&folded).rest;
        if self.forms.len() < MOST_FORMS && !self.bare.iter().any(|known| known == bare) {
            self.bare.push(bare.to_owned());
            self.forms.push(written.to_owned());
        }
    }
}

fn look_through(stretch: &str, searches: &mut [Search<'_>]) {
    let mut glued = "";
    for word in words_of(stretch, Analysis::Full) {
        let written = match word.share {
            Share::Glued => {
                glued = word.span.slice(stretch);
                continue;
            }
            Share::Plain => word.span.slice(stretch),
            Share::Part => glued,
        };
        for search in searches.iter_mut().filter(|search| !search.is_plain) {
            if meets(&search.sought, &word.forms) {
                search.note(&word.forms, word.share, written);
            }
        }
    }
}

/// Whether two words are one but for what is written onto it.
fn differs_in_clitics(sought: &str, word: &str) -> bool {
    let one = possible_splits(sought);
    let other = possible_splits(word);
    let is_same = |one: &str, other: &str| {
        let rest = other.strip_prefix(one);
        rest.is_some_and(|rest| rest.is_empty() || PRONOUNS.contains(&rest))
    };
    one.iter()
        .any(|one| other.iter().any(|other| is_same(one.rest, other.rest)))
}

/// A text in stretches that end at white space, so that no word is cut.
fn stretches(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let reach = rest.ceil_char_boundary(STRETCH);
        let end = rest[reach..]
            .find(char::is_whitespace)
            .map_or(rest.len(), |gap| reach + gap);
        let (stretch, further) = rest.split_at(end);
        rest = further;
        (!stretch.is_empty()).then_some(stretch)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, proptest};

    use super::{is_named, reason, stretches};

    fn shown(text: &str, query: &str) -> (String, String) {
        let reason = reason([text], query);
        let missing: Vec<&str> = reason
            .missing
            .iter()
            .map(|word| word.folded.as_str())
            .collect();
        (reason.forms.join(" "), missing.join(" "))
    }

    #[test]
    fn only_what_is_not_plain_is_told() {
        let table = [
            ("اجتمع المجلس في المدينة", "مجلس", "", ""),
            ("رحّب الحاضرون بالمَجْلِس", "المجلس", "", ""),
            ("اجتمع مجلسهم أمس", "مجلس", "", ""),
            ("انعقدت المجالس والمجالس في القرى", "مجلس", "المجالس", ""),
            ("انعقدت المجالس ثم المجلس", "مجلس", "", ""),
            (
                "في الولاياتالمتحدةالأمريكية",
                "الولايات المتحدة",
                "الولاياتالمتحدةالأمريكية",
                "",
            ),
            ("في الولاياتالمتحدة", "الولاياتالمتحدة", "", ""),
            ("لقاء في المدينة", "Brussels لقاء", "", "brussels"),
            ("لقاء في المدينة", "في", "", ""),
            ("لقاء في المدينة", "", "", ""),
        ];
        for (text, query, forms, missing) in table {
            assert_eq!(
                shown(text, query),
                (forms.to_owned(), missing.to_owned()),
                "{query} in {text}"
            );
        }
    }

    #[test]
    fn texts_that_belong_together_are_read_together() {
        let found = reason(["لقاء في المدينة", "المجلس"], "مجلس لقاء");
        assert_eq!((found.forms.len(), found.missing.len()), (0, 0));
        let sought = &reason(["لقاء"], "بروكسل").missing[0];
        assert!(is_named("مدينة بروكسل", sought) && !is_named("باريس", sought));
    }

    proptest! {
        #[test]
        fn forms_are_stretches_of_the_text(text in "(\\PC|[ابتلمجسه\u{64E} \n]){0,300}", query in any::<String>()) {
            for asked in [query.as_str(), "مجلس سلام", text.as_str()] {
                for form in &reason([text.as_str()], asked).forms {
                    prop_assert!(text.contains(form.as_str()));
                }
            }
            prop_assert!(stretches(&text).collect::<String>() == text);
        }
    }
}
