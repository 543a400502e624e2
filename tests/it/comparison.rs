//! Experiments: order and threads, pairing, verdicts, deciders, break-even, naive effects and loops, on a toy model.

use std::convert::Infallible;

use kantel::cancel::Cancel;
use kantel::experiment::{
    Comparison, Deciding, Difference, Period, Plan, Results, RunError, Sink, Verdict, compare, loop_simulations, loops,
    run, series_summary,
};
use kantel::links::LOOPS;
use kantel::observation::{Cell, Direction, Trajectory};
use kantel::plan::Number;
use kantel::random::Distribution;
use proptest::prelude::*;

use crate::small::Kept;
use crate::toy::{Toy, plan, scenario, series};

fn results(plan: &Plan, toy: Toy) -> Results {
    let mut results = Results::new(plan);
    run(plan, &toy, &mut results, &Cancel::new(), &()).expect("nothing stops it");
    results
}

fn compared(samples: u32, base_fte: f64, variant_fte: f64, toy: Toy) -> Comparison {
    let plan = plan(vec![scenario("base", base_fte, samples), scenario("variant", variant_fte, samples)], 2);
    compare(&plan, &results(&plan, toy), 1)
}

#[test]
fn trajectories_come_in_order_and_are_the_same_for_1_2_and_4_threads() {
    let one = |threads| {
        let plan = plan(vec![scenario("a", 0.0, 30), scenario("b", 2.0, 30), scenario("c", 3.0, 30)], threads);
        let mut order = Kept::default();
        run(&plan, &Toy::new(), &mut order, &Cancel::new(), &()).expect("nothing stops it");
        order.0
    };
    let (first, second, fourth) = (one(1), one(2), one(4));
    let keys: Vec<_> = first.iter().map(|t| (t.sample, t.replicate, t.scenario)).collect();
    assert!(keys.is_sorted());
    // Six of 30 samples have a second replicate.
    assert_eq!(keys.len(), 36 * 3);
    assert!(keys.contains(&(5, 1, 2)) && !keys.contains(&(6, 1, 0)));
    assert!(first == second && second == fourth);
}

/// Asks to stop at the third trajectory.
struct Stopper(Cancel, u32);
impl Sink for Stopper {
    type Error = Infallible;
    fn deliver(&mut self, _: &Trajectory) -> Result<(), Infallible> {
        self.1 += 1;
        if self.1 == 3 {
            self.0.cancel();
        }
        Ok(())
    }
}

#[test]
fn a_request_to_stop_ends_a_run() {
    let plan = plan(vec![scenario("a", 0.0, 200)], 2);
    let stop = Cancel::new();
    let mut sink = Stopper(stop.clone(), 0);
    assert_eq!(run(&plan, &Toy::new(), &mut sink, &stop, &()), Err(RunError::Interrupted));
    assert!(sink.1 >= 3 && sink.1 < 200, "{}: what was finished comes, and no more", sink.1);
}

#[test]
fn a_scenario_compared_with_itself_differs_by_exactly_zero() {
    let comparison = compared(40, 2.0, 2.0, Toy::new());
    assert_eq!((comparison.base.as_str(), comparison.variant.as_str()), ("base", "variant"));
    for row in comparison.differences.iter().filter(|d| d.indicator != "never.counted") {
        assert_eq!((row.difference, row.p05, row.p95, row.mc_error), (Some(0.0), Some(0.0), Some(0.0), Some(0.0)));
        assert_eq!((row.share_better, row.verdict), (Some(0.0), Verdict::NoDifference));
        assert_eq!((row.variance_split, row.variance_reduction, row.decider()), (None, None, None));
    }
    assert!(comparison.break_even.iter().all(|b| b.year_p95 == Some(0.0) && b.share_never == 0.0));
    let few = compared(29, 2.0, 2.0, Toy::new());
    assert!(few.differences.iter().all(|d| d.verdict == Verdict::UndecidedComputing));
}

