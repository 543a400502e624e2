//! Uncertain numbers of organisation, money and circumstances: one draw per sample, the same quantile wherever it
//! stands.

use std::fs;
use std::sync::Arc;

use kantel::cancel::Cancel;
use kantel::entities::Product;
use kantel::experiment::{Model as _, Plan, Results, Simulator, compare, run};
use kantel::levers::{LeverValue, position};
use kantel::observation::catalogue;
use kantel::parameters::Params;
use kantel::plan::{
    Closure, ClosureChange, Number, Organisation, Scenario, ServiceSpec, Subject, UncertainNumber, close, outreach_fte,
};
use kantel::random::{Distribution, assumption};
use kantel::report::folder::Draft;
use kantel::scenario::{Loaded, Overrides, load, load_text};
use kantel::simulation::{Policy, Simulation, Site};
use kantel::units::Week;

use crate::small::Kept;

/// What stands in a file over the built-in reactive scenario, after options.
fn loaded(name: &str, text: &str, overrides: &Overrides) -> Loaded {
    let whole = format!("schema_version = 1\nbase = \"builtin:reactive\"\n{text}");
    load_text(name, &whole, overrides).unwrap_or_else(|p| panic!("{p:#?}"))
}

fn scenario(name: &str, text: &str) -> Scenario {
    loaded(name, text, &Overrides::default()).scenario
}

fn with_options(text: &str, set: &[&str]) -> Scenario {
    let set = set.iter().map(|&entry| entry.to_owned()).collect();
    loaded("set", text, &Overrides { set, ..Overrides::default() }).scenario
}

fn guidance_places(organisation: &Organisation) -> f64 {
    guidance(organisation).places.expect("stated")
}

fn guidance(organisation: &Organisation) -> &ServiceSpec {
    organisation.services.iter().find(|s| s.product == Product::Guidance).expect("one service per product")
}

fn door(scenario: &Scenario, week: i32) -> f64 {
    scenario.organisation.timeline.settings(Week(week)).outreach.door_fte
}

