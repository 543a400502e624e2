//! The own contribution by hand: what people pay, who stays away, who buys, and what that does.

use kantel::district::{District, Now};
use kantel::entities::{Account, Domain, Product, Resident, Severity, Stage};
use kantel::ids::{EntitlementId, EpisodeId, Key, ResidentId};
use kantel::levers::{self, LeverValue};
use kantel::links::Link;
use kantel::mechanisms::contribution::choice::{self, Choice};
use kantel::mechanisms::contribution::rows::Form;
use kantel::mechanisms::contribution::{Basis, fee, private};
use kantel::mechanisms::doors::referrals;
use kantel::mechanisms::needs::{hazards, natural};
use kantel::observation::{Cell, Indicator, catalogue};
use kantel::parameters::Params;
use kantel::plan::Scenario;
use kantel::simulation::Simulation;
use kantel::units::{Money, Week};

use crate::by_hand::SEEN_AS_THEY_ARE;
use crate::professionals::leave_out_professionals;
use crate::small::{Still, builtin, burned_in, fix, go_on, residents};

/// Numbers by which the rest is reckoned: 11 euro an hour, 1,500, 2,900 and 6,000 euro a month.
const CLEAR: &[(&str, f64)] = &[
    ("contribution.reference", 20.6),
    ("contribution.avoidance", 5.0),
    ("contribution.private_price", 11.0),
    ("contribution.income_low", 1_500.0),
    ("contribution.income_middle", 2_900.0),
    ("contribution.income_high", 6_000.0),
    ("contribution.income_rate", 0.125),
    ("asking.pause", 52.0),
];

/// A district with services of known hours: 2.4 hours a week of domestic help for 32 euro, aids for some 29 a month.
fn world(form: Form, euros: f64, more: &[(&str, f64)]) -> Still {
    let parameters: Vec<(&str, f64)> = CLEAR.iter().chain(more).copied().collect();
    let mut still = Still::of(3_000, &parameters);
    (still.settings.contribution.form, still.settings.contribution.cents) = (form, euros * 100.0);
    let mut services = still.scenario.organisation.services.clone();
    services[Product::DomesticHelp as usize].hours_per_week = 2.4;
    let (_, d) = still.in_week(0);
    fee::note_terms(d, &services);
    still
}

/// The same.
fn dear(form: Form, euros: f64) -> Still {
    world(form, euros, &[])
}

fn count(d: &District, indicator: Indicator) -> Cell {
    d.counts.finished()[indicator.place()]
}

/// Adults at home without any Wmo help, by income band.
fn without_help(d: &District, band: usize) -> Vec<ResidentId> {
    let free = |r: &ResidentId| {
        let resident = &d.residents[*r];
        resident.income() == band
            && resident.is_adult()
            && !resident.is(Resident::LONG_TERM)
            && d.entitlements_of(*r).next().is_none()
    };
    residents(d).filter(free).collect()
}

/// Their open needs in daily functioning that nobody has asked help for.
fn needs(d: &District, band: usize) -> Vec<EpisodeId> {
    let of = |r: ResidentId| d.episodes_of(r).filter(|e| d.episodes[*e].domain == Domain::Daily);
    let untouched = |e: &EpisodeId| {
        let episode = &d.episodes[*e];
        !episode.recovered && episode.in_pipeline == 0 && !episode.is_helped()
    };
    without_help(d, band).into_iter().flat_map(of).filter(untouched).collect()
}

/// What somebody pays, by form and income: low incomes can be exempt, and nobody pays more than the help costs.
#[test]
fn who_has_more_pays_more_up_to_what_help_costs() {
    let fees = |form: Form, euros: f64, exempt_low: bool, basis: Basis| {
        let mut still = dear(form, euros);
        still.settings.contribution.exempt_low = exempt_low;
        let (now, d) = still.in_week(0);
        [0, 1, 2].map(|band| fee::Fee::now(now).of(now, d, band, basis))
    };
    assert_eq!(fees(Form::None, 20.6, false, Basis::Help), [0; 3]);
    assert_eq!(fees(Form::Flat, 20.6, false, Basis::Help), [2_060; 3]);
    assert_eq!(fees(Form::Flat, 20.6, true, Basis::Help), [0, 2_060, 2_060]);
    // An eighth of 1,400 is 175. An eighth of 4,500 would be 562.50; help in the house costs 332.80.
    assert_eq!(fees(Form::Income, 20.6, false, Basis::Help), [2_060, 19_560, 33_280]);
    // 168 hours of 4 cents are 6.72 a week.
    assert_eq!(fees(Form::Flat, 200.0, false, Basis::Aids), [2_912; 3]);
}

