//! Plans beside each other, all against the same now in the same worlds: which of them another one beats, on what the
//! municipality pays and on people with a severe need who have no help.

use super::figures::{Content, PlanPoint, Plans, Spec};
use super::html::{Cell, Html, Table};
use super::keys::{MUNICIPALITY, SEVERE_UNHELPED};
use super::wording::{Lang, Measure, Things, TradeOffWords, counted, indicator_name, signed_euros_to, signed_tick};
use crate::experiment::{lower, mean, sorted, upper};

/// A plan with its differences from now, world by world.
#[derive(Clone, Debug)]
pub struct Rival {
    /// What it is called.
    pub name: String,
    /// Difference in what the municipality pays, in euros per year, by world.
    pub cost: Vec<f64>,
    /// Difference in people with a severe need and no help, by world.
    pub need: Vec<f64>,
}

/// In how many worlds a plan is beaten by no other: none costs no more and leaves no more people without help, and does
/// better on one of the two.
fn unbeaten(rivals: &[Rival], which: usize, worlds: usize) -> usize {
    let at = |rival: &Rival, world: usize| (rival.cost[world], rival.need[world]);
    let beats = |(cost, need): (f64, f64), (other_cost, other_need): (f64, f64)| {
        cost <= other_cost && need <= other_need && (cost < other_cost || need < other_need)
    };
    let stands = |world: &usize| !rivals.iter().any(|rival| beats(at(rival, *world), at(&rivals[which], *world)));
    (0..worlds).filter(stands).count()
}

/// Mean, and the ends of what 90 of 100 worlds hold, as everywhere in the report.
fn spread(values: &[f64]) -> [f64; 3] {
    let sorted = sorted(values);
    [lower(&sorted, 0.05), mean(values), upper(&sorted, 0.05)].map(|x| x.unwrap_or(f64::NAN))
}

/// Signs by which the figure names plans; those beyond have none.
fn sign(position: usize) -> String {
    u8::try_from(position).ok().filter(|p| *p < 26).map_or_else(String::new, |p| char::from(b'A' + p).to_string())
}

/// The plans that no other is better than on average: none costs no more and leaves no more people without help, and
/// does better on one of the two. The cheapest first.
pub(super) fn frontier(means: &[(f64, f64)]) -> Vec<usize> {
    let beats = |other: &(f64, f64), plan: &(f64, f64)| other.0 <= plan.0 && other.1 <= plan.1 && other != plan;
    let mut stand: Vec<usize> =
        (0..means.len()).filter(|i| !means.iter().any(|other| beats(other, &means[*i]))).collect();
    stand.sort_by(|a, b| means[*a].0.total_cmp(&means[*b].0));
    stand
}

/// The most plans of a frontier that have a sign and ranges: more lie over each other.
const DRAWN: usize = 8;

/// Now, and those of the frontier that are drawn: its ends, and others evenly between them.
fn some_of(told: &[usize]) -> Vec<usize> {
    let (now, frontier) = told.split_at(1.min(told.len()));
    let last = frontier.len().saturating_sub(1);
    let mut some: Vec<usize> = (0..DRAWN).filter_map(|i| frontier.get(i * last / (DRAWN - 1)).copied()).collect();
    some.dedup();
    now.iter().copied().chain(some).collect()
}

/// Plans beside each other, now among them, as a figure and a table.
pub(super) struct TradeOff {
    pub(super) spec: Spec,
    pub(super) finding: String,
    pub(super) table: Table,
}