#[test]
fn what_was_never_counted_is_missing() {
    let comparison = compared(40, 0.0, 2.0, Toy::new());
    let row = comparison.find("never.counted", "all", Period::Horizon).expect("a row");
    assert_eq!((row.difference, row.base_value, row.share_better, row.samples), (None, None, None, 0));
    assert_eq!(row.verdict, Verdict::UndecidedComputing);
    assert!(comparison.find("inner.detail", "all", Period::Horizon).is_none(), "not a default series");
}

/// The toy's effect is 0.1 x FTE of the base (10) - 0.2 x FTE of the variant: with a team drawn from 0 to 20 FTE it
/// turns its sign at 5.
#[test]
fn a_number_that_a_scenario_states_can_decide() {
    let help = kantel::parameters::Params::position("help.team").expect("exists");
    let mut scenarios = vec![scenario("base", 10.0, 100), scenario("variant", 10.0, 100)];
    for (s, value) in scenarios.iter_mut().zip([0.4, 0.5]) {
        s.parameters[help] = Distribution::Fixed(value);
    }
    let team = Distribution::Uniform { low: 0.0, high: 20.0 };
    scenarios[1].organisation.state(Number::TEAM_FTE, team);
    // In the base it is uncertain too, but hardly: the values of the variant are told.
    let known = Distribution::Uniform { low: 10.0, high: 10.001 };
    scenarios[0].organisation.state(Number::TEAM_FTE, known);
    let plan = plan(scenarios, 2);
    let comparison = compare(&plan, &results(&plan, Toy::new()), 1);
    let row = comparison.find("persons.second_line", "all", Period::Horizon).expect("a row");
    let decider = row.decider().expect("one stands out");
    assert_eq!((row.verdict, decider.key.as_str()), (Verdict::UndecidedKnowledge, "team.fte"));
    assert!((decider.tipping_value.expect("within the range") - 5.0).abs() < 0.5, "{decider:?}");
    let [assumptions, ..] = row.variance_split.expect("replicates");
    assert!(assumptions > 0.9, "{assumptions}");
}

/// help.team is triangular (0, 0.3, 0.8) and the effect turns its sign at 0.3: 62 % of the mass lies above.
#[test]
fn an_effect_that_turns_within_the_range_is_undecided_and_its_decider_is_named() {
    let comparison = compared(400, 0.0, 10.0, Toy::new());
    let row = comparison.find("persons.second_line", "all", Period::Horizon).expect("a row");
    assert_eq!(row.verdict, Verdict::UndecidedKnowledge);
    let decider = row.decider().expect("one stands out");
    assert_eq!((decider.what, decider.key.as_str()), (Deciding::Assumption, "help.team"));
    assert!((decider.tipping_value.expect("within the range") - 0.3).abs() < 0.05, "{decider:?}");
    assert_eq!(row.deciders.len(), 1, "no level of the toy's registration has to do with it");
    assert!((row.share_better.expect("samples") - 0.625).abs() < 0.1);
    let [assumptions, chance, computing] = row.variance_split.expect("replicates");
    assert!(assumptions > 0.9 && (assumptions + chance + computing - 1.0).abs() < 1e-12);
    assert!(row.variance_reduction.expect("replicates") > 10.0);
}

/// A comparison of a toy whose effect turns with the pressure on the team alone: no assumption varies.
fn pressed(years: u32, all_series: bool, extra_replicate: u32) -> Comparison {
    let help = kantel::parameters::Params::position("help.team").expect("exists");
    let mut scenarios = vec![scenario("base", 0.0, 100), scenario("variant", 10.0, 100)];
    for s in &mut scenarios {
        s.parameters.iter_mut().for_each(|d| *d = Distribution::Fixed(d.mean()));
        s.parameters[help] = Distribution::Fixed(0.3);
        (s.experiment.years, s.experiment.extra_replicate) = (years, extra_replicate);
        s.output.all_series = all_series;
    }
    let plan = plan(scenarios, 2);
    compare(&plan, &results(&plan, Toy { pressure: 1.0, ..Toy::new() }), 1)
}

