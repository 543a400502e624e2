//! Ties of who moves in: kin outside the district, and neighbours found over time (model.md section 2, Tie).
//!
//! Whoever is born here grows ties at the age at which the others have them. Left out: friendships that end, and ties that
//! strengthen. Assumptions: numbers follow the synthetic population's means (about one tie with kin elsewhere, one or two
//! with neighbours); 3.7 % of adults have no tie at all (CBS, Sociale isolatie 2015).

use crate::district::{District, Now};
use crate::entities::{MAX_TIES, Position, Resident, Tie};
use crate::ids::{HouseholdId, ResidentId};
use crate::random::{Process, mix};

/// Share without any tie: CBS, Sociale isolatie 2015.
const RECLUSE: f64 = 0.037;
/// Tries to find a neighbour (assumption: one or two succeed).
const TRIES: u64 = 3;

/// Gives somebody the ties of a newcomer.
pub fn settle(now: Now<'_>, d: &mut District, r: ResidentId) {
    let Resident { key, stage, household, .. } = d.residents[r.0];
    let u = |occasion: u64| now.inputs.draws.unit(Process::TieFormation, key, occasion);
    if stage < Resident::WITH_TIES || d.residents[r.0].is(Resident::RECLUSE) || u(0) < RECLUSE {
        return;
    }
    for i in 0..2 {
        // 0.9 ties with kin elsewhere on average, as in the synthetic population.
        if u(1 + i) < 0.45 {
            d.add_tie(r, tie(ResidentId::NONE, 0, now.inputs.draws.bits(Process::TieFormation, key, 16 + i)));
        }
    }
    for i in 0..TRIES {
        let bits = now.inputs.draws.bits(Process::TieFormation, key, 32 + i);
        let reach = 1 + (bits % 12) as i64;
        let place = i64::from(household.0) + if bits >> 63 == 0 { reach } else { -reach };
        let Ok(place) = usize::try_from(place) else { continue };
        if place >= d.households.len()
            || d.households[place].neighbourhood != d.households[household.index()].neighbourhood
        {
            continue;
        }
        let other = d.reference_of(HouseholdId(place as u32));
        let open = other.some().is_some_and(|o| {
            let there = &d.residents[o.0];
            there.position == Position::Reference
                && !there.is(Resident::RECLUSE)
                && (d.persons[o.index()].ties as usize) < MAX_TIES
        });
        let known = d.ties_of(r).any(|t| t.other == other);
        if open && !known && (d.persons[r.index()].ties as usize) < MAX_TIES {
            d.add_tie(r, tie(other, 2, bits));
            d.add_tie(other, tie(r, 2, mix(bits)));
        }
    }
}

/// A tie whose strength and willingness come from random bits: kin stronger than neighbours, asking harder than offering.
fn tie(other: ResidentId, kind: u8, bits: u64) -> Tie {
    let spread = |shift: u32, low: u64, width: u64| (low + ((bits >> shift) & 0xFF) * width / 256) as u8;
    let (strength, ask, offer) = if kind == 0 { (100, 70, 130) } else { (40, 20, 70) };
    Tie { other, kind, strength: spread(8, strength, 120), ask: spread(16, ask, 110), offer: spread(24, offer, 110) }
}
