//! The commands and options as clap reads them. Names and meanings are the contract that scripts build on.

mod asked;
mod game;
mod keeping;
mod listing;
mod options;
mod sensitivity;

use std::path::PathBuf;

use clap::builder::EnumValueParser;
use clap::{Arg, ArgAction, Args, CommandFactory as _, Parser, Subcommand, ValueEnum};

use crate::experiment::{HouseholdKind, LOOP_RESIDENTS, LOOP_SAMPLES, STEP};
use crate::input_data::MAX_RESIDENTS;
use crate::plan::Closure;
use crate::store::Shard;
use crate::units::MAX_YEARS;
use crate::validation::FOLDS;

use super::numbers::Whole;

pub use game::{GameAction, GameArgs};
pub use keeping::{DiffArgs, MergeArgs, ResumeArgs, VerifyArgs};
pub use listing::{
    Better, ExplainArgs, JudgeArgs, LeversArgs, Micro, MicrodataArgs, Registry, RegistryArgs, ScenariosArgs, SchemaArgs,
};
use options::compared;
pub use options::{CsvForm, Language, OutputOptions, ScenarioOptions, TablesOptions};
pub use sensitivity::{DecidesArgs, Method, SensitivityArgs};

/// Agent-based simulator of a Dutch district's care system: compare policies before living through them.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "kantel",
    version,
    about,
    max_term_width = 110,
    arg_required_else_help = true,
    after_help = "Examples:\n  \
        kantel compare                              ring at doors or wait? In the embedded district\n  \
        kantel compare --lang nl --out uitkomst     the same, with the report in Dutch\n  \
        kantel scenarios                            the questions in the box, by who asks\n  \
        kantel compare own-strength                 one of them\n  \
        kantel compare mine.toml plan-b.toml        two scenarios of your own\n  \
        kantel check mine.toml                      every mistake in a scenario, nothing is run\n  \
        kantel explain mine.toml                    every value in force, with its source\n\n\
        Exit codes: 0 done; 2 your input is wrong, nothing written; 3 disk or permissions; 130 interrupted; 101 a bug."
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The command line as clap reads it. The common options hold in every command, so that a script may give them to all
/// alike; where one has nothing to change it is taken and not listed.
pub fn command() -> clap::Command {
    let mut whole = Cli::command();
    let names: Vec<String> = whole.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let common = [
        Arg::new("lang").long("lang").ignore_case(true).value_parser(EnumValueParser::<Language>::new()),
        Arg::new("quiet").long("quiet").action(ArgAction::SetTrue),
        Arg::new("verbose").long("verbose").action(ArgAction::SetTrue),
        Arg::new("force").long("force").action(ArgAction::SetTrue),
    ];
    for name in names {
        whole = whole.mut_subcommand(name, |sub| {
            let lacks = |arg: &&Arg| sub.get_arguments().all(|own| own.get_long() != arg.get_long());
            let more: Vec<Arg> = common.iter().filter(lacks).map(|arg| arg.clone().hide(true)).collect();
            sub.args(more)
        });
    }
    whole
}

