//! A word of a question on one segment: its lists of places, and what is known of its score in a window of entries
//! after each step of reading them.

use tantivy::fieldnorm::FieldNormReader;
use tantivy::{DocId, Score, SegmentReader, TERMINATED};

use crate::search::posting::{LEVELS, Lengths, Postings, Role, Sums};
use crate::search::scorer::Sought;
use crate::search::window::Slots;

/// A [`Sought`] on one segment.
pub struct Opened {
    /// The lists that decide what is found.
    pub deciding: Vec<Postings>,
    /// Those that only rank: other forms of the word, and its grams.
    forms: Vec<Postings>,
    grams: Vec<Postings>,
    /// What is added up over the present window.
    pub sums: Sums,
    levels: [f32; LEVELS],
    /// The same without the levels on which a list that only ranks counts.
    decided: [f32; LEVELS],
    lengths: Lengths,
    norms: FieldNormReader,
    /// What holding it weighs; see [`Sought`].
    pub weight: f32,
    /// What all grams of the word add together, before it is lessened by the length of a text.
    pub all_grams: f32,
    /// The most that the other lists that only rank can add.
    pub most_of_forms: f32,
    /// Whether other spellings are taken away, so that only what is left holds the word.
    is_lessened: bool,
}

impl Opened {
    /// Opens the lists of a word; those that only rank where its score is asked for.
    ///
    /// # Errors
    /// When the segment cannot be read.
    pub fn of(
        sought: &Sought,
        segment: &SegmentReader,
        (boost, is_scored): (Score, bool),
    ) -> tantivy::Result<Self> {
        let (mut deciding, mut forms, mut grams) = (Vec::new(), Vec::new(), Vec::new());
        let (mut all_grams, mut additions) = (0.0, 0.0);
        let levels = sought.levels.map(|level| level * boost);
        let mut decided = levels;
        for lookup in &sought.lookups {
            let decides = lookup.role.decides();
            if !decides && !is_scored {
                continue;
            }
            let lists = match lookup.role {
                Role::AddsGram(weight) => {
                    all_grams += weight;
                    &mut grams
                }
                Role::Adds(weight) => {
                    additions += f32::max(weight, 0.0);
                    &mut forms
                }
                Role::Counts(counted) if !decides => {
                    let counts = |level: &usize| counted >> level & 1 == 1;
                    (0..LEVELS)
                        .filter(counts)
                        .for_each(|level| decided[level] = 0.0);
                    &mut forms
                }
                Role::Counts(_) | Role::AtLeast(_) | Role::Lessens => &mut deciding,
            };
            lists.extend(lookup.open(segment)?);
        }
        // A level counts no more than its weight, however often a form of the word stands in a text.
        let ranked: f32 = levels.iter().zip(decided).map(|(all, own)| all - own).sum();
        let (field, lengths) = &sought.lengths;
        // What is taken away is taken from all that was added.
        let lessens = |list: &Postings| matches!(list.role, Role::Lessens);
        deciding.sort_by_key(lessens);
        let is_lessened = deciding.last().is_some_and(lessens);
        Ok(Self {
            deciding,
            forms,
            grams,
            sums: Sums::take(),
            levels,
            decided,
            lengths: Lengths::clone(lengths),
            norms: segment.get_fieldnorms_reader(*field)?,
            weight: sought.weight,
            all_grams,
            most_of_forms: additions + ranked,
            is_lessened,
        })
    }

    /// The first entry that may hold the word.
    #[must_use]
    pub fn head(&self) -> DocId {
        let holding = self.deciding.iter().filter(|list| list.holds());
        holding.map(Postings::next).min().unwrap_or(TERMINATED)
    }

    /// Finds the entries of a window that hold the word.
    pub fn decide(&mut self, base: DocId) {
        for list in &mut self.deciding {
            list.decide(base, &mut self.sums);
        }
        if self.is_lessened {
            let Sums {
                frequencies, holds, ..
            } = &mut self.sums;
            holds.retain(|slot| frequencies[slot] != [0; LEVELS]);
        }
    }

    /// Adds what is known of the word's score in the entries that were found, once it was decided.
    pub fn add_known(&self, base: DocId, found: &Slots, known: &mut [f32]) {
        let mut held = self.sums.holds.clone();
        held.intersect(found);
        for slot in held.iter() {
            let length = self.length(base + slot as DocId);
            known[slot] += self.sums.score(slot, &self.decided, length);
        }
    }

    /// What frequencies in an entry are held against.
    #[must_use]
    pub fn length(&self, doc: DocId) -> f32 {
        self.lengths[usize::from(self.norms.fieldnorm_id(doc))]
    }

    /// Reads the other forms of the word in these entries.
    pub fn rank_forms(&mut self, base: DocId, ranked: &Slots) {
        for list in &mut self.forms {
            list.rank(base, ranked, &mut self.sums, |_| 0.0);
        }
        // Where the folded word stands, all its grams do: they need no looking up.
        for slot in ranked.iter() {
            if self.sums.is_folded(slot) {
                let length = self.length(base + slot as DocId);
                self.sums.added[slot] += self.all_grams / (1.0 + length);
            }
        }
    }

    /// Adds the most that the word can score in these entries, of which all is known but the grams.
    pub fn add_most(&self, base: DocId, ranked: &Slots, most: &mut [f32]) {
        for slot in ranked.iter() {
            let length = self.length(base + slot as DocId);
            let grams = match self.sums.is_folded(slot) {
                true => 0.0,
                false => self.all_grams / (1.0 + length),
            };
            most[slot] += self.sums.score(slot, &self.levels, length) + grams;
        }
    }

    /// Adds the word's score in these entries.
    pub fn score(&mut self, base: DocId, ranked: &Slots, scores: &mut [f32]) {
        let (lengths, norms) = (&self.lengths, &self.norms);
        let length = |doc: DocId| lengths[usize::from(norms.fieldnorm_id(doc))];
        let mut others = ranked.clone();
        others.retain(|slot| !self.sums.is_folded(slot));
        for list in &mut self.grams {
            list.rank(base, &others, &mut self.sums, |doc| {
                1.0 / (1.0 + length(doc))
            });
        }
        for slot in ranked.iter() {
            let length = length(base + slot as DocId);
            scores[slot] += self.sums.score(slot, &self.levels, length);
        }
    }
}
