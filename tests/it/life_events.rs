//! Who dies, is born, leaves home, pairs, separates and moves, by hand: who stays and in which place, and what goes.

use std::collections::BTreeSet;

use kantel::calendar::{Entry, Occasion};
use kantel::cancel::Cancel;
use kantel::district::{District, Event, Inputs, Now, What};
use kantel::doors::Door;
use kantel::entities::{CaseState, Domain, Episode, Frame, Household, Position, Product, Resident, Route, Tie};
use kantel::ids::{CareId, EpisodeId, HouseholdId, Key, ResidentId};
use kantel::mechanisms::demography::lives as demography;
use kantel::mechanisms::doors::referrals;
use kantel::mechanisms::needs::hazards;
use kantel::mechanisms::needs::natural;
use kantel::mechanisms::needs::onset;
use kantel::mechanisms::outreach::Targeting;
use kantel::mechanisms::outreach::contacts as outreach;
use kantel::mechanisms::team::cases;
use kantel::observation::Indicator;
use kantel::plan::Scenario;
use kantel::simulation::Observer;
use kantel::units::Week;

use crate::small::{Still, builtin, burned_in, fix, go_on, residents};

/// Numbers of the kinds of life events.
const DEATH: u8 = 0;
const BIRTH: u8 = 1;
const LEAVING: u8 = 2;
const PAIRING: u8 = 3;

/// Rates a year that differ from each other.
fn still() -> Still {
    let mut still = Still::of(
        3_000,
        &[
            ("demography.leaving", 0.2),
            ("demography.pairing", 0.05),
            ("demography.separation", 0.01),
            ("onset.isolation", 5.0),
        ],
    );
    let (_, d) = still.in_week(0);
    d.log.on = true;
    still
}

/// A point of a process, by its height as a rate per week.
fn at_height(now: Now<'_>, what: Occasion, slot: u32, aux: u8, height: f64) -> Entry {
    Entry { at: now.at, tie: (height as f32).to_bits(), slot, generation: 0, what, aux }
}

/// The lowest points of a process, told apart by `n`: they happen wherever the rate is not zero.
fn lowest(now: Now<'_>, what: Occasion, slot: u32, aux: u8, n: u32) -> Entry {
    Entry { at: now.at, tie: n + 1, slot, generation: 0, what, aux }
}

fn happens(now: Now<'_>, d: &mut District, r: ResidentId, kind: u8) {
    let entry = lowest(now, Occasion::LIFE, r.0, kind, r.0);
    demography::life(now, d, &entry);
}

fn homes(d: &District) -> Vec<HouseholdId> {
    (0..d.households.len() as u32).map(HouseholdId).collect()
}

/// Members of a household, in order: who, and in which place.
fn places(d: &District, h: HouseholdId) -> Vec<(Key, Position)> {
    d.members(h).map(|m| (d.residents[m].key, d.residents[m].position)).collect()
}

fn of_place(d: &District, h: HouseholdId, position: Position) -> Option<ResidentId> {
    d.members(h).find(|m| d.residents[*m].position == position)
}

/// Events of a kind since the last look at somebody of some keys.
fn noted(d: &District, what: What, of: &[(Key, Position)]) -> usize {
    let is_of = |event: &&Event| event.what == what && of.iter().any(|(key, _)| *key == event.resident);
    d.log.events.iter().filter(is_of).count()
}

/// A new household lives here: nobody of the old one, one reference person, who comes first, all of them new.
fn assert_new_household(inputs: &Inputs, d: &District, h: HouseholdId, before: &[(Key, Position)], old: &Household) {
    let now = &d.households[h];
    let members = places(d, h);
    assert!(now.key != old.key && now.generation == old.generation + 1, "the dwelling has another household");
    assert!(members.iter().all(|m| before.iter().all(|b| b.0 != m.0)), "somebody stayed behind");
    assert_eq!(noted(d, What::Arrived, &members), members.len());
    assert_eq!(members[0].1, Position::Reference);
    assert_eq!(members.iter().filter(|m| m.1 == Position::Reference).count(), 1);
    let (income, drawn) = inputs.newcomers.household(now.kind, now.tenure, inputs.draws, now.key);
    assert_eq!((now.income, members.len()), (income, drawn.len()), "those who were drawn have come");
    let children = members.iter().filter(|m| m.1 == Position::Child).count();
    assert_eq!(
        [members.len() == 1, members.len() > 1 && children == 0, children > 0],
        [0, 1, 2].map(|k| now.kind == k)
    );
    for m in d.members(h) {
        assert_eq!(d.residents[m].income(), usize::from(now.income), "incomes are the household's");
        assert!(d.residents[m].boost != Resident::NOT_OPEN, "nothing can happen to who has come");
    }
}

