//! Frozen inputs of one (sample, replicate): parameters, draws, and tables computed from them once.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::asking::AskingTables;
use super::course::CourseTable;
use super::proposals::Proposals;
use super::recovery::RecoveryTable;
use super::vital::{VitalLevels, band, death_rate, fertility_share};
use crate::entities::{DOMAINS, Domain, Episode, MAX_AGE, Position, Resident};
use crate::ids::Key;
use crate::initialization::{Newcomers, moving_share, national_ages};
use crate::parameters::Params;
use crate::plan::{BudgetSpec, ContextSpec};
use crate::random::{Cells, Distribution, Draws, Process};
use crate::units::{MINUTES_PER_WEEK, Minute, WEEKS_PER_YEAR, Week};

/// Everything that all scenarios of a (sample, replicate) share, or that a scenario fixes for its whole horizon. Where
/// circumstances change, other inputs take their place ([`Inputs::changed_in`]).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Inputs {
    /// Parameters in force: what a sample drew, and what circumstances made of it.
    pub params: Params,
    /// The parameters that a sample drew.
    pub drawn: Params,
    /// Births, deaths and moves of the district against the nation's.
    pub vital: VitalLevels,
    /// Keyed draws.
    pub draws: Draws,
    /// What follows from the parameters.
    pub tables: Arc<Tables>,
    /// Who moves in.
    pub newcomers: Arc<Newcomers>,
    /// Circumstances.
    pub context: ContextSpec,
    /// Money rules.
    pub budget: BudgetSpec,
    /// Factor on every bound: 1, or more in the test that bounds do not matter.
    pub slack: f64,
}

impl Inputs {
    /// The inputs from a week on, if circumstances change the parameters in it.
    pub fn changed_in(&self, now: Week) -> Option<Self> {
        if !self.context.changes_parameters_in(now) {
            return None;
        }
        let params = self.context.in_force(&self.drawn, now);
        (params != self.params).then(|| {
            // What follows from needs alone takes nearly all the time.
            let needs = (params.needs == self.params.needs).then(|| Natural::of(&self.tables));
            let tables = Arc::new(Tables::with(&params, self.vital, self.context.ageing, needs));
            Self { params, tables, ..self.clone() }
        })
    }
}

impl Inputs {
    /// Whether what waits in the calendar has to be entered anew under these in the place of others. What was entered
    /// for more deaths suffices for fewer, and whether somebody agrees to care is asked at the moment.
    pub fn enter_anew(&self, before: &Self) -> bool {
        let (mut now, before) = (self.params.clone(), &before.params);
        now.informal_care.offer = before.informal_care.offer;
        now.demography.mortality = now.demography.mortality.max(before.demography.mortality);
        now != *before
    }
}

/// Weeks that residents and households look ahead at a time: a block of four years.
const BLOCK_WEEKS: i32 = 4 * WEEKS_PER_YEAR;
const BLOCK_MINUTES: i32 = BLOCK_WEEKS * MINUTES_PER_WEEK;

impl Inputs {
    /// The start of the block of years of somebody (resident or household) that holds `at`: everybody has their own
    /// days.
    pub fn block_start(&self, key: Key, at: Minute) -> Minute {
        let offset = (self.draws.bits(Process::BLOCK_OFFSET, key, 0) >> 40) as i32 % BLOCK_MINUTES;
        Minute(at.0 - (at.0 - offset).rem_euclid(BLOCK_MINUTES))
    }

    /// Weeks since the last birthday of somebody who enters the model with an age in whole years.
    pub fn weeks_since_birthday(&self, key: Key) -> i32 {
        (self.draws.bits(Process::BIRTHDAY, key, 0) >> 40) as i32 % WEEKS_PER_YEAR
    }
}

/// The end of a block that begins at `start`.
pub const fn block_end(start: Minute) -> Minute {
    Minute(start.0 + BLOCK_MINUTES)
}

/// A number for the block that begins at a moment: positive, and the same in every scenario.
pub fn occasion_of(start: Minute) -> u64 {
    (i64::from(start.0) + (1 << 32)) as u64
}

