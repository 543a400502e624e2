//! What is allowed but probably not meant, in sentences without a full stop.

use std::collections::BTreeMap;

use super::district::parse_profile;
use super::draft::Draft;
use super::idle_levers;
use super::parts;
use super::reader::Origin;
use crate::input_data::{BUILTIN_PROFILES, DistrictProfile, kwb};
use crate::language::{Text, text};
use crate::levers::{LEVERS, Step};
use crate::plan::{Closure, Number, Scenario, outreach_fte, rounded};
use crate::units::{WEEKS_PER_YEAR, Week};

/// Of a scenario in the making.
pub(super) fn of_draft(draft: &Draft) -> Vec<Text> {
    let mut warnings = Vec::new();
    let has_lever = crate::levers::position("team.fte").is_some_and(|p| draft.organisation.levers.contains_key(&p));
    if !draft.organisation.has_team() && !has_lever {
        warnings.push(Text::fixed(
            "there is no [[team]]: nobody works at the municipal door",
            "er is geen [[team]]: niemand werkt bij het loket van de gemeente",
        ));
    }
    if draft.organisation.has_team() && draft.before.as_ref().is_some_and(|b| !b.has_team()) {
        warnings.push(Text::fixed(
            "[before] has no [[before.team]]: nobody works at the municipal door during burn-in",
            "[before] heeft geen [[before.team]]: tijdens de aanloop werkt niemand bij het loket van de gemeente",
        ));
    }
    if let Some(residents) = draft.resident_count() {
        warnings.extend(parts::divide(&draft.parts, residents).1);
    }
    warnings
}

/// Of amounts that somebody's own file states for another number of residents than options ask for.
pub(super) fn of_scaling(residents: Option<(u32, u32)>, origins: &BTreeMap<String, Origin>) -> Option<Text> {
    let (from, to) = residents.filter(|(from, to)| from != to)?;
    let is_amount = |field: &str| {
        let lever = field.strip_prefix("levers.").unwrap_or_default();
        Number::all().any(|number| number.field().scales && number.path() == field)
            || LEVERS.iter().any(|l| l.meta.scales && l.meta.key == lever)
    };
    let is_own = |origin: &Origin| !origin.file.starts_with("builtin:") && !origin.file.starts_with("--");
    let stated = origins.iter().filter(|(field, origin)| is_amount(field) && is_own(origin));
    let fields: Vec<&str> = stated.map(|(field, _)| field.as_str()).collect();
    let (all, times) = (fields.join(", "), libm::round(1_000.0 * f64::from(to) / f64::from(from)) / 1_000.0);
    (!fields.is_empty()).then(|| {
        text!(
            "{all}: stated for {from} residents, so {times} times as much for {to}",
            "{all}: bedoeld voor {from} inwoners, dus {times} keer zoveel voor {to}"
        )
    })
}

/// Of one of several scenarios that are compared: by itself a scenario gives no differences.
pub(super) fn of_compared(scenario: &Scenario) -> Option<Text> {
    let samples = scenario.experiment.samples;
    let (en, nl) = if samples == 1 { ("sample", "wereld") } else { ("samples", "werelden") };
    (samples < 30).then(|| {
        text!(
            "{samples} {en}: with fewer than 30 no verdict is given on a difference",
            "{samples} {nl}: met minder dan 30 krijgt geen enkel verschil een oordeel"
        )
    })
}

/// Of a district.
pub(super) fn of_district(p: &DistrictProfile) -> Vec<Text> {
    let mut warnings = Vec::new();
    let rare = kwb::rare_of(p).into_iter();
    warnings.extend(rare.map(|what| text!("district: {what}", "district: {what}"; what)));
    if let Some(other) = figures_of_another(p) {
        warnings.push(text!(
            "district: another code or name, and every figure is that of builtin:{other}",
            "district: een andere code of naam, en alle cijfers zijn die van builtin:{other}"
        ));
    }
    let mut names: Vec<&str> = p.neighbourhoods.iter().map(|n| n.name.as_str()).collect();
    names.sort_unstable();
    let mut twice: Vec<&str> = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    twice.dedup();
    let told = |name| {
        text!("district.neighbourhood: two of the name {name}", "district.neighbourhood: twee met de naam {name}")
    };
    warnings.extend(twice.into_iter().map(told));
    warnings
}

