//! A municipality's own figures (`[own]`), to be shown beside the model's. Nothing is ever tuned to them.

mod names;
mod sheet;

pub use names::{OWN_NAMES, own_names};

use toml::de::{DeTable, DeValue};

use names::{MOST, NO_VALUE, indicator_of};

use super::draft::Draft;
use super::files::Kind;
use super::places::{Places, report};
use super::reader::{Reader, Value};
use crate::input_data::MAX_RESIDENTS;
use crate::language::{Text, text};
use crate::plan::OwnFigure;

/// What holds for every figure of the table that does not say otherwise, and the file with more of them.
const GENERAL: [&str; 4] = ["file", "residents", "year", "source"];

/// The keys of a figure that is a table.
const PARTS: [&str; 7] = ["value", "low", "high", "tolerance", "residents", "year", "source"];

/// `[own]`: a file's figures first, those of the table over them, all over those of the layers below.
pub(super) fn read(reader: &mut Reader, path: &str, table: &DeTable, draft: &mut Draft, places: &Places) {
    let mut known = GENERAL.to_vec();
    known.extend(own_names());
    let entries = reader.leaves(path, table, &known);
    let general = general(reader, &entries);
    let mut figures: Vec<OwnFigure> = Vec::new();
    for (_, field, value) in entries.iter().filter(|(key, ..)| key == "file") {
        figures.extend(read_file(reader, field, value, places));
    }
    let of_file = figures.len();
    for (key, field, value) in entries.iter().filter(|(key, ..)| !GENERAL.contains(&key.as_str())) {
        let indicator = indicator_of(key);
        if figures[of_file..].iter().any(|f| f.indicator == indicator) {
            let message = text!("{indicator} stands here under two names", "{indicator} staat hier onder twee namen");
            reader.problem(value.span(), field, message).allowed = Text::fixed("one of them", "een van de twee");
        } else if let Some(figure) = read_figure(reader, key, field, value) {
            figures.push(figure);
        }
    }
    for figure in figures {
        draft.own.retain(|other| other.indicator != figure.indicator);
        draft.own.push(OwnFigure {
            residents: figure.residents.or(general.residents),
            year: figure.year.or(general.year),
            source: if figure.source.is_empty() { general.source.clone() } else { figure.source },
            ..figure
        });
    }
    draft.own.sort_by(|a, b| a.indicator.cmp(&b.indicator));
}

/// What the table says of all its figures.
#[derive(Default)]
struct General {
    residents: Option<u32>,
    year: Option<i32>,
    source: String,
}

fn general(reader: &mut Reader, entries: &[(String, String, &Value)]) -> General {
    let mut general = General::default();
    for (key, field, value) in entries {
        match key.as_str() {
            "residents" => general.residents = read_residents(reader, field, value),
            "year" => general.year = read_year(reader, field, value),
            "source" => general.source = reader.text(field, value).unwrap_or_default(),
            _ => {}
        }
    }
    general
}

fn read_residents(reader: &mut Reader, field: &str, value: &Value) -> Option<u32> {
    reader.whole(field, value, 1, MAX_RESIDENTS.into()).map(|n| n as u32)
}

fn read_year(reader: &mut Reader, field: &str, value: &Value) -> Option<i32> {
    reader.whole(field, value, 1900, 2200).map(|n| n as i32)
}

/// A number, or a table with its parts.
fn read_figure(reader: &mut Reader, name: &str, field: &str, value: &Value) -> Option<OwnFigure> {
    let mut figure = OwnFigure::bare(name, indicator_of(name));
    let DeValue::Table(table) = value.get_ref() else {
        figure.value = reader.number(field, value, 0.0, MOST)?;
        return Some(figure);
    };
    let (mut number, mut low, mut high) = (None, None, None);
    let before = reader.problem_count();
    for (key, field, value) in reader.entries(field, table, &PARTS) {
        match key {
            "value" => number = reader.number(&field, value, 0.0, MOST),
            "low" => low = reader.number(&field, value, 0.0, MOST),
            "high" => high = reader.number(&field, value, 0.0, MOST),
            "tolerance" => figure.tolerance = reader.number(&field, value, 0.0, 1.0),
            "residents" => figure.residents = read_residents(reader, &field, value),
            "year" => figure.year = read_year(reader, &field, value),
            _ => figure.source = reader.text(&field, value).unwrap_or_default(),
        }
    }
    if reader.problem_count() > before {
        return None;
    }
    if let Err((message, allowed)) = figure.put(number, low, high) {
        reader.problem(value.span(), field, message).allowed = allowed;
        return None;
    }
    Some(figure)
}

impl OwnFigure {
    /// Takes its value and range; what is wrong with them and what is allowed, if they do not fit together.
    fn put(&mut self, value: Option<f64>, low: Option<f64>, high: Option<f64>) -> Result<(), (Text, Text)> {
        let Some(value) = value else {
            return Err((NO_VALUE, Text::fixed("value = NUMBER", "value = GETAL")));
        };
        self.value = value;
        self.range = match (low, high) {
            (None, None) => return Ok(()),
            (Some(low), Some(high)) => Some((low, high)),
            _ => {
                return Err((
                    Text::fixed("low and high belong together", "low en high horen bij elkaar"),
                    Text::fixed("both of them, or tolerance = SHARE", "allebei, of tolerance = AANDEEL"),
                ));
            }
        };
        match self.range {
            _ if self.tolerance.is_some() => Err((
                Text::fixed("says twice how far it may be off", "zegt twee keer hoe ver het ernaast mag zitten"),
                Text::fixed("low and high, or tolerance", "low en high, of tolerance"),
            )),
            Some((low, high)) if low > value || value > high => Err((
                Text::fixed("lies outside its own range", "ligt buiten zijn eigen grenzen"),
                Text::same("low <= value <= high"),
            )),
            _ => Ok(()),
        }
    }
}

/// The figures of a file.
fn read_file(reader: &mut Reader, field: &str, value: &Value, places: &Places) -> Vec<OwnFigure> {
    let Some(reference) = reader.text(field, value) else { return Vec::new() };
    match places.find_beside(Kind::OwnFigures, &reference) {
        Ok(found) => reader.nested(|findings| {
            findings.read(&found);
            let (figures, problems) = sheet::read(&found.shown, &found.text);
            findings.problems.extend(problems);
            figures
        }),
        Err(refusal) => {
            report(reader, value, field, refusal);
            Vec::new()
        }
    }
}
