//! Several districts as one profile: a municipality of its wijken, or whatever else belongs together.

use super::document::{MAX_NEIGHBOURHOODS, fit_to_totals};
use super::profile::{DistrictProfile, NeighbourhoodProfile};

/// The most names that stand in the name of several districts.
const NAMES: usize = 3;

/// One profile of several districts, in whatever order; `None` of none. Counts are sums, shares are weighted by
/// households, urbanity and year are those of the largest, and the neighbourhoods are the districts, with their own
/// households and low incomes. The code is those of all of them, joined by `+`.
pub fn whole(districts: &[DistrictProfile]) -> Option<DistrictProfile> {
    let mut all: Vec<&DistrictProfile> = districts.iter().collect();
    all.sort_by(|a, b| (&a.code, &a.municipality, &a.name).cmp(&(&b.code, &b.municipality, &b.name)));
    if let [one] = all.as_slice() {
        return Some((*one).clone());
    }
    let largest = *all.iter().rev().max_by_key(|d| d.households)?;
    let sum = |of: &dyn Fn(&DistrictProfile) -> u32| all.iter().map(|d| of(d)).sum::<u32>();
    let households = sum(&|d| d.households);
    let share = |of: &dyn Fn(&DistrictProfile) -> f64| {
        let weighted: f64 = all.iter().map(|d| of(d) * f64::from(d.households)).sum();
        weighted / f64::from(households.max(1))
    };
    let low_income = share(&|d| d.low_income);
    let texts = |of: &dyn Fn(&DistrictProfile) -> &str, between: &str| each_once(all.iter().map(|d| of(d)), between);
    let mut profile = DistrictProfile {
        code: texts(&|d| &d.code, "+"),
        name: name(&all),
        municipality: texts(&|d| &d.municipality, ", "),
        year: largest.year,
        attribution: texts(&|d| &d.attribution, "; "),
        residents: sum(&|d| d.residents),
        men: sum(&|d| d.men),
        ages: std::array::from_fn(|age| sum(&|d| d.ages[age])),
        households,
        single_households: sum(&|d| d.single_households),
        childless_households: sum(&|d| d.childless_households),
        family_households: sum(&|d| d.family_households),
        low_income: tidy(low_income),
        high_income: tidy(share(&|d| d.high_income)),
        owner_occupied: tidy(share(&|d| d.owner_occupied)),
        social_rent: tidy(share(&|d| d.social_rent)),
        births: sum(&|d| d.births),
        deaths: sum(&|d| d.deaths),
        widowed: sum_of_known(all.iter().map(|d| (d.widowed, d.residents))),
        disability_benefits: sum_of_known(all.iter().map(|d| (d.disability_benefits, d.residents))),
        urbanity: largest.urbanity,
        wmo_per_1000: wmo(&all),
        neighbourhoods: neighbourhoods(&all, households, low_income),
    };
    profile.order_neighbourhoods();
    // Each district is rounded by itself.
    fit_to_totals(&mut profile);
    Some(profile)
}

/// Counts with the residents that they are of, together; where a count is not known, as many per resident as where it
/// is. Not known if none is.
pub(super) fn sum_of_known(counts: impl IntoIterator<Item = (Option<u32>, u32)>) -> Option<u32> {
    let (mut sum, mut with, mut all) = (0_u64, 0_u64, 0_u64);
    for (count, residents) in counts {
        all += u64::from(residents);
        if let Some(count) = count {
            sum += u64::from(count);
            with += u64::from(residents);
        }
    }
    (with > 0).then(|| libm::round(sum as f64 * all as f64 / with as f64) as u32)
}

/// The names of few, or how many more there are.
fn name(all: &[&DistrictProfile]) -> String {
    let names: Vec<&str> = all.iter().map(|d| d.name.as_str()).collect();
    match names.len().checked_sub(NAMES) {
        None | Some(0) => names.join(" + "),
        Some(more) => format!("{} + {more}", names[..NAMES].join(" + ")),
    }
}

/// The Wmo clients per 1,000 residents of those that have the figure.
fn wmo(all: &[&DistrictProfile]) -> Option<f64> {
    let with = || all.iter().filter_map(|d| Some((d.wmo_per_1000?, f64::from(d.residents))));
    let residents: f64 = with().map(|(_, residents)| residents).sum();
    (residents > 0.0).then(|| tidy(with().map(|(wmo, residents)| wmo * residents).sum::<f64>() / residents))
}

/// The districts as neighbourhoods, with shares that add to 1 in four decimals: the largest ones, where there are too
/// many.
fn neighbourhoods(all: &[&DistrictProfile], households: u32, low_income: f64) -> Vec<NeighbourhoodProfile> {
    let mut largest = all.to_vec();
    largest.sort_by_key(|d| std::cmp::Reverse(d.households));
    largest.truncate(MAX_NEIGHBOURHOODS);
    let one = |d: &&DistrictProfile| NeighbourhoodProfile {
        name: d.name.clone(),
        share: tidy(f64::from(d.households) / f64::from(households.max(1))),
        deprivation: if low_income > 0.0 { tidy((d.low_income / low_income).min(10.0)) } else { 1.0 },
    };
    let mut found: Vec<NeighbourhoodProfile> = largest.iter().map(one).collect();
    let others: f64 = found.iter().skip(1).map(|n| n.share).sum();
    if let Some(first) = found.first_mut() {
        first.share = tidy(1.0 - others);
    }
    found
}

/// Texts, each once and in the order in which they come.
fn each_once<'a>(texts: impl Iterator<Item = &'a str>, between: &str) -> String {
    let mut found: Vec<&str> = Vec::new();
    for text in texts.filter(|text| !text.is_empty()) {
        if !found.contains(&text) {
            found.push(text);
        }
    }
    found.join(between)
}

/// Four decimals: the same when written and read.
fn tidy(x: f64) -> f64 {
    libm::round(x * 10_000.0) / 10_000.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input_data::gazetteer::Gazetteer;

    /// The wijken of a municipality by themselves give what CBS's table gives for it as a whole.
    #[test]
    fn the_wijken_together_are_the_municipality() {
        let table = Gazetteer::embedded().expect("the table in the box");
        for name in ["GM0344", "GM0150", "GM0363"] {
            let known = table.profile(name).expect("a municipality").profile;
            let wijken = table.wijken_of(name).expect("a municipality");
            assert!(wijken.left_out.is_empty(), "{name}: {:?}", wijken.left_out);
            let profiles: Vec<DistrictProfile> = wijken.found.into_iter().map(|import| import.profile).collect();
            let together = whole(&profiles).expect("some");
            let same = DistrictProfile { code: known.code.clone(), name: known.name.clone(), ..together };
            assert_eq!(same, known);
            let turned: Vec<DistrictProfile> = profiles.into_iter().rev().collect();
            assert_eq!(whole(&turned).expect("some").neighbourhoods, known.neighbourhoods);
        }
    }
}
