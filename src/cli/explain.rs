//! `kantel explain`: the week's schedule, the causal links, and every value in force with unit and source.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::args::ExplainArgs;
use super::check::note;
use super::diagnose::visible;
use super::tables::columns;
use super::tongue::spoken;
use super::{Failure, emit, remark};
use crate::doors::WAY_SOURCES;
use crate::input_data::assumed_neighbourhoods;
use crate::levers::{LEVERS, Timeline};
use crate::links::LINKS;
use crate::parameters::PARAMETERS;
use crate::report::known;
use crate::report::wording::{Lang, grade, parameter_name, unit_name};
use crate::scenario::{
    Loaded, Number, Organisation, Origin, Scenario, distribution_text, load_all, number_text, price_text, value_text,
};
use crate::submodels::team::ALLOTMENT;
use crate::units::{WEEKS_PER_YEAR, Week};

/// Prints everything that is in force in a scenario.
///
/// # Errors
/// [`Failure::Input`] with every mistake in the scenario.
pub(super) fn explain(args: &ExplainArgs) -> Result<(), Failure> {
    let lang = spoken(args.lang);
    let source = args.scenario.clone().unwrap_or_else(|| "builtin:reactive".to_owned());
    let loaded = load_all(&[source], &args.options.overrides()).map_err(Failure::Input)?;
    for one in &loaded {
        emit(&text(one, crate::schedule::SCHEDULE, lang))?;
        for warning in &one.warnings {
            remark(&visible(&format!("{}: {}", note(lang), warning.of(lang))));
        }
    }
    Ok(())
}

/// The whole text; `schedule` is the ordered list of a week's processes with a sentence on each. `lang` is the language
/// in which the world's numbers are named; all else is English.
fn text(loaded: &Loaded, schedule: &[(&str, &str)], lang: Lang) -> String {
    let scenario = &loaded.scenario;
    let mut out = format!("{}: {}\n", scenario.name, scenario.title);
    out.push_str(&district_text(scenario, &loaded.origins));
    out.push_str(&schedule_text(schedule));
    out.push_str(&allotment_text());
    out.push_str(&links_text(&scenario.organisation.timeline));
    out.push_str("\nTeam and services\n");
    out.push_str(&organisation_text(&scenario.organisation, "", &loaded.origins));
    if scenario.before != scenario.organisation {
        out.push_str("\nDuring burn-in\n");
        out.push_str(&organisation_text(&scenario.before, "before.", &loaded.origins));
    }
    out.push_str(&doors_text());
    out.push_str(&rules_text(scenario, &loaded.origins));
    out.push_str(&parameters_text(scenario, &loaded.origins, lang));
    out
}

