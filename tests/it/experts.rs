//! Experts by experience by hand and as a whole: who lets them in, who trusts them, what they cost, who stops.

use kantel::district::{District, Now};
use kantel::entities::{Lines, Route};
use kantel::ids::ResidentId;
use kantel::levers::{LeverValue, position};
use kantel::links::Link;
use kantel::mechanisms::experts::uptake;
use kantel::mechanisms::needs::natural;
use kantel::mechanisms::outreach::contacts;
use kantel::mechanisms::team::hours as team;
use kantel::mechanisms::trust::act as trust;
use kantel::observation::Indicator;
use kantel::plan::Scenario;
use kantel::simulation::Simulation;
use kantel::units::Week;

use crate::by_hand::{FOUNDED, only_needs, sum, three_years, with_room};
use crate::professionals::leave_out_professionals;
use crate::small::{Still, builtin, burned_in, fix, go_on, residents};

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

/// So much of the team's working time is theirs.
fn theirs(d: &mut District, share: f64) {
    d.rooms.experts.0 = vec![share];
}

/// Help that is offered is accepted a half more often where half of the hours are theirs, and as often as ever with the
/// link cut.
#[test]
fn who_is_found_accepts_help_more_often() {
    let accepted = |share: f64, link: f64| {
        let mut still = with_room(&[("experience.uptake", 1.0), ("visit.accept", 0.4), ("team.case_scope", 0.0)]);
        still.settings.links[Link::EXPERIENCE_UPTAKE.place()] = link;
        let (now, d) = still.in_week(FOUNDED);
        theirs(d, share);
        let needs = only_needs(d);
        for &e in &needs {
            d.change_episode(e, |episode| episode.known = false);
            d.set_trust(d.episodes[e].resident, 32_768);
            contacts::find(now, d, e, Route::Door, 1);
        }
        let cell = d.counts.finished()[Indicator::FOUND_ACCEPTED.place()];
        assert_eq!(
            (cell.den, cell.den - cell.num),
            (needs.len() as i64, crate::by_hand::count(d, Indicator::HELP_DECLINED))
        );
        cell.num as f64 / cell.den as f64
    };
    let (without, with, cut) = (accepted(0.0, 1.0), accepted(0.5, 1.0), accepted(0.5, 0.0));
    // The same draws: some who declined accept, and nobody the other way round.
    assert!(near(without, cut));
    assert!((without - 0.4).abs() < 0.15 && (with / without - 1.5).abs() < 0.3, "{without} {with}");
}

/// Trust in the first line grows a half more by what turns out well where half of the hours are theirs, and falls as
/// ever; what specialists do stays what it was.
#[test]
fn trust_grows_more_and_falls_alike() {
    let step = |share: f64, lines: Lines, good: bool| {
        let mut still = Still::of(600, &[("experience.uptake", 1.0), ("trust.apart", 1.0), ("trust.tie", 0.0)]);
        let (now, d) = still.in_week(0);
        theirs(d, share);
        let r: ResidentId = residents(d).find(|r| d.residents[*r].is_adult()).expect("somebody");
        d.set_trust(r, 20_000);
        trust::outcome(now, d, r, lines, good);
        let line = usize::from(!lines.first);
        f64::from(d.trusts(r)[line]) - 20_000.0
    };
    let ratio = |lines, good| step(0.5, lines, good) / step(0.0, lines, good);
    assert!((ratio(Lines::FIRST, true) - 1.5).abs() < 1e-3);
    assert!(near(ratio(Lines::FIRST, false), 1.0));
    assert!(near(ratio(Lines::SECOND, true), 1.0));
}

/// They win back a part of what unsolved debts take off taking part in help, and never more than that; only in what the
/// team helps with.
#[test]
fn people_take_part_more_and_never_more_than_wholly() {
    let mut still = with_room(&[("experience.engagement", 0.3)]);
    let (now, d) = still.in_week(FOUNDED);
    let e = only_needs(d)[0];
    let left = |now: Now<'_>, d: &District, left: f64| uptake::engagement(now, d, e, left);
    theirs(d, 1.0);
    assert!(near(left(now, d, 0.5), 0.5), "the team does not help");
    natural::team_begins(now, d, e, 0);
    assert!((left(now, d, 0.5) - 0.65).abs() < 1e-12);
    assert!(near(left(now, d, 0.9), 1.0));
    theirs(d, 0.0);
    assert!(near(left(now, d, 0.5), 0.5));
}

