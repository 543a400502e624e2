//! A box in which an outcome gathers (PRIM: Friedman and Fisher 1999; Bryant and Lempert 2010). From all points a
//! twentieth at a time is peeled off, at the end of the one number where that leaves the largest share of what is
//! looked for; every box on the way is kept, and nothing is pasted back.

/// The part of what is left that is peeled off at a time.
pub const PEELED: f64 = 0.05;
/// The fewest points in a box, and their least share of all.
pub const FEWEST_IN_BOX: usize = 20;
const LEAST_MASS: f64 = 0.05;
/// Standard errors by which a density is beyond luck.
const BEYOND_LUCK: f64 = 1.65;

/// The limits of a number in a box; none where it goes to the end.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Limit {
    /// The lowest value.
    pub low: Option<f64>,
    /// The highest value.
    pub high: Option<f64>,
}

impl Limit {
    fn holds(&self, x: f64) -> bool {
        self.low.is_none_or(|low| x >= low) && self.high.is_none_or(|high| x <= high)
    }

    /// Whether it leaves anything out.
    pub const fn is_set(&self) -> bool {
        self.low.is_some() || self.high.is_some()
    }
}

/// A box on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Peel {
    /// By number.
    pub limits: Vec<Limit>,
    /// Points in it.
    pub points: usize,
    /// The same as a share of all points.
    pub mass: f64,
    /// Of all that is looked for the share that lies in it.
    pub coverage: f64,
    /// Of the points in it the share that is looked for.
    pub density: f64,
    /// The mean outcome in it.
    pub mean: f64,
}

/// Every box on the way, from all points to the smallest.
#[derive(Clone, Debug, PartialEq)]
pub struct Peeling {
    /// Boxes, each within the one before.
    pub boxes: Vec<Peel>,
    /// The one of them that is told: where coverage and density are both high (their harmonic mean).
    pub chosen: usize,
}

/// How boxes fare on points on which they were not found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unseen {
    /// Of the points in them the share that is looked for.
    pub density: f64,
    /// Of all that is looked for the share in them.
    pub coverage: f64,
    /// Whether that density is beyond luck: so many points drawn from all would have less in 95 of 100.
    pub is_known: bool,
}

impl Peeling {
    /// Peels points whose outcomes are there. `is_sought` tells what is looked for. `None` where nothing or everything
    /// is, or there are too few points.
    pub fn of(points: &[Vec<f64>], outcomes: &[Option<f64>], is_sought: impl Fn(f64) -> bool) -> Option<Self> {
        let known: Vec<(&Vec<f64>, f64)> = points.iter().zip(outcomes).filter_map(|(p, y)| Some((p, (*y)?))).collect();
        let sought = known.iter().filter(|(_, y)| is_sought(*y)).count();
        if known.len() < 2 * FEWEST_IN_BOX || sought == 0 || sought == known.len() {
            return None;
        }
        let numbers = known[0].0.len();
        let least = FEWEST_IN_BOX.max((LEAST_MASS * known.len() as f64) as usize);
        let told = |limits: &[Limit], within: &[(&Vec<f64>, f64)]| {
            let hits = within.iter().filter(|(_, y)| is_sought(*y)).count();
            Peel {
                limits: limits.to_vec(),
                points: within.len(),
                mass: within.len() as f64 / known.len() as f64,
                coverage: hits as f64 / sought as f64,
                density: hits as f64 / within.len() as f64,
                mean: within.iter().map(|(_, y)| y).sum::<f64>() / within.len() as f64,
            }
        };
        let (mut limits, mut within) = (vec![Limit::default(); numbers], known.clone());
        let mut boxes = vec![told(&limits, &within)];
        loop {
            let best = (0..numbers)
                .flat_map(|number| [(number, false), (number, true)])
                .filter_map(|side| {
                    let limit = peeled(&within, side, limits[side.0])?;
                    let left: Vec<_> = within.iter().copied().filter(|(p, _)| limit.holds(p[side.0])).collect();
                    let hits = left.iter().filter(|(_, y)| is_sought(*y)).count();
                    (left.len() >= least).then_some((side.0, limit, hits as f64 / left.len() as f64, left))
                })
                // The first of equals: nothing depends on the order in which they would be found.
                .reduce(|best, other| if other.2 > best.2 { other } else { best });
            let Some((number, limit, density, left)) = best else { break };
            if density <= boxes.last().map_or(0.0, |last| last.density) {
                break;
            }
            limits[number] = limit;
            within = left;
            boxes.push(told(&limits, &within));
        }
        let both = |one: &Peel| 2.0 * one.coverage * one.density / (one.coverage + one.density).max(f64::MIN_POSITIVE);
        let chosen = (0..boxes.len()).reduce(|a, b| if both(&boxes[b]) > both(&boxes[a]) { b } else { a })?;
        Some(Self { boxes, chosen })
    }

