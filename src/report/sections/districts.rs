//! The districts of a region one by one, in `for-whom`.

use super::{Cell, Html, Measure, Page, Table, row_of};
use crate::experiment::Period;
use crate::report::data::DistrictFigure;
use crate::report::keys;
use crate::report::wording::{self, DistrictWords};

/// The figures that have a table, the first one with its verdicts in words.
const FIGURES: [&str; 3] = [keys::SEVERE_UNHELPED, keys::SECOND_LINE, keys::MUNICIPALITY];

/// Which district gains and which one loses; nothing where it is one district.
pub(super) fn districts(page: &Page, html: &mut Html) {
    let words = DistrictWords::of(page.lang);
    let mut scenarios: Vec<&str> = page.data.districts.iter().map(|row| row.scenario.as_str()).collect();
    scenarios.dedup();
    let Some(first) = scenarios.first() else { return };
    html.element("h3", &[("id", "districts")], words.heading);
    let count = rows(page, first, FIGURES[0]).iter().filter(|row| !row.is_together()).count();
    html.paragraph(&words.how(count));
    for scenario in &scenarios {
        if scenarios.len() > 1 {
            html.element("h4", &[], &page.title(scenario));
        }
        if !page.data.comparisons.is_empty() {
            html.inside("ul", &[], |h| {
                for line in verdict_lines(page, words, &rows(page, scenario, FIGURES[0])) {
                    h.element("li", &[], &line);
                }
            });
        }
        for figure in FIGURES {
            table(page, words, figure, &rows(page, scenario, figure)).write(html);
        }
    }
    html.note(words.sums);
    if !page.data.comparisons.is_empty() {
        html.note(words.many);
        if !page.data.margins.is_empty() {
            html.note(words.margins);
        }
    }
}

/// The rows of a figure over the horizon, the poorest district first and all together last.
fn rows<'a>(page: &'a Page, scenario: &str, figure: &str) -> Vec<&'a DistrictFigure> {
    let is_it = |row: &&DistrictFigure| {
        row.scenario == scenario && row.figure.indicator == figure && row.figure.period == Period::Horizon
    };
    let mut rows: Vec<&DistrictFigure> = page.data.districts.iter().filter(is_it).collect();
    rows.sort_by(|a, b| a.is_together().cmp(&b.is_together()).then(b.low_income.total_cmp(&a.low_income)));
    rows
}

/// In which districts a figure is better, worse, undecided, or no different.
fn verdict_lines(page: &Page, words: &DistrictWords, rows: &[&DistrictFigure]) -> Vec<String> {
    let each = rows.iter().filter(|row| !row.is_together());
    let all = each.clone().count();
    let lists = Page::by_verdict(each.map(|row| (row.name.clone(), row.figure.verdict)));
    let name = page.indicator(FIGURES[0]);
    let line = |(head, names): (&str, Vec<String>)| match names.len() {
        0 => None,
        n if n == all && n > 1 => Some(format!("{name}. {head} {}.", words.all)),
        n => Some(format!("{name}. {head} {n}: {}.", names.join(", "))),
    };
    words.verdicts.into_iter().zip(lists).filter_map(line).collect()
}

fn table(page: &Page, words: &DistrictWords, figure: &str, rows: &[&DistrictFigure]) -> Table {
    let told = page.voice.words();
    let is_compared = !page.data.comparisons.is_empty();
    let base = page.data.scenarios.first().map_or_else(String::new, |base| page.title(&base.name));
    let mut heads = vec![
        Cell::text(words.district),
        Cell::number(words.residents),
        Cell::number(words.low_income),
        Cell::number(base),
    ];
    if is_compared {
        heads.extend([told.difference, told.range].map(Cell::number));
    }
    heads.push(Cell::number(words.per_thousand));
    heads.extend(is_compared.then(|| Cell::text(told.verdict)));
    let mut table = Table::new(page.indicator(figure), heads);
    for row in rows {
        let cells = cells(page, words, row, is_compared);
        if row.is_together() { table.total(cells) } else { table.row(cells) }
    }
    table
}

fn cells(page: &Page, words: &DistrictWords, row: &DistrictFigure, is_compared: bool) -> Vec<Cell> {
    let d = &row.figure;
    let measure = Measure::of(&d.indicator, d.unit);
    let per_thousand = |x: f64| x / f64::from(row.residents.max(1)) * 1_000.0;
    let name = if row.is_together() { words.together.to_owned() } else { row.name.clone() };
    let mut cells = vec![
        Cell::text(name),
        Cell::number(wording::number(page.lang, f64::from(row.residents))),
        Cell::number(wording::percent(page.lang, row.low_income)),
    ];
    if is_compared {
        let [base, _, difference] = page.beside(d);
        let of_row: Vec<f64> = row_of(d).into_iter().map(per_thousand).collect();
        let relative = d.difference.map(|x| measure.difference_in(page.lang, per_thousand(x), &of_row));
        cells.extend([base, difference, page.range(d)].map(Cell::number));
        cells.push(Cell::number(relative.unwrap_or_else(|| wording::MISSING.to_owned())));
        cells.push(page.verdict(d));
    } else {
        cells.push(Cell::number(page.level(measure, d.base_value)));
        cells.push(Cell::number(page.level(measure, d.base_value.map(per_thousand))));
    }
    cells
}
