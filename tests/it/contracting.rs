//! Contracts by hand and as a whole: how places follow queues and margins, what each form pays, whom it serves and for
//! how long, and lists that close.

use std::sync::Arc;

use kantel::calendar::Occasion;
use kantel::cancel::Cancel;
use kantel::district::{District, Inputs, Queue, Reading};
use kantel::doors::Door;
use kantel::entities::{Account, Domain, Frame, Product, Severity, Stage};
use kantel::ids::{EntitlementId, EpisodeId, Key};
use kantel::levers::{LeverValue, position};
use kantel::links::Link;
use kantel::mechanisms::contracting::{Contract, Form, bill, places, selection};
use kantel::mechanisms::doors::{referrals, requests};
use kantel::mechanisms::needs::{natural, rates};
use kantel::mechanisms::professional::labour;
use kantel::mechanisms::second_line::bills;
use kantel::mechanisms::second_line::services::{self, Service};
use kantel::plan::{Scenario, ServiceSpec};
use kantel::random::Distribution;
use kantel::settings::Settings;
use kantel::simulation::{Policy, Simulation};
use kantel::units::{Effort, Money, Week};

use crate::by_hand::sum;
use crate::conservation::Auditor;
use crate::small::{Still, builtin, burned_in, fix, go_on, residents, state_places};

const PRODUCT: Product = Product::Guidance;
const I: usize = PRODUCT as usize;

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

/// A district with the usual numbers of contracts, in which guidance is paid so.
fn paid(form: Form, settings: impl Fn(&mut Settings)) -> Still {
    let mut still = Still::of(
        3_000,
        &[
            ("contract.follow_weeks", 52.0),
            ("contract.waiting", 0.5),
            ("contract.output_term", 0.85),
            ("contract.task_term", 0.9),
            ("contract.task_stop", 1.1),
            ("provider.margin", 0.02),
            ("contract.margin_capacity", 5.0),
            ("waiting.leave", 0.0),
            ("waterbed.share", 0.0),
        ],
    );
    still.settings.contracting.form[I] = form;
    settings(&mut still.settings);
    still
}

/// A queue of guidance, in which so many are served for an hour a week and so many wait, and its service.
fn queue(still: &Still, serving: u32, waiting: u32) -> (Vec<ServiceSpec>, Queue) {
    let mut specs = still.scenario.organisation.services.clone();
    let spec = &mut specs[I];
    (spec.places, spec.hours_per_week, spec.cents_per_hour) = (Some(f64::from(serving)), 1.0, 6_000);
    (spec.renewal, spec.duration_weeks) = (0.0, Distribution::Fixed(100.0));
    let mut queue = Queue::new(PRODUCT, Key(0), Week(0));
    for _ in 0..serving {
        queue.take_place(0, 60, Week(0).start());
    }
    for _ in 0..waiting {
        queue.join_line(0, false);
    }
    (specs, queue)
}

/// A week of contracts: paid for, and followed.
fn week(still: &mut Still, week: i32, specs: &[ServiceSpec], queue: &mut Queue) -> Money {
    let (now, d) = still.in_week(week);
    let before = d.ledger().spent(Account::Wmo);
    let service = Service { now, spec: &specs[I], purchased: 1.0, contracted: None, left: 1.0 };
    bills::account(service, d, queue, 0);
    let paid = d.ledger().spent(Account::Wmo) - before;
    let contracts = [specs];
    let mut round = kantel::district::Round {
        week: now.week,
        nows: &[now],
        contracts: &contracts,
        changed: &[false],
        districts: std::slice::from_mut(d),
        services: std::slice::from_mut(queue),
        municipalities: &mut [],
    };
    places::follow(&mut round);
    paid
}

fn contract(still: &mut Still) -> Contract {
    let (_, d) = still.in_week(0);
    d.rooms.contracting.running[I].expect("a contract")
}

