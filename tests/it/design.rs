//! Points that somebody states in the place of draws: quantiles by sample and path.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use kantel::experiment::{Plan, uncertain};
use kantel::observation::catalogue;
use kantel::parameters::{PARAMETERS, Params};
use kantel::plan::{Closure, Design, Others, Scenario, WITH_MECHANISMS, is_idle};
use kantel::random::{Distribution, assumption};
use kantel::report::folder::read;
use kantel::report::wording::Lang;
use kantel::report::{ReportData, render};
use kantel::scenario::{Overrides, load, load_all};

use crate::program::program;

/// A folder of its own for a test, removed at the end.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("kantel-design-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn write(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        fs::write(&path, text).expect("a file");
        path.to_string_lossy().into_owned()
    }

    fn scenario(&self, experiment: &str) -> Result<Scenario, Vec<kantel::diagnostics::Diagnostic>> {
        let text = format!("schema_version = 1\nbase = \"builtin:reactive\"\n[experiment]\n{experiment}");
        load(&self.write("mine.toml", &text), &Overrides::default()).map(|loaded| loaded.scenario)
    }

    fn kantel(&self, arguments: &[&str]) -> Output {
        program().current_dir(&self.0).args(arguments).output().expect("the program starts")
    }

    fn run(&self, arguments: &[&str]) {
        let output = self.kantel(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const SMALL: [&str; 9] = ["--residents", "1500", "--years", "2", "--replicates", "1", "--quiet", "--lang", "en"];

/// The quantiles that keyed draws would have used, as a design of some numbers.
fn keyed(paths: &[&str], samples: u32) -> String {
    let row = |sample| paths.iter().map(|path| assumption(42, sample, path)).collect();
    let paths = paths.iter().map(|path| (*path).to_owned()).collect();
    Design::new(paths, (0..samples).map(row).collect()).expect("a design").text()
}

/// Numbers to the bit.
fn bits(numbers: &[f64]) -> Vec<u64> {
    numbers.iter().map(|x| x.to_bits()).collect()
}

/// Every file of a result that does not know how it was made.
fn files(dir: &Path) -> Vec<(String, Vec<u8>)> {
    ["yearly.csv", "samples.csv", "comparison.csv", "summary.csv", "breakeven.csv", "report.html"]
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), fs::read(dir.join(name)).ok()?)))
        .collect()
}

/// A row is a sample: its values are those at the quantiles, numbers that are not named keep their draws, and a file
/// reads back to the bit.
#[test]
fn a_sample_has_the_quantiles_of_its_row() {
    let place = Place::new("row");
    let text = "worsening.debt,service.guidance.renewal,help.team\r\n0,0.5,0.25\r\n1,0.125,0.75\r\n";
    place.write("points.csv", text);
    let scenario = place.scenario("design = \"points.csv\"").expect("is right");
    assert_eq!(scenario.experiment.samples, 2, "as many as rows");
    let position = |key| Params::position(key).expect("a parameter");
    let debt = scenario.parameters[position("worsening.debt")];
    let drawn: Vec<f64> = (0..2).map(|sample| scenario.params(sample).values()[position("worsening.debt")]).collect();
    assert_eq!(bits(&drawn), bits(&[debt.range().0, debt.range().1]));
    let team = scenario.parameters[position("help.team")];
    let plan = Plan::new(vec![scenario.clone()], catalogue::series().into());
    for number in uncertain(&plan, 0) {
        let Some(p) = Params::position(&number.key) else { continue };
        let of = |sample: u32| match number.key.as_str() {
            "help.team" => team.quantile([0.25, 0.75][sample as usize]),
            "worsening.debt" => drawn[sample as usize],
            key => {
                scenario.parameters[p].quantile(assumption(42, sample, key)).clamp(PARAMETERS[p].min, PARAMETERS[p].max)
            }
        };
        assert_eq!(bits(&number.values), bits(&[of(0), of(1)]), "{}", number.key);
    }
    let best = place.scenario("design = \"points.csv\"\nothers = \"best\"").expect("is right");
    assert_eq!(best.experiment.others, Others::Best);
    let relapse = position("relapse.base");
    let Distribution::Triangular { mode, .. } = best.parameters[relapse] else { panic!("is triangular") };
    assert_eq!(bits(&[0, 1].map(|sample| best.params(sample).values()[relapse])), bits(&[mode, mode]));
    assert_eq!(
        bits(&best.params(0).values()[position("worsening.debt")..][..1]),
        bits(&drawn[..1]),
        "what is named stays"
    );
    let design = scenario.experiment.design.expect("stated");
    let again = place.write("again.csv", &design.text());
    let overrides = Overrides { design: Some(again), ..Overrides::default() };
    let loaded = load("builtin:reactive", &overrides).expect("an option may name any file");
    assert_eq!(loaded.scenario.experiment.design.as_deref(), Some(&*design));
}

