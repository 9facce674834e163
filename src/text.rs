//! Arabic text and places in it, with no noun of the domain and no input or output. Every function is total:
//! whatever the bytes, it answers without a panic, and every [`span::Span`] it gives lies on character boundaries of
//! the text it was given. Search and analysis fold by the same code, so what the machine finds a reader finds too.

pub mod span;

pub mod character;

pub mod clean;

pub mod fold;

pub mod token;

pub mod sentence;

pub mod number;

pub mod memo;

pub mod lexicon;

pub mod spelling;

pub mod clitic;

pub mod stop_word;

pub mod stem;

pub mod skeleton;

pub mod gram;

pub mod minhash;

pub mod segment;

pub mod collate;
