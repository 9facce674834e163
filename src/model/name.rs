//! The names that authorities and countries go by: which page, which names, how many events.

use crate::model::country::{Country, CountryCode};
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

/// The register that a bearer of names is filed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Register {
    /// Organizations.
    Organization,
    /// Countries.
    Country,
    /// People.
    Person,
    /// Places.
    Place,
}

/// A name in the scripts that it is known in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Name {
    /// As the archive writes it.
    pub arabic: String,
    /// In Latin letters, where such a form is established.
    pub latin: Option<String>,
}

/// A bearer with all its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Whose names they are.
    pub bearer: Bearer,
    /// The name the archive uses.
    pub name: Name,
    /// Its other names, in any script.
    pub variants: Vec<String>,
    /// In how many events it appears.
    pub events: u64,
}

impl Bearer {
    /// The bearer with this id in a register; nothing where the id has not the form of that register.
    #[must_use]
    pub fn parse(register: Register, id: &str) -> Option<Self> {
        match register {
            Register::Organization => OrganizationId::parse(id).ok().map(Self::Organization),
            Register::Country => CountryCode::parse(id).ok().map(Self::Country),
            Register::Person => PersonId::parse(id).ok().map(Self::Person),
            Register::Place => PlaceId::parse(id).ok().map(Self::Place),
        }
    }

    /// The register it is filed in.
    #[must_use]
    pub const fn register(&self) -> Register {
        match self {
            Self::Organization(_) => Register::Organization,
            Self::Country(_) => Register::Country,
            Self::Person(_) => Register::Person,
            Self::Place(_) => Register::Place,
        }
    }

    /// Its id in that register.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Organization(id) => id.as_str(),
            Self::Country(code) => code.as_str(),
            Self::Person(id) => id.as_str(),
            Self::Place(id) => id.as_str(),
        }
    }
}

impl Register {
    /// Its noun, as addresses and the store spell it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::Country => "country",
            Self::Person => "person",
            Self::Place => "place",
        }
    }
}

impl Named {
    /// A country with so many events.
    #[must_use]
    pub fn of_country(country: &Country, events: u64) -> Self {
        let variants = [country.french, country.alpha3].into_iter();
        let variants = variants.chain(country.variants.iter().copied());
        Self {
            bearer: Bearer::Country(country.code),
            name: Name {
                arabic: country.arabic.to_owned(),
                latin: Some(country.english.to_owned()),
            },
            variants: variants.map(str::to_owned).collect(),
            events,
        }
    }

    /// All its names, the one the archive uses first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let variants = self.variants.iter().map(String::as_str);
        std::iter::once(self.name.arabic.as_str())
            .chain(self.name.latin.as_deref())
            .chain(variants)
    }
}
