//! How fast documents are drafted, on one core.

use std::fmt;
use std::hint::black_box;
use std::time::{Duration, Instant};

use sijill::analysis::event::draft;

use crate::extraction::gold::Gold;

/// So long is measured.
const LEAST: Duration = Duration::from_secs(2);

/// So long is a document to which the speed is brought.
const DOCUMENT: f64 = 4096.0;

/// Documents and bytes a second.
#[derive(Debug, Clone, Copy)]
pub struct Speed {
    documents: f64,
    bytes: f64,
}

/// Drafts all documents over and over.
#[must_use]
pub fn measure(gold: &[Gold]) -> Speed {
    let began = Instant::now();
    let mut rounds = 0.0;
    while rounds < 1.0 || began.elapsed() < LEAST {
        for gold in gold {
            black_box(draft(black_box(&gold.text)));
        }
        rounds += 1.0;
    }
    let took = began.elapsed().as_secs_f64();
    let bytes: usize = gold.iter().map(|gold| gold.text.len()).sum();
    Speed {
        documents: rounds * gold.len() as f64 / took,
        bytes: rounds * bytes as f64 / took,
    }
}

impl fmt::Display for Speed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (documents, bytes) = (self.documents, self.bytes);
        write!(
            formatter,
            "{documents:.0} documents/s of {:.0} bytes on one core, as many bytes as {:.0} documents/s of 4 KB",
            bytes / documents.max(1.0),
            bytes / DOCUMENT
        )
    }
}
