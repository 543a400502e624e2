//! Flows of a year between doors, queues, services and accounts: how many people go from one to another, and how many
//! euros. They are no indicators: nothing judges them and nobody decides by them; they say where everything goes.

use super::catalogue::CLIENTS;
use crate::doors::{DOOR_TABLE, DOORS, Door};
use crate::entities::{ACCOUNTS, Account, PRODUCTS, Product};
use crate::units::Money;

/// Something that people or euros flow along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Somebody is sent to the queue of a product by a door.
    Queued(Door, Product),
    /// A door brings a need to the team: a new case, or one more need of a case.
    Asked(Door),
    /// A need comes to the team because it was found or reported.
    Found,
    /// Somebody who waited begins to be served.
    Begun(Product),
    /// Somebody who waited leaves without help.
    Left(Product),
    /// Euros for a service, paid by the account of its law.
    Service(Product),
    /// Euros from one account to another, services included.
    Paid(Account, Account),
}

const ASKED: usize = DOORS * PRODUCTS;
const FOUND: usize = ASKED + DOORS;
const BEGUN: usize = FOUND + 1;
const LEFT: usize = BEGUN + PRODUCTS;
const SERVICE: usize = LEFT + PRODUCTS;
const PAID: usize = SERVICE + PRODUCTS;
/// Number of flows.
pub const FLOWS: usize = PAID + ACCOUNTS * ACCOUNTS;

impl Flow {
    /// Its place in the sums of a year.
    #[inline]
    pub const fn place(self) -> usize {
        match self {
            Self::Queued(door, product) => door as usize * PRODUCTS + product as usize,
            Self::Asked(door) => ASKED + door as usize,
            Self::Found => FOUND,
            Self::Begun(product) => BEGUN + product as usize,
            Self::Left(product) => LEFT + product as usize,
            Self::Service(product) => SERVICE + product as usize,
            Self::Paid(from, to) => PAID + from as usize * ACCOUNTS + to as usize,
        }
    }

    /// All, in the order of their places.
    pub fn all() -> impl Iterator<Item = Self> {
        let doors = || DOOR_TABLE.iter().map(|meta| meta.door);
        let queued = doors().flat_map(|door| Product::ALL.map(|product| Self::Queued(door, product)));
        let of_products = |make: fn(Product) -> Self| Product::ALL.into_iter().map(make);
        let paid = Account::ALL.into_iter().flat_map(|from| Account::ALL.map(|to| Self::Paid(from, to)));
        queued
            .chain(doors().map(Self::Asked))
            .chain([Self::Found])
            .chain(of_products(Self::Begun))
            .chain(of_products(Self::Left))
            .chain(of_products(Self::Service))
            .chain(paid)
    }

    /// Where it comes from and where it goes, as files name it.
    pub fn ends(self) -> (String, String) {
        let door = |door: Door| format!("door:{}", door.key());
        let [queue, service] = ["queue", "service"].map(|what| move |p: Product| format!("{what}:{}", p.key()));
        let account = |account: Account| format!("account:{}", account.key());
        match self {
            Self::Queued(from, product) => (door(from), queue(product)),
            Self::Asked(from) => (door(from), TEAM.to_owned()),
            Self::Found => ("found_or_reported".to_owned(), TEAM.to_owned()),
            Self::Begun(product) => (queue(product), service(product)),
            Self::Left(product) => (queue(product), "left".to_owned()),
            Self::Service(product) => (account(product.meta().account), service(product)),
            Self::Paid(from, to) => (account(from), account(to)),
        }
    }
}

/// What the team is called in flows.
const TEAM: &str = "team";

/// A flow of one year in one run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flowed {
    /// Which.
    pub flow: Flow,
    /// People; `None` where only euros flow.
    pub persons: Option<f64>,
    /// Euros; `None` where only people do.
    pub euros: Option<f64>,
}

/// The flows of a year out of its sums: those that are not nothing. What a service costs stands there by itself, with
/// its distinct users in the year, and is taken out of what its account pays to providers. `users` are the year's
/// distinct users by product.
pub fn flowed(sums: &[i64], users: &[i64]) -> Vec<Flowed> {
    let of = |flow: Flow| sums.get(flow.place()).copied().unwrap_or_default();
    let services = |account: Account| -> i64 {
        let paid = Product::ALL.into_iter().filter(|product| product.meta().account == account);
        paid.map(|product| of(Flow::Service(product))).sum()
    };
    let euros = |raw: i64| Some(raw as f64 / Money::PER_EURO as f64);
    let persons = |raw: i64| Some(raw as f64);
    let all = Flow::all().filter_map(|flow| {
        let (persons, euros) = match flow {
            Flow::Service(product) => (persons(*users.get(product as usize)?), euros(of(flow))),
            Flow::Paid(from, Account::Providers) => (None, euros(of(flow) - services(from))),
            Flow::Paid(..) => (None, euros(of(flow))),
            _ => (persons(of(flow)), None),
        };
        Some(Flowed { flow, persons, euros })
    });
    all.filter(|f| f.persons.unwrap_or_default() != 0.0 || f.euros.unwrap_or_default() != 0.0).collect()
}

/// The places of the distinct users of products among the series of a year.
pub const USERS: std::ops::Range<usize> = CLIENTS..CLIENTS + PRODUCTS;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flow_has_its_place_and_its_ends() {
        for (place, flow) in Flow::all().enumerate() {
            assert_eq!(flow.place(), place, "{flow:?}");
        }
        assert_eq!(Flow::all().count(), FLOWS);
        let mut ends: Vec<_> = Flow::all().map(Flow::ends).collect();
        ends.sort_unstable();
        let all = ends.len();
        ends.dedup();
        assert_eq!(ends.len(), all, "no two flows have the same ends");
    }

    /// The Wmo pays 100 euro to providers, of which 60 for guidance to two people: 40 are for something else.
    #[test]
    fn services_are_taken_out_of_what_their_account_pays() {
        let mut sums = vec![0; FLOWS];
        sums[Flow::Paid(Account::Wmo, Account::Providers).place()] = 100 * Money::PER_EURO;
        sums[Flow::Service(Product::Guidance).place()] = 60 * Money::PER_EURO;
        sums[Flow::Queued(Door::Gp, Product::MentalHealth).place()] = 3;
        let mut users = [0; PRODUCTS];
        users[Product::Guidance as usize] = 2;
        assert_eq!(
            flowed(&sums, &users),
            [
                Flowed { flow: Flow::Queued(Door::Gp, Product::MentalHealth), persons: Some(3.0), euros: None },
                Flowed { flow: Flow::Service(Product::Guidance), persons: Some(2.0), euros: Some(60.0) },
                Flowed { flow: Flow::Paid(Account::Wmo, Account::Providers), persons: None, euros: Some(40.0) },
            ]
        );
    }
}
