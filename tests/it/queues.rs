//! Queues of the second line by hand: who goes first, how a term ends, homes, registration.

use kantel::calendar::Occasion;
use kantel::district::{District, Now, Queue};
use kantel::doors::Door;
use kantel::entities::{Domain, Frame, Product, Severity, Stage};
use kantel::ids::{EntitlementId, EpisodeId, Key};
use kantel::mechanisms::doors::{referrals, requests};
use kantel::mechanisms::second_line::entitlements;
use kantel::mechanisms::second_line::services::{self as second_line, Service};
use kantel::plan::ServiceSpec;
use kantel::random::Distribution;
use kantel::units::{Minute, Week};

use crate::small::{Still, residents};

/// A queue of a product that nobody is in, with so many places, and terms of two weeks without renewal.
fn empty(still: &mut Still, product: Product, places: f64) -> (ServiceSpec, Queue) {
    let mut spec = still.scenario.organisation.services[product as usize].clone();
    (spec.places, spec.renewal, spec.duration_weeks) = (Some(places), 0.0, Distribution::Fixed(2.0));
    let (_, d) = still.in_week(0);
    d.arrivals[product as usize].clear();
    (spec, Queue::new(product, Key(0), Week(0)))
}

fn replay(still: &mut Still, week: i32, spec: &ServiceSpec, queue: &mut Queue) {
    let (now, d) = still.in_week(week);
    second_line::replay(
        &[Service { now, spec, purchased: 1.0, contracted: None, left: 1.0 }],
        std::slice::from_mut(d),
        queue,
    );
}

/// Needs of a domain of people who have asked for nothing.
fn untouched(d: &District, domain: Domain) -> Vec<EpisodeId> {
    let of = |e: &EpisodeId| d.episodes[*e].domain == domain && !d.episodes[*e].recovered;
    residents(d).filter(|r| d.entitlements_of(*r).next().is_none()).flat_map(|r| d.episodes_of(r)).filter(of).collect()
}

/// Somebody is referred and granted at the beginning of a week.
fn grant(
    still: &mut Still,
    week: i32,
    e: EpisodeId,
    severity: Severity,
    (product, door, frame): (Product, Door, Frame),
) -> EntitlementId {
    let (now, d) = still.in_week(week);
    d.change_episode(e, |episode| {
        episode.severity = severity;
        episode.known = true;
    });
    assert!(referrals::refer(now, d, e, product, door, frame));
    let x = d.entitlements_of(d.episodes[e].resident).next().expect("an entitlement");
    requests::decide(now, d, x);
    assert_eq!(d.entitlements[x].stage, Stage::Waiting);
    x
}

/// What a court ordered goes before a crisis, a crisis before what is light, and of two alike the one who came first,
/// for each place that falls free.
#[test]
fn a_court_order_goes_first_then_urgency_then_time() {
    let mut still = Still::of(3_000, &[("waiting.leave", 0.0), ("waterbed.share", 0.0)]);
    let product = Product::YouthAmbulatory;
    let (mut spec, mut queue) = empty(&mut still, product, 0.0);
    let (_, d) = still.in_week(0);
    let needs = untouched(d, Domain::Youth);
    let asked: Vec<EntitlementId> = [
        (Severity::Light, Door::Gp, Frame::Voluntary),
        (Severity::Light, Door::Gp, Frame::Voluntary),
        (Severity::Crisis, Door::Gp, Frame::Voluntary),
        (Severity::Moderate, Door::Court, Frame::Mandatory),
    ]
    .into_iter()
    .enumerate()
    .map(|(i, (severity, door, frame))| {
        let x = grant(&mut still, i as i32, needs[i], severity, (product, door, frame));
        replay(&mut still, i as i32, &spec, &mut queue);
        x
    })
    .collect();
    let mut served = Vec::new();
    for (week, places) in [(4, 1.0), (5, 2.0), (6, 1.0), (7, 2.0)] {
        spec.places = Some(places);
        replay(&mut still, week, &spec, &mut queue);
        let (_, d) = still.in_week(week);
        let first = |x: &&EntitlementId| d.entitlements[**x].stage == Stage::Served && !served.contains(*x);
        let new: Vec<EntitlementId> = asked.iter().filter(first).copied().collect();
        served.extend(new);
    }
    assert_eq!(served, [asked[3], asked[2], asked[0], asked[1]]);
}

/// The processes of a week are not done in the order of their minutes: who becomes more urgent, or withdraws, at an
/// earlier minute than that of joining joins first all the same, and the line's count is that of those who wait.
#[test]
fn nobody_moves_in_a_queue_before_joining_it() {
    for withdraws in [false, true] {
        let mut still = Still::of(3_000, &[("waiting.leave", 0.0), ("waterbed.share", 0.0)]);
        let product = Product::Guidance;
        let (spec, mut queue) = empty(&mut still, product, if withdraws { 0.0 } else { 1.0 });
        let (now, d) = still.in_week(0);
        let e = untouched(d, Domain::Mental)[0];
        let later = Now { at: Minute(now.at.0 + 500), ..now };
        d.change_episode(e, |episode| (episode.severity, episode.known) = (Severity::Light, true));
        assert!(referrals::refer(later, d, e, product, Door::Gp, Frame::Voluntary));
        let x = d.entitlements_of(d.episodes[e].resident).next().expect("an entitlement");
        requests::decide(later, d, x);
        assert_eq!((d.entitlements[x].stage, d.entitlements[x].queued), (Stage::Waiting, later.at));
        if withdraws {
            entitlements::withdraw(now, d, x);
        } else {
            d.change_episode(e, |episode| episode.severity = Severity::Crisis);
            entitlements::worsened(now, d, e);
        }
        replay(&mut still, 0, &spec, &mut queue);
        let share = &queue.shares[0];
        assert_eq!((share.waiting, share.waiting_bridged, share.serving), (0, 0, u32::from(!withdraws)), "{withdraws}");
    }
}

