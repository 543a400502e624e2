//! `certainty`: where the spread comes from, what decides, and when the money is back.

use super::plane::plane;
use super::{Cell, Html, MISSING, Measure, Page, Table, heads, horizon};
use crate::experiment::{
    Comparison, Decider as Named, Deciding, Difference, KEY_INDICATORS, Period, Tested, payers, sign_of,
    tipping_incidents,
};
use crate::parameters::{PARAMETERS, Params};
use crate::plan::Bound;
use crate::random::Distribution;
use crate::report::figures::{Content, Line, Spec};
use crate::report::keys;
use crate::report::wording::{self, Back, IncidentsTold, Needs};

/// What was computed, what the verdicts mean, the split of the spread, the deciders, and the break-even curve.
pub(in crate::report) fn certainty(page: &Page, html: &mut Html) {
    let words = page.voice.words();
    let run = &page.data.provenance;
    html.paragraph(&page.voice.worlds_intro(run.samples, run.replicates, run.extra_replicate.min(run.samples)));
    if page.data.comparisons.is_empty() {
        html.paragraph(words.single_run);
        return;
    }
    html.paragraph(words.same_worlds);
    html.inside("ul", &[], |h| words.verdict_rules.iter().for_each(|rule| h.element("li", &[], rule)));
    page.per_variant(html, |comparison, html| {
        split(page, comparison, html);
        deciders(page, comparison, html);
        bounds(page, comparison, html);
        cumulative(page, comparison, html);
        discounted(page, comparison, html);
        plane(page, comparison, html);
        incidents(page, comparison, html);
    });
}

/// The key and guard figures that a comparison has.
fn figures(comparison: &Comparison) -> impl Iterator<Item = &Difference> {
    keys::KEY_FIGURES.iter().chain(keys::GUARDS.iter()).filter_map(|key| horizon(comparison, key))
}

fn split(page: &Page, comparison: &Comparison, html: &mut Html) {
    let words = page.voice.words();
    let mut table = Table::new(words.split_caption, heads(&words.split_columns));
    for d in figures(comparison).filter(|d| d.variance_split.is_some() || d.mc_error.is_some()) {
        let mut cells = vec![Cell::text(page.indicator(&d.indicator))];
        cells.extend((0..3).map(|part| {
            let share = d.variance_split.map(|shares| format!("{:.0}", shares[part] * 100.0));
            Cell::number(share.map_or_else(|| MISSING.to_owned(), |s| page.voice.percent(&s)))
        }));
        let measure = Measure::of(&d.indicator, d.unit);
        cells.push(Cell::number(page.level(measure, d.mc_error)));
        table.row(cells);
    }
    if !table.rows.is_empty() {
        table.write(html);
    }
    if figures(comparison).all(|d| d.variance_split.is_none()) {
        html.paragraph(words.split_none);
    }
}

fn deciders(page: &Page, comparison: &Comparison, html: &mut Html) {
    let words = page.voice.words();
    let undecided: Vec<&Difference> = figures(comparison).filter(|d| d.verdict.is_undecided()).collect();
    if undecided.is_empty() {
        html.paragraph(words.all_decided);
    }
    for d in undecided {
        html.inside("div", &[("class", "box"), ("data-decider", &d.indicator)], |h| {
            let (name, needs) = (page.indicator(&d.indicator), Needs::of(d));
            let needs = if page.data.provenance.on_page { needs.without_options() } else { needs };
            h.inside("p", &[], |h| h.element("b", &[], &page.voice.undecided_why(&name, needs)));
            match d.deciding(Deciding::Assumption) {
                Some(named) => write_decider(page, &comparison.variant, (&named.key, named.tipping_value), h),
                // Where computing may decide none is sought.
                None if needs != Needs::Knowledge => {}
                None if is_unsought(page, comparison, d) => h.paragraph(words.unsought),
                None => h.paragraph(words.no_decider),
            }
            if let Some(sign) = d.deciding(Deciding::EarlySign) {
                write_sign(page, d, sign, h);
            }
        });
    }
}

/// Whether a figure became undecided by a reader's margin, so that nobody has sought what decides it.
pub(super) fn is_unsought(page: &Page, comparison: &Comparison, d: &Difference) -> bool {
    let of = |(variant, indicator, group, period): &(String, String, String, Period)| {
        *variant == comparison.variant && *indicator == d.indicator && *group == d.group && *period == d.period
    };
    page.data.unsought.iter().any(of)
}

/// What a reader is told about a decider: what it is called, in which unit, and what is known of it.
struct Decider {
    name: String,
    unit: &'static str,
    share: bool,
    known: Distribution,
}

fn decider_of(page: &Page, variant: &str, key: &str) -> Option<Decider> {
    if let Some(position) = Params::position(key) {
        let meta = &PARAMETERS[position];
        let known = page.data.parameters.get(position).copied().unwrap_or(meta.default);
        return Some(Decider {
            name: wording::parameter_name(page.lang, meta).to_owned(),
            unit: wording::unit_name(page.lang, meta.unit),
            share: meta.unit == "share",
            known,
        });
    }
    let number = page.data.stated(variant, key)?;
    Some(Decider {
        name: wording::uncertain_name(page.lang, number),
        unit: wording::unit_name(page.lang, number.unit()),
        share: number.unit() == "share",
        known: number.distribution,
    })
}

