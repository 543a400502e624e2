//! The measures, in the order of their cells: first those of each year, then those of the whole horizon.

use std::sync::LazyLock;

use crate::entities::{PRODUCTS, Product};
use crate::observation::catalogue::GROUPS;

/// The laws in the order of their bits: key, and the law as products name it.
pub(super) const LAWS: [(&str, &str); 5] =
    [("wmo", "Wmo 2015"), ("jeugdwet", "Jeugdwet"), ("zvw", "Zvw"), ("wlz", "Wlz"), ("wgs", "Wgs")];
/// The bit of the Wmo.
pub(super) const WMO: u8 = 1;
/// Products that a person has in a year: 1, 2, 3, or 4 and more.
pub(super) const MOST_PRODUCTS: usize = 4;
/// The part of households with the most euros, in percent.
pub(super) const TOPS: [u64; 4] = [1, 5, 10, 20];
/// The part of households with the fewest.
pub(super) const LOWEST: [u64; 9] = [10, 20, 30, 40, 50, 60, 70, 80, 90];
/// Of whom a panel is: users of any product, and of the Wmo.
pub(super) const PANELS: [&str; 2] = ["any", "wmo"];
/// The longest run of years that is told apart; longer ones are with it.
pub(super) const RUNS: usize = 5;
/// Years after a year of use at which it is asked whether people still use.
pub(super) const AFTER: usize = 5;
/// Years by which somebody who stopped may be back.
pub(super) const BACK: usize = 3;
/// Durations and waits: products, then cases of the team.
pub(super) const KINDS: usize = PRODUCTS + 1;
/// Quantiles of these, in percent.
pub(super) const QUANTILES: [usize; 4] = [25, 50, 75, 90];

/// Where each block of cells of a year begins.
pub(super) const LAW: usize = 0;
pub(super) const TOGETHER: usize = LAW + LAWS.len();
pub(super) const COUNT: usize = TOGETHER + (1 << LAWS.len()) - 1;
pub(super) const USE: usize = COUNT + MOST_PRODUCTS;
pub(super) const TOP: usize = USE + 9;
pub(super) const CURVE: usize = TOP + TOPS.len();
pub(super) const GINI: usize = CURVE + LOWEST.len();
pub(super) const WITH: usize = GINI + 1;
pub(super) const MEAN: usize = WITH + 1;
/// Cells of a year.
pub(super) const YEARLY: usize = MEAN + 1;

/// Where each block of cells of the horizon begins, among these.
pub(super) const RUN: usize = 0;
pub(super) const STILL: usize = RUN + PANELS.len() * RUNS;
pub(super) const RETURNED: usize = STILL + PANELS.len() * AFTER;
pub(super) const ENDED: usize = RETURNED + PANELS.len() * BACK;
pub(super) const STARTED: usize = ENDED + KINDS * QUANTILES.len();
/// Cells of the horizon.
pub(super) const WHOLE: usize = STARTED + KINDS * QUANTILES.len();

/// What is told of persons and households.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Key.
    pub key: &'static str,
    /// `all`, or what it is of.
    pub group: String,
    /// Unit.
    pub unit: &'static str,
}

/// Every measure: those of each year, then those of the horizon.
pub static MEASURES: LazyLock<Vec<Measure>> = LazyLock::new(|| {
    let mut list: Vec<Measure> = Vec::with_capacity(YEARLY + WHOLE);
    let mut add = |key: &'static str, group: String, unit: &'static str| list.push(Measure { key, group, unit });
    for (law, _) in LAWS {
        add("persons.law", format!("law:{law}"), "persons");
    }
    for laws in 1..1_u8 << LAWS.len() {
        add("persons.laws", format!("laws:{}", keys_of(laws)), "persons");
    }
    for count in 1..=MOST_PRODUCTS {
        add("persons.products", format!("products:{}", or_more(count, MOST_PRODUCTS)), "persons");
    }
    for age in &GROUPS[5..8] {
        for income in &GROUPS[..3] {
            add("use", format!("{age} {income}"), "share");
        }
    }
    for top in TOPS {
        add("euros.top", format!("households:{top}"), "share");
    }
    for lowest in LOWEST {
        add("euros.lowest", format!("households:{lowest}"), "share");
    }
    add("euros.gini", "all".to_owned(), "share");
    add("households.with_euros", "all".to_owned(), "share");
    add("euros.mean", "all".to_owned(), "euro");
    for panel in PANELS {
        (1..=RUNS).for_each(|run| add("panel.run", format!("{panel} years:{}", or_more(run, RUNS)), "share"));
    }
    for panel in PANELS {
        (1..=AFTER).for_each(|after| add("panel.still", format!("{panel} after:{after}"), "share"));
    }
    for panel in PANELS {
        (1..=BACK).for_each(|back| add("panel.returned", format!("{panel} within:{back}"), "share"));
    }
    for key in ["weeks.ended", "weeks.waited"] {
        for kind in 0..KINDS {
            let of = Product::ALL.get(kind).map_or("team_case", |product| product.key());
            for q in QUANTILES {
                add(key, format!("{of} p{q}"), "weeks");
            }
        }
    }
    list
});

/// The laws of a product, as a bit.
pub(super) fn law_of(product: Product) -> u8 {
    LAWS.iter().position(|(_, law)| *law == product.meta().law).map_or(0, |bit| 1 << bit)
}

/// The keys of some laws, joined.
fn keys_of(laws: u8) -> String {
    let of = LAWS.iter().enumerate().filter(|(bit, _)| laws & 1 << bit != 0).map(|(_, (key, _))| *key);
    of.collect::<Vec<_>>().join("+")
}

fn or_more(number: usize, most: usize) -> String {
    if number == most { format!("{number}+") } else { number.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_stand_where_their_cells_do() {
        assert_eq!(MEASURES.len(), YEARLY + WHOLE);
        let at = |place: usize| (MEASURES[place].key, MEASURES[place].group.as_str());
        assert_eq!(at(LAW + 3), ("persons.law", "law:wlz"));
        // Bits 1 and 4: Wmo and Zvw.
        assert_eq!(at(TOGETHER + 5 - 1), ("persons.laws", "laws:wmo+zvw"));
        assert_eq!(at(COUNT + 3), ("persons.products", "products:4+"));
        assert_eq!(at(USE + 5), ("use", "age:23-64 income:high"));
        assert_eq!(at(TOP), ("euros.top", "households:1"));
        assert_eq!(at(CURVE + 4), ("euros.lowest", "households:50"));
        assert_eq!([GINI, WITH, MEAN].map(|place| at(place).0), ["euros.gini", "households.with_euros", "euros.mean"]);
        assert_eq!(at(YEARLY + RUN + 9), ("panel.run", "wmo years:5+"));
        assert_eq!(at(YEARLY + STILL), ("panel.still", "any after:1"));
        assert_eq!(at(YEARLY + RETURNED + 5), ("panel.returned", "wmo within:3"));
        assert_eq!(at(YEARLY + ENDED + PRODUCTS * 4), ("weeks.ended", "team_case p25"));
        assert_eq!(at(YEARLY + STARTED + 1), ("weeks.waited", "youth_ambulatory p50"));
    }

    #[test]
    fn every_product_is_of_a_law() {
        assert!(Product::ALL.iter().all(|product| law_of(*product) != 0));
    }
}
