//! Monitoring by hand and as a whole: how soon the books are, what they say of needs that came to light, where learning
//! from them leads, and what a target does.

use kantel::district::{District, Now};
use kantel::entities::{CaseState, Frame, Route, Severity};
use kantel::ids::{CaseId, EpisodeId};
use kantel::levers::{LeverValue, position};
use kantel::links::Link;
use kantel::mechanisms::monitoring::{Cohort, Use, learning, registration, target, watch};
use kantel::mechanisms::needs::natural;
use kantel::mechanisms::screening::triage::{self, Look};
use kantel::mechanisms::team::{cases, hours as team};
use kantel::observation::Indicator;
use kantel::plan::Scenario;
use kantel::simulation::Simulation;
use kantel::units::{Effort, Minute, Week};

use crate::by_hand::{FOUNDED, count, later, only_needs, sum, three_years, with_room};
use crate::small::{Still, builtin, burned_in, fix, go_on};

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

/// With one hour a case everything is registered in half the time, with three in a quarter; and e to the minus of what
/// would be missing is.
#[test]
fn hours_make_the_books_sooner_and_fuller() {
    let mut still = Still::of(300, &[("registration.lag", 8.0), ("registration.spread", 0.0)]);
    let mut at = |hours: f64| {
        still.settings.monitoring.hours = hours;
        let (now, d) = still.in_week(0);
        let key = d.residents[d.everybody().next().expect("somebody")].key;
        let registered = natural::registered_at(now, key, kantel::random::Process::FILE_LAG);
        (registered.weeks_since(now.at), registration::missing(now))
    };
    for (hours, weeks) in [(0.0, 8.0), (1.0, 4.0), (3.0, 2.0)] {
        let (lag, missing) = at(hours);
        assert!((lag - weeks).abs() < 1e-3 && near(missing, libm::exp(-hours)), "{hours}: {lag} {missing}");
    }
}

/// Needs that nobody knows, of which so many have come to light at doors, with natural ends in so many weeks.
fn found(now: Now<'_>, d: &mut District, ends: &[f64]) -> Vec<EpisodeId> {
    let needs: Vec<EpisodeId> = only_needs(d).into_iter().take(ends.len()).collect();
    assert_eq!(needs.len(), ends.len());
    for (&e, weeks) in needs.iter().zip(ends) {
        d.change_episode(e, |episode| episode.known = false);
        d.episodes[e].natural_end = now.at.plus_weeks(*weeks);
        natural::becomes_known(now, d, e, Route::Door);
    }
    needs
}

/// Five needs at doors: one passes by itself in time, one is ended by help in time, one so late that the books have it
/// after the half year, one after that, and one never. The naive figure is two of five, the true one less: what passes
/// by itself is no effect. With monitoring the books have the third in time, too.
#[test]
fn the_books_count_what_would_have_passed_anyway() {
    for (hours, registered) in [(0.0, 2), (3.0, 3)] {
        let parameters = [("registration.lag", 8.0), ("registration.spread", 0.0), ("registration.missing", 0.0)];
        let mut still = with_room(&parameters);
        still.settings.monitoring.hours = hours;
        let (now, d) = still.in_week(FOUNDED);
        let needs = found(now, d, &[10.0, 100.0, 100.0, 100.0, 100.0]);
        natural::passes(Now { at: d.episodes[needs[0]].natural_end, ..later(now, 10) }, d, needs[0]);
        for (e, weeks) in [(needs[1], 12), (needs[2], 22), (needs[3], 30)] {
            natural::recover(later(now, weeks), d, e);
        }
        let quarter = FOUNDED.div_euclid(13);
        let cohort = d.rooms.monitoring.books.of(quarter)[Route::Door as usize];
        let expected =
            Cohort { needs: 5, registered, over: 3, by_help: 2, compared: 0, compared_over: 0, hours: Effort(0) };
        assert_eq!(cohort, expected, "{hours} hours");
        watch::begin_quarter(later(now, 39), d);
        let cell = |indicator: Indicator| d.counts.finished()[indicator.place()];
        assert_eq!((cell(Indicator::MONITOR_NAIVE).num, cell(Indicator::MONITOR_TRUE).num), (i64::from(registered), 2));
        assert_eq!(cell(Indicator::MONITOR_NAIVE_DOOR).den, 5);
        assert_eq!(watch::route_of(d, needs[4]), Some(Route::Door));
    }
}