/// By effort and by trajectory places follow a year later who is served and half of who waits; for a lump sum they
/// stay. As stated there is no contract, nor before week 0.
#[test]
fn places_follow_the_queue_where_more_is_paid_for_more() {
    for (form, expected) in [(Form::Effort, 10.0 + 2.0 / 52.0), (Form::Output, 10.0 + 2.0 / 52.0), (Form::Task, 10.0)] {
        let mut still = paid(form, |_| {});
        let (specs, mut queue) = queue(&still, 10, 4);
        week(&mut still, -1, &specs, &mut queue);
        assert_eq!(still.in_week(0).1.rooms.contracting.running[I], None, "before week 0");
        week(&mut still, 0, &specs, &mut queue);
        assert!(near(contract(&mut still).places, 10.0), "what there is when it begins");
        week(&mut still, 1, &specs, &mut queue);
        assert!(near(contract(&mut still).places, expected), "{form:?}");
        assert_eq!(places::in_force(still.in_week(2).1, PRODUCT).map(f64::to_bits), Some(expected.to_bits()));
    }
    let mut still = paid(Form::Stated, |_| {});
    let (specs, mut queue) = queue(&still, 10, 4);
    week(&mut still, 0, &specs, &mut queue);
    assert_eq!(still.in_week(1).1.rooms.contracting.running[I], None);
}

/// Places shrink to who comes; nobody grows at a loss or where the link is cut, and scarce hands make it slower. Who
/// grows looks for people, and that makes the vacancies of teams last.
#[test]
fn growth_takes_a_margin_and_people() {
    let grown = |waiting: u32, serving: u32, set: &dyn Fn(&mut Settings), first: &dyn Fn(&mut District)| {
        let mut still = paid(Form::Effort, set);
        let (specs, mut queue) = queue(&still, 10, 0);
        week(&mut still, 0, &specs, &mut queue);
        for _ in serving..10 {
            queue.free_place(0, 60, Week(0).start());
        }
        (0..waiting).for_each(|_| queue.join_line(0, false));
        first(still.in_week(1).1);
        week(&mut still, 1, &specs, &mut queue);
        let hiring = still.in_week(1).1.rooms.contracting.hiring;
        (contract(&mut still).places - 10.0, hiring)
    };
    let none: &dyn Fn(&mut Settings) = &|_| {};
    let (usual, hiring) = grown(4, 10, none, &|_| {});
    assert!(near(usual, 2.0 / 52.0));
    assert!(near(grown(0, 6, none, &|_| {}).0, -4.0 / 52.0), "places that nobody needs");
    let (slow, fewer) = grown(4, 10, none, &|d| d.rooms.professional.tightness = 2.0);
    assert!(near(slow, usual / 2.0) && near(fewer, hiring / 2.0), "{slow}");
    let (at_a_loss, nobody) = grown(4, 10, none, &|d| d.rooms.contracting.margin[I] = -0.03);
    assert!(near(at_a_loss, 0.0) && near(nobody, 0.0), "{at_a_loss}");
    let cut: &dyn Fn(&mut Settings) = &|s| s.links[Link::QUEUE_CAPACITY.place()] = 0.0;
    assert!(near(grown(4, 10, cut, &|_| {}).0, 0.0));
    // The minutes of a place and a year's hours: so many FTE, sought for as long as a vacancy lasts.
    let mut still = paid(Form::Effort, |_| {});
    let p = still.in_week(0).0.inputs.params.team.clone();
    assert!(near(hiring, usual * 52.0 / p.hours_fte * p.vacancy_weeks), "{hiring}");
    let tightness = |hiring: f64, still: &mut Still| {
        let (now, d) = still.in_week(0);
        d.rooms.contracting.hiring = hiring;
        let mut round = kantel::district::Round {
            week: now.week,
            nows: &[now],
            contracts: &[],
            changed: &[false],
            districts: std::slice::from_mut(d),
            services: &mut [],
            municipalities: &mut [],
        };
        labour::follow(&mut round);
        d.rooms.professional.tightness
    };
    let mut still = Still::of(3_000, &[("labour.own_share", 0.2), ("labour.pool", 1.0)]);
    assert!(tightness(2.0, &mut still) > tightness(0.0, &mut still) + 0.1);
}

