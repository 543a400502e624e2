//! An emulator of one figure: a sum of few terms of quantiles, found by forward selection.
//!
//! Candidates are every number, its square, and products of numbers that are in already. In turn the one that explains
//! most of what is left comes in, until the extended Bayesian information criterion (Chen and Chen 2008) says that none
//! is worth it. How far off it is, chance in the runs included, is measured on runs that it has not seen: ten folds,
//! each with a selection of its own.

use crate::validation::least_squares::{fit, mean, predicted};

/// Folds of the cross-validation.
const FOLDS: usize = 10;
/// The most terms: beyond, few hundred runs do not tell them from each other.
const MOST_TERMS: usize = 24;
/// Runs for each term, at least.
const RUNS_PER_TERM: usize = 8;

/// A number at its place from -1 to 1, its square less what that is on average, or a product of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Term(usize, Option<usize>);

impl Term {
    fn of(self, point: &[f64]) -> f64 {
        let z = |i: usize| 2.0 * point[i] - 1.0;
        match self {
            Self(i, None) => z(i),
            Self(i, Some(j)) if i == j => z(i) * z(i) - 1.0 / 3.0,
            Self(i, Some(j)) => z(i) * z(j),
        }
    }

    /// Its variance over the unit cube.
    fn variance(self) -> f64 {
        match self {
            Self(_, None) => 1.0 / 3.0,
            Self(i, Some(j)) if i == j => 4.0 / 45.0,
            Self(..) => 1.0 / 9.0,
        }
    }

    fn has(self, number: usize) -> bool {
        self.0 == number || self.1 == Some(number)
    }
}

/// The coefficient of a number at its place from -1 to 1, of its square (the same number twice), or of a product.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Weight {
    pub(super) number: usize,
    pub(super) with: Option<usize>,
    pub(super) by: f64,
}

fn weights(terms: &[Term], coefficients: &[f64]) -> Vec<Weight> {
    terms.iter().zip(&coefficients[1..]).map(|(term, by)| Weight { number: term.0, with: term.1, by: *by }).collect()
}

/// The terms of the values at points, as an emulator would choose them, without looking how far off they are.
pub(super) fn chosen(points: &[&[f64]], values: &[f64]) -> Option<Vec<Weight>> {
    let (terms, coefficients) = selected(points, values)?;
    Some(weights(&terms, &coefficients))
}

/// An emulator.
#[derive(Clone, Debug)]
pub struct Emulator {
    terms: Vec<Term>,
    /// The constant, then a coefficient for each term.
    coefficients: Vec<f64>,
    /// The mean square of what it was off on runs that it had not seen.
    pub error: f64,
    /// The variance of the runs.
    pub variance: f64,
}

impl Emulator {
    /// An emulator of the values at points; `None` of too few points.
    pub fn of(points: &[&[f64]], values: &[f64]) -> Option<Self> {
        if values.len() < 2 * FOLDS {
            return None;
        }
        let (terms, coefficients) = selected(points, values)?;
        let centre = mean(values)?;
        let mut off = Vec::with_capacity(values.len());
        for fold in 0..FOLDS {
            let is_in = |i: usize| i % FOLDS != fold;
            let (seen, known): (Vec<&[f64]>, Vec<f64>) =
                points.iter().zip(values).enumerate().filter(|(i, _)| is_in(*i)).map(|(_, (p, v))| (*p, *v)).unzip();
            let (terms, coefficients) = selected(&seen, &known)?;
            for (i, (point, value)) in points.iter().zip(values).enumerate().filter(|(i, _)| !is_in(*i)) {
                debug_assert!(i % FOLDS == fold);
                let row: Vec<f64> = terms.iter().map(|term| term.of(point)).collect();
                let by = predicted(&coefficients, &row) - value;
                off.push(by * by);
            }
        }
        let variance = mean(&values.iter().map(|v| (v - centre) * (v - centre)).collect::<Vec<_>>())?;
        Some(Self { terms, coefficients, error: mean(&off)?, variance })
    }

