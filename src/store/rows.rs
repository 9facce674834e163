//! The rows that documents, states of events and items consist of, written for one or for many at once. All statements
//! of a writing go to the database together, because each way there and back costs more than most of them.

use sqlx::{QueryBuilder, Sqlite};

use crate::model::document::Document;
use crate::model::event::Event;
use crate::model::evidence::Attested;
use crate::store::change::Action;
use crate::store::item::Item;
use crate::store::signature::push_signatures;
use crate::store::{Result, now, write_json};

/// Statements that go to the database together.
pub(crate) type Statements = QueryBuilder<Sqlite>;

/// A document, with the number of its shingles and its bands where they are known.
pub(crate) struct DocumentRows<'a> {
    pub(crate) document: &'a Document,
    pub(crate) wording: Option<(i64, &'a [i64])>,
}

/// A state of an event, and what happened to it.
pub(crate) struct StateRows<'a> {
    pub(crate) id: &'a str,
    pub(crate) number: i64,
    pub(crate) document: &'a str,
    pub(crate) event: &'a Event,
    pub(crate) json: &'a str,
    pub(crate) action: Action,
}

/// An item under its name.
pub(crate) struct ItemRow<'a> {
    pub(crate) name: &'a str,
    pub(crate) item: &'a Item,
}

/// Adds documents, of which there is at least one, with their bands.
pub(crate) fn push_documents(
    statements: &mut Statements,
    documents: &[DocumentRows<'_>],
) -> Result<()> {
    let received = now();
    statements
        .push("INSERT INTO document (id, name, sha256, text, received, shingles) ")
        .push_values(documents, |mut row, rows| {
            row.push_bind(rows.document.id.as_str())
                .push_bind(&rows.document.name)
                .push_bind(&rows.document.sha256)
                .push_bind(&rows.document.text)
                .push_bind(&received)
                .push_bind(rows.wording.map(|(shingles, _)| shingles));
        })
        .push(";");
    let signatures = documents.iter().filter_map(|rows| {
        let (_, bands) = rows.wording.filter(|(_, bands)| !bands.is_empty())?;
        Some((rows.document.id.as_str(), bands))
    });
    push_signatures(statements, &signatures.collect::<Vec<_>>())
}

/// Adds states of events, of which there is at least one: the revisions, the rows that queries go by, and the lines of
/// the change log.
pub(crate) fn push_states(statements: &mut Statements, states: &[StateRows<'_>]) -> Result<()> {
    let now = now();
    statements
        .push("INSERT INTO revision (event_id, number, document_id, at, event) ")
        .push_values(states, |mut row, state| {
            row.push_bind(state.id)
                .push_bind(state.number)
                .push_bind(state.document)
                .push_bind(&now)
                .push_bind(state.json);
        })
        .push(
            "; INSERT INTO event
               (id, document_id, revision, title, kind, status, review, earliest, latest) ",
        )
        .push_values(states, |mut row, state| {
            let (event, extent) = (state.event, state.event.extent());
            row.push_bind(state.id)
                .push_bind(state.document)
                .push_bind(state.number)
                .push_bind(&event.title)
                .push_bind(event.kind.as_str())
                .push_bind(event.status.as_str())
                .push_bind(event.review.as_str())
                .push_bind(extent.earliest.map(|day| day.to_string()))
                .push_bind(extent.latest.map(|day| day.to_string()));
        })
        .push(";");
    push_relations(statements, states)?;
    statements
        .push("INSERT INTO change (at, noun, id, action) ")
        .push_values(states, |mut row, state| {
            row.push_bind(&now)
                .push_bind("event")
                .push_bind(state.id)
                .push_bind(state.action.as_str());
        })
        .push(";");
    Ok(())
}

/// Adds what relates events to countries, organizations, people and places, and their decisions.
fn push_relations(statements: &mut Statements, states: &[StateRows<'_>]) -> Result<()> {
    let (mut countries, mut organizations) = (Vec::new(), Vec::new());
    let (mut people, mut places, mut decisions) = (Vec::new(), Vec::new(), Vec::new());
    for StateRows { id, event, .. } in states {
        for country in event.countries.iter().map(Attested::value) {
            let roles = country.roles.iter();
            countries.extend(roles.map(|role| (*id, country.code.as_str(), role.as_str())));
        }
        for part in event.organizations.iter().map(Attested::value) {
            let key = part.id.as_ref();
            organizations.extend(key.map(|key| (*id, key.as_str(), part.role.as_str())));
        }
        for part in event.people.iter().map(Attested::value) {
            let key = part.id.as_ref();
            people.extend(key.map(|key| (*id, key.as_str(), part.role.as_str())));
        }
        for part in event.places.iter().map(Attested::value) {
            let key = part.id.as_ref();
            places.extend(key.map(|key| (*id, key.as_str(), part.role.as_str())));
        }
        let made = event.decisions.iter().map(Attested::value);
        decisions.extend(made.map(|made| (*id, made.number, made.text.as_str())));
    }
    let tables = [
        ("event_country (event_number, code, role)", countries),
        (
            "event_organization (event_number, organization_id, role)",
            organizations,
        ),
        ("event_person (event_number, person_id, role)", people),
        ("event_place (event_number, place_id, role)", places),
    ];
    for (table, rows) in tables {
        push_json(statements, table, write_json("event", "", &rows)?);
        // One country may play a part twice in a record.
        statements.push(" WHERE true ON CONFLICT DO NOTHING;");
    }
    let decisions = write_json("event", "", &decisions)?;
    push_json(
        statements,
        "decision (event_number, number, text)",
        decisions,
    );
    statements.push(";");
    Ok(())
}

/// Adds rows of three columns, of which the first is the event's number, given as JSON with its id: how many rows there
/// are varies, and the statement's text must not, to stay prepared.
fn push_json(statements: &mut Statements, table: &'static str, rows: String) {
    statements
        .push("INSERT INTO ")
        .push(table)
        .push(" SELECT event.number, value ->> 1, value ->> 2 FROM json_each(")
        .push_bind(rows)
        .push(") JOIN event ON event.id = value ->> 0");
}

/// Remembers items, of which there is at least one.
pub(crate) fn push_items(statements: &mut Statements, items: &[ItemRow<'_>]) {
    statements
        .push("INSERT INTO item (name, digest, event_id, recorded) ")
        .push_values(items, |mut row, ItemRow { name, item }| {
            row.push_bind(*name)
                .push_bind(&item.digest)
                .push_bind(&item.event_id)
                .push_bind(item.recorded);
        })
        .push(
            " ON CONFLICT (name) DO UPDATE SET digest = excluded.digest,
               event_id = excluded.event_id, recorded = excluded.recorded;",
        );
}
