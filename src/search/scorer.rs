//! The words of a question, for the engine: which entries hold enough of them, and with what score. Entries are taken a
//! window at a time. First the lists of places that decide what is found are added up over the window; then those that
//! only rank are read where something was found that can still come to the [`Floor`] of the search, first the few for
//! roots, spellings and titles, then the many for grams; and nowhere if no score is asked for.

use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError};

use crate::search::floor::Floor;
use crate::search::opened::Opened;
use crate::search::posting::{LEVELS, Lookup, Postings, Role, TextLengths};
use crate::search::sufficiency::Sufficiency;
use crate::search::window::{Slots, WINDOW};

/// A query for words.
#[derive(Debug, Clone)]
pub struct Words {
    /// The words, all with the same lengths.
    pub words: Vec<Sought>,
    /// How much the words that an entry holds must weigh together.
    pub least: f32,
    /// What is found with a score below it need not be scored in full.
    pub floor: Floor,
}

/// A word that is sought.
#[derive(Debug, Clone)]
pub struct Sought {
    /// All that is looked up for it.
    pub lookups: Vec<Lookup>,
    /// What a find counts on each level: the weight of the form times the rarity of the word on it.
    pub levels: [f32; LEVELS],
    /// What a frequency is held against.
    pub lengths: TextLengths,
    /// What holding it weighs when it is asked whether an entry holds enough; 0 for a word that is passed over.
    pub weight: f32,
}

/// What sums of weights and scores may lose by rounding, as a share.
const ROUNDING: f32 = 1e-4;

struct WordsWeight {
    words: Words,
    is_scored: bool,
}

/// The words on one segment.
pub struct WordsScorer {
    words: Vec<Opened>,
    least: f32,
    sufficiency: Sufficiency,
    is_scored: bool,
    base: DocId,
    /// The score of each entry of the window that was found; 0 of those that are below the floor.
    scores: Vec<f32>,
    /// The entries of the window that hold enough, and the one at which the scorer stands.
    found: Slots,
    doc: DocId,
    floor: Floor,
}

impl Sought {
    /// The word, counting only so much of what it counts.
    #[must_use]
    pub fn weighed(mut self, share: f32) -> Self {
        self.levels = self.levels.map(|level| level * share);
        self.weight *= share;
        for lookup in &mut self.lookups {
            match &mut lookup.role {
                Role::Adds(weight) | Role::AddsGram(weight) | Role::AtLeast(weight) => {
                    *weight *= share;
                }
                Role::Counts(_) | Role::Lessens => {}
            }
        }
        self
    }

    /// Whether no entry holds the word.
    #[must_use]
    pub fn is_nowhere(&self) -> bool {
        let holds = |lookup: &Lookup| matches!(lookup.role, Role::Counts(_) | Role::AtLeast(_));
        !self.lookups.iter().any(holds)
    }
}

impl Words {
    /// A single word.
    #[must_use]
    pub fn one(sought: Sought) -> Self {
        let least = 1.0;
        Self {
            words: vec![Sought {
                weight: least,
                ..sought
            }],
            least,
            floor: Floor::default(),
        }
    }
}

impl Query for Words {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(WordsWeight {
            words: self.clone(),
            is_scored: scoring.is_scoring_enabled(),
        }))
    }
}

impl Weight for WordsWeight {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let scorer = WordsScorer::open(&self.words, segment, (boost, self.is_scored))?;
        Ok(Box::new(scorer))
    }

    fn for_each(
        &self,
        segment: &SegmentReader,
        callback: &mut dyn FnMut(DocId, Score),
    ) -> tantivy::Result<()> {
        let mut scorer = WordsScorer::open(&self.words, segment, (1.0, self.is_scored))?;
        while scorer.doc != TERMINATED {
            for slot in scorer.found.iter() {
                callback(scorer.base + slot as DocId, scorer.scores[slot]);
            }
            scorer.fill_from(scorer.base.saturating_add(WINDOW as DocId));
        }
        Ok(())
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        let reason = "see `Index::explain`, which tells a score form by form";
        Err(TantivyError::InvalidArgument(reason.to_owned()))
    }
}

