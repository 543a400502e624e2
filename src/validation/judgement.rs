//! How well wijken are predicted: over all, by urbanity, within and between municipalities, by margin, over years, and
//! beside least squares on the same margins.

use std::collections::BTreeMap;

use super::districts::{District, FOLDS, Predicted, municipality_code};
use super::least_squares::{correlation, deviation, explained, fit, mean, predicted};
use super::needs::{Monitor, NEED_TABLE, NeedMeta};

/// How good one prediction of the wijken is.
#[derive(Clone, Debug)]
pub struct Fit {
    /// Wijken.
    pub wijken: usize,
    /// Mean of what is predicted.
    pub mean: Option<f64>,
    /// Its standard deviation.
    pub deviation: Option<f64>,
    /// What it explains of the variance of CBS's figures.
    pub raw: Option<f64>,
    /// The same after a straight line through both.
    pub recalibrated: Option<f64>,
    /// That line: constant and slope of CBS's figure on the prediction.
    pub line: Option<(f64, f64)>,
    /// The mean of prediction minus CBS's figure.
    pub bias: Option<f64>,
    /// The standard deviation of what is left.
    pub left: Option<f64>,
    /// The same after the line.
    pub left_recalibrated: Option<f64>,
    /// Correlation with CBS's figures.
    pub correlation: Option<f64>,
}

impl Fit {
    /// How good a prediction is, by wijk.
    pub fn of(real: &[f64], model: &[f64]) -> Self {
        let rows: Vec<Vec<f64>> = model.iter().map(|x| vec![*x]).collect();
        let line = fit(&rows, real);
        let after: Vec<f64> = rows.iter().map(|row| line.as_ref().map_or(row[0], |l| predicted(l, row))).collect();
        let off = |predicted: &[f64]| predicted.iter().zip(real).map(|(p, y)| p - y).collect::<Vec<f64>>();
        Self {
            wijken: real.len(),
            mean: mean(model),
            deviation: deviation(model),
            raw: explained(real, model),
            recalibrated: line.as_ref().and_then(|_| explained(real, &after)),
            line: line.map(|l| (l[0], l[1])),
            bias: mean(&off(model)),
            left: deviation(&off(model)),
            left_recalibrated: deviation(&off(&after)),
            correlation: correlation(real, model),
        }
    }
}

/// Everything that is told of a prediction of wijken.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// Municipalities.
    pub municipalities: usize,
    /// Mean and standard deviation of CBS's figures.
    pub real: (Option<f64>, Option<f64>),
    /// The part of their variance that is chance alone: of a count of persons, each with the same chance.
    pub chance: Option<f64>,
    /// The model: means over samples.
    pub model: Fit,
    /// The model by each sample alone, where there are two or more: the least and the most of their means, and of what
    /// they explain. Few samples leave the uncertain numbers to chance.
    pub by_sample: Option<[(f64, f64); 2]>,
    /// Least squares on three margins, and on five, each fitted outside the fold of the wijk.
    pub benchmarks: [Fit; 2],
    /// What these predict, by wijk.
    pub by_wijk: [Vec<Option<f64>>; 2],
    /// Wijken on which each was fitted, the fewest of any fold.
    pub fitted_on: [usize; 2],
    /// Of wijken, differences from the mean of their municipality, where it has three or more: what the model explains
    /// of CBS's.
    pub within: (usize, Option<f64>),
    /// Means of municipalities: their number, and what the model explains.
    pub between: (usize, Option<f64>),
    /// By class of urbanity: mean of CBS's figures, and the model.
    pub urbanity: Vec<(u8, f64, Fit)>,
    /// By percentage point of each margin, the others being equal: CBS's figure, and the model's.
    pub gradients: Option<Vec<(f64, f64)>>,
    /// Over years: correlation of a wijk's first and last year, and the standard deviation of the difference, both of
    /// means over samples.
    pub years: Option<(f64, f64)>,
}

