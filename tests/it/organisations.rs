//! Organisations of care beside each other: the built-in ones are like places that are known, and `--organisation`
//! compares them in one district.

use std::sync::Arc;

use kantel::cancel::Cancel;
use kantel::district::Inputs;
use kantel::plan::Closure;
use kantel::scenario::{Loaded, ORGANISATIONS, Overrides, load_all};
use kantel::simulation::Policy;
use kantel::units::Week;

use crate::conservation::Auditor;
use crate::program::Folder;
use crate::small::burned_in;

fn compared(organisations: &[&str], overrides: Overrides) -> Vec<Loaded> {
    let organisations: Vec<String> = organisations.iter().map(|name| (*name).to_owned()).collect();
    let scenarios = vec!["builtin:reactive".to_owned(); organisations.len()];
    let overrides = Overrides { organisations, residents: Some(2_000), years: Some(1), ..overrides };
    load_all(&scenarios, &overrides).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

#[test]
fn every_built_in_organisation_says_what_it_is_like_and_keeps_its_books() {
    for (name, text) in ORGANISATIONS.iter().filter(|(name, _)| *name != "wijkteam") {
        for says in ["# Published: ", "# Gepubliceerd: ", "# Assumed: ", "# Aangenomen: ", "Nobody is judged"] {
            assert!(text.contains(says), "{name}: {says}");
        }
        let both = compared(&["wijkteam", name], Overrides::default());
        let scenario = &both[1].scenario;
        assert!(scenario.title.starts_with("Like ") && scenario.title_nl.starts_with("Zoals "), "{name}");
        let mut start = burned_in(scenario, 0, 0);
        start.begin(Arc::new(Inputs::of(scenario, 0, 0)), Policy::from(&scenario.organisation));
        let mut auditor = Auditor::default();
        start.step_to(Week(40), &mut auditor, &Cancel::new());
        assert_eq!(auditor.weeks, 40, "{name}");
    }
}

/// What is stated for 10,000 residents is there for as many as are simulated, from the burn-in of the base on.
#[test]
fn an_organisation_is_the_scenario_s_from_the_burn_in_on() {
    let both = compared(&["rotterdam", "zaanstad"], Overrides::default());
    let [base, variant] = [0, 1].map(|i: usize| &both[i].scenario);
    assert_eq!([base.name.as_str(), variant.name.as_str()], ["rotterdam", "zaanstad"]);
    let fte = |scenario: &kantel::plan::Scenario, week| scenario.organisation.timeline.settings(Week(week)).team.fte;
    assert!((fte(base, 0) - 9.2 * 0.85 * 0.2).abs() < 1e-9, "{}", fte(base, 0));
    assert!((fte(variant, 0) - 15.0 * 0.85 * 0.2).abs() < 1e-9, "{}", fte(variant, 0));
    assert!((base.before.timeline.settings(Week(-5)).team.fte - fte(base, 0)).abs() < 1e-9);
    assert_eq!(variant.organisation.teams.len(), 2);
    assert_eq!(variant.closure_against(base), Closure::Extra, "nothing is kept equal unless somebody says so");
    let stated =
        compared(&["rotterdam", "zaanstad"], Overrides { closure: Some(Closure::Budget), ..Overrides::default() });
    assert_eq!(stated.len(), 2);
}

#[test]
fn the_command_compares_them_and_says_what_is_kept_equal() {
    let folder = Folder::new("organisations");
    let out = folder.0.join("out").to_string_lossy().into_owned();
    let size = ["--residents", "600", "--years", "1", "--samples", "1", "--loops", "0", "--quiet", "--out", &out];
    let told = folder.kantel(&[&["compare", "--organisation", "utrecht", "leeuwarden"][..], &size].concat());
    assert_eq!(told.status.code(), Some(0), "{}", String::from_utf8_lossy(&told.stderr));
    let report = folder.read("out/report.html");
    assert!(report.contains("Like Utrecht") && report.contains("Like Leeuwarden"), "titles of what they are like");
    let manifest = folder.read("out/manifest.json");
    assert!(manifest.contains("\"extra\"") && manifest.contains("builtin:utrecht"), "{manifest}");
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let folder = Folder::new("refused-organisations");
    let refused = |arguments: &[&str]| {
        let output = folder.kantel(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let one = refused(&["compare", "--organisation", "utrecht"]);
    assert!(one.contains("--organisation"), "{one}");
    let unknown = refused(&["compare", "--organisation", "utrecht", "leewarden"]);
    assert!(unknown.contains("leeuwarden"), "the one that was meant: {unknown}");
    let two = refused(&["compare", "reactive", "proactive", "--organisation", "utrecht", "zeist"]);
    assert!(two.contains("in one scenario, and more than one is named"), "{two}");
}
