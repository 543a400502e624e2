//! What is seen of one simulation beside its series: sums over people, services and cases, from which figures are made.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::doors::DOORS;
use crate::entities::{MAX_AGE, PRODUCTS, Product};
use crate::ids::Key;
use crate::observation::{Cell, catalogue};

/// Years of age.
pub(super) const AGES: usize = MAX_AGE as usize + 1;

/// Weeks of a year, and of a half-year.
pub(super) const YEAR: i32 = 52;
pub(super) const HALF: i32 = 26;

/// People of whom something holds on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// Lives here.
    All,
    /// The same, outside long-term care.
    AtHome,
    /// Gives informal care.
    Carers,
    /// Does volunteer work.
    Volunteers,
    /// Has no tie outside the household.
    NoTies,
    /// Has an open need of network and participation.
    Lonely,
    /// Has an open need of daily functioning, at home.
    Daily,
    /// The same, moderate or worse.
    DailyModerate,
    /// The same of any severity: nobody helps, and it has been asked for.
    DailyAsked,
    /// Receives informal care, at home.
    Receivers,
}

/// Number of [`Of`].
pub(super) const OF: usize = 10;

/// Two sums whose quotient is a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ratio {
    /// Lone parents with a need of network and participation, of lone parents.
    LoneParentsLonely,
    /// Adults without anybody who have such a need, of adults without anybody.
    NobodyLonely,
    /// The same of adults with somebody.
    SomebodyLonely,
    /// Households with open debts, of households.
    InDebt,
    /// Of these, with help or a request under way.
    DebtInView,
    /// Of these, for three years or longer.
    DebtLong,
    /// Of these, without debts a year before.
    DebtNew,
    /// Households in debt at the start, still here and without debts a year later, of those still here.
    DebtOut,
    /// Severe debts with which nobody helps, of severe debts.
    DebtUnhelped,
    /// Heavily burdened carers, of carers.
    Burdened,
    /// Carers of eight hours a week or more, of carers.
    EightHours,
    /// Minutes of care a week by a carer.
    Minutes,
    /// The same of the heavily burdened.
    MinutesBurdened,
    /// The same of the others.
    MinutesOthers,
    /// District nursing at 65 and over with a need of daily functioning that is moderate or worse, with a healthy
    /// partner.
    NursedWithPartner,
    /// The same without a partner.
    NursedAlone,
    /// Filled jobs of the teams, of residents.
    Jobs,
    /// Vacant jobs of the teams, of jobs.
    Vacant,
    /// People who wait for sheltered living, of those in it.
    ShelteredWaiting,
    /// Minutes that those who wait for youth help without a stay have waited, by person.
    YouthWaited,
    /// The same of youth help with a stay.
    StayWaited,
    /// Wmo applications that were granted, of those that came to an end.
    Granted,
    /// Minutes from a request for a debt programme to the first talk.
    DebtTalk,
    /// Adults with a mental need in the first year who got no help in four years.
    NeverHelped,
    /// Of these, without a mental need after four years.
    UnhelpedPassed,
    /// Adults with a mental need at the start and none six years later.
    MentalSixYears,
    /// Children of 4 to 12 with a need at the start and one four years later.
    YouthFourYears,
    /// Youth cases of the teams in the year, of these and of youth help.
    YouthByTeam,
}

/// Number of [`Ratio`].
pub(super) const RATIOS: usize = 28;

/// A new mental need of an adult, followed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course {
    /// Whether it began moderate or worse.
    pub(super) is_major: bool,
    /// Weeks until it passed.
    pub(super) passed: Option<f64>,
    /// Weeks until its person died or left, or the simulation ended.
    pub(super) lost: f64,
}

/// Somebody with a Wmo service in the first year: services by half-year, one bit a product, and the income band.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct User {
    pub(super) halves: [u16; 2],
    pub(super) income: u8,
}

