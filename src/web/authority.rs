//! What the pages of organizations, people, places and countries share: the index by letter, the events by the part
//! played in them, the years, those who appear beside, and the JSON face. Each of the four pages adds what its noun has
//! of its own.

pub mod entry;

pub mod history;

pub mod index;

pub mod portrait;

pub mod said;
