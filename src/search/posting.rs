//! The places of one term in one segment, added to the scores of a stretch of entries at a time.

use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, SegmentReader, TERMINATED, Term};

/// Entries are scored so many at a time.
pub const WINDOW: usize = 4096;

/// How the finds of a term count for its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// An entry with the term holds the word; the score is added.
    Holds,
    /// An entry with the term holds the word; the word counts at least so much.
    HoldsAtLeast,
    /// The score is added where the entry is found anyway.
    Ranks,
}

/// A term to be looked up, with what it counts.
#[derive(Debug, Clone)]
pub struct Lookup {
    /// The zone and form, as `body.stem`.
    pub name: String,
    /// What is looked up.
    pub term: Term,
    /// How it counts.
    pub role: Role,
    /// The weight of the form times the rarity of the term.
    pub weight: f32,
    /// For each code of a length, what a frequency is held against; none where only presence counts.
    pub lengths: Option<Arc<[f32; 256]>>,
}

/// A [`Lookup`] opened on a segment.
pub struct Postings {
    blocks: BlockSegmentPostings,
    /// The next place in the current block.
    place: usize,
    role: Role,
    weight: f32,
    lengths: Option<(FieldNormReader, Arc<[f32; 256]>)>,
}

impl Lookup {
    /// Opens the term on a segment; none where the segment does not hold it.
    ///
    /// # Errors
    /// When the segment cannot be read.
    pub fn open(&self, segment: &SegmentReader) -> tantivy::Result<Option<Postings>> {
        let field = self.term.field();
        let index = segment.inverted_index(field)?;
        let Some(info) = index.get_term_info(&self.term)? else {
            return Ok(None);
        };
        let option = match self.lengths {
            Some(_) => IndexRecordOption::WithFreqs,
            None => IndexRecordOption::Basic,
        };
        let lengths = match &self.lengths {
            Some(table) => Some((segment.get_fieldnorms_reader(field)?, Arc::clone(table))),
            None => None,
        };
        Ok(Some(Postings {
            blocks: index.read_block_postings_from_terminfo(&info, option)?,
            place: 0,
            role: self.role,
            weight: self.weight,
            lengths,
        }))
    }
}

impl Postings {
    /// The next entry, or `TERMINATED`.
    #[must_use]
    pub fn next(&self) -> DocId {
        self.blocks
            .docs()
            .get(self.place)
            .copied()
            .unwrap_or(TERMINATED)
    }

    /// How many entries hold the term.
    #[must_use]
    pub fn length(&self) -> u32 {
        self.blocks.doc_freq()
    }

    /// Whether an entry with the term holds the word.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.role != Role::Ranks
    }

    /// Passes over what lies before an entry.
    pub fn seek(&mut self, target: DocId) {
        if self.next() < target {
            self.place = self.blocks.seek(target);
        }
    }

    /// Adds what the term counts to the scores of the entries from `base` on, and marks in `holds` where it holds the word.
    pub fn add(&mut self, base: DocId, scores: &mut [f32; WINDOW], holds: &mut [f32; WINDOW]) {
        let end = base.saturating_add(WINDOW as DocId);
        let mark: f32 = if self.holds() { 1.0 } else { 0.0 };
        while self.next() < end {
            let docs = &self.blocks.docs()[self.place..];
            let count = docs.iter().take_while(|doc| **doc < end).count();
            let docs = &docs[..count];
            match &self.lengths {
                None => {
                    for doc in docs {
                        let slot = (doc - base) as usize % WINDOW;
                        let score = &mut scores[slot];
                        *score = match self.role {
                            Role::HoldsAtLeast => score.max(self.weight),
                            Role::Holds | Role::Ranks => *score + self.weight,
                        };
                        holds[slot] = mark.max(holds[slot]);
                    }
                }
                Some((norms, table)) => {
                    // A field that keeps no frequencies says nothing of them: once each.
                    let frequencies = self.blocks.freqs().get(self.place..self.place + count);
                    for (number, doc) in docs.iter().enumerate() {
                        let slot = (doc - base) as usize % WINDOW;
                        let length = table[usize::from(norms.fieldnorm_id(*doc))];
                        let frequency = frequencies.map_or(1.0, |all| all[number] as f32);
                        scores[slot] += self.weight * frequency / (frequency + length);
                        holds[slot] = mark.max(holds[slot]);
                    }
                }
            }
            self.place += count;
            if self.place == self.blocks.docs().len() {
                self.blocks.advance();
                self.place = 0;
            }
        }
    }
}