/// The commands.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Compare scenarios on the same draws: every difference has a range and a verdict
    Compare(CompareArgs),
    /// Run one scenario
    Run(RunArgs),
    /// Go on with a run that was ended, or add samples or scenarios to a result
    Resume(ResumeArgs),
    /// Put the parts of a comparison (--shard) together to the result of one run
    Merge(MergeArgs),
    /// Compute a result anew, and find every file that was altered
    Verify(VerifyArgs),
    /// Find the first place where two results part: what was asked, then the week, the event and whom it befell
    Diff(DiffArgs),
    /// Tell what happens to one household under two policies, desk by desk: quick, and nothing is written
    Story(StoryArgs),
    /// Read scenario and district files and report every problem; nothing is run
    Check(CheckArgs),
    /// List the questions and files in the box, by who asks, with the command that answers
    Scenarios(ScenariosArgs),
    /// Show the week's schedule, the causal links and every value in force with its source
    Explain(ExplainArgs),
    /// Hold the model against published figures: hits and misses, and what it cannot show
    Validate(ValidateArgs),
    /// Find which points of the stated ranges published figures do not rule out
    Calibrate(CalibrateArgs),
    /// Find which uncertain numbers decide the differences of a comparison, from many cheap pairs
    Decides(DecidesArgs),
    /// Find which uncertain numbers decide an outcome: elementary effects, parts of the variance, or a box
    Sensitivity(SensitivityArgs),
    /// Run one scenario at many points over its levers: surfaces, and the trade-off of cost against need
    Sweep(SweepArgs),
    /// Measure each feedback loop: of a step fed into one of its links, the share that comes back
    Loops(LoopsArgs),
    /// List the policy levers: mechanism, unit, range, who decides by law, evidence
    Levers(LeversArgs),
    /// Make a district profile from CBS's key figures per district (KWB): a file, or the table in the program
    District(DistrictArgs),
    /// Write the report of a result folder again, without running
    Report(ReportArgs),
    /// Write questions of the box as short documents in both languages, each computed at a small size
    Tour(TourArgs),
    /// Play a training session: groups decide for the same district with the same luck
    Game(GameArgs),
    /// Write the page for aldermen as one file that holds the engine
    Page(PageArgs),
    /// Show the page for aldermen from this program, on all cores, to this machine alone
    #[cfg(feature = "serve")]
    Serve(ServeArgs),
    /// Print levers, numbers of the world, indicators, links or columns as a table (csv) for other programs
    Registry(RegistryArgs),
    /// Print all that there is of some samples of a result as a table (csv): cases, needs, services or visits
    Microdata(MicrodataArgs),
    /// Give an outcome of your own, from a table of its values, the verdict that a comparison would give it
    Judge(JudgeArgs),
    /// Print a JSON schema of scenario files for editors
    Schema(SchemaArgs),
}

/// The scenario that is named, or else reactive operation.
fn or_reactive(scenario: Option<&String>) -> String {
    scenario.cloned().unwrap_or_else(|| "builtin:reactive".to_owned())
}

/// `kantel compare`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel compare\n  \
    kantel compare reactive proactive --samples 30 --years 10\n  \
    kantel compare today.toml plan.toml --closure budget --out plan-b --lang nl\n  \
    kantel compare --district GM0344 --as-districts   (the wijken of Utrecht beside each other)\n  \
    kantel compare --results plan-a plan-b --out both   (two results in one)\n  \
    kantel compare reactive proactive --residents 8000 --set proactive:outreach.door_fte=1.5   (for 8,000 residents)")]
