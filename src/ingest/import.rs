//! Import: everything the given paths hold, item by item. It is idempotent: what did not change is
//! not touched, and an import that was killed is finished by the next.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::analysis::resolve::Resolver;
use crate::ingest::ahead::{BATCHES, Inputs, Read, make, read};
use crate::ingest::authority::{dangling, read_authorities};
use crate::ingest::batch::put_batch;
use crate::ingest::bulk::{BulkLine, lines};
use crate::ingest::file::read_text;
use crate::ingest::item::{Input, Mode, Outcome, make_event};
use crate::ingest::problem::Problem;
use crate::ingest::report::{Report, Totals};
use crate::ingest::reprint::write_missing_bands;
use crate::ingest::seed::{RecordFile, Seeds, name_of, read_seeds};
use crate::ingest::write::Entry;
use crate::model::authority::Authorities;
use crate::model::document::{Source, digest};
use crate::store::authority::{list_authorities, put_organization, put_person, put_place};
use crate::store::item::find_settled;
use crate::store::open::Writer;
use crate::store::signature::sort_in_all;

/// Imports what the paths hold. Problems are printed to standard error as they are met.
///
/// # Errors
/// When the database fails or the report cannot be written; what was imported before is kept.
pub async fn import(
    writer: &mut Writer,
    paths: &[PathBuf],
    mode: Mode,
    report: &mut Report<'_>,
) -> anyhow::Result<Totals> {
    let seeds = read_seeds(paths);
    refuse(report, &seeds.problems)?;
    let known = import_authorities(writer, &seeds, mode, report).await?;
    if mode == Mode::Write {
        write_missing_bands(writer).await?;
    }
    let fingerprint = digest(&fingerprint_of(&known)?);
    let progress = progress(seeds.documents.len() as u64);
    let resolver = Arc::new(Resolver::new(Arc::new(known)));
    let mut inputs = inputs(seeds);
    let mut ahead = VecDeque::with_capacity(BATCHES);
    loop {
        while ahead.len() < BATCHES {
            let batch = read(&mut inputs, &fingerprint);
            if batch.is_empty() {
                break;
            }
            // What is written meanwhile may settle others: that is looked at once more when they are written.
            let settled = find_settled(writer, &names(&batch)).await?;
            let resolver = Arc::clone(&resolver);
            let making = move || make(batch, &resolver, &settled);
            ahead.push_back(tokio::task::spawn_blocking(making));
        }
        let Some(made) = ahead.pop_front() else {
            break;
        };
        write_batch(writer, made.await?, &resolver, mode, (report, &progress)).await?;
    }
    if mode == Mode::Write {
        let mut write = writer.begin().await?;
        sort_in_all(&mut write).await?;
        write.commit().await?;
    }
    progress.finish_and_clear();
    Ok(report.totals())
}

/// Writes a batch in one transaction; what is refused was not written. The report tells what is there for good.
async fn write_batch(
    writer: &mut Writer,
    batch: Vec<Result<Entry, Box<Problem>>>,
    resolver: &Resolver,
    mode: Mode,
    (report, progress): (&mut Report<'_>, &ProgressBar),
) -> anyhow::Result<()> {
    let mut write = match mode {
        Mode::Write => writer.begin().await?,
        Mode::Dry => writer.rehearse().await?,
    };
    let all = put_batch(&mut write, batch, resolver).await?;
    if mode == Mode::Write {
        write.commit().await?;
    }
    for written in all {
        if let Outcome::Refused(problems) = &written.outcome {
            progress.suspend(|| print_problems(problems));
        }
        report.add(&written.name, &written.outcome, &written.remarks)?;
        progress.inc(1);
    }
    Ok(())
}

fn names(read: &[Read]) -> Vec<(String, String)> {
    let read = read.iter().flatten();
    read.map(|(input, digest)| (input.name.clone(), digest.clone()))
        .collect()
}

/// Holds everything the paths contain against every rule, and answers all problems.
#[must_use]
pub fn check(paths: &[PathBuf]) -> (u64, Vec<Problem>) {
    let seeds = read_seeds(paths);
    let (known, mut problems) = read_all_authorities(&seeds);
    problems.splice(0..0, seeds.problems.iter().cloned());
    let resolver = Resolver::new(Arc::new(known));
    let mut checked = 0;
    for input in inputs(seeds) {
        checked += 1;
        match input {
            Ok(input) => problems.extend(make_event(&input, &resolver).err().into_iter().flatten()),
            Err(problem) => problems.push(*problem),
        }
    }
    (checked, problems)
}

fn fingerprint_of(known: &Authorities) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&(&known.organizations, &known.people, &known.places))
}

