//! What is printed at the end of `compare` and `run`: the key figures, the guards, who pays, and when it comes back.

use std::collections::BTreeMap;
use std::path::Path;

use crate::cli::wrapped;
use crate::experiment::{BreakEven, Comparison, Difference, Period, Plan, Results, level, payers};
use crate::observation::Direction;
use crate::report::wording::{Lang, MISSING, Measure, SAMPLES_FOR_A_BAND, Things, caveat, counted, percent, verdict};
use crate::report::{Caveat, caveats};

/// The key figures: indicator and period.
const KEY_FIGURES: [(&str, Period); 4] = [
    ("euros.municipality", Period::Horizon),
    ("euros.municipality", Period::Term),
    ("persons.second_line", Period::Horizon),
    ("need.severe.unhelped", Period::Horizon),
];
/// The guard figures, over the horizon.
const GUARDS: [&str; 4] = ["carers.burdened", "team.wait_weeks", "network.none.unhelped", "persons.help_at_home"];

/// Picks by language.
const fn say<'a>(lang: Lang, english: &'a str, dutch: &'a str) -> &'a str {
    match lang {
        Lang::En => english,
        Lang::Nl => dutch,
    }
}

/// A comparison in a few lines.
pub(super) fn comparison(lang: Lang, plan: &Plan, results: &Results, comparison: &Comparison) -> String {
    let against = say(lang, "compared with", "vergeleken met");
    let mut text = format!("{} {against} {}\n{}", comparison.variant, comparison.base, setting(lang, plan));
    text += &closure(lang, &comparison.closure);
    text.push('\n');
    let variant = plan.scenarios.iter().find(|scenario| scenario.name == comparison.variant);
    let caveats = caveats(plan.base(), variant);
    text += &warnings(lang, caveats.iter().filter(|caveat| !matches!(caveat, Caveat::Lever(_))));
    text.push('\n');
    let mut rows = vec![
        [
            say(lang, "Per year", "Per jaar"),
            say(lang, "Difference", "Verschil"),
            &range_head(lang, plan),
            say(lang, "Samples", "Werelden"),
            say(lang, "Verdict", "Oordeel"),
        ]
        .map(str::to_owned),
    ];
    let mut add = |indicator: &str, period: Period| {
        let Some(row) = comparison.find(indicator, "all", period) else { return };
        let name = series_name(lang, results, indicator);
        let until = if period == Period::Term { format!(", {}", term(lang, plan)) } else { String::new() };
        rows.push(difference_cells(lang, format!("{name}{until}"), row));
    };
    // Where the horizon ends with the term, the term would be told twice.
    let longer = plan.term_years() < plan.experiment().years;
    for (indicator, period) in KEY_FIGURES.into_iter().filter(|(_, period)| *period != Period::Term || longer) {
        add(indicator, period);
    }
    for indicator in GUARDS {
        add(indicator, Period::Horizon);
    }
    let paying = payers().into_iter().filter(|payer| *payer != "municipality");
    // Who pays nothing in either scenario is no payer here.
    let idle = |payer: &str| {
        comparison
            .find(&format!("euros.{payer}"), "all", Period::Horizon)
            .is_some_and(|row| row.base_value == Some(0.0) && row.variant_value == Some(0.0))
    };
    // Where nothing differs in any sample nothing has to come back.
    let unmoved = |payer: &str| {
        comparison
            .find(&format!("euros.{payer}"), "all", Period::Horizon)
            .is_some_and(|row| row.by_sample.iter().flatten().all(|difference| *difference == 0.0))
    };
    // Nor where the difference is nil, or next to nothing beside its range.
    let nil = |payer: &str| {
        let row = comparison.find(&format!("euros.{payer}"), "all", Period::Horizon);
        row.is_some_and(|row| row.is_slight() || row.difference.is_some_and(|mean| Measure::Euros.is_nil(mean)))
    };
    let back = |row: &BreakEven| if nil(&row.payer) { MISSING.to_owned() } else { break_even(lang, plan, row) };
    for payer in paying.filter(|payer| !idle(payer)) {
        add(&format!("euros.{payer}"), Period::Horizon);
    }
    text += &aligned(&rows);
    text += &warnings(lang, caveats.iter().filter(|caveat| matches!(caveat, Caveat::Lever(_))));
    let names: Vec<[String; 2]> = comparison
        .break_even
        .iter()
        .filter(|row| !idle(&row.payer) && !unmoved(&row.payer))
        .map(|row| [series_name(lang, results, &format!("euros.{}", row.payer)), back(row)])
        .collect();
    text += &if names.is_empty() {
        say(
            lang,
            "\nNo payer has other costs: nothing has to come back.\n",
            "\nGeen enkele betaler heeft andere kosten: er is niets terug te verdienen.\n",
        )
        .to_owned()
    } else {
        say(lang, "\nExtra cost is back by the end of\n", "\nExtra kosten zijn terug eind\n").to_owned()
            + &aligned(&names)
    };
    text + "\n"
}

