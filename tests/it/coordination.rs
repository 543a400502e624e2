//! Coordination by hand and as a whole: who works in a household, what talking with each other takes, what a lead gives
//! back, and what one plan sees, asks and hears.

use kantel::district::{District, Now, Rate, Reading, Team, WorkClock};
use kantel::entities::{Domain, Frame, Product, Severity};
use kantel::ids::{CaseId, EpisodeId, ResidentId};
use kantel::levers::{LeverValue, position};
use kantel::links::Link;
use kantel::mechanisms::coordination::{Coordination, Plan, around, hours, plan};
use kantel::mechanisms::doors::referrals;
use kantel::mechanisms::money::rows::Form;
use kantel::mechanisms::needs::{natural, rates};
use kantel::mechanisms::screening::scope;
use kantel::mechanisms::team::{cases, hours as team};
use kantel::observation::Indicator;
use kantel::plan::Scenario;
use kantel::settings::Settings;
use kantel::simulation::Simulation;
use kantel::units::{Effort, Week};

use crate::by_hand::{FOUNDED, count, only_needs, sum, with_room};
use crate::small::{Still, builtin, burned_in, fix, go_on};

/// A quarter of an hour for a pair, a twentieth of the effect for each further professional, an hour for a lead and a
/// tenth of one for each other, half of the effect kept.
const USUAL: [(&str, f64); 7] = [
    ("coordination.pair_hours", 0.25),
    ("coordination.loss", 0.05),
    ("coordination.lead_hours", 1.0),
    ("coordination.lead_per_other", 0.1),
    ("coordination.without_money", 0.5),
    ("coordination.to_plan", 1.0),
    ("referral.base", -20.0),
];

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

/// A district in which nobody is helped but in one household, by the team and so many services; the mental need there.
fn crowded(services: usize, settings: impl Fn(&mut Settings)) -> (Still, EpisodeId) {
    let mut still = with_room(&USUAL);
    settings(&mut still.settings);
    let (now, d) = still.in_week(FOUNDED);
    let e = alone(d);
    // What the district began with is left out.
    let kept = d.rooms.coordination.clone();
    d.rooms.coordination = Coordination::default();
    assert!(kept.all.iter().sum::<u32>() > 0, "services at the start are counted");
    with_case(now, d, e);
    let r = d.episodes[e].resident;
    for _ in 0..services {
        around::service_begins(d, r, Product::Guidance);
    }
    (still, e)
}

/// A mental need in a household in which nobody works.
fn alone(d: &District) -> EpisodeId {
    let nobody = |e: &EpisodeId| d.rooms.coordination.of(d.household_of(d.episodes[*e].resident)).count() == 0;
    only_needs(d).into_iter().find(nobody).expect("a need")
}

/// Opens a case for a need.
fn with_case(now: Now<'_>, d: &mut District, e: EpisodeId) -> CaseId {
    cases::open_case(now, d, e, Frame::Voluntary);
    team::replay(now, d);
    d.case_with(d.household_of(d.episodes[e].resident), 0).expect("a case")
}

/// A need of a domain begins for somebody.
fn begins(now: Now<'_>, d: &mut District, r: ResidentId, domain: Domain, known: bool) -> EpisodeId {
    natural::begin(now, d, r, domain, 9);
    let e = d.episodes_of(r).find(|e| d.episodes[*e].domain == domain).expect("a need");
    d.change_episode(e, |episode| episode.known = known);
    e
}

/// Teams with an open case and services of the second line are professionals of a household while they are there; help
/// at home is not.
#[test]
fn who_works_in_a_household_is_counted() {
    let (mut still, e) = crowded(2, |_| {});
    let (now, d) = still.in_week(FOUNDED);
    let (r, h) = (d.episodes[e].resident, d.household_of(d.episodes[e].resident));
    assert_eq!(d.rooms.coordination.of(h).count(), 3);
    around::service_begins(d, r, Product::DomesticHelp);
    around::service_ends(d, r, Product::Guidance);
    assert_eq!(d.rooms.coordination.of(h).count(), 2);
    assert_eq!((d.rooms.coordination.all[2], d.rooms.coordination.first[0][2]), (1, 1));
    // The work is done, and the case closes.
    for clock in &mut d.teams[0].clocks {
        clock.pace = WorkClock::FULL * 1_000;
    }
    team::replay(now, d);
    assert_eq!(d.rooms.coordination.of(h).count(), 1, "the service is left");
}

