//! Places: the authority record of a place, and its part in one event.

use serde::{Deserialize, Serialize};

use crate::model::country::CountryCode;
use crate::model::evidence::fact;
use crate::model::id::PlaceId;
use crate::model::vocabulary::{PlaceKind, PlaceRole};

/// The authority record of a place, as it stands in `places.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its permanent key.
    pub id: PlaceId,
    /// Its Arabic name as the archive writes it.
    pub name: String,
    /// Its name in Latin script.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latin: Option<String>,
    /// What sort of place it is.
    pub kind: PlaceKind,
    /// The country it lies in; left out where that is contested.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// The place it is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<PlaceId>,
    /// Degrees north, WGS 84.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f64>,
    /// Degrees east, WGS 84.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f64>,
    /// Other spellings, found in texts or in use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<String>,
    /// A remark for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

fact! {
    /// A place's part in an event.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Location {
        /// The part it plays.
        pub role: PlaceRole,
        /// Its authority record; none yet for what the machine found.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub id: Option<PlaceId>,
        /// Its name when this state of the event was written.
        pub name: String,
        /// Its country, where that is uncontested.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub country: Option<CountryCode>,
        /// Degrees north, WGS 84.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub latitude: Option<f64>,
        /// Degrees east, WGS 84.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub longitude: Option<f64>,
    }
}

fact! {
    /// An event held over a network rather than in a place.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Online {
        /// The programme or service used.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub platform: Option<String>,
    }
}
