//! Reads of single records that come at the same time travel together: one query answers all that have asked by the
//! time a connection is free. Alone, a read costs hand-overs between threads and a transaction; together they pay that
//! once. Invariant: a question is answered by a query that began after it was asked, so no answer is older than its
//! question.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;

use crate::model::id::EventId;
use crate::store::adjacent::{InTime, list_adjacent};
use crate::store::event::{EventRow, read_events};
use crate::store::open::{Lent, Reader};
use crate::store::recent::Context;
use crate::store::related::{InContext, Related, list_related};
use crate::store::source::{SourceEntry, read_sources};
use crate::store::{Result, StoreError};

/// How often a journey lets others go first. Four turns served some 3 % more pages than one.
const TURNS: usize = 4;

type Answer = Result<Option<InContext>>;
/// Events, and by their ids what is told beside them.
#[derive(Default)]
struct Read {
    rows: Vec<EventRow>,
    related: BTreeMap<String, Vec<Related>>,
    sources: BTreeMap<String, Vec<SourceEntry>>,
    in_time: BTreeMap<String, InTime>,
}

/// The questions that nobody has taken to the database yet.
#[derive(Debug, Default)]
pub(crate) struct Gather {
    waiting: Mutex<Vec<Question>>,
}

#[derive(Debug)]
struct Question {
    id: EventId,
    answer: oneshot::Sender<Answer>,
}

/// The event with this id and those related to it, read together with what others ask for now.
pub(crate) async fn find_gathered(reader: &Reader, id: &EventId) -> Answer {
    let (answer, answered) = oneshot::channel();
    let question = Question {
        id: id.clone(),
        answer,
    };
    if reader.gather().ask(question) {
        // A task of its own: a request that is given up takes nobody else's answer with it.
        tokio::spawn(answer_all(reader.clone()));
    }
    answered
        .await
        .unwrap_or(Err(sqlx::Error::WorkerCrashed.into()))
}

impl Gather {
    /// Puts a question to the others, and says whether it is the first and must see to an answer.
    fn ask(&self, question: Question) -> bool {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.push(question);
        waiting.len() == 1
    }

    fn take(&self) -> Vec<Question> {
        std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Takes all questions to the first connection that is free. Those that come after have another task.
async fn answer_all(reader: Reader) {
    // Those that are about to ask come first: a few turns let every request that is ready now join this journey.
    for _ in 0..TURNS {
        tokio::task::yield_now().await;
    }
    let connection = reader.connection().await;
    let mut askers: BTreeMap<EventId, Vec<oneshot::Sender<Answer>>> = BTreeMap::new();
    for question in reader.gather().take() {
        // Whoever has gone away meanwhile is not read for.
        if !question.answer.is_closed() {
            let own = askers.entry(question.id).or_default();
            own.push(question.answer);
        }
    }
    let now = reader.recent().now();
    let ids: Vec<&str> = askers.keys().map(EventId::as_str).collect();
    let read = read(connection, &ids).await;
    match read {
        Ok(mut read) => {
            for row in read.rows {
                let context = Context {
                    related: read.related.remove(row.id()).unwrap_or_default(),
                    sources: read.sources.remove(row.id()).unwrap_or_default(),
                    in_time: read.in_time.remove(row.id()).unwrap_or_default(),
                };
                let own = EventId::parse(row.id()).ok();
                let own = own.and_then(|id| askers.remove(&id));
                let stored = row.stored_event();
                let found =
                    stored.map(|stored| reader.recent().keep_in_context(now, stored, context));
                tell(own.unwrap_or_default(), found.map(Some));
            }
            // What the database did not give is not there.
            askers.into_values().for_each(|own| tell(own, Ok(None)));
        }
        Err(error) => tell(askers.into_values().flatten().collect(), Err(error)),
    }
}

/// The rows of these events, and for each what is told beside it. The connection is given back at the end.
async fn read(mut connection: Lent<'_>, ids: &[&str]) -> Result<Read> {
    if ids.is_empty() {
        return Ok(Read::default());
    }
    let rows = read_events(&mut connection, ids).await?;
    let related = list_related(&mut connection, ids).await?;
    let in_time = list_adjacent(&mut connection, ids).await?;
    // Few events have further sources, and the row of each says whether it does.
    let reprinted = rows.iter().filter(|row| row.has_sources());
    let reprinted: Vec<&str> = reprinted.map(EventRow::id).collect();
    let sources = match reprinted.is_empty() {
        true => BTreeMap::new(),
        false => read_sources(&mut connection, &reprinted).await?,
    };
    Ok(Read {
        rows,
        related,
        sources,
        in_time,
    })
}

/// Gives everyone the same answer. Whoever no longer waits does not miss it.
fn tell(askers: Vec<oneshot::Sender<Answer>>, answer: Answer) {
    let answer = answer.map_err(Arc::new);
    for asker in askers {
        let own = answer.clone().map_err(StoreError::Shared);
        let _ = asker.send(own);
    }
}
