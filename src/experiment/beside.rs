//! How the districts of a region compare, beside each other.

use super::comparison_types::Comparison;
use super::districts::{district_plans, is_told};
use super::paired::compare_figures;
use super::plan::Plan;
use super::results::Results;
use crate::plan::Part;

/// How a district of a region compares.
#[derive(Clone, Debug)]
pub struct DistrictComparison {
    /// The district.
    pub part: Part,
    /// Its comparison in [`super::DISTRICT_FIGURES`].
    pub comparison: Comparison,
}

/// How a variant compares with the base in each district, in the order of the base's parts; empty where there is one.
/// Each is judged as it would be alone, by its own samples and with the margin of its own size. Differences add up to
/// the region's where a figure is a sum. Ranges do not: what makes one district better in a sample may make another one
/// worse.
pub fn compare_districts(plan: &Plan, results: &Results, variant: usize) -> Vec<DistrictComparison> {
    let parts = plan.base().parts.iter().zip(district_plans(plan)).zip(results.districts());
    parts
        .map(|((part, plan), results)| DistrictComparison {
            part: part.clone(),
            comparison: compare_figures(&plan, results, variant, &is_told),
        })
        .collect()
}