/// By the hour ten people for an hour cost ten hours. A lump sum is what was bought, however few are served, and what
/// is left of it is the provider's. A tariff of 3.3 % less is paid to the sixtieth of a cent, the rest the week after.
#[test]
fn each_form_has_its_bill() {
    let hour = Money::of_effort(6_000, Effort(600));
    for (form, then) in [(Form::Stated, 300), (Form::Effort, 300), (Form::Task, 600)] {
        let mut still = paid(form, |_| {});
        let (specs, mut queue) = queue(&still, 10, 0);
        assert_eq!(week(&mut still, 0, &specs, &mut queue), hour, "{form:?}");
        (0..5).for_each(|_| queue.free_place(0, 60, Week(1).start()));
        assert_eq!(week(&mut still, 1, &specs, &mut queue), Money::of_effort(6_000, Effort(then)), "{form:?}");
        let of_week = still.in_week(1).1.rooms.contracting.week[I];
        assert_eq!(of_week, (6_000 * then, 6_000 * (then - 300)), "{form:?}");
    }
    let mut still = paid(Form::Stated, |s| s.contracting.tariff = -3.3);
    let (mut specs, mut queue) = queue(&still, 1, 0);
    specs[I].cents_per_hour = 1;
    let weeks: Vec<i64> = (0..50).map(|w| week(&mut still, w, &specs, &mut queue).0).collect();
    assert_eq!(weeks.iter().sum::<i64>(), 50 * 60 * 967 / 1_000, "0.967 of sixty sixtieths a week: {weeks:?}");
    // What the insurer pays goes by its own tariff.
    let mut still = paid(Form::Stated, |s| s.contracting.tariff_insurer = -5.0);
    let (specs, mut queue) = self::queue(&still, 10, 0);
    assert_eq!(week(&mut still, 0, &specs, &mut queue), hour);
}

/// Somebody is referred to guidance at a moment, and granted.
fn granted(still: &mut Still, week: i32, severity: Severity) -> (EpisodeId, EntitlementId) {
    let (now, d) = still.in_week(week);
    let free = residents(d).filter(|r| d.residents[*r].is_adult() && d.entitlements_of(*r).next().is_none());
    let is_open = |e: &EpisodeId| d.episodes[*e].domain == Domain::Mental && !d.episodes[*e].recovered;
    let e = free.flat_map(|r| d.episodes_of(r)).find(is_open).expect("a need");
    d.change_episode(e, |episode| (episode.severity, episode.known) = (severity, true));
    assert!(referrals::refer(now, d, e, PRODUCT, Door::Gp, Frame::Voluntary));
    let x = d.entitlements_of(d.episodes[e].resident).next().expect("an entitlement");
    requests::decide(now, d, x);
    (e, x)
}

/// A price for the whole was agreed when terms were as long as usual: a week of one that is 0.85 as long earns the
/// hours of 1 / 0.85 weeks, and of one that is as long as ever (the link is cut) its own hours. Who was helped before
/// is paid by the hour until the term ends.
#[test]
fn a_week_of_a_shorter_trajectory_earns_more() {
    for (link, ratio) in [(1.0, 0.85), (0.0, 1.0), (0.5, 0.925)] {
        let mut still = paid(Form::Output, |s| s.links[Link::FORM_DURATION.place()] = link);
        let (specs, mut queue) = queue(&still, 10, 0);
        week(&mut still, 0, &specs, &mut queue);
        let mut alone = Queue::new(PRODUCT, Key(0), Week(0));
        let (_, d) = still.in_week(0);
        d.arrivals[I].clear();
        let (_, x) = granted(&mut still, 0, Severity::Moderate);
        let mut spec = specs[I].clone();
        spec.places = Some(1.0);
        let (now, d) = still.in_week(0);
        let service = Service { now, spec: &spec, purchased: 1.0, contracted: None, left: 1.0 };
        services::replay(&[service], std::slice::from_mut(d), &mut alone);
        assert_eq!(d.entitlements[x].stage, Stage::Served);
        let year = |d: &mut _| (0..52).map(|_| bill::of_week(now, d, &alone, &specs[I], 0, Effort(0)).0).sum::<i64>();
        let agreed = year(d);
        *d.rooms.contracting.paid_for.of_mut(&d.entitlements, x) = 0;
        let by_the_hour = year(d);
        assert!((agreed as f64 * ratio - by_the_hour as f64).abs() <= 6_000.0 * 1.2, "{agreed} {by_the_hour}");
        bill::term_begins(now, d, PRODUCT, x);
        assert!((year(d) - agreed).abs() <= 6_000, "{link}");
    }
}

