//! Surroundings that fail: full disks, folders that may only be read or vanish, readers that go away, odd places and
//! names. Exit code 3 where the surroundings are at fault, 0 where all is well, a clear message, and whatever was there
//! before is as it was.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use crate::program::{Folder, program};
use crate::store::{different, said};

/// A comparison that takes a moment, with more options.
fn tiny(more: &[&'static str]) -> Vec<&'static str> {
    let sizes =
        ["--residents", "200", "--years", "1", "--samples", "2", "--loops", "0", "--no-lives", "--threads", "1"];
    let rest = ["--set", "experiment.burn_in_weeks=8", "--closure", "extra", "--quiet"];
    [&["compare", "reactive", "proactive"], &sizes[..], &rest, more].concat()
}

/// The program under a limit of the shell's.
pub(crate) fn limited(folder: &Folder, limit: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{limit} && exec \"$0\" \"$@\"")).arg(env!("CARGO_BIN_EXE_kantel")).args(arguments);
    command.current_dir(&folder.0).env_remove("LANGUAGE").env("LC_ALL", "C").output().expect("there is a shell")
}

/// What a failure of the surroundings looks like: code 3, a message with what is wrong, no panic and no word of a bug.
fn failed(output: &Output, says: &str) -> String {
    let told = said(output);
    assert_eq!(output.status.code(), Some(3), "{told}");
    assert!(told.contains(says) && !told.contains("panicked"), "{says}: {told}");
    told
}

/// What stands in a folder beside a name, but stores to go on with.
fn left(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| !name.ends_with(".courses"));
    names.sort();
    names
}

/// Goes on with what a failed run left, or begins anew, and holds the result against one that nothing stopped.
fn goes_on(folder: &Folder, out: &str, arguments: &[&str]) {
    let store = folder.0.join(format!("{out}.courses"));
    let output = if store.exists() { folder.kantel(&["resume", out, "--quiet"]) } else { folder.kantel(arguments) };
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(different(&folder.0.join("whole"), &folder.0.join(out)), Vec::<String>::new());
}

/// A file that may not grow any further, at every stage of a run: the table of samples, the store, the years, the
/// report. What was finished is gone on with, and a result that was to be replaced is as it was.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_takes_no_more_loses_nothing() {
    let folder = Folder::new("hostile-full");
    let of = |out: &'static str| tiny(&["--out", out]);
    let whole = folder.kantel(&of("whole"));
    assert!(whole.status.success(), "{}", said(&whole));
    let mut stages = Vec::new();
    for (blocks, out) in [(0, "a"), (64, "b"), (500, "c"), (1_000, "d"), (2_000, "e")] {
        let arguments = of(out);
        let output = limited(&folder, &format!("ulimit -f {blocks}"), &arguments);
        if output.status.success() {
            // Room for all of it after all: of another build, or units of the shell's own.
            assert_eq!(different(&folder.0.join("whole"), &folder.0.join(out)), Vec::<String>::new());
            continue;
        }
        let told = failed(&output, "File too large");
        assert!(!folder.0.join(out).exists(), "{out} {:?}", left(&folder.0));
        assert!(left(&folder.0).iter().all(|name| !name.contains(".part")), "{:?}", left(&folder.0));
        stages.push(told);
        goes_on(&folder, out, &arguments);
    }
    assert!(stages.len() >= 3, "{stages:#?}");
    let forced = limited(&folder, "ulimit -f 500", &[&of("whole")[..], &["--force", "--lang", "nl"]].concat());
    failed(&forced, "zo groot mag een bestand hier niet zijn");
    assert_eq!(different(&folder.0.join("whole"), &folder.0.join("a")), Vec::<String>::new());
}

/// A small disk of one's own, where whoever runs this may have one.
#[cfg(target_os = "linux")]
struct Disk<'a>(&'a Folder);

#[cfg(target_os = "linux")]
impl<'a> Disk<'a> {
    #[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
    fn of(folder: &'a Folder, options: &str) -> Option<Self> {
        let at = folder.0.join("disk");
        fs::create_dir_all(&at).expect("a folder");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(&at).stderr(Stdio::null());
        let is_there = mount.status().is_ok_and(|status| status.success());
        if !is_there {
            println!("skipped: whoever runs this may mount no disk");
        }
        is_there.then_some(Self(folder))
    }
}

