//! Trust of referrers and funders by hand and as a whole, and norms that drift: what an answer does, who is sent where,
//! and who sees services.

use kantel::calendar::Occasion;
use kantel::district::{District, Now, Reading};
use kantel::doors::{Door, Pull, way_in};
use kantel::entities::{CaseState, Domain, Frame, Route, Severity, Stage};
use kantel::ids::{CaseId, EpisodeId};
use kantel::levers::{LeverValue, position};
use kantel::links::Link;
use kantel::mechanisms::exposure::act as exposure;
use kantel::mechanisms::needs::{hazards, natural};
use kantel::mechanisms::referrers::{Referrer, confidence, sending};
use kantel::mechanisms::team::{cases, hours as team};
use kantel::observation::Indicator;
use kantel::plan::Scenario;
use kantel::simulation::Simulation;
use kantel::units::{Effort, Week};

use crate::by_hand::{FOUNDED, count, later, only_needs, sum, three_years, with_room};
use crate::small::{Still, builtin, fix, residents};

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

/// Numbers with which every case of mental health that somebody asked for was sent by the GP.
const SENT: [(&str, f64); 7] = [
    ("referrers.up", 0.1),
    ("referrers.down", 0.2),
    ("referrers.gp", 1.0),
    ("referrers.soon", 4.0),
    ("referrers.feedback_enough", 0.5),
    ("waterbed.weeks", 8.0),
    ("waiting.leave", 0.0),
];

/// A case that waits for a team without places, for a need that its person asked for.
fn asked(now: Now<'_>, d: &mut District, route: Route) -> (CaseId, EpisodeId) {
    let e = only_needs(d)[0];
    d.change_episode(e, |episode| (episode.known, episode.severity) = (false, Severity::Moderate));
    natural::becomes_known(now, d, e, route);
    let places = std::mem::take(&mut d.teams[0].places);
    cases::open_case(now, d, e, Frame::Voluntary);
    team::replay(now, d);
    d.teams[0].places = places;
    (d.households[d.household_of(d.episodes[e].resident)].case, e)
}

fn gp(d: &District) -> f64 {
    d.rooms.referrers.trust[Referrer::Gp as usize]
}

/// Taken on within four weeks and told back: trust of a half rises by a tenth of the other half. Not told: nothing is
/// heard. Taken on later, not at all after eight weeks, or given up: it falls by a fifth. Who came by themselves is
/// nobody's; through a link that is cut nothing moves. Each answer counts once.
#[test]
fn answers_move_the_trust_of_who_sent_somebody() {
    for (weeks, feedback, route, link, trust) in [
        (2, 0.5, Route::Asked, 1.0, 0.55),
        (2, 2.0, Route::Asked, 1.0, 0.55),
        (2, 0.0, Route::Asked, 1.0, 0.5),
        (6, 0.5, Route::Asked, 1.0, 0.4),
        (12, 0.5, Route::Asked, 1.0, 0.4),
        (2, 0.5, Route::Door, 1.0, 0.5),
        (12, 0.5, Route::Door, 1.0, 0.5),
        (2, 0.5, Route::Asked, 0.0, 0.5),
        (12, 0.5, Route::Asked, 0.0, 0.5),
    ] {
        let mut still = with_room(&SENT);
        still.settings.referrers.feedback_hours = feedback;
        still.settings.links[Link::WAIT_REFERRERS.place()] = link;
        let (now, d) = still.in_week(FOUNDED);
        let (c, _) = asked(now, d, route);
        assert!(near(gp(d), 0.5));
        if weeks > 8 {
            let long = Now { at: now.at.plus_weeks(8.0), ..later(now, 8) };
            cases::case_waits_long(long, d, c);
        }
        let due = d.teams[0].intake_due;
        team::replay(later(now, weeks), d);
        assert_eq!(d.cases[c].state, CaseState::Open);
        let told = format!("{weeks} {feedback} {route:?} {link}: {}", gp(d));
        assert!(near(gp(d), trust), "{told}");
        let hours = if route == Route::Asked { feedback } else { 0.0 };
        let intake = Effort::from_hours(now.inputs.params.team.intake_hours);
        assert_eq!(d.teams[0].intake_due - due - intake, Effort::from_hours(hours), "{told}");
        assert_eq!(count(d, Indicator::REFERRERS_SENT), i64::from(route == Route::Asked));
    }
}

/// Who gives up before eight weeks is lost to who sent them; who gives up after that was an answer before.
#[test]
fn who_gets_lost_is_an_answer() {
    for (weeks, trust) in [(3, 0.4), (12, 0.5)] {
        let mut still = with_room(&SENT);
        let (now, d) = still.in_week(FOUNDED);
        let (c, _) = asked(now, d, Route::Asked);
        cases::case_leaves(later(now, weeks), d, c);
        assert!(near(gp(d), trust), "{weeks}: {}", gp(d));
    }
}

