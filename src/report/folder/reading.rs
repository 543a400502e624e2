//! Reading a result folder back: what a report needs, without running anything.

use std::collections::BTreeMap;
use std::fs::{self};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sha2::{Digest, Sha256};

use super::columns::{
    BOUND_DIFFERENCES, BOUNDS, BREAKEVEN, COMPARISON, DECIDERS, DIFFERENCES, INDICATORS, LOOPS, NAIVE, PLANE, SUMMARY,
    VARIANCE,
};
use super::exchange::{Aim, is_exchanging, settle};
use super::hex::hex;
use super::manifest::MANIFEST;
use super::manifest::{KIND, Manifest};
use super::rows::{Row, kept_text, rows};
use super::{FolderError, districts, flows, lives, persons};
use crate::experiment::{
    BoundDifference, BreakEven, Chance, Comparison, Decider, Deciding, Difference, Fan, FlowRow, Lives, LoopEffect,
    NaiveTrue, Period, PersonsRow, Plane, PlanePoint, Verdict,
};
use crate::language::Text;
use crate::observation::{Direction, Kind};
use crate::plan::Bound;
use crate::report::data::{DistrictFigure, SeriesSummary};

/// A result folder as data.
#[derive(Clone, Debug)]
pub struct Folder {
    /// The folder.
    pub dir: PathBuf,
    /// How it came about, with the scenarios in full.
    pub manifest: Manifest,
    /// One per variant, in the order of the scenarios; none of a single run. `by_sample` is filled for the term and the
    /// horizon only.
    pub comparisons: Vec<Comparison>,
    /// Each series by year over samples.
    pub summary: Vec<SeriesSummary>,
    /// One household in the base and the first variant, if the folder holds one.
    pub lives: Option<Lives>,
    /// The figures of each district, where several were simulated beside each other.
    pub districts: Vec<DistrictFigure>,
    /// Flows between doors, services and accounts.
    pub flows: Vec<FlowRow>,
    /// What is told of persons and households, where that was asked for.
    pub persons: Vec<PersonsRow>,
}

/// How often a folder is looked at that another program is exchanging files in: it takes a moment.
const TRIES: u32 = 50;

/// Between two of them.
const PAUSE: Duration = Duration::from_millis(20);

/// Reads a result folder, whole: what a killed program began there is ended first.
///
/// # Errors
/// If it has no manifest of kantel, or a file is missing or does not hold what it should; [`FolderError::Busy`] if
/// another program goes on exchanging its files.
pub fn read(dir: &Path) -> Result<Folder, FolderError> {
    for _ in 0..TRIES {
        match settle(dir, Aim::Read) {
            Ok(()) => {}
            Err(FolderError::Busy(_)) => {
                std::thread::sleep(PAUSE);
                continue;
            }
            Err(error) => return Err(error),
        }
        let before = fs::read(dir.join(MANIFEST)).ok();
        let folder = read_settled(dir);
        // Read while files were exchanged, it may be half of each.
        if !is_exchanging(dir) && fs::read(dir.join(MANIFEST)).ok() == before {
            return folder;
        }
    }
    Err(FolderError::Busy(dir.to_owned()))
}

fn read_settled(dir: &Path) -> Result<Folder, FolderError> {
    let manifest = read_manifest(&dir.join(MANIFEST))?;
    let summary = rows(dir, SUMMARY, |row| {
        let fan = |mean, p05, p95| {
            Ok::<_, FolderError>(Fan { mean: row.number(mean)?, p05: row.number(p05)?, p95: row.number(p95)? })
        };
        Ok(SeriesSummary {
            scenario: row.text(0),
            indicator: row.text(1),
            group: row.text(2),
            year: row.year(3)?,
            level: fan(4, 5, 6)?,
            difference: fan(7, 8, 9)?,
        })
    })?;
    let comparisons = if manifest.scenarios.len() > 1 { comparisons(dir, &manifest)? } else { Vec::new() };
    let lives = lives::read(dir)?;
    let districts = districts::read(dir)?;
    let persons = persons::read(dir)?;
    let flows = flows::read(dir)?;
    unchanged(dir, &manifest)?;
    Ok(Folder { dir: dir.to_owned(), manifest, comparisons, summary, lives, districts, persons, flows })
}

/// The files that a report is made of are as they were written, as far as they are there.
pub(super) fn unchanged(dir: &Path, manifest: &Manifest) -> Result<(), FolderError> {
    for (name, hash) in manifest.outputs.iter().filter(|(name, _)| is_read(name)) {
        let path = dir.join(name);
        // What must be there has been read.
        let Ok(content) = fs::read(&path) else { continue };
        if hex(&Sha256::digest(&content)) != *hash {
            let message = Text::fixed(
                "was changed after kantel wrote it: a report would not show what was computed",
                "is veranderd nadat kantel het schreef: een rapport zou niet laten zien wat er is berekend",
            );
            return Err(FolderError::Content { path, line: None, message });
        }
    }
    Ok(())
}

