//! Sijill: a public archive of coalition-founding events, drawn from Arabic documents.
//!
//! Two one-way streets meet only at what is stored:
//!
//! ```text
//! WRITE  seeds/ ──> ingest ──> text ──> analysis ──> record ──> checks ──> store (one transaction)
//!                                                                            │  change log: 1, 2 …
//!                                                                            v
//!                                                    search follows the log: index = f(changes)
//! READ   request ──> web ──> store / search ──> page ──> template ──> HTML · JSON
//! ```
//!
//! The database is the truth; the index and the page cache are views of it that hang on the number
//! of the last change. The reading half opens the database read-only and cannot write.
//!
//! Who may import whom (a test holds the tree to it):
//!
//! ```text
//!                command                  the commands of the binary, one file each
//!                /     \
//!           ingest      web               the two orchestrators; they never see each other
//!          /  |  \     /   \
//!   analysis  store      search           facts from text | SQL | the index
//!          \    |      /
//!              model                      the nouns; serde; no I/O
//!                |
//!              text                       Arabic text and spans; knows no noun
//! ```
//!
//! Outer cut by stage, inner cut by noun: to follow one noun, open the files of its name, such as
//! `model/event.rs`, `analysis/event.rs`, `store/event.rs`, `web/event.rs`.
//!
//! Laws: text is immutable and every position leads back to it; no fact without evidence or an
//! inference's note; analysis is pure and never fails; dates are intervals that keep their form;
//! ids are permanent and revisions append-only; errors are values with one home each; addresses
//! have one home ([`web::url`]).

pub mod text;

pub mod model;

pub mod analysis;

pub mod store;

pub mod search;

pub mod ingest;

pub mod web;

pub mod command;

pub mod config;