/// Cells of candidate points, by the length of the blocks of years that they are of.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Blocks {
    /// Of residents and households.
    pub usual: Cells,
    /// Of needs and of care, by [`Episode::block_kind`].
    pub of_need: [Cells; 2],
    /// Of jobs: a year.
    pub of_job: Cells,
}

/// Tables computed once.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Tables {
    /// Cells by length.
    pub blocks: Blocks,
    /// Natural recovery by domain.
    pub recovery: Vec<RecoveryTable>,
    /// Onset at middle income and mean frailty, by age and domain, per week.
    pub onset: Vec<[f32; DOMAINS]>,
    /// The lowest and the highest of it over a block of years, by the age at its start.
    pub onset_in_block: Vec<[Range<f32>; DOMAINS]>,
    /// What onset is multiplied with at most, by who somebody is with ([`Resident::ALONE`] and what follows it) and
    /// domain.
    pub onset_company: [[f64; DOMAINS]; COMPANIES],
    /// What life points propose, by man or woman and age. From the defaults alone, so that every scenario and sample
    /// has the same proposals.
    pub life_proposals: [Vec<Proposals>; 2],
    /// Highest proposal that counts of life events, by man or woman, position and age at the start of a block of
    /// years: the largest of the rates over their shares of the proposals; of those who age.
    pub life_highest: [[Vec<f64>; 4]; 2],
    /// Multiplier on onset by income band and tenure ([`crate::entities::Resident::standing`]) and domain.
    pub standing: [[f64; DOMAINS]; STANDINGS],
    /// What the rate of asking is made of.
    pub asking: AskingTables,
    /// Severity over the course of a need without help, by domain.
    pub courses: [CourseTable; DOMAINS],
    /// What the hours of a case at full pace make of the team's help.
    pub full_hours: f64,
    /// Whether natural clocks run alike at every severity.
    pub keeps_time: bool,
    /// What is left of the effect of help by whole weeks since it ended; see [`Tables::left_of_help`].
    waning: Vec<f64>,
    /// Early part of relapse by whole weeks since recovery; see [`Tables::early_relapse`].
    relapse: Vec<f64>,
    /// Onset multiplied by this for 0, 1, 2, 3, 4 or more other open domains.
    pub coupling: [f64; 5],
    /// Probability of dying per week by sex (man, woman) and age.
    pub mortality: [Vec<f64>; 2],
    /// Births per woman and week by age 0 to 49.
    pub fertility: Vec<f64>,
    /// Moves away per household and week by the age of the reference person.
    pub moving: Vec<f64>,
    /// The highest of these.
    pub moving_highest: f64,
    /// Onset of care for somebody outside the district, per week by age.
    pub care_outside: Vec<f64>,
    /// One over the weeks that such care lasts on average.
    pub care_end: f64,
    /// How often people of an age care for others, relative to all of 20 and over; at most [`MOST_CARING`].
    pub caring: Vec<f64>,
}

/// Shape and median in weeks of the time to natural recovery, by domain.
fn durations(p: &Params) -> [(f64, f64); DOMAINS] {
    [
        (p.needs.recovery_debt_shape, p.needs.recovery_debt_median),
        (p.needs.recovery_housing_shape, p.needs.recovery_housing_median),
        (p.needs.recovery_work_shape, p.needs.recovery_work_median),
        (p.needs.recovery_mental_shape, p.needs.recovery_mental_median),
        (p.needs.recovery_daily_shape, p.needs.recovery_daily_median),
        (p.needs.recovery_youth_shape, p.needs.recovery_youth_median),
        (p.needs.recovery_social_shape, p.needs.recovery_social_median),
    ]
}

/// Natural recovery by domain. Known is how many have a need, not how long it lasts: where durations are drawn
/// otherwise than at their means, as much less or more begins as keeps the number of the nation's ages.
fn recoveries(p: &Params, onset: &mut [[f32; DOMAINS]], ageing: bool) -> Vec<RecoveryTable> {
    let usual = durations(&Params::at_defaults());
    let nation = national_ages();
    let of = |onset: &[[f32; DOMAINS]], i: usize| onset.iter().map(|of_age| f64::from(of_age[i])).collect::<Vec<_>>();
    let open = |table: &RecoveryTable| (0..=MAX_AGE).zip(&nation).map(|(age, n)| n * table.expected(age)).sum::<f64>();
    let drawn = durations(p);
    (0..DOMAINS)
        .map(|i| {
            let table = RecoveryTable::new(drawn[i].0, drawn[i].1, of(onset, i), ageing);
            if drawn[i] == usual[i] || p.needs.onset_by_stock <= 0.0 {
                return table;
            }
            let as_usual = RecoveryTable::of_stock(usual[i].0, usual[i].1, of(onset, i), ageing);
            let level = libm::pow(open(&as_usual) / open(&table), p.needs.onset_by_stock);
            for of_age in onset.iter_mut() {
                of_age[i] = (f64::from(of_age[i]) * level) as f32;
            }
            table.begins_at(of(onset, i))
        })
        .collect()
}

