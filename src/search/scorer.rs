//! The words of a question, for the engine: which entries hold enough of them, and with what score. Entries are taken a
//! window at a time and every list of places is added up over the window, which costs the same whatever the number of
//! lists, and tells for each entry which words it holds.

use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError};

use crate::search::posting::{Lookup, Postings, WINDOW};

/// So many words can be told apart.
pub const MOST_WORDS: usize = 32;

/// A query for words. The first [`MOST_WORDS`] count.
#[derive(Debug, Clone)]
pub struct Words {
    /// The words.
    pub words: Vec<Sought>,
    /// How much the words that an entry holds must weigh together.
    pub least: f32,
}

/// A word that is sought.
#[derive(Debug, Clone)]
pub struct Sought {
    /// All that is looked up for it.
    pub lookups: Vec<Lookup>,
    /// What holding it weighs when it is asked whether an entry holds enough; more than 0.
    pub weight: f32,
}

/// What sums of weights may lose by rounding.
const ROUNDING: f32 = 1e-4;

struct WordsWeight(Words);

/// The words on one segment.
pub struct WordsScorer {
    words: Vec<(Vec<Postings>, f32)>,
    least: f32,
    base: DocId,
    /// The score of each entry of the window.
    scores: Box<[f32; WINDOW]>,
    /// The entries of the window that hold enough, and where among them the scorer stands.
    found: Vec<DocId>,
    place: usize,
    work: Work,
}

/// Room to add up a window in.
struct Work {
    /// The score of the word that is being added.
    word: Box<[f32; WINDOW]>,
    /// Whether an entry holds the word that is being added: 0 or 1.
    holds: Box<[f32; WINDOW]>,
    /// What the words weigh that an entry holds.
    held: Box<[f32; WINDOW]>,
}

impl Words {
    /// A single word.
    #[must_use]
    pub fn one(lookups: Vec<Lookup>) -> Self {
        let weight = 1.0;
        Self {
            words: vec![Sought { lookups, weight }],
            least: weight,
        }
    }
}

impl Query for Words {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(WordsWeight(self.clone())))
    }
}

impl Weight for WordsWeight {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        Ok(Box::new(WordsScorer::open(&self.0, segment, boost)?))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        let reason = "see `Index::explain`, which tells a score form by form";
        Err(TantivyError::InvalidArgument(reason.to_owned()))
    }
}

impl WordsScorer {
    fn open(words: &Words, segment: &SegmentReader, boost: Score) -> tantivy::Result<Self> {
        let open = |sought: &Sought| -> tantivy::Result<(Vec<Postings>, f32)> {
            let mut postings = Vec::with_capacity(sought.lookups.len());
            for lookup in &sought.lookups {
                let weight = lookup.weight * boost;
                postings.extend(
                    Lookup {
                        weight,
                        ..lookup.clone()
                    }
                    .open(segment)?,
                );
            }
            Ok((postings, sought.weight))
        };
        let opened = words.words.iter().take(MOST_WORDS).map(open);
        let mut scorer = Self {
            words: opened.collect::<tantivy::Result<_>>()?,
            least: words.least - ROUNDING,
            base: 0,
            scores: Box::new([0.0; WINDOW]),
            found: Vec::new(),
            place: 0,
            work: Work {
                word: Box::new([0.0; WINDOW]),
                holds: Box::new([0.0; WINDOW]),
                held: Box::new([0.0; WINDOW]),
            },
        };
        scorer.fill_from(0);
        Ok(scorer)
    }

    /// Goes to the next window at or after an entry in which enough words are held; past the last, nothing is found.
    fn fill_from(&mut self, start: DocId) {
        let mut start = start;
        self.found.clear();
        self.place = 0;
        while self.found.is_empty() {
            for postings in self.words.iter_mut().flat_map(|(postings, _)| postings) {
                postings.seek(start);
            }
            let Some(next) = self.next_candidate() else {
                return;
            };
            self.base = next;
            self.fill();
            start = next.saturating_add(WINDOW as DocId);
        }
    }

    /// The first entry that may hold enough: that to which enough words have come.
    fn next_candidate(&self) -> Option<DocId> {
        let head = |(postings, weight): &(Vec<Postings>, f32)| {
            let holding = postings.iter().filter(|postings| postings.holds());
            let first = holding.map(Postings::next).min();
            (first.unwrap_or(TERMINATED), *weight)
        };
        let mut heads: Vec<(DocId, f32)> = self.words.iter().map(head).collect();
        heads.sort_unstable_by_key(|(head, _)| *head);
        let mut held = 0.0;
        let enough = heads.into_iter().find(|(_, weight)| {
            held += weight;
            held >= self.least
        });
        enough
            .map(|(head, _)| head)
            .filter(|head| *head != TERMINATED)
    }

    fn fill(&mut self) {
        self.scores.fill(0.0);
        let Work { word, holds, held } = &mut self.work;
        held.fill(0.0);
        for (postings, weight) in &mut self.words {
            for list in postings.iter_mut() {
                list.seek(self.base);
                list.add(self.base, word, holds);
            }
            for (sum, word) in self.scores.iter_mut().zip(word.iter_mut()) {
                *sum += std::mem::take(word);
            }
            for (held, holds) in held.iter_mut().zip(holds.iter_mut()) {
                *held += *weight * std::mem::take(holds);
            }
        }
        let entries = (self.base..).zip(held.iter());
        let enough = entries.filter(|(_, held)| **held >= self.least);
        self.found.extend(enough.map(|(entry, _)| entry));
    }
}

impl DocSet for WordsScorer {
    fn advance(&mut self) -> DocId {
        self.place += 1;
        if self.place >= self.found.len() && !self.found.is_empty() {
            self.fill_from(self.base.saturating_add(WINDOW as DocId));
        }
        self.doc()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc() < target {
            let is_in_window = target < self.base.saturating_add(WINDOW as DocId);
            if is_in_window {
                self.place += self.found[self.place..].partition_point(|entry| *entry < target);
            }
            if !is_in_window || self.place >= self.found.len() {
                let after = self.base.saturating_add(WINDOW as DocId);
                self.fill_from(target.max(after));
            }
        }
        self.doc()
    }

    fn doc(&self) -> DocId {
        self.found.get(self.place).copied().unwrap_or(TERMINATED)
    }

    fn size_hint(&self) -> u32 {
        let lengths = self
            .words
            .iter()
            .flat_map(|(postings, _)| postings)
            .map(Postings::length);
        lengths.max().unwrap_or(0)
    }
}

impl Scorer for WordsScorer {
    fn score(&mut self) -> Score {
        let slot = self.doc().wrapping_sub(self.base) as usize;
        self.scores.get(slot).copied().unwrap_or(0.0)
    }
}
