//! `kantel registry`: levers, numbers of the world, indicators and links as tables for other programs.

use super::args::{Registry, RegistryArgs};
use super::levers::range;
use super::{Failure, emit};
use crate::experiment::Table;
use crate::language::{Lang, text};
use crate::levers::{LEVERS, LeverKind};
use crate::links::LINKS;
use crate::observation::{Direction, Margin, catalogue, is_registered};
use crate::parameters::PARAMETERS;
use crate::plan::{Number, Scenario};
use crate::report::wording::{decides, grade, source_note};
use crate::scenario::{distribution_text, load, short_text, value_text};
use crate::units::Week;

/// Prints a table, with what a scenario says.
///
/// # Errors
/// [`Failure::Input`] with every mistake in the scenario; if stdout cannot be written to.
pub(super) fn registry(args: &RegistryArgs) -> Result<(), Failure> {
    let source = args.scenario.as_deref().unwrap_or("builtin:reactive");
    let loaded = load(source, &args.options.overrides()).map_err(Failure::Input)?;
    let rows = match args.table {
        Registry::Levers => levers(&loaded.scenario),
        Registry::Parameters => parameters(&loaded.scenario),
        Registry::Indicators => indicators(),
        Registry::Links => links(&loaded.scenario),
        Registry::Microdata => microdata(),
    };
    let failed = |error: &dyn std::fmt::Display| {
        Failure::Surroundings(text!("cannot write the table: {error}", "de tabel kan niet geschreven worden: {error}"))
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).map_err(|error| failed(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(&error))?;
    emit(&String::from_utf8_lossy(&bytes))
}

type Rows = Vec<Vec<String>>;

fn head(names: &[&str]) -> Rows {
    vec![names.iter().map(|name| (*name).to_owned()).collect()]
}

/// Every lever, and its value in week 0.
fn levers(scenario: &Scenario) -> Rows {
    let mut rows = head(&[
        "key",
        "mechanism",
        "name",
        "name_nl",
        "unit",
        "kind",
        "low",
        "high",
        "choices",
        "neutral",
        "value",
        "decides",
        "grade",
        "source",
        "does",
        "lacks",
    ]);
    for (i, lever) in LEVERS.iter().enumerate() {
        let meta = &lever.meta;
        let (kind, low, high) = match meta.kind {
            LeverKind::Number { min, max } => ("number", min.to_string(), max.to_string()),
            LeverKind::Choice(_) => ("choice", String::new(), String::new()),
            LeverKind::Flag => ("flag", String::new(), String::new()),
        };
        let choices = if kind == "choice" { range(meta) } else { String::new() };
        rows.push(vec![
            meta.key.to_owned(),
            meta.mechanism.to_owned(),
            meta.name.to_owned(),
            meta.dutch.to_owned(),
            meta.unit.to_owned(),
            kind.to_owned(),
            low,
            high,
            choices,
            meta.neutral.map(|value| value_text(i, value)).unwrap_or_default(),
            value_of(i, scenario),
            decides(Lang::En, meta.role.decides()).to_owned(),
            grade(Lang::En, &meta.source).to_owned(),
            source_note(Lang::En, &meta.source).to_owned(),
            meta.doc.to_owned(),
            meta.gap.map(|gap| gap.english.to_owned()).unwrap_or_default(),
        ]);
    }
    rows
}

/// A lever in week 0: as planned, else the organisation's own number, else where it does nothing; empty where none of
/// these is there.
fn value_of(lever: usize, scenario: &Scenario) -> String {
    let organisation = &scenario.organisation;
    if let Some(value) = organisation.timeline.schedule(lever).and_then(|schedule| schedule.value_at(Week(0))) {
        return value_text(lever, value);
    }
    let number = Number::replaced_by(LEVERS[lever].meta.key).map(|number| short_text(organisation, number));
    number.or_else(|| LEVERS[lever].meta.neutral.map(|value| value_text(lever, value))).unwrap_or_default()
}

/// Every number of the world, and what it is in the scenario: a value or a distribution.
fn parameters(scenario: &Scenario) -> Rows {
    let mut rows = head(&["key", "unit", "what", "what_nl", "low", "high", "default", "value", "grade", "source"]);
    for (meta, value) in PARAMETERS.iter().zip(&scenario.parameters) {
        rows.push(vec![
            meta.key.to_owned(),
            meta.unit.to_owned(),
            meta.doc.to_owned(),
            meta.dutch.to_owned(),
            meta.min.to_string(),
            meta.max.to_string(),
            distribution_text(&meta.default),
            distribution_text(value),
            grade(Lang::En, &meta.source).to_owned(),
            source_note(Lang::En, &meta.source).to_owned(),
        ]);
    }
    rows
}

/// Every indicator; groups have the unit, direction and margin of all people together.
fn indicators() -> Rows {
    let mut rows =
        head(&["key", "unit", "kind", "better", "margin", "margin_of", "registered", "default", "name", "name_nl"]);
    for meta in catalogue::series().iter().filter(|series| series.group == "all") {
        let better = match meta.direction {
            Direction::Higher => "higher",
            Direction::Lower => "lower",
            Direction::Neutral => "neutral",
        };
        let (margin, of) = match meta.margin {
            Margin::PerThousand(margin) => (margin, "per 1,000 residents"),
            Margin::Absolute(margin) => (margin, "in all"),
        };
        rows.push(vec![
            meta.indicator.clone(),
            meta.unit.to_owned(),
            meta.kind.key().to_owned(),
            better.to_owned(),
            margin.to_string(),
            of.to_owned(),
            is_registered(&meta.indicator, &meta.group).to_string(),
            meta.default.to_string(),
            meta.name.clone(),
            meta.dutch.clone(),
        ]);
    }
    rows
}

/// Every link, and its strength in the scenario.
fn links(scenario: &Scenario) -> Rows {
    let mut rows = head(&["key", "from", "to", "sign", "loop", "strength", "grade", "source"]);
    for link in LINKS {
        let strength = scenario.organisation.timeline.base.links[link.link.place()];
        rows.push(vec![
            link.key.to_owned(),
            link.from.to_owned(),
            link.to.to_owned(),
            link.sign.to_string(),
            link.feedback.to_owned(),
            strength.to_string(),
            grade(Lang::En, &link.source).to_owned(),
            source_note(Lang::En, &link.source).to_owned(),
        ]);
    }
    rows
}

/// The columns of every table of microdata.
fn microdata() -> Rows {
    let mut rows = head(&["table", "column", "unit", "what", "what_nl"]);
    for table in Table::ALL {
        for column in table.columns() {
            let what = [column.what.english, column.what.dutch].map(str::to_owned);
            let of = [table.key(), column.key, column.unit].map(str::to_owned);
            rows.push(of.into_iter().chain(what).collect());
        }
    }
    rows
}
