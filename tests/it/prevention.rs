//! Facilities, volunteers, initiatives and home visits on arrears signals: by hand, through their parts, and where they
//! fail.

use std::sync::Arc;

use kantel::calendar::{Entry, Occasion};
use kantel::cancel::Cancel;
use kantel::district::{District, Inputs, Now};
use kantel::entities::{Account, Domain, Resident, Severity};
use kantel::ids::{EpisodeId, ResidentId};
use kantel::levers::{self, LeverValue};
use kantel::links::Link;
use kantel::mechanisms::prevention::{Facility, home_visit, money, rows::Params, stock, visitors};
use kantel::mechanisms::prevention::{follow, joining};
use kantel::observation::{Indicator, catalogue};
use kantel::parameters::PARAMETERS;
use kantel::plan::Scenario;
use kantel::simulation::{Policy, Simulation, Unobserved};
use kantel::units::{Effort, Minute, Money, Week};

use crate::small::{Still, builtin, burned_in, fix, go_on, residents};

/// The week in which a district is founded: its calendar begins then.
const FOUNDED: i32 = -104;

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9 * a.abs().max(b.abs()).max(1.0)
}

/// Sets levers from week 0 on.
fn with(scenario: &Scenario, levers: &[(&str, f64)]) -> Scenario {
    let mut changed = scenario.clone();
    for (key, value) in levers {
        let lever = levers::position(key).expect("a lever");
        changed.organisation.timeline.set(Week(0), lever, LeverValue::Number(*value));
    }
    changed
}

/// A district with so much invested, in which only what is named of facilities has an effect.
fn invested(residents: u32, more: &[(&str, f64)]) -> Still {
    let mut parameters = vec![
        ("facility.professional_hours", 4.0),
        ("facility.volunteer_hours", 8.0),
        ("facility.hour_euros", 45.0),
        ("facility.half_day_euros", 60.0),
        ("facility.visitors", 20.0),
        ("facility.near_half", 2.0),
        ("facility.onset", 0.0),
        ("facility.passing", 0.0),
        ("facility.notice", 0.0),
        ("facility.tie", 0.0),
        ("volunteer.of_visitor", 0.0),
        ("initiative.before", 0.0),
    ];
    parameters.extend_from_slice(more);
    let mut still = Still::of(residents, &parameters);
    still.settings.prevention.facility_euros = 60_000.0;
    still
}

fn numbers(more: &[(&str, f64)]) -> Params {
    let mut still = invested(200, more);
    still.in_week(FOUNDED).0.inputs.params.prevention.clone()
}

fn counted(d: &District, indicator: Indicator) -> i64 {
    d.counts.finished()[indicator.place()].num
}

/// Lets somebody begin to visit: a candidate at height 0.
fn comes(now: Now<'_>, d: &mut District, r: ResidentId, height: f32) {
    let generation = d.residents[r].generation;
    let what = Occasion::FACILITY_JOINING;
    visitors::comes(now, d, &Entry { at: now.at, tie: height.to_bits(), slot: r.0, generation, what, aux: 0 });
}

/// Everybody of a district who could come.
fn able(d: &District) -> Vec<ResidentId> {
    let can = |r: &ResidentId| {
        let resident = &d.residents[*r];
        resident.is_adult() && !resident.is_recluse() && !resident.is(Resident::LONG_TERM)
    };
    residents(d).filter(can).collect()
}

/// 240 euros a week keep up one half-day of 4 hours at 45 euros and a room at 60 where volunteers give the other 8
/// hours, and 0.4 where professionals do: 12 x 45 + 60 = 600. No hour is used that nobody gives.
#[test]
fn half_days_take_the_hours_that_there_are() {
    let p = numbers(&[]);
    let kept_up = |euros: f64, hours: f64| stock::kept_up(&p, euros, Effort::from_hours(hours));
    assert!(close(kept_up(240.0, 100.0), 1.0) && close(kept_up(240.0, 8.0), 1.0));
    assert!(close(kept_up(240.0, 0.0), 0.4) && close(kept_up(240.0, 4.0), 0.7));
    assert!(close(kept_up(0.0, 100.0), 0.0), "volunteers need somebody to lead, and a room");
    for euros in [10.0, 100.0, 1e3, 1e5] {
        for hours in [0.0, 1.0, 30.0, 2_000.0] {
            let half_days = kept_up(euros, hours);
            let bought = (euros - 60.0 * half_days) / 45.0;
            let enough = |used: f64, there: f64| used <= there * (1.0 + 1e-9);
            assert!(enough(4.0 * half_days, bought) && enough(12.0 * half_days, bought + hours), "{euros} {hours}");
        }
    }
}

