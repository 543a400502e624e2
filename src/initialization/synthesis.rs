//! From margins to people: the steps of synthesis in their order.

use super::composition::compose;
use super::dwelling::{dwelling_key, furnish};
use super::network;
use super::plan::Plan;
use super::population::{Population, ResidentRow};
use crate::cancel::Cancel;
use crate::input_data::DistrictProfile;
use crate::random::{Draws, Process};

/// A synthetic population of `residents` people that meets the profile's margins, scaled to that number.
///
/// Exact by largest remainder: residents, age bands, men, households by type, tenure, low and high income, households
/// by neighbourhood. Where the profile contradicts itself (or a district of a few people cannot hold its households),
/// [`Population::compromises`] says what was asked and what was made; residents, ages and sexes stay exact even then.
///
/// The people of a dwelling are keyed by the dwelling's place and their position in the household, so keys do not
/// depend on the rest of the district. Who lives there does, because the margins are shared: another number of
/// residents gives another population.
pub fn synthesise(profile: &DistrictProfile, residents: u32, draws: Draws) -> Population {
    synthesise_unless(profile, residents, draws, &Cancel::new()).expect("nobody asks it to stop")
}

/// The same; `None` if it was asked to stop, which is looked at between the steps (of a million residents each takes
/// about a second) and at every resident while ties are made, which takes longest.
pub fn synthesise_unless(profile: &DistrictProfile, residents: u32, draws: Draws, stop: &Cancel) -> Option<Population> {
    let going = || (!stop.is_cancelled()).then_some(());
    let plan = Plan::new(profile, residents);
    let homes = compose(&plan, draws);
    going()?;
    let households = furnish(profile, &plan, &homes, draws);
    going()?;
    let mut people = Vec::with_capacity(residents as usize);
    for (household, unit) in homes.units.iter().enumerate() {
        let dwelling = dwelling_key(household as u32);
        let members = &homes.members[unit.first as usize..(unit.first + unit.size) as usize];
        for (place, member) in members.iter().enumerate() {
            people.push(ResidentRow {
                key: draws.key(Process::RESIDENT_KEY, dwelling, place as u64),
                age: member.age,
                sex: member.sex,
                position: member.position,
                household: household as u32,
                recluse: false,
            });
        }
    }
    let ties = network::knit(&households, &people, draws, stop);
    going()?;
    Some(Population { households, residents: people, ties, compromises: plan.compromises })
}