/// A list closes where more than a tenth more ask than when the lump sum was agreed: it is counted, and whoever joins
/// hears at once that they had better look elsewhere.
#[test]
fn a_lump_sum_closes_the_list() {
    for (form, more, closes) in [(Form::Task, 1, false), (Form::Task, 2, true), (Form::Effort, 9, false)] {
        let mut still = paid(form, |_| {});
        let (specs, mut queue) = queue(&still, 10, 0);
        week(&mut still, 0, &specs, &mut queue);
        (0..more).for_each(|_| queue.join_line(0, false));
        week(&mut still, 1, &specs, &mut queue);
        assert_eq!(places::is_closed(still.in_week(1).1, PRODUCT), closes, "{form:?} {more}");
        let (_, x) = granted(&mut still, 2, Severity::Moderate);
        let first = -still.scenario.experiment.burn_in_weeks.cast_signed();
        let (now, d) = still.in_week(2);
        let long = now.inputs.params.doors.waterbed_weeks;
        let mut told = Vec::new();
        for week in first..20 {
            d.calendar.open(Week(week));
            while let Some(entry) = d.calendar.pop() {
                if entry.what == Occasion::WAITING_LONG && entry.slot == x.0 {
                    told.push(entry.at);
                }
            }
        }
        assert_eq!(told, [now.at.plus_weeks(if closes { 0.0 } else { long })], "{form:?} {more}");
    }
}

/// Terms are shorter where time is not paid for, and some severe needs come later where heavy ones cost more: never
/// moderate ones.
#[test]
fn forms_change_terms_and_turns() {
    let term = |form: Form, cut: bool| {
        let link = if cut { 0.0 } else { 1.0 };
        let mut still = paid(form, |s| s.links[Link::FORM_DURATION.place()] = link);
        selection::term(still.in_week(0).0, PRODUCT)
    };
    for (form, expected) in [(Form::Stated, 1.0), (Form::Effort, 1.0), (Form::Output, 0.85), (Form::Task, 0.9)] {
        assert!(near(term(form, false), expected) && near(term(form, true), 1.0), "{form:?}");
    }
    for (form, severity, expected) in [
        (Form::Output, Severity::Moderate, 2),
        (Form::Output, Severity::Severe, 2),
        (Form::Output, Severity::Crisis, 3),
        (Form::Effort, Severity::Crisis, 4),
    ] {
        let mut still = Still::of(3_000, &[("contract.output_later", 1.0)]);
        still.settings.contracting.form[I] = form;
        let (_, x) = granted(&mut still, 0, severity);
        let (now, d) = still.in_week(0);
        assert_eq!(selection::urgency(now, &d.entitlements[x]), expected, "{form:?} {severity:?}");
    }
}