/// Four who work side by side are six pairs; the team's part of an hour and a half is that of one of four. With a lead
/// it is an hour and three tenths, as far as there are hours for it; pairs have the rest. As now nobody counts it.
#[test]
fn pairs_and_leads_take_hours() {
    for (services, plan, planned, from, teams, others) in [
        (3, Plan::AsNow, 0.0, 2.0, 0, 0),
        (0, Plan::Separate, 0.0, 2.0, 0, 0),
        (1, Plan::Separate, 0.0, 2.0, 8, 7),
        (3, Plan::Separate, 0.0, 2.0, 23, 67),
        (0, Plan::Lead, 0.0, 2.0, 0, 0),
        (1, Plan::Lead, 0.0, 2.0, 66, 0),
        (3, Plan::Lead, 0.0, 2.0, 78, 0),
        (3, Plan::OnePlan, 0.0, 2.0, 78, 0),
        (3, Plan::Lead, 5.0, 2.0, 78, 0),
        // Half of what a lead asks, and half of the pairs.
        (3, Plan::Lead, 0.65, 2.0, 39 + 11, 34),
        // Fewer than there have to be for a lead.
        (3, Plan::Lead, 0.0, 5.0, 23, 67),
    ] {
        let set = |s: &mut Settings| {
            (s.coordination.plan, s.coordination.hours, s.coordination.from) = (plan, planned, from);
        };
        let (mut still, _) = crowded(services, set);
        let (now, d) = still.in_week(FOUNDED);
        assert_eq!(hours::asked(now, d, 0), Effort(teams), "{services} {plan:?} {planned} {from}");
        assert_eq!(hours::of_services(now, d), Effort(others), "{services} {plan:?} {planned} {from}");
    }
}

/// Works by its parts: with four or more a lead takes less time of all together than pairs do, and with two or three it
/// takes more: overhead. The team itself pays more for it, whatever the number: others win what it gives.
#[test]
fn a_lead_pays_from_four_professionals_on() {
    let all = |services: usize, plan: Plan| {
        let (mut still, _) = crowded(services, |s| s.coordination.plan = plan);
        let (now, d) = still.in_week(FOUNDED);
        (hours::asked(now, d, 0).0, hours::asked(now, d, 0).0 + hours::of_services(now, d).0)
    };
    for services in 1..8 {
        let ((of_team, together), (of_lead, led)) = (all(services, Plan::Separate), all(services, Plan::OnePlan));
        assert_eq!(led < together, services >= 3, "{services}: {led} {together}");
        assert!(of_lead > of_team, "{services}: {of_lead} {of_team}");
    }
}

