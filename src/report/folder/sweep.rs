//! The files of a sweep: its points, what is told of each, and both read back.

use std::path::Path;

use super::columns::{DIFFERENCES, FileColumns, INDICATORS, SAMPLES};
use super::exchange::{Aim, settle};
use super::manifest::{Manifest, SweepEntry};
use super::reading::{read_manifest, unchanged};
use super::rows::{Row, kept_text, rows};
use super::tables::{FileTable, indicators, samples};
use super::{FolderError, dictionary};
use crate::experiment::{Difference, Period, Plan, Verdict};
use crate::language::Text;
use crate::observation::{Column, Field, Table, catalogue, dictionary as columns_of};
use crate::report::sweep::{AxisFacts, PointFacts, SweepData};
use crate::scenario::{DESIGN_FILE, Overrides, load_text_beside};

/// The files of a sweep that no comparison has.
const POINTS: &str = "points.csv";
const SWEEP: &str = "sweep.csv";

const POINT: Column = Column::text("point", "Name of the point.");
const IS_BASE: Column = Column::text("is_base", "`yes` where the point is the base itself, which is not run again.");

/// What is told of a point beside its values.
const TOLD: [Column; 16] = [
    Column::text("indicator", "Key of the indicator."),
    Column::text("group", "`all`: a sweep is told over everybody."),
    Column::text("period", "`term`, `horizon`, or, of euros, `discounted`, as in comparison.csv. Values are per year."),
    Column::text("unit", "Unit of the values of the row."),
    Column::number("base_value", "unit", "Mean over samples in the base."),
    Column::number("value", "unit", "Mean over samples at the point."),
    Column::number("difference", "unit", "Mean over samples of the point less the base."),
    Column::number("median", "unit", "Median over samples."),
    Column::number("p05", "unit", "5th percentile over samples."),
    Column::number("p95", "unit", "95th percentile over samples."),
    Column::share("share_better", "Samples in which the point is better (neutral indicators: higher)."),
    Column::number("mc_error", "unit", "Monte-Carlo standard error of the mean over samples."),
    Column::number("margin", "unit", "The smallest difference that matters in this district."),
    Column::integer("samples", "", "Samples with a value in both."),
    Column::integer("replicates", "", "Replicates per sample, without the extra one of the first samples."),
    Column::text("verdict", "As in comparison.csv."),
];

/// Columns whose names are those of keys. They live as long as the program: a sweep has a handful.
fn columns(data: &SweepData, before: &[Column], after: &[Column]) -> &'static [Column] {
    let axis = |axis: &AxisFacts| {
        let doc = "Value of the key at the point, as `--set` takes it.";
        Column::number(kept_text(&axis.key), "", doc)
    };
    let axes = data.axes.iter().map(axis);
    before.iter().copied().chain(axes).chain(after.iter().copied()).collect::<Vec<Column>>().leak()
}

/// A value as it was given: a number, or a text.
fn field(value: &str) -> Field<'static> {
    value.parse::<f64>().ok().filter(|x| x.is_finite()).map_or_else(|| value.to_owned().into(), Field::from)
}

/// Every file of a sweep but the report, by name. `text` is the base in full.
///
/// # Errors
/// If a table cannot be written, which memory does not do.
pub fn sweep_files(plan: &Plan, data: &SweepData, text: &str) -> std::io::Result<Vec<(String, Vec<u8>)>> {
    let of_base = Plan { scenarios: vec![plan.base().clone()], ..plan.clone() };
    let (points, told) = (points(data), differences(data));
    let tables: Vec<FileTable> = vec![samples(&of_base), indicators(plan), by_sample(data)];
    let mut files = vec![
        (base_file(data), text.as_bytes().to_vec()),
        ("DATA_DICTIONARY.md".to_owned(), doc(plan, [&points, &told]).into_bytes()),
        (POINTS.to_owned(), points.write(Vec::new())?),
        (SWEEP.to_owned(), told.write(Vec::new())?),
    ];
    if let Some(design) = &plan.experiment().design {
        files.push((format!("scenarios/{DESIGN_FILE}"), design.text().into_bytes()));
    }
    for (file, table) in tables {
        files.push((file.name.to_owned(), table.write(Vec::new())?));
    }
    Ok(files)
}

