//! Organizations: the authority record of a body, and its part in one event.

use serde::{Deserialize, Serialize};

use crate::model::country::CountryCode;
use crate::model::evidence::fact;
use crate::model::id::OrganizationId;
use crate::model::vocabulary::{OrganizationKind, Role};

/// The authority record of an organization, as it stands in `organizations.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    /// Its permanent key.
    pub id: OrganizationId,
    /// Its Arabic name as the archive writes it.
    pub name: String,
    /// Its name in Latin script, where one is established.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latin: Option<String>,
    /// What sort of body it is.
    pub kind: OrganizationKind,
    /// The country it belongs to, if one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// The body it is a branch of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<OrganizationId>,
    /// Other spellings, found in texts or in use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<String>,
    /// A remark for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

fact! {
    /// An organization's part in an event.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Participation {
        /// Its authority record; none yet for what the machine found.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub id: Option<OrganizationId>,
        /// Its name when this state of the event was written.
        pub name: String,
        /// The part it plays.
        pub role: Role,
    }
}