/// Towards 10: of what is missing a 26th is built in a week, so that after 26 weeks 1 - (25/26)^26 = 0.639 of it is
/// there. Of what is too much 0.52 a year goes, a hundredth in a week.
#[test]
fn facilities_are_built_and_fade() {
    let p = numbers(&[("facility.build_weeks", 26.0), ("facility.fading", 0.52)]);
    let half_year = (0..26).fold(0.0, |led, _| stock::followed(&p, led, 10.0));
    assert!(close(half_year, 10.0 * (1.0 - libm::pow(25.0 / 26.0, 26.0))));
    assert!(close(stock::followed(&p, 10.0, 5.0), 9.95));
    assert!(close(stock::followed(&p, 5.0, 5.0), 5.0));
}

/// Of 10,000 residents with 0.2 initiatives per 1,000 two are there before, which arise and end alike: with no grant
/// and no volunteer nothing is added. Grants for both, which then end 0.6 as often, keep 2 / 0.6 - 2 more in the end.
#[test]
fn grants_keep_initiatives_that_there_are() {
    let p = numbers(&[
        ("initiative.before", 0.2),
        ("initiative.end", 0.25),
        ("initiative.grant_lasts", 0.6),
        ("initiative.grant_euros", 1_500.0),
        ("initiative.arises", 0.005),
    ]);
    let place = Facility { residents: 10_000, ..Facility::default() };
    assert!(close(stock::initiatives(&p, &place, 0.0), 0.0));
    let end = |grants: f64, volunteers: u32| {
        let mut place = Facility { volunteers, ..place.clone() };
        for _ in 0..52 * 200 {
            place.initiatives = stock::initiatives(&p, &place, grants);
        }
        place.initiatives
    };
    assert!(close(end(1e9, 0), 2.0 / 0.6 - 2.0), "{}", end(1e9, 0));
    // 100 volunteers begin 0.5 a year, of which a quarter ends in one.
    assert!(close(end(0.0, 100), 2.0));
    assert!(close(stock::granted(&p, &place, 1e9), 3_000.0), "what there are no initiatives for is not spent");
}

#[test]
fn without_investing_nothing_is_kept_or_entered() {
    let mut still = invested(500, &[]);
    still.settings.prevention.facility_euros = 0.0;
    let (now, d) = still.in_week(FOUNDED);
    let waiting = d.calendar.len();
    follow(now, d);
    money::account(now, d);
    assert!(d.rooms.prevention.places.is_empty() && d.rooms.prevention.people.is_empty());
    assert_eq!((d.rooms.prevention.entered, d.calendar.len()), (0.0, waiting));
    assert_eq!(counted(d, Indicator::EUROS_PREVENTION), 0);
}

/// 60,000 euros, one FTE of 1,400 hours at 45 euros, and two grants of 1,500: 126,000 a year leave the budget for
/// welfare, to half a cent a week.
#[test]
fn what_is_invested_leaves_the_budget_for_welfare() {
    let set = [("team.hours_fte", 1_400.0), ("initiative.before", 1.0), ("initiative.grant_euros", 1_500.0)];
    let mut still = invested(2_000, &set);
    still.settings.prevention.coordination_fte = 1.0;
    still.settings.prevention.grants_euros = 1e6;
    let (now, d) = still.in_week(FOUNDED);
    stock::survey(d);
    let people: u32 = d.rooms.prevention.places.iter().map(|place| place.residents).sum();
    assert_eq!(people as usize, residents(d).count());
    let before = d.ledger().spent(Account::Welfare);
    for _ in 0..52 {
        money::account(now, d);
    }
    let spent = Money(d.ledger().spent(Account::Welfare).0 - before.0);
    let expected = 60_000.0 + 63_000.0 + f64::from(people) / 1_000.0 * 1_500.0;
    assert!((spent.0 as f64 / Money::PER_EURO as f64 - expected).abs() <= 52.0 * 0.005, "{spent:?} {expected}");
    assert_eq!(counted(d, Indicator::EUROS_PREVENTION), spent.0);
    assert_eq!(d.ledger().imbalance(), Money(0));
}