/// The base's fee is the one that published use belongs to: at it, and below, nobody does anything because of it.
#[test]
fn at_the_fee_of_published_use_everybody_goes_on() {
    let base = builtin("reactive", 300, 1);
    let (reference, flat) = (Params::position("contribution.reference"), levers::position("contribution.flat"));
    let reference = base.parameters[reference.expect("a parameter")].mean();
    let stated = base.organisation.timeline.settings(Week(0)).contribution.cents / 100.0;
    assert!((stated - reference).abs() < 1e-12 && flat.is_some(), "{stated} {reference}");
    for euros in [0.0, 19.0, 20.6] {
        let mut still = dear(Form::Flat, euros);
        let (now, d) = still.in_week(0);
        for r in residents(d).collect::<Vec<_>>() {
            for product in [Product::DomesticHelp, Product::Aids, Product::Guidance] {
                let choice = choice::choose(now, d, r, (product, 30), (d.residents[r].key, 0));
                assert_eq!(choice, Choice::Pays, "{euros} euro, {product:?}");
            }
        }
    }
}

/// Who has little stays away with the chance of the formula, relative to the fee of published use; who has much does
/// not. 4,000 choices have a standard error below 0.008, and the bound is four of them.
#[test]
fn low_incomes_stay_away_by_their_share() {
    for (euros, link) in [(60.0, 1.0), (200.0, 1.0), (200.0, 0.5), (200.0, 0.0)] {
        let mut still = dear(Form::Flat, euros);
        still.settings.links[Link::FEE_USE.place()] = link;
        let (now, d) = still.in_week(0);
        for (band, income) in [(0, 1_500.0), (1, 2_900.0), (2, 6_000.0)] {
            let r = without_help(d, band)[0];
            let stays = |key: &u64| {
                choice::choose(now, d, r, (Product::Guidance, 120), (Key(key.wrapping_mul(0x9E37_79B9)), 7))
                    == Choice::Avoids
            };
            let share = (1..=4_000).filter(stays).count() as f64 / 4_000.0;
            let chance = if band < 2 { 1.0 - libm::exp(-5.0 * link * (euros - 20.6) / income) } else { 0.0 };
            assert!((share - chance).abs() < 0.032, "{euros} euro, band {band}, link {link}: {share} {chance}");
        }
    }
}

/// The elasticity of use to the fee is the avoidance times the fee's share of income. Over the whole range, at the flat
/// fee of 2024, it lies between none and what the evidence has for home care in 2013: 0 to -0.5, at -0.25.
#[test]
fn avoidance_lies_within_the_elasticity_of_home_care() {
    let of = |key: &str, u: f64| {
        let defaults = Params::defaults();
        defaults[Params::position(key).expect("a parameter")].quantile(u)
    };
    let (low, high) = (1e-9, 1.0 - 1e-9);
    let fee = of("contribution.reference", 0.5);
    let elasticity =
        |u: f64, income: f64| of("contribution.avoidance", u) * fee / of("contribution.income_low", income);
    assert!(elasticity(low, high) < 1e-3, "the range includes none");
    assert!((0.15..0.5).contains(&elasticity(high, low)), "{}", elasticity(high, low));
    // At three or four times the flat fee, as in 2013, the mean of the range is what was measured.
    let mean = Params::defaults()[Params::position("contribution.avoidance").expect("a parameter")].mean();
    let then = mean * 3.5 * fee / 1_500.0;
    assert!((0.2..0.4).contains(&then), "{then}");
}