pub struct CompareArgs {
    /// The base and its variants: files or built-in names; or one question (kantel scenarios lists them), whose
    /// scenarios, closure and world hold then. Without any: reactive, proactive with the same team hours, and
    /// proactive-budget with the same municipal euros; with --closure the first two
    #[arg(value_name = "SCENARIO")]
    pub scenarios: Vec<String>,
    /// What is kept equal: the team's hours, the municipality's euros, or nothing (extra money). By default what the
    /// scenarios say ([experiment] closure), or else hours
    #[arg(long, value_enum)]
    pub closure: Option<Closure>,
    /// Compare organisations of care in one district: files or built-in names, the base first (utrecht, rotterdam;
    /// see scenarios/organisations). The world is that of SCENARIO, by default reactive; the variants begin where the
    /// base is after the burn-in. Nothing is kept equal unless --closure or SCENARIO says so
    #[arg(long, value_name = "ORGANISATION", num_args = 2..)]
    pub organisation: Vec<String>,
    /// Compare scenarios that differ in what is known of the world; that is said beside every figure
    #[arg(long)]
    pub worlds_may_differ: bool,
    /// After the table, use a scale model of the district on the first N samples: what comes out if help does nothing
    /// or the most (at most 30), and with each feedback loop cut in turn; 0 for none
    #[arg(long, value_name = "N", default_value_t = LOOP_SAMPLES, allow_negative_numbers = true,
        value_parser = Whole::<u32>::new(0, 100_000))]
    pub loops: u32,
    /// Residents of that scale model: a district of the same make-up with at most N residents
    #[arg(long, value_name = "N", default_value_t = LOOP_RESIDENTS, allow_negative_numbers = true,
        value_parser = Whole::<u32>::new(1, MAX_RESIDENTS))]
    pub loop_residents: u32,
    /// Do not follow one household through both scenarios
    #[arg(long)]
    pub no_lives: bool,
    /// A further scenario beside those that are named, or that a question or the command itself has (repeatable)
    #[arg(long, value_name = "SCENARIO")]
    pub add: Vec<String>,
    /// Compare what is in result folders that are done: the base of the first with every other scenario in any of them.
    /// They must be of one world; courses that are there are not computed again
    #[arg(long, value_name = "DIR", num_args = 1.., conflicts_with_all = ["scenarios", "closure", "organisation",
        "add", "shard", "district", "as_districts", "residents", "years", "samples", "design", "replicates", "seed",
        "with", "set", "persons"])]
    pub results: Vec<PathBuf>,
    /// Compute the courses of a part of the samples alone, such as 3/16, into --out; kantel merge puts the parts of
    /// several machines together
    #[arg(long, value_name = "I/N")]
    pub shard: Option<Shard>,
    /// Of which kind the household that is followed is to be, at the start: drawn by lot among these
    #[arg(long, value_enum, value_name = "KIND", default_value_t, conflicts_with = "no_lives")]
    pub household: HouseholdKind,
    /// Changes to the scenarios.
    #[command(flatten)]
    pub scenario: ScenarioOptions,
    /// How and where.
    #[command(flatten)]
    pub output: OutputOptions,
}

impl CompareArgs {
    /// The scenarios to compare. Where none is named: reactive operation, proactive operation with the same team hours,
    /// and with the same municipal euros; under one closure that is asked for, the last two would be the same.
    ///
    /// Where organisations are compared: the one scenario of which they are, once for each.
    pub fn sources(&self) -> Vec<String> {
        match self.organisation.len() {
            0 => [compared(&self.scenarios, self.closure.is_some()), self.add.clone()].concat(),
            organisations => vec![or_reactive(self.scenarios.first()); organisations],
        }
    }
}

/// `kantel story`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel story --household debts\n  \
    kantel story debts-in-a-bad-year   (a question of kantel scenarios: its base and first plan)\n  \
    kantel story reactive proactive --household old-couple --lang nl\n  \
    kantel story reactive mine.toml --household alone --seed 7   (another lot)")]
pub struct StoryArgs {
    /// The base and a variant: files or built-in names, or a question of kantel scenarios. Without any: reactive and
    /// proactive
    #[arg(value_name = "SCENARIO")]
    pub scenarios: Vec<String>,
    /// Of which kind the household is to be, at the start: drawn by lot among these
    #[arg(long, value_enum, value_name = "KIND", default_value_t)]
    pub household: HouseholdKind,
    /// What is kept equal: the team's hours, the municipality's euros, or nothing (extra money)
    #[arg(long, value_enum)]
    pub closure: Option<Closure>,
    /// Language of the story; by default as the terminal is set
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
    /// No progress bar; print only what is asked for
    #[arg(long)]
    pub quiet: bool,
    /// Changes to the scenarios.
    #[command(flatten)]
    pub scenario: ScenarioOptions,
}

/// `kantel run`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel run\n  \
    kantel run proactive --samples 10 --out proactive\n  \
    kantel run mine.toml --set onset.mental=0.1")]
pub struct RunArgs {
    /// A file or a built-in name. Without it: reactive
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<String>,
    /// Changes to the scenario.
    #[command(flatten)]
    pub options: ScenarioOptions,
    /// How and where.
    #[command(flatten)]
    pub output: OutputOptions,
}

