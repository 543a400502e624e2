//! Files that are wrong in every way that a valid one can be: each is refused with its place, in both languages, and
//! `tests/data/malformed.tsv` keeps what is said, so that a change of messages is seen.
//!
//! `UPDATE_DATA=1 cargo test malformed` writes the table.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use kantel::cli::plain;
use kantel::diagnostics::Diagnostic;
use kantel::language::Lang;
use kantel::scenario::check_file;

use crate::native::english;
use crate::program::{Folder, program};

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/malformed.tsv");

/// A scenario with something of every kind: steps, uncertain numbers, circumstances, teams, services, money.
pub(crate) const SCENARIO: &str = r#"schema_version = 1
base = "builtin:reactive"
title = "Plan B"

[experiment]
years = 10
samples = 30
replicates = 2
seed = 7
burn_in_weeks = 104

[population]
residents = 9000

[context]
ageing = true
homes_per_1000 = [{ value = 0.5 }, { after_years = 3, value = 0.2, ramp_years = 1 }]

[context.parameters]
onset.debt = { after_years = 1, value = 1.2 }

[budget]
discount_rate = 0.03
price_year = 2024

[parameters]
visit.detection = { low = 0.1, mode = 0.2, high = 0.4 }
help.team = 0.8

[[team]]
fte = 12
caseload_per_fte = 20

[[service]]
product = "guidance"
places = 90
euros_per_hour = 60

[levers]
outreach.door_fte = [{ after_years = 0, value = 2 }, { after_years = 2, value = 1 }]
outreach.targeting = "signal"
outreach.protected = false
team.training_hours = 24.0
"#;

/// Valid files, by name; a district and an organisation are those that the program brings along.
fn seeds() -> [(&'static str, &'static str); 4] {
    [
        ("scenario", SCENARIO),
        ("district", include_str!("../../scenarios/districts/overvecht.toml")),
        ("organisation", include_str!("../../scenarios/organisations/nieuwegein.toml")),
        ("world", include_str!("../../scenarios/context/covid.toml")),
    ]
}

/// A file that is wrong, and in which way.
struct Case {
    name: String,
    text: String,
    /// Whether a word of it is misspelt: then what was meant, or what there is, is to be said.
    is_misspelt: bool,
}

/// Every file that a valid one becomes by one mistake.
fn cases() -> Vec<Case> {
    seeds().into_iter().flat_map(|(seed, text)| of_lines(seed, text).into_iter().chain(cut_off(seed, text))).collect()
}

/// A line replaced by what is wrong with it.
fn of_lines(seed: &str, text: &str) -> Vec<Case> {
    let lines: Vec<&str> = text.lines().collect();
    let mut cases = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let bare = line.split(" #").next().unwrap_or_default().trim_end();
        // The eighth neighbourhood is as the first.
        let kind = bare.split(" = \"buurt").next().unwrap_or_default().to_owned();
        let is_repeated = bare.starts_with("[[") || bare.starts_with("share") || bare.starts_with("deprivation");
        let states = bare.starts_with('[') || bare.contains(" = ");
        if !states || bare.starts_with('#') || (seen.contains(&kind) && (is_repeated || kind != bare)) {
            continue;
        }
        if is_repeated && seen.iter().any(|other| other.split(' ').next() == bare.split(' ').next()) {
            continue;
        }
        seen.push(kind);
        let wrong = if bare.starts_with('[') { wrong_headers(bare) } else { wrong_values(bare) };
        for (what, instead) in wrong {
            let mut changed: Vec<&str> = lines.clone();
            changed[i] = &instead;
            let name = format!("{seed}:{}: {what}", i + 1);
            cases.push(Case { name, text: changed.join("\n") + "\n", is_misspelt: what.starts_with("misspelt") });
        }
    }
    cases
}

/// A word without one of its letters.
fn misspelt(word: &str) -> String {
    let middle = word.len() / 2;
    format!("{}{}", &word[..middle], &word[middle + 1..])
}