/// The district that is simulated, and every figure of its profile: as published, of its own number of residents.
fn district_text(scenario: &Scenario, origins: &BTreeMap<String, Origin>) -> String {
    let d = &scenario.district;
    let place = if d.municipality.is_empty() { String::new() } else { format!(" ({})", d.municipality) };
    let source = if d.attribution.is_empty() { "written by hand".to_owned() } else { d.attribution.clone() };
    let head = format!("District {}{place}, {} residents simulated; figures: {source}\n", d.name, scenario.residents);
    let stated = |key: &str| {
        origins.get(&format!("district.{key}")).map_or_else(|| source.clone(), |o| format!("stated in {o}"))
    };
    let mut rows = Vec::new();
    let mut add = |key: &str, value: String, unit: &str| {
        rows.push(vec![format!("  {key}"), format!("{value} {unit}").trim_end().to_owned(), stated(key)]);
    };
    add("year", d.year.to_string(), "");
    for (key, count, unit) in [
        ("residents", d.residents, "persons"),
        ("men", d.men, "persons"),
        ("households", d.households, "households"),
        ("single_households", d.single_households, "households"),
        ("childless_households", d.childless_households, "households"),
        ("family_households", d.family_households, "households"),
        ("births", d.births, "persons a year"),
        ("deaths", d.deaths, "persons a year"),
    ] {
        add(key, count.to_string(), unit);
    }
    let ages = d.ages.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
    add("ages", ages, "persons of 0-14, 15-24, 25-44, 45-64, 65 and over");
    for (key, share, unit) in [
        ("low_income", d.low_income, "of households"),
        ("high_income", d.high_income, "of households"),
        ("owner_occupied", d.owner_occupied, "of dwellings"),
        ("social_rent", d.social_rent, "of dwellings"),
    ] {
        add(key, share.to_string(), unit);
    }
    add("urbanity", d.urbanity.to_string(), "(1 very urban to 5 rural)");
    if let Some(clients) = d.wmo_per_1000 {
        add("wmo_per_1000", clients.to_string(), "persons (to compare with, never an input)");
    }
    let assumed = d.neighbourhoods == assumed_neighbourhoods(d.households);
    for n in &d.neighbourhoods {
        let what = format!("{} of households, deprivation {} times the district's", n.share, n.deprivation);
        let known =
            if assumed { "assumption: nothing is known below the wijk".to_owned() } else { stated("neighbourhood") };
        rows.push(vec![format!("  {}", n.name), what, known]);
    }
    format!("{head}\nThe district's profile\n{}", columns(&rows))
}

/// The tables of doors and services.
fn doors_text() -> String {
    let mut ways = known::ways();
    ways.heads.push("source");
    for row in &mut ways.rows {
        let source = WAY_SOURCES.iter().find(|(domain, _)| domain.key() == row[0]);
        row.push(source.map_or_else(String::new, |(_, s)| format!("{}: {}", s.grade(), s.text())));
    }
    let mut out = String::new();
    for table in [ways, known::offers(), known::waterbed()] {
        let plain = |cell: &str| cell.replace('`', "");
        let mut rows = vec![table.heads.iter().map(|head| plain(head)).collect::<Vec<_>>()];
        rows.extend(table.rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()));
        for row in &mut rows {
            row[0].insert_str(0, "  ");
        }
        // Writing to a String cannot fail.
        let _ = write!(out, "\n{}. {}\n{}", table.title, plain(table.note), columns(&rows));
    }
    out
}

/// The order of a week; nothing if there is none.
fn schedule_text(schedule: &[(&str, &str)]) -> String {
    if schedule.is_empty() {
        return String::new();
    }
    let rows: Vec<Vec<String>> = schedule
        .iter()
        .enumerate()
        .map(|(i, (name, what))| vec![format!("  {}", i + 1), (*name).to_owned(), (*what).to_owned()])
        .collect();
    format!("\nA week, in this order\n{}", columns(&rows))
}

/// What the team's hours go to, in order.
fn allotment_text() -> String {
    let rows: Vec<Vec<String>> =
        ALLOTMENT.iter().enumerate().map(|(i, what)| vec![format!("  {}", i + 1), (*what).to_owned()]).collect();
    format!("\nThe team's hours go to, in this order\n{}", columns(&rows))
}

fn links_text(timeline: &Timeline) -> String {
    let mut rows = Vec::new();
    for (link, strength) in LINKS.iter().zip(timeline.base.links) {
        rows.push(vec![
            format!("  {}", link.key),
            format!("{} -> {}", link.from, link.to),
            link.sign.to_string(),
            link.feedback.to_owned(),
            format!("{strength}"),
            format!("{}: {}", link.source.grade(), link.source.text()),
        ]);
    }
    format!("\nCausal links (strength 1 as modelled, 0 cut)\n{}", columns(&rows))
}