/// Judges a prediction; `all` are the wijken on which the benchmarks may be fitted.
pub fn judge(all: &[District], judged: &[Predicted]) -> Judgement {
    let real: Vec<f64> = judged.iter().map(|p| p.district.wmo).collect();
    let model: Vec<f64> = judged.iter().map(Predicted::model).collect();
    let (by_wijk, fitted_on) = benchmarks(all, judged);
    let fits = [0, 1].map(|i| {
        let known = || judged.iter().zip(&by_wijk[i]).filter_map(|(p, x)| Some((p.district.wmo, (*x)?)));
        let (real, predicted): (Vec<f64>, Vec<f64>) = known().unzip();
        Fit::of(&real, &predicted)
    });
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, one) in judged.iter().enumerate() {
        groups.entry(municipality_code(&one.district.profile.code)).or_default().push(i);
    }
    Judgement {
        municipalities: groups.len(),
        real: (mean(&real), deviation(&real)),
        chance: chance(judged),
        model: Fit::of(&real, &model),
        by_sample: by_sample(&real, judged),
        benchmarks: fits,
        by_wijk,
        fitted_on,
        within: within(&groups, &real, &model),
        between: between(&groups, &real, &model),
        urbanity: by_urbanity(judged),
        gradients: gradients(judged),
        years: over_years(judged),
    }
}

/// What least squares on three and five margins, fitted on the wijken of all other folds, makes of each wijk.
fn benchmarks(all: &[District], judged: &[Predicted]) -> ([Vec<Option<f64>>; 2], [usize; 2]) {
    type Margins = fn(&District) -> Option<Vec<f64>>;
    let kinds: [Margins; 2] = [|d| Some(d.margins()), District::more_margins];
    let mut fitted_on = [usize::MAX; 2];
    let mut by_wijk = [Vec::new(), Vec::new()];
    for (kind, margins) in kinds.into_iter().enumerate() {
        let of_fold = |fold: u32| {
            let outside = all.iter().filter(|d| d.fold != fold);
            let (rows, y): (Vec<Vec<f64>>, Vec<f64>) = outside.filter_map(|d| Some((margins(d)?, d.wmo))).unzip();
            (rows.len(), fit(&rows, &y))
        };
        let fits: Vec<(usize, Option<Vec<f64>>)> = (0..FOLDS).map(of_fold).collect();
        for one in judged {
            let (rows, fit) = &fits[one.district.fold as usize];
            fitted_on[kind] = fitted_on[kind].min(*rows);
            by_wijk[kind].push(fit.as_ref().zip(margins(&one.district)).map(|(fit, row)| predicted(fit, &row)));
        }
    }
    (by_wijk, fitted_on.map(|n| if n == usize::MAX { 0 } else { n }))
}

/// The least and the most of what single samples give: mean, and what is explained of CBS's figures.
fn by_sample(real: &[f64], judged: &[Predicted]) -> Option<[(f64, f64); 2]> {
    let samples = judged.iter().map(|one| one.years.first().map_or(0, Vec::len)).min()?;
    let of_sample = |sample: usize| judged.iter().map(|one| one.years[0][sample]).collect::<Vec<f64>>();
    let fits: Vec<Fit> = (0..samples).map(|sample| Fit::of(real, &of_sample(sample))).collect();
    let ends = |values: Vec<f64>| {
        let least = values.iter().copied().min_by(f64::total_cmp);
        least.zip(values.iter().copied().max_by(f64::total_cmp))
    };
    let means = ends(fits.iter().filter_map(|fit| fit.mean).collect())?;
    let explained = ends(fits.iter().filter_map(|fit| fit.raw).collect())?;
    (samples > 1).then_some([means, explained])
}

/// The part of the variance between wijken that a count of persons has by chance.
fn chance(judged: &[Predicted]) -> Option<f64> {
    let real: Vec<f64> = judged.iter().map(|p| p.district.wmo).collect();
    let variance = deviation(&real)?;
    let of = |p: &Predicted| {
        let share = p.district.wmo / 1_000.0;
        1e6 * share * (1.0 - share) / f64::from(p.district.profile.residents)
    };
    let noise = judged.iter().map(of).sum::<f64>() / judged.len() as f64;
    (variance > 0.0).then(|| noise / (variance * variance))
}

/// Municipalities of fewer wijken say nothing of differences within them.
const LEAST_WIJKEN: usize = 3;

fn mean_of(values: &[f64], places: &[usize]) -> f64 {
    places.iter().map(|i| values[*i]).sum::<f64>() / places.len() as f64
}