/// The course of severity by domain.
fn courses(p: &Params, recovery: &[RecoveryTable]) -> [CourseTable; DOMAINS] {
    let n = &p.needs;
    let worsening = [
        n.worsening_debt,
        n.worsening_housing,
        n.worsening_work,
        n.worsening_mental,
        n.worsening_daily,
        n.worsening_youth,
        n.worsening_social,
    ];
    let improving = [
        n.improving_debt,
        n.improving_housing,
        n.improving_work,
        n.improving_mental,
        n.improving_daily,
        n.improving_youth,
        n.improving_social,
    ];
    let heavier = [n.onset_moderate, n.onset_severe, n.onset_crisis];
    let begun = [(1.0 - heavier.iter().sum::<f64>()).max(0.0), heavier[0], heavier[1], heavier[2]];
    std::array::from_fn(|i| {
        CourseTable::new(worsening[i], improving[i], n.recovery_severity, begun, |weeks| recovery[i].survival(weeks))
    })
}

/// Hours a week on a light case at full pace that the effect of the team's help is stated for (the mode of
/// `team.intensity`).
const STANDARD_INTENSITY: f64 = 0.5;

/// Those of the tables that follow from parameters of needs alone.
struct Natural {
    onset: Vec<[f32; DOMAINS]>,
    onset_in_block: Vec<[Range<f32>; DOMAINS]>,
    recovery: Vec<RecoveryTable>,
    courses: [CourseTable; DOMAINS],
}

impl Natural {
    /// They are made anew.
    fn new(p: &Params, vital: VitalLevels, ageing: bool) -> Self {
        let base = onset_base(p);
        let rural = Domain::ALL.map(|domain| match domain {
            Domain::Mental | Domain::Daily | Domain::Social => libm::pow(p.needs.onset_rural, vital.rural),
            _ => 1.0,
        });
        let mut onset: Vec<[f32; DOMAINS]> = (0..=MAX_AGE)
            .map(|age| {
                std::array::from_fn(|i| {
                    let domain = Domain::ALL[i];
                    let disabled = disability(domain, age, vital.disability, p.needs.onset_disability);
                    (base[i] / 52.0 * age_profile(domain, age) * disabled * rural[i]) as f32
                })
            })
            .collect();
        let recovery = recoveries(p, &mut onset, ageing);
        let courses = courses(p, &recovery);
        let onset_in_block = over_block(&onset, |ages| {
            std::array::from_fn(|i| {
                let of_ages = || ages.iter().map(|of_age| of_age[i]);
                of_ages().fold(f32::INFINITY, f32::min)..of_ages().fold(0.0, f32::max)
            })
        });
        Self { onset, onset_in_block, recovery, courses }
    }

    /// They are as they were.
    fn of(tables: &Tables) -> Self {
        Self {
            onset: tables.onset.clone(),
            onset_in_block: tables.onset_in_block.clone(),
            recovery: tables.recovery.clone(),
            courses: tables.courses,
        }
    }
}

impl Tables {
    /// Tables for a set of parameters and a district's births, deaths and moves against the nation's, where people age
    /// or do not.
    pub fn new(params: &Params, vital: VitalLevels, ageing: bool) -> Self {
        Self::with(params, vital, ageing, None)
    }

