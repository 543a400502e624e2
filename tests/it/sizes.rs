//! Sizes that mean harm are refused within a second of computing and 64 MiB of memory; and what a comparison takes of
//! memory is known before.

use std::fs;

use crate::hostile::limited;
use crate::program::Folder;
use crate::store::said;

/// A second of computing and 64 MiB of data: who takes more is ended.
#[cfg(target_os = "linux")]
const LITTLE: &str = "ulimit -t 1 && ulimit -d 65536";

const HEAD: &str = "schema_version = 1\nbase = \"builtin:reactive\"\n";

/// What is refused, whatever it costs to say why.
#[cfg(target_os = "linux")]
fn refused(folder: &Folder, arguments: &[&str], says: &str) {
    let output = limited(folder, LITTLE, arguments);
    let told = said(&output);
    let first: String = told.chars().take(2_000).collect();
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {:?} {first}", output.status);
    assert!(told.contains(says), "{arguments:?}: {first}");
    assert!(!folder.0.join("kantel-results").exists(), "{arguments:?}");
}

/// Numbers of residents, years, samples and the rest that no machine could hold, and a memory that is none.
#[cfg(target_os = "linux")]
#[test]
fn options_beyond_all_measure_are_refused_at_once() {
    let folder = Folder::new("sizes-options");
    for (option, value) in [
        ("--residents", "1000000000000"),
        ("--residents", "20000001"),
        ("--residents", "99999999999999999999999999"),
        ("--years", "1000000000"),
        ("--samples", "1000000000000"),
        ("--replicates", "1000000000"),
        ("--loops", "1000000000"),
        ("--threads", "1000000"),
        ("--max-memory", "0"),
        ("--max-memory", "lots"),
        ("--shard", "1/1000000000"),
    ] {
        refused(&folder, &["compare", option, value], option);
    }
    let huge = ["compare", "--samples", "100000", "--replicates", "1000", "--years", "100", "--max-memory", "100GiB"];
    refused(&folder, &huge, "runs of each scenario would fit");
    let huge = ["compare", "--residents", "5000000", "--set", "levers.outreach.door_fte=3", "--max-memory", "1GiB"];
    refused(&folder, &huge, "--max-memory");
}

/// Files as large as may be read that hold nothing but keys, brackets, ends of lines or one word.
#[cfg(target_os = "linux")]
#[test]
fn files_that_hold_too_much_are_refused_at_once() {
    let folder = Folder::new("sizes-files");
    let most = 4 * 1024 * 1024 - 200;
    let fill = |before: &str, what: &str, after: &str| {
        let times = (most - before.len() - after.len()) / what.len();
        format!("{HEAD}{before}{}{after}\n", what.repeat(times))
    };
    let keys = |count: u32| (0..count).map(|i| format!("k{i} = 1")).collect::<Vec<_>>().join("\n");
    let step = |i: u32| format!("{{ after_years = {}, value = 1 }}", i % 99);
    let steps = (0..80_000).map(step).collect::<Vec<_>>().join(", ");
    let nested = |open: &str, close: &str| format!("{HEAD}x = {}{}\n", open.repeat(100_000), close.repeat(100_000));
    let too_much = "too much for one file";
    for (name, text, says) in [
        ("large", "#".repeat(most + 201), "too large (allowed: at most 4 MiB)"),
        (
            "numbers",
            format!(
                "{HEAD}[population]\nresidents = 1000000000000\n[experiment]\nyears = 1000000000\n\
              samples = 1000000000000\nreplicates = 10000000000\nseed = 99999999999999999999\n"
            ),
            "5 problems",
        ),
        ("keys", format!("{HEAD}{}", keys(150_000)), too_much),
        ("steps", format!("{HEAD}[levers]\noutreach.door_fte = [{steps}]\n"), too_much),
        ("lists", nested("[", "]"), too_much),
        ("tables-within", nested("{ a = ", " }"), too_much),
        ("brackets", fill("x = ", "[", ""), too_much),
        ("teams", fill("", "[[team]]\n", ""), too_much),
        ("some-teams", format!("{HEAD}{}", "[[team]]\nfte = 1\n".repeat(10_000)), "too many teams"),
        ("tables", fill("", "[t]\n", ""), too_much),
        ("parts", format!("{HEAD}{}", "[[part]]\nname = \"x\"\n".repeat(10_000)), "too many districts"),
        ("word", fill("", "x", " = 1"), too_much),
        ("dots", fill("a", ".a", " = 1"), too_much),
        ("ends-of-lines", "\n".repeat(most), too_much),
        ("carriage-returns", "\r".repeat(most), too_much),
        ("quotes", fill("title = ", "\"", ""), "not TOML"),
        ("text-for-number", fill("[levers]\noutreach.door_fte = \"", "x", "\""), "must be a number"),
        ("text-as-key", fill("\"", "x", "\" = 1"), "no such key"),
        ("unknown", format!("{HEAD}{}", keys(12_000)), "and 11800 more"),
    ] {
        let file = format!("{name}.toml");
        fs::write(folder.0.join(&file), text).expect("a file");
        refused(&folder, &["check", &file], says);
    }
    let district = include_str!("../../scenarios/districts/overvecht.toml");
    let large = district.replace("residents = 34255", "residents = 1000000000");
    fs::write(folder.0.join("district.toml"), large).expect("a file");
    refused(&folder, &["compare", "--district", "district.toml"], "residents: too high (1000000000");
    let wide = vec!["onset.debt"; 300_000].join(",") + "\n";
    fs::write(folder.0.join("wide.csv"), wide).expect("a file");
    refused(&folder, &["compare", "--design", "wide.csv"], "columns");
    fs::write(folder.0.join("long.csv"), format!("onset.debt\n{}", "x\n".repeat(900_000))).expect("a file");
    refused(&folder, &["compare", "--design", "long.csv"], "long.csv");
}

