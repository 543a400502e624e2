//! Copies, builds and runs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::sites::Site;
use crate::{Outcome, instrument};

/// Tests that only say that results are other than they were: a golden record, renewed by hand, proves nothing.
const GOLDEN: [&str; 3] = ["results_are", "kept_pages", "the_page_is_made"];
/// How much longer than before a mutant's tests may take, and how much at least.
const LONGER: u32 = 6;
const LEAST: Duration = Duration::from_secs(40);

/// What became of a mutant.
pub struct Fate {
    site: Site,
    outcome: &'static str,
    by: String,
}

impl Fate {
    /// Whether no test saw it.
    pub fn is_missed(&self) -> bool {
        matches!(self.outcome, "missed" | "unreached")
    }
}

/// The files of the repository.
pub fn tracked(root: &Path) -> Outcome<Vec<String>> {
    let listed = Command::new("git").current_dir(root).args(["ls-files"]).output()?;
    if !listed.status.success() {
        return Err("git ls-files does not work here".into());
    }
    let files: Vec<String> = String::from_utf8(listed.stdout)?.lines().map(str::to_owned).collect();
    Ok(files.into_iter().filter(|file| root.join(file).is_file()).collect())
}

/// Copies what is tracked, but for what is built already.
pub fn copy(root: &Path, to: &Path, files: &[String]) -> Outcome<()> {
    for file in files {
        let copy = to.join(file);
        if let Some(folder) = copy.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(root.join(file), &copy)?;
    }
    if !to.join(".git").exists() {
        Command::new("git").current_dir(to).args(["init", "-q"]).status()?;
        Command::new("git").current_dir(to).args(["add", "-A"]).status()?;
    }
    Ok(())
}

/// Where the copy is built.
fn target(copy: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| copy.join("target"), PathBuf::from)
}

/// Builds the tests with all changes in them; leaves out those that no compiler takes.
pub fn build(copy: &Path, files: &[String], mut drawn: Vec<Site>) -> Outcome<Vec<Site>> {
    let lib = fs::read_to_string(copy.join("src/lib.rs"))?;
    if !lib.contains("pub mod mutant;") {
        fs::write(copy.join("src/lib.rs"), format!("{lib}\n#[doc(hidden)]\npub mod mutant;\n"))?;
    }
    fs::write(copy.join("src/mutant.rs"), instrument::MODULE)?;
    let originals: BTreeMap<&str, String> = files
        .iter()
        .filter(|file| drawn.iter().any(|site| site.file == **file))
        .map(|file| Ok((file.as_str(), fs::read_to_string(copy.join(file))?)))
        .collect::<Outcome<_>>()?;
    for _ in 0..12 {
        for (file, text) in &originals {
            let numbered = (1..).zip(&drawn).filter(|(_, site)| site.file == **file).collect::<Vec<_>>();
            fs::write(copy.join(file), instrument::put(text, &numbered))?;
        }
        let wrong = errors(copy)?;
        if wrong.is_empty() {
            return Ok(drawn);
        }
        let before = drawn.len();
        drawn.retain(|site| {
            let is_there =
                |(file, line): &(String, usize)| *file == site.file && site.lines.0 <= *line && *line <= site.lines.1;
            !wrong.iter().any(is_there)
        });
        println!("{} cannot be built", before - drawn.len());
        if drawn.len() == before {
            return Err(format!("does not build: {wrong:?}").into());
        }
    }
    Err("does not build".into())
}

/// Files and lines that the compiler does not take.
fn errors(copy: &Path) -> Outcome<BTreeSet<(String, usize)>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .current_dir(copy)
        .args(["test", "--no-run", "--lib", "--test", "it", "--locked", "--message-format", "json"])
        .env("CARGO_TARGET_DIR", target(copy))
        .stderr(Stdio::inherit())
        .output()?;
    let mut wrong = BTreeSet::new();
    for line in String::from_utf8_lossy(&built.stdout).lines() {
        let Ok(told) = serde_json::from_str::<Value>(line) else { continue };
        let message = &told["message"];
        if told["reason"] != "compiler-message" || message["level"] != "error" {
            continue;
        }
        for span in message["spans"].as_array().into_iter().flatten() {
            let file = span["file_name"].as_str().unwrap_or_default().to_owned();
            let from = span["line_start"].as_u64().unwrap_or(0);
            wrong.insert((file, usize::try_from(from)?));
        }
    }
    if built.status.success() {
        Ok(BTreeSet::new())
    } else if wrong.is_empty() {
        Err("cargo fails".into())
    } else {
        Ok(wrong)
    }
}

/// Tests that run in one process.
#[derive(Clone, Debug)]
struct Group {
    binary: PathBuf,
    name: String,
    took: Duration,
    reached: BTreeSet<u32>,
    skipped: Vec<String>,
}

