//! What is printed at the end of `compare` and `run`: the key figures, the guards, who pays, and when it comes back.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::path::Path;

use super::super::tables::{aligned, terminal_width};
use crate::experiment::{
    BreakEven, Comparison, Computing, Difference, KEY_FIGURES, KEY_INDICATORS, Period, Plan, Results, Tested, Verdict,
    level, payers,
};
use crate::language::text;
use crate::plan::Closure;
use crate::report::wording::{
    Back, Lang, MISSING, Measure, OutOfReach, SAMPLES_FOR_A_BAND, Things, back_range, carried, caveat, closure_left,
    counted, out_of_reach, seeming,
};
use crate::report::{Caveat, caveats};
use crate::scenario::answered;

/// The periods that a short table tells of.
pub(super) const PERIODS: [Period; 2] = [Period::Term, Period::Horizon];
/// The guard figures, over the horizon.
const GUARDS: [&str; 4] = ["carers.burdened", "team.wait_weeks", "network.none.unhelped", "persons.help_at_home"];

/// Picks by language.
pub(super) const fn say<'a>(lang: Lang, english: &'a str, dutch: &'a str) -> &'a str {
    match lang {
        Lang::En => english,
        Lang::Nl => dutch,
    }
}

/// How far a table's figures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// From a scale model of so many residents: figures are scaled to the district's size, and nothing is judged.
    FirstEstimate(u32),
    /// From the whole district, of fewer samples than planned.
    SoFar,
    /// All samples that are to come.
    Final,
}

/// A comparison in a few lines, of the samples that `plan` has, with `worlds` laid over its scenarios.
pub(super) fn comparison(
    lang: Lang,
    plan: &Plan,
    results: &Results,
    comparison: &Comparison,
    (standing, worlds): (Standing, &[String]),
) -> String {
    let against = say(lang, "compared with", "vergeleken met");
    let mut text = format!("{} {against} {}\n{}", comparison.variant, comparison.base, setting(lang, plan, standing));
    text += &closure(lang, &comparison.closure);
    text.push('\n');
    let cost = comparison.find("euros.municipality", "all", Period::Horizon);
    let aims = comparison.closure == Closure::Budget.key();
    if let Some(left) = cost.filter(|_| aims).and_then(|cost| closure_left(lang, cost)) {
        text += &left;
        text.push('\n');
    }
    let variant = plan.scenarios.iter().find(|scenario| scenario.name == comparison.variant);
    let caveats = caveats(plan.base(), variant);
    text += &warnings(lang, caveats.iter().filter(|caveat| !matches!(caveat, Caveat::Levers(_))));
    text.push('\n');
    let mut rows = vec![
        [
            say(lang, "Per year", "Per jaar"),
            say(lang, "Difference", "Verschil"),
            &range_head(lang, plan),
            say(lang, "Verdict", "Oordeel"),
        ]
        .map(str::to_owned),
    ];
    for (indicator, period) in figures(plan, comparison) {
        let Some(row) = comparison.find(indicator, "all", period) else { continue };
        let name = series_name(lang, results, indicator);
        let until = if period == Period::Term { format!(", {}", term(lang, plan)) } else { String::new() };
        rows.push(difference_cells(lang, format!("{name}{until}"), row, standing));
    }
    text += &aligned(Some(width()), &rows);
    if standing == Standing::Final {
        text += &asked(lang, plan, results, comparison, worlds);
        text += &ranges_explained(lang, plan, results, comparison);
    }
    text += &warnings(lang, caveats.iter().filter(|caveat| matches!(caveat, Caveat::Levers(_))));
    match standing {
        Standing::Final => {
            text + &undecided(lang, plan, results, comparison) + &earned_back(lang, plan, results, comparison) + "\n"
        }
        _ => text,
    }
}