/// Bytes of `12.3 MiB`.
fn bytes(size: &str) -> f64 {
    let (number, unit) = size.trim().split_once(' ').unwrap_or_else(|| panic!("{size}"));
    let factor = match unit {
        "KiB" => 1_024.0,
        "MiB" => 1_048_576.0,
        "GiB" => 1_073_741_824.0,
        other => panic!("{other}"),
    };
    number.parse::<f64>().expect("a number") * factor
}

/// What a comparison says that it took of memory, and what was expected.
#[cfg(target_os = "linux")]
fn taken(folder: &Folder, arguments: &[&str]) -> [f64; 2] {
    let output = folder.kantel(arguments);
    let told = said(&output);
    assert!(output.status.success(), "{told}");
    let line = told.lines().find(|line| line.contains("of memory at most")).unwrap_or_else(|| panic!("{told}"));
    let (peak, estimate) = line.split_once(" of memory at most; ").expect("both");
    [peak, estimate.trim_end_matches(" were expected")].map(bytes)
}

/// Two sizes of many: docs/testing.md has the others. What is expected is that threads are at their most at the same
/// time, which on a machine with much to do may take several tries; more than expected is taken in none of them.
#[cfg(target_os = "linux")]
#[test]
fn memory_is_known_before_it_is_taken() {
    let folder = Folder::new("sizes-memory");
    let usual =
        ["--years", "1", "--samples", "6", "--replicates", "1", "--verbose", "--set", "experiment.burn_in_weeks=8"];
    for (i, (residents, threads)) in [("10000", "1"), ("30000", "2")].into_iter().enumerate() {
        let out = i.to_string();
        let more = ["--residents", residents, "--threads", threads, "--loops", "0", "--no-lives", "--out", &out];
        let compare = ["compare", "reactive", "proactive", "--closure", "extra"];
        let (mut most, mut expected) = (0.0_f64, 0.0);
        for _ in 0..if threads == "1" { 1 } else { 5 } {
            let [peak, estimate] = taken(&folder, &[&compare[..], &usual, &more, &["--force"]].concat());
            assert!(estimate / peak >= 0.85, "{residents} residents, {threads} threads: {estimate} for {peak}");
            (most, expected) = (most.max(peak), estimate);
            if expected / most <= 1.15 {
                break;
            }
        }
        assert!(expected / most <= 1.15, "{residents} residents, {threads} threads: {expected} for {most} at most");
    }
}

/// Less memory takes fewer threads if that suffices, which is said; else nothing is computed, and it is said what
/// would fit. In both languages.
#[cfg(target_os = "linux")]
#[test]
fn a_limit_of_memory_is_kept() {
    let folder = Folder::new("sizes-limit");
    let usual = ["run", "reactive", "--residents", "100000", "--years", "1", "--samples", "2", "--threads", "2"];
    let of = |limit: &str, lang: &str, out: &str| {
        let burn_in = ["--set", "experiment.burn_in_weeks=0"];
        let more = ["--max-memory", limit, "--lang", lang, "--out", out, "--verbose"];
        let output = folder.kantel(&[&usual[..], &burn_in, &more].concat());
        (output.status.code(), said(&output))
    };
    let (code, told) = of("120MiB", "en", "one");
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("threads: 1 instead of 2, which would take 1"), "{told}");
    for (lang, says, fits) in [
        ("en", "with one thread too this takes some", " residents would fit (--residents)"),
        ("nl", "ook met één thread is hiervoor zo'n", " inwoners passen er wel in (--residents)"),
    ] {
        let (code, told) = of("64MiB", lang, "two");
        assert_eq!(code, Some(2), "{told}");
        assert!(told.contains(says) && told.contains(fits), "{told}");
        assert!(!folder.0.join("two").exists() && !folder.0.join("two.courses").exists());
        let words = told.split(fits).next().unwrap_or_default().rsplit(' ').next().unwrap_or_default();
        let fitting: u32 = words.parse().unwrap_or_else(|_| panic!("{words}: {told}"));
        assert!((10_000..100_000).contains(&fitting), "{fitting}");
    }
    for (lang, says) in [("en", "a size such as 2GiB or 512M"), ("nl", "een grootte zoals 2GiB of 512M")] {
        let (code, told) = of("much", lang, "three");
        assert_eq!(code, Some(2));
        assert!(told.contains(says), "{told}");
    }
}