/// Somebody with ties comes up to the rate, somebody without up to `facility.isolated` of it, a recluse and who is in
/// long-term care never, and who is there already not again.
#[test]
fn those_without_ties_come_less_often() {
    let mut still = invested(1_000, &[("facility.isolated", 0.25)]);
    let (now, d) = still.in_week(FOUNDED);
    follow(now, d);
    d.rooms.prevention.entered = 1.0;
    for place in &mut d.rooms.prevention.places {
        (place.joining, place.recruiting) = (0.4, 0.0);
    }
    let all = able(d);
    let find =
        |d: &District, ties: bool| *all.iter().find(|r| (d.residents[**r].person.ties > 0) == ties).expect("one");
    let (tied, alone) = (find(d, true), find(d, false));
    let others: Vec<ResidentId> = all.iter().copied().filter(|r| ![tied, alone].contains(r)).take(3).collect();
    let [a, b, c] = [others[0], others[1], others[2]];
    d.residents[a].frailty_adult = 0;
    d.set_long_term(b, true);
    for (r, height, expected) in [(tied, 0.41, false), (tied, 0.39, true), (alone, 0.11, false), (alone, 0.09, true)] {
        comes(now, d, r, height);
        assert_eq!(visitors::visits(now, d, r), expected, "{height}");
    }
    comes(now, d, a, 0.0);
    comes(now, d, b, 0.0);
    assert!(!visitors::visits(now, d, a) && !visitors::visits(now, d, b));
    let listed = d.rooms.prevention.people.len();
    comes(now, d, tied, 0.0);
    assert_eq!(d.rooms.prevention.people.len(), listed, "nobody is listed twice");
    comes(now, d, c, 0.0);
    visitors::count(now, d);
    let visitors: u32 = d.rooms.prevention.places.iter().map(|place| place.visitors).sum();
    assert_eq!((visitors, d.rooms.prevention.people.len()), (3, 3));
    // Who has gone is forgotten; who no longer comes too.
    d.residents.free(c);
    visitors::count(now, d);
    assert_eq!(d.rooms.prevention.people.len(), 2);
    let never = Now { at: Minute(i32::MAX - 1), ..now };
    visitors::count(never, d);
    assert!(d.rooms.prevention.people.is_empty() && !visitors::visits(never, d, tied));
}

/// Visitors fill what is open, and a full house takes nobody: 5 half-days have room for 100.
#[test]
fn a_full_house_takes_nobody() {
    let mut still = invested(3_000, &[("facility.joining", 0.3)]);
    still.settings.prevention.facility_euros = 1e6;
    let (now, d) = still.in_week(FOUNDED);
    follow(now, d);
    let joining = |now: Now<'_>, d: &mut District, visitors: u32| {
        for place in &mut d.rooms.prevention.places {
            (place.led, place.half_days, place.visitors) = (5.0, 5.0, visitors);
        }
        stock::grow(now, d);
        d.rooms.prevention.places[0].joining
    };
    let empty = joining(now, d, 0);
    assert!(empty > 0.0 && joining(now, d, 50) < empty);
    assert!(close(joining(now, d, 1_000), 0.0));
}

/// Volunteers are guided first: 10 hours a year each; 20 hours recruit one. With 1,400 hours a year and 40 volunteers
/// 1,000 are left for 50 in a year, spread over all who may be asked and do not help yet.
#[test]
fn coordinators_guide_before_they_recruit() {
    let mut still = invested(2_000, &[("volunteer.guide_hours", 10.0), ("volunteer.recruit_hours", 20.0)]);
    still.settings.prevention.coordination_fte = 1.0;
    let (now, d) = still.in_week(FOUNDED);
    stock::survey(d);
    let hours = now.inputs.params.team.hours_fte;
    d.rooms.prevention.places = vec![Facility { residents: 100, willing: 440, volunteers: 40, ..Facility::default() }];
    stock::grow(now, d);
    let expected = (hours - 400.0) / 52.0 / 20.0 / 400.0;
    assert!(close(d.rooms.prevention.places[0].recruiting, expected));
    d.rooms.prevention.places[0].volunteers = 200;
    stock::grow(now, d);
    assert!(close(d.rooms.prevention.places[0].recruiting, 0.0), "all hours go to those who are there");
}

