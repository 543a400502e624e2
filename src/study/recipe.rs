//! From scenarios that were read to a study that can run: closed, with equal draws, and as many of them as a district
//! of their size gets.

use std::collections::BTreeMap;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::notes::{Note, empty, unusual};
use crate::diagnostics::Diagnostic;
use crate::experiment::{
    BoundDifference, Draw, HouseholdKind, LOOP_RESIDENTS, LOOP_SAMPLES, Lives, LoopEffect, Plan, Results,
    default_replicates, unique_names,
};
use crate::language::Text;
use crate::observation::{Trajectory, catalogue};
use crate::plan::{Scenario, close};
use crate::report::folder::{Input, hex};
use crate::scenario::{Given, Loaded, Overrides, load_given, write_merged};

/// The fields that say how many draws there are to be.
const REPLICATES: &str = "experiment.replicates";
const SAMPLES: &str = "experiment.samples";

/// How a study is carried out, beside what its scenarios say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Threads: 1 is the caller's own, 0 one per core. Results do not depend on it.
    pub threads: usize,
    /// Samples of the scale model: each feedback is cut on them, and the bounds are computed on the first of them. With
    /// 0 there is neither.
    pub loop_samples: u32,
    /// Residents of the scale model.
    pub loop_residents: u32,
    /// Whether a household is followed through the base and the first variant.
    pub lives: bool,
    /// Of which kind that household is to be.
    pub household: HouseholdKind,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            threads: 1,
            loop_samples: LOOP_SAMPLES,
            loop_residents: LOOP_RESIDENTS,
            lives: true,
            household: HouseholdKind::Any,
        }
    }
}

/// A comparison, or a single run, as far as it is. See the [module](crate::study).
#[derive(Clone, Debug)]
pub struct Study {
    /// The scenarios as they were read, with the names that they have in the plan.
    pub(super) given: Vec<Scenario>,
    /// What is to be run, as far as that is known.
    pub(super) plan: Plan,
    /// What has been run.
    pub(super) results: Results,
    /// What was computed elsewhere, and is counted when every draw before it is there.
    pub(super) waiting: BTreeMap<(Draw, usize), Trajectory>,
    pub(super) notes: Vec<Note>,
    pub(super) sources: Vec<Input>,
    pub(super) worlds: Vec<String>,
    /// What each feedback carries, by variant; empty until they are cut.
    pub(super) loops: Vec<Vec<LoopEffect>>,
    /// The differences at the bounds, by variant; empty until they are computed.
    pub(super) bounds: Vec<Vec<BoundDifference>>,
    /// The household that was followed.
    pub(super) lives: Option<Lives>,
}

impl Study {
    /// Reads scenarios, the base first (see [`crate::scenario::load_all`]), and makes a study of them.
    ///
    /// # Errors
    /// Every mistake in all of them.
    pub fn load<S: AsRef<str>>(
        sources: &[S],
        overrides: &Overrides,
        options: &Options,
    ) -> Result<Self, Vec<Diagnostic>> {
        let given: Vec<Given<'_>> = sources.iter().map(|source| Given::Named(source.as_ref())).collect();
        Self::load_given(&given, overrides, options)
    }

