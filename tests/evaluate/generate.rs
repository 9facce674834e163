//! Makes large archives that read like real ones, to measure with:
//! `cargo run --release --example generate -- --documents N --seed S --out FOLDER/FILE.jsonl SENTENCES…`. The sentences
//! come from the files named last: `.txt`, or `.jsonl` with a `text` a line. Writes bulk lines with records and, beside
//! them, `authorities/organizations.toml`; `sijill import FOLDER` takes both. Same sources, same seed, same bytes.

mod generate {
    pub mod account;
    pub mod chance;
    pub mod country;
    pub mod day;
    pub mod line;
    pub mod organization;
    pub mod person;
    pub mod record;
    pub mod source;
    pub mod variation;
}

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use clap::Parser;

use generate::account::{Account, Stock};
use generate::chance::Chance;
use generate::line::Line;
use generate::organization::{Register, write_authorities};
use generate::person::families;
use generate::record::record_of;
use generate::source::Sentences;

/// Makes a large archive as a bulk file.
#[derive(Debug, Parser)]
struct Arguments {
    /// How many documents.
    #[arg(long)]
    documents: u64,
    /// Another seed gives another archive.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The bulk file; the authorities go to a folder beside it.
    #[arg(long, value_name = "FILE.jsonl")]
    out: PathBuf,
    /// Where the sentences are taken from.
    #[arg(required = true)]
    sentences: Vec<PathBuf>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let mut chance = Chance::new(arguments.seed);
    let stock = Stock {
        sentences: Sentences::read(&arguments.sentences, &mut chance)?,
        register: Register::new(&mut chance),
        families: families(),
    };
    let folder = arguments.out.parent().ok_or("--out names no file")?;
    write_authorities(&folder.join("authorities"), &stock.register)?;
    let mut file = BufWriter::new(File::create(&arguments.out)?);
    let mut bytes = 0;
    for number in 0..arguments.documents {
        // Each document has its own chance, so that a larger archive begins with the smaller one.
        let mut chance = Chance::new(arguments.seed).branch(number);
        let account = Account::new(&stock, &mut chance);
        bytes += account.text.len();
        let line = Line {
            name: format!("generated-{}-{number:07}", arguments.seed),
            text: &account.text,
            record: record_of(&account, &mut chance)?,
        };
        serde_json::to_writer(&mut file, &line)?;
        file.write_all(b"\n")?;
    }
    file.flush()?;
    eprintln!(
        "{} documents, {bytes} bytes of text, of {} sentences",
        arguments.documents,
        stock.sentences.len()
    );
    Ok(())
}