/// A need of somebody who visits.
fn need_of(now: Now<'_>, d: &mut District, domain: Domain, severity: Severity) -> (ResidentId, EpisodeId) {
    let free = |d: &District, e: &EpisodeId| {
        let episode = &d.episodes[*e];
        episode.domain == domain && !episode.recovered && !episode.known && !episode.is_helped()
    };
    let alone = |r: &ResidentId| d.needs_of(*r).count() == 1 && d.episodes_of(*r).any(|e| free(d, &e));
    let r = able(d).into_iter().find(alone).expect("somebody with no other need");
    let e = d.episodes_of(r).find(|e| free(d, e)).expect("a need");
    d.change_episode(e, |episode| episode.severity = severity);
    d.rooms.prevention.entered = 1.0;
    for place in &mut d.rooms.prevention.places {
        place.joining = 0.5;
    }
    comes(now, d, r, 0.0);
    (r, e)
}

/// A hidden need of a visitor is noticed and told to the team while there are hours for reports, and left lying
/// without.
#[test]
fn hidden_needs_of_visitors_are_noticed_within_the_hours_for_reports() {
    for (link, bank, signals, left) in [(1.0, 600, 1, 0), (1.0, 0, 0, 1), (0.0, 600, 0, 0)] {
        let mut still = invested(2_000, &[("facility.notice", 1.0), ("report.hours", 3.0)]);
        still.settings.links[Link::FACILITY_SIGNALS.place()] = link;
        let (now, d) = still.in_week(FOUNDED);
        follow(now, d);
        let (_, e) = need_of(now, d, Domain::Debt, Severity::Moderate);
        d.presence.report_bank = Effort(bank);
        visitors::look_after(now, d);
        let told = (counted(d, Indicator::FACILITY_SIGNALS), counted(d, Indicator::REPORTS_LEFT));
        assert_eq!(told, (signals, left));
        assert_eq!(d.episodes[e].known, signals == 1);
        assert_eq!(d.presence.report_bank, Effort(bank - 180 * signals));
        let route = catalogue::position("first_contact.facility", "all").expect("a series");
        assert_eq!(d.counts.finished()[route].num, signals);
    }
}

/// What is light passes sooner, social or mental; what is heavier, of another domain, or not of a visitor does not, and
/// nothing where the link is cut.
#[test]
fn light_social_and_mental_needs_of_visitors_pass_sooner() {
    for (domain, severity, link, passes) in [
        (Domain::Social, Severity::Light, 1.0, true),
        (Domain::Mental, Severity::Light, 1.0, true),
        (Domain::Mental, Severity::Light, 0.0, false),
        (Domain::Social, Severity::Moderate, 1.0, false),
        (Domain::Debt, Severity::Light, 1.0, false),
    ] {
        // So much sooner that it passes in the first week.
        let mut still = invested(2_000, &[("facility.passing", 10.0)]);
        still.settings.links[Link::FACILITY_PASSING.place()] = link * 1e6;
        let (now, d) = still.in_week(FOUNDED);
        follow(now, d);
        let (r, _) = need_of(now, d, domain, severity);
        visitors::look_after(now, d);
        assert_eq!(!d.needs_of(r).has(domain), passes, "{domain:?} {severity:?}");
        assert_eq!(counted(d, Indicator::FACILITY_PASSED), i64::from(passes));
    }
}

/// A newcomer gets to know another visitor of the neighbourhood, and both have the tie.
#[test]
fn visitors_meet_and_somebody_without_ties_has_one() {
    for link in [1.0, 0.0] {
        let mut still = invested(1_500, &[("facility.tie", 1.0)]);
        still.settings.links[Link::FACILITY_TIES.place()] = link;
        let (now, d) = still.in_week(FOUNDED);
        follow(now, d);
        d.rooms.prevention.entered = 1.0;
        d.rooms.prevention.places.iter_mut().for_each(|place| place.joining = 0.9);
        let all = able(d);
        let r = *all.iter().find(|r| d.residents[**r].person.ties == 0).expect("somebody");
        let of = |d: &District, r: ResidentId| d.households[d.household_of(r)].neighbourhood;
        let there: Vec<ResidentId> = all.iter().copied().filter(|o| *o != r && of(d, *o) == of(d, r)).take(3).collect();
        for other in &there {
            d.remove_ties(*other);
            comes(now, d, *other, 0.0);
        }
        comes(now, d, r, 0.0);
        let met: Vec<ResidentId> = d.ties_of(r).map(kantel::entities::Tie::other).collect();
        assert_eq!(met.len(), link as usize);
        for other in met {
            assert!(there.contains(&other) && d.ties_of(other).any(|tie| tie.other() == r));
        }
        assert_eq!(d.levels, d.recount());
    }
}