/// The partner follows; without one the eldest adult; children without an adult leave, and others move in.
#[test]
fn whoever_is_left_goes_on_or_leaves() {
    let mut still = still();
    let (now, d) = still.in_week(1);
    let (mut partners, mut children, mut orphans) = (0, 0, 0);
    for h in homes(d) {
        let (before, old) = (places(d, h), d.households[h].clone());
        let Some(gone) = of_place(d, h, Position::Reference) else { panic!("nobody heads {h:?}") };
        let partner = of_place(d, h, Position::Partner);
        if let Some(young) = partner.filter(|p| p.0 % 2 == 0) {
            // Younger than grown children, who come after a partner all the same.
            d.residents[young].born = (now.week.0 - 19 * 52) as i16;
        }
        let others = || d.members(h).filter(|m| *m != gone);
        let eldest = others().map(|m| -d.residents[m].born).max();
        let heir =
            partner.or_else(|| others().find(|m| d.residents[*m].is_adult() && Some(-d.residents[*m].born) == eldest));
        let heir = heir.map(|m| d.residents[m].key);
        happens(now, d, gone, DEATH);
        assert_eq!(noted(d, What::Died, &before), 1);
        if let Some(heir) = heir {
            let place =
                |(key, position): (Key, Position)| (key, if key == heir { Position::Reference } else { position });
            // Who follows comes first, the others stay in their order.
            let mut expected: Vec<(Key, Position)> = before[1..].iter().copied().map(place).collect();
            expected.sort_by_key(|m| m.1 != Position::Reference);
            let after = places(d, h);
            let same_age = before.len() > 2 && partner.is_none();
            assert!(after == expected || same_age, "{before:?}: {after:?}");
            assert_eq!(after.iter().map(|m| m.1 == Position::Reference).filter(|is| *is).count(), 1);
            assert_eq!(after[0].1, Position::Reference);
            assert_eq!(d.households[h].key, old.key);
            *(if partner.is_some() { &mut partners } else { &mut children }) += 1;
        } else {
            assert_eq!(noted(d, What::Left, &before), before.len() - 1, "children leave with relatives");
            assert_new_household(now.inputs, d, h, &before, &old);
            orphans += i32::from(before.len() > 1);
        }
    }
    let deaths = d.counts.finished()[Indicator::DEATHS.place()].num;
    assert_eq!(deaths, d.households.len() as i64);
    assert!(partners > 400 && children > 15 && orphans > 30, "{partners} {children} {orphans}");
    assert_eq!(d.levels, d.recount());
}

/// What is the household's stays with the partner: debts and housing problems, and the case about them. What was the
/// own of who died does not.
#[test]
fn debts_and_their_case_go_to_the_partner() {
    let mut still = still();
    let (now, d) = still.in_week(1);
    let mut seen = 0;
    for h in homes(d) {
        let (Some(gone), Some(partner)) = (of_place(d, h, Position::Reference), of_place(d, h, Position::Partner))
        else {
            continue;
        };
        let free = |m: ResidentId| d.residents[m].episodes.some().is_none();
        if !d.members(h).all(free) || d.households[h].case.some().is_some() {
            continue;
        }
        for (domain, point) in [(Domain::Debt, 3), (Domain::Housing, 4), (Domain::Mental, 5)] {
            natural::begin(now, d, gone, domain, point);
        }
        let of = |d: &District, domain: Domain| d.episodes_of(gone).find(|e| d.episodes[*e].domain == domain);
        let Some(debt) = of(d, Domain::Debt) else { panic!("a debt") };
        natural::becomes_known(now, d, debt, Route::Asked);
        assert!(referrals::refer(now, d, debt, Product::DebtProgramme, Door::Gp, Frame::Voluntary));
        cases::open_case(now, d, debt, Frame::Voluntary);
        let case = d.households[h].case;
        assert!(case.some().is_some() && d.cases[case].state == CaseState::Waiting);
        // How soon somebody asks depends on who it is: the partner is far quicker.
        d.residents[gone].person.threshold_services = 255;
        d.residents[partner].person.threshold_services = 0;
        d.set_trust(partner, u16::MAX);
        happens(now, d, gone, DEATH);
        assert!(d.entitlements_of(partner).any(|x| d.entitlements[x].product == Product::DebtProgramme));
        let needs: Vec<EpisodeId> = d.episodes_of(partner).collect();
        let domains: Vec<Domain> = needs.iter().map(|e| d.episodes[*e].domain).collect();
        assert!(domains.contains(&Domain::Debt) && domains.contains(&Domain::Housing) && domains.len() == 2);
        assert!(needs.iter().all(|e| d.episodes[*e].resident == partner));
        assert_eq!((d.households[h].case, d.cases[case].resident), (case, partner));
        assert_eq!(d.households[h].basics, 2, "basic needs that nobody helps with");
        for e in needs {
            let rate = hazards::asking_rate(now, d, e);
            assert!(rate <= f64::from(d.episodes[e].entered[Episode::place(Episode::ASKING)]), "entered for the heir");
        }
        seen += 1;
    }
    assert!(seen > 200, "{seen}");
    assert_eq!(d.levels, d.recount());
}