fn wrong_headers(header: &str) -> Vec<(&'static str, String)> {
    let name = header.trim_matches(['[', ']']);
    let mut wrong = vec![
        ("misspelt table", header.replace(name, &misspelt(name))),
        ("table not closed", header.trim_end_matches(']').to_owned()),
        ("table without a name", header.replace(name, "")),
        ("table as a value", format!("{name} = 3")),
    ];
    if header.starts_with("[[") {
        wrong.push(("list of lists", format!("[[{name}]]\n[{name}]")));
    } else {
        wrong.push(("table twice", format!("{header}\n[other]\n{header}")));
        wrong.push(("one table as a list", format!("[{header}]")));
    }
    wrong
}

fn wrong_values(line: &str) -> Vec<(&'static str, String)> {
    let (key, value) = line.split_once(" = ").unwrap_or((line, ""));
    let (key, value) = (key.trim_end(), value.trim());
    let path = key.rsplit_once('.');
    let last = path.map_or(key, |(_, last)| last);
    let misspelt = path.map_or(misspelt(last), |(above, last)| format!("{above}.{}", misspelt(last)));
    let of = |value: &str| format!("{key} = {value}");
    let mut wrong = vec![
        ("misspelt key", format!("{misspelt} = {value}")),
        ("key twice", format!("{line}\n{line}")),
        ("no value", format!("{key} =")),
        ("no equals sign", format!("{key} {value}")),
        ("a table for a value", of("{ x = 1 }")),
    ];
    if value.parse::<f64>().is_ok() {
        for (what, value) in [
            ("text for a number", "\"many\""),
            ("true for a number", "true"),
            ("far too low", "-1e12"),
            ("far too high", "1e12"),
            ("not a number", "nan"),
            ("infinite", "inf"),
            ("a decimal comma", "0,5"),
            ("a percentage", "5%"),
            ("a list for a number", "[1, 2]"),
            ("a date for a number", "2024-01-01"),
            ("more digits than a number has", "99999999999999999999999"),
        ] {
            wrong.push((what, of(value)));
        }
    } else if value.starts_with('"') {
        for (what, value) in [
            ("a number for a text", "7".to_owned()),
            ("a text without quotes", value.trim_matches('"').to_owned()),
            ("a text not closed", value.trim_end_matches('"').to_owned()),
            ("a list for a text", format!("[{value}]")),
            ("an escape that there is not", "\"\\q\"".to_owned()),
        ] {
            wrong.push((what, of(&value)));
        }
    } else if ["true", "false"].contains(&value) {
        for (what, value) in [("a text for a flag", "\"yes\""), ("a number for a flag", "1"), ("True", "True")] {
            wrong.push((what, of(value)));
        }
    } else {
        wrong.extend(wrong_lists(key, value));
    }
    wrong
}

/// Of lists, steps and distributions.
fn wrong_lists(key: &str, value: &str) -> Vec<(&'static str, String)> {
    let of = |value: String| format!("{key} = {value}");
    let mut wrong = vec![
        ("not closed", of(value[..value.len() - 1].to_owned())),
        ("no commas", of(value.replace(',', ""))),
        ("an empty list", of("[]".to_owned())),
        ("an empty table", of("{}".to_owned())),
        ("a text for a list", of("\"x\"".to_owned())),
        ("a text among numbers", of(value.replacen(|c: char| c.is_ascii_digit(), "\"x\"", 1))),
    ];
    for word in ["after_years", "value", "ramp_years", "low", "mode", "high"] {
        if value.contains(&format!("{word} =")) {
            let without = value.replacen(&format!("{word} ="), &format!("{} =", misspelt(word)), 1);
            wrong.push(("misspelt key within", of(without)));
        }
    }
    if value.contains("after_years") {
        wrong.push((
            "steps that go back",
            of("[{ after_years = 3, value = 1 }, { after_years = 1, value = 2 }]".into()),
        ));
        wrong.push(("a step before the start", of("[{ after_years = -1, value = 1 }]".into())));
        wrong.push(("a step without a value", of("[{ after_years = 1 }]".into())));
        wrong.push(("a step beyond all years", of("{ after_years = 1000, value = 1 }".into())));
    }
    if value.contains("low") {
        wrong.push(("a range that goes back", of("{ low = 3, mode = 2, high = 1 }".into())));
        wrong.push(("half a range", of("{ low = 1 }".into())));
        wrong.push(("a range without numbers", of("{ low = nan, mode = nan, high = inf }".into())));
    }
    wrong
}

