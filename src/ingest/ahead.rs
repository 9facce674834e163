//! Ahead of the one that writes: documents are read in batches and their events made on every core, while the batches
//! before are written. A batch keeps its order, so that the same files give the same archive, and is bounded in number
//! and bytes, so that memory does not grow with the archive.

use std::collections::BTreeSet;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::analysis::resolve::Resolver;
use crate::ingest::item::{Input, Made, digest_of};
use crate::ingest::problem::Problem;
use crate::ingest::write::Entry;

/// So many batches are made ahead at most: no core waits while the disk takes in what was written.
pub const BATCHES: usize = 4;
/// Items of a batch at most: fewer would pay for a transaction too often, more would keep others from writing too long.
const ITEMS: usize = 200;
/// Bytes of text of a batch; the last of it may be longer.
const BYTES: usize = 8 << 20;

/// Items as they are read, or what is wrong with them.
pub type Inputs = Box<dyn Iterator<Item = Result<Input, Box<Problem>>> + Send>;

/// An item as read, with the digest of what its event is made from.
pub type Read = Result<(Input, String), Box<Problem>>;

/// The next batch; empty at the end. The digest of the authorities' records is `fingerprint`.
pub fn read(inputs: &mut Inputs, fingerprint: &[u8; 32]) -> Vec<Read> {
    let (mut batch, mut bytes) = (Vec::new(), 0);
    while batch.len() < ITEMS && bytes < BYTES {
        let Some(input) = inputs.next() else {
            break;
        };
        batch.push(input.map(|input| {
            bytes += input.text.len();
            let digest = digest_of(&input, fingerprint);
            (input, digest)
        }));
    }
    batch
}

/// Makes the events of a batch, but for the items of these names. The threads that do so last as long as the program:
/// what they remember of words is of use to the next batch.
#[must_use]
pub fn make(
    batch: Vec<Read>,
    resolver: &Resolver,
    settled: &BTreeSet<String>,
) -> Vec<Result<Entry, Box<Problem>>> {
    let made = batch.into_par_iter().map(|read| {
        let (input, digest) = read?;
        let is_settled = settled.contains(&input.name);
        let made = (!is_settled).then(|| Made::of(&input, resolver));
        Ok(Entry {
            input,
            digest,
            made,
        })
    });
    made.collect()
}