/// The binaries of the tests, the newest of each.
fn binaries(copy: &Path) -> Outcome<Vec<PathBuf>> {
    let deps = target(copy).join("debug/deps");
    ["kantel-", "it-"]
        .iter()
        .map(|start| {
            let mut found: Vec<(std::time::SystemTime, PathBuf)> = fs::read_dir(&deps)?
                .filter_map(Result::ok)
                .filter(|entry| {
                    let name = entry.file_name().to_string_lossy().into_owned();
                    name.starts_with(start) && !name.contains('.')
                })
                .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
                .collect();
            found.sort();
            // The program is built beside the tests of the library, under a name of the same form.
            found.retain(|(_, path)| {
                let listed = Command::new(path).args(["--list", "--format", "terse"]).output();
                listed.is_ok_and(|listed| String::from_utf8_lossy(&listed.stdout).contains(": test"))
            });
            found.pop().map(|(_, path)| path).ok_or_else(|| format!("no tests {start}").into())
        })
        .collect()
}

/// All groups: a module each, with what they reach.
fn groups(copy: &Path) -> Outcome<Vec<Group>> {
    let notes = copy.join("target-reached.txt");
    let mut groups = Vec::new();
    for binary in binaries(copy)? {
        let listed = Command::new(&binary).current_dir(copy).args(["--list", "--format", "terse"]).output()?;
        let names: BTreeSet<String> = String::from_utf8_lossy(&listed.stdout)
            .lines()
            .filter_map(|line| line.strip_suffix(": test"))
            .map(|name| name.split("::").next().unwrap_or(name).to_owned())
            .collect();
        for name in names {
            let _ = fs::remove_file(&notes);
            let group = Group {
                binary: binary.clone(),
                name,
                took: Duration::ZERO,
                reached: BTreeSet::new(),
                skipped: Vec::new(),
            };
            let began = Instant::now();
            let tried = group.run(copy, &[("KANTEL_REACHED", &notes.to_string_lossy())], Duration::from_secs(900))?;
            let reached = fs::read_to_string(&notes).unwrap_or_default();
            let reached = reached.lines().filter_map(|line| line.parse().ok()).collect();
            let skipped = tried.failed;
            groups.push(Group { took: began.elapsed(), reached, skipped, ..group });
        }
    }
    groups.sort_by_key(|group| group.took);
    Ok(groups)
}

/// What running a group told.
struct Tried {
    failed: Vec<String>,
    is_over: bool,
    is_good: bool,
}

impl Group {
    fn run(&self, copy: &Path, with: &[(&str, &str)], most: Duration) -> Outcome<Tried> {
        let out = copy.join("target-out.txt");
        let mut command = Command::new(&self.binary);
        command.current_dir(copy).arg(format!("{}::", self.name)).args(["-q", "--format", "pretty"]);
        for skip in GOLDEN.iter().copied().chain(self.skipped.iter().map(String::as_str)) {
            command.args(["--skip", skip]);
        }
        command.env_remove("KANTEL_MUTANT").envs(with.iter().copied());
        command.stdin(Stdio::null()).stdout(fs::File::create(&out)?).stderr(Stdio::null()).process_group(0);
        let mut child = command.spawn()?;
        let began = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break Some(status);
            }
            if began.elapsed() > most {
                Command::new("kill").args(["-9", "--", &format!("-{}", child.id())]).status()?;
                child.wait()?;
                break None;
            }
            std::thread::sleep(Duration::from_millis(20));
        };
        let told = fs::read_to_string(&out).unwrap_or_default();
        let failed = told.lines().filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"));
        let failed = failed.map(str::to_owned).collect();
        Ok(Tried { failed, is_over: status.is_none(), is_good: status.is_some_and(|status| status.success()) })
    }
}

/// Runs the tests that reach a mutant, the quickest first, until one fails.
pub fn hold(copy: &Path, drawn: &[Site]) -> Outcome<Vec<Fate>> {
    let groups = groups(copy)?;
    let skipped: Vec<&String> = groups.iter().flat_map(|group| &group.skipped).collect();
    println!("{} groups of tests; fail without a change, and are left out: {skipped:?}", groups.len());
    let mut fates = Vec::new();
    for (number, site) in (1..).zip(drawn) {
        let reaching: Vec<&Group> = groups.iter().filter(|group| group.reached.contains(&number)).collect();
        let (mut outcome, mut by) = (if reaching.is_empty() { "unreached" } else { "missed" }, String::new());
        for group in reaching {
            let most = (group.took * LONGER).max(LEAST);
            let tried = group.run(copy, &[("KANTEL_MUTANT", &number.to_string())], most)?;
            if tried.is_over || !tried.is_good {
                outcome = if tried.is_over { "timeout" } else { "caught" };
                by = tried.failed.first().cloned().unwrap_or_else(|| group.name.clone());
                break;
            }
        }
        println!(
            "{number} {outcome} {}:{} {} {} -> {} {by}",
            site.file, site.lines.0, site.function, site.from, site.to
        );
        fates.push(Fate { site: site.clone(), outcome, by });
    }
    Ok(fates)
}

/// Writes a row for each mutant.
pub fn write(to: &Path, fates: &[Fate]) -> Outcome<()> {
    let mut table = csv::Writer::from_path(to)?;
    table.write_record(["file", "line", "function", "from", "to", "outcome", "by"])?;
    for fate in fates {
        let site = &fate.site;
        let line = site.lines.0.to_string();
        let row = [&site.file, &line, &site.function, &site.from, &site.to, fate.outcome, &fate.by];
        table.write_record(row)?;
    }
    table.flush()?;
    Ok(())
}
