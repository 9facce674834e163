//! The search layer, asked through its public functions over small archives of our own sentences.

mod sample;

mod words;

mod filters;

mod order;

mod decisions;

mod following;
