//! The matching rule: which entries answer a question, and with what score.
//!
//! - A word is found where it stands in any zone of the entry, as typed (folded) or by its light stem.
//! - Of one or two meaningful words all must be found; of more, three quarters, rounded up.
//! - A phrase must stand in one zone, its folded words side by side; each phrase is required.
//! - What is excluded must be found nowhere, by the same rule of words and phrases.
//! - The score is the sum, over the words, of BM25 in each zone and form, times the weights in
//!   [`crate::search::schema`].

use tantivy::Term;
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, Occur, PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::search::exclusion::Exclusion;
use crate::search::question::{Excluded, Question, Sought};
use crate::search::schema::{STEM_WEIGHT, WORD_WEIGHT, ZoneFields};

/// How many of so many meaningful words must be found.
#[must_use]
pub const fn required(words: usize) -> usize {
    if words <= 2 {
        words
    } else {
        (words * 3).div_ceil(4)
    }
}

type Clause = (Occur, Box<dyn Query>);

/// The clauses of a question over some zones; none where it asks for nothing.
#[must_use]
pub fn clauses(zones: &[ZoneFields], question: &Question) -> Vec<Clause> {
    if question.is_unreadable() {
        return vec![(Occur::Must, Box::new(EmptyQuery))];
    }
    let mut clauses: Vec<Clause> = Vec::new();
    let words = question
        .words
        .iter()
        .map(|word| union(word_queries(zones, word)));
    let least = required(question.words.len());
    if least == question.words.len() {
        clauses.extend(words.map(|word| (Occur::Must, word)));
    } else {
        let some = BooleanQuery::union_with_minimum_required_clauses(words.collect(), least);
        clauses.push((Occur::Must, Box::new(some)));
    }
    for phrase in &question.phrases {
        clauses.push((Occur::Must, union(phrase_queries(zones, phrase))));
    }
    for excluded in &question.excluded {
        let found = match excluded {
            Excluded::Word(word) => union(word_queries(zones, word)),
            Excluded::Phrase(phrase) => union(phrase_queries(zones, phrase)),
        };
        clauses.push((Occur::MustNot, Box::new(Exclusion(found))));
    }
    clauses
}

/// A part of a score: one word or phrase in one field.
pub struct Contribution {
    /// The zone and form, as `title.stem`.
    pub name: String,
    /// What is looked up there.
    pub query: Box<dyn Query>,
}

fn union(contributions: Vec<Contribution>) -> Box<dyn Query> {
    let queries = contributions
        .into_iter()
        .map(|contribution| contribution.query)
        .collect();
    Box::new(BooleanQuery::union(queries))
}

/// Where and how a word is looked up.
#[must_use]
pub fn word_queries(zones: &[ZoneFields], word: &Sought) -> Vec<Contribution> {
    let forms = |zone: &ZoneFields| {
        [
            (
                "word",
                zone.word,
                &word.folded,
                WORD_WEIGHT * zone.zone.weight,
            ),
            (
                "stem",
                zone.stem,
                &word.stem,
                STEM_WEIGHT * zone.zone.weight,
            ),
        ]
        .map(|(form, field, text, weight)| Contribution {
            name: format!("{}.{form}", zone.zone.name),
            query: Box::new(BoostQuery::new(scored_term(field, text), weight)),
        })
    };
    zones.iter().flat_map(forms).collect()
}

/// Where and how a phrase is looked up.
#[must_use]
pub fn phrase_queries(zones: &[ZoneFields], phrase: &[String]) -> Vec<Contribution> {
    let query = |field: Field| -> Box<dyn Query> {
        match phrase {
            [word] => scored_term(field, word),
            words => Box::new(PhraseQuery::new(
                words
                    .iter()
                    .map(|word| Term::from_field_text(field, word))
                    .collect(),
            )),
        }
    };
    let contribution = |zone: &ZoneFields| Contribution {
        name: format!("{}.phrase", zone.zone.name),
        query: Box::new(BoostQuery::new(query(zone.word), zone.zone.weight)),
    };
    zones.iter().map(contribution).collect()
}

fn scored_term(field: Field, text: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(
        Term::from_field_text(field, text),
        IndexRecordOption::WithFreqs,
    ))
}

/// A condition on a term that has no say in the score.
#[must_use]
pub fn condition(field: Field, text: &str) -> Box<dyn Query> {
    let term = TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic);
    Box::new(ConstScoreQuery::new(Box::new(term), 0.0))
}