/// Help that is never registered is missing from the books, and a comparison group tells what passes by itself.
#[test]
fn what_is_missing_is_not_in_the_books_and_a_comparison_tells_the_rest() {
    let parameters = [("registration.lag", 2.0), ("registration.missing", 1.0), ("monitor.compared", 1.0)];
    let mut still = with_room(&parameters);
    still.settings.monitoring.compare = true;
    let (now, d) = still.in_week(FOUNDED);
    let needs = found(now, d, &[20.0, 50.0, 50.0]);
    natural::recover(later(now, 4), d, needs[0]);
    natural::recover(later(now, 4), d, needs[1]);
    let cohort = d.rooms.monitoring.books.of(FOUNDED.div_euclid(13))[Route::Door as usize];
    assert_eq!((cohort.registered, cohort.over, cohort.by_help), (0, 2, 1));
    assert_eq!((cohort.compared, cohort.compared_over), (3, 1));
}

/// Books of a year that read: at doors much is over that would have been anyway, where people are little is.
fn books(d: &mut District, week: Week) {
    let last = week.0.div_euclid(13) - 3;
    for quarter in last - 3..=last {
        let page = d.rooms.monitoring.books.of_mut(quarter);
        let line = |registered: u32, by_itself: u32| Cohort {
            needs: 40,
            registered,
            over: registered,
            by_help: registered - by_itself,
            compared: 40,
            compared_over: by_itself,
            hours: Effort::from_hours(100.0),
        };
        page[Route::Door as usize] = line(20, 18);
        page[Route::Place as usize] = line(15, 3);
    }
}

/// Naive books send a fifth of the hours that can move to the doors, where most was over anyway; with a comparison
/// group they go where people are. Reports and collective work keep theirs; nobody moves who does not learn, and
/// nothing does through a link that is cut.
#[test]
fn naive_books_lead_to_the_wrong_route_and_a_comparison_to_the_right_one() {
    for (serves, compare, link, at_doors) in [
        (Use::Learn, false, 1.0, 0.5 + 0.2 * 0.5),
        (Use::Learn, true, 1.0, 0.5 - 0.2 * 0.5),
        (Use::Learn, true, 0.0, 0.5),
        (Use::Steer, true, 1.0, 0.5),
        (Use::None, false, 1.0, 0.5),
    ] {
        let mut still = Still::of(300, &[("monitor.shift", 0.2)]);
        let s = &mut still.settings;
        let o = &mut s.outreach;
        (o.door_fte, o.place_fte, o.report_fte, o.collective_fte) = (2.0, 2.0, 1.0, 0.5);
        (s.monitoring.serves, s.monitoring.compare) = (serves, compare);
        s.links[Link::MONITOR_LEARNING.place()] = link;
        let (now, d) = still.in_week(104);
        books(d, now.week);
        assert!(learning::true_yield(watch::year_of(d, now.week, Route::Place)) > Some(0.1));
        learning::look(now, d);
        let plan = learning::planned(now, d);
        let expected = [4.0 * at_doors, 4.0 * (1.0 - at_doors), 1.0, 0.5];
        assert!(plan.iter().zip(expected).all(|(a, b)| near(*a, b)), "{serves:?} {compare}: {plan:?}");
        learning::look(now, d);
        let again = learning::planned(now, d)[0] / 4.0;
        let towards = if at_doors > 0.5 { 1.0 } else { 0.0 };
        let expected = if near(at_doors, 0.5) { 0.5 } else { at_doors + 0.2 * (towards - at_doors) };
        assert!(near(again, expected), "{again}");
    }
}

