//! Which numbers decide an outcome: the same as SALib on the same points, and the command from runs to tables.

use std::fs;
use std::path::PathBuf;

use kantel::calibration::sensitivity::{Morris, Saltelli, misstep};
use kantel::random::Draws;

use crate::program::Folder;
use crate::store::{files, said, small};

fn data(name: &str) -> Vec<Vec<f64>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/salib").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let row = |line: &str| line.split(',').map(|cell| cell.parse().expect("a number")).collect();
    text.lines().skip(1).map(row).collect()
}

fn outcomes(name: &str) -> Vec<Option<f64>> {
    data(name).into_iter().map(|row| Some(row[0])).collect()
}

fn near(what: &str, ours: f64, theirs: f64) {
    assert!((ours - theirs).abs() <= 1e-9, "{what}: {ours} beside {theirs}");
}

/// Elementary effects are those of SALib on its own points, to 1e-9.
#[test]
fn elementary_effects_are_those_of_salib() {
    for function in ["ishigami", "g"] {
        let points = data(&format!("{function}-morris-points.csv"));
        assert_eq!(misstep(&points), None);
        let of = outcomes(&format!("{function}-morris-outcomes.csv"));
        let found = Morris::of(&points, &of, Draws::new(1, 0, 0)).expect("whole walks");
        let theirs = data(&format!("{function}-morris-indices.csv"));
        assert_eq!((found.walks, found.numbers.len()), (12, theirs.len()));
        for (number, row) in found.numbers.iter().zip(theirs) {
            near("mu", number.mu, row[0]);
            near("mu_star", number.mu_star, row[1]);
            near("sigma", number.sigma, row[2]);
            assert!(number.range.0 <= number.mu_star && number.mu_star <= number.range.1, "{number:?}");
        }
    }
}

/// Parts of the variance are those of SALib on its own points, to 1e-9, with and without pairs.
#[test]
fn parts_of_the_variance_are_those_of_salib() {
    for (function, second) in [("ishigami", false), ("ishigami", true), ("g", false), ("g", true)] {
        let stem = format!("{function}-sobol{}", if second { "-second" } else { "" });
        let theirs = data(&format!("{stem}-indices.csv"));
        let of = outcomes(&format!("{stem}-outcomes.csv"));
        let found = Saltelli::of(theirs.len(), &of, second, Draws::new(1, 0, 0)).expect("it varies");
        assert_eq!(found.blocks, 32);
        for (number, row) in found.numbers.iter().zip(&theirs) {
            near("S1", number.first, row[0]);
            near("ST", number.total, row[1]);
        }
        let pairs = if second { data(&format!("{stem}-pairs.csv")) } else { Vec::new() };
        assert_eq!(found.second.len(), pairs.len());
        for ((i, j, value, _), row) in found.second.iter().zip(&pairs) {
            assert_eq!([*i as f64, *j as f64].map(f64::to_bits), [row[0], row[1]].map(f64::to_bits));
            near("S2", *value, row[2]);
        }
    }
}

const SMALL: [&str; 8] = ["sensitivity", "--residents", "300", "--years", "1", "--quiet", "--lang", "en"];

fn run(folder: &Folder, more: &[&str], out: &str) -> String {
    let output = folder.kantel(&[&SMALL[..], more, &["--out", out]].concat());
    assert!(output.status.success(), "{more:?}: {}", said(&output));
    String::from_utf8_lossy(&output.stdout).replace(&format!("Result: {out}"), "Result: OUT")
}

/// Of each line of `sensitivity.csv` the number, the measure and how much.
fn measures(table: &str) -> Vec<[String; 3]> {
    let of = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        [8, 10, 11].map(|i| cells[i].to_owned())
    };
    table.lines().skip(1).map(of).collect()
}

/// Threads change no byte. Points and outcomes that were written give the same when they are read back, and points run
/// again by `--design`.
#[test]
fn what_is_written_can_be_looked_at_again() {
    let folder = Folder::new("sensitivity-files");
    let pair = ["reactive", "proactive", "--outcome", "euros.all", "--paths", "help.team,relapse.base,onset.work"];
    for (method, runs, more) in [("morris", "24", None), ("sobol", "64", Some("--second-order"))] {
        let arguments = [&pair[..], &["--method", method, "--samples", runs], more.as_slice()].concat();
        let (one, two) = (format!("{method}-1"), format!("{method}-2"));
        let told = run(&folder, &[&arguments[..], &["--threads", "1"]].concat(), &one);
        assert_eq!(told, run(&folder, &[&arguments[..], &["--threads", "3"]].concat(), &two));
        let read = |name: &str| folder.read(&format!("{one}/{name}"));
        for name in ["sensitivity.csv", "points.csv", "outcomes.csv", "figures/sensitivity-1.svg"] {
            assert_eq!(read(name), folder.read(&format!("{two}/{name}")), "{name}");
        }
        assert!(told.contains("is chance") && told.contains("proactive less reactive (hours)"), "{told}");
        let [points, of] = ["points.csv", "outcomes.csv"].map(|name| format!("{one}/{name}"));
        let sheets = [&["--method", method, "--points", &points, "--outcomes", &of][..], more.as_slice()].concat();
        let sheets = [&["sensitivity", "--quiet", "--lang", "en", "--out", "again"][..], &sheets].concat();
        let output = folder.kantel(&[&sheets[..], &["--force"]].concat());
        assert!(output.status.success(), "{}", said(&output));
        let again = folder.read("again/sensitivity.csv");
        assert_eq!(measures(&again), measures(&read("sensitivity.csv")));
        assert!(measures(&again).len() >= 6 && again.lines().nth(1).is_some_and(|line| line.starts_with(method)));
        let design = [&pair[..4], &["--method", method, "--design", &points], more.as_slice()].concat();
        run(&folder, &design, &format!("{method}-3"));
        assert_eq!(folder.read(&format!("{method}-3/sensitivity.csv")), read("sensitivity.csv"));
    }
}