/// A decider in words: its name, its unit in brackets, where the verdict tips, and the range in which it lies.
pub(super) struct DeciderTold {
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) tipping: Option<String>,
    pub(super) low: String,
    pub(super) high: String,
}

/// What is told of a decider by its key and tipping value; `None` if the result does not know it.
pub(super) fn decider_told(page: &Page, variant: &str, key: &str, tipping: Option<f64>) -> Option<DeciderTold> {
    let Decider { name, unit, share, known } = decider_of(page, variant, key)?;
    let write = |x: f64| {
        if share { wording::percent(page.lang, x) } else { wording::parameter_number(page.lang, x) }
    };
    let unit = if share { String::new() } else { format!(" ({unit})") };
    let (low, high) = match known.range() {
        (_, f64::INFINITY) => (known.quantile(0.05), known.quantile(0.95)),
        range => range,
    };
    Some(DeciderTold { name, unit, tipping: tipping.map(write), low: write(low), high: write(high) })
}

fn write_decider(page: &Page, variant: &str, (key, tipping): (&str, Option<f64>), html: &mut Html) {
    let Some(DeciderTold { name, unit, tipping, low, high }) = decider_told(page, variant, key, tipping) else {
        html.paragraph(key);
        return;
    };
    html.inside("p", &[], |h| {
        h.text(page.voice.words().what_decides).text(" ");
        h.element("b", &[], &name);
        h.text(" (").element("code", &[], key);
        h.text("). ");
        h.text(&page.voice.tipping(tipping.as_deref(), &unit, &low, &high));
    });
}

/// What a municipality can watch in its own records.
fn write_sign(page: &Page, d: &Difference, sign: &Named, html: &mut Html) {
    let Some((indicator, year)) = sign_of(&sign.key) else { return };
    let measure = Measure::of(indicator, sign.unit);
    let write = |x: f64| measure.level(page.lang, x);
    let (tipping, range) = (sign.tipping_value.map(write), (write(sign.p05), write(sign.p95)));
    let euros = Measure::of(&d.indicator, d.unit) == Measure::Euros;
    html.inside("p", &[("data-sign", &sign.key)], |h| {
        h.text(&page.voice.watch(page.data.calendar(year))).text(" ");
        h.element("b", &[], &page.indicator(indicator));
        h.text(" (").element("code", &[], &sign.key);
        h.text("). ");
        h.text(&page.voice.sign(tipping.as_deref(), (sign.correlation > 0.0, euros), (&range.0, &range.1)));
    });
}

/// The verdicts where help does nothing and where it does the most, whether the comparison tests the bet, and in how
/// many of the worlds a payer's euros could hardly respond; nothing where the bounds were not computed.
pub(in crate::report) fn bounds(page: &Page, comparison: &Comparison, html: &mut Html) {
    let Some(tested) = comparison.tests_the_bet() else { return };
    let words = page.voice.words();
    let mut table = Table::new(words.bounds_caption, words.bounds_columns.map(Cell::text).to_vec());
    for key in KEY_INDICATORS {
        let mut cells = vec![Cell::text(page.indicator(key))];
        cells.extend(Bound::ALL.map(|bound| match comparison.at_bound(bound, key) {
            Some(d) => {
                let change = page.change(Measure::of(&d.indicator, d.unit), d.difference);
                Cell::verdict(
                    format!("{change}: {}", wording::judged(page.lang, &d)),
                    wording::verdict_class(d.verdict),
                )
            }
            None => Cell::text(MISSING),
        }));
        table.row(cells);
    }
    table.write(html);
    let names = |keys: &[&str]| keys.iter().map(|key| page.indicator(key).to_lowercase()).collect::<Vec<_>>();
    let bet = match tested {
        Tested::No => words.bet_not_tested.to_owned(),
        Tested::By(keys) => page.voice.bet_tested(&names(&keys)),
        Tested::Unknown(keys) => page.voice.bet_unknown(&names(&keys)),
    };
    let full = |payer: &'static str| {
        let back = comparison.break_even.iter().find(|back| back.payer == payer)?;
        let (worlds, of) = page.worlds(back.share_full?);
        (worlds > 0).then(|| format!("{} ({})", page.voice.payer_within(payer).name, page.voice.of(worlds, of)))
    };
    let full: Vec<String> = payers().into_iter().filter(|payer| *payer != "all").filter_map(full).collect();
    let samples = comparison.bounds.first().map_or(0, |row| row.samples);
    html.inside("p", &[("data-bounds", "")], |h| {
        h.text(&format!("{bet} {} {}", page.voice.bounds_of(samples), page.voice.places_full(&full)));
    });
}

