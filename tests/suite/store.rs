//! The store: each migration on a filled database, readers that cannot write, the self-check.

use sijill::model::change::ChangeNumber;
use sijill::store::authority::{list_authorities, put_organization};
use sijill::store::change::{last_change, list_changes};
use sijill::store::event::count_archive;
use sijill::store::open::{MIGRATOR, Reader, Writer};
use sijill::store::verify::verify;
use sqlx::migrate::Migrator;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};

use crate::archive::{Shelf, project};

/// Every schema the archive ever had is filled with the rows it had then (tests/fixture), brought
/// to the newest, and read.
#[tokio::test]
async fn each_migration_keeps_what_was_there() {
    for newest in MIGRATOR.iter().map(|migration| migration.version) {
        let shelf = Shelf::new();
        let mut connection = shelf.connection().await;
        let until = MIGRATOR
            .iter()
            .filter(|migration| migration.version <= newest);
        let until = Migrator::with_migrations(until.cloned().collect());
        until.run(&mut connection).await.expect("an old schema");
        let fixture = project(&format!("tests/fixture/archive-{newest:04}.sql"));
        let rows = std::fs::read_to_string(&fixture).unwrap_or_else(|error| {
            panic!(
                "{}: {error}: each schema needs rows to be migrated from",
                fixture.display()
            )
        });
        sqlx::raw_sql(AssertSqlSafe(rows))
            .execute(&mut connection)
            .await
            .expect("rows");
        connection.close().await.expect("closed");

        let writer = Writer::open(&shelf.database())
            .await
            .expect("a migrated database");
        writer.close().await.expect("closed");
        let reader = shelf.reader().await;
        let counts = count_archive(&reader).await.expect("counts");
        assert_eq!(
            (counts.events, counts.organizations, counts.decisions),
            (1, 1, 2)
        );
        let verification = verify(&reader).await.expect("a verification");
        assert_eq!(verification.faults, Vec::<String>::new());
        let further = u64::from(newest >= 3);
        assert_eq!(
            (verification.revisions, verification.documents),
            (2, 1 + further)
        );
        assert_eq!(verification.sources, further);
    }
}

#[tokio::test]
async fn a_reader_cannot_write() {
    let shelf = Shelf::founding().await;
    for query in [
        "DELETE FROM event",
        "CREATE TABLE strange (id)",
        "PRAGMA user_version = 7",
    ] {
        let options = SqliteConnectOptions::new()
            .filename(shelf.database())
            .read_only(true);
        let mut connection = options.connect().await.expect("a connection");
        let written = sqlx::raw_sql(query).execute(&mut connection).await;
        assert!(written.is_err(), "{query}");
    }
    assert!(
        Reader::open(&shelf.folder.path().join("none.sqlite"), 1)
            .await
            .is_err()
    );
}

#[tokio::test]
async fn the_log_tells_each_event_once() {
    let shelf = Shelf::founding().await;
    let reader = shelf.reader().await;
    let last = last_change(&reader).await.expect("a number");
    let (changes, up_to) = list_changes(&reader, Default::default(), 1000)
        .await
        .expect("changes");
    assert_eq!((changes.len(), up_to), (5, last));
    let (none, same) = list_changes(&reader, last, 1000).await.expect("changes");
    assert_eq!((none.len(), same), (0, last));
}

/// Read from its beginning in steps, the log tells of an event once, with its own change, not with each change of what
/// it refers to before that; a later change of an authority brings it again.
#[tokio::test]
async fn an_authority_brings_the_events_that_do_not_come_later() {
    let shelf = Shelf::founding().await;
    let reader = shelf.reader().await;
    let last = last_change(&reader).await.expect("a number");
    let (mut held, mut told) = (ChangeNumber(0), 0);
    while held < last {
        let (changes, up_to) = list_changes(&reader, held, 3).await.expect("changes");
        (held, told) = (up_to, told + changes.len());
    }
    assert_eq!(told, 5);
    let mut writer = shelf.writer().await;
    let mut write = writer.begin().await.expect("a transaction");
    let known = list_authorities(&mut write).await.expect("authorities");
    let named = known
        .organizations
        .values()
        .find(|one| one.id.as_str() == "hamas");
    let mut organization = named.cloned().expect("an organization");
    organization.variants.push("اسم آخر".to_owned());
    put_organization(&mut write, &organization)
        .await
        .expect("a change");
    write.commit().await.expect("committed");
    let (changes, _) = list_changes(&reader, last, 1000).await.expect("changes");
    assert_eq!(changes.len(), 1);
}

#[tokio::test]
async fn damage_is_found() {
    let shelf = Shelf::founding().await;
    let reader = shelf.reader().await;
    assert_eq!(
        verify(&reader).await.expect("a verification").faults,
        Vec::<String>::new()
    );
    let mut connection = shelf.connection().await;
    sqlx::raw_sql("UPDATE document SET text = replace(text, 'غشت', 'أغسطس')")
        .execute(&mut connection)
        .await
        .expect("damage");
    connection.close().await.expect("closed");
    let faults = verify(&reader).await.expect("a verification").faults;
    assert!(
        faults.iter().any(|fault| fault.contains("SHA-256")),
        "{faults:?}"
    );
    assert!(
        faults
            .iter()
            .any(|fault| fault.contains("does not stand at")),
        "{faults:?}"
    );
}
