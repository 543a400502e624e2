//! What a comparison states, as data: the only source of tables, reports and files about differences.

use serde::Serialize;

use crate::observation::{Direction, Kind};
use crate::plan::Bound;

/// A period over which a difference is stated; values are per year within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Period {
    /// One simulated year, from 0. In files `year:N` with N from 1; read by people as the calendar year.
    Year(u32),
    /// Up to the end of this council term: the whole simulated years before the first election after the start.
    Term,
    /// The whole horizon.
    Horizon,
    /// The whole horizon, discounted to the start at the budget's rate: euros only. A year counts from its middle.
    Discounted,
}

impl Period {
    /// The key in files: `year:1` is the first simulated year.
    pub fn key(self) -> String {
        match self {
            Self::Year(year) => format!("year:{}", year + 1),
            Self::Term => "term".to_owned(),
            Self::Horizon => "horizon".to_owned(),
            Self::Discounted => "discounted".to_owned(),
        }
    }

    /// The period with a key; `None` if there is none.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "term" => Some(Self::Term),
            "horizon" => Some(Self::Horizon),
            "discounted" => Some(Self::Discounted),
            _ => key.strip_prefix("year:")?.parse::<u32>().ok()?.checked_sub(1).map(Self::Year),
        }
    }
}

/// What a comparison says about one indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Verdict {
    /// Better (direction known).
    Better,
    /// Worse (direction known).
    Worse,
    /// Higher (neutral indicator).
    Higher,
    /// Lower (neutral indicator).
    Lower,
    /// At least 90 of 100 samples lie within the margin.
    NoDifference,
    /// Too few samples to say.
    UndecidedComputing,
    /// More computing does not help: the assumptions decide.
    UndecidedKnowledge,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 7] = [
        Self::Better,
        Self::Worse,
        Self::Higher,
        Self::Lower,
        Self::NoDifference,
        Self::UndecidedComputing,
        Self::UndecidedKnowledge,
    ];

    /// The key in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::NoDifference => "no_difference",
            Self::UndecidedComputing => "undecided_computing",
            Self::UndecidedKnowledge => "undecided_knowledge",
        }
    }

    /// The verdict with a key; `None` if there is none.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|v| v.key() == key)
    }

    /// Whether nothing is decided.
    pub const fn is_undecided(self) -> bool {
        matches!(self, Self::UndecidedComputing | Self::UndecidedKnowledge)
    }
}

/// The kind of a decider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Deciding {
    /// An uncertain number: it can be investigated beforehand.
    Assumption,
    /// The level of a registered indicator in the variant's second year: it can be watched afterwards.
    EarlySign,
}

impl Deciding {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Assumption, Self::EarlySign];

    /// The key in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Assumption => "assumption",
            Self::EarlySign => "early_sign",
        }
    }

    /// The kind with a key; `None` if there is none.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|d| d.key() == key)
    }
}

/// What decides an undecided verdict.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Decider {
    /// What it is.
    pub what: Deciding,
    /// Key of an uncertain number, or of an early sign: `team.pressure@year:2`.
    pub key: String,
    /// Unit.
    pub unit: &'static str,
    /// Rank correlation with the difference over samples.
    pub correlation: f64,
    /// The value at which the sign of the difference changes; `None` if not within the values over samples.
    pub tipping_value: Option<f64>,
    /// 5th percentile of its values over samples.
    pub p05: f64,
    /// 95th percentile.
    pub p95: f64,
}

/// What is known about chance in a difference: how differently one and the same sample comes out by chance alone.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Chance {
    /// Variance of the difference between replicates of one sample, in its squared unit.
    pub variance: f64,
    /// What that adds to the variance of a sample's difference, which is a mean over replicates.
    pub in_mean: f64,
    /// Degrees of freedom of that estimate.
    pub freedom: f64,
}

/// How much computing it takes to decide an undecided verdict, or to know that it is for want of knowledge: an estimate
/// of the total, not of what is still to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Computing {
    /// Samples.
    pub samples: u32,
    /// Replicates of each.
    pub replicates: u32,
}

