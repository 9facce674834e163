//! Places in the database: the authority records with the events they appear in.

use sqlx::{QueryBuilder, Sqlite};

use crate::model::id::PlaceId;
use crate::model::place::Place;
use crate::model::vocabulary::PlaceRole;
use crate::store::among::Among;
use crate::store::authority::{Appearance, list_appearances};
use crate::store::open::Reader;
use crate::store::{Result, read_json};

/// A place in which events were held.
#[derive(Debug, Clone, PartialEq)]
pub struct Venue {
    /// The place.
    pub place: Place,
    /// How many events were held there.
    pub events: u64,
}

/// The place with this id.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_place(reader: &Reader, id: &PlaceId) -> Result<Option<Place>> {
    let record = sqlx::query_scalar::<_, String>("SELECT record FROM place WHERE id = ?")
        .bind(id.as_str())
        .fetch_optional(&mut *reader.connection().await)
        .await?;
    record
        .map(|record| read_json("place", id.as_str(), &record))
        .transpose()
}

/// The events the place appears in and the part it plays, the newest first, at most `most`.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_place_events(
    reader: &Reader,
    id: &PlaceId,
    most: u32,
) -> Result<Vec<Appearance<PlaceRole>>> {
    list_appearances(
        reader,
        "SELECT id, role FROM event_place JOIN event ON number = event_number
         WHERE place_id = ? ORDER BY earliest DESC, id LIMIT ?",
        id.as_str(),
        most,
        PlaceRole::parse,
    )
    .await
}

/// The places in which events were held, each with their number, those with most first.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_venues(reader: &Reader, among: &Among) -> Result<Vec<Venue>> {
    let mut query = QueryBuilder::<Sqlite>::new(
        "SELECT id, record, held.events FROM place JOIN (
             SELECT place_id, COUNT(DISTINCT event_number) AS events FROM event_place WHERE role = 'held'",
    );
    among.push_condition(&mut query, "event_number");
    query.push(" GROUP BY place_id) AS held ON held.place_id = id ORDER BY held.events DESC, id");
    let rows = query
        .build_query_as::<(String, String, i64)>()
        .fetch_all(&mut *reader.connection().await)
        .await?;
    rows.into_iter()
        .map(|(id, record, events)| {
            Ok(Venue {
                place: read_json("place", &id, &record)?,
                events: events.unsigned_abs(),
            })
        })
        .collect()
}
