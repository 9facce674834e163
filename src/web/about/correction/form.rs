//! What a reader wrote into the form, cleaned, and what of it cannot be used.

use crate::model::id::EventId;
use crate::text::clean::strip_controls;
use crate::web::about::correction::choice::Choice;
use crate::web::error::WrongParameter;
use crate::web::locale::text;

/// So many characters of what is wrong are taken, so that its address stays within what is answered
/// ([`crate::web::layer::LONGEST_URI`]): an Arabic letter is six of its
/// bytes, and ten where the address stands within another, as in the links to other digits.
pub const LONGEST_WRONG: usize = 600;
/// So many characters of any other field.
pub const LONGEST_FIELD: usize = 150;

/// The fields of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    /// The event: its id, or its address as it was pasted.
    pub event: String,
    /// The anchor of the fact in the event's page; empty for the whole record.
    pub fact: String,
    /// What is wrong, and what would be right.
    pub wrong: String,
    /// What it rests on.
    pub source: String,
    /// Whether the reader has filled it in, rather than come by a link.
    is_sent: bool,
}

impl Form {
    /// Reads a query string. The fact may stand in the pasted address: `…/events/b7k4t2xq#decision-2`.
    #[must_use]
    pub fn read(query: &str) -> Self {
        let mut form = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = strip_controls(&value).trim().to_owned();
            match &*name {
                "event" => form.event = value,
                "fact" => form.fact = value,
                "source" => form.source = value,
                "wrong" => {
                    form.wrong = value;
                    form.is_sent = true;
                }
                _ => {}
            }
        }
        if let (true, Some((_, anchor))) = (form.fact.is_empty(), form.event.split_once('#')) {
            form.fact = anchor.to_owned();
        }
        form
    }

    /// Whether the reader has filled it in.
    #[must_use]
    pub const fn is_sent(&self) -> bool {
        self.is_sent
    }

    /// The event that is meant, if this is an id or an address of one.
    #[must_use]
    pub fn event_id(&self) -> Option<EventId> {
        let place = self.event.split(['#', '?']).next()?;
        let below = place.rsplit_once("/events/").map_or(place, |(_, id)| id);
        let below = below.split_once("/revisions").map_or(below, |(id, _)| id);
        let id = below.split('.').next()?;
        EventId::parse(id).ok()
    }

    /// What cannot be used. A form that only names its event is not wrong for being empty otherwise.
    #[must_use]
    pub fn check(&self, is_known: bool, choices: &[Choice]) -> Vec<WrongParameter> {
        let is_short = |text: &str, most: usize| text.chars().count() <= most;
        let is_there = is_known || self.event.is_empty() && !self.is_sent;
        let is_chosen = choices.iter().any(|choice| choice.is_chosen);
        let is_fact = !is_known || self.fact.is_empty() || is_chosen;
        let is_told = !self.is_sent || !self.wrong.is_empty();
        let checks = [
            ("event", is_there, text("correction-no-event")),
            ("fact", is_fact, text("correction-no-fact")),
            ("wrong", is_told, text("correction-nothing")),
            (
                "wrong",
                is_short(&self.wrong, LONGEST_WRONG),
                text("correction-too-long"),
            ),
            (
                "source",
                is_short(&self.source, LONGEST_FIELD),
                text("correction-too-long"),
            ),
        ];
        let failed = checks.into_iter().filter(|(_, holds, _)| !holds);
        let wrong = failed.map(|(parameter, _, remedy)| WrongParameter {
            parameter,
            value: String::new(),
            remedy: remedy.to_owned(),
        });
        wrong.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, LONGEST_FIELD, LONGEST_WRONG};
    use crate::web::layer::LONGEST_URI;

    #[test]
    fn an_event_is_told_by_its_id_or_by_its_address() {
        for event in [
            "b7k4t2xq",
            "https://sijill.example/en/events/b7k4t2xq",
            "/events/b7k4t2xq/revisions/2",
            " /events/b7k4t2xq.json ",
        ] {
            let form = Form::read(&format!("event={event}"));
            let id = form.event_id().expect(event);
            assert_eq!(id.as_str(), "b7k4t2xq");
            assert_eq!((form.fact.as_str(), form.is_sent()), ("", false));
        }
        let form = Form::read("event=/events/b7k4t2xq%23decision-2&wrong=a");
        assert_eq!(form.fact, "decision-2");
        assert!(form.is_sent() && form.event_id().is_some());
        assert_eq!(Form::read("event=/people/b").event_id(), None);
    }

    #[test]
    fn what_is_missing_or_too_long_is_named() {
        let wrong = |query: &str| -> Vec<&str> {
            let wrong = Form::read(query).check(false, &[]).into_iter();
            wrong.map(|wrong| wrong.parameter).collect()
        };
        assert!(wrong("").is_empty());
        assert_eq!(wrong("event=none"), ["event"]);
        assert_eq!(wrong("event=&wrong=&source="), ["event", "wrong"]);
        let long = "a".repeat(LONGEST_WRONG + 1);
        assert_eq!(
            wrong(&format!("wrong={long}&source={long}")),
            ["event", "wrong", "source"]
        );
    }

    #[test]
    fn the_longest_form_has_an_address_that_is_answered() {
        // Both fields full of Arabic, beside an address of an event and the names of the fields.
        let letters = LONGEST_WRONG + LONGEST_FIELD;
        assert!(letters * "%25D8%25A7".len() + 400 < LONGEST_URI);
    }
}