fn read_all_authorities(seeds: &Seeds) -> (Authorities, Vec<Problem>) {
    let mut all = Authorities::default();
    let mut problems = Vec::new();
    let mut folders = seeds.authorities.clone();
    folders.sort();
    folders.dedup();
    for folder in folders {
        let (read, wrong) = read_authorities(&folder);
        problems.extend(wrong);
        all.organizations.extend(read.organizations.clone());
        all.people.extend(read.people.clone());
        all.places.extend(read.places.clone());
        problems.extend(dangling(&folder, &read, &all));
    }
    (all, problems)
}

/// Writes the authorities of the files, and answers all that the archive then knows.
async fn import_authorities(
    writer: &mut Writer,
    seeds: &Seeds,
    mode: Mode,
    report: &mut Report<'_>,
) -> anyhow::Result<Authorities> {
    let (read, problems) = read_all_authorities(seeds);
    refuse(report, &problems)?;
    let mut write = writer.begin().await?;
    let mut known = list_authorities(&mut write).await?;
    for organization in read.organizations.values() {
        put_organization(&mut write, organization).await?;
    }
    for person in read.people.values() {
        put_person(&mut write, person).await?;
    }
    for place in read.places.values() {
        put_place(&mut write, place).await?;
    }
    if mode == Mode::Write {
        write.commit().await?;
    }
    known.organizations.extend(read.organizations);
    known.people.extend(read.people);
    known.places.extend(read.places);
    Ok(known)
}

/// Every document of the seeds, read when its turn comes.
fn inputs(seeds: Seeds) -> Inputs {
    let Seeds {
        documents,
        bulk,
        records,
        ..
    } = seeds;
    let documents = documents.into_iter().map(move |path| {
        let record = records.get(&name_of(&path)).cloned();
        read_document(&path, record)
    });
    let bulk = bulk.into_iter().flat_map(|path| read_bulk(&path));
    Box::new(documents.chain(bulk))
}

fn read_document(path: &Path, record: Option<RecordFile>) -> Result<Input, Box<Problem>> {
    Ok(Input {
        file: path.display().to_string(),
        line: None,
        name: name_of(path),
        text: read_text(path)?,
        title: None,
        source: Source::default(),
        record,
    })
}

fn read_bulk(path: &Path) -> Inputs {
    let file = path.display().to_string();
    match lines(path) {
        Ok(lines) => {
            Box::new(lines.map(move |(number, line)| Ok(bulk_input(&file, number, line?))))
        }
        Err(problem) => Box::new(std::iter::once(Err(problem))),
    }
}

fn bulk_input(file: &str, number: usize, line: BulkLine) -> Input {
    let source = line.source();
    let record = line.record.map(|record| RecordFile {
        file: format!("{file}:{number}"),
        source: serde_json::to_string(&record).unwrap_or_default(),
        record,
    });
    Input {
        file: file.to_owned(),
        line: Some(number),
        name: line.name,
        text: line.text,
        title: line.title,
        source,
        record,
    }
}

fn refuse(report: &mut Report<'_>, problems: &[Problem]) -> std::io::Result<()> {
    print_problems(problems);
    for problem in problems {
        report.add(&problem.file, &Outcome::Refused(vec![problem.clone()]), &[])?;
    }
    Ok(())
}

/// Prints problems to standard error, a line each.
pub fn print_problems(problems: &[Problem]) {
    for problem in problems {
        eprintln!("{problem}");
    }
}

fn progress(items: u64) -> ProgressBar {
    // Hidden by itself where standard error is no terminal.
    let bar = ProgressBar::with_draw_target(Some(items), ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{pos}/{len} {wide_bar} {eta}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