/// A newborn is a child of its mother's household, born this week; 488 of 1,000 are girls: of 20,000, four standard
/// errors are 0.0142.
#[test]
fn children_are_born_to_their_mothers() {
    let mut still = still();
    let (now, d) = still.in_week(30);
    let is_mother = |r: &ResidentId| {
        let resident = &d.residents[*r];
        resident.is(Resident::WOMAN) && (25..40).contains(&now.age(resident))
    };
    let mothers: Vec<ResidentId> = residents(d).filter(is_mother).collect();
    let (before, mut girls) = (d.residents.len(), 0);
    for n in 0..20_000 {
        let mother = mothers[n % mothers.len()];
        let h = d.household_of(mother);
        let last = d.members(h).last();
        let entry = lowest(now, Occasion::LIFE, mother.0, BIRTH, n as u32);
        demography::life(now, d, &entry);
        let Some(child) = d.members(h).last() else { panic!("a household") };
        assert!(Some(child) != last, "a birth in another household");
        let resident = &d.residents[child];
        assert_eq!((resident.position, resident.household), (Position::Child, h));
        assert_eq!((i32::from(resident.born), now.age(resident)), (now.week.0, 0));
        assert!(resident.boost != Resident::NOT_OPEN && d.ties_of(child).next().is_none());
        girls += u32::from(resident.is(Resident::WOMAN));
        assert_eq!(noted(d, What::Born, &[(resident.key, Position::Child)]), 1);
        d.log.events.clear();
    }
    assert_eq!(d.residents.len(), before + 20_000);
    assert_eq!(d.counts.finished()[Indicator::BIRTHS.place()].num, 20_000);
    let share = f64::from(girls) / 20_000.0;
    assert!((share - 0.488).abs() < 0.0142, "{share}");
    assert_eq!(d.levels, d.recount());
}

/// Grown children leave home at a fifth a year, one by one; minors, parents, and who has become the reference person do
/// not.
#[test]
fn grown_children_leave_home_and_nobody_else() {
    let mut still = still();
    let (now, d) = still.in_week(1);
    let mut left = 0;
    for r in residents(d).collect::<Vec<_>>() {
        let (h, resident) = (d.household_of(r), d.residents[r].clone());
        let (before, rate) = (places(d, h), 0.2 / 52.0);
        demography::life(now, d, &at_height(now, Occasion::LIFE, r.0, LEAVING, rate * 1.001));
        assert_eq!(places(d, h), before, "a candidate above the rate");
        let grown = resident.position == Position::Child && now.age(&resident) >= 18;
        if grown && left % 2 == 1 {
            d.residents[r].position = Position::Reference;
            demography::life(now, d, &at_height(now, Occasion::LIFE, r.0, LEAVING, rate * 0.999));
            assert_eq!(places(d, h).len(), before.len(), "who has become the reference person stays");
            d.residents[r].position = Position::Child;
        }
        demography::life(now, d, &at_height(now, Occasion::LIFE, r.0, LEAVING, rate * 0.999));
        let expected: Vec<(Key, Position)> = before.iter().copied().filter(|m| !grown || m.0 != resident.key).collect();
        assert_eq!(places(d, h), expected);
        left += usize::from(grown);
    }
    assert!(left > 100, "{left}");
    assert_eq!(d.levels, d.recount());
}