/// What common random numbers gained on the key figures over the horizon: the variance of an unpaired difference over
/// that of the paired one. Nothing of a figure without a second replicate, or without a difference that is larger than
/// rounding.
pub(super) fn variance_reduction(comparison: &Comparison) -> BTreeMap<String, f64> {
    let keys = KEY_FIGURES.iter().filter(|(_, period)| *period == Period::Horizon);
    let rows = keys.filter_map(|(indicator, period)| comparison.find(indicator, "all", *period));
    let differs = |row: &&Difference| {
        let measure = Measure::of(&row.indicator, row.unit);
        [row.difference, row.p05, row.p95].into_iter().flatten().any(|x| !measure.is_nil(x))
    };
    rows.filter(differs).filter_map(|row| Some((row.indicator.clone(), row.variance_reduction?))).collect()
}

/// The middle one of these gains, in one line.
pub(super) fn gained(lang: Lang, gains: &BTreeMap<String, f64>) -> Option<String> {
    let mut gains: Vec<f64> = gains.values().copied().collect();
    gains.sort_by(f64::total_cmp);
    let text = say(
        lang,
        "Common draws make chance differences smaller, in variance on the key figures:",
        "Gelijke trekkingen verkleinen toevallige verschillen, in variantie op de kerncijfers:",
    );
    gains.get(gains.len() / 2).map(|middle| format!("{text} {middle:.0}x"))
}

/// A single run in a few lines: levels over the horizon.
pub(super) fn single(lang: Lang, plan: &Plan, results: &Results) -> String {
    let mut rows = vec![
        [say(lang, "Per year", "Per jaar"), say(lang, "Mean", "Gemiddeld"), &range_head(lang, plan)].map(str::to_owned),
    ];
    let indicators = KEY_FIGURES.iter().filter(|k| k.1 == Period::Horizon).map(|k| k.0).chain(GUARDS);
    for indicator in indicators {
        let Some(position) = results.position(indicator, "all") else { continue };
        let fan = level(results, 0, position, Period::Horizon);
        let measure = Measure::of(indicator, results.series()[position].unit);
        let cell = |x: Option<f64>| x.map_or_else(|| MISSING.to_owned(), |x| measure.level(lang, x));
        let range = range(lang, fan.p05, fan.p95, &cell);
        rows.push([series_name(lang, results, indicator), cell(fan.mean), range]);
    }
    let warned = warnings(lang, caveats(plan.base(), None).iter());
    format!("{}\n{}{warned}\n{}\n", plan.base().name, setting(lang, plan), aligned(&rows))
}

/// What a reader must know first, each from a line of its own on.
fn warnings<'a>(lang: Lang, caveats: impl Iterator<Item = &'a Caveat>) -> String {
    caveats.map(|one| wrapped(&format!("! {}", caveat(lang, one)), WIDTH)).collect()
}

/// Columns of a terminal that everybody has.
const WIDTH: usize = 80;

/// From low to high; a dash where there is neither.
fn range(lang: Lang, low: Option<f64>, high: Option<f64>, cell: &dyn Fn(Option<f64>) -> String) -> String {
    match (low, high) {
        (None, None) => MISSING.to_owned(),
        _ => format!("{} {} {}", cell(low), say(lang, "to", "tot"), cell(high)),
    }
}

