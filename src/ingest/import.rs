//! Import: everything the given paths hold, item by item. It is idempotent: what did not change is
//! not touched, and an import that was killed is finished by the next.

use std::path::{Path, PathBuf};

use anyhow::Context;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::ingest::authority::{dangling, read_authorities};
use crate::ingest::bulk::{BulkLine, lines};
use crate::ingest::item::{Input, Mode, Outcome, import_item, make_event};
use crate::ingest::problem::Problem;
use crate::ingest::report::{Report, Totals};
use crate::ingest::seed::{RecordFile, Seeds, name_of, read_seeds};
use crate::model::authority::Authorities;
use crate::model::document::{Source, digest};
use crate::store::authority::{list_authorities, put_organization, put_person, put_place};
use crate::store::open::Writer;

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
    let fingerprint = digest(&fingerprint_of(&known)?);
    let progress = progress(seeds.documents.len() as u64);
    for input in inputs(&seeds) {
        let (name, outcome) = match input {
            Ok(input) => {
                let authorities = (&known, &fingerprint);
                let outcome = import_item(writer, &input, authorities, mode)
                    .await
                    .with_context(|| format!("importing {}", input.name))?;
                (input.name, outcome)
            }
            Err(problem) => (problem.file.clone(), Outcome::Refused(vec![*problem])),
        };
        if let Outcome::Refused(problems) = &outcome {
            progress.suspend(|| print_problems(problems));
        }
        report.add(&name, &outcome)?;
        progress.inc(1);
    }
    progress.finish_and_clear();
    Ok(report.totals())
}

/// Holds everything the paths contain against every rule, and answers all problems.
#[must_use]
pub fn check(paths: &[PathBuf]) -> (u64, Vec<Problem>) {
    let seeds = read_seeds(paths);
    let (known, mut problems) = read_all_authorities(&seeds);
    problems.splice(0..0, seeds.problems.iter().cloned());
    let mut checked = 0;
    for input in inputs(&seeds) {
        checked += 1;
        match input {
            Ok(input) => problems.extend(make_event(&input, &known).err().into_iter().flatten()),
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
fn inputs(seeds: &Seeds) -> impl Iterator<Item = Result<Input, Box<Problem>>> + '_ {
    let documents = seeds
        .documents
        .iter()
        .map(|path| read_document(seeds, path));
    let bulk = seeds.bulk.iter().flat_map(|path| read_bulk(path));
    documents.chain(bulk)
}

fn read_document(seeds: &Seeds, path: &Path) -> Result<Input, Box<Problem>> {
    let name = name_of(path);
    let file = path.display().to_string();
    let problem = |message: String| {
        let (file, line, rule) = (file.clone(), None, "readable");
        Box::new(Problem {
            file,
            line,
            rule,
            message,
        })
    };
    let bytes = std::fs::read(path).map_err(|error| problem(error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        problem(format!(
            "byte {at} is no UTF-8: convert the file to UTF-8 first"
        ))
    })?;
    let record = seeds.records.get(&name).cloned();
    let (line, title, source) = (None, None, Source::default());
    Ok(Input {
        file,
        line,
        name,
        text,
        title,
        source,
        record,
    })
}

fn read_bulk(path: &Path) -> Box<dyn Iterator<Item = Result<Input, Box<Problem>>>> {
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
        report.add(&problem.file, &Outcome::Refused(vec![problem.clone()]))?;
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