    /// The same of scenarios of which some are texts (see [`load_given`]).
    ///
    /// # Errors
    /// Every mistake in all of them.
    pub fn load_given(given: &[Given<'_>], overrides: &Overrides, options: &Options) -> Result<Self, Vec<Diagnostic>> {
        let study = Self::of(load_given(given, overrides)?, options)?;
        Ok(Self { worlds: file_names(&overrides.with), ..study })
    }

    /// A study of scenarios that [`load_given`] has found to share district, context and experiment: each variant
    /// closed against the base, and with its draws and outputs. Several scenarios of a small district get more
    /// replicates, unless somebody has said how many; and more draws as long as a verdict needs them ([`Study::grow`]),
    /// unless somebody has said of these.
    ///
    /// # Errors
    /// Without a scenario.
    pub fn of(loaded: Vec<Loaded>, options: &Options) -> Result<Self, Vec<Diagnostic>> {
        let Some(base) = loaded.first() else { return Err(vec![no_scenario()]) };
        let compares = loaded.len() > 1;
        let stated = [SAMPLES, REPLICATES].iter().any(|field| base.is_stated(field));
        let grows = compares && !stated && base.scenario.experiment.design.is_none();
        let replicates = default_replicates(base.scenario.residents);
        let several = compares && replicates > 1 && !base.is_stated(REPLICATES);
        let (notes, sources) = (unusual(&loaded), each_once(&loaded));
        let mut given: Vec<Scenario> = loaded.into_iter().map(|one| one.scenario).collect();
        let names = unique_names(given.iter().map(|s| s.name.as_str()));
        for (scenario, name) in given.iter_mut().zip(names) {
            scenario.name = name;
            if several {
                let experiment = &mut scenario.experiment;
                (experiment.replicates, experiment.extra_replicate) = (replicates, 0);
            }
        }
        let left_of_persons = without_persons(&mut given);
        let (scenarios, changes) = closed(&given);
        let Options { threads, mut loop_samples, loop_residents, mut lives, household } = *options;
        let mut left_out = None;
        if compares && !scenarios[0].parts.is_empty() && (lives || loop_samples > 0) {
            // A scale model has one team and no neighbour to wait for; a household lives in one district.
            left_out = Some(Note::OneDistrictOnly(scenarios[0].parts.len()));
            (loop_samples, lives) = (0, false);
        }
        let plan = Plan::new(scenarios, catalogue::series().into());
        let plan = Plan { threads, loop_samples, loop_residents, grows, lives, household, ..plan };
        let notes =
            notes.into_iter().chain(empty(&plan)).chain(changes).chain(left_out).chain(left_of_persons).collect();
        Ok(Self { given, sources, ..Self::of_plan(plan, notes) })
    }

    /// A study of a plan whose scenarios somebody has made comparable, and what is to be noted of them.
    pub fn of_plan(plan: Plan, notes: Vec<Note>) -> Self {
        Self {
            given: plan.scenarios.clone(),
            results: Results::new(&plan),
            waiting: BTreeMap::new(),
            plan,
            notes,
            sources: Vec::new(),
            worlds: Vec::new(),
            loops: Vec::new(),
            bounds: Vec::new(),
            lives: None,
        }
    }

    /// What is to be run, as far as that is known: closed, and with the draws that have been asked for.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What has been run.
    pub fn results(&self) -> &Results {
        &self.results
    }

    /// What is to be noted of the scenarios, in the order in which it came up.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// What was read for the scenarios, each once, with its hash.
    pub fn sources(&self) -> &[Input] {
        &self.sources
    }

    /// The same study of scenarios that were read for other studies, from what these had read.
    #[must_use]
    pub fn read_from(self, sources: Vec<Input>, worlds: Vec<String>) -> Self {
        Self { sources, worlds, ..self }
    }

    /// Names of the files of what is known that were laid over every scenario, without their folders.
    pub fn worlds(&self) -> &[String] {
        &self.worlds
    }

    /// The scenarios before closure changed them, with the draws of the plan.
    pub fn given(&self) -> Vec<Scenario> {
        let experiment = self.plan.experiment();
        self.given.iter().map(|given| Scenario { experiment: experiment.clone(), ..given.clone() }).collect()
    }

    /// Their texts in full, in the same order: each can be run by itself.
    pub fn texts(&self) -> Vec<String> {
        self.given().iter().map(write_merged).collect()
    }
}

/// Persons are not watched in several districts beside each other, because people of two may have the same key.
fn without_persons(given: &mut [Scenario]) -> Option<Note> {
    let asks = given.iter().any(|scenario| scenario.output.persons && !scenario.parts.is_empty());
    if asks {
        for scenario in given {
            scenario.output.persons = false;
        }
    }
    asks.then_some(Note::NoPersons)
}

/// The base, and each variant made comparable to it; and what that changed.
fn closed(given: &[Scenario]) -> (Vec<Scenario>, Vec<Note>) {
    let base = &given[0];
    let (mut scenarios, mut notes) = (vec![base.clone()], Vec::new());
    for variant in &given[1..] {
        let mut closed = close(base, variant, variant.closure_against(base));
        notes.extend(closed.notes.into_iter().map(Note::Closed));
        if (&closed.scenario.experiment, &closed.scenario.output) != (&base.experiment, &base.output) {
            notes.push(Note::AsBase { variant: variant.name.clone(), base: base.name.clone() });
            closed.scenario.experiment.clone_from(&base.experiment);
            closed.scenario.output.clone_from(&base.output);
        }
        scenarios.push(closed.scenario);
    }
    (scenarios, notes)
}

/// Everything that was read, each once.
fn each_once(loaded: &[Loaded]) -> Vec<Input> {
    let mut sources: Vec<Input> = Vec::new();
    for source in loaded.iter().flat_map(|one| &one.sources) {
        if sources.iter().all(|other| other.name != source.name) {
            let sha256 = hex(&Sha256::digest(source.text.as_bytes()));
            sources.push(Input { name: source.name.clone(), sha256 });
        }
    }
    sources
}

/// Files without their folders: a report does not depend on where they lie.
fn file_names(paths: &[String]) -> Vec<String> {
    let name = |path: &String| Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
    paths.iter().map(|path| name(path).unwrap_or_else(|| path.clone())).collect()
}

fn no_scenario() -> Diagnostic {
    Diagnostic {
        message: Text::fixed("there is no scenario", "er is geen scenario"),
        allowed: Text::fixed("one scenario, or a base and its variants", "één scenario, of een base en varianten"),
        ..Diagnostic::default()
    }
}
