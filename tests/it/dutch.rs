//! What somebody reads who works in Dutch, and whose files are written as people write here.

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use kantel::language::Lang;
use kantel::scenario::{Overrides, load_text};

use crate::program::program;

/// A folder that is removed at the end.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("kantel-dutch-{name}-{}", std::process::id()));
        drop(fs::remove_dir_all(&path));
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn run(&self, locale: &str, arguments: &[&str]) -> Output {
        let mut command = program();
        command.env("LC_ALL", locale).current_dir(&self.0).args(arguments).output().expect("the program starts")
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What is said in Dutch of a scenario text that is otherwise in order.
fn problems_of(text: &str) -> String {
    let whole = format!("schema_version = 1\nbase = \"builtin:reactive\"\n{text}");
    let problems = load_text("mijn", &whole, &Overrides::default()).expect_err("it is wrong");
    problems.iter().map(|problem| kantel::cli::plain(problem, Lang::Nl)).collect::<Vec<_>>().join("\n")
}

#[test]
fn values_written_as_in_a_letter_are_understood() {
    insta::assert_snapshot!(problems_of(
        r#"
[levers]
gate.strictness = 0,3
outreach.door_fte = [{ value = 1,5 }, { after_years = 2029, value = 3 }]
outreach.report_fte = 1.000.000
prevention.share = 50%
contribution.flat = € 200
outreach.targeting = “random”
[parameters]
onset.debt = { low = 0,01, high = 0,02 }
onset.work = 0,01–0,02
onset.mental = "0,1"
[context]
ageing = ja
start_year = 1-1-2027
election_year = 2030-03-15
[output]
weekly = "nee"
[experiment]
years = 10 jaar
"#
    ));
}

#[test]
fn dutch_names_are_suggested() {
    insta::assert_snapshot!(problems_of(
        r#"
[levers]
teamgrootte = 30
huisbezoek = 3
outreach.targeting = "willekeurig"
[[service]]
product = "begeleiding"
places = 3
"#
    ));
}

#[test]
fn mistakes_of_every_kind_are_told_in_dutch() {
    insta::assert_snapshot!(problems_of(
        r#"
title = 5
title_nl = "twee
levers = 3
team = { fte = 3 }
[experiment]
years = 0
samples = 1.5
seed = -1
closure = "geld"
[parameters]
onset.debt = 7
onset.dept = 0.1
onset.work = { low = 3, mode = 2, high = 1 }
[[service]]
places = 3
[district]
file = "bestaat-niet.toml"
[before]
name = true
"#
    ));
}

/// Messages follow the option, then the place; what is written follows the option alone.
#[test]
fn messages_follow_the_place_and_files_do_not() {
    let place = Place::new("place");
    let small = ["--residents", "300", "--years", "2", "--samples", "2", "--loops", "0", "--quiet", "--out", "x"];
    let run = |locale: &str, folder: &str, more: &[&str]| {
        let arguments: Vec<&str> = [&["compare"], &small[..], more].concat();
        let inner = Place(place.0.join(folder));
        fs::create_dir_all(&inner.0).expect("a folder");
        let output = inner.run(locale, &arguments);
        std::mem::forget(inner);
        assert!(output.status.success(), "{}", told(&output));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let english = run("C", "a", &[]);
    let dutch = run("nl_NL.UTF-8", "b", &[]);
    assert!(english.contains("samples"), "{english}");
    assert!(dutch.contains("werelden") && !dutch.contains("samples"), "{dutch}");
    for name in ["report.html", "comparison.csv", "yearly.csv", "indicators.csv", "DATA_DICTIONARY.md"] {
        let [one, other] = ["a", "b"].map(|dir| fs::read(place.0.join(dir).join("x").join(name)).expect("a file"));
        assert!(one == other, "{name} depends on the place");
    }
    let asked = run("C", "c", &["--lang", "NL"]);
    assert_eq!(asked, dutch, "the option speaks as the place does");
    let report = fs::read_to_string(place.0.join("c/x/report.html")).expect("a file");
    assert!(report.contains("<html lang=\"nl\">"), "the report is Dutch where that is asked for");
}

#[test]
fn every_command_speaks_dutch() {
    let place = Place::new("commands");
    fs::write(place.0.join("goed.toml"), "schema_version = 1\nbase = \"builtin:reactive\"\n").expect("a file");
    let run = |arguments: &[&str]| {
        let output = place.run("nl_NL.UTF-8", arguments);
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned(), told(&output))
    };
    let (code, out, _) = run(&["check", "goed.toml"]);
    assert!(code == Some(0) && out.contains("goed (scenario)"), "{out}");
    let (code, out, _) = run(&["compare", "--help"]);
    assert!(code == Some(0) && out.contains("Gebruik: kantel compare") && out.contains("Toon deze hulp"), "{out}");
    assert!(
        !["Usage", "Options", "Arguments", "default", "possible values"].iter().any(|en| out.contains(en)),
        "{out}"
    );
    for (arguments, heads) in [(&["explain"][..], "De getallen van de wereld"), (&["levers"], "sleutel")] {
        let (code, out, _) = run(arguments);
        assert!(code == Some(0) && out.contains(heads), "{out}");
    }
    let (code, _, err) = run(&["vergelijk"]);
    assert!(code == Some(2) && err.contains("deze opdracht bestaat niet"), "{err}");
    for (arguments, words) in [
        (&["check", "weg.toml"][..], "dit bestand bestaat niet"),
        (&["compare", "reactive"], "een vergelijking heeft een base en ten minste één variant nodig"),
        (&["compare", "--set", "gate.strictness=0,3"], "bedoelde u 0.3?"),
        (&["compare", "--years", "0"], "een geheel getal van 1 tot en met 100"),
        (&["compare", "--yers", "3"], "deze optie of dit argument bestaat hier niet"),
        (&["compare", "--lang", "dutch"], "een van en, nl"),
        (&["district", "weg.csv", "--wijk", "WK034403"], "dit bestand bestaat niet"),
        (&["compare", "--out", "mijn", "map"], "als 'mijn map' één naam is"),
        (&["check", "mijn", "plan.toml"], "als 'mijn plan.toml' één naam is"),
        (&["compare", "--residents", "2.000"], "bedoelde u '2000'?"),
        (&["report", "weg"], "hier staat geen resultaat"),
        (&["explain", "goed.toml", "--set", "team.ftee=3"], "bedoelde u 'fte'?"),
    ] {
        let (code, _, err) = run(arguments);
        assert_eq!(code, Some(2), "{arguments:?}: {err}");
        assert!(err.contains(words), "{arguments:?}: {err}");
        let writes = !["check", "explain"].contains(&arguments[0]);
        assert!(err.contains(" fout") && !err.contains("nothing was written"), "{arguments:?}: {err}");
        assert_eq!(err.contains("er is niets geschreven"), writes, "{arguments:?}: {err}");
    }
}
