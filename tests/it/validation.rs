//! `kantel validate`, as a script sees it.

use std::fs;
use std::path::PathBuf;
use std::process::Output;

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
    assert!(printed.starts_with("reactive in Nederland: 600 inwoners, 3 werelden, 1 jaar"), "{printed}");
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
