//! Closure: how a variant is made comparable to its base in hours and money. Printed beside every figure.
//!
//! Planned outreach is the FTE of `outreach.door_fte`, `outreach.place_fte`, `outreach.report_fte` and
//! `outreach.collective_fte`. Closure works on plans; what is realised and spent is an outcome.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::differences::rounded;
use super::types::{Closure, Organisation, Scenario};
use super::uncertain::Number;
use crate::input_data::DistrictProfile;
use crate::levers::{LEVERS, LeverValue, Schedule, Step, Timeline, position};
use crate::parameters::Params;
use crate::random::Distribution;
use crate::units::{WEEKS_PER_YEAR, Week};

const TEAM_FTE: &str = "team.fte";
const SAVING: &str = "purchase.saving";

/// The lever that [`Closure::Hours`] sets to the base's.
pub(super) const FIXED_BY_HOURS: &str = TEAM_FTE;
/// The lever that [`Closure::Budget`] sets to what keeps euros equal.
pub(super) const FIXED_BY_BUDGET: &str = SAVING;

/// The levers whose values closure reckons with.
const AMOUNTS: [&str; 6] =
    [TEAM_FTE, SAVING, "outreach.door_fte", "outreach.place_fte", "outreach.report_fte", "outreach.collective_fte"];

/// A variant made comparable, and what had to be changed for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Closed {
    /// The variant as it is to be run.
    pub scenario: Scenario,
    /// What was changed; empty if nothing had to be.
    pub notes: Vec<ClosureNote>,
}

/// How a variant is made comparable anew in every sample, where the amounts depend on numbers that samples draw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Closing {
    /// How.
    pub closure: Closure,
    /// What it is compared with.
    pub base: Scenario,
    /// The variant before hours and euros were changed, under the base's organisation during burn-in.
    pub given: Scenario,
}

impl Closing {
    /// Gives a drawn variant the team and the saving that make it comparable to the base of that sample.
    pub(super) fn close(&self, drawn: &mut Scenario, seed: u64, sample: u32) {
        let (base, given) = (self.base.drawn_with(seed, sample), self.given.drawn_with(seed, sample));
        let closed = close(&base, &given, self.closure).scenario.organisation.timeline;
        for lever in [TEAM_FTE, SAVING].into_iter().filter_map(position) {
            drawn.organisation.timeline.replace(lever, closed.schedule(lever).cloned());
        }
    }

    /// The same for another district.
    pub(super) fn for_district(&self, district: &DistrictProfile, residents: u32) -> Self {
        let resized = |scenario: &Scenario| scenario.for_district(district.clone(), residents);
        Self { closure: self.closure, base: resized(&self.base), given: resized(&self.given) }
    }
}

/// Something that closure changed in a variant.
#[derive(Clone, Debug, PartialEq)]
pub struct ClosureNote {
    /// Name of the variant.
    pub variant: String,
    /// Name of the base.
    pub base: String,
    /// What was changed.
    pub change: ClosureChange,
    /// Whether the amount is the middle of what the samples have.
    pub by_sample: bool,
}

/// What closure changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ClosureChange {
    /// The burn-in runs under the organisation of the base.
    BurnIn,
    /// The team has the FTE of the base.
    SameTeam,
    /// The team is larger by so many FTE (smaller if negative), as much as more is planned for outreach than in the
    /// base.
    LargerTeam(f64),
    /// The team costs so many euros a year more, saved on purchased care; if negative, less, which is not spent.
    Saving(f64),
}

impl Closed {
    fn note(&mut self, base: &Scenario, change: ClosureChange) {
        let is_amount = matches!(change, ClosureChange::LargerTeam(_) | ClosureChange::Saving(_));
        self.notes.push(ClosureNote {
            variant: self.scenario.name.clone(),
            base: base.name.clone(),
            change,
            by_sample: is_amount && self.scenario.closing.is_some(),
        });
    }
}

