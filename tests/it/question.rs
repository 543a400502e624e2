//! The question that the default comparison answers: ring at doors, or wait until somebody asks?

use kantel::cancel::Cancel;
use kantel::cli::args::CompareArgs;
use kantel::experiment::{MOST_RESIDENT_WEEKS, Period, Simulator, Verdict};
use kantel::plan::Closure;
use kantel::report::wording::Lang;
use kantel::report::{ReportData, fragment};
use kantel::scenario::Overrides;
use kantel::study::{Options, Study};
use kantel::units::Week;

use crate::invented;

/// The default arms, at a small size or as they come.
fn arms(size: &Overrides, loop_samples: u32) -> Study {
    let options = Options { loop_samples, loop_residents: 300, lives: false, ..Options::default() };
    Study::load(&CompareArgs::default().sources(), size, &options).expect("they are right")
}

/// Without arguments there are three arms, each with its own closure; under one closure for all the third would be the
/// second again.
#[test]
fn the_default_has_an_arm_for_each_thing_that_can_be_kept_equal() {
    let study = arms(&Overrides::default(), 0);
    let plan = study.plan();
    let names: Vec<&str> = plan.scenarios.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["reactive", "proactive", "proactive-budget"]);
    assert_eq!([1, 2].map(|variant| plan.closure(variant)), [Closure::Hours, Closure::Budget]);
    let last = |variant: usize| plan.scenarios[variant].organisation.timeline.settings(Week(780));
    let [base, hours, euros] = [0, 1, 2].map(last);
    assert!((hours.team.fte - base.team.fte).abs() < 1e-9, "the same hours");
    assert!(euros.team.fte > base.team.fte + 4.0 && euros.second_line.purchase_saving_euros > 0.0, "the same euros");
    assert!([hours, euros].iter().all(|s| (s.outreach.door_fte - 3.2).abs() < 1e-9), "they ring as much");
    let one = CompareArgs { closure: Some(Closure::Budget), ..CompareArgs::default() };
    assert_eq!(one.sources(), ["builtin:reactive", "builtin:proactive"]);
    let own = CompareArgs { scenarios: vec!["a.toml".to_owned()], ..CompareArgs::default() };
    assert_eq!(own.sources(), ["a.toml"]);
    // What is asked for at first leaves room below the count that a comparison computes by itself.
    assert!(plan.draws().len() as u64 * plan.resident_weeks() <= MOST_RESIDENT_WEEKS);
}

/// All arms begin with the same people, and each has its closure, answer, bounds and loops in the report.
#[test]
fn the_report_answers_for_every_arm() {
    let size = Overrides { residents: Some(500), years: Some(2), samples: Some(2), ..Overrides::default() };
    let (mut study, stop) = (arms(&size, 2), Cancel::new());
    study.run(&Simulator, &mut (), &stop, &()).expect("nothing stops it");
    study.compute_bounds(&Simulator, &stop, &()).expect("nothing stops it");
    study.cut_loops(&Simulator, &stop, &()).expect("nothing stops it");
    let data = study.read();
    let before = |scenario: usize| study.results().runs(scenario)[0].before.clone();
    assert!(before(0) == before(1) && before(1) == before(2), "one burned-in district");
    for comparison in &data.comparisons {
        assert!(!comparison.bounds.is_empty() && !comparison.loops.is_empty(), "{}", comparison.variant);
    }
    for (lang, says) in [
        (Lang::En, ["To ring or to wait?", "With the same team hours:", "With the same municipal euros:"]),
        (Lang::Nl, ["Aanbellen of afwachten?", "Met evenveel teamuren:", "Met evenveel geld van de gemeente:"]),
    ] {
        let brief = fragment(&data, "in-brief", lang).expect("a section");
        assert!(says.iter().all(|said| brief.contains(said)), "{brief}");
        assert_eq!(brief.matches("data-answer").count(), 2);
        assert_eq!(brief.matches("data-otherwise").count(), 2);
        let certainty = fragment(&data, "certainty", lang).expect("a section");
        assert_eq!(certainty.matches("data-bounds").count(), 2);
    }
}

/// What is said under the question where severe need and cost have these verdicts.
fn said(need: Verdict, cost: Verdict, lang: Lang) -> String {
    let mut data = invented::invented();
    for d in data.comparisons[0].differences.iter_mut().filter(|d| d.group == "all" && d.period == Period::Horizon) {
        match d.indicator.as_str() {
            "need.severe.unhelped" => d.verdict = need,
            "euros.municipality" => d.verdict = cost,
            _ => {}
        }
    }
    question(&data, lang)
}

