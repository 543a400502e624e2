//! What differs between a base and a variant as it is compared: everything that has an effect from week 0 on.
//!
//! Burn-in is the base's for both, so nothing that a variant states holds earlier. A lever at its neutral value is as
//! good as absent. District, residents, circumstances, years and samples are the same in every comparison and never
//! differ.

use super::change::{Change, Changed};
use crate::entities::Product;
use crate::levers::{LEVERS, LeverValue, Step};
use crate::links::LINKS;
use crate::mechanisms::team::levers::SIZES;
use crate::plan::{BudgetSpec, Number, Organisation, Scenario, rounded};
use crate::random::Distribution;
use crate::units::{WEEKS_PER_YEAR, Week};

/// Everything that differs, levers first.
pub(super) fn changes(base: &Scenario, variant: &Scenario) -> Vec<Change> {
    let end = Week(base.experiment.years as i32 * WEEKS_PER_YEAR);
    let levers = (0..LEVERS.len()).map(|lever| {
        let [theirs, ours, before] =
            [&base.organisation, &variant.organisation, &base.before].map(|o| course(o, lever, end));
        let since_before = matches!((theirs.first(), before.as_slice()), (Some(a), [b]) if a == b);
        Change { variant: variant.name.clone(), what: Changed::Lever(lever), base: theirs, changed: ours, since_before }
    });
    let others = constants(base).into_iter().zip(constants(variant)).map(|((what, theirs), (_, ours))| {
        let [base, changed] = [theirs, ours].map(|value| value.map(Step::always).into_iter().collect());
        Change { variant: variant.name.clone(), what, base, changed, since_before: false }
    });
    levers.chain(others).filter(|change| change.base != change.changed).collect()
}

/// What a lever does from week 0 to a week: its steps without those that change nothing. A lever without a neutral
/// value begins with the organisation's own number.
fn course(organisation: &Organisation, lever: usize, end: Week) -> Vec<Step> {
    let own = Number::replaced_by(LEVERS[lever].meta.key).and_then(|of| number(organisation, of));
    // Of several teams each has its size.
    let team = SIZES.iter().position(|size| *size == LEVERS[lever].meta.key && organisation.teams.len() > 1);
    let size = |team: usize| LeverValue::Number(rounded(organisation.timeline.base.team.fte_of(team)));
    let own = own.or_else(|| team.filter(|team| *team < organisation.teams.len()).map(size));
    let planned = organisation.timeline.schedule(lever).map_or(&[][..], |schedule| &schedule.steps);
    let mut steps: Vec<Step> = Vec::new();
    for step in own.map(Step::always).iter().chain(planned).filter(|step| step.from < end) {
        let value = step.value.map(rounded);
        let from = if step.ramp_weeks == 0 { step.from.max(Week(0)) } else { step.from };
        // At the start the last word counts.
        if from <= Week(0) && step.ramp_weeks == 0 {
            steps.clear();
        }
        steps.push(Step { from, value, ..*step });
    }
    let neutral = LEVERS[lever].meta.neutral;
    let mut told: Vec<Step> = Vec::new();
    for step in steps {
        let (before, settled) = match told.last() {
            Some(last) => (Some(last.value), last.from.0 + last.ramp_weeks as i32 <= step.from.0),
            None => (neutral, true),
        };
        if before != Some(step.value) || !settled {
            told.push(step);
        }
    }
    told
}

/// A number of a team or a service: what is known, or what samples draw it from; `None` without the service.
fn number(organisation: &Organisation, number: Number) -> Option<LeverValue> {
    if let Some(drawn) = organisation.uncertainty(number) {
        return Some(LeverValue::Uncertain(*drawn).map(rounded));
    }
    organisation.value(number).map(|value| LeverValue::from(value).map(rounded))
}