/// Whoever is without a partner from 20 to 59 pairs at a twentieth a year: half of them are moved in with, by somebody
/// of the other sex and at most three years apart, the others leave with their children. n are within 4 x 0.5 /
/// sqrt(n); ages apart have a standard deviation of 2 years.
#[test]
fn singles_pair_and_half_of_them_stay() {
    let mut still = still();
    let (now, d) = still.in_week(1);
    let (mut came, mut went, mut apart) = (0, 0, 0);
    for h in homes(d) {
        let (before, old) = (places(d, h), d.households[h].clone());
        let Some(r) = of_place(d, h, Position::Reference) else { panic!("nobody heads {h:?}") };
        let resident = d.residents[r].clone();
        let age = now.age(&resident);
        demography::life(now, d, &at_height(now, Occasion::LIFE, r.0, PAIRING, 0.0501 / 52.0));
        assert_eq!(places(d, h), before, "a candidate above the rate");
        demography::life(now, d, &at_height(now, Occasion::LIFE, r.0, PAIRING, 0.0499 / 52.0));
        let alone = before[1..].iter().all(|m| m.1 == Position::Child);
        if !alone || !(20..60).contains(&age) {
            assert_eq!(places(d, h), before, "at {age}");
        } else if d.households[h].key == old.key {
            let after = places(d, h);
            assert_eq!((after[0], after[1].1, &after[2..]), (before[0], Position::Partner, &before[1..]));
            let Some(partner) = of_place(d, h, Position::Partner) else { panic!("nobody has come") };
            let partner = &d.residents[partner];
            assert_eq!((after.len(), partner.is(Resident::WOMAN)), (before.len() + 1, !resident.is(Resident::WOMAN)));
            let years = i32::from(now.age(partner)) - i32::from(age);
            assert!((-3..=3).contains(&years) && now.age(partner) >= 18 && partner.boost != Resident::NOT_OPEN);
            assert_eq!(noted(d, What::Arrived, &after), 1);
            (came, apart) = (came + 1, apart + years);
        } else {
            assert_eq!(noted(d, What::Left, &before), before.len());
            assert_new_household(now.inputs, d, h, &before, &old);
            went += 1;
        }
    }
    let n = f64::from(came + went);
    assert!(n > 300.0 && (f64::from(came) / n - 0.5).abs() < 2.0 / libm::sqrt(n), "{came} came, {went} went");
    let mean = f64::from(apart) / f64::from(came);
    assert!(mean.abs() < 8.0 / libm::sqrt(f64::from(came)), "{mean} years older");
    assert_eq!(d.levels, d.recount());
}

/// Of a couple that separates the partner leaves, and the children stay; before week 0 nobody separates.
#[test]
fn the_partner_leaves_a_couple_that_separates() {
    let mut still = still();
    let mut couples = 0;
    let (_, d) = still.in_week(1);
    for h in homes(d) {
        for (week, height, parts) in [(-1, 0.0099, false), (1, 0.0101, false), (1, 0.0099, true)] {
            let (now, d) = still.in_week(week);
            let before = places(d, h);
            demography::separate(now, d, &at_height(now, Occasion::SEPARATION, h.0, 0, height / 52.0));
            let stays = |m: &(Key, Position)| !parts || m.1 != Position::Partner;
            let expected: Vec<(Key, Position)> = before.iter().copied().filter(stays).collect();
            assert_eq!(places(d, h), expected, "{height} in week {week}");
            assert_eq!(noted(d, What::Left, &before), before.len() - expected.len());
            couples += before.len() - expected.len();
        }
    }
    assert!(couples > 500, "{couples}");
    let (_, d) = still.in_week(1);
    assert_eq!(d.levels, d.recount());
}