/// Who could buy compares: an hour costs 11 euro, so that 2.4 hours a week are 114.40 a month. It is bought from a fee
/// of 95.33 on, by middle and high incomes, help in the house and aids alone. Who uses other help pays nothing more.
#[test]
fn who_could_buy_compares_the_price() {
    for (euros, buys) in [(95.0, false), (95.5, true)] {
        let mut still = dear(Form::Flat, euros);
        let (now, d) = still.in_week(0);
        let choose = |d: &District, r: ResidentId, product: Product, minutes: u16| {
            choice::choose(now, d, r, (product, minutes), (Key(5), 7))
        };
        let [low, high] = [0, 2].map(|band| without_help(d, band)[0]);
        assert!(!matches!(choose(d, low, Product::DomesticHelp, 144), Choice::Buys(_)), "{euros}");
        let expected = if buys { Choice::Buys(144) } else { Choice::Pays };
        assert_eq!(choose(d, high, Product::DomesticHelp, 144), expected, "{euros}");
        assert_eq!(choose(d, high, Product::Aids, 10_080), Choice::Buys(10_080), "aids cost what the fee is");
        assert_eq!(choose(d, high, Product::Guidance, 144), Choice::Pays);
        let user = residents(d)
            .filter(|r| d.residents[*r].income() == 2)
            .find(|r| {
                d.entitlements_of(*r).any(|x| {
                    let x = &d.entitlements[x];
                    x.product.is_wmo() && x.product != Product::Aids && x.stage == Stage::Served
                })
            })
            .expect("somebody with Wmo help");
        let other = [Product::Aids, Product::DomesticHelp]
            .into_iter()
            .find(|p| d.entitlements_of(user).all(|x| d.entitlements[x].product != *p))
            .expect("something that they do not have");
        assert_eq!(choose(d, user, other, 144), Choice::Pays, "who pays already pays nothing more");
    }
}

/// Applies for help in the house and hears of the fee when the inquiry is done.
fn inquire(now: Now<'_>, d: &mut District, e: EpisodeId) {
    d.change_episode(e, |episode| episode.severity = Severity::Moderate);
    assert!(referrals::apply(now, d, e, Product::DomesticHelp, kantel::entities::Frame::Voluntary));
    let r = d.episodes[e].resident;
    let x: EntitlementId = d.entitlements_of(r).next().expect("an application");
    referrals::inquiry_done(now, d, x);
}

/// Who stays away keeps the need, and asks for nothing more until it has become worse or a year is over.
#[test]
fn who_stays_away_keeps_the_need_and_asks_when_it_is_worse() {
    let mut still = world(Form::Flat, 300.0, &[("contribution.avoidance", 100.0)]);
    let (now, d) = still.in_week(0);
    let low = needs(d, 0);
    assert!(low.len() > 5, "{}", low.len());
    for &e in &low {
        inquire(now, d, e);
        let r = d.episodes[e].resident;
        assert!(d.entitlements_of(r).next().is_none() && !d.episodes[e].is_helped() && !d.episodes[e].recovered);
        assert!(d.episodes[e].in_pipeline == 0 && hazards::asking_rate(now, d, e).abs() < 1e-12);
    }
    assert_eq!(count(d, Indicator::CONTRIBUTION_AVOIDED).num, low.len() as i64);
    let later = |weeks: i32| Now { at: Week(weeks).start(), week: Week(weeks), ..now };
    for &e in &low {
        assert!(hazards::asking_rate(later(51), d, e).abs() < 1e-12);
        assert!(hazards::asking_rate(later(52), d, e) > 0.0, "a year is over");
        d.change_episode(e, |episode| episode.severity = Severity::Severe);
        assert!(hazards::asking_rate(now, d, e) > 0.0, "it is worse");
    }
}

/// Who buys has the help of the service and pays it, 2.4 hours a week, until the need passes.
#[test]
fn what_is_bought_helps_and_the_household_pays() {
    let mut still = dear(Form::Flat, 300.0);
    let (now, d) = still.in_week(0);
    let e = needs(d, 2)[0];
    inquire(now, d, e);
    let bought = d.rooms.contribution.bought.clone();
    assert_eq!(bought.len(), 1);
    assert!(d.episodes[e].is_helped() && d.episodes[e].in_pipeline == 0);
    assert_eq!(count(d, Indicator::CONTRIBUTION_AVOIDED).num, 0);
    let spent = |d: &District, account: Account| d.ledger().spent(account);
    let before = [Account::Household, Account::Wmo].map(|account| spent(d, account));
    private::account(now, d);
    let cents = 1_100 * i64::from(bought[0].minutes);
    assert_eq!(spent(d, Account::Household) - before[0], Money(cents));
    assert_eq!(spent(d, Account::Wmo), before[1]);
    natural::recover(now, d, e);
    assert!(d.rooms.contribution.bought.is_empty() && d.episodes[e].services == 0);
}

