//! One filter more: the commonest country, the commonest kind, the year with the most events.

use jiff::civil::Date;
use sijill::model::country::CountryCode;
use sijill::model::vocabulary::Kind;
use sijill::search::facet::Facets;
use sijill::search::query::Query;

/// A filter.
#[derive(Debug, Clone, Copy)]
pub enum Narrowing {
    /// Of a country.
    Country(CountryCode),
    /// Of a kind.
    Kind(Kind),
    /// Within these days.
    Dates(Date, Date),
}

impl Narrowing {
    /// The filters that take in the most of the archive.
    pub fn of(facets: &Facets) -> Vec<Self> {
        let country = facets
            .countries
            .iter()
            .map(|(code, _)| Self::Country(*code));
        let kind = facets.kinds.iter().map(|(kind, _)| Self::Kind(*kind));
        let year = facets.years.iter().max_by_key(|(_, count)| *count);
        let dates = year.and_then(|(year, _)| {
            Some(Self::Dates(
                Date::new(*year, 1, 1).ok()?,
                Date::new(*year, 12, 31).ok()?,
            ))
        });
        country.take(1).chain(kind.take(1)).chain(dates).collect()
    }

    /// Adds the filter to a query.
    pub fn apply(self, query: &mut Query) {
        match self {
            Self::Country(code) => query.countries.push(code),
            Self::Kind(kind) => query.kind = Some(kind),
            Self::Dates(from, to) => (query.from, query.to) = (Some(from), Some(to)),
        }
    }

    /// Its name in the table.
    pub fn told(self) -> &'static str {
        match self {
            Self::Country(_) => "and a country",
            Self::Kind(_) => "and a kind",
            Self::Dates(..) => "and the dates of a year",
        }
    }
}
