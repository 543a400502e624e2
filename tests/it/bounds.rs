//! The bounds of a comparison: every effect of help at nothing and at its most.

use std::borrow::Cow;

use kantel::cancel::Cancel;
use kantel::experiment::{BoundDifference, Comparison, Model as _, Period, Simulator, Tested};
use kantel::levers::{Course, LeverValue, Step, position};
use kantel::observation::Trajectory;
use kantel::parameters::{PARAMETERS, Params, effects_of_help};
use kantel::plan::{Bound, Ends, Scenario, Subject};
use kantel::random::Distribution;
use kantel::report::folder::FILES;
use kantel::report::wording::Lang;
use kantel::report::{ReportData, fragment};
use kantel::scenario::Overrides;
use kantel::study::{Options, Study};
use kantel::units::Week;

use crate::bet::HELPING;
use crate::invented;
use crate::small::{builtin, fix, run};
use crate::toy::{self, Toy};

fn parameter(scenario: &Scenario, key: &str) -> Distribution {
    scenario.parameters[Params::position(key).expect("a parameter")]
}

fn ends(scenario: &Scenario, key: &str) -> Ends {
    scenario.ends_of_help().into_iter().find(|ends| ends.key == key).expect("an effect of help")
}

/// What is called help is an effect of help; so are those of the practice nurse, of aftercare, and of what happens when
/// nobody helps. Their ends are allowed, and they say something.
#[test]
fn effects_of_help_have_two_ends() {
    let scenario = builtin("proactive", 500, 1);
    for meta in PARAMETERS {
        assert!(!meta.key.starts_with("help.") || meta.help.is_some(), "{} is no effect of help", meta.key);
    }
    let all = scenario.ends_of_help();
    assert_eq!(all.len(), effects_of_help().count());
    for key in ["help.practice_nurse", "aftercare.seen", "relapse.aftercare", "incident.helped", "eviction.arranged"] {
        assert!(all.iter().any(|ends| ends.key == key), "{key}");
    }
    for (Ends { key, null, ceiling }, (position, help)) in all.iter().zip(effects_of_help()) {
        let meta = &PARAMETERS[position];
        assert!([null, ceiling].iter().all(|x| (meta.min..=meta.max).contains(*x)), "{key}: {null} to {ceiling}");
        assert!(if help.up { ceiling > null } else { ceiling < null }, "{key}: {null} to {ceiling}");
        let (low, high) = meta.default.range();
        // Help never does more than it does at the ceiling, nor less than nothing.
        assert!(if help.up { *null <= low && *ceiling >= high } else { *null >= high && *ceiling <= low }, "{key}");
    }
    assert_eq!((ends(&scenario, "help.team").null, ends(&scenario, "help.team").ceiling), (0.0, 0.8));
    assert_eq!((ends(&scenario, "incident.helped").null, ends(&scenario, "incident.helped").ceiling), (1.0, 0.1));
}

/// Somebody who knows better has a ceiling of their own; what changes on a date stays away at both ends, and all else
/// stays as it is.
#[test]
fn a_bound_follows_what_is_known_and_holds_in_every_week() {
    let mut scenario = builtin("reactive", 500, 1);
    let [team, asking] = ["help.team", "asking.daily"].map(|key| Params::position(key).expect("a parameter"));
    scenario.parameters[team] = Distribution::Uniform { low: 0.1, high: 0.5 };
    let later = Course::of(vec![Step { from: Week(52), value: LeverValue::Number(3.0), ramp_weeks: 0 }]);
    scenario.context.factors = [team, asking].map(|p| (Subject::Parameter(p), later.clone())).to_vec();
    for (bound, value) in [(Bound::Null, 0.0), (Bound::Ceiling, 0.5)] {
        let at = scenario.at_bound(bound);
        assert_eq!(parameter(&at, "help.team"), Distribution::Fixed(value));
        assert_eq!(at.context.factors, scenario.context.factors[1..]);
        let drawn = at.params(0);
        assert!((at.context.in_force(&drawn, Week(60)).needs.help_team - value).abs() < 1e-12);
        let others = |s: &Scenario| {
            let own = |p: &usize| PARAMETERS[*p].help.is_none();
            (0..PARAMETERS.len()).filter(own).map(|p| s.parameters[p]).collect::<Vec<_>>()
        };
        assert_eq!(others(&at), others(&scenario));
    }
    assert_eq!(scenario.at_bound(Bound::AsIs), scenario);
}

