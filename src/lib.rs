//! Sijill
pub mod text;

pub mod model;

pub mod store;
