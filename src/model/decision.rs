//! Decisions: what those who met resolved to do, demand or found.

use crate::model::evidence::fact;

fact! {
    /// One decision of an event.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Decision {
        /// Its place in the event's list, from 1; also its anchor `#decision-N`.
        pub number: u32,
        /// The archive's short, neutral form. The source's words are its evidence.
        pub text: String,
    }
}