#[cfg(target_os = "linux")]
impl Drop for Disk<'_> {
    fn drop(&mut self) {
        drop(Command::new("umount").arg(self.0.0.join("disk")).status());
    }
}

/// A disk that is really full, at three sizes.
#[cfg(target_os = "linux")]
#[test]
fn a_small_disk_is_full() {
    let folder = Folder::new("hostile-disk");
    let arguments = tiny(&["--out", "disk/result"]);
    for size in ["size=100k", "size=600k", "size=1500k"] {
        let Some(_disk) = Disk::of(&folder, size) else { return };
        failed(&folder.kantel(&arguments), "No space left");
        assert_eq!(left(&folder.0.join("disk")), Vec::<String>::new(), "{size}");
    }
    let Some(_disk) = Disk::of(&folder, "size=100k") else { return };
    failed(&folder.kantel(&[&arguments[..], &["--lang", "nl"]].concat()), "de schijf is vol");
}

/// A folder that may only be read is found out before anything is computed: what is asked for would take hours.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_may_only_be_read_is_found_out_at_once() {
    let folder = Folder::new("hostile-read-only");
    let Some(_disk) = Disk::of(&folder, "ro") else { return };
    let large = ["compare", "reactive", "proactive", "--residents", "300000", "--samples", "400", "--quiet"];
    for (arguments, says) in [
        ([&large[..], &["--out", "disk/result"]].concat(), "Read-only file system"),
        ([&large[..], &["--out", "disk/result", "--lang", "nl"]].concat(), "er kan alleen gelezen worden"),
        ([&large[..], &["--shard", "1/3", "--out", "disk/part"]].concat(), "Read-only file system"),
        (vec!["validate", "--out", "disk/validation"], "Read-only file system"),
        (vec!["page", "--out", "disk/page.html"], "Read-only file system"),
        (vec!["tour", "--out", "disk/tour"], "Read-only file system"),
    ] {
        // Found out late it would be ended by the limit.
        failed(&limited(&folder, "ulimit -t 10", &arguments), says);
    }
}

/// A folder that is removed while a run is at work in it, or a disk that is taken out: the run ends and says so, and
/// makes nothing new in the place of what was removed.
#[test]
fn a_folder_that_vanishes_is_told() {
    let folder = Folder::new("hostile-vanished");
    for (more, says) in [(&[][..], "has gone while kantel was at work"), (&["--lang", "nl"], "verdween terwijl kantel")]
    {
        let above = folder.0.join("above");
        fs::create_dir_all(&above).expect("a folder");
        let sizes = ["--residents", "2000", "--samples", "40", "--loops", "0", "--years", "2", "--closure", "extra"];
        let arguments = [&["compare", "--quiet", "--out", "above/result"], &sizes[..], more].concat();
        let mut command = program();
        command.current_dir(&folder.0).args(&arguments).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        let store = above.join("result.courses");
        while fs::metadata(&store).map_or(0, |file| file.len()) < 100_000 {
            assert!(child.try_wait().expect("it can be asked").is_none(), "it ended early");
            std::thread::sleep(Duration::from_millis(10));
        }
        fs::remove_dir_all(&above).expect("it can be removed");
        let mut told = String::new();
        child.stderr.take().expect("it is read").read_to_string(&mut told).expect("text");
        let code = child.wait().expect("it ends").code();
        assert_eq!(code, Some(3), "{told}");
        assert!(told.contains(says) && !told.contains("panicked"), "{told}");
        assert!(!above.exists(), "{:?}", left(&folder.0));
    }
}

/// A reader that goes away (`| head -1`) ends the program quietly.
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = Folder::new("hostile-pipe");
    let compare = tiny(&["--out", "result"]);
    let commands: [Vec<&str>; 8] = [
        vec!["levers"],
        vec!["explain"],
        vec!["scenarios"],
        vec!["schema"],
        vec!["district", "--list", "a"],
        vec!["--help"],
        vec!["compare", "--help"],
        compare,
    ];
    for arguments in commands {
        let mut command = program();
        command.current_dir(&folder.0).args(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success() && !said(&output).contains("panicked"), "{arguments:?}: {}", said(&output));
    }
    assert!(folder.0.join("result/manifest.json").exists());
}

