//! What a saving on purchased care takes: as much as it says, however small it is, those who gave up among it.

use std::sync::Arc;

use kantel::cancel::Cancel;
use kantel::district::{Inputs, Queue};
use kantel::doors::Door;
use kantel::entities::{Domain, Frame, Product, Severity, Stage};
use kantel::ids::{EpisodeId, Key};
use kantel::levers::{LeverValue, position};
use kantel::mechanisms::doors::{referrals, requests};
use kantel::mechanisms::needs::natural;
use kantel::mechanisms::second_line::services::{self, Service};
use kantel::mechanisms::second_line::{missed, saving};
use kantel::plan::ServiceSpec;
use kantel::random::Distribution;
use kantel::simulation::{Observer, Policy, Region};
use kantel::units::Week;

use crate::by_hand::SEEN_AS_THEY_ARE;
use crate::professionals::leave_out_professionals;
use crate::small::{Still, builtin, burned_in, fix, residents};

/// What goes unserved week by week, in cents at the price of those who are served.
struct Unserved {
    specs: Vec<ServiceSpec>,
    cents: f64,
}

impl Observer for Unserved {
    fn week(&mut self, _: Week, region: &Region) {
        for queue in region.services.iter().filter(|queue| queue.product.meta().account.is_municipal()) {
            let (spec, share) = (&self.specs[queue.product as usize], &queue.shares[0]);
            let overdue = saving::overdue(&region.districts, queue, 0);
            // Where nobody waits nobody goes unserved.
            let would_be = saving::without_cut(spec, share, overdue, 0);
            let missing = if share.waiting == 0 { 0.0 } else { would_be - f64::from(share.serving) };
            let hours = share.minutes_each().unwrap_or(spec.hours_per_week * 60.0) / 60.0;
            self.cents += missing * hours * spec.cents_per_hour as f64;
        }
    }
}

/// Less than the price of one person a year at most services, over ten years in which nobody gives up: what goes
/// unserved is worth it, give or take half a year of it. Where what was saved too much was forgotten after half a year,
/// half as much again was taken and more.
#[test]
fn a_small_saving_takes_what_it_says() {
    let mut scenario = builtin("reactive", 4_000, 10);
    fix(&mut scenario, "waiting.leave", 0.0);
    // One run, in which a single person makes much of it: without what moves people from run to run.
    for (key, value) in SEEN_AS_THEY_ARE {
        fix(&mut scenario, key, value);
    }
    // How much a team under pressure refers, and how basics lengthen help, is beside the point.
    leave_out_professionals(&mut scenario);
    fix(&mut scenario, "basics.length", 0.0);
    fix(&mut scenario, "basics.stops", 0.0);
    let mut set = |lever: &str, value: f64| {
        let lever = position(lever).expect("a lever");
        scenario.organisation.timeline.set(Week(0), lever, LeverValue::Number(value));
    };
    let (euros, years) = (1_500.0, 10);
    set("purchase.saving", euros);
    set("contribution.flat", 0.0);
    let mut simulation = burned_in(&scenario, 0, 0);
    simulation.begin(Arc::new(Inputs::of(&scenario, 0, 0)), Policy::from(&scenario.organisation));
    let mut seen = Unserved { specs: scenario.organisation.services.clone(), cents: 0.0 };
    simulation.step_to(Week(52 * years), &mut seen, &Cancel::new());
    let times = seen.cents / (100.0 * euros * f64::from(years));
    assert!((0.8..1.15).contains(&times), "{times} times what it says");
}

/// Somebody waits for a service of which nothing is purchased and loses patience: they are missed until the term would
/// be over that they would have had, and no longer where the need passes or they stand in the line again. Who would
/// have waited without a saving is missed by nobody.
#[test]
fn who_gives_up_is_missed_for_as_long_as_they_would_have_been_served() {
    let product = Product::Guidance;
    for (saves, binds, ends) in
        [(true, false, ""), (true, false, "recovered"), (true, false, "again"), (false, false, ""), (true, true, "")]
    {
        let mut still = Still::of(3_000, &[("waiting.leave", 1.0), ("waterbed.share", 0.0)]);
        still.settings.second_line.purchase_saving_euros = if saves { 1_000.0 } else { 0.0 };
        let mut spec = still.scenario.organisation.services[product as usize].clone();
        (spec.wait_weeks, spec.renewal, spec.duration_weeks) = (0.0, 0.0, Distribution::Fixed(50.0));
        if binds {
            // There would be no place without a saving either.
            spec.places = Some(0.0);
        }
        let mut specs = still.scenario.organisation.services.clone();
        specs[product as usize] = spec.clone();
        let mut queue = Queue::new(product, Key(0), Week(0));
        let (now, d) = still.in_week(0);
        d.arrivals[product as usize].clear();
        let is_untouched = |e: &EpisodeId| d.episodes[*e].domain == Domain::Mental && !d.episodes[*e].recovered;
        let free = residents(d).filter(|r| d.entitlements_of(*r).next().is_none());
        let e = free.flat_map(|r| d.episodes_of(r)).find(is_untouched).expect("a need");
        d.change_episode(e, |episode| (episode.severity, episode.known) = (Severity::Moderate, true));
        assert!(referrals::refer(now, d, e, product, Door::Gp, Frame::Voluntary));
        let x = d.entitlements_of(d.episodes[e].resident).next().expect("an entitlement");
        requests::decide(now, d, x);
        for week in 0..15 {
            let (now, d) = still.in_week(week);
            services::replay(
                &[Service { now, spec: &spec, purchased: 0.0, contracted: None, left: 1.0 }],
                std::slice::from_mut(d),
                &mut queue,
            );
        }
        let (_, d) = still.in_week(15);
        assert!(d.entitlements_of(d.episodes[e].resident).next().is_none(), "gave up");
        let expected = usize::from(saves && !binds);
        assert_eq!(d.rooms.second_line.missed.len(), expected, "{saves} {binds}");
        let mut missed_in = |week: i32| {
            let (now, d) = still.in_week(week);
            missed::look_again(now, d, &specs);
            d.rooms.second_line.missed.len()
        };
        assert_eq!(missed_in(40), expected);
        if ends.is_empty() {
            assert_eq!(missed_in(70), 0, "the term would be over");
            continue;
        }
        let (now, d) = still.in_week(41);
        if ends == "again" {
            assert!(referrals::refer(now, d, e, product, Door::Gp, Frame::Voluntary));
            let x = d.entitlements_of(d.episodes[e].resident).next().expect("an entitlement");
            missed::look_again(now, d, &specs);
            assert_eq!(d.rooms.second_line.missed.len(), 1, "asking is not being in the line");
            requests::decide(now, d, x);
            assert_eq!(d.entitlements[x].stage, Stage::Waiting);
        } else {
            natural::recover(now, d, e);
        }
        let (now, d) = still.in_week(42);
        missed::look_again(now, d, &specs);
        assert!(d.rooms.second_line.missed.is_empty(), "{ends}");
    }
}