/// A debt programme that ends solves the debts as often as the parameter says, and gives its place back either way.
#[test]
fn a_debt_programme_solves_debts_as_often_as_stated() {
    for success in [0.0, 1.0] {
        let mut still = Still::of(
            3_000,
            &[("waiting.leave", 0.0), ("debt.success", success), ("debt.dropout", 0.0), ("waterbed.share", 0.0)],
        );
        let product = Product::DebtProgramme;
        let (spec, mut queue) = empty(&mut still, product, 100.0);
        let (_, d) = still.in_week(0);
        let needs: Vec<EpisodeId> = untouched(d, Domain::Debt).into_iter().take(20).collect();
        for &e in &needs {
            grant(&mut still, 0, e, Severity::Moderate, (product, Door::DebtDesk, Frame::Voluntary));
        }
        for week in 0..4 {
            replay(&mut still, week, &spec, &mut queue);
            assert_eq!(queue.serving, if week < 2 { needs.len() as u32 } else { 0 }, "week {week}");
        }
        let (_, d) = still.in_week(4);
        let solved = needs.iter().filter(|e| d.episodes[**e].recovered).count();
        assert_eq!(solved, if success > 0.0 { needs.len() } else { 0 });
    }
}

/// A home that nobody is ready for waits, but homes do not pile up for later.
#[test]
fn homes_do_not_pile_up() {
    let mut still = Still::of(3_000, &[]);
    let (spec, mut queue) = empty(&mut still, Product::ShelteredLiving, 10.0);
    let (now, d) = still.in_week(0);
    let a_week = now.inputs.context.homes_per_1000.at(now.week) * d.planned_residents / 1_000.0 / 52.0;
    let weeks = (4.0 / a_week) as i32;
    for week in 0..weeks {
        replay(&mut still, week, &spec, &mut queue);
        assert!(queue.homes <= 1_000_000, "{} millionths of a home in week {week}", queue.homes);
    }
    assert_eq!(queue.homes, 1_000_000, "one of four is left");
}

/// Help is on file after the lag, unless it is missed.
#[test]
fn what_is_missed_is_never_registered() {
    for (missing, times) in [(0.0, 1), (1.0, 0)] {
        let mut still = Still::of(
            500,
            &[("registration.missing", missing), ("registration.lag", 3.0), ("registration.spread", 0.0)],
        );
        let product = Product::MentalHealth;
        let (spec, mut queue) = empty(&mut still, product, 100.0);
        let (_, d) = still.in_week(0);
        let e = untouched(d, Domain::Mental)[0];
        let r = d.episodes[e].resident;
        grant(&mut still, 0, e, Severity::Moderate, (product, Door::Gp, Frame::Voluntary));
        replay(&mut still, 0, &spec, &mut queue);
        assert_eq!(queue.serving, 1);
        let first = -still.scenario.experiment.burn_in_weeks.cast_signed();
        let (_, d) = still.in_week(0);
        let mut registered = Vec::new();
        for week in first..10 {
            d.calendar.open(Week(week));
            while let Some(entry) = d.calendar.pop() {
                if entry.what == Occasion::REGISTRATION && entry.slot == r.0 {
                    registered.push(entry.at.week());
                }
            }
        }
        assert_eq!(registered, vec![Week(3); times], "missing {missing}");
    }
}

/// Where half is purchased, half of those who ask are served, and not half of the places that are empty.
#[test]
fn half_of_a_service_is_half_of_those_who_ask() {
    let mut still = Still::of(3_000, &[("waiting.leave", 0.0), ("waterbed.share", 0.0)]);
    let product = Product::MentalHealth;
    still.settings.capacity[product as usize] = 0.5;
    let (mut spec, mut queue) = empty(&mut still, product, 100.0);
    spec.duration_weeks = Distribution::Fixed(50.0);
    let (_, d) = still.in_week(0);
    let needs: Vec<EpisodeId> = untouched(d, Domain::Mental).into_iter().take(10).collect();
    for &e in &needs {
        grant(&mut still, 0, e, Severity::Moderate, (product, Door::Gp, Frame::Voluntary));
    }
    for week in 0..9 {
        replay(&mut still, week, &spec, &mut queue);
        assert_eq!(queue.serving, if week == 0 { 0 } else { 5 }, "week {week}");
    }
    still.settings.capacity[product as usize] = 1.0;
    replay(&mut still, 9, &spec, &mut queue);
    assert_eq!(queue.serving, 10);
}
