//! What a week holds in `weekly.csv`: its own, so that the weeks of a year make the year.

use std::collections::BTreeMap;
use std::path::Path;

use kantel::cancel::Cancel;
use kantel::experiment::{Plan, Simulator, run};
use kantel::observation::{Cell, Kind, catalogue};
use kantel::plan::Scenario;
use kantel::report::folder::{Draft, Manifest};

use crate::small::{Kept, builtin};

fn weekly() -> Scenario {
    let mut scenario = builtin("proactive", 1_500, 2);
    let e = &mut scenario.experiment;
    (e.samples, e.replicates, e.extra_replicate, e.burn_in_weeks) = (1, 1, 0, 52);
    (scenario.output.weekly, scenario.output.all_series) = (true, true);
    scenario
}

fn plan() -> Plan {
    Plan::new(vec![weekly()], catalogue::series().into())
}

/// The values of a file by series and time.
fn read(path: &Path) -> BTreeMap<(String, String), Vec<Option<f64>>> {
    let mut values = BTreeMap::new();
    for row in csv::Reader::from_path(path).expect("it is there").records() {
        let row = row.expect("a row");
        let series: &mut Vec<Option<f64>> = values.entry((row[4].to_owned(), row[5].to_owned())).or_default();
        assert_eq!(row[3].parse::<usize>().expect("a time"), series.len() + 1, "times follow each other");
        series.push((!row[6].is_empty()).then(|| row[6].parse().expect("a number")));
    }
    values
}

#[test]
fn weeks_are_their_own_and_make_the_year() {
    let dir = std::env::temp_dir().join(format!("kantel-weekly-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&dir);
    let plan = plan();
    let mut draft = Draft::create(&dir, false, &plan, &["title = \"x\"\n".to_owned()]).expect("a folder");
    run(&plan, &Simulator, &mut draft, &Cancel::new(), &()).expect("nothing stops it");
    draft.finish(Manifest::of_plan(&plan)).expect("it is written");
    let (weeks, years) = (read(&dir.join("weekly.csv")), read(&dir.join("yearly.csv")));
    std::fs::remove_dir_all(&dir).expect("it was there");
    let mut flows = 0;
    // Of a single team nothing is written that is not the teams' together.
    for series in catalogue::series().iter().filter(|s| !catalogue::TEAMS.contains(&s.group.as_str())) {
        let key = (series.indicator.clone(), series.group.clone());
        let (weeks, years) = (&weeks[&key], &years[&key]);
        assert_eq!((weeks.len(), years.len()), (104, 2), "{key:?}");
        for (weeks, year) in weeks.chunks(52).zip(years) {
            let all: Option<Vec<f64>> = weeks.iter().copied().collect();
            let made = match (series.kind, all) {
                (Kind::Flow, Some(all)) => all.iter().sum(),
                (Kind::Stock, Some(all)) => all.iter().sum::<f64>() / 52.0,
                // Distinct persons so far: it never falls, and its last week is the year.
                (Kind::Distinct, Some(all)) => {
                    assert!(all.is_sorted(), "{key:?}: {all:?}");
                    all[51]
                }
                // A ratio's weeks weigh as much as their denominators: below.
                _ => continue,
            };
            let year = year.expect("counted");
            assert!((made - year).abs() <= 1e-9 * year.abs().max(1.0), "{key:?}: {made} in weeks, {year} in the year");
            flows += usize::from(series.kind == Kind::Flow && year > 52.0 && weeks[1] < weeks[51].map(|w| 3.0 * w));
        }
    }
    assert!(flows > 20, "{flows} flows have something in them");
}

#[test]
fn the_sums_of_the_weeks_are_those_of_the_year() {
    let mut kept = Kept::default();
    run(&plan(), &Simulator, &mut kept, &Cancel::new(), &()).expect("nothing stops it");
    let trajectory = &kept.0[0];
    for (position, series) in catalogue::series().iter().enumerate() {
        if !matches!(series.kind, Kind::Stock | Kind::Ratio) {
            continue;
        }
        for (weeks, year) in trajectory.weeks.chunks(52).zip(&trajectory.years) {
            let sum: Cell = weeks.iter().map(|week| week[position]).sum();
            assert_eq!(sum, year[position], "{} {}", series.indicator, series.group);
        }
    }
}

#[test]
fn keeping_weeks_from_the_middle_of_a_year_begins_with_that_week() {
    let scenario = weekly();
    let start = crate::small::burned_in(&scenario, 0, 0);
    let [mut early, mut late] = [start.fork(), start];
    early.keep_weeks();
    let run = |simulation: &mut kantel::simulation::Simulation, end: i32| {
        simulation.step_to(kantel::units::Week(end), &mut kantel::simulation::Unobserved, &Cancel::new());
    };
    run(&mut early, 60);
    run(&mut late, 30);
    late.keep_weeks();
    run(&mut late, 60);
    assert_eq!(early.record().weeks[30..], late.record().weeks[..]);
}
