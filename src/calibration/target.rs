//! What the model is matched to: published figures, and how wijken differ.

use crate::validation::least_squares::{deviation, fit, mean};
use crate::validation::{District, Formula, Role, Showing, patterns};

/// A band is read as so many standard deviations of the observation either way (assumption, 1 to 3).
pub const BAND_DEVIATIONS: f64 = 2.0;
/// The standard deviation by which the best of models would still be off, as a part of the figure: the discrepancy
/// (assumption, 0.05 to 0.2). Years and definitions differ, and no place is the country.
pub const DISCREPANCY: f64 = 0.1;

/// How a target is seen in a run.
#[derive(Clone, Debug)]
pub(super) enum Seeing {
    /// By a figure of the country.
    Figure(Formula),
    /// By how wijken differ.
    Wijken(OfWijken),
}

/// What is told of a set of wijken: the mean of their use, its spread, and by percentage point of a margin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OfWijken {
    Mean,
    Spread,
    /// Position in [`District::margins`].
    Gradient(usize),
}

impl OfWijken {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Mean, "wijken.mean"),
        (Self::Spread, "wijken.spread"),
        (Self::Gradient(0), "wijken.per_point_older"),
        (Self::Gradient(1), "wijken.per_point_low_income"),
        (Self::Gradient(2), "wijken.per_point_single"),
    ];

    /// Its value for the use of wijken with these margins; `None` of too few wijken.
    pub(super) fn value(self, margins: &[Vec<f64>], uses: &[f64]) -> Option<f64> {
        match self {
            Self::Mean => mean(uses),
            Self::Spread => deviation(uses),
            Self::Gradient(i) => fit(margins, uses)?.get(i + 1).copied(),
        }
    }

    /// The jackknife's standard error of the value, over wijken (Quenouille 1956, Tukey 1958).
    fn error(self, margins: &[Vec<f64>], uses: &[f64]) -> Option<f64> {
        let n = uses.len();
        let without = |i: usize| {
            let keep = |j: &usize| *j != i;
            let margins: Vec<Vec<f64>> = (0..n).filter(keep).map(|j| margins[j].clone()).collect();
            let uses: Vec<f64> = (0..n).filter(keep).map(|j| uses[j]).collect();
            self.value(&margins, &uses)
        };
        let values: Vec<f64> = (0..n).map(without).collect::<Option<_>>()?;
        Some(libm::sqrt(n as f64 - 1.0) * deviation(&values)?)
    }
}

/// A figure that the model is matched to.
#[derive(Clone, Debug)]
pub struct Target {
    /// Key: that of the pattern, or `wijken.` and what is told of them.
    pub key: String,
    /// Title and year of the source.
    pub source: String,
    /// The figure.
    pub observed: f64,
    /// The band within which the model's figure hits it.
    pub band: (f64, f64),
    /// Standard deviation of the observation.
    pub observation: f64,
    /// Standard deviation by which the model may be off for being a model.
    pub discrepancy: f64,
    pub(super) seeing: Seeing,
}

/// The published figures that may be calibrated to and that the model shows, in the order of the list.
pub fn of_patterns() -> Vec<Target> {
    let is_target = |p: &crate::validation::Pattern| p.role == Role::Calibrate && p.twin().is_none();
    patterns()
        .into_iter()
        .filter(is_target)
        .filter_map(|pattern| {
            let Showing::Figure(formula) = &pattern.showing else { return None };
            let (low, high) = pattern.band();
            let observed = f64::midpoint(low, high);
            // Of a logarithm a part is a distance.
            let size = if pattern.is_logarithm() { 1.0 } else { observed.abs() };
            Some(Target {
                key: pattern.key.clone(),
                source: pattern.cited(),
                observed,
                band: (low, high),
                observation: (high - low) / 2.0 / BAND_DEVIATIONS,
                discrepancy: DISCREPANCY * size,
                seeing: Seeing::Figure(formula.clone()),
            })
        })
        .collect()
}

/// How the use of the Wmo differs between wijken, as CBS counted it.
pub fn of_wijken(wijken: &[District], source: &str) -> Vec<Target> {
    let margins: Vec<Vec<f64>> = wijken.iter().map(District::margins).collect();
    let uses: Vec<f64> = wijken.iter().map(|d| d.wmo).collect();
    OfWijken::ALL
        .into_iter()
        .filter_map(|(of, key)| {
            let (observed, observation) = (of.value(&margins, &uses)?, of.error(&margins, &uses)?);
            let reach = BAND_DEVIATIONS * observation;
            Some(Target {
                key: key.to_owned(),
                source: source.to_owned(),
                observed,
                band: (observed - reach, observed + reach),
                observation,
                discrepancy: DISCREPANCY * observed.abs(),
                seeing: Seeing::Wijken(of),
            })
        })
        .collect()
}

/// So many wijken that differ as all do: every so-many-th in the order of urbanity, then of low incomes.
pub fn stratified(mut wijken: Vec<District>, count: usize) -> Vec<District> {
    let order = |a: &District, b: &District| {
        let by_income = a.low.total_cmp(&b.low).then_with(|| a.profile.code.cmp(&b.profile.code));
        a.profile.urbanity.cmp(&b.profile.urbanity).then(by_income)
    };
    wijken.sort_by(order);
    let n = wijken.len();
    if count >= n {
        return wijken;
    }
    (0..count).map(|i| wijken[(2 * i + 1) * n / (2 * count)].clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Targets are the patterns that may be calibrated to, with a figure; none is a check.
    #[test]
    fn no_check_is_a_target() {
        let targets = of_patterns();
        let all = patterns();
        assert!(targets.len() > 100, "{}", targets.len());
        for target in &targets {
            let pattern = all.iter().find(|p| p.key == target.key).expect("a pattern");
            assert_eq!(pattern.role, Role::Calibrate, "{}", target.key);
            assert!(target.observation > 0.0 && target.discrepancy > 0.0, "{}", target.key);
        }
    }

    /// The standard error of a mean by the jackknife is the textbook's, exactly; a gradient is found again.
    #[test]
    fn what_is_told_of_wijken_has_its_standard_error() {
        let uses = [40.0, 55.0, 61.0, 72.0, 38.0, 90.0];
        let margins: Vec<Vec<f64>> =
            (0..6).map(|i| vec![f64::from(i), f64::from(i * i % 5), f64::from(i % 2)]).collect();
        let n = uses.len() as f64;
        let expected = deviation(&uses).expect("some") / libm::sqrt(n - 1.0);
        let found = OfWijken::Mean.error(&margins, &uses).expect("some");
        assert!((found - expected).abs() < 1e-9, "{found} {expected}");
        let exact: Vec<f64> = margins.iter().map(|m| 10.0 + 2.0 * m[0] - m[1]).collect();
        assert!((OfWijken::Gradient(0).value(&margins, &exact).expect("determined") - 2.0).abs() < 1e-9);
        assert!(OfWijken::Gradient(0).error(&margins, &exact).is_none_or(|error| error < 1e-6));
    }
}
