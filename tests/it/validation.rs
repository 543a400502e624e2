//! `kantel validate`, as a script sees it.

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use kantel::input_data::gazetteer::{MUNICIPALITIES, WIJKEN};

use crate::program::program;

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("kantel-validation-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        Self(path)
    }

    fn shown(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn validate(arguments: &[&str]) -> Output {
    program().arg("validate").args(arguments).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The columns are a contract; every pattern has a row with a figure, or with the reason why there is none; and threads
/// do not matter.
#[test]
fn every_pattern_has_a_figure_or_a_reason_for_any_number_of_threads() {
    let folder = Folder::new("rows");
    let run = |threads: &str| {
        let size = ["--residents", "600", "--years", "1", "--samples", "3", "--quiet", "--force"];
        let output = validate(&[&size[..], &["--lang", "nl", "--threads", threads, "--out", folder.shown()]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        (folder.read("validation.csv"), text(&output.stdout))
    };
    let (table, printed) = run("1");
    assert_eq!(run("3"), (table.clone(), printed.clone()));
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let heads = rows.headers().expect("heads").iter().collect::<Vec<_>>().join(",");
    assert_eq!(heads, "pattern,source,role,band_low,band_high,model,p05,p95,hit,informs,why_not");
    let rows: Vec<csv::StringRecord> = rows.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 234);
    let mut shown = 0;
    for row in &rows {
        let (model, p05, p95, hit, why_not) = (&row[5], &row[6], &row[7], &row[8], &row[10]);
        if model.is_empty() {
            assert!(hit.is_empty() && p05.is_empty() && !why_not.is_empty(), "{row:?}");
            continue;
        }
        shown += 1;
        let [low, high, model, p05, p95] = [&row[3], &row[4], model, p05, p95].map(|x| x.parse::<f64>().expect("x"));
        assert!(why_not.is_empty() && p05 <= p95 && low < high, "{row:?}");
        assert_eq!(hit, if (low..=high).contains(&model) { "hit" } else { "miss" }, "{row:?}");
    }
    // One year is too short for some, and 600 people are too few for others.
    assert!((90..126).contains(&shown), "{shown}");
    assert!(printed.starts_with("reactive in Nederland. Inwoners: 600; werelden: 3; jaren: 1;"), "{printed}");
    assert!(printed.contains("Buiten de band") && printed.contains("Ter controle"), "{printed}");
    let mut files: Vec<String> =
        fs::read_dir(&folder.0).expect("it").map(|e| e.expect("it").file_name().to_string_lossy().into()).collect();
    files.sort();
    assert_eq!(files, ["manifest.json", "validation.csv"]);
}

/// Wrong input is refused before anything is simulated or written.
#[test]
fn wrong_input_leaves_nothing() {
    let folder = Folder::new("wrong");
    let out = ["--out", folder.shown(), "--lang", "en"];
    for (arguments, said) in [
        (&["--district", "Deventer", "--district", "Zwolle"][..], "one --district"),
        (&["--district", "Nergenshuizen"], "Nergenshuizen"),
        (&["--set", "onset.nothing=1"], "onset.nothing"),
        (&["no-such.toml"], "no-such.toml"),
    ] {
        let output = validate(&[arguments, &out].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains(said), "{arguments:?}: {}", text(&output.stderr));
        assert!(!folder.0.exists(), "{arguments:?}");
    }
    fs::create_dir_all(&folder.0).and_then(|()| fs::write(folder.0.join("mine.txt"), "x")).expect("a file");
    for force in [&[][..], &["--force"]] {
        let output = validate(&[&["--residents", "300"], &out[..], force].concat());
        assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
        assert_eq!(folder.read("mine.txt"), "x");
    }
}

/// The wijken of the program's own table as a file.
fn file_of_wijken(folder: &Folder, name: &str, text: &str) -> String {
    fs::create_dir_all(&folder.0).expect("a folder");
    let path = folder.0.join(name);
    fs::write(&path, text).expect("a file");
    path.to_string_lossy().into_owned()
}

/// A wijk among others is what it is by itself: the same number as `kantel run` in that wijk, for any number of
/// threads.
#[test]
fn a_wijk_is_simulated_from_its_own_margins_for_any_number_of_threads() {
    let inputs = Folder::new("kwb");
    let file = file_of_wijken(&inputs, "kwb-2018.csv", WIJKEN);
    let out = Folder::new("districts");
    let size = ["--residents", "400", "--samples", "2", "--years", "2", "--quiet", "--lang", "en", "--force"];
    let run = |threads: &str| {
        let of = ["--districts", &file, "--municipality", "Deventer", "--out", out.shown(), "--threads", threads];
        let output = validate(&[&size[..], &of].concat());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        (out.read("districts.csv"), out.read("figures/districts.svg"), text(&output.stdout))
    };
    let (table, figure, printed) = run("1");
    assert_eq!(run("3"), (table.clone(), figure.clone(), printed.clone()));
    assert!(figure.starts_with("<svg") && figure.contains("<circle"), "{figure:.200}");
    for said in
        ["municipalities: 1;", "By one sample", "least squares", "First and last year", "65 and over", "Bron: CBS"]
    {
        assert!(printed.contains(said), "{said}: {printed}");
    }
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let heads = rows.headers().expect("heads").iter().collect::<Vec<_>>().join(",");
    assert!(heads.starts_with("code,name,municipality,fold,residents,urbanity,older,low_income,single,"), "{heads}");
    let rows: Vec<csv::StringRecord> = rows.records().map(|row| row.expect("a row")).collect();
    assert!(rows.len() > 3 && rows.iter().all(|row| row[2] == *"Deventer"), "{rows:?}");
    let residents = |row: &csv::StringRecord| row[4].parse::<u32>().expect("residents");
    assert!(rows.iter().all(|row| residents(row) >= kantel::validation::LEAST_RESIDENTS), "{rows:?}");
    let alone = Folder::new("alone");
    let of = ["run", "--district", &rows[1][0], "--out", alone.shown(), "--replicates", "1"];
    let output = program().args([&of[..], &size[..9]].concat()).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let mut yearly = csv::Reader::from_reader(alone.read("yearly.csv").into_bytes().leak() as &[u8]);
    let mut sums = std::collections::BTreeMap::new();
    for row in yearly.records().map(|row| row.expect("a row")).filter(|row| row[3] == *"1" && row[5] == *"all") {
        sums.insert((row[1].to_owned(), row[4].to_owned()), row[6].parse::<f64>().unwrap_or(0.0));
    }
    let of = |sample: &str, key: &str| sums[&(sample.to_owned(), key.to_owned())];
    let mean = ["0", "1"].iter().map(|s| 1_000.0 * of(s, "persons.wmo") / of(s, "residents")).sum::<f64>() / 2.0;
    let model: f64 = rows[1][12].parse().expect("a number");
    assert!((model - mean).abs() < 1e-9 && mean > 0.0, "{model} among others, {mean} alone");
}

/// What is wrong with a file of wijken or with what is asked of it is refused, and nothing is written.
#[test]
fn wrong_files_of_wijken_leave_nothing() {
    let inputs = Folder::new("wrong-kwb");
    let good = file_of_wijken(&inputs, "good.csv", WIJKEN);
    // The last column holds the Wmo clients.
    let short: String =
        WIJKEN.lines().map(|line| line.rsplit_once(',').map_or(line, |l| l.0).to_owned() + "\n").collect();
    let short = file_of_wijken(&inputs, "short.csv", &short);
    let other = file_of_wijken(&inputs, "other.csv", "a,b\n1,2\n");
    let out = Folder::new("nothing");
    for (arguments, said) in [
        (&["--districts", "no-such.csv"][..], "no-such.csv"),
        (&["--districts", &short], "Wmo"),
        (&["--districts", &other], "other.csv"),
        (&["--districts", &good, "--municipality", "Nergenshuizen"], "Nergenshuizen"),
        (&["--districts", &good, "--fold", "5"], "--fold"),
        (&["--districts", &good, "--district", "Deventer"], "--district"),
        (&["--sample", "10"], "--districts"),
    ] {
        let output = validate(&[arguments, &["--out", out.shown(), "--lang", "en"]].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", text(&output.stderr));
        assert!(text(&output.stderr).contains(said), "{arguments:?}: {}", text(&output.stderr));
        assert!(!out.0.exists(), "{arguments:?}");
    }
}

/// A municipality is in the same fold for ever, and folds are of one size but for chance: of n municipalities a fold
/// has n / 5, give or take three standard deviations.
#[test]
fn folds_are_fixed_and_even() {
    let codes: Vec<&str> = MUNICIPALITIES.lines().filter_map(|line| line.strip_prefix("GM")?.get(..4)).collect();
    let mut counts = [0; 5];
    for code in &codes {
        counts[kantel::validation::fold_of(code) as usize] += 1;
    }
    let n = codes.len() as f64;
    let three = 3.0 * (n * 0.2 * 0.8).sqrt();
    assert!(n > 300.0 && counts.iter().all(|c| (f64::from(*c) - n / 5.0).abs() < three), "{counts:?}");
    let pinned = ["0344", "0150", "0363", "0599", "0518", "0014"].map(kantel::validation::fold_of);
    assert_eq!(pinned, [3, 3, 2, 0, 0, 3]);
}
