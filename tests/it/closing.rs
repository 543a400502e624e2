//! A variant made comparable to its base in hours and money.

use std::fmt::Write as _;

use kantel::levers::position;
use kantel::parameters::Params;
use kantel::plan::{Closure, ClosureChange, Scenario, close, outreach_fte};
use kantel::scenario::{Overrides, load_text};
use kantel::units::Week;

/// A district of 10,000 with a team of 10 FTE, 2 FTE of outreach, and 100 places of guidance at 2 hours and 60
/// euro.
fn base() -> Scenario {
    scenario("base", "outreach.door_fte = 1.5\noutreach.report_fte = 0.5", "")
}

fn scenario(name: &str, levers: &str, more: &str) -> Scenario {
    let mut services = String::new();
    for product in kantel::entities::Product::ALL {
        let (places, hours, euros) = match product.key() {
            "guidance" => (100, 2, 60),
            // Paid by the insurer: no part of the municipal purchase.
            "mental_health" => (50, 1, 100),
            _ => (0, 0, 0),
        };
        let _ = write!(
            services,
            "[[service]]\nproduct = \"{}\"\nplaces = {places}\nhours_per_week = {hours}\n\
             euros_per_hour = {euros}\n",
            product.key()
        );
    }
    let text = format!(
        "schema_version = 1\ndistrict = \"builtin:overvecht\"\n[population]\nresidents = 10000\n\
         [budget]\neuros_per_team_hour = 75\n[[team]]\nfte = 10\n{services}[levers]\n{levers}\n{more}"
    );
    load_text(name, &text, &Overrides::default()).unwrap_or_else(|p| panic!("{p:#?}")).scenario
}

fn team(s: &Scenario, week: i32) -> f64 {
    s.organisation.timeline.settings(Week(week)).team.fte
}

