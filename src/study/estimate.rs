//! A first estimate of a large district from a scale model of it.

use std::convert::Infallible;

use super::recipe::Study;
use crate::cancel::Cancel;
use crate::experiment::{Comparison, Model, Period, Plan, Results, RunError};
use crate::observation::Kind;
use crate::report::ReportData;
use crate::report::folder::file_stem;

/// Residents of the scale model: with [`FIRST_SAMPLES`] about a second on one core.
pub const FIRST_RESIDENTS: u32 = 4_000;
/// Samples of the scale model, one replicate each.
pub const FIRST_SAMPLES: u32 = 8;

/// What a scale model says of a large district. It judges nothing: too few people, and too few samples.
#[derive(Clone, Debug)]
pub struct FirstEstimate {
    /// The plan of the whole district, with as many samples as the estimate is of.
    plan: Plan,
    /// The scale model, as it is. Whoever computes its courses hands them over here.
    pub run: Study,
}

impl FirstEstimate {
    /// The plan of the whole district, with as many samples as the estimate is of.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What came out of the scale model, in its own amounts.
    pub fn results(&self) -> &Results {
        self.run.results()
    }

    /// The comparison of every variant in those rows whose indicator, group and period are wanted, scaled to the
    /// district's size.
    pub fn figures(&self, wanted: &dyn Fn(&str, &str, Period) -> bool) -> Vec<Comparison> {
        self.run.figures(wanted).into_iter().map(|comparison| comparison.scaled(self.factor())).collect()
    }

    /// The data of a report's key figures, in the amounts of the district, of the samples that are there.
    pub fn read(&self) -> ReportData {
        let figures = self.figures(&|_, group, period| group == "all" && !matches!(period, Period::Year(_)));
        let files = self.plan.scenarios.iter().map(|s| format!("scenarios/{}.toml", file_stem(&s.name))).collect();
        let mut data = ReportData::from_results(&self.plan, Vec::new(), files, self.results(), figures);
        for row in &mut data.summaries {
            let series = self.plan.series.iter().find(|series| series.indicator == row.indicator);
            if series.is_some_and(|series| series.kind != Kind::Ratio) {
                (row.level, row.difference) = (row.level.scaled(self.factor()), row.difference.scaled(self.factor()));
            }
        }
        data
    }

    /// How many times larger the district is.
    fn factor(&self) -> f64 {
        f64::from(self.plan.base().residents) / f64::from(self.run.plan().base().residents.max(1))
    }
}

impl Study {
    /// A scale model with so many samples, to be run: of [`FIRST_RESIDENTS`], or the district itself where it is no
    /// larger.
    pub fn estimate(&self, samples: u32) -> FirstEstimate {
        let plan = self.plan.with_draws(samples, 1, 0);
        let small = plan.base().residents > FIRST_RESIDENTS;
        let run = if small { plan.scale_model(FIRST_RESIDENTS) } else { plan.clone() };
        FirstEstimate { run: Self::of_plan(run, Vec::new()), plan }
    }

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
        let mut estimate = self.estimate(FIRST_SAMPLES);
        estimate.run.run(model, &mut (), stop, &())?;
        Ok(Some(estimate))
    }
}
