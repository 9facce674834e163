//! How well a draft tells what its document states: `cargo run --release --example extraction -- GOLD_DIR`. The folder
//! holds `texts/NAME.txt` with `gold/NAME.json`, or is laid out as `seeds/`, whose reviewed records are then the gold.
//! Printed are each miss on its line, the table of the fields, and documents drafted a second. Evidence that is not its
//! slice of the text is told and ends the run with an error.

mod extraction {
    pub mod answer;
    pub mod compare;
    pub mod gold;
    pub mod list;
    pub mod name;
    pub mod score;
    pub mod seeds;
    pub mod speed;
}

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use extraction::compare::run;
use extraction::gold::read_gold;
use extraction::seeds::read_records;
use extraction::speed::measure;

// As in the program that imports.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Scores the drafts of documents against gold.
#[derive(Parser)]
struct Arguments {
    /// A folder with texts/ and gold/, or with documents/, events/ and authorities/.
    folder: PathBuf,
}

fn main() -> anyhow::Result<ExitCode> {
    let Arguments { folder } = Arguments::parse();
    let gold = if folder.join("gold").is_dir() {
        read_gold(&folder)?
    } else {
        read_records(&folder)?
    };
    let run = run(&gold)?;
    for miss in run.scores.misses() {
        println!("{miss}");
    }
    println!("\n{} documents\n{}", gold.len(), run.scores);
    println!("{}", measure(&gold));
    for fault in &run.faults {
        println!("{fault}");
    }
    Ok(ExitCode::from(u8::from(!run.faults.is_empty())))
}
