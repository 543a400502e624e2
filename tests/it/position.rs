//! Position and self-interest by hand and as a whole: what empty places of an employer are worth, who keeps clients,
//! what the municipality's own team withholds, and whose way of working a team takes over.

use kantel::district::{District, Queue, Round};
use kantel::entities::{Domain, Product};
use kantel::ids::{EntitlementId, EpisodeId, Key};
use kantel::levers::{LeverValue, position};
use kantel::links::Link;
use kantel::mechanisms::contracting::Form;
use kantel::mechanisms::culture::stocks;
use kantel::mechanisms::position::{By, interest, occupancy};
use kantel::observation::Indicator;
use kantel::plan::Scenario;
use kantel::settings::Settings;
use kantel::simulation::Simulation;
use kantel::units::Week;

use crate::by_hand::{count, sum};
use crate::small::{Still, builtin, burned_in, fix, go_on, residents, state_places};

const PRODUCT: Product = Product::Guidance;
const I: usize = PRODUCT as usize;

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

/// A district with the usual numbers, in which every employer offers everything.
fn whose(settings: impl Fn(&mut Settings)) -> Still {
    let mut still = Still::of(
        3_000,
        &[
            ("position.referral", 0.5),
            ("position.offers", 1.0),
            ("position.retention", 0.1),
            ("position.pull", 0.1),
            ("position.orientation", 0.1),
            ("position.restraint", 0.2),
            ("position.refusal", 0.02),
            ("position.slower", 1.5),
            ("culture.professional", 0.25),
        ],
    );
    settings(&mut still.settings);
    still
}

fn need(d: &District) -> EpisodeId {
    let mut all = residents(d).flat_map(|r| d.episodes_of(r));
    all.find(|e| d.episodes[*e].domain == Domain::Mental).expect("a need")
}

fn by(by: By) -> impl Fn(&mut Settings) {
    move |s| s.position.by = by
}

/// What two fifths of the places empty are worth to who is seconded: a fifth in log odds. Full they are worth nothing,
/// and where a lump sum pays, a client costs. Nobody gains by what no such employer gives, and as now nobody does.
#[test]
fn empty_places_of_the_employer_are_worth_a_referral() {
    let odds = |set: &dyn Fn(&mut Settings), product: Product, empty: f64| {
        let mut still = whose(set);
        let (now, d) = still.in_week(0);
        d.rooms.position.empty = [empty; kantel::entities::PRODUCTS];
        interest::in_referral(now, d, need(d), || Some(product))
    };
    let seconded: &dyn Fn(&mut Settings) = &|s| s.position.seconded = 1.0;
    let theirs: &dyn Fn(&mut Settings) = &by(By::Providers);
    for whose in [seconded, theirs] {
        assert!(near(odds(whose, PRODUCT, 0.4), 0.2));
        assert!(near(odds(whose, PRODUCT, 0.0), 0.0), "full");
        assert!(near(odds(whose, Product::Aids, 0.4), 0.0), "nobody's employer");
        let task = |s: &mut Settings| {
            whose(s);
            s.contracting.form[I] = Form::Task;
        };
        assert!(near(odds(&task, PRODUCT, 0.4), -0.3) && near(odds(&task, PRODUCT, 1.0), 0.0));
        let cut = |s: &mut Settings| {
            whose(s);
            s.links[Link::OWN_PROVIDER_REFERRAL.place()] = 0.0;
        };
        assert!(near(odds(&cut, PRODUCT, 0.4), 0.0));
    }
    for (by, expected) in [(By::AsNow, 0.0), (By::Foundation, 0.0), (By::Municipality, -0.2)] {
        assert!(near(odds(&self::by(by), PRODUCT, 0.4), expected), "{by:?}");
    }
    let both = |s: &mut Settings| (s.position.by, s.position.seconded) = (By::Municipality, 1.0);
    assert!(near(odds(&both, PRODUCT, 0.4), 0.0), "restrained, and interested");
}

