//! Why an event stands where it stands: the score of each word in each zone and form.

use std::fmt::Write;

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, EnableScoring, Query as Tree};
use tantivy::{DocAddress, DocSet, Searcher};

use crate::model::id::EventId;
use crate::search::floor::Floor;
use crate::search::matching::{condition, phrase_query, required_share, words_query};
use crate::search::posting::{LEVELS, Lookup, Role};
use crate::search::query::{Query, tree};
use crate::search::question::read;
use crate::search::schema::EVENT_ENTRY;
use crate::search::scorer::{Sought, Words};
use crate::search::weighing::Scope;
use crate::search::{Index, SearchError};

impl Index {
    /// Explains the score of an event, one line for each word and form in which it was found, then the sum. Names count
    /// only where they are more than the lines of their word before them. The filters that are facets are not looked at.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn explain(&self, query: &Query, event: &EventId) -> Result<String, SearchError> {
        let fields = &self.parts.fields;
        let searcher = self.parts.reader.searcher();
        let this = BooleanQuery::intersection(vec![
            condition(fields.id, event.as_str()),
            condition(fields.entry, EVENT_ENTRY),
        ]);
        let found = searcher.search(&this, &TopDocs::with_limit(1).order_by_score())?;
        let Some((_, address)) = found.first() else {
            return Ok(format!("{event}: not in the index\n"));
        };
        let question = read(&query.text, self.parts.analysis);
        let scale = self.scale(&searcher, EVENT_ENTRY)?;
        let scoring =
            EnableScoring::enabled_from_statistics_provider(scale.statistics(), &searcher);
        let mut lines = String::new();
        let mut tell = |tree: &dyn Tree, name: &str, shown: &str| -> Result<(), SearchError> {
            let score = score(&searcher, scoring, tree, *address)?;
            if let Some(score) = score.filter(|score| *score != 0.0) {
                let _ = writeln!(lines, "{score:>8.3}  {name:<16}  {shown}");
            }
            Ok(())
        };
        let words = words_query(&scale, Scope::Event, &question)?.words;
        for (word, sought) in question.words.iter().zip(words) {
            for (name, part) in parts(&sought) {
                tell(&Words::one(part), name, &word.folded)?;
            }
        }
        for phrase in &question.phrases {
            let query = phrase_query(&scale, Scope::Event, phrase);
            tell(&*query, "phrase", &format!("\"{}\"", phrase.join(" ")))?;
        }
        for word in &question.exact {
            tell(
                &Words::one(scale.exact(word)?),
                "body.exact",
                &format!("={}", word.exact),
            )?;
        }
        let tree = tree(&scale, query, &question, &Floor::default())?;
        match score(&searcher, scoring, &tree, *address)? {
            Some(sum) => {
                let _ = writeln!(lines, "{sum:>8.3}  sum");
            }
            None => {
                let share = required_share(&question);
                let _ = writeln!(
                    lines,
                    "no match: {share} of the weight of the words, every phrase and every filter are required"
                );
            }
        }
        Ok(lines)
    }
}

/// The parts of a word's score, each as a word of its own: the levels, what is added beside them, the names.
fn parts(sought: &Sought) -> Vec<(&'static str, Sought)> {
    const NAMES: [&str; LEVELS] = ["body.word", "body.stem", "body.skeleton", "body.root"];
    let counts = |lookup: &Lookup| matches!(lookup.role, Role::Counts(_));
    let counted: Vec<Lookup> = sought
        .lookups
        .iter()
        .filter(|one| counts(one))
        .cloned()
        .collect();
    let mut parts = Vec::new();
    for (level, name) in NAMES.into_iter().enumerate() {
        let mut part = Sought {
            lookups: counted.clone(),
            levels: [0.0; LEVELS],
            ..sought.clone()
        };
        part.lookups
            .retain(|one| matches!(one.role, Role::Counts(levels) if levels >> level & 1 == 1));
        part.lookups
            .iter_mut()
            .for_each(|one| one.role = Role::Counts(u8::MAX));
        part.levels[level] = sought.levels[level];
        parts.push((name, part));
    }
    for lookup in sought.lookups.iter().filter(|one| !counts(one)) {
        let beside = counted
            .iter()
            .filter(|_| !matches!(lookup.role, Role::AtLeast(_)));
        let part = Sought {
            lookups: beside.chain([lookup]).cloned().collect(),
            levels: [0.0; LEVELS],
            ..sought.clone()
        };
        parts.push((lookup.name, part));
    }
    parts
}

fn score(
    searcher: &Searcher,
    scoring: EnableScoring<'_>,
    query: &dyn Tree,
    address: DocAddress,
) -> Result<Option<f32>, SearchError> {
    let segment = searcher.segment_reader(address.segment_ord);
    let mut scorer = query.weight(scoring)?.scorer(segment, 1.0)?;
    let reached = if scorer.doc() < address.doc_id {
        scorer.seek(address.doc_id)
    } else {
        scorer.doc()
    };
    Ok((reached == address.doc_id).then(|| scorer.score()))
}
