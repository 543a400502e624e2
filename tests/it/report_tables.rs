//! Tables of the report that stand only where a plan gives rise to them: budgets by year, single teams, changed flows.

use kantel::experiment::FlowRow;
use kantel::observation::catalogue::TEAMS;
use kantel::report::wording::Lang;
use kantel::report::{ReportData, render};

use crate::invented::invented;
use crate::report::text;
use crate::report_cases::part;

/// A plan's series that is the same in every year.
fn keep(data: &mut ReportData, scenario: &str, (indicator, group): (&str, &str), of_year: impl Fn(u32) -> f64) {
    let like = data.summaries.iter().find(|s| s.scenario == scenario && s.year == 0).expect("a series").clone();
    for year in 0..data.years {
        let mut row = like.clone();
        (row.indicator, row.group, row.year) = (indicator.to_owned(), group.to_owned(), year);
        row.level.mean = Some(of_year(year));
        data.summaries.push(row);
    }
}

/// By hand: each year's euros beyond budgets, from the reserve and cut, the sums of the council term (2027 to 2029) and
/// of all years; of the plan in which something was cut, and of no other.
#[test]
fn budgets_reserve_and_cuts_are_told_by_year() {
    let mut data = invented();
    let before = part(&data, Lang::En, "who-pays", "for-whom");
    for plan in ["reactive", "proactive"] {
        let cut = if plan == "proactive" { 1_000.0 } else { 0.0 };
        for silo in ["wmo", "youth", "participation", "debt", "welfare"] {
            keep(&mut data, plan, (&format!("euros.over.{silo}"), "all"), |_| -2_000.0);
        }
        keep(&mut data, plan, ("euros.reserve", "all"), |year| f64::from(year) * 3_000.0);
        keep(&mut data, plan, ("euros.cut", "all"), |_| cut);
    }
    let english = part(&data, Lang::En, "who-pays", "for-whom");
    let caption = "Beyond the budget, from the reserve, and cut, year by year";
    assert!(!before.contains(caption));
    assert_eq!(english.matches(caption).count(), 1, "{english}");
    let table = english.split(caption).nth(1).expect("a table");
    let row = |head: &str| {
        let line = table.lines().find_map(|line| line.strip_prefix(head)?.strip_prefix(" | "));
        line.unwrap_or_else(|| panic!("{head}: {table}")).replace(" | ", " ")
    };
    let over = ["−€2,000"; 5].join(" ");
    assert_eq!(row("2028"), format!("{over} €3,000 €1,000"));
    assert_eq!(row("This council term"), format!("{} €9,000 €3,000", over.replace('2', "6")));
    // 3,000 times 0 to 14 are 315,000, which is told in two digits.
    assert_eq!(row("All years"), format!("{} €320,000 €15,000", over.replace("2,", "30,")));
}

/// Where a plan has several teams, each has a row with the means over years of its own series; one team has none.
#[test]
fn teams_stand_one_by_one_where_a_plan_has_several() {
    let mut data = invented();
    let caption = "The teams one by one";
    let whole = |data: &ReportData| text(&render(data, Lang::En).html);
    assert!(!whole(&data).contains(caption));
    data.scenarios[1].teams = vec!["Adults".to_owned(), "Youth".to_owned()];
    for (figure, of) in [("team.fte", 3.0), ("team.open", 20.0), ("team.waiting", 40.0), ("team.wait_weeks", 7.0)] {
        for (group, times) in [("team:1", 1.0), ("team:2", 2.0)] {
            let group = TEAMS.iter().find(|team| **team == group).expect("a group of a team");
            keep(&mut data, "proactive", (figure, group), |year| of * times + f64::from(year % 3) - 1.0);
        }
    }
    let told = whole(&data);
    let table = told.split(caption).nth(1).expect("a table");
    for (team, says) in [("Adults", ["3.0", "20", "40", "7.0"]), ("Youth", ["6.0", "40", "80", "14"])] {
        let line = table.lines().find_map(|line| line.split_once(&format!(" | {team} | ")));
        let cells: Vec<&str> = line.expect("a row").1.split(" | ").collect();
        assert_eq!(cells, says, "{team}");
    }
}

/// The table of changed flows has those that differ from the first plan, the largest change first, people before euros;
/// what is the same in both plans stands in the table of the largest alone.
#[test]
fn flows_that_change_are_told_largest_first() {
    let mut data = invented();
    for (plan, gp, youth, euros) in [("reactive", 500.0, 40.0, 9e6), ("proactive", 500.0, 60.0, 8.5e6)] {
        for year in 0..data.years {
            let mut flow = |from: &str, to: &str, persons, euros| {
                let (scenario, from, to) = (plan.to_owned(), from.to_owned(), to.to_owned());
                data.flows.push(FlowRow { scenario, year, from, to, persons, euros });
            };
            flow("door:gp", "queue:mental_health", Some(gp), None);
            flow("door:team", "queue:youth_ambulatory", Some(youth), None);
            flow("found_or_reported", "team", Some(gp - youth * 5.0), None);
            flow("account:youth", "service:youth_ambulatory", None, Some(euros));
            flow("account:health_insurer", "service:mental_health", None, Some(7e6));
        }
    }
    let told = text(&render(&data, Lang::En).html);
    let changes = told.split("What goes otherwise: the largest changes").nth(1).expect("a table of changes");
    let place = |what: &str| changes.find(what);
    let (found, youth, euros) = (place("300"), place("40"), place("9,000,000"));
    assert!(found < youth && youth < euros && found.is_some(), "{changes}");
    assert!(!changes[..euros.expect("euros") + 40].contains("7,000,000"), "{changes}");
}
