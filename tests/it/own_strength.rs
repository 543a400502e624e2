//! Own strength by hand and as a whole: who is left to it, who acts, what the team does, what becomes of the need, and
//! needs that never go.

use kantel::calendar::Occasion;
use kantel::district::{District, Happening, Now, Rate};
use kantel::doors::Door;
use kantel::entities::{CaseState, Domain, Frame, Product, Resident, Severity};
use kantel::ids::{EntitlementId, EpisodeId, Key};
use kantel::levers::{LeverValue, position};
use kantel::links::Link;
use kantel::mechanisms::doors::{referrals, requests};
use kantel::mechanisms::needs::{hazards, natural, rates};
use kantel::mechanisms::own_strength::judge::{Judged, judge};
use kantel::mechanisms::own_strength::{Response, act, fewer, never, refusal};
use kantel::mechanisms::team::{cases, hours as team};
use kantel::observation::Indicator;
use kantel::plan::Scenario;
use kantel::simulation::Simulation;
use kantel::units::{Effort, Minute, Week};

use crate::by_hand::{FOUNDED, count, later, only_needs, sum, three_years, with_room};
use crate::small::{Still, builtin, fix, residents};

/// A district in which half of all own strength is assumed, seen without error, and everybody who could do it is
/// refused; those refused act by their doenvermogen alone.
fn assuming(more: &[(&str, f64)]) -> Still {
    let mut parameters = vec![
        ("own_strength.noise", 0.0),
        ("own_strength.refused", 1.0),
        ("own_strength.less", 0.25),
        ("own_strength.acting", 1.0),
        ("own_strength.improving", 2.0),
        ("own_strength.motivated", 0.3),
        ("own_strength.motivating_hours", 3.0),
        ("own_strength.patience", 8.0),
        ("own_strength.asks_again", 0.5),
        ("capacity.debt", 0.5),
        ("waterbed.share", 0.0),
        ("waiting.leave", 0.0),
        ("team.case_scope", 0.0),
        ("team.case_sigma", 0.0),
    ];
    parameters.extend_from_slice(more);
    let mut still = with_room(&parameters);
    still.settings.own_strength.assumed = 0.5;
    still
}

/// The first such need, of a severity, of somebody with a doenvermogen and with or without a network.
fn need(d: &mut District, severity: Severity, capacity: u8, network: bool) -> EpisodeId {
    let e = only_needs(d)[0];
    d.change_episode(e, |episode| episode.severity = severity);
    let r = d.episodes[e].resident;
    d.residents[r].person.capacity = capacity;
    d.residents[r].set(Resident::NETWORK, network);
    e
}

/// Doenvermogen of 0.39 and a network of 0.2 do not lie above half of all there can be, 1.2; 0.5 with a network does,
/// without one it does not, 0.8 does. A crisis and what was not asked for freely is spared, a severe need gets fewer
/// hours, and debts take half of doenvermogen. With nothing assumed, or the link cut, everybody is helped.
#[test]
fn who_seems_able_is_left_to_own_strength() {
    use Severity::{Crisis, Light, Moderate, Severe};
    for (capacity, network, severity, frame, debts, judged) in [
        (100, true, Light, Frame::Voluntary, false, Judged::Helped),
        (128, true, Light, Frame::Voluntary, false, Judged::Refused),
        (128, false, Moderate, Frame::Voluntary, false, Judged::Helped),
        (204, false, Moderate, Frame::Voluntary, false, Judged::Refused),
        (255, true, Severe, Frame::Voluntary, false, Judged::Fewer),
        (255, true, Crisis, Frame::Voluntary, false, Judged::Helped),
        (255, true, Light, Frame::Pressure, false, Judged::Helped),
        (255, true, Light, Frame::Mandatory, false, Judged::Helped),
        (204, false, Moderate, Frame::Voluntary, true, Judged::Helped),
    ] {
        let mut still = assuming(&[]);
        let (now, d) = still.in_week(FOUNDED);
        let e = need(d, severity, capacity, network);
        let h = d.household_of(d.episodes[e].resident);
        d.households[h].basics = u8::from(debts);
        assert_eq!(judge(now, d, e, frame, Key(7)), judged, "{capacity} {network} {severity:?} {frame:?} {debts}");
    }
    for (assumed, link) in [(0.0, 1.0), (0.5, 0.0)] {
        let mut still = assuming(&[("own_strength.noise", 5.0)]);
        still.settings.own_strength.assumed = assumed;
        still.settings.links[Link::OWN_STRENGTH_REFUSAL.place()] = link;
        let (now, d) = still.in_week(FOUNDED);
        let e = need(d, Light, 255, true);
        // Far off as they are, few are seen above two errors beyond all there can be.
        let left = (0..1_000).filter(|key| judge(now, d, e, Frame::Voluntary, Key(*key)) != Judged::Helped).count();
        assert!(if assumed > 0.0 { left < 60 } else { left == 0 }, "{left} of 1,000 at {assumed}");
    }
    // Three in ten of those who seem able get no help, the others fewer hours: 1,000 draws, four standard errors.
    let mut still = assuming(&[("own_strength.refused", 0.3)]);
    let (now, d) = still.in_week(FOUNDED);
    let e = need(d, Light, 255, true);
    let of = |judged: Judged| (0..1_000).filter(|key| judge(now, d, e, Frame::Voluntary, Key(*key)) == judged).count();
    assert!(of(Judged::Refused).abs_diff(300) < 58 && of(Judged::Refused) + of(Judged::Fewer) == 1_000);
}