/// A report of concern is of the police; arrears and young people are reported by law.
#[test]
fn who_reports_a_concern_is_answered_too() {
    let mut still = with_room(&SENT);
    let (now, d) = still.in_week(FOUNDED);
    let (c, e) = asked(now, d, Route::Report);
    assert_eq!(sending::who_sent(now, d, e, d.cases[c].key), Some(Referrer::Police));
    cases::case_waits_long(Now { at: now.at.plus_weeks(8.0), ..later(now, 8) }, d, c);
    let police = Referrer::Police as usize;
    assert!(near(d.rooms.referrers.trust[police], 0.4) && near(gp(d), 0.5));
    let factor = |domain, reading| sending::reports(now, d, domain, reading);
    let pull = now.inputs.params.referrers.pull;
    assert!(near(factor(Domain::Mental, Reading::Now), libm::exp(-0.1 * pull)));
    assert!(near(factor(Domain::Mental, Reading::Bound), libm::exp(pull)));
    assert!(near(factor(Domain::Debt, Reading::Now), 1.0) && near(factor(Domain::Youth, Reading::Now), 1.0));
}

/// Where nobody's trust moves nothing is reckoned with, and hours alone change nothing but hours.
#[test]
fn by_default_referrers_do_not_change() {
    let mut still = with_room(&[("referrers.gp", 1.0)]);
    still.settings.referrers.feedback_hours = 1.0;
    let (now, d) = still.in_week(FOUNDED);
    let (c, e) = asked(now, d, Route::Asked);
    cases::case_waits_long(Now { at: now.at.plus_weeks(8.0), ..later(now, 8) }, d, c);
    assert!(near(gp(d), 0.5) && !sending::moves(now));
    d.rooms.referrers.trust = [0.0; 5];
    assert!(Domain::ALL.into_iter().all(|domain| near(sending::to_team(now, d, domain), 1.0)));
    assert!(sending::gp_sends(now, d, e, 1) && near(sending::reports(now, d, Domain::Mental, Reading::Bound), 1.0));
}

/// Trust lost since week 0 takes those whom a referrer sends off the team's door: here half of them. Others go to
/// specialists instead. Debts come to doors that nobody refers to, and for housing there is no other: nothing changes.
#[test]
fn lost_trust_sends_people_to_specialists_where_there_are_some() {
    let pull = core::f64::consts::LN_2 / 0.4;
    let parameters = [
        ("referrers.down", 0.15),
        ("referrers.pull", pull),
        ("referrers.gp", 0.2),
        ("referrers.youth_doctor", 0.1),
        ("referrers.school", 0.3),
        ("referrers.corporation", 0.4),
    ];
    let mut still = Still::of(300, &parameters);
    let (now, d) = still.in_week(0);
    d.rooms.referrers.usual = [0.5; 5];
    d.rooms.referrers.trust = [0.1; 5];
    for (domain, factor) in [
        (Domain::Youth, 0.7),
        (Domain::Mental, 0.9),
        (Domain::Housing, 0.8),
        (Domain::Debt, 1.0),
        (Domain::Social, 1.0),
    ] {
        assert!(near(sending::to_team(now, d, domain), factor), "{domain:?}");
    }
    let at_team = |domain: Domain, team: f64| {
        let pull = Pull { team, first_line: 1.0 };
        let door = |i: i32| way_in(domain, Severity::Moderate, (f64::from(i) + 0.5) / 1e4, pull).expect("a way").door;
        (0..10_000).filter(|i| door(*i) == Door::Team).count() as f64 / 1e4
    };
    let share = |domain: Domain| at_team(domain, sending::to_team(now, d, domain));
    assert!((share(Domain::Youth) - 0.7 * 0.28 / (0.7 * 0.28 + 0.72)).abs() < 1e-3, "{}", share(Domain::Youth));
    for domain in [Domain::Housing, Domain::Debt] {
        assert!(near(share(domain), at_team(domain, 1.0)), "{domain:?}");
    }
    // Of those who come to the GP with what the team is for, half are not sent.
    let needs: Vec<EpisodeId> = residents(d).flat_map(|r| d.episodes_of(r)).collect();
    let sent = (0..20).flat_map(|occasion| needs.iter().map(move |e| (*e, occasion)));
    let (all, sent) = sent
        .fold((0, 0), |(all, sent), (e, occasion)| (all + 1, sent + i32::from(sending::gp_sends(now, d, e, occasion))));
    let error = libm::sqrt(f64::from(all)) / 2.0;
    assert!(all > 500 && (f64::from(sent) - f64::from(all) / 2.0).abs() < 4.0 * error, "{sent} of {all}");
    still.settings.links[Link::REFERRERS_DOOR.place()] = 0.0;
    let (now, d) = still.in_week(0);
    assert!(near(sending::to_team(now, d, Domain::Youth), 1.0));
}

