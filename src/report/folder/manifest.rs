//! `manifest.json`: the only file that knows time, speed, threads or paths.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::FolderError;
use super::hex::hex;
use crate::experiment::Plan;
use crate::plan::{Closure, Design};
use crate::report::sweep::AxisFacts;
use crate::scenario::DESIGN_FILE;
use crate::simulation::MODEL_VERSION;

/// The file that makes a folder a result.
pub const MANIFEST: &str = "manifest.json";

/// A manifest that is being written.
pub(super) const NEW_MANIFEST: &str = "manifest.json.new";

/// A scenario of a result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioEntry {
    /// Name, unique in the result.
    pub name: String,
    /// Title.
    pub title: String,
    /// Dutch title; may be empty.
    pub title_nl: String,
    /// Under which closure it is compared with the base; empty of the base itself.
    pub closure: String,
    /// Paths in which it differs from the base in what is known of the world; none unless worlds may differ.
    #[serde(default)]
    pub other_world: Vec<String>,
    /// File within the folder.
    pub file: String,
    /// The scenario in full, base merged: runnable by itself.
    pub text: String,
    /// SHA-256 of `text`, in hexadecimal.
    pub sha256: String,
}

/// A file that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Path as the user gave it, or seen from the file that names it; `builtin:NAME` of what is built in.
    pub name: String,
    /// SHA-256 of its content, in hexadecimal.
    pub sha256: String,
}

/// The points in the place of draws.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DesignEntry {
    /// What the scenarios' texts call it: a file beside them.
    pub name: String,
    /// The whole of it.
    pub text: String,
    /// SHA-256 of `text`, in hexadecimal.
    pub sha256: String,
}

/// What a sweep varies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SweepEntry {
    /// How points are laid: `grid`, `lhs` or `sobol`.
    pub arrangement: String,
    /// What is kept equal.
    pub closure: Closure,
    /// What is varied.
    pub axes: Vec<AxisFacts>,
    /// Whether points may differ in what is known of the world.
    #[serde(default)]
    pub worlds_may_differ: bool,
}

/// How a result came about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always `kantel result`: what `--force` looks for before it replaces a folder.
    pub kind: String,
    /// Version of kantel.
    pub kantel_version: String,
    /// Commit, if the build knew it.
    pub commit: Option<String>,
    /// Version of the model, a whole number: results are comparable within one.
    pub model_version: String,
    /// The command line.
    pub command: Vec<String>,
    /// The folder in which it was given; empty where nobody knows.
    #[serde(default)]
    pub folder: String,
    /// What closure changed in the scenarios, in plain words.
    pub closure_notes: Vec<String>,
    /// What is allowed in the scenarios but probably not meant, in plain words.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Whether it was interrupted: it is of fewer samples or replicates then than were to come.
    #[serde(default)]
    pub interrupted: bool,
    /// Seed.
    pub seed: u64,
    /// Samples.
    pub samples: u32,
    /// Replicates per sample.
    pub replicates: u32,
    /// Samples with one replicate more.
    pub extra_replicate: u32,
    /// Years simulated.
    pub years: u32,
    /// Calendar year of the first one.
    pub start_year: i32,
    /// Years up to the end of this council term.
    pub term_years: u32,
    /// Residents.
    pub residents: u32,
    /// The points in the place of draws, if there are any.
    #[serde(default)]
    pub design: Option<DesignEntry>,
    /// What was varied, of a sweep.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sweep: Option<SweepEntry>,
    /// Scenarios, the base first.
    pub scenarios: Vec<ScenarioEntry>,
    /// Scenarios, districts and organisations that were read: files and built-ins.
    pub inputs: Vec<Input>,
    /// Names of the files of what is known (`--with`) that were laid over every scenario, without their folders.
    #[serde(default)]
    pub worlds: Vec<String>,
    /// The effects of help at the bounds of `bounds.csv`, null and ceiling, by parameter; of a single run none.
    #[serde(default)]
    pub bounds: BTreeMap<String, [f64; 2]>,
    /// SHA-256 of every other file of the folder, by path within it.
    pub outputs: BTreeMap<String, String>,
    /// Threads that computed it.
    pub threads: usize,
    /// Seconds of wall time.
    pub wall_seconds: Option<f64>,
    /// Seconds of CPU time of the process.
    pub cpu_seconds: Option<f64>,
    /// Resident-weeks (from week 0 on) per CPU second.
    pub resident_weeks_per_cpu_second: Option<f64>,
    /// What common random numbers gained, by variant and key figure over the horizon: the variance of an unpaired
    /// difference over that of the paired one. Without figures whose difference is not larger than rounding.
    #[serde(default)]
    pub variance_reduction: BTreeMap<String, BTreeMap<String, f64>>,
    /// When it was made: seconds since 1970-01-01 UTC.
    pub made_at: Option<u64>,
}

impl DesignEntry {
    fn of(design: &Design) -> Self {
        let text = design.text();
        Self { name: DESIGN_FILE.to_owned(), sha256: hex(&Sha256::digest(text.as_bytes())), text }
    }
}

/// What [`Manifest::kind`] says.
pub(super) const KIND: &str = "kantel result";

impl Manifest {
    /// Whether it says that it is of a result.
    pub fn is_result(&self) -> bool {
        self.kind == KIND
    }

    /// The text of the file.
    pub(super) fn to_text(&self) -> Result<String, FolderError> {
        let text = serde_json::to_string_pretty(self).map_err(std::io::Error::from);
        Ok(text.map_err(FolderError::disk("write", MANIFEST.as_ref()))? + "\n")
    }

    /// Of a result that rests on files alone.
    pub fn of_files() -> Self {
        Self {
            kind: KIND.to_owned(),
            kantel_version: env!("CARGO_PKG_VERSION").to_owned(),
            commit: option_env!("KANTEL_COMMIT").map(str::to_owned),
            model_version: MODEL_VERSION.to_string(),
            ..Self::default()
        }
    }

    /// What a plan knows; the rest is left empty.
    pub fn of_plan(plan: &Plan) -> Self {
        let e = plan.experiment();
        let ends = if plan.scenarios.len() > 1 { plan.base().ends_of_help() } else { Vec::new() };
        Self {
            kind: KIND.to_owned(),
            kantel_version: env!("CARGO_PKG_VERSION").to_owned(),
            commit: option_env!("KANTEL_COMMIT").map(str::to_owned),
            model_version: MODEL_VERSION.to_string(),
            seed: e.seed,
            samples: e.samples,
            replicates: e.replicates,
            extra_replicate: plan.extra_replicate(),
            years: e.years,
            start_year: plan.base().context.start_year,
            term_years: plan.term_years(),
            residents: plan.base().residents,
            design: e.design.as_ref().map(|design| DesignEntry::of(design)),
            bounds: ends.into_iter().map(|ends| (ends.key.to_owned(), [ends.null, ends.ceiling])).collect(),
            threads: plan.threads,
            ..Self::default()
        }
    }
}
