//! Frozen inputs of one (sample, replicate): parameters, draws, and tables computed from them once.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::entities::{DOMAINS, Domain, Position};
use crate::initialization::Newcomers;
use crate::parameters::{PARAMETERS, Params};
use crate::random::{Cells, Draws};
use crate::scenario::{BudgetSpec, ContextSpec};
use crate::units::WEEKS_PER_YEAR;

/// Everything that all scenarios of a (sample, replicate) share, or that a scenario fixes for its whole horizon.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Inputs {
    /// Drawn parameters.
    pub params: Params,
    /// Keyed draws.
    pub draws: Draws,
    /// What follows from the parameters.
    pub tables: Tables,
    /// Who moves in.
    pub newcomers: Arc<Newcomers>,
    /// Circumstances.
    pub context: ContextSpec,
    /// Money rules.
    pub budget: BudgetSpec,
    /// Factor on every bound: 1, or more in the test that bounds do not matter.
    pub slack: f64,
}

/// Layers of candidate points by process. The base heights are part of what the draws mean.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Layers {
    /// Onset, any domain.
    pub onset: Cells,
    /// Processes of an episode: asking, worsening, helped recovery, report, relapse.
    pub episode: [Cells; 5],
    /// Life events of residents, and events of households.
    pub demography: Cells,
    /// Visits and contacts where people are.
    pub contact: Cells,
    /// A carer stops; starting to care for somebody outside.
    pub care: Cells,
    /// Turnover of professionals.
    pub turnover: Cells,
}

/// Natural recovery in one domain.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RecoveryTable {
    /// Weibull shape, at most 1.
    pub shape: f64,
    /// Weibull scale in weeks.
    pub scale: f64,
    /// Mean in weeks.
    pub mean: f64,
    /// Elapsed time of an episode found open at a random moment, in weeks, at 64 equally spaced quantiles.
    pub elapsed: Vec<f64>,
}

impl RecoveryTable {
    fn new(shape: f64, median: f64) -> Self {
        let scale = median / libm::pow(std::f64::consts::LN_2, 1.0 / shape);
        let mean = scale * libm::tgamma(1.0 + 1.0 / shape);
        // The elapsed time has density S(a)/mean: integrate S over a grid that widens with the tail.
        let survival = |weeks: f64| libm::exp(-libm::pow(weeks / scale, shape));
        let (mut quantiles, mut area, mut a) = (Vec::with_capacity(64), 0.0, 0.0);
        let mut step = scale / 400.0;
        while quantiles.len() < 64 {
            let slice = step * survival(a + step / 2.0);
            let target = (quantiles.len() as f64 + 0.5) / 64.0 * mean;
            if area + slice >= target {
                quantiles.push(a + step * (target - area) / slice);
                continue;
            }
            area += slice;
            a += step;
            step *= 1.01;
            if slice < mean * 1e-12 {
                quantiles.resize(64, a);
            }
        }
        Self { shape, scale, mean, elapsed: quantiles }
    }

    /// Natural hazard per week at an age of the episode in weeks; from one week on it never rises.
    pub fn hazard(&self, age_weeks: f64) -> f64 {
        let age = age_weeks.max(1.0);
        self.shape / self.scale * libm::pow(age / self.scale, self.shape - 1.0)
    }

    /// Weeks from onset to natural recovery at a quantile, given that `elapsed` weeks have passed.
    pub fn duration(&self, u: f64, elapsed: f64) -> f64 {
        let passed = if elapsed > 0.0 { libm::pow(elapsed / self.scale, self.shape) } else { 0.0 };
        self.scale * libm::pow(passed - libm::log1p(-u), 1.0 / self.shape)
    }

    /// Elapsed weeks of an episode found open at a random moment.
    pub fn elapsed_at(&self, u: f64) -> f64 {
        self.elapsed[((u * 64.0) as usize).min(63)]
    }
}

