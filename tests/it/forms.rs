//! Forms of the team: desks by law in the place of a team, a team on top of another, small teams and their jobs, and
//! any plan of several teams.

use std::fmt::Write as _;
use std::sync::Arc;

use kantel::calendar::Occasion;
use kantel::cancel::Cancel;
use kantel::district::{District, Inputs, Team};
use kantel::entities::{DOMAINS, Domain, Form, Frame, MAX_TEAMS, Remit};
use kantel::levers::LEVERS;
use kantel::links::Link;
use kantel::mechanisms::needs::natural;
use kantel::mechanisms::team::{cases, hours as team};
use kantel::observation::catalogue;
use kantel::plan::Scenario;
use kantel::scenario::{self, Overrides};
use kantel::simulation::{Observer, Policy, Region, Simulation};
use kantel::units::{Effort, Week};
use proptest::prelude::*;

use crate::by_hand::{FOUNDED, only_needs, sum, with_room};
use crate::conservation::{Auditor, lever_value};
use crate::small::{Still, burned_in, fix, run};
use crate::teams::with_teams;

/// The same FTE at three desks, one of each law.
pub(crate) const DESKS: &str = "[[team]]\nname = \"Youth desk\"\nfte = 0.6\ndomains = [\"youth\"]\nform = \"desk\"\n\
                                [[team]]\nname = \"Livelihood desk\"\nfte = 0.7\ndomains = [\"debt\", \"housing\", \
                                \"work\"]\nform = \"desk\"\n\
                                [[team]]\nname = \"Wmo desk\"\nfte = 1.1\nform = \"desk\"\n";

/// A team with all the places and hours that cases ask, beside the first.
fn second(still: &mut Still, form: Form, domains: u8) {
    let s = &mut still.settings.team;
    (s.count, s.shares) = (2, std::array::from_fn(|i| if i < 2 { 0.5 } else { 0.0 }));
    let (_, d) = still.in_week(FOUNDED);
    let mut other = d.teams[0].clone();
    (other.form, other.remit) = (form, Remit { domains, ..Remit::default() });
    d.teams.push(other);
}

/// Who comes to a team on top of another is taken in there first: with a fortnight of intake waiting, the second stands
/// in line after that fortnight and not before, and then does an intake of its own. A team in the place of another does
/// one intake at once.
#[test]
fn the_second_intake_waits_for_the_first() {
    for form in [Form::Extra, Form::Replaces] {
        let mut still = with_room(&[("team.intake_hours", 3.0), ("referral.base", -20.0)]);
        second(&mut still, form, 1 << Domain::Mental as u8);
        let (now, d) = still.in_week(FOUNDED);
        // The broad team stands behind the other for mental needs.
        d.teams.swap(0, 1);
        let (on_top, usual) = (0, 1);
        d.teams[usual].intake_due = Effort::from_hours(20.0);
        d.teams[usual].intake_room = Effort::from_hours(10.0);
        let e = only_needs(d)[0];
        cases::open_case(now, d, e, Frame::Voluntary);
        let h = d.household_of(d.episodes[e].resident);
        let c = d.case_with(h, on_top).expect("a case of the team that takes it on");
        team::replay(now, d);
        let due = |d: &District| [usual, on_top].map(|i| d.teams[i].intake_due);
        if form == Form::Replaces {
            assert!(d.episodes[e].is_helped());
            assert_eq!(due(d), [Effort::from_hours(20.0), Effort::from_hours(3.0)]);
            continue;
        }
        assert!(!d.episodes[e].is_helped() && d.teams[on_top].line.is_empty(), "it waits for the first");
        assert_eq!(due(d), [Effort::from_hours(23.0), Effort(0)]);
        let mut passed = None;
        for week in FOUNDED..FOUNDED + 4 {
            d.calendar.open(Week(week));
            while let Some(entry) = d.calendar.pop() {
                if entry.what == Occasion::CASE_PASSED_ON && entry.slot == c.0 {
                    passed = Some(entry.at.weeks_since(now.at));
                }
            }
        }
        assert!(passed.is_some_and(|weeks| (weeks - 2.0).abs() < 1e-3), "{passed:?}");
        cases::passed_on(now, d, c);
        team::replay(now, d);
        assert!(d.episodes[e].is_helped());
        assert_eq!(due(d), [Effort::from_hours(23.0), Effort::from_hours(3.0)]);
    }
}