/// Each further professional takes a twentieth of the effect; a lead gives half of that back, for the share of the
/// hours that there are for it.
#[test]
fn a_lead_keeps_a_part_of_the_effect() {
    let of = |services: usize, set: &dyn Fn(&mut Settings), done: Option<f64>| {
        let (mut still, e) = crowded(services, |s| set(s));
        let (now, d) = still.in_week(FOUNDED);
        d.rooms.coordination.done = done.into_iter().collect();
        plan::effect(now, d, d.episodes[e].resident)
    };
    let plan = |plan: Plan| move |s: &mut Settings| s.coordination.plan = plan;
    assert!(near(of(3, &plan(Plan::AsNow), None), 1.0));
    assert!(near(of(0, &plan(Plan::Separate), None), 1.0));
    assert!(near(of(3, &plan(Plan::Separate), None), 0.85));
    assert!(near(of(3, &plan(Plan::Lead), None), 0.925));
    assert!(near(of(3, &plan(Plan::OnePlan), None), 0.925), "no mandate over others' money either");
    assert!(near(of(3, &plan(Plan::Lead), Some(0.2)), 0.865), "hours that are not there");
    let one_budget = |s: &mut Settings| (s.coordination.plan, s.money.form) = (Plan::Lead, Form::Area);
    assert!(near(of(3, &one_budget, None), 1.0), "all of it is one budget");
    let few = |s: &mut Settings| (s.coordination.plan, s.coordination.hours) = (Plan::Lead, 0.65);
    assert!(near(of(3, &few, None), 0.8875));
    let from = |s: &mut Settings| (s.coordination.plan, s.coordination.from) = (Plan::Lead, 5.0);
    assert!(near(of(3, &from, None), 0.85));
    let cut = |s: &mut Settings| {
        s.coordination.plan = Plan::Separate;
        s.links[Link::PLAN_EFFECT.place()] = 0.0;
    };
    assert!(near(of(3, &cut, None), 1.0));
}

/// What is lost is lost of the help of teams and services: a need recovers by help so much less often, and improves and
/// is kept from getting worse so much less, and by itself as ever.
#[test]
fn the_effect_is_that_of_help() {
    let all = |plan: Plan| {
        let (mut still, e) = crowded(3, |s| s.coordination.plan = plan);
        let (now, d) = still.in_week(FOUNDED);
        d.change_episode(e, |episode| episode.severity = Severity::Severe);
        let of = |rate: Rate| rates::rate(now, d, rate, rates::of_need(d, e), Reading::Now);
        let bound = |rate: Rate| rates::rate(now, d, rate, rates::of_need(d, e), Reading::Bound);
        [Rate::HelpedRecovery, Rate::Worsening].map(|rate| (of(rate), bound(rate)))
    };
    let ([recovery, worsening], [separate, worse]) = (all(Plan::AsNow), all(Plan::Separate));
    assert!(recovery.0 > 0.0 && near(separate.0 / recovery.0, 0.85), "{recovery:?} {separate:?}");
    assert!(worse.0 > worsening.0 && worse.0 <= worsening.1, "{worsening:?} {worse:?}");
    assert!(near(recovery.1, separate.1), "the bound is that of all effect");
}

/// A team that is short of hours coordinates before it works on other cases; what it has of what was asked is kept.
#[test]
fn coordination_takes_hours_that_cases_lack() {
    for (plan, fte, coordination) in [(Plan::AsNow, 10.0, 0.0_f64), (Plan::Lead, 10.0, 78.0), (Plan::Lead, 0.02, 78.0)]
    {
        let (mut still, _) = crowded(3, |s| {
            (s.coordination.plan, s.team.fte, s.team.training_hours) = (plan, fte, 0.0);
            (s.outreach.door_fte, s.outreach.place_fte) = (0.0, 0.0);
            (s.outreach.report_fte, s.outreach.collective_fte) = (0.0, 0.0);
        });
        let (now, d) = still.in_week(0);
        let clocks = std::mem::take(&mut d.teams[0].clocks);
        d.teams[0] = Team { filled: 1.0, planned_fte: fte, pressure: 1.0, clocks, ..Team::default() };
        d.teams[0].clocks[0].demand = Effort(0);
        d.teams[0].clocks[1].demand = Effort::from_hours(1_000.0);
        team::allot(now, d, 0);
        let had = d.teams[0].hours;
        let available = had.available.0 as f64;
        assert_eq!(had.coordination.0, coordination.min(available) as i64, "{plan:?} {fte}: {had:?}");
        assert_eq!(had.case.0 + had.coordination.0, had.available.0, "cases have the rest");
        let done = d.rooms.coordination.done.first().copied().unwrap_or(1.0);
        let expected = if plan == Plan::AsNow { 1.0 } else { (available / 78.0).min(1.0) };
        assert!((done - expected).abs() < 0.01, "{plan:?} {fte}: {done} {expected}");
    }
}