/// Extra cost to the municipality added up over the years: the mean over worlds, which adds up exactly.
fn cumulative(page: &Page, comparison: &Comparison, html: &mut Html) {
    let words = page.voice.words();
    let yearly: Option<Vec<f64>> = (0..page.data.years)
        .map(|year| page.data.summary(&comparison.variant, keys::MUNICIPALITY, "all", year)?.difference.mean)
        .collect();
    let Some(yearly) = yearly.filter(|y| !y.is_empty()) else {
        html.paragraph(words.no_data);
        return;
    };
    let sums: Vec<f64> = yearly
        .iter()
        .scan(0.0, |sum, x| {
            *sum += x;
            Some(*sum)
        })
        .collect();
    let amount = |x: f64| wording::signed_euros(page.lang, x);
    let (peak, most) =
        sums.iter().enumerate().fold((0, f64::NEG_INFINITY), |best, (i, &x)| if x > best.1 { (i, x) } else { best });
    let peak_text = amount(most);
    let peak = (wording::round_euros(most) > 0.0).then(|| (page.data.calendar(peak as u32), peak_text.as_str()));
    let end = amount(*sums.last().unwrap_or(&0.0));
    let finding = page.voice.cumulative_finding(page.data.years, peak, (page.data.last_year(), &end));
    let mut table = Table::new(words.cumulative_title, heads(&[words.year, words.difference]));
    for (year, sum) in sums.iter().enumerate() {
        table.row(vec![Cell::text(page.data.calendar(year as u32).to_string()), Cell::number(amount(*sum))]);
    }
    let spec = Spec {
        id: page.figure_id("break-even", comparison),
        open: false,
        title: words.cumulative_title.to_owned(),
        description: finding.clone(),
        unit: String::new(),
        start_year: page.data.start_year,
        content: Content::Lines {
            lines: vec![Line { name: words.cumulative_title.to_owned(), middle: sums, band: None, base: false }],
            zero: Some((words.dearer.to_owned(), words.cheaper.to_owned())),
            term: Some((page.data.term_end_year, words.council_term.to_owned())),
            band: String::new(),
        },
    };
    let back = comparison.break_even.iter().find(|b| b.payer == "municipality");
    let headline = back.map(|b| match page.back(comparison, b) {
        Back::Nothing => format!("{}.", Back::Nothing.alone(page.lang, page.data.years)),
        told => page.voice.middle_back(&told.alone(page.lang, page.data.years), &page.back_range(b)),
    });
    let doubt = horizon(comparison, keys::MUNICIPALITY).map_or("", |d| page.doubt(&[d.verdict]));
    let notes = [doubt, words.cumulative_note, headline.as_deref().unwrap_or_default(), &page.stands(comparison)];
    page.figure(html, &spec, &|x| wording::signed_euros(page.lang, x), &finding, &notes, &table);
}

/// The two totals once more, with later years counting less.
fn discounted(page: &Page, comparison: &Comparison, html: &mut Html) {
    let of = |key: &str| {
        let d = comparison.find(key, "all", Period::Discounted)?;
        Some((page.more_or_less(d, d.difference), page.range_in_words(d)))
    };
    if let (Some(municipality), Some(all)) = (of(keys::MUNICIPALITY), of("euros.all")) {
        let rate = wording::exact_percent(page.lang, page.data.discount_rate);
        html.paragraph(&page.voice.discounted(&rate, (&municipality.0, &municipality.1), (&all.0, &all.1)));
    }
}

/// With how many times as many incidents the plans would cost all payers the same; nothing where there are none.
fn incidents(page: &Page, comparison: &Comparison, html: &mut Html) {
    let of = |key: &str| horizon(comparison, key);
    let (Some(all), Some(incidents)) = (of("euros.all"), of("euros.incidents")) else { return };
    let (Some(more), Some(base), Some(variant), Some(of_incidents)) =
        (all.difference, incidents.base_value, incidents.variant_value, incidents.difference)
    else {
        return;
    };
    if base <= 0.0 && variant <= 0.0 {
        return;
    }
    let times = tipping_incidents(more, of_incidents);
    let rate = Params::position("incident.rate").and_then(|p| page.data.parameters.get(p)).map(Distribution::mean);
    let pairs = all.by_sample.iter().zip(&incidents.by_sample).filter_map(|(a, i)| Some(((*a)?, (*i)?)));
    let tips: Vec<bool> = pairs.map(|(a, i)| tipping_incidents(a, i).is_some()).collect();
    let share = tips.iter().filter(|tips| **tips).count() as f64 / tips.len().max(1) as f64;
    let tip = times.map(|times| {
        let rate = rate.map(|rate| wording::parameter_number(page.lang, times * rate)).unwrap_or_default();
        (wording::parameter_number(page.lang, times), rate)
    });
    let told = IncidentsTold {
        base: (page.title(&comparison.base), wording::euros(page.lang, base)),
        variant: (page.title(&comparison.variant), wording::euros(page.lang, variant)),
        tip,
        dearer: more > 0.0,
        worlds: (!tips.is_empty()).then(|| page.worlds(share)),
    };
    html.inside("p", &[("data-incidents", "")], |h| {
        h.text(&page.voice.incidents(&told));
    });
}
