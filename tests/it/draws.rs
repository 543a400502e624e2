//! How many draws a comparison has: more where a key figure asks for them, fewer where it was interrupted, and always
//! the same result as a plan of just so many.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kantel::cancel::Cancel;
use kantel::cli::compare::{Job, Screen, execute};
use kantel::experiment::{
    Draw, MOST_REPLICATES, MOST_RESIDENT_WEEKS, MOST_SAMPLES, Model, Plan, Results, compare, default_replicates,
    next_draws, run, run_draws,
};
use kantel::observation::Trajectory;
use kantel::plan::Scenario;
use kantel::random::Draws;
use kantel::report::wording::Lang;
use kantel::study::Study;

use crate::toy::{Toy, plan, scenario};

fn two(fte: f64, samples: u32) -> Plan {
    plan(vec![scenario("base", 0.0, samples), scenario("variant", fte, samples)], 2)
}

fn results(plan: &Plan) -> Results {
    let mut results = Results::new(plan);
    run(plan, &Toy::new(), &mut results, &Cancel::new(), &()).expect("nothing stops it");
    results
}

/// The plan after every round of more draws.
fn rounds(mut plan: Plan, toy: Toy) -> Vec<Plan> {
    let mut rounds = vec![plan.clone()];
    loop {
        let mut results = Results::new(&plan);
        run(&plan, &toy, &mut results, &Cancel::new(), &()).expect("nothing stops it");
        let Some(next) = next_draws(&plan, &[compare(&plan, &results, 1)]) else { return rounds };
        rounds.push(next.clone());
        plan = next;
    }
}

/// Of a toy whose effect is nearly even between better and worse no end is in sight; of one that is clear, none is
/// sought.
#[test]
fn draws_are_added_until_nothing_asks_for_more_or_there_may_be_no_more() {
    let clear = rounds(two(10.0, 60), Toy { bias: 20.0, ..Toy::new() });
    assert_eq!(clear.len(), 1, "every verdict stands");
    let mut open = Toy { bias: 0.23, ..Toy::new() };
    open.pressure = 0.2;
    let all = rounds(two(10.0, 60), open);
    assert!(all.len() > 2, "{}", all.len());
    for pair in all.windows(2) {
        let (before, after) = (pair[0].draws(), pair[1].draws());
        assert!(after.len() > before.len() && before.iter().all(|draw| after.contains(draw)), "draws are only added");
    }
    let last = all.last().expect("there is one").experiment();
    assert!(last.samples <= MOST_SAMPLES && last.replicates <= MOST_REPLICATES, "{last:?}");
    // In a large district the amount of computing is the limit.
    let mut large = two(10.0, 60);
    large.scenarios.iter_mut().for_each(|s| s.residents = 150_000);
    let all = rounds(large, open);
    let last = all.last().expect("there is one");
    let weeks = last.draws().len() as u64 * last.resident_weeks();
    assert!(all.len() > 1 && weeks <= MOST_RESIDENT_WEEKS && weeks + last.resident_weeks() * 10 > MOST_RESIDENT_WEEKS);
}

#[test]
fn a_small_district_has_more_replicates() {
    let replicates: Vec<u32> = [1, 505, 2_000, 8_560, 34_255, 1_000_000].into_iter().map(default_replicates).collect();
    assert_eq!(replicates, [10, 10, 8, 2, 1, 1]);
}

/// Later draws go between those that were there.
#[test]
fn results_do_not_depend_on_the_order_in_which_draws_were_run() {
    let plan = two(10.0, 40);
    let more = plan.with_draws(50, 2, 0);
    let mut grown = results(&plan);
    let done = grown.draws();
    let rest: Vec<Draw> = more.draws().into_iter().filter(|draw| !done.contains(draw)).collect();
    run_draws(&more, &rest, &Toy::new(), &mut grown, &Cancel::new(), &()).expect("nothing stops it");
    let straight = results(&more);
    let comparisons = [&grown, &straight].map(|results| format!("{:?}", compare(&more, results, 1)));
    assert!(comparisons[0] == comparisons[1]);
    assert_eq!(grown.draws(), more.draws());
    let counted = plan.as_far_as(&grown).experiment().clone();
    assert_eq!((counted.samples, counted.replicates, counted.extra_replicate), (50, 2, 0));
}

/// The toy, but it asks to stop when so many runs have begun.
struct Stopping {
    stop: Cancel,
    after: std::sync::atomic::AtomicU32,
}

impl Model for Stopping {
    type Start = Draws;