/// The variant as it is compared with `base`: under the same organisation during burn-in, and
///
/// - [`Closure::Hours`]: with the base's team FTE in every week;
/// - [`Closure::Extra`]: with a team larger by what the variant plans more for outreach than the base, in every week in
///   which it does not state a team of another size itself;
/// - [`Closure::Budget`]: as `Extra`, and saving on purchased care what that team costs more, as budgeted at the start.
///
/// Uncertain numbers: what is taken from the base is taken with its distributions, so that every sample has the base's
/// own draw. Amounts are reckoned with the means and, when a sample is drawn, anew with what it drew.
pub fn close(base: &Scenario, variant: &Scenario, closure: Closure) -> Closed {
    let scenario = Scenario { closure: Some(closure), ..variant.clone() };
    let mut closed = Closed { scenario, notes: Vec::new() };
    if closed.scenario.before != base.before {
        closed.scenario.before = base.before.clone();
        closed.note(base, ClosureChange::BurnIn);
    }
    if closure != Closure::Hours && (amounts_vary(base) || amounts_vary(&closed.scenario)) {
        let (base, given) = (base.clone(), closed.scenario.clone());
        closed.scenario.closing = Some(Box::new(Closing { closure, base, given }));
    }
    match closure {
        Closure::Hours => same_hours(base, &mut closed),
        Closure::Extra => {
            extra_hours(base, &mut closed);
        }
        Closure::Budget => same_budget(base, variant, &mut closed),
    }
    closed
}

/// Planned outreach in a week, in FTE.
pub fn outreach_fte(timeline: &Timeline, week: Week) -> f64 {
    let s = timeline.settings(week);
    s.door_fte + s.place_fte + s.report_fte + s.collective_fte
}

/// What the base and a variant have of a lever that a closure fixes, in the first week in which they differ; at the
/// start where only what samples draw differs, and `None` where nothing does.
pub(super) fn first_difference(base: &Scenario, variant: &Scenario, lever: &str) -> Option<(f64, f64)> {
    let (theirs, ours) = (&base.organisation.timeline, &variant.organisation.timeline);
    let amount = |timeline: &Timeline, week: Week| match lever {
        TEAM_FTE => timeline.settings(week).team_fte,
        SAVING => timeline.settings(week).purchase_saving_euros,
        _ => 0.0,
    };
    let at = |week: Week| (amount(theirs, week), amount(ours, week));
    let differing = weeks_of_change(&[ours, theirs], base).into_iter().map(at).find(|(a, b)| !alike(*a, *b));
    let drawn_alike = || same_draws(&variant.organisation, &base.organisation, &[lever]);
    differing.or_else(|| (!drawn_alike()).then(|| at(Week(0))))
}

fn same_hours(base: &Scenario, closed: &mut Closed) {
    let Some(lever) = position(TEAM_FTE) else { return };
    if first_difference(base, &closed.scenario, TEAM_FTE).is_some() {
        closed.note(base, ClosureChange::SameTeam);
    }
    let (ours, theirs) = (&mut closed.scenario.organisation, &base.organisation.timeline);
    ours.timeline.base.team_fte = theirs.base.team_fte;
    ours.timeline.replace(lever, theirs.schedule(lever).cloned());
    ours.draw_from(Number::TeamFte, base.organisation.uncertainty(Number::TeamFte).copied());
}

/// Whether two organisations draw these levers, and the team that `team.fte` stands for, from the same distributions.
fn same_draws(a: &Organisation, b: &Organisation, levers: &[&str]) -> bool {
    let draws = |organisation: &Organisation| -> Vec<(usize, Step)> {
        let schedules = organisation.timeline.schedules.iter().filter(|s| levers.contains(&LEVERS[s.lever].meta.key));
        let rounded = |step: &Step| Step { value: step.value.map(rounded), ..*step };
        let steps = schedules.flat_map(|s| s.steps.iter().map(move |step| (s.lever, rounded(step))));
        steps.filter(|(_, step)| matches!(step.value, LeverValue::Uncertain(_))).collect()
    };
    let team = |organisation: &Organisation| organisation.uncertainty(Number::TeamFte).map(|d| d.map(rounded));
    (!levers.contains(&TEAM_FTE) || team(a) == team(b)) && draws(a) == draws(b)
}

