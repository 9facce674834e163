//! Attendance: how many took part, and how exactly that is known.

use crate::model::evidence::fact;
use crate::model::vocabulary::{Qualifier, Unit};

fact! {
    /// A count of those present.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Attendance {
        /// How many.
        pub count: u64,
        /// Of what.
        pub unit: Unit,
        /// How exact the count is.
        pub qualifier: Qualifier,
    }
}