fn sign(comparison: &Comparison, indicator: &str, period: Period) -> Option<String> {
    let row = comparison.find(indicator, "all", period).expect("a row");
    assert_eq!(row.verdict, Verdict::UndecidedKnowledge, "{indicator} {period:?}");
    row.deciding(Deciding::EarlySign).map(|d| d.key.clone())
}

/// The effect turns at a pressure of 1.4; the variant's own is from 0.6 to 2.6.
#[test]
fn an_early_sign_that_decides_is_named_with_its_tipping_value() {
    let comparison = pressed(9, false, 20);
    assert!(comparison.find("team.pressure", "all", Period::Horizon).is_none(), "a series written on request only");
    let row = comparison.find("persons.second_line", "all", Period::Horizon).expect("a row");
    let decider = row.decider().expect("one stands out");
    assert_eq!((decider.what, decider.key.as_str()), (Deciding::EarlySign, "team.pressure@year:2"));
    assert_eq!((decider.unit, row.deciders.len()), ("ratio", 1));
    assert!((decider.tipping_value.expect("within the range") - 1.4).abs() < 0.05 && decider.correlation > 0.9);
    assert!((decider.p05 - 0.7).abs() < 0.15 && (decider.p95 - 2.5).abs() < 0.15, "{decider:?}");
}

#[test]
fn an_early_sign_comes_years_before_the_end_of_a_period() {
    let found = Some("team.pressure@year:2".to_owned());
    let comparison = pressed(9, false, 20);
    for period in [Period::Term, Period::Year(0), Period::Year(1), Period::Year(3)] {
        assert_eq!(sign(&comparison, "persons.second_line", period), None, "{period:?}");
    }
    for period in [Period::Horizon, Period::Year(4), Period::Year(8)] {
        assert_eq!(sign(&comparison, "persons.second_line", period), found, "{period:?}");
    }
    assert_eq!(sign(&pressed(5, false, 20), "persons.second_line", Period::Horizon), found);
    for years in [1, 2, 4] {
        assert_eq!(sign(&pressed(years, false, 20), "persons.second_line", Period::Horizon), None, "{years} years");
    }
}

#[test]
fn no_indicator_is_a_sign_of_itself_and_without_a_second_replicate_there_is_none() {
    let comparison = pressed(9, true, 20);
    let pressure = Some("team.pressure@year:2".to_owned());
    assert_eq!(sign(&comparison, "need.open", Period::Horizon), pressure);
    // Its own difference follows it even more.
    assert_ne!(sign(&comparison, "team.pressure", Period::Horizon), pressure);
    let row = pressed(9, false, 0);
    let row = row.find("need.open", "all", Period::Horizon).expect("a row");
    assert_eq!((row.verdict, row.deciders.len()), (Verdict::UndecidedComputing, 0), "chance is not known of");
}

#[test]
fn an_effect_on_one_side_is_called_and_swapped_it_is_called_the_opposite() {
    let toy = Toy { bias: 0.6, ..Toy::new() };
    let (there, back) = (compared(40, 0.0, 10.0, toy), compared(40, 10.0, 0.0, toy));
    let verdict = |c: &Comparison, i: &str| c.find(i, "all", Period::Horizon).map(|d| d.verdict);
    assert_eq!(verdict(&there, "need.open"), Some(Verdict::Worse));
    assert_eq!(verdict(&there, "registered.need.known"), Some(Verdict::Better));
    assert_eq!(verdict(&there, "registered.persons.second_line"), Some(Verdict::Higher));
    assert_eq!(verdict(&back, "need.open"), Some(Verdict::Better));
    assert_eq!(verdict(&back, "registered.persons.second_line"), Some(Verdict::Lower));
}