/// Whether a file of the folder is read for a report: tables, but not the long ones that it only sums up.
fn is_read(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|e| e == "csv")
        && !matches!(name, "yearly.csv" | "weekly.csv" | "samples.csv")
}

pub(super) fn read_manifest(path: &Path) -> Result<Manifest, FolderError> {
    let text = fs::read_to_string(path).map_err(FolderError::disk("read", path))?;
    let content = |message: Text| FolderError::Content { path: path.to_owned(), line: None, message };
    let manifest: Manifest = serde_json::from_str(&text).map_err(|error| content(Text::same(error.to_string())))?;
    if manifest.kind == KIND {
        Ok(manifest)
    } else {
        Err(content(Text::fixed("is no manifest of kantel", "is geen manifest van kantel")))
    }
}

/// Variant, indicator, group and period of a row.
type RowKey = (String, String, String, Period);

/// What a row of `comparison.csv` does not hold itself.
#[derive(Default)]
struct Beside {
    meta: BTreeMap<(String, String), (Kind, Direction)>,
    deciders: BTreeMap<RowKey, Vec<Decider>>,
    split: BTreeMap<RowKey, ([f64; 3], Chance)>,
    by_sample: BTreeMap<RowKey, Vec<Option<f64>>>,
    by_bound: BTreeMap<(RowKey, Bound), Vec<Option<f64>>>,
}

fn comparisons(dir: &Path, manifest: &Manifest) -> Result<Vec<Comparison>, FolderError> {
    let beside = beside(dir)?;
    let (base, variants) = manifest.scenarios.split_first().map_or(("", &[][..]), |(b, v)| (b.name.as_str(), v));
    let mut all: Vec<Comparison> = variants
        .iter()
        .map(|variant| Comparison {
            base: base.to_owned(),
            variant: variant.name.clone(),
            closure: variant.closure.clone(),
            differences: Vec::new(),
            break_even: Vec::new(),
            naive: Vec::new(),
            loops: Vec::new(),
            bounds: Vec::new(),
            planes: Vec::new(),
        })
        .collect();
    let place = |row: &Row<'_>, column: usize| {
        let name = row.text(column);
        variants.iter().position(|v| v.name == name).ok_or_else(|| {
            row.error(column, &Text::fixed("is no variant of the manifest", "is geen variant uit het manifest"))
        })
    };
    for (variant, row) in rows(dir, COMPARISON, |row| Ok((place(row, 1)?, difference(row, &beside)?)))? {
        all[variant].differences.push(row);
    }
    for (variant, row) in rows(dir, BREAKEVEN, |row| Ok((place(row, 0)?, break_even(row)?)))? {
        all[variant].break_even.push(row);
    }
    for (variant, row) in rows(dir, NAIVE, |row| Ok((place(row, 0)?, naive(row)?)))? {
        all[variant].naive.push(row);
    }
    for (variant, row) in rows(dir, LOOPS, |row| Ok((place(row, 0)?, loop_effect(row)?)))? {
        all[variant].loops.push(row);
    }
    // Results of earlier versions have none.
    let has_bounds = dir.join(BOUNDS.name).exists();
    let bounds = |row: &Row<'_>| Ok((place(row, 1)?, bound_difference(row, &beside)?));
    for (variant, row) in if has_bounds { rows(dir, BOUNDS, bounds)? } else { Vec::new() } {
        all[variant].bounds.push(row);
    }
    if dir.join(PLANE.name).exists() {
        for (variant, (payer, discounted, point)) in rows(dir, PLANE, |row| Ok((place(row, 0)?, plane_point(row)?)))? {
            let planes = &mut all[variant].planes;
            match planes.iter_mut().find(|plane| plane.payer == payer && plane.discounted == discounted) {
                Some(plane) => plane.points.push(point),
                None => planes.push(Plane { payer, discounted, points: vec![point] }),
            }
        }
    }
    Ok(all)
}

fn beside(dir: &Path) -> Result<Beside, FolderError> {
    let mut beside = Beside::default();
    let key = |row: &Row<'_>| Ok::<_, FolderError>((row.text(0), row.text(1), row.text(2), row.period(3)?));
    for (key, meta) in rows(dir, INDICATORS, |row| Ok(((row.text(0), row.text(1)), (row.kind(3)?, row.direction(4)?))))?
    {
        beside.meta.insert(key, meta);
    }
    for (key, decider) in rows(dir, DECIDERS, |row| Ok((key(row)?, decider(row)?)))? {
        beside.deciders.entry(key).or_default().push(decider);
    }
    let split = |row: &Row<'_>| {
        let chance = Chance { variance: row.needed(8)?, in_mean: row.needed(9)?, freedom: row.needed(10)? };
        Ok((key(row)?, ([row.needed(4)?, row.needed(5)?, row.needed(6)?], chance)))
    };
    beside.split.extend(rows(dir, VARIANCE, split)?);
    for (key, difference) in rows(dir, DIFFERENCES, |row| Ok((key(row)?, row.number(5)?)))? {
        beside.by_sample.entry(key).or_default().push(difference);
    }
    if dir.join(BOUND_DIFFERENCES.name).exists() {
        let difference = |row: &Row<'_>| Ok(((key(row)?, bound(row, 4)?), row.number(6)?));
        for (key, difference) in rows(dir, BOUND_DIFFERENCES, difference)? {
            beside.by_bound.entry(key).or_default().push(difference);
        }
    }
    Ok(beside)
}

