//! The tables of doors and services, as `docs/evidence.md` and `kantel explain` print them. Keys stand in backticks.

use crate::doors::{OFFERS, Outcome, WATERBED, WATERBED_OF_TEAM, WAYS, strength};
use crate::entities::{Domain, Product};
use crate::parameters::Params;

/// A table of what the model works with.
#[derive(Clone, Debug)]
pub struct KnownTable {
    /// Title.
    pub title: &'static str,
    /// What it says, and where it comes from.
    pub note: &'static str,
    /// Heads of its columns.
    pub heads: Vec<&'static str>,
    /// Rows, a text per column.
    pub rows: Vec<Vec<String>>,
}

fn outcome_text(outcome: Outcome) -> String {
    match outcome {
        Outcome::Case => "a case of the team".to_owned(),
        Outcome::Application => "an application; the gate decides".to_owned(),
        Outcome::Referral(product) => format!("a referral to `{}`", product.key()),
    }
}

/// Where people who ask go, by domain.
pub fn ways() -> KnownTable {
    let row = |w: &crate::doors::Way| {
        let (domain, door) = (w.domain.key().to_owned(), w.door.meta().english.to_owned());
        vec![domain, door, w.weight.to_string(), w.from_severity.to_string(), outcome_text(w.outcome)]
    };
    KnownTable {
        title: "Doors",
        note: "Where somebody with a need who asks goes: shares by domain among the doors that are open to its \
               severity.",
        heads: vec!["domain", "door", "share", "from severity", "what follows"],
        rows: WAYS.iter().map(row).collect(),
    }
}

/// Which products a need can lead to, by domain.
pub fn offers() -> KnownTable {
    let of_domain = |domain: Domain| {
        OFFERS.iter().filter(move |o| o.domain == domain).map(move |o| {
            let product = format!("`{}`", o.product.key());
            vec![domain.key().to_owned(), product, o.weight.to_string(), o.from_severity.to_string()]
        })
    };
    KnownTable {
        title: "What a need can lead to",
        note: "Products that an application or a plan of the team can lead to (assumption, after the mix of clients in \
               CBS 86050NED): shares among those that fit age and severity.",
        heads: vec!["domain", "product", "share", "from severity"],
        rows: Domain::ALL.into_iter().flat_map(of_domain).collect(),
    }
}

/// Which other door is tried after a refusal or a long wait.
pub fn waterbed() -> KnownTable {
    let row = |(product, door, outcome): &(Product, crate::doors::Door, Outcome)| {
        vec![product.key().to_owned(), door.meta().english.to_owned(), outcome_text(*outcome)]
    };
    let of_team = |(domain, door, outcome): &(Domain, crate::doors::Door, Outcome)| {
        let case = format!("a case of the team ({})", domain.key());
        vec![case, door.meta().english.to_owned(), outcome_text(*outcome)]
    };
    KnownTable {
        title: "Another door",
        note: "What is tried after a refusal or a long wait (assumption), with the chance `waterbed.share`; for other \
               products there is nowhere to go.",
        heads: vec!["product", "door tried", "what follows"],
        rows: WATERBED.iter().map(row).chain(WATERBED_OF_TEAM.iter().map(of_team)).collect(),
    }
}

/// The strength of a service at the defaults, as a number.
pub(super) fn strength_text(product: Product) -> String {
    format!("{:.2}", strength(product, &Params::at_defaults()))
}
