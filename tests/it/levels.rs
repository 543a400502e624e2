//! Live levels against people and needs counted one by one, by what their names say and not by how they are kept.

use kantel::cancel::Cancel;
use kantel::district::District;
use kantel::entities::{Domain, Episode, Helper, Resident};
use kantel::ids::{HouseholdId, ResidentId};
use kantel::observation::Indicator;
use kantel::observation::catalogue::GROUPS;
use kantel::simulation::Unobserved;
use kantel::units::Week;

use crate::small::{builtin, burned_in, go_on, residents};

/// Years after week 0: ages and needs have moved on.
const YEARS: i32 = 3;

fn needs(d: &District, r: ResidentId) -> Vec<&Episode> {
    d.episodes_of(r).map(|e| &d.episodes[e]).filter(|episode| !episode.recovered).collect()
}

fn is_helped(episode: &Episode) -> bool {
    episode.helping[Helper::Team as usize] + episode.helping[Helper::SecondLine as usize] > 0
}

fn is_unhelped(episode: &Episode) -> bool {
    episode.severity as u8 >= 3 && !is_helped(episode)
}

#[test]
fn levels_are_what_their_names_say() {
    let scenario = builtin("proactive", 6_000, 4);
    let end = go_on(&burned_in(&scenario, 0, 0), &scenario, 0, 0, Week(YEARS * 52));
    let d = &end.region().districts[0];
    let l = &d.levels;
    let count = |holds: &dyn Fn(ResidentId) -> bool| residents(d).filter(|r| holds(*r)).count() as i64;
    let age = |r: ResidentId| d.residents[r].age_in(YEARS * 52 - 1);
    let any = |r: ResidentId, holds: &dyn Fn(&Episode) -> bool| needs(d, r).into_iter().any(holds);
    let has_nobody = |r: ResidentId| {
        let mates = d.members(d.household_of(r)).any(|m| m != r && age(m) >= 18);
        d.ties_of(r).next().is_none() && !mates
    };
    let by_age = [count(&|r| age(r) < 23), count(&|r| (18..65).contains(&age(r))), count(&|r| age(r) >= 65)];
    assert_eq!(l.by_age, by_age, "under 23, 18 to 64, 65 and over");
    assert_eq!(l.residents, count(&|_| true));
    assert_eq!(l.open, count(&|r| any(r, &|_| true)), "somebody with an open need");
    assert_eq!(l.hidden, count(&|r| any(r, &|e| !e.known)), "a need that nobody outside knows of");
    assert_eq!(l.known, count(&|r| any(r, &|e| e.known)), "a need that is known");
    assert_eq!(l.unhelped, count(&|r| any(r, &is_unhelped)), "a severe need without help");
    let unhelped = |r: ResidentId| any(r, &|_| true) && !any(r, &is_helped) && has_nobody(r);
    assert_eq!(l.no_network_unhelped, count(&unhelped), "a need, nobody to turn to and no help");
    assert_eq!(l.volunteers, count(&|r| d.residents[r].is(Resident::VOLUNTEER)));
    assert_eq!(l.carers, count(&|r| d.cares_of(r, true).next().is_some()));
    assert_eq!(l.burdened, count(&|r| d.cares_of(r, true).any(|c| d.cares[c].burdened)));
    let minutes = residents(d).flat_map(|r| d.cares_of(r, true)).map(|c| i64::from(d.cares[c].minutes)).sum::<i64>();
    assert_eq!(l.care_minutes, minutes);
    assert_eq!(l.trust, residents(d).map(|r| i64::from(d.residents[r].person.trust_first)).sum::<i64>());
    let in_debt = |h: &u32| d.members(HouseholdId(*h)).any(|r| any(r, &|e| e.domain == Domain::Debt));
    assert_eq!(l.debts, (0..d.households.len() as u32).filter(in_debt).count() as i64, "households with debts");
    for (g, key) in GROUPS.iter().enumerate().skip(3) {
        let is_of = |r: ResidentId| match *key {
            "network:none" => has_nobody(r),
            "network:some" => !has_nobody(r),
            "age:0-22" => age(r) < 23,
            "age:23-64" => (23..65).contains(&age(r)),
            "age:65+" => age(r) >= 65,
            other => panic!("a group that is not counted here: {other}"),
        };
        assert_eq!(l.groups[g], count(&is_of), "{key}");
        assert_eq!(l.unhelped_groups[g], count(&|r| is_of(r) && any(r, &is_unhelped)), "{key}");
    }
    for severity in 1..=4 {
        for (domain, of_domain) in Domain::ALL.into_iter().zip(&l.need) {
            let of = |known: bool| {
                let is = |e: &Episode| (e.domain, e.severity as usize, e.known) == (domain, severity, known);
                residents(d).map(|r| needs(d, r).into_iter().filter(|e| is(e)).count() as i64).sum::<i64>()
            };
            assert_eq!(of_domain[severity - 1], [of(false), of(true)], "{domain:?} {severity}");
        }
    }
    assert!(l.unhelped > 20 && l.no_network_unhelped > 5 && l.debts > 50, "there is something to count");
}

/// What is on file is what is known and what has passed unnoticed.
#[test]
fn files_that_are_closed_late_are_registered() {
    let scenario = builtin("reactive", 3_000, 1);
    let mut run = burned_in(&scenario, 0, 0);
    run.keep_weeks();
    run.step_to(Week(1), &mut Unobserved, &Cancel::new());
    let d = &run.region().districts[0];
    let registered = run.record().weeks[0][Indicator::REGISTERED_KNOWN.place()];
    assert!(d.files_late > 5, "{}", d.files_late);
    assert_eq!((registered.num, registered.den), (d.levels.known + d.files_late, 1));
}
