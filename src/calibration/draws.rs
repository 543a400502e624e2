//! What calibration draws: points of the space of quantiles. No simulation depends on it.

use crate::random::draws;

draws! {
    /// The order of the strata of a Latin hypercube (entity: number; occasion: stratum).
    HYPERCUBE_ORDER = 150;
    /// The place within a stratum (entity: number; occasion: point).
    HYPERCUBE_PLACE = 151;
    /// A step of a walk among plausible points: which number changes (entity: walker; occasion: step).
    WALK_NUMBER = 152;
    /// The quantile that it goes to (entity: walker; occasion: step).
    WALK_QUANTILE = 153;
    /// Which half of the points is looked at (entity: point; occasion: half).
    HALF_OF_POINTS = 190;
    /// The scrambling of Sobol points.
    SOBOL_SEED = 155;
    /// Which units are drawn anew (entity: time; occasion: place).
    RESAMPLED = 500;
    /// The level at which a number begins a walk (entity: number; occasion: walk).
    MORRIS_LEVEL = 501;
    /// When it takes its step (entity: number; occasion: walk).
    MORRIS_ORDER = 502;
}
