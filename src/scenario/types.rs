//! A scenario as it is run: checked, complete and frozen.

use serde::{Deserialize, Serialize};

use super::closure::Closing;
use super::context::ContextSpec;
use super::own::OwnFigure;
use super::uncertain::Number;
use crate::entities::Product;
use crate::input_data::DistrictProfile;
use crate::levers::Timeline;
use crate::random::Distribution;

/// A service of the second line in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ServiceSpec {
    /// Product; one service each.
    pub product: Product,
    /// Places; may be fractional (it then alternates so that the mean over weeks is exact).
    pub places: f64,
    /// Hours of service per client and week.
    pub hours_per_week: f64,
    /// Price in whole cents per hour.
    pub cents_per_hour: i64,
    /// Duration of one term, in weeks.
    pub duration_weeks: Distribution,
    /// Chance that the term is renewed where the need is still open.
    pub renewal: f64,
}

/// An organisation of care: the team and services, with levers over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    /// Name, for printing.
    pub name: String,
    /// Name of the team.
    pub team_name: String,
    /// Settings before levers, and the levers' schedules.
    pub timeline: Timeline,
    /// One service per product, in the order of [`Product::ALL`].
    pub services: Vec<ServiceSpec>,
    /// What is drawn anew in every sample for numbers of the team and the services, whose fields hold the mean; each
    /// number at most once, in order ([`Organisation::state`]). Of levers it stands in their steps.
    pub uncertain: Vec<(Number, Distribution)>,
}

impl Organisation {
    /// Multiplies what grows with the district (FTE, places) by `factor`.
    pub fn scale(&mut self, factor: f64) {
        self.timeline.scale(factor);
        for service in &mut self.services {
            service.places *= factor;
        }
        self.scale_uncertain(factor);
    }
}

/// What is kept equal when a variant is compared with its base: hours, money or neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Closure {
    /// Same team hours: the variant has the base's team, and what it plans more for outreach comes out of that.
    #[default]
    Hours,
    /// Same municipal euros as budgeted at the start: as `Extra`, and what the team costs more is saved on purchased
    /// care.
    Budget,
    /// Extra money: the team is larger by what the variant plans more for outreach, unless it states a size of its own.
    Extra,
}

impl Closure {
    /// Every closure, the default first.
    pub const ALL: [Self; 3] = [Self::Hours, Self::Budget, Self::Extra];

    /// The closure with a word.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|closure| closure.key() == key)
    }

    /// The word in options and files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Budget => "budget",
            Self::Extra => "extra",
        }
    }
}

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
}

/// What is written beside the default series.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OutputSpec {
    /// Write every series, not only the default ones.
    pub all_series: bool,
    /// Write `weekly.csv`.
    pub weekly: bool,
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

impl Scenario {
    /// The closure under which it stands as a variant of `base`: its own word, else the base's, else the default.
    pub fn closure_against(&self, base: &Self) -> Closure {
        self.closure.or(base.closure).unwrap_or_default()
    }

    /// The same scenario for another district: teams and places grow with the number of residents. A lever that grows
    /// out of its range stays so; reading a scenario file checks that, this does not.
    #[must_use]
    pub fn for_district(&self, district: DistrictProfile, residents: u32) -> Self {
        let factor = f64::from(residents) / f64::from(self.residents.max(1));
        let closing = self.closing.as_ref().map(|c| Box::new(c.for_district(&district, residents)));
        let mut scenario = Self { district, residents, closing, ..self.clone() };
        scenario.organisation.scale(factor);
        scenario.before.scale(factor);
        scenario
    }
}