impl WordsScorer {
    fn open(words: &Words, segment: &SegmentReader, how: (Score, bool)) -> tantivy::Result<Self> {
        let opened = words
            .words
            .iter()
            .map(|sought| Opened::of(sought, segment, how));
        let weights: Vec<f32> = words.words.iter().map(|sought| sought.weight).collect();
        let least = words.least * (1.0 - ROUNDING);
        let mut scorer = Self {
            words: opened.collect::<tantivy::Result<_>>()?,
            least,
            sufficiency: Sufficiency::new(&weights, least),
            is_scored: how.1,
            base: 0,
            floor: words.floor.clone(),
            scores: vec![0.0; WINDOW],
            found: Slots::default(),
            doc: 0,
        };
        scorer.fill_from(0);
        Ok(scorer)
    }

    /// Goes to the next window at or after an entry in which enough words are held; past the last, nothing is found.
    fn fill_from(&mut self, start: DocId) {
        let mut start = start;
        loop {
            for list in self.words.iter_mut().flat_map(|word| &mut word.deciding) {
                list.seek(start);
            }
            let Some(next) = self.next_candidate() else {
                self.found.clear();
                self.doc = TERMINATED;
                return;
            };
            self.base = next;
            self.fill();
            if let Some(slot) = self.found.next_from(0) {
                self.doc = self.base + slot as DocId;
                return;
            }
            start = next.saturating_add(WINDOW as DocId);
        }
    }

    /// The first entry that may hold enough: that to which enough words have come.
    fn next_candidate(&self) -> Option<DocId> {
        let mut heads: Vec<(DocId, f32)> = self
            .words
            .iter()
            .map(|word| (word.head(), word.weight))
            .collect();
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
        self.words
            .iter_mut()
            .for_each(|word| word.decide(self.base));
        let holds: Vec<&Slots> = self.words.iter().map(|word| &word.sums.holds).collect();
        self.found = self.sufficiency.of(&holds);
        self.scores.fill(0.0);
        let mut ranked = Slots::default();
        if self.is_scored && !self.found.is_empty() {
            ranked = self.found.clone();
            self.rank(&mut ranked);
        }
        for word in &mut self.words {
            word.sums.clear(&ranked);
        }
    }

    /// Scores those entries of the window that can come to the floor; `ranked` are then those that were looked at.
    fn rank(&mut self, ranked: &mut Slots) {
        let (base, scores) = (self.base, &mut self.scores);
        let floor = self.floor.get() * (1.0 - ROUNDING);
        let forms: f32 = self.words.iter().map(|word| word.most_of_forms).sum();
        if floor > forms {
            for word in &self.words {
                word.add_known(base, ranked, scores);
            }
            let grams: f32 = self.words.iter().map(|word| word.all_grams).sum();
            if let Some(word) = self.words.first() {
                let most = |slot: usize| forms + grams / (1.0 + word.length(base + slot as DocId));
                ranked.retain(|slot| scores[slot] + most(slot) >= floor);
            }
            scores.fill(0.0);
        }
        for word in &mut self.words {
            word.rank_forms(base, ranked);
        }
        let mut scored = ranked.clone();
        if floor > 0.0 {
            for word in &self.words {
                word.add_most(base, ranked, scores);
            }
            scored.retain(|slot| scores[slot] >= floor);
            scores.fill(0.0);
        }
        for word in &mut self.words {
            word.score(base, &scored, scores);
        }
    }
}

impl Drop for WordsScorer {
    fn drop(&mut self) {
        // Every window is cleared once it is scored, so what is given back is empty.
        self.words.drain(..).for_each(|word| word.sums.give_back());
    }
}

impl DocSet for WordsScorer {
    fn advance(&mut self) -> DocId {
        if self.doc != TERMINATED {
            self.seek(self.doc + 1);
        }
        self.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc < target {
            let within = self
                .found
                .next_from(target.saturating_sub(self.base) as usize);
            match within {
                Some(slot) => self.doc = self.base + slot as DocId,
                None => self.fill_from(target.max(self.base.saturating_add(WINDOW as DocId))),
            }
        }
        self.doc
    }

    fn doc(&self) -> DocId {
        self.doc
    }

    fn size_hint(&self) -> u32 {
        let lists = self.words.iter().flat_map(|word| &word.deciding);
        lists.map(Postings::length).max().unwrap_or(0)
    }
}

impl Scorer for WordsScorer {
    fn score(&mut self) -> Score {
        let slot = self.doc.wrapping_sub(self.base) as usize;
        self.scores.get(slot).copied().unwrap_or(0.0)
    }
}