impl Computing {
    /// Whether no amount of computing would do: the figure lies on the border itself.
    pub const fn is_endless(self) -> bool {
        self.samples >= MOST
    }

    /// Whether it is more than a comparison ever adds by itself, and more than twice the samples that it has.
    pub fn is_out_of_reach(self, computed: u32) -> bool {
        self.samples > MOST_SAMPLES.max(2 * computed) || self.replicates > MOST_REPLICATES
    }
}

/// One row: an indicator, a group and a period, variant minus base.
#[derive(Clone, Debug, Serialize)]
pub struct Difference {
    /// Indicator key.
    pub indicator: String,
    /// Group.
    pub group: String,
    /// Period.
    pub period: Period,
    /// Unit.
    pub unit: &'static str,
    /// Kind.
    pub kind: Kind,
    /// Direction.
    pub direction: Direction,
    /// Mean over samples in the base (a sample's value is the mean over its replicates), of samples in which both
    /// scenarios have a value; if there are none, of the base by itself.
    pub base_value: Option<f64>,
    /// The same in the variant.
    pub variant_value: Option<f64>,
    /// Mean over samples of the difference, variant minus base (a sample's is the mean over its replicates).
    pub difference: Option<f64>,
    /// Median over samples.
    pub median: Option<f64>,
    /// 5th percentile over samples: linear between the order statistics around `0.05 (n - 1)`.
    pub p05: Option<f64>,
    /// 95th percentile over samples, its mirror image.
    pub p95: Option<f64>,
    /// Share of samples in which the variant is better (for neutral indicators: higher); a difference of exactly 0 is
    /// not.
    pub share_better: Option<f64>,
    /// Monte-Carlo standard error of the mean over samples: the standard deviation of their differences over the root
    /// of their number.
    pub mc_error: Option<f64>,
    /// The smallest difference that matters.
    pub margin: f64,
    /// Variance of an unpaired difference over that of the paired one, within samples; `None` without a second
    /// replicate.
    pub variance_reduction: Option<f64>,
    /// Samples with a value in both scenarios.
    pub samples: u32,
    /// Replicates per sample, without the extra one of the first samples.
    pub replicates: u32,
    /// Verdict.
    pub verdict: Verdict,
    /// What decides an undecided verdict: at most one of each kind, the strongest first. Empty if none stands out.
    pub deciders: Vec<Decider>,
    /// Shares of the variance of the difference: assumptions, chance, computing (see `experiment::variance`). `None`
    /// where they cannot be told apart.
    pub variance_split: Option<[f64; 3]>,
    /// What is known about chance in the differences; `None` without a second replicate anywhere.
    pub chance: Option<Chance>,
    /// The differences per sample, in the order of the samples (`None` where a sample has none).
    pub by_sample: Vec<Option<f64>>,
}

/// When a payer has earned back its extra cost.
#[derive(Clone, Debug, Serialize)]
pub struct BreakEven {
    /// `municipality`, `insurer`, `all`, ...: `euros.<payer>` is its indicator.
    pub payer: String,
    /// First simulated year (0-based) from whose end cumulative extra cost stays at or below zero to the horizon. This
    /// is the median over samples: the earliest year by whose end at least half of them have got there; `None` if half
    /// of them never do.
    pub year_median: Option<f64>,
    /// The same for 5 in 100 samples; `None` is never.
    pub year_p05: Option<f64>,
    /// The same for 95 in 100; `None` is never.
    pub year_p95: Option<f64>,
    /// Share of samples in which it never happens within the horizon.
    pub share_never: f64,
    /// Share of samples in which the payer's euros could hardly respond: in both scenarios most of what it pays for
    /// services over the horizon goes to services whose places are all taken while somebody waits, and would be if no
    /// lever cut any. `None` where it pays for no service.
    pub share_full: Option<f64>,
}

