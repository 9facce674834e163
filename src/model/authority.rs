//! Authorities: the controlled records of organizations, people and places that events refer to.

use std::collections::BTreeMap;

use crate::model::id::{OrganizationId, PersonId, PlaceId};
use crate::model::organization::Organization;
use crate::model::person::Person;
use crate::model::place::Place;

/// All authority records known while records are read, by key.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Authorities {
    /// Organizations.
    pub organizations: BTreeMap<OrganizationId, Organization>,
    /// People.
    pub people: BTreeMap<PersonId, Person>,
    /// Places.
    pub places: BTreeMap<PlaceId, Place>,
}
