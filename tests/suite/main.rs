//! The tests of the archive, in one binary; the files mirror the layers they test.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, in what it calls too"
)]

mod archive;
mod bulk;
mod command;
mod crash;
mod draft;
mod extraction;
mod house;
mod import;
mod problem;
mod refusal;
mod reprint;
mod search;
mod seed;
mod store;
mod together;
mod web;
mod word;
