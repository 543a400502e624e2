//! The program as a script sees it: output, exit codes, and pipes that close early.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use kantel::language::Lang;
use kantel::report::wording::source_note;

use crate::program::program;

fn kantel(arguments: &[&str]) -> Output {
    program().args(arguments).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A file with some content that is removed at the end.
struct TemporaryFile(std::path::PathBuf);

impl TemporaryFile {
    fn new(name: &str, content: &str) -> Self {
        let path = std::env::temp_dir().join(format!("kantel-cli-{}-{name}", std::process::id()));
        std::fs::write(&path, content).expect("file");
        Self(path)
    }

    fn shown(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Of a team of next to nobody nothing differs but by rounding: nothing is said of how much smaller chance became.
#[test]
fn no_gain_is_told_of_differences_within_rounding() {
    let out = std::env::temp_dir().join(format!("kantel-cli-{}-rounding", std::process::id()));
    let place = out.to_str().expect("UTF-8");
    let small = [
        "compare",
        "reactive",
        "proactive",
        "--residents",
        "2000",
        "--years",
        "2",
        "--samples",
        "2",
        "--loops",
        "0",
        "--verbose",
    ];
    for (fte, told) in [("0.0001", false), ("4", true)] {
        let set = format!("team.fte={fte}");
        let output = kantel(&[&small[..], &["--force", "--out", place, "--set", &set]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        assert_eq!(text(&output.stderr).contains("Common draws"), told, "{}", text(&output.stderr));
        let manifest = std::fs::read_to_string(out.join("manifest.json")).expect("a manifest");
        assert_eq!(manifest.contains("\"variance_reduction\": {\n    \"proactive\": {}"), !told, "{manifest}");
    }
    std::fs::remove_dir_all(out).expect("it was there");
}

#[test]
fn help_lists_every_command_with_examples() {
    let output = kantel(&["--help"]);
    assert_eq!(output.status.code(), Some(0));
    let help = text(&output.stdout);
    for word in [
        "compare",
        "run",
        "check",
        "explain",
        "loops",
        "validate",
        "calibrate",
        "levers",
        "district",
        "report",
        "schema",
        "Examples:",
        "Exit codes:",
    ] {
        assert!(help.contains(word), "{word}: {help}");
    }
    for command in [
        "compare",
        "run",
        "check",
        "explain",
        "loops",
        "validate",
        "calibrate",
        "levers",
        "district",
        "report",
        "schema",
    ] {
        let output = kantel(&[command, "--help"]);
        assert_eq!(output.status.code(), Some(0), "{command}");
        assert!(text(&output.stdout).contains("Example"), "{command}");
    }
}

#[test]
fn wrong_arguments_are_the_users_input() {
    for arguments in [&["nonsense"][..], &["check"], &["explain", "--years", "many"], &["compare", "--closure", "free"]]
    {
        let output = kantel(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn check_says_ok_of_good_files_and_reports_every_problem_of_the_others() {
    let good = TemporaryFile::new("good.toml", "schema_version = 1\nbase = \"builtin:reactive\"\n");
    let bad = TemporaryFile::new(
        "bad.toml",
        "schema_version = 1\nbase = \"builtin:reactive\"\nexperiment.years = 0\nx = 1\n",
    );
    let worse = TemporaryFile::new("worse.toml", "schema_version = 3\nbase = \"builtin:reactive\"\n");
    let output = kantel(&["check", bad.shown(), good.shown(), worse.shown()]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stdout), format!("{}: ok (scenario)\n", good.shown()));
    let problems = text(&output.stderr);
    for place in [
        format!("{}:3:20: experiment.years: too low (0; ", bad.shown()),
        format!("{}:4:1: x: no such key", bad.shown()),
        format!("{}:1:18: schema_version: ", worse.shown()),
        "3 problems".to_owned(),
    ] {
        assert!(problems.contains(&place), "{place} in {problems}");
    }
    let output = kantel(&["check", good.shown()]);
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

/// Its name is the nearer mistake; a scenario that is not there needs no second one yet.
#[test]
fn one_misspelt_scenario_is_looked_for_before_a_second_is_asked_for() {
    let told = |arguments: &[&str]| {
        let output = kantel(arguments);
        assert_eq!(output.status.code(), Some(2));
        text(&output.stderr)
    };
    let misspelt = told(&["compare", "reactve", "--set", "proactive:team.fte=3"]);
    assert!(misspelt.contains("reactve: no such file") && misspelt.contains("did you mean 'reactive'?"), "{misspelt}");
    assert!(!misspelt.contains("at least one variant") && !misspelt.contains("--set"), "{misspelt}");
    assert!(told(&["compare", "reactive"]).contains("at least one variant"));
}

#[test]
fn explain_prints_the_embedded_scenario_and_what_options_change() {
    let output = kantel(&["explain", "--residents", "8000", "--set", "onset.debt=0.02"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let out = text(&output.stdout);
    assert!(out.contains("8000 residents simulated"), "{out}");
    assert!(out.contains("stated in --set onset.debt"), "{out}");
    let output = kantel(&["explain", "--years", "0"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("--years: a value that it does not take (0; "), "{}", text(&output.stderr));
}

#[test]
fn levers_names_every_lever() {
    let output = kantel(&["levers"]);
    let out = text(&output.stdout);
    // The sizes of single teams are one row.
    let sizes = &kantel::mechanisms::team::levers::SIZES;
    assert_eq!(out.lines().count(), kantel::levers::LEVERS.len() + 1 - (sizes.len() - 1));
    assert!(out.contains("team.<name>.fte"), "{out}");
    for lever in kantel::levers::LEVERS.iter().filter(|lever| !sizes.contains(&lever.meta.key)) {
        assert!(out.contains(lever.meta.key) && out.contains(lever.meta.source.text()), "{}", lever.meta.key);
    }
}

#[test]
fn levers_tells_what_each_is_in_the_embedded_scenario() {
    for (lang, head) in [("en", "default"), ("nl", "standaard")] {
        let out = text(&kantel(&["levers", "--lang", lang]).stdout);
        let mut lines = out.lines();
        let column = lines.next().and_then(|l| l.find(head)).expect("a column");
        let of = |key: &str| {
            let line = out.lines().find(|l| l.starts_with(&format!("{key} "))).expect("a lever");
            let rest: String = line.chars().skip(column).collect();
            rest.split("  ").next().unwrap_or_default().to_owned()
        };
        assert_eq!(of("contribution.flat"), "20.6", "planned from the start");
        assert_eq!(of("team.fte"), "32.03", "11 jobs of 0.85 FTE per 10,000 residents");
        assert!(of("team.caseload").contains("25"), "{out}");
        assert_eq!(of("outreach.targeting"), "\"random\"");
        assert_eq!(of("outreach.protected"), "false", "neutral");
    }
}

/// A scenario with a base says what it changes, in the size of its own district.
#[test]
fn check_tells_what_a_scenario_changes_of_its_base() {
    let file = TemporaryFile::new(
        "plan.toml",
        "schema_version = 1\nbase = \"builtin:reactive\"\npopulation.residents = 8000\n[levers]\n\
         outreach.door_fte = [{ value = 1 }, { after_years = 2, value = 3 }]\n[parameters]\nonset.debt = 0.02\n\
         [[service]]\nproduct = \"guidance\"\nplaces = 12.5\n",
    );
    let output = kantel(&["check", file.shown()]);
    let told = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let mut lines = told.lines();
    assert_eq!(lines.next(), Some(format!("{}: ok (scenario)", file.shown()).as_str()));
    assert_eq!(lines.next(), Some("  4 differences from builtin:reactive:"), "{told}");
    let rest: Vec<&str> = lines.map(str::trim).collect();
    assert!(rest.contains(&"population.residents: 34255 -> 8000"), "{told}");
    assert!(rest.contains(&"parameters.onset.debt: 0.0139 -> 0.02"), "{told}");
    assert!(rest.contains(&"service.guidance.places: as the wait takes -> 12.5"), "{told}");
    let door = "-> [{ value = 1.0 }, { after_years = 2.0, value = 3.0 }]";
    assert!(rest.iter().any(|l| l.starts_with("levers.outreach.door_fte: ") && l.ends_with(door)), "{told}");
}

/// What a lever replaces from the start is in force nowhere: neither command says that it is.
#[test]
fn a_number_that_a_lever_replaces_is_told_as_such() {
    let file = TemporaryFile::new(
        "replaced.toml",
        "schema_version = 1\nbase = \"builtin:reactive\"\n[levers]\nteam.caseload = 1\n",
    );
    let told = text(&kantel(&["check", file.shown()]).stdout);
    assert!(told.contains("1 difference from") && told.contains("levers.team.caseload: not set -> 1.0"), "{told}");
    let told = text(&kantel(&["explain", file.shown()]).stdout);
    let line = told.lines().find(|l| l.trim_start().starts_with("caseload ")).expect("a line");
    assert!(line.contains("replaced by lever team.caseload") && !line.contains("stated in"), "{line}");
}

/// Every example of every help text is a command line that the program takes.
#[test]
fn examples_in_help_texts_are_right() {
    use clap::{CommandFactory as _, Parser as _};
    use kantel::cli::args::Cli;

    let whole = Cli::command();
    let helps = std::iter::once(&whole).chain(whole.get_subcommands()).filter_map(clap::Command::get_after_help);
    let mut seen = 0;
    for line in helps.flat_map(|help| help.to_string().lines().map(str::to_owned).collect::<Vec<_>>()) {
        let Some(example) = line.trim().strip_prefix("kantel ") else { continue };
        let example = example.split("   ").next().unwrap_or_default();
        let words = example.split_whitespace().take_while(|w| *w != ">");
        if let Err(error) = Cli::try_parse_from(std::iter::once("kantel").chain(words)) {
            panic!("{example}\n{error}");
        }
        // What `kantel compare` makes without --out.
        assert!(
            !example.starts_with("report")
                || example.contains("kantel-results/reactive-vs-proactive-vs-proactive-budget"),
            "{example}"
        );
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
}

/// All but the tables of doors and links.
#[test]
fn explain_names_the_worlds_numbers_in_dutch() {
    let out = text(&kantel(&["explain", "--lang", "nl"]).stdout);
    for meta in kantel::parameters::PARAMETERS {
        assert!(out.contains(meta.dutch) && out.contains(source_note(Lang::Nl, &meta.source)), "{}", meta.key);
        assert!(!out.contains(&format!("{}. ", meta.doc)), "{}", meta.key);
    }
    assert!(out.contains("per huishouden per jaar") && out.contains("De getallen van de wereld"), "{out}");
}

#[test]
fn levers_are_told_in_dutch() {
    let out = text(&kantel(&["levers", "--lang", "nl"]).stdout);
    for word in [
        "Omvang wijkteam",
        "uur per fte per jaar",
        "gemeente",
        "0 tot 1",
        "die van de basis",
        "schijnt zeldzaam te zijn",
    ] {
        assert!(out.contains(word), "{word}: {out}");
    }
    for word in ["municipality  ", "hours per visit", "the base's ", "assumption: "] {
        assert!(!out.contains(word), "{word}: {out}");
    }
}

/// Every mistake at once: options, misspelled options, and what is wrong in the files.
#[test]
fn mistakes_in_options_and_files_come_together() {
    let bad =
        TemporaryFile::new("both.toml", "schema_version = 1\nbase = \"builtin:reactive\"\nexperiment.years = 0\n");
    let arguments = [
        "compare",
        "reactive",
        bad.shown(),
        "--seed",
        "1e3",
        "--loops=-1",
        "--closure",
        "hour",
        "--residants",
        "1000",
        "--residents",
        "99999999999",
        "--loop-residents",
        "0",
        "--threads",
        "0",
        "--samples",
        "-1",
        "--set",
        "onset.debt=-1",
    ];
    let output = kantel(&arguments);
    let told = text(&output.stderr);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{told}");
    for line in [
        "--seed: a value that it does not take (1e3; allowed: a whole number, 0 to 18446744073709551615)",
        "--loops: a value that it does not take (-1; allowed: a whole number, 0 to 100000)",
        "--closure: a value that it does not take (hour; allowed: one of hours, budget, extra; did you mean 'hours'?)",
        "--residants: no such option or argument here (did you mean --residents?)",
        "--residents: a value that it does not take (99999999999; allowed: a whole number, 1 to 20000000)",
        "--loop-residents: a value that it does not take (0; allowed: a whole number, 1 to 20000000)",
        "--threads: a value that it does not take (0; allowed: a whole number, 1 to 1024)",
        "--samples: a value that it does not take (-1; allowed: a whole number, 1 to 100000)",
        "experiment.years: too low",
        "--set onset.debt: too low (-1; ",
    ] {
        assert!(told.contains(line), "{line} in {told}");
    }
}

#[test]
fn a_name_that_is_near_a_built_in_gets_a_suggestion() {
    for (command, name, help) in [
        ("run", "reactiv", "did you mean 'reactive'?"),
        ("explain", "proactiv", "did you mean 'proactive'?"),
        ("run", "builtin:proactiv", "did you mean 'builtin:proactive'?"),
    ] {
        let output = kantel(&[command, name]);
        let told = text(&output.stderr);
        assert!(output.status.code() == Some(2) && told.contains(help), "{name}: {told}");
    }
}

/// Common options are taken by every command, and told where they change something.
#[test]
fn common_options_are_taken_everywhere() {
    use clap::FromArgMatches as _;
    use kantel::cli::args::{Cli, command};

    for sub in command().get_subcommands() {
        let own: &[&str] = match sub.get_name() {
            "compare" | "diff" => &["a", "b"],
            "check" | "district" | "judge" | "report" | "resume" | "verify" => &["a"],
            "merge" => &["a", "--out", "b"],
            "game" => &["balance"],
            "registry" => &["levers"],
            "microdata" => &["cases", "a"],
            _ => &[],
        };
        let words = ["kantel", sub.get_name()].into_iter().chain(own.iter().copied());
        let words = words.chain(["--lang", "nl", "--quiet", "--force"]);
        let read = command().try_get_matches_from(words).and_then(|matches| Cli::from_arg_matches(&matches));
        assert!(read.is_ok(), "{}: {}", sub.get_name(), read.expect_err("it is refused"));
    }
    let output = kantel(&["check", "--quiet", "--lang", "nl", "reactive"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(kantel(&["check", "--lang", "fr", "reactive"]).status.code(), Some(2));
    let help = text(&kantel(&["schema", "--help"]).stdout);
    assert!(!help.contains("--lang") && !help.contains("--force"), "{help}");
    let help = text(&kantel(&["district", "--help"]).stdout);
    assert!(help.contains("--force") && !help.contains("--quiet"), "{help}");
}

#[test]
fn set_says_what_it_is_set_for() {
    let help = text(&kantel(&["compare", "--help"]).stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(help.contains("as written for the district of the size that --district and --residents give"), "{help}");
}

#[test]
fn a_result_folder_below_a_file_is_the_users_mistake() {
    let file = TemporaryFile::new("in-the-way", "x");
    let out = format!("{}/result", file.shown());
    let output = kantel(&["run", "--residents", "100", "--samples", "1", "--years", "1", "--out", &out]);
    let told = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.starts_with("--out: ") && told.contains("a file stands in the way"), "{told}");
}

/// What the program tells of a file with mistakes in every line, or with all of them in one; after a minute it is too
/// late.
#[test]
fn thousands_of_mistakes_take_seconds() {
    use std::fmt::Write as _;
    let head = "schema_version = 1\nbase = \"builtin:reactive\"\n";
    let (mut lines, mut line) = (format!("{head}[levers]\n"), format!("{head}levers = {{"));
    for i in 0..18_000 {
        let _ = writeln!(lines, "out{i} = 1");
        let _ = write!(line, "out{i} = 1,");
    }
    line.push_str("x = 1}\n");
    for (name, content, more) in [("lines.toml", &lines, 17_800), ("line.toml", &line, 17_801)] {
        let file = TemporaryFile::new(name, content);
        let path = file.shown().to_owned();
        let (sender, receiver) = std::sync::mpsc::channel();
        std::thread::spawn(move || sender.send(kantel(&["check", &path])));
        let output = receiver.recv_timeout(std::time::Duration::from_mins(1)).expect("within a minute");
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert_eq!(told.lines().count(), 202, "{name}");
        assert!(told.contains(&format!(": and {more} more\n{} problems", more + 200)), "{name}");
    }
}

/// Nothing is left behind by whoever is asked to end, by Ctrl-C or by another program.
#[cfg(unix)]
#[test]
fn who_is_asked_to_end_leaves_nothing() {
    let mut signals = vec!["-TERM", "-INT"];
    // Whoever started the tests may want closed terminals to be ignored: the program keeps to that.
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).map(str::trim);
    let hears = ignored.and_then(|mask| u64::from_str_radix(mask, 16).ok()).is_some_and(|mask| mask & 1 == 0);
    signals.extend(hears.then_some("-HUP"));
    for signal in signals {
        let folder = std::env::temp_dir().join(format!("kantel-ended{signal}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let out = folder.join("result").to_string_lossy().into_owned();
        let arguments = ["compare", "--residents", "2000", "--samples", "500", "--quiet", "--out", &out];
        let child = program()
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let entries = || std::fs::read_dir(&folder).expect("it is there").count();
        for _ in 0..600 {
            if entries() > 0 {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        assert!(entries() >= 1, "the result in the making");
        let asked = Command::new("kill").args([signal, &child.id().to_string()]).status();
        assert!(asked.is_ok_and(|status| status.success()));
        let output = child.wait_with_output().expect("ends");
        assert_eq!(output.status.code(), Some(130), "{signal}: {}", text(&output.stderr));
        assert!(text(&output.stderr).contains("interrupted"), "{signal}");
        // Courses that were finished are kept, and it is said how to go on with them.
        let kept = folder.join("result.courses").exists();
        assert_eq!((entries(), text(&output.stderr).contains("kantel resume")), (usize::from(kept), kept), "{signal}");
        std::fs::remove_dir_all(&folder).expect("it is there");
    }
}

#[test]
fn schema_is_json_that_refuses_unknown_keys() {
    let output = kantel(&["schema"]);
    let schema: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(schema["additionalProperties"], serde_json::Value::Bool(false));
    assert_eq!(schema["required"], serde_json::json!(["schema_version"]));
    assert_eq!(schema["properties"]["experiment"]["properties"]["years"]["maximum"], 100);
}

/// `kantel schema | head -1` must not end in a panic (exit code 101).
#[test]
fn a_pipe_that_closes_early_is_no_failure() {
    for command in ["schema", "explain", "levers"] {
        let mut child =
            program().arg(command).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("ends");
        assert_eq!(output.status.code(), Some(0), "{command}: {}", text(&output.stderr));
    }
    std::io::stdout().flush().expect("flushes");
}

#[test]
fn loops_tells_the_gain_of_every_loop_in_both_languages() {
    let size = ["--residents", "400", "--samples", "2", "--years", "2", "--step", "50"];
    for (lang, heads) in [("en", ["link fed", "largest gain elsewhere"]), ("nl", ["gevoed verband", "versterking"])] {
        let output = kantel(&[&["loops", "--lang", lang][..], &size].concat());
        let told = text(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        assert!(heads.iter().all(|head| told.contains(head)) && told.contains("50 %"), "{told}");
        for (feedback, _, _) in kantel::links::LOOPS {
            assert!(told.lines().any(|line| line.starts_with(&format!("{feedback} "))), "{feedback}: {told}");
        }
    }
    assert_eq!(kantel(&["loops", "--step", "0"]).status.code(), Some(2));
}
