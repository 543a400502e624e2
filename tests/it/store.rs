//! Nothing that was finished is lost: runs that are killed and go on, samples and scenarios that are added, parts that
//! are put together, and results that are verified, all to the bytes of one uninterrupted run.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use kantel::cancel::Cancel;
use kantel::experiment::{Model, Plan, Results, Simulator, run, series_summary};
use kantel::observation::{Trajectory, catalogue};
use kantel::plan::Scenario;
use kantel::random::Distribution;
use kantel::simulation::Simulation;
use kantel::store::{Courses, Header, Kept};

use crate::program::{Folder, program};
use crate::small::builtin;

/// A comparison that takes about a second.
pub(crate) const SMALL: [&str; 11] = [
    "compare",
    "--residents",
    "400",
    "--years",
    "2",
    "--samples",
    "4",
    "--loops",
    "2",
    "--set",
    "experiment.burn_in_weeks=52",
];
/// What stays the same bytes: all but the manifest.
const MANIFEST: &str = "manifest.json";

pub(crate) fn small(more: &[&'static str]) -> Vec<&'static str> {
    [&SMALL[..], &["--closure", "extra", "--quiet"], more].concat()
}

/// Every file of a folder but the manifest, by its path in it.
pub(crate) fn files(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("an entry").path();
            let name = path.strip_prefix(dir).expect("it is within").to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if name != MANIFEST {
                found.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    found
}

/// The names of files in which two results differ.
pub(crate) fn different(a: &Path, b: &Path) -> Vec<String> {
    let (a, b) = (files(a), files(b));
    assert!(a.len() > 10, "{:?}", a.keys());
    let all: Vec<&String> = a.keys().chain(b.keys().filter(|name| !a.contains_key(*name))).collect();
    all.into_iter().filter(|name| a.get(*name) != b.get(*name)).cloned().collect()
}

pub(crate) fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

impl Folder {
    pub(crate) fn done(&self, arguments: &[&str]) {
        let output = self.kantel(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", said(&output));
    }

    /// What it says when it refuses, with exit code 2.
    pub(crate) fn refused(&self, arguments: &[&str]) -> String {
        let output = self.kantel(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", said(&output));
        said(&output)
    }

    pub(crate) fn same(&self, a: &str, b: &str) {
        assert_eq!(different(&self.0.join(a), &self.0.join(b)), Vec::<String>::new(), "{a} and {b}");
        assert!(!self.0.join(format!("{b}.courses")).exists(), "it is put away");
    }

    /// Kills a run after a time; whether it lived so long.
    fn killed(&self, arguments: &[&str], after: Duration) -> bool {
        let child = program().current_dir(&self.0).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut child = child.expect("it starts");
        std::thread::sleep(after);
        let lived = child.try_wait().expect("it can be asked").is_none();
        drop(child.kill());
        drop(child.wait());
        lived
    }
}

/// Killed at moments spread over the whole run, again and again until it is through, a run ends with the bytes of one
/// that was left alone. `KANTEL_KILLS` asks for more kills than the few of every day.
#[test]
#[expect(clippy::disallowed_methods, reason = "a run is killed at parts of the time that it takes")]
fn a_run_that_is_killed_goes_on_to_the_same_bytes() {
    let folder = Folder::new("store-killed");
    let began = Instant::now();
    folder.done(&small(&["--out", "whole", "--threads", "1"]));
    let whole = began.elapsed();
    let wanted: u32 = std::env::var("KANTEL_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(6);
    let (mut kills, mut round) = (0, 0_u32);
    while kills < wanted {
        let out = format!("killed-{round}");
        let begin: Vec<&str> = [&small(&["--threads", "1"])[..], &["--out", &out]].concat();
        let resume = ["resume", &out, "--quiet"];
        // Moments that fill the run evenly, whatever their number (the golden ratio's fractions).
        let after = |n: u32| whole.mul_f64(0.05 + 0.9 * (f64::from(n) * 0.618_034).fract());
        if folder.killed(&begin, after(round)) {
            kills += 1;
        }
        let is_left = || folder.0.join(format!("{out}.courses")).exists();
        if is_left() && kills < wanted && folder.killed(&resume, after(round + 7) / 2) {
            kills += 1;
        }
        if is_left() {
            folder.done(&resume);
        } else if !folder.0.join(&out).exists() {
            folder.done(&begin);
        }
        folder.same("whole", &out);
        drop(fs::remove_dir_all(folder.0.join(&out)));
        round += 1;
    }
}

/// More samples, and one more scenario, are added to a result without computing the others again, to the bytes of a run
/// that had them from the start.
#[test]
fn samples_and_scenarios_can_be_added() {
    let folder = Folder::new("store-more");
    folder.done(&small(&["reactive", "proactive", "--out", "few"]));
    // Read in a copy: a program that another test is starting has what this one has open until it runs.
    let read = std::cell::Cell::new(0);
    let courses = |name: &str| {
        read.set(read.get() + 1);
        let copy = folder.0.join(format!("copy-{}", read.get()));
        fs::copy(folder.0.join(name).join("courses.kantel"), &copy).expect("a copy");
        Courses::open(&copy).expect("a store").courses.keys()
    };
    let before = courses("few");
    let (samples, scenarios) =
        (small(&["reactive", "proactive", "--out", "many", "--samples", "6"]), "proactive-budget");
    let more: Vec<&str> = samples.iter().copied().filter(|word| *word != "4").collect();
    // The first --samples goes with its number.
    let place = more.iter().position(|word| *word == "--samples").expect("it is there");
    let more = [&more[..place], &more[place + 1..]].concat();
    folder.done(&more);
    folder.done(&["resume", "few", "--samples", "6", "--quiet"]);
    folder.same("many", "few");
    assert!(before.iter().all(|key| courses("few").contains(key)) && courses("few").len() > before.len());
    // What was added is part of the command from now on: it stays, and is verified.
    folder.done(&["resume", "few", "--quiet"]);
    folder.same("many", "few");
    folder.done(&["verify", "few", "--samples", "1"]);
    folder.done(&small(&["reactive", "proactive", scenarios, "--out", "three"]));
    folder.done(&small(&["reactive", "proactive", "--out", "two"]));
    folder.done(&["resume", "two", "--add", scenarios, "--quiet"]);
    folder.same("three", "two");
    folder.done(&["resume", "two", "--quiet"]);
    folder.same("three", "two");
    folder.done(&["verify", "two", "--samples", "1"]);
    folder.refused(&["resume", "two", "--add", "nonsense"]);
    assert!(!folder.0.join("two.courses").exists(), "a copy that nothing came of");
}

/// Parts of several machines, put together in any order, are the bytes of one run; parts that are missing are named,
/// and those of another study refused.
#[test]
fn parts_are_put_together_to_the_bytes_of_one_run() {
    let folder = Folder::new("store-parts");
    folder.done(&small(&["--out", "whole"]));
    for part in ["1/3", "2/3", "3/3"] {
        let out = format!("part{}", &part[..1]);
        folder.done(&[&small(&["--shard"])[..], &[part, "--out", &out]].concat());
    }
    let told = folder.refused(&["merge", "part3", "part1", "--out", "none"]);
    assert!(told.contains("samples are missing: 1 (of part 2 of 3)"), "{told}");
    assert!(!folder.0.join("none").exists() && !folder.0.join("none.courses").exists());
    folder.done(&["merge", "part3", "part1", "part2", "--out", "merged", "--quiet"]);
    folder.same("whole", "merged");
    folder.done(&["merge", "part1", "part2", "part3", "--out", "again", "--quiet"]);
    folder.same("whole", "again");
    folder.done(&[&small(&["--shard", "2/3", "--out", "other"])[..], &["--seed", "7"]].concat());
    let told = folder.refused(&["merge", "part1", "other", "part3", "--out", "none"]);
    assert!(told.contains("is not what it was: then `seed = 7`, now `seed = 42`"), "{told}");
    let told = folder.refused(&["merge", "part1", "part1", "part2", "part3", "--out", "none"]);
    assert!(told.contains("is named more than once"), "{told}");
    let longer: Vec<&str> =
        small(&["--shard", "2/3", "--out", "longer"]).into_iter().map(|w| if w == "4" { "5" } else { w }).collect();
    folder.done(&longer);
    for parts in [["part1", "longer", "part3"], ["longer", "part1", "part3"]] {
        let told = folder.refused(&[&["merge"], &parts[..], &["--out", "none"]].concat());
        assert!(told.contains("is a part of another study"), "{told}");
    }
    folder.refused(&["merge", "part1", "part2", "part3", "--out", "part1"]);
    assert!(!folder.0.join("part1.courses").exists(), "nothing stands beside a part");
    folder.done(&["resume", "part1", "--quiet"]);
    assert!(folder.refused(&["verify", "part1"]).contains("is a part of a comparison"));
    for (wrong, says) in
        [(vec!["--shard", "4/3", "--out", "x"], "1/4 is the first"), (vec!["--shard", "1/3"], "--out DIR")]
    {
        let told = folder.refused(&small(&wrong));
        assert!(told.contains(says), "{told}");
    }
}

/// A study that is not what it was is refused, with the line that differs; so is a store that somebody else works on,
/// and one that was altered anywhere. What was cut off is computed again.
#[test]
fn what_does_not_fit_is_refused_and_what_is_cut_off_is_computed_again() {
    let folder = Folder::new("store-refused");
    let plan = "schema_version = 1\nbase = \"builtin:reactive\"\n[levers]\nteam.training_hours = 40\n";
    fs::write(folder.0.join("plan.toml"), plan).expect("a file");
    folder.done(&small(&["reactive", "plan.toml", "--out", "whole"]));
    folder.done(&small(&["reactive", "plan.toml", "--out", "one"]));
    let store = folder.0.join("one/courses.kantel");
    let bytes = fs::read(&store).expect("a store");
    fs::write(folder.0.join("plan.toml"), plan.replace("40", "60")).expect("a file");
    let told = folder.refused(&["resume", "one"]);
    assert!(told.contains("team.training_hours = 40") && told.contains("60"), "{told}");
    fs::write(folder.0.join("plan.toml"), plan).expect("a file");
    drop(fs::remove_file(folder.0.join("one.courses")));
    let held = Courses::open(&store).expect("a store");
    assert!(folder.refused(&["resume", "one"]).contains("another kantel is working on it"));
    drop(held);
    for at in [3, 40, bytes.len() / 2, bytes.len() - 1] {
        let mut altered = bytes.clone();
        altered[at] ^= 16;
        fs::write(&store, &altered).expect("a file");
        let told = folder.refused(&["resume", "one"]);
        assert!(told.contains("was altered, from byte") || told.contains("holds no courses"), "{at}: {told}");
    }
    for end in [bytes.len() - 1, bytes.len() * 2 / 3] {
        drop(fs::remove_file(&store));
        fs::write(folder.0.join("one.courses"), &bytes[..end]).expect("a file");
        let told = folder.refused(&small(&["reactive", "plan.toml", "--out", "one"]));
        assert!(told.contains("exists already"), "{told}");
        folder.done(&["resume", "one", "--quiet"]);
        folder.same("whole", "one");
    }
    let told = folder.refused(&["resume", "nowhere"]);
    assert!(told.contains("there are no courses"), "{told}");
}

/// A result is verified; every file that was altered in any place, or is gone, is found, and so is one that was altered
/// together with its hash in the manifest.
#[test]
fn altered_files_are_found() {
    let folder = Folder::new("store-verified");
    folder.done(&small(&["--out", "whole"]));
    let dir = folder.0.join("whole");
    folder.done(&["verify", "whole"]);
    let output = folder.kantel(&["verify", "whole", "--samples", "1"]);
    assert!(output.status.success() && said(&output).contains("1 samples computed anew"), "{}", said(&output));
    for (name, bytes) in files(&dir) {
        let mut altered = bytes.clone();
        let at = altered.len() / 2;
        altered[at] ^= 1;
        fs::write(dir.join(&name), &altered).expect("a file");
        let told = folder.refused(&["verify", "whole", "--samples", "1"]);
        assert!(told.contains(&name) && told.contains("is not the file that was written"), "{name}: {told}");
        fs::write(dir.join(&name), &bytes).expect("a file");
    }
    let yearly = fs::read_to_string(dir.join("yearly.csv")).expect("a table");
    let manifest = fs::read_to_string(dir.join(MANIFEST)).expect("a manifest");
    let altered = yearly.replacen(",1,", ",2,", 1);
    assert_ne!(altered, yearly);
    let hash = |text: &str| kantel::report::folder::hex(&<sha2::Sha256 as sha2::Digest>::digest(text.as_bytes()));
    fs::write(dir.join("yearly.csv"), &altered).expect("a file");
    fs::write(dir.join(MANIFEST), manifest.replace(&hash(&yearly), &hash(&altered))).expect("a file");
    let told = folder.refused(&["verify", "whole", "--samples", "1"]);
    assert!(told.contains("yearly.csv") && told.contains("comes out otherwise"), "{told}");
}

/// A result is verified from any folder: files that the command named are found where it was given. Where that folder
/// is not there, whoever asks is told where to go.
#[test]
fn a_result_is_verified_from_anywhere() {
    let folder = Folder::new("store-elsewhere");
    let (there, other) = (folder.0.join("there"), folder.0.join("other"));
    fs::create_dir_all(&there).expect("a folder");
    fs::create_dir_all(&other).expect("a folder");
    fs::write(there.join("plan.toml"), "schema_version = 1\nbase = \"builtin:proactive\"\n").expect("a file");
    let run = |from: &Path, arguments: &[&str]| program().current_dir(from).args(arguments).output().expect("it runs");
    let begun = run(&there, &small(&["reactive", "plan.toml", "--out", "result"]));
    assert!(begun.status.success(), "{}", said(&begun));
    let verified = run(&other, &["verify", "../there/result", "--samples", "1"]);
    assert!(verified.status.success(), "{}", said(&verified));
    let moved = folder.0.join("moved");
    fs::rename(&there, &moved).expect("it can be moved");
    for (lang, says) in [("en", "the command was given in"), ("nl", "het commando is gegeven in")] {
        let refused = run(&other, &["verify", "../moved/result", "--samples", "1", "--lang", lang]);
        assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
        let told = said(&refused);
        assert!(told.contains(says) && told.contains("there") && told.contains("plan.toml"), "{told}");
    }
    let verified = run(&moved, &["verify", "result", "--samples", "1"]);
    assert!(verified.status.success(), "{}", said(&verified));
}

/// A part that has no sample says so.
#[test]
fn a_part_without_samples_says_so() {
    let folder = Folder::new("store-empty");
    for (lang, says) in [("en", "part 6/6 has none of the 4 samples"), ("nl", "deel 6/6 heeft geen van de 4 werelden")]
    {
        let output = folder.kantel(&small(&["--shard", "6/6", "--out", lang, "--lang", lang]));
        assert!(output.status.success() && said(&output).contains(says), "{}", said(&output));
    }
    let output = folder.kantel(&small(&["--shard", "4/6", "--out", "full"]));
    assert!(output.status.success() && !said(&output).contains("has none"), "{}", said(&output));
}

/// A model that counts what it is asked for.
#[derive(Default)]
struct Counting {
    starts: AtomicU32,
    runs: AtomicU32,
}

impl Model for Counting {
    type Start = Simulation;

    fn start(&self, base: &Scenario, sample: u32, replicate: u32, stop: &Cancel) -> Option<Simulation> {
        self.starts.fetch_add(1, Ordering::Relaxed);
        Simulator.start(base, sample, replicate, stop)
    }

    fn run(
        &self,
        start: Cow<'_, Simulation>,
        index: usize,
        scenario: &Scenario,
        sample: u32,
        replicate: u32,
        stop: &Cancel,
    ) -> Option<Trajectory> {
        self.runs.fetch_add(1, Ordering::Relaxed);
        Simulator.run(start, index, scenario, sample, replicate, stop)
    }
}

/// Courses are computed once: for the same scenarios under other names, titles and numbers of samples, in another
/// order, and after the store was opened anew. Whatever decides a course makes it another one.
#[test]
fn what_is_there_is_not_computed_again() {
    let folder = Folder::new("store-counted");
    let path = folder.0.join("x.courses");
    let of = |names: [&str; 2], samples, change: fn(&mut Scenario)| {
        let scenarios = names.map(|name| {
            let mut scenario = builtin(name, 300, 1);
            let e = &mut scenario.experiment;
            (e.samples, e.replicates, e.extra_replicate, e.burn_in_weeks) = (samples, 1, 0, 52);
            change(&mut scenario);
            scenario
        });
        Plan { threads: 1, ..Plan::new(Vec::from(scenarios), Arc::from(catalogue::series())) }
    };
    let counted = |courses: &Courses, plan: &Plan| {
        let model = Counting::default();
        let mut results = Results::new(plan);
        run(plan, &Kept::new(&model, courses), &mut results, &Cancel::new(), &()).expect("nothing stops it");
        ((model.starts.into_inner(), model.runs.into_inner()), results)
    };
    let both = ["reactive", "proactive"];
    let begun = Courses::begin(&path, Header::default()).expect("a store");
    let (first, computed) = counted(&begun, &of(both, 2, |_| ()));
    assert_eq!(first, (2, 4));
    drop(begun);
    let courses = Courses::open(&path).expect("a store").courses;
    assert_eq!(courses.len(), 4);
    let (again, read) = counted(&courses, &of(both, 2, |s| (s.name, s.title) = ("other".into(), "Other".into())));
    assert_eq!(again, (0, 0));
    assert_eq!(read.draws(), computed.draws());
    let plain = |results: &Results| format!("{:?}", series_summary(results, 2));
    assert_eq!(plain(&read), plain(&computed));
    assert_eq!(counted(&courses, &of(both, 3, |_| ())).0, (1, 2), "one sample more");
    assert_eq!(counted(&courses, &of(["reactive", "proactive-budget"], 2, |_| ())).0, (2, 2), "one scenario more");
    let changes: [fn(&mut Scenario); 4] = [
        |s| s.experiment.seed += 1,
        |s| s.experiment.burn_in_weeks += 1,
        |s| s.parameters[0] = Distribution::Fixed(0.123),
        |s| s.organisation.timeline.base.links[3] = 0.5,
    ];
    for (i, change) in changes.into_iter().enumerate() {
        assert_eq!(counted(&courses, &of(both, 2, change)).0, (2, 4), "change {i}");
    }
}
