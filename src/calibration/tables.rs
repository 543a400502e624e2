//! The files of a calibration.

use super::calibrated::{Calibrated, Shown};
use crate::observation::{Column, Table};

/// The columns of `calibration.csv`: a contract.
static NUMBERS: &[Column] = &[
    Column::text("number", "Path of the uncertain number."),
    Column::text("unit", "Its unit."),
    Column::number("prior_p05", "", "5th percentile of its range as stated."),
    Column::number("prior_p95", "", "95th percentile of the same."),
    Column::number("posterior_p05", "", "5th percentile over the plausible set."),
    Column::number("posterior_p95", "", "95th percentile of the same."),
    Column::number("width_ratio", "share", "Width after as a share of the width before."),
    Column::text("informed", "`yes`, or `no`: the targets leave its range as it was."),
    Column::text("targets", "Targets that it moves most, with its share of what moves each."),
];

/// The columns of `targets.csv`: a contract.
static TARGETS: &[Column] = &[
    Column::text("target", "Topic and key of the published figure, or what is told of wijken."),
    Column::text("source", "Title and year."),
    Column::text("used", "`matched`, `out_of_reach` (no point of the ranges comes near it) or `not_shown`."),
    Column::number("observed", "", "The figure: the middle of its band."),
    Column::number("band_low", "", "The lower end of the band."),
    Column::number("band_high", "", "The upper end."),
    Column::number("observation_sd", "", "Standard deviation of the observation."),
    Column::number("discrepancy_sd", "", "Standard deviation by which the best of models would be off."),
    Column::number("emulator_sd", "", "What the last emulator is off on runs that it had not seen, chance included."),
    Column::number("chance_sd", "", "Of it, chance within a run."),
    Column::number("explained", "share", "The part of the variance of runs that the first emulator explains."),
    Column::number("before", "", "Mean of the runs over the stated ranges."),
    Column::number("after", "", "Mean over the plausible set, by the last emulator."),
    Column::text("hit_before", "`hit` or `miss`: whether `before` lies in the band."),
    Column::text("hit_after", "The same of `after`."),
    Column::number("least_implausibility", "", "The least of any plausible point."),
    Column::number("largest_implausibility", "", "The largest."),
];

/// `calibration.csv`.
pub fn parameters_table(calibrated: &Calibrated) -> Table {
    let mut table = Table::new(NUMBERS);
    for number in &calibrated.numbers {
        let by: Vec<String> = number.by.iter().map(|(key, share)| format!("{key} {share:.2}")).collect();
        let informed = if number.is_informed() { "yes" } else { "no" };
        table.push(vec![
            number.path.clone().into(),
            number.unit.into(),
            number.prior.0.into(),
            number.prior.1.into(),
            number.posterior.map(|p| p.0).into(),
            number.posterior.map(|p| p.1).into(),
            number.ratio().into(),
            if number.posterior.is_some() { informed } else { "" }.into(),
            by.join("; ").into(),
        ]);
    }
    table
}

/// `targets.csv`.
pub fn targets_table(calibrated: &Calibrated) -> Table {
    let mut table = Table::new(TARGETS);
    for Shown { target, used, before, after, chance, emulator, explained, implausibility } in &calibrated.targets {
        let hit = |value: &Option<f64>| match value {
            Some(value) if (target.band.0..=target.band.1).contains(value) => "hit",
            Some(_) => "miss",
            None => "",
        };
        table.push(vec![
            target.key.clone().into(),
            target.source.clone().into(),
            used.key().into(),
            target.observed.into(),
            target.band.0.into(),
            target.band.1.into(),
            target.observation.into(),
            target.discrepancy.into(),
            (*emulator).into(),
            (*chance).into(),
            (*explained).into(),
            (*before).into(),
            (*after).into(),
            hit(before).into(),
            hit(after).into(),
            implausibility.map(|i| i.0).into(),
            implausibility.map(|i| i.1).into(),
        ]);
    }
    table
}
