//! Points that are not implausible: found by a search, and spread by walks.
//!
//! The walk is Metropolis in the space of quantiles: one number at a time goes to a new quantile and stays there if the
//! point is still plausible, so that in the long run every plausible point is as likely as the ranges make it.

use crate::ids::Key;
use crate::random::{Draws, Process};

/// How far a point is from the figures, less being better: what decides, and what breaks ties.
pub(super) type Distance = (f64, f64);

/// The start of walks that search.
const SEARCHERS: usize = 24;
/// Steps of a search for each number.
const SEARCH_SWEEPS: usize = 60;
/// Steps between two points of a walk for each number.
const SWEEPS: usize = 12;

/// Points below a limit, as many as asked for, or none where none was found: from candidates below it, or else from
/// what a search makes of the nearest. Keyed by the seed.
pub(super) fn plausible(
    candidates: &[Vec<f64>],
    limit: f64,
    wanted: usize,
    draws: Draws,
    distance: impl Fn(&[f64]) -> Distance,
) -> Vec<Vec<f64>> {
    let mut ranked: Vec<(Distance, usize)> = candidates.iter().enumerate().map(|(i, p)| (distance(p), i)).collect();
    ranked.sort_by(|a, b| a.0.0.total_cmp(&b.0.0).then(a.0.1.total_cmp(&b.0.1)).then(a.1.cmp(&b.1)));
    let inside = ranked.iter().filter(|((far, _), _)| *far < limit).count();
    let mut starts: Vec<Vec<f64>> = Vec::new();
    if inside >= SEARCHERS {
        // Those that were met are as likely as the ranges make them.
        let mut met: Vec<usize> = ranked[..inside].iter().map(|(_, i)| *i).collect();
        met.sort_unstable();
        starts.extend(met.into_iter().take(wanted).map(|i| candidates[i].clone()));
    } else {
        for (walker, (_, i)) in ranked.iter().take(SEARCHERS).enumerate() {
            let found = searched(candidates[*i].clone(), limit, walker as u64, draws, &distance);
            starts.extend(found);
        }
    }
    if starts.is_empty() || starts.len() >= wanted {
        return starts;
    }
    spread(&starts, limit, wanted, draws, &distance)
}

/// A point below the limit, from one that may not be; `None` where none was found.
fn searched(
    mut point: Vec<f64>,
    limit: f64,
    walker: u64,
    draws: Draws,
    distance: &impl Fn(&[f64]) -> Distance,
) -> Option<Vec<f64>> {
    let mut far = distance(&point);
    for step in 0..(SEARCH_SWEEPS * point.len()) as u64 {
        if far.0 < limit {
            return Some(point);
        }
        let (number, quantile) = proposal(point.len(), walker, step, draws);
        let before = std::mem::replace(&mut point[number], quantile);
        let next = distance(&point);
        if next.0 < far.0 || (next.0 <= far.0 && next.1 <= far.1) {
            far = next;
        } else {
            point[number] = before;
        }
    }
    (far.0 < limit).then_some(point)
}

/// Walks from each start in turn until there are as many points as wanted.
fn spread(
    starts: &[Vec<f64>],
    limit: f64,
    wanted: usize,
    draws: Draws,
    distance: &impl Fn(&[f64]) -> Distance,
) -> Vec<Vec<f64>> {
    let mut walkers: Vec<(Vec<f64>, u64)> = starts.iter().map(|start| (start.clone(), 0)).collect();
    let mut points = Vec::with_capacity(wanted);
    while points.len() < wanted {
        let walker = points.len() % walkers.len();
        let (point, step) = &mut walkers[walker];
        for _ in 0..SWEEPS * point.len() {
            // Searches have used the walkers below.
            let (number, quantile) = proposal(point.len(), (SEARCHERS + walker) as u64, *step, draws);
            *step += 1;
            let before = std::mem::replace(&mut point[number], quantile);
            if distance(point).0 >= limit {
                point[number] = before;
            }
        }
        points.push(point.clone());
    }
    points
}

fn proposal(numbers: usize, walker: u64, step: u64, draws: Draws) -> (usize, f64) {
    let number = draws.unit(Process::WALK_NUMBER, Key(walker), step) * numbers as f64;
    ((number as usize).min(numbers - 1), draws.unit(Process::WALK_QUANTILE, Key(walker), step))
}

#[cfg(test)]
mod tests {
    use super::super::hypercube::latin_hypercube;
    use super::*;

    /// A corner of one in ten thousand in five numbers is found from candidates of which none lies there, and filled
    /// evenly: the mean of a number between 0.9 and 1 is 0.95; of 400 points that walk it is known to 0.003.
    #[test]
    fn a_small_corner_is_found_and_filled() {
        let paths: Vec<String> = (0..5).map(|i| format!("n{i}")).collect();
        let draws = Draws::new(3, 0, 0);
        let candidates = latin_hypercube(&paths, 300, draws);
        let distance = |p: &[f64]| {
            let short: Vec<f64> = p[..4].iter().map(|x| (0.9 - x).max(0.0)).collect();
            (short.iter().copied().fold(0.0, f64::max), short.iter().sum())
        };
        assert!(candidates.iter().all(|p| distance(p).0 > 0.0));
        let found = plausible(&candidates, 1e-9, 400, draws, distance);
        assert_eq!(found.len(), 400);
        for i in 0..4 {
            let mean = found.iter().map(|p| p[i]).sum::<f64>() / 400.0;
            assert!((mean - 0.95).abs() < 0.01, "{i}: {mean}");
        }
        let free = found.iter().map(|p| p[4]).sum::<f64>() / 400.0;
        assert!((free - 0.5).abs() < 0.08, "{free}");
        assert!(plausible(&candidates, 0.0, 400, draws, |_| (1.0, 1.0)).is_empty());
    }
}
