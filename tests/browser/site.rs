//! The real program, serving the five founding documents from a folder that is thrown away.

use std::fs::{File, read_to_string};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, ensure};
use tempfile::TempDir;

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");

/// A running server; it ends when dropped.
#[derive(Debug)]
pub struct Site {
    process: Child,
    /// Where it serves: `http://127.0.0.1:40123`.
    pub address: String,
    _data: TempDir,
}

impl Site {
    /// Starts the server and waits until it says its address.
    pub fn start() -> anyhow::Result<Self> {
        let data = tempfile::tempdir()?;
        let log = data.path().join("log");
        let mut process = Command::new(env!("CARGO_BIN_EXE_sijill"))
            .args([
                "serve",
                "--listen",
                "127.0.0.1:0",
                "--seeds",
                SEEDS,
                "--data",
            ])
            .arg(data.path().join("archive"))
            .env_clear() // a reader's SIJILL_… settings are not those of the test
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::create(&log)?)
            .spawn()
            .context("sijill does not start")?;
        let mut address = String::new();
        if let Some(stdout) = process.stdout.take() {
            BufReader::new(stdout).read_line(&mut address)?;
        }
        let site = Self {
            process,
            address: address.trim().to_owned(),
            _data: data,
        };
        ensure!(
            site.address.starts_with("http://"),
            "sijill serve said no address:\n{}",
            read_to_string(&log).unwrap_or_default()
        );
        Ok(site)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
