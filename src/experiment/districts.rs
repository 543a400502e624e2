//! What is kept of each district of a region: few series, so that many districts take little memory.

use super::comparison_types::Period;
use super::plan::Plan;
use crate::observation::{Series, catalogue};
use crate::plan::Scenario;

/// What is told of each district: indicator and period. The key figures, the guards, and what both lines do and cost.
pub const DISTRICT_FIGURES: [(&str, Period); 11] = [
    ("need.severe.unhelped", Period::Horizon),
    ("persons.second_line", Period::Horizon),
    ("euros.municipality", Period::Horizon),
    ("euros.municipality", Period::Term),
    ("euros.all", Period::Horizon),
    ("hours.first_line", Period::Horizon),
    ("hours.second_line", Period::Horizon),
    ("carers.burdened", Period::Horizon),
    ("team.wait_weeks", Period::Horizon),
    ("network.none.unhelped", Period::Horizon),
    ("persons.help_at_home", Period::Horizon),
];

/// The series that are kept by district, with their positions in the catalogue.
fn kept() -> impl Iterator<Item = (usize, &'static Series)> {
    let is_told = |series: &Series| series.group == "all" && DISTRICT_FIGURES.iter().any(|f| f.0 == series.indicator);
    catalogue::series().iter().enumerate().filter(move |(_, series)| is_told(series))
}

/// The positions in the catalogue of the series that are kept by district, in their order.
pub(super) fn district_positions() -> Vec<usize> {
    kept().map(|(position, _)| position).collect()
}

/// Whether a row is told of each district.
pub(super) fn is_told(indicator: &str, group: &str, period: Period) -> bool {
    group == "all" && DISTRICT_FIGURES.contains(&(indicator, period))
}

/// The plan of each district by itself, with the series that are kept by district; none where there is one.
pub(super) fn district_plans(plan: &Plan) -> Vec<Plan> {
    let by_scenario: Vec<Vec<Scenario>> =
        plan.scenarios.iter().filter(|s| !s.parts.is_empty()).map(Scenario::by_district).collect();
    (0..plan.base().parts.len())
        .map(|district| Plan {
            scenarios: by_scenario.iter().map(|scenarios| scenarios[district].clone()).collect(),
            series: kept().map(|(_, series)| series.clone()).collect(),
            ..plan.clone()
        })
        .collect()
}