/// A design of the very quantiles that would have been drawn changes no byte, in a comparison of arms that closure
/// makes equal anew in every sample; and threads change none.
#[test]
fn the_keyed_quantiles_as_a_design_give_the_same_bytes() {
    let place = Place::new("same");
    let paths = ["help.team", "relapse.base", "team.jobs_per_10000", "levers.team.fte", "context.homes_per_1000"];
    let known: Vec<&str> = paths.into_iter().filter(|path| kantel::plan::paths().iter().any(|p| p == path)).collect();
    place.write("points.csv", &keyed(&known, 3));
    let set = ["--set", "team.fte={ low = 1.0, high = 2.0 }", "--no-lives", "--loops", "0"];
    let compare = ["compare", "reactive", "proactive"];
    let with = |more: &[&'static str]| [&compare[..], &SMALL[..], &set[..], more].concat();
    place.run(&with(&["--samples", "3", "--threads", "1", "--out", "drawn"]));
    place.run(&with(&["--design", "points.csv", "--threads", "1", "--out", "stated"]));
    place.run(&with(&["--design", "points.csv", "--threads", "3", "--out", "threads"]));
    let [drawn, stated, threads] = ["drawn", "stated", "threads"].map(|name| files(&place.0.join(name)));
    assert!(drawn.len() >= 5, "{:?}", drawn.iter().map(|f| &f.0).collect::<Vec<_>>());
    for ((name, drawn), (_, stated)) in drawn.iter().zip(&stated).filter(|((name, _), _)| name != "report.html") {
        assert!(drawn == stated, "{name} differs");
    }
    for ((name, stated), (_, threads)) in stated.iter().zip(&threads) {
        assert!(stated == threads, "{name} differs between threads");
    }
    // Another design gives other numbers.
    place.write("points.csv", "help.team\n0.1\n0.2\n0.9\n");
    place.run(&with(&["--design", "points.csv", "--out", "other"]));
    assert!(files(&place.0.join("other"))[0] != stated[0]);
}

/// The result holds the design, says which it is, runs again by itself to the same bytes, and its report is written
/// again without it.
#[test]
fn a_result_keeps_its_design_and_runs_again() {
    let place = Place::new("again");
    place.write("points.csv", "help.team;relapse.base\n0,1;0,5\n0,9;0,5\n");
    let run = |from: &str, out: &'static str, more: &[&str]| {
        let arguments = [&["run", from][..], &["--out", out, "--quiet", "--lang", "en"][..], more].concat();
        place.run(&arguments);
    };
    let more = ["--design", "points.csv", "--set", "experiment.others=best", "--residents", "1500", "--years", "2"];
    run("reactive", "first", &more);
    assert_eq!(place.read("first/scenarios/design.csv"), "help.team,relapse.base\n0.1,0.5\n0.9,0.5\n");
    run("first/scenarios/reactive.toml", "second", &[]);
    for name in ["yearly.csv", "samples.csv", "report.html", "scenarios/reactive.toml", "scenarios/design.csv"] {
        assert_eq!(place.read(&format!("first/{name}")), place.read(&format!("second/{name}")), "{name}");
    }
    let folder = read(&place.0.join("first")).expect("a result");
    let entry = folder.manifest.design.as_ref().expect("a design");
    assert_eq!(entry.text, place.read("first/scenarios/design.csv"));
    assert_eq!(Some(&entry.sha256), folder.manifest.outputs.get("scenarios/design.csv"));
    fs::remove_file(place.0.join("first/scenarios/design.csv")).expect("was there");
    let data = ReportData::from_folder(&folder).expect("the manifest has it");
    assert_eq!(render(&data, Lang::En).html, place.read("first/report.html"));
}