/// A case that is opened for a mental need takes up a known debt of the household; side by side it leaves that to
/// others, as it does a hidden one; a case for housing still does; with the link cut nothing is different.
#[test]
fn side_by_side_each_silo_sees_its_own() {
    let taken = |plan: Plan, domain: Domain, known: bool, link: f64| {
        let mut still = with_room(&[USUAL[6], ("team.case_scope", 1.0)]);
        still.settings.coordination.plan = plan;
        still.settings.links[Link::PLAN_BASICS.place()] = link;
        let (now, d) = still.in_week(FOUNDED);
        let mental = alone(d);
        let r = d.episodes[mental].resident;
        let opening = if domain == Domain::Mental { mental } else { begins(now, d, r, domain, true) };
        let debt = begins(now, d, r, Domain::Debt, known);
        let case = with_case(now, d, opening);
        let looked = (0, d.cases[case].key, opening);
        // Taken up when the case began.
        assert_eq!(d.episodes[debt].is_helped(), scope::takes_up(now, d, looked, debt), "{plan:?} {domain:?}");
        d.episodes[debt].is_helped()
    };
    for known in [true, false] {
        assert!(taken(Plan::AsNow, Domain::Mental, known, 1.0));
        assert!(!taken(Plan::Separate, Domain::Mental, known, 1.0));
        assert!(taken(Plan::Separate, Domain::Mental, known, 0.0));
        assert!(taken(Plan::Separate, Domain::Housing, known, 1.0));
        assert!(taken(Plan::Lead, Domain::Mental, known, 1.0), "as it is now");
    }
}

/// One plan asks about money and home, whoever comes: a hidden debt comes to light when a case begins where a service
/// is, and when a service begins where a case is; not where the plan is not one, nor with the link cut.
#[test]
fn one_plan_sees_debts_together() {
    let taken = |plan: Plan, link: f64, service_first: bool| {
        let parameters = [USUAL[6], ("team.case_scope", 0.0), ("screening.basics_asked", 1.0)];
        let mut still = with_room(&parameters);
        still.settings.coordination.plan = plan;
        still.settings.links[Link::PLAN_BASICS.place()] = link;
        let (now, d) = still.in_week(FOUNDED);
        let e = alone(d);
        let r = d.episodes[e].resident;
        let debt = begins(now, d, r, Domain::Debt, false);
        let before = count(d, Indicator::PLAN_BASICS_TAKEN);
        if service_first {
            around::service_begins(d, r, Product::Guidance);
            with_case(now, d, e);
        } else {
            with_case(now, d, e);
            assert!(!d.episodes[debt].known, "the team alone does not ask");
            around::service_begins(d, r, Product::Guidance);
            now.tell(d, kantel::district::Happening::ServiceBegan(r));
        }
        let helped = d.episodes[debt].known && d.episodes[debt].is_helped();
        assert_eq!(count(d, Indicator::PLAN_BASICS_TAKEN) - before, i64::from(helped));
        helped
    };
    for first in [true, false] {
        assert!(taken(Plan::OnePlan, 1.0, first), "{first}");
        assert!(!taken(Plan::OnePlan, 0.0, first));
        assert!(!taken(Plan::Lead, 1.0, first) && !taken(Plan::AsNow, 1.0, first));
    }
}

/// With one plan the first inquiry is that of the plan: another takes no hours of the team's. Elsewhere each does.
#[test]
fn one_plan_is_one_inquiry() {
    for (plan, inquiries) in [(Plan::AsNow, 2.0), (Plan::Separate, 2.0), (Plan::Lead, 2.0), (Plan::OnePlan, 1.0)] {
        let (mut still, e) = crowded(1, |s| s.coordination.plan = plan);
        let (now, d) = still.in_week(FOUNDED);
        let r = d.episodes[e].resident;
        let due = d.teams[0].intake_due.0;
        for product in [Product::Guidance, Product::DayActivity] {
            assert!(referrals::apply(now, d, e, product, Frame::Voluntary));
        }
        let hours = now.inputs.params.team.inquiry_hours * inquiries;
        assert_eq!(d.teams[0].intake_due.0 - due, Effort::from_hours(hours).0, "{plan:?}");
        assert_eq!(d.entitlements_of(r).count(), 2);
    }
}

