//! The site: requests in, pages out. Handlers ask the store and the index, fill a page and answer;
//! words of axum and askama live only here. The reading half cannot write.

pub mod router;

pub mod url;

pub mod site;

pub mod state;

pub mod respond;

pub mod error;

pub mod layer;

pub mod cache;

pub mod asset;

pub mod follow;

pub mod serve;

pub mod health;

pub mod home;

pub mod date;

pub mod plural;

pub mod label;

pub mod card;