/// What is seen of one simulation.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Sums over the days on which people are counted, by year of age.
    pub(super) people: [[u64; AGES]; OF],
    pub(super) ratios: [(u64, u64); RATIOS],
    /// Residents by income band, on the same days.
    pub(super) by_income: [u64; 3],
    /// Days on which people are counted.
    pub(super) days: u64,
    /// Adults with a mental need in the first year, by year of age.
    pub(super) mental_at: [u64; AGES],
    /// Of these, those of 18 to 75, by income band.
    pub(super) mental: [u64; 3],
    /// The same of residents, on the days.
    pub(super) of_mental: [u64; 3],
    /// Weeks from request to service of those who began in the first year: sum and number, by product.
    pub(super) waits: [(f64, u64); PRODUCTS],
    /// New youth help of the first year, by door.
    pub(super) doors: [u64; DOORS],
    /// Weeks that youth help had lasted when it ended; without end where it began before anybody looked.
    pub(super) youth: Vec<f64>,
    /// The same of cases of the teams.
    pub(super) cases: Vec<f64>,
    /// Cases of the first year: open at its start, and begun.
    pub(super) case_count: u64,
    /// Open youth cases, summed over the weeks of the first year, and how many of them ended in it.
    pub(super) youth_cases: (u64, u64),
    /// Users of Wmo services in the first year.
    pub(super) users: BTreeMap<Key, User>,
    /// New mental needs of the first year.
    pub(super) courses: Vec<Course>,
    /// Weeks from the onset of debts to asking: sum and number.
    pub(super) debt_delay: (f64, u64),
    /// People in youth help with a stay, summed over the weeks of the first year.
    pub(super) stays: u64,
    /// Minutes of mental health care in the first year.
    pub(super) mental_minutes: u64,
    /// Euros an hour of it.
    pub(super) mental_price: f64,
    /// Talks with a practice nurse.
    pub(super) sessions: f64,
    /// Households with help that the municipality pays in the first year, of households.
    pub(super) with_municipal: (u64, u64),
    /// The series of the first year.
    pub(super) series: Vec<Cell>,
    /// Weeks simulated after the burn-in.
    pub(super) weeks: i32,
}

impl Seen {
    pub(super) fn nothing(weeks: i32) -> Self {
        Self {
            people: [[0; AGES]; OF],
            ratios: [(0, 0); RATIOS],
            by_income: [0; 3],
            days: 0,
            mental_at: [0; AGES],
            mental: [0; 3],
            of_mental: [0; 3],
            waits: [(0.0, 0); PRODUCTS],
            doors: [0; DOORS],
            youth: Vec::new(),
            cases: Vec::new(),
            case_count: 0,
            youth_cases: (0, 0),
            users: BTreeMap::new(),
            courses: Vec::new(),
            debt_delay: (0.0, 0),
            stays: 0,
            mental_minutes: 0,
            mental_price: 0.0,
            sessions: 0.0,
            with_municipal: (0, 0),
            series: Vec::new(),
            weeks,
        }
    }

    /// Counts somebody.
    pub(super) fn person(&mut self, of: Of, age: usize) {
        self.people[of as usize][age] += 1;
    }

    /// Adds to both sums of a ratio.
    pub(super) fn ratio(&mut self, ratio: Ratio, num: u64, den: u64) {
        let sums = &mut self.ratios[ratio as usize];
        sums.0 += num;
        sums.1 += den;
    }

    /// The value of a ratio.
    pub(super) fn of(&self, ratio: Ratio) -> Option<f64> {
        let (num, den) = self.ratios[ratio as usize];
        quotient(num as f64, den as f64)
    }

    /// People of whom something holds at some ages, summed over the days.
    pub(super) fn count(&self, of: Of, ages: &RangeInclusive<usize>) -> f64 {
        self.people[of as usize][ages.clone()].iter().sum::<u64>() as f64
    }

    /// Their share of others at the same ages.
    pub(super) fn share(&self, of: Of, among: Of, ages: &RangeInclusive<usize>) -> Option<f64> {
        quotient(self.count(of, ages), self.count(among, ages))
    }

    /// A series of the first year, of the district as a whole.
    pub(super) fn year(&self, indicator: &str) -> Option<f64> {
        self.series.get(catalogue::position(indicator, "all")?)?.value()
    }

    /// The same per 1,000 residents.
    pub(super) fn per_1000(&self, indicator: &str) -> Option<f64> {
        quotient(1_000.0 * self.year(indicator)?, self.year("residents")?)
    }

    /// People of some ages on a day.
    pub(super) fn residents(&self, ages: &RangeInclusive<usize>) -> Option<f64> {
        quotient(self.count(Of::All, ages), self.days as f64)
    }

    /// Users of some Wmo services in a half-year, its mean over both halves, per 1,000 residents.
    pub(super) fn users_per_1000(&self, uses: impl Fn(u16) -> bool) -> Option<f64> {
        let users = self.users.values().flat_map(|user| user.halves).filter(|bits| uses(*bits)).count();
        quotient(500.0 * users as f64, self.year("residents")?)
    }

    /// The mean weeks from request to service.
    pub(super) fn wait(&self, product: Product) -> Option<f64> {
        let (weeks, count) = self.waits[product as usize];
        quotient(weeks, count as f64)
    }
}

/// A quotient; `None` of nothing.
pub(super) fn quotient(num: f64, den: f64) -> Option<f64> {
    (den > 0.0).then(|| num / den)
}

/// The bit of a product.
pub(super) const fn bit(product: Product) -> u16 {
    1 << product as u16
}
