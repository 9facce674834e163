//! Records: what a person writes of one document, as it stands in `seeds/events/*.toml` or in a
//! bulk line. Strict: an unknown key is refused. It becomes an `Event` once its evidence is found.

pub mod entry;

use serde::{Deserialize, Serialize};

use crate::model::country::CountryCode;
use crate::model::date::{Edtf, HijriDate};
use crate::model::document::Source;
use crate::model::evidence::Basis;
use crate::model::id::{EventId, OrganizationId, PersonId, PlaceId};
use crate::model::vocabulary::{
    CountryRole, Kind, PlaceRole, Qualifier, Review, Role, Status, Unit,
};

/// One event as a person writes it down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The event's permanent id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<EventId>,
    /// The name of the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The archive's neutral title.
    pub title: String,
    /// The archive's neutral summary.
    #[serde(default)]
    pub summary: String,
    /// What sort of event it is.
    pub kind: Kind,
    /// Whether it took place.
    pub status: Status,
    /// Who answers for the record.
    pub review: Review,
    /// What is known of the document.
    #[serde(default)]
    pub source: Source,
    /// When it took place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub date: Vec<DateEntry>,
    /// Where it was held, and other places named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub place: Vec<PlaceEntry>,
    /// The bodies concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organization: Vec<OrganizationEntry>,
    /// The persons concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub person: Vec<PersonEntry>,
    /// The countries concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub country: Vec<CountryEntry>,
    /// How many took part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendance: Vec<AttendanceEntry>,
    /// What was decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decision: Vec<DecisionEntry>,
    /// Who said what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotation: Vec<QuotationEntry>,
}

/// Words of the document, as a person cites them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Citation {
    /// Words that occur once.
    Words(String),
    /// Words that occur several times, and which of them is meant.
    Occurrence(Occurrence),
}

/// Words and which occurrence of them is meant, from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Occurrence {
    /// The words, exactly as in the document.
    pub quote: String,
    /// 1 for the first.
    pub occurrence: usize,
}

impl Citation {
    /// The cited words.
    #[must_use]
    pub fn quote(&self) -> &str {
        match self {
            Self::Words(words) => words,
            Self::Occurrence(occurrence) => &occurrence.quote,
        }
    }
}

/// What an entry rests on.
#[derive(Debug, Clone, Copy)]
pub struct Grounds<'a> {
    /// The cited words.
    pub evidence: &'a [Citation],
    /// Set for an inference.
    pub basis: Option<Basis>,
    /// Why it was inferred.
    pub note: Option<&'a str>,
}

macro_rules! entry {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident : $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)+
            /// The source's words.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub evidence: Vec<Citation>,
            /// `inferred` for what the text does not say.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub basis: Option<Basis>,
            /// Why it was inferred.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub note: Option<String>,
        }

        impl $name {
            /// What this entry rests on.
            #[must_use]
            pub fn grounds(&self) -> Grounds<'_> {
                Grounds { evidence: &self.evidence, basis: self.basis, note: self.note.as_deref() }
            }
        }
    };
}

entry!(
    /// `[[date]]`
    DateEntry {
        /// The date.
        edtf: Edtf,
        /// Local wall-clock time, `16:00` or `16:00/20:00`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        time: Option<String>,
        /// The same day in the Hijri calendar, where the source gives it so: `1432-09-06`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        hijri: Option<HijriDate>,
    }
);
entry!(
    /// `[[place]]`: a place by its key, or a network with `online = true`.
    PlaceEntry {
        /// Key in `places.toml`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<PlaceId>,
        /// Held over a network.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        online: bool,
        /// The programme or service used.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        platform: Option<String>,
        /// Its part.
        role: PlaceRole,
    }
);
entry!(
    /// `[[organization]]`
    OrganizationEntry {
        /// Key in `organizations.toml`.
        organization: OrganizationId,
        /// Its part.
        role: Role,
    }
);
entry!(
    /// `[[person]]`
    PersonEntry {
        /// Key in `people.toml`.
        person: PersonId,
        /// Their part.
        role: Role,
        /// Their office in the source's words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        function: Option<String>,
        /// Key of the body they speak or act for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        affiliation: Option<OrganizationId>,
    }
);
entry!(
    /// `[[country]]`
    CountryEntry {
        /// ISO 3166-1 alpha-2.
        code: CountryCode,
        /// Its part.
        role: CountryRole,
    }
);
entry!(
    /// `[[attendance]]`
    AttendanceEntry {
        /// How many.
        count: u64,
        /// Of what.
        unit: Unit,
        /// How exact.
        qualifier: Qualifier,
    }
);
entry!(
    /// `[[decision]]`
    DecisionEntry {
        /// Its place in the list, from 1.
        number: u32,
        /// The archive's short form.
        text: String,
    }
);
entry!(
    /// `[[quotation]]`: the evidence is the quoted words.
    QuotationEntry {
        /// Its place in the list, from 1; by order where left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        number: Option<u32>,
        /// A key of a person or an organization, or the source's words.
        speaker: String,
    }
);