    /// What it expects at a point.
    pub fn value(&self, point: &[f64]) -> f64 {
        let terms = self.terms.iter().zip(&self.coefficients[1..]);
        self.coefficients[0] + terms.map(|(term, b)| b * term.of(point)).sum::<f64>()
    }

    /// How many terms it has beside the constant.
    pub fn terms(&self) -> usize {
        self.terms.len()
    }

    /// The part of the variance of runs that it explains, on runs that it had not seen; never below 0.
    pub fn explained(&self) -> f64 {
        if self.variance > 0.0 { (1.0 - self.error / self.variance).max(0.0) } else { 0.0 }
    }

    /// The share of its own variance over the unit cube that terms with a number have.
    pub fn share(&self, number: usize) -> f64 {
        let of = |keep: &dyn Fn(Term) -> bool| -> f64 {
            let terms = self.terms.iter().zip(&self.coefficients[1..]).filter(|(term, _)| keep(**term));
            terms.map(|(term, b)| b * b * term.variance()).sum()
        };
        let all = of(&|_| true);
        if all > 0.0 { of(&|term| term.has(number)) / all } else { 0.0 }
    }

    /// Its terms with their coefficients, without the constant.
    pub(super) fn weights(&self) -> Vec<Weight> {
        weights(&self.terms, &self.coefficients)
    }

    /// The numbers that it depends on.
    pub fn numbers(&self) -> Vec<usize> {
        let mut numbers: Vec<usize> = self.terms.iter().flat_map(|t| [Some(t.0), t.1]).flatten().collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

/// A candidate with what is left of its column when the terms that are in are taken out of it.
struct Candidate {
    term: Term,
    column: Vec<f64>,
}

impl Candidate {
    fn new(term: Term, points: &[&[f64]], basis: &[Vec<f64>]) -> Self {
        let mut column = centred(points.iter().map(|point| term.of(point)).collect());
        for direction in basis {
            take_out(&mut column, direction);
        }
        Self { term, column }
    }

    /// By how much it would lower the sum of squares of what is left; nothing where it says nothing new.
    fn gain(&self, left: &[f64]) -> f64 {
        let square = dot(&self.column, &self.column);
        let along = dot(&self.column, left);
        if square < 1e-9 * self.column.len() as f64 { 0.0 } else { along * along / square }
    }
}

/// The terms that are worth it, and their coefficients by least squares.
fn selected(points: &[&[f64]], values: &[f64]) -> Option<(Vec<Term>, Vec<f64>)> {
    let (n, numbers) = (values.len() as f64, points.first()?.len());
    let mut left = centred(values.to_vec());
    let mut candidates: Vec<Candidate> = (0..numbers)
        .flat_map(|i| [Term(i, None), Term(i, Some(i))])
        .map(|term| Candidate::new(term, points, &[]))
        .collect();
    let (mut terms, mut basis): (Vec<Term>, Vec<Vec<f64>>) = (Vec::new(), Vec::new());
    let most = MOST_TERMS.min(values.len() / RUNS_PER_TERM);
    while terms.len() < most {
        let gains = candidates.iter().enumerate().map(|(i, candidate)| (candidate.gain(&left), i));
        let Some((gain, best)) = gains.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1))) else { break };
        let square = dot(&left, &left);
        let price = libm::log(n) + 2.0 * libm::log(candidates.len() as f64);
        if gain <= 0.0 || n * libm::log(square / (square - gain).max(square * 1e-12)) < price {
            break;
        }
        let Candidate { term, column } = candidates.swap_remove(best);
        let length = libm::sqrt(dot(&column, &column));
        let direction: Vec<f64> = column.iter().map(|x| x / length).collect();
        take_out(&mut left, &direction);
        for candidate in &mut candidates {
            take_out(&mut candidate.column, &direction);
        }
        basis.push(direction);
        let is_in = |number: usize| terms.iter().any(|t| t.has(number));
        if term.1.is_none() && !is_in(term.0) {
            let others = (0..numbers).filter(|j| *j != term.0 && is_in(*j));
            let products: Vec<Term> = others.map(|j| Term(term.0.min(j), Some(term.0.max(j)))).collect();
            candidates.extend(products.into_iter().map(|product| Candidate::new(product, points, &basis)));
        }
        terms.push(term);
    }
    let rows: Vec<Vec<f64>> = points.iter().map(|p| terms.iter().map(|term| term.of(p)).collect()).collect();
    let coefficients = fit(&rows, values)?;
    Some((terms, coefficients))
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn centred(mut column: Vec<f64>) -> Vec<f64> {
    let centre = mean(&column).unwrap_or(0.0);
    for x in &mut column {
        *x -= centre;
    }
    column
}