    /// The same, with what is known of it already.
    fn with(params: &Params, vital: VitalLevels, ageing: bool, natural: Option<Natural>) -> Self {
        let p = params;
        let standing = standing(p);
        let mut coupling = [1.0; 5];
        for n in 1..5 {
            coupling[n] = coupling[n - 1] * p.needs.onset_coupling;
        }
        let mortality = [false, true].map(|woman| {
            (0..=MAX_AGE)
                .map(|age| vital.deaths * p.demography.mortality * death_rate(age, woman) / f64::from(WEEKS_PER_YEAR))
                .collect()
        });
        let fertility = (0..50_u8)
            .map(|age| vital.births * p.demography.fertility * fertility_share(age) / f64::from(WEEKS_PER_YEAR))
            .collect();
        let moving: Vec<f64> = (0..=MAX_AGE)
            .map(|age| vital.moves * p.demography.moves * moving_share(age) / f64::from(WEEKS_PER_YEAR))
            .collect();
        let care_end = care_end_rate(p);
        let care_outside = (0..=MAX_AGE).map(|age| p.informal_care.outside * care_share(age) * care_end).collect();
        let Natural { onset, onset_in_block, recovery, courses } =
            natural.unwrap_or_else(|| Natural::new(p, vital, ageing));
        let life_proposals =
            [false, true].map(|woman| (0..=MAX_AGE).map(|age| life_proposals(age, woman)).collect::<Vec<_>>());
        let mut tables = Self {
            blocks: Blocks {
                usual: Cells::new(BLOCK_WEEKS),
                of_need: Episode::BLOCKS.map(|years| Cells::new(i32::from(years) * WEEKS_PER_YEAR)),
                of_job: Cells::new(WEEKS_PER_YEAR),
            },
            recovery,
            onset,
            onset_in_block,
            onset_company: onset_company(p),
            life_proposals,
            life_highest: Default::default(),
            standing,
            asking: AskingTables::new(p, vital.rural),
            courses,
            full_hours: libm::pow(p.team.intensity / STANDARD_INTENSITY, p.needs.help_hours),
            keeps_time: p.needs.recovery_severity >= 1.0,
            waning: by_week(|week| libm::exp2(-week / p.needs.help_half_life)),
            relapse: by_week(|week| p.needs.relapse_early * libm::exp(-week / p.needs.relapse_decay)),
            coupling,
            mortality,
            fertility,
            moving_highest: moving.iter().copied().fold(0.0, f64::max),
            moving,
            care_outside,
            care_end,
            caring: (0..=MAX_AGE).map(|age| care_share(age) / CARERS).collect(),
        };
        tables.life_highest = [false, true].map(|woman| {
            [Position::Reference, Position::Partner, Position::Child, Position::Other].map(|position| {
                let of_age = |age: u8| {
                    let proposals = &tables.life_proposals[usize::from(woman)][age as usize];
                    proposals.highest(|kind| tables.life_rate(p, kind, woman, age, position))
                };
                let of_ages: Vec<f64> = (0..=MAX_AGE).map(of_age).collect();
                over_block(&of_ages, |ages| ages.iter().copied().fold(0.0, f64::max))
            })
        });
        tables
    }

    /// Share of the effect of help that is left some weeks after the one in which it ended; nothing after twenty years.
    #[inline]
    pub fn left_of_help(&self, weeks: i32) -> f64 {
        self.waning.get(weeks.max(0) as usize).copied().unwrap_or(0.0)
    }

    /// The early part of the rate of relapse some weeks after recovery, likewise.
    #[inline]
    pub fn early_relapse(&self, weeks: i32) -> f64 {
        self.relapse.get(weeks.max(0) as usize).copied().unwrap_or(0.0)
    }

    /// Rate per week of a kind of life event for somebody who ages: death, birth, leaving home, pairing, care for
    /// somebody outside.
    #[inline]
    pub fn life_rate(&self, p: &Params, kind: usize, woman: bool, age: u8, position: Position) -> f64 {
        match kind {
            0 => self.mortality[usize::from(woman)][age as usize],
            1 if woman => self.fertility.get(age as usize).copied().unwrap_or(0.0),
            2 if age >= 18 && position == Position::Child => p.demography.leaving / 52.0,
            3 if (20..60).contains(&age) && position == Position::Reference => p.demography.pairing / 52.0,
            4 => self.care_outside[age as usize],
            _ => 0.0,
        }
    }
}

