//! The figures by which the model shows a pattern: each a function of what is seen of a simulation, and in words.

use std::ops::RangeInclusive;

use super::seen::{AGES, Of, Ratio, Seen, bit, quotient};
use crate::doors::Door;
use crate::entities::Product;
use crate::units::{MINUTES_PER_WEEK, WEEKS_PER_YEAR};

/// A figure.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// Key; patterns name it.
    pub key: &'static str,
    /// What it is, in words; `{}` are the numbers that a pattern gives it.
    pub what: &'static str,
    of: fn(&Seen, &RangeInclusive<usize>) -> Option<f64>,
}

/// A figure with the numbers that a pattern gives it: ages, weeks, or a single one.
#[derive(Clone, Debug)]
pub struct Formula {
    figure: &'static Figure,
    numbers: RangeInclusive<usize>,
}

impl Formula {
    /// The formula of a text: a key, and a range where the figure asks for one.
    pub fn of_text(text: &str) -> Option<Self> {
        let (key, numbers) = text.split_once(' ').map_or((text, None), |(key, rest)| (key, Some(rest)));
        let figure = FIGURES.iter().find(|figure| figure.key == key)?;
        let numbers = match numbers {
            None => 0..=AGES - 1,
            Some(range) => {
                let (from, to) = range.split_once('-')?;
                from.parse().ok()?..=to.parse().ok()?
            }
        };
        Some(Self { figure, numbers })
    }

    /// The figure.
    pub const fn figure(&self) -> &'static Figure {
        self.figure
    }

    /// The numbers that a pattern gives it.
    pub const fn ends(&self) -> (usize, usize) {
        (*self.numbers.start(), *self.numbers.end())
    }

    /// In words.
    pub fn what(&self) -> String {
        let (from, to) = (*self.numbers.start(), *self.numbers.end());
        let numbers = match to {
            _ if self.figure.key == "youth.door" => DOORS_IN_WORDS[from].to_owned(),
            _ if self.figure.key == "domestic.income" => ["low", "middle", "high"][from].to_owned(),
            _ if from == to => from.to_string(),
            _ if to + 1 >= AGES => format!("{from} and over"),
            _ => format!("{from} to {to}"),
        };
        self.figure.what.replace("{}", &numbers)
    }

    /// Its value in a simulation; `None` where it shows nothing of it.
    pub fn value(&self, seen: &Seen) -> Option<f64> {
        (self.figure.of)(seen, &self.numbers).filter(|value| value.is_finite())
    }
}

/// Doors as the statistics call them.
const DOORS_IN_WORDS: [&str; 6] =
    ["municipality", "GP", "medical specialist", "youth doctor", "certified institution", "none recorded"];

const fn figure(key: &'static str, what: &'static str, of: fn(&Seen, &RangeInclusive<usize>) -> Option<f64>) -> Figure {
    Figure { key, what, of }
}

/// Minutes as hours.
fn hours(seen: &Seen, ratio: Ratio) -> Option<f64> {
    Some(seen.of(ratio)? / 60.0)
}

/// Minutes of the clock as weeks.
fn weeks(seen: &Seen, ratio: Ratio) -> Option<f64> {
    Some(seen.of(ratio)? / f64::from(MINUTES_PER_WEEK))
}

/// Weeks a year.
const YEAR: f64 = WEEKS_PER_YEAR as f64;

/// The share of durations of some weeks or longer and shorter than others; of nothing if too little time has passed.
fn share_between(durations: &[f64], weeks: &RangeInclusive<usize>) -> Option<f64> {
    let (from, to) = (*weeks.start() as f64, *weeks.end() as f64);
    // The last class holds what began before anybody looked.
    let is_last = to > 1_000.0;
    let inside = durations.iter().filter(|d| **d >= from && (**d < to || is_last)).count();
    quotient(inside as f64, durations.len() as f64)
}

