//! A job from the first simulation to the folder: a first estimate, the arms with more draws where a verdict needs
//! them, the folder, and then what is added to it.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::sync::Arc;

use super::super::cpu_time::cpu_seconds;
use super::super::diagnose::visible;
use super::super::failure::Failure;
use super::super::printing::unwritable;
use super::by_district::by_district;
use super::job::{Job, Screen};
use super::live::Live;
use super::memory;
use super::progress::Bar;
use super::short_table::{self, PERIODS, Standing};
use super::writing::{self, folder_failure};
use crate::cancel::Cancel;
use crate::cli::keeping::{self, Keeping};
use crate::experiment::{Comparison, Model, Period, Plan, Progress, Results, RunError, Sink, compare_figures};
use crate::language::{Lang, text};
use crate::observation::Trajectory;
use crate::report::folder::{Draft, Manifest};
use crate::report::wording::interrupted;
use crate::store::{Courses, Kept, StoreError};
use crate::study::{FIRST_RESIDENTS, Study};
use crate::units::WEEKS_PER_YEAR;

/// Draws of the whole district from which its own figures replace the first estimate.
const FIRST_DRAWS: usize = 5;

/// Does a job; gives the result folder.
///
/// # Errors
/// Wrong input, a disk that fails, or an interruption, which leaves what is finished.
pub fn execute<M: Model>(job: &Job, model: &M, stop: &Cancel, screen: &mut Screen<'_>) -> Result<PathBuf, Failure> {
    let mut course = Course::begin(job, model, stop, screen)?;
    course.first_estimate(screen.live.as_mut())?;
    let run = course.arms(screen.live.as_mut());
    course.bar.aside(|| screen.live.iter_mut().for_each(Live::wipe));
    match run {
        Ok(()) => {}
        Err(Failure::Interrupted) => return Err(course.leave_finished(screen)),
        Err(other) => return Err(other),
    }
    let table = course.table();
    // What cannot be shown is not lost: it goes into the folder.
    let mut shown = course.bar.aside(|| write_text(screen.out, &table));
    let folder = course.publish()?;
    let line = short_table::folder_line(job.spoken, &folder);
    shown = shown.and_then(|()| course.bar.aside(|| write_text(screen.out, &line)));
    course.add()?;
    course.bar.clear();
    course.put_away()?;
    shown.and_then(|()| write_text(screen.out, &course.bet()))?;
    if job.verbose {
        let speed = course.speed().map(|speed| format!("{speed:.2e} resident-weeks per CPU second"));
        let gained = course.variance_reduction();
        let gained = gained.values().filter_map(|gains| short_table::gained(job.spoken, gains));
        let memory = job.memory.map(|estimate| memory::taken(estimate).of(job.spoken).to_owned());
        gained.chain(speed).chain(memory).try_for_each(|line| write_line(screen.err, &line))?;
    }
    Ok(folder)
}

/// A job under way.
struct Course<'a, M> {
    job: &'a Job,
    model: &'a M,
    stop: &'a Cancel,
    bar: Bar,
    draft: Draft,
    study: Study,
    /// Where its courses are kept.
    courses: Option<Arc<Courses>>,
    /// Whether it was interrupted before all draws were there.
    cut_short: bool,
    begun: std::time::Instant,
}

impl<'a, M: Model> Course<'a, M> {
    #[expect(clippy::disallowed_methods, reason = "the command line is the ring that reads clocks")]
    fn begin(job: &'a Job, model: &'a M, stop: &'a Cancel, screen: &mut Screen<'_>) -> Result<Self, Failure> {
        let begun = std::time::Instant::now();
        let draft = writing::begin(job)?;
        let study = job.study.clone();
        // What is hardly meant is said however quiet it is to be.
        for note in study.notes().iter().filter(|note| !(job.quiet && note.is_change())) {
            write_line(screen.err, &visible(note.said().of(job.spoken)))?;
        }
        let bar = Bar::new(job.quiet, job.spoken, study.planned_resident_years());
        let courses = match &job.keeping {
            Keeping::Nothing => None,
            Keeping::Begun => {
                let header = keeping::header(&study, &job.command, None);
                Some(Arc::new(keeping::begin(draft.target(), header, job.force)?))
            }
            Keeping::GoesOn(courses) => Some(Arc::clone(courses)),
        };
        Ok(Self { job, model, stop, bar, draft, study, courses, cut_short: false, begun })
    }

    /// Shows what a scale model says of a large district, for whoever watches: whether it was asked to stop is seen
    /// later.
    fn first_estimate(&self, live: Option<&mut Live>) -> Result<(), Failure> {
        let Some(live) = live else { return Ok(()) };
        let estimate = match self.study.first_estimate(self.model, self.stop) {
            Ok(Some(estimate)) => estimate,
            Ok(None) | Err(RunError::Interrupted) => return Ok(()),
            Err(other) => return Err(unkept_failure(other)),
        };
        let standing = Standing::FirstEstimate(FIRST_RESIDENTS);
        let figures = estimate.figures(&in_table);
        let text = tables(self.job.spoken, estimate.plan(), estimate.results(), &figures, (standing, &[]));
        self.bar.aside(|| live.draw(&text));
        Ok(())
    }