impl TradeOff {
    /// Of rivals and now. Of many (`all` is false) only now and the frontier have a sign, ranges and a row. `None` if a
    /// plan has another number of worlds than the first, or there are none.
    pub(super) fn of(rivals: &[Rival], now: &str, lang: Lang, all_told: bool) -> Option<Self> {
        let worlds = rivals.first().map_or(0, |rival| rival.cost.len());
        if worlds == 0 || rivals.iter().any(|rival| rival.cost.len() != worlds || rival.need.len() != worlds) {
            return None;
        }
        let still = Rival { name: now.to_owned(), cost: vec![0.0; worlds], need: vec![0.0; worlds] };
        let all: Vec<Rival> = std::iter::once(still).chain(rivals.iter().cloned()).collect();
        let spreads: Vec<([f64; 3], [f64; 3])> = all.iter().map(|r| (spread(&r.cost), spread(&r.need))).collect();
        let means: Vec<(f64, f64)> = spreads.iter().map(|(right, up)| (right[1], up[1])).collect();
        let frontier = frontier(&means);
        let mut told: Vec<usize> = (0..all.len()).collect();
        if !all_told {
            told = std::iter::once(0).chain(frontier.iter().copied().filter(|i| *i > 0)).collect();
        }
        let drawn = if all_told { told.clone() } else { some_of(&told) };
        let (mut table, mut points, mut standing) = (Self::table(lang, all_told), Vec::new(), Vec::new());
        for &position in &told {
            let stands = unbeaten(&all, position, worlds);
            let is_mostly = 2 * stands >= worlds;
            let place = drawn.iter().position(|other| *other == position);
            let sign = place.map_or_else(String::new, sign);
            if is_mostly {
                standing.push(format!("“{}”", all[position].name));
            }
            let name = format!("{sign} {}", all[position].name);
            table.row(Self::row(lang, name, spreads[position], position == 0, (stands, worlds)));
            if place.is_some() {
                let (right, up) = spreads[position];
                points.push(PlanPoint { sign, right, up, is_now: position == 0, stands: is_mostly, faint: false });
            }
        }
        let others = (0..all.len()).filter(|position| !drawn.contains(position));
        points.extend(others.map(|position| {
            let (right, up) = spreads[position];
            PlanPoint { sign: String::new(), right, up, is_now: false, stands: false, faint: true }
        }));
        let line = if all_told { Vec::new() } else { frontier.iter().map(|i| means[*i]).collect() };
        let worlds = counted(lang, worlds as u32, Things::Samples);
        let words = TradeOffWords::of(lang);
        // Of many, names would fill a page.
        let finding =
            if all_told { words.finding(&standing, &worlds) } else { words.found(standing.len(), told.len(), &worlds) };
        Some(Self { spec: Self::spec(lang, all_told, points, line), finding, table })
    }

    fn table(lang: Lang, all_told: bool) -> Table {
        let words = TradeOffWords::of(lang);
        let heads =
            [words.plan, &indicator_name(lang, MUNICIPALITY), &indicator_name(lang, SEVERE_UNHELPED), words.unbeaten];
        let heads = vec![Cell::text(heads[0]), Cell::number(heads[1]), Cell::number(heads[2]), Cell::number(heads[3])];
        Table::new(if all_told { words.caption } else { words.of_many }, heads)
    }

    fn row(
        lang: Lang,
        name: String,
        (right, up): ([f64; 3], [f64; 3]),
        is_now: bool,
        (stands, worlds): (usize, usize),
    ) -> Vec<Cell> {
        let words = TradeOffWords::of(lang);
        let told = |measure: Measure, row: [f64; 3]| {
            let [low, mean, high] = row.map(|x| measure.difference_in(lang, x, &row));
            if is_now { words.zero.to_owned() } else { format!("{mean} ({})", words.range(&low, &high)) }
        };
        let [euros, people] = measures();
        vec![
            Cell::text(name),
            Cell::number(told(euros, right)),
            Cell::number(told(people, up)),
            Cell::number(words.of_all(stands, worlds)),
        ]
    }

    fn spec(lang: Lang, all_told: bool, points: Vec<PlanPoint>, frontier: Vec<(f64, f64)>) -> Spec {
        let words = TradeOffWords::of(lang);
        let against = if all_told { words.against_now } else { words.against_base };
        Spec {
            id: "trade-off".to_owned(),
            title: if all_told { words.caption } else { words.of_many }.to_owned(),
            description: words.description.to_owned(),
            unit: format!("{}: {}", indicator_name(lang, SEVERE_UNHELPED), against),
            start_year: 0,
            open: false,
            content: Content::Plans(Plans {
                points,
                right_label: Box::new(move |x| signed_euros_to(lang, x, 1.0)),
                below: format!("{}: {}", indicator_name(lang, MUNICIPALITY), against),
                frontier,
            }),
        }
    }

