//! Mistakes with files: what they are, where they lead, which of them does not fit beside others.

use std::fs;
use std::path::Path;

use kantel::cli::{Failure, plain};
use kantel::language::Lang;
use kantel::scenario::{Overrides, load, load_all, load_text};

use crate::scenario_errors::{Folder, lines, problems_of};

/// A few broken lines are told one by one, also where the first is among them.
#[test]
fn another_kind_of_file_is_told_once() {
    let of = |text: &str| lines(&load_text("mine", text, &Overrides::default()).expect_err("refused"));
    let told = "mine.toml: this is no TOML file (allowed: lines such as key = value and [table])";
    for text in [
        include_str!("../../README.md"),
        "# Heading\n\nOne two\nthree four\nfive\n\nsix, seven.\nEight\n",
        "a;b;c\n1;2;3\n4;5;6\n7;8;9\n10;11;12\n",
    ] {
        assert_eq!(of(text), told);
    }
    let toml = "schema version = 1\nbase = \"builtin:reactive\"\ntitle = a b\n[team\n[experiment]\nyears = 3\n";
    assert!(of(toml).contains("mine.toml:1:8: not TOML"), "{}", of(toml));
}

#[test]
fn versions() {
    let of = |text: &str| lines(&load_text("mine", text, &Overrides::default()).expect_err("refused"));
    insta::assert_snapshot!(
        [
            of("base = \"builtin:reactive\""),
            of("schema_version = 2\nbase = \"builtin:reactive\""),
            of("schema_version = \"1\"\nbase = \"builtin:reactive\""),
            of("schema_version = 1.0\nbase = \"builtin:reactive\""),
            of(""),
            of("schema_version = 1\n"),
        ]
        .join("\n--\n")
    );
}

#[test]
fn bases_that_lead_nowhere_out_or_round() {
    let folder = Folder::new("bases");
    let of = |base: &str| {
        let file = folder.write("sub/mine.toml", format!("schema_version = 1\nbase = \"{base}\"\n"));
        folder.problems(&file)
    };
    folder.write("other.toml", "schema_version = 1\nbase = \"builtin:reactive\"\n");
    let mut all = vec![
        of("missing.toml"),
        of("../other.toml"),
        of("/etc/passwd"),
        of("builtin:proactif"),
        of("mine.toml"),
        of("."),
    ];
    folder.write("sub/a.toml", "schema_version = 1\nbase = \"mine.toml\"\n[experiment]\nyears = 200\n");
    all.push(of("a.toml"));
    insta::assert_snapshot!(all.join("\n--\n"));
}

/// A link inside the folder that leads out of it.
#[cfg(unix)]
#[test]
fn a_base_that_escapes_by_a_link() {
    let folder = Folder::new("links");
    folder.write("secret.toml", "schema_version = 1\n");
    let file = folder.write("sub/mine.toml", "schema_version = 1\nbase = \"link.toml\"\n");
    std::os::unix::fs::symlink(folder.0.join("secret.toml"), folder.0.join("sub/link.toml")).expect("link");
    insta::assert_snapshot!(folder.problems(&file));
}

/// The mistakes of a base show together with those of the file that builds on it, even where the file overrides the
/// value.
#[test]
fn mistakes_of_all_files_at_once() {
    let folder = Folder::new("all");
    folder.write(
        "base.toml",
        "schema_version = 1\nbase = \"builtin:reactive\"\n[experiment]\nyears = 0\n[levers]\noutreach.door_fte = 1\n",
    );
    folder.write("organisations/o.toml", "schema_version = 1\nname = \"O\"\n[[team]]\nfte = -1\n");
    folder.write("districts/d.toml", "schema_version = 1\nresidents = 1.5\n");
    let file = folder.write(
        "mine.toml",
        "schema_version = 1\nbase = \"base.toml\"\norganisation = \"organisations/o.toml\"\n\
         district.file = \"districts/d.toml\"\n[experiment]\nyears = 10\nsamples = 0\n",
    );
    insta::assert_snapshot!(folder.problems(&file));
}

#[test]
fn files_that_cannot_be_read() {
    let folder = Folder::new("files");
    let large = folder.write("large.toml", vec![b'#'; 4 * 1024 * 1024 + 1]);
    let latin = folder.write("latin.toml", b"schema_version = 1\ntitle = \"caf\xe9\"\n");
    let missing = folder.0.join("missing.toml").to_string_lossy().into_owned();
    let directory = folder.0.to_string_lossy().into_owned();
    let mut all = vec![large, latin, missing, directory];
    if Path::new("/dev/null").exists() {
        all.push("/dev/null".to_owned());
    }
    let text: Vec<String> = all.iter().map(|f| folder.problems(f)).collect();
    insta::assert_snapshot!(text.join("\n"));
}