/// The hours of the week follow what was learnt, and so does what is a change of plan.
#[test]
fn hours_go_where_the_books_led() {
    let mut still = with_room(&[("team.crowding", 0.0), ("practice.dip", 0.2)]);
    let s = &mut still.settings;
    s.team.fte = 8.0;
    (s.outreach.door_fte, s.outreach.place_fte) = (2.0, 2.0);
    s.monitoring.serves = Use::Learn;
    let (now, d) = still.in_week(0);
    (d.teams[0].filled, d.teams[0].planned_fte) = (1.0, 8.0);
    d.rooms.monitoring.at_doors = Some(0.25);
    team::allot(now, d, 0);
    let hours = &d.teams[0].hours;
    assert!((hours.place.0 as f64 / hours.door.0 as f64 - 3.0).abs() < 0.01, "{hours:?}");
    kantel::mechanisms::practice::change::follow(now, d);
    d.rooms.monitoring.at_doors = Some(0.5);
    kantel::mechanisms::practice::change::follow(later(now, 1), d);
    assert!((d.teams[0].crew.unpractised - 0.125).abs() < 1e-9, "{}", d.teams[0].crew.unpractised);
}

/// An hour a case takes a fifth off how far a team is off, once it has looked back for a year; four hours do not make
/// it right always. Through the act itself: fewer needs are misjudged.
#[test]
fn who_learns_misjudges_less() {
    let mut still = with_room(&[("monitor.triage", 0.2), ("screening.noise", 1.0)]);
    for (serves, hours, looks, error) in [
        (Use::Learn, 1.0, 0, 1.0),
        (Use::Learn, 1.0, 2, 0.9),
        (Use::Learn, 1.0, 9, 0.8),
        (Use::Learn, 4.0, 4, 0.2),
        (Use::Learn, 0.0, 4, 1.0),
        (Use::Account, 4.0, 4, 1.0),
    ] {
        (still.settings.monitoring.serves, still.settings.monitoring.hours) = (serves, hours);
        let (now, d) = still.in_week(FOUNDED);
        d.rooms.monitoring.looks = looks;
        assert!(near(learning::error(now, d), error), "{serves:?} {hours} {looks}");
    }
    let mut off = |serves| {
        (still.settings.monitoring.serves, still.settings.monitoring.hours) = (serves, 3.0);
        let (now, d) = still.in_week(FOUNDED);
        let needs: Vec<EpisodeId> = d.everybody().flat_map(|r| d.episodes_of(r)).collect();
        let look = |e: EpisodeId| Look { team: 0, case: d.episodes[e].key, opens: true };
        needs.iter().filter(|e| triage::seen(now, d, look(**e), **e) != d.episodes[**e].severity).count()
    };
    let (before, learnt) = (off(Use::None), off(Use::Learn));
    assert!(before > 10 && 2 * learnt < before, "{before} {learnt}");
}

/// A moderate case, open, and the need it opened with.
fn open(now: Now<'_>, d: &mut District) -> (CaseId, EpisodeId) {
    let e = found(now, d, &[400.0])[0];
    d.change_episode(e, |episode| episode.severity = Severity::Moderate);
    cases::open_case(now, d, e, Frame::Voluntary);
    team::replay(now, d);
    let c = d.households[d.household_of(d.episodes[e].resident)].case;
    assert_eq!(d.cases[c].state, CaseState::Open);
    (c, e)
}