    fn start(&self, base: &Scenario, sample: u32, replicate: u32, stop: &Cancel) -> Option<Draws> {
        Toy::new().start(base, sample, replicate, stop)
    }

    fn run(
        &self,
        start: Cow<'_, Draws>,
        index: usize,
        scenario: &Scenario,
        sample: u32,
        replicate: u32,
        stop: &Cancel,
    ) -> Option<Trajectory> {
        if self.after.fetch_sub(1, std::sync::atomic::Ordering::SeqCst) == 1 {
            self.stop.cancel();
        }
        Toy::new().run(start, index, scenario, sample, replicate, stop)
    }
}

struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("kantel-draws-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        Self(path)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn job(mut plan: Plan, out: &Path) -> Job {
    plan.lives = false;
    for scenario in &mut plan.scenarios {
        scenario.output.weekly = true;
    }
    Job {
        study: Study::of_plan(plan, Vec::new()),
        out: Some(out.to_owned()),
        force: false,
        lang: Lang::En,
        csv: None,
        spoken: Lang::En,
        quiet: true,
        verbose: false,
        memory: None,
        command: Vec::new(),
        keeping: kantel::cli::keeping::Keeping::Nothing,
    }
}

fn executed<M: Model>(job: &Job, model: &M, stop: &Cancel) -> (Option<u8>, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let done = execute(job, model, stop, &mut Screen { out: &mut out, err: &mut err, live: None });
    (done.err().map(|failure| failure.exit_code()), String::from_utf8(err).expect("text"))
}

/// Every file below a folder but the manifest, which alone knows how the result came about, by path within it.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            all.extend(contents(&path).into_iter().map(|(within, bytes)| (format!("{name}/{within}"), bytes)));
        } else if name != "manifest.json" {
            all.insert(name, fs::read(&path).expect("a file"));
        }
    }
    all
}

fn same(a: &Path, b: &Path) {
    let (a, b) = (contents(a), contents(b));
    assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>());
    for (name, bytes) in &a {
        assert!(bytes == &b[name], "{name}");
    }
}

/// What is left of an interrupted comparison is what a smaller one gives, to the byte, whenever it is interrupted; what
/// had not begun leaves nothing.
#[test]
fn an_interrupted_comparison_leaves_that_of_the_samples_that_are_finished() {
    for after in [1, 2, 7, 23, 60] {
        let place = Place::new(&format!("left-{after}"));
        let stop = Cancel::new();
        let model = Stopping { stop: stop.clone(), after: after.into() };
        let left = place.0.join("left");
        // On one thread what is finished does not depend on luck.
        let plan = Plan { threads: 1, ..two(10.0, 40) };
        let (code, said) = executed(&job(plan, &left), &model, &stop);
        assert_eq!(code, Some(130));
        if !left.exists() {
            assert!(after < 4 && !place.0.exists(), "{after}: nothing of it is left");
            continue;
        }
        let folder = kantel::report::folder::read(&left).expect("it is whole");
        let samples = folder.manifest.samples;
        assert!(folder.manifest.interrupted && samples < 40, "{samples}");
        assert!(said.contains(&format!("{samples} of 40 samples")), "{said}");
        let whole = place.0.join("whole");
        let plan = two(10.0, 40);
        let replicates = (folder.manifest.replicates, folder.manifest.extra_replicate);
        let (code, _) =
            executed(&job(plan.with_draws(samples, replicates.0, replicates.1), &whole), &Toy::new(), &Cancel::new());
        assert_eq!(code, None);
        same(&left, &whole);
    }
}

/// A comparison that has grown is the one of so many draws.
#[test]
fn a_grown_comparison_is_that_of_so_many_draws() {
    let place = Place::new("grown");
    let (grown, straight) = (place.0.join("grown"), place.0.join("straight"));
    let toy = Toy { bias: 0.23, pressure: 0.2, ..Toy::new() };
    let (code, _) = executed(&job(Plan { grows: true, ..two(10.0, 40) }, &grown), &toy, &Cancel::new());
    assert_eq!(code, None);
    let manifest = kantel::report::folder::read(&grown).expect("it is whole").manifest;
    assert!(manifest.samples > 40 || manifest.replicates > 1, "{manifest:?}");
    let plan = two(10.0, 40).with_draws(manifest.samples, manifest.replicates, manifest.extra_replicate);
    assert_eq!(executed(&job(plan, &straight), &toy, &Cancel::new()).0, None);
    same(&grown, &straight);
}
