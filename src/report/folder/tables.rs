//! The tables of a result folder, from what was computed.

use super::columns::{
    ACCEPTABILITY, BOUND_DIFFERENCES, BOUNDS, BREAKEVEN, COMPARISON, DECIDERS, DIFFERENCES, FileColumns, INDICATORS,
    LOOPS, NAIVE, PLANE, SAMPLES, SUBSTITUTION, SUMMARY, VARIANCE,
};
use crate::experiment::{
    BoundDifference, BreakEven, Comparison, Decider, Difference, KEY_INDICATORS, Period, Plan, Results,
    SUBSTITUTION_MEASURES, Substitution, amounts, series_summary, substitution, uncertain,
};
use crate::observation::{Direction, Field, Series, Table};
use crate::units::WEEKS_PER_YEAR;

/// A table with the file that it goes to.
pub(super) type FileTable = (FileColumns, Table);

pub(super) fn samples(plan: &Plan) -> FileTable {
    let mut table = Table::new(SAMPLES.columns);
    for (position, scenario) in plan.scenarios.iter().enumerate() {
        let numbers = uncertain(plan, position);
        for sample in 0..plan.experiment().samples {
            for number in &numbers {
                let (name, key) = (scenario.name.clone(), number.key.clone());
                let value = number.values[sample as usize];
                table.push(vec![name.into(), sample.into(), key.into(), value.into(), number.unit.into()]);
            }
        }
    }
    (SAMPLES, table)
}

pub(super) fn indicators(plan: &Plan) -> FileTable {
    let mut table = Table::new(INDICATORS.columns);
    for position in plan.kept() {
        let series = &plan.series[position];
        table.push(vec![
            series.indicator.clone().into(),
            series.group.clone().into(),
            series.unit.into(),
            series.kind.key().into(),
            direction_key(series.direction).into(),
            margin(plan, series).into(),
            series.name.clone().into(),
            series.dutch.clone().into(),
        ]);
    }
    (INDICATORS, table)
}

/// The margin of a series in the district of a plan.
pub(super) fn margin(plan: &Plan, series: &Series) -> f64 {
    series.margin.value(f64::from(plan.base().residents))
}

/// The word for a direction in files.
pub(super) const fn direction_key(direction: Direction) -> &'static str {
    match direction {
        Direction::Higher => "higher",
        Direction::Lower => "lower",
        Direction::Neutral => "neutral",
    }
}

pub(super) fn summary(plan: &Plan, results: &Results) -> FileTable {
    let mut table = Table::new(SUMMARY.columns);
    for row in series_summary(results, plan.scenarios.len()) {
        let series = &results.series()[row.series];
        table.push(vec![
            plan.scenarios[row.scenario].name.clone().into(),
            series.indicator.clone().into(),
            series.group.clone().into(),
            (row.year + 1).into(),
            row.level.mean.into(),
            row.level.p05.into(),
            row.level.p95.into(),
            row.difference.mean.into(),
            row.difference.p05.into(),
            row.difference.p95.into(),
        ]);
    }
    (SUMMARY, table)
}

/// Every table about differences.
pub(super) fn comparisons(all: &[Comparison]) -> Vec<FileTable> {
    let empty = |file: FileColumns| (file, Table::new(file.columns));
    let mut tables = [COMPARISON, DECIDERS, BREAKEVEN, NAIVE, LOOPS, SUBSTITUTION, VARIANCE, DIFFERENCES].map(empty);
    let mut bounds = [BOUNDS, BOUND_DIFFERENCES].map(empty);
    let [differences, deciders, break_even, naive, loops, exchange, variance, by_sample] = &mut tables;
    for comparison in all {
        let variant = || Field::from(comparison.variant.clone());
        for row in &comparison.differences {
            differences.1.push(difference_row(comparison, row));
            deciders.1.rows.extend(row.deciders.iter().map(|decider| decider_row(comparison, row, decider)));
            if let (Some([assumptions, chance, computing]), Some(known)) = (row.variance_split, row.chance) {
                let key = [variant(), row.indicator.clone().into(), row.group.clone().into(), row.period.key().into()];
                let shares = [assumptions.into(), chance.into(), computing.into(), row.variance_reduction.into()];
                let known = [known.variance.into(), known.in_mean.into(), known.freedom.into()];
                variance.1.push(key.into_iter().chain(shares).chain(known).collect());
            }
            if !matches!(row.period, Period::Year(_)) {
                by_sample.1.rows.extend(sample_rows(comparison, row));
            }
        }
        break_even.1.rows.extend(comparison.break_even.iter().map(|row| break_even_row(variant(), row)));
        naive.1.rows.extend(comparison.naive.iter().map(|row| {
            vec![
                variant(),
                row.indicator.clone().into(),
                (row.year + 1).into(),
                row.before.into(),
                row.naive.into(),
                row.true_indicator.clone().into(),
                row.true_effect.into(),
            ]
        }));
        let substitutions = SUBSTITUTION_MEASURES.iter().filter_map(|measure| substitution(comparison, measure));
        exchange.1.rows.extend(substitutions.map(|row| substitution_row(variant(), &row)));
        loops.1.rows.extend(comparison.loops.iter().map(|row| {
            let key = [variant(), row.feedback.clone().into(), row.indicator.clone().into()];
            key.into_iter()
                .chain([row.residents.into(), row.samples.into(), row.district.into(), row.whole.into()])
                .chain([row.agrees.map(yes_no).into(), row.cut.into(), row.part.into(), row.error.into()])
                .chain([row.p_value.into(), yes_no(row.named).into()])
                .collect()
        }));
        for row in &comparison.bounds {
            bounds[0].1.push(bound_row(comparison, row));
            if row.period == Period::Horizon && KEY_INDICATORS.contains(&row.indicator.as_str()) {
                bounds[1].1.rows.extend(bound_sample_rows(comparison, row));
            }
        }
    }
    tables.into_iter().chain(bounds).chain(planes(all)).collect()
}

