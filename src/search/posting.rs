//! The places of one term in one segment, added up over a window of entries at a time.

use std::cell::RefCell;
use std::sync::Arc;

use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, SegmentReader, TERMINATED, Term};

use crate::search::window::{Slots, WINDOW};

/// The levels on which a word is counted, from the nearest to the coarsest: folded word, stem, skeleton, root.
pub const LEVELS: usize = 4;

/// The levels on which a find means that the entry holds the word; a common root does not.
const HOLDING: u8 = 0b0111;

/// For each code of a length, what a frequency is held against.
pub type Lengths = Arc<[f32; 256]>;

/// The field whose lengths are those of the texts, with its table.
pub type TextLengths = (Field, Lengths);

/// How the finds of a term count for its word.
#[derive(Debug, Clone, Copy)]
pub enum Role {
    /// Frequencies are added on the levels whose bits are set.
    Counts(u8),
    /// Frequencies are taken away on the first level: the term is another spelling of the word.
    Lessens,
    /// So much is added where the entry is found anyway.
    Adds(f32),
    /// So much is added, less in longer texts: a gram of the word. An entry that holds the folded word has all its grams.
    AddsGram(f32),
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
    /// How its finds count.
    pub role: Role,
}

/// The sums of one word over a window.
pub struct Sums {
    /// Frequencies on each level; two bytes each, so that the sums of several words stay near the processor.
    pub frequencies: Vec<[u16; LEVELS]>,
    /// What is added beside them.
    pub added: Vec<f32>,
    /// The least that the word counts, and whether it is told anywhere.
    pub least: Vec<f32>,
    has_least: bool,
    /// Where the entry holds the word.
    pub holds: Slots,
    /// Where frequencies were counted beside that.
    pub counted: Slots,
}

impl Role {
    /// Whether an entry with the term holds the word, or ceases to, so that it has a say in what is found.
    #[must_use]
    pub fn decides(self) -> bool {
        match self {
            Self::Counts(levels) => levels & HOLDING != 0,
            Self::AtLeast(_) | Self::Lessens => true,
            Self::Adds(_) | Self::AddsGram(_) => false,
        }
    }
}

impl Lookup {
    /// Opens the term on a segment; none where the segment does not hold it.
    ///
    /// # Errors
    /// When the segment cannot be read.
    pub fn open(&self, segment: &SegmentReader) -> tantivy::Result<Option<Postings>> {
        let index = segment.inverted_index(self.term.field())?;
        let Some(info) = index.get_term_info(&self.term)? else {
            return Ok(None);
        };
        let option = match self.role {
            Role::Counts(_) | Role::Lessens => IndexRecordOption::WithFreqs,
            Role::Adds(_) | Role::AddsGram(_) | Role::AtLeast(_) => IndexRecordOption::Basic,
        };
        Ok(Some(Postings {
            blocks: index.read_block_postings_from_terminfo(&info, option)?,
            place: 0,
            role: self.role,
        }))
    }
}

/// So many sums lie ready for a thread's next words: more than a question has words.
const MOST_READY: usize = 32;

thread_local! {
    /// Cleared sums: making them anew for each word and segment would cost more than many a search.
    static READY: RefCell<Vec<Sums>> = const { RefCell::new(Vec::new()) };
}

impl Sums {
    /// Sums with nothing in them.
    #[must_use]
    pub fn take() -> Self {
        let ready = READY.with_borrow_mut(Vec::pop);
        ready.unwrap_or_else(|| Self {
            frequencies: vec![[0; LEVELS]; WINDOW],
            added: vec![0.0; WINDOW],
            least: vec![0.0; WINDOW],
            has_least: false,
            counted: Slots::default(),
            holds: Slots::default(),
        })
    }

    /// Gives cleared sums back for another word.
    pub fn give_back(self) {
        READY.with_borrow_mut(|ready| {
            if ready.len() < MOST_READY {
                ready.push(self);
            }
        });
    }

    /// Forgets the window; `ranked` are the slots to which something may have been added.
    pub fn clear(&mut self, ranked: &Slots) {
        self.counted.unite(&self.holds);
        self.counted
            .each_stretch(|stretch| self.frequencies[stretch].fill([0; LEVELS]));
        if self.has_least {
            self.holds
                .each_stretch(|stretch| self.least[stretch].fill(0.0));
            self.has_least = false;
        }
        for slot in ranked.iter() {
            self.added[slot] = 0.0;
        }
        self.counted.clear();
        self.holds.clear();
    }

    /// Whether the entry of a slot holds the folded word itself.
    #[must_use]
    pub fn is_folded(&self, slot: usize) -> bool {
        self.frequencies[slot][0] > 0
    }

