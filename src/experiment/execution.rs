//! Running a plan on threads, with results in an order that does not depend on them.
//!
//! Each (sample, replicate) is one job: the district is made and burned in once, then every scenario runs from that
//! state. Threads take the next job when they are free; a finished job waits until all before it have been delivered.
//! No thread runs further ahead than a fixed number of jobs, so that the waiting results stay few.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};
use std::time::Duration;

use super::lives::{HouseholdKind, Lives};
use super::plan::{Draw, Plan};
use crate::cancel::Cancel;
use crate::observation::Trajectory;
use crate::plan::Scenario;

/// What simulates: the simulator, or a toy in a test.
pub trait Model: Sync {
    /// The burned-in state that every scenario of a (sample, replicate) starts from.
    type Start: Clone + Send;

    /// Makes and burns in the district of a (sample, replicate) under the base's `before`; `None` if it was asked to
    /// stop.
    fn start(&self, base: &Scenario, sample: u32, replicate: u32, stop: &Cancel) -> Option<Self::Start>;

    /// Runs a scenario from week 0 to its horizon; `None` if it was asked to stop. It forks a state that others start
    /// from too, and goes on from one that is its own.
    fn run(
        &self,
        start: Cow<'_, Self::Start>,
        scenario_index: usize,
        scenario: &Scenario,
        sample: u32,
        replicate: u32,
        stop: &Cancel,
    ) -> Option<Trajectory>;

    /// Runs two scenarios once more and tells the two courses of a household drawn by lot; `None` if the model knows no
    /// households (as given here) or was asked to stop. Trajectories do not depend on it.
    fn lives(
        &self,
        _start: &Self::Start,
        _scenarios: [&Scenario; 2],
        _kind: HouseholdKind,
        _draw: Draw,
        _stop: &Cancel,
    ) -> Option<Lives> {
        None
    }
}

/// Where trajectories go, one at a time, in the order (sample, replicate, scenario).
pub trait Sink {
    /// Why it could not take one.
    type Error: Send;

    /// Takes a trajectory.
    ///
    /// # Errors
    /// If it cannot be kept; the run then ends.
    fn deliver(&mut self, trajectory: &Trajectory) -> Result<(), Self::Error>;
}

/// Who is told how far a run is.
pub trait Progress {
    /// Work begins, with its number of simulations.
    fn begin(&self, _simulations: u64) {}
    /// So many more simulations are done.
    fn done(&self, _simulations: u64) {}
}

/// Nobody is told.
impl Progress for () {}

/// Why a run ended early.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum RunError<E> {
    /// It was asked to stop.
    #[error("interrupted")]
    Interrupted,
    /// Results could not be kept.
    #[error("{0}")]
    Sink(E),
    /// Threads could not be started.
    #[error("cannot start threads: {0}")]
    Threads(String),
}

/// Runs every scenario of a plan for every (sample, replicate).
///
/// # Errors
/// If it is asked to stop, the sink fails or threads cannot be started.
pub fn run<M: Model, S: Sink>(
    plan: &Plan,
    model: &M,
    sink: &mut S,
    stop: &Cancel,
    progress: &impl Progress,
) -> Result<(), RunError<S::Error>> {
    run_draws(plan, &plan.draws(), model, sink, stop, progress)
}

