//! The web of ties, and the care that runs along it, neither thins out nor thickens as people come and go.

use kantel::district::District;
use kantel::entities::Resident;
use kantel::ids::HouseholdId;
use kantel::simulation::Simulation;
use kantel::units::Week;

use crate::small::{builtin, burned_in, go_on};

/// Means over people of 15 and over: ties with kin outside the district, with kin and friends in it, with neighbours, all
/// their strength together, and the share without any.
fn means(d: &District) -> [(&'static str, f64); 5] {
    let (mut people, mut sums) = (0.0, [0.0; 5]);
    for h in 0..d.households.len() as u32 {
        for r in d.members(HouseholdId(h)).filter(|r| d.residents[r.0].stage >= Resident::WITH_TIES) {
            people += 1.0;
            sums[4] += f64::from(u8::from(d.ties_of(r).next().is_none()));
            for tie in d.ties_of(r) {
                let sort = if tie.other().some().is_none() { 0 } else { 1 + usize::from(tie.kind() == 2) };
                sums[sort] += 1.0;
                sums[3] += tie.strength();
            }
        }
    }
    let names = ["kin outside the district", "kin and friends", "neighbours", "strength", "without ties"];
    std::array::from_fn(|i| (names[i], sums[i] / people))
}

/// After fifteen years, in which most residents have come in their place, each mean lies within 15 % of the synthetic
/// population's, and the share without ties (some 170 people: three standard errors) within 35 %.
#[test]
fn ties_keep_their_number_as_people_come_and_go() {
    let scenario = builtin("reactive", 5_000, 15);
    let start = burned_in(&scenario, 0, 0);
    let end = go_on(&start, &scenario, 0, 0, Week(15 * 52));
    let before = means(&start.region().districts[0]);
    for ((name, before), (_, after)) in before.into_iter().zip(means(&end.region().districts[0])) {
        let bound = if name == "without ties" { 0.35 } else { 0.15 };
        assert!(
            (after / before - 1.0).abs() < bound,
            "{name}: {before:.3} at the start, {after:.3} after fifteen years"
        );
    }
}

/// Whoever cared for somebody since the onset of a need that began long ago may have stopped: at the start there are as many
/// carers as two years later, in a population that stands still, within 6 %, over four samples of 10,000.
#[test]
fn carers_are_as_many_at_the_start_as_after_the_burn_in() {
    let scenario = builtin("reactive", 10_000, 1);
    let carers = |simulation: &Simulation| simulation.region().districts[0].levels.carers as f64;
    let [before, after] = (0..4).fold([0.0; 2], |[before, after], sample| {
        [before + carers(&Simulation::of(&scenario, sample, 0)), after + carers(&burned_in(&scenario, sample, 0))]
    });
    assert!((after / before - 1.0).abs() < 0.06, "{before} carers at the start, {after} after the burn-in");
}
