//! What a person or a body is quoted with, each quotation leading to its place on the page of its event.

use std::sync::Arc;

use crate::model::evidence::Attested;
use crate::model::name::Bearer;
use crate::model::quotation::Quotation;
use crate::store::event::StoredEvent;
use crate::web::url;

/// A quotation away from its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said<'a> {
    /// Its place on the event's page.
    pub address: String,
    /// The quoted words.
    pub text: &'a str,
    /// The event.
    pub title: &'a str,
}

/// What a bearer is quoted with in these events, in their order.
#[must_use]
pub fn said<'a>(events: &'a [Arc<StoredEvent>], speaker: &Bearer) -> Vec<Said<'a>> {
    let of_event = |stored: &'a Arc<StoredEvent>| {
        let quotations = stored.event.quotations.iter().map(Attested::value);
        let own = quotations.filter(|quotation| is_by(quotation, speaker));
        own.map(|quotation| Said {
            address: url::quotation(&stored.id, quotation.number),
            text: &quotation.text,
            title: &stored.event.title,
        })
    };
    events.iter().flat_map(of_event).collect()
}

fn is_by(quotation: &Quotation, speaker: &Bearer) -> bool {
    match speaker {
        Bearer::Person(id) => quotation.speaker_person.as_ref() == Some(id),
        Bearer::Organization(id) => quotation.speaker_organization.as_ref() == Some(id),
        Bearer::Place(_) | Bearer::Country(_) => false,
    }
}
