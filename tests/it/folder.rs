//! Result folders: the same bytes whatever the threads, written whole or not at all, and read back as they were.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kantel::cancel::Cancel;
use kantel::doors::Door;
use kantel::entities::{Domain, Product, Route, Severity};
use kantel::experiment::{
    Comparison, Drawn, HouseholdKind, Lives, Moment, Plan, Results, Turn, WorkWeek, compare, loops, run,
};
use kantel::report::folder::{DUTCH, Draft, FILES, FolderError, Manifest, amend, read};

use crate::toy::{Toy, plan, scenario};

/// A folder of its own for a test, removed at the end.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("kantel-folder-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("it works");
        Self(path)
    }

    fn entries(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(&self.0)
            .expect("it works")
            .map(|e| e.expect("it works").file_name().into_string().expect("it works"))
            .collect();
        names.sort();
        names
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn texts(plan: &Plan) -> Vec<String> {
    plan.scenarios.iter().map(|s| format!("title = \"{}\"\n", s.title)).collect()
}

fn two(threads: usize) -> Plan {
    let mut all = vec![scenario("base", 0.0, 35), scenario("=variant", 10.0, 35)];
    for scenario in &mut all {
        scenario.output.weekly = true;
    }
    let mut plan = plan(all, threads);
    plan.loop_samples = 3;
    plan
}

fn write(plan: &Plan, target: &Path, force: bool) -> Result<Vec<Comparison>, FolderError> {
    let mut draft = Draft::create(target, force, plan, &texts(plan))?;
    let mut results = Results::new(plan);
    let toy = Toy::new();
    run(plan, &toy, &mut (&mut results, &mut draft), &Cancel::new(), &()).expect("nothing stops it");
    draft.write_summary(plan, &results)?;
    let mut comparisons: Vec<Comparison> = (1..plan.scenarios.len()).map(|v| compare(plan, &results, v)).collect();
    let effects = loops(plan, &toy, &results, &Cancel::new(), &()).expect("nothing stops it");
    comparisons.iter_mut().zip(effects).for_each(|(c, e)| c.loops = e);
    if !comparisons.is_empty() {
        draft.write_comparisons(&comparisons)?;
        draft.write_lives(&household(plan))?;
    }
    let wall = Some(plan.threads as f64);
    draft.finish(Manifest { wall_seconds: wall, ..Manifest::of_plan(plan) })?;
    Ok(comparisons)
}

/// A household of the first two scenarios in which every kind of thing happens.
fn household(plan: &Plan) -> Lives {
    let (domain, product) = (Domain::Housing, Product::ShelteredLiving);
    let at_start = [
        Turn::Present,
        Turn::HiddenNeed(domain, Severity::Severe),
        Turn::KnownNeed(Domain::Debt, Severity::Light),
        Turn::Served(product),
        Turn::Waits(Product::Guidance),
        Turn::TeamHelps,
        Turn::TeamWaits,
        Turn::GivesCare,
        Turn::HasCare,
        Turn::InArrears,
        Turn::UnderOrder,
        Turn::OnBenefit,
    ];
    let later = [
        Turn::Arrived,
        Turn::NeedBrought(domain, Severity::Crisis),
        Turn::NeedBegins(domain, Severity::Moderate),
        Turn::NeedWorsens(domain, Severity::Severe),
        Turn::NeedReturns(domain, Severity::Light),
        Turn::NeedKnown(domain, Route::Place),
        Turn::NeedPasses(domain),
        Turn::TeamAsked(domain),
        Turn::TeamStarts,
        Turn::TeamCloses,
        Turn::ServiceAsked(product),
        Turn::AskedAt(product, Door::CentreMunicipality),
        Turn::CaredFor,
        Turn::OneCarerGone,
        Turn::NoCarerLeft,
        Turn::BehindWithRent,
        Turn::OrderedOut,
        Turn::Evicted,
        Turn::RentPaid,
        Turn::BenefitStarts,
        Turn::BenefitEnds,
        Turn::ServiceRefused(product),
        Turn::ServiceStarts(product),
        Turn::ServiceEnds(product),
        Turn::CareStarts,
        Turn::CareEnds,
        Turn::Visited,
        Turn::Born,
        Turn::Left,
        Turn::Died,
    ];
    let moment = |week, member, turn| Moment { week, member, age: 30 + member, turn };
    let mut course: Vec<Moment> = at_start.into_iter().map(|turn| moment(None, 0, turn)).collect();
    course.extend((0..).zip(later).map(|(week, turn)| moment(Some(week * 7), week % 28, turn)));
    let other = course[..9].to_vec();
    let drawn = Drawn {
        households: 100,
        stayed: 60,
        same: 50,
        severe: 9,
        candidates: 7,
        fewer: 3,
        more: 2,
        ..Drawn::default()
    };
    let [base, variant, ..] = plan.scenarios.as_slice() else { panic!("two scenarios") };
    let week = WorkWeek { week: 25, works: true, hours: [1.5; 11], cases: 17.25, years: 4.5, ..WorkWeek::default() };
    let vacant = WorkWeek { week: 77, left: 2, first_left: Some(30), ..WorkWeek::default() };
    let work = [vec![week, vacant], vec![week, WorkWeek { learnt: 0.05, strain: 0.3, in_an_hour: 0.9, ..week }]];
    let (base, variant) = (base.name.clone(), variant.name.clone());
    Lives { base, variant, kind: HouseholdKind::Debts, all: 150, drawn, courses: [course, other], work }
}

fn contents(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(dir).expect("it works") {
        let path = entry.expect("it works").path();
        let name = path.file_name().expect("it works").to_str().expect("it works").to_owned();
        if path.is_dir() {
            all.extend(contents(&path).into_iter().map(|(n, b)| (format!("{name}/{n}"), b)));
        } else {
            all.insert(name, fs::read(&path).expect("it works"));
        }
    }
    all
}

#[test]
fn all_files_but_the_manifest_are_the_same_bytes_for_1_2_and_4_threads() {
    let place = Place::new("threads");
    let mut folders = Vec::new();
    for threads in [1, 2, 4] {
        let target = place.0.join(format!("deep/er/{threads}"));
        write(&two(threads), &target, false).expect("it works");
        let mut all = contents(&target);
        assert!(all.remove("manifest.json").is_some());
        folders.push(all);
    }
    assert_eq!(folders[0].keys().collect::<Vec<_>>(), folders[2].keys().collect::<Vec<_>>());
    assert!(folders[0] == folders[1] && folders[1] == folders[2]);
    let others = ["DATA_DICTIONARY.md", "scenarios/base.toml", "scenarios/-variant.toml"];
    // One district has no table of districts, persons have one on request, and this model moves nothing.
    let not_here = ["districts.csv", "persons.csv", "flows.csv"];
    for name in FILES.iter().map(|f| f.name).filter(|name| !not_here.contains(name)).chain(others) {
        assert!(folders[0].contains_key(name), "{name}");
    }
}

#[test]
fn the_columns_are_those_of_the_contract() {
    let header = |name: &str| {
        let file = FILES.iter().find(|f| f.name == name).expect("a file");
        file.columns.iter().map(|c| c.name).collect::<Vec<_>>().join(",")
    };
    assert_eq!(header("yearly.csv"), "scenario,sample,replicate,year,indicator,group,value,unit");
    assert_eq!(
        header("comparison.csv"),
        "base,variant,closure,indicator,group,period,unit,base_value,variant_value,difference,median,p05,p95,\
         share_better,mc_error,margin,variance_reduction,samples,replicates,verdict,decider,tipping_value"
    );
    assert_eq!(header("breakeven.csv"), "variant,payer,year_median,year_p05,year_p95,share_never,share_full");
}

/// Judging again with the margins that stand there changes nothing: what is known of chance is read back.
#[test]
fn a_folder_judged_again_with_its_own_margins_says_the_same() {
    let place = Place::new("again");
    let target = place.0.join("x");
    let mut plan = plan(vec![scenario("base", 0.0, 200), scenario("variant", 2.0, 200)], 2);
    plan.loop_samples = 1;
    let written = write(&plan, &target, false).expect("it works");
    let folder = read(&target).expect("it works");
    let mut kinds = Vec::new();
    for (read, row) in folder.comparisons[0].differences.iter().zip(&written[0].differences) {
        assert_eq!((read.chance, read.median), (row.chance.filter(|_| row.variance_split.is_some()), row.median));
        if read.by_sample.is_empty() {
            continue;
        }
        let samples: Vec<f64> = read.by_sample.iter().flatten().copied().collect();
        let again = kantel::experiment::verdict(read.direction, &samples, read.margin, read.chance);
        assert_eq!((again, read.needs()), (row.verdict, row.needs()), "{} {:?}", row.indicator, row.period);
        kinds.push(again.key());
    }
    kinds.sort_unstable();
    kinds.dedup();
    assert!(kinds.len() > 2 && kinds.contains(&"undecided_computing"), "{kinds:?}");
}

#[test]
fn missing_values_are_empty_and_formulas_inert() {
    let place = Place::new("missing");
    let target = place.0.join("x");
    write(&two(2), &target, false).expect("it works");
    for (name, bytes) in contents(&target) {
        let text = String::from_utf8(bytes).expect("it works");
        if FILES.iter().any(|f| f.name == name) {
            let number = |f: &str| matches!(f, "NaN" | "inf" | "-inf");
            assert!(!text.split([',', '\n']).any(number), "{name}");
            assert!(!text.contains(",=") && !text.contains("\n="), "{name}");
        }
    }
    amend(&target, read(&target).expect("a result").manifest, &[], true).expect("it works");
    let dutch = contents(&target.join(DUTCH));
    assert!(dutch.len() > 10, "{:?}", dutch.keys());
    for (name, bytes) in dutch {
        let text = String::from_utf8(bytes).expect("it works");
        assert!(!text.contains(";=") && !text.contains("\n="), "{name}");
        assert!(!name.starts_with("yearly") || text.contains("\n'=variant;"), "a name is a text");
    }
    let yearly = fs::read_to_string(target.join("yearly.csv")).expect("it works");
    assert!(yearly.lines().any(|l| l == "'=variant,0,1,1,never.counted,all,,share"), "a missing value");
    assert!(!yearly.contains("inner.detail"), "only default series");
    // Header, and 42 runs of 2 scenarios with 9 years of 11 series.
    assert_eq!(yearly.lines().count(), 1 + 42 * 2 * 9 * 11);
    let dictionary = fs::read_to_string(target.join("DATA_DICTIONARY.md")).expect("it works");
    assert!(
        dictionary.contains("| `need.open` | Name of need.open | stock | `all`, `age:65+` | persons | lower | 1 |")
    );
}

#[test]
fn a_folder_reads_back_as_it_was_computed() {
    let place = Place::new("reading");
    let target = place.0.join("x");
    let written = write(&two(2), &target, false).expect("it works");
    let folder = read(&target).expect("it works");
    assert_eq!(folder.manifest.scenarios[1].name, "=variant");
    assert_eq!(folder.manifest.scenarios[1].text, "title = \"Title of =variant\"\n");
    let (mut one, other) = (written[0].clone(), &folder.comparisons[0]);
    for row in &mut one.differences {
        if matches!(row.period, kantel::experiment::Period::Year(_)) {
            row.by_sample.clear();
        }
    }
    assert_eq!(format!("{one:?}"), format!("{other:?}"));
    assert_eq!(folder.lives, Some(household(&two(2))));
    assert_eq!(folder.summary.len(), 2 * 11 * 9);
    assert!(
        folder
            .summary
            .iter()
            .all(|row| row.scenario == "base" || row.difference.mean.is_some() || row.level.mean.is_none())
    );
}

#[test]
fn the_manifest_holds_the_hash_of_every_other_file() {
    let place = Place::new("hashes");
    let target = place.0.join("x");
    write(&two(2), &target, false).expect("it works");
    let folder = read(&target).expect("it works");
    let mut names: Vec<String> = contents(&target).into_keys().collect();
    names.retain(|n| n != "manifest.json");
    assert_eq!(folder.manifest.outputs.keys().cloned().collect::<Vec<_>>(), names);
    assert!(folder.manifest.outputs.values().all(|h| h.len() == 64));
}

#[test]
fn a_single_run_has_no_comparison_files() {
    let place = Place::new("single");
    let target = place.0.join("x");
    write(&plan(vec![scenario("only", 1.0, 3)], 1), &target, false).expect("it works");
    let names: Vec<String> = contents(&target).into_keys().collect();
    assert!(!names.iter().any(|n| n == "comparison.csv" || n == "breakeven.csv" || n == "weekly.csv"), "{names:?}");
    let folder = read(&target).expect("it works");
    assert!(folder.comparisons.is_empty() && folder.summary.len() == 11 * 9);
}

#[test]
fn an_existing_folder_is_replaced_only_by_force_and_only_if_it_is_a_result() {
    let place = Place::new("force");
    let target = place.0.join("x");
    let small = || plan(vec![scenario("only", 1.0, 2)], 1);
    fs::create_dir(&target).expect("it works");
    write(&small(), &target, false).expect("an empty folder is no loss");
    fs::write(target.join("note.txt"), "mine").expect("it works");
    assert!(matches!(write(&small(), &target, false), Err(FolderError::Exists(_))));
    assert!(target.join("note.txt").exists());
    let Err(FolderError::Mixed(_, names)) = write(&small(), &target, true) else { panic!("not kantel's to remove") };
    assert_eq!(names, ["note.txt"]);
    fs::remove_file(target.join("note.txt")).expect("it is there");
    write(&small(), &target, true).expect("a result");
    let foreign = place.0.join("foreign");
    fs::create_dir(&foreign).expect("it works");
    fs::write(foreign.join("manifest.json"), "{}").expect("it works");
    assert!(matches!(write(&small(), &foreign, true), Err(FolderError::Foreign(_))));
    fs::write(place.0.join("file"), "text").expect("it works");
    assert!(matches!(write(&small(), &place.0.join("file"), true), Err(FolderError::Foreign(_))));
    assert_eq!(place.entries(), ["file", "foreign", "x"]);
}

#[test]
fn an_interrupted_run_leaves_nothing_behind() {
    let place = Place::new("interrupted");
    let plan = two(2);
    let target = place.0.join("above/x");
    let stop = Cancel::new();
    let mut draft = Draft::create(&target, false, &plan, &texts(&plan)).expect("it works");
    assert!(draft.dir().join("samples.csv").exists() && !target.exists());
    stop.cancel();
    assert!(run(&plan, &Toy::new(), &mut draft, &stop, &()).is_err());
    drop(draft);
    assert!(place.entries().is_empty(), "{:?}", place.entries());
}

#[test]
fn a_damaged_file_is_named_with_its_line() {
    let place = Place::new("damaged");
    let target = place.0.join("x");
    write(&two(2), &target, false).expect("it works");
    let path = target.join("series_summary.csv");
    let text = fs::read_to_string(&path).expect("it works");
    let damaged: Vec<String> =
        text.lines().enumerate().map(|(i, l)| if i == 4 { l.replace(",4,", ",four,") } else { l.to_owned() }).collect();
    fs::write(&path, damaged.join("\n")).expect("it works");
    let error = read(&target).unwrap_err().to_string();
    assert!(error.ends_with("series_summary.csv, line 5: year 'four' is no count"), "{error}");
    assert!(read(&place.0).is_err());
    fs::write(&path, text).expect("it works");
    let path = target.join("lives.csv");
    let text = fs::read_to_string(&path).expect("it works");
    for (right, wrong, says) in [
        (
            ",need_begins,housing,moderate,",
            ",need_begins,housing,,",
            "event 'need_begins' is no event with these parts",
        ),
        (",housing,moderate,", ",houses,moderate,", "domain 'houses' is none of its kind"),
        (",A,30,present,", ",a,30,present,", "resident 'a' is no resident"),
        ("base,0,A,30,present,", "base,3,A,30,present,", "week '3' is no week for this event"),
        ("base,0,A,30,present,", "third,0,A,30,present,", "scenario 'third' is no scenario of lives_drawn.csv"),
    ] {
        assert!(text.contains(right), "{right}: {text}");
        fs::write(&path, text.replacen(right, wrong, 1)).expect("it works");
        let error = read(&target).unwrap_err().to_string();
        assert!(error.contains("lives.csv, line ") && error.ends_with(says), "{error}");
    }
}

/// Who changes a verdict by hand does not get it into a report.
#[test]
fn a_file_that_was_changed_is_refused() {
    let place = Place::new("changed");
    let target = place.0.join("x");
    write(&two(2), &target, false).expect("it works");
    let path = target.join("comparison.csv");
    let text = fs::read_to_string(&path).expect("it works");
    assert!(text.contains(",undecided_computing,"), "{text}");
    fs::write(&path, text.replace(",undecided_computing,", ",better,")).expect("it works");
    let error = read(&target).unwrap_err().to_string();
    assert!(error.contains("comparison.csv") && error.contains("was changed after kantel wrote it"), "{error}");
    fs::write(&path, text).expect("it works");
    assert!(read(&target).is_ok());
}

#[test]
fn a_folder_without_a_household_is_read_all_the_same() {
    let place = Place::new("nobody");
    let target = place.0.join("x");
    write(&two(2), &target, false).expect("it works");
    fs::remove_file(target.join("lives.csv")).expect("it works");
    let folder = read(&target).expect("it can be read");
    assert!(folder.lives.is_none() && !folder.comparisons.is_empty());
}

/// A release says which commit it is; outside a checkout of its own it says nothing.
#[test]
fn a_build_knows_its_commit() {
    let git = |folder: &Path, arguments: &[&str]| {
        let output = std::process::Command::new("git").arg("-C").arg(folder).args(arguments).output();
        output.ok().filter(|o| o.status.success()).map(|o| String::from_utf8_lossy(&o.stdout).trim().to_owned())
    };
    let place = Place::new("commit");
    if git(&place.0, &["--version"]).is_none() {
        return;
    }
    let in_no_checkout = git(&place.0, &["rev-parse", "HEAD"]).is_none();
    assert!(!in_no_checkout || crate::build_script::commit(&place.0).is_none());
    let author = ["-c", "user.name=x", "-c", "user.email=x@example.org"];
    fs::create_dir_all(place.0.join("src")).expect("it works");
    fs::write(place.0.join("src/lib.rs"), "// one").expect("it works");
    git(&place.0, &["init", "--quiet"]).expect("a checkout");
    git(&place.0, &["add", "."]).expect("a file");
    git(&place.0, &[&author[..], &["commit", "--quiet", "-m", "One"]].concat()).expect("a commit");
    let head = git(&place.0, &["rev-parse", "HEAD"]).expect("a commit");
    assert_eq!(crate::build_script::commit(&place.0), Some(head.clone()));
    assert_eq!(crate::build_script::commit(&place.0.join("src")), None, "a part of another checkout");
    fs::write(place.0.join("notes.txt"), "not compiled").expect("it works");
    assert_eq!(crate::build_script::commit(&place.0), Some(head.clone()));
    fs::write(place.0.join("src/lib.rs"), "// two").expect("it works");
    assert_eq!(crate::build_script::commit(&place.0), Some(format!("{head}+changes")));
}
