//! The events before and after an event in time, in the order of the first possible day and, within a day, of the id:
//! the same for every reader, whatever list they came from. Undated events have none.

use std::collections::BTreeMap;

use sqlx::sqlite::SqliteConnection;

use crate::model::id::EventId;
use crate::store::event::query_of_pages;
use crate::store::{Result, unreadable};

/// An event beside another in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjacent {
    /// Its id.
    pub id: EventId,
    /// Its title.
    pub title: String,
}

/// The events on both sides of one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InTime {
    /// The one before.
    pub before: Option<Adjacent>,
    /// The one after.
    pub after: Option<Adjacent>,
}

#[derive(sqlx::FromRow)]
struct Row {
    page: String,
    before_id: Option<String>,
    before_title: Option<String>,
    after_id: Option<String>,
    after_title: Option<String>,
}

const QUERY: &str = ")
    SELECT page.id AS page, before.id AS before_id, before.title AS before_title,
        after.id AS after_id, after.title AS after_title
    FROM page JOIN event AS own ON own.id = page.id AND own.earliest IS NOT NULL
    LEFT JOIN event AS before ON before.id = (SELECT id FROM event
        WHERE earliest IS NOT NULL AND (earliest, id) < (own.earliest, own.id)
        ORDER BY earliest DESC, id DESC LIMIT 1)
    LEFT JOIN event AS after ON after.id = (SELECT id FROM event
        WHERE (earliest, id) > (own.earliest, own.id) ORDER BY earliest, id LIMIT 1)";

/// The events beside each of these in time; undated ones are left out.
pub(crate) async fn list_adjacent(
    connection: &mut SqliteConnection,
    ids: &[&str],
) -> Result<BTreeMap<String, InTime>> {
    let mut query = query_of_pages(ids);
    query.push(QUERY);
    let rows = query.build_query_as::<Row>().fetch_all(connection).await?;
    rows.into_iter().map(Row::in_time).collect()
}

impl Adjacent {
    fn of(id: Option<String>, title: Option<String>) -> Result<Option<Self>> {
        match (id, title) {
            (Some(id), Some(title)) => {
                let id = EventId::parse(&id).map_err(|error| unreadable("event", &id, &error))?;
                Ok(Some(Self { id, title }))
            }
            _ => Ok(None),
        }
    }
}

impl Row {
    fn in_time(self) -> Result<(String, InTime)> {
        let in_time = InTime {
            before: Adjacent::of(self.before_id, self.before_title)?,
            after: Adjacent::of(self.after_id, self.after_title)?,
        };
        Ok((self.page, in_time))
    }
}