fn within(groups: &BTreeMap<&str, Vec<usize>>, real: &[f64], model: &[f64]) -> (usize, Option<f64>) {
    let (mut all, mut left, mut count) = (0.0, 0.0, 0);
    for places in groups.values().filter(|places| places.len() >= LEAST_WIJKEN) {
        let (y, x) = (mean_of(real, places), mean_of(model, places));
        for &i in places {
            let (y, x) = (real[i] - y, model[i] - x);
            all += y * y;
            left += (y - x) * (y - x);
            count += 1;
        }
    }
    (count, (all > 0.0).then(|| 1.0 - left / all))
}

fn between(groups: &BTreeMap<&str, Vec<usize>>, real: &[f64], model: &[f64]) -> (usize, Option<f64>) {
    let means = |values: &[f64]| groups.values().map(|places| mean_of(values, places)).collect::<Vec<f64>>();
    (groups.len(), explained(&means(real), &means(model)))
}

fn by_urbanity(judged: &[Predicted]) -> Vec<(u8, f64, Fit)> {
    let of = |class: u8| {
        let here = || judged.iter().filter(|p| p.district.profile.urbanity == class);
        let real: Vec<f64> = here().map(|p| p.district.wmo).collect();
        let model: Vec<f64> = here().map(Predicted::model).collect();
        Some((class, mean(&real)?, Fit::of(&real, &model)))
    };
    (1..=5).filter_map(of).collect()
}

fn gradients(judged: &[Predicted]) -> Option<Vec<(f64, f64)>> {
    let rows: Vec<Vec<f64>> = judged.iter().map(|p| p.district.margins()).collect();
    let real: Vec<f64> = judged.iter().map(|p| p.district.wmo).collect();
    let model: Vec<f64> = judged.iter().map(Predicted::model).collect();
    let (real, model) = (fit(&rows, &real)?, fit(&rows, &model)?);
    Some(real[1..].iter().copied().zip(model[1..].iter().copied()).collect())
}

fn over_years(judged: &[Predicted]) -> Option<(f64, f64)> {
    if judged.iter().any(|p| p.years.len() < 2) {
        return None;
    }
    let first: Vec<f64> = judged.iter().map(Predicted::model).collect();
    let last: Vec<f64> = judged.iter().map(Predicted::last).collect();
    let change: Vec<f64> = last.iter().zip(&first).map(|(b, a)| b - a).collect();
    Some((correlation(&first, &last)?, deviation(&change)?))
}

/// How the model's needs compare with the monitor's over wijken.
#[derive(Clone, Debug)]
pub struct NeedFit {
    /// Which need.
    pub need: &'static NeedMeta,
    /// Wijken that have both.
    pub wijken: usize,
    /// Mean and standard deviation of the monitor's shares.
    pub monitor: (f64, f64),
    /// The same of the model's.
    pub model: (f64, f64),
    /// Correlation of both.
    pub correlation: Option<f64>,
    /// By a point more of low incomes, residents of 65 and over and one-person households being equal: the change as a
    /// part of the mean, in the monitor's shares and in the model's, in percent.
    pub by_income: Option<(f64, f64)>,
}

/// Compares each need, where three wijken or more have it.
pub fn compared(judged: &[Predicted], monitor: &Monitor) -> Vec<NeedFit> {
    let of = |(i, need): (usize, &'static NeedMeta)| {
        let both = judged.iter().filter_map(|p| Some((p, monitor.get(&p.district.profile.code)?[i]?)));
        let (rows, shares): (Vec<&Predicted>, Vec<f64>) = both.unzip();
        let model: Vec<f64> = rows.iter().map(|p| p.needs[i]).collect();
        let moments = |values: &[f64]| Some((mean(values)?, deviation(values)?));
        let margins: Vec<Vec<f64>> = rows.iter().map(|p| p.district.margins()).collect();
        // The second margin is low incomes.
        let gradient = |values: &[f64]| Some(100.0 * fit(&margins, values)?.get(2)? / mean(values)?);
        Some(NeedFit {
            need,
            wijken: rows.len(),
            monitor: moments(&shares)?,
            model: moments(&model)?,
            correlation: correlation(&shares, &model),
            by_income: gradient(&shares).zip(gradient(&model)),
        })
    };
    NEED_TABLE.iter().enumerate().filter_map(of).filter(|fit| fit.wijken > 2).collect()
}

