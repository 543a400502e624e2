//! Who uses what, and where the euros go, in `for-whom`: where persons were watched.

use super::{Cell, Html, Measure, Page, Spec, Table};
use crate::experiment::{Period, PersonsRow};
use crate::report::figures::{Bar, Content};
use crate::report::wording::{self, MISSING, PersonsWords};

/// Combinations of laws that have a row.
const MOST_COMBINATIONS: usize = 8;

/// How euros lie over households, which laws go together, and who comes back; nothing where persons were not watched.
pub(super) fn persons(page: &Page, html: &mut Html) {
    let words = PersonsWords::of(page.lang);
    let Some(base) = page.data.scenarios.first().filter(|_| !page.data.persons.is_empty()) else { return };
    let of = |key: &str, group: &str| row(page, &base.name, key, group);
    html.element("h3", &[("id", "persons")], words.heading);
    let tops: Vec<&PersonsRow> = rows(page, &base.name, "euros.top");
    concentration(page, words, &tops, html);
    let mut laws = rows(page, &base.name, "persons.laws");
    laws.sort_by(|a, b| b.level.mean.unwrap_or(0.0).total_cmp(&a.level.mean.unwrap_or(0.0)));
    laws.truncate(MOST_COMBINATIONS);
    let name = |row: &PersonsRow| words.laws_of(row.group.strip_prefix("laws:").unwrap_or(&row.group));
    table(page, words, (words.laws_caption, words.laws), &laws, &name).write(html);
    html.note(words.laws_note);
    let panel: Vec<&PersonsRow> = ["1", "2", "3"]
        .iter()
        .filter_map(|years| of("panel.still", &format!("any after:{years}")))
        .chain(["1", "2", "3"].iter().filter_map(|years| of("panel.returned", &format!("any within:{years}"))))
        .collect();
    let name = |row: &PersonsRow| match row.group.split_once(':') {
        Some(("any after", years)) => words.still(years),
        Some((_, years)) => words.returned(years),
        None => row.group.clone(),
    };
    if !panel.is_empty() {
        table(page, words, (words.panel_caption, words.panel), &panel, &name).write(html);
        html.note(words.panel_note);
    }
    html.note(words.where_more);
}

/// The figure of the base, with the table of all scenarios.
fn concentration(page: &Page, words: &PersonsWords, tops: &[&PersonsRow], html: &mut Html) {
    let percent = |x: Option<f64>| x.map_or_else(|| MISSING.to_owned(), |x| Measure::Share.level(page.lang, x));
    let name = |row: &PersonsRow| row.group.strip_prefix("households:").unwrap_or(&row.group).to_owned();
    let bar = |row: &&PersonsRow| Bar {
        name: words.of_hundred(&name(row)),
        value: row.level.mean.zip(row.level.p05.zip(row.level.p95)).map(|(mean, (low, high))| (mean, low, high)),
        text: percent(row.level.mean),
        total: false,
    };
    let of = |group: &str| percent(tops.iter().find(|row| row.group == group).and_then(|row| row.level.mean));
    let finding = words.finding(&of("households:1"), &of("households:10"));
    let spec = Spec {
        id: "concentration".to_owned(),
        open: true,
        title: words.title.to_owned(),
        description: finding.clone(),
        unit: words.unit.to_owned(),
        start_year: page.data.start_year,
        content: Content::Bars {
            bars: tops.iter().map(bar).collect(),
            sides: (words.sides[0].to_owned(), words.sides[1].to_owned()),
        },
    };
    let table = table(page, words, (words.caption, words.households), tops, &name);
    let label = |x: f64| Measure::Share.level(page.lang, x);
    page.figure(html, &spec, &label, &format!("{finding}."), &[&page.band()], &table);
}

/// Rows of the base with the differences of each variant beside them.
fn table(
    page: &Page,
    words: &PersonsWords,
    (caption, what): (&str, &str),
    rows: &[&PersonsRow],
    name: &dyn Fn(&PersonsRow) -> String,
) -> Table {
    let base = page.data.scenarios.first().map_or_else(String::new, |base| page.title(&base.name));
    let variants: Vec<&str> = page.data.comparisons.iter().map(|c| c.variant.as_str()).collect();
    let mut heads = vec![Cell::text(what), Cell::number(base)];
    if variants.is_empty() {
        heads.push(Cell::number(words.range));
    }
    for variant in &variants {
        let title = page.title(variant);
        heads.push(Cell::number(format!("{title}: {}", words.difference)));
        heads.push(Cell::number(words.range));
    }
    let mut table = Table::new(caption, heads);
    for of_base in rows {
        let measure = Measure::of(&of_base.key, &of_base.unit);
        let measure = if of_base.unit == "share" { Measure::Share } else { measure };
        let mut cells = vec![Cell::text(name(of_base)), Cell::number(page.level(measure, of_base.level.mean))];
        if variants.is_empty() {
            let level = |x: Option<f64>| page.level(measure, x);
            cells.push(Cell::number(page.voice.range(&level(of_base.level.p05), &level(of_base.level.p95))));
        }
        for variant in &variants {
            let d = row(page, variant, &of_base.key, &of_base.group).map(|row| row.difference).unwrap_or_default();
            let beside: Vec<f64> = [d.mean, d.p05, d.p95].into_iter().flatten().collect();
            let write = |x: f64| measure.difference_in(page.lang, x, &beside);
            cells.push(Cell::number(d.mean.map_or_else(|| MISSING.to_owned(), write)));
            let range = d.p05.zip(d.p95).map(|(low, high)| page.voice.range(&write(low), &write(high)));
            cells.push(Cell::number(range.unwrap_or_else(|| wording::MISSING.to_owned())));
        }
        table.row(cells);
    }
    table
}

/// The rows of a measure of a scenario over the horizon.
fn rows<'a>(page: &'a Page, scenario: &str, key: &str) -> Vec<&'a PersonsRow> {
    let is_it = |row: &&PersonsRow| row.scenario == scenario && row.key == key && row.period == Period::Horizon;
    page.data.persons.iter().filter(is_it).collect()
}

fn row<'a>(page: &'a Page, scenario: &str, key: &str, group: &str) -> Option<&'a PersonsRow> {
    rows(page, scenario, key).into_iter().find(|row| row.group == group)
}