/// A share of needs is with a professional whose employer offers the product: as many as are seconded, by lot.
#[test]
fn a_share_of_needs_is_with_somebody_seconded() {
    let mut still = whose(|s| s.position.seconded = 0.3);
    let (now, d) = still.in_week(0);
    d.rooms.position.empty[I] = 1.0;
    let all: Vec<EpisodeId> = residents(d).flat_map(|r| d.episodes_of(r)).collect();
    let own = all.iter().filter(|e| interest::in_referral(now, d, **e, || Some(PRODUCT)) > 0.0).count();
    // Within four standard errors.
    let (n, is) = (all.len() as f64, own as f64);
    assert!((is / n - 0.3).abs() < 4.0 * (0.21 / n).sqrt(), "{own} of {n}");
    let e = *all.iter().find(|e| interest::in_referral(now, d, **e, || Some(PRODUCT)) > 0.0).expect("one of them");
    let other = *all.iter().find(|e| interest::in_referral(now, d, **e, || Some(PRODUCT)) == 0.0).expect("another");
    interest::referred(now, d, e, PRODUCT);
    interest::referred(now, d, other, PRODUCT);
    assert_eq!(count(d, Indicator::OWN_REFERRALS), 1);
}

/// A tenth more terms are renewed of who is helped by the employer of who decides, a tenth fewer where a lump sum pays,
/// and as many as ever elsewhere.
#[test]
fn clients_of_the_employer_stay() {
    let renewal = |form: Form, share: f64, product: Product| {
        let mut still = whose(|s| {
            s.position.seconded = share;
            s.contracting.form = [form; kantel::entities::PRODUCTS];
        });
        let (now, d) = still.in_week(0);
        let is_of = |x: &EntitlementId| d.entitlements[*x].product == product;
        let x = residents(d).flat_map(|r| d.entitlements_of(r)).find(is_of).expect("an entitlement");
        let times = interest::in_renewal(now, d, x);
        interest::renewed(now, d, x);
        (times, count(d, Indicator::OWN_RENEWALS))
    };
    for (form, share, product, (times, counted)) in [
        (Form::Stated, 1.0, PRODUCT, (1.1, 1)),
        (Form::Output, 1.0, PRODUCT, (1.1, 1)),
        (Form::Task, 1.0, PRODUCT, (0.9, 1)),
        (Form::Stated, 0.0, PRODUCT, (1.0, 0)),
        (Form::Stated, 1.0, Product::Aids, (1.0, 0)),
    ] {
        let (is, own) = renewal(form, share, product);
        assert!(near(is, times) && own == counted, "{form:?} {share} {product:?}: {is} {own}");
    }
}

/// Seven in ten places: three tenths are empty, counted over districts that share them, and looked at only where
/// anybody has an interest.
#[test]
fn what_is_empty_is_known() {
    let empty = |seconded: f64, served: u32, waiting: u32| {
        let mut still = whose(|s| s.position.seconded = seconded);
        let mut specs = still.scenario.organisation.services.clone();
        specs[I].places = Some(10.0);
        let mut queue = Queue::new(PRODUCT, Key(0), Week(0));
        (0..served).for_each(|_| queue.take_place(0, 60, Week(0).start()));
        (0..waiting).for_each(|_| queue.join_line(0, false));
        let (now, d) = still.in_week(0);
        let contracts = [&specs[..]];
        let mut round = Round {
            week: now.week,
            nows: &[now],
            contracts: &contracts,
            changed: &[false],
            districts: std::slice::from_mut(d),
            services: std::slice::from_mut(&mut queue),
            municipalities: &mut [],
        };
        occupancy::follow(&mut round);
        d.rooms.position.empty[I]
    };
    assert!(near(empty(0.1, 6, 1), 0.3));
    assert!(near(empty(0.1, 8, 4), 0.0) && near(empty(0.1, 0, 0), 1.0));
    assert!(near(empty(0.0, 6, 1), 0.0), "nobody's interest");
}