/// Of the figures whose verdict may seem not to fit the range beside it: why that is so.
fn ranges_explained(lang: Lang, plan: &Plan, results: &Results, comparison: &Comparison) -> String {
    let shown = figures(plan, comparison).into_iter().filter_map(|(indicator, period)| {
        Some((series_name(lang, results, indicator), comparison.find(indicator, "all", period)?))
    });
    let told = seeming(shown).into_iter().map(|(kind, mut names)| {
        names.dedup();
        ["~".to_owned(), format!("{}: {}", names.join("; "), kind.said().of(lang))]
    });
    told.map(|row| aligned(Some(width()), &[row])).collect()
}

/// The figures that the question which a comparison answers tells the reader to look at.
fn asked(lang: Lang, plan: &Plan, results: &Results, comparison: &Comparison, worlds: &[String]) -> String {
    let names: Vec<&str> = plan.scenarios.iter().map(|scenario| scenario.name.as_str()).collect();
    let Some(asked) = answered(&names, worlds.iter().map(String::as_str), !plan.base().parts.is_empty()) else {
        return String::new();
    };
    let shown = figures(plan, comparison);
    let rows: Vec<[String; 4]> = asked
        .figures
        .iter()
        .filter(|key| !shown.iter().any(|(other, _)| other == key))
        .filter_map(|key| comparison.find(key, "all", Period::Horizon))
        .map(|row| difference_cells(lang, series_name(lang, results, &row.indicator), row, Standing::Final))
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    let key = &asked.key;
    let head = text!("What to look at (kantel scenarios {key})", "Waar u op let (kantel scenarios {key})");
    format!("\n{}\n{}", head.of(lang), aligned(Some(width()), &rows))
}

/// Of each undecided key figure: what it would take to decide it, or that computing does not.
fn undecided(lang: Lang, plan: &Plan, results: &Results, comparison: &Comparison) -> String {
    let longer = plan.term_years() < plan.experiment().years;
    let keys = KEY_FIGURES.into_iter().filter(|(_, period)| *period != Period::Term || longer);
    let line = |(indicator, period): (&str, Period)| {
        let row = comparison.find(indicator, "all", period)?;
        let until = if period == Period::Term { format!(", {}", term(lang, plan)) } else { String::new() };
        let name = format!("{}{until}", series_name(lang, results, indicator));
        let why = match (row.verdict, row.needs()) {
            (Verdict::UndecidedKnowledge, _) => say(
                lang,
                "too little is known; more computing does not help",
                "er is te weinig bekend; meer rekenen helpt niet",
            )
            .to_owned(),
            (Verdict::UndecidedComputing, Some(needs)) if needs.is_endless() => say(
                lang,
                "at the border; no amount of computing decides it",
                "op de grens; ook meer rekenen geeft hier geen uitsluitsel",
            )
            .to_owned(),
            (Verdict::UndecidedComputing, Some(needs)) => {
                OutOfReach::of(row).map_or_else(|| more_draws(lang, needs), |reach| out_of_reach(lang, reach))
            }
            _ => return None,
        };
        Some([format!("? {name}"), why])
    };
    let mut lines: Vec<[String; 2]> = keys.clone().filter_map(line).collect();
    let turns = |(indicator, period): (&str, Period)| {
        let row = comparison.find(indicator, "all", period)?;
        let may = !row.verdict.is_undecided() && !row.is_settled();
        may.then(|| series_name(lang, results, indicator))
    };
    let mut turning: Vec<String> = keys.filter_map(turns).collect();
    turning.dedup();
    if !turning.is_empty() {
        let told =
            say(lang, "more samples may still turn this verdict", "met meer werelden kan dit oordeel nog omslaan");
        lines.push([format!("~ {}", turning.join("; ")), told.to_owned()]);
    }
    if lines.is_empty() { String::new() } else { format!("\n{}", aligned(Some(width()), &lines)) }
}