/// What the range holds: 90 of 100 samples, or about all where they are few.
fn range_head(lang: Lang, plan: &Plan) -> String {
    match plan.experiment().samples {
        1 => say(lang, "Range (1 sample)", "Bandbreedte (1 wereld)").to_owned(),
        n if n < SAMPLES_FOR_A_BAND => {
            format!("{} {n})", say(lang, "About lowest to highest (of", "Ongeveer laagste tot hoogste (van"))
        }
        _ => say(lang, "Range (90 of 100)", "Bandbreedte (90 van 100)").to_owned(),
    }
}

/// The line that names the result folder.
pub(super) fn folder_line(lang: Lang, folder: &Path) -> String {
    let (result, report) = (say(lang, "Result folder", "Resultaatmap"), say(lang, "Report", "Rapport"));
    format!("{result}: {}\n{report}: {}\n", folder.display(), folder.join("report.html").display())
}

/// District, horizon and samples.
fn setting(lang: Lang, plan: &Plan) -> String {
    let (base, e) = (plan.base(), plan.experiment());
    let place = if base.district.municipality.is_empty() {
        base.district.name.clone()
    } else {
        format!("{} ({})", base.district.name, base.district.municipality)
    };
    let residents = counted(lang, base.residents, Things::Residents);
    let (years, samples) = (counted(lang, e.years, Things::Years), counted(lang, e.samples, Things::Samples));
    let from = say(lang, "from", "vanaf");
    format!("{place}, {residents}; {years} {from} {}; {samples}\n", base.context.start_year)
}

/// Under which closure a comparison stands.
fn closure(lang: Lang, key: &str) -> String {
    let (english, dutch) = match key {
        "budget" => ("same municipal euros as budgeted at the start", "evenveel gemeentegeld als begroot bij de start"),
        "extra" => ("extra money", "extra geld"),
        _ => ("same team hours", "evenveel teamuren"),
    };
    format!("{}: {} ({key})", say(lang, "Closure", "Sluiting"), say(lang, english, dutch))
}

/// This council term in words.
fn term(lang: Lang, plan: &Plan) -> String {
    let last = plan.base().context.start_year + plan.term_years() as i32 - 1;
    format!("{} {last}", say(lang, "to the end of", "tot en met"))
}

fn series_name(lang: Lang, results: &Results, indicator: &str) -> String {
    let Some(position) = results.position(indicator, "all") else { return indicator.to_owned() };
    let series = &results.series()[position];
    say(lang, &series.name, &series.dutch).to_owned()
}

fn difference_cells(lang: Lang, name: String, row: &Difference) -> [String; 5] {
    let measure = Measure::of(&row.indicator, row.unit);
    let cell = |x: Option<f64>| x.map_or_else(|| MISSING.to_owned(), |x| measure.difference(lang, x));
    let range = range(lang, row.p05, row.p95, &cell);
    let word = if row.direction == Direction::Neutral { ("higher", "hoger") } else { ("better", "beter") };
    let share = row.share_better.map_or_else(
        || MISSING.to_owned(),
        |share| {
            let count = libm::round(share * f64::from(row.samples));
            format!("{count} {} {} {}", say(lang, "of", "van"), row.samples, say(lang, word.0, word.1))
        },
    );
    [name, cell(row.difference), range, share, verdict(lang, row.verdict, row.direction)]
}

/// The calendar year by whose end the extra cost is back, its range, and the share in which it never is.
fn break_even(lang: Lang, plan: &Plan, row: &BreakEven) -> String {
    let start = plan.base().context.start_year;
    let never = say(lang, "never", "nooit");
    let year = |y: Option<f64>| y.map_or_else(|| never.to_owned(), |y| (start + y as i32).to_string());
    let share = percent(lang, row.share_never);
    format!(
        "{} ({} {} {}; {never} {} {share})",
        year(row.year_median),
        year(row.year_p05),
        say(lang, "to", "tot"),
        year(row.year_p95),
        say(lang, "in", "in"),
    )
}

/// Rows with their columns under each other, the first to the left and two blanks between.
fn aligned<const N: usize>(rows: &[[String; N]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..N).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).map(|(cell, &width)| format!("{cell:<width$}"));
        text += cells.collect::<Vec<_>>().join("  ").trim_end();
        text.push('\n');
    }
    text
}
