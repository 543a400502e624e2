//! What was found of each outcome, as tables of a result.

use super::super::args::Method;
use crate::calibration::sensitivity::{Morris, Peeling, Saltelli, Unseen};
use crate::observation::{Column, Table};

/// An outcome at every point, from wherever it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Outcome {
    /// The base; empty of a single scenario, and of points from elsewhere.
    pub(super) base: String,
    /// What is compared with it, or the only scenario; empty of points from elsewhere.
    pub(super) variant: String,
    /// What was kept equal.
    pub(super) closure: String,
    /// What it is.
    pub(super) key: String,
    /// Its unit.
    pub(super) unit: &'static str,
    /// By row.
    pub(super) values: Vec<Option<f64>>,
    /// The variance of a row's value by chance.
    pub(super) chance: Option<f64>,
    /// The same as a share of the variance between rows.
    pub(super) share: Option<f64>,
    /// What prim looks for: above a number, or below it.
    pub(super) sought: Option<(bool, f64)>,
}

impl Outcome {
    /// Whether a value is looked for.
    pub(super) fn is_sought(&self, y: f64) -> bool {
        self.sought.is_some_and(|(above, limit)| if above { y > limit } else { y < limit })
    }
}

/// What a method says of an outcome; nothing where it does not vary, or has too few values.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said {
    /// Elementary effects.
    Morris(Option<Morris>),
    /// Variance-based indices.
    Sobol(Option<Saltelli>),
    /// A box.
    Prim(Option<Peeled>),
}

/// A box with how far it can be believed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Peeled {
    /// Every box on the way.
    pub(super) peeling: Peeling,
    /// By number, the density without its limits.
    pub(super) without: Vec<f64>,
    /// How boxes found on half of the points fare on the other half.
    pub(super) unseen: Option<Unseen>,
}

/// An outcome with what was found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// The outcome.
    pub(super) outcome: Outcome,
    /// What was found.
    pub(super) said: Said,
}

/// A line of what was found of a number.
pub(super) struct Line {
    /// The number.
    pub(super) number: usize,
    /// Another one beside it.
    pub(super) with: Option<usize>,
    /// What is told.
    pub(super) measure: &'static str,
    /// How much.
    pub(super) value: f64,
    /// Its range.
    pub(super) range: Option<(f64, f64)>,
    /// What chance alone would give.
    pub(super) by_chance: Option<f64>,
}