    /// Runs the arms, with more draws as long as a key figure asks for them and there may be more.
    fn arms(&mut self, mut live: Option<&mut Live>) -> Result<(), Failure> {
        if self.study.plan().grows {
            self.bar.say(may_grow(self.job.spoken));
        }
        loop {
            self.run(live.as_deref_mut())?;
            let planned = self.study.planned_resident_years();
            if !self.study.grow() {
                break;
            }
            self.bar.lengthen(self.study.planned_resident_years() - planned);
        }
        self.bar.say("");
        Ok(())
    }

    /// Runs the draws that are due: writes them down, and shows the table as far as it is.
    fn run(&mut self, mut live: Option<&mut Live>) -> Result<(), Failure> {
        let (bar, draft, lang) = (&self.bar, &mut self.draft, self.job.spoken);
        let each = self.study.plan().resident_years();
        let mut arrived = |trajectory: &Trajectory, study: &Study| {
            draft.deliver(trajectory)?;
            if let Some(live) = live.as_mut().filter(|live| live.is_due())
                && let Some(text) = so_far(lang, trajectory, study)
            {
                bar.aside(|| live.draw(&text));
            }
            Ok(())
        };
        let progress = bar.part(each);
        let run = match &self.courses {
            Some(courses) => self.study.run(&Kept::new(self.model, courses), &mut arrived, self.stop, &progress),
            None => self.study.run(self.model, &mut arrived, self.stop, &progress),
        };
        self.is_kept()?;
        run.map_err(|error| match error {
            RunError::Interrupted => Failure::Interrupted,
            RunError::Sink(error) => folder_failure(error),
            RunError::Threads(why) => no_threads(&why),
        })
    }

    /// The short table of what has been computed.
    fn table(&self) -> String {
        let (lang, plan, results) = (self.job.spoken, self.study.plan(), self.study.results());
        if plan.scenarios.len() > 1 {
            let standing = (Standing::Final, self.study.worlds());
            let all = tables(lang, plan, results, &self.study.figures(&in_table), standing);
            all + &(1..plan.scenarios.len()).map(|v| by_district(lang, plan, results, v)).collect::<String>()
        } else {
            short_table::single(lang, plan, results)
        }
    }

    /// What could not be kept would be lost: the disk is full, or has gone.
    fn is_kept(&self) -> Result<(), Failure> {
        let Some(courses) = &self.courses else { return Ok(()) };
        courses.failure().map_or(Ok(()), |error| Err(keeping::failure(error)))
    }

