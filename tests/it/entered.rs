//! What is entered in the calendar suffices for what can happen. A bound that is too low, or a domain that is left out
//! for longer than its need is open, would take events away that no figure misses.

use kantel::cancel::Cancel;
use kantel::district::{District, Now};
use kantel::entities::{Domain, Resident};
use kantel::mechanisms::needs::onset;
use kantel::parameters::{PARAMETERS, Params};
use kantel::plan::Scenario;
use kantel::random::Distribution;
use kantel::scenario::{self, Overrides};
use kantel::simulation::Unobserved;
use kantel::units::Week;

use crate::small::{builtin, burned_in, fix, residents};

/// Everybody's company is as it is, no domain is left out but those of open needs, and no multiple of onset lies above
/// what is entered. Returns how many domains are left out, and how many of the multiples lie above one.
fn check(now: Now<'_>, d: &District) -> [usize; 2] {
    let mut found = [0; 2];
    for r in residents(d) {
        let resident = &d.residents[r];
        assert_eq!(resident.person.company.has_adult(), d.has_adult_housemate(r), "week {}", now.week.0);
        assert!(resident.boost != Resident::NOT_OPEN);
        for domain in Domain::ALL {
            // Those whom a domain cannot befall have no rate to be multiplied.
            if onset::own_rate(now.inputs, resident, domain, now.age(resident)) <= 0.0 {
                continue;
            }
            let is_left_out = resident.person.left_out >> domain as u8 & 1 == 1;
            assert!(!is_left_out || d.needs_of(r).has(domain), "{domain:?} in week {}", now.week.0);
            let (multiple, most) = (onset::multiplier(now, d, r, domain), onset::entered(now.inputs, resident, domain));
            assert!(multiple <= most * (1.0 + 1e-9), "{domain:?} in week {}: {multiple} above {most}", now.week.0);
            found[0] += usize::from(is_left_out);
            found[1] += usize::from(multiple > 1.0);
        }
    }
    found
}

/// Looks at everybody every quarter of two years, burn-in and its end among them.
fn follow(scenario: &Scenario) -> [usize; 2] {
    let mut simulation = burned_in(scenario, 0, 0);
    let mut found = [0; 2];
    for quarter in 1..=8 {
        let (site, week) = (&simulation.sites()[0], simulation.week());
        let settings = site.policy.timeline.settings(week);
        let house = kantel::mechanisms::house();
        let now = Now { inputs: &site.inputs, settings: &settings, week, at: week.start(), house };
        let more = check(now, &simulation.region().districts[0]);
        found = [found[0] + more[0], found[1] + more[1]];
        simulation.step_to(Week(quarter * 13), &mut Unobserved, &Cancel::new());
    }
    found
}

/// Every ratio of onset, and what passes needs on in a household.
fn ratios() -> impl Iterator<Item = usize> {
    let raises = |key: &str| {
        ["onset.tenure_", "onset.income_", "onset.alone_", "household.", "onset.co", "onset.st", "onset.is"]
            .iter()
            .any(|start| key.starts_with(start))
            || matches!(key, "onset.disability" | "eviction.youth_onset" | "onset.by_stock")
    };
    PARAMETERS.iter().enumerate().filter(move |(_, meta)| raises(meta.key)).map(|(i, _)| i)
}

#[test]
fn what_is_entered_suffices_in_any_world() {
    let place = |name: &str| {
        let district = Some(name.to_owned());
        let overrides = Overrides { residents: Some(1_500), years: Some(2), district, ..Overrides::default() };
        scenario::load("builtin:reactive", &overrides).expect("a place of the table").scenario
    };
    assert!(ratios().count() >= 17, "{}", ratios().count());
    for name in ["Poelenburg", "Deventer", "builtin:overvecht"] {
        // As samples draw them, and all at either end of what they may be.
        for end in [None, Some(false), Some(true)] {
            let mut scenario = place(name);
            for i in ratios().filter(|_| end.is_some()) {
                let (low, high) = match scenario.parameters[i] {
                    Distribution::Triangular { low, high, .. } => (low, high),
                    _ => (PARAMETERS[i].min, PARAMETERS[i].max),
                };
                scenario.parameters[i] = Distribution::Fixed(if end == Some(true) { high } else { low });
            }
            let [left_out, raised] = follow(&scenario);
            assert!(left_out > 100 && raised > 1_000, "{name} {end:?}: {left_out} {raised}");
        }
    }
}

/// At the ends of what may be stated at all, needs are many and pass on all the time: nothing outgrows its bound.
#[test]
fn what_is_entered_suffices_at_the_ends_of_what_may_be_stated() {
    for high in [false, true] {
        let mut scenario = builtin("proactive", 400, 2);
        for i in ratios() {
            let (least, most) = (PARAMETERS[i].min, PARAMETERS[i].max);
            // Four needs more at four times the rate each are two hundred times the rate: that will do.
            scenario.parameters[i] = Distribution::Fixed(if high { most.min(4.0) } else { least });
        }
        fix(&mut scenario, "onset.social", 0.4);
        assert!(Params::position("onset.social").is_some());
        let [left_out, _] = follow(&scenario);
        assert!(left_out > 50, "{left_out}");
    }
}