/// Takes a direction of length 1 out of a column.
fn take_out(column: &mut [f64], direction: &[f64]) {
    let along = dot(column, direction);
    column.iter_mut().zip(direction).for_each(|(x, d)| *x -= along * d);
}

#[cfg(test)]
mod tests {
    use super::super::hypercube::latin_hypercube;
    use super::*;
    use crate::random::{Draws, Process, standard_normal_quantile};

    /// Of 30 numbers three matter: they are found with their curve and product among 200 noisy runs, little else is,
    /// and the error on unseen runs is that of the noise (variance 0.01) within a quarter: its standard error is 10 %,
    /// and terms that are estimated add a twentieth.
    #[test]
    fn what_matters_is_found_and_the_error_is_that_of_chance() {
        let paths: Vec<String> = (0..30).map(|i| format!("n{i}")).collect();
        let draws = Draws::new(5, 0, 0);
        let cube = latin_hypercube(&paths, 200, draws);
        let noise =
            |i: usize| 0.1 * standard_normal_quantile(draws.unit(Process::WALK_QUANTILE, crate::ids::Key(i as u64), 0));
        let truth = |p: &[f64]| {
            let z = |i: usize| 2.0 * p[i] - 1.0;
            3.0 + z(4) - 0.7 * z(9) + 0.8 * z(17) * z(17) + 0.6 * z(4) * z(9)
        };
        let points: Vec<&[f64]> = cube.iter().map(Vec::as_slice).collect();
        let values: Vec<f64> = cube.iter().enumerate().map(|(i, p)| truth(p) + noise(i)).collect();
        let emulator = Emulator::of(&points, &values).expect("enough runs");
        for term in [Term(4, None), Term(9, None), Term(17, Some(17)), Term(4, Some(9))] {
            assert!(emulator.terms.contains(&term), "{term:?} of {:?}", emulator.terms);
        }
        assert!(emulator.terms.len() <= 6, "{:?}", emulator.terms);
        assert!((0.0075..0.0135).contains(&emulator.error), "{}", emulator.error);
        assert!(emulator.explained() > 0.95 && emulator.share(4) > 0.4 && emulator.share(0) < 0.01);
        let middle = vec![0.5; 30];
        assert!((emulator.value(&middle) - truth(&middle)).abs() < 0.06, "{}", emulator.value(&middle));
    }

    /// Where nothing matters nothing is found: the constant alone, which explains nothing.
    #[test]
    fn of_chance_alone_nothing_is_made() {
        let paths: Vec<String> = (0..40).map(|i| format!("n{i}")).collect();
        let draws = Draws::new(6, 0, 0);
        let cube = latin_hypercube(&paths, 120, draws);
        let points: Vec<&[f64]> = cube.iter().map(Vec::as_slice).collect();
        let values: Vec<f64> = (0..120).map(|i| draws.unit(Process::WALK_QUANTILE, crate::ids::Key(i), 0)).collect();
        let emulator = Emulator::of(&points, &values).expect("enough runs");
        assert!(emulator.terms() <= 1 && emulator.explained() < 0.1, "{:?}", emulator.terms);
        assert!(Emulator::of(&points[..10], &values[..10]).is_none());
    }
}