    /// The job is done: its courses are in the folder, in order, and beside it no more.
    fn put_away(&mut self) -> Result<(), Failure> {
        let Some(courses) = self.courses.take() else { return Ok(()) };
        let path = courses.path().to_owned();
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(keeping::failure(StoreError::Disk(path, error)))
            }
            _ => Ok(()),
        }
    }

    /// Writes everything about what has been computed, and puts the folder in its place.
    fn publish(&mut self) -> Result<PathBuf, Failure> {
        if let Some(courses) = &self.courses {
            let header = keeping::anywhere(&keeping::header(&self.study, &[], None));
            let write = |to: &mut BufWriter<File>| courses.write_in_order(&header, to);
            self.draft.write_bit_by_bit(keeping::INSIDE, write).map_err(folder_failure)?;
        }
        let written = writing::write(&self.study, &mut self.draft, self.job);
        written.and_then(|()| self.draft.publish(self.manifest())).map_err(folder_failure)
    }

    /// Computes the bounds, cuts each feedback and follows a household, and adds them to the folder. What is finished
    /// when it is interrupted is added too.
    fn add(&mut self) -> Result<(), Failure> {
        if !self.study.uses_scale_model() && !self.study.tells_lives() {
            return Ok(());
        }
        let added = self.more();
        if added.is_ok() || self.study.has_bounds() {
            self.publish()?;
        }
        added
    }

    fn more(&mut self) -> Result<(), Failure> {
        let Self { study, model, stop, bar, .. } = self;
        let each = study.plan().resident_years();
        let small = bar.part(study.scale_model_resident_years_each());
        let of_scale_model = match &self.courses {
            Some(courses) => with_scale_model(study, &Kept::new(*model, courses), stop, &small),
            None => with_scale_model(study, *model, stop, &small),
        };
        self.is_kept()?;
        of_scale_model.map_err(unkept_failure)?;
        self.study.follow_household(self.model, self.stop, &self.bar.part(each)).map_err(unkept_failure)
    }

    /// What the bounds say of each comparison, a line each; nothing where they were not computed.
    fn bet(&self) -> String {
        let (lang, study) = (self.job.spoken, &self.study);
        let comparisons = if study.has_bounds() { study.key_figures() } else { Vec::new() };
        comparisons.iter().filter_map(|c| short_table::bet(lang, c)).collect()
    }

    /// Leaves what is finished as a result, and says of how many samples it is; nothing if there is none.
    fn leave_finished(&mut self, screen: &mut Screen<'_>) -> Failure {
        let planned = self.study.plan().experiment().samples;
        self.study.end_here();
        let samples = self.study.plan().experiment().samples;
        if samples == 0 {
            let nothing = self.courses.as_ref().is_some_and(|courses| courses.is_empty());
            let left = if nothing { self.put_away() } else { self.say_how_to_go_on(screen) };
            return left.err().unwrap_or(Failure::Interrupted);
        }
        self.cut_short = true;
        let table = self.table();
        let left = self.publish().and_then(|folder| {
            let said = interrupted(self.job.spoken, samples, planned.max(samples), &folder.display().to_string());
            self.bar.aside(|| write_text(screen.out, &table).and_then(|()| write_line(screen.err, &said)))
        });
        self.bar.clear();
        left.and_then(|()| self.say_how_to_go_on(screen)).err().unwrap_or(Failure::Interrupted)
    }

    /// Says how to go on with what is kept.
    fn say_how_to_go_on(&self, screen: &mut Screen<'_>) -> Result<(), Failure> {
        if self.courses.is_none() {
            return Ok(());
        }
        let dir = self.draft.target().display();
        let said = text!("kantel resume {dir} goes on with it", "kantel resume {dir} gaat ermee verder");
        write_line(screen.err, said.of(self.job.spoken))
    }

    /// What common draws saved on the key figures, by variant.
    fn variance_reduction(&self) -> BTreeMap<String, BTreeMap<String, f64>> {
        let comparisons = self.study.key_figures().into_iter();
        comparisons.map(|c| (c.variant.clone(), short_table::variance_reduction(&c))).collect()
    }

    fn speed(&self) -> Option<f64> {
        let seconds = cpu_seconds().filter(|s| *s > 0.0)?;
        Some(self.study.resident_years() as f64 * f64::from(WEEKS_PER_YEAR) / seconds)
    }

    #[expect(clippy::disallowed_methods, reason = "the command line is the ring that reads clocks")]
    fn manifest(&self) -> Manifest {
        Manifest {
            interrupted: self.cut_short,
            wall_seconds: Some(self.begun.elapsed().as_secs_f64()),
            cpu_seconds: cpu_seconds(),
            resident_weeks_per_cpu_second: self.speed(),
            variance_reduction: self.variance_reduction(),
            made_at: std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok().map(|d| d.as_secs()),
            ..writing::manifest(&self.study, self.job)
        }
    }
}

/// Computes the bounds and cuts each feedback.
fn with_scale_model<M: Model>(
    study: &mut Study,
    model: &M,
    stop: &Cancel,
    progress: &impl Progress,
) -> Result<(), RunError<Infallible>> {
    study.compute_bounds(model, stop, progress)?;
    study.cut_loops(model, stop, progress)
}

/// The rows of a short table.
fn in_table(_: &str, group: &str, period: Period) -> bool {
    group == "all" && PERIODS.contains(&period)
}

/// The short tables when the last scenario of a draw has come, and enough draws are there to replace the first
/// estimate.
fn so_far(lang: Lang, trajectory: &Trajectory, study: &Study) -> Option<String> {
    let variants = study.plan().scenarios.len() - 1;
    let results = study.results();
    if variants == 0 || trajectory.scenario != variants || results.draws().len() < FIRST_DRAWS {
        return None;
    }
    let plan = study.plan().as_far_as(results);
    let figures: Vec<Comparison> = (1..=variants).map(|v| compare_figures(&plan, results, v, &in_table)).collect();
    Some(tables(lang, &plan, results, &figures, (Standing::SoFar, &[])))
}

/// The short tables of every comparison.
fn tables(
    lang: Lang,
    plan: &Plan,
    results: &Results,
    comparisons: &[Comparison],
    standing: (Standing, &[String]),
) -> String {
    comparisons.iter().map(|c| short_table::comparison(lang, plan, results, c, standing)).collect()
}

const fn may_grow(lang: Lang) -> &'static str {
    match lang {
        Lang::En => " (more if a figure needs it)",
        Lang::Nl => " (meer als een cijfer dat nodig heeft)",
    }
}

/// Why a run ended early whose results nobody keeps as they come.
pub(in crate::cli) fn unkept_failure(error: RunError<Infallible>) -> Failure {
    match error {
        RunError::Interrupted => Failure::Interrupted,
        RunError::Sink(never) => match never {},
        RunError::Threads(why) => no_threads(&why),
    }
}

fn no_threads(why: &str) -> Failure {
    Failure::Surroundings(text!("cannot start threads: {why}", "er kunnen geen threads gestart worden: {why}"))
}

fn write_line(to: &mut dyn Write, text: &str) -> Result<(), Failure> {
    write_text(to, &format!("{text}\n"))
}

/// Writes a text; a reader that has gone is no failure.
fn write_text(to: &mut dyn Write, text: &str) -> Result<(), Failure> {
    match to.write_all(text.as_bytes()).and_then(|()| to.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(unwritable(&error)),
        _ => Ok(()),
    }
}