/// Runs every scenario of a plan for these (sample, replicate), in this order: what more draws add to those that have
/// been run.
///
/// # Errors
/// As [`run`].
pub fn run_draws<M: Model, S: Sink>(
    plan: &Plan,
    draws: &[Draw],
    model: &M,
    sink: &mut S,
    stop: &Cancel,
    progress: &impl Progress,
) -> Result<(), RunError<S::Error>> {
    progress.begin(draws.len() as u64 * plan.scenarios.len() as u64);
    let work = |draw: &Draw, stop: &Cancel| {
        let mut start = Some(model.start(plan.base(), draw.sample, draw.replicate, stop)?);
        let mut trajectories = Vec::with_capacity(plan.scenarios.len());
        for index in 0..plan.scenarios.len() {
            if stop.is_cancelled() {
                return None;
            }
            // The last one takes the state itself: a single scenario is in memory once.
            let is_last = index + 1 == plan.scenarios.len();
            let from = if is_last { Cow::Owned(start.take()?) } else { Cow::Borrowed(start.as_ref()?) };
            trajectories.push(course(plan, model, from, index, *draw, stop)?);
        }
        Some(trajectories)
    };
    in_order(plan.threads, draws, stop, work, |trajectories: Vec<Trajectory>| {
        for trajectory in &trajectories {
            sink.deliver(trajectory)?;
        }
        progress.done(trajectories.len() as u64);
        Ok(())
    })
}

/// A scenario of a plan from the state of a draw to its horizon; `None` if it was asked to stop.
pub(crate) fn course<M: Model>(
    plan: &Plan,
    model: &M,
    from: Cow<'_, M::Start>,
    scenario: usize,
    Draw { sample, replicate }: Draw,
    stop: &Cancel,
) -> Option<Trajectory> {
    let trajectory = model.run(from, scenario, &plan.scenarios[scenario], sample, replicate, stop)?;
    Some(Trajectory { scenario, sample, replicate, ..trajectory })
}

/// How many jobs have been delivered, and a bell for those who wait for more.
#[derive(Default)]
struct Delivered {
    count: Mutex<usize>,
    bell: Condvar,
}

impl Delivered {
    /// Waits until fewer than `ahead` jobs lie between `job` and the delivered ones, or somebody asks to stop.
    fn wait(&self, job: usize, ahead: usize, stop: &Cancel) {
        let mut count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        while job >= *count + ahead && !stop.is_cancelled() {
            // The time only bounds how late a request to stop is noticed.
            let waited = self.bell.wait_timeout(count, Duration::from_millis(50));
            count = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn set(&self, count: usize) {
        *self.count.lock().unwrap_or_else(PoisonError::into_inner) = count;
        self.bell.notify_all();
    }
}

/// Stops the others when a thread panics, so that none of them waits for its job for ever.
struct StopOnPanic<'a>(&'a Cancel);

impl Drop for StopOnPanic<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.cancel();
        }
    }
}

