//! Below a short table: which district gains and which one loses.

use super::super::tables::aligned;
use super::short_table::{Standing, difference_cells, say, series_name, width};
use crate::experiment::{Period, Plan, Results, compare_districts};
use crate::report::wording::{Lang, percent};

/// The figure that is told of each district.
const FIGURE: &str = "need.severe.unhelped";
/// The most districts that a terminal shows; the folder has all.
const MOST: usize = 25;

/// The difference in each district, the poorest first; nothing where it is one district.
pub(super) fn by_district(lang: Lang, plan: &Plan, results: &Results, variant: usize) -> String {
    let mut districts = compare_districts(plan, results, variant);
    if districts.is_empty() {
        return String::new();
    }
    districts.sort_by(|a, b| b.part.district.low_income.total_cmp(&a.part.district.low_income));
    let heads = [
        say(lang, "District", "Wijk"),
        say(lang, "Low income", "Laag inkomen"),
        say(lang, "Difference", "Verschil"),
        say(lang, "Range", "Bandbreedte"),
        say(lang, "Verdict", "Oordeel"),
    ]
    .map(str::to_owned);
    let mut rows = vec![heads.to_vec()];
    for one in districts.iter().take(MOST) {
        let Some(row) = one.comparison.find(FIGURE, "all", Period::Horizon) else { continue };
        let district = &one.part.district;
        let [name, difference, range, verdict] = difference_cells(lang, district.name.clone(), row, Standing::Final);
        rows.push(vec![name, percent(lang, district.low_income), difference, range, verdict]);
    }
    let more = match districts.len().saturating_sub(MOST) {
        0 => String::new(),
        n => match lang {
            Lang::En => format!("and {n} more in districts.csv\n"),
            Lang::Nl => format!("en nog {n} in districts.csv\n"),
        },
    };
    let title = format!("{}, {}", series_name(lang, results, FIGURE), say(lang, "by district", "per wijk"));
    format!("{title}\n{}{more}\n", aligned(Some(width()), &rows))
}