    /// The score of the word in the entry of a slot.
    #[must_use]
    pub fn score(&self, slot: usize, levels: &[f32; LEVELS], length: f32) -> f32 {
        let frequencies = self.frequencies[slot];
        let counted: [f32; LEVELS] = std::array::from_fn(|level| {
            let frequency = f32::from(frequencies[level]);
            levels[level] * frequency / (frequency + length)
        });
        let sum = self.added[slot] + counted.iter().sum::<f32>();
        match self.has_least {
            true => sum.max(self.least[slot]),
            false => sum,
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
        self.role.decides() && !matches!(self.role, Role::Lessens)
    }

    /// Passes over what lies before an entry.
    pub fn seek(&mut self, target: DocId) {
        if self.next() < target {
            self.place = self.blocks.seek(target);
        }
    }

    /// Adds the finds of a term that decides among the entries of the window from `base` on.
    pub fn decide(&mut self, base: DocId, sums: &mut Sums) {
        match self.role {
            Role::Counts(levels) => {
                let mask = mask(levels);
                self.each(base, |slot, frequency| {
                    add(&mut sums.frequencies[slot], &mask, frequency);
                    sums.holds.insert(slot);
                });
            }
            Role::Lessens => self.each(base, |slot, frequency| {
                let folded = &mut sums.frequencies[slot][0];
                *folded = folded.saturating_sub(frequency);
            }),
            Role::AtLeast(weight) => self.each(base, |slot, _| {
                sums.least[slot] = sums.least[slot].max(weight);
                sums.holds.insert(slot);
                sums.has_least = true;
            }),
            Role::Adds(_) | Role::AddsGram(_) => {}
        }
    }

    /// Adds the finds of a term that only ranks, in those slots of the window that are asked for. `share` tells what of
    /// a gram counts in the entry.
    pub fn rank(
        &mut self,
        base: DocId,
        asked: &Slots,
        sums: &mut Sums,
        share: impl Fn(DocId) -> f32,
    ) {
        match self.role {
            Role::Counts(levels) => {
                let mask = mask(levels);
                self.each_among(base, asked, |slot, frequency| {
                    add(&mut sums.frequencies[slot], &mask, frequency);
                    sums.counted.insert(slot);
                });
            }
            Role::Adds(weight) => {
                self.each_among(base, asked, |slot, _| sums.added[slot] += weight);
            }
            Role::AddsGram(weight) => self.each_among(base, asked, |slot, _| {
                sums.added[slot] += weight * share(base + slot as DocId);
            }),
            Role::AtLeast(_) | Role::Lessens => {}
        }
    }

    /// Hands every find of the window, with its frequency, to `take`.
    fn each(&mut self, base: DocId, mut take: impl FnMut(usize, u16)) {
        let end = base.saturating_add(WINDOW as DocId);
        self.seek(base);
        while self.next() < end {
            let docs = &self.blocks.docs()[self.place..];
            let count = docs.partition_point(|doc| *doc < end);
            let slots = docs[..count]
                .iter()
                .map(|doc| (doc - base) as usize % WINDOW);
            match self.blocks.freqs().get(self.place..self.place + count) {
                Some(frequencies) => slots
                    .zip(frequencies)
                    .for_each(|(slot, frequency)| take(slot, narrow(*frequency))),
                // A field that keeps no frequencies says nothing of them: once each.
                None => slots.for_each(|slot| take(slot, 1)),
            }
            self.pass(count);
        }
    }

    /// The same, for slots that are asked for; blocks without any are not read.
    fn each_among(&mut self, base: DocId, asked: &Slots, mut take: impl FnMut(usize, u16)) {
        let mut from = 0;
        while let Some(slot) = asked.next_from(from) {
            self.seek(base + slot as DocId);
            let docs = &self.blocks.docs()[self.place..];
            let count = docs.partition_point(|doc| *doc < base.saturating_add(WINDOW as DocId));
            let Some(last) = docs[..count].last() else {
                return;
            };
            from = (last - base) as usize + 1;
            let frequencies = self.blocks.freqs().get(self.place..self.place + count);
            for (number, doc) in docs[..count].iter().enumerate() {
                let slot = (doc - base) as usize % WINDOW;
                if asked.contains(slot) {
                    take(slot, frequencies.map_or(1, |all| narrow(all[number])));
                }
            }
            self.pass(count);
        }
    }

    /// Passes over so many places of the block.
    fn pass(&mut self, count: usize) {
        self.place += count;
        if self.place == self.blocks.docs().len() {
            self.blocks.advance();
            self.place = 0;
        }
    }
}

fn mask(levels: u8) -> [u16; LEVELS] {
    std::array::from_fn(|level| u16::MAX * u16::from(levels >> level & 1))
}

/// A frequency; one beyond the greatest that is told apart is that: the score has long ceased to rise.
fn narrow(frequency: u32) -> u16 {
    u16::try_from(frequency).unwrap_or(u16::MAX)
}

fn add(sums: &mut [u16; LEVELS], mask: &[u16; LEVELS], frequency: u16) {
    for (sum, share) in sums.iter_mut().zip(mask) {
        *sum = sum.saturating_add(share & frequency);
    }
}