/// Tables computed once.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Tables {
    /// Layers by process.
    pub layers: Layers,
    /// Natural recovery by domain.
    pub recovery: Vec<RecoveryTable>,
    /// Onset at middle income and mean frailty, by age and domain, per week.
    pub onset: Vec<[f32; DOMAINS]>,
    /// Share of the onset points that each domain proposes, by member or reference person and age. From the defaults alone,
    /// so that every scenario and sample has the same proposals.
    pub onset_proposals: [Vec<[f32; DOMAINS]>; 2],
    /// Share of the life points that each kind of event proposes, by man or woman and age; likewise.
    pub life_proposals: [Vec<[f32; LIFE_KINDS]>; 2],
    /// Highest proposal that counts per unit of adult and of youth frailty, by member or reference person, income band and
    /// age: the largest of the domains' rates over their shares of the proposals.
    pub onset_highest: [[Vec<[f64; 2]>; 3]; 2],
    /// The same for life events, by man or woman and position; of those who age.
    pub life_highest: [[Vec<f64>; 4]; 2],
    /// Multiplier on onset by income band and domain.
    pub income: [[f64; DOMAINS]; 3],
    /// Onset multiplied by this for 0, 1, 2, 3, 4 or more other open domains.
    pub coupling: [f64; 5],
    /// Probability of dying per week by sex (man, woman) and age.
    pub mortality: [Vec<f64>; 2],
    /// Births per woman and week by age 0 to 49.
    pub fertility: Vec<f64>,
    /// Onset of care for somebody outside the district, per week by age.
    pub care_outside: Vec<f64>,
}

impl Tables {
    /// Tables for a set of parameters.
    pub fn new(params: &Params) -> Self {
        let p = params;
        let recovery = [
            (p.recovery_debt_shape, p.recovery_debt_median),
            (p.recovery_housing_shape, p.recovery_housing_median),
            (p.recovery_work_shape, p.recovery_work_median),
            (p.recovery_mental_shape, p.recovery_mental_median),
            (p.recovery_daily_shape, p.recovery_daily_median),
            (p.recovery_youth_shape, p.recovery_youth_median),
            (p.recovery_social_shape, p.recovery_social_median),
        ]
        .map(|(shape, median)| RecoveryTable::new(shape, median));
        let base = onset_base(p);
        let onset = (0..=104_u8)
            .map(|age| std::array::from_fn(|i| (base[i] / 52.0 * age_profile(Domain::ALL[i], age)) as f32))
            .collect();
        let by_domain: [[f64; 3]; DOMAINS] = Domain::ALL.map(|d| income_profile(d, p.onset_income_ratio));
        let income = [0, 1, 2].map(|band| by_domain.map(|profile| profile[band]));
        let mut coupling = [1.0; 5];
        for n in 1..5 {
            coupling[n] = coupling[n - 1] * p.onset_coupling;
        }
        let mortality = [false, true].map(|woman| {
            (0..=104_u8)
                .map(|age| p.demography_mortality * mortality_per_year(age, woman) / f64::from(WEEKS_PER_YEAR))
                .collect()
        });
        let fertility =
            (0..50_u8).map(|age| p.demography_fertility * fertility_share(age) / f64::from(WEEKS_PER_YEAR)).collect();
        let care_outside = (0..=104_u8).map(|age| p.care_outside * care_share(age) * care_end_rate(p)).collect();
        let onset: Vec<[f32; DOMAINS]> = onset;
        let onset_proposals: [Vec<[f32; DOMAINS]>; 2] =
            [false, true].map(|reference| (0..=104).map(|age| onset_proposals(age, reference)).collect());
        let onset_highest = onset_highest(&onset, &onset_proposals, &income);
        let life_proposals: [Vec<[f32; LIFE_KINDS]>; 2] =
            [false, true].map(|woman| (0..=104).map(|age| life_proposals(age, woman)).collect());
        let mut tables = Self {
            layers: Layers {
                onset: Cells::new(0.008),
                episode: [
                    Cells::new(0.008),
                    Cells::new(0.002),
                    Cells::new(0.008),
                    Cells::new(0.004),
                    Cells::new(0.004),
                ],
                demography: Cells::new(0.002),
                contact: Cells::new(0.001),
                care: Cells::new(0.002),
                turnover: Cells::new(0.002),
            },
            recovery: recovery.into(),
            onset,
            onset_proposals,
            onset_highest,
            life_proposals,
            life_highest: Default::default(),
            income,
            coupling,
            mortality,
            fertility,
            care_outside,
        };
        tables.life_highest = [false, true].map(|woman| {
            [Position::Reference, Position::Partner, Position::Child, Position::Other].map(|position| {
                let of_age = |age: u8| {
                    let shares = &tables.life_proposals[usize::from(woman)][age as usize];
                    let kinds = (0..LIFE_KINDS).filter(|&kind| shares[kind] > 0.0);
                    kinds
                        .map(|kind| tables.life_rate(p, kind, woman, age, position) / f64::from(shares[kind]))
                        .fold(0.0, f64::max)
                };
                (0..=104).map(of_age).collect()
            })
        });
        tables
    }

