//! A scenario as a complete TOML text that reads back as the same scenario.

use super::texts::{
    context_fields, distribution_text, number_text, price_text, quoted, remit_texts, steps_text, value_text,
};
use super::version::SCHEMA_VERSION;
use crate::input_data::DistrictProfile;
use crate::levers::LEVERS;
use crate::links::LINKS;
use crate::parameters::PARAMETERS;
use crate::plan::{Number, Organisation, OwnFigure, Scenario, TeamSpec};

/// Where the text of a scenario looks for its design: a file beside it, with [`crate::plan::Design::text`].
pub const DESIGN_FILE: &str = "design.csv";

/// The scenario in full: no base, every value stated. Its name is the file's, and not in the text; nor is its design.
pub fn write_merged(scenario: &Scenario) -> String {
    let mut out = String::new();
    line(&mut out, &format!("schema_version = {SCHEMA_VERSION}"));
    line(&mut out, &format!("title = {}", quoted(&scenario.title)));
    if !scenario.title_nl.is_empty() {
        line(&mut out, &format!("title_nl = {}", quoted(&scenario.title_nl)));
    }
    line(&mut out, &format!("organisation_name = {}", quoted(&scenario.organisation.name)));
    line(&mut out, "\n[district]");
    write_district(&mut out, "district", &scenario.district);
    for part in &scenario.parts {
        line(&mut out, "\n[[part]]");
        write_district(&mut out, "part", &part.district);
    }
    line(&mut out, &format!("\n[population]\nresidents = {}", scenario.residents));
    let experiment = &scenario.experiment;
    line(
        &mut out,
        &format!(
            "\n[experiment]\nsamples = {}\nreplicates = {}\nextra_replicate = {}\nyears = {}\nseed = {}\n\
             burn_in_weeks = {}",
            experiment.samples,
            experiment.replicates,
            experiment.extra_replicate,
            experiment.years,
            experiment.seed,
            experiment.burn_in_weeks
        ),
    );
    if let Some(closure) = scenario.closure {
        line(&mut out, &format!("closure = {}", quoted(closure.key())));
    }
    if experiment.design.is_some() {
        line(&mut out, &format!("design = {}\nothers = {}", quoted(DESIGN_FILE), quoted(experiment.others.key())));
    }
    line(&mut out, "\n[context]");
    for (key, value) in context_fields(&scenario.context) {
        line(&mut out, &format!("{key} = {value}"));
    }
    let budget = &scenario.budget;
    line(
        &mut out,
        &format!(
            "\n[budget]\neuros_per_team_hour = {}\nprice_year = {}\ndiscount_rate = {:?}",
            price_text(budget),
            budget.price_year,
            budget.discount_rate
        ),
    );
    let output = &scenario.output;
    line(&mut out, &format!("\n[output]\nall_series = {}\nweekly = {}", output.all_series, output.weekly));
    if output.persons {
        line(&mut out, "persons = true");
    }
    write_own(&mut out, &scenario.own);
    write_organisation(&mut out, "", &scenario.organisation);
    line(&mut out, &format!("\n[before]\nname = {}", quoted(&scenario.before.name)));
    write_organisation(&mut out, "before.", &scenario.before);
    line(&mut out, "\n[parameters]");
    for (meta, distribution) in PARAMETERS.iter().zip(&scenario.parameters) {
        line(&mut out, &format!("{} = {} # {}", meta.key, distribution_text(distribution), meta.unit));
    }
    out
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

/// A profile as the lines of a table.
fn write_district(out: &mut String, table: &str, d: &DistrictProfile) {
    for (key, text) in
        [("code", &d.code), ("name", &d.name), ("municipality", &d.municipality), ("attribution", &d.attribution)]
    {
        line(out, &format!("{key} = {}", quoted(text)));
    }
    line(out, &format!("year = {}", d.year));
    let ages: Vec<String> = d.ages.iter().map(u32::to_string).collect();
    line(out, &format!("ages = [{}]", ages.join(", ")));
    for (key, count) in [
        ("residents", d.residents),
        ("men", d.men),
        ("households", d.households),
        ("single_households", d.single_households),
        ("childless_households", d.childless_households),
        ("family_households", d.family_households),
        ("births", d.births),
        ("deaths", d.deaths),
        ("urbanity", u32::from(d.urbanity)),
    ] {
        line(out, &format!("{key} = {count}"));
    }
    for (key, count) in [("widowed", d.widowed), ("disability_benefits", d.disability_benefits)] {
        if let Some(count) = count {
            line(out, &format!("{key} = {count}"));
        }
    }
    for (key, share) in [
        ("low_income", d.low_income),
        ("high_income", d.high_income),
        ("owner_occupied", d.owner_occupied),
        ("social_rent", d.social_rent),
    ] {
        line(out, &format!("{key} = {share:?}"));
    }
    if let Some(wmo) = d.wmo_per_1000 {
        line(out, &format!("wmo_per_1000 = {wmo:?}"));
    }
    for n in &d.neighbourhoods {
        line(
            out,
            &format!(
                "\n[[{table}.neighbourhood]]\nname = {}\nshare = {:?}\ndeprivation = {:?}",
                quoted(&n.name),
                n.share,
                n.deprivation
            ),
        );
    }
}

/// Every figure with all its parts, those of a sheet too.
fn write_own(out: &mut String, own: &[OwnFigure]) {
    if !own.is_empty() {
        line(out, "\n[own]");
    }
    for figure in own {
        let mut parts = vec![format!("value = {:?}", figure.value)];
        parts.extend(figure.range.map(|(low, high)| format!("low = {low:?}, high = {high:?}")));
        parts.extend(figure.tolerance.map(|share| format!("tolerance = {share:?}")));
        parts.extend(figure.residents.map(|residents| format!("residents = {residents}")));
        parts.extend(figure.year.map(|year| format!("year = {year}")));
        if !figure.source.is_empty() {
            parts.push(format!("source = {}", quoted(&figure.source)));
        }
        line(out, &format!("{} = {{ {} }}", figure.name, parts.join(", ")));
    }
}

fn write_organisation(out: &mut String, prefix: &str, organisation: &Organisation) {
    let base = &organisation.timeline.base;
    match &organisation.teams[..] {
        [only] if only.is_broad() && base.team.caseloads[0] <= 0.0 => {
            line(out, &format!("\n[[{prefix}team]]\nname = {}", quoted(&only.name)));
            write_numbers(out, organisation, Number::of_team());
        }
        several => {
            for (i, team) in several.iter().enumerate() {
                // Where nobody states a caseload, each sample draws one.
                let drawn = organisation.uncertainty(Number::CASELOAD).is_some() && base.team.caseloads[i] <= 0.0;
                let caseload = (!drawn).then(|| base.team.caseload_of(i));
                write_team(out, prefix, team, (base.team.shares[i], caseload));
            }
        }
    }
    for s in &organisation.services {
        line(out, &format!("\n[[{prefix}service]]\nproduct = {}", quoted(s.product.key())));
        write_numbers(out, organisation, Number::of_service(s.product));
    }
    if !organisation.timeline.schedules.is_empty() {
        line(out, &format!("\n[{prefix}levers]"));
    }
    for schedule in &organisation.timeline.schedules {
        let meta = &LEVERS[schedule.lever].meta;
        let unit = if meta.unit.is_empty() { String::new() } else { format!(" # {}", meta.unit) };
        line(
            out,
            &format!("{} = {}{unit}", meta.key, steps_text(&schedule.steps, |value| value_text(schedule.lever, value))),
        );
    }
    line(out, &format!("\n[{prefix}links]"));
    for (link, strength) in LINKS.iter().zip(base.links) {
        line(out, &format!("{} = {strength:?}", link.key));
    }
}

/// One of several teams.
fn write_team(out: &mut String, prefix: &str, team: &TeamSpec, (fte, caseload): (f64, Option<f64>)) {
    line(out, &format!("\n[[{prefix}team]]\nname = {}\nfte = {fte:?}", quoted(&team.name)));
    if let Some(caseload) = caseload {
        line(out, &format!("caseload_per_fte = {caseload:?}"));
    }
    for (key, value) in remit_texts(team) {
        line(out, &format!("{key} = {value}"));
    }
}

fn write_numbers(out: &mut String, organisation: &Organisation, numbers: impl Iterator<Item = Number>) {
    // What follows from others is not written.
    for number in numbers.filter(|number| organisation.value(*number).is_some()) {
        line(out, &format!("{} = {}", number.field().key, number_text(organisation, number)));
    }
}
