//! Attendance: how many took part, and how exactly that is known.

use serde::{Deserialize, Serialize};

use crate::model::vocabulary::{Qualifier, Unit};

/// A count of those present.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// How many.
    pub count: u64,
    /// Of what.
    pub unit: Unit,
    /// How exact the count is.
    pub qualifier: Qualifier,
}
