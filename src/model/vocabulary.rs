//! The closed vocabularies of a record: kinds, states, roles and units. Each term has one spelling,
//! the one of the public contract, and matches over them are exhaustive.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$term_doc:meta])* $term:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$term_doc])* #[serde(rename = $text)] $term),+
        }

        impl $name {
            /// All terms, in the order they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$term),+];

            /// The term as it stands in files, URLs and JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$term => $text),+ }
            }

            /// The term spelled `text`, if there is one.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|term| term.as_str() == text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.as_str())
            }
        }
    };
}

vocabulary!(
    /// What sort of event a document tells of.
    Kind {
        /// A coalition or other body is founded.
        Founding = "founding",
        /// Groups meet.
        Meeting = "meeting",
        /// Groups hold a conference.
        Conference = "conference",
        /// Groups declare something together.
        Statement = "statement",
        /// Groups call for common action.
        Call = "call",
    }
);
vocabulary!(
    /// Whether the event took place.
    Status {
        /// It took place.
        Held = "held",
        /// It was announced for later when the document was written.
        Planned = "planned",
        /// It was called off.
        Cancelled = "cancelled",
        /// The document does not tell.
        Unknown = "unknown",
    }
);
vocabulary!(
    /// Who answers for the record.
    Review {
        /// A person read the document against it.
        Reviewed = "reviewed",
        /// The machine drafted it; nobody has checked it yet.
        Extracted = "extracted",
    }
);
vocabulary!(
    /// The part an organization or a person plays in an event.
    Role {
        /// It was founded there.
        Founded = "founded",
        /// It called the event together.
        Convener = "convener",
        /// It took part.
        Participant = "participant",
        /// It was invited.
        Invited = "invited",
        /// It gave the room.
        Host = "host",
        /// It published the document.
        Publisher = "publisher",
        /// It is named, no more.
        Mentioned = "mentioned",
    }
);
vocabulary!(
    /// The part a place plays.
    PlaceRole {
        /// The event was held there.
        Held = "held",
        /// It is named, no more.
        Mentioned = "mentioned",
    }
);
vocabulary!(
    /// The part a country plays.
    CountryRole {
        /// The event was held in it.
        Venue = "venue",
        /// Bodies or persons of it took part.
        Participant = "participant",
        /// The event was about it.
        Subject = "subject",
        /// It is named, no more.
        Mentioned = "mentioned",
    }
);
vocabulary!(
    /// What an attendance counts.
    Unit {
        /// Single persons.
        Person = "person",
        /// Organizations, blocs, bodies.
        Organization = "organization",
        /// Countries.
        Country = "country",
    }
);
vocabulary!(
    /// How exact an attendance is.
    Qualifier {
        /// Just so many.
        Exact = "exact",
        /// About so many.
        About = "about",
        /// More than so many.
        Over = "over",
    }
);
vocabulary!(
    /// What sort of body an organization is.
    OrganizationKind {
        /// Several bodies acting as one: coalition, front, alliance.
        Coalition = "coalition",
        /// A political party.
        Party = "party",
        /// A movement.
        Movement = "movement",
        /// An association.
        Association = "association",
        /// A union of workers, students or professions.
        Union = "union",
        /// A committee or coordination.
        Committee = "committee",
        /// A council.
        Council = "council",
        /// An observatory.
        Observatory = "observatory",
        /// A network.
        Network = "network",
        /// A company.
        Company = "company",
        /// A newspaper, site or channel.
        Media = "media",
        /// A state, its organs and its forces.
        Government = "government",
        /// A body of states.
        Intergovernmental = "intergovernmental",
        /// Anything else.
        Other = "other",
    }
);
vocabulary!(
    /// What sort of place a place is.
    PlaceKind {
        /// A town or city.
        City = "city",
        /// A part of a city.
        District = "district",
        /// A building, hall or airport.
        Venue = "venue",
        /// A region or province.
        Region = "region",
        /// A country.
        Country = "country",
        /// A territory whose standing is disputed.
        Territory = "territory",
        /// Anything else.
        Other = "other",
    }
);