/// What passes in help by the trajectory comes back a tenth more often; the bound knows.
#[test]
fn short_help_comes_back() {
    let relapse = |form: Form| {
        let mut still = Still::of(3_000, &[("contract.output_relapse", 1.1)]);
        still.settings.contracting.form[I] = form;
        let (e, _) = granted(&mut still, 0, Severity::Moderate);
        let (now, d) = still.in_week(0);
        natural::service_begins(now, d, e, PRODUCT);
        natural::recover(now, d, e);
        [Reading::Now, Reading::Bound]
            .map(|reading| rates::rate(now, d, kantel::district::Rate::Relapse, rates::of_need(d, e), reading))
    };
    let ([stated, bound], [short, higher]) = (relapse(Form::Effort), relapse(Form::Output));
    assert!(stated > 0.0 && near(short / stated, 1.1), "{stated} {short}");
    assert!(near(higher / bound, 1.1), "{bound} {higher}");
}

/// A tariff of 5 % less at a margin of 2 % is a loss of 3.2 %: a year of books tells it, and it takes 5 %
/// of the places a year for each point. Cut, it takes none; at 1 % less there is a margin still.
#[test]
fn a_loss_takes_places() {
    let lost = |percent: f64, years: i32, cut: bool| {
        let mut still = paid(Form::Stated, |s| {
            s.contracting.tariff = percent;
            s.links[Link::MARGIN_CAPACITY.place()] = f64::from(u8::from(!cut));
        });
        let (specs, mut queue) = queue(&still, 10, 0);
        for w in 0..years * 52 {
            week(&mut still, w, &specs, &mut queue);
        }
        let (now, d) = still.in_week(years * 52);
        (1.0 - places::left(d, PRODUCT), places::margin(now, d, PRODUCT))
    };
    let (taken, margin) = lost(-5.0, 10, false);
    assert!((margin - (1.0 - 0.98 / 0.95)).abs() < 1e-5, "{margin}");
    // Five times what the margin lies below zero; after a year, in which the books come to know it, less than half.
    assert!((taken + 5.0 * margin).abs() < 0.001, "{taken} at {margin}");
    let first = lost(-5.0, 1, false).0;
    assert!((0.05..0.5).contains(&(first / taken)), "{first} after a year of {taken}");
    assert!(near(lost(-5.0, 10, true).0, 0.0) && near(lost(-1.0, 10, false).0, 0.0));
    assert!(near(lost(10.0, 3, false).0, 0.0), "no more places than there were");
}

/// What of a service fits into it under contract: as many as there are places, where people were served after a wait.
#[test]
fn places_under_contract_bind() {
    // A contract that is in force for the replay alone.
    let served = |contracted: Option<f64>, left: f64| {
        let mut still = paid(Form::Effort, |_| {});
        let mut spec = still.scenario.organisation.services[I].clone();
        (spec.places, spec.places_follow, spec.wait_weeks) = (None, 1.0, 0.0);
        let mut queue = Queue::new(PRODUCT, Key(0), Week(0));
        still.in_week(0).1.arrivals[I].clear();
        for _ in 0..6 {
            granted(&mut still, 0, Severity::Moderate);
        }
        let (now, d) = still.in_week(0);
        let service = Service { now, spec: &spec, purchased: 1.0, contracted, left };
        services::replay(&[service], std::slice::from_mut(d), &mut queue);
        let (now, d) = still.in_week(1);
        let service = Service { now, spec: &spec, purchased: 1.0, contracted, left };
        services::replay(&[service], std::slice::from_mut(d), &mut queue);
        (queue.serving, queue.shares[0].waiting)
    };
    assert_eq!(served(None, 1.0), (6, 0), "served after a wait, however many");
    assert_eq!(served(Some(4.0), 1.0), (4, 2));
    assert_eq!(served(Some(4.0), 0.5), (2, 4));
}

fn with(scenario: &Scenario, levers: &[(&str, LeverValue)]) -> Scenario {
    let mut changed = scenario.clone();
    for (key, value) in levers {
        changed.organisation.timeline.set(Week(0), position(key).expect("a lever"), *value);
    }
    changed
}

