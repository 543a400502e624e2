//! The sums of the year under way: flows and ratios as they happen, stocks at the end of each week.

use serde::{Deserialize, Serialize};

use super::catalogue::{SERIES_COUNT, series};
use super::flows::{FLOWS, Flow};
use super::indicator::Indicator;
use super::series::{Cell, Kind};
use crate::units::Money;

/// Sums by series.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Counts {
    cells: Vec<Cell>,
    flows: Vec<i64>,
}

impl Default for Counts {
    fn default() -> Self {
        Self { cells: vec![Cell::default(); SERIES_COUNT], flows: vec![0; FLOWS] }
    }
}

impl Counts {
    /// Adds to a flow, a distinct count or the numerator of a stock.
    #[inline]
    pub fn add(&mut self, indicator: Indicator, amount: i64) {
        self.cells[indicator.place()].num += amount;
    }

    /// Adds to both sums of a ratio.
    #[inline]
    pub fn ratio(&mut self, indicator: Indicator, num: i64, den: i64) {
        let cell = &mut self.cells[indicator.place()];
        cell.num += num;
        cell.den += den;
    }

    /// Adds to the numerator of a series by position.
    #[inline]
    pub fn add_at(&mut self, position: usize, amount: i64) {
        self.cells[position].num += amount;
    }

    /// Adds to both sums of a series by position.
    #[inline]
    pub fn ratio_at(&mut self, position: usize, num: i64, den: i64) {
        self.cells[position].num += num;
        self.cells[position].den += den;
    }

    /// Adds a weekly level: the mean over weeks comes out. `scale` is raw units per printed unit.
    #[inline]
    pub fn level(&mut self, position: usize, raw: i64, scale: i64) {
        self.cells[position].num += raw;
        self.cells[position].den += scale;
    }

    /// Adds people, or money in its raw unit, to a flow between doors, services and accounts.
    #[inline]
    pub fn flow(&mut self, flow: Flow, amount: i64) {
        self.flows[flow.place()] += amount;
    }

    /// The flows so far, by their places.
    pub fn flows(&self) -> &[i64] {
        &self.flows
    }

    /// The sums so far with the denominators of flows and distinct counts filled in.
    pub fn finished(&self) -> Vec<Cell> {
        self.cells
            .iter()
            .zip(series())
            .map(|(cell, meta)| match meta.kind {
                Kind::Flow => Cell { num: cell.num, den: scale_of(meta.unit) },
                Kind::Distinct => Cell { num: cell.num, den: 1 },
                Kind::Stock | Kind::Ratio => *cell,
            })
            .collect()
    }

    /// Begins a new year.
    pub fn clear(&mut self) {
        self.cells.fill(Cell::default());
        self.flows.fill(0);
    }
}

/// The sums of several districts as one: flows, distinct persons and levels add up (nobody is counted in two
/// districts), a ratio is that of the sums. Every district has been counted for the same weeks.
pub fn together(districts: &[Vec<Cell>]) -> Vec<Cell> {
    let of_series = |(position, meta): (usize, &super::Series)| {
        let cells = districts.iter().map(|cells| cells[position]);
        match meta.kind {
            Kind::Ratio => cells.sum(),
            // The denominator holds weeks or units, not persons: it is the same in every district.
            Kind::Flow | Kind::Distinct | Kind::Stock => {
                Cell { num: cells.clone().map(|c| c.num).sum(), den: cells.map(|c| c.den).max().unwrap_or_default() }
            }
        }
    };
    series().iter().enumerate().map(of_series).collect()
}

/// The sums of a year less what they were earlier in that year (`before`; empty is the year's start): what happened
/// since, and the level since. Distinct persons stay those of the year so far: nobody is distinct twice.
pub fn since(before: &[Cell], sums: &[Cell]) -> Vec<Cell> {
    let of_series = |(position, (now, meta)): (usize, (&Cell, &super::Series))| {
        let then = before.get(position).copied().unwrap_or_default();
        match meta.kind {
            Kind::Flow => Cell { num: now.num - then.num, den: now.den },
            Kind::Distinct => *now,
            Kind::Stock | Kind::Ratio => Cell { num: now.num - then.num, den: now.den - then.den },
        }
    };
    sums.iter().zip(series()).enumerate().map(of_series).collect()
}

/// Raw units per printed unit of a flow: money is in sixtieths of a cent, work in minutes.
fn scale_of(unit: &str) -> i64 {
    match unit {
        "euro" => Money::PER_EURO,
        "hours" => 60,
        _ => 1,
    }
}
