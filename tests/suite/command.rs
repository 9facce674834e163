//! The binary as a user meets it: statuses, outputs, a running server.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::archive::{Shelf, project};

fn sijill(arguments: &[&str], data: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sijill"));
    command
        .args(arguments)
        .env("SIJILL_DATA", data)
        .output()
        .expect("a run")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

/// A server that ends with its test.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(data: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_sijill"))
            .args(["serve", "--listen", "127.0.0.1:0", "--seeds"])
            .arg(project("seeds"))
            .arg("--data")
            .arg(data)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a server");
        let mut line = String::new();
        let output = child.stdout.take().expect("its output");
        BufReader::new(output)
            .read_line(&mut line)
            .expect("its address");
        let address = line.trim().trim_start_matches("http://").to_owned();
        assert!(!address.is_empty(), "the server told no address");
        Self { child, address }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).expect("a connection");
        stream
            .set_read_timeout(Some(Duration::from_secs(30)))
            .expect("a timeout");
        stream
    }

    fn get(&self, path: &str) -> String {
        let mut stream = self.connect();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        )
        .expect("sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn terminate(&mut self) -> bool {
        let signal = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        assert!(signal.expect("a signal").success());
        self.child.wait().expect("ended").success()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has ended already where the test ended it.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn statuses_tell_well_refused_and_wrong_usage() {
    let shelf = Shelf::new();
    let data = shelf.folder.path();
    let seeds = project("seeds");
    let seeds = seeds.to_str().expect("a path");
    assert_eq!(sijill(&["check", seeds], data).status.code(), Some(0));
    assert_eq!(sijill(&["import", seeds], data).status.code(), Some(0));
    assert_eq!(sijill(&["verify"], data).status.code(), Some(0));
    assert_eq!(sijill(&["import"], data).status.code(), Some(2));
    assert_eq!(sijill(&["wish"], data).status.code(), Some(2));
    let bad = shelf.file("bad.txt", "");
    let refused = sijill(&["import", bad.to_str().expect("a path")], data);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("bad.txt"), "{refused:?}");
    assert_eq!(
        sijill(&["withdraw", "zzzzzzzz", "--reason", "لا"], data)
            .status
            .code(),
        Some(1)
    );
}

#[test]
fn extract_prints_a_draft_that_a_person_can_complete() {
    let shelf = Shelf::new();
    let document = shelf.file(
        "documents/a.txt",
        "أعلنت في تونس يوم 14 يناير 2012 جمعيات محلية عن تأسيس شبكة الواحات.",
    );
    let path = document.to_str().expect("a path");
    let draft = sijill(&["extract", path], shelf.folder.path());
    let record = text(&draft.stdout);
    assert!(record.contains("review = \"extracted\""), "{record}");
    shelf.file("events/a.toml", &format!("id = \"q1w2e3r4\"\n{record}"));
    let checked = sijill(
        &["check", shelf.folder.path().to_str().expect("a path")],
        shelf.folder.path(),
    );
    assert!(
        checked.status.success(),
        "{}{record}",
        text(&checked.stderr)
    );
    let lines = sijill(&["extract", "--format", "jsonl", path], shelf.folder.path());
    let line: serde_json::Value = serde_json::from_slice(&lines.stdout).expect("JSON");
    assert_eq!(
        line.as_object()
            .and_then(|line| line.keys().next())
            .map(String::as_str),
        Some("file")
    );
    assert_eq!(line["review"], "extracted");
}

#[test]
fn a_served_archive_shows_what_another_process_changes() {
    let shelf = Shelf::new();
    let mut server = Server::start(shelf.folder.path());
    assert!(server.get("/readyz").starts_with("HTTP/1.1 200"));
    let list = server.get("/api/v1/events?limit=100");
    let id = sijill(&["search", "--json", "احمد"], shelf.folder.path());
    let id: serde_json::Value = serde_json::from_slice(&id.stdout).expect("JSON");
    let id = id["items"][0]["id"].as_str().expect("an id").to_owned();
    assert!(list.contains(&id));
    assert!(
        server
            .get(&format!("/events/{id}"))
            .starts_with("HTTP/1.1 200")
    );

    let line = "{\"name\": \"late\", \"text\": \"أعلنت نقابات في صفاقس يوم 3 ماي 2014 عن تأسيس جبهة الفسفاط.\"}\n";
    let late = shelf.file("late.jsonl", line);
    assert!(
        sijill(
            &["import", late.to_str().expect("a path")],
            shelf.folder.path()
        )
        .status
        .success()
    );
    assert!(
        sijill(
            &["withdraw", &id, "--reason", "طلب صاحب الشأن"],
            shelf.folder.path()
        )
        .status
        .success()
    );
    let begun = Instant::now();
    loop {
        let found = server.get("/api/v1/events?q=%D8%A7%D9%84%D9%81%D8%B3%D9%81%D8%A7%D8%B7");
        let gone = server.get(&format!("/events/{id}"));
        if found.contains("\"total\":1") && gone.starts_with("HTTP/1.1 410") {
            assert!(gone.contains("طلب صاحب الشأن"));
            break;
        }
        assert!(
            begun.elapsed() < Duration::from_secs(2),
            "not shown within two seconds"
        );
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(server.terminate(), "it ends well when told to");
}

#[test]
fn a_half_sent_request_is_not_waited_for_for_ever() {
    let shelf = Shelf::new();
    let mut server = Server::start(shelf.folder.path());
    let mut stream = server.connect();
    write!(stream, "GET / HTTP/1.1\r\nHost: x\r\n").expect("sent");
    let begun = Instant::now();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("the end");
    let waited = begun.elapsed();
    assert!(
        waited > Duration::from_secs(5) && waited < Duration::from_secs(20),
        "{waited:?}"
    );
    assert!(server.terminate());
}
