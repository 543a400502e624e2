//! Closure: how a variant is made comparable to its base in hours and money. Printed beside every figure.
//!
//! Planned outreach is the FTE of `outreach.door_fte`, `outreach.place_fte`, `outreach.report_fte` and
//! `outreach.collective_fte`. Planned prevention is the euros of `prevention.facility_euros` and
//! `prevention.grants_euros`, the cost of `prevention.coordination_fte`, who are outside the team, and that of basic
//! infrastructure and collective places (before volunteers make it cheaper). So are conferences (as if all that are
//! bought are begun), campaigns and matchmakers for people's own networks. Closure works on plans; what is
//! realised and spent is an outcome.

use std::collections::BTreeSet;

use super::closure::Closure;
use super::number::Number;
use super::organisation::Organisation;
use super::rounding::rounded;
use super::scenario::{Closing, Scenario};
use crate::entities::Product;
use crate::levers::{LEVERS, LeverValue, Schedule, Step, Timeline, position};
use crate::parameters::Params;
use crate::random::Distribution;
use crate::settings::Settings;
use crate::units::{WEEKS_PER_YEAR, Week};

pub(super) const TEAM_FTE: &str = "team.fte";
pub(super) const SAVING: &str = "purchase.saving";

/// The lever that [`Closure::Hours`] sets to the base's.
pub(crate) const FIXED_BY_HOURS: &str = TEAM_FTE;
/// The lever that [`Closure::Budget`] sets to what keeps euros equal.
pub(crate) const FIXED_BY_BUDGET: &str = SAVING;

/// The levers whose values closure reckons with.
const AMOUNTS: [&str; 21] = [
    TEAM_FTE,
    SAVING,
    "outreach.door_fte",
    "outreach.place_fte",
    "outreach.report_fte",
    "outreach.collective_fte",
    "prevention.facility_euros",
    "prevention.coordination_fte",
    "prevention.grants_euros",
    "basic.level",
    "basic.meeting",
    "basic.practical",
    "basic.day_activity",
    "basic.youth",
    "collective.domestic",
    "collective.activity",
    "collective.guidance",
    "conference.yearly",
    "network.campaign_euros",
    "network.matching_fte",
    "team.experience_share",
];
/// Those of them that are outreach.
const OUTREACH: std::ops::Range<usize> = 2..6;

/// A variant made comparable, and what had to be changed for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Closed {
    /// The variant as it is to be run.
    pub scenario: Scenario,
    /// What was changed; empty if nothing had to be.
    pub notes: Vec<ClosureNote>,
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
    /// The team is larger by this many FTE (smaller if negative): the difference from the base in planned outreach.
    LargerTeam(f64),
    /// Team and prevention cost this many euros a year more, saved on purchased care; if negative, less, which is not
    /// spent.
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
/// - [`Closure::Extra`]: with a team larger by the outreach that the variant plans beyond that of the base, in every
///   week in which it does not state a team of another size itself;
/// - [`Closure::Budget`]: as `Extra`, and with the extra cost of that team and of prevention, as budgeted at the start,
///   saved on purchased care.
///
/// Under the other two prevention costs what it costs.
///
/// Uncertain numbers that are taken from the base keep their distributions, so that every sample has the base's own
/// draw. Amounts are computed with the means, and computed anew for each sample with the values drawn.
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
        Closure::Budget => same_budget(base, &mut closed),
    }
    closed
}

/// Planned outreach in a week, in FTE.
pub fn outreach_fte(timeline: &Timeline, week: Week) -> f64 {
    let s = timeline.settings(week);
    s.outreach.door_fte + s.outreach.place_fte + s.outreach.report_fte + s.outreach.collective_fte
}