    /// How the axis upwards is written.
    pub(super) fn label(lang: Lang, x: f64) -> String {
        signed_tick(lang, x)
    }
}

fn measures() -> [Measure; 2] {
    [(MUNICIPALITY, "euro"), (SEVERE_UNHELPED, "persons")].map(|(key, unit)| Measure::of(key, unit))
}

/// The figure and the table of plans beside each other, now among them. Empty if a plan has another number of worlds
/// than the first, or there are none.
pub fn trade_off(rivals: &[Rival], now: &str, lang: Lang) -> String {
    let mut html = Html::default();
    write_trade_off(rivals, now, lang, &mut html);
    html.into_string()
}

/// Writes them.
pub(super) fn write_trade_off(rivals: &[Rival], now: &str, lang: Lang, html: &mut Html) {
    let Some(TradeOff { spec, finding, table }) = TradeOff::of(rivals, now, lang, true) else { return };
    let words = TradeOffWords::of(lang);
    html.inside("figure", &[("id", "figure-trade-off")], |h| {
        if let Some(svg) = spec.svg(&|x| TradeOff::label(lang, x)) {
            let picture =
                [("class", "scroll picture"), ("tabindex", "0"), ("role", "group"), ("aria-label", words.caption)];
            h.inside("div", &picture, |h| {
                h.trusted(&svg.replace(" xmlns=\"http://www.w3.org/2000/svg\"", ""));
            });
        }
        h.element("figcaption", &[], &finding);
    });
    table.write(html);
    html.note(words.rule);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rival(name: &str, worlds: &[(f64, f64)]) -> Rival {
        let (cost, need) = worlds.iter().copied().unzip();
        Rival { name: name.to_owned(), cost, need }
    }

    #[test]
    fn a_plan_is_beaten_where_another_is_no_worse_on_either_and_better_on_one() {
        let all = [
            rival("now", &[(0.0, 0.0), (0.0, 0.0)]),
            rival("good", &[(-5.0, -1.0), (5.0, -1.0)]),
            rival("dear", &[(9.0, -1.0), (9.0, -2.0)]),
            rival("twin", &[(9.0, -1.0), (9.0, -2.0)]),
        ];
        let of = |which| unbeaten(&all, which, 2);
        assert_eq!([of(0), of(1), of(2), of(3)], [1, 2, 1, 1], "twins do not beat each other");
    }

    #[test]
    fn the_frontier_is_what_none_is_better_than_on_average() {
        let means = [(0.0, 0.0), (5.0, -3.0), (6.0, -2.0), (-1.0, 1.0), (5.0, -3.0), (9.0, -4.0)];
        assert_eq!(frontier(&means), [3, 0, 1, 4, 5], "the cheapest first; twins stand both");
    }

    #[test]
    fn of_a_long_frontier_the_ends_and_some_between_are_drawn() {
        let told: Vec<usize> = (0..30).collect();
        assert_eq!(some_of(&told), [0, 1, 5, 9, 13, 17, 21, 25, 29]);
        assert_eq!(some_of(&[0, 4, 7]), [0, 4, 7]);
        assert_eq!(some_of(&[0]), [0]);
    }

    #[test]
    fn the_table_says_how_often_and_worlds_that_differ_in_number_are_refused() {
        let good = rival("<good>", &[(-50_000.0, -10.0), (-60_000.0, -12.0)]);
        let html = trade_off(std::slice::from_ref(&good), "Now", Lang::En);
        assert!(html.contains("&lt;good&gt;") && html.contains("2 of 2") && html.contains("0 of 2"), "{html}");
        assert_eq!(trade_off(&[good, rival("short", &[(1.0, 1.0)])], "Now", Lang::En), "");
        assert_eq!(trade_off(&[], "Now", Lang::En), "");
    }
}