/// Whether the FTE or euros of closure depend on a number that samples draw.
fn amounts_vary(scenario: &Scenario) -> bool {
    let is_amount = |lever: usize| AMOUNTS.contains(&LEVERS[lever].meta.key);
    let schedules = &scenario.organisation.timeline.schedules;
    let mut steps = schedules.iter().filter(|s| is_amount(s.lever)).flat_map(|s| &s.steps);
    steps.any(|step| matches!(step.value, LeverValue::Uncertain(_)))
        || scenario.organisation.uncertainty(Number::TeamFte).is_some()
        || scenario.budget.team_euros_per_hour.is_some()
}

/// Raises the team by the difference in planned outreach, where it is as large as the base's; the extra FTE by week of
/// change. A variant that states a team of its own size has decided how many FTE it takes.
fn extra_hours(base: &Scenario, closed: &mut Closed) -> Vec<(Week, f64)> {
    let Some(lever) = position(TEAM_FTE) else { return Vec::new() };
    let ours = closed.scenario.organisation.timeline.clone();
    let weeks = weeks_of_change(&[&ours, &base.organisation.timeline], base);
    let theirs = &base.organisation.timeline;
    let same_team = |w: Week| same(ours.settings(w).team_fte, theirs.settings(w).team_fte);
    let more = |w: Week| if same_team(w) { outreach_fte(&ours, w) - outreach_fte(theirs, w) } else { 0.0 };
    let extra: Vec<(Week, f64)> = weeks.into_iter().map(|w| (w, more(w))).collect();
    let same_plans = same_draws(&closed.scenario.organisation, &base.organisation, &AMOUNTS[2..])
        || !extra.iter().any(|(week, _)| same_team(*week));
    if extra.iter().all(|(_, fte)| same(*fte, 0.0)) && same_plans {
        return extra;
    }
    let steps =
        extra.iter().map(|(week, fte)| (*week, LeverValue::Number((ours.settings(*week).team_fte + fte).max(0.0))));
    put(&mut closed.scenario.organisation.timeline, lever, steps);
    let last = extra.iter().rev().map(|e| e.1).find(|fte| !same(*fte, 0.0)).unwrap_or(0.0);
    closed.note(base, ClosureChange::LargerTeam(last));
    extra
}

fn same_budget(base: &Scenario, variant: &Scenario, closed: &mut Closed) {
    let extra = extra_hours(base, closed);
    let Some(lever) = position(SAVING) else { return };
    let hours =
        Params::position("team.hours_fte").and_then(|p| base.parameters.get(p)).map_or(1_400.0, Distribution::mean);
    let team = &variant.organisation.timeline;
    let cost = |fte: f64| fte * hours * base.budget.team_cents_per_hour as f64 / 100.0;
    // A variant may also state a team of its own size: what it costs more than the base's is paid in the same way.
    let more: Vec<(Week, f64)> = extra
        .iter()
        .map(|(w, fte)| {
            let larger = team.settings(*w).team_fte - base.organisation.timeline.settings(*w).team_fte;
            (*w, cost(fte + larger))
        })
        .collect();
    let same_plans = same_draws(&variant.organisation, &base.organisation, &AMOUNTS);
    if more.iter().all(|(_, euros)| same(*euros, 0.0)) && same_plans {
        return;
    }
    let own = team.schedule(lever).cloned();
    let steps = more.iter().map(|(week, euros)| {
        let planned = own.as_ref().and_then(|s| s.value_at(*week)).map_or(0.0, LeverValue::number);
        (*week, LeverValue::Number((planned + euros).max(0.0)))
    });
    put(&mut closed.scenario.organisation.timeline, lever, steps);
    let last = more.last().map_or(0.0, |m| m.1);
    closed.note(base, ClosureChange::Saving(last));
}

/// Equal but for what somebody rounds who writes it down: 32 for 32.03 (assumption: half a percent at most).
fn alike(a: f64, b: f64) -> bool {
    (a - b).abs() <= 0.005 * a.abs().max(b.abs())
}

/// Equal but for rounding in sums and in scaling.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9 * a.abs().max(b.abs()).max(1.0)
}

/// Every week from 0 in which a setting of one of the timelines changes: starts of steps and weeks of ramps.
fn weeks_of_change(timelines: &[&Timeline], base: &Scenario) -> Vec<Week> {
    let horizon = base.experiment.years as i32 * WEEKS_PER_YEAR;
    let mut weeks = BTreeSet::from([Week(0)]);
    for step in timelines.iter().flat_map(|t| &t.schedules).flat_map(|s| &s.steps) {
        // One week after the end of a ramp the value is reached.
        for week in step.from.0..=step.from.0.saturating_add(step.ramp_weeks as i32).min(horizon) {
            if week >= 0 {
                weeks.insert(Week(week));
            }
        }
    }
    weeks.into_iter().collect()
}

