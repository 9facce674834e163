//! The search layer, asked through its public functions over small archives of our own sentences.

#![allow(
    clippy::unwrap_used,
    reason = "what a test calls fails as the test does"
)]

mod sample;

mod words;

mod pairs;

mod spelling;

mod filters;

mod order;

mod decisions;

mod following;
