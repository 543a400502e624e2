//! Dwellings: neighbourhood, tenure and income of every household.
//!
//! Counts of owners, social tenants, low and high incomes are exact; which households get them is a draw with weights.
//! Nothing is published below the wijk about who they are, so the weights are assumptions; the shares are not.

use super::apportionment::{apportion, apportion_within};
use super::composition::{Composition, Unit};
use super::plan::Plan;
use super::population::{HouseholdRow, Income, Tenure};
use crate::ids::Key;
use crate::input_data::DistrictProfile;
use crate::random::{Draws, Process, hash_text, mix, unit};

/// Occasions of a dwelling's draws.
mod occasion {
    pub(super) const OWNED: u64 = 1;
    pub(super) const SOCIAL: u64 = 2;
    pub(super) const LOW: u64 = 3;
    pub(super) const HIGH: u64 = 4;
}

/// Who a dwelling is within its district, from its place: the same in every sample and replicate. Dwellings of two
/// districts share keys and no luck: the draws of a district in a region are its own.
pub fn dwelling_key(place: u32) -> Key {
    const DWELLING: u64 = hash_text("dwelling");
    Key(mix(DWELLING ^ u64::from(place)))
}

/// The households in the order of their dwellings; `first` counts through the members in that order.
pub(super) fn furnish(profile: &DistrictProfile, plan: &Plan, homes: &Composition, draws: Draws) -> Vec<HouseholdRow> {
    let deprivation: Vec<f64> = profile.neighbourhoods.iter().map(|n| n.deprivation).collect();
    let mut rows = Vec::with_capacity(homes.units.len());
    let mut first = 0;
    let mut units = homes.units.iter();
    for (neighbourhood, count) in plan.neighbourhoods.iter().enumerate() {
        for unit in units.by_ref().take(*count as usize) {
            rows.push(HouseholdRow {
                neighbourhood: neighbourhood as u8,
                kind: unit.kind,
                income: Income::Middle,
                tenure: Tenure::PrivateRent,
                first,
                size: unit.size,
            });
            first += unit.size;
        }
    }
    let share = |share: f64| libm::round(share.clamp(0.0, 1.0) * rows.len() as f64) as u32;
    let owned = share(profile.owner_occupied);
    let social = share(profile.social_rent).min(rows.len() as u32 - owned);
    let low = share(profile.low_income);
    let high = share(profile.high_income).min(rows.len() as u32 - low);

    let all: Vec<u32> = (0..rows.len() as u32).collect();
    let units = &homes.units;
    let (owners, tenants) = choose(all, owned, draws, occasion::OWNED, |i| owner_weight(group(&units[i as usize])));
    let (social, _) = choose(tenants, social, draws, occasion::SOCIAL, |_| 1.0);
    for i in owners {
        rows[i as usize].tenure = Tenure::Owned;
    }
    for i in social {
        rows[i as usize].tenure = Tenure::SocialRent;
    }

    let mut rest = Vec::new();
    let mut start = 0;
    for (n, low) in plan.neighbourhoods.iter().zip(low_by_neighbourhood(plan, &deprivation, low)) {
        let here: Vec<u32> = (start..start + n).collect();
        start += n;
        let tenure = |i: u32| rows[i as usize].tenure;
        let (chosen, others) =
            choose(here, low, draws, occasion::LOW, |i| low_weight(group(&units[i as usize]), tenure(i)));
        for i in chosen {
            rows[i as usize].income = Income::Low;
        }
        rest.extend(others);
    }
    let weight = |i: u32| {
        let depth = deprivation.get(rows[i as usize].neighbourhood as usize).copied().unwrap_or(1.0);
        high_weight(group(&units[i as usize]), rows[i as usize].tenure) / depth.max(0.1)
    };
    let (chosen, _) = choose(rest, high, draws, occasion::HIGH, weight);
    for i in chosen {
        rows[i as usize].income = Income::High;
    }
    rows
}

/// Low incomes by neighbourhood: households times relative deprivation, never more than there are households.
fn low_by_neighbourhood(plan: &Plan, deprivation: &[f64], total: u32) -> Vec<u32> {
    let weights: Vec<f64> = plan
        .neighbourhoods
        .iter()
        .enumerate()
        .map(|(i, n)| f64::from(*n) * deprivation.get(i).copied().unwrap_or(1.0))
        .collect();
    let first = apportion(&weights, total);
    let want: Vec<f64> = first.iter().map(|n| f64::from(*n)).collect();
    apportion_within(&want, &plan.neighbourhoods, total)
}

/// Household types that incomes and tenure tell apart: single, without children, family of two parents, of one.
pub(super) const GROUPS: usize = 4;

const fn group(unit: &Unit) -> usize {
    if unit.lone_parent { 3 } else { unit.kind as usize }
}

/// Owning is likelier for couples and families (assumption: weights against one-person households).
pub(super) const fn owner_weight(group: usize) -> f64 {
    [1.0, 2.0, 1.6, 0.6][group]
}

/// Low income is likelier for lone parents, one-person households and tenants (assumption).
pub(super) const fn low_weight(group: usize, tenure: Tenure) -> f64 {
    [1.6, 0.5, 0.8, 2.4][group] * [0.25, 1.6, 1.0][tenure as usize]
}

/// High income is likelier for couples and owners (assumption).
pub(super) const fn high_weight(group: usize, tenure: Tenure) -> f64 {
    [0.4, 2.0, 1.8, 0.5][group] * [3.0, 0.3, 1.0][tenure as usize]
}

/// Exactly `count` of `from`, and the rest: those with the smallest exponential priority, so that each is drawn in
/// proportion to its weight without replacement. Linear time. Both parts come back in no particular order.
fn choose(
    from: Vec<u32>,
    count: u32,
    draws: Draws,
    occasion: u64,
    weight: impl Fn(u32) -> f64,
) -> (Vec<u32>, Vec<u32>) {
    let mut ranked: Vec<(u64, u32)> = from
        .into_iter()
        .map(|i| {
            let u = unit(draws.bits(Process::SYNTHESIS_HOUSEHOLD, dwelling_key(i), occasion));
            // A positive number orders as its bits do.
            ((-libm::log(u) / weight(i).max(1e-9)).to_bits(), i)
        })
        .collect();
    let count = (count as usize).min(ranked.len());
    if count > 0 && count < ranked.len() {
        ranked.select_nth_unstable(count - 1);
    }
    let rest = ranked.split_off(count);
    let places = |part: Vec<(u64, u32)>| part.into_iter().map(|(_, i)| i).collect();
    (places(ranked), places(rest))
}