/// The duration below which a share of them lies.
fn quantile(durations: &[f64], share: f64) -> Option<f64> {
    let mut sorted = durations.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    sorted.get((share * last as f64) as usize).copied()
}

/// Logarithm of a duration in years; durations are known to the week.
fn log_years(weeks: f64) -> f64 {
    libm::log(weeks.max(0.5) / YEAR)
}

/// The rate of mental needs in the year at an income band.
fn mental_rate(seen: &Seen, band: usize) -> Option<f64> {
    quotient(seen.mental[band] as f64 * seen.days as f64, seen.of_mental[band] as f64)
}

/// Of new mental needs that were major and could be followed for so many weeks, the share that has passed by then.
fn recovered(seen: &Seen, by: f64) -> Option<f64> {
    if f64::from(seen.weeks) < YEAR + by {
        return None;
    }
    let known = seen.courses.iter().filter(|c| c.is_major && (c.passed.is_some() || c.lost >= by));
    let passed = known.clone().filter(|c| c.passed.is_some_and(|weeks| weeks <= by)).count();
    quotient(passed as f64, known.count() as f64)
}

/// Mean months of new mental needs, those of three years or more counted as three years.
fn months(seen: &Seen, is_major: bool) -> Option<f64> {
    const CAP: f64 = 3.0 * YEAR;
    if f64::from(seen.weeks) < YEAR + CAP {
        return None;
    }
    let known: Vec<f64> = seen
        .courses
        .iter()
        .filter(|c| c.is_major == is_major && (c.passed.is_some() || c.lost >= CAP))
        .map(|c| c.passed.unwrap_or(CAP).min(CAP))
        .collect();
    quotient(known.iter().sum::<f64>() * 12.0 / YEAR, known.len() as f64)
}

/// Users of Wmo services in the year: services, one bit a product.
fn bits(seen: &Seen) -> impl Iterator<Item = u16> + '_ {
    seen.users.values().map(|user| user.halves[0] | user.halves[1])
}

const GUIDANCE: u16 = bit(Product::Guidance) | bit(Product::DayActivity);
const DOMESTIC: u16 = bit(Product::DomesticHelp);
const STAY: u16 = bit(Product::ShelteredLiving);
const AIDS: u16 = bit(Product::Aids);

/// The mean over users of something.
fn mean_of_users(seen: &Seen, of: impl Fn(u16) -> u32) -> Option<f64> {
    quotient(bits(seen).map(|b| f64::from(of(b))).sum(), seen.users.len() as f64)
}

/// Users of domestic help in a half-year, per 1,000 residents of an income band.
fn domestic(seen: &Seen, band: usize) -> Option<f64> {
    let of_band = seen.users.values().filter(|user| usize::from(user.income) == band);
    let users = of_band.flat_map(|user| user.halves).filter(|b| b & DOMESTIC != 0).count();
    quotient(500.0 * users as f64 * seen.days as f64, *seen.by_income.get(band)? as f64)
}

/// Euros of mental health care in the first year.
fn mental_euros(seen: &Seen) -> f64 {
    seen.mental_minutes as f64 / 60.0 * seen.mental_price
}

/// Euros, or persons, per 1,000 residents.
fn per_1000(seen: &Seen, number: f64) -> Option<f64> {
    quotient(1_000.0 * number, seen.year("residents")?)
}

/// New youth help by way of a door.
fn door(seen: &Seen, door: usize) -> Option<f64> {
    let mut through = *seen.doors.get(door)?;
    if door == Door::Court as usize {
        through += seen.doors[Door::VeiligThuis as usize];
    }
    quotient(through as f64, seen.doors.iter().sum::<u64>() as f64)
}

/// Adults that teams have contact with.
fn team_clients(seen: &Seen) -> Option<f64> {
    Some(seen.year("persons.team.adult")? + seen.year("persons.team.older")?)
}