/// Measured as a whole: for the same people and hours a team on top comes later, and there are fewer hours for cases,
/// than where it has the place of the broad team.
#[test]
fn an_extra_link_is_a_longer_road() {
    let both = |form: &str| {
        let text = format!(
            "[[team]]\nname = \"Mind\"\nfte = 0.6\ndomains = [\"mental\"]\n{form}[[team]]\nname = \"Others\"\nfte = \
             1.8\n[parameters]\nteam.case_scope = 0.0\nteam.case_light = 5.0\n"
        );
        [0, 1, 2].map(|replicate| {
            let scenario = with_teams(&text);
            crate::small::go_on(&burned_in(&scenario, 0, replicate), &scenario, 0, replicate, Week(156))
        })
    };
    let wait = |runs: &[Simulation]| {
        let place = catalogue::of_team(catalogue::TEAM_WAIT, 0);
        let cells = || runs.iter().flat_map(|run| &run.record().years).map(move |year| year[place]);
        cells().map(|c| c.num).sum::<i64>() as f64 / cells().map(|c| c.den).sum::<i64>() as f64
    };
    let (instead, on_top) = (both(""), both("form = \"extra\"\n"));
    let hours = |runs: &[Simulation], key: &str| sum(runs, key).num;
    println!("weeks until a case: {} {}", wait(&instead), wait(&on_top));
    assert!(wait(&on_top) > wait(&instead) + 0.2, "{} {}", wait(&instead), wait(&on_top));
    assert!(hours(&on_top, "hours.intake") > hours(&instead, "hours.intake"));
    assert!(hours(&on_top, "hours.case") < hours(&instead, "hours.case"));
}

/// A team hands over a hidden debt that it comes across and that is another's; a desk leaves it, and sees what is its
/// own; with the link cut it hands over as a team does.
#[test]
fn a_desk_leaves_what_is_not_its_own() {
    for (form, link, debt_known) in [(Form::Replaces, 1.0, true), (Form::Desk, 1.0, false), (Form::Desk, 0.0, true)] {
        let mut still = with_room(&[("team.case_scope", 1.0), ("referral.base", -20.0)]);
        still.settings.links[Link::REMIT_SCOPE.place()] = link;
        second(&mut still, form, 1 << Domain::Mental as u8 | 1 << Domain::Social as u8);
        let (now, d) = still.in_week(FOUNDED);
        d.teams.swap(0, 1);
        let e = only_needs(d)[0];
        let r = d.episodes[e].resident;
        for domain in [Domain::Debt, Domain::Social] {
            natural::begin(now, d, r, domain, 9);
        }
        cases::open_case(now, d, e, Frame::Voluntary);
        team::replay(now, d);
        let known = |domain: Domain| d.episodes_of(r).any(|e| d.episodes[e].domain == domain && d.episodes[e].known);
        assert_eq!(known(Domain::Debt), debt_known, "{form:?} {link}");
        assert!(known(Domain::Social), "its own");
        assert_eq!(d.case_with(d.household_of(r), 1).is_some(), debt_known, "handed over");
    }
}

/// Desks go to nobody: no visits, no places, no collective work, and so nobody sees them; reports and signals they
/// follow up. Teams of the same sizes and remits do all of it. More stays hidden at a desk.
#[test]
fn desks_have_no_presence() {
    let outreach = "[levers]\noutreach.door_fte = 0.2\noutreach.place_fte = 0.2\noutreach.report_fte = 0.2\n\
                    outreach.collective_fte = 0.2\n[parameters]\nteam.case_scope = 0.9\n";
    let teams = DESKS.replace("form = \"desk\"\n", "");
    let [desks, teams] = [DESKS, &teams].map(|of| [run(&with_teams(&format!("{of}{outreach}")))]);
    for key in ["hours.door", "hours.place", "hours.collective"] {
        assert!(sum(&desks, key).num <= 0, "{key}");
        assert!(sum(&teams, key).num > 0, "{key}");
    }
    assert!(sum(&desks, "hours.report").num > 0);
    let of = |runs: &[Simulation], key: &str| sum(runs, key).value().expect("there are some");
    assert!(of(&desks, "team.visibility") < 1e-9 && of(&teams, "team.visibility") > 0.1);
    let hidden = [&desks, &teams].map(|runs| of(runs, "screening.still_hidden"));
    println!("hidden needs of households at intake that stay so: {hidden:?}");
    assert!(hidden[0] > hidden[1] + 0.05, "{hidden:?}");
    assert_eq!(sum(&desks, "hours.first_line").den, sum(&teams, "hours.first_line").den);
}

/// The parts of the first team that are filled, and how deep it is in mental health, week by week.
#[derive(Default)]
struct Watched(Vec<(f64, f64)>);

impl Observer for Watched {
    fn week(&mut self, _week: Week, region: &Region) {
        let d = &region.districts[0];
        let depth = d.rooms.screening.0[0][Domain::Mental as usize];
        self.0.push((d.teams[0].filled, depth));
    }
}