/// A naive effect (what the municipality's own registration shows, before and after) beside the true paired one.
#[derive(Clone, Debug, Serialize)]
pub struct NaiveTrue {
    /// Registered indicator.
    pub indicator: String,
    /// Year of the after-measurement, 0-based.
    pub year: u32,
    /// Registered value in the last year of the burn-in, mean over samples.
    pub before: Option<f64>,
    /// After minus before in the variant's own registration, mean over samples: what a monitor reports.
    pub naive: Option<f64>,
    /// The true indicator that it stands for.
    pub true_indicator: String,
    /// Paired difference of the true indicator in that year, mean over samples.
    pub true_effect: Option<f64>,
}

/// One variant against the base.
#[derive(Clone, Debug, Serialize)]
pub struct Comparison {
    /// Name of the base.
    pub base: String,
    /// Name of the variant.
    pub variant: String,
    /// Closure.
    pub closure: String,
    /// Every difference.
    pub differences: Vec<Difference>,
    /// Break-even by payer.
    pub break_even: Vec<BreakEven>,
    /// Naive beside true.
    pub naive: Vec<NaiveTrue>,
    /// Effect of each loop: key of the loop, and the horizon differences of the key figures with that loop cut in both
    /// scenarios, on the first samples (indicator, difference whole on the same samples, difference with the loop cut).
    /// Empty if not computed.
    pub loops: Vec<LoopEffect>,
    /// The differences where help does nothing, as it is, and where it does the most, in that order. Empty if not
    /// computed.
    pub bounds: Vec<BoundDifference>,
    /// Euros beside person-weeks avoided, by sample; empty where nothing is told of them.
    pub planes: Vec<Plane>,
}

/// A plan in one sample: differences from the base, per year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PlanePoint {
    /// Sample.
    pub sample: u32,
    /// Person-weeks with a severe need and no help that are avoided; below zero where there are more.
    pub weeks: f64,
    /// Extra euros of the payer.
    pub euros: f64,
}

/// Euros of a payer beside person-weeks avoided, of all samples that have both figures (see `experiment::plane`).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Plane {
    /// `all` or `municipality`: `euros.<payer>` is its indicator.
    pub payer: String,
    /// Whether later years count less, in euros and in weeks.
    pub discounted: bool,
    /// In the order of the samples.
    pub points: Vec<PlanePoint>,
}

/// A difference at a bound of what help does.
#[derive(Clone, Debug, Serialize)]
pub struct BoundDifference {
    /// The bound.
    pub bound: Bound,
    /// Indicator.
    pub indicator: String,
    /// Group.
    pub group: String,
    /// Period.
    pub period: Period,
    /// Mean over samples of variant minus base, of the scale model and scaled to the district's size; in the
    /// indicator's unit.
    pub difference: Option<f64>,
    /// 5th percentile over samples.
    pub p05: Option<f64>,
    /// 95th percentile over samples.
    pub p95: Option<f64>,
    /// Samples that it was computed on: the first ones.
    pub samples: u32,
    /// Of a payer's euros over the horizon: see [`BreakEven::share_full`]. `None` of everything else.
    pub share_full: Option<f64>,
    /// The differences per sample, in the order of the samples.
    pub by_sample: Vec<Option<f64>>,
}

/// What a loop contributes to a difference.
#[derive(Clone, Debug, Serialize)]
pub struct LoopEffect {
    /// Loop.
    pub feedback: String,
    /// Indicator.
    pub indicator: String,
    /// Residents of the scale model that it was computed in; differences are scaled to the comparison's own.
    pub residents: u32,
    /// Samples that it was computed on: the first ones.
    pub samples: u32,
    /// Mean difference of the district itself, on the same samples.
    pub district: Option<f64>,
    /// Mean difference of the scale model as it is.
    pub whole: Option<f64>,
    /// Whether the two agree within their errors, paired by sample; `None` with too few samples.
    pub agrees: Option<bool>,
    /// Mean difference of the scale model with the loop cut in both scenarios.
    pub cut: Option<f64>,
    /// Mean over samples of whole minus cut: what the loop contributes.
    pub part: Option<f64>,
    /// Standard error of the part.
    pub error: Option<f64>,
    /// P-value of the part's signed ranks over samples, if the loop contributed nothing; `None` with too few samples.
    pub p_value: Option<f64>,
    /// Whether the part is told from zero, among all loops and figures of the comparison.
    pub named: bool,
}

