//! Why an event stands where it stands: the score of each word in each zone and form.

use std::fmt::Write;

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, EnableScoring, Query as Tree};
use tantivy::{DocAddress, DocSet, Searcher};

use crate::model::id::EventId;
use crate::search::matching::{Contribution, condition, phrase_queries, required, word_queries};
use crate::search::query::{Query, tree};
use crate::search::question::read;
use crate::search::schema::EVENT_ENTRY;
use crate::search::statistics::Statistics;
use crate::search::{Index, SearchError};

impl Index {
    /// Explains the score of an event, one line for each word and place where it was found, then the sum. The filters
    /// that are facets are not looked at.
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
        let question = read(&query.text);
        let statistics = Statistics::of(&searcher, fields, EVENT_ENTRY)?;
        let scoring = EnableScoring::enabled_from_statistics_provider(&statistics, &searcher);
        let mut lines = String::new();
        let words = question
            .words
            .iter()
            .map(|word| (word.folded.clone(), word_queries(&fields.event, word)));
        let phrases = question.phrases.iter().map(|phrase| {
            let shown = format!("\"{}\"", phrase.join(" "));
            (shown, phrase_queries(&fields.event, phrase))
        });
        for (shown, contributions) in words.chain(phrases) {
            for Contribution { name, query } in contributions {
                if let Some(score) = score(&searcher, scoring, &*query, *address)? {
                    let _ = writeln!(lines, "{score:>8.3}  {name:<16}  {shown}");
                }
            }
        }
        let tree = tree(fields, query, &question);
        match score(&searcher, scoring, &tree, *address)? {
            Some(sum) => {
                let _ = writeln!(lines, "{sum:>8.3}  sum");
            }
            None => {
                let (least, all) = (required(question.words.len()), question.words.len());
                let _ = writeln!(
                    lines,
                    "no match: {least} of {all} words, every phrase and every filter are required"
                );
            }
        }
        Ok(lines)
    }
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