/// Confidence begins at the first books and moves by an eighth a quarter where funders look at two years.
#[test]
fn confidence_follows_the_registered_effect_over_two_years() {
    let mut still = Still::of(300, &[("funders.years", 2.0)]);
    let (now, d) = still.in_week(0);
    let mut read = |quarter: i32, registered: u32| {
        let week = 13 * quarter;
        let line = &mut d.rooms.monitoring.books.of_mut(quarter - 3)[0];
        (line.needs, line.registered) = (100, registered);
        confidence::week(later(now, week), d);
        confidence::week(later(now, week + 1), d);
        d.rooms.referrers.confidence.expect("there are books")
    };
    assert!(near(read(4, 40), 0.4));
    assert!(near(read(5, 80), 0.45));
    assert!(near(read(6, 80), 0.45 + 0.35 / 8.0));
}

/// The same with trust that moves as in the world `referrers`.
fn moving(mut scenario: Scenario) -> Scenario {
    for (key, value) in [
        ("referrers.up", 0.05),
        ("referrers.down", 0.15),
        ("referrers.pull", 2.5),
        ("referrers.school", 0.4),
        ("referrers.gp", 0.3),
        ("referrers.corporation", 0.5),
    ] {
        fix(&mut scenario, key, value);
    }
    scenario
}

/// Works by its parts: a team that is cut to a quarter in week 0 makes people wait for far more than ten weeks. Where
/// referrers look at that, they lose trust, send fewer people to it, and more of all requests go to other doors.
#[test]
fn long_waits_make_gps_refer_to_specialists_at_once() {
    let unmoved_ones = builtin("reactive", 8_000, 3);
    let base = moving(unmoved_ones.clone());
    let cut = |scenario: &Scenario| {
        let mut cut = scenario.clone();
        let fte = cut.organisation.timeline.base.team.fte;
        let lever = position("team.fte").expect("a lever");
        cut.organisation.timeline.set(Week(0), lever, LeverValue::Number(fte / 4.0));
        cut
    };
    // A team that is large enough in the burn-in.
    let plenty = |mut scenario: Scenario| {
        scenario.organisation.timeline.base.team.fte *= 2.0;
        scenario.before = scenario.organisation.clone();
        scenario
    };
    let [plain, pressed] = three_years(&plenty(base.clone()), &cut(&plenty(base)));
    let [_, unmoved] = three_years(&plenty(unmoved_ones.clone()), &cut(&plenty(unmoved_ones)));
    let of = |runs: &[Simulation], key: &str| sum(runs, key).value().expect("a figure");
    for key in ["team.wait_weeks", "referrers.trust.gp", "referrers.trust.school", "asked.elsewhere"] {
        println!("{key}: {} to {}, {} where nobody looks", of(&plain, key), of(&pressed, key), of(&unmoved, key));
    }
    assert!(of(&pressed, "team.wait_weeks") > 10.0);
    assert!(of(&pressed, "referrers.trust.gp") < of(&plain, "referrers.trust.gp"));
    assert!(of(&pressed, "asked.elsewhere") > of(&unmoved, "asked.elsewhere"));
    assert!(sum(&pressed, "referrers.not_sent").num > 0 && sum(&unmoved, "referrers.not_sent").num == 0);
}

/// A year with two ties who have services takes twice the drift off the threshold to ask, and never more than there is;
/// a year without any takes nothing and is the last. Nothing drifts in the burn-in or by default.
#[test]
fn who_sees_services_asks_sooner() {
    for (drift, week, falls) in [(0.02, 0, true), (0.02, -10, false), (0.0, 0, false), (9.0, 0, true)] {
        let mut still = Still::of(2_000, &[("exposure.drift", drift), ("asking.threshold", 2.0)]);
        let (now, d) = still.in_week(week);
        let served = |d: &District, r| d.entitlements_of(r).any(|x| d.entitlements[x].stage == Stage::Served);
        let all: Vec<_> = d.everybody().collect();
        let ties =
            |d: &District, r| d.ties_of(r).filter_map(|tie| tie.other().some()).filter(|o| served(d, *o)).count();
        let r = all.iter().copied().find(|r| ties(d, *r) == 2).expect("somebody with two");
        d.change(r, |d| d.residents[r].person.threshold_services = 128);
        let other = d.ties_of(r).filter_map(|tie| tie.other().some()).find(|o| served(d, *o)).expect("one");
        exposure::service_begins(now, d, other);
        assert_eq!(d.rooms.exposure.0.get(&d.residents, r).is_some_and(|e| e.counts), falls);
        if !falls {
            continue;
        }
        let need = (Domain::Mental, Severity::Moderate);
        let before = hazards::asking_rate_of(now, d, r, need);
        let year = later(now, 52);
        exposure::year_passes(year, d, r);
        let fall = d.rooms.exposure.0.get(&d.residents, r).expect("a row").fall;
        assert!(near(fall, (2.0 * drift).min(128.0 / 255.0)), "{fall}");
        let ratio = hazards::asking_rate_of(year, d, r, need) / before;
        assert!(near(ratio, libm::exp(2.0 * fall)), "{ratio}");
        let mut years = 0;
        for week in week..week + 60 {
            d.calendar.open(Week(week));
            while let Some(entry) = d.calendar.pop() {
                years += i32::from(entry.what == Occasion::EXPOSURE_YEAR && entry.slot == r.0);
            }
        }
        assert_eq!(years, 1, "the year under way");
    }
}
