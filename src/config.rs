//! What can be set, by flags and by environment variables `SIJILL_…`.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::model::contact::Contact;
use crate::model::country::CountryCode;
use crate::model::date::Edtf;
use crate::model::id::{EventId, OrganizationId, PersonId, PlaceId};
use crate::model::vocabulary::{Kind, Review};

/// A public archive of coalition-founding events from Arabic documents.
///
/// Without a command it serves, as `sijill serve` does.
#[derive(Debug, Parser)]
#[command(name = "sijill", version, args_conflicts_with_subcommands = true)]
pub struct Config {
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Flags of `serve`, when no command is given.
    #[command(flatten)]
    pub serve: Serve,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the archive: bring the database and the index up to date, then answer until told to stop.
    Serve(Serve),
    /// Import documents, records and authority files; what did not change is not touched.
    Import(Import),
    /// Print what the machine finds in documents; writes nothing.
    Extract(Extract),
    /// Hold documents, records and authority files against every rule; print all problems.
    Check(Check),
    /// Search as the site does.
    Search(Box<Search>),
    /// Check everything: the database, every evidence, the index against the database.
    Verify(Data),
    /// Withdraw an event: its page says so from then on, with the reason.
    Withdraw(Withdraw),
    /// Merge an event into another: its address leads there from then on.
    Merge(Merge),
    /// Throw the index away and build it from the database.
    Reindex(Data),
}

/// Where the archive is.
#[derive(Debug, Clone, Args)]
pub struct Data {
    /// Folder of the database and the index.
    #[arg(long, env = "SIJILL_DATA", default_value = "data", value_name = "DIR")]
    pub data: PathBuf,
}

/// Flags of `serve`.
#[derive(Debug, Clone, Args)]
pub struct Serve {
    /// Where the archive is.
    #[command(flatten)]
    pub data: Data,
    /// Address to listen on.
    #[arg(
        long,
        env = "SIJILL_LISTEN",
        default_value = "127.0.0.1:3000",
        value_name = "ADDRESS"
    )]
    pub listen: SocketAddr,
    /// Folder of documents, records and authority files, imported at the start.
    #[arg(
        long,
        env = "SIJILL_SEEDS",
        default_value = "seeds",
        value_name = "DIR"
    )]
    pub seeds: PathBuf,
    /// Import nothing at the start.
    #[arg(long, env = "SIJILL_NO_IMPORT")]
    pub no_import: bool,
    /// Address under which readers know the archive; that of --listen if not given.
    #[arg(long, env = "SIJILL_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Where readers send corrections: a mail address, or the page of an issue tracker where an issue is begun, which
    /// takes `title` and `body` as parameters.
    #[arg(
        long,
        env = "SIJILL_CORRECTIONS",
        value_name = "ADDRESS",
        value_parser = Contact::parse
    )]
    pub corrections: Option<Contact>,
    /// Memory for rendered pages, in MiB; 0 renders every page anew.
    #[arg(
        long,
        env = "SIJILL_CACHE_MB",
        default_value_t = 16,
        value_name = "MIB"
    )]
    pub cache_mb: u64,
    /// Memory for the records read last, in MiB; 0 reads each anew.
    #[arg(
        long,
        env = "SIJILL_RECORDS_MB",
        default_value_t = 8,
        value_name = "MIB"
    )]
    pub records_mb: u64,
}

/// Flags of `import`.
#[derive(Debug, Args)]
pub struct Import {
    /// Where the archive is.
    #[command(flatten)]
    pub data: Data,
    /// Documents, records, bulk files (.jsonl), or folders of them.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Tell what would happen; write nothing.
    #[arg(long, env = "SIJILL_DRY_RUN")]
    pub dry_run: bool,
    /// Write one JSON line an item to this file.
    #[arg(long, env = "SIJILL_REPORT", value_name = "FILE")]
    pub report: Option<PathBuf>,
}

