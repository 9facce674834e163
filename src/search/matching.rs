//! The matching rule: which entries answer a question.
//!
//! - A word is found where its folded form, its stem or the consonants of its stem stand in the entry's texts, whole or
//!   glued to other words, or where it is among the names of those who play a part, in any spelling.
//! - Of one or two keywords all must be found. Of more, those found must weigh half as much as all together, a word
//!   weighing the more the rarer it is; of a sentence ([`Question::is_sentence`]) three tenths, since many of its words
//!   are about how it asks. Words that the archive has nowhere weigh nothing in a sentence.
//! - `=word` must stand in that very spelling; a phrase must stand in one text, its folded words side by side.
//! - What is excluded must be found nowhere, by its folded form or stem.
//! - The score is the sum over the words; see [`crate::search::schema::Weights`].

use tantivy::Term;
use tantivy::query::{
    BooleanQuery, ConstScoreQuery, EmptyQuery, Occur, PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::search::asking::is_asking;
use crate::search::exclusion::Exclusion;
use crate::search::floor::Floor;
use crate::search::question::{Excluded, Question};
use crate::search::scorer::{Sought, Words};
use crate::search::weighing::{Reach, Scale, Scope};

/// What share of the weight of its words an entry must hold to answer a question. Measured: of sentences, asking for
/// 0.3 costs .002 of mean reciprocal rank against asking for nothing, 0.5 costs .04.
#[must_use]
pub fn required_share(question: &Question) -> f32 {
    match (question.is_sentence, question.words.len()) {
        (true, _) => 0.3,
        (false, ..=2) => 1.0,
        (false, _) => 0.5,
    }
}

type Clause = (Occur, Box<dyn Query>);

/// The clauses of a question; none where it asks for nothing. What is collected may raise the floor.
///
/// # Errors
/// When the index cannot be read.
pub fn clauses(
    scale: &Scale<'_>,
    scope: Scope,
    question: &Question,
    floor: &Floor,
) -> tantivy::Result<Vec<Clause>> {
    if question.is_unreadable() {
        return Ok(vec![(Occur::Must, Box::new(EmptyQuery))]);
    }
    let mut clauses: Vec<Clause> = Vec::new();
    if !question.words.is_empty() {
        let mut words = words_query(scale, scope, question)?;
        // Where other clauses add to the score, that of the words alone says nothing of the order.
        if question.exact.is_empty() && question.phrases.is_empty() {
            words.floor = floor.clone();
        }
        clauses.push((Occur::Must, Box::new(words)));
    }
    for word in &question.exact {
        clauses.push((Occur::Must, one_word(scale.exact(word)?)));
    }
    for phrase in &question.phrases {
        clauses.push((Occur::Must, phrase_query(scale, scope, phrase)));
    }
    for excluded in &question.excluded {
        let found = match excluded {
            Excluded::Word(word) => one_word(scale.sought(scope, word, Reach::Stem)?),
            Excluded::Exact(word) => one_word(scale.exact(word)?),
            Excluded::Phrase(phrase) => phrase_query(scale, scope, phrase),
        };
        clauses.push((Occur::MustNot, Box::new(Exclusion(found))));
    }
    Ok(clauses)
}

/// The words of a question with all that is looked up for them, and how much of them must be held.
///
/// # Errors
/// When the index cannot be read.
pub fn words_query(scale: &Scale<'_>, scope: Scope, question: &Question) -> tantivy::Result<Words> {
    let mut words = Vec::with_capacity(question.words.len());
    for word in &question.words {
        let mut sought = scale.sought(scope, word, Reach::Skeleton)?;
        if question.is_sentence && is_asking(&word.folded) {
            sought = sought.weighed(scale.weights.asking);
        }
        if sought.is_nowhere() && question.is_sentence {
            sought.weight = 0.0;
        }
        words.push(sought);
    }
    let all: f32 = words.iter().map(|word| word.weight).sum();
    // Where every word is passed over there is nothing to find, and nothing must not be enough.
    let least = (all * required_share(question)).max(f32::MIN_POSITIVE);
    Ok(Words {
        words,
        least,
        floor: Floor::default(),
    })
}

fn one_word(sought: Sought) -> Box<dyn Query> {
    Box::new(Words::one(sought))
}

/// Where a phrase is looked up: its folded words side by side in one text, or in one name.
#[must_use]
pub fn phrase_query(scale: &Scale<'_>, scope: Scope, phrase: &[String]) -> Box<dyn Query> {
    let fields = scale.fields;
    let queries = match scope {
        Scope::Event => vec![
            side_by_side(fields.body.word, phrase),
            side_by_side(fields.names.word, phrase),
        ],
        Scope::Decision => vec![side_by_side(fields.decision.word, phrase)],
    };
    Box::new(BooleanQuery::union(queries))
}

fn side_by_side(field: Field, phrase: &[String]) -> Box<dyn Query> {
    let term = |word: &String| Term::from_field_text(field, word);
    match phrase {
        [word] => Box::new(TermQuery::new(term(word), IndexRecordOption::WithFreqs)),
        words => Box::new(PhraseQuery::new(words.iter().map(term).collect())),
    }
}

/// A condition on a term that has no say in the score.
#[must_use]
pub fn condition(field: Field, text: &str) -> Box<dyn Query> {
    let term = TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic);
    Box::new(ConstScoreQuery::new(Box::new(term), 0.0))
}