/// Where what is to be read cannot be written, that is told, and the result is whole all the same.
#[cfg(target_os = "linux")]
#[test]
fn a_result_does_not_depend_on_its_table_being_read() {
    let folder = Folder::new("hostile-stdout");
    let of = |out: &'static str| tiny(&["--out", out]);
    assert!(folder.kantel(&of("whole")).status.success());
    let output = limited(&folder, "exec > /dev/full", &of("unread"));
    failed(&output, "cannot write what is to be read");
    assert_eq!(different(&folder.0.join("whole"), &folder.0.join("unread")), Vec::<String>::new());
    assert!(!folder.0.join("unread.courses").exists());
    failed(&limited(&folder, "exec > /dev/full", &["levers", "--lang", "nl"]), "de schijf is vol");
}

/// No home, odd languages and time zones: the same bytes.
#[test]
fn places_and_times_change_nothing() {
    let folder = Folder::new("hostile-places");
    let run = |out: &str, set: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kantel"));
        command.env_clear().envs(set.iter().copied()).current_dir(&folder.0);
        let output = command.args(tiny(&[])).args(["--out", out]).output().expect("it starts");
        assert!(output.status.success(), "{set:?}: {}", said(&output));
    };
    run("whole", &[("LC_ALL", "C")]);
    let odd = [
        ("nothing", &[][..]),
        ("lang", &[("LANG", "xx"), ("LC_ALL", "xx")][..]),
        ("turkish", &[("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Asia/Kathmandu")]),
        ("dutch", &[("LC_ALL", "nl_NL.UTF-8"), ("TZ", "Nowhere/At_All"), ("HOME", "/nowhere")]),
        ("bytes", &[("LC_ALL", "zh_CN.GB18030"), ("TZ", ""), ("HOME", ""), ("TERM", "dumb"), ("COLUMNS", "0")]),
    ];
    for (out, set) in odd {
        run(out, set);
        assert_eq!(different(&folder.0.join("whole"), &folder.0.join(out)), Vec::<String>::new(), "{out}");
    }
}

/// Results and scenarios under any name.
#[test]
fn names_may_be_anything_that_a_folder_may_be_called() {
    let folder = Folder::new("hostile-names");
    let plan = "schema_version = 1\nbase = \"builtin:proactive\"\n";
    let whole = tiny(&["--out", "whole"]);
    assert!(folder.kantel(&whole).status.success());
    let long = "x".repeat(200);
    for name in ["een map", "é café", "🙂", "it's \"so\"", "a\tb", "%s %n $HOME `id`", "--lang", "-x", "a=b", &long]
    {
        fs::write(folder.0.join(format!("{name}.toml")), plan).expect("a file");
        let below = format!("./{name}");
        let file = format!("./{name}.toml");
        let check = folder.kantel(&["check", &file]);
        assert!(check.status.success(), "{name}: {}", said(&check));
        let output = folder.kantel(&tiny(&["--out"]).into_iter().chain([&*below]).collect::<Vec<_>>());
        assert!(output.status.success(), "{name}: {}", said(&output));
        assert_eq!(different(&folder.0.join("whole"), &folder.0.join(name)), Vec::<String>::new(), "{name}");
        let resumed = folder.kantel(&["resume", &below, "--quiet"]);
        assert!(resumed.status.success(), "{name}: {}", said(&resumed));
        assert_eq!(different(&folder.0.join("whole"), &folder.0.join(name)), Vec::<String>::new(), "{name}");
    }
    let longer = "x".repeat(300);
    for (lang, says) in [("en", "too long"), ("nl", "die naam is te lang")] {
        let arguments: Vec<&str> = tiny(&["--lang"]).into_iter().chain([lang, "--out", &longer]).collect();
        failed(&folder.kantel(&arguments), says);
    }
}