    /// Rate per week of a kind of life event for somebody who ages: death, birth, leaving home, pairing, care for somebody
    /// outside.
    #[inline]
    pub fn life_rate(&self, p: &Params, kind: usize, woman: bool, age: u8, position: Position) -> f64 {
        let age = age.min(104);
        match kind {
            0 => self.mortality[usize::from(woman)][age as usize],
            1 if woman => self.fertility.get(age as usize).copied().unwrap_or(0.0),
            2 if age >= 18 && position == Position::Child => p.demography_leaving / 52.0,
            3 if (20..60).contains(&age) && position == Position::Reference => p.demography_pairing / 52.0,
            4 if age >= 20 => self.care_outside[age as usize],
            _ => 0.0,
        }
    }
}

fn onset_highest(
    onset: &[[f32; DOMAINS]],
    proposals: &[Vec<[f32; DOMAINS]>; 2],
    income: &[[f64; DOMAINS]; 3],
) -> [[Vec<[f64; 2]>; 3]; 2] {
    [0, 1].map(|reference: usize| {
        [0, 1, 2].map(|band: usize| {
            let of_age = |(base, shares): (&[f32; DOMAINS], &[f32; DOMAINS])| {
                let mut highest = [0.0_f64; 2];
                for i in (0..DOMAINS).filter(|&i| shares[i] > 0.0) {
                    let kind = &mut highest[usize::from(i == Domain::Youth as usize)];
                    *kind = kind.max(f64::from(base[i]) * income[band][i] / f64::from(shares[i]));
                }
                highest
            };
            onset.iter().zip(&proposals[reference]).map(of_age).collect()
        })
    })
}

/// Onset by age relative to the parameter's reference age. Assumption, after the age profiles of CBS 85454NED (limits by
/// age, 2022), CBS 85766NED (loneliness by age) and NEMESIS-3 (disorders are commonest in young adults).
fn age_profile(domain: Domain, age: u8) -> f64 {
    match domain {
        Domain::Debt | Domain::Housing => [0.0, 1.2, 1.3, 1.0, 0.6, 0.3][band(age, &[18, 25, 45, 65, 75])],
        Domain::Work => [0.0, 1.3, 1.0, 1.0, 0.0][band(age, &[18, 27, 45, 67])],
        Domain::Mental => [0.0, 1.5, 1.2, 1.0, 0.7, 0.6][band(age, &[18, 25, 45, 55, 65])],
        Domain::Daily => [0.0, 0.2, 0.5, 1.0, 1.5, 3.5, 7.0][band(age, &[18, 45, 55, 65, 75, 85])],
        Domain::Youth => [0.7, 1.1, 1.2, 0.8, 0.0][band(age, &[4, 12, 18, 23])],
        Domain::Social => [0.0, 1.2, 1.0, 1.0, 1.3][band(age, &[18, 25, 65, 75])],
    }
}

/// Kinds of life events: death, birth, leaving home, pairing, care for somebody outside.
pub const LIFE_KINDS: usize = 5;

/// Shares proportional to usual rates, none of the possible kinds below 3 %.
fn shares<const N: usize>(rates: [f64; N]) -> [f32; N] {
    let total: f64 = rates.iter().sum();
    let floor = 0.03 * total;
    let sum: f64 = rates.iter().filter(|r| **r > 0.0).map(|r| r + floor).sum();
    rates.map(|r| if r > 0.0 { ((r + floor) / sum) as f32 } else { 0.0 })
}

fn onset_proposals(age: u8, reference: bool) -> [f32; DOMAINS] {
    let defaults = Params::from_values(&PARAMETERS.iter().map(|p| p.default.mean()).collect::<Vec<_>>());
    let base = onset_base(&defaults);
    shares(std::array::from_fn(|i| {
        let domain = Domain::ALL[i];
        if domain.is_basic() && !reference { 0.0 } else { base[i] * age_profile(domain, age) }
    }))
}

