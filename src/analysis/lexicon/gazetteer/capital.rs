//! The capitals, for phrases like «العاصمة الفرنسية» that name a city without its name.

use std::sync::LazyLock;

use super::place::{Town, towns};
use crate::analysis::lexicon::{forms, rows};
use crate::model::country::CountryCode;
use crate::text::fold::fold_plain;

/// The capital of a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capital {
    /// Its country.
    pub code: CountryCode,
    /// Its name.
    pub name: &'static str,
    /// Its line in the list of places, if it has one.
    pub town: Option<Town>,
}

static CAPITALS: LazyLock<Vec<Capital>> = LazyLock::new(|| {
    let capitals = rows(include_str!("../city.tsv")).filter_map(|row| {
        let [code, "capital", column] = row[..] else {
            return None;
        };
        let code = CountryCode::parse(code).ok()?;
        let names: Vec<_> = forms(column).map(fold_plain).collect();
        let is_same = |name: &'static str| names.contains(&fold_plain(name));
        let town = towns()
            .filter(|(_, place)| place.code == code)
            .find(|(_, place)| place.names().any(is_same));
        Some(Capital {
            code,
            name: short(forms(column).next()?),
            town: town.map(|(town, _)| town),
        })
    });
    capitals.collect()
});

/// The name without the word that only tells it from its country's: «الجزائر العاصمة», «مدينة الكويت».
fn short(name: &'static str) -> &'static str {
    let name = name.strip_prefix("مدينة ").unwrap_or(name);
    let name = name.strip_prefix("العاصمة ").unwrap_or(name);
    name.strip_suffix(" العاصمة").unwrap_or(name)
}

/// The capital of a country, where the list of cities tells it.
#[must_use]
pub fn capital(code: CountryCode) -> Option<Capital> {
    CAPITALS
        .iter()
        .copied()
        .find(|capital| capital.code == code)
}