/// A district in which few places of guidance and half the usual ones of all else were stated, and nobody gives up.
fn short_of_places() -> Scenario {
    let mut scenario = builtin("reactive", 3_000, 5);
    for (key, value) in [
        ("waiting.leave", 0.0),
        ("waterbed.share", 1.0),
        ("contract.task_stop", 1.05),
        ("contract.follow_weeks", 26.0),
        ("contract.waiting", 1.0),
    ] {
        fix(&mut scenario, key, value);
    }
    let residents = scenario.residents;
    for organisation in [&mut scenario.organisation, &mut scenario.before] {
        state_places(organisation, residents, 0.5);
        organisation.services[I].places = Some(6.0);
    }
    scenario
}

const GUIDANCE: &str = "contract.guidance";

/// Works by its parts: where people wait, payment by effort makes places, the queue goes, and euros rise. Fails: for a
/// lump sum the queue is there still, the list is closed, and people ask at other doors; the bill is the same every
/// week.
#[test]
fn effort_clears_a_queue_and_a_lump_sum_closes_it() {
    let base = short_of_places();
    let start = burned_in(&base, 0, 0);
    let five = |form: u8| {
        let plan = with(&base, &[(GUIDANCE, LeverValue::Choice(form))]);
        let run = go_on(&start, &plan, 0, 0, Week(5 * 52));
        let waiting = run.region().services[I].shares[0].waiting;
        (waiting, [run])
    };
    let ((stated, before), (effort, grown), (task, closed)) = (five(0), five(1), five(3));
    let of = |runs: &[Simulation], key: &str| sum(runs, key).num;
    assert!(stated > 5 && effort * 4 < stated, "{stated} {effort}");
    assert!(of(&grown, "euros.wmo") > of(&before, "euros.wmo"));
    assert!(task > 2 * effort.max(1), "{task} {effort}");
    assert!(of(&closed, "contract.stop_weeks") > 52 && of(&grown, "contract.stop_weeks") == 0);
    assert!(of(&closed, "waterbed") > of(&grown, "waterbed"));
}

/// Every form at once, with tariffs that no sixtieth of a cent divides: money balances every week, a snapshot knows the
/// contracts, and twice the prices are twice the bill.
#[test]
fn contracts_balance_and_are_kept() {
    let mut base = short_of_places();
    base.experiment.years = 2;
    let forms = [
        (GUIDANCE, LeverValue::Choice(2)),
        ("contract.youth_ambulatory", LeverValue::Choice(3)),
        ("contract.mental_health", LeverValue::Choice(1)),
    ];
    let plan = with(&base, &forms);
    let tariffs =
        with(&plan, &[("tariff.index", LeverValue::Number(-3.333)), ("tariff.insurer", LeverValue::Number(1.7))]);
    let start = burned_in(&base, 0, 0);
    let mut run = start.fork();
    run.begin(Arc::new(Inputs::of(&tariffs, 0, 0)), Policy::from(&tariffs.organisation));
    let mut audit = Auditor::default();
    run.step_to(Week(60), &mut audit, &Cancel::new());
    let mut kept = Simulation::restore(&run.snapshot().expect("bytes")).expect("a snapshot");
    run.step_to(Week(104), &mut audit, &Cancel::new());
    kept.step_to(Week(104), &mut kantel::simulation::Unobserved, &Cancel::new());
    assert_eq!(run.record(), kept.record());
    assert_eq!(audit.weeks, 104);
    let spent = |factor: i64| {
        let mut dearer = plan.clone();
        for service in &mut dearer.organisation.services {
            service.cents_per_hour *= factor;
        }
        let run = go_on(&start, &dearer, 0, 0, Week(104));
        [Account::Youth, Account::HealthInsurer].map(|account| {
            (run.region().districts[0].ledger().spent(account) - start.region().districts[0].ledger().spent(account)).0
        })
    };
    let (once, twice) = (spent(1), spent(2));
    assert!(once[0] > 0 && twice[0] == 2 * once[0], "{once:?} {twice:?}");
}