#[test]
fn values_are_per_year_whatever_the_period() {
    let plan = plan(vec![scenario("a", 0.0, 1), scenario("b", 0.0, 1)], 1);
    let results = results(&plan, Toy::new());
    let comparison = compare(&plan, &results, 1);
    let value =
        |period| comparison.find("euros.municipality", "all", period).and_then(|d| d.base_value).expect("money");
    let years: Vec<f64> = (0..9).map(|y| value(Period::Year(y))).collect();
    // One sample with one replicate.
    assert!((value(Period::Horizon) - years.iter().sum::<f64>() / 9.0).abs() < 1e-6);
    let rate = plan.base().budget.discount_rate;
    let present = years.iter().rev().fold(0.0, |later, x| (later + x) / (1.0 + rate)) * (1.0 + rate).sqrt() / 9.0;
    assert!((value(Period::Discounted) - present).abs() < 1e-6 && rate > 0.0);
    assert!((value(Period::Term) - years[..3].iter().sum::<f64>() / 3.0).abs() < 1e-6);
}

#[test]
fn money_that_comes_first_comes_back_in_a_stated_year() {
    // Extra cost: 4000 fte ((0.3 - help) 5 + 3 - year) roughly: with help at 0.3 the sum is back after year 7 (0-based
    // 6).
    let comparison = compared(200, 0.0, 10.0, Toy::new());
    let payers: Vec<&str> = comparison.break_even.iter().map(|b| b.payer.as_str()).collect();
    assert_eq!(payers, ["municipality", "all", "insurer"]);
    // By hand: the first year from whose end the running sum of a sample's differences stays at or below nothing.
    let by_hand = |sample: usize| {
        let year = |y: u32| {
            let row = comparison.find("euros.municipality", "all", Period::Year(y)).expect("money");
            row.by_sample[sample].expect("counted")
        };
        let sums: Vec<f64> = (0..9)
            .scan(0.0, |sum, y| {
                *sum += year(y);
                Some(*sum)
            })
            .collect();
        let last_above = sums.iter().rposition(|sum| *sum > 0.0);
        last_above.map_or(Some(0), |last| (last + 1 < sums.len()).then_some(last + 1))
    };
    let mut years: Vec<usize> = (0..200).map(|sample| by_hand(sample).unwrap_or(usize::MAX)).collect();
    years.sort_unstable();
    let row = &comparison.break_even[0];
    assert_eq!((row.year_p05, row.year_median), (Some(years[9] as f64), Some(years[99] as f64)));
    assert!((row.share_never - years.iter().filter(|y| **y == usize::MAX).count() as f64 / 200.0).abs() < 1e-12);
    let (early, middle) = (row.year_p05.expect("some"), row.year_median.expect("half"));
    assert!(early < middle && (4.0..=6.0).contains(&middle), "{row:?}");
    assert!(row.share_never > 0.0 && row.share_never < 0.5, "{row:?}");
}

/// Replicates of a sample are one world, more than once: what it costs more in one may come back in another. Ten more
/// and four less in the first, six less in the second: it is all back after the second year.
#[test]
fn replicates_of_a_sample_break_even_together() {
    let plan = plan(vec![scenario("base", 0.0, 1), scenario("variant", 1.0, 1)], 1);
    let mut results = Results::new(&plan);
    for (replicate, extra) in [(0, [10, -4]), (1, [0, -6])] {
        for scenario in 0..2 {
            let row = |more: i64| vec![Cell { num: 1_000 + more, den: 6_000 }; series().len()];
            let more = |year: usize| if scenario == 1 { extra.get(year).copied().unwrap_or(0) } else { 0 };
            let years = (0..9).map(|year| row(more(year))).collect();
            results.keep(&Trajectory {
                scenario,
                sample: 0,
                replicate,
                before: row(0),
                years,
                ..Trajectory::default()
            });
        }
    }
    let row = &compare(&plan, &results, 1).break_even[0];
    assert_eq!((row.year_median, row.share_never.to_bits()), (Some(1.0), 0.0_f64.to_bits()), "{row:?}");
}

