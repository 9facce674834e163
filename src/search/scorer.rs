//! The words of a question, for the engine: which entries hold enough of them, and with what score. Entries are taken a
//! window at a time and every list of places is added up over the window, which costs the same whatever the number of
//! lists, and tells for each entry which words it holds.

use tantivy::fieldnorm::FieldNormReader;
use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError};

use crate::search::posting::{LEVELS, Lengths, Lookup, Postings, Role, Sums, TextLengths, WINDOW};

/// A query for words.
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
    /// What a find counts on each level: the weight of the form times the rarity of the word on it.
    pub levels: [f32; LEVELS],
    /// What a frequency is held against.
    pub lengths: TextLengths,
    /// What holding it weighs when it is asked whether an entry holds enough; 0 for a word that is passed over.
    pub weight: f32,
}

/// What sums of weights may lose by rounding, as a share.
const ROUNDING: f32 = 1e-4;

struct WordsWeight(Words);

/// The words on one segment.
pub struct WordsScorer {
    words: Vec<Opened>,
    least: f32,
    base: DocId,
    /// The score of each entry of the window.
    scores: Box<[f32; WINDOW]>,
    /// What the words weigh that each entry of the window holds.
    held: Box<[f32; WINDOW]>,
    sums: Sums,
    /// The entries of the window that hold enough, and where among them the scorer stands.
    found: Vec<DocId>,
    place: usize,
}

/// A [`Sought`] on one segment.
struct Opened {
    postings: Vec<Postings>,
    levels: [f32; LEVELS],
    lengths: Lengths,
    norms: FieldNormReader,
    weight: f32,
    /// Whether other spellings are taken away, so that only what is left holds the word.
    is_lessened: bool,
}

impl Sought {
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

impl Opened {
    fn of(sought: &Sought, segment: &SegmentReader, boost: Score) -> tantivy::Result<Self> {
        let mut postings = Vec::with_capacity(sought.lookups.len());
        for lookup in &sought.lookups {
            postings.extend(lookup.open(segment)?);
        }
        let (field, lengths) = &sought.lengths;
        Ok(Self {
            postings,
            levels: sought.levels.map(|level| level * boost),
            lengths: Lengths::clone(lengths),
            norms: segment.get_fieldnorms_reader(*field)?,
            weight: sought.weight,
            is_lessened: sought
                .lookups
                .iter()
                .any(|lookup| matches!(lookup.role, Role::Lessens)),
        })
    }

    /// The first entry that may hold the word.
    fn head(&self) -> DocId {
        let holding = self.postings.iter().filter(|postings| postings.holds());
        holding.map(Postings::next).min().unwrap_or(TERMINATED)
    }

    /// Adds the word up over a window: its score in each entry, and its weight where it is held.
    fn add(
        &mut self,
        base: DocId,
        sums: &mut Sums,
        scores: &mut [f32; WINDOW],
        held: &mut [f32; WINDOW],
    ) {
        for list in &mut self.postings {
            list.seek(base);
            list.add(base, sums);
        }
        for (slot, (score, held)) in scores.iter_mut().zip(held.iter_mut()).enumerate() {
            let mut word = std::mem::take(&mut sums.added[slot]);
            if std::mem::take(&mut sums.counted[slot]) == 1 {
                let length =
                    self.lengths[usize::from(self.norms.fieldnorm_id(base + slot as DocId))];
                let mut most = 0.0_f32;
                for (frequencies, weight) in sums.frequencies.iter_mut().zip(self.levels) {
                    let frequency = std::mem::take(&mut frequencies[slot]).max(0.0);
                    word += weight * frequency / (frequency + length);
                    most = most.max(frequency);
                }
                if self.is_lessened && most == 0.0 {
                    sums.holds[slot] = 0;
                }
            }
            *score += word.max(std::mem::take(&mut sums.least[slot]));
            *held += self.weight * f32::from(std::mem::take(&mut sums.holds[slot]));
        }
    }
}

impl WordsScorer {
    fn open(words: &Words, segment: &SegmentReader, boost: Score) -> tantivy::Result<Self> {
        let opened = words
            .words
            .iter()
            .map(|sought| Opened::of(sought, segment, boost));
        let mut scorer = Self {
            words: opened.collect::<tantivy::Result<_>>()?,
            least: words.least * (1.0 - ROUNDING),
            base: 0,
            scores: Box::new([0.0; WINDOW]),
            held: Box::new([0.0; WINDOW]),
            sums: Sums::default(),
            found: Vec::new(),
            place: 0,
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
            for word in &mut self.words {
                word.postings
                    .iter_mut()
                    .for_each(|postings| postings.seek(start));
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
        self.scores.fill(0.0);
        self.held.fill(0.0);
        for word in &mut self.words {
            word.add(self.base, &mut self.sums, &mut self.scores, &mut self.held);
        }
        let entries = (self.base..).zip(self.held.iter());
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
            let after = self.base.saturating_add(WINDOW as DocId);
            let rest = &self.found[self.place..];
            self.place += rest.partition_point(|entry| *entry < target);
            if self.place >= self.found.len() {
                self.fill_from(target.max(after));
            }
        }
        self.doc()
    }

    fn doc(&self) -> DocId {
        self.found.get(self.place).copied().unwrap_or(TERMINATED)
    }

    fn size_hint(&self) -> u32 {
        let lists = self.words.iter().flat_map(|word| &word.postings);
        lists.map(Postings::length).max().unwrap_or(0)
    }
}

impl Scorer for WordsScorer {
    fn score(&mut self) -> Score {
        let slot = self.doc().wrapping_sub(self.base) as usize;
        self.scores.get(slot).copied().unwrap_or(0.0)
    }
}
