//! Variance-based indices by the design of Saltelli (2002), with the estimators of Saltelli and others (2010): of the
//! variance of an outcome what each number makes alone, in all, and two of them together.

use super::super::low_discrepancy::sobol;
use super::resampling::{range, resamples};
use crate::random::Draws;

/// Times that blocks are drawn anew: each goes over all numbers.
const TIMES: u64 = 400;

/// The indices of one number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Indices {
    /// What it makes alone.
    pub first: f64,
    /// The range of that: 95 of 100 times that blocks are drawn with putting back.
    pub first_range: (f64, f64),
    /// What it makes alone and together with others.
    pub total: f64,
    /// The range of that.
    pub total_range: (f64, f64),
}

/// The indices of every number.
#[derive(Clone, Debug, PartialEq)]
pub struct Saltelli {
    /// Blocks with an outcome at every point.
    pub blocks: usize,
    /// By number.
    pub numbers: Vec<Indices>,
    /// What two make together and neither alone: by two numbers, the first before the second; empty unless asked for.
    pub second: Vec<(usize, usize, f64, (f64, f64))>,
}

/// Rows of a block: a point A; A with each number from another point B; with `second` B with each number from A; and B.
pub const fn block(numbers: usize, second: bool) -> usize {
    if second { 2 * numbers + 2 } else { numbers + 2 }
}

/// The points of so many blocks, one after another.
///
/// # Panics
/// With more numbers than half of [`super::super::MOST_DIMENSIONS`], or more than 65,536 blocks.
pub fn saltelli(paths: &[String], blocks: usize, second: bool, draws: Draws) -> Vec<Vec<f64>> {
    let k = paths.len();
    // Numbers of B are others than those of A.
    let both: Vec<String> = paths.iter().cloned().chain(paths.iter().map(|path| format!("{path} (B)"))).collect();
    let mut points = Vec::with_capacity(blocks * block(k, second));
    // No point is exactly 0, where some distributions have no value.
    let inner = |u: f64| u.max(f64::EPSILON);
    for row in sobol(&both, blocks, draws) {
        let (a, b): (Vec<f64>, Vec<f64>) =
            (row[..k].iter().map(|u| inner(*u)).collect(), row[k..].iter().map(|u| inner(*u)).collect());
        let with = |of: &[f64], other: &[f64], number: usize| {
            let mut point = of.to_vec();
            point[number] = other[number];
            point
        };
        points.push(a.clone());
        points.extend((0..k).map(|number| with(&a, &b, number)));
        if second {
            points.extend((0..k).map(|number| with(&b, &a, number)));
        }
        points.push(b);
    }
    points
}

/// Outcomes of blocks, by what their points are.
struct Blocks {
    a: Vec<f64>,
    b: Vec<f64>,
    /// A with a number of B, by number.
    ab: Vec<Vec<f64>>,
    /// B with a number of A, by number.
    ba: Vec<Vec<f64>>,
}

impl Blocks {
    /// Blocks whose outcomes are all there, centred and scaled by all of them; `None` where none or nothing varies.
    fn of(numbers: usize, outcomes: &[Option<f64>], second: bool) -> Option<Self> {
        let whole = |rows: &[Option<f64>]| rows.iter().copied().collect::<Option<Vec<f64>>>();
        let rows: Vec<Vec<f64>> = outcomes.chunks_exact(block(numbers, second)).filter_map(whole).collect();
        let all: Vec<f64> = rows.iter().flatten().copied().collect();
        let mean = all.iter().sum::<f64>() / all.len().max(1) as f64;
        let variance = all.iter().map(|y| (y - mean) * (y - mean)).sum::<f64>() / all.len().max(1) as f64;
        if rows.len() < 2 || variance <= 0.0 {
            return None;
        }
        let deviation = libm::sqrt(variance);
        let column = |place: usize| rows.iter().map(|row| (row[place] - mean) / deviation).collect::<Vec<f64>>();
        let from = |first: usize| (first..first + numbers).map(column).collect::<Vec<_>>();
        Some(Self {
            a: column(0),
            b: column(block(numbers, second) - 1),
            ab: from(1),
            ba: if second { from(numbers + 1) } else { Vec::new() },
        })
    }

    fn len(&self) -> usize {
        self.a.len()
    }

    /// A mean over some blocks.
    fn mean(of: &[usize], term: impl Fn(usize) -> f64) -> f64 {
        of.iter().map(|i| term(*i)).sum::<f64>() / of.len() as f64
    }

