//! Opening the database: one writer at a time, any number of readers that cannot write, by type
//! and by pragma.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, Sqlite, Transaction};
use tokio::sync::{Mutex, MutexGuard};

use crate::model::change::ChangeNumber;
use crate::store::Result;
use crate::store::gather::Gather;
use crate::store::recent::Recent;
use crate::store::signature::prepare_to_follow;

/// The schema, numbered files of `migrations/` built into the binary.
pub static MIGRATOR: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// How long one process waits for another's transaction.
const PATIENCE: Duration = Duration::from_secs(20);

/// The one connection that may write.
#[derive(Debug)]
pub struct Writer {
    connection: SqliteConnection,
}

/// Connections that can only read. They are taken in turn, because a pool would ask each one after
/// every query whether it is still alive, which costs as much as the query.
#[derive(Debug, Clone)]
pub struct Reader {
    // One pointer: a reader is cloned for every request.
    parts: Arc<Parts>,
}

#[derive(Debug)]
struct Parts {
    connections: Arc<[Mutex<SqliteConnection>]>,
    turn: AtomicUsize,
    recent: Recent,
    gather: Gather,
}

/// A connection while it is lent.
pub(crate) type Lent<'a> = MutexGuard<'a, SqliteConnection>;

/// A transaction that holds the writing lock from its first statement.
pub type Write<'a> = Transaction<'a, Sqlite>;

fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .busy_timeout(PATIENCE)
        .foreign_keys(true)
        .disable_statement_logging()
}

impl Writer {
    /// Opens the database, making it if it is not there, and brings its schema up to date.
    ///
    /// # Errors
    /// When the file cannot be opened or a migration fails.
    pub async fn open(file: &Path) -> Result<Self> {
        let mut connection = options(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal)
            // The pages that every document touches stay at hand, and are written back less often.
            .pragma("cache_size", "-65536")
            .pragma("wal_autocheckpoint", "16000")
            .connect()
            .await?;
        MIGRATOR.run(&mut connection).await?;
        prepare_to_follow(&mut connection).await?;
        Ok(Self { connection })
    }

    /// Begins a transaction; what it does is seen by others wholly or not at all.
    ///
    /// # Errors
    /// When another process holds the lock for too long.
    pub async fn begin(&mut self) -> Result<Write<'_>> {
        Ok(self.connection.begin_with("BEGIN IMMEDIATE").await?)
    }

    /// Begins a transaction that will not be committed, to see what would happen: what it refers to
    /// need not be there yet.
    ///
    /// # Errors
    /// When another process holds the lock for too long.
    pub async fn rehearse(&mut self) -> Result<Write<'_>> {
        let mut write = self.begin().await?;
        sqlx::query("PRAGMA defer_foreign_keys = on")
            .execute(&mut *write)
            .await?;
        Ok(write)
    }

    /// Closes the database properly.
    ///
    /// # Errors
    /// When the last pages cannot be written.
    pub async fn close(self) -> Result<()> {
        Ok(self.connection.close().await?)
    }
}

impl Reader {
    /// Opens an existing database for reading.
    ///
    /// # Errors
    /// When it is not there or cannot be read.
    pub async fn open(file: &Path, connections: usize) -> Result<Self> {
        let options = options(file)
            .read_only(true)
            .pragma("query_only", "on")
            .pragma("mmap_size", "268435456");
        let mut opened = Vec::new();
        for _ in 0..connections.max(1) {
            opened.push(Mutex::new(options.connect().await?));
        }
        Ok(Self::of(opened.into(), Recent::default()))
    }

    fn of(connections: Arc<[Mutex<SqliteConnection>]>, recent: Recent) -> Self {
        let parts = Parts {
            gather: Gather::default(),
            turn: AtomicUsize::default(),
            connections,
            recent,
        };
        Self {
            parts: Arc::new(parts),
        }
    }

    /// The same, keeping the records read last in so many bytes. Whoever does so says with
    /// [`Self::advance`] when the archive has changed.
    #[must_use]
    pub fn remembering(self, bytes: u64) -> Self {
        Self::of(Arc::clone(&self.parts.connections), Recent::new(bytes))
    }

    /// Forgets the records read before this change.
    pub fn advance(&self, to: ChangeNumber) {
        self.parts.recent.advance(to);
    }

    pub(crate) fn recent(&self) -> &Recent {
        &self.parts.recent
    }

    pub(crate) fn gather(&self) -> &Gather {
        &self.parts.gather
    }

    /// A connection for one query: the first that is free, else the next in turn.
    pub(crate) async fn connection(&self) -> Lent<'_> {
        let connections = &self.parts.connections;
        let turn = self.parts.turn.fetch_add(1, Ordering::Relaxed) % connections.len();
        let (before, after) = connections.split_at(turn);
        let free = after
            .iter()
            .chain(before)
            .find_map(|one| one.try_lock().ok());
        match free {
            Some(connection) => connection,
            None => connections[turn].lock().await,
        }
    }
}