/// A scenario with a fee, under which nothing else is drawn.
fn with_fee(base: &Scenario, form: u8, euros: f64) -> Scenario {
    let mut scenario = base.clone();
    let timeline = &mut scenario.organisation.timeline;
    for (key, value) in
        [("contribution.form", LeverValue::Choice(form)), ("contribution.flat", LeverValue::Number(euros))]
    {
        timeline.set(Week(0), levers::position(key).expect("a lever"), value);
    }
    scenario
}

/// The sum of a series over all years.
fn sum(run: &Simulation, indicator: &str, group: &str) -> f64 {
    let place = catalogue::position(indicator, group).expect("a series");
    run.record().years.iter().map(|year| year[place].num as f64 / year[place].den as f64).sum()
}

/// With the link cut a fee of 200 euro is paid, and changes nothing else.
#[test]
fn without_its_link_a_fee_is_only_paid() {
    let base = builtin("reactive", 1_500, 3);
    let start = burned_in(&base, 0, 0);
    let mut dear = with_fee(&base, 1, 200.0);
    dear.organisation.timeline.base.links[Link::FEE_USE.place()] = 0.0;
    let [a, b] = [&base, &dear].map(|scenario| go_on(&start, scenario, 0, 0, Week(156)));
    let paid = [
        "euros.contributions",
        "euros.household",
        "euros.wmo",
        "euros.municipality",
        "euros.over.wmo",
        "euros.reserve",
    ];
    for (x, y) in a.record().years.iter().zip(&b.record().years) {
        for ((series, x), y) in catalogue::series().iter().zip(x).zip(y) {
            assert!(x == y || paid.contains(&series.indicator.as_str()), "{}", series.indicator);
        }
    }
    assert!(sum(&b, "euros.contributions", "all") > 3.0 * sum(&a, "euros.contributions", "all"));
}

/// It works: under a fee by income, who has a high income leaves and buys, and who stays pays more. It fails: where low
/// incomes are deterred by a high flat fee, they drop out, are not helped, and more of them are in severe need.
#[test]
fn high_incomes_leave_and_low_incomes_drop_out() {
    let mut base = builtin("reactive", 6_000, 6);
    for (key, value) in CLEAR {
        fix(&mut base, key, *value);
    }
    // Nobody buys whatever the fee, no housemate stands in for help, and needs are as many as they were stated to be.
    for (key, value) in [("contribution.own_means", 0.0), ("asking.housemate", 1.0), ("onset.daily", 0.06)] {
        fix(&mut base, key, value);
    }
    fix(&mut base, "contribution.avoidance", 15.0);
    // One run: without what moves people from run to run.
    leave_out_professionals(&mut base);
    for (key, value) in SEEN_AS_THEY_ARE {
        fix(&mut base, key, value);
    }
    // Needs in daily functioning that worsen unless there is help.
    fix(&mut base, "worsening.daily", 0.006);
    fix(&mut base, "improving.daily", 0.0);
    fix(&mut base, "help.protection", 0.5);
    let start = burned_in(&base, 0, 0);
    let end = |scenario: &Scenario| go_on(&start, scenario, 0, 0, Week(6 * 52));
    let (plain, by_income, flat) = (end(&base), end(&with_fee(&base, 2, 20.6)), end(&with_fee(&base, 1, 200.0)));
    let users = |run: &Simulation, band: usize| -> i64 {
        run.region().districts[0].rooms.contribution.payers[band].iter().sum()
    };
    let all = |run: &Simulation| [0, 1, 2].map(|band| users(run, band));
    let (before, after) = (all(&plain), all(&by_income));
    assert!(2 * after[2] < before[2], "high incomes leave: {before:?} {after:?}");
    let bought = |run| sum(run, "contribution.bought", "all");
    assert!(bought(&by_income) > 10.0 && bought(&plain).abs() < 1e-12, "and buy: {}", bought(&by_income));
    let per_client = |run: &Simulation| sum(run, "euros.contributions", "all") / all(run).iter().sum::<i64>() as f64;
    assert!(per_client(&by_income) > 2.0 * per_client(&plain), "those who stay pay more");
    let severe = |run| sum(run, "need.severe.unhelped", "income:low");
    let avoided = |run| sum(run, "contribution.avoided", "all");
    assert!(avoided(&flat) > 10.0 && avoided(&plain).abs() < 1e-12, "{}", avoided(&flat));
    assert!(4 * all(&flat)[0] < 3 * before[0], "low incomes drop out: {before:?} {:?}", all(&flat));
    assert!(severe(&flat) > 1.05 * severe(&plain), "and are in severe need: {} {}", severe(&flat), severe(&plain));
}