/// What the team costs an hour decides what the first line costs in one scenario, far beyond chance; a number that only
/// concerns relapse does not come close.
#[test]
fn what_decides_by_construction_is_found() {
    let folder = Folder::new("sensitivity-found");
    let price = "budget.euros_per_team_hour={ low = 50.0, high = 150.0 }";
    let arguments = ["reactive", "--outcome", "euros.first_line", "--samples", "60", "--set", price];
    let paths = ["--paths", "relapse.base,budget.euros_per_team_hour"];
    let told = run(&folder, &[&arguments[..], &paths].concat(), "out");
    let first = told.lines().skip_while(|line| !line.starts_with("number")).nth(1).expect("a row");
    assert!(first.starts_with("budget.euros_per_team_hour") && first.trim_end().ends_with("yes"), "{told}");
}

/// The samples of a result are looked at without changing it; the box that is found is told with its limits.
#[test]
fn a_result_is_looked_at_as_it_is() {
    let folder = Folder::new("sensitivity-result");
    let plain = small(&["reactive", "proactive", "--loops", "0", "--no-lives", "--out", "plan"]);
    let mut many: Vec<&str> = plain.iter().map(|word| if *word == "4" { "60" } else { *word }).collect();
    let at = many.iter().position(|word| *word == "--loops").expect("it is there");
    many.drain(at..at + 2);
    folder.done(&many);
    let before = files(&folder.0.join("plan"));
    let look = ["--method", "prim", "--results", "plan", "--outcome", "euros.municipality"];
    let output = folder.kantel(&[&["sensitivity", "--quiet", "--lang", "en", "--out", "box"], &look[..]].concat());
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(before, files(&folder.0.join("plan")));
    // Outcomes are the differences that the comparison itself wrote.
    let differences = folder.read("plan/differences.csv");
    let cells = differences.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let theirs: Vec<f64> = cells
        .filter(|row| row.contains(&"euros.municipality") && row.contains(&"horizon"))
        .map(|row| row.last().and_then(|cell| cell.parse().ok()).expect("a difference"))
        .collect();
    let ours: Vec<f64> =
        folder.read("box/outcomes.csv").lines().skip(1).map(|cell| cell.parse().expect("a number")).collect();
    assert_eq!((ours.len(), theirs.len()), (60, 60));
    assert!(ours.iter().zip(&theirs).all(|(a, b)| (a - b).abs() < 1e-6 * b.abs().max(1.0)), "{ours:?} {theirs:?}");
    let (told, table) = (said(&output), folder.read("box/boxes.csv"));
    let has_box = told.contains("are looked for. In this box");
    assert!(has_box || told.contains("there is no box"), "{told}");
    assert_eq!(table.lines().count() > 1, has_box, "{table}");
}

#[test]
fn mistakes_are_told_all_at_once() {
    let folder = Folder::new("sensitivity-mistakes");
    let wrong = |arguments: &[&str]| folder.refused(&[&SMALL[..], arguments].concat());
    let told =
        wrong(&["--outcome", "euros.municipalty", "--outcome", "euros.all/some", "--outcome", "euros.all@year:0"]);
    for says in ["there is no such indicator", "euros.municipality", "no such group", "no such period"] {
        assert!(told.contains(says), "{says}: {told}");
    }
    let told = wrong(&["--paths", "relapse.bse", "--outcome", "euros.all@year:3", "--second-order", "--samples", "4"]);
    for says in ["is no uncertain number", "relapse.base", "1 years are simulated", "belongs to --method sobol"] {
        assert!(told.contains(says), "{says}: {told}");
    }
    assert!(told.contains("too few runs for 1 numbers") && told.contains("8 or more"), "{told}");
    assert!(wrong(&["reactive", "--method", "prim"]).contains("--above NUMBER"));
    fs::write(folder.0.join("p.csv"), "a,b\n0,0\n0.5,0\n0.5,0.5\n0,0\n0.5,0.5\n0.5,0\n").expect("a file");
    fs::write(folder.0.join("y.csv"), "y\n1\n2\n3\n4\n5\n6\n").expect("a file");
    let sheets = ["sensitivity", "--points", "p.csv", "--outcomes", "y.csv", "--lang", "en"];
    let told = folder.refused(&sheets);
    assert!(told.contains("p.csv:6") && told.contains("is no step of a walk"), "{told}");
    let told = folder.refused(&[&sheets[..], &["--method", "sobol"]].concat());
    assert!(told.contains("6 rows are no whole blocks of 4"), "{told}");
    fs::write(folder.0.join("y.csv"), "y\n1\nx\n").expect("a file");
    let told = folder.refused(&sheets);
    assert!(told.contains("y.csv:3:1") && told.contains("is no number"), "{told}");
    assert!(!folder.0.join("kantel-results").exists());
}
