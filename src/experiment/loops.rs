//! What each feedback loop contributes: both scenarios again with the links of one loop cut, on the first samples.
//!
//! A loop is cut from week 0 on; the burn-in is shared with the whole model, so that the two differ in nothing else. To
//! keep the time of it small, a large district is represented by a scale model (`scale_model`). The whole model runs
//! again in it, so that whole and cut are paired within samples, and its differences are scaled to the district's size
//! and held against the district's own on the same samples.
//!
//! The *part* of a loop in a difference is the whole difference less the one with the loop cut, by sample. A part is
//! *told from zero* by the signed rank test of Wilcoxon (1945) over samples, at a false-discovery rate of 0.10 over all
//! loops and figures of a comparison (Benjamini and Hochberg 1995): ranks, because chance in euros has long tails.
//!
//! Chance within samples makes most of the noise of a part: a second replicate buys no more than another sample, nor
//! do twice as many residents, and spending half of the time on the loops that look open after the first half loses
//! as many as it gains. In a default comparison R11 carried 48, 28 and 25 % of the three differences (12 seeds of
//! 66 samples of 4,000 residents); it was named, for one figure at least, in 4 of these seeds by 20 samples, in 9 by
//! 40 and in all 12 by 60. A loop that carries 20 % of each (the same samples, drawn again with R11's part moved to
//! 20 %) is named in 19 of 100 runs of 20 samples, 43 of 40, 69 of 60, 83 of 80 and 89 of 100. The default of 40 is a
//! compromise with time.

use std::convert::Infallible;

use super::comparison_types::{LoopEffect, Period};
use super::execution::{Model, Progress, RunError};
use super::paired::by_sample;
use super::plan::{Draw, Plan};
use super::results::Results;
use super::scale_model::{self, Begins, KEY_INDICATORS, residents};
use super::statistics::{discoveries, mean, signed_rank, variance};
use crate::cancel::Cancel;
use crate::links::{LOOPS, links_of};
use crate::plan::Scenario;

/// Of all parts that are told from zero, the share that may be chance.
const FALSE_SHARE: f64 = 0.1;
/// Fewest samples on which a part is told from zero.
const FEWEST: usize = 10;
/// Standard errors within which the scale model and the district agree.
const AGREE: f64 = 2.0;

/// Simulations that [`loops`] will run.
pub fn loop_simulations(plan: &Plan) -> u64 {
    draws(plan).len() as u64 * ((LOOPS.len() + 1) * plan.scenarios.len()) as u64
}

/// Resident-years that [`loops`] will simulate.
pub(crate) fn loop_resident_years(plan: &Plan) -> u64 {
    loop_simulations(plan) * u64::from(residents(plan)) * u64::from(plan.experiment().years)
}

/// Cuts each loop in turn in every scenario, on the first replicate of the first `loop_samples` samples; gives the
/// effects by variant, in the order of the plan's scenarios after the base. `results` are those of the district.
///
/// # Errors
/// If it is asked to stop or threads cannot be started.
pub fn loops<M: Model>(
    plan: &Plan,
    model: &M,
    results: &Results,
    stop: &Cancel,
    progress: &impl Progress,
) -> Result<Vec<Vec<LoopEffect>>, RunError<Infallible>> {
    if draws(plan).is_empty() {
        return Ok(vec![Vec::new(); plan.scenarios.len() - 1]);
    }
    let worlds = simulate(plan, model, stop, progress)?;
    Ok((1..plan.scenarios.len()).map(|variant| effects(plan, results, &worlds, variant)).collect())
}

/// The whole model, then each loop cut: what came out of the scale model. Cut from week 0 on, they begin alike.
fn simulate<M: Model>(
    plan: &Plan,
    model: &M,
    stop: &Cancel,
    progress: &impl Progress,
) -> Result<Vec<Results>, RunError<Infallible>> {
    let scenarios = scale_model::scenarios(plan);
    let cuts = std::iter::once(None).chain(LOOPS.iter().map(|l| Some(l.0)));
    let worlds: Vec<Vec<Scenario>> = cuts.map(|cut| scenarios.iter().map(|s| without(s, cut)).collect()).collect();
    scale_model::simulate((plan, model), &draws(plan), (&worlds, Begins::Alike), stop, progress)
}

/// What each loop carries of a variant's differences; those told from zero among all of them are named.
fn effects(plan: &Plan, results: &Results, worlds: &[Results], variant: usize) -> Vec<LoopEffect> {
    let scale = scale_model::scale(plan);
    let mut effects = Vec::new();
    for (feedback, severed) in LOOPS.iter().map(|l| l.0).zip(&worlds[1..]) {
        for indicator in KEY_INDICATORS {
            let Some(series) = results.position(indicator, "all") else { continue };
            let of_samples = |of: &Results, scale: f64| -> Vec<Option<f64>> {
                let differences = by_sample(of, variant, series, Period::Horizon).into_iter();
                differences.map(|d| d.map(|d| d * scale)).collect()
            };
            // The district may have been simulated in fewer samples, if it was stopped early.
            let [district, whole, cut] = [(results, 1.0), (&worlds[0], scale), (severed, scale)];
            let differences = [district, whole, cut].map(|(of, scale)| of_samples(of, scale));
            effects.push(effect(feedback, indicator, residents(plan), &differences));
        }
    }
    let p_values: Vec<Option<f64>> = effects.iter().map(|e| e.p_value).collect();
    for (effect, named) in effects.iter_mut().zip(discoveries(&p_values, FALSE_SHARE)) {
        effect.named = named;
    }
    effects
}