/// Euros beside weeks avoided, and what the curve makes of them.
fn planes(all: &[Comparison]) -> [FileTable; 2] {
    let [mut points, mut curve] = [PLANE, ACCEPTABILITY].map(|file| (file, Table::new(file.columns)));
    for (comparison, plane) in all.iter().flat_map(|c| c.planes.iter().map(move |plane| (c, plane))) {
        let key = || -> [Field<'static>; 3] {
            [comparison.variant.clone().into(), plane.payer.clone().into(), yes_no(plane.discounted).into()]
        };
        for point in &plane.points {
            points
                .1
                .push(key().into_iter().chain([point.sample.into(), point.weeks.into(), point.euros.into()]).collect());
        }
        for amount in amounts() {
            let of_year = amount * WEEKS_PER_YEAR as u32;
            let told = [plane.acceptable(f64::from(amount)).into(), (plane.points.len() as u32).into()];
            curve.1.push(key().into_iter().chain([amount.into(), of_year.into()]).chain(told).collect());
        }
    }
    [points, curve]
}

/// `comparison.csv` of comparisons, as a result folder holds it.
pub fn comparison_csv(all: &[Comparison]) -> String {
    let tables = comparisons(all);
    let table = tables.into_iter().find(|(file, _)| file.name == COMPARISON.name).map(|(_, table)| table);
    let bytes = table.and_then(|table| table.write(Vec::new()).ok()).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn bound_row(comparison: &Comparison, row: &BoundDifference) -> Vec<Field<'static>> {
    vec![
        comparison.base.clone().into(),
        comparison.variant.clone().into(),
        comparison.closure.clone().into(),
        row.indicator.clone().into(),
        row.group.clone().into(),
        row.period.key().into(),
        row.bound.key().into(),
        row.difference.into(),
        row.p05.into(),
        row.p95.into(),
        row.samples.into(),
        row.share_full.into(),
    ]
}

fn bound_sample_rows<'a>(
    comparison: &'a Comparison,
    row: &'a BoundDifference,
) -> impl Iterator<Item = Vec<Field<'static>>> + 'a {
    row.by_sample.iter().enumerate().map(|(sample, difference)| {
        vec![
            comparison.variant.clone().into(),
            row.indicator.clone().into(),
            row.group.clone().into(),
            row.period.key().into(),
            row.bound.key().into(),
            (sample as u32).into(),
            (*difference).into(),
        ]
    })
}

fn substitution_row(variant: Field<'static>, row: &Substitution) -> Vec<Field<'static>> {
    vec![
        variant,
        row.measure.into(),
        row.first.into(),
        row.second.into(),
        row.exchange.key().into(),
        row.ratio.into(),
        row.p05.into(),
        row.p95.into(),
        row.samples.into(),
    ]
}

/// A truth as a word.
fn yes_no(x: bool) -> String {
    if x { "yes" } else { "no" }.to_owned()
}

fn difference_row(comparison: &Comparison, row: &Difference) -> Vec<Field<'static>> {
    vec![
        comparison.base.clone().into(),
        comparison.variant.clone().into(),
        comparison.closure.clone().into(),
        row.indicator.clone().into(),
        row.group.clone().into(),
        row.period.key().into(),
        row.unit.into(),
        row.base_value.into(),
        row.variant_value.into(),
        row.difference.into(),
        row.median.into(),
        row.p05.into(),
        row.p95.into(),
        row.share_better.into(),
        row.mc_error.into(),
        row.margin.into(),
        row.variance_reduction.into(),
        row.samples.into(),
        row.replicates.into(),
        row.verdict.key().into(),
        row.decider().map(|d| d.key.clone()).into(),
        row.decider().and_then(|d| d.tipping_value).into(),
    ]
}

fn decider_row(comparison: &Comparison, row: &Difference, decider: &Decider) -> Vec<Field<'static>> {
    vec![
        comparison.variant.clone().into(),
        row.indicator.clone().into(),
        row.group.clone().into(),
        row.period.key().into(),
        decider.what.key().into(),
        decider.key.clone().into(),
        decider.unit.into(),
        decider.correlation.into(),
        decider.tipping_value.into(),
        decider.p05.into(),
        decider.p95.into(),
    ]
}

fn break_even_row(variant: Field<'static>, row: &BreakEven) -> Vec<Field<'static>> {
    let year = |year: Option<f64>| Field::from(year.map(|y| y + 1.0));
    vec![
        variant,
        row.payer.clone().into(),
        year(row.year_median),
        year(row.year_p05),
        year(row.year_p95),
        row.share_never.into(),
        row.share_full.into(),
    ]
}

fn sample_rows<'a>(comparison: &'a Comparison, row: &'a Difference) -> impl Iterator<Item = Vec<Field<'static>>> + 'a {
    row.by_sample.iter().enumerate().map(|(sample, difference)| {
        vec![
            comparison.variant.clone().into(),
            row.indicator.clone().into(),
            row.group.clone().into(),
            row.period.key().into(),
            (sample as u32).into(),
            (*difference).into(),
        ]
    })
}