fn variance(of: impl Iterator<Item = f64> + Clone) -> f64 {
    let n = of.clone().count() as f64;
    let mean = of.clone().sum::<f64>() / n;
    of.map(|x| (x - mean) * (x - mean)).sum::<f64>() / n
}

/// One team of 8.5 FTE has ten jobs, a fifth of it two. With the same people the vacancies of a small team come in
/// lumps of a half, so that its filled part varies five times as much, and so does its depth. 40 years of a turnover of
/// 0.5 are some 200 vacancies in ten jobs and 40 in two: the ratio of variances is within a factor of two.
#[test]
fn small_teams_have_lumpy_vacancies_and_uneven_depth() {
    let watched = |fte: f64| {
        let mut scenario = with_teams(&format!("[[team]]\nfte = {fte}\ncaseload_per_fte = 25\n"));
        for (key, value) in [
            ("team.fte_per_job", 0.85),
            ("team.turnover", 0.5),
            ("team.vacancy_weeks", 20.0),
            ("screening.spread", 0.2),
            ("professional.strain_leaving", 0.0),
            ("labour.own_share", 0.0),
        ] {
            fix(&mut scenario, key, value);
        }
        scenario.experiment.burn_in_weeks = 40 * 52;
        let mut simulation = Simulation::of(&scenario, 0, 0);
        let mut watched = Watched::default();
        simulation.step_to(Week(0), &mut watched, &Cancel::new());
        let jobs = simulation.region().districts[0].teams[0].jobs.len();
        (jobs, variance(watched.0.iter().map(|w| w.0)), variance(watched.0.iter().map(|w| w.1)))
    };
    let ((many, large, even), (few, small, uneven)) = (watched(8.5), watched(1.7));
    println!("{many} and {few} jobs: variance of the filled part {large} {small}, of depth {even} {uneven}");
    assert_eq!((many, few), (10, 2));
    assert!(small / large > 2.5 && small / large < 10.0, "{large} {small}");
    assert!(uneven > 2.0 * even, "{even} {uneven}");
}

/// Teams of two jobs have as many specialists together as one of ten, on average: each of them of one or two domains,
/// so that most of what comes to a small team is no domain of its own.
#[test]
fn small_teams_have_as_many_specialists_of_fewer_domains_each() {
    const SAMPLES: u32 = 6;
    let of_teams = |teams: &str| {
        let mut scenario = with_teams(teams);
        fix(&mut scenario, "team.fte_per_job", 0.85);
        let lever = kantel::levers::position("team.specialist_share").expect("a lever");
        scenario.organisation.timeline.set(Week(-104), lever, kantel::levers::LeverValue::Number(0.7));
        scenario.before = scenario.organisation.clone();
        scenario.experiment.burn_in_weeks = 13;
        let disciplines = |team: &Team| -> Vec<u8> {
            team.jobs.iter().map(|job| job.discipline).filter(|discipline| *discipline > 0).collect()
        };
        let (mut specialists, mut most) = (0, 0);
        for sample in 0..SAMPLES {
            let simulation = burned_in(&scenario, sample, 0);
            for team in &simulation.region().districts[0].teams {
                let mut of_team = disciplines(team);
                specialists += of_team.len();
                of_team.sort_unstable();
                of_team.dedup();
                most = most.max(of_team.len());
            }
        }
        (specialists as f64 / f64::from(SAMPLES), most)
    };
    let five = (1..=5).fold(String::new(), |mut text, i| {
        let (from, to) = ((i - 1) * 21, if i == 5 { 104 } else { i * 21 - 1 });
        let _ = write!(text, "[[team]]\nname = \"T{i}\"\nfte = 1.7\nages = [{from}, {to}]\n");
        text
    });
    let ((one, domains), (many, few)) = (of_teams("[[team]]\nfte = 8.5\ncaseload_per_fte = 25\n"), of_teams(&five));
    println!("specialists in ten jobs of one team, and of five: {one} of {domains} domains, {many} of {few}");
    // Seven of ten; four errors of a mean of six such draws are 2.4.
    assert!((many - 7.0).abs() < 2.4 && (one - 7.0).abs() < 2.4, "{one} {many}");
    assert!(domains >= 4 && few <= 2, "{domains} {few}");
}