/// Half of a team at three fifths of the price costs four fifths; guidance takes its hours off the team's, and
/// colleagues have less strain where there is enough of it, more where there is none.
#[test]
fn they_cost_less_and_ask_for_guidance() {
    let week = |share: f64, guidance: f64| {
        let mut still = with_room(&[("experience.price", 0.6), ("experience.guidance_enough", 20.0)]);
        still.settings.experts.guidance_hours = guidance;
        let (now, d) = still.in_week(FOUNDED);
        theirs(d, share);
        d.teams[0].filled = 1.0;
        d.teams[0].planned_fte = now.settings.team.fte;
        team::allot(now, d, 0);
        team::account(now, d);
        let count = |indicator: Indicator| d.counts.finished()[indicator.place()].num as f64;
        (count(Indicator::EUROS_FIRST_LINE), count(Indicator::HOURS_FIRST_LINE), uptake::strain(now, d, 0))
    };
    let (plain, with, guided) = (week(0.0, 20.0), week(0.5, 0.0), week(0.5, 20.0));
    assert!((with.0 / plain.0 - 0.8).abs() < 1e-3, "{} {}", with.0, plain.0);
    assert!(near(with.1, plain.1));
    // Of the hours per FTE of the base's team, less administration, ten go to guidance.
    assert!(guided.1 < plain.1 && guided.1 > 0.98 * plain.1, "{} {}", guided.1, plain.1);
    assert!(near(plain.2, 1.0));
    assert!((with.2 - 1.05).abs() < 1e-12 && (guided.2 - 0.95).abs() < 1e-12);
}

fn set(scenario: &mut Scenario, lever: &str, value: f64) {
    let lever = position(lever).expect("a lever");
    scenario.organisation.timeline.set(Week(0), lever, LeverValue::Number(value));
}

/// A team of so many FTE that is to have a share of them from its founding on.
fn founded_with(fte: f64, (share, guidance): (f64, f64), more: &[(&str, f64)]) -> Scenario {
    let mut scenario = builtin("reactive", 2_000, 3);
    for (key, value) in more {
        fix(&mut scenario, key, *value);
    }
    scenario.organisation.timeline.base.team.fte = fte;
    for (key, value) in [("team.experience_share", share), ("team.experience_guidance", guidance)] {
        let lever = position(key).expect("a lever");
        scenario.organisation.timeline.set(Week(FOUNDED), lever, LeverValue::Number(value));
    }
    scenario.before = scenario.organisation.clone();
    scenario
}

/// Jobs go to them until the share that is planned is theirs, and are filled by others after that.
#[test]
fn jobs_go_to_them_until_the_plan_is_reached() {
    for share in [0.0, 0.3] {
        let scenario = founded_with(20.0, (share, 0.0), &[("experience.relapse", 0.0)]);
        let start = burned_in(&scenario, 0, 0);
        let end = go_on(&start, &scenario, 0, 0, Week(156));
        for simulation in [&start, &end] {
            let jobs = &simulation.region().districts[0].teams[0].jobs;
            let theirs: f64 = jobs.iter().filter(|job| job.expert && job.employed).map(|job| job.share).sum();
            assert!(theirs <= share + 0.03 && theirs + 0.1 >= share, "{theirs} of {share}");
        }
        assert_eq!(sum(&[end], "experts.dropped").num, 0);
    }
}

/// Works by its parts: where people trust nobody and turn help down at the door, more of what is found is accepted.
#[test]
fn experts_work_where_trust_is_low() {
    let mut base = builtin("reactive", 6_000, 3);
    // With so much turnover a team would go under.
    leave_out_professionals(&mut base);
    for (key, value) in [
        ("experience.uptake", 2.0),
        ("experience.relapse", 0.0),
        ("visit.accept", 0.3),
        ("trust.up", 0.02),
        ("trust.down", 0.25),
        ("team.turnover", 2.0),
        ("team.vacancy_weeks", 2.0),
    ] {
        fix(&mut base, key, value);
    }
    set(&mut base, "outreach.door_fte", 3.0);
    let mut with = base.clone();
    set(&mut with, "team.experience_share", 0.3);
    let [without, with] = three_years(&base, &with);
    let accepted = |runs: &[Simulation]| sum(runs, "outreach.accepted").value().expect("some are found");
    println!("accepted {} and {}", accepted(&without), accepted(&with));
    assert!(accepted(&with) > 1.2 * accepted(&without));
    assert!(sum(&with, "trust.first_line").value() > sum(&without, "trust.first_line").value());
}

/// Fails by its parts: in a pressed team without guidance they stop more often than in one with it, and fewer of the
/// jobs that are planned for them are theirs.
#[test]
fn experts_stop_in_a_pressed_team_without_guidance() {
    let run = |guidance: f64| {
        let more = [
            ("experience.relapse", 0.3),
            ("experience.pressure", 1.0),
            ("team.vacancy_weeks", 30.0),
            ("team.hours_fte", 600.0),
            ("asking.mental", 0.1),
            ("asking.social", 0.1),
            ("asking.debt", 0.1),
            ("asking.housing", 0.1),
        ];
        let scenario = founded_with(10.0, (0.3, guidance), &more);
        let runs: Vec<_> = (0..4).map(|r| go_on(&burned_in(&scenario, 0, r), &scenario, 0, r, Week(156))).collect();
        let of = |key: &str| sum(&runs, key).value().expect("a figure");
        (sum(&runs, "experts.dropped").num, of("experts.fte"), of("team.pressure"))
    };
    let (guided, alone) = (run(100.0), run(0.0));
    println!("{guided:?} {alone:?}");
    assert!(alone.2 > 1.5, "the team is pressed");
    assert!(alone.0 as f64 > 1.2 * guided.0 as f64, "{guided:?} {alone:?}");
    assert!(alone.1 < guided.1, "{guided:?} {alone:?}");
}