/// A household moves at the rate of its reference person's age, as a whole, and leaves nothing behind at the address.
#[test]
fn a_household_moves_with_everything_that_is_its_own() {
    let mut still = still();
    let (now, d) = still.in_week(1);
    let (mut cared, mut expected): (f64, f64) = (0.0, 0.0);
    for h in homes(d) {
        let household = &mut d.households[h];
        (household.signals, household.visited, household.visits_entered) = (3, 0, 1.0);
        let (before, old) = (places(d, h), d.households[h].clone());
        let Some(head) = of_place(d, h, Position::Reference) else { panic!("nobody heads {h:?}") };
        let rate = now.inputs.tables.moving[usize::from(now.age(&d.residents[head]))];
        demography::move_away(now, d, &at_height(now, Occasion::MOVING_AWAY, h.0, 0, rate * 1.001));
        assert_eq!((places(d, h), d.households[h].key), (before.clone(), old.key));
        demography::move_away(now, d, &at_height(now, Occasion::MOVING_AWAY, h.0, 0, rate * 0.999));
        assert_eq!(noted(d, What::Left, &before), before.len());
        assert_new_household(now.inputs, d, h, &before, &old);
        let new = &d.households[h];
        assert_eq!((new.kind, new.tenure, new.neighbourhood), (old.kind, old.tenure, old.neighbourhood));
        assert_eq!((new.signals, new.visited, new.case.some()), (0, Household::NEVER, None));
        assert!(new.visits_entered < 1.0, "visits to those before count no more");
        let open: usize = d.members(h).map(|m| d.needs_of(m).unsolved_basics()).sum();
        assert_eq!(usize::from(new.basics), open);
        for m in d.members(h) {
            let rate = now.inputs.tables.care_outside[usize::from(now.age(&d.residents[m]))];
            expected += rate / now.inputs.tables.care_end;
            cared += d.cares_of(m, true).filter(|c| d.cares[*c].receiver.some().is_none()).count() as f64;
        }
    }
    // Some already care for others who have come before them.
    assert!(
        (cared - expected).abs() < 4.0 * libm::sqrt(expected),
        "{cared} care for somebody elsewhere, not {expected}"
    );
    assert_eq!(d.levels, d.recount());
}

/// Before week 0 who dies is replaced in place: by somebody else, of the same age, sex and position and with the ties,
/// but without what the first was in the middle of; the others of the household are as they were.
#[test]
fn before_the_start_who_dies_is_replaced_in_place() {
    let mut still = still();
    let (now, d) = still.in_week(-10);
    let (mut single, mut several, mut alike, mut expected) = (0, 0, [0; 2], 0.0);
    let (open, of_care) = (d.levels.open as f64, |d: &District| {
        let away = |r: ResidentId| d.cares_of(r, true).filter(|c| d.cares[*c].receiver.some().is_none()).count();
        residents(d).map(away).sum::<usize>() as f64
    });
    for (n, r) in residents(d).collect::<Vec<_>>().into_iter().enumerate() {
        let h = d.household_of(r);
        d.households[h].visited = -50;
        let household = d.households[h].key;
        d.set_long_term(r, n % 3 == 0);
        d.residents[r].person.counted = 1;
        if d.residents[r].position == Position::Reference && !d.needs_of(r).has(Domain::Debt) {
            natural::begin(now, d, r, Domain::Debt, 4);
        }
        if let Some(e) = d.episodes_of(r).find(|e| !d.episodes[*e].recovered) {
            cases::open_case(now, d, e, Frame::Voluntary);
        }
        let (old, ties, before) = (d.residents[r].clone(), d.ties[r], places(d, h));
        happens(now, d, r, DEATH);
        let new = &d.residents[r];
        let kept =
            |of: &Resident| (of.born, of.position, of.is(Resident::WOMAN), of.income(), of.person.ties, of.stage);
        assert!(kept(new) == kept(&old) && d.ties[r] == ties);
        assert!(new.key != old.key && new.generation == old.generation + 1);
        assert!(!new.is(Resident::LONG_TERM) && new.person.counted == 0 && new.boost != Resident::NOT_OPEN);
        assert!(d.episodes_of(r).all(|e| d.episodes[e].resident == r));
        alike[0] += i32::from(new.frailty_adult == old.frailty_adult);
        alike[1] += i32::from(new.person.trust_first == old.person.trust_first);
        let rate = now.inputs.tables.care_outside[usize::from(now.age(new))];
        expected += rate / now.inputs.tables.care_end;
        let basics: usize = d.members(h).map(|m| d.needs_of(m).unsolved_basics()).sum();
        assert_eq!(usize::from(d.households[h].basics), basics, "basic needs of who has gone");
        let others = |all: &[(Key, Position)], key: Key| all.iter().copied().filter(|m| m.0 != key).collect::<Vec<_>>();
        assert_eq!(others(&places(d, h), new.key), others(&before, old.key));
        let alone = before.len() == 1;
        assert_eq!(d.households[h].visited, if alone { Household::NEVER } else { -50 });
        assert!(!alone || d.households[h].case.some().is_none(), "a case about nobody");
        assert_eq!(d.households[h].key == household, !alone, "who lived alone was the household");
        *(if alone { &mut single } else { &mut several }) += 1;
    }
    assert!(single > 300 && several > 1_500 && alike.iter().all(|n| *n < 20), "{single} {several} {alike:?}");
    assert!((of_care(d) - expected).abs() < 4.0 * libm::sqrt(expected), "{} care, not {expected}", of_care(d));
    let ratio = d.levels.open as f64 / open;
    assert!((0.8..1.2).contains(&ratio), "{ratio} people in need for every one before");
    let of_age = residents(d).filter(|r| d.residents[*r].stage >= Resident::WITH_TIES).count() as f64;
    let volunteers = residents(d).filter(|r| d.residents[*r].is(Resident::VOLUNTEER)).count() as f64;
    let share = now.inputs.params.demography.volunteer_share;
    assert!((volunteers / of_age - share).abs() < 4.0 * libm::sqrt(0.25 / of_age), "{}", volunteers / of_age);
    assert_eq!(d.levels, d.recount());
}