/// The parameters of a case with work for ten weeks at full pace, and a target of half of that.
const TARGET: [(&str, f64); 9] = [
    ("team.case_sigma", 0.0),
    ("team.case_scope", 0.0),
    ("team.case_light", 5.0),
    ("team.case_ratio", 2.0),
    ("team.intensity", 0.5),
    ("team.intensity_ratio", 2.0),
    ("referral.base", -20.0),
    ("monitor.norm", 0.5),
    ("monitor.close_at_norm", 1.0),
];

/// Held to account, a case closes at the norm: its need is registered as over and is not. Whoever is not held to it, or
/// through a link that is cut, works on. Hours of monitoring are work that is due.
#[test]
fn a_target_closes_cases_and_makes_the_books_look_good() {
    for (serves, link, closes) in
        [(Use::Account, 1.0, true), (Use::Account, 0.0, false), (Use::Steer, 1.0, false), (Use::Learn, 1.0, false)]
    {
        let mut still = with_room(&TARGET);
        (still.settings.monitoring.serves, still.settings.monitoring.hours) = (serves, 2.0);
        still.settings.links[Link::TARGET_CLOSING.place()] = link;
        let (now, d) = still.in_week(FOUNDED);
        let due = d.teams[0].intake_due;
        let (c, e) = open(now, d);
        let intake = Effort::from_hours(now.inputs.params.team.intake_hours);
        assert_eq!(d.teams[0].intake_due - due - intake, Effort::from_hours(2.0));
        assert_eq!(count(d, Indicator::MONITOR_HOURS), 120);
        let mut at = None;
        for week in 1..=12 {
            let now = later(now, week);
            d.calendar.open(now.week);
            while let Some(entry) = d.calendar.pop() {
                if entry.what == kantel::calendar::Occasion::CASE_AT_NORM {
                    at = Some(week);
                    target::at_norm(Now { at: entry.at, ..now }, d, CaseId(entry.slot));
                }
            }
            team::replay(now, d);
            let is_open = d.households[d.household_of(d.episodes[e].resident)].case == c;
            assert_eq!(is_open, week < if closes { 5 } else { 9 }, "{serves:?} {link} in week {week}");
        }
        assert_eq!(at, closes.then_some(5));
        assert_eq!(count(d, Indicator::CASE_AT_NORM), i64::from(closes));
        let cell = |indicator: Indicator| d.counts.finished()[indicator.place()];
        assert_eq!((cell(Indicator::CASE_UNSOLVED).num, cell(Indicator::CASE_UNSOLVED).den), (1, 1));
        assert!((cell(Indicator::CASE_WEEKS).value().expect("a case") - if closes { 5.0 } else { 10.0 }).abs() < 0.01);
        let cohort = d.rooms.monitoring.books.of(FOUNDED.div_euclid(13))[Route::Door as usize];
        assert_eq!((cohort.registered, cohort.over), (u32::from(closes), 0));
        // Who comes back with it counts as a return.
        cases::open_case(later(now, 13), d, e, Frame::Voluntary);
        team::replay(later(now, 13), d);
        assert_eq!((cell_of(d, Indicator::CASE_RETURNS)), (1, 2));
    }
}

fn cell_of(d: &District, indicator: Indicator) -> (i64, i64) {
    let cell = d.counts.finished()[indicator.place()];
    (cell.num, cell.den)
}

/// A need that help ended after the norm had it registered counts once.
#[test]
fn nothing_is_registered_twice() {
    let mut still = with_room(&[("registration.lag", 1.0), ("registration.missing", 0.0)]);
    let (now, d) = still.in_week(FOUNDED);
    let e = found(now, d, &[100.0])[0];
    watch::register(d, e, Minute(now.at.0));
    natural::recover(later(now, 5), d, e);
    let cohort = d.rooms.monitoring.books.of(FOUNDED.div_euclid(13))[Route::Door as usize];
    assert_eq!((cohort.registered, cohort.over), (1, 1));
}

fn set(scenario: &mut Scenario, lever: &str, value: LeverValue) {
    scenario.organisation.timeline.set(Week(0), position(lever).expect("a lever"), value);
}