#[test]
fn the_naive_effect_is_the_change_in_registration_and_stands_beside_the_paired_truth() {
    let plan = plan(vec![scenario("base", 0.0, 40), scenario("variant", 10.0, 40)], 2);
    let results = results(&plan, Toy { bias: 0.6, ..Toy::new() });
    let comparison = compare(&plan, &results, 1);
    let years: Vec<(&str, u32)> = comparison.naive.iter().map(|n| (n.true_indicator.as_str(), n.year)).collect();
    let expected: Vec<(&str, u32)> =
        ["persons.second_line", "need.open"].into_iter().flat_map(|i| [0, 3, 7, 8].map(|y| (i, y))).collect();
    assert_eq!(years, expected);
    for row in &comparison.naive {
        let truth = comparison.find(&row.true_indicator, "all", Period::Year(row.year)).expect("a row");
        assert_eq!(row.true_effect, truth.difference);
        // Before is 100 to 200, with a mean near 150 over 40 samples.
        assert!((row.before.expect("burned in") - 150.0).abs() < 20.0);
        // The change by sample, in the variant alone: first replicates and second ones apart, then the mean of their
        // means.
        let series = results.position(&row.indicator, "all").expect("a series");
        let mut changes = std::collections::BTreeMap::<u32, Vec<f64>>::new();
        for run in results.runs(1) {
            let after = run.years[row.year as usize][series].value().expect("counted");
            let before = run.before[series].value().expect("counted");
            changes.entry(run.sample).or_default().push(after - before);
        }
        let expected = changes.values().map(|c| c.iter().sum::<f64>() / c.len() as f64).sum::<f64>() / 40.0;
        assert!((row.naive.expect("counted") - expected).abs() < 1e-9, "{row:?} {expected}");
    }
}

#[test]
fn each_loop_is_cut_in_both_scenarios_on_the_first_samples() {
    let mut plan = plan(vec![scenario("base", 0.0, 60), scenario("variant", 10.0, 60)], 2);
    plan.loop_samples = 20;
    let toy = Toy { bias: 0.6, ..Toy::new() };
    let results = results(&plan, toy);
    assert_eq!(loop_simulations(&plan), 20 * 2 * (LOOPS.len() as u64 + 1));
    let effects = loops(&plan, &toy, &results, &Cancel::new(), &()).expect("nothing stops it");
    assert_eq!((effects.len(), effects[0].len()), (1, LOOPS.len() * 3));
    for effect in &effects[0] {
        let (whole, cut) = (effect.whole.expect("samples"), effect.cut.expect("samples"));
        // Every link carries the same share of the toy's effect, so that a cut loop always leaves less.
        assert!(cut < whole && effect.named, "{effect:?}");
        assert!((effect.part.expect("samples") - (whole - cut)).abs() < 1e-9 * whole.abs(), "{effect:?}");
        // The district is its own scale model, but for the second replicate of its first samples.
        assert!((effect.district.expect("samples") / whole - 1.0).abs() < 0.01, "{effect:?}");
    }
    // The toy's effect grows with the team, which shrinks along with the district: scaled back it is what it was.
    plan.loop_residents = 500;
    assert_eq!(loop_simulations(&plan), 20 * 2 * (LOOPS.len() as u64 + 1));
    let scaled = loops(&plan, &toy, &results, &Cancel::new(), &()).expect("nothing stops it");
    for (small, full) in scaled[0].iter().zip(&effects[0]) {
        assert_eq!((small.residents, full.residents), (500, 2_000));
        assert!(small.named && small.district == full.district, "{small:?}");
        for (small, full) in [(small.whole, full.whole), (small.cut, full.cut)] {
            let (small, full) = (small.expect("samples"), full.expect("samples"));
            assert!((small / full - 1.0).abs() < 0.05, "{small} {full}");
        }
    }
    plan.loop_samples = 9;
    let few = loops(&plan, &toy, &results, &Cancel::new(), &()).expect("nothing stops it").concat();
    assert!(few.iter().all(|e| e.p_value.is_none() && e.agrees.is_none() && !e.named), "too few samples tell nothing");
    plan.loop_samples = 0;
    assert_eq!(loops(&plan, &toy, &results, &Cancel::new(), &()).expect("nothing").concat().len(), 0);
}

#[test]
fn equal_names_are_told_apart() {
    let plan = plan(vec![scenario("a", 0.0, 1), scenario("a", 1.0, 1)], 1);
    assert_eq!(plan.scenarios[1].name, "a-2");
}

