//! Several teams in a district: who takes on what, what is conserved, how one organisation turns into another, and what
//! files say of it.

use std::sync::Arc;

use kantel::cancel::Cancel;
use kantel::district::{District, Inputs};
use kantel::entities::{Domain, Helper};
use kantel::levers::{LeverValue, position};
use kantel::observation::{Indicator, catalogue};
use kantel::plan::Scenario;
use kantel::scenario::{self, Overrides};
use kantel::simulation::{Policy, Simulation, Unobserved};
use kantel::units::Week;

use crate::conservation::Auditor;
use crate::forms::DESKS;
use crate::small::{burned_in, residents, run};

/// A small district with so many teams of the same FTE together.
pub(crate) fn with_teams(teams: &str) -> Scenario {
    let text = format!(
        "schema_version = 1\nbase = \"builtin:reactive\"\nbefore = \"this\"\n[population]\nresidents = 2500\n\
         [experiment]\nyears = 3\nburn_in_weeks = 52\n{teams}"
    );
    let scenario = scenario::load_text("teams", &text, &Overrides::default());
    scenario.unwrap_or_else(|e| panic!("{e:#?}")).scenario
}

const TWO: &str = "[[team]]\nname = \"Young\"\nfte = 0.9\ndomains = [\"youth\"]\n\
                   [[team]]\nname = \"Others\"\nfte = 1.5\ncaseload_per_fte = 30\n";

const FIVE: &str = "[[team]]\nname = \"Young\"\nfte = 0.6\nages = [0, 22]\n\
                    [[team]]\nname = \"Old\"\nfte = 0.5\nages = [65, 104]\n\
                    [[team]]\nname = \"Money\"\nfte = 0.4\ndomains = [\"debt\", \"housing\", \"work\"]\n\
                    [[team]]\nname = \"Everybody\"\nfte = 0.6\n\
                    [[team]]\nname = \"Mind\"\nfte = 0.3\ndomains = [\"mental\"]\nform = \"extra\"\n";

/// Goes on from week 0 under a scenario's own organisation, and audits every week.
fn audited(start: &Simulation, scenario: &Scenario) -> Simulation {
    let mut simulation = start.fork();
    simulation.begin(Arc::new(Inputs::of(scenario, 0, 0)), Policy::from(&scenario.organisation));
    let mut auditor = Auditor::default();
    simulation.step_to(Week(3 * 52), &mut auditor, &Cancel::new());
    assert_eq!(auditor.weeks, 3 * 52);
    simulation
}

fn sums(simulation: &Simulation) -> String {
    format!("{:?}", simulation.record().years)
}

#[test]
fn several_teams_balance_and_one_that_takes_on_all_is_the_broad_one() {
    for teams in [TWO, FIVE] {
        let scenario = with_teams(teams);
        audited(&burned_in(&scenario, 0, 0), &scenario);
    }
    let broad = with_teams("[[team]]\nfte = 2.4\n");
    let stated = with_teams("[[team]]\nname = \"Wijkteam\"\nfte = 2.4\ncaseload_per_fte = 25\nages = [0, 104]\n");
    let known = with_teams("[[team]]\nfte = 2.4\ncaseload_per_fte = 25\n");
    assert_eq!(sums(&run(&stated)), sums(&run(&known)));
    assert_ne!(broad.organisation.uncertain, known.organisation.uncertain, "a caseload that nobody knows");
}

#[test]
fn who_takes_on_a_need_is_the_team_whose_remit_holds_it() {
    let scenario = with_teams(TWO);
    let simulation = run(&scenario);
    let d = &simulation.region().districts[0];
    let mut helped = [0; 2];
    for e in residents(d).flat_map(|r| d.episodes_of(r)) {
        let episode = &d.episodes[e];
        // A need of youth that goes on as one of the mind keeps its helper.
        for team in (0..2).filter(|team| episode.is_helped_by(*team as u8)) {
            helped[team] += 1;
            assert!(team == 0 || episode.domain != Domain::Youth, "the others help with youth");
        }
    }
    assert!(helped.iter().all(|&count| count > 0), "{helped:?}");
    // Both teams have their hours in the books, and together they are the first line's.
    let year = &simulation.record().years[2];
    let of = |i: usize| year[catalogue::of_team(catalogue::TEAM_HOURS, i)].num;
    assert!(of(0) > 0 && of(1) > of(0), "{} {}", of(0), of(1));
    assert_eq!(of(0) + of(1), year[Indicator::HOURS_FIRST_LINE.place()].num);
}

