//! General provision and collective places by hand, through their parts, and where they fail.

use kantel::district::{District, Now, Queue};
use kantel::doors::{Door, strength, strength_of};
use kantel::entities::{Account, Domain, Episode, Frame, Product, Resident, Severity, Stage};
use kantel::ids::{EntitlementId, EpisodeId, Key, ResidentId};
use kantel::levers::{LeverValue, position};
use kantel::links::Link;
use kantel::mechanisms::basic::offer::{self, Answer};
use kantel::mechanisms::basic::{Kind, Where, follow, guests, money, stock};
use kantel::mechanisms::doors::{referrals, requests};
use kantel::mechanisms::needs::natural;
use kantel::mechanisms::prevention::{self, Facility};
use kantel::mechanisms::second_line::services::{self as second_line, Service};
use kantel::observation::{Cell, Indicator, catalogue};
use kantel::plan::Scenario;
use kantel::random::Distribution;
use kantel::simulation::Simulation;
use kantel::units::{Minute, Money, Week};

use crate::small::{Still, builtin, burned_in, fix, go_on, residents};

/// The week in which a district is founded: its calendar begins then.
const FOUNDED: i32 = -104;

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9 * a.abs().max(b.abs()).max(1.0)
}

fn count(d: &District, indicator: Indicator) -> i64 {
    d.counts.finished()[indicator.place()].num
}

/// A district with general provision of every kind, in which everybody who is offered a place takes it.
fn provided(more: &[(&str, f64)]) -> Still {
    let mut parameters = vec![
        ("facility.professional_hours", 4.0),
        ("facility.volunteer_hours", 8.0),
        ("facility.hour_euros", 45.0),
        ("facility.half_day_euros", 60.0),
        ("facility.visitors", 20.0),
        ("facility.build_weeks", 1.0),
        ("facility.joining", 0.0),
        ("basic.accepts", 1.0),
        ("basic.without_ties", 1.0),
        ("basic.unable", 0.0),
        ("basic.severe", 0.0),
        ("basic.goes_on", 1.0),
        ("basic.visits", 1.0),
        ("basic.stay_weeks", 5_000.0),
        ("gate.grant", 1.0),
        ("gate.informal", 0.0),
        ("gate.usual_care", 0.0),
        ("waterbed.share", 0.0),
    ];
    parameters.extend_from_slice(more);
    let mut still = Still::of(3_000, &parameters);
    still.settings.basic.half_days = [2.0; 4];
    still
}

/// Opens what is planned at once.
fn open(now: Now<'_>, d: &mut District) {
    prevention::follow(now, d);
    follow(now, d);
    prevention::follow(now, d);
}

/// The first needs of a domain of adults with ties that have nobody else's help, each the only one of its person.
fn needs_of(d: &District, domain: Domain) -> Vec<EpisodeId> {
    let fits = |r: &ResidentId| {
        let resident = &d.residents[*r];
        let plain = !resident.is_recluse() && !resident.is(Resident::LONG_TERM) && resident.person.ties > 0;
        plain && resident.is_adult() && d.episodes_of(*r).count() == 1 && d.entitlements_of(*r).next().is_none()
    };
    let free = |e: &EpisodeId| {
        let episode = &d.episodes[*e];
        episode.domain == domain && !episode.recovered && episode.in_pipeline == 0 && !episode.is_helped()
    };
    residents(d).filter(fits).flat_map(|r| d.episodes_of(r)).filter(free).collect()
}

/// A need of a severity is applied for, and decided on now.
fn decided(now: Now<'_>, d: &mut District, e: EpisodeId, product: Product, severity: Severity) {
    d.change_episode(e, |episode| (episode.severity, episode.known) = (severity, true));
    assert!(referrals::apply(now, d, e, product, Frame::Voluntary));
    let x = d.entitlements_of(d.episodes[e].resident).next().expect("an application");
    d.entitlements[x].stage = Stage::Applied;
    requests::decide(now, d, x);
}

fn held(d: &District, e: EpisodeId) -> Option<EntitlementId> {
    d.entitlements_of(d.episodes[e].resident).next()
}

/// Nobody plans anything: nothing is kept, and an application goes its way.
#[test]
fn without_a_plan_there_is_nothing() {
    let mut still = provided(&[]);
    still.settings.basic.half_days = [0.0; 4];
    let (now, d) = still.in_week(FOUNDED);
    open(now, d);
    let e = needs_of(d, Domain::Social)[0];
    decided(now, d, e, Product::Guidance, Severity::Moderate);
    assert!(held(d, e).is_some_and(|x| d.entitlements[x].stage == Stage::Waiting));
    let rooms = &d.rooms.basic;
    assert!(rooms.provision.is_empty() && rooms.guests.is_empty() && d.rooms.prevention.places.is_empty());
    assert_eq!(count(d, Indicator::BASIC_OFFERED), 0);
}