/// Who is refused acts as often as their doenvermogen says, half as often with half the link, and by 0.3 more after a
/// talk, which takes three hours. What nobody does is counted by who could. 2,000 draws, four standard errors.
#[test]
fn who_is_refused_acts_by_doenvermogen() {
    for (capacity, link, response, expected, talks) in [
        (153, 1.0, Response::LetGo, 0.6, false),
        (51, 1.0, Response::LetGo, 0.2, false),
        (153, 0.5, Response::LetGo, 0.3, false),
        (153, 1.0, Response::Motivate, 0.9, true),
        (51, 0.0, Response::Motivate, 0.3, true),
    ] {
        let mut still = assuming(&[]);
        still.settings.own_strength.response = response;
        still.settings.links[Link::CAPACITY_ACTING.place()] = link;
        let (now, d) = still.in_week(FOUNDED);
        let e = need(d, Severity::Moderate, capacity, false);
        d.teams[0].intake_due = Effort(0);
        for key in 0..2_000 {
            refusal::refused(now, d, e, None, Key(key));
        }
        let refused = count(d, Indicator::OWN_STRENGTH_REFUSED);
        let of = |indicator: Indicator| count(d, indicator) as f64 / refused as f64;
        assert_eq!(refused, 2_000);
        assert!((of(Indicator::OWN_STRENGTH_ACTS) - expected).abs() < 0.045, "{}", of(Indicator::OWN_STRENGTH_ACTS));
        let able = if capacity >= 128 { Indicator::CAN_BUT_DOES_NOT } else { Indicator::CANNOT_ACT };
        let other = if capacity >= 128 { Indicator::CANNOT_ACT } else { Indicator::CAN_BUT_DOES_NOT };
        assert_eq!((count(d, able), count(d, other)), (count(d, Indicator::WRONGLY_REFUSED), 0));
        assert_eq!(count(d, able) + count(d, Indicator::OWN_STRENGTH_ACTS), 2_000);
        let hours = if talks { Effort::from_hours(6_000.0) } else { Effort(0) };
        assert_eq!(d.teams[0].intake_due, hours);
    }
}

/// Rates of a need over those without a refusal: asking, worsening, improving.
fn over(now: Now<'_>, d: &District, e: EpisodeId, before: [f64; 3]) -> [f64; 3] {
    let now_at = [Rate::Asking, Rate::Worsening, Rate::Improving]
        .map(|rate| rates::rate(now, d, rate, rates::of_need(d, e), kantel::district::Reading::Now));
    [0, 1, 2].map(|i| if before[i] > 0.0 { now_at[i] / before[i] } else { now_at[i] })
}

fn near(a: [f64; 3], b: [f64; 3]) -> bool {
    a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-9)
}

