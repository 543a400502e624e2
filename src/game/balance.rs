//! Whether the game is worth playing: what strategies reach, against each other and against luck.

use super::axes::{AXES, Axis, Eyes, Scores};
use super::kit::ROUNDS;

/// What a strategy reaches on the axes after the last round, over all worlds, as the debrief shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Its name.
    pub name: String,
    /// The mean on each axis.
    pub mean: [f64; AXES.len()],
    /// The standard deviation over worlds on each axis: luck.
    pub luck: [f64; AXES.len()],
    /// In which part of the worlds it is above 50, on each axis.
    pub above: [f64; AXES.len()],
}

/// What the balance says.
#[derive(Clone, Debug, PartialEq)]
pub struct Balance {
    /// Every strategy.
    pub bands: Vec<Band>,
    /// Strategies that no other beats on any axis, by place: there should be none.
    pub unbeaten: Vec<usize>,
    /// Strategies to which no other is equal or better on all axes and better on one: there should be several.
    pub front: Vec<usize>,
    /// How far strategies lie apart on each axis: the standard deviation of their means.
    pub spread: [f64; AXES.len()],
    /// Luck on each axis: the mean of the standard deviations over worlds.
    pub luck: [f64; AXES.len()],
    /// The strategy that is above 50 on all axes most surely.
    pub best: usize,
    /// Worlds.
    pub samples: usize,
}

/// The best strategy on each axis, by place.
pub type Reply = [usize; AXES.len()];

/// Holds strategies against each other.
///
/// # Panics
/// Without a strategy.
pub fn balance(scores: &Scores, names: &[String]) -> Balance {
    let rounds = scores.rounds().clamp(1, ROUNDS);
    let bands: Vec<Band> = names.iter().enumerate().map(|(i, name)| band(scores, i, name, rounds)).collect();
    let beats = |a: &Band, b: &Band, axis: usize| a.mean[axis] > b.mean[axis];
    let dominates = |a: &Band, b: &Band| {
        let axes = 0..AXES.len();
        axes.clone().all(|axis| !beats(b, a, axis)) && axes.clone().any(|axis| beats(a, b, axis))
    };
    let which = |is: &dyn Fn(&Band) -> bool| (0..bands.len()).filter(|i| is(&bands[*i])).collect::<Vec<usize>>();
    let unbeaten = which(&|band| bands.iter().all(|other| (0..AXES.len()).all(|axis| !beats(other, band, axis))));
    let front = which(&|band| !bands.iter().any(|other| dominates(other, band)));
    let of = |what: &dyn Fn(&Band) -> f64| bands.iter().map(what).collect::<Vec<f64>>();
    let spread = std::array::from_fn(|axis| deviation(&of(&|band| band.mean[axis])));
    let luck = std::array::from_fn(|axis| mean(&of(&|band| band.luck[axis])));
    let surely = |band: &Band| band.above.iter().copied().fold(1.0, f64::min);
    let best = (0..bands.len())
        .max_by(|a, b| {
            let worst = |band: &Band| band.mean.iter().copied().fold(100.0, f64::min);
            let key = |i: &usize| (surely(&bands[*i]), worst(&bands[*i]));
            let ((sure, least), (other, theirs)) = (key(a), key(b));
            sure.total_cmp(&other).then(least.total_cmp(&theirs))
        })
        .expect("a strategy");
    Balance { bands, unbeaten, front, spread, luck, best, samples: scores.samples() }
}

impl Balance {
    /// The best strategy on each axis.
    pub fn reply(&self) -> Reply {
        std::array::from_fn(|axis| {
            let mean = |i: &usize| self.bands[*i].mean[axis];
            (0..self.bands.len()).max_by(|a, b| mean(a).total_cmp(&mean(b))).unwrap_or(0)
        })
    }
}

fn band(scores: &Scores, player: usize, name: &str, round: u32) -> Band {
    let all = AXES.map(|axis: Axis| scores.all(player, round, axis, Eyes::Debrief));
    let above = |points: &Vec<f64>| points.iter().filter(|p| **p > 50.0).count() as f64 / points.len().max(1) as f64;
    Band {
        name: name.to_owned(),
        mean: std::array::from_fn(|axis| mean(&all[axis])),
        luck: std::array::from_fn(|axis| deviation(&all[axis])),
        above: std::array::from_fn(|axis| above(&all[axis])),
    }
}

fn mean(of: &[f64]) -> f64 {
    of.iter().sum::<f64>() / of.len().max(1) as f64
}

fn deviation(of: &[f64]) -> f64 {
    let middle = mean(of);
    let squares: f64 = of.iter().map(|x| (x - middle) * (x - middle)).sum();
    libm::sqrt(squares / of.len().max(1) as f64)
}