/// Does `work` on every job on `threads` threads (0: one per core) and delivers the results in the order of the jobs,
/// on this thread. Results that wait for their turn are at most four per thread, and four. Asked to stop, it delivers
/// what is finished and next in turn.
///
/// # Errors
/// If `deliver` fails, somebody asks to stop, work returns `None`, or threads cannot be started.
pub(crate) fn in_order<J: Sync, T: Send, E>(
    threads: usize,
    jobs: &[J],
    stop: &Cancel,
    work: impl Fn(&J, &Cancel) -> Option<T> + Sync,
    mut deliver: impl FnMut(T) -> Result<(), E>,
) -> Result<(), RunError<E>> {
    if threads == 1 || cfg!(target_family = "wasm") {
        return one_by_one(jobs, stop, work, deliver);
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.map_err(|error| RunError::Threads(error.to_string()))?;
    let threads = pool.current_num_threads();
    let (next, delivered, stop) = (AtomicUsize::new(0), Delivered::default(), stop.child());
    let (sender, receiver) = mpsc::channel::<(usize, T)>();
    let mut outcome = Ok(());
    let mut count = 0;
    pool.in_place_scope(|scope| {
        for _ in 0..threads {
            let sender = sender.clone();
            let (next, delivered, stop, work) = (&next, &delivered, &stop, &work);
            scope.spawn(move |_| {
                let _guard = StopOnPanic(stop);
                loop {
                    let position = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(position) else { return };
                    delivered.wait(position, 4 * threads + 4, stop);
                    if stop.is_cancelled() {
                        return;
                    }
                    let Some(result) = work(job, stop) else {
                        stop.cancel();
                        return;
                    };
                    if sender.send((position, result)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut waiting = BTreeMap::new();
        for (position, result) in receiver {
            waiting.insert(position, result);
            while let Some(result) = waiting.remove(&count) {
                // What was finished when somebody asked to stop is delivered all the same.
                if outcome.is_ok()
                    && let Err(error) = deliver(result)
                {
                    outcome = Err(RunError::Sink(error));
                    stop.cancel();
                }
                count += 1;
                delivered.set(count);
            }
        }
    });
    // A panic of a thread has been passed on by the scope; what is missing otherwise was asked to stop.
    outcome?;
    if count < jobs.len() || stop.is_cancelled() { Err(RunError::Interrupted) } else { Ok(()) }
}

/// The same on this thread alone: for who asks for one, and where there are no others.
fn one_by_one<J, T, E>(
    jobs: &[J],
    stop: &Cancel,
    work: impl Fn(&J, &Cancel) -> Option<T>,
    mut deliver: impl FnMut(T) -> Result<(), E>,
) -> Result<(), RunError<E>> {
    for job in jobs {
        let result = if stop.is_cancelled() { None } else { work(job, stop) };
        deliver(result.ok_or(RunError::Interrupted)?).map_err(RunError::Sink)?;
    }
    if stop.is_cancelled() { Err(RunError::Interrupted) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_jobs_and_few_of_them_wait() {
        for threads in [1, 2, 4] {
            let jobs: Vec<usize> = (0..200).collect();
            let (started, mut seen) = (AtomicUsize::new(0), Vec::new());
            let mut ahead = 0;
            let work = |&job: &usize, _: &Cancel| {
                started.fetch_add(1, Ordering::SeqCst);
                // The first of every ten takes long, so that the others finish before it.
                std::thread::sleep(Duration::from_micros(if job % 10 == 0 { 2_000 } else { 50 }));
                Some(job)
            };
            let result: Result<(), RunError<()>> = in_order(threads, &jobs, &Cancel::new(), work, |job| {
                ahead = ahead.max(started.load(Ordering::SeqCst).saturating_sub(seen.len()));
                seen.push(job);
                Ok(())
            });
            assert_eq!((result, &seen), (Ok(()), &jobs));
            assert!(ahead <= 4 * threads + 5, "{ahead} ahead with {threads} threads");
        }
    }

    #[test]
    fn a_request_to_stop_and_a_failing_sink_end_it() {
        let jobs: Vec<usize> = (0..1_000).collect();
        let stop = Cancel::new();
        let done = in_order(
            2,
            &jobs,
            &stop,
            |&j, _| Some(j),
            |j| {
                if j == 5 {
                    stop.cancel();
                }
                Ok::<(), ()>(())
            },
        );
        assert_eq!(done, Err(RunError::Interrupted));
        let done = in_order(2, &jobs, &Cancel::new(), |&j, _| Some(j), |j| if j == 5 { Err(Full) } else { Ok(()) });
        assert_eq!(done, Err(RunError::Sink(Full)));
        let done: Result<(), RunError<()>> =
            in_order(2, &jobs, &Cancel::new(), |&j, _| (j < 9).then_some(j), |_| Ok(()));
        assert_eq!(done, Err(RunError::Interrupted));
    }

    /// Why a sink takes no more.
    #[derive(Debug, PartialEq)]
    struct Full;

    #[test]
    fn a_panic_of_a_job_is_passed_on_and_nobody_waits_for_ever() {
        let jobs: Vec<usize> = (0..100).collect();
        let run = || {
            let work = |&j: &usize, _: &Cancel| (j != 7).then_some(j).or_else(|| panic!("job 7"));
            in_order::<_, _, ()>(2, &jobs, &Cancel::new(), work, |_| Ok(()))
        };
        assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)).is_err());
    }
}