/// The surroundings are at fault, not the user: exit code 3. Root may read everything, so that there is nothing to see
/// then.
#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_no_mistake_of_its_writer() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::new("closed");
    let closed = folder.write("closed.toml", "schema_version = 1\nbase = \"builtin:reactive\"\n");
    let above = folder.write("above.toml", "schema_version = 1\nbase = \"closed.toml\"\n");
    let wrong = folder.write("wrong.toml", "schema_version = 1\nbase = \"closed.toml\"\ntitel = \"x\"\n");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).expect("its owner may");
    if fs::read(&closed).is_ok() {
        println!("skipped: whoever runs this may read every file");
        return;
    }
    let code = |file: &str| Failure::Input(load(file, &Overrides::default()).expect_err("cannot be read")).exit_code();
    assert_eq!([code(&closed), code(&above), code(&wrong)], [3, 3, 2]);
}

/// Opening a FIFO waits for a writer: the loader must refuse it without opening. A hang would fail the test run.
#[cfg(unix)]
#[test]
fn a_fifo_is_refused_without_waiting() {
    let folder = Folder::new("fifo");
    let path = folder.0.join("pipe.toml");
    let made = std::process::Command::new("mkfifo").arg(&path).status().is_ok_and(|s| s.success());
    if !made {
        println!("skipped: no mkfifo here");
        return;
    }
    insta::assert_snapshot!(folder.problems(&path.to_string_lossy()));
}

#[test]
fn a_file_of_exactly_the_largest_size_is_read() {
    let folder = Folder::new("largest");
    let mut text = b"schema_version = 1\nbase = \"builtin:reactive\"\n#".to_vec();
    text.resize(4 * 1024 * 1024, b'x');
    let file = folder.write("largest.toml", text);
    assert!(load(&file, &Overrides::default()).is_ok());
}

#[test]
fn options() {
    let overrides = Overrides {
        district: Some("builtin:overvegt".to_owned()),
        residents: Some(0),
        years: Some(101),
        set: [
            "outreach.dor_fte=3",
            "outreach.door_fte=lots",
            "experiment.years",
            "team.fte=-1",
            "proactief:team.fte=3",
            "service.guidance.plases=3",
            "onset.debt={ low = 1 }",
        ]
        .map(str::to_owned)
        .to_vec(),
        ..Overrides::default()
    };
    let problems = load_all(&["reactive".to_owned(), "proactive".to_owned()], &overrides).expect_err("mistakes");
    insta::assert_snapshot!(lines(&problems));
}

/// Scaling may not leave a lever's range: the result could not be written down and read again.
#[test]
fn levers_out_of_range_by_scaling() {
    let overrides = Overrides { residents: Some(20_000_000), ..Overrides::default() };
    let text = "schema_version = 1\nbase = \"builtin:reactive\"\n[levers]\noutreach.door_fte = 20\n";
    insta::assert_snapshot!(lines(&load_text("mine", text, &overrides).expect_err("too many")));
    // Of an uncertain one the highest: the mean would still fit.
    let text = text.replace("= 20\n", "= { low = 0, high = 2 }\n[[team]]\nfte = { low = 1, high = 160 }\n");
    insta::assert_snapshot!(lines(&load_text("mine", &text, &overrides).expect_err("too many")));
}

/// A team of one size is in order or not, wherever its size is stated.
#[test]
fn a_team_has_one_range() {
    for (key, stated) in [("team.fte", "[[team]]\nfte = "), ("levers.team.fte", "[levers]\nteam.fte = ")] {
        let text = |fte: &str| format!("schema_version = 1\nbase = \"builtin:reactive\"\n{stated}{fte}\n");
        let of = |fte: &str| load_text("mine", &text(fte), &Overrides::default());
        of("20000").unwrap_or_else(|p| panic!("{}", lines(&p)));
        of("50000").unwrap_or_else(|p| panic!("{}", lines(&p)));
        let told = lines(&of("50001").expect_err("larger than any"));
        assert!(told.contains(&format!("{key}: too high (50001; allowed: 0 to 50000)")), "{told}");
    }
}

/// What a comparison must share is refused where it differs.
#[test]
fn scenarios_that_cannot_be_compared() {
    let overrides = Overrides {
        set: ["proactive:experiment.years=3", "proactive:context.ageing=false", "proactive:population.residents=100"]
            .map(str::to_owned)
            .to_vec(),
        ..Overrides::default()
    };
    let problems = load_all(&["reactive".to_owned(), "proactive".to_owned()], &overrides).expect_err("incomparable");
    insta::assert_snapshot!(lines(&problems));
}

