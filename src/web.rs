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

pub mod palette;

pub mod poster;

pub mod follow;

pub mod serve;

pub mod health;

pub mod home;

pub mod date;

pub mod plural;

pub mod label;

pub mod locale;

pub mod digits;

pub mod latin;

pub mod card;

pub mod parameter;

pub mod pager;

pub mod seek;

pub mod list;

pub mod event;

pub mod face;

pub mod absence;

pub mod authority;

pub mod document;

pub mod revision;

pub mod organization;

pub mod person;

pub mod place;

pub mod country;

pub mod decision;

pub mod suggest;

pub mod timeline;

pub mod map;

pub mod network;

pub mod compare;

pub mod about;