/// Before week 0 a household that moves is replaced by another of the same people and income, of which nothing is
/// known: no visit, no signals, no case; and it is on the visiting list.
#[test]
fn before_the_start_a_household_that_moves_is_another_one() {
    let mut still = still();
    let (now, d) = still.in_week(-10);
    for h in homes(d) {
        let household = &mut d.households[h];
        (household.visited, household.signals) = (-20, 3);
        let of_first = d.reference_of(h);
        if let Some(e) = d.episodes_of(of_first).next() {
            cases::open_case(now, d, e, Frame::Voluntary);
        }
        let (before, old) = (places(d, h), d.households[h].clone());
        demography::move_away(now, d, &lowest(now, Occasion::MOVING_AWAY, h.0, 0, h.0));
        let (after, new) = (places(d, h), &d.households[h]);
        assert!(new.key != old.key && new.generation == old.generation + 1 && new.income == old.income);
        assert_eq!((new.visited, new.signals, new.case.some()), (Household::NEVER, 0, None));
        assert!(new.weight > 0 || d.members(h).all(|m| d.residents[m].is_recluse()));
        assert_eq!(after.iter().map(|m| m.1).collect::<Vec<_>>(), before.iter().map(|m| m.1).collect::<Vec<_>>());
        assert!(after.iter().all(|m| before.iter().all(|b| b.0 != m.0)), "somebody is still there");
    }
    let weights: i64 = d.households.iter().map(|h| i64::from(h.weight)).sum();
    assert_eq!(d.presence.weights, weights);
    assert_eq!(d.teams[0].waiting, 0, "cases about who has gone");
    assert_eq!(d.levels, d.recount());
}

/// A debt programme of which the debts have passed runs on with who is left, to the end of its term.
#[test]
fn a_debt_programme_outlives_its_debts_and_its_person() {
    let mut still = still();
    let (now, d) = still.in_week(1);
    let mut seen = 0;
    for h in homes(d) {
        let (Some(gone), Some(partner)) = (of_place(d, h, Position::Reference), of_place(d, h, Position::Partner))
        else {
            continue;
        };
        if !d.members(h).all(|m| d.residents[m].episodes.some().is_none() && d.entitlements_of(m).next().is_none()) {
            continue;
        }
        natural::begin(now, d, gone, Domain::Debt, 3);
        let Some(debt) = d.episodes_of(gone).next() else { panic!("a debt") };
        natural::becomes_known(now, d, debt, Route::Asked);
        assert!(referrals::refer(now, d, debt, Product::DebtProgramme, Door::Gp, Frame::Voluntary));
        natural::passes(now, d, debt);
        happens(now, d, gone, DEATH);
        assert!(d.entitlements_of(partner).any(|x| d.entitlements[x].product == Product::DebtProgramme));
        seen += 1;
    }
    assert!(seen > 200, "{seen}");
}