    /// The variance of A and B in some blocks.
    fn variance(&self, of: &[usize]) -> f64 {
        let mean = 0.5 * Self::mean(of, |i| self.a[i] + self.b[i]);
        let square = |y: f64| (y - mean) * (y - mean);
        0.5 * Self::mean(of, |i| square(self.a[i]) + square(self.b[i]))
    }

    fn share(part: f64, variance: f64) -> f64 {
        if variance > f64::EPSILON { part / variance } else { 0.0 }
    }

    fn first(&self, number: usize, of: &[usize], variance: f64) -> f64 {
        Self::share(Self::mean(of, |i| self.b[i] * (self.ab[number][i] - self.a[i])), variance)
    }

    fn total(&self, number: usize, of: &[usize], variance: f64) -> f64 {
        let square = |i: usize| (self.a[i] - self.ab[number][i]) * (self.a[i] - self.ab[number][i]);
        Self::share(0.5 * Self::mean(of, square), variance)
    }

    fn second(&self, (j, k): (usize, usize), of: &[usize], variance: f64) -> f64 {
        let together = Self::mean(of, |i| self.ba[j][i] * self.ab[k][i] - self.a[i] * self.b[i]);
        Self::share(together, variance) - self.first(j, of, variance) - self.first(k, of, variance)
    }
}

impl Saltelli {
    /// The indices from the outcomes at the points of [`saltelli`]. Blocks in which one is missing are left out; `None`
    /// where fewer than two are left, or nothing varies.
    pub fn of(numbers: usize, outcomes: &[Option<f64>], second: bool, draws: Draws) -> Option<Self> {
        let blocks = Blocks::of(numbers, outcomes, second)?;
        let all: Vec<usize> = (0..blocks.len()).collect();
        let anew: Vec<(Vec<usize>, f64)> = resamples(blocks.len(), TIMES, draws)
            .map(|of| {
                let variance = blocks.variance(&of);
                (of, variance)
            })
            .collect();
        let variance = blocks.variance(&all);
        let ranged = |index: &dyn Fn(&[usize], f64) -> f64| {
            range(&anew.iter().map(|(of, variance)| index(of, *variance)).collect::<Vec<f64>>())
        };
        let of_number = |number: usize| Indices {
            first: blocks.first(number, &all, variance),
            first_range: ranged(&|of, variance| blocks.first(number, of, variance)),
            total: blocks.total(number, &all, variance),
            total_range: ranged(&|of, variance| blocks.total(number, of, variance)),
        };
        let pairs = (0..numbers).flat_map(|j| (j + 1..numbers).map(move |k| (j, k))).filter(|_| second);
        let of_pair = |pair: (usize, usize)| {
            let range = ranged(&|of, variance| blocks.second(pair, of, variance));
            (pair.0, pair.1, blocks.second(pair, &all, variance), range)
        };
        Some(Self {
            blocks: blocks.len(),
            numbers: (0..numbers).map(of_number).collect(),
            second: pairs.map(of_pair).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of a sum of independent parts each makes its own variance alone and in all, and no two make anything together:
    /// 2 x + y + 0 z has 4 to 1.
    #[test]
    fn a_sum_has_the_parts_of_its_variance() {
        let paths = ["x", "y", "z"].map(str::to_owned);
        let draws = Draws::new(1, 0, 0);
        for second in [false, true] {
            let points = saltelli(&paths, 1_024, second, draws);
            assert_eq!(points.len(), 1_024 * block(3, second));
            let outcomes: Vec<Option<f64>> = points.iter().map(|p| Some(2.0 * p[0] + p[1] + 7.0)).collect();
            let found = Saltelli::of(3, &outcomes, second, draws).expect("it varies");
            for (number, share) in found.numbers.iter().zip([0.8, 0.2, 0.0]) {
                assert!((number.first - share).abs() < 0.01 && (number.total - share).abs() < 0.01, "{number:?}");
                assert!(number.total_range.0 <= number.total && number.total <= number.total_range.1, "{number:?}");
            }
            assert_eq!(found.second.len(), if second { 3 } else { 0 });
            assert!(found.second.iter().all(|(_, _, share, _)| share.abs() < 0.02), "{:?}", found.second);
        }
        assert_eq!(Saltelli::of(3, &vec![Some(1.0); 50], false, draws), None);
    }
}