#[test]
fn the_summary_has_every_scenario_series_and_year() {
    let plan = plan(vec![scenario("a", 0.0, 10), scenario("b", 4.0, 10)], 2);
    let results = results(&plan, Toy::new());
    let rows = series_summary(&results, 2);
    assert_eq!(rows.len(), 2 * results.series().len() * 9);
    assert!(rows[0].difference.mean.is_none() && rows.last().expect("rows").difference.mean.is_some());
    let first = &rows[0];
    let row = compare(&plan, &results, 1);
    let level = row.find("euros.municipality", "all", Period::Year(0)).and_then(|d| d.base_value);
    assert_eq!(first.level.mean, level);
}

/// Of 41 samples the third has a twentieth of the others below it, the 21st a half, the 39th a twentieth above it. The
/// error of the middle is that of a mean of 41.
#[test]
fn a_row_is_what_its_samples_say() {
    let comparison = compared(41, 0.0, 10.0, Toy::new());
    for row in comparison.differences.iter().filter(|d| d.indicator != "never.counted") {
        let mut samples: Vec<f64> = row.by_sample.iter().copied().flatten().collect();
        samples.sort_by(f64::total_cmp);
        assert_eq!((row.samples, samples.len()), (41, 41));
        let at = |place: usize| Some(samples[place]);
        assert_eq!((row.p05, row.median, row.p95), (at(2), at(20), at(38)), "{}", row.indicator);
        let mean = samples.iter().sum::<f64>() / 41.0;
        let (base, variant) = (row.base_value.expect("samples"), row.variant_value.expect("samples"));
        assert!((row.difference.expect("samples") - mean).abs() < 1e-9 * base, "{}", row.indicator);
        assert!((variant - base - mean).abs() < 1e-9 * base, "{}", row.indicator);
        let variance = samples.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 40.0;
        let error = (variance / 41.0).sqrt();
        assert!((row.mc_error.expect("samples") / error - 1.0).abs() < 1e-9, "{:?} {error}", row.mc_error);
        let better = samples.iter().filter(|&&x| if row.direction == Direction::Lower { x < 0.0 } else { x > 0.0 });
        assert_eq!(row.share_better, Some(better.count() as f64 / 41.0), "{}", row.indicator);
    }
}

/// What lies between the bounds of a figure's difference is the paired one, sample by sample.
#[test]
fn the_summary_of_a_difference_is_that_of_the_pairs() {
    let plan = plan(vec![scenario("a", 0.0, 41), scenario("b", 4.0, 41)], 2);
    let results = results(&plan, Toy::new());
    let comparison = compare(&plan, &results, 1);
    let metas = results.series().to_vec();
    let rows = series_summary(&results, 2);
    let mut seen = 0;
    for row in rows.iter().filter(|row| row.scenario == 1) {
        let meta = &metas[row.series];
        let Some(pair) = comparison.find(&meta.indicator, &meta.group, Period::Year(row.year)) else { continue };
        assert_eq!((row.difference.p05, row.difference.p95), (pair.p05, pair.p95), "{}", meta.indicator);
        seen += 1;
    }
    assert!(seen > 50, "{seen}");
}

