//! `who-pays`: every payer's difference, its range, and when the money is back.

use super::triple;
use super::{Cell, Html, MISSING, Measure, Page, Table, horizon};
use crate::entities::Account;
use crate::experiment::{Comparison, Difference, avoided};
use crate::report::figures::{Bar, Content, Spec};
use crate::report::keys;
use crate::report::wording::{self, Back, FlowWords};

/// Bars and table by payer, and unpaid hours as hours.
pub(in crate::report) fn who_pays(page: &Page, html: &mut Html) {
    let words = page.voice.words();
    if page.data.comparisons.is_empty() {
        super::lines::costs(page, None, html);
        no_cost_yet(page, html);
        return;
    }
    page.per_variant(html, |comparison, html| {
        let rows = payer_rows(comparison);
        if rows.is_empty() {
            html.paragraph(words.no_data);
        } else {
            payers_figure(page, comparison, &rows, html);
            page.seeming(rows.iter().map(|(payer, d)| (page.voice.payer(payer), *d)), html);
            if rows.iter().any(|(payer, _)| *payer == Account::Household.key()) {
                html.note(words.households_are);
            }
        }
        if let Some(told) = other_pockets(page, comparison) {
            html.paragraph(&told);
        }
        html.paragraph(&match horizon(comparison, keys::HOURS_INFORMAL) {
            Some(d) => {
                let [change, low, high] = [d.difference, d.p05, d.p95].map(|x| page.more_or_less(d, x));
                page.voice.unpaid(&change, &low, &high)
            }
            None => words.unpaid_missing.to_owned(),
        });
        if let Some(avoided) = avoided(comparison) {
            html.paragraph(&page.voice.avoided(&avoided));
        }
    });
    super::purse::purse(page, html);
    no_cost_yet(page, html);
}

/// What the municipality spends more or less beside what all others do, and in how many worlds these go apart.
fn other_pockets(page: &Page, comparison: &Comparison) -> Option<String> {
    let [own, all] = [keys::MUNICIPALITY, "euros.all"].map(|key| horizon(comparison, key));
    let (own, all) = (own?, all?);
    let others = all.difference? - own.difference?;
    let of_worlds = own.by_sample.iter().zip(&all.by_sample);
    let worlds: Vec<(f64, f64)> = of_worlds.filter_map(|(own, all)| Some(((*own)?, (*all)? - (*own)?))).collect();
    let apart = worlds.iter().filter(|(own, others)| own * others < 0.0).count();
    let euros = |x: f64| Measure::Euros.more_or_less_in(page.lang, x, &[x]);
    let share = (!worlds.is_empty()).then(|| page.worlds(apart as f64 / worlds.len() as f64));
    Some(FlowWords::of(page.lang).other_pockets(&euros(own.difference?), &euros(others), share))
}

/// The payers that are shown, with the difference over the horizon.
pub(in crate::report) fn payer_rows(comparison: &Comparison) -> Vec<(&'static str, &Difference)> {
    let of = |payer| Some((payer, horizon(comparison, &format!("euros.{payer}"))?));
    keys::payers().into_iter().filter_map(of).filter(|(payer, d)| is_shown(payer, d)).collect()
}

/// Payers whose costs come with mechanisms that are not in the model yet.
const LATER: [Account; 1] = [Account::Participation];

/// Names those of them of whom nothing was computed in any scenario.
fn no_cost_yet(page: &Page, html: &mut Html) {
    let nothing = |account: &Account| {
        let key = format!("euros.{}", account.key());
        let years = page.data.scenarios.iter().filter_map(|s| page.data.means(&s.name, &key, "all"));
        let sums: Vec<f64> = years.map(|years| years.iter().sum()).collect();
        !sums.is_empty() && sums.iter().all(|sum| *sum == 0.0)
    };
    let name = |account: Account| {
        let name = page.voice.payer_within(account.key()).name;
        name.rsplit(": ").next().unwrap_or_default().to_owned()
    };
    let payers: Vec<String> = LATER.into_iter().filter(nothing).map(name).collect();
    if !payers.is_empty() {
        html.paragraph(&page.voice.no_cost_yet(&payers));
    }
}

/// Who pays nothing under either plan is no payer here, but for the totals.
fn is_shown(payer: &str, d: &Difference) -> bool {
    matches!(payer, "municipality" | "all") || !super::pays_nothing(d)
}

fn payers_figure(page: &Page, comparison: &Comparison, rows: &[(&str, &Difference)], html: &mut Html) {
    let words = page.voice.words();
    let total = |payer: &str| matches!(payer, "municipality" | "all");
    let bars = rows
        .iter()
        .map(|(payer, d)| Bar {
            name: page.voice.payer(payer),
            value: triple(d),
            text: page.change(Measure::Euros, d.difference),
            total: total(payer),
        })
        .collect();
    let finding = page.payers_line(comparison);
    let spec = Spec {
        id: page.figure_id("payers", comparison),
        open: true,
        title: words.payers_title.to_owned(),
        description: finding.clone(),
        unit: String::new(),
        start_year: page.data.start_year,
        content: Content::Bars { bars, sides: (words.cheaper.to_owned(), words.dearer.to_owned()) },
    };
    let heads = vec![
        Cell::text(words.payer),
        Cell::number(words.difference),
        Cell::number(words.range),
        Cell::text(words.verdict),
        Cell::number(words.full),
        Cell::text(words.back_in),
        Cell::number(words.never),
    ];
    let mut table = Table::new(words.payers_caption, heads);
    for (payer, d) in rows {
        let back = comparison.break_even.iter().find(|b| b.payer == *payer);
        let told = back.map(|b| page.back(comparison, b));
        let year = told.map_or_else(|| MISSING.to_owned(), |told| told.cell(page.lang));
        let never = back.filter(|_| told != Some(Back::Nothing)).map_or_else(
            || MISSING.to_owned(),
            |b| {
                let (worlds, of) = page.worlds(b.share_never);
                page.voice.of(worlds, of)
            },
        );
        let full = comparison.break_even.iter().find(|b| b.payer == *payer).and_then(|b| b.share_full);
        let full = full.map_or_else(
            || MISSING.to_owned(),
            |share| {
                let (worlds, of) = page.worlds(share);
                page.voice.of(worlds, of)
            },
        );
        let cells = vec![
            Cell::text(page.voice.payer(payer)),
            Cell::number(page.change(Measure::Euros, d.difference)),
            Cell::number(page.range(d)),
            page.verdict(d),
            Cell::number(full),
            Cell::text(year),
            Cell::number(never),
        ];
        if total(payer) {
            table.total(cells);
        } else {
            table.row(cells);
        }
    }
    let notes =
        [words.means_rounded, words.full_note, &page.voice.prices(page.data.price_year), &page.stands(comparison)];
    page.figure(html, &spec, &|x| wording::signed_euros(page.lang, x), &finding, &notes, &table);
}
