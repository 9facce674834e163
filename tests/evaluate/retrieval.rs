//! How well the search finds: `cargo run --release --example retrieval -- PASSAGES QUESTIONS [--light10] [--rows N]`.
//! Passages are bulk lines (`{"name", "text"}`), questions lines of `{"question", "relevant": [names], "set"}`. The
//! passages go through the real import into a throw-away archive, clean and again with a tenth of the spaces between
//! letters removed; each question is then asked of the real search as a reader would type it. Printed are the mean
//! reciprocal rank at 10, recall at 1, 5 and 10, nDCG at 10, and milliseconds a question; `--light10` gives the yardstick.

mod retrieval {
    pub mod archive;
    pub mod glue;
    pub mod measure;
    pub mod question;
}

use std::path::PathBuf;
use std::time::Instant;

use clap::Parser;
use retrieval::archive::Archive;
use retrieval::measure::Measures;
use retrieval::question::read_questions;
use sijill::search::analyzer::Analysis;

/// Measures the search on passages and questions.
#[derive(Parser)]
struct Arguments {
    /// Files of passages and of questions, told apart by their first line.
    #[arg(required = true, num_args = 1..)]
    files: Vec<PathBuf>,
    /// Index with folding and light10 stems alone.
    #[arg(long)]
    light10: bool,
    /// Measure the clean passages only.
    #[arg(long)]
    clean: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let (questions, passages) = read_questions(&arguments.files)?;
    let analysis = if arguments.light10 {
        Analysis::Light10
    } else {
        Analysis::Full
    };
    let shares = if arguments.clean {
        &[0.0][..]
    } else {
        &[0.0, glue_share()][..]
    };
    for share in shares {
        let began = Instant::now();
        let archive = Archive::build(&passages, *share, analysis).await?;
        let name = if *share > 0.0 { "glued" } else { "clean" };
        println!(
            "{name}: {} passages in {:.1} s, {} questions",
            archive.size(),
            began.elapsed().as_secs_f64(),
            questions.len()
        );
        let mut all = Measures::default();
        for question in &questions {
            let began = Instant::now();
            let found = archive.search(&question.question)?;
            let took = began.elapsed();
            all.add(&question.set, &found, &question.relevant, took);
        }
        print!("{all}");
    }
    Ok(())
}

fn glue_share() -> f64 {
    retrieval::glue::SHARE
}