/// What a loop carries of a difference, from the differences by sample of the district, of the whole scale model and of
/// the one with the loop cut; not named yet.
fn effect(feedback: &str, indicator: &str, residents: u32, differences: &[Vec<Option<f64>>; 3]) -> LoopEffect {
    let [district, whole, cut] = differences;
    let both = |a: &[Option<f64>], b: &[Option<f64>]| -> Vec<(f64, f64)> {
        a.iter().zip(b).filter_map(|(a, b)| a.zip(*b)).collect()
    };
    let less = |pairs: &[(f64, f64)]| -> Vec<f64> { pairs.iter().map(|(a, b)| a - b).collect() };
    let (paired, beside) = (both(whole, cut), both(whole, district));
    let (parts, gaps) = (less(&paired), less(&beside));
    let first = |pairs: &[(f64, f64)]| mean(&pairs.iter().map(|p| p.0).collect::<Vec<_>>());
    let second = |pairs: &[(f64, f64)]| mean(&pairs.iter().map(|p| p.1).collect::<Vec<_>>());
    LoopEffect {
        feedback: feedback.to_owned(),
        indicator: indicator.to_owned(),
        residents,
        samples: parts.len() as u32,
        district: second(&beside),
        whole: first(&paired),
        agrees: agrees(&gaps),
        cut: second(&paired),
        part: mean(&parts),
        error: error(&parts),
        // Where a cut changes nothing in any sample there is nothing to find, and no test of it that others pay for.
        p_value: (parts.len() >= FEWEST && parts.iter().any(|part| *part != 0.0)).then(|| signed_rank(&parts)),
        named: false,
    }
}

/// The standard error of a mean over samples.
fn error(values: &[f64]) -> Option<f64> {
    variance(values).map(|v| libm::sqrt(v / values.len() as f64))
}

/// Whether the mean of paired differences lies within their errors from zero; `None` of too few samples.
fn agrees(gaps: &[f64]) -> Option<bool> {
    let (gap, error) = (mean(gaps)?, error(gaps)?);
    (gaps.len() >= FEWEST).then_some(gap.abs() <= AGREE * error)
}

fn draws(plan: &Plan) -> Vec<Draw> {
    scale_model::draws(plan, plan.loop_samples)
}

/// The scenario with the links of a loop, if any, cut from week 0.
fn without(scenario: &Scenario, feedback: Option<&str>) -> Scenario {
    let mut cut = scenario.clone();
    for link in feedback.map(links_of).unwrap_or_default() {
        cut.organisation.timeline.base.links[link] = 0.0;
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::LOOP_SAMPLES;
    use crate::ids::Key;
    use crate::random::{Distribution, Draws, Process};

    /// Spread of a part from sample to sample, over the whole difference, as measured at the default, by indicator.
    const NOISE: [f64; 3] = [1.28, 0.98, 0.75];

    /// In how many of 300 seeds a loop that carries a fifth of each difference is named; and the share of false names.
    /// Two more loops carry nearly all of it, the others carry nothing; one of them has no part at all in the default.
    fn seen(samples: u32) -> (u32, f64) {
        let normal = Distribution::LogNormal { median: 1.0, sigma: 1.0 };
        let (mut seen, mut wrong, mut shares) = (0, 0.0, 0.0);
        for seed in 0..300 {
            let mut effects = Vec::new();
            for (i, (feedback, _, _)) in LOOPS.iter().enumerate() {
                let carried = [0.2, 0.9, 0.9].get(i).copied().unwrap_or(0.0);
                for (indicator, noise) in KEY_INDICATORS.into_iter().zip(NOISE) {
                    let draw = |sample: u32| {
                        let draws = Draws::new(seed, sample, 0);
                        let key = Key(i as u64 * 100 + (noise * 10.0) as u64);
                        libm::log(normal.quantile(draws.unit(Process::INERT, key, 0)))
                    };
                    let whole = vec![Some(1.0); samples as usize];
                    let noise = if *feedback == "R6" { 0.0 } else { noise };
                    let cut = (0..samples).map(|s| Some(1.0 - carried - noise * draw(s))).collect();
                    effects.push(effect(feedback, indicator, 4_000, &[whole.clone(), whole, cut]));
                }
            }
            let p: Vec<Option<f64>> = effects.iter().map(|e| e.p_value).collect();
            let named = discoveries(&p, FALSE_SHARE);
            seen += u32::from(named[..3].iter().any(|n| *n));
            let [all, chance] = [&named[..], &named[9..]].map(|n| n.iter().filter(|n| **n).count());
            wrong += chance as f64 / all.max(1) as f64;
            shares += 1.0;
        }
        (seen, wrong / shares)
    }

    #[test]
    fn enough_samples_see_a_loop_that_carries_a_fifth_in_nine_of_ten_seeds() {
        let [(few, _), (default, wrong), (many, still)] = [20, LOOP_SAMPLES, 130].map(seen);
        assert!(many >= 270, "{many} of 300 at 130 samples");
        assert!(default >= 120, "{default} of 300 at the default");
        assert!(few < 100, "{few} of 300 at 20 samples: the default is no waste");
        assert!(wrong < FALSE_SHARE && still < FALSE_SHARE, "{wrong} {still}");
    }

    #[test]
    fn a_scale_model_agrees_within_the_errors_of_pairs() {
        let gaps = |mean: f64| (0..20).map(|i| mean + f64::from(i % 2) - 0.5).collect::<Vec<f64>>();
        assert_eq!((agrees(&gaps(0.1)), agrees(&gaps(0.5)), agrees(&gaps(0.1)[..9])), (Some(true), Some(false), None));
    }
}
