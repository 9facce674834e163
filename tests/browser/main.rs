//! The site as a reader meets it: the real program, driven in a real Chromium.
//!
//! Needs `chromium`, `chromedriver`, `java` and the checkers of `package.json`; `tests/run` installs
//! them. Nothing here is skipped when one is missing: the test fails and says so. With
//! `SIJILL_SHOTS=DIR` every page is also photographed, wide and narrow, light and dark.

mod accessibility;
mod browser;
mod driver;
mod fault;
mod font;
mod http;
mod journey;
mod keyboard;
mod layout;
mod page;
mod paper;
mod script;
mod shot;
mod site;
mod stand;
mod validity;
mod weight;