/// Whoever comes to a team on top of another has been taken in there first: longer on the way, more hours of intake.
#[test]
fn a_team_on_top_asks_for_two_intakes() {
    let both = |form: &str| {
        with_teams(&format!(
            "[[team]]\nname = \"Mind\"\nfte = 0.6\ndomains = [\"mental\"]\n{form}[[team]]\nname = \"Others\"\nfte = \
             1.8\n[parameters]\nteam.case_scope = 0.0\n"
        ))
    };
    let (instead, on_top) = (run(&both("")), run(&both("form = \"extra\"\n")));
    let intake =
        |s: &Simulation| -> i64 { s.record().years.iter().map(|year| year[Indicator::HOURS_INTAKE.place()].num).sum() };
    assert!(intake(&on_top) > intake(&instead), "{} {}", intake(&on_top), intake(&instead));
}

/// Cases under way and people who wait go on when one organisation turns into another, and no hour is lost.
#[test]
fn teams_become_those_of_another_organisation() {
    let (one, two, five) =
        (with_teams("[[team]]\nfte = 2.4\ncaseload_per_fte = 25\n"), with_teams(TWO), with_teams(FIVE));
    let helped = |d: &District| {
        residents(d)
            .flat_map(|r| d.episodes_of(r))
            .filter(|e| d.episodes[*e].helping[Helper::Team as usize] != 0)
            .count()
    };
    for (before, after) in [(&one, &two), (&two, &one), (&one, &five), (&five, &two)] {
        let start = burned_in(before, 0, 0);
        let then = &start.region().districts[0];
        let mut turned = start.fork();
        turned.begin(Arc::new(Inputs::of(after, 0, 0)), Policy::from(&after.organisation));
        let d = &turned.region().districts[0];
        assert_eq!(d.teams.len(), after.organisation.teams.len());
        let both = |of: fn(&District) -> u32| (of(then), of(d));
        let (old, new) = both(|d| d.teams.iter().map(|t| t.open + t.waiting).sum());
        assert!(old == new && old > 0, "cases go on: {old} {new}");
        assert_eq!(helped(then), helped(d), "help goes on");
        audited(&start, after);
        let year = &audited(&start, after).record().years[0].clone();
        let fte = year[Indicator::TEAM_FTE.place()].value().expect("counted");
        assert!((fte - 2.4).abs() < 0.6, "FTE that work: {fte}");
    }
}

/// The levers of single teams and of all together.
#[test]
fn levers_of_size_have_a_scope() {
    let s = |text: &str, week: i32| with_teams(&format!("{TWO}{text}")).organisation.timeline.settings(Week(week)).team;
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} {b}");
    let stated = s("", 0);
    near(stated.fte_of(0), 0.9);
    near(stated.fte_of(1), 1.5);
    near(stated.caseload_of(1), 30.0);
    for key in ["team.1.fte", "team.Young.fte"] {
        let later = s(&format!("[levers]\n{key} = {{ after_years = 1, value = 2.0 }}\n"), 52);
        near(later.fte_of(0), 2.0);
        near(later.fte_of(1), 1.5);
        near(later.fte, 3.5);
    }
    let all = s("[levers]\nteam.fte = 4.8\n", 0);
    near(all.fte_of(0), 1.8);
    near(all.fte_of(1), 3.0);
    // What is set in a simulation, too; a team that is not there is refused.
    let scenario = with_teams(TWO);
    let mut simulation = burned_in(&scenario, 0, 0);
    let lever = |key: &str| position(key).expect("a lever");
    simulation.set(Week(0), &vec![(lever("team.2.fte"), LeverValue::Number(3.0))]).expect("there is a second team");
    let refused = simulation.set(Week(0), &vec![(lever("team.3.fte"), LeverValue::Number(3.0))]).expect_err("no third");
    assert_eq!(refused[0].field, "team.3.fte");
    let step = simulation.step_to(Week(1), &mut Unobserved, &Cancel::new());
    assert_eq!(step, kantel::simulation::Progress::Done);
}

/// A scenario with several teams is written in full and read back as the same.
#[test]
fn several_teams_are_written_and_read_back() {
    for teams in [TWO, FIVE, DESKS] {
        let scenario = with_teams(teams);
        let text = scenario::write_merged(&scenario);
        let again = scenario::load_text("teams", &text, &Overrides::default()).expect("reads back").scenario;
        assert_eq!(again, scenario);
    }
}

