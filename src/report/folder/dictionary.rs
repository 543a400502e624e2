//! `DATA_DICTIONARY.md`: every file with its columns, and every indicator with kind, groups, unit, direction and
//! margin.

use std::fmt::Write as _;

use super::columns::{BOUNDS, FILES};
use super::tables::{direction_key, margin};
use crate::experiment::Plan;
use crate::observation::dictionary;

/// How a dictionary begins.
pub(super) const HEAD: &str = "# Data dictionary\n\nA missing value is an empty field. Numbers are written in the \
                               shortest form that reads back to the same bits. A text that a spreadsheet would take \
                               for a formula has an apostrophe in front.\n\n## Files\n";

/// Every effect of help at the two bounds.
fn effects_of_help(plan: &Plan) -> String {
    let mut text = String::from("\nEffects of help at the bounds:\n\n| number | `null` | `ceiling` |\n|---|---|---|\n");
    for ends in plan.base().ends_of_help() {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "| `{}` | {} | {} |", ends.key, ends.null, ends.ceiling);
    }
    text
}

/// The text of the dictionary.
pub(super) fn data_dictionary(plan: &Plan) -> String {
    let mut text = String::from(
        "# Data dictionary\n\nA missing value is an empty field. Numbers are written in the shortest form that reads \
         back to the same bits. A text that a spreadsheet would take for a formula has an apostrophe in front.\n\n\
         ## Files\n",
    );
    text += "\n`results.xlsx` holds the figures of `report.html` and the assumptions as a workbook, in the report's \
             language and rounded as there. `csv-nl/` (with `--csv nl`) holds the tables below for a spreadsheet with \
             Dutch settings: semicolons, decimal commas, Dutch heads, rounded; the name of an indicator stands behind \
             its key.\n";
    for file in FILES {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n### `{}`\n\n{}\n\n{}", file.name, file.doc, dictionary(file.columns));
        if file.name == BOUNDS.name && plan.scenarios.len() > 1 {
            text += &effects_of_help(plan);
        }
    }
    text + &indicators(plan)
}

/// Every indicator that a plan writes.
pub(super) fn indicators(plan: &Plan) -> String {
    let mut text = String::from(
        "\n## Indicators\n\nA stock is averaged over weeks; a flow is a sum per year; a margin is the smallest \
             difference that matters, in this district.\n\n\
             | indicator | meaning | kind | groups | unit | better | margin |\n|---|---|---|---|---|---|---|\n",
    );
    let kept = plan.kept();
    for (place, &position) in kept.iter().enumerate() {
        let series = &plan.series[position];
        let same = |other: &&usize| plan.series[**other].indicator == series.indicator;
        if kept[..place].iter().any(|other| same(&other)) {
            continue;
        }
        let groups: Vec<String> =
            kept.iter().filter(same).map(|&other| format!("`{}`", plan.series[other].group)).collect();
        let _ = writeln!(
            text,
            "| `{}` | {} | {} | {} | {} | {} | {} |",
            series.indicator,
            series.name,
            series.kind.key(),
            groups.join(", "),
            series.unit,
            direction_key(series.direction),
            margin(plan, series),
        );
    }
    text
}
