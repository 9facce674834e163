//! The words of a question, for the engine: which entries hold enough of them, and with what score. Entries are taken a
//! window at a time. First the lists of places that decide what is found are added up over the window; then those that
//! only rank (roots, grams, spellings, titles) are read where something was found that can still come to the [`Floor`]
//! of the search, and nowhere if no score is asked for.

use tantivy::fieldnorm::FieldNormReader;
use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError};

use crate::search::floor::Floor;
use crate::search::posting::{LEVELS, Lengths, Lookup, Postings, Role, Sums, TextLengths};
use crate::search::sufficiency::Sufficiency;
use crate::search::window::{Slots, WINDOW};

/// A query for words.
#[derive(Debug, Clone)]
pub struct Words {
    /// The words.
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

/// A [`Sought`] on one segment.
struct Opened {
    /// The lists that decide what is found.
    deciding: Vec<Postings>,
    /// Those that only rank.
    ranking: Vec<Postings>,
    sums: Sums,
    levels: [f32; LEVELS],
    lengths: Lengths,
    norms: FieldNormReader,
    weight: f32,
    /// What all grams of the word add together.
    grams: f32,
    /// What its other forms in the texts and in titles add at most.
    additions: f32,
    /// The levels on which a list that only ranks counts.
    ranked_levels: u8,
    /// Whether other spellings are taken away, so that only what is left holds the word.
    is_lessened: bool,
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

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        let reason = "see `Index::explain`, which tells a score form by form";
        Err(TantivyError::InvalidArgument(reason.to_owned()))
    }
}

impl Opened {
    fn of(
        sought: &Sought,
        segment: &SegmentReader,
        (boost, is_scored): (Score, bool),
    ) -> tantivy::Result<Self> {
        let (mut deciding, mut ranking) = (Vec::new(), Vec::new());
        let (mut grams, mut additions, mut ranked_levels) = (0.0, 0.0, 0);
        for lookup in &sought.lookups {
            let decides = lookup.role.decides();
            match lookup.role {
                Role::AddsGram(weight) => grams += weight,
                Role::Adds(weight) => additions += f32::max(weight, 0.0),
                Role::Counts(levels) if !decides => ranked_levels |= levels,
                Role::Counts(_) | Role::AtLeast(_) | Role::Lessens => {}
            }
            if decides {
                deciding.extend(lookup.open(segment)?);
            } else if is_scored {
                ranking.extend(lookup.open(segment)?);
            }
        }
        let (field, lengths) = &sought.lengths;
        let is_lessened = deciding
            .iter()
            .any(|list| matches!(list.role, Role::Lessens));
        Ok(Self {
            deciding,
            ranking,
            sums: Sums::take(),
            levels: sought.levels.map(|level| level * boost),
            lengths: Lengths::clone(lengths),
            norms: segment.get_fieldnorms_reader(*field)?,
            weight: sought.weight,
            grams,
            additions,
            ranked_levels,
            is_lessened,
        })
    }

    /// The first entry that may hold the word.
    fn head(&self) -> DocId {
        let holding = self.deciding.iter().filter(|list| list.holds());
        holding.map(Postings::next).min().unwrap_or(TERMINATED)
    }

    /// Finds the entries of a window that hold the word.
    fn decide(&mut self, base: DocId) {
        for list in &mut self.deciding {
            list.decide(base, &mut self.sums);
        }
        if self.is_lessened {
            let Sums {
                frequencies,
                holds,
                counted,
                ..
            } = &mut self.sums;
            for slot in counted.iter() {
                frequencies[slot] = frequencies[slot].map(|sum| sum.max(0.0));
            }
            holds.retain(|slot| frequencies[slot].iter().any(|sum| *sum > 0.0));
        }
    }

    /// What is counted on each level by the lists that decide, and on each by those that only rank as well.
    fn divided_levels(&self) -> ([f32; LEVELS], [f32; LEVELS]) {
        let is_ranked = |level: usize| self.ranked_levels >> level & 1 == 1;
        let of = |level: usize, ranked: bool| match is_ranked(level) == ranked {
            true => self.levels[level],
            false => 0.0,
        };
        (
            std::array::from_fn(|level| of(level, false)),
            std::array::from_fn(|level| of(level, true)),
        )
    }

    /// The most that the lists that only rank can add: a level counts no more than its weight, however often a form of
    /// the word stands in a text, and a gram most in the shortest.
    fn most_unknown(&self) -> f32 {
        let (_, ranked) = self.divided_levels();
        let grams = self.grams / (1.0 + self.lengths[0]);
        self.additions + grams + ranked.iter().sum::<f32>()
    }

    /// Adds what is known of the word's score in the entries that were found, once it was decided.
    fn add_known(&self, base: DocId, found: &Slots, known: &mut [f32]) {
        let (decided, _) = self.divided_levels();
        let mut held = self.sums.holds.clone();
        held.intersect(found);
        for slot in held.iter() {
            let length = self.length(base + slot as DocId);
            known[slot] += self.sums.score(slot, &decided, length);
        }
    }

    /// What frequencies in an entry are held against.
    fn length(&self, doc: DocId) -> f32 {
        self.lengths[usize::from(self.norms.fieldnorm_id(doc))]
    }

    /// Adds the word's score in the entries that were found.
    fn score(&mut self, base: DocId, found: &Slots, scores: &mut [f32]) {
        let (lengths, norms) = (&self.lengths, &self.norms);
        let length = |doc: DocId| lengths[usize::from(norms.fieldnorm_id(doc))];
        let share = |doc: DocId| 1.0 / (1.0 + length(doc));
        // Where the folded word stands, all its grams do: they need no looking up.
        let mut others = Slots::default();
        for slot in found.iter() {
            match self.sums.frequencies[slot][0] > 0.0 {
                true => self.sums.added[slot] = self.grams * share(base + slot as DocId),
                false => others.insert(slot),
            }
        }
        for list in &mut self.ranking {
            let asked = match list.role {
                Role::AddsGram(_) => &others,
                _ => found,
            };
            list.rank(base, asked, &mut self.sums, share);
        }
        for slot in found.iter() {
            let length = length(base + slot as DocId);
            scores[slot] += self.sums.score(slot, &self.levels, length);
        }
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
            ranked = self.at_floor();
            for word in &mut self.words {
                word.score(self.base, &ranked, &mut self.scores);
            }
        }
        for word in &mut self.words {
            word.sums.clear(&ranked);
        }
    }

    /// Those found that can come to the floor.
    fn at_floor(&mut self) -> Slots {
        let mut ranked = self.found.clone();
        let floor = self.floor.get() * (1.0 - ROUNDING);
        let unknown: f32 = self.words.iter().map(Opened::most_unknown).sum();
        if floor > unknown {
            for word in &self.words {
                word.add_known(self.base, &self.found, &mut self.scores);
            }
            let known = &self.scores;
            ranked.retain(|slot| known[slot] + unknown >= floor);
            self.scores.fill(0.0);
        }
        ranked
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