fn close_to(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

#[test]
fn planned_outreach_is_the_sum_of_its_kinds() {
    assert!(close_to(outreach_fte(&base().organisation.timeline, Week(3)), 2.0));
}

#[test]
fn same_hours_gives_the_variant_the_base_team() {
    let variant = scenario("variant", "team.fte = [{ after_years = 1, value = 14.0 }]\noutreach.door_fte = 4", "");
    assert!(close_to(team(&variant, 60), 14.0));
    let closed = close(&base(), &variant, Closure::Hours);
    for week in [0, 51, 52, 700] {
        assert!(close_to(team(&closed.scenario, week), 10.0), "{week}");
    }
    assert_eq!(closed.notes.len(), 2, "{:?}", closed.notes);
    let same = close(&base(), &base(), Closure::Hours);
    assert_eq!(same.scenario.closure, Some(Closure::Hours), "it says under which closure it stands");
    assert_eq!((Scenario { closure: None, ..same.scenario }, same.notes.len()), (base(), 0));
}

#[test]
fn extra_adds_the_difference_in_outreach_step_by_step() {
    // Base 1.5 + 0.5 = 2.0. Variant 3.0 + 0.5 from year 2: 1.5 more; collective 1 from year 4: 2.5 more.
    let variant = scenario(
        "variant",
        "outreach.door_fte = [{ value = 1.5 }, { after_years = 2, value = 3.0 }]\noutreach.report_fte = 0.5\n\
         outreach.collective_fte = { after_years = 4, value = 1.0 }",
        "",
    );
    let closed = close(&base(), &variant, Closure::Extra).scenario;
    for (week, fte) in [(0, 10.0), (103, 10.0), (104, 11.5), (207, 11.5), (208, 12.5), (5_000, 12.5)] {
        assert!(close_to(team(&closed, week), fte), "{week}: {}", team(&closed, week));
    }
    let lever = position("purchase.saving").expect("exists");
    assert!(closed.organisation.timeline.schedules.iter().all(|s| s.lever != lever));
}

/// Where the base plans less outreach from some week on, the variant that goes on is larger by that from then on.
#[test]
fn extra_follows_the_weeks_in_which_the_base_changes() {
    let base = scenario("base", "outreach.door_fte = [{ value = 3.0 }, { after_years = 2, value = 1.0 }]", "");
    let variant = scenario("variant", "outreach.door_fte = 3.0", "");
    let closed = close(&base, &variant, Closure::Extra).scenario;
    for (week, fte) in [(0, 10.0), (103, 10.0), (104, 12.0), (500, 12.0)] {
        assert!(close_to(team(&closed, week), fte), "{week}: {}", team(&closed, week));
    }
}

#[test]
fn every_closure_burns_in_under_the_base() {
    let mut variant = scenario("variant", "outreach.door_fte = 3.0", "");
    variant.before.timeline.base.team.fte = 17.0;
    for closure in [Closure::Hours, Closure::Extra, Closure::Budget] {
        let closed = close(&base(), &variant, closure);
        assert_eq!(closed.scenario.before, base().before, "{closure:?}");
        assert!(closed.notes.iter().any(|n| n.change == ClosureChange::BurnIn), "{:?}", closed.notes);
    }
}

#[test]
fn a_team_that_the_variant_states_is_as_large_as_stated() {
    let outreach = "outreach.door_fte = 3.5\noutreach.report_fte = 0.5";
    let stated = scenario("variant", &format!("team.fte = 14\n{outreach}"), "");
    let later = scenario("variant", &format!("team.fte = [{{ after_years = 2, value = 14.0 }}]\n{outreach}"), "");
    let saving = |s: &Scenario, week| s.organisation.timeline.settings(Week(week)).second_line.purchase_saving_euros;
    for closure in [Closure::Extra, Closure::Budget] {
        let closed = close(&base(), &stated, closure);
        assert!(close_to(team(&closed.scenario, 0), 14.0) && close_to(team(&closed.scenario, 700), 14.0));
        assert!(!closed.notes.iter().any(|n| matches!(n.change, ClosureChange::LargerTeam(_))), "{:?}", closed.notes);
        // As long as it has the base's team it gets the 2 FTE that it plans more for outreach.
        let closed = close(&base(), &later, closure);
        for (week, fte) in [(0, 12.0), (103, 12.0), (104, 14.0), (700, 14.0)] {
            assert!(close_to(team(&closed.scenario, week), fte), "{week}: {}", team(&closed.scenario, week));
        }
        assert!(closed.notes.iter().any(|n| n.change == ClosureChange::LargerTeam(2.0)), "{:?}", closed.notes);
    }
    let closed = close(&base(), &later, Closure::Budget).scenario;
    // In the third year the first 2 FTE are hired for two years and the next for none.
    let third = cost(2.0, 2) + cost(2.0, 0);
    assert!((saving(&closed, 0) - cost(2.0, 0)).abs() < 1e-6 && (saving(&closed, 104) - third).abs() < 1e-6);
}

#[test]
fn extra_follows_a_ramp_week_by_week() {
    let variant = scenario(
        "variant",
        "outreach.door_fte = [{ value = 1.5 }, { after_years = 0, value = 3.5, ramp_years = 1 }]\n\
         outreach.report_fte = 0.5",
        "",
    );
    let closed = close(&base(), &variant, Closure::Extra).scenario;
    // Week 25 of a ramp over 52 weeks: 26/53 of the 2 FTE.
    assert!(close_to(team(&closed, 25), 10.0 + 2.0 * 26.0 / 53.0), "{}", team(&closed, 25));
    assert!(close_to(team(&closed, 52), 12.0) && close_to(team(&closed, 500), 12.0));
}

/// Euros of a year for so many FTE more that are asked for so many years before its beginning: mean hours per FTE at 75
/// euro, of the jobs that are filled. Of what is new a part v is left after each week, v = 1 - 1 / weeks that a vacancy
/// lasts, so that the mean of what is not filled in year y is (v^(52 y + 1) + ... + v^(52 y + 52)) / 52 of it; and of
/// filled jobs turnover x those weeks stand vacant again.
fn cost(fte: f64, years: i32) -> f64 {
    let mean = |key: &str| base().parameters[Params::position(key).expect("a parameter")].mean();
    let weeks = mean("team.vacancy_weeks");
    let v = 1.0 - 1.0 / weeks;
    let pow = |weeks: i32| libm::pow(v, f64::from(weeks));
    let unfilled = pow(52 * years + 1) * (1.0 - pow(52)) / (1.0 - v) / 52.0;
    fte * (1.0 - unfilled) * mean("team.hours_fte") * 75.0 / (1.0 + mean("team.turnover") * weeks / 52.0)
}

#[test]
fn budget_saves_what_the_larger_team_is_expected_to_cost() {
    let variant = scenario("variant", "outreach.door_fte = 3.5\noutreach.report_fte = 0.5", "");
    let closed = close(&base(), &variant, Closure::Budget);
    assert!(close_to(team(&closed.scenario, 0), 12.0));
    let saving = |week| closed.scenario.organisation.timeline.settings(Week(week)).second_line.purchase_saving_euros;
    for (year, saved) in [0, 1, 14].map(|year| (year, saving(52 * year + 9))) {
        assert!((saved - cost(2.0, year)).abs() < 1e-6, "{year}: {saved}");
    }
    assert!(saving(0) < 0.8 * saving(60), "jobs that are not filled cost nothing");
    assert!(closed.notes.iter().any(|n| n.change == ClosureChange::Saving(saving(700))), "{:?}", closed.notes);
}

#[test]
fn budget_adds_to_what_the_variant_saves_itself() {
    let variant = scenario("variant", "outreach.door_fte = 3.5\noutreach.report_fte = 0.5\npurchase.saving = 1000", "");
    let closed = close(&base(), &variant, Closure::Budget).scenario;
    let saving = closed.organisation.timeline.settings(Week(9)).second_line.purchase_saving_euros;
    assert!((saving - 1000.0 - cost(2.0, 0)).abs() < 1e-6, "{saving}");
}

/// Conferences that are held, or broken off on the way, campaigns and matchmakers are saved on purchased care under the
/// closure of budgets, and under the others they are not.
#[test]
fn own_networks_are_paid_out_of_purchased_care_where_budgets_are_equal() {
    let levers = "outreach.door_fte = 1.5\noutreach.report_fte = 0.5\nconference.yearly = 40\n\
                  network.campaign_euros = 50000\nnetwork.matching_fte = 2";
    let variant = scenario("variant", levers, "");
    let closed = |closure| {
        close(&base(), &variant, closure)
            .scenario
            .organisation
            .timeline
            .settings(Week(0))
            .second_line
            .purchase_saving_euros
    };
    let mean = |key: &str| base().parameters[Params::position(key).expect("a parameter")].mean();
    let held = mean("conference.completed");
    let hours = 40.0 * mean("conference.hours") * (held + (1.0 - held) * mean("conference.broken_off"));
    let fte = 2.0 * mean("team.hours_fte") * mean("facility.hour_euros");
    let euros = hours * mean("conference.hour_euros") + 50_000.0 + fte;
    assert!(close_to(closed(Closure::Budget), euros), "{} {euros}", closed(Closure::Budget));
    assert!(close_to(closed(Closure::Hours), 0.0) && close_to(closed(Closure::Extra), 0.0));
}

/// 50,000 euros for facilities, 6,000 of grants and half an FTE of coordination (a mean of 1,383 hours at 53.33 euros)
/// are saved on purchased care under the closure of budgets, and under the others they are not.
#[test]
fn prevention_is_paid_out_of_purchased_care_where_budgets_are_equal() {
    let levers = "outreach.door_fte = 1.5\noutreach.report_fte = 0.5\nprevention.facility_euros = 50000\n\
                  prevention.grants_euros = [{ value = 0 }, { after_years = 2, value = 6000 }]\n\
                  prevention.coordination_fte = 0.5";
    let variant = scenario("variant", levers, "");
    let closed = close(&base(), &variant, Closure::Budget);
    let saved =
        |week: i32| closed.scenario.organisation.timeline.settings(Week(week)).second_line.purchase_saving_euros;
    let mean = |key: &str| base().parameters[Params::position(key).expect("a parameter")].mean();
    let fte = 0.5 * mean("team.hours_fte") * mean("facility.hour_euros");
    assert!(close_to(saved(0), 50_000.0 + fte) && close_to(saved(104), 56_000.0 + fte), "{} {}", saved(0), saved(104));
    assert!(close_to(team(&closed.scenario, 0), 10.0));
    for closure in [Closure::Hours, Closure::Extra] {
        let closed = close(&base(), &variant, closure);
        assert!(closed.notes.iter().all(|note| note.change == ClosureChange::BurnIn), "{:?}", closed.notes);
        assert!(close_to(closed.scenario.organisation.timeline.settings(Week(0)).prevention.facility_euros, 50_000.0));
    }
}
