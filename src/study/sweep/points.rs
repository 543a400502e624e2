//! The points of a design over axes: what each sets.

use super::axes::{Arrangement, Axis};
use crate::calibration::{latin_hypercube, sobol};
use crate::random::Draws;

/// The values of every point, one for each axis in their order. A grid goes through the last axis fastest. The values
/// of an axis do not depend on the order of the axes; those of a hypercube not on the other axes either.
pub fn points(axes: &[Axis], arrangement: Arrangement, seed: u64) -> Vec<Vec<String>> {
    let draws = Draws::new(seed, 0, 0);
    let keys: Vec<String> = axes.iter().map(|axis| axis.key.clone()).collect();
    let quantiles = match arrangement {
        Arrangement::Grid => return grid(axes),
        Arrangement::Hypercube(points) => latin_hypercube(&keys, points as usize, draws),
        Arrangement::Sobol(points) => sobol(&keys, points as usize, draws),
    };
    let values = |row: Vec<f64>| axes.iter().zip(row).map(|(axis, quantile)| axis.at(quantile)).collect();
    quantiles.into_iter().map(values).collect()
}

fn grid(axes: &[Axis]) -> Vec<Vec<String>> {
    let mut all = vec![Vec::new()];
    for axis in axes {
        let levels = axis.levels();
        let with = |point: &Vec<String>| -> Vec<Vec<String>> {
            levels.iter().map(|level| point.iter().cloned().chain([level.clone()]).collect()).collect()
        };
        all = all.iter().flat_map(with).collect();
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::axes::read_axes;
    use super::*;

    fn of(entries: &[&str], arrangement: Arrangement) -> Vec<Vec<String>> {
        let entries: Vec<String> = entries.iter().map(|entry| (*entry).to_owned()).collect();
        let (axes, problems) = read_axes(&entries, arrangement);
        assert!(problems.is_empty(), "{problems:?}");
        points(&axes, arrangement, 5)
    }

    #[test]
    fn a_grid_has_every_level_with_every_other() {
        let all = of(&["a=1,2", "b=x,y,z"], Arrangement::Grid);
        let expected = [["1", "x"], ["1", "y"], ["1", "z"], ["2", "x"], ["2", "y"], ["2", "z"]];
        assert_eq!(all, expected.map(|point| point.map(str::to_owned).to_vec()));
    }

    /// Of 40 points of a range of width 40 one lies within each whole number, and levels come equally often.
    #[test]
    fn a_hypercube_meets_each_stratum_once_whatever_the_order_of_axes() {
        let (one, other) = (["a=0:40", "b=u,v,w,x"], ["b=u,v,w,x", "a=0:40"]);
        let (there, back) = (of(&one, Arrangement::Hypercube(40)), of(&other, Arrangement::Hypercube(40)));
        let mut strata: Vec<usize> = there.iter().map(|point| point[0].parse::<f64>().unwrap() as usize).collect();
        strata.sort_unstable();
        assert!(strata.into_iter().eq(0..40));
        for level in ["u", "v", "w", "x"] {
            assert_eq!(there.iter().filter(|point| point[1] == level).count(), 10);
        }
        for arrangement in [Arrangement::Hypercube(40), Arrangement::Sobol(40)] {
            let (there, back) = (of(&one, arrangement), of(&other, arrangement));
            assert!(there.iter().zip(&back).all(|(p, q)| (&p[0], &p[1]) == (&q[1], &q[0])));
        }
        assert_eq!(there.len(), back.len());
    }
}
