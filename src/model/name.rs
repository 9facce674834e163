//! The names that authorities and countries go by, as completions need them: which page, which names, how many events.

use crate::model::country::CountryCode;
use crate::model::id::{OrganizationId, PersonId, PlaceId};

/// What a name is the name of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bearer {
    /// An organization.
    Organization(OrganizationId),
    /// A country.
    Country(CountryCode),
    /// A person.
    Person(PersonId),
    /// A place.
    Place(PlaceId),
}

/// A bearer with all its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Whose names they are.
    pub bearer: Bearer,
    /// The name the archive uses.
    pub name: String,
    /// Its other names, in any script.
    pub others: Vec<String>,
    /// In how many events it appears.
    pub events: u64,
}