/// What the base and a variant have of a lever that a closure fixes, in the first week in which they differ; at the
/// start where only what samples draw differs, and `None` where nothing does.
pub(crate) fn first_difference(base: &Scenario, variant: &Scenario, lever: &str) -> Option<(f64, f64)> {
    let (theirs, ours) = (&base.organisation.timeline, &variant.organisation.timeline);
    let amount = |timeline: &Timeline, week: Week| match lever {
        TEAM_FTE => timeline.settings(week).team.fte,
        SAVING => timeline.settings(week).second_line.purchase_saving_euros,
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
    ours.timeline.base.team.fte = theirs.base.team.fte;
    ours.timeline.replace(lever, theirs.schedule(lever).cloned());
    ours.draw_from(Number::TEAM_FTE, base.organisation.uncertainty(Number::TEAM_FTE).copied());
}

/// Whether two organisations draw these levers, and the team that `team.fte` stands for, from the same distributions.
fn same_draws(a: &Organisation, b: &Organisation, levers: &[&str]) -> bool {
    let draws = |organisation: &Organisation| -> Vec<(usize, Step)> {
        let schedules = organisation.timeline.schedules.iter().filter(|s| levers.contains(&LEVERS[s.lever].meta.key));
        let rounded = |step: &Step| Step { value: step.value.map(rounded), ..*step };
        let steps = schedules.flat_map(|s| s.steps.iter().map(move |step| (s.lever, rounded(step))));
        steps.filter(|(_, step)| matches!(step.value, LeverValue::Uncertain(_))).collect()
    };
    let team = |organisation: &Organisation| organisation.uncertainty(Number::TEAM_FTE).map(|d| d.map(rounded));
    (!levers.contains(&TEAM_FTE) || team(a) == team(b)) && draws(a) == draws(b)
}

/// Whether the FTE or euros of closure depend on a number that samples draw.
fn amounts_vary(scenario: &Scenario) -> bool {
    let is_amount = |lever: usize| AMOUNTS.contains(&LEVERS[lever].meta.key);
    let schedules = &scenario.organisation.timeline.schedules;
    let mut steps = schedules.iter().filter(|s| is_amount(s.lever)).flat_map(|s| &s.steps);
    steps.any(|step| matches!(step.value, LeverValue::Uncertain(_)))
        || scenario.organisation.uncertainty(Number::TEAM_FTE).is_some()
        || scenario.budget.team_euros_per_hour.is_some()
}

/// Raises the team by the difference in planned outreach, where it is as large as the base's, from each week of
/// change. A variant that states a team of its own size has decided how many FTE it takes.
fn extra_hours(base: &Scenario, closed: &mut Closed) {
    let Some(lever) = position(TEAM_FTE) else { return };
    let ours = closed.scenario.organisation.timeline.clone();
    let weeks = weeks_of_change(&[&ours, &base.organisation.timeline], base);
    let theirs = &base.organisation.timeline;
    let same_team = |w: Week| same(ours.settings(w).team.fte, theirs.settings(w).team.fte);
    let more = |w: Week| if same_team(w) { outreach_fte(&ours, w) - outreach_fte(theirs, w) } else { 0.0 };
    let extra: Vec<(Week, f64)> = weeks.into_iter().map(|w| (w, more(w))).collect();
    let same_plans = same_draws(&closed.scenario.organisation, &base.organisation, &AMOUNTS[OUTREACH])
        || !extra.iter().any(|(week, _)| same_team(*week));
    if extra.iter().all(|(_, fte)| same(*fte, 0.0)) && same_plans {
        return;
    }
    let steps =
        extra.iter().map(|(week, fte)| (*week, LeverValue::Number((ours.settings(*week).team.fte + fte).max(0.0))));
    put(&mut closed.scenario.organisation.timeline, lever, steps);
    let last = extra.iter().rev().map(|e| e.1).find(|fte| !same(*fte, 0.0)).unwrap_or(0.0);
    closed.note(base, ClosureChange::LargerTeam(last));
}

fn same_budget(base: &Scenario, closed: &mut Closed) {
    let given = closed.scenario.organisation.clone();
    extra_hours(base, closed);
    let Some(lever) = position(SAVING) else { return };
    let more = extra_euros(base, &closed.scenario);
    let same_plans = same_draws(&given, &base.organisation, &AMOUNTS);
    if more.iter().all(|euros| same(*euros, 0.0)) && same_plans {
        return;
    }
    let own = given.timeline.schedule(lever).cloned();
    let own_steps = Timeline { schedules: own.iter().cloned().collect(), ..Timeline::default() };
    let mut weeks: BTreeSet<Week> = weeks_of_change(&[&own_steps], base).into_iter().collect();
    weeks.extend((0..more.len()).map(|year| Week(year as i32 * WEEKS_PER_YEAR)));
    let steps = weeks.into_iter().map(|week| {
        let planned = own.as_ref().and_then(|s| s.value_at(week)).map_or(0.0, LeverValue::number);
        let year = (week.0 / WEEKS_PER_YEAR) as usize;
        let euros = more.get(year).or(more.last()).copied().unwrap_or_default();
        (week, LeverValue::Number((planned + euros).max(0.0)))
    });
    put(&mut closed.scenario.organisation.timeline, lever, steps);
    closed.note(base, ClosureChange::Saving(more.last().copied().unwrap_or_default()));
}

/// What a variant is expected to spend more on its team and on prevention than the base, by year, in euros. Of what is
/// planned for a team vacancies go off, and jobs that are new until they are filled, as the numbers of the world say in
/// the mean: a variant saves what its hours cost, not what they would cost if somebody could be hired at once.
fn extra_euros(base: &Scenario, variant: &Scenario) -> Vec<f64> {
    let mean = |key: &str| Params::position(key).and_then(|p| base.parameters.get(p)).map_or(0.0, Distribution::mean);
    let (hours, hour) = (mean("team.hours_fte"), mean("facility.hour_euros"));
    let prevention = |scenario: &Scenario, s: &Settings| {
        let plan = &s.prevention;
        let own = plan.facility_euros + plan.grants_euros + plan.coordination_fte * hours * hour;
        let coaches = s.culture.coaching_fte * hours * base.budget.team_cents_per_hour as f64 / 100.0;
        own + basic_euros(scenario, s, mean) + network_euros(s, mean) + coaches
    };
    let weeks_vacant = mean("team.vacancy_weeks").max(1.0);
    let filled = 1.0 / (1.0 + mean("team.turnover") * weeks_vacant / f64::from(WEEKS_PER_YEAR));
    let fte_euros = hours * base.budget.team_cents_per_hour as f64 / 100.0 * filled;
    let plans = [base, variant].map(|scenario| &scenario.organisation.timeline);
    let mut unfilled = [0.0; 2];
    // Seniors come as others leave.
    let (leave, premium) = (mean("team.turnover") / f64::from(WEEKS_PER_YEAR), mean("professional.senior_price"));
    let mut seniors = [0.0; 2];
    // Both go into week 0 with the team of the burn-in, which they share.
    let mut before = [base.before.timeline.settings(Week(-1)).team.fte; 2];
    let mut extra = |week: Week| {
        let settings = plans.map(|plan| plan.settings(week));
        let mut working = [0.0; 2];
        for (arm, s) in settings.iter().enumerate() {
            let new = s.team.fte - before[arm];
            before[arm] = s.team.fte;
            unfilled[arm] = (unfilled[arm] + new).max(0.0) * (1.0 - 1.0 / weeks_vacant);
            seniors[arm] += (s.professional.seniors - seniors[arm]) * leave;
            working[arm] = (s.team.fte - unfilled[arm]).max(0.0) * (1.0 + premium * seniors[arm]);
        }
        // Experts by experience cost less, from when the plan is reached.
        for (working, s) in working.iter_mut().zip(&settings) {
            *working *= 1.0 - s.experts.share * (1.0 - mean("experience.price"));
        }
        let [theirs, ours] = &settings;
        (working[1] - working[0]) * fte_euros + prevention(variant, ours) - prevention(base, theirs)
    };
    let weeks = base.experiment.years as i32 * WEEKS_PER_YEAR;
    let by_week: Vec<f64> = (0..weeks).map(|week| extra(Week(week))).collect();
    let years = by_week.chunks(WEEKS_PER_YEAR as usize);
    years.map(|year| year.iter().sum::<f64>() / year.len() as f64).collect()
}

/// Euros a year of basic infrastructure without volunteers, and of collective places: the products that have any are
/// in the order of their settings.
fn basic_euros(scenario: &Scenario, s: &Settings, mean: impl Fn(&str) -> f64) -> f64 {
    let half_days = s.basic.half_days.iter().sum::<f64>() * f64::from(scenario.residents) / 1000.0;
    let hours = mean("facility.professional_hours") + mean("facility.volunteer_hours");
    let half_day = hours * mean("facility.hour_euros") + mean("facility.half_day_euros");
    let products = [Product::DomesticHelp, Product::DayActivity, Product::Guidance];
    let bought = s.basic.places.iter().zip(products).map(|(places, product)| {
        let spec = &scenario.organisation.services[product as usize];
        places * mean("collective.price") * spec.hours_per_week * spec.cents_per_hour as f64 / 100.0
    });
    (half_days * half_day + bought.sum::<f64>()) * f64::from(WEEKS_PER_YEAR)
}

/// Euros a year of conferences, if all that are bought are begun, and of campaigns and matchmakers.
fn network_euros(s: &Settings, mean: impl Fn(&str) -> f64) -> f64 {
    let plan = &s.own_network;
    let completed = mean("conference.completed");
    let hours = mean("conference.hours") * (completed + (1.0 - completed) * mean("conference.broken_off"));
    let matchmakers = plan.matching_fte * mean("team.hours_fte") * mean("facility.hour_euros");
    plan.conferences * hours * mean("conference.hour_euros") + plan.campaign_euros + matchmakers
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
