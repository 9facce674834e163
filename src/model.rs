//! The nouns of the archive: what an event, an organization or a date is, how it is written down
//! (serde) and what can never be true of it. No file, database or network is touched here.

pub mod id;

pub mod date;

pub mod evidence;

pub mod vocabulary;

pub mod country;

pub mod organization;

pub mod person;

pub mod place;

pub mod authority;

pub mod contact;

pub mod name;

pub mod attendance;

pub mod decision;

pub mod quotation;

pub mod document;

pub mod event;

pub mod record;

pub mod change;
