//! A scenario as it is run: checked, complete and frozen.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::closure::Closure;
use super::context::ContextSpec;
use super::design::{Design, Others};
use super::organisation::Organisation;
use super::own::OwnFigure;
use crate::input_data::DistrictProfile;
use crate::random::{Distribution, assumption};

/// Money rules.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BudgetSpec {
    /// Cost of one FTE of the team, in whole cents per hour of productive time.
    pub team_cents_per_hour: i64,
    /// What that price is drawn from in every sample, in euros; `None` where it is known.
    pub team_euros_per_hour: Option<Distribution>,
    /// Year of the prices, for printing.
    pub price_year: i32,
    /// Discount rate for the discounted totals, per year.
    pub discount_rate: f64,
}

/// How much is computed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExperimentSpec {
    /// Draws of the uncertain numbers.
    pub samples: u32,
    /// Replicates of each sample.
    pub replicates: u32,
    /// Samples that get one replicate more, so that chance can be told from assumptions (the first ones).
    pub extra_replicate: u32,
    /// Years simulated, 1 to 100.
    pub years: u32,
    /// Seed.
    pub seed: u64,
    /// Weeks of burn-in, 0 to 156.
    pub burn_in_weeks: u32,
    /// Points that somebody states in the place of draws; at most as many samples as it has rows.
    pub design: Option<Arc<Design>>,
    /// What the numbers have that the design does not name; without a design all are drawn.
    pub others: Others,
}

impl ExperimentSpec {
    /// What a sample has for an uncertain number, by its path and distribution: the value at the design's quantile, or
    /// else at the keyed one or its best guess. It does not depend on the replicate.
    pub fn value(&self, distribution: &Distribution, path: &str, sample: u32) -> f64 {
        self.quantile(path, sample)
            .map_or_else(|| distribution.best_guess(), |quantile| distribution.quantile(quantile))
    }

    /// The quantile of an uncertain number in a sample, by its path; `None` where it is at its best guess.
    pub fn quantile(&self, path: &str, sample: u32) -> Option<f64> {
        let stated = self.design.as_ref().map(|design| (design.quantile(sample, path), self.others));
        match stated {
            Some((Some(quantile), _)) => Some(quantile),
            Some((None, Others::Best)) => None,
            Some((None, Others::Drawn)) | None => Some(assumption(self.seed, sample, path)),
        }
    }
}

/// What is written beside the default series.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OutputSpec {
    /// Write every series, not only the default ones.
    pub all_series: bool,
    /// Write `weekly.csv`.
    pub weekly: bool,
    /// Write `persons.csv`.
    pub persons: bool,
}

/// A district that is simulated beside others of the same municipality or region, and how many residents it has in the
/// simulation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The district.
    pub district: DistrictProfile,
    /// Residents simulated.
    pub residents: u32,
}

/// A scenario: everything that one simulation needs, checked and complete. Plain data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    /// Name: the file's stem or the built-in's; unique within a comparison.
    pub name: String,
    /// Title in plain words.
    pub title: String,
    /// Title in Dutch; empty means `title`.
    pub title_nl: String,
    /// The district.
    pub district: DistrictProfile,
    /// Residents asked for; FTE, places and savings are already scaled to it.
    pub residents: u32,
    /// The districts that are simulated beside each other in the place of `district`, which is all of them together; in
    /// the order of their codes. Empty where it is one district.
    pub parts: Vec<Part>,
    /// One distribution per parameter, in the order of `parameters::PARAMETERS`.
    pub parameters: Vec<Distribution>,
    /// Organisation from week 0.
    pub organisation: Organisation,
    /// Organisation during burn-in.
    pub before: Organisation,
    /// Money rules.
    pub budget: BudgetSpec,
    /// Circumstances.
    pub context: ContextSpec,
    /// How much is computed.
    pub experiment: ExperimentSpec,
    /// What is written.
    pub output: OutputSpec,
    /// What the municipality knows of the district itself, by indicator; shown beside the model's figures.
    pub own: Vec<OwnFigure>,
    /// What is kept equal when it is compared with a base (of a base: when others that do not say are compared with
    /// it); `None` where nobody has said.
    pub closure: Option<Closure>,
    /// How closure makes it comparable anew in every sample, where that depends on uncertain numbers.
    pub closing: Option<Box<Closing>>,
}

/// How a variant is made comparable anew in every sample, where the amounts depend on numbers that samples draw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Closing {
    /// How.
    pub closure: Closure,
    /// What it is compared with.
    pub base: Scenario,
    /// The variant before hours and euros were changed, under the base's organisation during burn-in.
    pub given: Scenario,
}

impl Closing {
    /// The same for another district.
    fn for_district(&self, district: &DistrictProfile, residents: u32) -> Self {
        let resized = |scenario: &Scenario| scenario.for_district(district.clone(), residents);
        Self { closure: self.closure, base: resized(&self.base), given: resized(&self.given) }
    }
}

impl Scenario {
    /// The closure under which it stands as a variant of `base`: its own word, else the base's, else the default.
    pub fn closure_against(&self, base: &Self) -> Closure {
        self.closure.or(base.closure).unwrap_or_default()
    }

    /// The scenario of each district of a region: its own team, levers and places, as planned per resident. One that is
    /// no region is that of its one district.
    ///
    /// Closure commutes with this: hours, places and euros all grow with the residents.
    pub fn by_district(&self) -> Vec<Self> {
        if self.parts.is_empty() {
            return vec![self.clone()];
        }
        self.parts.iter().map(|part| self.for_district(part.district.clone(), part.residents)).collect()
    }

    /// The same scenario for another district, which is one: teams and places grow with the number of residents. A
    /// lever that grows out of its range stays so; reading a scenario file checks that, this does not.
    #[must_use]
    pub fn for_district(&self, district: DistrictProfile, residents: u32) -> Self {
        let factor = f64::from(residents) / f64::from(self.residents.max(1));
        let closing = self.closing.as_ref().map(|c| Box::new(c.for_district(&district, residents)));
        let mut scenario = Self { district, residents, closing, parts: Vec::new(), ..self.clone() };
        scenario.organisation.scale(factor);
        scenario.before.scale(factor);
        scenario
    }
}
