//! How search bears a large archive: `cargo run --release --example scale -- --data DIR --from FILE.jsonl`, with a bulk
//! file of the example `generate`. The first run fills the archive, later ones find it in DIR and need no `--from`.
//! Prints the size of the index, how fast it follows the log, milliseconds a search (p50 and p99, on one thread, twenty
//! hits with facets) for several sorts of questions, alone and with one filter more, and the memory of the process.

mod scale {
    pub mod fill;
    pub mod memory;
    pub mod narrowing;
    pub mod question;
    pub mod sample;
    pub mod size;
    pub mod timing;
}

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use clap::Parser;
use sijill::search::Index;
use sijill::search::query::Query;
use sijill::store::change::last_change;
use sijill::store::open::Reader;
use sijill::web::follow::catch_up;

use scale::fill::fill;
use scale::memory::{told_memory, told_peak};
use scale::narrowing::Narrowing;
use scale::question::{Sort, questions};
use scale::sample::Sample;
use scale::size::{Texts, bytes_below};
use scale::timing::{Timing, processor_seconds};

// As in the program that serves.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Measures search over a large archive.
#[derive(Debug, Parser)]
struct Arguments {
    /// The folder of the archive.
    #[arg(long)]
    data: PathBuf,
    /// A bulk file to fill it from, where it is not there yet.
    #[arg(long, value_name = "FILE.jsonl")]
    from: Option<PathBuf>,
    /// Build the index anew.
    #[arg(long)]
    reindex: bool,
    /// How often each question is asked.
    #[arg(long, default_value_t = 25)]
    runs: usize,
    /// Only this sort of questions, named as in the table, and a line for each of them.
    #[arg(long, value_name = "SORT")]
    only: Option<String>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let database = arguments.data.join("sijill.sqlite");
    if !database.exists() {
        let from = arguments.from.as_ref();
        let from = from.ok_or("there is no archive yet: --from FILE.jsonl fills one")?;
        std::fs::create_dir_all(&arguments.data)?;
        fill(&database, from).await?.write(&arguments.data)?;
    }
    let texts = Texts::read(&arguments.data)?;
    let folder = arguments.data.join("index");
    let reader = Reader::open(&database, 2).await?;
    let index = Index::open(&folder)?;
    if arguments.reindex {
        index.clear()?;
    }
    follow(&reader, &index, texts).await?;
    let bytes = bytes_below(&folder)?;
    println!(
        "index {:.1} MB, text {:.1} MB: {:.1} %",
        bytes as f64 / 1e6,
        texts.bytes as f64 / 1e6,
        100.0 * bytes as f64 / texts.bytes as f64
    );
    for (field, bytes) in index.field_sizes()? {
        let share = 100.0 * bytes as f64 / texts.bytes as f64;
        println!(
            "  {field:<18} {:>8.1} MB  {share:>5.1} %",
            bytes as f64 / 1e6
        );
    }
    told_memory("index open")?;
    let sample = Sample::read(&reader, texts.documents).await?;
    measure(&index, &sample, &arguments)?;
    told_memory("after the searches")
}

/// Brings the index to the last change, as a server does when it starts, and tells how fast that went.
async fn follow(reader: &Reader, index: &Index, texts: Texts) -> Result<(), Box<dyn Error>> {
    let held = index.held();
    if held >= last_change(reader).await? {
        println!("the index holds the last change already: --reindex measures following the log");
        return Ok(());
    }
    let (begun, used) = (Instant::now(), processor_seconds()?);
    catch_up(reader, index).await?;
    let seconds = begun.elapsed().as_secs_f64();
    let used = processor_seconds()? - used;
    // From nowhere only: changes are no documents, since authorities have theirs too.
    if held.0 == 0 {
        println!(
            "following the log: {} documents in {seconds:.1} s ({used:.1} s of the processor), {:.0} documents/s",
            texts.documents,
            texts.documents as f64 / seconds
        );
    }
    told_peak("while following")
}

fn measure(index: &Index, sample: &Sample, arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let runs = arguments.runs;
    let is_asked = |sort: &Sort| {
        let only = arguments.only.as_ref();
        only.is_none_or(|only| only == sort.told())
    };
    let all = index.search(&Query::default())?;
    let narrowings = Narrowing::of(&all.facets);
    println!("{} events; each question asked {runs} times", all.total);
    Timing::tell_head();
    for sort in Sort::ALL.into_iter().filter(is_asked) {
        let questions = questions(index, sample, all.total, sort)?;
        if questions.is_empty() {
            println!("{}: there is no such word", sort.told());
            continue;
        }
        let plain = Timing::of(index, &questions, runs, |_| {})?;
        plain.tell(sort.told(), questions.len());
        if arguments.only.is_some() {
            plain.tell_each(&questions);
        }
        for narrowing in &narrowings {
            let narrowed = Timing::of(index, &questions, runs, |query| narrowing.apply(query))?;
            narrowed.tell_beside(&plain, narrowing.told());
        }
    }
    Ok(())
}