    /// The box that is told.
    pub fn told(&self) -> &Peel {
        &self.boxes[self.chosen]
    }

    /// How a box that is found on half of the points fares on the other half, both ways: every second point is in one
    /// half. `None` of too few points.
    pub fn unseen(
        points: &[Vec<f64>],
        outcomes: &[Option<f64>],
        is_sought: impl Fn(f64) -> bool + Copy,
    ) -> Option<Unseen> {
        let half = |parity: usize| -> (Vec<Vec<f64>>, Vec<Option<f64>>) {
            let rows = points.iter().zip(outcomes).skip(parity).step_by(2);
            rows.map(|(point, outcome)| (point.clone(), *outcome)).unzip()
        };
        let halves = [half(0), half(1)];
        let [mut points, mut hits, mut sought, mut known] = [0_usize; 4];
        for (found_on, (others, of)) in [0, 1].into_iter().zip([&halves[1], &halves[0]]) {
            let found = Self::of(&halves[found_on].0, &halves[found_on].1, is_sought)?;
            let limits = &found.told().limits;
            for (point, y) in others.iter().zip(of).filter_map(|(point, y)| Some((point, (*y)?))) {
                known += 1;
                sought += usize::from(is_sought(y));
                if limits.iter().zip(point).all(|(limit, x)| limit.holds(*x)) {
                    points += 1;
                    hits += usize::from(is_sought(y));
                }
            }
        }
        let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
        let (density, all) = (share(hits, points), share(sought, known));
        let error = libm::sqrt(all * (1.0 - all) / points.max(1) as f64);
        let is_known = points > 0 && density > all + BEYOND_LUCK * error;
        Some(Unseen { density, coverage: share(hits, sought), is_known })
    }

    /// The density of the box that is told without the limits of a number: what these add.
    pub fn density_without(
        &self,
        number: usize,
        points: &[Vec<f64>],
        outcomes: &[Option<f64>],
        is_sought: impl Fn(f64) -> bool,
    ) -> f64 {
        let mut limits = self.told().limits.clone();
        limits[number] = Limit::default();
        let is_in = |point: &Vec<f64>| limits.iter().zip(point).all(|(limit, x)| limit.holds(*x));
        let within: Vec<f64> =
            points.iter().zip(outcomes).filter(|(p, _)| is_in(p)).filter_map(|(_, outcome)| *outcome).collect();
        within.iter().filter(|y| is_sought(**y)).count() as f64 / within.len().max(1) as f64
    }
}