/// The municipality's own team withholds two in a hundred grants; a provider pulls its people to its own way of working
/// by a tenth of the way in a year; a foundation's organisation follows half as slowly again.
#[test]
fn whose_the_team_is_changes_grants_and_culture() {
    for (of, granted, slower, pull) in [
        (By::AsNow, 1.0, 1.0, 0.0),
        (By::Municipality, 0.98, 1.0, 0.0),
        (By::Foundation, 1.0, 1.5, 0.0),
        (By::Providers, 1.0, 1.0, -0.015),
    ] {
        let mut still = whose(by(of));
        let (now, _) = still.in_week(0);
        assert!(near(interest::granted(now), granted) && near(interest::slower(now), slower), "{of:?}");
        assert!(near(interest::pull(now, 0.25), pull), "{of:?}");
    }
    let a_year = |of: By, cut: bool| {
        let mut still = whose(by(of));
        if cut {
            still.settings.links[Link::PROVIDER_ORIENTATION.place()] = 0.0;
        }
        let (_, d) = still.in_week(0);
        d.teams[0].jobs.iter_mut().for_each(|job| job.employed = true);
        d.teams[0].crew.routine = 0.2;
        let (now, d) = still.in_week(0);
        stocks::follow(now, d);
        let first = d.rooms.culture.organisation;
        for week in 1..52 {
            let (now, d) = still.in_week(week);
            stocks::follow(now, d);
        }
        let (now, d) = still.in_week(52);
        (first, stocks::of_district(now, d).professional)
    };
    let (organisation, base) = a_year(By::AsNow, false);
    let (same, pulled) = a_year(By::Providers, false);
    assert!(organisation > 0.0 && (same - organisation).abs() < 1e-6, "{same} {organisation}");
    assert!((0.012..0.017).contains(&(base - pulled)), "{base} {pulled}");
    assert!(near(a_year(By::Providers, true).1, base));
    assert!(near(a_year(By::Foundation, false).0 * 1.5, organisation));
}

/// So many times the usual places, all of them stated, and interests that show; nothing else of a provider does.
fn with_places(times: f64) -> Scenario {
    let mut scenario = builtin("reactive", 2_000, 2);
    for (key, value) in [
        ("position.referral", 4.0),
        ("position.offers", 1.0),
        ("position.retention", 0.0),
        ("position.pull", 0.0),
        ("waiting.leave", 0.0),
    ] {
        fix(&mut scenario, key, value);
    }
    let residents = scenario.residents;
    for organisation in [&mut scenario.organisation, &mut scenario.before] {
        state_places(organisation, residents, times);
    }
    scenario
}

/// Works by its parts: where the employer has empty places, referrals to it rise. Fails: where it is full nothing is
/// different, and for a lump sum they fall.
#[test]
fn own_referrals_rise_with_empty_places_alone() {
    let referrals = |times: f64, levers: &[(&str, LeverValue)]| {
        let base = with_places(times);
        let start = burned_in(&base, 0, 0);
        let mut plan = base;
        for (key, value) in levers {
            plan.organisation.timeline.set(Week(0), position(key).expect("a lever"), *value);
        }
        let runs: [Simulation; 1] = [go_on(&start, &plan, 0, 0, Week(104))];
        (sum(&runs, "team.referrals").num, sum(&runs, "position.own_referrals").num)
    };
    let seconded = ("team.seconded_share", LeverValue::Number(1.0));
    let (plain, none) = referrals(5.0, &[]);
    let (own, to_own) = referrals(5.0, &[seconded]);
    assert!(own * 2 > plain * 3 && none == 0 && to_own > 0, "{plain} {own} {to_own}");
    let forms = ["contract.guidance", "contract.youth_ambulatory", "contract.mental_health", "contract.day_activity"];
    let mut task: Vec<(&str, LeverValue)> = forms.into_iter().map(|key| (key, LeverValue::Choice(3))).collect();
    let (plain, _) = referrals(0.3, &task);
    task.push(seconded);
    assert!(referrals(0.3, &task).0 < plain, "a lump sum");
    let (plain, _) = referrals(0.02, &[]);
    assert_eq!(referrals(0.02, &[seconded]).0, plain, "full");
}