/// Every figure.
pub static FIGURES: &[Figure] = &[
    figure(
        "social_needs",
        "people of {} with an open need of network and participation, of all of that age (needs begin at \
         18)",
        |s, ages| s.share(Of::Lonely, Of::All, ages),
    ),
    figure(
        "social_needs.lone_parents",
        "parents without a partner, with a child at home, who have an open need of network and \
         participation, of all of these",
        |s, _| s.of(Ratio::LoneParentsLonely),
    ),
    figure(
        "social_needs.nobody",
        "adults without any tie or adult housemate who have an open need of network and participation, \
         of all of these",
        |s, _| s.of(Ratio::NobodyLonely),
    ),
    figure(
        "social_needs.somebody",
        "adults with a tie or an adult housemate who have an open need of network and participation, of \
         all of these",
        |s, _| s.of(Ratio::SomebodyLonely),
    ),
    figure("debts.households", "households with open problem debts, of households", |s, _| s.of(Ratio::InDebt)),
    figure("debts.new", "of households with debts after a year, those that had none at its start", |s, _| {
        s.of(Ratio::DebtNew)
    }),
    figure("debts.long", "of households with debts, those that have had them for three years or more", |s, _| {
        s.of(Ratio::DebtLong)
    }),
    figure("debts.in_view", "of households with debts, those that are helped or have asked", |s, _| {
        s.of(Ratio::DebtInView)
    }),
    figure(
        "debts.outflow",
        "of households with debts at the start that stay for a year, those without them at its end",
        |s, _| s.of(Ratio::DebtOut),
    ),
    figure(
        "debts.unhelped",
        "of households with severe debts, those that are not helped and have not asked",
        |s, _| s.of(Ratio::DebtUnhelped),
    ),
    figure("debts.first_talk_days", "days from a request for a debt programme to the first talk, mean", |s, _| {
        Some(7.0 * weeks(s, Ratio::DebtTalk)?)
    }),
    figure("debts.delay_years", "years that debts have lasted when they are asked about, mean", |s, _| {
        Some(quotient(s.debt_delay.0, s.debt_delay.1 as f64)? / YEAR)
    }),
    figure(
        "daily",
        "people of {} at home with an open need of daily functioning, of all of that age at home",
        |s, ages| s.share(Of::Daily, Of::AtHome, ages),
    ),
    figure(
        "daily.moderate",
        "people of {} at home with a need of daily functioning that is moderate or worse, of all of that \
         age at home",
        |s, ages| s.share(Of::DailyModerate, Of::AtHome, ages),
    ),
    figure(
        "daily.asked",
        "of people of {} at home with an open need of daily functioning, those who have asked and whom \
         nobody helps yet",
        |s, ages| s.share(Of::DailyAsked, Of::Daily, ages),
    ),
    figure("mental.year", "people of {} with a mental need at any time of the year, of all of that age", |s, ages| {
        let with = s.mental_at[ages.clone()].iter().sum::<u64>() as f64;
        quotient(with * s.days as f64, s.count(Of::All, ages))
    }),
    figure(
        "mental.income_ratio",
        "people of 18 to 75 with a mental need at any time of the year, of all of these: at low income \
         over at high income",
        |s, _| quotient(mental_rate(s, 0)?, mental_rate(s, 2)?),
    ),
    figure(
        "mental.recovered",
        "new mental needs of adults, moderate or worse at onset, that have passed after {} weeks",
        |s, weeks| recovered(s, *weeks.start() as f64),
    ),
    figure(
        "mental.major_months",
        "months that new mental needs of adults last that are moderate or worse at onset, mean; three \
         years for those that last longer",
        |s, _| months(s, true),
    ),
    figure(
        "mental.minor_months",
        "months that new mental needs of adults last that are light at onset, mean; three years for \
         those that last longer",
        |s, _| months(s, false),
    ),
    figure(
        "mental.six_years",
        "adults with a mental need at the start, still here and without one six years later",
        |s, _| s.of(Ratio::MentalSixYears),
    ),
    figure(
        "mental.unhelped",
        "adults with a mental need in the first year who are not helped with one in four years",
        |s, _| s.of(Ratio::NeverHelped),
    ),
    figure(
        "mental.unhelped_passed",
        "of adults with a mental need in the first year who are not helped with one in four years, those \
         without one at their end",
        |s, _| s.of(Ratio::UnhelpedPassed),
    ),
    figure("youth.four_years", "children of 4 to 12 with a need at the start who have one four years later", |s, _| {
        s.of(Ratio::YouthFourYears)
    }),
    figure("carers", "people of {} who give informal care, of all of that age", |s, ages| {
        s.share(Of::Carers, Of::All, ages)
    }),
    figure("carers.hours", "hours a week by a carer, mean", |s, _| hours(s, Ratio::Minutes)),
    figure("carers.eight_hours", "carers of eight hours a week or more, of carers", |s, _| s.of(Ratio::EightHours)),
    figure("carers.burdened", "heavily burdened carers, of carers", |s, _| s.of(Ratio::Burdened)),
    figure("carers.hours_burdened", "hours a week by a heavily burdened carer, mean", |s, _| {
        hours(s, Ratio::MinutesBurdened)
    }),
    figure("carers.hours_others", "hours a week by another carer, mean", |s, _| hours(s, Ratio::MinutesOthers)),
    figure("volunteers", "volunteers of {}, of all of that age; the model is told how many", |s, ages| {
        s.share(Of::Volunteers, Of::All, ages)
    }),
    figure(
        "no_ties",
        "people of {} without a tie outside the household, of all of that age; the model is told how \
         many",
        |s, ages| s.share(Of::NoTies, Of::All, ages),
    ),
    figure("receivers", "people of {} at home who receive informal care, of all of that age at home", |s, ages| {
        s.share(Of::Receivers, Of::AtHome, ages)
    }),
    figure(
        "nursing.partner",
        "of people of 65 and over at home with a need of daily functioning, moderate or worse: district \
         nursing with a partner without such a need, less than without a partner, relative to the latter",
        |s, _| Some(1.0 - quotient(s.of(Ratio::NursedWithPartner)?, s.of(Ratio::NursedAlone)?)?),
    ),
    figure("team.jobs", "filled jobs of the team per 10,000 residents; a plan, not a result", |s, _| {
        Some(10_000.0 * s.of(Ratio::Jobs)?)
    }),
    figure("team.vacant", "vacant jobs of the team per 1,000 jobs", |s, _| Some(1_000.0 * s.of(Ratio::Vacant)?)),
    figure(
        "team.clients",
        "adults in contact with the team in the year per 1,000 residents (persons.team.adult, .older)",
        |s, _| per_1000(s, team_clients(s)?),
    ),
    figure("team.cases", "cases of the team in the year, open at its start or begun, per 1,000 residents", |s, _| {
        per_1000(s, s.case_count as f64)
    }),
    figure(
        "team.contact",
        "people of {} in contact with the team in the year, of all of that age (persons.team.adult)",
        |s, ages| quotient(s.year("persons.team.adult")?, s.residents(ages)?),
    ),
    figure(
        "team.contact_older",
        "people of {} in contact with the team in the year, of all of that age (persons.team.older)",
        |s, ages| quotient(s.year("persons.team.older")?, s.residents(ages)?),
    ),
    figure("team.handled", "cases that begin without a referral, of cases that begin (team.referral_share)", |s, _| {
        Some(1.0 - s.year("team.referral_share")?)
    }),
    figure("team.referrals", "referrals per case that begins (team.referrals, team.cases)", |s, _| {
        quotient(s.year("team.referrals")?, s.year("team.cases")?)
    }),
    figure("team.wait_days", "working days of waiting for the team, mean (team.wait_weeks)", |s, _| {
        Some(5.0 * s.year("team.wait_weeks")?)
    }),
    figure("team.closed_within_year", "cases that ended within a year, of cases that ended", |s, _| {
        share_between(&s.cases, &(0..=WEEKS_PER_YEAR as usize))
    }),
    figure("team.youth_years", "years of a youth case: open cases over those that end in a year", |s, _| {
        quotient(s.youth_cases.0 as f64 / YEAR, s.youth_cases.1 as f64)
    }),
    figure("wmo.half_year", "people with a Wmo service in a half-year per 1,000 residents", |s, _| {
        s.users_per_1000(|b| b != 0)
    }),
    figure("wmo.domestic", "people with domestic help in a half-year per 1,000 residents", |s, _| {
        s.users_per_1000(|b| b & DOMESTIC != 0)
    }),
    figure("wmo.support", "people with guidance or day activity in a half-year per 1,000 residents", |s, _| {
        s.users_per_1000(|b| b & GUIDANCE != 0)
    }),
    figure(
        "wmo.residential_only",
        "people with sheltered living and no other Wmo service in a half-year per 1,000 residents",
        |s, _| s.users_per_1000(|b| b == STAY),
    ),
    figure("wmo.euros", "euros of the Wmo in the year per resident (euros.wmo)", |s, _| {
        quotient(s.year("euros.wmo")?, s.year("residents")?)
    }),
    figure("wmo.products", "of people with a Wmo service in the year, those with {} of them", |s, n| {
        quotient(bits(s).filter(|b| b.count_ones() as usize == *n.start()).count() as f64, s.users.len() as f64)
    }),
    figure("wmo.provisions", "Wmo services in the year per person who has one", |s, _| {
        mean_of_users(s, u16::count_ones)
    }),
    figure(
        "wmo.types",
        "kinds of Wmo services in the year per person who has one: guidance and day activity, domestic \
         help, sheltered living, aids",
        |s, _| mean_of_users(s, |b| [GUIDANCE, DOMESTIC, STAY, AIDS].iter().map(|t| u32::from(b & t != 0)).sum()),
    ),
    figure("youth.one_in", "residents under 23 per person with youth help in the year (persons.youth_help)", |s, _| {
        quotient(s.year("residents.under_23")?, s.year("persons.youth_help")?)
    }),
    figure("youth.by_team", "youth cases of the team in the year, of these and of youth help in the year", |s, _| {
        s.of(Ratio::YouthByTeam)
    }),
    figure("youth.weeks", "youth help that lasted {} weeks, of youth help that ended", |s, weeks| {
        share_between(&s.youth, weeks)
    }),
    figure("youth.log_median", "natural logarithm of the median years of youth help that ended", |s, _| {
        Some(log_years(quantile(&s.youth, 0.5)?))
    }),
    figure(
        "youth.log_spread",
        "half the distance between the logarithms of the 16th and 84th percentile of the years of youth \
         help that ended",
        |s, _| Some((log_years(quantile(&s.youth, 0.841)?) - log_years(quantile(&s.youth, 0.159)?)) / 2.0),
    ),
    figure("youth.door", "new youth help by way of this referrer: {}", |s, n| door(s, *n.start())),
    figure(
        "youth.mandatory",
        "youth help newly ordered by a court per 1,000 residents (youth_help.mandatory)",
        |s, _| s.per_1000("youth_help.mandatory"),
    ),
    figure(
        "mental.waiting",
        "people who wait for mental health care per 1,000 residents (waiting.mental_health)",
        |s, _| s.per_1000("waiting.mental_health"),
    ),
    figure(
        "mental.patients",
        "people with mental health care in the year, and needs with which a practice nurse begins to \
         help, per 1,000 residents (persons.product.mental_health, practice_nurse.helped)",
        |s, _| per_1000(s, s.year("persons.product.mental_health")? + s.year("practice_nurse.helped")?),
    ),
    figure("mental.euros", "euros of mental health care in the year per 1,000 residents", |s, _| {
        per_1000(s, mental_euros(s))
    }),
    figure("mental.euros_per_patient", "euros of mental health care in the year per person who has it", |s, _| {
        quotient(mental_euros(s), s.year("persons.product.mental_health")?)
    }),
    figure(
        "domestic.income",
        "people with domestic help in a half-year per 1,000 residents of {} income (CBS's low-income \
         line, the highest fifth, and between)",
        |s, n| domestic(s, *n.start()),
    ),
    figure("wait.mental_health", "weeks from referral to mental health care, mean", |s, _| {
        s.wait(Product::MentalHealth)
    }),
    figure("wait.domestic_help", "weeks from application to domestic help, mean", |s, _| s.wait(Product::DomesticHelp)),
    figure("wait.aids", "weeks from application to aids and transport, mean", |s, _| s.wait(Product::Aids)),
    figure(
        "wait.youth_list",
        "weeks that those who wait for youth help without a stay have waited so far, mean",
        |s, _| weeks(s, Ratio::YouthWaited),
    ),
    figure(
        "wait.youth_stay",
        "weeks that those who wait for youth help with a stay have waited so far, mean",
        |s, _| weeks(s, Ratio::StayWaited),
    ),
    figure(
        "youth.stay_years",
        "years of youth help with a stay: people in it over those who begin in a year",
        |s, _| quotient(s.stays as f64 / YEAR, s.waits[Product::YouthResidential as usize].1 as f64),
    ),
    figure("sheltered.waiting", "people who wait for sheltered living per person in it", |s, _| {
        s.of(Ratio::ShelteredWaiting)
    }),
    figure(
        "nurse.consultations",
        "talks with the practice nurse in the year per 1,000 residents (practice_nurse.helped)",
        |s, _| Some(s.per_1000("practice_nurse.helped")? * s.sessions),
    ),
    figure(
        "nurse.adults",
        "needs with which a practice nurse begins to help in the year, of adults (practice_nurse.helped)",
        |s, _| quotient(s.year("practice_nurse.helped")?, s.residents(&(18..=AGES - 1))?),
    ),
    figure(
        "incidents.mental",
        "incidents in a mental health crisis in the year per 1,000 residents (incidents.mental)",
        |s, _| s.per_1000("incidents.mental"),
    ),
    figure("gate.granted", "Wmo applications that were granted, of those that came to an end", |s, _| {
        s.of(Ratio::Granted)
    }),
    figure(
        "gate.own_means",
        "applications for which usual and informal care were found enough (gate.usual_care, \
         gate.applications)",
        |s, _| quotient(s.year("gate.usual_care")?, s.year("gate.applications")?),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_fall_into_classes_and_what_nobody_saw_begin_into_the_last() {
        let durations = [5.0, 13.0, 40.0, 300.0, f64::INFINITY];
        let classes = [0..=13, 13..=26, 26..=52, 52..=208, 208..=5_200];
        let shares: Vec<f64> = classes.iter().filter_map(|class| share_between(&durations, class)).collect();
        assert_eq!(shares, [0.2, 0.2, 0.2, 0.0, 0.4]);
        assert_eq!(share_between(&[], &(0..=13)), None);
        assert_eq!((quantile(&durations, 0.5), quantile(&[], 0.5)), (Some(40.0), None));
    }

    #[test]
    fn a_formula_is_read_with_its_numbers_and_told_in_words() {
        let formula = Formula::of_text("carers 20-24").expect("a figure");
        assert_eq!((formula.numbers.clone(), formula.figure.key), (20..=24, "carers"));
        assert!(formula.what().starts_with("people of 20 to 24 who"), "{}", formula.what());
        assert!(Formula::of_text("carers 75-104").expect("a figure").what().contains("75 and over"));
        assert!(Formula::of_text("youth.door 1-1").expect("a figure").what().ends_with("GP"));
        assert!(Formula::of_text("carer 20-24").is_none() && Formula::of_text("carers 20").is_none());
    }
}
