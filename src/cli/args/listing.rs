//! The arguments of what lists, shows and explains: nothing is run.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::super::numbers::Whole;
use super::options::{Language, ScenarioOptions};
use crate::scenario::Asker;

/// `kantel scenarios`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel scenarios                             every question, and every file in the box\n  \
    kantel scenarios --who alderman\n  \
    kantel scenarios own-strength                one question whole\n  \
    kantel scenarios own-strength --write mine   its files, to change them\n  \
    kantel compare own-strength")]
pub struct ScenariosArgs {
    /// A question or a file in the box, by its name; or words to look for
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    /// Only what somebody asks
    #[arg(long, value_enum, ignore_case = true, conflicts_with = "name")]
    pub who: Option<Asker>,
    /// Write the files of the question, or the file, into a folder, with what they build on. A file that is there
    /// already is never replaced
    #[arg(long, value_name = "DIR", requires = "name")]
    pub write: Option<PathBuf>,
    /// Language; by default as the terminal is set
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
}

/// The rows of `docs/mechanisms.md`.
const MECHANISMS: [&str; 25] = [
    "M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "M10", "M11", "M12", "M13", "M14", "M15", "M16", "M17",
    "M18", "M19", "M20", "M21", "M22", "M23", "M24", "M25",
];

/// `kantel levers`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel levers\n  \
    kantel levers outreach.door_fte\n  \
    kantel levers --mechanism M5 --mechanism M7\n  \
    kantel levers --lang nl")]
pub struct LeversArgs {
    /// Only these levers, each whole, by their keys
    #[arg(value_name = "KEY", conflicts_with = "mechanism")]
    pub keys: Vec<String>,
    /// Only the levers of a mechanism, by its number in docs/mechanisms.md (repeatable)
    #[arg(long, value_name = "NUMBER", ignore_case = true, value_parser = MECHANISMS)]
    pub mechanism: Vec<String>,
    /// Language; by default as the terminal is set
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
}

/// `kantel explain`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel explain\n  \
    kantel explain proactive\n  \
    kantel explain --loop R7\n  \
    kantel explain mine.toml --residents 8000")]
pub struct ExplainArgs {
    /// A file or a built-in name. Without it: reactive
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<String>,
    /// Only a feedback loop: its links, its measured gain, what acts on it, and how to cut it (repeatable)
    #[arg(long = "loop", value_name = "LOOP")]
    pub loops: Vec<String>,
    /// Language; by default as the terminal is set
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
    /// Changes to the scenario.
    #[command(flatten)]
    pub options: ScenarioOptions,
}

/// What `kantel registry` lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Registry {
    /// What somebody can decide on
    Levers,
    /// The numbers of the world
    Parameters,
    /// What comes out
    Indicators,
    /// The causal links
    Links,
    /// The columns of microdata
    Microdata,
}

/// `kantel registry`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Examples:\n  \
    kantel registry levers > levers.csv\n  \
    kantel registry parameters plan.toml")]
pub struct RegistryArgs {
    /// What is listed
    #[arg(value_enum, value_name = "TABLE")]
    pub table: Registry,
    /// A file or a built-in name, whose values stand beside. Without it: reactive
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<String>,
    /// Changes to the scenario.
    #[command(flatten)]
    pub options: ScenarioOptions,
}

/// The tables of `kantel microdata`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Micro {
    /// Households with a team
    Cases,
    /// Needs
    Episodes,
    /// Services, from the first request on
    Entitlements,
    /// Doors at which somebody rang
    Visits,
}

/// `kantel microdata`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Examples:\n  \
    kantel microdata cases plan > cases.csv                          of the first sample, every scenario\n  \
    kantel microdata visits plan --scenario outreach --sample 7      of one scenario\n  \
    kantel registry microdata                                        what the columns hold")]
pub struct MicrodataArgs {
    /// What is told
    #[arg(value_enum, value_name = "TABLE")]
    pub table: Micro,
    /// The result folder: its courses run again, and are watched
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// Of this scenario alone, by its name (repeatable). Without it: of each
    #[arg(long, value_name = "NAME")]
    pub scenario: Vec<String>,
    /// Of this sample, from 0 (repeatable). Without it: of the first
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(0, 99_999))]
    pub sample: Vec<u32>,
    /// Of this replicate, from 0 (repeatable). Without it: of each
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(0, 99_999))]
    pub replicate: Vec<u32>,
    /// Threads; by default as many as there are cores. What is told does not depend on them
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 1_024))]
    pub threads: Option<u32>,
    /// Language; by default as the terminal is set
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
    /// No progress bar; print only what is asked for
    #[arg(long)]
    pub quiet: bool,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Better {
    /// Less is better
    Lower,
    /// More is better
    Higher,
    /// Neither
    Neither,
}

/// `kantel judge`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Example:\n  kantel judge discounted.csv --better lower --margin 50000")]
pub struct JudgeArgs {
    /// A table with the columns sample, replicate, base and variant
    #[arg(value_name = "FILE")]
    pub table: PathBuf,
    /// Which way is better
    #[arg(long, value_enum, ignore_case = true, default_value = "neither")]
    pub better: Better,
    /// The smallest difference that matters, in the outcome's unit
    #[arg(long, value_name = "SIZE", default_value_t = 0.0)]
    pub margin: f64,
}

/// `kantel schema`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Example:\n  kantel schema > scenario.schema.json")]
pub struct SchemaArgs {}

impl ValueEnum for Asker {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.key()).help(self.name().en.into_owned()))
    }
}