/// Half-days per 1,000 residents add up to the plan whatever the spread; evenly they go by residents, else by residents
/// times deprivation. They are built as facilities are.
#[test]
fn half_days_are_spread_over_neighbourhoods() {
    let mut still = provided(&[("facility.build_weeks", 26.0)]);
    let (now, d) = still.in_week(FOUNDED);
    prevention::stock::survey(d);
    for (place, residents) in d.rooms.prevention.places.iter_mut().zip([1_000, 3_000]) {
        place.residents = residents;
    }
    d.rooms.prevention.places.truncate(2);
    assert_eq!(d.rooms.prevention.places.len(), 2);
    (d.neighbourhoods[0].deprivation, d.neighbourhoods[1].deprivation) = (2.0, 0.5);
    assert!(close(stock::share(d, 0.0, 0), 0.25) && close(stock::share(d, 0.0, 1), 0.75));
    assert!(close(stock::share(d, 1.0, 0), 2.0 / 3.5) && close(stock::share(d, 1.0, 1), 1.5 / 3.5));
    let between = 0.5 * 0.25 + 0.5 * 2.0 / 3.5;
    assert!(close(stock::share(d, 0.5, 0), between));
    // Two half-days for each of 4,000 residents per thousand.
    assert!(close(stock::planned(now, d, 0, 0) + stock::planned(now, d, 1, 0), 8.0));
    stock::grow(now, d);
    assert!(close(d.rooms.basic.provision[1].half_days[0], 6.0 / 26.0), "a 26th of what is planned in a week");
    assert!(close(d.rooms.prevention.places[1].meeting, 6.0 / 26.0), "places to meet are facilities");
}

/// A half-day costs 4 hours at 45 euros and a room at 60 where volunteers give the other 8 hours, and 8 hours more
/// where they do not. Collective places cost their part of the service. Both leave the municipality's budgets, full or
/// empty.
#[test]
fn what_is_planned_is_paid_full_or_empty() {
    let mut still = provided(&[("collective.price", 0.2), ("volunteer.hours_week", 4.0)]);
    still.settings.basic.half_days = [1.0, 0.0, 0.0, 0.0];
    still.settings.basic.places = [0.0, 0.0, 10.0];
    let mut services = still.scenario.organisation.services.clone();
    let guidance = &mut services[Product::Guidance as usize];
    (guidance.hours_per_week, guidance.cents_per_hour) = (3.0, 6_000);
    let (now, d) = still.in_week(FOUNDED);
    let p = &now.inputs.params.prevention;
    let of = |volunteers: f64| money::of_half_days(p, 2.0, volunteers);
    assert!(close(of(16.0), 480.0) && close(of(0.0), 1_200.0) && close(of(100.0), 480.0));
    d.rooms.prevention.places = vec![Facility { residents: 2_000, volunteers: 2, ..Facility::default() }];
    let spent = |d: &District, account: Account| d.ledger().spent(account).0 / Money::PER_EURO;
    let before = (spent(d, Account::Welfare), spent(d, Account::Wmo));
    money::account(now, d, &services);
    // Of 16 hours volunteers give 8.
    assert_eq!(spent(d, Account::Welfare) - before.0, 480 + 8 * 45);
    assert_eq!(spent(d, Account::Wmo) - before.1, 10 * 36, "a fifth of three hours at 60 euros each");
    assert_eq!(count(d, Indicator::EUROS_BASIC), 840 * Money::PER_EURO);
    assert_eq!(count(d, Indicator::EUROS_COLLECTIVE), 360 * Money::PER_EURO);
}

