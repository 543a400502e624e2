//! `kantel explain`: the week's schedule, the causal links, and every value in force with unit and source.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::args::ExplainArgs;
use super::check::note;
use super::diagnose::visible;
use super::tables::columns;
use super::tongue::spoken;
use super::{Failure, emit, feedback, remark};
use crate::district::{Kind, Moment};
use crate::doors::WAY_SOURCES;
use crate::input_data::assumed_neighbourhoods;
use crate::language::Lang;
use crate::levers::{LEVERS, Timeline};
use crate::links::LINKS;
use crate::mechanisms::house;
use crate::mechanisms::team::hours::ALLOTMENT;
use crate::parameters::PARAMETERS;
use crate::plan::{Number, Organisation, Part, Scenario, rounded};
use crate::report::known;
use crate::report::wording::{grade, parameter_name, source_note, unit_name};
use crate::scenario::{
    Loaded, Origin, context_fields, design_text, distribution_text, load_all, price_text, remit_texts, short_text,
    value_text,
};
use crate::schedule::in_words;
use crate::units::{WEEKS_PER_YEAR, Week};

/// Prints everything that is in force in a scenario.
///
/// # Errors
/// [`Failure::Input`] with every mistake in the scenario.
pub(super) fn explain(args: &ExplainArgs) -> Result<(), Failure> {
    let lang = spoken(args.lang);
    let source = args.scenario.clone().unwrap_or_else(|| "builtin:reactive".to_owned());
    let asked = feedback::named(&args.loops);
    let loaded = load_all(&[source], &args.options.overrides());
    let (loops, loaded) = match (asked, loaded) {
        (Ok(loops), Ok(loaded)) => (loops, loaded),
        (loops, loaded) => {
            return Err(Failure::Input([loops.err(), loaded.err()].into_iter().flatten().flatten().collect()));
        }
    };
    for one in &loaded {
        let told = if loops.is_empty() { text(one, lang) } else { feedback::told(&loops, &one.scenario, lang) };
        emit(&told)?;
        for warning in &one.warnings {
            remark(&visible(&format!("{}: {}", note(lang), warning.of(lang))));
        }
    }
    Ok(())
}

/// The whole text. What explains a source is English in every language.
fn text(loaded: &Loaded, lang: Lang) -> String {
    let scenario = &loaded.scenario;
    let title = if lang == Lang::Nl && !scenario.title_nl.is_empty() { &scenario.title_nl } else { &scenario.title };
    let mut out = format!("{}: {title}\n", scenario.name);
    out.push_str(&district_text(scenario, &loaded.origins, lang));
    out.push_str(&schedule_text(lang));
    out.push_str(&allotment_text(lang));
    out.push_str(&links_text(&scenario.organisation.timeline, lang));
    out.push_str(pick(lang, "\nTeam and services\n", "\nTeam en diensten\n"));
    out.push_str(&organisation_text(&scenario.organisation, "", &loaded.origins, lang));
    if scenario.before != scenario.organisation {
        out.push_str(pick(lang, "\nDuring burn-in\n", "\nTijdens de aanloop\n"));
        out.push_str(&organisation_text(&scenario.before, "before.", &loaded.origins, lang));
    }
    out.push_str(&doors_text());
    out.push_str(&rules_text(scenario, &loaded.origins, lang));
    out.push_str(&parameters_text(scenario, &loaded.origins, lang));
    out
}

/// A text in a language.
const fn pick(lang: Lang, en: &'static str, nl: &'static str) -> &'static str {
    match lang {
        Lang::En => en,
        Lang::Nl => nl,
    }
}

/// Where a value is stated.
fn stated_in(lang: Lang, origin: &Origin) -> String {
    format!("{} {origin}", pick(lang, "stated in", "staat in"))
}

/// A district beside others.
fn part_row(part: &Part, lang: Lang) -> Vec<String> {
    let (code, name, residents) = (&part.district.code, &part.district.name, part.residents);
    let beside = pick(lang, "residents, beside the others", "inwoners, naast de andere");
    vec![format!("  part {code}"), format!("{residents} {beside}"), name.clone()]
}

/// What the ages of a profile count.
const BY_AGE: [&str; 2] =
    ["persons of 0-14, 15-24, 25-44, 45-64, 65 and over", "personen van 0-14, 15-24, 25-44, 45-64, 65 en ouder"];