/// Where there is one plan somebody who would go to the GP brings a need to it, as often as that is the case.
#[test]
fn what_is_asked_for_comes_to_one_plan() {
    for (plan, comes) in [(Plan::Separate, false), (Plan::Lead, false), (Plan::OnePlan, true)] {
        let (mut still, e) = crowded(1, |s| s.coordination.plan = plan);
        let (now, d) = still.in_week(FOUNDED);
        let r = d.episodes[e].resident;
        let other = begins(now, d, r, Domain::Social, true);
        let gp = (kantel::doors::Door::Gp, 1);
        assert_eq!(plan::comes_to_plan(now, d, other, gp), comes, "{plan:?}");
        assert!(!plan::comes_to_plan(now, d, other, (kantel::doors::Door::Team, 1)), "it stands there already");
    }
}

fn set(scenario: &mut Scenario, key: &str, value: LeverValue) {
    scenario.organisation.timeline.set(Week(0), position(key).expect("a lever"), value);
}

/// Runs of three years under a plan of coordination, in a world of choice.
fn three_years(parameters: &[(&str, f64)], plan: u8) -> Vec<Simulation> {
    let mut base = builtin("reactive", 4_000, 3);
    for (key, value) in USUAL[..5].iter().chain(parameters) {
        fix(&mut base, key, *value);
    }
    // Hours and places for everybody.
    base.organisation.timeline.base.team.fte *= 4.0;
    base.before = base.organisation.clone();
    let mut with = base.clone();
    set(&mut with, "coordination.plan", LeverValue::Choice(plan));
    (0..3).map(|replicate| go_on(&burned_in(&base, 0, replicate), &with, 0, replicate, Week(156))).collect()
}

/// Works by its parts: where debts keep other help from working and come to light when they are asked about, one plan
/// takes on more of them than professionals side by side do, and more needs recover with help.
#[test]
fn one_plan_works_where_debts_go_unseen() {
    let parameters = [
        ("onset.debt", 0.12),
        ("asking.debt", 0.002),
        ("help.basics", 0.2),
        ("team.case_scope", 0.9),
        ("screening.basics_asked", 1.0),
        ("coordination.loss", 0.15),
        ("coordination.without_money", 1.0),
        ("coordination.lead_hours", 0.5),
    ];
    let [separate, one] = [1, 3].map(|plan| {
        let runs = three_years(&parameters, plan);
        let of = |key: &str| sum(&runs, key).num;
        (of("recoveries.by_help"), of("coordination.basics"), of("hours.coordination"))
    });
    println!("recovered with help, basics taken on, hours of the team: {separate:?} {one:?}");
    assert!(one.1 > 0 && separate.1 == 0);
    assert!(one.0 > separate.0 + separate.0 / 20, "{separate:?} {one:?}");
}

/// Fails by its parts: single needs, and professionals who do not get in each other's way: a lead takes hours off cases
/// and nothing recovers for it.
#[test]
fn a_lead_is_overhead_where_needs_are_single() {
    let parameters = [
        ("onset.debt", 0.0),
        ("onset.housing", 0.0),
        ("onset.work", 0.0),
        ("onset.daily", 0.0),
        ("onset.social", 0.0),
        ("onset.youth", 0.0),
        ("coordination.loss", 0.0),
    ];
    let [separate, lead] = [1, 2].map(|plan| {
        let runs = three_years(&parameters, plan);
        let of = |key: &str| sum(&runs, key).num;
        (of("recoveries.by_help"), of("hours.coordination") + of("coordination.hours_services"))
    });
    println!("recovered with help, hours of all on coordination: {separate:?} {lead:?}");
    assert!(lead.1 > separate.1 && lead.0 <= separate.0 + separate.0 / 100, "{separate:?} {lead:?}");
}