/// Each effect of help changes something by itself: where all others are at their most, it is another world with this
/// one at nothing. What is never read would stand in the list for nothing.
#[test]
fn every_effect_of_help_does_something() {
    let mut base = builtin("proactive", 6_000, 4).at_bound(Bound::Ceiling);
    fix(&mut base, "incident.rate", 0.03);
    // Nor does a few years' aftercare meet many relapses.
    fix(&mut base, "relapse.base", 0.01);
    // Half a team in the end: cases go slower than their full pace.
    let helping = HELPING.map(|(key, value)| (0, key, value));
    for (week, key, value) in helping.into_iter().chain([(26, "team.fte", LeverValue::Number(2.5))]) {
        base.organisation.timeline.set(Week(week), position(key).expect("a lever"), value);
    }
    let years = |scenario: &Scenario| run(scenario).record().years.clone();
    let most = years(&base);
    for ends in base.ends_of_help() {
        let mut without = base.clone();
        fix(&mut without, ends.key, ends.null);
        assert!(years(&without) != most, "{} does nothing", ends.key);
    }
}

fn study() -> Study {
    let size = Overrides { residents: Some(600), years: Some(2), samples: Some(3), ..Overrides::default() };
    let options = Options { loop_samples: 2, loop_residents: 300, lives: false, ..Options::default() };
    Study::load(&["reactive", "proactive"], &size, &options).expect("they are right")
}

/// A bound is the same comparison in the scale model with those numbers, scaled to the district; as it is, it is the
/// whole model of the loops.
#[test]
fn a_bound_is_the_comparison_with_those_numbers() {
    let (mut study, stop) = (study(), Cancel::new());
    study.run(&Simulator, &mut (), &stop, &()).expect("nothing stops it");
    study.compute_bounds(&Simulator, &stop, &()).expect("nothing stops it");
    study.cut_loops(&Simulator, &stop, &()).expect("nothing stops it");
    let compared = study.compare(1);
    let small = study.plan().scale_model(300);
    let place = small.series.iter().position(|s| (&*s.indicator, &*s.group) == ("euros.municipality", "all"));
    let place = place.expect("a series");
    for bound in Bound::ALL {
        let worlds: Vec<Scenario> = small.scenarios.iter().map(|s| s.at_bound(bound)).collect();
        let euros = |sample: u32| -> f64 {
            let start = Simulator.start(&worlds[0], sample, 0, &stop).expect("nothing stops it");
            let of = |index: usize| -> f64 {
                let run = Simulator.run(Cow::Borrowed(&start), index, &worlds[index], sample, 0, &stop);
                let years: Trajectory = run.expect("nothing stops it");
                years.years.iter().map(|year| year[place].value().expect("euros")).sum::<f64>() / 2.0
            };
            2.0 * (of(1) - of(0))
        };
        let by_hand = [euros(0), euros(1)];
        let told = compared.at_bound(bound, "euros.municipality").expect("it was computed");
        for (told, by_hand) in told.by_sample.iter().zip(by_hand) {
            assert!((told.expect("euros") - by_hand).abs() < 1e-6 * by_hand.abs().max(1.0), "{bound:?}");
        }
        let mean = f64::midpoint(by_hand[0], by_hand[1]);
        assert!((told.difference.expect("a mean") - mean).abs() < 1e-6 * mean.abs().max(1.0));
        assert_eq!(told.samples, 2);
    }
    let whole = compared.loops.iter().find(|l| l.indicator == "euros.municipality").and_then(|l| l.whole);
    let as_is = compared.at_bound(Bound::AsIs, "euros.municipality").and_then(|d| d.difference);
    assert_eq!(whole, as_is);
    let at = |bound| compared.at_bound(bound, "need.severe.unhelped").and_then(|d| d.difference);
    assert!(at(Bound::Null) != at(Bound::Ceiling));
    let payers = compared.bounds.iter().filter(|b| b.indicator == "euros.insurer" && b.bound == Bound::Null);
    let full: Vec<(Period, bool)> = payers.map(|b| (b.period, b.share_full.is_some())).collect();
    assert_eq!(full, [(Period::Term, false), (Period::Horizon, true)]);
}

/// Without the scale model there are no bounds, and more samples than a verdict needs are not used.
#[test]
fn bounds_are_of_the_scale_model() {
    let with = |loop_samples: u32| {
        let mut plan = toy::plan(vec![toy::scenario("base", 0.0, 40), toy::scenario("variant", 10.0, 40)], 2);
        plan.loop_samples = loop_samples;
        let mut study = Study::of_plan(plan, Vec::new());
        study.run(&Toy::new(), &mut (), &Cancel::new(), &()).expect("nothing stops it");
        study.compute_bounds(&Toy::new(), &Cancel::new(), &()).expect("nothing stops it");
        study.compare(1)
    };
    let samples = |c: &Comparison| c.bounds.iter().map(|b| b.samples).max();
    assert_eq!([0, 12, 40].map(|n| samples(&with(n))), [None, Some(12), Some(30)]);
    assert_eq!(with(0).tests_the_bet(), None);
    assert_eq!(
        with(12).tests_the_bet(),
        Some(Tested::Unknown(vec!["euros.municipality", "persons.second_line", "need.severe.unhelped"]))
    );
    // The toy's effects go with 0.3 less help.team.
    let all = vec!["euros.municipality", "persons.second_line", "need.severe.unhelped"];
    assert_eq!(with(40).tests_the_bet(), Some(Tested::By(all)));
}

