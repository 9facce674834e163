//! Quotations: who said what, in the source's words.

use crate::model::evidence::fact;
use crate::model::id::{OrganizationId, PersonId};

fact! {
    /// One quotation of an event.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Quotation {
        /// Its place in the event's list, from 1; also its anchor `#quotation-N`.
        pub number: u32,
        /// Who said it: the authority's name, or the source's words for an unnamed speaker.
        pub speaker: String,
        /// The speaker's authority record, if a person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub speaker_person: Option<PersonId>,
        /// The speaker's authority record, if a body speaks (a communiqué).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub speaker_organization: Option<OrganizationId>,
        /// The quoted words, joined by « … » where the source interrupts them.
        pub text: String,
    }
}