/// In quotes a full stop would make another key of the same name.
#[test]
fn keys_in_quotes_are_refused_where_they_hide_a_second_one() {
    insta::assert_snapshot!(problems_of(
        r#"
[levers]
"team.fte" = 10
team.fte = 60
"outreach.door_fte" = 3
"team".caseload = 20
[parameters]
"visit.detection" = 0.1
[parameters.visit]
detection = 0.9
[context.places]
"guidance" = { after_years = 1, value = 2 }
"#
    ));
}

/// Where nothing is near, what there is.
#[test]
fn words_that_are_near_nothing_get_a_list_or_a_place_to_look() {
    insta::assert_snapshot!(problems_of(
        r"
zzz = 1
[levers]
qqq = 1
[parameters]
www = 1
onset.moderate = 0.86
onset.severe = 0.86
[district]
xyz = 1
"
    ));
}

/// What stands at the top of a file and is not a table of numbers is no matter of options.
#[test]
fn options_set_what_a_file_can_set_but_not_what_it_is() {
    let overrides = |set: &str| Overrides { set: vec![set.to_owned()], ..Overrides::default() };
    for set in ["schema_version=7", "schema_version=1", "base=reactive", "experiment=3"] {
        let problems = load("reactive", &overrides(set)).expect_err(set);
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!(problems[0].file.split(' ').next(), Some("--set"), "{set}");
    }
    assert_eq!(load("reactive", &overrides("title=Ours")).expect("a title").scenario.title, "Ours");
}

/// Where a comparison fails on what two files state, the place is that of the variant or else that of the base.
#[test]
fn what_differs_between_files_is_told_with_its_place() {
    let folder = Folder::new("between");
    let profile = kantel::input_data::BUILTIN_PROFILES[0].1;
    folder
        .write("theirs.toml", profile.replace("births = 460", "births = 470").replace("share = 0.18", "share = 0.180"));
    let head = "schema_version = 1\nbase = \"builtin:reactive\"\n";
    let base = folder.write("base.toml", format!("{head}[experiment]\nburn_in_weeks = 52\n"));
    let variant = folder.write(
        "variant.toml",
        format!(
            "{head}district = \"theirs.toml\"\n[experiment]\nyears = 3\n[context.parameters]\n\
                 onset.debt = {{ after_years = 1, value = 2 }}\n"
        ),
    );
    let problems = load_all(&[base, variant], &Overrides::default()).expect_err("incomparable");
    insta::assert_snapshot!(lines(&problems).replace(&*folder.0.to_string_lossy(), "FOLDER"));
}

/// A name is written into files that must be read again.
#[cfg(unix)]
#[test]
fn a_file_name_with_line_ends_makes_a_name_without() {
    let folder = Folder::new("odd-names");
    let file = folder.write("two\nlines\u{1b}.toml", "schema_version = 1\nbase = \"builtin:reactive\"\n");
    let loaded = load(&file, &Overrides::default()).expect("is right");
    assert_eq!(loaded.scenario.name, "two-lines-");
    assert!(load_text("two-lines-", &loaded.merged, &Overrides::default()).is_ok(), "{}", loaded.merged);
    assert!(loaded.scenario == load_text("two-lines-", &loaded.merged, &Overrides::default()).expect("read").scenario);
}

/// A chain of bases has an end, far below what the stack holds.
#[test]
fn a_long_chain_of_bases_is_refused_with_its_place() {
    let folder = Folder::new("chain");
    let chain = |length: usize| {
        folder.write("0.toml", "schema_version = 1\nbase = \"builtin:reactive\"\n");
        for i in 1..=length {
            folder.write(&format!("{i}.toml"), format!("schema_version = 1\nbase = \"{}.toml\"\n", i - 1));
        }
        load(&folder.0.join(format!("{length}.toml")).to_string_lossy(), &Overrides::default())
    };
    // With the built-in one these are fifty bases.
    assert!(chain(49).is_ok());
    let problems = chain(2_000).expect_err("is refused");
    let [problem] = problems.as_slice() else { panic!("{problems:#?}") };
    let told = plain(problem, Lang::En);
    assert!(told.contains("1950.toml:2:8: base: a chain of more than 50 bases"), "{told}");
    assert_eq!(Failure::Input(problems).exit_code(), 2);
}

/// Whoever names a link that leads round, or what only looks like a file, made a mistake; the disk is in order.
#[cfg(unix)]
#[test]
fn links_in_a_circle_and_files_that_are_none_are_the_users_mistake() {
    let folder = Folder::new("circle");
    let link = folder.0.join("a.toml");
    std::os::unix::fs::symlink("a.toml", &link).expect("a link");
    let mut files = vec![link.to_string_lossy().into_owned()];
    if Path::new("/proc/self/mem").exists() {
        files.push("/proc/self/mem".to_owned());
    }
    for file in files {
        let failure = Failure::Input(load(&file, &Overrides::default()).expect_err("cannot be read"));
        assert_eq!(failure.exit_code(), 2, "{file}: {failure:?}");
    }
}
