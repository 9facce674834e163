//! A throw-away archive of passages, made by the real import and asked by the real search.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Write};

use anyhow::Context;
use sijill::ingest::import::import;
use sijill::ingest::item::Mode;
use sijill::ingest::report::Report;
use sijill::search::Index;
use sijill::search::analyzer::Analysis;
use sijill::search::query::Query;
use sijill::store::open::{Reader, Writer};
use sijill::web::follow::catch_up;
use tempfile::TempDir;

use super::glue::{Dice, glue};
use super::measure::DEPTH;
use super::question::Passage;

/// The archive, and the names of each event's documents.
pub struct Archive {
    index: Index,
    names: HashMap<String, Vec<String>>,
    _folder: TempDir,
}

/// The seed of the lost spaces.
const SEED: u64 = 88_172_645_463_325_252;

impl Archive {
    /// Imports the passages, with this share of their spaces lost.
    ///
    /// # Errors
    /// When the import fails, or refuses more than the passages whose text came before.
    pub async fn build(
        passages: &[Passage],
        share: f64,
        analysis: Analysis,
    ) -> anyhow::Result<Self> {
        let folder = TempDir::new()?;
        let bulk = folder.path().join("passages.jsonl");
        let mut file = BufWriter::new(File::create(&bulk)?);
        let mut dice = Dice::new(SEED);
        for passage in passages {
            let text = glue(&passage.text, share, &mut dice);
            let line = serde_json::json!({"name": passage.name, "text": text});
            writeln!(file, "{line}")?;
        }
        file.into_inner()?.sync_all()?;
        let database = folder.path().join("sijill.sqlite");
        let mut writer = Writer::open(&database).await?;
        let listing = folder.path().join("report.jsonl");
        let mut lines = File::create(&listing)?;
        import(
            &mut writer,
            &[bulk],
            Mode::Write,
            &mut Report::new(Some(&mut lines)),
        )
        .await?;
        writer.close().await?;
        let reader = Reader::open(&database, 1).await?;
        let index = Index::in_memory_with(analysis)?;
        catch_up(&reader, &index).await?;
        let names = names(&std::fs::read_to_string(&listing)?)?;
        Ok(Self {
            index,
            names,
            _folder: folder,
        })
    }

    /// How many passages it holds.
    #[must_use]
    pub fn size(&self) -> usize {
        self.names.values().map(Vec::len).sum()
    }

    /// The names of the first passages of the answer to a question.
    ///
    /// # Errors
    /// When the index fails.
    pub fn search(&self, question: &str) -> anyhow::Result<Vec<String>> {
        let query = Query {
            text: question.to_owned(),
            limit: DEPTH,
            ..Query::default()
        };
        let hits = self.index.search(&query)?.hits;
        let names = hits
            .iter()
            .filter_map(|hit| self.names.get(hit.id.as_str()));
        Ok(names.flatten().take(DEPTH).cloned().collect())
    }
}

/// From the report of the import: the names of the documents of each event.
fn names(report: &str) -> anyhow::Result<HashMap<String, Vec<String>>> {
    let mut names: HashMap<String, Vec<String>> = HashMap::new();
    for line in report.lines() {
        let line: serde_json::Value =
            serde_json::from_str(line).context("the report of the import")?;
        if let (Some(id), Some(item)) = (line["id"].as_str(), line["item"].as_str()) {
            names
                .entry(id.to_owned())
                .or_default()
                .push(item.to_owned());
        }
    }
    Ok(names)
}