fn team(scenario: &Scenario, week: i32) -> f64 {
    scenario.organisation.timeline.settings(Week(week)).team.fte
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

/// Every kind of number, everywhere that it can stand.
const EVERYWHERE: &str = "
[[team]]
jobs_per_10000 = { low = 8, mode = 11, high = 17 }
caseload_per_fte = { low = 20, high = 30 }
[[service]]
product = \"guidance\"
places = { low = 500, mode = 685, high = 800 }
hours_per_week = { low = 2, high = 3 }
euros_per_hour = { low = 50, mode = 60, high = 75.5 }
renewal = { median = 0.5, sigma = 0.28 }
[levers]
outreach.door_fte = [{ value = { low = 0.1, high = 0.4 } }, { after_years = 1, value = { low = 1, mode = 2, high = 4 \
}, ramp_years = 0.5 }]
outreach.attention_hours = { low = 0, high = 1 }
[budget]
euros_per_team_hour = { low = 70, high = 80 }
[context]
homes_per_1000 = [{ value = 0.5 }, { after_years = 2, value = { low = 0.5, high = 2 } }]
parameters.onset.mental = { after_years = 3, value = { low = 1, high = 1.5 }, ramp_years = 1 }
places.mental_health = { after_years = 1, value = { low = 0.5, high = 1 } }
[[before.team]]
fte = { low = 20, high = 40 }
[[before.service]]
product = \"guidance\"
places = { low = 0, high = 100 }
[before.levers]
outreach.door_fte = { low = 0, high = 10 }
";

#[test]
fn the_quantile_is_that_of_the_path_in_every_scenario_step_and_before() {
    let one = scenario("one", EVERYWHERE);
    let other = scenario(
        "other",
        "[[team]]\nfte = { low = 0, high = 1 }\n[[service]]\nproduct = \"guidance\"\n\
         places = { low = 1000, high = 3000 }\n\
         [levers]\noutreach.door_fte = { low = 5, high = 6 }\n",
    );
    let mut seen = Vec::new();
    for sample in 0..20 {
        let u = |path: &str| assumption(one.experiment.seed, sample, path);
        let (a, b) = (one.drawn(sample), other.drawn(sample));
        let places = u("service.guidance.places");
        let triangular = Distribution::Triangular { low: 500.0, mode: 685.0, high: 800.0 };
        assert!(near(guidance_places(&a.organisation), triangular.quantile(places)), "sample {sample}");
        assert!(near(guidance_places(&a.before), 100.0 * places), "sample {sample}");
        assert!(near(guidance_places(&b.organisation), 1000.0 + 2000.0 * places), "sample {sample}");
        let size = u("team.fte");
        assert!(near(team(&b, 0), size) && near(a.before.timeline.base.team.fte, 20.0 + 20.0 * size));
        let jobs = Distribution::Triangular { low: 8.0, mode: 11.0, high: 17.0 }.quantile(size);
        let per_job = one.parameters[Params::position("team.fte_per_job").expect("a parameter")].mean();
        assert!(near(team(&a, 0), jobs * per_job * f64::from(one.residents) / 10_000.0), "{}", team(&a, 0));
        let visits = u("levers.outreach.door_fte");
        assert!(near(door(&a, 10), 0.1 + 0.3 * visits) && near(door(&b, 10), 5.0 + visits));
        assert!(near(a.before.timeline.settings(Week(-9)).outreach.door_fte, 10.0 * visits));
        let later = Distribution::Triangular { low: 1.0, mode: 2.0, high: 4.0 }.quantile(visits);
        assert!(near(door(&a, 100), later), "{} {later}", door(&a, 100));
        assert!(near(a.context.homes_per_1000.at(Week(200)), 0.5 + 1.5 * u("context.homes_per_1000")));
        let kept = 0.5 + 0.5 * u("context.places.mental_health");
        assert!(near(a.context.places_factor(Product::MentalHealth, Week(52)), kept));
        let mental = u("context.parameters.onset.mental");
        let onset = Subject::Parameter(Params::position("onset.mental").expect("a parameter"));
        let (_, grows) = a.context.factors.iter().find(|(subject, _)| *subject == onset).expect("a factor");
        assert!(near(grows.factor(Week(208)), 1.0 + 0.5 * mental));
        seen.push(places);
    }
    seen.sort_by(f64::total_cmp);
    assert!(seen[0] < 0.25 && seen[19] > 0.75, "samples differ: {seen:?}");
}

#[test]
fn a_draw_is_within_what_is_allowed_and_a_price_is_in_whole_cents() {
    let stated = scenario("stated", EVERYWHERE);
    let mut highest: f64 = 0.0;
    for sample in 0..2_000 {
        let drawn = stated.drawn(sample);
        assert!(drawn.uncertain().is_empty() && drawn.drawn(sample) == drawn, "drawing again changes nothing");
        highest = highest.max(guidance(&drawn.organisation).renewal);
        let price = Distribution::Triangular { low: 50.0, mode: 60.0, high: 75.5 };
        let exact = price.quantile(assumption(stated.experiment.seed, sample, "service.guidance.euros_per_hour"));
        assert!((guidance(&drawn.organisation).cents_per_hour as f64 / 100.0 - exact).abs() < 0.005 + 1e-9);
        let cents = 7_000.0 + 1_000.0 * assumption(stated.experiment.seed, sample, "budget.euros_per_team_hour");
        assert!((drawn.budget.team_cents_per_hour as f64 - cents).abs() < 0.5 + 1e-6, "{cents}");
        // What is listed is what is drawn.
        let listed = stated.uncertain().into_iter().find(|n| n.key() == "service.guidance.euros_per_hour");
        let listed = listed.expect("it is uncertain").value(&stated.experiment, sample);
        assert!((listed * 100.0 - guidance(&drawn.organisation).cents_per_hour as f64).abs() < 1e-6);
    }
    // Log-normal: 1 lies at 2.48 standard deviations, which 13 of 2,000 samples exceed.
    assert!(highest.to_bits() == 1.0_f64.to_bits(), "{highest}");
}

/// The keys of what a scenario draws otherwise than the one that it is built on.
fn stated(scenario: &Scenario) -> Vec<String> {
    let told = |scenario: &Scenario| -> Vec<(String, Distribution)> {
        scenario.uncertain().into_iter().map(|number| (number.key(), number.distribution)).collect()
    };
    let overrides = Overrides { residents: Some(scenario.residents), ..Overrides::default() };
    let base = load("builtin:reactive", &overrides).unwrap_or_else(|p| panic!("{p:#?}")).scenario;
    // What is the same before week 0 is told once.
    let base = told(&base);
    let is_new = |(key, distribution): &(String, Distribution)| {
        let now = key.strip_prefix("before.").unwrap_or(key);
        !base.iter().any(|(other, of)| other == now && of == distribution)
    };
    told(scenario).into_iter().filter(is_new).map(|(key, _)| key).collect()
}

#[test]
fn keys_tell_every_number_from_every_other() {
    insta::assert_snapshot!(stated(&scenario("stated", EVERYWHERE)).join("\n"));
}

/// What holds where nothing is stated has its source, in a district of any size; what a scenario states is its own.
#[test]
fn numbers_that_nobody_states_have_a_source() {
    for residents in [None, Some(5_001)] {
        let set = vec!["service.guidance.places={ low = 10, high = 20 }".to_owned()];
        let overrides = Overrides { residents, set, ..Overrides::default() };
        let scenario = load("builtin:reactive", &overrides).unwrap_or_else(|p| panic!("{p:#?}")).scenario;
        for number in scenario.uncertain() {
            let stated = number.key().ends_with("service.guidance.places") && !number.before;
            assert_eq!(number.source(scenario.residents).is_none(), stated, "{}", number.key());
        }
    }
}

#[test]
fn a_later_layer_replaces_a_distribution() {
    let text = "[[team]]\nfte = { low = 30, high = 40 }\n[[service]]\nproduct = \"guidance\"\n\
                places = { low = 500, high = 800 }\n\
                [levers]\noutreach.door_fte = { low = 1, high = 3 }\n[budget]\n\
                euros_per_team_hour = { low = 70, high = 80 }\n";
    let all = ["team.fte", "service.guidance.places", "levers.outreach.door_fte", "budget.euros_per_team_hour"];
    let before: Vec<String> = stated(&scenario("x", text));
    assert_eq!(before, all);
    let set = ["service.guidance.places=12.5", "outreach.door_fte=2", "budget.euros_per_team_hour=75"];
    let known = with_options(text, &set);
    assert_eq!(stated(&known), ["team.fte"]);
    let drawn = known.drawn(3);
    assert!(near(guidance_places(&drawn.organisation), 12.5) && near(door(&drawn, 9), 2.0));
    assert_eq!(drawn.budget.team_cents_per_hour, 7_500);
    // A lever that holds from the start replaces the size of the team.
    let sized = with_options(text, &["team.fte=35", "service.guidance.places={ low = 1, high = 2 }"]);
    assert_eq!(stated(&sized), &all[1..]);
    let places = guidance_places(&sized.drawn(0).organisation);
    assert!((1.0..=2.0).contains(&places) && near(team(&sized.drawn(0), 5), 35.0), "{places}");
    // A file over its base.
    let folder = std::env::temp_dir().join(format!("kantel-uncertain-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let base = format!("schema_version = 1\nbase = \"builtin:reactive\"\n{text}");
    fs::write(folder.join("base.toml"), base).expect("a file");
    let plan = "schema_version = 1\nbase = \"base.toml\"\n[[team]]\nfte = 33\n[levers]\n\
                outreach.door_fte = { low = 4, high = 5 }\n";
    fs::write(folder.join("plan.toml"), plan).expect("a file");
    let plan = load(&folder.join("plan.toml").to_string_lossy(), &Overrides::default());
    // An organisation's file, for a fifth of the residents.
    let small = "schema_version = 1\nname = \"x\"\nresidents = 6851\n[[team]]\nfte = { low = 1, high = 2 }\n";
    fs::write(folder.join("team.toml"), small).expect("a file");
    let own = "schema_version = 1\nbase = \"base.toml\"\norganisation = \"team.toml\"\n";
    fs::write(folder.join("own.toml"), own).expect("a file");
    let own = load(&folder.join("own.toml").to_string_lossy(), &Overrides::default());
    fs::remove_dir_all(&folder).expect("a folder");
    let own = own.unwrap_or_else(|p| panic!("{p:#?}")).scenario;
    let size = 1.0 + assumption(own.experiment.seed, 4, "team.fte");
    assert!(near(team(&own.drawn(4), 5), 5.0 * size) && stated(&own) == ["team.fte", all[3]], "{:?}", stated(&own));
    let plan = plan.unwrap_or_else(|p| panic!("{p:#?}")).scenario;
    assert_eq!(stated(&plan), &all[1..]);
    assert!(near(team(&plan.drawn(0), 5), 33.0) && (4.0..=5.0).contains(&door(&plan.drawn(0), 5)));
}

#[test]
fn residents_scale_the_distribution_of_what_grows_with_the_district() {
    let whole = scenario("x", EVERYWHERE);
    let small = loaded("x", EVERYWHERE, &Overrides { residents: Some(3_425), ..Overrides::default() }).scenario;
    let resized = whole.for_district(whole.district.clone(), 3_425);
    let factor = 3_425.0 / f64::from(whole.residents);
    for sample in 0..5 {
        let (w, s, r) = (whole.drawn(sample), small.drawn(sample), resized.drawn(sample));
        for week in [-5, 10, 300] {
            let of = |s: &Scenario| [team(s, week), door(s, week), guidance_places(&s.organisation)];
            for ((w, s), r) in of(&w).into_iter().zip(of(&s)).zip(of(&r)) {
                assert!(near(w * factor, s) && near(s, r), "{w} {s} {r}");
            }
        }
        assert!(near(guidance(&w.organisation).hours_per_week, guidance(&s.organisation).hours_per_week));
        assert_eq!(w.budget, s.budget);
        assert!(near(w.before.timeline.base.team.fte * factor, s.before.timeline.base.team.fte));
    }
}

#[test]
fn a_scenario_written_in_full_reads_back_the_same() {
    for residents in [None, Some(5_000)] {
        let one = loaded("x", EVERYWHERE, &Overrides { residents, ..Overrides::default() });
        let again = load_text("x", &one.merged, &Overrides::default()).unwrap_or_else(|p| panic!("{p:#?}"));
        assert!(again.scenario == one.scenario, "{}", one.merged);
        assert_eq!(again.merged, one.merged);
        assert_eq!(stated(&one.scenario).len(), 16);
    }
}

#[test]
fn a_distribution_that_cannot_vary_is_the_number() {
    let text = |number: &str, price: &str| {
        format!(
            "[[team]]\nfte = {number}\n[[service]]\nproduct = \"guidance\"\nplaces = {number}\n\
             euros_per_hour = {price}\n\
             [levers]\noutreach.door_fte = [{{ after_years = 1, value = {number} }}]\n[budget]\n\
             euros_per_team_hour = {price}\n"
        )
    };
    let known = loaded("x", &text("31.7", "61.25"), &Overrides::default());
    for (number, price) in [
        ("{ low = 31.7, mode = 31.7, high = 31.7 }", "{ low = 61.25, mode = 61.25, high = 61.25 }"),
        ("{ low = 31.7, high = 31.7 }", "{ low = 61.25, high = 61.25 }"),
    ] {
        let stated = loaded("x", &text(number, price), &Overrides::default());
        assert!(stated.scenario == known.scenario && stated.merged == known.merged);
    }
}

/// A base and a variant of 10,000 residents whose teams, outreach and prices are uncertain, in ways that differ.
fn uncertain_pair() -> [Scenario; 2] {
    let base = "[population]\nresidents = 10000\n[[team]]\nfte = { low = 8, mode = 10, high = 14 }\n\
                [levers]\noutreach.door_fte = { low = 0.2, high = 0.4 }\n[budget]\n\
                euros_per_team_hour = { low = 60, high = 90 }\n";
    let variant = "[population]\nresidents = 10000\n[[team]]\nfte = { low = 1, high = 30 }\n\
                   [levers]\noutreach.door_fte = [{ value = 0.3 }, { after_years = 1, value = { low = 1, mode = 2, \
                   high = 4 } }]\n\
                   purchase.saving = { low = 0, high = 1000 }\n[budget]\n\
                   euros_per_team_hour = { low = 60, high = 90 }\n";
    [scenario("base", base), scenario("variant", variant)]
}

#[test]
fn same_hours_in_every_sample() {
    let [base, variant] = uncertain_pair();
    let closed = close(&base, &variant, Closure::Hours);
    assert_eq!(closed.notes.len(), 1, "{:?}", closed.notes);
    for sample in 0..30 {
        let (b, v) = (base.drawn(sample), closed.scenario.drawn(sample));
        for week in [0, 60, 700] {
            assert!(team(&b, week).to_bits() == team(&v, week).to_bits(), "{sample}");
        }
    }
    assert!(close(&base, &base, Closure::Hours).notes.is_empty());
    // The same mean is not the same team.
    let wider = scenario("wider", "[population]\nresidents = 10000\n[[team]]\nfte = { low = 8, high = 12 }\n");
    let narrow = scenario("narrow", "[population]\nresidents = 10000\n[[team]]\nfte = { low = 9, high = 11 }\n");
    let changes = |closure| close(&wider, &narrow, closure).notes.iter().map(|n| n.change).collect::<Vec<_>>();
    assert_eq!(changes(Closure::Hours), [ClosureChange::SameTeam]);
    assert_eq!(changes(Closure::Extra), []);
    assert!(matches!(changes(Closure::Budget)[..], [ClosureChange::Saving(_)]));
}

#[test]
fn extra_hours_and_the_budget_are_reckoned_in_every_sample() {
    let [base, stated] = uncertain_pair();
    reckoned_in_every_sample(&base, &stated);
    // With a team like the base's, which it then draws as the base does, the variant gets what it plans more for
    // outreach.
    let mut like = stated.clone();
    let team_fte = base.organisation.uncertainty(Number::TEAM_FTE).copied().expect("a range");
    like.organisation.state(Number::TEAM_FTE, team_fte);
    let drawn = like.drawn(3);
    assert!(near(team(&drawn, 60), team(&base.drawn(3), 60)));
    let closed = close(&base, &like, Closure::Extra).scenario;
    let closed = closed.drawn(3);
    assert!(team(&closed, 60) > team(&drawn, 60) + 0.5, "{} {}", team(&closed, 60), team(&drawn, 60));
    reckoned_in_every_sample(&base, &like);
}

fn reckoned_in_every_sample(base: &Scenario, variant: &Scenario) {
    let mean = |key: &str| base.parameters[Params::position(key).expect("a parameter")].mean();
    // What an FTE costs a year once all jobs have been filled, vacancies reckoned with.
    let filled = 1.0 / (1.0 + mean("team.turnover") * mean("team.vacancy_weeks") / 52.0);
    let hours = mean("team.hours_fte") * filled;
    let extra = close(base, variant, Closure::Extra);
    let budget = close(base, variant, Closure::Budget);
    assert!(extra.notes.iter().chain(&budget.notes).all(|n| n.by_sample), "{:?} {:?}", extra.notes, budget.notes);
    let resized = budget.scenario.for_district(budget.scenario.district.clone(), 5_000);
    for sample in 0..30 {
        let (b, v) = (base.drawn(sample), variant.drawn(sample));
        let (e, m, half) = (extra.scenario.drawn(sample), budget.scenario.drawn(sample), resized.drawn(sample));
        for week in [0, 60, 700] {
            let outreach = |s: &Scenario| outreach_fte(&s.organisation.timeline, Week(week));
            // A variant that states a team of its own size gets that size.
            let more = if near(team(&v, week), team(&b, week)) { outreach(&v) - outreach(&b) } else { 0.0 };
            let expected = (team(&v, week) + more).max(0.0);
            assert!(near(team(&e, week), expected) && near(team(&m, week), expected), "{sample} {week}");
            let saving = |s: &Scenario| s.organisation.timeline.settings(Week(week)).second_line.purchase_saving_euros;
            let cost = (more + team(&v, week) - team(&b, week)) * hours * b.budget.team_cents_per_hour as f64 / 100.0;
            let settled = week == 700;
            let is_cost = (saving(&m) - (saving(&v) + cost).max(0.0)).abs() < 1e-6;
            assert!(is_cost || !settled, "{sample} {week} {}", saving(&m));
            assert!((2.0 * saving(&half) - saving(&m)).abs() < 1e-6 && near(2.0 * team(&half, week), team(&m, week)));
        }
    }
    // What the variant was given is what its samples list.
    let keys: Vec<String> = budget.scenario.uncertain().iter().map(UncertainNumber::key).collect();
    assert!(keys.contains(&"levers.purchase.saving".to_owned()), "{keys:?}");
    let lever = position("purchase.saving").expect("a lever");
    let steps = &budget.scenario.organisation.timeline.schedule(lever).expect("it saves").steps;
    assert!(steps.iter().all(|s| matches!(s.value, LeverValue::Number(_))), "{steps:?}");
}

fn small_plan(scenarios: [&Scenario; 2], closure: Closure) -> Plan {
    let small = |s: &Scenario| {
        let mut small = s.for_district(s.district.clone(), 600);
        small.experiment.years = 1;
        (small.experiment.samples, small.experiment.extra_replicate) = (3, 1);
        small
    };
    let base = small(scenarios[0]);
    let variant = close(&base, &small(scenarios[1]), closure).scenario;
    Plan::new(vec![base, variant], Arc::from(catalogue::series()))
}

#[test]
fn threads_change_nothing_and_a_plan_compared_with_itself_differs_in_nothing() {
    let [base, variant] = uncertain_pair();
    let kept = |threads| {
        let mut plan = small_plan([&base, &variant], Closure::Budget);
        plan.threads = threads;
        let mut kept = Kept::default();
        run(&plan, &Simulator, &mut kept, &Cancel::new(), &()).expect("nothing stops it");
        kept.0
    };
    let (one, two) = (kept(1), kept(2));
    assert!(one == two && one.len() == 8);
    assert!(one[0].years != one[4].years, "samples differ");
    for closure in [Closure::Hours, Closure::Extra, Closure::Budget] {
        let plan = small_plan([&base, &base], closure);
        let mut results = Results::new(&plan);
        run(&plan, &Simulator, &mut results, &Cancel::new(), &()).expect("nothing stops it");
        let comparison = compare(&plan, &results, 1);
        let moved = comparison.differences.iter().find(|d| d.by_sample.iter().flatten().any(|x| *x != 0.0));
        assert!(moved.is_none(), "{closure:?}: {moved:?}");
    }
}

/// A run of an uncertain plan is that of the numbers which its sample drew, and not that of their means.
#[test]
fn what_is_simulated_is_what_the_sample_draws() {
    let [base, variant] = uncertain_pair();
    let plan = small_plan([&base, &variant], Closure::Extra);
    let run = |scenarios: [&Scenario; 2]| {
        let start = Simulator.start(scenarios[0], 1, 0, &Cancel::new()).expect("nothing stops it");
        Simulator
            .run(std::borrow::Cow::Borrowed(&start), 1, scenarios[1], 1, 0, &Cancel::new())
            .expect("nothing stops it")
    };
    let [base, variant] = [&plan.scenarios[0], &plan.scenarios[1]];
    let (drawn, means) = ([base.drawn(1), variant.drawn(1)], [base, variant].map(at_the_means));
    let stated = run([base, variant]);
    assert!(stated == run([&drawn[0], &drawn[1]]));
    assert!(stated != run([&means[0], &means[1]]));
    // The burn-in draws the numbers of [before], a region those of each district, and both the price of the team's
    // hours.
    let own =
        scenario("own", &format!("before = \"this\"\n{}", EVERYWHERE.split("[[before.team]]").next().expect("a part")));
    let own = own.for_district(own.district.clone(), 600);
    let drawn = own.drawn(2);
    let alone = Simulation::of(&own, 2, 0);
    let region = Simulation::of_region(std::slice::from_ref(&own), 2, 0).expect("one district");
    for site in alone.sites().iter().chain(region.sites()) {
        assert!(site.policy == Policy::from(&drawn.before) && site.inputs.budget == drawn.budget);
        assert!(site.inputs.context == drawn.context);
    }
    assert!(Site::of_region(std::slice::from_ref(&own), 2, 0)[0].policy == Policy::from(&drawn.organisation));
    // A game played on a sample plans the numbers of that sample.
    let played = Policy::from(&drawn.organisation).played(&own);
    assert!(Policy::from(&played.drawn(2).organisation) == Policy::from(&drawn.organisation));
    assert!(played.drawn(5).organisation.timeline == drawn.organisation.timeline);
}

/// The same with nothing uncertain but the parameters.
fn at_the_means(scenario: &Scenario) -> Scenario {
    let mut known = Scenario { closing: None, ..scenario.clone() };
    known.budget.team_euros_per_hour = None;
    for organisation in [&mut known.organisation, &mut known.before] {
        organisation.uncertain.clear();
        for step in organisation.timeline.schedules.iter_mut().flat_map(|s| &mut s.steps) {
            if let LeverValue::Uncertain(distribution) = step.value {
                step.value = LeverValue::Number(distribution.mean());
            }
        }
    }
    known
}

#[test]
fn samples_list_what_each_scenario_draws() {
    let [base, variant] = uncertain_pair();
    let plan = small_plan([&base, &variant], Closure::Extra);
    let target = std::env::temp_dir().join(format!("kantel-samples-{}", std::process::id()));
    let draft = Draft::create(&target, false, &plan, &[String::new(), String::new()]).expect("a folder");
    let text = fs::read_to_string(draft.dir().join("samples.csv")).expect("a file");
    drop(draft);
    let rows: Vec<&str> = text.lines().filter(|l| l.contains(",team.fte,") || l.contains("door_fte")).collect();
    insta::assert_snapshot!(rows.join("\n"));
    // The values are those that the scenarios are run with.
    for row in rows {
        let cells: Vec<&str> = row.split(',').collect();
        let scenario = plan.scenarios.iter().find(|s| s.name == cells[0]).expect("a scenario");
        let sample = cells[1].parse().expect("a sample");
        let numbers = scenario.uncertain();
        let number = numbers.iter().find(|n| n.key() == cells[2]).expect("a number");
        assert!(near(number.value(&scenario.experiment, sample), cells[3].parse().expect("a value")));
        let drawn = scenario.drawn(sample);
        let shown = match cells[2] {
            "team.fte" => drawn.organisation.timeline.base.team.fte,
            key => door(&drawn, if key.contains('@') { 60 } else { 0 }),
        };
        assert!(near(shown, cells[3].parse().expect("a value")), "{row}: {shown}");
    }
}