/// The comparison of validation takes a design too, with as many samples as it has rows.
#[test]
fn validation_takes_a_design() {
    let place = Place::new("validate");
    place.write("points.csv", "help.team\n0.1\n0.9\n");
    let arguments = ["validate", "--design", "points.csv", "--residents", "1500", "--years", "1", "--quiet"];
    let output = place.kantel(&[&arguments[..], &["--lang", "en", "--out", "v"]].concat());
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && told.contains("Residents: 1500; samples: 2;"), "{told}");
    assert!(place.read("v/manifest.json").contains("help.team\\n0.1"));
}

/// Every mistake at once, each with its place, what is allowed and what was meant.
#[test]
fn mistakes_in_a_design_are_told_with_their_places() {
    let place = Place::new("mistakes");
    place.write(
        "points.csv",
        "help.taem,relapse.base,relapse.base,,before.team.fte\n0.1,x,1.5,0.2,0.3\n0.1,-0.1\n\n0.1,,0.1,0.1,0.1\n",
    );
    let problems = place.scenario("sampels = 3\ndesign = \"points.csv\"").expect_err("is wrong");
    let told: Vec<(Option<usize>, Option<usize>, &str)> =
        problems.iter().map(|p| (p.line, p.column, &*p.message.en)).collect();
    let expected = [
        (Some(4), Some(1), "no such key"),
        (Some(1), Some(1), "no such uncertain number"),
        (Some(1), Some(24), "this column stands here twice"),
        (Some(1), Some(37), "a column without a name"),
        (Some(1), Some(38), "no such uncertain number"),
        (Some(2), Some(5), "is not a number"),
        (Some(2), Some(7), "too high"),
        (Some(3), Some(1), "has 2 cells"),
        (Some(3), Some(5), "too low"),
        (Some(5), Some(5), "is empty"),
    ];
    assert_eq!(told, expected);
    let help = |i: usize| &*problems[i].help.en;
    assert!(help(1).contains("help.team") && help(4).contains("team.fte") && help(6).contains("quantiles"));
    for (text, message) in [("", "an empty file"), ("help.team\n", "has no row of quantiles")] {
        place.write("points.csv", text);
        let problems = place.scenario("design = \"points.csv\"").expect_err("is wrong");
        assert_eq!((problems.len(), &*problems[0].message.en), (1, message));
    }
    for (text, line, column, rest) in [
        ("help.team,\"relapse.base\n0.1,0.2\n", 1, 11, "\"relapse.base"),
        ("help.team,relapse.base\n0.1,0.2\n0.3, \"0.4\n0.5,0.6\n", 3, 6, "\"0.4"),
    ] {
        place.write("points.csv", text);
        let problems = place.scenario("design = \"points.csv\"").expect_err("a quote is open");
        let told = (problems.len(), problems[0].line, problems[0].column, &*problems[0].value);
        assert_eq!(told, (1, Some(line), Some(column), rest), "{problems:?}");
        assert!(problems[0].message.en.contains("nothing closes") && problems[0].file.ends_with("points.csv"));
    }
    place.write("points.csv", "\"help.team\",relapse.base\n\"0.1\",0.2\n");
    place.scenario("design = \"points.csv\"").expect("quotes in pairs are right");
    place.write("points.csv", "help.team\n0.1\n0.2\n");
    let problems = place.scenario("samples = 3\ndesign = \"points.csv\"").expect_err("is wrong");
    assert_eq!(&*problems[0].message.en, "3 samples of a design of 2 rows");
    assert_eq!((problems[0].line, problems[0].field.as_str()), (Some(4), "experiment.samples"));
    assert_eq!(place.scenario("samples = 1\ndesign = \"points.csv\"").expect("fewer is right").experiment.samples, 1);
    let problems = place.scenario("others = \"best\"").expect_err("is wrong");
    assert_eq!(problems[0].field, "experiment.others");
    let problems = place.scenario("design = \"../points.csv\"").expect_err("is wrong");
    assert!(problems[0].message.en.contains("out of the scenario's folder"), "{problems:?}");
}