fn life_proposals(age: u8, woman: bool) -> [f32; LIFE_KINDS] {
    let adult = f64::from(u8::from(age >= 18));
    shares([
        mortality_per_year(age, woman),
        if woman { 1.5 * fertility_share(age) } else { 0.0 },
        if age < 40 { 0.1 * adult } else { 0.005 },
        if (20..60).contains(&age) { 0.015 } else { 0.0 },
        0.15 * care_share(age),
    ])
}

fn onset_base(p: &Params) -> [f64; DOMAINS] {
    [p.onset_debt, p.onset_housing, p.onset_work, p.onset_mental, p.onset_daily, p.onset_youth, p.onset_social]
}

fn band(age: u8, starts: &[u8]) -> usize {
    starts.iter().take_while(|&&s| age >= s).count()
}

/// Low income raises onset to the ratio over high income; middle is the reference. Debts and housing follow income twice
/// as steeply as the rest (assumption).
fn income_profile(domain: Domain, ratio: f64) -> [f64; 3] {
    let steep = if domain.is_basic() { 2.0 } else { 1.0 };
    [libm::pow(ratio, steep * 2.0 / 3.0), 1.0, libm::pow(ratio, -steep / 3.0)]
}

/// National probability of dying within a year, rounded from the CBS period life table 2022 (evidence: mortality_annual_*,
/// assumption for ages under 65); women at 0.8 and men at 1.2 times the mean.
fn mortality_per_year(age: u8, woman: bool) -> f64 {
    let mean = [0.003, 0.0001, 0.0003, 0.0006, 0.0015, 0.004, 0.0065, 0.011, 0.017, 0.029, 0.054, 0.105, 0.19, 0.32]
        [band(age, &[1, 15, 25, 40, 50, 60, 65, 70, 75, 80, 85, 90, 95])];
    if age >= 104 { 1.0 } else { mean * if woman { 0.8 } else { 1.2 } }
}

/// Births by the mother's age: shares per year of age that add to 1 (assumption: peak at 30 to 34, CBS).
fn fertility_share(age: u8) -> f64 {
    [0.0, 0.006, 0.03, 0.076, 0.06, 0.024, 0.0024, 0.0][band(age, &[18, 22, 26, 34, 38, 43, 46])]
        / (4.0 * 0.006 + 4.0 * 0.03 + 8.0 * 0.076 + 4.0 * 0.06 + 5.0 * 0.024 + 3.0 * 0.0024)
}

/// Carers by age: CBS, Vader en moeder op leeftijd (2022), par. 4.
fn care_share(age: u8) -> f64 {
    [0.0, 0.037, 0.048, 0.059, 0.082, 0.11, 0.146, 0.201, 0.235, 0.217, 0.178, 0.149, 0.136, 0.12, 0.108, 0.087]
        [band(age, &[20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90])]
}

/// Rate at which care for somebody outside the district ends, because of the receiver or the carer, per week.
pub fn care_end_rate(p: &Params) -> f64 {
    p.care_outside_end + p.care_stop
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The elapsed time of episodes found open has mean E[T^2]/(2 E[T]); for a shape of 1 that is the mean itself.
    #[test]
    fn elapsed_times_are_length_biased() {
        let table = RecoveryTable::new(1.0, 144.2);
        let mean = table.elapsed.iter().sum::<f64>() / 64.0;
        assert!((mean / table.mean - 1.0).abs() < 0.04, "{mean} {}", table.mean);
        let heavy = RecoveryTable::new(0.62, 26.0);
        let second = heavy.scale * heavy.scale * libm::tgamma(1.0 + 2.0 / 0.62);
        let mean = heavy.elapsed.iter().sum::<f64>() / 64.0;
        // 64 quantiles miss a part of the far tail.
        assert!((mean / (second / (2.0 * heavy.mean)) - 1.0).abs() < 0.12, "{mean}");
    }

    /// NEMESIS-2: 12 % beyond three years at a median of 26 weeks.
    #[test]
    fn mental_recovery_has_the_published_tail() {
        let table = RecoveryTable::new(0.62, 26.0);
        let beyond = libm::exp(-libm::pow(156.0 / table.scale, 0.62));
        assert!((beyond - 0.12).abs() < 0.01, "{beyond}");
        assert!((table.duration(0.5, 0.0) - 26.0).abs() < 1e-9);
    }

    #[test]
    fn births_add_up() {
        let sum: f64 = (0..50).map(fertility_share).sum();
        assert!((sum - 1.0).abs() < 1e-9, "{sum}");
    }
}