/// A falling function by whole weeks, for twenty years.
fn by_week(f: impl Fn(f64) -> f64) -> Vec<f64> {
    (0..20 * WEEKS_PER_YEAR).map(|week| f(f64::from(week))).collect()
}

/// What holds over the ages of a block of years, by the age at its start.
fn over_block<A, B>(by_age: &[A], f: impl Fn(&[A]) -> B) -> Vec<B> {
    let ages = (BLOCK_WEEKS / WEEKS_PER_YEAR) as usize + 1;
    (0..by_age.len()).map(|age| f(&by_age[age..(age + ages).min(by_age.len())])).collect()
}

/// Onset by age relative to the parameter's reference age. Assumption, after the age profiles of CBS 85454NED (limits
/// by age, 2022), CBS 85766NED (loneliness by age) and NEMESIS-3 (disorders are commonest in young adults).
fn age_profile(domain: Domain, age: u8) -> f64 {
    match domain {
        Domain::Debt | Domain::Housing => [0.0, 1.2, 1.3, 1.0, 0.6, 0.3][band(age, &[18, 25, 45, 65, 75])],
        Domain::Work => [0.0, 1.3, 1.0, 1.0, 0.0][band(age, &[18, 27, 45, 67])],
        Domain::Mental => [0.0, 1.5, 1.2, 1.0, 0.7, 0.6][band(age, &[18, 25, 45, 55, 65])],
        Domain::Daily => [0.0, 0.12, 0.4, 1.0, 1.5, 3.5, 7.0][band(age, &[18, 45, 55, 65, 75, 85])],
        Domain::Youth => [0.7, 1.1, 1.2, 0.8, 0.0][band(age, &[4, 12, 18, 23])],
        Domain::Social => [0.0, 1.45, 0.95, 1.45, 0.75, 1.2, 0.45, 0.75][band(age, &[18, 25, 35, 45, 55, 65, 75])],
    }
}

/// How a district's disability benefits, as a multiple of the nation's, raise onset at the ages of those who can have
/// one.
fn disability(domain: Domain, age: u8, level: f64, share: f64) -> f64 {
    let touched = matches!(domain, Domain::Daily | Domain::Mental | Domain::Work) && (18..67).contains(&age);
    if touched { 1.0 + share * (level - 1.0) } else { 1.0 }
}

/// Kinds of life events: death, birth, leaving home, pairing, care for somebody outside.
pub const LIFE_KINDS: usize = 5;

fn life_proposals(age: u8, woman: bool) -> Proposals {
    let adult = f64::from(u8::from(age >= 18));
    Proposals::new(&[
        death_rate(age, woman),
        if woman { 1.5 * fertility_share(age) } else { 0.0 },
        if age < 40 { 0.1 * adult } else { 0.005 },
        if (20..60).contains(&age) { 0.015 } else { 0.0 },
        0.15 * care_share(age),
    ])
}

fn onset_base(p: &Params) -> [f64; DOMAINS] {
    [
        p.needs.onset_debt,
        p.needs.onset_housing,
        p.needs.onset_work,
        p.needs.onset_mental,
        p.needs.onset_daily,
        p.needs.onset_youth,
        p.needs.onset_social,
    ]
}

/// Income bands by tenures.
const STANDINGS: usize = 9;

/// Homes by tenure (CBS, Kerncijfers wijken en buurten 2018, weighted by households: owned, of housing corporations,
/// rented otherwise): the mean at which `onset.*` hold.
const TENURES: [f64; 3] = [0.551, 0.302, 0.147];

/// Multiplier on onset by standing and domain: income, and tenure with a mean of one over the nation's homes.
fn standing(p: &Params) -> [[f64; DOMAINS]; STANDINGS] {
    std::array::from_fn(|of| {
        Domain::ALL.map(|domain| {
            let more = tenure_ratio(domain, p) - 1.0;
            let by_tenure = [1.0, 1.0 + more, 1.0 + more * p.needs.onset_tenure_private];
            let mean: f64 = by_tenure.iter().zip(TENURES).map(|(ratio, share)| ratio * share).sum();
            let daily = domain == Domain::Daily;
            let by_income = if daily { p.needs.onset_income_daily } else { p.needs.onset_income_ratio };
            by_tenure[of / 3] / mean * income_profile(domain, by_income)[of % 3]
        })
    })
}

