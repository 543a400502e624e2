//! A first estimate of a large district from a scale model of it.

use std::convert::Infallible;

use super::recipe::Study;
use crate::cancel::Cancel;
use crate::experiment::{Comparison, Model, Period, Plan, Results, RunError, compare_figures, run};

/// Residents of the scale model: with [`FIRST_SAMPLES`] about a second on one core.
pub const FIRST_RESIDENTS: u32 = 4_000;
/// Samples of the scale model, one replicate each.
pub const FIRST_SAMPLES: u32 = 8;

/// What a scale model says of a large district. It judges nothing: too few people, and too few samples.
#[derive(Clone, Debug)]
pub struct FirstEstimate {
    /// The plan of the whole district, with as many samples as the estimate is of.
    pub plan: Plan,
    /// What came out of the scale model, as it is.
    pub results: Results,
}

impl FirstEstimate {
    /// The comparison of every variant in those rows whose indicator, group and period are wanted, scaled to the
    /// district's size.
    pub fn figures(&self, wanted: &dyn Fn(&str, &str, Period) -> bool) -> Vec<Comparison> {
        let scale = f64::from(self.plan.base().residents) / f64::from(FIRST_RESIDENTS);
        let variants = 1..self.plan.scenarios.len();
        variants.map(|v| compare_figures(&self.plan, &self.results, v, wanted).scaled(scale)).collect()
    }
}

impl Study {
    /// Simulates a scale model of [`FIRST_RESIDENTS`]; `None` where there is nothing to compare, or the district is no
    /// larger than that.
    ///
    /// # Errors
    /// If it is asked to stop or threads cannot be started.
    pub fn first_estimate<M: Model>(
        &self,
        model: &M,
        stop: &Cancel,
    ) -> Result<Option<FirstEstimate>, RunError<Infallible>> {
        if self.plan.scenarios.len() < 2 || self.plan.base().residents <= FIRST_RESIDENTS {
            return Ok(None);
        }
        let plan = self.plan.with_draws(FIRST_SAMPLES, 1, 0);
        let small = plan.scale_model(FIRST_RESIDENTS);
        let mut results = Results::new(&small);
        run(&small, model, &mut results, stop, &())?;
        Ok(Some(FirstEstimate { plan, results }))
    }
}
