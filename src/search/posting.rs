//! The places of one term in one segment, added up over a stretch of entries at a time.

use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, SegmentReader, TERMINATED, Term};

/// Entries are scored so many at a time.
pub const WINDOW: usize = 4096;

/// The levels on which a word is counted, from the nearest to the coarsest: folded word, stem, skeleton, root.
pub const LEVELS: usize = 4;

/// The levels on which a find means that the entry holds the word; a common root does not.
const HOLDING: u8 = 0b0111;

/// For each code of a length, what a frequency is held against.
pub type Lengths = Arc<[f32; 256]>;

/// The field whose lengths are those of the texts, with its table.
pub type TextLengths = (Field, Lengths);

/// How the finds of a term count for its word.
#[derive(Debug, Clone)]
pub enum Role {
    /// Frequencies are added on the levels whose bits are set.
    Counts(u8),
    /// Frequencies are taken away on the first level: the term is another spelling of the word.
    Lessens,
    /// So much is added where the entry is found anyway; with lengths, less in longer texts.
    Adds(f32, Option<TextLengths>),
    /// An entry with the term holds the word, which counts at least so much.
    AtLeast(f32),
}

/// A term to be looked up.
#[derive(Debug, Clone)]
pub struct Lookup {
    /// The zone and form, as `body.gram`.
    pub name: &'static str,
    /// What is looked up.
    pub term: Term,
    /// How it counts.
    pub role: Role,
}

/// A [`Lookup`] opened on a segment.
pub struct Postings {
    blocks: BlockSegmentPostings,
    /// The next place in the current block.
    place: usize,
    role: Role,
    norms: Option<FieldNormReader>,
}

/// The sums of one word over a window.
pub struct Sums {
    /// Frequencies on each level.
    pub frequencies: Box<[[f32; WINDOW]; LEVELS]>,
    /// What is added beside them.
    pub added: Box<[f32; WINDOW]>,
    /// The least that the word counts.
    pub least: Box<[f32; WINDOW]>,
    /// 1 where any level was counted.
    pub counted: Box<[u8; WINDOW]>,
    /// 1 where the entry holds the word.
    pub holds: Box<[u8; WINDOW]>,
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
        let (option, measured) = match &self.role {
            Role::Counts(_) | Role::Lessens => (IndexRecordOption::WithFreqs, None),
            Role::Adds(_, lengths) => (IndexRecordOption::Basic, lengths.as_ref()),
            Role::AtLeast(_) => (IndexRecordOption::Basic, None),
        };
        let norms = measured.map(|(field, _)| segment.get_fieldnorms_reader(*field));
        Ok(Some(Postings {
            blocks: index.read_block_postings_from_terminfo(&info, option)?,
            place: 0,
            role: self.role.clone(),
            norms: norms.transpose()?,
        }))
    }
}

impl Default for Sums {
    fn default() -> Self {
        Self {
            frequencies: Box::new([[0.0; WINDOW]; LEVELS]),
            added: Box::new([0.0; WINDOW]),
            least: Box::new([0.0; WINDOW]),
            counted: Box::new([0; WINDOW]),
            holds: Box::new([0; WINDOW]),
        }
    }
}

impl Postings {
    /// The next entry, or `TERMINATED`.
    #[must_use]
    pub fn next(&self) -> DocId {
        let docs = self.blocks.docs();
        docs.get(self.place).copied().unwrap_or(TERMINATED)
    }

    /// How many entries hold the term.
    #[must_use]
    pub fn length(&self) -> u32 {
        self.blocks.doc_freq()
    }

    /// Whether an entry with the term holds the word.
    #[must_use]
    pub fn holds(&self) -> bool {
        match self.role {
            Role::Counts(levels) => levels & HOLDING != 0,
            Role::AtLeast(_) => true,
            Role::Adds(..) | Role::Lessens => false,
        }
    }

    /// Passes over what lies before an entry.
    pub fn seek(&mut self, target: DocId) {
        if self.next() < target {
            self.place = self.blocks.seek(target);
        }
    }

    /// Adds the term's finds among the entries from `base` on.
    pub fn add(&mut self, base: DocId, sums: &mut Sums) {
        let end = base.saturating_add(WINDOW as DocId);
        let holds = u8::from(self.holds());
        while self.next() < end {
            let docs = &self.blocks.docs()[self.place..];
            let count = docs.partition_point(|doc| *doc < end);
            let slots = docs[..count]
                .iter()
                .map(|doc| (doc - base) as usize % WINDOW);
            // A field that keeps no frequencies says nothing of them: once each.
            let frequencies = self.blocks.freqs().get(self.place..self.place + count);
            let frequency = |number: usize| frequencies.map_or(1.0, |all| all[number] as f32);
            match &self.role {
                Role::Counts(levels) => {
                    for (level, sum) in sums.frequencies.iter_mut().enumerate() {
                        if levels >> level & 1 == 1 {
                            for (number, slot) in slots.clone().enumerate() {
                                sum[slot] += frequency(number);
                            }
                        }
                    }
                    for slot in slots {
                        sums.counted[slot] = 1;
                        sums.holds[slot] |= holds;
                    }
                }
                Role::Lessens => {
                    for (number, slot) in slots.enumerate() {
                        sums.frequencies[0][slot] -= frequency(number);
                    }
                }
                Role::Adds(weight, lengths) => {
                    let lengths = lengths.as_ref().map(|(_, table)| table);
                    let lengths = lengths.zip(self.norms.as_ref());
                    for (doc, slot) in docs[..count].iter().zip(slots) {
                        let share = lengths.map_or(1.0, |(lengths, norms)| {
                            1.0 / (1.0 + lengths[usize::from(norms.fieldnorm_id(*doc))])
                        });
                        sums.added[slot] += weight * share;
                    }
                }
                Role::AtLeast(weight) => {
                    for slot in slots {
                        sums.least[slot] = sums.least[slot].max(*weight);
                        sums.holds[slot] = 1;
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