/// How many draws it would take.
fn more_draws(lang: Lang, needs: Computing) -> String {
    let samples = counted(lang, needs.samples, Things::Samples);
    match (lang, needs.replicates) {
        (Lang::En, 0..=1) => format!("some {samples} would tell"),
        (Lang::Nl, 0..=1) => format!("waarschijnlijk wel te zeggen met zo'n {samples}"),
        (Lang::En, n) => format!("some {samples}, {n} replicates each, would tell"),
        (Lang::Nl, n) => format!("waarschijnlijk wel te zeggen met zo'n {samples}, elk {n} keer herhaald"),
    }
}

/// The columns that a short table takes: those of a terminal that nobody has changed, or fewer on a narrow one.
pub(super) fn width() -> u16 {
    terminal_width().map_or(80, |columns| columns.clamp(40, 80))
}

/// The figures of a comparison: key figures, guards, and payers other than the municipality.
fn figures<'a>(plan: &Plan, comparison: &'a Comparison) -> Vec<(&'a str, Period)> {
    // Where the horizon ends with the term, the term would be told twice.
    let longer = plan.term_years() < plan.experiment().years;
    let key = KEY_FIGURES.into_iter().filter(|(_, period)| *period != Period::Term || longer);
    let guards = GUARDS.into_iter().map(|indicator| (indicator, Period::Horizon));
    let payers = comparison.differences.iter().filter(|row| (&*row.group, row.period) == ("all", Period::Horizon));
    let payers = payers.filter_map(|row| {
        let payer = row.indicator.strip_prefix("euros.")?;
        let paying = payer != "municipality" && payers_of(comparison).contains(&payer);
        paying.then_some((row.indicator.as_str(), Period::Horizon))
    });
    key.chain(guards).chain(payers).collect()
}

/// Every payer that pays something in one of the scenarios.
fn payers_of(comparison: &Comparison) -> Vec<&'static str> {
    let idle = |payer: &str| {
        comparison
            .find(&format!("euros.{payer}"), "all", Period::Horizon)
            .is_some_and(|row| row.base_value == Some(0.0) && row.variant_value == Some(0.0))
    };
    payers().into_iter().filter(|payer| !idle(payer)).collect()
}

/// By when each payer has its extra cost back.
fn earned_back(lang: Lang, plan: &Plan, results: &Results, comparison: &Comparison) -> String {
    // Where nothing differs in any sample nothing has to come back.
    let unmoved = |payer: &str| {
        comparison
            .find(&format!("euros.{payer}"), "all", Period::Horizon)
            .is_some_and(|row| row.by_sample.iter().flatten().all(|difference| *difference == 0.0))
    };
    let back = |row: &BreakEven| break_even(lang, plan, comparison, row);
    let paying = payers_of(comparison);
    let names: Vec<[String; 2]> = comparison
        .break_even
        .iter()
        .filter(|row| paying.contains(&&*row.payer) && !unmoved(&row.payer))
        .map(|row| [series_name(lang, results, &format!("euros.{}", row.payer)), back(row)])
        .collect();
    if names.is_empty() {
        return say(
            lang,
            "\nNo payer has other costs: nothing has to come back.\n",
            "\nGeen enkele betaler heeft andere kosten: er is niets terug te verdienen.\n",
        )
        .to_owned();
    }
    say(
        lang,
        "\nWhen extra cost is back: by the end of which year, in the middle sample\n",
        "\nWanneer extra kosten terug zijn: eind van welk jaar, in de middelste wereld\n",
    )
    .to_owned()
        + &aligned(Some(width()), &names)
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

/// Whether the verdicts depend on what help does, in one line; `None` where the bounds were not computed.
pub(super) fn bet(lang: Lang, comparison: &Comparison) -> Option<String> {
    let all = KEY_INDICATORS.len();
    let said = match (comparison.tests_the_bet()?, lang) {
        (Tested::No, Lang::En) => "whatever help does, the verdicts are the same: the bet is not tested".to_owned(),
        (Tested::No, Lang::Nl) => {
            "wat hulp ook doet, de oordelen zijn gelijk: of zij werkt, is niet getoetst".to_owned()
        }
        (Tested::By(keys), Lang::En) => format!("what help does decides {} of {all} verdicts", keys.len()),
        (Tested::By(keys), Lang::Nl) => format!("wat hulp doet, bepaalt {} van de {all} oordelen", keys.len()),
        (Tested::Unknown(keys), Lang::En) => {
            format!("if help does nothing or the most: {} of {all} verdicts undecided", keys.len())
        }
        (Tested::Unknown(keys), Lang::Nl) => {
            format!("als hulp niets of het meeste doet: {} van de {all} oordelen onbeslist", keys.len())
        }
    };
    Some(aligned(Some(width()), &[[format!("{}:", comparison.variant), said]]))
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
    let setting = setting(lang, plan, Standing::Final);
    format!("{}\n{setting}{warned}\n{}\n", plan.base().name, aligned(Some(width()), &rows))
}

/// What a reader must know first, each from a line of its own on.
fn warnings<'a>(lang: Lang, caveats: impl Iterator<Item = &'a Caveat>) -> String {
    caveats.map(|one| aligned(Some(width()), &[["!".to_owned(), caveat(lang, one)]])).collect()
}