/// What has no end is refused its end; a column of what is known in every arm is refused, and in one of them said; and
/// the arms of a comparison share their design.
#[test]
fn ends_vain_columns_and_arms_are_looked_at() {
    let place = Place::new("ends");
    place.write("points.csv", "service.guidance.renewal,worsening.debt\n1,0\n0.5,1\n");
    let with = |set: &str| {
        let set = vec![set.to_owned()];
        let overrides = Overrides {
            set,
            design: Some(place.write("points.csv", &place.read("points.csv"))),
            ..Overrides::default()
        };
        load("builtin:reactive", &overrides)
    };
    let problems = with("service.guidance.renewal={ median = 0.5, sigma = 0.2 }").expect_err("has no end");
    assert_eq!((problems.len(), problems[0].line, problems[0].column), (1, Some(2), Some(1)), "{problems:?}");
    let problems = with("worsening.debt=0.002").expect_err("its column is in vain");
    assert_eq!((problems.len(), problems[0].line, problems[0].column), (1, Some(1), Some(26)), "{problems:?}");
    assert!(problems[0].message.en.contains("changes nothing") && problems[0].field == "worsening.debt");
    assert!(problems[0].allowed.en.contains("--set worsening.debt='{ low = 1.0, high = 2.0 }'"), "{problems:?}");
    // One arm may know what the other draws; what both know moves nothing.
    let arms = |set: &[&str]| {
        place.write("arms.csv", "levers.team.fte\n0.2\n0.8\n");
        let design = Some(place.0.join("arms.csv").to_string_lossy().into_owned());
        let set = set.iter().map(|set| (*set).to_owned()).collect();
        let closure = Some(Closure::Extra);
        let overrides = Overrides { set, design, closure, ..Overrides::default() };
        load_all(&["reactive".to_owned(), "proactive".to_owned()], &overrides)
    };
    let loaded = arms(&["team.fte={ low = 20.0, high = 40.0 }", "proactive:team.fte=30"]).expect("a note is enough");
    let told = |i: usize| loaded[i].warnings.iter().any(|w| w.en.contains("known in proactive"));
    assert_eq!([told(0), told(1)], [false, true]);
    let problems = arms(&["team.fte=30"]).expect_err("neither draws it");
    assert_eq!((problems.len(), problems[0].field.as_str()), (1, "levers.team.fte"), "{problems:?}");
    assert!(problems[0].allowed.en.contains("--set team.fte="), "{problems:?}");
    // A number with almost the same key is another one.
    place.write("points.csv", "team.fte\n0.2\n");
    let problems = with("team.fte={ low = 20.0, high = 40.0 }").expect_err("the lever is drawn, not the team");
    assert!(problems[0].help.en.contains("levers.team.fte"), "{problems:?}");
    place.write("points.csv", "help.team\n0.2\n");
    let text = "schema_version = 1\nbase = \"builtin:reactive\"\n[experiment]\ndesign = \"points.csv\"\n";
    let mine = place.write("mine.toml", text);
    let problems = load_all(&["reactive".to_owned(), mine], &Overrides::default()).expect_err("differ");
    assert!(problems.iter().any(|p| p.field == "experiment.design"), "{problems:?}");
}

/// Numbers that are about what no plan does change no byte, and a note names their columns; where a plan does it, there
/// is no note.
#[test]
fn columns_of_what_no_plan_uses_change_nothing_and_are_named() {
    let place = Place::new("idle");
    let scenario = place.scenario("").expect("is right");
    let none = || std::iter::once(&scenario);
    let is_uncertain = |key: &str| Params::position(key).is_some_and(|p| !scenario.parameters[p].is_fixed());
    let idle = PARAMETERS.iter().map(|meta| meta.key).filter(|key| is_uncertain(key) && is_idle(key, none()));
    let idle: Vec<&str> = idle.collect();
    assert!(idle.len() > 60, "{idle:?}");
    for (_, families) in WITH_MECHANISMS {
        for family in *families {
            assert!(idle.iter().any(|key| key.starts_with(family)), "{family} names no uncertain number");
        }
    }
    let design = |quantile: &str| format!("{}\n{}\n", idle.join(","), vec![quantile; idle.len()].join(","));
    let run = |quantile: &str, out: &'static str| {
        place.write("points.csv", &design(quantile));
        place.kantel(&[&["run", "reactive", "--design", "points.csv", "--out", out][..], &SMALL].concat())
    };
    let told = String::from_utf8_lossy(&run("0.05", "low").stderr).into_owned();
    assert!(told.contains("their columns change nothing: ") && told.contains("review.hours"), "{told}");
    run("0.95", "high");
    assert_eq!(place.read("low/yearly.csv"), place.read("high/yearly.csv"));
    place.write("points.csv", "review.hours\n0.5\n");
    let arguments = ["run", "reactive", "--design", "points.csv", "--set", "review.weeks=52", "--out", "used"];
    let told = place.kantel(&[&arguments[..], &SMALL].concat());
    assert!(!String::from_utf8_lossy(&told.stderr).contains("change nothing"), "{told:?}");
}