/// Adults of the nation without another adult in the house: the mean at which `onset.*` hold. Assumption, 0.24 to 0.29:
/// 0.395 of households are of one person and 0.074 of a lone parent (CBS 2023), at some 1.7 adults a household.
const ALONE: f64 = 0.26;

/// What somebody can be in of [`Resident::ALONE`], [`Resident::ISOLATED`] and [`Resident::STRAINED`].
const COMPANIES: usize = 8;

/// What onset is multiplied with at most by who somebody is with: living without another adult by a ratio with a mean
/// of one over the nation's adults.
fn onset_company(p: &Params) -> [[f64; DOMAINS]; COMPANIES] {
    let n = &p.needs;
    std::array::from_fn(|company| {
        let is = |fact: u8| company as u8 & fact != 0;
        Domain::ALL.map(|domain| {
            let alone = match domain {
                Domain::Daily => n.onset_alone_daily,
                Domain::Mental | Domain::Work => n.onset_alone_mental,
                _ => 1.0,
            };
            let by_company = if is(Resident::ALONE) { alone } else { 1.0 } / (1.0 + ALONE * (alone - 1.0));
            let strained = is(Resident::STRAINED) && matches!(domain, Domain::Mental | Domain::Social);
            let isolated = is(Resident::ISOLATED) && domain == Domain::Social;
            by_company * if strained { n.onset_strain } else { 1.0 } * if isolated { n.onset_isolation } else { 1.0 }
        })
    })
}

/// Onset in a corporation's home over that in an owned one.
fn tenure_ratio(domain: Domain, p: &Params) -> f64 {
    let n = &p.needs;
    match domain {
        Domain::Debt | Domain::Housing => n.onset_tenure_basic,
        Domain::Work => n.onset_tenure_work,
        Domain::Mental => n.onset_tenure_mental,
        Domain::Daily => n.onset_tenure_daily,
        Domain::Social => n.onset_tenure_social,
        Domain::Youth => 1.0,
    }
}

/// Low income raises onset to the ratio over high income; middle is the reference. Debts and housing follow income
/// twice as steeply as the rest (assumption).
fn income_profile(domain: Domain, ratio: f64) -> [f64; 3] {
    let steep = if domain.is_basic() { 2.0 } else { 1.0 };
    [libm::pow(ratio, steep * 2.0 / 3.0), 1.0, libm::pow(ratio, -steep / 3.0)]
}

/// Carers by age: CBS, Vader en moeder op leeftijd (2022), par. 4. Assumption: from 16 (12 to 18) as at 20 to 24.
fn care_share(age: u8) -> f64 {
    [0.0, 0.037, 0.048, 0.059, 0.082, 0.11, 0.146, 0.201, MOST_CARERS, 0.217, 0.178, 0.149, 0.136, 0.12, 0.108, 0.087]
        [band(age, &[16, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90])]
}

/// Carers among those of 20 and over (as above), and at the age at which they are most.
const CARERS: f64 = 0.13;
const MOST_CARERS: f64 = 0.235;

/// The most of [`Tables::caring`].
pub const MOST_CARING: f64 = MOST_CARERS / CARERS;

/// Chance that somebody who gives this many hours of care a week is heavily burdened by it.
pub fn burden_chance(p: &Params, hours: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-(p.informal_care.burden_base + p.informal_care.burden_hours * libm::log(hours))))
}

/// One over the weeks that care for somebody outside the district lasts on average, until the receiver or the carer
/// ends it.
fn care_end_rate(p: &Params) -> f64 {
    const PARTS: u8 = 64;
    let hours = Distribution::LogNormal { median: p.informal_care.median, sigma: p.informal_care.sigma };
    let weeks = |part: u8| {
        let u = (f64::from(part) + 0.5) / f64::from(PARTS);
        let burdened = burden_chance(p, hours.quantile(u).min(p.informal_care.cap));
        let calm = p.informal_care.outside_end + p.informal_care.stop;
        let strained = p.informal_care.outside_end + p.informal_care.stop_burdened.max(p.informal_care.stop);
        (1.0 - burdened) / calm.max(1e-9) + burdened / strained.max(1e-9)
    };
    f64::from(PARTS) / (0..PARTS).map(weeks).sum::<f64>()
}
