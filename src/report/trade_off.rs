//! Plans beside each other, all against the same now in the same worlds: which of them another one beats, on what the
//! municipality pays and on people with a severe need who have no help.

use super::figures::{Content, PlanPoint, Plans, Spec};
use super::html::{Cell, Html, Table};
use super::keys::{MUNICIPALITY, SEVERE_UNHELPED};
use super::wording::{Lang, Measure, Things, TradeOffWords, counted, indicator_name, signed_euros};
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

/// The figure and the table of plans beside each other, now among them. Empty if a plan has another number of worlds
/// than the first, or there are none.
pub fn trade_off(rivals: &[Rival], now: &str, lang: Lang) -> String {
    let mut html = Html::default();
    write_trade_off(rivals, now, lang, &mut html);
    html.into_string()
}

/// Writes them.
pub(super) fn write_trade_off(rivals: &[Rival], now: &str, lang: Lang, html: &mut Html) {
    let worlds = rivals.first().map_or(0, |rival| rival.cost.len());
    if worlds == 0 || rivals.iter().any(|rival| rival.cost.len() != worlds || rival.need.len() != worlds) {
        return;
    }
    let still = Rival { name: now.to_owned(), cost: vec![0.0; worlds], need: vec![0.0; worlds] };
    let all: Vec<Rival> = std::iter::once(still).chain(rivals.iter().cloned()).collect();
    let words = TradeOffWords::of(lang);
    let [euros, people] =
        [(MUNICIPALITY, "euro"), (SEVERE_UNHELPED, "persons")].map(|(key, unit)| Measure::of(key, unit));
    let heads =
        [words.plan, &indicator_name(lang, MUNICIPALITY), &indicator_name(lang, SEVERE_UNHELPED), words.unbeaten];
    let heads = vec![Cell::text(heads[0]), Cell::number(heads[1]), Cell::number(heads[2]), Cell::number(heads[3])];
    let mut table = Table::new(words.caption, heads);
    let mut points = Vec::new();
    let mut standing = Vec::new();
    for (position, rival) in all.iter().enumerate() {
        let (right, up) = (spread(&rival.cost), spread(&rival.need));
        let stands = unbeaten(&all, position, worlds);
        let told = |measure: Measure, row: [f64; 3]| {
            let [low, mean, high] = row.map(|x| measure.difference_in(lang, x, &row));
            if position == 0 { words.zero.to_owned() } else { format!("{mean} ({})", words.range(&low, &high)) }
        };
        let is_mostly = 2 * stands >= worlds;
        if is_mostly {
            standing.push(format!("“{}”", rival.name));
        }
        table.row(vec![
            Cell::text(format!("{} {}", sign(position), rival.name)),
            Cell::number(told(euros, right)),
            Cell::number(told(people, up)),
            Cell::number(words.of_all(stands, worlds)),
        ]);
        points.push(PlanPoint { sign: sign(position), right, up, is_now: position == 0, stands: is_mostly });
    }
    let spec = Spec {
        id: "trade-off".to_owned(),
        title: words.caption.to_owned(),
        description: words.description.to_owned(),
        unit: format!("{}: {}", indicator_name(lang, SEVERE_UNHELPED), words.against_now),
        start_year: 0,
        open: false,
        content: Content::Plans(Plans {
            points,
            right_label: Box::new(move |x| signed_euros(lang, x)),
            below: format!("{}: {}", indicator_name(lang, MUNICIPALITY), words.against_now),
        }),
    };
    html.inside("figure", &[("id", "figure-trade-off")], |h| {
        if let Some(svg) = spec.svg(&|x| people.difference(lang, x)) {
            let picture =
                [("class", "scroll picture"), ("tabindex", "0"), ("role", "group"), ("aria-label", words.caption)];
            h.inside("div", &picture, |h| {
                h.trusted(&svg.replace(" xmlns=\"http://www.w3.org/2000/svg\"", ""));
            });
        }
        h.element("figcaption", &[], &words.finding(&standing, &counted(lang, worlds as u32, Things::Samples)));
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
    fn the_table_says_how_often_and_worlds_that_differ_in_number_are_refused() {
        let good = rival("<good>", &[(-50_000.0, -10.0), (-60_000.0, -12.0)]);
        let html = trade_off(std::slice::from_ref(&good), "Now", Lang::En);
        assert!(html.contains("&lt;good&gt;") && html.contains("2 of 2") && html.contains("0 of 2"), "{html}");
        assert_eq!(trade_off(&[good, rival("short", &[(1.0, 1.0)])], "Now", Lang::En), "");
        assert_eq!(trade_off(&[], "Now", Lang::En), "");
    }
}
