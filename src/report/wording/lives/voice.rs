//! What must be said of a household in any language.

use std::cmp::Ordering;

use crate::entities::{DOMAINS, Domain, PRODUCTS, Product, ROUTES, Route, SEVERITIES, Severity};
use crate::experiment::Turn;

/// The fixed words.
#[derive(Debug)]
pub(in crate::report) struct LifeWords {
    /// What is shown, and what is the same in both.
    pub(in crate::report) intro: &'static str,
    /// The result holds no household.
    pub(in crate::report) absent: &'static str,
    /// There was no household to draw.
    pub(in crate::report) none: &'static str,
    /// When courses differ.
    pub(in crate::report) differs: &'static str,
    /// What one household shows and what it does not.
    pub(in crate::report) caution: &'static str,
    /// Head of what is so at the start.
    pub(in crate::report) start: &'static str,
    /// Caption of the table.
    pub(in crate::report) caption: &'static str,
    /// Head of the months.
    pub(in crate::report) when: &'static str,
    /// Between the first and the last of several months.
    pub(in crate::report) to: &'static str,
    /// A cell that holds what the one before it holds.
    pub(in crate::report) same: &'static str,
    /// What happens in months that are the same in both, folded.
    pub(in crate::report) folded: &'static str,
    /// A cell in which nothing happens.
    pub(in crate::report) nothing: &'static str,
    /// By number of the domain.
    pub(in crate::report) domains: [&'static str; DOMAINS],
    /// From light to crisis.
    pub(in crate::report) severities: [&'static str; SEVERITIES],
    /// How a need came to light, by number of the route.
    pub(in crate::report) routes: [&'static str; ROUTES],
    /// By number of the product.
    pub(in crate::report) products: [&'static str; PRODUCTS],
    /// January to December.
    pub(in crate::report) months: [&'static str; 12],
}

impl LifeWords {
    pub(in crate::report) const fn domain(&self, domain: Domain) -> &'static str {
        self.domains[domain as usize]
    }

    pub(in crate::report) const fn severity(&self, severity: Severity) -> &'static str {
        self.severities[severity as usize - 1]
    }

    pub(in crate::report) const fn route(&self, route: Route) -> &'static str {
        self.routes[route as usize]
    }

    pub(in crate::report) const fn product(&self, product: Product) -> &'static str {
        self.products[product as usize]
    }
}

/// Numbers of the sentences about how the household was drawn, written in the language.
#[derive(Clone, Debug)]
pub(in crate::report) struct DrawnNumbers {
    /// Households that stay.
    pub(in crate::report) stayed: String,
    /// Those with another course in the variant.
    pub(in crate::report) differ: String,
    /// Their share of those that stay.
    pub(in crate::report) share: String,
    /// Households to draw from.
    pub(in crate::report) candidates: String,
    /// Those of them with fewer severe turns in the variant.
    pub(in crate::report) fewer: String,
    /// With more.
    pub(in crate::report) more: String,
    /// With as many.
    pub(in crate::report) equal: String,
}

/// The sentences.
pub(in crate::report) trait LifeVoice: Sync {
    /// The fixed words.
    fn words(&self) -> &'static LifeWords;
    /// A month of a year; months count from 0.
    fn month(&self, month: u32, year: i32) -> String {
        format!("{}\u{a0}{year}", self.words().months[month as usize % 12])
    }
    /// From a month to another, each a year and a month from 0.
    fn months(&self, first: (i32, u32), last: (i32, u32)) -> String {
        format!("{}{}{}", self.month(first.1, first.0), self.words().to, self.month(last.1, last.0))
    }
    /// A member and an age, at the start.
    fn member(&self, letter: &str, age: u32) -> String;
    /// What happens to a member of an age; the whole household if it concerns all.
    fn turn(&self, letter: &str, age: u32, turn: Turn) -> String;
    /// Of how many households the course differs.
    fn differing(&self, numbers: &DrawnNumbers) -> String;
    /// From which households it was drawn.
    fn drawn(&self, numbers: &DrawnNumbers, years: u32) -> String;
    /// How many of them fare better and worse, and how the one that was drawn fares: less, as often or more.
    fn fares(&self, numbers: &DrawnNumbers, variant: &str, own: Ordering) -> String;
}
