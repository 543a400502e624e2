//! Help that households buy themselves: the need is met as by the service, and the household pays for it.

use super::state::{Bought, Terms};
use crate::district::{District, Now};
use crate::entities::{Account, Product, Resident};
use crate::ids::EpisodeId;
use crate::mechanisms::needs::natural;
use crate::observation::Indicator;
use crate::units::{Effort, Money};

/// Price of an hour bought privately, in whole cents: of aids what they cost the municipality.
pub fn cents_per_hour(now: Now<'_>, d: &District, product: Product) -> i64 {
    let Terms { cents_per_hour, .. } = d.rooms.contribution.terms[product as usize];
    if product == Product::Aids {
        cents_per_hour
    } else {
        libm::round(now.inputs.params.contribution.private_price * 100.0) as i64
    }
}

/// A household buys help for a need, for as long as that lasts: it helps as the service would.
pub fn buy(now: Now<'_>, d: &mut District, e: EpisodeId, product: Product, minutes: u16) {
    let generation = d.episodes[e].generation;
    let is_it = |b: &Bought| (b.episode, b.generation, b.product) == (e, generation, product);
    if d.rooms.contribution.bought.iter().any(is_it) {
        return;
    }
    d.rooms.contribution.bought.push(Bought { episode: e, generation, product, minutes });
    natural::service_begins(now, d, e, product);
}

/// A need passes: nothing is bought for it any more.
pub fn need_passes(now: Now<'_>, d: &mut District, e: EpisodeId) {
    if d.rooms.contribution.bought.is_empty() || d.episodes[e].services == 0 {
        return;
    }
    let generation = d.episodes[e].generation;
    let is_for = |b: &Bought| (b.episode, b.generation) == (e, generation);
    let ends: Vec<Bought> = d.rooms.contribution.bought.extract_if(.., |b| is_for(b)).collect();
    for bought in ends {
        natural::service_ends(now, d, e, bought.product);
    }
}

/// The week's books of help bought. Long-term care takes its place; who has died or left buys nothing.
pub fn account(now: Now<'_>, d: &mut District) {
    let mut cost = Money(0);
    for bought in std::mem::take(&mut d.rooms.contribution.bought) {
        let Bought { episode: e, generation, product, minutes } = bought;
        if !d.episodes.is_current(e, generation) {
            continue;
        }
        if d.residents[d.episodes[e].resident].is(Resident::LONG_TERM) {
            natural::service_ends(now, d, e, product);
            continue;
        }
        cost += Money::of_effort(cents_per_hour(now, d, product), Effort(i64::from(minutes)));
        d.rooms.contribution.bought.push(bought);
    }
    d.pay(Account::Household, Account::Providers, cost);
    d.counts.add(Indicator::EUROS_BOUGHT, cost.0);
    let buyers = d.rooms.contribution.bought.len() as i64;
    d.counts.level(Indicator::CONTRIBUTION_BOUGHT.place(), buyers, 1);
}
