//! People in the database: the authority records with the events they appear in.

use crate::model::id::PersonId;
use crate::model::person::Person;
use crate::model::vocabulary::Role;
use crate::store::authority::{Appearance, list_appearances};
use crate::store::open::Reader;
use crate::store::{Result, read_json};

/// The person with this id.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_person(reader: &Reader, id: &PersonId) -> Result<Option<Person>> {
    let record = sqlx::query_scalar::<_, String>("SELECT record FROM person WHERE id = ?")
        .bind(id.as_str())
        .fetch_optional(&mut *reader.connection().await)
        .await?;
    record
        .map(|record| read_json("person", id.as_str(), &record))
        .transpose()
}

/// The events the person appears in and the part it plays, the newest first, at most `most`.
///
/// # Errors
/// When the database cannot be read.
pub async fn list_person_events(
    reader: &Reader,
    id: &PersonId,
    most: u32,
) -> Result<Vec<Appearance<Role>>> {
    list_appearances(
        reader,
        "SELECT id, role FROM event_person JOIN event ON number = event_number
         WHERE person_id = ? ORDER BY earliest DESC, id LIMIT ?",
        id.as_str(),
        most,
        Role::parse,
    )
    .await
}