/// Where the base stands in the folder.
pub fn base_file(data: &SweepData) -> String {
    format!("scenarios/{}.toml", super::file_stem(&data.base.name))
}

fn points(data: &SweepData) -> Table {
    let mut table = Table::new(columns(data, &[POINT], &[IS_BASE]));
    for point in &data.points {
        let mut row: Vec<Field<'static>> = vec![point.name.clone().into()];
        row.extend(point.values.iter().map(|value| field(value)));
        row.push(if point.is_base { "yes" } else { "no" }.into());
        table.push(row);
    }
    table
}

fn differences(data: &SweepData) -> Table {
    let mut table = Table::new(columns(data, &[POINT], &TOLD));
    for point in &data.points {
        for d in &point.differences {
            let mut row: Vec<Field<'static>> = vec![point.name.clone().into()];
            row.extend(point.values.iter().map(|value| field(value)));
            row.extend([d.indicator.clone().into(), d.group.clone().into(), d.period.key().into(), d.unit.into()]);
            let values = [d.base_value, d.variant_value, d.difference, d.median, d.p05, d.p95];
            row.extend(values.into_iter().chain([d.share_better, d.mc_error, Some(d.margin)]).map(Field::from));
            row.extend([d.samples.into(), d.replicates.into(), d.verdict.key().into()]);
            table.push(row);
        }
    }
    table
}

/// The differences by sample of the figures that are told so, as a comparison has them; a variant is a point.
fn by_sample(data: &SweepData) -> FileTable {
    let mut table = Table::new(DIFFERENCES.columns);
    for (point, d) in data.points.iter().flat_map(|point| point.differences.iter().map(move |d| (point, d))) {
        for (sample, difference) in d.by_sample.iter().enumerate() {
            table.push(vec![
                point.name.clone().into(),
                d.indicator.clone().into(),
                d.group.clone().into(),
                d.period.key().into(),
                (sample as u32).into(),
                (*difference).into(),
            ]);
        }
    }
    (DIFFERENCES, table)
}

fn doc(plan: &Plan, [points, told]: [&Table; 2]) -> String {
    let file =
        |name: &str, doc: &str, columns: &[Column]| format!("\n### `{name}`\n\n{doc}\n\n{}", columns_of(columns));
    let known = |of: FileColumns, doc: &str| file(of.name, doc, of.columns);
    let mut text = String::from(dictionary::HEAD);
    text += &file(POINTS, "The points: the values that each sets over the base.", points.columns);
    text += &file(
        SWEEP,
        "What is told of each point against the base: what `comparison.csv` of the two says. A point that is the base \
         has differences of 0.",
        told.columns,
    );
    let doc = "The difference in each sample, of the key figures and of what all payers pay; `variant` is the point.";
    text += &known(DIFFERENCES, doc);
    text += &known(SAMPLES, "The value that each sample drew for each uncertain number of the base.");
    text += &known(INDICATORS, INDICATORS.doc);
    text + &dictionary::indicators(plan)
}

/// A sweep read back, with its manifest; `None` if the folder holds another result.
///
/// # Errors
/// If a file is missing, changed, or does not hold what it should.
pub fn read_sweep(dir: &Path) -> Result<Option<(Manifest, SweepData)>, FolderError> {
    let path = dir.join(super::manifest::MANIFEST);
    // Whoever reads other results tells what is wrong with the manifest of one.
    let Some(entry) = read_manifest(&path).ok().and_then(|manifest| manifest.sweep) else { return Ok(None) };
    settle(dir, Aim::Read)?;
    let manifest = read_manifest(&path)?;
    let content = |message: Text| FolderError::Content { path: path.clone(), line: None, message };
    let missing = || content(Text::fixed("names no scenario", "noemt geen scenario"));
    let base = manifest.scenarios.first().ok_or_else(missing)?;
    let beside: Vec<(&str, &str)> = manifest.design.iter().map(|d| (d.name.as_str(), d.text.as_str())).collect();
    let loaded = load_text_beside(&base.name, &base.text, &beside, &Overrides::default());
    let loaded = loaded.map_err(|problems| {
        content(problems.into_iter().next().map_or_else(Text::default, |problem| problem.message))
    })?;
    let mut scenario = loaded.scenario;
    let e = &mut scenario.experiment;
    (e.samples, e.replicates, e.extra_replicate) = (manifest.samples, manifest.replicates, manifest.extra_replicate);
    let mut data = SweepData {
        arrangement: entry.arrangement,
        axes: entry.axes,
        worlds_may_differ: entry.worlds_may_differ,
        version: manifest.kantel_version.clone(),
        ..SweepData::of_base(&scenario, entry.closure)
    };
    read_points(dir, &mut data)?;
    read_differences(dir, &mut data)?;
    unchanged(dir, &manifest)?;
    Ok(Some((manifest, data)))
}

