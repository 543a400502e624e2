//! Trust in the first line and in the second, each by what happened there.

use kantel::district::{District, Now};
use kantel::doors::{Door, Pull, way_in};
use kantel::entities::{Domain, Lines, Severity};
use kantel::ids::ResidentId;
use kantel::levers::{LeverValue, position};
use kantel::links::Link;
use kantel::mechanisms::needs::{hazards, rates};
use kantel::mechanisms::trust::act as trust;
use kantel::observation::Indicator;
use kantel::simulation::Simulation;
use kantel::units::Week;

use crate::small::{Still, builtin, burned_in, fix, go_on, residents, state_places};

/// An adult with somebody to pass trust on to.
fn somebody(d: &District) -> ResidentId {
    let tied = |r: &ResidentId| d.residents[*r].is_adult() && d.ties_of(*r).any(|t| t.other().some().is_some());
    residents(d).find(tied).expect("somebody with a tie")
}

/// What happens in one line moves trust in it, and that in the other as far as people do not tell them apart; the same
/// goes for their ties.
#[test]
fn an_outcome_moves_trust_in_its_line() {
    for (apart, of_other) in [(1.0, 0.0), (0.5, 0.5), (0.0, 1.0)] {
        for (lines, own, other) in [(Lines::FIRST, 0, 1), (Lines::SECOND, 1, 0)] {
            let mut still = Still::of(1_000, &[("trust.apart", apart), ("trust.down", 0.2), ("trust.tie", 0.5)]);
            let (now, d) = still.in_week(0);
            let r = somebody(d);
            let all: Vec<ResidentId> = residents(d).collect();
            for other in all {
                d.set_trust(other, 40_000);
            }
            trust::outcome(now, d, r, lines, false);
            let trusts = d.trusts(r).map(f64::from);
            assert!((trusts[own] - 32_000.0).abs() < 1.0, "{apart} {lines:?}: {trusts:?}");
            assert!((trusts[other] - 40_000.0 + of_other * 8_000.0).abs() < 1.0, "{apart} {lines:?}: {trusts:?}");
            let tie = d.ties_of(r).find(|t| t.other().some().is_some()).expect("a tie");
            let of_tie = d.trusts(tie.other()).map(f64::from);
            for (line, part) in [(own, 1.0), (other, of_other)] {
                let expected = 40_000.0 + part * 0.5 * tie.strength() * (trusts[line] - 40_000.0);
                assert!((of_tie[line] - expected).abs() < 1.0, "{apart} {lines:?}: {of_tie:?} {expected}");
            }
            assert_eq!(d.levels, d.recount());
        }
    }
}

/// The rate of asking, and the part of it that goes to doors of the first line.
fn asking(now: Now<'_>, d: &District, r: ResidentId, domain: Domain) -> (f64, f64) {
    let pull = Pull { team: 1.0, first_line: rates::pull_by_trust(now, d, r) };
    let at_first = |i: &i32| {
        let way = way_in(domain, Severity::Light, (f64::from(*i) + 0.5) / 10_000.0, pull).expect("a way");
        way.door.is_of_first_line()
    };
    let share = (0..10_000).filter(at_first).count() as f64 / 10_000.0;
    (hazards::asking_rate_of(now, d, r, (domain, Severity::Light)), share)
}

/// Works and fails: who is disappointed by the team alone asks as much as before, at the GP's; but not where there is
/// no other door, and not where the link to other doors is cut.
#[test]
fn failures_of_the_team_send_people_to_other_doors() {
    let mut still = Still::of(1_000, &[("trust.apart", 1.0), ("trust.down", 0.25), ("asking.trust", 1.5)]);
    let settings = still.settings.clone();
    let (now, d) = still.in_week(0);
    let r = somebody(d);
    d.set_trust(r, 40_000);
    let before = Domain::ALL.map(|domain| asking(now, d, r, domain));
    for _ in 0..4 {
        trust::outcome(now, d, r, Lines::FIRST, false);
    }
    let [first, second] = d.trusts(r).map(|trust| f64::from(trust) / 65_535.0);
    let after = Domain::ALL.map(|domain| asking(now, d, r, domain));
    let falls = libm::exp(1.5 * (first - second));
    assert!(falls < 0.6, "{falls}");
    for (domain, (before, after)) in Domain::ALL.into_iter().zip(before.into_iter().zip(after)) {
        let ratio = after.0 / before.0;
        if matches!(domain, Domain::Debt | Domain::Housing) {
            assert!((ratio / falls - 1.0).abs() < 1e-9 && before.1 > 0.999 && after.1 > 0.999, "{domain:?} {ratio}");
        } else {
            assert!((ratio - 1.0).abs() < 1e-9, "{domain:?} {ratio}");
            let odds = |share: f64| share / (1.0 - share);
            assert!((odds(after.1) / odds(before.1) / falls - 1.0).abs() < 0.01, "{domain:?} {before:?} {after:?}");
        }
    }
    still.settings.links = settings.links;
    still.settings.links[Link::LINES_DOORS.place()] = 0.0;
    let (now, d) = still.in_week(0);
    let cut = asking(now, d, r, Domain::Mental);
    assert!((cut.0 / before[Domain::Mental as usize].0 / falls - 1.0).abs() < 1e-9, "{cut:?}");
    assert!((cut.1 - before[Domain::Mental as usize].1).abs() < 1e-3);
}

/// A team that lets people wait loses their requests to other doors where they tell the lines apart. Where they do not,
/// there is one trust in all help.
#[test]
fn a_team_that_disappoints_is_passed_by() {
    let run = |apart: f64| -> Simulation {
        let mut scenario = builtin("reactive", 6_000, 5);
        for (key, value) in
            [("trust.apart", apart), ("trust.down", 0.25), ("asking.trust", 1.5), ("waterbed.weeks", 4.0)]
        {
            fix(&mut scenario, key, value);
        }
        // Nobody waits for a service.
        for organisation in [&mut scenario.organisation, &mut scenario.before] {
            state_places(organisation, 6_000, 100.0);
        }
        let start = burned_in(&scenario, 0, 0);
        let fte = position("team.fte").expect("a lever");
        scenario.organisation.timeline.set(Week(0), fte, LeverValue::Number(0.5));
        go_on(&start, &scenario, 0, 0, Week(5 * 52))
    };
    let share = |run: &Simulation, indicator: Indicator| {
        let years = &run.record().years[2..];
        let sum =
            |of: fn(&kantel::observation::Cell) -> i64| years.iter().map(|y| of(&y[indicator.place()])).sum::<i64>();
        sum(|cell| cell.num) as f64 / sum(|cell| cell.den) as f64
    };
    let (told_apart, tied) = (run(1.0), run(0.0));
    let trusts = |run: &Simulation| [Indicator::TRUST_FIRST, Indicator::TRUST_SECOND].map(|i| share(run, i));
    let ([first, second], [both, same]) = (trusts(&told_apart), trusts(&tied));
    assert!(second > first + 0.003, "{first} {second}");
    assert!((both - same).abs() < 1e-15, "{both} {same}");
    assert!(both < second, "failures of the team cost the services trust too: {both} {second}");
    let elsewhere = [&told_apart, &tied].map(|run| share(run, Indicator::ASKED_ELSEWHERE));
    assert!(elsewhere[0] > elsewhere[1] && (0.1..0.9).contains(&elsewhere[1]), "{elsewhere:?}");
    assert!(way_in(Domain::Work, Severity::Light, 0.0, Pull::USUAL).is_some_and(|way| way.door == Door::Team));
}
