//! Facts from text: one detector a noun, each a pure function from a document to mentions that carry their place.
//! Invariant: nothing here fails, panics, reads a clock or a file; the same text gives the same record, byte for byte.

use crate::text::span::Span;

pub mod reading;

pub mod lexicon;

pub mod rank;

pub mod layout;

pub mod person;

pub mod quotation;

pub mod decision;

pub mod date;

pub mod hour;

pub mod country;

pub mod venue;

pub mod online;

pub mod place;

pub mod setting;

pub mod kind;

pub mod genre;

pub mod status;

pub mod attendance;

pub mod organization;

pub mod resolve;

pub mod title;

pub mod wording;

pub mod summary;

pub mod event;

/// The version of the rules. Raised whenever they change; drafts stored under a smaller one are made again.
pub const VERSION: u32 = 6;

/// Something a detector found, where it stands and how sure that is.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention<T> {
    /// What was found.
    pub value: T,
    /// Where it stands: bytes of the original text.
    pub span: Span,
    /// How sure the detector is, 0 to 1.
    pub confidence: f32,
}
