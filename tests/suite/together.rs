//! Reads that travel together: each asker gets the answer to its own question, whatever becomes of the others.

use std::future::{Future, poll_fn};
use std::sync::Arc;
use std::task::Poll;

use sijill::model::id::EventId;
use sijill::store::StoreError;
use sijill::store::event::{StoredEvent, find_event, find_event_in_context};
use sijill::store::open::Reader;
use sqlx::Connection;

use crate::archive::Shelf;

type Answer = Result<Option<Arc<StoredEvent>>, StoreError>;

async fn ids(shelf: &Shelf) -> Vec<EventId> {
    let mut connection = shelf.connection().await;
    let ids = sqlx::query_scalar::<_, String>("SELECT id FROM event ORDER BY id")
        .fetch_all(&mut connection)
        .await
        .expect("ids");
    connection.close().await.expect("closed");
    let ids = ids.iter().map(|id| EventId::parse(id).expect("an id"));
    ids.collect()
}

/// Asks for all of these at the same time.
async fn ask_at_once(reader: &Reader, ids: Vec<EventId>) -> Vec<(EventId, Answer)> {
    let asked: Vec<_> = ids
        .into_iter()
        .map(|id| {
            let reader = reader.clone();
            tokio::spawn(async move {
                let answer = find_event(&reader, &id).await;
                (id, answer)
            })
        })
        .collect();
    let mut answers = Vec::new();
    for one in asked {
        answers.push(one.await.expect("an answer"));
    }
    answers
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn each_asker_gets_its_own_answer() {
    let shelf = Shelf::founding().await;
    let present = ids(&shelf).await;
    let absent = |number: usize| EventId::parse(&format!("zzzzzz{number:02}")).expect("an id");
    for reader in [
        shelf.reader().await,
        shelf.reader().await.remembering(1 << 20),
    ] {
        let asked = (0..400).map(|turn| match turn % 7 {
            5 => absent(turn % 100),
            6 => absent(0),
            _ => present[turn % present.len()].clone(),
        });
        for (id, answer) in ask_at_once(&reader, asked.collect()).await {
            let stored = answer.expect("an answer");
            let expected = present.contains(&id).then_some(&id);
            assert_eq!(stored.as_ref().map(|stored| &stored.id), expected);
        }
    }
}

#[tokio::test]
async fn who_gives_up_takes_nobodys_answer_along() {
    let shelf = Shelf::founding().await;
    let (reader, ids) = (shelf.reader().await, ids(&shelf).await);
    for id in &ids {
        // The first to ask is the one that sees to the query; it is gone before the query begins.
        let mut first = Box::pin(find_event(&reader, id));
        let waits = poll_fn(|context| Poll::Ready(first.as_mut().poll(context).is_pending()));
        assert!(waits.await);
        drop(first);
        for (id, answer) in ask_at_once(&reader, ids.clone()).await {
            let stored = answer.expect("an answer").expect("an event");
            assert_eq!(stored.id, id);
        }
    }
}

#[tokio::test]
async fn related_events_are_the_same_read_alone_or_together() {
    let shelf = Shelf::founding().await;
    let (reader, ids) = (shelf.reader().await, ids(&shelf).await);
    let asked = ids.iter().cloned().map(|id| {
        let reader = reader.clone();
        tokio::spawn(async move { find_event_in_context(&reader, &id).await })
    });
    let mut together = Vec::new();
    for one in asked.collect::<Vec<_>>() {
        let found = one.await.expect("an answer").expect("an answer");
        together.push(found.expect("an event"));
    }
    assert!(together.iter().any(|found| !found.related.is_empty()));
    for (id, found) in ids.iter().zip(together) {
        let alone = find_event_in_context(&reader, id).await.expect("an answer");
        let alone = alone.expect("an event");
        assert_eq!(found.stored.id, alone.stored.id);
        assert_eq!(found.related, alone.related);
    }
}

#[tokio::test]
async fn a_record_that_cannot_be_read_harms_no_other() {
    let shelf = Shelf::founding().await;
    let ids = ids(&shelf).await;
    let mut connection = shelf.connection().await;
    sqlx::query("UPDATE revision SET event = '{}' WHERE event_id = ?")
        .bind(ids[0].as_str())
        .execute(&mut connection)
        .await
        .expect("damage");
    connection.close().await.expect("closed");
    let asked = ids.iter().chain(&ids).cloned().collect();
    for (id, answer) in ask_at_once(&shelf.reader().await, asked).await {
        match answer {
            Err(error) => assert!(id == ids[0] && error.to_string().contains(id.as_str())),
            Ok(stored) => assert_eq!(stored.map(|stored| stored.id.clone()), Some(id)),
        }
    }
}

#[tokio::test]
async fn everyone_is_told_when_the_database_fails() {
    let shelf = Shelf::founding().await;
    let ids = ids(&shelf).await;
    let reader = shelf.reader().await;
    let mut connection = shelf.connection().await;
    sqlx::query("ALTER TABLE revision RENAME TO gone")
        .execute(&mut connection)
        .await
        .expect("damage");
    connection.close().await.expect("closed");
    let asked: Vec<EventId> = ids.iter().chain(&ids).cloned().collect();
    let answers = ask_at_once(&reader, asked.clone()).await;
    assert_eq!(answers.len(), asked.len());
    assert!(answers.iter().all(|(_, answer)| answer.is_err()));
}