fn organisation_text(organisation: &Organisation, prefix: &str, origins: &BTreeMap<String, Origin>) -> String {
    let base = &organisation.timeline.base;
    let stated = |field: &str| origins.get(field).map_or_else(String::new, |o| format!("stated in {o}"));
    // A number with few digits, or in full what it is drawn from.
    let number = |number: Number, known: String| {
        if organisation.uncertainty(number).is_some() { number_text(organisation, number) } else { known }
    };
    // A number of the team with its unit and place; one that a lever replaces is never in force, wherever it is stated.
    let of_team = |name: &str, of: Number, known: String, unit: &str, origin: String| {
        let [value, origin] = organisation.replaced(of).map_or_else(
            || [format!("{} {unit}", number(of, known)), origin],
            |l| [format!("replaced by lever {l}"), String::new()],
        );
        vec![format!("  {name}"), value, origin]
    };
    let size = stated(&format!("{prefix}team.fte")) + &stated(&format!("{prefix}team.jobs_per_10000"));
    let caseload = stated(&format!("{prefix}team.caseload_per_fte"));
    let mut rows = vec![
        of_team(&organisation.team_name, Number::TeamFte, format!("{:.2}", base.team_fte), "FTE", size),
        of_team("caseload", Number::Caseload, base.caseload_per_fte.to_string(), "cases per FTE", caseload),
    ];
    for s in &organisation.services {
        let meta = s.product.meta();
        let field = |name: &str| stated(&format!("{prefix}service.{}.{name}", meta.key));
        let source = |origin: String, source: &crate::provenance::Source| {
            if origin.is_empty() { format!("{}: {}", source.grade(), source.text()) } else { origin }
        };
        rows.push(vec![
            format!("  {}", meta.key),
            format!("{} places", number(Number::Places(s.product), format!("{:.1}", s.places))),
            source(field("places"), &meta.places_source),
        ]);
        let hours = number(Number::Hours(s.product), s.hours_per_week.to_string());
        let price = number_text(organisation, Number::Price(s.product));
        let weeks = distribution_text(&s.duration_weeks);
        let renewal = number(Number::Renewal(s.product), s.renewal.to_string());
        for (text, key, of) in [
            (format!("{hours} hours a week"), "hours_per_week", &meta.hours_source),
            (format!("{price} euro an hour"), "euros_per_hour", &meta.price_source),
            (format!("{weeks} weeks"), "duration_weeks", &meta.duration_source),
            (format!("renewed {renewal}"), "renewal", &meta.renewal_source),
        ] {
            rows.push(vec![String::new(), text, source(field(key), of)]);
        }
    }
    for schedule in &organisation.timeline.schedules {
        let meta = &LEVERS[schedule.lever].meta;
        for step in &schedule.steps {
            let mut value = format!("{} {}", value_text(schedule.lever, step.value), meta.unit);
            if step.from >= Week(0) {
                let years = f64::from(step.from.0) / f64::from(WEEKS_PER_YEAR);
                value = format!("{} from year {years}", value.trim_end());
            }
            if step.ramp_weeks > 0 {
                value = format!("{value}, over {} weeks", step.ramp_weeks);
            }
            let origin = stated(&format!("{prefix}levers.{}", meta.key));
            rows.push(vec![format!("  {}", meta.key), value, join(&origin, meta.source)]);
        }
    }
    columns(&rows)
}

fn join(origin: &str, source: crate::provenance::Source) -> String {
    let evidence = format!("{}: {}", source.grade(), source.text());
    if origin.is_empty() { evidence } else { format!("{origin}; {evidence}") }
}