/// The invented comparison with differences of its own at both ends: 30 samples on one side, or half on each.
fn bounded(ends: [[f64; 2]; 3]) -> Comparison {
    let mut comparison = invented::comparison();
    let keys = ["euros.municipality", "persons.second_line", "need.severe.unhelped"];
    for (indicator, ends) in keys.into_iter().zip(ends) {
        for (bound, size) in [(Bound::Null, ends[0]), (Bound::Ceiling, ends[1])] {
            let sign = |i: u32| if size == 0.0 { [-9.0, 9.0][i as usize % 2] } else { size };
            comparison.bounds.push(BoundDifference {
                bound,
                indicator: indicator.to_owned(),
                group: "all".to_owned(),
                period: Period::Horizon,
                difference: Some(size),
                p05: Some(size),
                p95: Some(size),
                samples: 30,
                share_full: None,
                by_sample: (0..30).map(|i| Some(sign(i))).collect(),
            });
        }
    }
    comparison
}

#[test]
fn a_comparison_tests_the_bet_where_a_verdict_turns() {
    let of = |ends| bounded(ends).tests_the_bet().expect("the bounds are there");
    assert_eq!(of([[5.0, 9.0], [-5.0, -2.0], [0.1, 0.2]]), Tested::No);
    assert_eq!(of([[5.0, -9.0], [-5.0, -2.0], [0.1, 0.2]]), Tested::By(vec!["euros.municipality"]));
    assert_eq!(of([[5.0, 9.0], [-5.0, 0.0], [0.1, 0.2]]), Tested::Unknown(vec!["persons.second_line"]));
    // What is decided otherwise is known, whatever else is not.
    assert_eq!(of([[5.0, 9.0], [-5.0, 0.0], [0.1, 5.0]]), Tested::By(vec!["need.severe.unhelped"]));
}

/// Programs read these columns.
#[test]
fn bounds_have_the_columns_of_the_interface() {
    let file = FILES.iter().find(|file| file.name == "bounds.csv").expect("a file");
    let names: Vec<&str> = file.columns.iter().map(|column| column.name).collect();
    let wanted = "base,variant,closure,indicator,group,period,bound,difference,p05,p95,samples,share_full";
    assert_eq!(names.join(","), wanted);
    assert_eq!(Bound::ALL.map(Bound::key), ["null", "as_is", "ceiling"]);
}

/// Both languages say which verdicts turn on what help does, or that none does, and where places were full.
#[test]
fn the_report_says_whether_the_bet_is_tested() {
    let said = |ends, lang| {
        let data = ReportData { comparisons: vec![bounded(ends)], ..invented::invented() };
        fragment(&data, "certainty", lang).expect("a section")
    };
    let same = [[5.0, 9.0], [-5.0, -2.0], [0.1, 0.2]];
    assert!(said(same, Lang::En).contains("this comparison does not test the bet"));
    assert!(said(same, Lang::Nl).contains("Deze vergelijking toetst dus niet"));
    let turned = [[5.0, -9.0], [-5.0, -2.0], [0.1, 0.2]];
    assert!(said(turned, Lang::En).contains("decides the verdict on: cost to the municipality."));
    assert!(said(turned, Lang::Nl).contains("bepaalt het oordeel over: kosten voor de gemeente."));
    let open = [[5.0, 0.0], [-5.0, -2.0], [0.1, 0.2]];
    assert!(said(open, Lang::En).contains("Undecided where help does nothing or the most: cost to the municipality."));
    let mut full = bounded(same);
    full.break_even[1].share_full = Some(0.37);
    let data = ReportData { comparisons: vec![full], ..invented::invented() };
    let told = fragment(&data, "certainty", Lang::En).expect("a section");
    assert!(told.contains("unless a plan itself adds places: the health insurer (37 of 100)."), "{told}");
    let none = fragment(&invented::invented(), "certainty", Lang::En).expect("a section");
    assert!(!none.contains("data-bounds"), "nothing is said of what was not computed");
}