fn difference(row: &Row<'_>, beside: &Beside) -> Result<Difference, FolderError> {
    let key = (row.text(1), row.text(3), row.text(4), row.period(5)?);
    let meta = beside.meta.get(&(key.1.clone(), key.2.clone()));
    let split = beside.split.get(&key).copied();
    let &(kind, direction) =
        meta.ok_or_else(|| row.error(3, &Text::fixed("is not in indicators.csv", "staat niet in indicators.csv")))?;
    Ok(Difference {
        indicator: key.1.clone(),
        group: key.2.clone(),
        period: key.3,
        unit: kept_text(&row.text(6)),
        kind,
        direction,
        base_value: row.number(7)?,
        variant_value: row.number(8)?,
        difference: row.number(9)?,
        median: row.number(10)?,
        p05: row.number(11)?,
        p95: row.number(12)?,
        share_better: row.number(13)?,
        mc_error: row.number(14)?,
        margin: row.needed(15)?,
        variance_reduction: row.number(16)?,
        samples: row.count(17)?,
        replicates: row.count(18)?,
        verdict: Verdict::from_key(&row.text(19))
            .ok_or_else(|| row.error(19, &Text::fixed("is no verdict", "is geen oordeel")))?,
        deciders: beside.deciders.get(&key).cloned().unwrap_or_default(),
        variance_split: split.map(|(shares, _)| shares),
        chance: split.map(|(_, chance)| chance),
        by_sample: beside.by_sample.get(&key).cloned().unwrap_or_default(),
    })
}

fn decider(row: &Row<'_>) -> Result<Decider, FolderError> {
    Ok(Decider {
        what: Deciding::from_key(&row.text(4))
            .ok_or_else(|| row.error(4, &Text::fixed("decides nothing", "beslist niets")))?,
        key: row.text(5),
        unit: kept_text(&row.text(6)),
        correlation: row.needed(7)?,
        tipping_value: row.number(8)?,
        p05: row.needed(9)?,
        p95: row.needed(10)?,
    })
}

fn break_even(row: &Row<'_>) -> Result<BreakEven, FolderError> {
    let year = |column| Ok::<_, FolderError>(row.number(column)?.map(|y| y - 1.0));
    Ok(BreakEven {
        payer: row.text(1),
        year_median: year(2)?,
        year_p05: year(3)?,
        year_p95: year(4)?,
        share_never: row.needed(5)?,
        share_full: row.number(6)?,
    })
}

fn naive(row: &Row<'_>) -> Result<NaiveTrue, FolderError> {
    Ok(NaiveTrue {
        indicator: row.text(1),
        year: row.year(2)?,
        before: row.number(3)?,
        naive: row.number(4)?,
        true_indicator: row.text(5),
        true_effect: row.number(6)?,
    })
}

fn loop_effect(row: &Row<'_>) -> Result<LoopEffect, FolderError> {
    Ok(LoopEffect {
        feedback: row.text(1),
        indicator: row.text(2),
        residents: row.count(3)?,
        samples: row.count(4)?,
        district: row.number(5)?,
        whole: row.number(6)?,
        agrees: row.yes_no(7)?,
        cut: row.number(8)?,
        part: row.number(9)?,
        error: row.number(10)?,
        p_value: row.number(11)?,
        named: row.yes_no(12)?.unwrap_or(false),
    })
}

fn plane_point(row: &Row<'_>) -> Result<(String, bool, PlanePoint), FolderError> {
    let point = PlanePoint { sample: row.count(3)?, weeks: row.needed(4)?, euros: row.needed(5)? };
    Ok((row.text(1), row.yes_no(2)?.unwrap_or(false), point))
}

fn bound(row: &Row<'_>, column: usize) -> Result<Bound, FolderError> {
    Bound::from_key(&row.text(column)).ok_or_else(|| row.error(column, &Text::fixed("is no bound", "is geen uiterste")))
}

fn bound_difference(row: &Row<'_>, beside: &Beside) -> Result<BoundDifference, FolderError> {
    let (indicator, group, period, bound) = (row.text(3), row.text(4), row.period(5)?, bound(row, 6)?);
    let key = ((row.text(1), indicator.clone(), group.clone(), period), bound);
    Ok(BoundDifference {
        bound,
        indicator,
        group,
        period,
        difference: row.number(7)?,
        p05: row.number(8)?,
        p95: row.number(9)?,
        samples: row.count(10)?,
        share_full: row.number(11)?,
        by_sample: beside.by_bound.get(&key).cloned().unwrap_or_default(),
    })
}
