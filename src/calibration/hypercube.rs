//! Latin hypercubes (McKay, Beckman and Conover 1979): of every number each of as many equal strata of quantiles as
//! there are points is met once, in an order of its own.

use crate::ids::Key;
use crate::random::{Draws, Process, hash_text};

/// Points in the unit cube of the numbers with these paths, keyed by them: adding a number leaves the others as they
/// are. Strictly between 0 and 1.
pub fn latin_hypercube(paths: &[String], points: usize, draws: Draws) -> Vec<Vec<f64>> {
    let mut cube = vec![Vec::with_capacity(paths.len()); points];
    for path in paths {
        let number = Key(hash_text(path));
        let mut strata: Vec<(u64, usize)> = (0..points)
            .map(|stratum| (draws.bits(Process::HYPERCUBE_ORDER, number, stratum as u64), stratum))
            .collect();
        strata.sort_unstable();
        for (i, (_, stratum)) in strata.into_iter().enumerate() {
            let place = draws.unit(Process::HYPERCUBE_PLACE, number, i as u64);
            cube[i].push((stratum as f64 + place) / points as f64);
        }
    }
    cube
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every stratum once for every number, in orders that are not related: of 400 points the correlation of two
    /// numbers has a standard error of 0.05.
    #[test]
    fn every_stratum_is_met_once() {
        let paths = ["a", "b", "c"].map(str::to_owned);
        let cube = latin_hypercube(&paths, 400, Draws::new(1, 0, 0));
        for i in 0..3 {
            let mut strata: Vec<usize> = cube.iter().map(|point| (point[i] * 400.0) as usize).collect();
            strata.sort_unstable();
            assert!(strata.into_iter().eq(0..400));
        }
        for (i, j) in [(0, 1), (0, 2), (1, 2)] {
            let sum: f64 = cube.iter().map(|p| (p[i] - 0.5) * (p[j] - 0.5)).sum();
            assert!((12.0 * sum / 400.0).abs() < 0.2, "{sum}");
        }
        let alone = latin_hypercube(&paths[..1], 400, Draws::new(1, 0, 0));
        assert_eq!(alone[7][0].to_bits(), cube[7][0].to_bits(), "other numbers move it");
    }
}
