//! The nearest spelling of a question that finds nothing: each word that no entry holds gives way to the commonest
//! indexed word within few edits. A word that is found is never touched, however much more common its neighbour is.
//!
//! The time is bounded by so many words a question and so many neighbours a word; the dictionary is walked along the
//! edits, not read through.

use std::collections::BTreeMap;

use tantivy::query::FuzzyTermQuery;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use crate::search::analyzer::{Forms, Share, Word, words_of};
use crate::search::schema::{EVENT_ENTRY, ZoneFields, spellings_of};
use crate::search::weighing::{Reach, Scale, Scope};
use crate::search::{Index, SearchError};
use crate::text::spelling::usual_spelling;

/// Shorter words have too many neighbours to guess among.
const LEAST_LETTERS: usize = 4;
/// From so many letters on, two edits are allowed.
const LONG_LETTERS: usize = 7;
/// Longer words are no words.
const MOST_LETTERS: usize = 24;
/// So many words of a question are corrected.
const MOST_WORDS: usize = 4;
/// So many neighbours of a word are weighed.
const MOST_NEIGHBOURS: usize = 2_000;

impl Index {
    /// The question with every word that nothing holds written as its nearest neighbour; none where no word has one.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn nearest_spelling(&self, text: &str) -> Result<Option<String>, SearchError> {
        let searcher = self.parts.reader.searcher();
        let scale = self.scale(&searcher, EVENT_ENTRY)?;
        let mut rewritten = String::with_capacity(text.len());
        let (mut place, mut corrected) = (0, 0);
        for word in words_of(text, self.parts.analysis) {
            if corrected == MOST_WORDS || !may_be_misspelt(text, &word) {
                continue;
            }
            if is_held(&scale, &word.forms)? {
                continue;
            }
            if let Some(nearest) = nearest(&searcher, &scale, &word.forms.folded)? {
                rewritten.push_str(&text[place..word.span.start]);
                rewritten.push_str(&nearest);
                place = word.span.end;
                corrected += 1;
            }
        }
        rewritten.push_str(&text[place..]);
        Ok((corrected > 0).then_some(rewritten))
    }
}

/// Only what is written as one word, is long enough, and was not asked for letter by letter or excluded.
fn may_be_misspelt(text: &str, word: &Word) -> bool {
    let letters = word.forms.folded.chars().count();
    let is_signed = text[..word.span.start].ends_with(['-', '=']);
    let is_number = word.forms.folded.bytes().all(|byte| byte.is_ascii_digit());
    word.share == Share::Plain
        && (LEAST_LETTERS..=MOST_LETTERS).contains(&letters)
        && !word.forms.is_stop
        && !is_signed
        && !is_number
}

/// Whether any event holds the word, in a form that counts as found.
fn is_held(scale: &Scale<'_>, word: &Forms) -> tantivy::Result<bool> {
    Ok(!scale
        .sought(Scope::Event, word, Reach::Skeleton)?
        .is_nowhere())
}

fn nearest(
    searcher: &Searcher,
    scale: &Scale<'_>,
    folded: &str,
) -> tantivy::Result<Option<String>> {
    let farthest = if folded.chars().count() < LONG_LETTERS {
        1
    } else {
        2
    };
    for edits in 1..=farthest {
        let found = neighbours(searcher, scale.fields.body.word, folded, edits)?;
        if let Some(found) = commonest(found) {
            return Ok(Some(written(searcher, &scale.fields.body, &found)?));
        }
    }
    Ok(None)
}

/// The indexed word in the spelling that most entries have, the usual one unless at least half of the entries with the
/// word have another.
fn written(searcher: &Searcher, zone: &ZoneFields, folded: &str) -> tantivy::Result<String> {
    let mut spellings = BTreeMap::new();
    if let Some(exact) = zone.exact {
        let all = searcher.doc_freq(&Term::from_field_text(zone.word, folded))?;
        for term in spellings_of(searcher, exact, folded)? {
            let value = term.value();
            let count = searcher.doc_freq(&term)?;
            if let Some((_, spelling)) = value.as_str().and_then(|text| text.split_once('='))
                && count * 2 >= all
            {
                let count = u32::try_from(count).unwrap_or(u32::MAX);
                spellings.insert(spelling.to_owned(), count);
            }
        }
    }
    Ok(commonest(spellings).unwrap_or_else(|| usual_spelling(folded)))
}

fn commonest(counts: BTreeMap<String, u32>) -> Option<String> {
    // Of equals the first in the order of letters, on every run.
    let counts = counts.into_iter().rev();
    counts.max_by_key(|(_, count)| *count).map(|(term, _)| term)
}

/// The terms of a field within so many edits of a word, each with the number of entries that hold it.
fn neighbours(
    searcher: &Searcher,
    field: Field,
    word: &str,
    edits: u8,
) -> tantivy::Result<BTreeMap<String, u32>> {
    let query = FuzzyTermQuery::new(Term::from_field_text(field, word), edits, true);
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(field)?;
        let mut terms = index.terms().search(query.automaton()?).into_stream()?;
        while let Some((term, info)) = terms.next() {
            let Ok(term) = std::str::from_utf8(term) else {
                continue;
            };
            if let Some(count) = counts.get_mut(term) {
                *count += info.doc_freq;
            } else if counts.len() < MOST_NEIGHBOURS {
                counts.insert(term.to_owned(), info.doc_freq);
            }
        }
    }
    Ok(counts)
}
