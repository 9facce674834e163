//! Ingest: files in, records held against every rule, and each item written in one transaction.
//! One bad document never stops or spoils the others.

pub mod problem;

pub mod locate;

pub mod authority;

pub mod attest;

pub mod check;

pub mod seed;

pub mod file;

pub mod bulk;

pub mod reprint;

pub mod item;

pub mod write;

pub mod batch;

pub mod ahead;

pub mod draft;

pub mod report;

pub mod import;