/// What never changes within a scenario; the same fields in the same order for every scenario. Size and caseload of the
/// team are told with their levers.
fn constants(scenario: &Scenario) -> Vec<(Changed, Option<LeverValue>)> {
    let organisation = &scenario.organisation;
    let mut fields = Vec::new();
    for product in Product::ALL {
        fields.extend(Number::of_service(product).map(|what| (Changed::Number(what), number(organisation, what))));
    }
    let BudgetSpec { team_cents_per_hour, team_euros_per_hour, price_year, discount_rate } = &scenario.budget;
    let price = team_euros_per_hour.unwrap_or(Distribution::Fixed(*team_cents_per_hour as f64 / 100.0));
    fields.extend([
        (Changed::TeamPrice, Some(price.into())),
        (Changed::PriceYear, Some(LeverValue::Number(f64::from(*price_year)))),
        (Changed::DiscountRate, Some(LeverValue::Number(*discount_rate))),
    ]);
    let parameters = scenario.parameters.iter().enumerate();
    fields.extend(parameters.map(|(i, value)| (Changed::Parameter(i), Some(LeverValue::from(*value)))));
    let links = organisation.timeline.base.links;
    fields.extend((0..LINKS.len()).map(|i| (Changed::Link(i), links.get(i).map(|x| LeverValue::Number(*x)))));
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::levers::position;
    use crate::plan::{Closure, close};
    use crate::scenario::{Overrides, check_file, load_text};

    /// What differs from the embedded reactive scenario in one that is based on it, as it is compared.
    fn with(text: &str, closure: Closure) -> Vec<Change> {
        let scenario = |name: &str, text: &str| {
            let text = format!("schema_version = 1\nbase = \"builtin:reactive\"\n{text}");
            load_text(name, &text, &Overrides::default()).unwrap_or_else(|p| panic!("{p:#?}")).scenario
        };
        let base = scenario("base", "");
        changes(&base, &close(&base, &scenario("variant", text), closure).scenario)
    }

    fn lever(key: &str) -> Changed {
        Changed::Lever(position(key).expect("exists"))
    }

    fn step(from: i32, value: f64) -> Step {
        Step { from: Week(from), value: LeverValue::Number(value), ramp_weeks: 0 }
    }

    #[test]
    fn what_has_no_effect_does_not_differ() {
        let idle = "[levers]\ngate.strictness = 0\noutreach.protected = false\n\
                    outreach.door_fte = [{ value = 0.25 }, { after_years = 2, value = 0.25 }]\n\
                    aftercare.share = [{ value = 0.3 }, { after_years = 0, value = 0 }]\n\
                    outreach.place_fte = [{ value = 0.5 }, { after_years = 90, value = 3 }]\n\
                    team.caseload = { low = 12, mode = 25, high = 45 }";
        assert_eq!(with(idle, Closure::Hours), []);
        let acts = with("[levers]\ngate.strictness = 0.2\noutreach.protected = true", Closure::Hours);
        assert_eq!(
            acts.iter().map(|c| c.what).collect::<Vec<_>>(),
            [lever("outreach.protected"), lever("gate.strictness")]
        );
        assert_eq!((&acts[1].base, &acts[1].changed), (&vec![], &vec![step(0, 0.2)]));
    }

    #[test]
    fn only_what_holds_in_the_burn_in_is_since_before() {
        let set = "[levers]\noutreach.door_fte = 3";
        let changed = with(set, Closure::Hours);
        assert_eq!((&changed[0].base, &changed[0].changed), (&vec![step(0, 0.25)], &vec![step(0, 3.0)]));
        assert!(changed[0].since_before, "nothing else is said of the time before");
        let text = "schema_version = 1\nbase = \"builtin:reactive\"\n[before.levers]\noutreach.door_fte = 2";
        let base = load_text("base", text, &Overrides::default()).unwrap_or_else(|p| panic!("{p:#?}")).scenario;
        let mut variant = base.clone();
        variant.organisation.timeline.replace(position("outreach.door_fte").expect("exists"), None);
        assert!(!changes(&base, &variant)[0].since_before, "it was another value before");
    }

    #[test]
    fn a_team_that_closure_enlarges_differs_from_its_own_size() {
        let changed = with("[levers]\noutreach.door_fte = 3", Closure::Extra);
        let team = changed.iter().find(|c| c.what == lever("team.fte")).expect("it is larger");
        let sizes = [&team.base, &team.changed].map(|steps| steps.iter().map(|s| s.value.number()).sum::<f64>());
        assert!((sizes[1] - sizes[0] - 2.75).abs() < 1e-6, "{sizes:?}");
        assert!(team.since_before);
    }

    /// Every kind of field that `kantel check` tells is a change here too, and nothing else is.
    #[test]
    fn everything_that_check_tells_is_told() {
        let text = "schema_version = 1\nbase = \"builtin:reactive\"\n[parameters]\nonset.debt = 0.02\n[budget]\n\
                    euros_per_team_hour = 80\nprice_year = 2025\ndiscount_rate = 0.03\n[[team]]\nfte = 40\n\
                    caseload_per_fte = 20\n\
                    [[service]]\nproduct = \"guidance\"\nplaces = 90\nhours_per_week = 2.5\neuros_per_hour = 61.5\n\
                    duration_weeks = 30\nrenewal = 0.4\n\
                    [links]\ncoupling = 0.5\n[levers]\noutreach.door_fte = 3\n[experiment]\nclosure = \"extra\"\n";
        let path = std::env::temp_dir().join(format!("kantel-changes-{}.toml", std::process::id()));
        std::fs::write(&path, text).expect("the disk works");
        let told = check_file(&path.display().to_string()).expect("it is right").changes;
        std::fs::remove_file(&path).expect("the disk works");
        let scenario = load_text("variant", text, &Overrides::default()).unwrap_or_else(|p| panic!("{p:#?}")).scenario;
        let base = load_text("base", "schema_version = 1\nbase = \"builtin:reactive\"", &Overrides::default());
        let changed = changes(&base.unwrap_or_else(|p| panic!("{p:#?}")).scenario, &scenario);
        let after = told
            .iter()
            .filter(|field| !field.starts_with("before.") && !field.starts_with("experiment.closure"))
            .count();
        assert_eq!((changed.len(), after), (13, 13), "{told:#?}\n{changed:#?}");
    }
}
