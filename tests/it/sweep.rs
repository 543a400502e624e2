//! Sweeps: a point says what a comparison of it with the base says, nothing else moves it, and mistakes are told at
//! once.

use std::collections::BTreeMap;
use std::convert::Infallible;

use kantel::cancel::Cancel;
use kantel::experiment::{Difference, Period, Progress, RunError, Simulator};
use kantel::report::sweep::{SweepData, render};
use kantel::report::wording::Lang;
use kantel::scenario::Overrides;
use kantel::study::sweep::{Arrangement, Sweep, Wanted};
use kantel::study::{Options, Study};

use crate::program::Folder;

/// A district of a few hundred people, with a second replicate of each sample.
fn small() -> Overrides {
    Overrides {
        residents: Some(400),
        years: Some(3),
        samples: Some(3),
        replicates: Some(2),
        closure: Some(kantel::plan::Closure::Extra),
        ..Overrides::default()
    }
}

fn loaded(vary: &[&str], arrangement: Arrangement, threads: usize, overrides: &Overrides) -> Sweep {
    let vary: Vec<String> = vary.iter().map(|entry| (*entry).to_owned()).collect();
    let wanted = Wanted { vary: &vary, arrangement, threads };
    Sweep::load("reactive", &wanted, overrides).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn ran(mut sweep: Sweep) -> SweepData {
    sweep.run(&Simulator, &Cancel::new(), &()).expect("nothing stops it");
    sweep.read()
}

fn grid(vary: &[&str]) -> SweepData {
    ran(loaded(vary, Arrangement::Grid, 2, &small()))
}

/// Indicator, period, bits of numbers, and verdict.
type Told = (String, String, Vec<Option<u64>>, String);

/// Keys with the values that are set.
type Set = Vec<(String, String)>;

/// What is told of a point, without what is left out of a sweep: bits of every number.
fn bits(d: &Difference) -> Told {
    let numbers = [d.base_value, d.variant_value, d.difference, d.median, d.p05, d.p95, d.share_better, d.mc_error];
    let more = [d.variance_reduction, Some(d.margin), Some(f64::from(d.samples)), Some(f64::from(d.replicates))];
    let numbers = numbers.into_iter().chain(more).map(|x| x.map(f64::to_bits)).collect();
    (d.indicator.clone(), d.period.key(), numbers, d.verdict.key().to_owned())
}

/// The rows of every point by the values that it sets, in the order of keys.
fn by_values(data: &SweepData) -> BTreeMap<Set, Vec<Told>> {
    let key = |values: &[String]| {
        let mut set: Set = data.axes.iter().map(|a| a.key.clone()).zip(values.to_vec()).collect();
        set.sort();
        set
    };
    data.points.iter().map(|point| (key(&point.values), point.differences.iter().map(bits).collect())).collect()
}

#[test]
fn a_point_says_what_a_comparison_of_it_says_to_the_bit() {
    let data = grid(&["outreach.door_fte=0.1,0.4", "team.fte=0.5,0.8"]);
    for point in &data.points {
        let set = data.axes.iter().zip(&point.values).map(|(axis, value)| format!("plan:{}={value}", axis.key));
        let overrides = Overrides { set: set.collect(), ..small() };
        let text = "schema_version = 1\nbase = \"builtin:reactive\"\n";
        let given = [kantel::scenario::Given::Named("reactive"), kantel::scenario::Given::Text { name: "plan", text }];
        let options = Options { loop_samples: 0, lives: false, ..Options::default() };
        let mut study = Study::load_given(&given, &overrides, &options).unwrap_or_else(|p| panic!("{p:#?}"));
        study.run(&Simulator, &mut (), &Cancel::new(), &()).expect("nothing stops it");
        let compared = study.compare(1);
        assert!(point.differences.len() > 100, "{}", point.differences.len());
        for row in &point.differences {
            let theirs = compared.find(&row.indicator, "all", row.period).expect("it is compared too");
            assert_eq!(bits(row), bits(theirs), "{} {}", point.name, row.indicator);
        }
        assert!(point.horizon("euros.municipality").and_then(|d| d.difference).is_some_and(|x| x != 0.0));
    }
}

#[test]
fn neither_further_values_nor_the_order_of_keys_nor_threads_move_a_point() {
    let few = by_values(&grid(&["outreach.door_fte=0.1,0.4", "team.fte=0.5,0.8"]));
    let more = by_values(&grid(&["team.fte=0.5,0.65,0.8", "outreach.door_fte=0.1,0.4"]));
    assert_eq!((few.len(), more.len()), (4, 6));
    for (values, rows) in &few {
        assert_eq!(more.get(values), Some(rows), "{values:?}");
    }
    let spread = |vary: &[&str], threads| ran(loaded(vary, Arrangement::Sobol(4), threads, &small()));
    let one = spread(&["outreach.door_fte=0:0.5", "team.fte=0.4:0.9"], 1);
    let other = spread(&["team.fte=0.4:0.9", "outreach.door_fte=0:0.5"], 3);
    assert_eq!(by_values(&one), by_values(&other));
    assert!(
        render(&one, Lang::En).html
            == render(&spread(&["outreach.door_fte=0:0.5", "team.fte=0.4:0.9"], 3), Lang::En).html
    );
}

/// The values that the base has make the base: not run again, and without a difference.
#[test]
fn a_point_that_is_the_base_is_not_run_again() {
    let overrides = Overrides { set: vec!["outreach.door_fte=0.2".to_owned()], ..small() };
    let sweep = loaded(&["outreach.door_fte=0,0.2,0.4"], Arrangement::Grid, 1, &overrides);
    assert_eq!((sweep.points().len(), sweep.plan().scenarios.len()), (3, 3));
    let data = ran(sweep);
    assert_eq!(data.points.iter().map(|point| point.is_base).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!(data.axes[0].base.as_deref(), Some("0.2"));
    let of = |point: usize| data.points[point].horizon("need.severe.unhelped").and_then(|d| d.difference);
    assert_eq!(of(1), Some(0.0));
    assert!(of(0).is_some_and(|x| x != 0.0) && of(2).is_some_and(|x| x != 0.0), "{:?} {:?}", of(0), of(2));
}

/// Asks to stop when so many simulations are done.
struct Until(Cancel, std::cell::Cell<u64>);

impl Progress for Until {
    fn done(&self, simulations: u64) {
        let left = self.1.get().saturating_sub(simulations);
        self.1.set(left);
        if left == 0 {
            self.0.cancel();
        }
    }
}

/// Two replicates of three samples at two points and the base are 18 simulations. Stopped after 9, which is a sample
/// and a half, one whole sample is left, and it says what a sweep of one sample says.
#[test]
fn what_is_finished_when_it_is_stopped_is_a_smaller_sweep() {
    let vary = ["outreach.door_fte=0.1,0.4"];
    let mut broken = loaded(&vary, Arrangement::Grid, 1, &small());
    let stop = Cancel::new();
    let stopped = broken.run(&Simulator, &stop, &Until(stop.clone(), std::cell::Cell::new(9)));
    assert_eq!(stopped, Err::<(), RunError<Infallible>>(RunError::Interrupted));
    broken.end_here();
    assert_eq!(broken.samples(), 1);
    let whole = ran(loaded(&vary, Arrangement::Grid, 1, &Overrides { samples: Some(1), ..small() }));
    let left = broken.read();
    assert_eq!((left.samples, whole.samples), (1, 1));
    assert_eq!(by_values(&left), by_values(&whole));
}

#[test]
fn every_mistake_is_told_once_with_what_is_allowed() {
    let wrong = |vary: &[&str], arrangement: Arrangement, overrides: &Overrides| {
        let vary: Vec<String> = vary.iter().map(|entry| (*entry).to_owned()).collect();
        let wanted = Wanted { vary: &vary, arrangement, threads: 1 };
        let problems = Sweep::load("reactive", &wanted, overrides).expect_err("it is wrong");
        let said = |p: kantel::diagnostics::Diagnostic| {
            format!("{}: {} {} ({}) {}", p.file, p.message.en, p.value, p.allowed.en, p.help.en)
        };
        problems.into_iter().map(said).collect::<Vec<String>>()
    };
    let all = wrong(
        &["outreach.dor_fte=0:8:1", "team.fte=24:40:3", "outreach.door_fte=-3:-1:1", "onset.debt=0.01,0.02", "b"],
        Arrangement::Grid,
        &small(),
    );
    let has = |part: &str| assert!(all.iter().any(|line| line.contains(part)), "{part}: {all:#?}");
    has("did you mean 'outreach.door_fte'");
    has("the step 3 does not lead from 24 to 40");
    has("--vary outreach.door_fte: ");
    has("known of the world");
    has("is not KEY=VALUES");
    assert!(all.iter().all(|line| line.starts_with("--vary")), "{all:#?}");
    assert_eq!(all.len(), 5, "{all:#?}");
    // Under a closure that keeps hours the size of the team is no plan's to vary.
    let hours = Overrides { closure: Some(kantel::plan::Closure::Hours), ..small() };
    let all = wrong(&["team.fte=0.5,0.8"], Arrangement::Grid, &hours);
    assert!(all.len() == 1 && all[0].contains("--closure extra"), "{all:#?}");
    let many = wrong(&["outreach.door_fte=0:0.5:0.01", "team.fte=0.5:0.9:0.01"], Arrangement::Grid, &small());
    assert!(many.len() == 1 && many[0].contains("makes 2091 points") && many[0].contains("at most 1000"), "{many:#?}");
    let none = wrong(&[], Arrangement::Grid, &small());
    assert!(none.len() == 1 && none[0].contains("nothing is varied"), "{none:#?}");
    // What is known of the world may be varied if that is asked for.
    let world = Overrides { worlds_may_differ: true, ..small() };
    assert_eq!(loaded(&["onset.debt=0.01,0.02"], Arrangement::Grid, 1, &world).points().len(), 2);
}

const SMALL: [&str; 16] = [
    "sweep",
    "--residents",
    "400",
    "--years",
    "2",
    "--samples",
    "2",
    "--closure",
    "extra",
    "--quiet",
    "--vary",
    "outreach.door_fte=0:0.4:0.2",
    "--vary",
    "team.fte=0.5,0.8",
    "--lang",
    "en",
];

/// The folder of the program: its files, the same bytes for any threads, and the report again from it in both
/// languages.
#[test]
fn the_program_writes_a_folder_and_its_report_again() {
    let folder = Folder::new("sweep-files");
    let run = |more: &[&str], out: &str| {
        let output = folder.kantel(&[&SMALL[..], more, &["--out", out]].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).replace(&format!("Result: {out}"), "Result: OUT")
    };
    let told = run(&["--threads", "1"], "one");
    assert_eq!(told, run(&["--threads", "3"], "two"));
    assert!(told.contains("Beaten by no other point on average"), "{told}");
    let files = [
        "points.csv",
        "sweep.csv",
        "samples.csv",
        "differences.csv",
        "indicators.csv",
        "DATA_DICTIONARY.md",
        "report.html",
        "scenarios/reactive.toml",
        "figures/trade-off.svg",
        "figures/surface-euros-municipality.svg",
        "figures/surface-need-severe-unhelped.svg",
    ];
    let manifest = folder.read("one/manifest.json");
    for name in files {
        assert_eq!(folder.read(&format!("one/{name}")), folder.read(&format!("two/{name}")), "{name}");
        assert!(manifest.contains(&format!("\"{name}\"")), "{name} has a hash");
    }
    let points = folder.read("one/points.csv");
    assert_eq!(points.lines().next(), Some("point,outreach.door_fte,team.fte,is_base"));
    assert_eq!(points.lines().nth(4), Some("point-4,0.2,0.8,no"));
    assert_eq!(points.lines().count(), 7);
    let table = folder.read("one/sweep.csv");
    let head = "point,outreach.door_fte,team.fte,indicator,group,period,unit,base_value,value,difference,median,p05,\
                p95,share_better,mc_error,margin,samples,replicates,verdict";
    assert_eq!(table.lines().next(), Some(head));
    assert!(table.lines().any(|line| line.starts_with("point-6,0.4,0.8,euros.all,all,discounted,")));
    let report = folder.read("one/report.html");
    let again = |lang: &str| {
        let output = folder.kantel(&["report", "one", "--lang", lang]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        folder.read("one/report.html")
    };
    let dutch = again("nl");
    assert!(dutch.contains("<html lang=\"nl\">") && dutch.contains("Verkenning rond"));
    assert!(again("en") == report, "the report is the same again");
    let refused = folder.kantel(&["report", "one", "--csv", "nl", "--margin", "a=1", "--lang", "en"]);
    assert_eq!(refused.status.code(), Some(2));
}

/// What the report says to give in the folder gives the same points again.
#[test]
fn the_command_of_the_report_gives_the_same_numbers() {
    let folder = Folder::new("sweep-again");
    let out = ["--residents", "400", "--years", "1", "--samples", "2", "--quiet", "--lang", "en", "--out", "first"];
    let vary = ["sweep", "--vary", "outreach.door_fte=0:0.5", "--vary", "outreach.targeting=random,signal"];
    let lhs = ["--design", "lhs", "--points", "4", "--closure", "extra"];
    assert!(folder.kantel(&[&vary[..], &lhs, &out].concat()).status.success());
    let report = folder.read("first/report.html");
    let command =
        report.split("<pre tabindex=\"0\"><code>kantel ").nth(1).and_then(|rest| rest.split("</code>").next());
    let command = command.expect("a command").replace("&#39;", "");
    let words: Vec<&str> = command.split(' ').chain(["--out", "../again", "--quiet"]).collect();
    let output =
        crate::program::program().current_dir(folder.0.join("first")).args(&words).output().expect("it starts");
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    for name in ["points.csv", "sweep.csv", "differences.csv", "samples.csv"] {
        assert_eq!(folder.read(&format!("first/{name}")), folder.read(&format!("again/{name}")), "{name}");
    }
}

#[test]
fn mistakes_of_the_program_leave_nothing() {
    let folder = Folder::new("sweep-mistakes");
    let wrong = |arguments: &[&str]| {
        let output = folder.kantel(&[&["sweep", "--lang", "en"][..], arguments].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let both = wrong(&["--points", "8", "--vary", "team.fte=24:40:3"]);
    assert!(both.contains("a grid has the points of its values") && both.contains("does not lead"), "{both}");
    assert!(wrong(&["--design", "sobol", "--vary", "team.fte=24:40"]).contains("says not how many points"));
    assert!(wrong(&["--vary", "experiment.years=5,10"]).contains("a comparison shares it"));
    assert!(!folder.0.join("kantel-results").exists());
}

/// What stands in a sweep is of the horizon, the term, and for euros discounted; nothing of single years is kept.
#[test]
fn a_sweep_keeps_no_years() {
    let data = grid(&["outreach.door_fte=0.1,0.4"]);
    let periods = |d: &Difference| matches!(d.period, Period::Term | Period::Horizon | Period::Discounted);
    assert!(data.points.iter().flat_map(|point| &point.differences).all(periods));
}