/// Replaces a lever by steps, leaving out those that change nothing.
fn put(timeline: &mut Timeline, lever: usize, values: impl Iterator<Item = (Week, LeverValue)>) {
    let mut steps: Vec<Step> = Vec::new();
    for (from, value) in values {
        if steps.last().is_none_or(|s| s.value != value) {
            steps.push(Step { from, value, ramp_weeks: 0 });
        }
    }
    timeline.replace(lever, Some(Schedule { lever, steps }));
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::super::{Overrides, load_text};
    use super::*;

    /// A district of 10,000 with a team of 10 FTE, 2 FTE of outreach, and 100 places of guidance at 2 hours and 60
    /// euro.
    fn base() -> Scenario {
        scenario("base", "outreach.door_fte = 1.5\noutreach.report_fte = 0.5", "")
    }

    fn scenario(name: &str, levers: &str, more: &str) -> Scenario {
        let mut services = String::new();
        for product in crate::entities::Product::ALL {
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
        s.organisation.timeline.settings(Week(week)).team_fte
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
        let lever = position(SAVING).expect("exists");
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
        variant.before.timeline.base.team_fte = 17.0;
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
        let saving = |s: &Scenario, week| s.organisation.timeline.settings(Week(week)).purchase_saving_euros;
        for closure in [Closure::Extra, Closure::Budget] {
            let closed = close(&base(), &stated, closure);
            assert!(close_to(team(&closed.scenario, 0), 14.0) && close_to(team(&closed.scenario, 700), 14.0));
            assert!(
                !closed.notes.iter().any(|n| matches!(n.change, ClosureChange::LargerTeam(_))),
                "{:?}",
                closed.notes
            );
            // As long as it has the base's team it gets the 2 FTE that it plans more for outreach.
            let closed = close(&base(), &later, closure);
            for (week, fte) in [(0, 12.0), (103, 12.0), (104, 14.0), (700, 14.0)] {
                assert!(close_to(team(&closed.scenario, week), fte), "{week}: {}", team(&closed.scenario, week));
            }
            assert!(closed.notes.iter().any(|n| n.change == ClosureChange::LargerTeam(2.0)), "{:?}", closed.notes);
        }
        let closed = close(&base(), &later, Closure::Budget).scenario;
        assert!((saving(&closed, 0) - cost(2.0)).abs() < 1e-6 && (saving(&closed, 104) - cost(4.0)).abs() < 1e-6);
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

    /// Euros a year for so many FTE more: mean hours per FTE at 75 euro.
    fn cost(fte: f64) -> f64 {
        let hours = Params::position("team.hours_fte").and_then(|p| base().parameters.get(p).map(Distribution::mean));
        fte * hours.expect("a parameter") * 75.0
    }

    #[test]
    fn budget_saves_what_the_larger_team_costs() {
        let variant = scenario("variant", "outreach.door_fte = 3.5\noutreach.report_fte = 0.5", "");
        let closed = close(&base(), &variant, Closure::Budget);
        assert!(close_to(team(&closed.scenario, 0), 12.0));
        let saving = closed.scenario.organisation.timeline.settings(Week(9)).purchase_saving_euros;
        assert!((saving - cost(2.0)).abs() < 1e-6, "{saving}");
        assert!(closed.notes.iter().any(|n| n.change == ClosureChange::Saving(saving)), "{:?}", closed.notes);
    }

    #[test]
    fn budget_adds_to_what_the_variant_saves_itself() {
        let variant =
            scenario("variant", "outreach.door_fte = 3.5\noutreach.report_fte = 0.5\npurchase.saving = 1000", "");
        let closed = close(&base(), &variant, Closure::Budget).scenario;
        let saving = closed.organisation.timeline.settings(Week(9)).purchase_saving_euros;
        assert!((saving - 1000.0 - cost(2.0)).abs() < 1e-6, "{saving}");
    }
}