fn question(data: &ReportData, lang: Lang) -> String {
    let brief = fragment(data, "in-brief", lang).expect("a section");
    let begin = brief.find("data-question").map_or(brief.len(), |at| at);
    brief[begin..].split("</div>").next().unwrap_or_default().to_owned()
}

#[test]
fn the_answer_follows_from_the_verdicts() {
    use Verdict::{Better, NoDifference, UndecidedComputing, UndecidedKnowledge, Worse};
    for (need, cost, says) in [
        (Better, NoDifference, ["ring. Ringing leaves fewer people", "aanbellen. Door aan te bellen blijven minder"]),
        (NoDifference, Worse, ["wait. Ringing leaves about as many", "afwachten. Ook met aanbellen blijven"]),
        (Better, Worse, ["it depends on what weighs more.", "het hangt ervan af wat zwaarder weegt."]),
        (NoDifference, NoDifference, ["it makes no difference that matters.", "het maakt geen verschil van belang."]),
        (
            Better,
            UndecidedKnowledge,
            ["this is undecided. Ringing leaves fewer", "dit is onbeslist. Door aan te bellen"],
        ),
    ] {
        for (lang, says) in [Lang::En, Lang::Nl].into_iter().zip(says) {
            let told = said(need, cost, lang);
            assert!(told.contains(says), "{need:?} {cost:?}: {told}");
        }
    }
    let told = said(Better, UndecidedComputing, Lang::En);
    assert!(told.contains("Cost to the municipality: more computing may still decide."), "{told}");
    assert!(said(Better, UndecidedKnowledge, Lang::En).contains("no single assumption is known to decide."));
    let told = said(Better, Worse, Lang::Nl);
    assert!(told.contains("of het omslaat als hulp niets of het meeste doet, is"), "{told}");
}

/// An assumption that decides is named, with where it tips and which way the sign of the rank correlation points.
#[test]
fn another_answer_names_what_decides() {
    let mut data = invented::invented();
    let deciders = |d: &[kantel::experiment::Difference]| {
        d.iter().find(|d| d.indicator == "persons.second_line").map(|d| d.deciders.clone()).expect("it has deciders")
    };
    let named = deciders(&data.comparisons[0].differences);
    for d in data.comparisons[0].differences.iter_mut().filter(|d| d.period == Period::Horizon && d.group == "all") {
        if d.indicator == "euros.municipality" {
            (d.verdict, d.deciders) = (Verdict::UndecidedKnowledge, named.clone());
        }
    }
    let told = question(&data, Lang::En);
    assert!(told.contains("brings to light”. Above 57% more often cheaper. Below it more often dearer."), "{told}");
    let told = question(&data, Lang::Nl);
    assert!(told.contains("Boven 57\u{a0}% vaker goedkoper. Daaronder vaker duurder."), "{told}");
}

/// Nobody asks where no plan rings more.
#[test]
fn it_is_asked_where_a_plan_rings_more() {
    let mut data = invented::invented();
    assert!(!question(&data, Lang::En).is_empty());
    let change = &mut data.changed[0];
    std::mem::swap(&mut change.base, &mut change.changed);
    assert!(question(&data, Lang::En).is_empty());
    data.changed.clear();
    assert!(question(&data, Lang::En).is_empty());
}

/// How far the municipality's euros are from equal is said in the brief of every arm that aims at equal ones: under the
/// question, or by itself where a plan rings no more than the base.
#[test]
fn what_is_left_of_equal_euros_is_said_of_every_arm_that_aims_at_them() {
    let mut data = invented::invented();
    for comparison in &mut data.comparisons {
        comparison.closure = Closure::Budget.key().to_owned();
    }
    for (lang, says) in [(Lang::En, "It aims at equal euros"), (Lang::Nl, "Het plan mikt op evenveel geld")] {
        let mut silent = data.clone();
        silent.changed.clear();
        for (data, asked) in [(&data, true), (&silent, false)] {
            let brief = fragment(data, "in-brief", lang).expect("a section");
            assert_eq!(brief.contains("data-question"), asked);
            assert_eq!(brief.matches(says).count(), data.comparisons.len(), "{brief}");
        }
    }
}