fn permuted(results: &Results, plan: &Plan, order: &[usize]) -> Results {
    let mut moved = Results::new(plan);
    // Trajectories were filtered to the kept series once: the plan of the test keeps all of them.
    for scenario in 0..plan.scenarios.len() {
        for &sample in order {
            for run in results.runs(scenario).iter().filter(|t| t.sample as usize == sample) {
                moved.keep(run);
            }
        }
    }
    moved
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn swapping_flips_every_sign_exactly(fte in 0.5_f64..20.0, bias in -1.0_f64..1.0, samples in 2_u32..60) {
        let toy = Toy { bias, ..Toy::new() };
        let (there, back) = (compared(samples, 0.0, fte, toy), compared(samples, fte, 0.0, toy));
        for (a, b) in there.differences.iter().zip(&back.differences) {
            prop_assert_eq!(a.difference.map(|x| -x), b.difference);
            prop_assert_eq!(a.p05.map(|x| -x), b.p95);
            prop_assert_eq!(a.p95.map(|x| -x), b.p05);
            prop_assert_eq!(a.base_value, b.variant_value);
            prop_assert_eq!((a.mc_error, a.variance_split), (b.mc_error, b.variance_split));
            let opposite = match a.verdict {
                Verdict::Better => Verdict::Worse,
                Verdict::Worse => Verdict::Better,
                Verdict::Higher => Verdict::Lower,
                Verdict::Lower => Verdict::Higher,
                same => same,
            };
            prop_assert_eq!(opposite, b.verdict);
            // An early sign is a level of the variant, so swapped it is another.
            let number = |d: &Difference| d.deciding(Deciding::Assumption).map(|d| (d.key.clone(), d.tipping_value));
            prop_assert_eq!(number(a), number(b));
        }
    }

    #[test]
    fn doubled_values_double_every_difference(fte in 0.5_f64..20.0, samples in 2_u32..60) {
        let once = compared(samples, 0.0, fte, Toy::new());
        let twice = compared(samples, 0.0, fte, Toy { scale: 2, ..Toy::new() });
        for (a, b) in once.differences.iter().zip(&twice.differences) {
            prop_assert_eq!(a.difference.map(|x| 2.0 * x), b.difference);
            prop_assert_eq!((a.p05.map(|x| 2.0 * x), a.p95.map(|x| 2.0 * x)), (b.p05, b.p95));
            prop_assert_eq!((a.share_better, a.variance_reduction), (b.share_better, b.variance_reduction));
        }
        for (a, b) in once.break_even.iter().zip(&twice.break_even) {
            prop_assert_eq!((a.year_median, a.share_never), (b.year_median, b.share_never));
        }
    }

    #[test]
    fn the_order_of_samples_does_not_matter(order in Just((0..40_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let mut scenarios = vec![scenario("base", 0.0, 40), scenario("variant", 6.0, 40)];
        // The decider follows the order of the samples drawn, so nothing is uncertain here but the toy's own effect.
        for s in &mut scenarios {
            for d in &mut s.parameters {
                *d = Distribution::Fixed(d.mean());
            }
            s.output.all_series = true;
        }
        let plan = plan(scenarios, 1);
        let results = results(&plan, Toy::new());
        let (one, other) = (compare(&plan, &results, 1), compare(&plan, &permuted(&results, &plan, &order), 1));
        for (a, b) in one.differences.iter().zip(&other.differences) {
            prop_assert_eq!((a.difference, a.p05, a.p95, a.base_value), (b.difference, b.p05, b.p95, b.base_value));
            prop_assert_eq!((a.mc_error, a.variance_split, a.verdict), (b.mc_error, b.variance_split, b.verdict));
        }
        prop_assert_eq!(format!("{:?}", one.break_even), format!("{:?}", other.break_even));
    }
}

/// The whole way from trajectories to the verdict, with an effect whose sign is wrong in 32 % of samples.
#[test]
fn an_effect_that_is_wrong_in_32_of_100_samples_is_not_called_through_the_whole_way() {
    let mut called = 0;
    for seed in 0..60 {
        let mut scenarios = vec![scenario("base", 0.0, 128), scenario("variant", 10.0, 128)];
        for s in &mut scenarios {
            s.experiment.seed = seed;
            s.experiment.years = 2;
            // Uniform on 0 to 0.9375: 0.3 / 0.9375 is 32 %.
            let help = kantel::parameters::Params::position("help.team").expect("exists");
            s.parameters[help] = Distribution::Uniform { low: 0.0, high: 0.9375 };
        }
        let plan = plan(scenarios, 2);
        let comparison = compare(&plan, &results(&plan, Toy::new()), 1);
        let row = comparison.find("persons.second_line", "all", Period::Horizon).expect("a row");
        assert_eq!(row.direction, Direction::Lower);
        called += u32::from(matches!(row.verdict, Verdict::Better | Verdict::Worse));
    }
    assert_eq!(called, 0);
}