/// Who acts has a need that gets lighter twice as fast for half a year; who does not, has not. Both ask half as often
/// as others. Where the link is cut a need that nobody acts on is spared for a year what help spares: 0.4. Trust falls.
#[test]
fn acting_makes_needs_lighter_and_refusal_keeps_people_away() {
    for (capacity, link, improving, worsening) in [(255, 0.0, 2.0, 1.0), (0, 1.0, 1.0, 1.0), (0, 0.0, 1.0, 0.6)] {
        let mut still = assuming(&[
            ("improving.mental", 0.01),
            ("help.protection", 0.4),
            ("worsening.mental", 0.01),
            ("asking.trust", 0.0),
        ]);
        still.settings.links[Link::REFUSAL_WORSENING.place()] = link;
        let (now, d) = still.in_week(FOUNDED);
        let e = need(d, Severity::Moderate, capacity, false);
        let before = over(now, d, e, [0.0; 3]);
        assert!(before.iter().all(|rate| *rate > 0.0), "{before:?}");
        let r = d.episodes[e].resident;
        let trust = d.residents[r].person.trust_first;
        refusal::refused(now, d, e, None, Key(5));
        assert!(near(over(now, d, e, before), [0.5, worsening, improving]), "{:?}", over(now, d, e, before));
        let half_a_year = over(later(now, 26), d, e, before);
        assert!(near(half_a_year, [0.5, worsening, 1.0]), "{half_a_year:?}");
        let a_year = over(later(now, 52), d, e, before);
        assert!(near(a_year, [0.5, 1.0, 1.0]), "{a_year:?}");
        assert!(d.residents[r].person.trust_first < trust);
    }
}

/// A need that is wrongly refused and gets worse within a year is counted once; what gets worse later, or what somebody
/// acts on, is not.
#[test]
fn what_gets_worse_after_a_wrong_refusal_is_counted() {
    for (capacity, weeks, counted) in [(0, 51, 1), (0, 52, 0), (255, 3, 0)] {
        let mut still = assuming(&[]);
        let (now, d) = still.in_week(FOUNDED);
        let e = need(d, Severity::Light, capacity, false);
        refusal::refused(now, d, e, None, Key(5));
        let then = later(now, weeks);
        then.tell(d, Happening::NeedWorsened(e));
        then.tell(d, Happening::NeedWorsened(e));
        let worse = d.counts.finished()[Indicator::WRONGLY_WORSE.place()];
        assert_eq!((worse.num, worse.den), (counted, i64::from(capacity == 0)), "after {weeks} weeks");
    }
}

/// An application is refused at the decision, or granted with a quarter less: of minutes and of effect.
#[test]
fn the_decision_refuses_or_gives_fewer_hours() {
    for (refused, capacity) in [(1.0, 255), (0.0, 255), (1.0, 0)] {
        let mut still = assuming(&[("own_strength.refused", refused), ("gate.grant", 1.0), ("gate.informal", 0.0)]);
        let (now, d) = still.in_week(FOUNDED);
        let e = need(d, Severity::Moderate, capacity, false);
        natural::becomes_known(now, d, e, kantel::entities::Route::Asked);
        assert!(referrals::apply(now, d, e, Product::Guidance, Frame::Voluntary));
        let x = d.entitlements_of(d.episodes[e].resident).next().expect("an application");
        requests::decide(now, d, x);
        let gone = d.entitlements_of(d.episodes[e].resident).next().is_none();
        let turned_away = refused > 0.0 && capacity > 0;
        assert_eq!(gone, turned_away);
        assert_eq!(count(d, Indicator::REFUSALS), i64::from(turned_away));
        assert_eq!(count(d, Indicator::OWN_STRENGTH_REFUSED), i64::from(turned_away));
        let less = capacity > 0 && !turned_away;
        assert_eq!(count(d, Indicator::OWN_STRENGTH_FEWER), i64::from(less));
        if !gone {
            assert_eq!(fewer::minutes(d, x, 400), if less { 300 } else { 400 });
            assert_eq!(fewer::share(d, x).to_bits(), if less { 0.75_f64 } else { 1.0 }.to_bits());
        }
        assert!(d.episodes[e].in_pipeline == u8::from(!gone));
    }
    // What goes by another door is not the municipality's to refuse.
    let mut still = assuming(&[]);
    let (now, d) = still.in_week(FOUNDED);
    let e = need(d, Severity::Moderate, 255, true);
    assert!(referrals::refer(now, d, e, Product::MentalHealth, Door::Gp, Frame::Voluntary));
    let x: EntitlementId = d.entitlements_of(d.episodes[e].resident).next().expect("a referral");
    requests::decide(now, d, x);
    assert_eq!(count(d, Indicator::OWN_STRENGTH_REFUSED), 0);
}