fn rules_text(scenario: &Scenario, origins: &BTreeMap<String, Origin>) -> String {
    let stated = |field: &str| origins.get(field).map_or_else(|| "default".to_owned(), |o| format!("stated in {o}"));
    let (budget, experiment) = (&scenario.budget, &scenario.experiment);
    let mut fields = vec![
        ("budget.euros_per_team_hour".to_owned(), format!("{} euro per productive hour", price_text(budget))),
        ("budget.price_year".to_owned(), budget.price_year.to_string()),
        ("budget.discount_rate".to_owned(), format!("{} per year", budget.discount_rate)),
    ];
    fields.extend(scenario.context.fields().into_iter().map(|(key, value)| {
        let unit = match key.as_str() {
            "election_year" => " and every fourth year",
            "homes_per_1000" => " homes per 1,000 residents and year",
            key if key.contains('.') => " times",
            _ => "",
        };
        (format!("context.{key}"), value + unit)
    }));
    let computing = [
        ("experiment.samples", experiment.samples.to_string()),
        ("experiment.replicates", experiment.replicates.to_string()),
        ("experiment.extra_replicate", format!("{} samples", experiment.extra_replicate)),
        ("experiment.years", experiment.years.to_string()),
        ("experiment.seed", experiment.seed.to_string()),
        ("experiment.burn_in_weeks", experiment.burn_in_weeks.to_string()),
        ("experiment.closure", scenario.closure.unwrap_or_default().key().to_owned()),
    ];
    fields.extend(computing.map(|(field, value)| (field.to_owned(), value)));
    let rows: Vec<Vec<String>> =
        fields.into_iter().map(|(field, value)| vec![format!("  {field}"), value, stated(&field)]).collect();
    format!("\nMoney, circumstances and computing\n{}", columns(&rows))
}

fn parameters_text(scenario: &Scenario, origins: &BTreeMap<String, Origin>, lang: Lang) -> String {
    let mut rows = Vec::new();
    for (meta, distribution) in PARAMETERS.iter().zip(&scenario.parameters) {
        let origin = origins.get(&format!("parameters.{}", meta.key));
        let source = match origin {
            Some(origin) => format!("stated in {origin}"),
            None => format!("{}: {}", grade(lang, &meta.source), meta.source.text()),
        };
        rows.push(vec![
            format!("  {}", meta.key),
            distribution_text(distribution),
            unit_name(lang, meta.unit).to_owned(),
            format!("{}. {source}", parameter_name(lang, meta)),
        ]);
    }
    format!("\nThe world's numbers\n{}", columns(&rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_in_force_is_there_with_its_source_or_place() {
        let loaded = load_all(
            &["proactive".to_owned()],
            &crate::scenario::Overrides { set: vec!["onset.debt=0.02".to_owned()], ..Default::default() },
        )
        .expect("loads");
        let text = text(&loaded[0], &[("events", "onset, worsening, recovery")], Lang::En);
        for meta in PARAMETERS {
            assert!(text.contains(meta.key), "{}", meta.key);
        }
        for link in LINKS {
            assert!(text.contains(link.key), "{}", link.key);
        }
        assert!(text.contains("1  events  onset, worsening, recovery"), "{text}");
        assert!(text.contains("stated in --set onset.debt"), "{text}");
        let lines: Vec<String> = text.lines().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        let told = |start: String| assert!(lines.iter().any(|line| line.starts_with(&start)), "{start}: {text}");
        for way in crate::doors::WAYS {
            told(format!("{} {} {} ", way.domain.key(), way.door.meta().english, way.weight));
        }
        for offer in crate::doors::OFFERS {
            told(format!("{} {} {} ", offer.domain.key(), offer.product.key(), offer.weight));
        }
        for (product, door, _) in crate::doors::WATERBED {
            told(format!("{} {} ", product.key(), door.meta().english));
        }
        let d = &loaded[0].scenario.district;
        told(format!("low_income {} of households Bron: CBS", d.low_income));
        told(format!("births {} persons a year Bron: CBS", d.births));
        let last = d.neighbourhoods.last().expect("there are some");
        told(format!("{} {} of households, deprivation {} times", last.name, last.share, last.deprivation));
        assert!(text.contains("assumption: nothing is known below the wijk"), "{text}");
        assert!(text.contains("3.2 FTE from year 0, over 52 weeks"), "{text}");
        assert!(text.contains("stated in builtin:proactive:"), "{text}");
    }
}