/// The district that is simulated, and every figure of its profile: as published, of its own number of residents.
fn district_text(scenario: &Scenario, origins: &BTreeMap<String, Origin>, lang: Lang) -> String {
    let d = &scenario.district;
    let place = if d.municipality.is_empty() { String::new() } else { format!(" ({})", d.municipality) };
    let by_hand = pick(lang, "written by hand", "met de hand geschreven");
    let source = if d.attribution.is_empty() { by_hand.to_owned() } else { d.attribution.clone() };
    let (name, residents) = (&d.name, scenario.residents);
    let head = match lang {
        Lang::En => format!("District {name}{place}, {residents} residents simulated; figures: {source}\n"),
        Lang::Nl => format!("Wijk {name}{place}, {residents} inwoners doen mee; cijfers: {source}\n"),
    };
    let stated =
        |key: &str| origins.get(&format!("district.{key}")).map_or_else(|| source.clone(), |o| stated_in(lang, o));
    let mut rows: Vec<Vec<String>> = scenario.parts.iter().map(|part| part_row(part, lang)).collect();
    let mut add = |key: &str, value: String, unit: &str| {
        rows.push(vec![format!("  {key}"), format!("{value} {unit}").trim_end().to_owned(), stated(key)]);
    };
    let [persons, households, a_year, of_households, of_dwellings] = match lang {
        Lang::En => ["persons", "households", "persons a year", "of households", "of dwellings"],
        Lang::Nl => ["personen", "huishoudens", "personen per jaar", "van de huishoudens", "van de woningen"],
    };
    add("year", d.year.to_string(), "");
    for (key, count, unit) in [
        ("residents", d.residents, persons),
        ("men", d.men, persons),
        ("households", d.households, households),
        ("single_households", d.single_households, households),
        ("childless_households", d.childless_households, households),
        ("family_households", d.family_households, households),
        ("births", d.births, a_year),
        ("deaths", d.deaths, a_year),
    ] {
        add(key, count.to_string(), unit);
    }
    let ages = d.ages.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
    add("ages", ages, pick(lang, BY_AGE[0], BY_AGE[1]));
    for (key, share, unit) in [
        ("low_income", d.low_income, of_households),
        ("high_income", d.high_income, of_households),
        ("owner_occupied", d.owner_occupied, of_dwellings),
        ("social_rent", d.social_rent, of_dwellings),
    ] {
        add(key, share.to_string(), unit);
    }
    for (key, count) in [("widowed", d.widowed), ("disability_benefits", d.disability_benefits)] {
        if let Some(count) = count {
            add(key, count.to_string(), persons);
        }
    }
    let urbanity = pick(lang, "(1 very urban to 5 rural)", "(1 zeer stedelijk tot 5 landelijk)");
    add("urbanity", d.urbanity.to_string(), urbanity);
    if let Some(clients) = d.wmo_per_1000 {
        let compare =
            pick(lang, "persons (to compare with, never an input)", "personen (om mee te vergelijken, nooit invoer)");
        add("wmo_per_1000", clients.to_string(), compare);
    }
    let assumed = d.neighbourhoods == assumed_neighbourhoods(d.households);
    for n in &d.neighbourhoods {
        let (share, deprivation) = (n.share, n.deprivation);
        let what = match lang {
            Lang::En => format!("{share} of households, deprivation {deprivation} times the district's"),
            Lang::Nl => format!("{share} van de huishoudens, achterstand {deprivation} keer die van de wijk"),
        };
        let assumption =
            pick(lang, "assumption: nothing is known below the wijk", "aanname: onder de wijk is niets bekend");
        let known = if assumed { assumption.to_owned() } else { stated("neighbourhood") };
        rows.push(vec![format!("  {}", n.name), what, known]);
    }
    format!("{head}\n{}\n{}", pick(lang, "The district's profile", "Het profiel van de wijk"), columns(&rows))
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
fn schedule_text(lang: Lang) -> String {
    let rows: Vec<Vec<String>> = in_words()
        .enumerate()
        .map(|(i, (name, what))| vec![format!("  {}", i + 1), name.of(lang).to_owned(), what.of(lang).to_owned()])
        .collect();
    let mut out =
        format!("\n{}\n{}", pick(lang, "A week, in this order", "Een week, in deze volgorde"), columns(&rows));
    let moments: Vec<Vec<String>> = Moment::ALL
        .map(|m| vec![format!("  {} {}", pick(lang, "week", "week"), m.week()), m.text().of(lang).to_owned()])
        .to_vec();
    let _ = write!(
        out,
        "\n{}\n{}",
        pick(
            lang,
            "A municipal year: when rules and players can decide",
            "Een gemeentelijk jaar: wanneer er te kiezen valt"
        ),
        columns(&moments)
    );
    let reactions: Vec<Vec<String>> = (Kind::ALL.iter().zip(&house().hears))
        .flat_map(|(kind, hears)| hears.iter().map(move |(room, hears)| (kind.text(), *room, &hears.does)))
        .map(|(kind, room, does)| {
            vec![format!("  {}", kind.of(lang)), room.of(lang).to_owned(), does.of(lang).to_owned()]
        })
        .collect();
    let _ = write!(
        out,
        "\n{}\n{}",
        pick(lang, "Who reacts to what, in this order", "Wie waarop reageert, in deze volgorde"),
        columns(&reactions)
    );
    out
}

/// What the team's hours go to, in order.
fn allotment_text(lang: Lang) -> String {
    let rows: Vec<Vec<String>> =
        ALLOTMENT.iter().enumerate().map(|(i, what)| vec![format!("  {}", i + 1), what.of(lang).to_owned()]).collect();
    let head = pick(lang, "The team's hours go to, in this order", "De uren van het team gaan naar, in deze volgorde");
    format!("\n{head}\n{}", columns(&rows))
}

fn links_text(timeline: &Timeline, lang: Lang) -> String {
    let mut rows = Vec::new();
    for (link, strength) in LINKS.iter().zip(timeline.base.links) {
        rows.push(vec![
            format!("  {}", link.key),
            format!("{} -> {}", link.from, link.to),
            link.sign.to_string(),
            link.feedback.to_owned(),
            format!("{strength}"),
            format!("{}: {}", grade(lang, &link.source), link.source.text()),
        ]);
    }
    let head = pick(
        lang,
        "Causal links (strength 1 as modelled, 0 cut)",
        "Oorzakelijke verbanden (sterkte 1 zoals gemodelleerd, 0 doorgeknipt)",
    );
    format!("\n{head}\n{}", columns(&rows))
}

/// One of several teams: its size and caseload, and what it is for.
fn team_text(organisation: &Organisation, i: usize, lang: Lang) -> (String, String) {
    let settings = &organisation.timeline.settings(Week(0)).team;
    let said = |number: Number, value: f64| number.field().told.of(lang).replace("{}", &format!("{}", rounded(value)));
    let size = said(Number::TEAM_FTE, settings.fte_of(i));
    let caseload = said(Number::CASELOAD, settings.caseload_of(i));
    let remit: Vec<String> =
        remit_texts(&organisation.teams[i]).into_iter().map(|(key, value)| format!("{key} = {value}")).collect();
    (format!("{size}, {caseload}"), remit.join(", "))
}

fn organisation_text(
    organisation: &Organisation,
    prefix: &str,
    origins: &BTreeMap<String, Origin>,
    lang: Lang,
) -> String {
    let stated = |field: &str| origins.get(field).map_or_else(String::new, |o| stated_in(lang, o));
    let said = |number: Number| match organisation.value(number) {
        Some(_) => number.field().told.of(lang).replace("{}", &short_text(organisation, number)),
        None => pick(lang, "as many places as the wait takes", "zoveel plekken als bij de wachttijd horen").to_owned(),
    };
    let mut rows = Vec::new();
    if organisation.teams.len() > 1 {
        for (i, team) in organisation.teams.iter().enumerate() {
            let (value, remit) = team_text(organisation, i, lang);
            rows.push(vec![format!("  {}", team.name), value, remit]);
        }
    }
    for number in Number::of_team().filter(|_| organisation.teams.len() == 1) {
        // One that a lever replaces is never in force, wherever it is stated.
        let [value, origin] = organisation.replaced(number).map_or_else(
            || [said(number), stated(&format!("{prefix}{}", number.path()))],
            |l| [format!("{} {l}", pick(lang, "replaced by lever", "vervangen door")), String::new()],
        );
        let short = number.field().short;
        let name = if short.is_empty() { &organisation.teams[0].name } else { short };
        let jobs = if short.is_empty() { stated(&format!("{prefix}team.jobs_per_10000")) } else { String::new() };
        rows.push(vec![format!("  {name}"), value, origin + &jobs]);
    }
    for service in &organisation.services {
        let mut name = format!("  {}", service.product.key());
        for number in Number::of_service(service.product) {
            let origin = stated(&format!("{prefix}{}", number.path()));
            let known = number.default(0).1.filter(|_| origin.is_empty());
            let source =
                known.map_or(origin, |source| format!("{}: {}", grade(lang, source), source_note(lang, source)));
            rows.push(vec![std::mem::take(&mut name), said(number), source]);
        }
    }
    for schedule in &organisation.timeline.schedules {
        let meta = &LEVERS[schedule.lever].meta;
        for step in &schedule.steps {
            let unit = match lang {
                Lang::En => meta.unit,
                Lang::Nl => meta.dutch_unit,
            };
            let mut value = format!("{} {unit}", value_text(schedule.lever, step.value));
            if step.from >= Week(0) {
                let years = f64::from(step.from.0) / f64::from(WEEKS_PER_YEAR);
                value = format!("{} {} {years}", value.trim_end(), pick(lang, "from year", "vanaf jaar"));
            }
            if step.ramp_weeks > 0 {
                let weeks = step.ramp_weeks;
                value = match lang {
                    Lang::En => format!("{value}, over {weeks} weeks"),
                    Lang::Nl => format!("{value}, in {weeks} weken"),
                };
            }
            let origin = stated(&format!("{prefix}levers.{}", meta.key));
            rows.push(vec![format!("  {}", meta.key), value, join(&origin, meta.source, lang)]);
        }
    }
    columns(&rows)
}

fn join(origin: &str, source: crate::provenance::Source, lang: Lang) -> String {
    let evidence = format!("{}: {}", grade(lang, &source), source_note(lang, &source));
    if origin.is_empty() { evidence } else { format!("{origin}; {evidence}") }
}

fn rules_text(scenario: &Scenario, origins: &BTreeMap<String, Origin>, lang: Lang) -> String {
    let default = pick(lang, "default", "standaard");
    let stated = |field: &str| origins.get(field).map_or_else(|| default.to_owned(), |o| stated_in(lang, o));
    let (budget, experiment) = (&scenario.budget, &scenario.experiment);
    let mut fields = vec![
        (
            "budget.euros_per_team_hour".to_owned(),
            format!("{} {}", price_text(budget), pick(lang, "euro per productive hour", "euro per productief uur")),
        ),
        ("budget.price_year".to_owned(), budget.price_year.to_string()),
        ("budget.discount_rate".to_owned(), format!("{} {}", budget.discount_rate, pick(lang, "per year", "per jaar"))),
    ];
    fields.extend(context_fields(&scenario.context).into_iter().map(|(key, value)| {
        let unit = match key.as_str() {
            "election_year" => pick(lang, " and every fourth year", " en elk vierde jaar daarna"),
            "homes_per_1000" => {
                pick(lang, " homes per 1,000 residents and year", " woningen per 1.000 inwoners per jaar")
            }
            key if key.contains('.') => pick(lang, " times", " keer"),
            _ => "",
        };
        (format!("context.{key}"), value + unit)
    }));
    let computing = [
        ("experiment.samples", experiment.samples.to_string()),
        ("experiment.replicates", experiment.replicates.to_string()),
        ("experiment.extra_replicate", format!("{} {}", experiment.extra_replicate, pick(lang, "samples", "werelden"))),
        ("experiment.years", experiment.years.to_string()),
        ("experiment.seed", experiment.seed.to_string()),
        ("experiment.burn_in_weeks", experiment.burn_in_weeks.to_string()),
        ("experiment.closure", scenario.closure.unwrap_or_default().key().to_owned()),
    ];
    fields.extend(computing.map(|(field, value)| (field.to_owned(), value)));
    if experiment.design.is_some() {
        fields.push(("experiment.design".to_owned(), design_text(experiment)));
    }
    let rows: Vec<Vec<String>> =
        fields.into_iter().map(|(field, value)| vec![format!("  {field}"), value, stated(&field)]).collect();
    let head = pick(lang, "Money, circumstances and computing", "Geld, omstandigheden en rekenen");
    format!("\n{head}\n{}", columns(&rows))
}

fn parameters_text(scenario: &Scenario, origins: &BTreeMap<String, Origin>, lang: Lang) -> String {
    let mut rows = Vec::new();
    for (meta, distribution) in PARAMETERS.iter().zip(&scenario.parameters) {
        let origin = origins.get(&format!("parameters.{}", meta.key));
        let source = match origin {
            Some(origin) => stated_in(lang, origin),
            None => format!("{}: {}", grade(lang, &meta.source), source_note(lang, &meta.source)),
        };
        rows.push(vec![
            format!("  {}", meta.key),
            distribution_text(distribution),
            unit_name(lang, meta.unit).to_owned(),
            format!("{}. {source}", parameter_name(lang, meta)),
        ]);
    }
    format!("\n{}\n{}", pick(lang, "The world's numbers", "De getallen van de wereld"), columns(&rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_is_in_the_language() {
        let loaded = load_all(&["proactive".to_owned()], &crate::scenario::Overrides::default()).expect("loads");
        let scenario = &loaded[0].scenario;
        for (lang, title) in [(Lang::En, &scenario.title), (Lang::Nl, &scenario.title_nl)] {
            assert_eq!(text(&loaded[0], lang).lines().next(), Some(format!("proactive: {title}").as_str()));
        }
    }

    #[test]
    fn every_value_in_force_is_there_with_its_source_or_place() {
        let loaded = load_all(
            &["proactive".to_owned()],
            &crate::scenario::Overrides { set: vec!["onset.debt=0.02".to_owned()], ..Default::default() },
        )
        .expect("loads");
        let text = text(&loaded[0], Lang::En);
        for meta in PARAMETERS {
            assert!(text.contains(meta.key), "{}", meta.key);
        }
        for link in LINKS {
            assert!(text.contains(link.key), "{}", link.key);
        }
        assert!(text.contains("1   settings"), "{text}");
        assert_eq!(in_words().count(), crate::schedule::schedule().count() + 1);
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
