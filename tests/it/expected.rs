//! What a reader expects and would stumble over: verdicts beside ranges, comparisons that tell nothing, names and
//! words, and what is said of files.

use std::fs;

use kantel::experiment::{Period, Verdict};
use kantel::language::Lang;
use kantel::report::fragment;
use kantel::report::wording::Seeming;

use crate::invented;
use crate::program::Folder;

const SMALL: &str = "--residents 500 --years 1 --samples 2 --replicates 1 --loops 0 --no-lives --threads 1 --quiet";

fn run(place: &Folder, words: &str) -> (Option<i32>, String, String) {
    let words: Vec<&str> = words.split(' ').collect();
    let output = place.kantel(&words);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    // Lines are folded to the width.
    let flat = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    (output.status.code(), flat(text(&output.stdout)), flat(text(&output.stderr)))
}

/// Where verdict and range seem to contradict each other it is said why, and nowhere else.
#[test]
fn a_range_that_seems_to_contradict_its_verdict_is_explained() {
    for (verdict, low, high, seems) in [
        (Verdict::Better, -900_000.0, 40_000.0, Some(Seeming::PastZero)),
        (Verdict::Better, -900_000.0, -40_000.0, None),
        (Verdict::NoDifference, 10_000.0, 40_000.0, Some(Seeming::TooSmall)),
        (Verdict::NoDifference, -10_000.0, 40_000.0, None),
        (Verdict::UndecidedComputing, 10_000.0, 40_000.0, Some(Seeming::OneSide)),
        (Verdict::UndecidedKnowledge, -10_000.0, 40_000.0, None),
        (Verdict::Worse, -0.2, 40_000.0, None),
    ] {
        let mut data = invented::invented();
        for d in &mut data.comparisons[0].differences {
            if (d.indicator.as_str(), &*d.group, d.period) == ("euros.municipality", "all", Period::Horizon) {
                (d.verdict, d.p05, d.p95, d.samples) = (verdict, Some(low), Some(high), 40);
            } else {
                d.samples = 10;
            }
        }
        for lang in [Lang::En, Lang::Nl] {
            let cards = fragment(&data, "key-figures", lang).expect("a section").to_lowercase();
            for kind in Seeming::ALL {
                let said = kind.said();
                let is_said = cards.contains(&said.of(lang).to_lowercase());
                assert_eq!(is_said, seems == Some(kind), "{verdict:?} {low} {high} {kind:?}");
            }
        }
    }
}

/// The same plan twice, a plan that begins after the end, and a team without hours: each runs, and is told of before
/// and beside its figures.
#[test]
fn a_comparison_that_tells_nothing_says_so() {
    let place = Folder::new("expected-nothing");
    fs::write(
        place.0.join("late.toml"),
        "schema_version = 1\nbase = \"builtin:reactive\"\n[levers]\n\
         outreach.door_fte = { after_years = 5, value = 3 }\n",
    )
    .expect("a file");
    for (words, says) in [
        ("compare reactive reactive", "Nothing differs between these scenarios"),
        ("compare reactive late.toml", "begins after the end: 1 year"),
        ("compare reactive proactive --set levers.team.fte=0", "the team has no hours at all"),
    ] {
        let (code, out, err) = run(&place, &format!("{words} {} --out told", SMALL.replace(" --quiet", "")));
        assert_eq!(code, Some(0), "{words}: {err}");
        assert!(out.contains(says) && err.contains(says), "{words}: {out} {err}");
        assert!(place.read("told/report.html").contains(says), "{words}");
        fs::remove_dir_all(place.0.join("told")).expect("it is there");
    }
    let (_, out, err) = run(&place, &format!("compare reactive proactive {SMALL} --out told"));
    assert!(!(out + &err).contains("Nothing differs"));
}

/// Names are found by words of either language, by any capitals and by near misses.
#[test]
fn names_are_found_by_words() {
    let place = Folder::new("expected-names");
    for (words, says) in [
        ("compare own", "own-contribution"),
        ("compare Eigen-bijdrage", "did you mean 'own-contribution'?"),
        ("compare own-contributoin", "did you mean 'own-contribution'?"),
        ("compare Own-Strenght --lang nl", "bedoelde u 'own-strength'?"),
        ("run reactive --with proactive", "kantel compare reactive proactive"),
        ("levers outreach.dor_fte", "did you mean 'outreach.door_fte'?"),
        ("story --household x --lang nl", "alle, schulden, kind, oud-paar, alleen"),
        ("story --household x --lang en", "any, debts, child, old-couple, alone"),
    ] {
        let (code, _, err) = run(&place, words);
        assert!(code == Some(2) && err.contains(says), "{words}: {err}");
    }
    for (words, says) in [
        ("scenarios schulden --lang nl", "debts-in-a-bad-year"),
        ("scenarios Eigen-Bijdrage", "own-contribution"),
        ("scenarios OWN-CONTRIBUTION", "Figures of that in the report"),
        ("levers OUTREACH.door_fte --lang nl", "wie beslist: "),
    ] {
        let (code, out, err) = run(&place, words);
        assert!(code == Some(0) && out.contains(says), "{words}: {out} {err}");
    }
    let output = place.kantel(&["levers", "outreach.door_fte"]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.lines().count() > 2 && told.lines().all(|line| line.chars().count() <= 100), "{told}");
}

/// A file where a folder is to be is the user's to change; and who only reads is not told that nothing was written.
#[test]
fn what_stands_in_the_way_is_said_in_words() {
    let place = Folder::new("expected-words");
    fs::write(place.0.join("mine"), "dear").expect("a file");
    let (code, _, err) = run(&place, "scenarios prevention --write mine");
    assert!(code == Some(2) && err.contains("mine: is a file") && err.contains("nothing was written"), "{err}");
    assert_eq!(place.read("mine"), "dear");
    for words in ["explain zzz", "check zzz", "scenarios zzz", "levers zzz", "story zzz", "levers --mechanism M99"] {
        let (code, _, err) = run(&place, words);
        assert!(code == Some(2) && err.contains("1 problem") && !err.contains("written"), "{words}: {err}");
    }
    assert!(run(&place, "compare zzz").2.contains("1 problem; nothing was written"));
}
