//! The list of places: towns with their country and coordinates, each under a key that stays. Invariant: a `Town` is the
//! index of a line of the list, so it always has its place.

use std::sync::LazyLock;

use crate::analysis::lexicon::{forms, rows};
use crate::model::country::CountryCode;

/// A town of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Town(u16);

/// What the list says of a town.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Its key in GeoNames, if it has one.
    pub key: Option<u32>,
    /// Its country.
    pub code: CountryCode,
    /// Whether its names are also common words.
    pub is_weak: bool,
    /// Degrees north and east, WGS 84.
    pub position: Option<(f64, f64)>,
    names: &'static str,
}

static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| {
    rows(include_str!("../place.tsv"))
        .filter_map(|row| {
            let [key, code, class, latitude, longitude, names] = row[..] else {
                return None;
            };
            Some(Place {
                key: key.parse().ok(),
                code: CountryCode::parse(code).ok()?,
                is_weak: class == "weak",
                position: latitude.parse().ok().zip(longitude.parse().ok()),
                names,
            })
        })
        .take(usize::from(u16::MAX))
        .collect()
});

impl Place {
    /// Its names in Arabic, the usual one first.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        forms(self.names)
    }
}

impl Town {
    /// The number of its line.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0
    }

    /// The town's line.
    #[must_use]
    pub fn place(self) -> Option<&'static Place> {
        PLACES.get(usize::from(self.0))
    }
}

/// All towns, those of a country together and the largest of them first.
pub fn towns() -> impl Iterator<Item = (Town, &'static Place)> {
    (0..=u16::MAX).map(Town).zip(PLACES.iter())
}

#[cfg(test)]
mod tests {
    use super::towns;
    use crate::analysis::lexicon::rows;

    #[test]
    fn the_list_is_whole() {
        assert_eq!(towns().count(), rows(include_str!("../place.tsv")).count());
        for (town, place) in towns() {
            assert_eq!(town.place(), Some(place));
            assert!(place.names().count() > 0, "{place:?}");
            let is_on_earth =
                |(north, east): (f64, f64)| north.abs() <= 90.0 && east.abs() <= 180.0;
            assert!(place.position.is_none_or(is_on_earth), "{place:?}");
        }
    }
}
