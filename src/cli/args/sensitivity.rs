//! The arguments of what tells which uncertain numbers decide: `decides`, `sensitivity`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::options::{ScenarioOptions, TablesOptions, compared};
use crate::plan::Closure;

/// `kantel decides`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel decides\n  \
    kantel decides reactive proactive --samples 4000\n  \
    kantel decides today.toml plan.toml --closure budget --residents 8000 --out plan-decides\n  \
    kantel decides --design kantel-results/calibration/points.csv")]
pub struct DecidesArgs {
    /// The base and its variants, as of compare. By default with 4,000 residents, and 2,000 points (--samples) of a
    /// hypercube of all uncertain numbers, of which every tenth is run once more; --design puts other points in their
    /// place
    #[arg(value_name = "SCENARIO")]
    pub scenarios: Vec<String>,
    /// What is kept equal when variants are compared with the base; by default what the scenarios say, else hours
    #[arg(long, value_enum)]
    pub closure: Option<Closure>,
    /// Compare scenarios that differ in what is known of the world
    #[arg(long)]
    pub worlds_may_differ: bool,
    /// How it is done.
    #[command(flatten)]
    pub output: TablesOptions,
    /// Changes to the scenarios.
    #[command(flatten)]
    pub options: ScenarioOptions,
}

impl DecidesArgs {
    /// The scenarios to compare: those of `kantel compare`.
    pub fn sources(&self) -> Vec<String> {
        compared(&self.scenarios, self.closure.is_some())
    }

    /// The same as the scenario ring takes it.
    pub fn overrides(&self) -> crate::scenario::Overrides {
        crate::scenario::Overrides {
            closure: self.closure,
            worlds_may_differ: self.worlds_may_differ,
            ..self.options.overrides()
        }
    }
}

/// How it is found what decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Method {
    /// Elementary effects (Morris): one number at a time takes a step; for many numbers
    #[default]
    Morris,
    /// Variance-based indices (Sobol, on a design of Saltelli): what each number makes alone and in all; for few
    Sobol,
    /// A box in which what is looked for gathers (PRIM)
    Prim,
}

impl Method {
    /// The word in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Morris => "morris",
            Self::Sobol => "sobol",
            Self::Prim => "prim",
        }
    }
}

/// `kantel sensitivity`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel sensitivity                                                  elementary effects of every number in use\n  \
    kantel sensitivity reactive plan.toml --outcome euros.municipality@term --samples 4000\n  \
    kantel sensitivity --method sobol --paths help.team,relapse.base,onset.work --replicates 4\n  \
    kantel sensitivity --method prim --results kantel-results/plan      in which worlds the plan is worse\n  \
    kantel sensitivity --method sobol --points points.csv --outcomes outcomes.csv   nothing is run")]
pub struct SensitivityArgs {
    /// The base and its variants, as of compare; or one scenario, whose own outcome is looked at. By default with 4,000
    /// residents and at most 2,000 runs of each (--samples), of which some are run once more to tell chance
    #[arg(value_name = "SCENARIO")]
    pub scenarios: Vec<String>,
    /// How: effects of steps, parts of the variance, or a box. sobol without --paths takes the 8 numbers with the
    /// largest elementary effects, from a quarter of the runs, which are 6,000 then
    #[arg(long, value_enum, default_value_t)]
    pub method: Method,
    /// Of which outcome: an indicator, for a group, over a period (term, horizon, year:2); as a difference with the
    /// base (repeatable). Without it: severe needs without help, euros of the municipality, euros of all
    #[arg(long, value_name = "INDICATOR[/GROUP][@PERIOD]")]
    pub outcome: Vec<String>,
    /// The uncertain numbers that are looked into, by their keys in samples.csv; the others stay at their best guess.
    /// Without it: every one that something in use depends on
    #[arg(long, value_name = "KEY,KEY,...", value_delimiter = ',')]
    pub paths: Vec<String>,
    /// With sobol also what two numbers make together and neither alone: nearly twice as many runs
    #[arg(long)]
    pub second_order: bool,
    /// With prim: look for outcomes above this. Without --above and --below: a difference for the worse
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true, conflicts_with = "below")]
    pub above: Option<f64>,
    /// With prim: look for outcomes below this
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    pub below: Option<f64>,
    /// With prim: the samples of a result folder, and nothing is run that is there
    #[arg(long, value_name = "DIR", conflicts_with_all = ["scenarios", "paths", "closure", "district", "as_districts",
        "residents", "years", "samples", "design", "replicates", "seed", "with", "set", "worlds_may_differ"])]
    pub results: Option<PathBuf>,
    /// Points that somebody has run elsewhere: a first row of names, then a row for each run. Nothing is run
    #[arg(long, value_name = "FILE", requires = "outcomes", conflicts_with_all = ["scenarios", "results", "paths",
        "closure", "district", "as_districts", "residents", "years", "samples", "design", "replicates", "seed", "with",
        "set", "worlds_may_differ", "outcome"])]
    pub points: Option<PathBuf>,
    /// Their outcomes: a first row of names, then in each column an outcome of each run
    #[arg(long, value_name = "FILE", requires = "points")]
    pub outcomes: Option<PathBuf>,
    /// What is kept equal when variants are compared with the base; by default what the scenarios say, else hours
    #[arg(long, value_enum)]
    pub closure: Option<Closure>,
    /// Compare scenarios that differ in what is known of the world
    #[arg(long)]
    pub worlds_may_differ: bool,
    /// How it is done.
    #[command(flatten)]
    pub output: TablesOptions,
    /// Changes to the scenarios.
    #[command(flatten)]
    pub options: ScenarioOptions,
}

impl SensitivityArgs {
    /// The scenarios: those of `kantel compare`.
    pub fn sources(&self) -> Vec<String> {
        compared(&self.scenarios, self.closure.is_some())
    }

    /// The same as the scenario ring takes it.
    pub fn overrides(&self) -> crate::scenario::Overrides {
        crate::scenario::Overrides {
            closure: self.closure,
            worlds_may_differ: self.worlds_may_differ,
            ..self.options.overrides()
        }
    }
}
