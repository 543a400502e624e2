//! The figures of the districts of a region, one by one and together.

use crate::experiment::{
    Comparison, DISTRICT_FIGURES, Difference, Period, Plan, Results, Verdict, compare_districts, compare_figures, level,
};
use crate::input_data::DistrictProfile;
use crate::report::{DistrictFigure, TOGETHER};

/// Every figure that is told of districts: by scenario and district, all together last; none where it is one district.
pub(super) fn districts(plan: &Plan, results: &Results) -> Vec<DistrictFigure> {
    let base = plan.base();
    if base.parts.is_empty() {
        return Vec::new();
    }
    let (whole, residents) = (&base.district, base.residents);
    if plan.scenarios.len() == 1 {
        let parts = base.parts.iter().zip(results.districts());
        let mut all: Vec<DistrictFigure> = parts
            .flat_map(|(part, results)| told(&base.name, &part.district, part.residents, levels(results)))
            .collect();
        all.extend(told(&base.name, whole, residents, levels(results)).map(together));
        return all;
    }
    let is_told = |indicator: &str, group: &str, period: Period| {
        group == "all" && DISTRICT_FIGURES.contains(&(indicator, period))
    };
    let mut all = Vec::new();
    for variant in 1..plan.scenarios.len() {
        let name = &plan.scenarios[variant].name;
        for one in compare_districts(plan, results, variant) {
            all.extend(told(name, &one.part.district, one.part.residents, in_order(&one.comparison)));
        }
        let compared = compare_figures(plan, results, variant, &is_told);
        all.extend(told(name, whole, residents, in_order(&compared)).map(together));
    }
    all
}

fn told<'a>(
    scenario: &'a str,
    district: &'a DistrictProfile,
    residents: u32,
    figures: Vec<Difference>,
) -> impl Iterator<Item = DistrictFigure> + 'a {
    figures.into_iter().map(move |figure| DistrictFigure {
        scenario: scenario.to_owned(),
        code: district.code.clone(),
        name: district.name.clone(),
        residents,
        low_income: district.low_income,
        figure,
    })
}

fn together(figure: DistrictFigure) -> DistrictFigure {
    DistrictFigure { code: TOGETHER.to_owned(), ..figure }
}

/// The figures of a comparison in the order in which they are told.
fn in_order(comparison: &Comparison) -> Vec<Difference> {
    DISTRICT_FIGURES.iter().filter_map(|(key, period)| comparison.find(key, "all", *period).cloned()).collect()
}

/// The levels of a single run, without a difference.
fn levels(results: &Results) -> Vec<Difference> {
    let figure = |(key, period): &(&str, Period)| {
        let position = results.position(key, "all")?;
        let series = &results.series()[position];
        Some(Difference {
            indicator: series.indicator.clone(),
            group: series.group.clone(),
            period: *period,
            unit: series.unit,
            kind: series.kind,
            direction: series.direction,
            base_value: level(results, 0, position, *period).mean,
            variant_value: None,
            difference: None,
            median: None,
            p05: None,
            p95: None,
            share_better: None,
            mc_error: None,
            margin: 0.0,
            variance_reduction: None,
            samples: results.draws().iter().map(|draw| draw.sample + 1).max().unwrap_or(0),
            replicates: 0,
            verdict: Verdict::NoDifference,
            deciders: Vec::new(),
            variance_split: None,
            chance: None,
            by_sample: Vec::new(),
        })
    };
    DISTRICT_FIGURES.iter().filter_map(figure).collect()
}
