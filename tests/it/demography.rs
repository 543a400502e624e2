//! A district ages, and goes on having starters, families and children.

use kantel::district::District;
use kantel::entities::Resident;
use kantel::ids::HouseholdId;
use kantel::units::Week;

use crate::small::{builtin, burned_in, go_on};

/// Residents; those of 20 to 29; women of 25 to 39; children under 15; those of 65 and over.
fn structure(d: &District, year: i32) -> [f64; 5] {
    let mut counts = [0.0; 5];
    for h in 0..d.households.len() as u32 {
        for r in d.members(HouseholdId(h)) {
            let resident = &d.residents[r];
            let age = resident.age_in(year * 52);
            let mother = resident.is(Resident::WOMAN) && (25..40).contains(&age);
            let belongs = [true, (20..30).contains(&age), mother, age < 15, age >= 65];
            for (count, belongs) in counts.iter_mut().zip(belongs) {
                *count += f64::from(u8::from(belongs));
            }
        }
    }
    counts
}

/// After fifteen years. Without people who set up a household after moving in, half of those of 20 to 29 and a third of
/// the women of 25 to 39 are gone, and with them the births. 12,000 residents: three standard errors are 8 % of the
/// rarest.
#[test]
fn young_people_go_on_settling_in_the_district() {
    let scenario = builtin("reactive", 12_000, 15);
    let start = burned_in(&scenario, 0, 0);
    let end = go_on(&start, &scenario, 0, 0, Week(15 * 52));
    let before = structure(&start.region().districts[0], 0);
    let after = structure(&end.region().districts[0], 15);
    let bounds = [0.92..1.02, 0.7..1.0, 0.85..1.05, 0.9..1.15, 0.95..1.2];
    for (i, bounds) in bounds.into_iter().enumerate() {
        let ratio = after[i] / before[i];
        assert!(bounds.contains(&ratio), "row {i}: {} at the start, {} after fifteen years", before[i], after[i]);
    }
}

/// Households whose dwelling is still theirs after four years, by the age of the reference person at the start: nine in
/// ten of those of 55 to 69 by the national shares, scaled to 8 % a year for all (1 - 0.08 x 0.043 / 0.12 a year), and
/// fewer than half of those under 30.
#[test]
fn the_old_stay_where_the_young_move_on() {
    let scenario = builtin("reactive", 12_000, 4);
    let start = burned_in(&scenario, 0, 0);
    let end = go_on(&start, &scenario, 0, 0, Week(4 * 52));
    let (before, after) = (&start.region().districts[0], &end.region().districts[0]);
    let stay = |ages: std::ops::Range<u8>| {
        let (mut all, mut stayed) = (0.0, 0.0);
        for h in 0..before.households.len() {
            let head = &before.residents[before.households[HouseholdId(h as u32)].first];
            if ages.contains(&head.age_in(0)) {
                all += 1.0;
                stayed += f64::from(u8::from(
                    before.households[HouseholdId(h as u32)].key == after.households[HouseholdId(h as u32)].key,
                ));
            }
        }
        stayed / all
    };
    let (young, old) = (stay(20..30), stay(55..70));
    assert!((0.83..0.95).contains(&old) && young < 0.55, "{young} of the young, {old} of the old");
}
