//! Countries in the database: which events they play a part in.

use crate::model::country::CountryCode;
use crate::model::vocabulary::CountryRole;
use crate::store::authority::{Appearance, list_appearances};
use crate::store::open::Reader;
use crate::store::{Result, unreadable};

/// A country and in how many events it plays a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryEntry {
    /// The country.
    pub code: CountryCode,
    /// In how many events it plays a part.
    pub events: u64,
    /// In how many of them it is the venue.
    pub venue: u64,
}

/// All countries that play a part in an event, those with most events first.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_countries(reader: &Reader) -> Result<Vec<CountryEntry>> {
    let rows = sqlx::query_as::<_, (String, i64, i64)>(
        "SELECT code, COUNT(DISTINCT event_number) AS events,
                COUNT(DISTINCT CASE WHEN role = 'venue' THEN event_number END)
         FROM event_country GROUP BY code ORDER BY events DESC, code",
    )
    .fetch_all(&mut *reader.connection().await)
    .await?;
    rows.into_iter()
        .map(|(code, events, venue)| {
            Ok(CountryEntry {
                code: CountryCode::parse(&code)
                    .map_err(|error| unreadable("country", &code, &error))?,
                events: events.unsigned_abs(),
                venue: venue.unsigned_abs(),
            })
        })
        .collect()
}

/// The events a country plays a part in, the newest first, at most `most`.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_country_events(
    reader: &Reader,
    code: CountryCode,
    most: u32,
) -> Result<Vec<Appearance<CountryRole>>> {
    list_appearances(
        reader,
        "SELECT id, role FROM event_country JOIN event ON number = event_number
         WHERE code = ? ORDER BY earliest DESC, id LIMIT ?",
        code.as_str(),
        most,
        CountryRole::parse,
    )
    .await
}
