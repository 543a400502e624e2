//! What a point of a shared cell proposes: one of several kinds of event, by its mark.

use serde::{Deserialize, Serialize};

/// The most kinds that share a cell.
const KINDS: usize = 8;

/// Shares of up to eight kinds of event, as an alias table (Walker 1977, Vose 1991): one look finds the kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proposals {
    shares: [f32; KINDS],
    /// In each eighth of the marks, the part that means the kind of that number.
    own: [f32; KINDS],
    /// The kind that the rest of the eighth means.
    other: [u8; KINDS],
}

impl Proposals {
    /// Shares proportional to usual rates; no kind that is possible has less than about 3 %.
    ///
    /// # Panics
    /// With more than eight kinds.
    pub fn new(rates: &[f64]) -> Self {
        assert!(rates.len() <= KINDS, "more than {KINDS} kinds");
        let floor = 0.03 * rates.iter().sum::<f64>();
        let sum: f64 = rates.iter().filter(|r| **r > 0.0).map(|r| r + floor).sum();
        let mut left = [0.0; KINDS];
        for (share, rate) in left.iter_mut().zip(rates) {
            *share = if *rate > 0.0 { (rate + floor) / sum } else { 0.0 };
        }
        let mut table = Self { shares: left.map(|s| s as f32), own: [1.0; KINDS], other: [0; KINDS] };
        if sum <= 0.0 {
            return table;
        }
        // Shares in units of an eighth: what a small one leaves of its eighth is filled by a large one.
        let mut left = left.map(|s| s * KINDS as f64);
        let mut open: Vec<usize> = (0..KINDS).collect();
        while let Some(small) = open.iter().position(|&k| left[k] < 1.0) {
            let small = open.swap_remove(small);
            let Some(&large) = open.iter().max_by(|a, b| left[**a].total_cmp(&left[**b])) else { break };
            table.own[small] = left[small] as f32;
            table.other[small] = large as u8;
            left[large] -= 1.0 - left[small];
        }
        table
    }

    /// The kind that a mark between 0 and 1 stands for, and its share.
    #[inline]
    pub fn pick(&self, mark: f32) -> (usize, f32) {
        let place = mark * KINDS as f32;
        let eighth = (place as usize).min(KINDS - 1);
        let kind = if place - (eighth as f32) < self.own[eighth] { eighth } else { usize::from(self.other[eighth]) };
        (kind, self.shares[kind])
    }

    /// The height below which every point counts, whatever it proposes: the largest rate over share.
    pub fn highest(&self, rate: impl Fn(usize) -> f64) -> f64 {
        let possible = (0..KINDS).filter(|&kind| self.shares[kind] > 0.0);
        possible.map(|kind| rate(kind) / f64::from(self.shares[kind])).fold(0.0, f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_for_kinds_in_their_shares() {
        for rates in [vec![1.0, 0.0, 3.0, 0.5, 0.0, 2.0, 0.1], vec![0.0, 0.2], vec![1.0; 8]] {
            let table = Proposals::new(&rates);
            let mut found = [0.0_f64; KINDS];
            let n = 1 << 16;
            for i in 0..n {
                let (kind, share) = table.pick((i as f32 + 0.5) / n as f32);
                assert!(share > 0.0 && rates[kind] > 0.0, "{kind}");
                found[kind] += 1.0 / f64::from(n);
            }
            for (kind, share) in table.shares.iter().enumerate() {
                assert!((found[kind] - f64::from(*share)).abs() < 1e-3, "{kind}: {} {share}", found[kind]);
            }
        }
    }

    #[test]
    fn nothing_possible_proposes_nothing_that_counts() {
        let table = Proposals::new(&[0.0; 5]);
        assert!(table.pick(0.3).1 == 0.0);
        assert!(table.highest(|_| 1.0) == 0.0);
    }
}