/// A mean below this share of the width of its range is slight.
const SLIGHT: f64 = 0.01;

impl Difference {
    /// Where the mean lies outside the range: in how many samples, of how many, the difference lies beyond it on the
    /// side of the mean. Those few carry it, as where something is rare.
    pub fn carried_by(&self) -> Option<(u32, u32)> {
        let (mean, low, high) = (self.difference?, self.p05?, self.p95?);
        let is_beyond: &dyn Fn(f64) -> bool = if mean > high {
            &|x| x > high
        } else if mean < low {
            &|x| x < low
        } else {
            return None;
        };
        let known: Vec<f64> = self.by_sample.iter().flatten().copied().collect();
        let beyond = known.iter().filter(|x| is_beyond(**x)).count();
        (beyond > 0).then_some((beyond as u32, known.len() as u32))
    }

    /// Whether the mean says nothing: the range holds zero, and the verdict is that there is no difference that matters
    /// or the range is more than a hundred times as wide. It is printed all the same, because sums would not add up
    /// otherwise; but such a sum does not have to be earned back.
    pub fn is_slight(&self) -> bool {
        match (self.difference, self.p05, self.p95) {
            (Some(x), Some(low), Some(high)) => {
                let tiny = x.abs() < SLIGHT * (high - low) || self.verdict == Verdict::NoDifference;
                low <= 0.0 && high >= 0.0 && tiny
            }
            _ => false,
        }
    }

    /// Of what its samples differ, the share that is chance; `None` without a second replicate, or where none differs.
    pub fn chance_share(&self) -> Option<f64> {
        let [assumptions, chance, _] = self.variance_split?;
        (assumptions + chance > 0.0).then(|| chance / (assumptions + chance))
    }

    /// The strongest of what decides an undecided verdict.
    pub fn decider(&self) -> Option<&Decider> {
        self.deciders.first()
    }

    /// The decider of a kind, of an undecided verdict.
    pub fn deciding(&self, what: Deciding) -> Option<&Decider> {
        self.deciders.iter().find(|d| d.what == what)
    }
}

impl Comparison {
    /// The same for a district `factor` times as large as the one simulated: sums grow with it, ratios do not. Verdicts
    /// are not reached anew.
    #[must_use]
    pub fn scaled(mut self, factor: f64) -> Self {
        for row in self.differences.iter_mut().filter(|row| row.kind != Kind::Ratio) {
            let of_row = [
                &mut row.base_value,
                &mut row.variant_value,
                &mut row.difference,
                &mut row.median,
                &mut row.p05,
                &mut row.p95,
            ];
            let values = of_row.into_iter().chain([&mut row.mc_error]).chain(row.by_sample.iter_mut());
            values.flatten().for_each(|value| *value *= factor);
            if let Some(chance) = &mut row.chance {
                chance.variance *= factor * factor;
                chance.in_mean *= factor * factor;
            }
        }
        for point in self.planes.iter_mut().flat_map(|plane| &mut plane.points) {
            (point.weeks, point.euros) = (point.weeks * factor, point.euros * factor);
        }
        self
    }

    /// The row of an indicator, group and period.
    pub fn find(&self, indicator: &str, group: &str, period: Period) -> Option<&Difference> {
        self.differences.iter().find(|d| d.indicator == indicator && d.group == group && d.period == period)
    }
}

/// The most samples that are added by themselves.
pub const MOST_SAMPLES: u32 = 400;
/// The most replicates of a sample that are added by themselves.
pub const MOST_REPLICATES: u32 = 10;

/// So many samples are never asked for: the share lies at 90 of 100 itself.
pub(super) const MOST: u32 = 1 << 16;