impl RunArgs {
    /// The same as the scenario ring takes it.
    pub fn overrides(&self) -> crate::scenario::Overrides {
        crate::scenario::Overrides { persons: self.output.persons, ..self.options.overrides() }
    }

    /// The scenario to run.
    pub fn source(&self) -> String {
        or_reactive(self.scenario.as_ref())
    }
}

/// `kantel check`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel check mine.toml\n  \
    kantel check scenarios/*.toml scenarios/districts/*.toml")]
pub struct CheckArgs {
    /// Scenario and district files, names in the box, or questions
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<String>,
    /// Language; by default as the terminal is set
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
}

/// `kantel loops`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel loops\n  \
    kantel loops proactive --step 50\n  \
    kantel loops mine.toml --residents 4000 --years 10")]
pub struct LoopsArgs {
    /// A file or a built-in name. Without it: reactive. By default with 5,000 residents, 50 samples and 6 years
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<String>,
    /// The step: how many percent less a link carries. A larger one tells smaller gains from chance
    #[arg(long, value_name = "PERCENT", default_value_t = STEP, allow_negative_numbers = true,
        value_parser = Whole::<u32>::new(1, 100))]
    pub step: u32,
    /// Threads; by default as many as there are cores. Results do not depend on them
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 1_024))]
    pub threads: Option<u32>,
    /// Language; by default as the terminal is set
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
    /// Changes to the scenario.
    #[command(flatten)]
    pub options: ScenarioOptions,
}

/// The fewest wijken that can be judged: a line and its error.
pub(super) const FEWEST_WIJKEN: u32 = 3;

/// `kantel validate`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel validate\n  \
    kantel validate --samples 50 --set onset.daily=0.05\n  \
    kantel validate --district Deventer --out deventer\n  \
    kantel validate --districts kwb_wijken_2018.csv.gz              every wijk beside CBS\n  \
    kantel validate --districts kwb_wijken_2018.csv.gz --fold 0 --sample 100\n  \
    kantel validate --districts kwb_wijken_2018.csv.gz --needs rivm_gezondheid_2020.csv.gz")]
pub struct ValidateArgs {
    /// A file or a built-in name. Without it: reactive. By default with 20,000 residents, 20 samples and 6 years, in
    /// the country as one place; --district puts another place in its stead
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<String>,
    /// Instead of patterns: a file of Kerncijfers wijken en buurten with Wmo clients. Every wijk of 2,000 residents or
    /// more is simulated from its own margins, by default with 4,000 residents, 4 samples and 1 year, and held against
    /// what CBS counted, beside least squares on the same margins
    #[arg(long, value_name = "FILE", conflicts_with_all = ["district", "as_districts"])]
    pub districts: Option<PathBuf>,
    /// A file of the Gezondheidsmonitor (GGD'en, CBS and RIVM) by wijk: needs in the model are held against what adults
    /// say there of limitations, mental health, loneliness and making ends meet
    #[arg(long, value_name = "FILE", requires = "districts")]
    pub needs: Option<PathBuf>,
    /// Only the wijken of a municipality, by its name or code (GM0344)
    #[arg(long, value_name = "NAME", requires = "districts")]
    pub municipality: Option<String>,
    /// Only so many wijken, drawn by their codes and --seed
    #[arg(long, value_name = "N", requires = "districts", allow_negative_numbers = true,
        value_parser = Whole::<u32>::new(FEWEST_WIJKEN, 100_000))]
    pub sample: Option<u32>,
    /// Only the wijken of one fold of municipalities, 0 to 4. Least squares are fitted on the other folds
    #[arg(long, value_name = "I", requires = "districts", allow_negative_numbers = true,
        value_parser = Whole::<u32>::new(0, FOLDS - 1))]
    pub fold: Option<u32>,
    /// How it is done.
    #[command(flatten)]
    pub output: TablesOptions,
    /// Changes to the scenario.
    #[command(flatten)]
    pub options: ScenarioOptions,
}

impl ValidateArgs {
    /// The scenario to run.
    pub fn source(&self) -> String {
        or_reactive(self.scenario.as_ref())
    }
}

/// `kantel calibrate`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel calibrate\n  \
    kantel calibrate --vary onset.daily=0.02:0.04 --vary gate.usual_care --samples 100 --waves 1\n  \
    kantel calibrate --districts kwb_wijken_2018.csv.gz --wijken 40 --leave-out 0\n  \
    kantel compare --design kantel-results/calibration/points.csv")]
pub struct CalibrateArgs {
    /// A file or a built-in name. Without it: reactive. By default with 20,000 residents, 400 points (--samples) in
    /// each wave and 6 years, in the country as one place
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<String>,
    /// A number whose range is looked into, by its key in samples.csv (repeatable); onset.daily=0.02:0.04 gives one
    /// that is known a range. Without it: every uncertain number that a published figure is said to inform
    #[arg(long, value_name = "KEY[=LOW:HIGH]")]
    pub vary: Vec<String>,
    /// Waves: each runs at points that the ones before leave
    #[arg(long, value_name = "N", default_value_t = 2, allow_negative_numbers = true,
        value_parser = Whole::<u32>::new(1, 10))]
    pub waves: u32,
    /// Match how wijken differ too: a file of Kerncijfers wijken en buurten with Wmo clients. Some wijken of all kinds
    /// are simulated from their own margins, and their mean, spread and gradients are targets
    #[arg(long, value_name = "FILE")]
    pub districts: Option<PathBuf>,
    /// So many wijken; without it 30
    #[arg(long, value_name = "N", requires = "districts", allow_negative_numbers = true,
        value_parser = Whole::<u32>::new(8, 10_000))]
    pub wijken: Option<u32>,
    /// Leave a fold of municipalities out, 0 to 4, so that kantel validate --fold can judge by it
    #[arg(long, value_name = "I", requires = "districts", allow_negative_numbers = true,
        value_parser = Whole::<u32>::new(0, FOLDS - 1))]
    pub leave_out: Option<u32>,
    /// How it is done.
    #[command(flatten)]
    pub output: TablesOptions,
    /// Changes to the scenario.
    #[command(flatten)]
    pub options: ScenarioOptions,
}

impl CalibrateArgs {
    /// The scenario to run.
    pub fn source(&self) -> String {
        or_reactive(self.scenario.as_ref())
    }
}

/// `kantel sweep`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel sweep --vary outreach.door_fte=0:8:1 --vary team.fte=24:40:4 --closure extra\n  \
    kantel sweep proactive --vary outreach.targeting=random,deprivation,signal\n  \
    kantel sweep --vary outreach.door_fte=0:8 --vary team.fte=24:40 --closure extra --design sobol \
    --points 64")]
pub struct SweepArgs {
    /// The base at which all points begin: a file or a built-in name. Without it: reactive. By default with 40 samples
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<String>,
    /// What is varied, and over what (repeatable): KEY=FROM:TO:STEP, KEY=a,b,c, or with --design lhs or sobol
    /// KEY=FROM:TO. Keys are those of --set, and values hold as there: as written, for the residents simulated
    #[arg(long, value_name = "KEY=VALUES")]
    pub vary: Vec<String>,
    /// So many points that fill the space evenly, with --design lhs (a Latin hypercube) or --design sobol. Without
    /// such a --design every value of each key meets every value of the others (grid), at most 1,000 points
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(2, 1_000))]
    pub points: Option<u32>,
    /// What is kept equal when a point is compared with the base; by default what the scenario says, else hours
    #[arg(long, value_enum)]
    pub closure: Option<Closure>,
    /// Vary what is known of the world too
    #[arg(long)]
    pub worlds_may_differ: bool,
    /// How it is done.
    #[command(flatten)]
    pub output: TablesOptions,
    /// Changes to the scenario.
    #[command(flatten)]
    pub options: ScenarioOptions,
}

impl SweepArgs {
    /// The scenario at which all points begin.
    pub fn source(&self) -> String {
        or_reactive(self.scenario.as_ref())
    }

    /// The words by which `--design` says how points are laid; anything else names a file, as in other commands.
    pub const ARRANGEMENTS: [&'static str; 3] = ["grid", "lhs", "sobol"];

    /// How points are laid, if `--design` says so.
    pub fn laid(&self) -> Option<&str> {
        self.options.design.as_deref().filter(|design| Self::ARRANGEMENTS.contains(design))
    }

    /// The same as the scenario ring takes it.
    pub fn overrides(&self) -> crate::scenario::Overrides {
        let all = self.options.overrides();
        crate::scenario::Overrides {
            closure: self.closure,
            worlds_may_differ: self.worlds_may_differ,
            design: all.design.filter(|_| self.laid().is_none()),
            ..all
        }
    }
}

/// `kantel district`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel district --list utrecht                           every wijk of Utrecht in the table of 2018\n  \
    kantel district WK034403 --profile overvecht.toml        from that table; a name does as well\n  \
    kantel district Deventer                                 a municipality: its wijken become neighbourhoods\n  \
    kantel district kwb-2022.xlsx --wijk WK034403            from a file of CBS\n  \
    kantel district kwb_2018.csv.gz --municipality GM0518 --profile den-haag.toml")]
pub struct DistrictArgs {
    /// A file of Kerncijfers wijken en buurten as CBS publishes it: the yearly spreadsheet (xlsx, xls), or StatLine's
    /// csv, also compressed (csv.gz) or saved by Excel. Or the code or name of a wijk or municipality in the program's
    /// table (CBS, 2018, wijken of 500 residents or more)
    #[arg(value_name = "FILE_OR_PLACE", required_unless_present_any = ["list", "wijk", "municipality"])]
    pub file: Option<PathBuf>,
    /// Code of one wijk
    #[arg(long, value_name = "CODE", conflicts_with = "municipality")]
    pub wijk: Option<String>,
    /// Name or code (GM0344) of a municipality: one profile of all its wijken, which become its neighbourhoods
    #[arg(long, value_name = "NAME")]
    pub municipality: Option<String>,
    /// List the wijken and municipalities of the table with TEXT in their code, name or municipality; case and accents
    /// do not matter
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["file", "wijk", "municipality", "profile"])]
    pub list: Option<String>,
    /// Where the profile goes. Without it: to the terminal, the table as comments
    #[arg(long, value_name = "FILE")]
    pub profile: Option<PathBuf>,
    /// Overwrite an existing profile
    #[arg(long)]
    pub force: bool,
    /// Language of profile and messages. Without it: the profile in English, messages as the terminal is set
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
}

/// `kantel report`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel report kantel-results/reactive-vs-proactive-vs-proactive-budget --lang nl\n  \
    kantel report kantel-results/reactive-vs-proactive-vs-proactive-budget --margin need.severe.unhelped=5")]
pub struct ReportArgs {
    /// A result folder
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// Language of the report; by default that of the existing report
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
    /// Also write the tables for a spreadsheet with Dutch settings, into csv-nl/ of the result: semicolons, decimal
    /// commas, Dutch heads, rounded. The plain tables stay as they are
    #[arg(long, value_enum, ignore_case = true, value_name = "FORM")]
    pub csv: Option<CsvForm>,
    /// Use another smallest difference that matters for an indicator (repeatable)
    #[arg(long = "margin", value_name = "INDICATOR=NUMBER")]
    pub margins: Vec<String>,
}

/// `kantel tour`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Examples:\n  \
    kantel tour --out tour\n  \
    kantel tour going-out own-strength --out tour --samples 100 --residents 20000")]
pub struct TourArgs {
    /// Questions of the box by their keys; without any: those of docs/tour
    #[arg(value_name = "QUESTION")]
    pub questions: Vec<String>,
    /// The folder: new, empty or one with a tour. Pages of the same questions in it are replaced
    #[arg(long, value_name = "DIR", default_value = "tour")]
    pub out: PathBuf,
    /// Residents to simulate
    #[arg(long, value_name = "N", default_value_t = 4_000, allow_negative_numbers = true,
        value_parser = Whole::<u32>::new(1, MAX_RESIDENTS))]
    pub residents: u32,
    /// Years to simulate
    #[arg(long, value_name = "N", default_value_t = 8, allow_negative_numbers = true,
        value_parser = Whole::<u32>::new(1, MAX_YEARS))]
    pub years: u32,
    /// Samples: draws of the uncertain numbers
    #[arg(long, value_name = "N", default_value_t = 32, allow_negative_numbers = true,
        value_parser = Whole::<u32>::new(1, 100_000))]
    pub samples: u32,
    /// Replicates of each sample: two tell chance from what nobody knows
    #[arg(long, value_name = "N", default_value_t = 2, allow_negative_numbers = true,
        value_parser = Whole::<u32>::new(1, 1_000))]
    pub replicates: u32,
    /// Samples on which feedbacks are cut and help does nothing or the most, in scale models; 0 for neither
    #[arg(long, value_name = "N", default_value_t = 30, allow_negative_numbers = true,
        value_parser = Whole::<u32>::new(0, 100_000))]
    pub loops: u32,
    /// Residents of the scale model in which help does nothing or the most
    #[arg(long, value_name = "N", default_value_t = 1_500, allow_negative_numbers = true,
        value_parser = Whole::<u32>::new(1, MAX_RESIDENTS))]
    pub bound_residents: u32,
    /// Residents of the scale model in which feedbacks are cut
    #[arg(long, value_name = "N", default_value_t = 300, allow_negative_numbers = true,
        value_parser = Whole::<u32>::new(1, MAX_RESIDENTS))]
    pub loop_residents: u32,
    /// Threads; by default as many as there are cores. Results do not depend on them
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = Whole::<u32>::new(1, 1_024))]
    pub threads: Option<u32>,
    /// No progress bar; print only what is asked for
    #[arg(long)]
    pub quiet: bool,
    /// Language of messages; the pages are in both
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
}

/// `kantel page`.
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Example:\n  kantel page --out kantel.html")]
pub struct PageArgs {
    /// Where the page is written; by default kantel.html
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Replace a file that is there already
    #[arg(long)]
    pub force: bool,
    /// Language of the messages; by default as the terminal is set. The page speaks both
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
}

/// `kantel serve`.
#[cfg(feature = "serve")]
#[derive(Clone, Debug, Default, Args)]
#[command(after_help = "Example:\n  kantel serve")]
pub struct ServeArgs {
    /// The port; by default one that is free
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub port: u16,
    /// Questions computed at once; by default one per core
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub threads: usize,
    /// Language of the messages; by default as the terminal is set. The page speaks both
    #[arg(long, value_enum, ignore_case = true)]
    pub lang: Option<Language>,
}

impl ValueEnum for Closure {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.key()).help(match self {
            Self::Hours => "same team hours: what a variant adds to outreach comes out of the team",
            Self::Budget => "same municipal euros as budgeted at the start: a dearer team buys less care",
            Self::Extra => "extra money: what a variant adds comes on top",
        }))
    }
}

impl ValueEnum for HouseholdKind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        let value = clap::builder::PossibleValue::new(self.key()).alias(self.dutch());
        Some(value.help(match self {
            Self::Any => "any household in which a need becomes severe",
            Self::Debts => "somebody has debts",
            Self::Child => "a child under 18 has a need",
            Self::OldCouple => "a couple, both 70 or older, nobody else",
            Self::Alone => "an adult who lives alone and has nobody to turn to",
        }))
    }
}

impl CompareArgs {
    /// The same as the scenario ring takes it.
    pub fn overrides(&self) -> crate::scenario::Overrides {
        crate::scenario::Overrides {
            closure: self.closure,
            worlds_may_differ: self.worlds_may_differ,
            persons: self.output.persons,
            organisations: self.organisation.clone(),
            ..self.scenario.overrides()
        }
    }
}
