//! Scenario files that are in order: what is written in full reads back as the same scenario.

use std::fmt::Write as _;

use kantel::levers::{LEVERS, LeverKind};
use kantel::mechanisms::team::levers::SIZES;
use kantel::parameters::PARAMETERS;
use kantel::scenario::{Overrides, check_file, load, load_text};
use proptest::prelude::*;

/// A value of a lever as a file states it, from two numbers between 0 and 1.
fn lever_value(kind: LeverKind, at: f64, flag: bool) -> String {
    match kind {
        LeverKind::Number { min, max } => format!("{:?}", min + at * (max - min)),
        LeverKind::Choice(words) => format!("\"{}\"", words[((at * words.len() as f64) as usize).min(words.len() - 1)]),
        LeverKind::Flag => flag.to_string(),
    }
}

fn scenario_text(levers: &[(usize, f64, f64, u32, u32)], parameters: &[(usize, [f64; 3], u8)]) -> String {
    let mut text = String::from(
        "schema_version = 1\nbase = \"builtin:reactive\"\ntitle = \"a \\\"b\\\" \\\\ é\"\n\
                      [context]\nhomes_per_1000 = [{ value = 0.25 }, { after_years = 2, value = 1, ramp_years = 0.5 \
                      }]\n\
                      parameters.onset.social = [{ after_years = 3, value = 1.2, ramp_years = 2 }, { after_years = 9, \
                      value = 1 }]\n\
                      places.aids = { after_years = 0.5, value = { low = 0.5, high = 1 } }\n\
                      [levers]\n",
    );
    let mut seen = Vec::new();
    for &(lever, first, second, week, ramp) in levers {
        if seen.contains(&lever) {
            continue;
        }
        seen.push(lever);
        let meta = &LEVERS[lever].meta;
        if SIZES[1..].contains(&meta.key) {
            // There is one team.
            continue;
        }
        let ramp = if matches!(meta.kind, LeverKind::Number { .. }) { ramp } else { 0 };
        let _ = writeln!(
            text,
            "{} = [{{ value = {} }}, {{ after_years = {:?}, value = {}, ramp_years = {:?} }}]",
            meta.key,
            lever_value(meta.kind, first, false),
            f64::from(week) / 52.0,
            match meta.kind {
                LeverKind::Number { min, max } if week % 2 == 0 => {
                    let [low, high] = [first.min(second), first.max(second)].map(|at| min + at * (max - min));
                    format!("{{ low = {low:?}, high = {high:?} }}")
                }
                kind => lever_value(kind, second, true),
            },
            f64::from(ramp) / 52.0,
        );
    }
    text.push_str("[parameters]\n");
    let mut seen = Vec::new();
    for &(parameter, mut at, form) in parameters {
        let meta = &PARAMETERS[parameter];
        // Shares of one whole are checked together: another test's business.
        if seen.contains(&parameter) || meta.key.starts_with("onset.") {
            continue;
        }
        seen.push(parameter);
        at.sort_by(f64::total_cmp);
        let [low, mode, high] = at.map(|x| meta.min + x * (meta.max - meta.min));
        let _ = match form {
            0 => writeln!(text, "{} = {mode:?}", meta.key),
            1 => writeln!(text, "{} = {{ low = {low:?}, high = {high:?} }}", meta.key),
            _ => writeln!(text, "{} = {{ low = {low:?}, mode = {mode:?}, high = {high:?} }}", meta.key),
        };
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_in_full_reads_back_the_same(
        levers in prop::collection::vec((0..LEVERS.len(), 0.0..=1.0, 0.0..=1.0, 0_u32..5200, 0_u32..520), 0..8),
        parameters in prop::collection::vec((0..PARAMETERS.len(), [0.0..=1.0, 0.0..=1.0, 0.0..=1.0], 0_u8..3), 0..20),
        // More residents than the base's could scale a lever out of its range, which is refused.
        residents in 1_u32..=34_255,
        seed in any::<u64>(),
    ) {
        let overrides = Overrides { residents: Some(residents), seed: Some(seed), ..Overrides::default() };
        let text = scenario_text(&levers, &parameters);
        let first = load_text("random", &text, &overrides).map_err(|p| TestCaseError::fail(format!("{text}\n{p:#?}")))?;
        let second = load_text("random", &first.merged, &Overrides::default())
            .map_err(|p| TestCaseError::fail(format!("{}\n{p:#?}", first.merged)))?;
        prop_assert!(first.scenario == second.scenario, "{}", first.merged);
        prop_assert_eq!(first.merged, second.merged);
    }

    /// Any text at all is either read or refused with at least one problem; nothing panics.
    #[test]
    fn no_text_makes_the_reader_panic(text in "(?s).{0,200}") {
        if let Err(problems) = load_text("any", &text, &Overrides::default()) {
            prop_assert!(!problems.is_empty());
        }
    }

    /// The same for texts that are nearly scenarios.
    #[test]
    fn no_broken_scenario_makes_the_reader_panic(cut in 0_usize..4000, insert in "[\\[\\]{}=\".,#é0-9a-z\n]{0,6}") {
        let whole = kantel::scenario::SCENARIOS[0].1;
        let cut = (0..=cut.min(whole.len())).rev().find(|i| whole.is_char_boundary(*i)).unwrap_or_default();
        let text = format!("{}{insert}{}", &whole[..cut], &whole[cut..]);
        if let Err(problems) = load_text("any", &text, &Overrides::default()) {
            prop_assert!(!problems.is_empty());
        }
    }
}

/// Every scenario that is shipped runs, at a small size.
#[test]
fn every_shipped_scenario_runs() {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios")).expect("a folder");
    let files = folder.map(|entry| entry.expect("an entry").path());
    let mut ran = 0;
    // A list of questions is no scenario.
    let is_one = |p: &std::path::PathBuf| p.extension().is_some_and(|e| e == "toml") && !p.ends_with("questions.toml");
    for path in files.filter(is_one) {
        let small = Overrides { residents: Some(300), years: Some(1), ..Overrides::default() };
        let shown = path.to_string_lossy();
        let scenario = load(&shown, &small).unwrap_or_else(|problems| panic!("{shown}: {problems:#?}")).scenario;
        let run = crate::small::run(&scenario);
        assert_eq!(run.record().years.len(), 1, "{shown}");
        ran += 1;
    }
    assert!(ran >= 5, "{ran}");
}

#[test]
fn every_shipped_file_is_in_order() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios");
    let mut checked = 0;
    let mut folders = vec![std::path::PathBuf::from(root)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "toml") {
                let shown = path.to_string_lossy();
                if let Err(problems) = check_file(&shown) {
                    panic!("{shown}: {problems:#?}");
                }
                checked += 1;
            }
        }
    }
    assert!(checked >= 3, "{checked}");
}