/// Letter and call have reached nobody: with all of them visited 90 minutes are spent, the door opens, and help is
/// accepted or not; without hours, or without the lever, nothing happens.
#[test]
fn whom_letter_and_call_do_not_reach_is_visited() {
    for (share, bank, accepted, visits) in
        [(1.0, 600, 1.0, 1), (1.0, 600, 0.0, 1), (1.0, 0, 1.0, 0), (0.0, 600, 1.0, 0)]
    {
        let set = [("signal.visit_hours", 1.5), ("signal.visit_reached", 1.0), ("signal.visit_accepted", accepted)];
        let mut still = invested(2_000, &set);
        still.settings.prevention.visit_share = share;
        let (now, d) = still.in_week(FOUNDED);
        follow(now, d);
        let (_, e) = need_of(now, d, Domain::Debt, Severity::Moderate);
        d.presence.report_bank = Effort(bank);
        home_visit::visit(now, d, e, 7);
        assert_eq!(counted(d, Indicator::SIGNAL_VISITS), visits);
        assert_eq!(d.presence.report_bank, Effort(bank - 90 * visits));
        assert_eq!(d.episodes[e].known, visits == 1);
        assert_eq!(d.episodes[e].in_pipeline > 0, visits == 1 && accepted > 0.5);
        assert_eq!(counted(d, Indicator::HELP_DECLINED), i64::from(visits == 1 && accepted < 0.5));
    }
}

/// A plan with much open in a district in which isolation matters, run for some years; a sum over them by series.
fn summed(start: &Simulation, scenario: &Scenario) -> impl Fn(&str, &str) -> i64 + use<> {
    let run = go_on(start, scenario, 0, 0, Week(scenario.experiment.years as i32 * 52));
    move |key: &str, group: &str| {
        let place = catalogue::position(key, group).expect("a series");
        run.record().years.iter().map(|year| year[place].num).sum()
    }
}

const MUCH: [(&str, f64); 2] = [("prevention.facility_euros", 600_000.0), ("prevention.coordination_fte", 2.0)];

fn much_open(more: &[(&str, f64)]) -> Scenario {
    let mut base = builtin("reactive", 5_000, 4);
    for (key, value) in [
        ("facility.joining", 1.0),
        ("facility.stay_weeks", 208.0),
        ("facility.passing", 0.0),
        ("facility.notice", 0.0),
        ("facility.tie", 0.0),
        ("facility.onset", 0.0),
        ("onset.isolation", 3.0),
    ]
    .iter()
    .chain(more)
    {
        fix(&mut base, key, *value);
    }
    base
}

/// It works through its parts: with three in ten social needs of visitors that do not arise there are fewer onsets than
/// with none, on the same draws, and as many again where the link is cut.
#[test]
fn visitors_have_fewer_new_social_needs() {
    let onsets = |p: f64, link: f64| {
        let base = much_open(&[("facility.onset", p)]);
        let mut plan = with(&base, &MUCH);
        plan.organisation.timeline.base.links[Link::FACILITY_ONSET.place()] = link;
        let of = summed(&burned_in(&base, 0, 0), &plan);
        assert!(of("facilities.visitors", "all") > 52 * 500, "{}", of("facilities.visitors", "all"));
        of("onsets", "all")
    };
    let (none, some, cut) = (onsets(0.0, 1.0), onsets(0.3, 1.0), onsets(0.3, 0.0));
    assert!(some < none, "{some} of {none}");
    assert_eq!(cut, none);
}

