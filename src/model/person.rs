//! People: the authority record of a person, and their part in one event.

use serde::{Deserialize, Serialize};

use crate::model::country::CountryCode;
use crate::model::evidence::fact;
use crate::model::id::{OrganizationId, PersonId};
use crate::model::vocabulary::Role;

/// The authority record of a person, as it stands in `people.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Their permanent key.
    pub id: PersonId,
    /// Their Arabic name as the archive writes it.
    pub name: String,
    /// Their name in Latin script, where one is established.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latin: Option<String>,
    /// The country they belong to, if the sources say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// Other spellings, found in texts or in use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<String>,
    /// A remark for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

fact! {
    /// A person's part in an event.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Appearance {
        /// Their authority record; none yet for what the machine found.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub id: Option<PersonId>,
        /// Their name when this state of the event was written.
        pub name: String,
        /// The part they play.
        pub role: Role,
        /// Their office or title in the source's words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub function: Option<String>,
        /// The name of the body they speak or act for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub affiliation: Option<String>,
        /// That body's authority record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub affiliation_id: Option<OrganizationId>,
    }
}
