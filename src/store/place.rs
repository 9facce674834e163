//! Places in the database: the authority records with the events they appear in.

use crate::model::id::PlaceId;
use crate::model::place::Place;
use crate::model::vocabulary::PlaceRole;
use crate::store::authority::{Appearance, list_appearances};
use crate::store::open::Reader;
use crate::store::{Result, read_json};

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
        "SELECT event_id, role FROM event_place JOIN event ON event.id = event_id
         WHERE place_id = ? ORDER BY earliest DESC, event_id LIMIT ?",
        id.as_str(),
        most,
        PlaceRole::parse,
    )
    .await
}
