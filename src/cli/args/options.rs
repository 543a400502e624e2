//! The options that several commands share.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::super::numbers::{Size, Whole};
use crate::input_data::MAX_RESIDENTS;
use crate::language::Lang;
use crate::units::MAX_YEARS;

/// What changes a scenario from the outside; the same for `compare`, `run`, `explain`, `validate` and
/// `loops`.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Scenario")]
pub struct ScenarioOptions {
    /// Another district: a profile file, or the code or name of any wijk or municipality in the program's table
    /// (WK034403, Deventer; kantel district --list TEXT finds them). FTE, places and savings scale with it. Repeated:
    /// several districts beside each other (--as-districts)
    #[arg(long, value_name = "FILE_OR_PLACE")]
    pub district: Vec<String>,
    /// Simulate the wijken of the municipality, or each --district, beside each other: each with its own team and
    /// levers as planned per resident, with second-line queues that they share. The answer is about all of them
    /// together; districts.csv has them one by one
    #[arg(long, requires = "district")]
    pub as_districts: bool,
    /// Residents to simulate. FTE, places and savings scale with them
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, MAX_RESIDENTS))]
    pub residents: Option<u32>,
    /// Years to simulate, 1 to 100
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, MAX_YEARS))]
    pub years: Option<u32>,
    /// Draws of the uncertain numbers. Without it and --replicates a comparison adds draws until no verdict of the key
    /// figures can change, at most 400 samples and 10 replicates, and some ten minutes of one core for the default
    /// district
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 100_000))]
    pub samples: Option<u32>,
    /// Points in the place of draws: a table with a column for each number that it states (its key, as in samples.csv)
    /// and a row of quantiles, 0 to 1, for each sample. Numbers that it does not name are drawn, or at their best guess
    /// with --set experiment.others=best
    #[arg(long, value_name = "FILE")]
    pub design: Option<String>,
    /// Exact number of replicates (chance) within each sample. Without it a small district gets several, and a large
    /// one runs the first 20 samples once more, to tell chance from what nobody knows
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 1_000))]
    pub replicates: Option<u32>,
    /// Seed of all draws
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u64>::new(0, u64::MAX))]
    pub seed: Option<u64>,
    /// What you know about the world: parameters, circumstances, prices. A file or built-in name, laid over all
    /// scenarios (repeatable)
    #[arg(long = "with", value_name = "FILE")]
    pub with: Vec<String>,
    /// Set one value in all scenarios, or in one: `team.fte=40` or `proactive:outreach.door_fte=5` (repeatable). It
    /// holds as written for the district of the size that --district and --residents give; only what files state is
    /// scaled. An unknown value is a distribution: `--set "team.fte={ low = 30, mode = 35, high = 45 }"`
    #[arg(long = "set", value_name = "[NAME:]KEY=VALUE")]
    pub set: Vec<String>,
}

/// How the work is done and where it goes; the same for `compare` and `run`.
#[expect(clippy::struct_excessive_bools, reason = "options that do not depend on each other")]
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Running and output")]
pub struct OutputOptions {
    /// Result folder: new, empty or, with --force, one that holds a result. By default kantel-results/ with the names
    /// of the scenarios
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Replace the result in an existing folder: every file that kantel wrote there, even if it was changed since. A
    /// folder that holds other files, or no result, is refused
    #[arg(long)]
    pub force: bool,
    /// Threads; by default as many as there are cores. Results do not depend on them
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 1_024))]
    pub threads: Option<u32>,
    /// Memory that it may take, such as 2GiB or 512M. It uses fewer threads if that suffices, and is refused before
    /// anything is computed if it does not. Without it: as much as the machine has left
    #[arg(long, value_name = "SIZE", value_parser = Size)]
    pub max_memory: Option<u64>,
    /// Language of table, report and messages. Without it: files in English, messages as the terminal is set
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
    /// Also write the tables for a spreadsheet with Dutch settings, into csv-nl/ of the result: semicolons, decimal
    /// commas, Dutch heads, rounded. The plain tables stay as they are
    #[arg(long, value_enum, ignore_case = true, value_name = "FORM")]
    pub csv: Option<CsvForm>,
    /// Also write persons.csv: who uses which laws and products together, for how long, who comes back, how euros lie
    /// over households, and how long what ended had lasted
    #[arg(long)]
    pub persons: bool,
    /// No progress bar; print only what is asked for
    #[arg(long)]
    pub quiet: bool,
    /// Also say how fast it was, and what common draws saved
    #[arg(long, conflicts_with = "quiet")]
    pub verbose: bool,
}

/// How the work is done and where its tables go; the same for `validate` and `calibrate`.
#[derive(Clone, Debug, Default, Args)]
pub struct TablesOptions {
    /// Result folder: new, empty or, with --force, one that holds a result. By default kantel-results/validation,
    /// /calibration, /decides, /sensitivity or /sweep
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Replace the result in an existing folder. A folder that holds other files, or no result, is refused
    #[arg(long)]
    pub force: bool,
    /// Threads; by default as many as there are cores. Results do not depend on them
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 1_024))]
    pub threads: Option<u32>,
    /// No progress bar; print only what is asked for
    #[arg(long)]
    pub quiet: bool,
    /// Language of messages and of the words in files. Without it: files in English, messages as the terminal is set
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
}

/// Language of what is read by people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// English
    En,
    /// Dutch
    Nl,
}

/// A form of tables beside the plain one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CsvForm {
    /// As Dutch spreadsheets take them
    Nl,
}

impl Language {
    /// The same as the rest of the program knows it.
    pub const fn lang(self) -> Lang {
        match self {
            Self::En => Lang::En,
            Self::Nl => Lang::Nl,
        }
    }
}

impl ScenarioOptions {
    /// The same as the scenario ring takes it.
    pub fn overrides(&self) -> crate::scenario::Overrides {
        let is_beside = self.as_districts || self.district.len() > 1;
        crate::scenario::Overrides {
            district: self.district.first().filter(|_| !is_beside).cloned(),
            beside: if is_beside { self.district.clone() } else { Vec::new() },
            residents: self.residents,
            years: self.years,
            samples: self.samples,
            usual_samples: None,
            design: self.design.clone(),
            organisations: Vec::new(),
            replicates: self.replicates,
            seed: self.seed,
            with: self.with.clone(),
            closure: None,
            worlds_may_differ: false,
            persons: false,
            set: self.set.clone(),
        }
    }
}

/// The scenarios that are named, or the built-in ones.
pub(super) fn compared(named: &[String], one_closure: bool) -> Vec<String> {
    const DEFAULT: [&str; 3] = ["builtin:reactive", "builtin:proactive", "builtin:proactive-budget"];
    if named.is_empty() {
        let arms = if one_closure { &DEFAULT[..2] } else { &DEFAULT[..] };
        return arms.iter().map(|name| (*name).to_owned()).collect();
    }
    named.to_vec()
}
