//! How many people and euros go between doors, queues, services and accounts in each year, over samples: what
//! `flows.csv` tells.

use super::results::Results;
use crate::observation::{FLOWS, Flow, flowed};

/// What goes along one flow in a year of a scenario: the mean over samples.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowRow {
    /// Name of the scenario.
    pub scenario: String,
    /// Year, from 0.
    pub year: u32,
    /// Where it comes from: `door:gp`, `queue:guidance`, `account:wmo`, `found_or_reported`.
    pub from: String,
    /// Where it goes: `team`, `queue:guidance`, `service:guidance`, `left`, `account:providers`.
    pub to: String,
    /// People; `None` where only euros go.
    pub persons: Option<f64>,
    /// Euros; `None` where only people go.
    pub euros: Option<f64>,
}

/// Every flow of every year of every scenario (by their names) that is not nothing in all samples, in the order of the
/// flows.
pub fn flow_summary(results: &Results, names: &[&str]) -> Vec<FlowRow> {
    let mut rows = Vec::new();
    for (scenario, name) in names.iter().enumerate() {
        for year in 0..results.years() {
            let means = means(results, scenario, year);
            for (flow, [persons, euros]) in Flow::all().zip(means).filter(|(_, both)| both.iter().any(|x| *x != 0.0)) {
                let (from, to) = flow.ends();
                rows.push(FlowRow {
                    scenario: (*name).to_owned(),
                    year: year as u32,
                    from,
                    to,
                    persons: (!matches!(flow, Flow::Paid(..))).then_some(rounded(persons)),
                    euros: matches!(flow, Flow::Paid(..) | Flow::Service(_)).then_some(rounded(euros)),
                });
            }
        }
    }
    rows
}

/// To a millionth: what is below it comes of adding up.
fn rounded(x: f64) -> f64 {
    libm::round(x * 1e6) / 1e6
}

/// People and euros of every flow in a year: the mean over samples of the means over their replicates.
fn means(results: &Results, scenario: usize, year: usize) -> Vec<[f64; 2]> {
    let samples = results.samples();
    let mut means = vec![[0.0; 2]; FLOWS];
    for runs in &samples {
        let part = 1.0 / (samples.len() * runs.len()) as f64;
        for run in runs.clone() {
            let Some(flows) = results.flows(scenario, run, year) else { continue };
            let (sums, users) = flows.unpacked();
            for one in flowed(&sums, &users) {
                let mean = &mut means[one.flow.place()];
                mean[0] += part * one.persons.unwrap_or_default();
                mean[1] += part * one.euros.unwrap_or_default();
            }
        }
    }
    means
}
