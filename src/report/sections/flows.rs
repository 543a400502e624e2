//! Flows between doors, services and accounts: a picture of the first plan, and the largest flows of all plans.

use std::collections::BTreeMap;

use super::{Cell, Html, MISSING, Measure, Page, Table};
use crate::entities::{Account, Product};
use crate::experiment::FlowRow;
use crate::report::figures::{Band, Content, Flows, Spec};
use crate::report::wording::FlowWords;

/// The most flows of people, and of euros, that the table has.
const MOST: usize = 12;

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
    let table = table(page, words, &of_all);
    page.figure(
        html,
        &spec,
        &|x| words.persons(x),
        &spec.title,
        &[words.note, words.table_note, &page.stand()],
        &table,
    );
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

/// The largest flows of people and those of euros under every plan.
fn table(page: &Page, words: &FlowWords, of_all: &[Means<'_>]) -> Table {
    let mut heads = vec![Cell::text(words.head)];
    heads.extend(page.data.scenarios.iter().map(|s| Cell::number(page.title(&s.name))));
    let mut table = Table::new(words.title, heads);
    for (kind, measure) in [Measure::Count, Measure::Euros].into_iter().enumerate() {
        let mut largest: Vec<(&str, &str)> = of_all.iter().flat_map(BTreeMap::keys).copied().collect();
        largest.sort_unstable();
        largest.dedup();
        let most =
            |ends: &(&str, &str)| of_all.iter().filter_map(|m| m.get(ends)).map(|m| m[kind].abs()).fold(0.0, f64::max);
        largest.retain(|ends| most(ends) > 0.0);
        largest.sort_by(|a, b| most(b).total_cmp(&most(a)));
        for ends in largest.into_iter().take(MOST) {
            let mut cells = vec![Cell::text(words.flow(ends.0, ends.1))];
            let of_plan = |means: &Means<'_>| {
                means.get(&ends).map_or_else(|| MISSING.to_owned(), |m| measure.level(page.lang, m[kind]))
            };
            cells.extend(of_all.iter().map(|means| Cell::number(of_plan(means))));
            table.row(cells);
        }
    }
    table
}