/// It fails where it prevents nothing: hidden needs are noticed, and so the team has more to act on. And where those
/// without ties hardly come, it reaches those who need it least.
#[test]
fn where_nothing_is_prevented_there_is_only_more_to_do() {
    let base = much_open(&[
        ("facility.notice", 0.1),
        ("facility.isolated", 0.1),
        ("report.hours", 0.5),
        ("team.crowding", 0.0),
    ]);
    let start = burned_in(&base, 0, 0);
    let (without, plan) = (summed(&start, &base), summed(&start, &with(&base, &MUCH)));
    assert_eq!(without("facilities.visitors", "all") + without("euros.prevention", "all"), 0);
    assert!(plan("facilities.signals", "all") > 5, "{}", plan("facilities.signals", "all"));
    assert!(plan("need.hidden", "all") < without("need.hidden", "all"));
    assert!(plan("reports.left", "all") > without("reports.left", "all"), "the team has more to act on than hours");
    assert!(plan("onsets", "all") as f64 > 0.99 * without("onsets", "all") as f64, "and no fewer needs arise");
    assert!(plan("euros.municipality", "all") > without("euros.municipality", "all"));
    let share = |group: &str| plan("facilities.visitors", group) as f64 / plan("residents", group) as f64;
    assert!(share("network:none") < 0.5 * share("network:some"), "{} {}", share("network:none"), share("network:some"));
}

/// At both ends of every range, with much or little invested, half-days and visitors stay what can be, and books and
/// levels hold.
#[test]
fn every_number_may_be_at_the_end_of_its_range() {
    let own = |key: &str| ["facility.", "volunteer.", "initiative.", "signal.visit"].iter().any(|k| key.starts_with(k));
    for (highest, euros) in [(false, 1e6), (true, 1e6), (true, 1.0)] {
        let mut base = builtin("reactive", 600, 2);
        for meta in PARAMETERS.iter().filter(|meta| own(meta.key)) {
            fix(&mut base, meta.key, if highest { meta.max } else { meta.min });
        }
        let levers = [
            ("prevention.facility_euros", euros),
            ("prevention.coordination_fte", 3.0),
            ("prevention.grants_euros", euros),
            ("signals.visit_share", 1.0),
        ];
        let start = burned_in(&base, 0, 0);
        let end = go_on(&start, &with(&base, &levers), 0, 0, Week(104));
        let d = &end.region().districts[0];
        for place in &d.rooms.prevention.places {
            let numbers = [place.led, place.initiatives, place.half_days, place.joining, place.recruiting];
            assert!(numbers.iter().all(|x| x.is_finite() && *x >= 0.0), "{place:?}");
            assert!(place.visitors <= place.residents && place.volunteers <= place.residents, "{place:?}");
        }
        assert_eq!((d.ledger().imbalance(), &d.levels), (Money(0), &d.recount()));
    }
}

/// A level decides only which candidates of coming are entered: twice the level gives the same bytes.
#[test]
fn twice_the_level_lets_the_same_people_come() {
    let base = much_open(&[("facility.notice", 0.03), ("facility.tie", 0.2), ("facility.passing", 0.6)]);
    let plan = with(&base, &MUCH);
    let lived = |slack: f64| {
        let mut run = Simulation::with_inputs(&base, Arc::new(Inputs { slack, ..Inputs::of(&base, 0, 0) }));
        run.step_to(Week(0), &mut Unobserved, &Cancel::new());
        run.begin(Arc::new(Inputs { slack, ..Inputs::of(&plan, 0, 0) }), Policy::from(&plan.organisation));
        run.step_to(Week(104), &mut Unobserved, &Cancel::new());
        let entered = run.region().districts[0].rooms.prevention.entered;
        (run.record().clone(), entered)
    };
    let ((tight, low), (loose, high)) = (lived(1.0), lived(2.0));
    assert!(high > 1.5 * low, "{low} {high}");
    assert!(tight == loose, "the records differ");
}

/// Candidates are entered for newcomers too, and none before there is anything to come to.
#[test]
fn whoever_moves_in_may_come_too() {
    let mut still = invested(800, &[]);
    let (now, d) = still.in_week(FOUNDED);
    let r = able(d)[0];
    let start = now.inputs.block_start(d.residents[r].key, now.at);
    let waiting = d.calendar.len();
    joining::enter(now, d, r, start);
    assert_eq!(d.calendar.len(), waiting);
    d.rooms.prevention.entered = 0.25;
    joining::enter(now, d, r, start);
    assert!(d.calendar.len() > waiting, "some 50 candidates in four years");
}