/// Parameters, strength of the link, the need and what is asked for, its severity, whether its person is a recluse, the
/// answer, and what is counted.
type Case<'a> = (&'a [(&'a str, f64)], f64, (Domain, Product), Severity, bool, Answer, Option<Indicator>);

/// General provision comes before the decision: who takes a place has no entitlement and is helped. Who refuses goes
/// on or gives up; what is severe, who cannot come and who is a recluse is not offered any; with the link cut all goes
/// on.
#[test]
fn general_provision_comes_first() {
    let light = Severity::Light;
    let (social, daily) = ((Domain::Social, Product::Guidance), (Domain::Daily, Product::DomesticHelp));
    let cases: [Case<'_>; 9] = [
        (&[], 1.0, social, light, false, Answer::Served, Some(Indicator::BASIC_OFFERED)),
        (&[("basic.accepts", 0.0)], 1.0, social, light, false, Answer::GoesOn, Some(Indicator::BASIC_REFUSED)),
        (
            &[("basic.accepts", 0.0), ("basic.goes_on", 0.0)],
            1.0,
            social,
            light,
            false,
            Answer::GaveUp,
            Some(Indicator::BASIC_GAVE_UP),
        ),
        (&[("basic.goes_on", 0.0)], 0.0, social, light, false, Answer::GoesOn, Some(Indicator::BASIC_REFUSED)),
        (&[], 1.0, social, Severity::Severe, false, Answer::GoesOn, None),
        (&[("basic.severe", 1.0)], 1.0, social, Severity::Severe, false, Answer::Served, None),
        (&[("basic.unable", 1.0)], 1.0, daily, light, false, Answer::GoesOn, Some(Indicator::BASIC_UNABLE)),
        (&[("basic.unable", 1.0)], 1.0, social, light, false, Answer::Served, None),
        (&[], 1.0, social, light, true, Answer::GoesOn, None),
    ];
    for (i, (parameters, link, (domain, product), severity, recluse, answer, counted)) in cases.into_iter().enumerate()
    {
        let mut still = provided(parameters);
        still.settings.links[Link::BASIC_ENTITLEMENT.place()] = link;
        let (now, d) = still.in_week(FOUNDED);
        open(now, d);
        let e = needs_of(d, domain)[0];
        if recluse {
            d.residents[d.episodes[e].resident].frailty_adult = 0;
        }
        decided(now, d, e, product, severity);
        let served = answer == Answer::Served;
        assert_eq!(held(d, e).is_some(), answer == Answer::GoesOn, "{i}");
        assert_eq!((d.episodes[e].is_helped(), d.rooms.basic.guests.len()), (served, usize::from(served)), "{i}");
        let number = if served { Episode::INSTEAD + product as u8 } else { 0 };
        assert_eq!(d.episodes[e].strongest, number, "{i}");
        assert!(counted.is_none_or(|indicator| count(d, indicator) == 1), "{i}");
        assert_eq!(d.counts.finished()[Indicator::BASIC_SHARE.place()], Cell { num: i64::from(served), den: 1 });
    }
}

/// What takes the place of a service helps by its share of it.
#[test]
fn a_place_helps_as_much_as_its_share_of_the_service() {
    let mut still = provided(&[("basic.strength", 0.6)]);
    let (now, _) = still.in_week(FOUNDED);
    let p = &now.inputs.params;
    for product in [Product::Guidance, Product::DomesticHelp, Product::DayActivity, Product::YouthAmbulatory] {
        assert!(close(strength_of(Episode::INSTEAD + product as u8, p), 0.6 * strength(product, p)));
        assert!(close(strength_of(product as u8, p), strength(product, p)));
    }
    assert!(close(strength_of(Episode::NURSE, p), p.practice_nurse.strength));
}

/// A place takes one person. Places to meet are shared with visitors of facilities: each who is served comes some
/// half-days a week. A collective place is taken where the neighbourhood has none, before the decision where that comes
/// first, and else as a choice of who is granted.
#[test]
fn a_place_takes_one_person() {
    let mut still = provided(&[("basic.visits", 2.0)]);
    still.settings.basic.half_days = [0.0; 4];
    still.settings.basic.places = [0.0, 0.0, 1.0];
    for (first, link, served) in [(true, 1.0, 1), (false, 1.0, 1), (true, 0.0, 0), (false, 0.0, 0)] {
        still.settings.basic.collective_first = first;
        still.settings.links[Link::COLLECTIVE_SUBSTITUTION.place()] = link;
        let (now, d) = still.in_week(FOUNDED);
        let mut d = d.clone();
        follow(now, &mut d);
        let needs = needs_of(&d, Domain::Social);
        for e in &needs[..2] {
            decided(now, &mut d, *e, Product::Guidance, Severity::Light);
        }
        assert_eq!((d.rooms.basic.guests.len(), d.rooms.basic.taken[2]), (served, served as u32), "{first} {link}");
        assert!(held(&d, needs[1]).is_some(), "the other one waits for guidance");
    }
    let (now, d) = still.in_week(FOUNDED);
    d.rooms.prevention.places = vec![Facility { half_days: 3.0, visitors: 20, ..Facility::default() }];
    d.rooms.basic.provision = vec![kantel::mechanisms::basic::Provision::default()];
    d.rooms.basic.provision[0].half_days = [1.0; 4];
    // Room for 60 a week, of which visitors take 20; the others come twice.
    assert!(close(offer::free_near_by(now, d, 0, Kind::Meeting), 20.0));
    assert!(close(offer::free_near_by(now, d, 0, Kind::Practical), 10.0));
    d.rooms.basic.provision[0].taken = [5, 3, 0, 0];
    assert!(close(offer::free_near_by(now, d, 0, Kind::Meeting), 15.0));
    assert!(close(offer::free_near_by(now, d, 0, Kind::Practical), 7.0));
    stock::grow(now, d);
    assert!(close(d.rooms.prevention.places[0].reserved, 10.0));
}

/// Somebody stays while the need is there and as light as it was. Who stops, whose need passes or becomes severe leaves
/// the place to another; who has become worse comes back, asks at once, and is not offered a place again.
#[test]
fn who_gets_worse_comes_back() {
    for (then, weeks, stays, returns) in [
        (Some(Severity::Light), 10, true, false),
        (Some(Severity::Moderate), 10, true, false),
        (Some(Severity::Severe), 10, false, true),
        (Some(Severity::Light), 60_000, false, false),
        (Some(Severity::Moderate), 60_000, false, true),
        (None, 10, false, false),
    ] {
        let mut still = provided(&[]);
        let (now, d) = still.in_week(FOUNDED);
        open(now, d);
        let e = needs_of(d, Domain::Social)[0];
        decided(now, d, e, Product::Guidance, Severity::Light);
        assert_eq!(d.rooms.basic.guests.len(), 1);
        match then {
            Some(severity) => d.change_episode(e, |episode| episode.severity = severity),
            None => natural::recover(now, d, e),
        }
        let at = Minute(now.at.0 + weeks * 10_080);
        guests::follow(Now { at, ..now }, d);
        assert_eq!(d.rooms.basic.guests.len(), usize::from(stays), "{then:?} {weeks}");
        let taken: u32 = d.rooms.basic.provision.iter().map(|provision| provision.taken[0]).sum();
        assert_eq!((taken, count(d, Indicator::BASIC_RETURNED)), (u32::from(stays), i64::from(returns)));
        assert!(stays == d.episodes[e].is_helped() || returns, "{then:?} {weeks}");
        let again = d.rooms.basic.served.get(&d.episodes, e).is_some_and(|served| served.fell_short);
        assert_eq!(again, returns);
        if returns {
            assert!(d.episodes[e].in_pipeline > 0, "help is asked for at once");
        }
    }
}

/// At the end of a term a service for a light need gives way to a free place, and one for a severe need goes on; none
/// does where there is no place or the link is cut.
#[test]
fn services_for_light_needs_give_way_to_free_places() {
    for (severity, half_days, link, gives_way) in [
        (Severity::Light, 2.0, 1.0, true),
        (Severity::Light, 2.0, 0.0, false),
        (Severity::Light, 0.0, 1.0, false),
        (Severity::Severe, 2.0, 1.0, false),
    ] {
        let mut still = provided(&[("basic.renewal", 1.0), ("basic.severe", 1.0)]);
        still.settings.basic.half_days = [half_days; 4];
        still.settings.links[Link::BASIC_SCALING_DOWN.place()] = link;
        let product = Product::Guidance;
        let mut spec = still.scenario.organisation.services[product as usize].clone();
        (spec.places, spec.renewal, spec.duration_weeks) = (Some(100.0), 1.0, Distribution::Fixed(20.0));
        let mut queue = Queue::new(product, Key(0), Week(FOUNDED));
        let (now, d) = still.in_week(FOUNDED);
        d.arrivals[product as usize].clear();
        open(now, d);
        let e = needs_of(d, Domain::Social)[0];
        d.change_episode(e, |episode| (episode.severity, episode.known) = (severity, true));
        assert!(referrals::refer(now, d, e, product, Door::Gp, Frame::Voluntary));
        let x = held(d, e).expect("a request");
        requests::decide(now, d, x);
        for week in 0..60 {
            let week = Week(FOUNDED + week);
            let now = Now { at: week.start(), week, ..now };
            second_line::replay(
                &[Service { now, spec: &spec, purchased: 1.0, contracted: None, left: 1.0 }],
                std::slice::from_mut(d),
                &mut queue,
            );
        }
        assert_eq!(held(d, e).is_none(), gives_way, "{severity:?} {half_days} {link}");
        assert_eq!(count(d, Indicator::BASIC_SCALED_DOWN), i64::from(gives_way));
        let place = d.rooms.basic.served.get(&d.episodes, e).and_then(|served| served.place);
        assert_eq!(place.is_some_and(|place| matches!(place.at, Where::General(_))), gives_way);
        assert!(d.episodes[e].is_helped());
        assert_eq!(queue.shares[0].serving, u32::from(!gives_way), "the books of the queue hold");
    }
}

fn set(scenario: &mut Scenario, lever: &str, value: LeverValue) {
    scenario.organisation.timeline.set(Week(0), position(lever).expect("a lever"), value);
}

fn sum(runs: &[Simulation], indicator: &str) -> Cell {
    let place = catalogue::position(indicator, "all").expect("a series");
    let cells = || runs.iter().flat_map(|run| &run.record().years).map(|year| year[place]);
    Cell { num: cells().map(|c| c.num).sum(), den: cells().map(|c| c.den).sum() }
}

/// Runs of three years of a scenario with some parameters, in a few replicates, without and with some levers.
fn pair(parameters: &[(&str, f64)], levers: &[(&str, LeverValue)]) -> [Vec<Simulation>; 2] {
    let mut base = builtin("reactive", 4_000, 3);
    for (key, value) in parameters {
        fix(&mut base, key, *value);
    }
    let mut with = base.clone();
    for (key, value) in levers {
        set(&mut with, key, *value);
    }
    let starts = [0, 1, 2].map(|replicate| (replicate, burned_in(&base, 0, replicate)));
    [&base, &with].map(|scenario| starts.iter().map(|(r, start)| go_on(start, scenario, 0, *r, Week(156))).collect())
}

/// Works by its parts: where needs are light, people take what is offered and it helps as much as guidance of one's
/// own, as many are helped at a part of its price, and fewer have guidance.
#[test]
fn where_needs_are_light_places_help_at_a_part_of_the_price() {
    let light = [
        ("onset.moderate", 0.3),
        ("onset.severe", 0.0),
        ("onset.crisis", 0.0),
        ("basic.accepts", 0.9),
        ("basic.strength", 1.0),
        ("basic.goes_on", 1.0),
        ("collective.price", 0.2),
    ];
    let levers = [("collective.guidance", LeverValue::Number(15.0)), ("collective.first", LeverValue::Flag(true))];
    let [without, with] = pair(&light, &levers);
    let of = |runs: &[Simulation], key: &str| sum(runs, key).num as f64;
    let guidance = [&without, &with].map(|runs| of(runs, "persons.product.guidance"));
    let served = of(&with, "collective.served");
    let helped = [&without, &with].map(|runs| of(runs, "recoveries.by_help"));
    let wmo = [&without, &with].map(|runs| of(runs, "euros.wmo"));
    println!("guidance {guidance:?}, {served} served in weeks, recoveries by help {helped:?}, Wmo {wmo:?}");
    assert!(served > 0.0 && guidance[1] < 0.9 * guidance[0], "{guidance:?}");
    assert!(helped[1] > 0.9 * helped[0], "{helped:?}");
    assert!(wmo[1] < 0.99 * wmo[0], "{wmo:?}");
}

/// Fails by its parts: where everybody takes a place that does nothing, needs that get worse come back heavier, more of
/// them than where it helps. And places that nobody takes are paid all the same.
#[test]
fn places_that_do_nothing_send_people_back_and_empty_ones_are_paid() {
    let worse = |strength: f64| {
        [
            ("basic.accepts", 1.0),
            ("basic.strength", strength),
            ("basic.stay_weeks", 500.0),
            ("help.second_line", 6.0),
            ("worsening.mental", 0.02),
            ("worsening.social", 0.02),
        ]
    };
    let levers = [("collective.guidance", LeverValue::Number(60.0)), ("collective.first", LeverValue::Flag(true))];
    let [_, nothing] = pair(&worse(0.0), &levers);
    let [_, helps] = pair(&worse(1.1), &levers);
    let back = |runs: &[Simulation]| {
        let of = |key: &str| sum(runs, key).num as f64;
        of("basic.returned") / of("basic.offered")
    };
    println!("{} of those offered come back where it does nothing, {} where it helps", back(&nothing), back(&helps));
    assert!(back(&nothing) > 0.02 && back(&nothing) > 1.2 * back(&helps));
    let [without, empty] = pair(&[("basic.accepts", 0.0), ("basic.goes_on", 1.0), ("basic.renewal", 0.0)], &levers);
    let cost = sum(&empty, "euros.collective").num;
    let municipal = [&without, &empty].map(|runs| sum(runs, "euros.wmo").num);
    assert_eq!(sum(&empty, "basic.served").num, 0);
    assert_eq!((municipal[1] - municipal[0], cost > 0), (cost, true), "what is paid for nothing comes on top");
}