/// Who has nobody any more, once the last tie or housemate has gone, is likelier to become lonely: candidates are
/// entered for it. With coupling below 1.5 five times the rate lies above what was entered.
#[test]
fn who_is_left_alone_is_entered_for_loneliness() {
    let mut still = still();
    let (now, d) = still.in_week(1);
    let (mut widowed, mut friends) = (0, 0);
    for h in homes(d) {
        let (Some(left), Some(gone)) = (of_place(d, h, Position::Reference), of_place(d, h, Position::Partner)) else {
            continue;
        };
        if d.members(h).count() > 2 {
            continue;
        }
        // Of one couple who is left has no tie; of another a friend who lives alone has no other.
        let is_alone = |t: &Tie| t.other().some().is_some_and(|o| d.members(d.household_of(o)).count() == 1);
        let tie = d.ties_of(gone).find(is_alone).filter(|_| widowed > friends);
        let watched = tie.map_or(left, Tie::other);
        d.remove_ties(watched);
        if let Some(tie) = tie {
            d.add_tie(gone, tie);
            d.add_tie(watched, Tie::new(gone, tie.kind(), 0.5, 0.5, 0.5));
            friends += 1;
        } else {
            widowed += 1;
        }
        assert!(d.residents[watched].is(Resident::NETWORK));
        let entered = |d: &District| d.residents[watched].person.company.entered() & Resident::ISOLATED;
        assert!(entered(d) == 0, "there is somebody");
        happens(now, d, gone, DEATH);
        assert!(!d.residents[watched].is(Resident::NETWORK), "nobody is left");
        assert!(entered(d) != 0, "who has nobody is likelier to become lonely");
    }
    assert!(widowed > 50 && friends > 20, "{widowed} {friends}");
}

/// Where visits are aimed by signals an address weighs what it would if it were weighed anew, whoever came, went or
/// grew old; and some addresses weigh otherwise than before.
#[test]
fn addresses_are_weighed_anew_as_people_come_go_and_grow_old() {
    let mut still = Still::of(3_000, &[("signal.alone", 3.0)]);
    still.settings.outreach.targeting = Targeting::Signal;
    let weighed = |still: &mut Still, week: i32, happens: &dyn Fn(Now<'_>, &mut District, HouseholdId) -> bool| {
        let (now, d) = still.in_week(week);
        outreach::weigh_anew(now, d);
        let mut changed = 0;
        for h in homes(d) {
            let before = d.households[h].weight;
            if happens(now, d, h) {
                let weight = d.households[h].weight;
                outreach::leave_list(d, h);
                outreach::join_list(now, d, h);
                assert_eq!(weight, d.households[h].weight, "{h:?}");
                changed += usize::from(weight != before);
            }
        }
        changed
    };
    // A birthday at which somebody becomes very old, by weeks.
    let old = |now: Now<'_>, d: &mut District, h: HouseholdId| {
        let all: Vec<ResidentId> = d.members(h).collect();
        let due = |r: &ResidentId| i32::from(d.residents[*r].born) + 75 * 52 == now.week.0;
        let due: Vec<ResidentId> = all.into_iter().filter(due).collect();
        for &r in &due {
            demography::birthday(now, d, r);
        }
        !due.is_empty()
    };
    let grown: usize = (1..104).map(|week| weighed(&mut still, week, &old)).sum();
    let dies = |now: Now<'_>, d: &mut District, h: HouseholdId| {
        let partner = of_place(d, h, Position::Partner);
        partner.inspect(|r| self::happens(now, d, *r, DEATH)).is_some()
    };
    let widowed = weighed(&mut still, 104, &dies);
    // As if those who live alone were so old.
    let pairs = |now: Now<'_>, d: &mut District, h: HouseholdId| {
        let Some(r) = of_place(d, h, Position::Reference).filter(|_| d.members(h).count() == 1) else { return false };
        d.residents[r].stage = Resident::VERY_OLD;
        outreach::leave_list(d, h);
        outreach::join_list(now, d, h);
        self::happens(now, d, r, PAIRING);
        true
    };
    let paired = weighed(&mut still, 104, &pairs);
    assert!(grown > 3 && widowed > 30 && paired > 50, "{grown} {widowed} {paired}");
}

/// A world in which people pair, have debts and children, and nobody dies or moves.
fn pairing() -> Scenario {
    let mut scenario = builtin("reactive", 8_000, 1);
    for (key, value) in [
        ("demography.mortality", 0.0),
        ("demography.moves", 0.0),
        ("demography.separation", 1e-9),
        ("demography.pairing", 1.0),
        ("demography.fertility", 6.0),
        ("onset.debt", 0.5),
        ("onset.coupling", 1.0),
        ("onset.isolation", 1.0),
        ("onset.strain", 1.0),
    ] {
        fix(&mut scenario, key, value);
    }
    scenario
}