/// Flags of `extract`.
#[derive(Debug, Args)]
pub struct Extract {
    /// Documents, or folders of them.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// How to print: toml for one file and jsonl for several, if not given.
    #[arg(long, env = "SIJILL_FORMAT", value_enum)]
    pub format: Option<ExtractFormat>,
}

/// How `extract` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExtractFormat {
    /// A draft record for a person to review.
    Toml,
    /// One object.
    Json,
    /// One object a line and file.
    Jsonl,
}

/// Flags of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Documents, records, bulk files, or folders of them.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

/// Flags of `search`.
#[derive(Debug, Args)]
pub struct Search {
    /// Where the archive is.
    #[command(flatten)]
    pub data: Data,
    /// What to search for; empty lists everything.
    #[arg(default_value = "")]
    pub query: String,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
    /// Print how each score came about.
    #[arg(long)]
    pub explain: bool,
    /// ISO code of a country; may be repeated: any of them.
    #[arg(long, value_parser = CountryCode::parse)]
    pub country: Vec<CountryCode>,
    /// Id of an organization; may be repeated: any of them.
    #[arg(long, value_parser = OrganizationId::parse)]
    pub organization: Vec<OrganizationId>,
    /// Id of a person.
    #[arg(long, value_parser = PersonId::parse)]
    pub person: Option<PersonId>,
    /// Id of a place.
    #[arg(long, value_parser = PlaceId::parse)]
    pub place: Option<PlaceId>,
    /// founding, meeting, conference, statement or call.
    #[arg(long, value_parser = parse_kind)]
    pub kind: Option<Kind>,
    /// reviewed or extracted.
    #[arg(long, value_parser = parse_review)]
    pub review: Option<Review>,
    /// First date, EDTF.
    #[arg(long, value_parser = Edtf::parse)]
    pub from: Option<Edtf>,
    /// Last date, EDTF.
    #[arg(long, value_parser = Edtf::parse)]
    pub to: Option<Edtf>,
    /// Only what is certainly within the dates.
    #[arg(long)]
    pub certain: bool,
    /// The role that the country or organization must play.
    #[arg(long)]
    pub role: Option<String>,
    /// How to sort.
    #[arg(long, value_enum, default_value = "relevance")]
    pub sort: SearchSort,
    /// How many to print.
    #[arg(long, default_value_t = 20)]
    pub limit: usize,
}

/// How `search` sorts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SearchSort {
    /// The best first.
    Relevance,
    /// The oldest first.
    Date,
    /// The newest first.
    #[value(name = "-date")]
    DateDescending,
    /// By title.
    Title,
    /// The drafts that the machine is least sure of first.
    Confidence,
}

/// Flags of `withdraw`.
#[derive(Debug, Args)]
pub struct Withdraw {
    /// Where the archive is.
    #[command(flatten)]
    pub data: Data,
    /// The event.
    #[arg(value_parser = EventId::parse)]
    pub id: EventId,
    /// Why, for readers.
    #[arg(long)]
    pub reason: String,
}

/// Flags of `merge`.
#[derive(Debug, Args)]
pub struct Merge {
    /// Where the archive is.
    #[command(flatten)]
    pub data: Data,
    /// The event that ends.
    #[arg(value_parser = EventId::parse)]
    pub from: EventId,
    /// The event that goes on.
    #[arg(value_parser = EventId::parse)]
    pub into: EventId,
}

fn parse_kind(text: &str) -> Result<Kind, String> {
    Kind::parse(text).ok_or_else(|| one_of(Kind::ALL.iter().map(|kind| kind.as_str())))
}

fn parse_review(text: &str) -> Result<Review, String> {
    Review::parse(text).ok_or_else(|| one_of(Review::ALL.iter().map(|review| review.as_str())))
}

fn one_of<'a>(terms: impl Iterator<Item = &'a str>) -> String {
    format!("one of {}", terms.collect::<Vec<_>>().join(", "))
}

impl Data {
    /// The database.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.data.join("sijill.sqlite")
    }

    /// The folder of the index.
    #[must_use]
    pub fn index(&self) -> PathBuf {
        self.data.join("index")
    }
}
