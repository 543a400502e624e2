//! Flows between doors, services and accounts: a picture of the first plan, and the largest flows of all plans.

use std::collections::BTreeMap;

use super::{Cell, Html, Measure, Page, Table};
use crate::entities::{Account, Product};
use crate::experiment::FlowRow;
use crate::report::figures::{Band, Content, Flows, Spec};
use crate::report::wording::FlowWords;

/// The most flows of people, and of euros, that the table has.
const MOST: usize = 12;
/// The same of those that change.
const MOST_CHANGED: usize = 8;

/// A flow in a year: mean over all years.
type Means<'a> = BTreeMap<(&'a str, &'a str), [f64; 2]>;

/// The picture and the table.
pub(super) fn flows(page: &Page, html: &mut Html) {
    let Some(first) = page.data.scenarios.first() else { return };
    let of_all: Vec<Means<'_>> =
        page.data.scenarios.iter().map(|s| means(&page.data.flows, &s.name, page.data.years)).collect();
    if of_all[0].is_empty() {
        return;
    }
    let words = FlowWords::of(page.lang);
    let spec = Spec {
        id: "flows".to_owned(),
        open: false,
        title: format!("{}: {}", words.title, page.title(&first.name)),
        description: words.note.to_owned(),
        unit: String::new(),
        start_year: page.data.start_year,
        content: Content::Flows(picture(words, &of_all[0])),
    };
    let largest = table(page, words, &of_all, (words.title, size, MOST));
    page.figure(
        html,
        &spec,
        &|x| words.persons(x),
        &spec.title,
        &[words.note, words.table_note, &page.stand()],
        &largest,
    );
    if of_all.len() > 1 {
        table(page, words, &of_all, (words.changes, change, MOST_CHANGED)).write(html);
        html.note(&page.stand());
    }
}

/// Means over the years of a scenario: people and euros, by both ends.
fn means<'a>(rows: &'a [FlowRow], scenario: &str, years: u32) -> Means<'a> {
    let mut means = Means::new();
    for row in rows.iter().filter(|row| row.scenario == scenario) {
        let mean = means.entry((row.from.as_str(), row.to.as_str())).or_insert([0.0; 2]);
        mean[0] += row.persons.unwrap_or_default() / f64::from(years);
        mean[1] += row.euros.unwrap_or_default() / f64::from(years);
    }
    means
}

/// People from doors to the team and to what they wait for, euros from there to who pays.
fn picture(words: &FlowWords, means: &Means<'_>) -> Flows {
    let team = || Some("team".to_owned());
    let help = |end: &str| match end.split_once(':') {
        Some(("queue" | "service", key)) => Some(key.to_owned()),
        _ if end == "team" => team(),
        _ => None,
    };
    let employers = format!("account:{}", Account::Employers.key());
    let mut left: Vec<(&str, String, f64)> = Vec::new();
    let mut right: Vec<(String, &str, f64)> = Vec::new();
    for ((from, to), [persons, euros]) in means {
        let is_way_in = from.starts_with("door:") || !from.contains(':');
        if let Some(to) = help(to).filter(|_| is_way_in) {
            left.push((from, to, *persons));
        }
        let served = if *to == employers { team() } else { help(to) };
        if let Some(help) = served.filter(|_| from.starts_with("account:") && *euros > 0.0) {
            right.push((help, from, *euros));
        }
    }
    // By who pays, so that few bands cross.
    let mut products = Product::ALL;
    products.sort_by_key(|product| (product.meta().account, *product));
    let keys: Vec<String> = std::iter::once("team".to_owned())
        .chain(products.map(|product| product.key().to_owned()))
        .filter(|key| left.iter().any(|(_, to, _)| to == key) || right.iter().any(|(from, ..)| from == key))
        .collect();
    let ends = |all: &mut dyn Iterator<Item = &str>| {
        let mut ends: Vec<String> = Vec::new();
        for end in all {
            if !ends.iter().any(|known| known == end) {
                ends.push(end.to_owned());
            }
        }
        ends
    };
    left.sort_by_key(|(_, to, _)| keys.iter().position(|key| key == to));
    right.sort_by_key(|(from, ..)| keys.iter().position(|key| key == from));
    let (doors, payers) =
        (ends(&mut left.iter().map(|(from, ..)| *from)), ends(&mut right.iter().map(|(_, to, _)| *to)));
    let place = |list: &[String], end: &str| list.iter().position(|known| known == end).unwrap_or_default();
    let name = |key: &String| if key == "team" { words.end(key) } else { words.end(&format!("service:{key}")) };
    Flows {
        heads: words.columns.map(str::to_owned),
        left: left
            .iter()
            .map(|(from, to, n)| Band { from: place(&doors, from), to: place(&keys, to), amount: *n })
            .collect(),
        right: right
            .iter()
            .map(|(from, to, euros)| Band { from: place(&keys, from), to: place(&payers, to), amount: *euros })
            .collect(),
        names: [
            doors.iter().map(|end| words.end(end)).collect(),
            keys.iter().map(name).collect(),
            payers.iter().map(|end| words.end(end)).collect(),
        ],
    }
}

/// How much is to be said for a flow to stand in a table: by people, or by euros.
type Weight = fn(&[[f64; 2]], usize) -> f64;

/// The most of any plan.
fn size(plans: &[[f64; 2]], kind: usize) -> f64 {
    plans.iter().map(|plan| plan[kind].abs()).fold(0.0, f64::max)
}

/// The most by which any plan differs from the first.
fn change(plans: &[[f64; 2]], kind: usize) -> f64 {
    plans.iter().map(|plan| (plan[kind] - plans[0][kind]).abs()).fold(0.0, f64::max)
}

/// The flows of people and those of euros that weigh most, under every plan.
fn table(
    page: &Page,
    words: &FlowWords,
    of_all: &[Means<'_>],
    (caption, weight, most): (&str, Weight, usize),
) -> Table {
    let mut heads = vec![Cell::text(words.head)];
    heads.extend(page.data.scenarios.iter().map(|s| Cell::number(page.title(&s.name))));
    let mut table = Table::new(caption, heads);
    let mut all: Vec<(&str, &str)> = of_all.iter().flat_map(BTreeMap::keys).copied().collect();
    all.sort_unstable();
    all.dedup();
    let plans = |ends: &(&str, &str)| -> Vec<[f64; 2]> {
        of_all.iter().map(|means| means.get(ends).copied().unwrap_or_default()).collect()
    };
    for (kind, measure) in [Measure::Count, Measure::Euros].into_iter().enumerate() {
        let mut weighed: Vec<(f64, &(&str, &str))> =
            all.iter().map(|ends| (weight(&plans(ends), kind), ends)).collect();
        weighed.retain(|(weight, _)| *weight > 0.0);
        weighed.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (_, ends) in weighed.into_iter().take(most) {
            let mut cells = vec![Cell::text(words.flow(ends.0, ends.1))];
            let row = plans(ends);
            let finest =
                row.iter().map(|plan| (plan[kind] - row[0][kind]).abs()).filter(|x| *x > 0.0).collect::<Vec<_>>();
            cells.extend(row.iter().map(|plan| Cell::number(measure.level_in(page.lang, plan[kind], &finest))));
            table.row(cells);
        }
    }
    table
}
