//! Who is quoted. Invariant: a speaker is led to a record only where just one bears the name.

use super::Resolver;
use super::answer::{Answer, look_up};
use super::fact::with_value;
use super::key::words_of_person;
use crate::model::evidence::Attested;
use crate::model::quotation::Quotation;

impl Resolver {
    /// The speaker, a person or a body; a doubtful one is remarked on where they take part.
    pub(super) fn quotation(&self, fact: Attested<Quotation>) -> Attested<Quotation> {
        let mut value = fact.value().clone();
        if value.speaker_person.is_some() || value.speaker_organization.is_some() {
            return fact;
        }
        if let Answer::One(id) = look_up(&self.people, &words_of_person(&value.speaker)) {
            let record = self.authorities.people.get(id);
            value.speaker = record.map_or(value.speaker, |record| record.name.clone());
            value.speaker_person = Some(id.clone());
        } else if let Answer::One(id) = self.organization_of(&value.speaker) {
            let record = self.authorities.organizations.get(id);
            value.speaker = record.map_or(value.speaker, |record| record.name.clone());
            value.speaker_organization = Some(id.clone());
        }
        with_value(fact, value)
    }
}