/// The wijken that are predicted worst: most too high first, then most too low; so many of each.
pub fn largest_misses(judged: &[Predicted], count: usize) -> [Vec<&Predicted>; 2] {
    let off = |p: &Predicted| p.model() - p.district.wmo;
    let mut sorted: Vec<&Predicted> = judged.iter().collect();
    sorted
        .sort_by(|a, b| off(b).total_cmp(&off(a)).then_with(|| a.district.profile.code.cmp(&b.district.profile.code)));
    let high = sorted.iter().filter(|p| off(p) > 0.0).take(count).copied().collect();
    let low = sorted.iter().rev().filter(|p| off(p) < 0.0).take(count).copied().collect();
    [high, low]
}

#[cfg(test)]
mod tests {
    use super::super::districts::fold_of;
    use super::*;
    use crate::input_data::gazetteer::Gazetteer;

    /// Wijken of six municipalities, four in each, with margins of their own, and a figure made of them.
    fn wijken(wmo: impl Fn(&District) -> f64) -> Vec<District> {
        let profile = Gazetteer::embedded().expect("the table").profiles().remove(0);
        let mut all = Vec::new();
        for m in 0..12_u32 {
            for w in 0..4_u32 {
                let code = format!("WK{:04}{w:02}", 100 + m);
                let i = f64::from(4 * m + w);
                let mut one = District {
                    profile: profile.clone(),
                    wmo: 0.0,
                    older: 10.0 + i % 7.0 + i / 9.0,
                    low: 3.0 + (i * i) % 5.0,
                    single: 20.0 + (3.0 * i) % 11.0,
                    corporation: 10.0 + (5.0 * i) % 13.0,
                    widowed: Some(3.0 + (7.0 * i) % 4.0),
                    fold: fold_of(municipality_code(&code)),
                };
                one.profile.code = code;
                one.profile.residents = 1_000_000;
                one.profile.urbanity = 1 + (w as u8 % 2);
                one.wmo = wmo(&one);
                all.push(one);
            }
        }
        all
    }

    fn predict_by(all: &[District], model: impl Fn(&District) -> f64) -> Vec<Predicted> {
        all.iter()
            .map(|d| Predicted { district: d.clone(), years: vec![vec![model(d)]], needs: [0.0; NEED_TABLE.len()] })
            .collect()
    }

    fn close(what: &str, value: Option<f64>, wanted: f64) {
        let value = value.unwrap_or_else(|| panic!("{what}: nothing"));
        assert!((value - wanted).abs() < 1e-6, "{what}: {value} instead of {wanted}");
    }

    /// A model that is half of what is real: a line mends it, and raw it explains little.
    #[test]
    fn a_model_on_another_scale_is_mended_by_a_line() {
        let all = wijken(|d| 2.0 * d.older + 3.0 * d.low);
        let right = judge(&all, &predict_by(&all, |d| d.wmo));
        close("R2", right.model.raw, 1.0);
        close("bias", right.model.bias, 0.0);
        close("within", right.within.1, 1.0);
        close("between", right.between.1, 1.0);
        assert_eq!((right.within.0, right.between.0, right.municipalities), (48, 12, 12));
        let half = judge(&all, &predict_by(&all, |d| d.wmo / 2.0 + 7.0));
        let (constant, slope) = half.model.line.expect("it varies");
        close("constant", Some(constant), -14.0);
        close("slope", Some(slope), 2.0);
        close("R2 after it", half.model.recalibrated, 1.0);
        close("left after it", half.model.left_recalibrated, 0.0);
        assert!(half.model.raw.expect("it varies") < 0.9);
        let gradients = half.gradients.expect("they are determined");
        for ((real, model), wanted) in gradients.into_iter().zip([2.0, 3.0, 0.0]) {
            close("gradient of CBS", Some(real), wanted);
            close("gradient of the model", Some(model), wanted / 2.0);
        }
        assert_eq!(
            half.urbanity.iter().map(|(class, _, fit)| (*class, fit.wijken)).collect::<Vec<_>>(),
            [(1, 24), (2, 24)]
        );
    }