#[test]
fn mistakes_about_teams_say_where_and_what_is_allowed() {
    let refused = |teams: &str| -> Vec<String> {
        let text = format!("schema_version = 1\nbase = \"builtin:reactive\"\n{teams}");
        let problems = scenario::load_text("mine", &text, &Overrides::default()).expect_err("mistakes");
        problems
            .iter()
            .map(|p| format!("{}:{} {}: {}", p.file, p.line.unwrap_or_default(), p.field, p.message.en))
            .collect()
    };
    let left = refused("[[team]]\nname = \"Young\"\nfte = 3\ndomains = [\"youth\"]\n");
    assert_eq!(left, ["mine.toml:3 team: some needs have no team; the first by domain, age and neighbourhood"]);
    let only_extra = refused("[[team]]\nname = \"A\"\nfte = 3\nform = \"extra\"\n");
    assert_eq!(only_extra, ["mine.toml:3 team: some needs have no team; the first by domain, age and neighbourhood"]);
    let many = refused(
        "[[team]]\nname = \"A\"\nfte = { low = 1, mode = 2, high = 3 }\nages = [3]\n[[team]]\nname = \"A\"\ndomains = \
         [\"youht\"]\nneighbourhoods = [\"Nowhere\"]\n",
    );
    for part in
        ["team[1].fte", "team[1].ages", "team[2].domains", "team[2]: does not state its size", "team[2].name: a second"]
    {
        assert!(many.iter().any(|told| told.contains(part)), "{part}: {many:#?}");
    }
    let nowhere = refused(
        "[[team]]\nname = \"A\"\nfte = 3\nneighbourhoods = [\"Nowhere\"]\n[[team]]\nname = \"B\"\nfte = 2\n[levers]\n\
         team.3.fte = 2\n",
    );
    assert!(nowhere.iter().any(|told| told.contains("no neighbourhood of the district")), "{nowhere:#?}");
    assert!(nowhere.iter().any(|told| told.contains("there is no team 3")), "{nowhere:#?}");
}

/// Cases of before go where their needs are taken on, whichever team stands first.
#[test]
fn cases_of_before_go_to_the_team_that_takes_on_their_need() {
    let (one, two) = (with_teams("[[team]]\nfte = 2.4\ncaseload_per_fte = 25\n"), with_teams(TWO));
    let start = burned_in(&one, 0, 0);
    let mut turned = start.fork();
    turned.begin(Arc::new(Inputs::of(&two, 0, 0)), Policy::from(&two.organisation));
    let d = &turned.region().districts[0];
    let mut count = 0;
    for c in (0..d.households.len() as u32).flat_map(|h| d.cases_of(kantel::ids::HouseholdId(h))) {
        let case = &d.cases[c];
        if d.episodes.is_current(case.episode, case.episode_generation) {
            assert_eq!(case.team == 0, d.episodes[case.episode].domain == Domain::Youth, "the team of its need");
            count += 1;
        }
    }
    assert!(count > 10, "{count} cases");
    assert!(d.teams.iter().all(|team| !team.jobs.is_empty()), "people work in both");
}

/// Teams to which nobody comes are told of, and one size can be set by its name.
#[test]
fn idle_teams_are_told_of_and_sizes_have_names() {
    let load = |teams: &str, set: &[&str]| {
        let text = format!("schema_version = 1\nbase = \"builtin:reactive\"\n{teams}");
        let set = set.iter().map(|s| (*s).to_owned()).collect();
        let overrides = Overrides { set, ..Overrides::default() };
        scenario::load_text("mine", &text, &overrides).unwrap_or_else(|e| panic!("{e:#?}"))
    };
    let late = "[[team]]\nname = \"Late\"\nfte = 0\ndomains = [\"youth\"]\n";
    let idle = load(&format!("[[team]]\nname = \"All\"\nfte = 3\n{late}"), &[]);
    let told = format!("{:?}", idle.warnings);
    assert!(told.contains("team Late has no FTE") && told.contains("team Late gets no need"), "{told}");
    let named = load(TWO, &["team.Young.fte=4"]);
    assert!(!format!("{:?}", named.warnings).contains("gets no need"), "{:?}", named.warnings);
    let team = named.scenario.organisation.timeline.settings(Week(0)).team;
    assert!((team.fte_of(0) - 4.0).abs() < 1e-9 && (team.fte_of(1) - 1.5).abs() < 1e-9);
}