/// At intake a household is left to own strength after the hours of intake, or has a case with a quarter less work.
/// After eight weeks a team that takes over opens the case after all, and nobody judges it again; not for who acts, nor
/// where the team lets go.
#[test]
fn intake_leaves_people_to_own_strength_and_may_take_over() {
    for (refused, acting, response, opens) in [
        (1.0, 0.0, Response::TakeOver, true),
        (1.0, 9.0, Response::TakeOver, false),
        (1.0, 0.0, Response::LetGo, false),
        (0.0, 0.0, Response::LetGo, true),
    ] {
        let mut still = assuming(&[
            ("own_strength.refused", refused),
            ("own_strength.acting", acting),
            ("referral.base", -20.0),
            ("team.intake_hours", 5.0),
        ]);
        still.settings.own_strength.response = response;
        let (now, d) = still.in_week(FOUNDED);
        let e = need(d, Severity::Moderate, 255, true);
        d.teams[0].intake_due = Effort(0);
        cases::open_case(now, d, e, Frame::Voluntary);
        team::replay(now, d);
        let case_of = |d: &District| d.households[d.household_of(d.episodes[e].resident)].case.some();
        assert_eq!(d.teams[0].intake_due, Effort::from_hours(5.0));
        assert_eq!(case_of(d).is_some(), refused < 0.5);
        assert_eq!((d.teams[0].waiting, d.episodes[e].in_pipeline > 0), (0, refused < 0.5));
        assert_eq!(count(d, Indicator::OWN_STRENGTH_FEWER), i64::from(refused < 0.5));
        let mut due = Vec::new();
        for week in 0..=20 {
            d.calendar.open(Week(FOUNDED + week));
            while let Some(entry) = d.calendar.pop() {
                due.extend((entry.what == Occasion::TAKEN_OVER).then_some(week));
            }
        }
        let waits = refused > 0.5 && response == Response::TakeOver && acting < 1.0;
        assert_eq!(due, if waits { vec![8] } else { Vec::new() });
        act::taken_over(later(now, 8), d, e);
        if response == Response::TakeOver {
            team::replay(later(now, 8), d);
            assert_eq!(case_of(d).is_some_and(|c| d.cases[c].state == CaseState::Open), opens);
            assert_eq!(count(d, Indicator::TAKEN_OVER), i64::from(opens));
            assert_eq!(count(d, Indicator::OWN_STRENGTH_REFUSED), 1, "not once more");
        }
    }
}

/// Work of a case is a quarter less where own strength is held to do a part.
#[test]
fn a_case_with_own_strength_takes_less_work() {
    let work = |assumed: f64| {
        let mut still = assuming(&[("own_strength.refused", 0.0), ("referral.base", -20.0)]);
        still.settings.own_strength.assumed = assumed;
        let (now, d) = still.in_week(FOUNDED);
        let e = need(d, Severity::Moderate, 255, true);
        cases::open_case(now, d, e, Frame::Voluntary);
        team::replay(now, d);
        d.cases[d.households[d.household_of(d.episodes[e].resident)].case].work.0 as f64
    };
    assert!((work(0.5) / work(0.0) - 0.75).abs() < 0.01);
}

/// Of new needs of daily functioning and mental health the share never goes, of others none; help ends none of them,
/// nor does time. With none there is no draw and no row.
#[test]
fn some_needs_never_go() {
    let mut still = assuming(&[("recovery.never", 1.0)]);
    let (now, d) = still.in_week(FOUNDED);
    let people: Vec<_> = residents(d).filter(|r| d.residents[*r].is_adult() && d.needs_of(*r).open == 0).collect();
    for (r, domain) in people.into_iter().zip([Domain::Daily, Domain::Mental, Domain::Social]) {
        natural::begin(now, d, r, domain, 1);
        let e = d.episodes_of(r).find(|e| d.episodes[*e].domain == domain).expect("it has begun");
        let goes_on = domain != Domain::Social;
        assert_eq!(never::is_so(d, e), goes_on, "{domain:?}");
        assert_eq!(d.episodes[e].natural_end > Minute(now.at.0).plus_weeks(5_200.0), goes_on);
        natural::team_begins(now, d, e, 0);
        let rate = hazards::rate_now(now, d, Rate::HelpedRecovery, e);
        assert_eq!(rate > 0.0, !goes_on, "{domain:?}: {rate}");
    }
    assert_eq!(count(d, Indicator::NEVER_GOES), 2);
}

