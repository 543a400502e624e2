//! What a study does: run its draws, ask for more of them, compute bounds, cut feedbacks, follow a household.

use std::convert::Infallible;

use super::recipe::Study;
use crate::cancel::Cancel;
use crate::experiment::{
    Draw, Model, Progress, RunError, Sink, bound_resident_years, bound_simulations, bounds, lives, loop_resident_years,
    loops, next_draws, run_draws,
};
use crate::observation::Trajectory;

/// Who is handed each trajectory as it comes, in the order (sample, replicate, scenario) of a run, and may read the
/// study as far as it is. Closures of a trajectory and a study are witnesses, and so is nobody: `()`.
pub trait Witness {
    /// Why it could not take one.
    type Error: Send;

    /// Takes a trajectory; the study holds it already.
    ///
    /// # Errors
    /// If it cannot be taken; the run then ends.
    fn see(&mut self, trajectory: &Trajectory, study: &Study) -> Result<(), Self::Error>;
}

impl Witness for () {
    type Error = Infallible;

    fn see(&mut self, _: &Trajectory, _: &Study) -> Result<(), Infallible> {
        Ok(())
    }
}

impl<E: Send, F: FnMut(&Trajectory, &Study) -> Result<(), E>> Witness for F {
    type Error = E;

    fn see(&mut self, trajectory: &Trajectory, study: &Study) -> Result<(), E> {
        self(trajectory, study)
    }
}

impl Study {
    /// Runs every draw of the plan that has not been run yet. Interrupted, it keeps the draws that are finished, and
    /// goes on from there when it is called again.
    ///
    /// # Errors
    /// If it is asked to stop, the witness fails or threads cannot be started.
    pub fn run<M: Model, W: Witness>(
        &mut self,
        model: &M,
        witness: &mut W,
        stop: &Cancel,
        progress: &impl Progress,
    ) -> Result<(), RunError<W::Error>> {
        let (plan, due) = (self.plan.clone(), self.due());
        self.waiting.clear();
        if !due.is_empty() {
            self.forget_scale_model();
        }
        let run = run_draws(&plan, &due, model, &mut Arriving { study: self, witness }, stop, progress);
        self.results.keep_whole_draws();
        run
    }

    /// What a feedback carries is held against the district's own samples, and more of them may be there now.
    pub(super) fn forget_scale_model(&mut self) {
        self.loops.clear();
        self.bounds.clear();
    }

    /// The draws of the plan that have not been run yet, in order.
    pub fn due(&self) -> Vec<Draw> {
        let done = self.results.draws();
        self.plan.draws().into_iter().filter(|draw| done.binary_search(draw).is_err()).collect()
    }

    /// Adds the draws that a key figure needs, now that all others have been run; tells whether there are any. Where
    /// somebody has said how many there are to be, and where there may be no more, there are none.
    pub fn grow(&mut self) -> bool {
        let next = if self.plan.grows { next_draws(&self.plan, &self.key_figures()) } else { None };
        next.map(|plan| self.plan = plan).is_some()
    }

    /// Adds samples to those that the plan has: they are run next. A design has no more than its rows.
    pub fn add_samples(&mut self, samples: u32) {
        let e = self.plan.experiment();
        let most = e.design.as_ref().map_or(u32::MAX, |design| design.samples());
        let samples = e.samples.saturating_add(samples).min(most);
        self.plan = self.plan.with_draws(samples, e.replicates, e.extra_replicate);
    }

    /// Ends the study with what is there: it is then one of as many whole samples as have been run.
    pub fn end_here(&mut self) {
        self.waiting.clear();
        self.results.keep_whole_samples();
        self.plan = self.plan.as_far_as(&self.results);
    }

    /// Uses so many threads from here on.
    pub fn take_threads(&mut self, threads: usize) {
        self.plan.threads = threads;
    }

    /// Takes another scale model from here on: so many residents. What was computed in the one before stays.
    pub fn take_scale_model(&mut self, residents: u32) {
        self.plan.loop_residents = residents;
    }

    /// Whether feedbacks are to be cut and the bounds computed: both are of the scale model.
    pub fn uses_scale_model(&self) -> bool {
        self.plan.scenarios.len() > 1 && self.plan.loop_samples > 0
    }

    /// Whether the bounds are there.
    pub fn has_bounds(&self) -> bool {
        !self.bounds.is_empty()
    }

    /// Whether a household is to be followed.
    pub fn tells_lives(&self) -> bool {
        self.plan.scenarios.len() > 1 && self.plan.lives
    }

    /// Cuts each feedback in turn, if that is asked for, and keeps what each carries ([`loops`]).
    ///
    /// # Errors
    /// If it is asked to stop or threads cannot be started.
    pub fn cut_loops<M: Model>(
        &mut self,
        model: &M,
        stop: &Cancel,
        progress: &impl Progress,
    ) -> Result<(), RunError<Infallible>> {
        if self.uses_scale_model() {
            self.loops = loops(&self.plan, model, &self.results, stop, progress)?;
        }
        Ok(())
    }

    /// Compares once more where help does nothing and where it does the most, if that is asked for, and keeps the
    /// differences ([`bounds`]).
    ///
    /// # Errors
    /// If it is asked to stop or threads cannot be started.
    pub fn compute_bounds<M: Model>(
        &mut self,
        model: &M,
        stop: &Cancel,
        progress: &impl Progress,
    ) -> Result<(), RunError<Infallible>> {
        if self.uses_scale_model() {
            self.bounds = bounds(&self.plan, model, stop, progress)?;
        }
        Ok(())
    }

    /// Follows a household, if that is asked for, and keeps its two courses ([`lives`]).
    ///
    /// # Errors
    /// If it is asked to stop.
    pub fn follow_household<M: Model>(
        &mut self,
        model: &M,
        stop: &Cancel,
        progress: &impl Progress,
    ) -> Result<(), RunError<Infallible>> {
        if self.tells_lives() {
            self.lives = lives(&self.plan, model, stop, progress)?;
        }
        Ok(())
    }

    /// Resident-years of one simulation of the scale model.
    pub fn scale_model_resident_years_each(&self) -> u64 {
        bound_resident_years(&self.plan) / bound_simulations(&self.plan).max(1)
    }

    /// Resident-years that are simulated when the draws of the plan, the feedbacks and the household are done.
    pub fn planned_resident_years(&self) -> u64 {
        let each = self.plan.resident_years();
        let small = loop_resident_years(&self.plan) + bound_resident_years(&self.plan);
        let small = if self.uses_scale_model() { small } else { 0 };
        let told = if self.tells_lives() { 2 * each } else { 0 };
        self.plan.simulations() * each + small + told
    }

    /// Resident-years that have been simulated.
    pub fn resident_years(&self) -> u64 {
        let each = self.plan.resident_years();
        let cut = if self.loops.is_empty() { 0 } else { loop_resident_years(&self.plan) };
        let bound = if self.bounds.is_empty() { 0 } else { bound_resident_years(&self.plan) };
        let told = if self.lives.is_some() { 2 * each } else { 0 };
        (self.results.draws().len() * self.plan.scenarios.len()) as u64 * each + cut + bound + told
    }
}

/// Keeps what comes, and shows it to the witness.
struct Arriving<'a, W> {
    study: &'a mut Study,
    witness: &'a mut W,
}

impl<W: Witness> Sink for Arriving<'_, W> {
    type Error = W::Error;

    fn deliver(&mut self, trajectory: &Trajectory) -> Result<(), W::Error> {
        self.study.results.keep(trajectory);
        self.witness.see(trajectory, self.study)
    }
}
