//! Runs scenarios x samples x replicates, and compares them pairwise.
//!
//! A [`Plan`] is run by [`run`] with a [`Model`]; trajectories reach a [`Sink`] in an order that does not depend on
//! threads. [`compare`] makes a [`Comparison`] of what [`Results`] kept; [`loops`] runs again with each feedback loop
//! cut in turn, [`bounds`] where help does nothing and where it does the most; [`gains`] measures how much of a step
//! comes back around each; [`lives`] follows one household through two scenarios, [`microdata`] tells all that
//! there is of one course.

mod avoided;
mod beside;
mod bounds;
mod break_even;
mod comparison_types;
mod decider;
mod districts;
mod draws;
mod execution;
mod flows;
mod gain;
mod growth;
mod lives;
mod loops;
mod measured;
mod microdata;
mod own_outcome;
mod paired;
mod parting;
mod persons;
mod plan;
mod plane;
mod results;
mod scale_model;
mod seen;
mod settled;
mod signs;
mod simulator;
mod statistics;
mod substitution;
mod summary;
mod surface;
mod variance;
mod verdict;
mod worlds;
mod year_flows;

pub use avoided::{Avoided, avoided};
pub use beside::{DistrictComparison, compare_districts};
pub(crate) use bounds::bound_resident_years;
pub use bounds::{Tested, bound_simulations, bounds};
pub use break_even::{payers, tipping_incidents};
pub use comparison_types::{
    BoundDifference, BreakEven, Chance, Comparison, Computing, Decider, Deciding, Difference, LoopEffect,
    MOST_REPLICATES, MOST_SAMPLES, NaiveTrue, Period, Plane, PlanePoint, Verdict,
};
pub use decider::{Uncertain, uncertain};
pub use districts::DISTRICT_FIGURES;
pub use execution::{Model, Progress, RunError, Sink, run, run_draws};
pub(crate) use execution::{course, in_order};
pub use flows::{FlowRow, flow_summary};
pub use gain::{FEEDS, Feed, Gain, INACTIVE, Life, Point, Reading, STEP, gains};
pub use growth::{KEY_FIGURES, MOST_RESIDENT_WEEKS, default_replicates, next_draws};
pub(crate) use lives::year_and_month;
pub use lives::{ACTIVITIES, Drawn, HouseholdKind, LONG, Lives, Moment, Parts, Turn, WorkWeek, lives};
pub(crate) use loops::loop_resident_years;
pub use loops::{loop_simulations, loops};
pub use measured::{MEASURED, MEASURED_IN, Measured, is_inactive};
pub use microdata::{Column, End, Table, Thing, Told, microdata};
pub use own_outcome::{OwnOutcome, judge};
#[cfg(test)]
pub(crate) use paired::NAIVE_PAIRS;
pub use paired::compare;
pub(crate) use paired::compare_figures;
pub use parting::{LoneEvent, OtherSum, Parting, parting};
pub use persons::{MEASURES, Measure, PersonsRow, Spread, persons};
pub use plan::{BOUND_SAMPLES, Draw, LOOP_RESIDENTS, LOOP_SAMPLES, Plan};
pub(crate) use plan::{term_years, unique_names};
pub use plane::{PLANE_PAYERS, amounts};
pub use results::Results;
pub use scale_model::KEY_INDICATORS;
pub use settled::{ERROR, is_settled};
pub(crate) use signs::sign_of;
pub use simulator::Simulator;
pub(crate) use statistics::{lower, mean, sorted, upper};
pub use substitution::{Exchange, SUBSTITUTION_MEASURES, Substitution, substitution};
pub use summary::{Fan, SeriesYear, level, series_summary};
pub use surface::Surface;
pub use verdict::{SAMPLES_NEEDED, SHARE_NEEDED, verdict};
