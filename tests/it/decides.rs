//! What decides a comparison: the command from pairs to its table.

use std::fs;

use kantel::calibration::{at_points, decides, paths_of};
use kantel::cancel::Cancel;
use kantel::experiment::Simulator;
use kantel::scenario::Overrides;
use kantel::study::{Options, Study};

use crate::program::Folder;

const SMALL: [&str; 12] = [
    "decides",
    "reactive",
    "proactive",
    "--residents",
    "400",
    "--years",
    "1",
    "--samples",
    "40",
    "--quiet",
    "--lang",
    "en",
];

/// Threads change no byte; every uncertain number has a row for each of three differences; a design takes the place of
/// the hypercube, with what it does not name at its best guess left out.
#[test]
fn the_command_writes_its_table() {
    let folder = Folder::new("decides-files");
    let run = |more: &[&str], out: &str| {
        let output = folder.kantel(&[&SMALL[..], more, &["--out", out]].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).replace(&format!("Result: {out}"), "Result: OUT")
    };
    let told = run(&["--threads", "1"], "one");
    assert_eq!(told, run(&["--threads", "3"], "two"));
    let table = folder.read("one/decides.csv");
    assert_eq!(table, folder.read("two/decides.csv"));
    let head = "base,variant,closure,indicator,unit,difference,points,explained,chance,told,number,first_order,\
                total_effect,low,high";
    assert_eq!(table.lines().next(), Some(head));
    for key in ["need.severe.unhelped", "euros.municipality", "euros.all"] {
        let rows = table.lines().filter(|line| line.starts_with(&format!("reactive,proactive,hours,{key},"))).count();
        assert!(rows > 100, "{key}: {rows}");
    }
    assert!(told.contains("Of the variance over 40 points the emulator explains"), "{told}");
    assert!(folder.read("one/manifest.json").contains("\"decides.csv\""));
    let points: Vec<String> = (0..40).map(|i| format!("{},0.5", f64::from(i) / 40.0)).collect();
    fs::write(folder.0.join("points.csv"), format!("help.team,relapse.base\n{}\n", points.join("\n"))).expect("a file");
    run(&["--design", "points.csv", "--set", "experiment.others=best"], "three");
    let table = folder.read("three/decides.csv");
    let rows = table.lines().filter(|line| line.contains(",euros.all,")).count();
    assert_eq!(rows, 2, "{table}");
}

#[test]
fn mistakes_in_the_options_are_told() {
    let folder = Folder::new("decides-mistakes");
    let wrong = |arguments: &[&str]| {
        let output = folder.kantel(&[&["decides", "--quiet", "--lang", "en"][..], arguments].concat());
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(wrong(&["--samples", "10"]).contains("too few points"));
    assert!(wrong(&["reactive"]).contains("one scenario has no difference"));
    assert!(!folder.0.join("kantel-results").exists());
}

/// Shares are shares: chance is known from the points that ran twice, what numbers do alone is at most all, and what
/// they do in all at least that.
#[test]
fn shares_add_up_as_shares_of_variance_do() {
    let overrides = Overrides {
        residents: Some(1_000),
        years: Some(1),
        samples: Some(60),
        replicates: Some(1),
        ..Overrides::default()
    };
    let options = Options { threads: 2, loop_samples: 0, lives: false, ..Options::default() };
    let study = Study::load(&["reactive", "proactive"], &overrides, &options).expect("two built-in scenarios");
    let plan = at_points(study.plan());
    assert_eq!(plan.extra_replicate(), 20);
    assert!(paths_of(&plan).len() > 100);
    let found = decides(&plan, &Simulator, &Cancel::new(), &()).expect("nobody stops it");
    assert_eq!(found.len(), 3);
    for one in &found {
        let effects = one.effects.as_ref().expect("it varies");
        let chance = effects.chance.expect("points ran twice");
        assert!((0.0..=1.0).contains(&chance) && chance > 0.05, "{chance}");
        let first: f64 = effects.numbers.iter().map(|number| number.first).sum();
        let total: f64 = effects.numbers.iter().map(|number| number.total).sum();
        assert!(first <= 1.0 + 1e-9 && (total >= 1.0 - 1e-9 || total == 0.0), "{first} {total}");
    }
}
