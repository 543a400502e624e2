//! Births, deaths and moves: national rates by age, and how a district's own compare with them.

use serde::{Deserialize, Serialize};

use crate::entities::MAX_AGE;
use crate::initialization::{moving_share_of_heads, residents_by_age};
use crate::input_data::DistrictProfile;

/// Children per woman in the years that district figures are of (CBS: 1.59 in 2018; 1.43 to 1.62 in 2018 to 2023).
const CHILDREN_PER_WOMAN: f64 = 1.59;
/// Disability benefits per resident of 15 to 64 (CBS, Kerncijfers wijken en buurten 2018: over all wijken).
const DISABLED: f64 = 0.0661;
/// Births, or deaths, that the national rate counts for beside a district's own: with as many, wijken differ by about
/// 20 % where chance is left out (assumption, 10 to 30 %: 100 to 11).
const PRIOR: f64 = 25.0;

/// How often people of an age have children, die and move in a district, as multiples of the national rates; and how
/// rural it is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct VitalLevels {
    /// Births.
    pub births: f64,
    /// Deaths.
    pub deaths: f64,
    /// Moves, per household of the district that moves in a year.
    pub moves: f64,
    /// Disability benefits, per resident of working age; 1 where not published.
    pub disability: f64,
    /// How rural it is: 1 at the fewest addresses (class 5 of CBS's five), half at class 4, nothing above.
    pub rural: f64,
}

impl VitalLevels {
    /// What the births and deaths of a profile say, given the ages and sexes of its residents. They are counts of one
    /// year: the smaller, the more the national rates count (the mean of a gamma prior after Poisson counts).
    pub fn of(profile: &DistrictProfile) -> Self {
        let (mut births, mut deaths) = (0.0, 0.0);
        for (age, sexes) in (0..=MAX_AGE).zip(residents_by_age(profile)) {
            for (woman, people) in [false, true].into_iter().zip(sexes) {
                deaths += people * death_rate(age, woman);
                births += if woman { people * CHILDREN_PER_WOMAN * fertility_share(age) } else { 0.0 };
            }
        }
        let level = |seen: u32, expected: f64| (f64::from(seen) + PRIOR) / (expected + PRIOR);
        Self {
            births: level(profile.births, births),
            deaths: level(profile.deaths, deaths),
            moves: 1.0 / moving_share_of_heads(profile),
            disability: profile.disability_benefits.map_or(1.0, |seen| level(seen, working_age(profile) * DISABLED)),
            rural: f64::from(profile.urbanity.saturating_sub(3)) / 2.0,
        }
    }
}

/// Residents of 15 to 64 years.
fn working_age(profile: &DistrictProfile) -> f64 {
    profile.ages[1..4].iter().map(|n| f64::from(*n)).sum()
}

/// National probability of dying within a year, rounded from the CBS period life table 2022 (evidence:
/// mortality_annual_*, assumption for ages under 65); women at 0.8 and men at 1.2 times the mean.
fn mortality_per_year(age: u8, woman: bool) -> f64 {
    let mean = [0.003, 0.0001, 0.0003, 0.0006, 0.0015, 0.004, 0.0065, 0.011, 0.017, 0.029, 0.054, 0.105, 0.19, 0.32]
        [band(age, &[1, 15, 25, 40, 50, 60, 65, 70, 75, 80, 85, 90, 95])];
    if age >= MAX_AGE { 1.0 } else { mean * if woman { 0.8 } else { 1.2 } }
}

/// The rate per year that gives the probability of dying within a year; the oldest die at a rate that leaves 1 in 50.
pub(super) fn death_rate(age: u8, woman: bool) -> f64 {
    -libm::log1p(-mortality_per_year(age, woman).min(0.98))
}

/// Births by the mother's age: shares per year of age that add to 1 (assumption: peak at 30 to 34, CBS).
pub(super) fn fertility_share(age: u8) -> f64 {
    [0.0, 0.006, 0.03, 0.076, 0.06, 0.024, 0.0024, 0.0][band(age, &[18, 22, 26, 34, 38, 43, 46])]
        / (4.0 * 0.006 + 4.0 * 0.03 + 8.0 * 0.076 + 4.0 * 0.06 + 5.0 * 0.024 + 3.0 * 0.0024)
}

/// In which band an age lies, from the first ages of all bands but the lowest.
pub(super) fn band(age: u8, starts: &[u8]) -> usize {
    starts.iter().take_while(|&&s| age >= s).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input_data::gazetteer::Gazetteer;

    #[test]
    fn births_add_up() {
        let sum: f64 = (0..50).map(fertility_share).sum();
        assert!((sum - 1.0).abs() < 1e-9, "{sum}");
    }

    /// Overvecht has 460 births and 315 deaths where the national rates give some 430 and 300: its widowed show how old
    /// its oldest are.
    #[test]
    fn a_districts_own_births_and_deaths_count_the_more_of_them_there_are() {
        let table = Gazetteer::embedded().expect("a table in the program");
        let district = table.profile("WK034403").expect("Overvecht").profile;
        let VitalLevels { births, deaths, .. } = VitalLevels::of(&district);
        assert!((1.0..1.15).contains(&births) && (1.0..1.15).contains(&deaths), "{births} {deaths}");
        let none = VitalLevels::of(&DistrictProfile { births: 0, deaths: 0, ..district.clone() });
        assert!(none.births < 0.1 && none.deaths < 0.1, "{none:?}");
        // A village of a hundredth of the size: what happened there in one year says little.
        let ages = district.ages.map(|n| n / 100);
        let village = DistrictProfile { residents: 342, men: 171, ages, births: 0, deaths: 0, ..district };
        let quiet = VitalLevels::of(&village);
        assert!((0.8..1.0).contains(&quiet.births) && (0.8..1.0).contains(&quiet.deaths), "{quiet:?}");
    }
}