fn value(runs: &[Simulation], indicator: &str) -> f64 {
    sum(runs, indicator).value().expect("a figure")
}

/// Fails by its parts: cases that all close at half of what is usual are shorter in the books, and more needs are
/// registered as over; fewer are, and more cases begin with a need that was helped with before.
#[test]
fn accounting_makes_better_figures_and_worse_truth() {
    let mut base = builtin("reactive", 4_000, 3);
    for (key, value) in [("monitor.norm", 0.25), ("monitor.close_at_norm", 1.0), ("help.team", 3.0)] {
        fix(&mut base, key, value);
    }
    // Nobody waits, so that a place that comes free sooner helps nobody else.
    base.organisation.timeline.base.team.fte *= 3.0;
    base.before = base.organisation.clone();
    let mut account = base.clone();
    set(&mut account, "monitor.use", LeverValue::Choice(3));
    let [without, with] = three_years(&base, &account);
    for indicator in ["case.weeks", "monitor.naive", "monitor.true", "case.unsolved", "case.returns"] {
        println!("{indicator}: {} and {}", value(&without, indicator), value(&with, indicator));
    }
    assert!(value(&with, "case.weeks") < 0.8 * value(&without, "case.weeks"));
    assert!(value(&with, "monitor.naive") > value(&without, "monitor.naive"));
    assert!(value(&with, "monitor.true") < value(&without, "monitor.true"));
    assert!(value(&with, "case.unsolved") > value(&without, "case.unsolved"));
    assert!(value(&with, "case.returns") > value(&without, "case.returns"));
}

/// Works by its parts: eight people are met where people are in the time of a visit, and half of their needs are seen.
/// Who learns with a comparison group goes there, and an hour of going out ends more needs.
#[test]
fn learning_moves_hours_to_what_does_more_in_an_hour() {
    let mut base = builtin("reactive", 6_000, 4);
    for (key, value) in [
        ("monitor.shift", 0.4),
        ("monitor.compared", 1.0),
        ("registration.lag", 2.0),
        ("registration.missing", 0.0),
        ("visit.hours", 8.0),
        ("visit.detection", 0.3),
        ("place.hours", 1.0),
        ("place.detection", 0.5),
        ("visit.accept", 0.8),
        ("help.team", 3.0),
    ] {
        fix(&mut base, key, value);
    }
    for key in ["outreach.door_fte", "outreach.place_fte"] {
        set(&mut base, key, LeverValue::Number(2.0));
    }
    set(&mut base, "outreach.protected", LeverValue::Flag(true));
    base.organisation.timeline.base.team.fte *= 3.0;
    base.before = base.organisation.clone();
    let mut learns = base.clone();
    set(&mut learns, "monitor.use", LeverValue::Choice(1));
    set(&mut learns, "monitor.compare", LeverValue::Flag(true));
    let starts = [0, 1].map(|replicate| (replicate, burned_in(&base, 0, replicate)));
    let [without, with] = [base, learns]
        .map(|plan| starts.iter().map(|(r, start)| go_on(start, &plan, 0, *r, Week(208))).collect::<Vec<_>>());
    let an_hour = |runs: &[Simulation]| {
        let ended = ["monitor.true.door", "monitor.true.place"].map(|key| sum(runs, key).num).iter().sum::<i64>();
        let hours = ["hours.door", "hours.place"].map(|key| sum(runs, key).num).iter().sum::<i64>();
        ended as f64 / (hours as f64 / 60.0)
    };
    println!("at the best {} {}", value(&without, "monitor.at_best"), value(&with, "monitor.at_best"));
    println!("needs ended in an hour {} {}", an_hour(&without), an_hour(&with));
    assert!(near(value(&without, "monitor.at_best"), 0.5) && value(&with, "monitor.at_best") > 0.7);
    assert!(an_hour(&with) > 1.2 * an_hour(&without));
}