/// From low to high; a dash where there is neither.
fn range(lang: Lang, low: Option<f64>, high: Option<f64>, cell: &dyn Fn(Option<f64>) -> String) -> String {
    match (low, high) {
        (None, None) => MISSING.to_owned(),
        _ => format!("{} {} {}", cell(low), say(lang, "to", "tot"), cell(high)),
    }
}

/// A name with how many residents it has.
fn residents(lang: Lang, name: &str, residents: u32) -> String {
    format!("{name}, {}", counted(lang, residents, Things::Residents))
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
fn setting(lang: Lang, plan: &Plan, standing: Standing) -> String {
    let (base, e) = (plan.base(), plan.experiment());
    let place = if base.district.municipality.is_empty() {
        base.district.name.clone()
    } else {
        format!("{} ({})", base.district.name, base.district.municipality)
    };
    let place = residents(lang, &place, base.residents);
    let place = match base.parts.len() {
        0 => place,
        n => format!("{place}, {n} {}", say(lang, "districts", "wijken")),
    };
    let (years, samples) = (counted(lang, e.years, Things::Years), counted(lang, e.samples, Things::Samples));
    let from = say(lang, "from", "vanaf");
    let standing = match standing {
        Standing::FirstEstimate(residents) => {
            let model = counted(lang, residents, Things::Residents);
            let estimate =
                say(lang, "First estimate, from a scale model of", "Eerste schatting, met een schaalmodel van");
            format!("{estimate} {model}: {samples}")
        }
        Standing::SoFar => format!("{samples} {}", say(lang, "so far", "tot nu toe")),
        Standing::Final => samples,
    };
    format!("{place}; {years} {from} {}\n{standing}\n", base.context.start_year)
}

/// Under which closure a comparison stands.
fn closure(lang: Lang, key: &str) -> String {
    let (english, dutch) = match key {
        "budget" => ("same municipal euros as budgeted at the start", "evenveel gemeentegeld als begroot bij de start"),
        "extra" => ("extra money", "extra geld"),
        _ => ("same team hours", "evenveel teamuren"),
    };
    let others: Vec<&str> = Closure::ALL.iter().map(|closure| closure.key()).filter(|other| *other != key).collect();
    let [closure, else_] =
        [say(lang, "Closure", "Wat gelijk blijft"), say(lang, "else: --closure", "anders: --closure")];
    format!("{closure}: {} ({key}; {else_} {})", say(lang, english, dutch), others.join(", "))
}

/// This council term in words.
fn term(lang: Lang, plan: &Plan) -> String {
    let last = plan.base().context.start_year + plan.term_years() as i32 - 1;
    format!("{} {last}", say(lang, "to the end of", "tot en met"))
}

pub(super) fn series_name(lang: Lang, results: &Results, indicator: &str) -> String {
    let Some(position) = results.position(indicator, "all") else { return indicator.to_owned() };
    let series = &results.series()[position];
    say(lang, &series.name, &series.dutch).to_owned()
}

pub(super) fn difference_cells(lang: Lang, name: String, row: &Difference, standing: Standing) -> [String; 4] {
    let measure = Measure::of(&row.indicator, row.unit);
    let beside: Vec<f64> = [row.difference, row.p05, row.p95].into_iter().flatten().collect();
    let cell = |x: Option<f64>| x.map_or_else(|| MISSING.to_owned(), |x| measure.difference_in(lang, x, &beside));
    let mut range = range(lang, row.p05, row.p95, &cell);
    if let Some((worlds, of)) = row.carried_by() {
        range = format!("{range}; {}", carried(lang, worlds, of));
    }
    let judged = match standing {
        Standing::FirstEstimate(_) => MISSING.to_owned(),
        Standing::SoFar | Standing::Final => verdict_cell(lang, row),
    };
    [name, cell(row.difference), range, judged]
}

/// The same of a figure that is final.
pub(in crate::cli) fn final_cells(lang: Lang, name: String, row: &Difference) -> [String; 4] {
    difference_cells(lang, name, row, Standing::Final)
}

/// A verdict, with how many of the samples lie on the side that most of them lie on.
fn verdict_cell(lang: Lang, row: &Difference) -> String {
    let count = |test: &dyn Fn(f64) -> bool| row.by_sample.iter().flatten().filter(|d| test(**d)).count();
    let (up, down) = (count(&|d| d > 0.0), count(&|d| d < 0.0));
    // The side of the mean, which stands in the row; where it is nil, that of most samples.
    let side = row.difference.and_then(|mean| mean.partial_cmp(&0.0)).filter(|side| *side != Ordering::Equal);
    let (shape, most) = match side.unwrap_or(up.cmp(&down)) {
        Ordering::Equal if up == 0 => ("=", 0),
        Ordering::Less => ("▼", down),
        _ => ("▲", up),
    };
    let of_costs = Measure::of(&row.indicator, row.unit) == Measure::Euros;
    let word = match row.verdict {
        Verdict::Better | Verdict::Lower if of_costs => say(lang, "cheaper", "goedkoper"),
        Verdict::Worse | Verdict::Higher if of_costs => say(lang, "dearer", "duurder"),
        Verdict::Better => say(lang, "better", "beter"),
        Verdict::Worse => say(lang, "worse", "slechter"),
        Verdict::Higher => say(lang, "higher", "hoger"),
        Verdict::Lower => say(lang, "lower", "lager"),
        Verdict::NoDifference => return say(lang, "= no difference", "= geen verschil").to_owned(),
        Verdict::UndecidedComputing | Verdict::UndecidedKnowledge => say(lang, "undecided", "onbeslist"),
    };
    format!("{shape} {most}/{} {word}", row.samples)
}

/// By when the extra cost is back, its range, and in how many samples it never is.
fn break_even(lang: Lang, plan: &Plan, comparison: &Comparison, row: &BreakEven) -> String {
    let start = plan.base().context.start_year;
    let cost = comparison.find(&format!("euros.{}", row.payer), "all", Period::Horizon);
    let told = Back::of(row, cost, start);
    if told == Back::Nothing {
        let saves = cost.and_then(|cost| cost.p95).is_some_and(|most| most < 0.0 && !Measure::Euros.is_nil(most));
        let it_saves = say(lang, ": it saves", ": het bespaart");
        return format!("{}{}", told.cell(lang), if saves { it_saves } else { "" });
    }
    format!("{} ({})", told.cell(lang), back_range(lang, row, start, plan.experiment().samples))
}