    /// Needs are compared where the monitor knows the wijk: levels apart, what a margin adds as a part of the mean.
    #[test]
    fn needs_are_compared_with_the_monitor() {
        let all = wijken(|d| d.low);
        let mut judged = predict_by(&all, |d| d.wmo);
        let mut monitor = Monitor::new();
        for (i, one) in judged.iter_mut().enumerate() {
            let share = 5.0 + one.district.low;
            one.needs = [2.0 * share, 7.0, 7.0, share * share];
            if i > 9 {
                monitor.insert(one.district.profile.code.clone(), [Some(share), Some(share), None, Some(share)]);
            }
        }
        let fits = compared(&judged, &monitor);
        assert_eq!(
            fits.iter().map(|f| (f.need.key, f.wijken)).collect::<Vec<_>>(),
            [("need_daily", 38), ("need_mental", 38), ("need_debt", 38)]
        );
        close("correlation", fits[0].correlation, 1.0);
        close("twice the mean", Some(fits[0].model.0), 2.0 * fits[0].monitor.0);
        let (real, model) = fits[0].by_income.expect("it is determined");
        close("by income", Some(real), 100.0 / fits[0].monitor.0);
        close("the same as a part of the mean", Some(model), real);
        assert!(fits[1].correlation.is_none_or(|r| r.abs() < 1e-6) && fits[2].correlation.expect("it varies") < 1.0);
    }

    /// What differs between municipalities alone is explained between and not within, and the other way round.
    #[test]
    fn within_and_between_are_told_apart() {
        let of_municipality = |d: &District| f64::from(d.profile.code[2..6].parse::<u32>().expect("digits") % 5);
        let all = wijken(|d| 50.0 + 10.0 * of_municipality(d) + d.single);
        let j = judge(&all, &predict_by(&all, |d| 50.0 + 10.0 * of_municipality(d)));
        close("within", j.within.1, 0.0);
        assert!(j.between.1.expect("they vary") < 1.0);
        let j = judge(&all, &predict_by(&all, |d| d.single));
        close("within", j.within.1, 1.0);
    }

    /// The benchmark of a wijk is fitted on the other folds: what is special about its own fold is not known to it.
    #[test]
    fn a_benchmark_is_fitted_outside_the_fold() {
        let special = fold_of("0100");
        let usual = |d: &District| 5.0 + 2.0 * d.older + d.low - 0.5 * d.single;
        let all = wijken(|d| if d.fold == special { 1_000.0 - usual(d) } else { usual(d) });
        let of_fold: Vec<District> = all.iter().filter(|d| d.fold == special).cloned().collect();
        let judged = judge(&all, &predict_by(&of_fold, |_| 0.0));
        assert!(!of_fold.is_empty() && judged.fitted_on[0] == all.len() - of_fold.len());
        for (d, predicted) in of_fold.iter().zip(&judged.by_wijk[0]) {
            close("least squares", *predicted, usual(d));
        }
        // A wijk of another fold is fitted with the special one: nobody is told what is special.
        let other: Vec<District> = all.iter().filter(|d| d.fold != special).take(4).cloned().collect();
        let judged = judge(&all, &predict_by(&other, |_| 0.0));
        assert!((judged.by_wijk[0][0].expect("it is determined") - usual(&other[0])).abs() > 1.0);
    }

    /// Persons with the same chance each: at 60 of 1,000 in wijken of n the variance is 0.06 x 0.94 / n.
    #[test]
    fn chance_in_the_counts_is_that_of_persons() {
        let mut all = wijken(|d| d.older);
        for (i, d) in all.iter_mut().enumerate() {
            d.wmo = if i % 2 == 0 { 50.0 } else { 70.0 };
            d.profile.residents = 2_000;
        }
        let mean = f64::midpoint(0.05 * 0.95, 0.07 * 0.93);
        close("chance", chance(&predict_by(&all, |_| 0.0)), 1e6 * mean / 2_000.0 / 100.0);
    }

    #[test]
    fn the_worst_come_first_on_either_side() {
        let all = wijken(|_| 50.0);
        let judged = predict_by(&all, |d| d.older * 3.0);
        let off = |p: &Predicted| p.model() - p.district.wmo;
        let [high, low] = largest_misses(&judged, 5);
        assert!(high.len() == 5 && high.windows(2).all(|pair| off(pair[0]) >= off(pair[1])) && off(high[4]) > 0.0);
        assert!(low.len() <= 5 && low.windows(2).all(|pair| off(pair[0]) <= off(pair[1])));
        assert!(low.iter().all(|p| off(p) < 0.0));
    }
}