/// Files that end early, in the middle of a line.
fn cut_off(seed: &str, text: &str) -> Vec<Case> {
    let inside = |at: &usize| text.is_char_boundary(*at) && !text[*at..].starts_with('\n');
    let ends = (1..12).map(|part| text.len() * part / 12).filter(inside);
    let cut = |end: usize| Case {
        name: format!("{seed}: cut off at byte {end}"),
        text: text[..end].to_owned(),
        is_misspelt: false,
    };
    ends.map(cut).collect()
}

/// What is said of a case, as it stands in the table: in both languages, with how many more there are.
fn told(found: &[Diagnostic]) -> String {
    let Some(first) = found.first() else { return "accepted".to_owned() };
    let more = if found.len() > 1 { format!("\t+{}", found.len() - 1) } else { "\t".to_owned() };
    let said = |lang| plain(first, lang).replace(['\n', '\t'], " ");
    format!("{}\t{}{more}", said(Lang::En), said(Lang::Nl))
}

#[test]
fn what_is_wrong_is_told_with_its_place_in_both_languages() {
    let folder = Folder::new("malformed");
    let path = folder.0.join("mine.toml");
    let (mut table, mut refused) = (String::new(), 0);
    let here = format!("{}/", folder.0.display());
    for (name, text) in seeds() {
        fs::write(&path, text).expect("a file");
        let found = check_file(&path.to_string_lossy()).err().unwrap_or_default();
        assert!(found.is_empty(), "{name} is to be right: {found:#?}");
    }
    for Case { name, text, is_misspelt } in cases() {
        fs::write(&path, &text).expect("a file");
        let found = check_file(&path.to_string_lossy()).err().unwrap_or_default();
        let line = format!("{name}\t{}", told(&found)).replace(&here, "");
        let _ = writeln!(table, "{line}");
        if found.is_empty() {
            continue;
        }
        refused += 1;
        for problem in &found {
            let [en, nl] = [Lang::En, Lang::Nl].map(|lang| plain(problem, lang));
            let has_place = problem.line.is_some() && problem.column.is_some();
            assert!(has_place || problem.message.en.contains("no TOML file"), "{name}: no place: {en}");
            assert!(!problem.message.en.is_empty() && en != nl, "{name}: {en}");
            let dutch = english(problem.message.of(Lang::Nl));
            assert!(dutch.is_empty(), "{name}: English {dutch:?} in {nl}");
        }
        let helps = |p: &Diagnostic| !p.help.en.is_empty() || !p.allowed.en.is_empty();
        assert!(!is_misspelt || found.iter().any(helps), "{name}: nothing to go on: {line}");
    }
    assert!(refused >= 400, "{refused} files are refused");
    if std::env::var_os("UPDATE_DATA").is_some() {
        fs::create_dir_all(Path::new(TABLE).parent().expect("a folder")).expect("it can be made");
        fs::write(TABLE, &table).expect("it can be written");
        return;
    }
    let kept = fs::read_to_string(TABLE).unwrap_or_default();
    let differs = table.lines().zip(kept.lines()).find(|(new, old)| new != old);
    assert!(table == kept, "UPDATE_DATA=1 cargo test malformed writes tests/data/malformed.tsv; {differs:#?}");
}

/// The same files for the program itself, all at once: exit code 2, and every file is named.
#[test]
fn the_program_refuses_each_of_them() {
    let folder = Folder::new("malformed-all");
    let kept = fs::read_to_string(TABLE).expect("the table");
    let refused: Vec<Case> = cases()
        .into_iter()
        .filter(|case| !kept.lines().any(|line| line == format!("{}\taccepted", case.name)))
        .collect();
    let names: Vec<String> = (0..refused.len()).map(|i| format!("f{i}.toml")).collect();
    for (case, name) in refused.iter().zip(&names) {
        fs::write(folder.0.join(name), &case.text).expect("a file");
    }
    let output = program().current_dir(&folder.0).arg("check").args(&names).output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    for (case, name) in refused.iter().zip(&names) {
        assert!(said.contains(&format!("{name}:")), "{}: nothing said", case.name);
    }
}