impl Found {
    /// Every measure of every number, in the order of the numbers.
    pub(super) fn lines(&self) -> Vec<Line> {
        let line = |number, measure, value| Line { number, with: None, measure, value, range: None, by_chance: None };
        match &self.said {
            Said::Morris(Some(found)) => {
                let by_chance = self.outcome.chance.map(|variance| found.by_chance(variance));
                let of = |(i, one): (usize, &crate::calibration::sensitivity::Elementary)| {
                    let mu_star = Line { range: Some(one.range), by_chance, ..line(i, "mu_star", one.mu_star) };
                    [mu_star, line(i, "mu", one.mu), line(i, "sigma", one.sigma)]
                };
                found.numbers.iter().enumerate().flat_map(of).collect()
            }
            Said::Sobol(Some(found)) => {
                let of = |(i, one): (usize, &crate::calibration::sensitivity::Indices)| {
                    let by_chance = self.outcome.share;
                    [
                        Line { range: Some(one.first_range), ..line(i, "first_order", one.first) },
                        Line { range: Some(one.total_range), by_chance, ..line(i, "total_effect", one.total) },
                    ]
                };
                let pairs = found.second.iter().map(|(i, j, value, range)| Line {
                    with: Some(*j),
                    range: Some(*range),
                    ..line(*i, "second_order", *value)
                });
                found.numbers.iter().enumerate().flat_map(of).chain(pairs).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The numbers by what is told first of them, the largest first.
    pub(super) fn strongest_first(&self) -> Vec<usize> {
        let mut numbers: Vec<(usize, f64)> = match &self.said {
            Said::Morris(Some(found)) => found.numbers.iter().map(|one| one.mu_star).enumerate().collect(),
            Said::Sobol(Some(found)) => found.numbers.iter().map(|one| one.total).enumerate().collect(),
            _ => Vec::new(),
        };
        // Stable: of equals the one that comes first.
        numbers.sort_by(|a, b| b.1.total_cmp(&a.1));
        numbers.into_iter().map(|(number, _)| number).collect()
    }
}

const COLUMNS: &[Column] = &[
    Column::text("method", "`morris` or `sobol`."),
    Column::text("base", "The base."),
    Column::text("variant", "What is compared with it, or the only scenario."),
    Column::text("closure", "What was kept equal: `hours`, `budget` or `extra`."),
    Column::text("outcome", "Indicator, group and period; a difference per year, or a level of a single scenario."),
    Column::text("unit", "Its unit."),
    Column::integer("rows", "", "Rows with a value."),
    Column::share("chance", "Of the variance between rows, what is chance."),
    Column::text("number", "Path of the uncertain number."),
    Column::text("with", "Another one beside it, of `second_order`."),
    Column::text(
        "measure",
        "`mu_star`, `mu`, `sigma`: size, mean and spread of the effect of a step over all quantiles; `first_order`, \
         `total_effect`, `second_order`: shares of the variance.",
    ),
    Column::number("value", "", "How much."),
    Column::number("low", "", "2.5th percentile over resamples."),
    Column::number("high", "", "97.5th percentile of the same."),
    Column::number("by_chance", "", "What chance alone would give a number that does nothing."),
];

/// `sensitivity.csv`.
pub(super) fn table(method: Method, paths: &[String], all: &[Found]) -> Table {
    let mut table = Table::new(COLUMNS);
    for found in all {
        let o = &found.outcome;
        for line in found.lines() {
            let with = line.with.map(|number| paths[number].clone()).unwrap_or_default();
            table.push(vec![
                method.key().into(),
                o.base.clone().into(),
                o.variant.clone().into(),
                o.closure.clone().into(),
                o.key.clone().into(),
                o.unit.into(),
                (o.values.iter().flatten().count() as u32).into(),
                o.share.into(),
                paths[line.number].clone().into(),
                with.into(),
                line.measure.into(),
                line.value.into(),
                line.range.map(|range| range.0).into(),
                line.range.map(|range| range.1).into(),
                line.by_chance.into(),
            ]);
        }
    }
    table
}

const BOXES: &[Column] = &[
    Column::text("base", "The base."),
    Column::text("variant", "What is compared with it, or the only scenario."),
    Column::text("closure", "What was kept equal: `hours`, `budget` or `extra`."),
    Column::text("outcome", "Indicator, group and period."),
    Column::text("unit", "Its unit."),
    Column::text("sought", "What is looked for: `above` or `below` a value."),
    Column::integer("box", "", "Number of the box, from 0: all points."),
    Column::text("told", "`yes` of the box that is told."),
    Column::integer("points", "", "Points in the box."),
    Column::share("mass", "The same as a share of all points."),
    Column::share("coverage", "Of all that is looked for, the share in the box."),
    Column::share("density", "Of the points in the box, the share that is looked for."),
    Column::number("mean", "unit", "Mean outcome in the box."),
    Column::text("number", "Path of a number with a limit; empty of all points."),
    Column::number("low", "", "Its lowest value in the box."),
    Column::number("high", "", "Its highest value in the box."),
    Column::number("density_without", "", "Of the box that is told: the density without the limits of this number."),
    Column::share("density_unseen", "Of boxes found on half of the points: their density on the other half."),
    Column::share("coverage_unseen", "Of the same: their coverage there."),
];

/// `boxes.csv`: every box on the way, a row for each number with a limit.
pub(super) fn boxes(paths: &[String], all: &[Found]) -> Table {
    let mut table = Table::new(BOXES);
    for found in all {
        let Said::Prim(Some(Peeled { peeling, without, unseen })) = &found.said else { continue };
        let o = &found.outcome;
        let sought = o.sought.map(|(above, limit)| format!("{} {limit}", if above { "above" } else { "below" }));
        for (place, one) in peeling.boxes.iter().enumerate() {
            let set: Vec<Option<usize>> =
                one.limits.iter().enumerate().filter(|(_, limit)| limit.is_set()).map(|(i, _)| Some(i)).collect();
            let is_told = place == peeling.chosen;
            for number in if set.is_empty() { vec![None] } else { set } {
                table.push(vec![
                    o.base.clone().into(),
                    o.variant.clone().into(),
                    o.closure.clone().into(),
                    o.key.clone().into(),
                    o.unit.into(),
                    sought.clone().unwrap_or_default().into(),
                    (place as u32).into(),
                    if is_told { "yes" } else { "" }.into(),
                    (one.points as u32).into(),
                    one.mass.into(),
                    one.coverage.into(),
                    one.density.into(),
                    one.mean.into(),
                    number.map(|i| paths[i].clone()).unwrap_or_default().into(),
                    number.and_then(|i| one.limits[i].low).into(),
                    number.and_then(|i| one.limits[i].high).into(),
                    number.filter(|_| is_told).map(|i| without[i]).into(),
                    unseen.filter(|_| is_told).map(|of| of.density).into(),
                    unseen.filter(|_| is_told).map(|of| of.coverage).into(),
                ]);
            }
        }
    }
    table
}

/// `outcomes.csv`: a column for each outcome, a row for each point; `--outcomes` reads it.
pub(super) fn outcomes(all: &[Found]) -> String {
    let several = all.iter().any(|one| one.outcome.variant != all[0].outcome.variant);
    let name = |found: &Found| {
        let o = &found.outcome;
        if several { format!("{}:{}", o.variant, o.key) } else { o.key.clone() }
    };
    let mut out = all.iter().map(name).collect::<Vec<_>>().join(",") + "\n";
    let rows = all.first().map_or(0, |one| one.outcome.values.len());
    for row in 0..rows {
        let value = |found: &Found| found.outcome.values[row].map_or_else(String::new, |y| y.to_string());
        out.push_str(&all.iter().map(value).collect::<Vec<_>>().join(","));
        out.push('\n');
    }
    out
}