/// The built-in profile whose every figure a district has under another code or name.
fn figures_of_another(p: &DistrictProfile) -> Option<&'static str> {
    let figures = |p: &DistrictProfile| DistrictProfile {
        code: String::new(),
        name: String::new(),
        municipality: String::new(),
        year: 0,
        attribution: String::new(),
        ..p.clone()
    };
    BUILTIN_PROFILES.iter().find_map(|(name, text)| {
        let other = parse_profile(text, name).ok()?;
        ((&other.code, &other.name) != (&p.code, &p.name) && figures(&other) == figures(p)).then_some(*name)
    })
}

/// Of what a scenario plans: half a mandate, steps that never come, ramps that are cut off, more outreach than there is
/// team.
pub(super) fn of_plan(scenario: &Scenario) -> Vec<Text> {
    let years = scenario.experiment.years;
    let mut warnings = Vec::new();
    let timeline = &scenario.organisation.timeline;
    let levers =
        timeline.schedules.iter().map(|s| (format!("levers.{}", LEVERS[s.lever].meta.key), s.steps.as_slice()));
    let homes = std::iter::once(("context.homes_per_1000".to_owned(), scenario.context.homes_per_1000.steps()));
    let factors = scenario.context.factors.iter().map(|(subject, course)| (subject.path(), course.steps()));
    for (field, steps) in levers.chain(homes).chain(factors) {
        warnings.extend(of_steps(&field, steps, years));
    }
    let mut weeks: Vec<Week> = vec![Week(0)];
    let turns =
        timeline.schedules.iter().flat_map(|s| &s.steps).flat_map(|s| [s.from.0, s.from.0 + s.ramp_weeks as i32]);
    weeks.extend(turns.map(Week).filter(|w| w.0 > 0 && w.0 < years as i32 * WEEKS_PER_YEAR));
    weeks.sort_unstable();
    warnings.extend(idle_levers::notes(scenario, &weeks));
    // With extra money the hours for it come with the plan.
    let comes_along = scenario.closure == Some(Closure::Extra);
    let over =
        |week: &&Week| !comes_along && outreach_fte(timeline, **week) > timeline.settings(**week).team.fte + 1e-9;
    if let Some(week) = weeks.iter().find(over) {
        let (outreach, team) = (outreach_fte(timeline, *week), timeline.settings(*week).team.fte);
        let (outreach, team) = (tenths(outreach), tenths(team));
        let year = in_years(week.0);
        warnings.push(text!(
            "outreach is planned at {outreach} FTE from year {year}, and the team has {team}",
            "vanaf jaar {year} is {outreach} fte outreach gepland, en het team heeft {team}"
        ));
    }
    warnings
}

/// Of the steps of one value.
fn of_steps(field: &str, steps: &[Step], years: u32) -> Vec<Text> {
    let mut warnings = Vec::new();
    let end = years as i32 * WEEKS_PER_YEAR;
    for step in steps.iter().filter(|s| s.from.0 >= end) {
        let from = in_years(step.from.0);
        warnings.push(text!(
            "{field}: the step at after_years = {from} never comes: experiment.years = {years}",
            "{field}: de stap bij after_years = {from} komt nooit: experiment.years = {years}"
        ));
    }
    for pair in steps.windows(2) {
        let [step, next] = pair else { continue };
        if step.from.0 + step.ramp_weeks as i32 > next.from.0 && next.from.0 < end {
            let ramp = in_years(step.ramp_weeks as i32);
            let (from, cut) = (in_years(step.from.0.max(0)), in_years(next.from.0));
            warnings.push(text!(
                "{field}: the ramp of {ramp} years from year {from} is cut off by the step of year {cut}",
                "{field}: de groei in {ramp} jaar vanaf jaar {from} wordt afgebroken door de stap van jaar {cut}"
            ));
        }
    }
    warnings
}

/// Weeks in years, with few digits.
fn in_years(weeks: i32) -> f64 {
    libm::round(f64::from(weeks) / f64::from(WEEKS_PER_YEAR) * 100.0) / 100.0
}

fn tenths(x: f64) -> f64 {
    libm::round(rounded(x) * 10.0) / 10.0
}
