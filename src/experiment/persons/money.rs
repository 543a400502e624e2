//! How euros lie over households: shares of those with the most and the fewest, and the Gini coefficient.

use super::measures::{LOWEST, TOPS};
use crate::observation::Cell;
use crate::units::Money;

/// Parts of one in which a coefficient is kept.
const PARTS: f64 = 1e9;

/// Euros by household, those of nobody at 0, from the fewest up.
pub(super) struct Curve {
    /// Of each household with euros, in sixtieths of a cent.
    sorted: Vec<i64>,
    /// Households without.
    without: u64,
}

impl Curve {
    /// The curve of `households` of which some have euros.
    pub(super) fn of(mut euros: Vec<i64>, households: u64) -> Self {
        euros.retain(|euros| *euros > 0);
        euros.sort_unstable();
        let without = households.saturating_sub(euros.len() as u64);
        Self { sorted: euros, without }
    }

    fn households(&self) -> u64 {
        self.without + self.sorted.len() as u64
    }

    fn all(&self) -> i64 {
        self.sorted.iter().sum()
    }

    /// What the share of households with the most has of all.
    pub(super) fn tops(&self) -> [Cell; TOPS.len()] {
        TOPS.map(|percent| {
            let count = (self.households() * percent).div_ceil(100) as usize;
            Cell { num: self.sorted.iter().rev().take(count).sum(), den: self.all() }
        })
    }

    /// What the share of households with the fewest has of all.
    pub(super) fn lowest(&self) -> [Cell; LOWEST.len()] {
        LOWEST.map(|percent| {
            let count = (self.households() * percent / 100).saturating_sub(self.without) as usize;
            Cell { num: self.sorted.iter().take(count).sum(), den: self.all() }
        })
    }

    /// The Gini coefficient: 0 where all have the same, near 1 where one has everything.
    pub(super) fn gini(&self) -> Cell {
        let (n, all) = (i128::from(self.households()), i128::from(self.all()));
        if n == 0 || all == 0 {
            return Cell::default();
        }
        let first = i128::from(self.without) + 1;
        let ranked: i128 = self.sorted.iter().zip(first..).map(|(euros, rank)| i128::from(*euros) * rank).sum();
        let gini = (2 * ranked - (n + 1) * all) as f64 / (n * all) as f64;
        Cell { num: libm::round(gini * PARTS) as i64, den: PARTS as i64 }
    }

    /// What there is for each household.
    pub(super) fn mean(&self) -> Cell {
        Cell { num: self.all(), den: self.households() as i64 * Money::PER_EURO }
    }

    /// Households that have any, of all.
    pub(super) fn with(&self) -> Cell {
        Cell { num: self.sorted.len() as i64, den: self.households() as i64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten households, of which seven have nothing and three 1, 3 and 6. By hand: half of the mean absolute difference
    /// over the mean is 2 (8 x 1 + 9 x 3 + 10 x 6) / (10 x 10) - 11 / 10 = 0.8.
    #[test]
    fn the_curve_is_that_of_a_hand_computation() {
        let curve = Curve::of(vec![3, 0, 6, 1], 10);
        let value = |cell: Cell| cell.value().expect("it has a value");
        assert!((value(curve.gini()) - 0.8).abs() < 1e-9);
        let tenths = |cell: Cell| libm::round(10.0 * value(cell)) as i64;
        assert_eq!(curve.tops().map(tenths), [6, 6, 6, 9]);
        assert_eq!(curve.lowest().map(tenths), [0, 0, 0, 0, 0, 0, 0, 1, 4]);
        assert!((value(curve.with()) - 0.3).abs() < 1e-12);
    }

    #[test]
    fn equal_shares_have_no_gini_and_nothing_has_no_curve() {
        assert_eq!(Curve::of(vec![5; 8], 8).gini().value(), Some(0.0));
        assert_eq!(Curve::of(Vec::new(), 8).gini().value(), None);
        assert_eq!(Curve::of(Vec::new(), 0).with().value(), None);
    }
}