/// Debts that began, by person.
#[derive(Default)]
struct Debts(BTreeSet<Key>);

impl Observer for Debts {
    const WANTS_EVENTS: bool = true;

    fn events(&mut self, _week: Week, events: &[Event]) {
        let debt = |e: &&Event| matches!(e.what, What::Onset(Domain::Debt, _));
        self.0.extend(events.iter().filter(debt).map(|e| e.resident));
    }
}

/// Who has become the reference person gets the household's debts and pairs like any other: 1 - exp(-rate) of them
/// within a year, sums of single events; and children are born once.
#[test]
fn who_follows_lives_like_any_reference_person() {
    let scenario = pairing();
    let mut run = go_on(&burned_in(&scenario, 0, 0), &scenario, 0, 0, Week(0));
    let inputs = Inputs::of(&scenario, 0, 0);
    let settings = scenario.organisation.timeline.settings(Week(0));
    let now = Now {
        inputs: &inputs,
        settings: &settings,
        week: Week(0),
        at: Week(0).start(),
        house: kantel::mechanisms::house(),
    };
    let d = &mut run.region_mut().districts[0];
    let (mut widowed, mut pairs, mut debts): (Vec<(HouseholdId, Key)>, f64, f64) = (Vec::new(), 0.0, 0.0);
    for h in homes(d) {
        let (Some(gone), Some(left)) = (of_place(d, h, Position::Reference), of_place(d, h, Position::Partner)) else {
            continue;
        };
        if !(21..58).contains(&now.age(&d.residents[left])) || d.needs_of(gone).has(Domain::Debt) {
            continue;
        }
        // As nobody dies here, the reference person goes, as partners do who separate.
        d.residents[gone].position = Position::Partner;
        demography::separate(now, d, &lowest(now, Occasion::SEPARATION, h.0, 0, h.0));
        assert_eq!(d.residents[left].position, Position::Reference);
        widowed.push((h, d.residents[left].key));
        pairs += 1.0 - libm::exp(-1.0);
        debts += 1.0 - libm::exp(-52.0 * onset::rate_at(now, d, left, Domain::Debt, now.age(&d.residents[left])));
    }
    let mut seen = Debts::default();
    run.step_to(Week(52), &mut seen, &Cancel::new());
    let d = &run.region().districts[0];
    let has_paired = |(h, key): &&(HouseholdId, Key)| {
        of_place(d, *h, Position::Partner).is_some() || d.members(*h).all(|m| d.residents[m].key != *key)
    };
    let paired = widowed.iter().filter(has_paired).count() as f64;
    assert!(pairs > 250.0 && (paired - pairs).abs() < 4.0 * libm::sqrt(pairs), "{paired} have paired, not {pairs}");
    // Who leaves to live with another has debts elsewhere: half of those who pair, half of the year on average.
    let found = widowed.iter().filter(|(_, key)| seen.0.contains(key)).count() as f64;
    assert!(found > 0.5 * debts && found < 1.2 * debts && debts > 80.0, "{found} have debts, not {debts}");
    let keys: BTreeSet<Key> = residents(d).map(|r| d.residents[r].key).collect();
    assert_eq!(keys.len(), residents(d).count(), "two people are one");
}

/// Where nobody ages nobody is born, leaves home, pairs or separates after the start either; people begin to care for
/// others elsewhere as always.
#[test]
fn where_nobody_ages_households_stay_as_they_are() {
    let mut scenario = builtin("reactive", 6_000, 3);
    scenario.context.ageing = false;
    for (key, value) in [("demography.mortality", 0.0), ("demography.moves", 0.0), ("eviction.leaves", 0.0)] {
        fix(&mut scenario, key, value);
    }
    let start = burned_in(&scenario, 0, 0);
    let end = go_on(&start, &scenario, 0, 0, Week(156));
    let [before, after] = [&start, &end].map(|simulation| &simulation.region().districts[0]);
    for h in homes(before) {
        assert_eq!(places(before, h), places(after, h));
    }
    let is_new = |c: &CareId| after.cares[*c].receiver.some().is_none() && after.cares[*c].since > Week(0).start();
    let new = residents(after).flat_map(|r| after.cares_of(r, true)).filter(is_new).count();
    assert!(new > 20, "{new} have begun to care for somebody elsewhere");
}