fn set(scenario: &mut Scenario, lever: &str, value: LeverValue) {
    scenario.organisation.timeline.set(Week(0), position(lever).expect("a lever"), value);
}

/// Runs of three years with some parameters, in a few replicates, with nothing assumed and with so much.
fn pair(parameters: &[(&str, f64)], assumed: f64) -> [Vec<Simulation>; 2] {
    let mut base = builtin("reactive", 4_000, 3);
    for (key, value) in parameters {
        fix(&mut base, key, *value);
    }
    let mut with = base.clone();
    set(&mut with, "own_strength.assumed", LeverValue::Number(assumed));
    three_years(&base, &with)
}

/// Works by its parts: where needs are light, pass soon and cannot get worse, and whoever is refused acts, hours are
/// saved and no more people come into crisis. Fails by its parts: where needs get worse without help, which would keep
/// them from it, and hardly anybody acts because of debts, the same refusals lead to crises.
#[test]
fn own_strength_works_where_needs_pass_and_fails_where_debts_hold_people_back() {
    let light = [
        ("onset.moderate", 0.0),
        ("onset.severe", 0.0),
        ("onset.crisis", 0.0),
        ("recovery.mental_median", 8.0),
        ("recovery.daily_median", 8.0),
        ("worsening.mental", 0.0),
        ("worsening.daily", 0.0),
        ("worsening.social", 0.0),
        ("worsening.youth", 0.0),
        ("worsening.debt", 0.0),
        ("worsening.housing", 0.0),
        ("worsening.work", 0.0),
        ("own_strength.refused", 0.9),
        ("own_strength.acting", 1.3),
    ];
    let [without, with] = pair(&light, 0.6);
    let of = |runs: &[Simulation], key: &str| sum(runs, key).num as f64;
    let hours = |runs: &[Simulation]| of(runs, "hours.second_line") + of(runs, "hours.help_at_home");
    println!("light: {} refused, hours {} and {}", of(&with, "own_strength.refused"), hours(&without), hours(&with));
    println!("crises {} and {}", of(&without, "crises"), of(&with, "crises"));
    assert!(of(&with, "own_strength.refused") > 100.0);
    assert!(hours(&with) < 0.99 * hours(&without));
    // Crises that are left break out at once; who is in one differs by chance.
    let crises = [of(&without, "crises"), of(&with, "crises")];
    assert!(crises[1] < crises[0] + 4.0 * libm::sqrt(crises[0]), "{crises:?}");
    assert_eq!(sum(&with, "own_strength.worse").num, 0, "nothing refused gets worse");
    let needs = ["mental", "social", "debt", "housing", "work", "youth"].map(|domain| format!("worsening.{domain}"));
    let debts = [
        ("onset.debt", 0.05),
        ("onset.by_stock", 0.0),
        ("onset.moderate", 0.0),
        ("onset.severe", 0.0),
        ("onset.crisis", 0.0),
        ("capacity.debt", 0.5),
        ("own_strength.noise", 0.4),
        ("own_strength.refused", 0.9),
        ("own_strength.acting", 0.7),
        ("own_strength.asks_again", 0.3),
        ("help.protection", 0.9),
        ("asking.daily", 0.1),
        ("worsening.daily", 0.03),
        ("improving.daily", 0.0),
        ("gate.grant", 1.0),
        ("gate.usual_care", 0.0),
        ("gate.usual_guidance", 0.0),
        ("gate.informal", 0.0),
    ];
    let debts: Vec<(&str, f64)> = debts.into_iter().chain(needs.iter().map(|key| (key.as_str(), 0.0))).collect();
    let [without, with] = pair(&debts, 0.8);
    let [worse, crises] = ["worsenings", "crises"].map(|key| (of(&without, key), of(&with, key)));
    let acts = sum(&with, "own_strength.acts").value();
    println!("debts: {} refused, {acts:?} act, steps {worse:?}, crises {crises:?}", of(&with, "own_strength.refused"));
    assert!(worse.1 > 1.03 * worse.0 && crises.1 > crises.0, "{worse:?} {crises:?}");
}
