//! The cards that links bring with them.

use crate::model::id::EventId;
use crate::web::url::local;

/// `/card.png`
pub const GENERAL: &str = "/card.png";

/// The card of an event.
#[must_use]
pub fn event(id: &EventId) -> String {
    local(&format!("/events/{id}.png"))
}

/// The card of every other page.
#[must_use]
pub fn general() -> String {
    local(GENERAL)
}
