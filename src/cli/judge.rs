//! `kantel judge`: the verdict on an outcome of somebody's own, from a table of its values.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;

use super::args::{Better, JudgeArgs};
use super::{Failure, emit};
use crate::diagnostics::{Diagnostic, of_system};
use crate::experiment::{OwnOutcome, judge};
use crate::language::{Text, text};
use crate::observation::Direction;

/// What the table has.
const COLUMNS: [&str; 4] = ["sample", "replicate", "base", "variant"];

/// Prints a row with the verdict.
///
/// # Errors
/// [`Failure::Input`] with every mistake in the table; if stdout cannot be written to.
pub(super) fn told(args: &JudgeArgs) -> Result<(), Failure> {
    let pairs = read(&args.table).map_err(Failure::Input)?;
    let direction = match args.better {
        Better::Lower => Direction::Lower,
        Better::Higher => Direction::Higher,
        Better::Neither => Direction::Neutral,
    };
    let name = args.table.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let told = judge(&OwnOutcome { name, direction, margin: args.margin, pairs });
    let of = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let needs = told.needs();
    let [assumptions, chance, computing] = told.variance_split.map_or([None; 3], |split| split.map(Some));
    let row = [
        of(told.base_value),
        of(told.variant_value),
        of(told.difference),
        of(told.median),
        of(told.p05),
        of(told.p95),
        of(told.share_better),
        of(told.mc_error),
        told.margin.to_string(),
        told.samples.to_string(),
        told.replicates.to_string(),
        told.verdict.key().to_owned(),
        of(assumptions),
        of(chance),
        of(computing),
        needs.map(|needs| needs.samples.to_string()).unwrap_or_default(),
        needs.map(|needs| needs.replicates.to_string()).unwrap_or_default(),
    ];
    emit(&format!(
        "base_value,variant_value,difference,median,p05,p95,share_better,mc_error,margin,samples,replicates,verdict,\
         share_assumptions,share_chance,share_computing,samples_needed,replicates_needed\n{}\n",
        row.join(",")
    ))
}

/// Values in base and variant, by sample and replicate.
fn read(path: &Path) -> Result<Vec<Vec<(f64, f64)>>, Vec<Diagnostic>> {
    let table = Table { name: path.display().to_string() };
    let file = File::open(path).map_err(|error| {
        let surroundings = error.kind() == std::io::ErrorKind::PermissionDenied;
        vec![Diagnostic { surroundings, ..table.wrong(None, "", "", of_system(&error)) }]
    })?;
    let mut reader = csv::Reader::from_reader(file);
    let heads = reader.headers().map_err(|error| vec![table.unreadable(&error)])?.clone();
    let place = |column: &&str| heads.iter().position(|head| head == *column);
    let missing: Vec<&str> = COLUMNS.iter().copied().filter(|column| place(column).is_none()).collect();
    if !missing.is_empty() {
        let message = || text!("a column is missing", "er ontbreekt een kolom");
        let allowed = || Text::same(COLUMNS.join(", "));
        let told = |column| Diagnostic { allowed: allowed(), ..table.wrong(Some(1), column, "", message()) };
        return Err(missing.into_iter().map(told).collect());
    }
    let places: Vec<usize> = COLUMNS.iter().filter_map(place).collect();
    let mut problems = Vec::new();
    let mut samples: BTreeMap<u32, BTreeMap<u32, (f64, f64)>> = BTreeMap::new();
    for record in reader.records() {
        let read =
            record.map_err(|error| Box::new(table.unreadable(&error))).and_then(|record| table.row(&record, &places));
        match read {
            Ok((sample, replicate, values, line)) => {
                if samples.entry(sample).or_default().insert(replicate, values).is_some() {
                    let message = text!("this replicate is there twice", "deze herhaling staat er twee keer");
                    let twice = format!("{sample}, {replicate}");
                    problems.push(table.wrong(line, "sample, replicate", &twice, message));
                }
            }
            Err(problem) => problems.push(*problem),
        }
    }
    let whole = || samples.into_values().map(|sample| sample.into_values().collect()).collect();
    if problems.is_empty() { Ok(whole()) } else { Err(problems) }
}

/// The table that is read.
struct Table {
    name: String,
}

/// Sample, replicate, values in base and variant, and the line.
type Row = (u32, u32, (f64, f64), Option<usize>);

impl Table {
    fn wrong(&self, line: Option<usize>, field: &str, value: &str, message: Text) -> Diagnostic {
        Diagnostic {
            file: self.name.clone(),
            line,
            field: field.to_owned(),
            message,
            value: value.to_owned(),
            ..Diagnostic::default()
        }
    }

    fn unreadable(&self, error: &csv::Error) -> Diagnostic {
        let line = error.position().map(|position| position.line() as usize);
        self.wrong(line, "", "", text!("this is no table: {error}", "dit is geen tabel: {error}"))
    }

    /// A row, with the columns at these places.
    fn row(&self, record: &csv::StringRecord, places: &[usize]) -> Result<Row, Box<Diagnostic>> {
        let line = record.position().map(|position| position.line() as usize);
        let cell = |i: usize| record.get(places[i]).unwrap_or_default().trim();
        let whole = |i: usize| cell(i).parse::<u32>().ok();
        let number = |i: usize| cell(i).parse::<f64>().ok().filter(|value| value.is_finite());
        if let (Some(sample), Some(replicate), Some(base), Some(variant)) = (whole(0), whole(1), number(2), number(3)) {
            return Ok((sample, replicate, (base, variant), line));
        }
        let is_wrong = |i: &usize| if *i < 2 { whole(*i).is_none() } else { number(*i).is_none() };
        let i = (0..COLUMNS.len()).find(is_wrong).unwrap_or(0);
        let message = text!("this is no number of its kind", "dit is hier geen goed getal");
        let allowed = if i < 2 {
            text!("a whole number from 0", "een heel getal vanaf 0")
        } else {
            text!("a number", "een getal")
        };
        Err(Box::new(Diagnostic { allowed, ..self.wrong(line, COLUMNS[i], cell(i), message) }))
    }
}
