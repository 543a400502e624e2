//! The arguments of what goes on from courses that are kept: `resume`, `merge`, `verify`.

use std::path::PathBuf;

use clap::Args;

use super::super::numbers::Whole;
use super::options::Language;

/// `kantel resume`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel resume plan                          after Ctrl-C, a kill or a power cut: goes on with what is there\n  \
    kantel resume plan --samples 200            more samples\n  \
    kantel resume plan --add plan-c.toml        one scenario more")]
pub struct ResumeArgs {
    /// The --out of the run, or of the part
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// So many samples instead of those of the command
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 100_000))]
    pub samples: Option<u32>,
    /// So many replicates in the same way
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 1_000))]
    pub replicates: Option<u32>,
    /// A further scenario to compare with the base; repeated: several
    #[arg(long, value_name = "SCENARIO")]
    pub add: Vec<String>,
    /// Threads; by default as in the command
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 1_024))]
    pub threads: Option<u32>,
    /// Language; by default as in the command
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
    /// No progress bar; print only what is asked for
    #[arg(long)]
    pub quiet: bool,
}

/// `kantel merge`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Example:\n  \
    kantel compare --samples 160 --shard 1/2 --out part1     on one machine\n  \
    kantel compare --samples 160 --shard 2/2 --out part2     on another\n  \
    kantel merge part1 part2 --out plan                      the same bytes as one run")]
pub struct MergeArgs {
    /// The folders of the parts, in any order
    #[arg(value_name = "PART", required = true)]
    pub parts: Vec<PathBuf>,
    /// Result folder: new, empty or, with --force, one that holds a result
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Replace the result in an existing folder
    #[arg(long)]
    pub force: bool,
    /// Threads; by default as in the command
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 1_024))]
    pub threads: Option<u32>,
    /// Language; by default as in the command
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
    /// No progress bar; print only what is asked for
    #[arg(long)]
    pub quiet: bool,
}

/// `kantel verify`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel verify plan                  everything computed anew, every file compared\n  \
    kantel verify plan --samples 5      five samples anew, the others from the stored courses")]
pub struct VerifyArgs {
    /// A result folder
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// Compute only so many samples anew, spread over all; the other courses are taken from courses.kantel
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 100_000))]
    pub samples: Option<u32>,
    /// Threads; by default as in the command
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 1_024))]
    pub threads: Option<u32>,
    /// Language; by default as the terminal is set
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
}

/// `kantel diff`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel diff plan-a plan-b                               the first week and event in which they part\n  \
    kantel diff plan-a plan-b --scenario proactive          of one scenario\n  \
    kantel diff plan plan --scenario reactive=proactive     of two scenarios of different names")]
pub struct DiffArgs {
    /// A result folder
    #[arg(value_name = "A")]
    pub a: PathBuf,
    /// Another one, or the same
    #[arg(value_name = "B")]
    pub b: PathBuf,
    /// Look at the first N samples alone
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 100_000))]
    pub samples: Option<u32>,
    /// Look at this scenario alone, or at one of A beside another of B (repeatable). Without it: every scenario that
    /// both have by the same name
    #[arg(long, value_name = "NAME[=NAME]")]
    pub scenario: Vec<String>,
    /// Threads; by default as many as there are cores. What is found does not depend on them
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 1_024))]
    pub threads: Option<u32>,
    /// Language; by default as the terminal is set
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
    /// No progress bar; print only what is asked for
    #[arg(long)]
    pub quiet: bool,
}
