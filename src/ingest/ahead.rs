//! Ahead of the one that writes: documents are read in batches and their events made on every core, while the batch
//! before is written. A batch keeps its order, so that the same files give the same archive, and is bounded in number
//! and bytes, so that memory does not grow with the archive.

use std::collections::BTreeSet;
use std::num::NonZero;
use std::sync::{Arc, Mutex, PoisonError};

use crate::analysis::resolve::Resolver;
use crate::ingest::item::{Input, Made, digest_of};
use crate::ingest::problem::Problem;
use crate::ingest::write::Entry;

/// Items of a batch at most: fewer would pay for a transaction too often, more would keep others from writing too long.
const ITEMS: usize = 200;
/// Bytes of text of a batch; the last of it may be longer.
const BYTES: usize = 16 << 20;

/// Items as they are read, or what is wrong with them.
pub type Inputs = Box<dyn Iterator<Item = Result<Input, Box<Problem>>> + Send>;

/// An item as read, with the digest of what its event is made from.
pub type Read = Result<(Input, String), Box<Problem>>;

/// What reads and makes.
pub struct Ahead {
    inputs: Inputs,
    resolver: Arc<Resolver>,
    fingerprint: [u8; 32],
}

impl Ahead {
    /// Reads these, and makes events with these authorities' records, whose digest is `fingerprint`.
    #[must_use]
    pub fn new(inputs: Inputs, resolver: Arc<Resolver>, fingerprint: [u8; 32]) -> Self {
        Self {
            inputs,
            resolver,
            fingerprint,
        }
    }

    /// The next batch; empty at the end.
    pub fn read(&mut self) -> Vec<Read> {
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while batch.len() < ITEMS && bytes < BYTES {
            let Some(input) = self.inputs.next() else {
                break;
            };
            batch.push(input.map(|input| {
                bytes += input.text.len();
                let digest = digest_of(&input, &self.fingerprint);
                (input, digest)
            }));
        }
        batch
    }

    /// Makes the events of a batch, but for the items of these names.
    #[must_use]
    pub fn make(
        &self,
        batch: Vec<Read>,
        settled: &BTreeSet<String>,
    ) -> Vec<Result<Entry, Box<Problem>>> {
        let length = batch.len();
        // What reads cannot be shared among threads, and need not be.
        let resolver = &*self.resolver;
        let waiting = Mutex::new(batch.into_iter().enumerate());
        let work = || {
            let mut own = Vec::with_capacity(length);
            loop {
                let next = waiting
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .next();
                let Some((index, read)) = next else {
                    return own;
                };
                own.push((index, read.map(|read| entry(read, resolver, settled))));
            }
        };
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        let mut made = Vec::with_capacity(length);
        std::thread::scope(|scope| {
            let others: Vec<_> = (1..cores).map(|_| scope.spawn(work)).collect();
            made.extend(work());
            for other in others {
                match other.join() {
                    Ok(own) => made.extend(own),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
        });
        made.sort_unstable_by_key(|(index, _)| *index);
        made.into_iter().map(|(_, entry)| entry).collect()
    }
}

fn entry(
    (input, digest): (Input, String),
    resolver: &Resolver,
    settled: &BTreeSet<String>,
) -> Entry {
    let is_settled = settled.contains(&input.name);
    let made = (!is_settled).then(|| Made::of(&input, resolver));
    Entry {
        input,
        digest,
        made,
    }
}