impl SweepEntry {
    /// What a manifest tells of a sweep.
    pub fn of(data: &SweepData) -> Self {
        Self {
            arrangement: data.arrangement.clone(),
            closure: data.closure,
            axes: data.axes.clone(),
            worlds_may_differ: data.worlds_may_differ,
        }
    }
}

fn file_of(name: &'static str, columns: &'static [Column]) -> FileColumns {
    FileColumns { name, doc: "", columns }
}

fn read_points(dir: &Path, data: &mut SweepData) -> Result<(), FolderError> {
    let file = file_of(POINTS, columns(data, &[POINT], &[IS_BASE]));
    let axes = data.axes.clone();
    data.points = rows(dir, file, |row| {
        let value = |(i, axis): (usize, &AxisFacts)| {
            let text = row.text(i + 1);
            let same = |level: &&String| {
                **level == text || level.parse::<f64>().ok().is_some_and(|x| text.parse::<f64>().ok() == Some(x))
            };
            axis.levels.iter().find(same).cloned().unwrap_or(text)
        };
        Ok(PointFacts {
            name: row.text(0),
            values: axes.iter().enumerate().map(value).collect(),
            is_base: row.yes_no(axes.len() + 1)?.unwrap_or(false),
            differences: Vec::new(),
        })
    })?;
    Ok(())
}

fn read_differences(dir: &Path, data: &mut SweepData) -> Result<(), FolderError> {
    let at = data.axes.len() + 1;
    let file = file_of(SWEEP, columns(data, &[POINT], &TOLD));
    for (point, d) in rows(dir, file, |row| Ok((row.text(0), difference(row, at)?)))? {
        if let Some(point) = data.points.iter_mut().find(|p| p.name == point) {
            point.differences.push(d);
        }
    }
    let key = |row: &Row<'_>| Ok::<_, FolderError>((row.text(0), row.text(1), row.text(2), row.period(3)?));
    let by_sample = rows(dir, DIFFERENCES, |row| Ok((key(row)?, row.number(5)?)))?;
    for ((point, indicator, group, period), value) in by_sample {
        let point = data.points.iter_mut().find(|p| p.name == point);
        let is_it = |d: &&mut Difference| d.indicator == indicator && d.group == group && d.period == period;
        if let Some(d) = point.and_then(|point| point.differences.iter_mut().find(is_it)) {
            d.by_sample.push(value);
        }
    }
    Ok(())
}

fn difference(row: &Row<'_>, at: usize) -> Result<Difference, FolderError> {
    let (indicator, group) = (row.text(at), row.text(at + 1));
    let series = catalogue::position(&indicator, &group).map(|position| &catalogue::series()[position]);
    let series = series.ok_or_else(|| row.error(at, &Text::fixed("is no indicator", "is geen cijfer")))?;
    let period: Period = row.period(at + 2)?;
    Ok(Difference {
        indicator,
        group,
        period,
        unit: kept_text(&row.text(at + 3)),
        kind: series.kind,
        direction: series.direction,
        base_value: row.number(at + 4)?,
        variant_value: row.number(at + 5)?,
        difference: row.number(at + 6)?,
        median: row.number(at + 7)?,
        p05: row.number(at + 8)?,
        p95: row.number(at + 9)?,
        share_better: row.number(at + 10)?,
        mc_error: row.number(at + 11)?,
        margin: row.needed(at + 12)?,
        variance_reduction: None,
        samples: row.count(at + 13)?,
        replicates: row.count(at + 14)?,
        verdict: Verdict::from_key(&row.text(at + 15))
            .ok_or_else(|| row.error(at + 15, &Text::fixed("is no verdict", "is geen oordeel")))?,
        deciders: Vec::new(),
        variance_split: None,
        chance: None,
        by_sample: Vec::new(),
    })
}
