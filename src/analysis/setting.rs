//! Where an event was held and which countries it concerns: the names of places in the document, weighed against each
//! other and against a network. Invariant: only an event is held anywhere; places and countries named are kept anyway.

use crate::analysis::Mention;
use crate::analysis::country::involvement::{self, Involved};
use crate::analysis::country::{self, Named};
use crate::analysis::lexicon::trigger::Marks;
use crate::analysis::place::{self, Placed};
use crate::analysis::reading::Reading;
use crate::analysis::{online, title, venue};
use crate::model::place::Online;

/// The places and countries of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// The place of the event first, then the towns named.
    pub places: Vec<Placed>,
    /// The network the event was held over.
    pub online: Option<Mention<Online>>,
    /// The countries with their parts.
    pub countries: Vec<Involved>,
}

/// The places and countries of a document, with where the event was held if it tells of one.
#[must_use]
pub fn find(reading: &Reading<'_>, marks: &Marks, is_event: bool) -> Setting {
    let named = named(reading);
    let held = venue::find(reading, marks, &named).filter(|_| is_event);
    let online = online::find(reading, marks).filter(|_| is_event);
    let (held, online) = place::weigh(held, online);
    let places = place::find(reading, &named, held.as_ref());
    let held = held.and_then(|held| {
        Some(Mention {
            value: named.get(held.value)?.mention.value,
            span: held.span,
            confidence: held.confidence,
        })
    });
    let countries = involvement::find(reading, marks, &named, held.as_ref());
    Setting {
        places,
        online,
        countries,
    }
}

/// The countries and cities that the document names, without those of its page.
fn named(reading: &Reading<'_>) -> Vec<Named> {
    let page_lines = title::page_lines(reading);
    let is_own = |name: &Named| {
        let sentence = reading.sentence(name.first_word);
        sentence.is_none_or(|sentence| !page_lines.get(sentence).copied().unwrap_or_default())
    };
    country::find(reading).into_iter().filter(is_own).collect()
}
