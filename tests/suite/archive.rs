//! Archives for tests: in a folder of their own, filled through the real import.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sijill::ingest::import::import;
use sijill::ingest::item::Mode;
use sijill::ingest::report::{Report, Totals};
use sijill::model::contact::Contact;
use sijill::search::Index;
use sijill::store::open::{Reader, Writer};
use sijill::web::cache::PageCache;
use sijill::web::follow::{advance, catch_up};
use sijill::web::router::Service;
use sijill::web::site::Site;
use sijill::web::state::Archive;
use sijill::web::suggest::Completions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use tempfile::TempDir;

/// What an archive holds, by table.
pub type Content = BTreeMap<&'static str, Vec<String>>;

/// All rows of an archive but for the moments they were written at, by table.
const CONTENT: [(&str, &str); 14] = [
    (
        "document",
        "SELECT json_array(id, name, sha256, text, shingles) FROM document",
    ),
    ("band", "SELECT json_array(value, document_id) FROM band"),
    (
        "signature",
        "SELECT json_array(document_id, bands) FROM signature",
    ),
    (
        "source",
        "SELECT json_array(document_id, event_id, similarity, publication) FROM source",
    ),
    (
        "event",
        "SELECT json_array(id, document_id, revision, title, kind, status, review, earliest, latest) FROM event",
    ),
    (
        "revision",
        "SELECT json_array(event_id, number, document_id, event) FROM revision",
    ),
    (
        "event_country",
        "SELECT json_array(id, code, role) FROM event_country JOIN event ON number = event_number",
    ),
    (
        "event_organization",
        "SELECT json_array(id, organization_id, role) FROM event_organization JOIN event ON number = event_number",
    ),
    (
        "event_person",
        "SELECT json_array(id, person_id, role) FROM event_person JOIN event ON number = event_number",
    ),
    (
        "event_place",
        "SELECT json_array(id, place_id, role) FROM event_place JOIN event ON number = event_number",
    ),
    (
        "decision",
        "SELECT json_array(id, decision.number, text) FROM decision JOIN event ON event.number = event_number",
    ),
    (
        "redirect",
        "SELECT json_array(noun, from_id, to_id) FROM redirect",
    ),
    (
        "item",
        "SELECT json_array(name, digest, event_id, recorded) FROM item",
    ),
    (
        "change",
        "SELECT json_array(number, noun, id, action) FROM change",
    ),
];

/// A path of the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// An archive in a folder that goes with it.
pub struct Shelf {
    /// Its folder.
    pub folder: TempDir,
}

impl Shelf {
    /// An empty archive.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { folder }
    }

    /// An archive of the five founding documents.
    pub async fn founding() -> Self {
        let shelf = Self::new();
        let totals = shelf.import(&[project("seeds")]).await;
        assert_eq!((totals.created, totals.refused), (5, 0));
        shelf
    }

    /// Its database.
    pub fn database(&self) -> PathBuf {
        self.folder.path().join("sijill.sqlite")
    }

    /// A connection to it, to see and do what the program does not; an empty database where there is none.
    pub async fn connection(&self) -> SqliteConnection {
        let options = SqliteConnectOptions::new()
            .filename(self.database())
            .create_if_missing(true);
        options.connect().await.expect("a connection")
    }

    /// All that it holds but for the moments it was written at, by table.
    pub async fn content(&self) -> Content {
        let mut connection = self.connection().await;
        let mut content = BTreeMap::new();
        for (table, query) in CONTENT {
            let rows = sqlx::query_scalar::<_, String>(query).fetch_all(&mut connection);
            let mut rows = rows.await.expect("rows");
            rows.sort_unstable();
            content.insert(table, rows);
        }
        connection.close().await.expect("closed");
        content
    }

    /// Imports what the paths hold.
    pub async fn import(&self, paths: &[PathBuf]) -> Totals {
        self.import_as(paths, Mode::Write).await.0
    }

    /// Imports, or rehearses it, and answers the report's lines too.
    pub async fn import_as(&self, paths: &[PathBuf], mode: Mode) -> (Totals, String) {
        let mut lines = Vec::new();
        let mut writer = self.writer().await;
        let mut report = Report::new(Some(&mut lines));
        let totals = import(&mut writer, paths, mode, &mut report)
            .await
            .expect("an import");
        writer.close().await.expect("a closed database");
        (totals, String::from_utf8(lines).expect("a report in UTF-8"))
    }

    /// A connection that may write.
    pub async fn writer(&self) -> Writer {
        Writer::open(&self.database()).await.expect("a database")
    }

    /// Connections that can only read.
    pub async fn reader(&self) -> Reader {
        Reader::open(&self.database(), 2).await.expect("a database")
    }

    /// The site over it.
    pub async fn service(&self) -> Service {
        self.site().await.0
    }

    /// The site over it, with what a change of the archive is told to.
    pub async fn site(&self) -> (Service, Archive, PageCache) {
        self.site_as(Site::new("https://sijill.example")).await
    }

    /// The site over it, with an address for corrections.
    pub async fn service_corrected_at(&self, contact: Contact) -> Service {
        let site = Site::new("https://sijill.example").corrected_at(Some(contact));
        self.site_as(site).await.0
    }

    async fn site_as(&self, site: Site) -> (Service, Archive, PageCache) {
        let archive = Archive {
            reader: self.reader().await.remembering(1 << 20),
            index: Index::in_memory().expect("an index"),
            site: Arc::new(site),
            completions: Completions::default(),
        };
        let pages = PageCache::new(8 << 20);
        let last = catch_up(&archive.reader, &archive.index)
            .await
            .expect("an index");
        advance(&archive.reader, &pages, last);
        let completions = &archive.completions;
        completions.renew(&archive.reader).await.expect("names");
        (Service::new(archive.clone(), pages.clone()), archive, pages)
    }

    /// A file in its folder, beside the database.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        let folder = path.parent().expect("a folder");
        std::fs::create_dir_all(folder).expect("a folder");
        std::fs::write(&path, text).expect("a file");
        path
    }
}