/// Teams of another plan have as many jobs as their FTE ask, with the people of before as far as they go.
#[test]
fn people_are_divided_over_new_teams_by_their_jobs() {
    let (one, desks) = (with_teams("[[team]]\nfte = 17\ncaseload_per_fte = 25\n"), with_teams(DESKS_OF_17));
    let both = |mut scenario: Scenario| {
        fix(&mut scenario, "team.fte_per_job", 0.85);
        scenario
    };
    let (one, desks) = (both(one), both(desks));
    let start = burned_in(&one, 0, 0);
    let keys = |s: &Simulation| -> Vec<Vec<u64>> {
        let of = |team: &Team| team.jobs.iter().map(|job| job.key.0).collect();
        s.region().districts[0].teams.iter().map(of).collect()
    };
    let mut turned = start.fork();
    turned.begin(Arc::new(Inputs::of(&desks, 0, 0)), Policy::from(&desks.organisation));
    let (before, after) = (keys(&start), keys(&turned));
    assert_eq!((before.len(), after.iter().map(Vec::len).collect::<Vec<_>>()), (1, vec![4, 6, 10]));
    assert_eq!(before[0], after.concat(), "nobody is lost and nobody new");
    for team in &turned.region().districts[0].teams {
        let share: f64 = team.jobs.iter().map(|job| job.share).sum();
        assert!((share - 1.0).abs() < 1e-9 && team.filled > 0.5, "{share} {}", team.filled);
    }
    // A team that goes on under its name and becomes smaller gives people to the others.
    let kept = both(with_teams(&DESKS_OF_17.replace("Wmo desk", "Wijkteam")));
    let mut turned = start.fork();
    turned.begin(Arc::new(Inputs::of(&kept, 0, 0)), Policy::from(&kept.organisation));
    let after = keys(&turned);
    assert_eq!(after[2], before[0][..10], "it goes on with its first ten");
    assert_eq!([&after[0][..], &after[1][..]].concat(), before[0][10..]);
}

const DESKS_OF_17: &str = "[[team]]\nname = \"Youth desk\"\nfte = 3.4\ndomains = [\"youth\"]\nform = \"desk\"\n\
                           [[team]]\nname = \"Livelihood desk\"\nfte = 5.1\ndomains = [\"debt\", \"housing\", \
                           \"work\"]\nform = \"desk\"\n\
                           [[team]]\nname = \"Wmo desk\"\nfte = 8.5\nform = \"desk\"\n";

/// A team of a random plan: domains, ages, form and FTE.
type Random = (u8, u8, u8, u8, f64);

fn random_teams(teams: &[Random]) -> String {
    let mut text = String::new();
    for (i, (domains, a, b, form, fte)) in teams.iter().enumerate() {
        let held = Domain::ALL.into_iter().filter(|domain| domains >> *domain as u8 & 1 == 1);
        let held: Vec<String> = held.map(|domain| format!("\"{}\"", domain.key())).collect();
        let (from, to) = (a.min(b), a.max(b));
        let form = ["replaces", "extra", "desk"][usize::from(*form)];
        let _ = write!(
            text,
            "[[team]]\nname = \"T{i}\"\nfte = {fte:?}\ndomains = [{}]\nages = [{from}, {to}]\nform = \"{form}\"\n",
            held.join(", ")
        );
    }
    text + "[[team]]\nname = \"All\"\nfte = 1.0\n"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    /// Any two to five teams after one broad team, random levers from a random week on, any size, any sample.
    #[test]
    fn random_plans_of_several_teams_balance(
        residents in 1_u32..700,
        sample in 0_u32..1000,
        teams in prop::collection::vec((1_u8..1 << DOMAINS, 0_u8..=104, 0_u8..=104, 0_u8..3, 0.0_f64..2.0), 1..5),
        values in prop::collection::vec((0..LEVERS.len(), 0.0_f64..1.0, 0_i32..52), 0..8),
        plan in 0_u8..4,
    ) {
        let text = format!(
            "schema_version = 1\nbase = \"builtin:reactive\"\n[experiment]\nyears = 2\nburn_in_weeks = 52\n\
             [population]\nresidents = {residents}\n{}",
            random_teams(&teams)
        );
        let loaded = scenario::load_text("random", &text, &Overrides::default());
        let mut scenario = loaded.map_err(|p| TestCaseError::fail(format!("{text}\n{p:#?}")))?.scenario;
        for (lever, u, from) in values {
            scenario.organisation.timeline.set(Week(from), lever, lever_value(LEVERS[lever].meta.kind, u));
        }
        let lever = kantel::levers::position("coordination.plan").expect("a lever");
        scenario.organisation.timeline.set(Week(26), lever, kantel::levers::LeverValue::Choice(plan));
        let mut simulation = burned_in(&scenario, sample, 0);
        simulation.begin(Arc::new(Inputs::of(&scenario, sample, 0)), Policy::from(&scenario.organisation));
        prop_assert!(simulation.region().districts[0].teams.len() <= MAX_TEAMS);
        let mut auditor = Auditor::default();
        simulation.step_to(Week(104), &mut auditor, &Cancel::new());
        prop_assert_eq!(auditor.weeks, 104);
    }
}
