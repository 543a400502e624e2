//! What `compare` and `run` print and leave behind, on the toy model.

use std::borrow::Cow;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use kantel::cancel::Cancel;
use kantel::cli::Failure;
use kantel::cli::compare::{Job, Screen, execute};
use kantel::experiment::{Model, Plan};
use kantel::language::Lang;
use kantel::observation::Trajectory;
use kantel::plan::Scenario;
use kantel::random::Draws;
use kantel::study::{Note, Study};

use crate::toy::{Toy, plan, scenario};

fn job(plan: Plan, place: &str, lang: Lang) -> Job {
    let dir = std::env::temp_dir().join(format!("kantel-printed-{place}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&dir);
    Job {
        study: Study::of_plan(plan, vec![Note::AsBase { variant: "a".to_owned(), base: "b".to_owned() }]),
        out: Some(dir.join("result")),
        force: false,
        lang,
        csv: None,
        spoken: lang,
        quiet: false,
        verbose: false,
        memory: None,
        command: vec!["kantel".to_owned(), "compare".to_owned()],
        keeping: kantel::cli::keeping::Keeping::Nothing,
    }
}

struct Printed {
    out: String,
    err: String,
    files: Vec<String>,
    report: String,
    manifest: String,
}

fn printed(job: &Job, toy: Toy) -> Printed {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let folder =
        execute(job, &toy, &Cancel::new(), &mut Screen { out: &mut out, err: &mut err, live: None }).expect("it runs");
    let mut files: Vec<String> = fs::read_dir(&folder)
        .expect("it works")
        .map(|e| e.expect("it works").file_name().into_string().expect("it works"))
        .collect();
    files.sort();
    let [report, manifest] =
        ["report.html", "manifest.json"].map(|name| fs::read_to_string(folder.join(name)).expect("it works"));
    let above = folder.parent().expect("it works");
    let out = String::from_utf8(out).expect("it works").replace(above.to_str().expect("it works"), "DIR");
    fs::remove_dir_all(above).expect("it works");
    Printed { out, err: String::from_utf8(err).expect("it works"), files, report, manifest }
}

fn two(toy_fte: f64) -> Plan {
    let mut plan = plan(vec![scenario("reactive", 0.0, 40), scenario("proactive", toy_fte, 40)], 2);
    plan.loop_samples = 2;
    plan
}

#[test]
fn a_comparison_prints_a_short_table() {
    let english = printed(&job(two(10.0), "en", Lang::En), Toy { bias: 0.4, ..Toy::new() });
    insta::assert_snapshot!("compare_en", english.out);
    let dutch = printed(&job(two(10.0), "nl", Lang::Nl), Toy { bias: 0.4, ..Toy::new() });
    insta::assert_snapshot!("compare_nl", dutch.out);
    assert!(dutch.out.contains("€\u{a0}"), "a non-breaking space");
    let mut lines = english.err.lines();
    assert_eq!(lines.next(), Some("a: [experiment] and [output] are those of b"));
    assert_eq!(lines.next(), None, "speed is for those who ask");
    for file in [
        "comparison.csv",
        "loops.csv",
        "bounds.csv",
        "bounds_differences.csv",
        "report.html",
        "manifest.json",
        "yearly.csv",
        "samples.csv",
    ] {
        assert!(english.files.iter().any(|f| f == file), "{file}");
    }
}

/// Speed and what common draws save are for those who ask.
#[test]
fn speed_and_gain_are_told_on_request() {
    let verbose = Job { verbose: true, ..job(two(10.0), "verbose", Lang::En) };
    let told = printed(&verbose, Toy { bias: 0.4, ..Toy::new() });
    assert!(told.err.contains("Common draws make chance differences smaller"), "{}", told.err);
    let known = !told.manifest.contains("\"resident_weeks_per_cpu_second\": null");
    assert_eq!(told.err.contains("resident-weeks per CPU second"), known, "{}", told.err);
    assert!(told.manifest.contains("\"persons.second_line\": "), "{}", told.manifest);
    assert!(!told.out.contains("Common draws"), "{}", told.out);
}

/// Where no payer has other costs there is no heading over nothing.
#[test]
fn nothing_to_earn_back_is_told_in_a_line() {
    for (lang, says, heading) in [
        (Lang::En, "\nNo payer has other costs: nothing has to come back.\n", "back by the end"),
        (Lang::Nl, "\nGeen enkele betaler heeft andere kosten: er is niets terug te verdienen.\n", "zijn terug eind"),
    ] {
        let same = printed(&job(two(0.0), &format!("same-{lang:?}"), lang), Toy::new());
        assert!(same.out.contains(says) && !same.out.contains(heading), "{}", same.out);
    }
}

/// Of teams that differ by next to nothing only chance is left: nothing has to come back of no difference that matters,
/// and else there is a year or never.
#[test]
fn a_payer_without_a_difference_that_matters_has_nothing_to_earn_back() {
    let mut seen = [0, 0];
    for fte in [1e-6, 2e-6, 3.0, 10.0] {
        let printed = printed(&job(two(fte), "nil", Lang::En), Toy::new()).out;
        let line = |name: &str, n: usize| printed.lines().filter(|l| l.starts_with(name)).nth(n).map(str::to_owned);
        for name in ["Name of euros.all", "Name of euros.insurer"] {
            let row = line(name, 0).expect("a row");
            let is_nil = row.ends_with("= no difference");
            let back = line(name, 1).expect("when it is back");
            assert_eq!(back.ends_with(" no extra cost"), is_nil, "{printed}");
            seen[usize::from(is_nil)] += 1;
        }
    }
    assert!(seen.iter().all(|n| *n > 0), "{seen:?}");
}

#[test]
fn a_single_run_prints_its_levels() {
    let one = printed(&job(plan(vec![scenario("reactive", 2.0, 10)], 1), "run", Lang::En), Toy::new());
    insta::assert_snapshot!("run_en", one.out);
    assert!(!one.files.iter().any(|f| f == "comparison.csv"));
}

#[test]
fn the_report_is_the_same_whatever_the_threads_and_the_place() {
    let report = |threads, place| printed(&job(Plan { threads, ..two(10.0) }, place, Lang::En), Toy::new()).report;
    assert!(report(1, "one") == report(4, "another"));
}

#[test]
fn quiet_says_only_what_was_asked_for() {
    let quiet = Job { quiet: true, ..job(two(1.0), "quiet", Lang::En) };
    assert_eq!(printed(&quiet, Toy::new()).err, "");
}

/// Stops after so many simulations.
struct Stopping(Toy, AtomicUsize, Cancel);

impl Model for Stopping {
    type Start = Draws;

    fn start(&self, base: &Scenario, sample: u32, replicate: u32, stop: &Cancel) -> Option<Draws> {
        self.0.start(base, sample, replicate, stop)
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
        if self.1.fetch_sub(1, Ordering::Relaxed) == 0 {
            self.2.cancel();
        }
        self.0.run(start, index, scenario, sample, replicate, stop)
    }
}

/// Whoever stops while feedbacks are cut keeps the table and the bounds, which are there; while the bounds are
/// computed, the table alone.
#[test]
fn an_interruption_after_the_table_keeps_what_is_there() {
    let lines = |after_the_table: usize| {
        let plan = two(10.0);
        let (table, stop) = (plan.simulations() as usize, Cancel::new());
        let job = job(Plan { threads: 1, lives: false, ..plan }, "after", Lang::En);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let model = Stopping(Toy::new(), AtomicUsize::new(table + after_the_table), stop.clone());
        let failure = execute(&job, &model, &stop, &mut Screen { out: &mut out, err: &mut err, live: None });
        assert_eq!(failure.expect_err("it is stopped").exit_code(), Failure::Interrupted.exit_code());
        let target = job.out.expect("it was named");
        let rows = |name: &str| fs::read_to_string(target.join(name)).expect("it is there").lines().count();
        let counted = ["comparison.csv", "bounds.csv", "loops.csv"].map(|name| rows(name) > 1);
        fs::remove_dir_all(target.parent().expect("a folder")).expect("it works");
        counted
    };
    // Two samples, three bounds, two scenarios.
    assert_eq!(lines(5), [true, false, false]);
    assert_eq!(lines(14), [true, true, false]);
}

#[test]
fn failures_have_their_exit_codes_and_leave_nothing() {
    let failed = |job: &Job, stop: &Cancel| {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let failure = execute(job, &Toy::new(), stop, &mut Screen { out: &mut out, err: &mut err, live: None });
        (failure.expect_err("it fails").exit_code(), out.len())
    };
    let stopped = Cancel::new();
    stopped.cancel();
    let job = job(two(1.0), "failures", Lang::En);
    let target: PathBuf = job.out.clone().expect("it works");
    let above = target.parent().expect("it works");
    assert_eq!(failed(&job, &stopped), (Failure::Interrupted.exit_code(), 0));
    assert!(!above.exists(), "the folder above was made for it");
    fs::create_dir_all(&target).expect("it works");
    fs::write(target.join("mine.txt"), "mine").expect("it works");
    assert_eq!(failed(&job, &Cancel::new()), (2, 0));
    let below = Job { out: Some(target.join("mine.txt/result")), ..job.clone() };
    assert_eq!(failed(&below, &Cancel::new()), (2, 0));
    assert_eq!(fs::read_dir(above).expect("it works").count(), 1);
    fs::remove_dir_all(above).expect("it works");
}