/// The limit of a number when a part is peeled off at its lower or upper end.
fn peeled(within: &[(&Vec<f64>, f64)], (number, upper): (usize, bool), limit: Limit) -> Option<Limit> {
    let mut values: Vec<f64> = within.iter().map(|(point, _)| point[number]).collect();
    values.sort_unstable_by(f64::total_cmp);
    let off = ((PEELED * values.len() as f64) as usize).max(1);
    if upper {
        let high = values[values.len().checked_sub(off + 1)?];
        (high < *values.last()?).then_some(Limit { high: Some(high), ..limit })
    } else {
        let low = *values.get(off)?;
        (low > *values.first()?).then_some(Limit { low: Some(low), ..limit })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calibration::latin_hypercube;
    use crate::ids::Key;
    use crate::random::{Draws, Process};

    fn planted() -> (Vec<Vec<f64>>, Vec<Option<f64>>) {
        let paths = ["a", "b", "c", "d"].map(str::to_owned);
        let points = latin_hypercube(&paths, 2_000, Draws::new(4, 0, 0));
        let inside = |p: &Vec<f64>| p[0] > 0.6 && p[2] < 0.5;
        let outcomes = points.iter().map(|p| Some(if inside(p) { 1.0 } else { 0.0 })).collect();
        (points, outcomes)
    }

    /// A box that is planted is found: the numbers that make it, its limits to within a peel, and no others.
    #[test]
    fn a_planted_box_is_found() {
        let (points, outcomes) = planted();
        let found = Peeling::of(&points, &outcomes, |y| y > 0.5).expect("there is one");
        let told = found.told();
        assert!(told.coverage > 0.9 && told.density > 0.9, "{told:?}");
        let set: Vec<bool> = told.limits.iter().map(Limit::is_set).collect();
        assert_eq!(set, [true, false, true, false], "{told:?}");
        assert!(told.limits[0].low.is_some_and(|low| (low - 0.6).abs() < 0.05), "{told:?}");
        assert!(told.limits[2].high.is_some_and(|high| (high - 0.5).abs() < 0.05), "{told:?}");
        let first = &found.boxes[0];
        assert!((first.coverage - 1.0).abs() < 1e-12 && (first.density - 0.2).abs() < 0.03, "{first:?}");
        assert!(found.boxes.windows(2).all(|pair| pair[1].density > pair[0].density && pair[1].mass < pair[0].mass));
        let without = found.density_without(0, &points, &outcomes, |y| y > 0.5);
        assert!((without - 0.4).abs() < 0.08, "{without}");
    }

    /// On points on which it was not found a planted box is as dense, and one that only chance made is not: among
    /// twenty numbers that do nothing peeling always finds something.
    #[test]
    fn a_box_that_chance_made_is_no_box_elsewhere() {
        let (points, outcomes) = planted();
        let unseen = Peeling::unseen(&points, &outcomes, |y| y > 0.5).expect("enough points");
        assert!(unseen.is_known && unseen.density > 0.8 && unseen.coverage > 0.8, "{unseen:?}");
        let paths: Vec<String> = (0..20).map(|i| format!("number.{i}")).collect();
        let mut known = 0;
        for seed in 0..20 {
            let points = latin_hypercube(&paths, 200, Draws::new(seed, 0, 0));
            let luck = |i: usize| Draws::new(seed, i as u32, 9).unit(Process::INERT, Key(1), 0);
            let outcomes: Vec<Option<f64>> = (0..200).map(|i| Some(luck(i))).collect();
            let found = Peeling::of(&points, &outcomes, |y| y > 0.7).expect("something");
            assert!(found.boxes.last().is_some_and(|last| last.density > 0.5), "peeling finds luck");
            known += u32::from(Peeling::unseen(&points, &outcomes, |y| y > 0.7).is_some_and(|unseen| unseen.is_known));
        }
        // Of 20 one is expected, with a standard deviation of one.
        assert!(known <= 4, "{known}");
    }

    #[test]
    fn nothing_to_look_for_has_no_box() {
        let (points, outcomes) = planted();
        assert_eq!(Peeling::of(&points, &outcomes, |y| y > 5.0), None);
        assert_eq!(Peeling::of(&points, &outcomes, |y| y > -5.0), None);
        assert_eq!(Peeling::of(&points[..30], &outcomes[..30], |y| y > 0.5), None);
    }
}
