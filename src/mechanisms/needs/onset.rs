//! Onset of needs (docs/odd.md 7.2): who gets one, when, in which domain.
//!
//! A resident's onset candidates are entered for a block of years at a time, up to what age, income and frailty can
//! make of the rate, times a multiple for other open needs, strain and isolation; a higher multiple enters further
//! candidates. One cell proposes onsets in all domains.

use crate::calendar::{Entry, Occasion};
use crate::district::{District, Inputs, Now, Rate, Reading, occasion_of};
use crate::entities::{Domain, Position, Resident};
use crate::ids::ResidentId;
use crate::mechanisms::needs::natural;
use crate::mechanisms::needs::rates::{of_onset, rate};
use crate::random::{CellKey, Process, at_least};
use crate::units::Minute;

/// Onset per week in a domain at an age as a resident's own.
#[inline]
pub fn own_rate(inputs: &Inputs, resident: &Resident, domain: Domain, age: u8) -> f64 {
    f64::from(inputs.tables.onset[age as usize][domain as usize]) * own_share(inputs, resident, domain)
}

/// How a resident's onset compares with others' of the age: income, tenure, frailty.
#[inline]
fn own_share(inputs: &Inputs, resident: &Resident, domain: Domain) -> f64 {
    if resident.is_recluse() || (domain.is_basic() && resident.position != Position::Reference) {
        return 0.0;
    }
    let frailty = if domain == Domain::Youth { resident.frailty_youth } else { resident.frailty_adult };
    inputs.tables.standing[resident.standing()][domain as usize] * (f64::from(frailty) / 4096.0)
}

/// The multiple of the resident's own rate in a domain.
#[inline]
pub fn multiplier(now: Now<'_>, d: &District, r: ResidentId, domain: Domain) -> f64 {
    rate(now, d, Rate::Onset, of_onset(r, domain), Reading::Now)
}

/// The most that it can be in any domain.
fn multiplier_bound(now: Now<'_>, d: &District, r: ResidentId, reading: Reading) -> f64 {
    rate(now, d, Rate::Onset, of_onset(r, Domain::Social), reading)
}

/// The age from which on there are no needs of a domain.
pub fn ends_by(domain: Domain) -> Option<u8> {
    let stage = match domain {
        Domain::Youth => Resident::NO_YOUTH,
        Domain::Work => Resident::NO_WORK,
        _ => return None,
    };
    Some(Resident::LIFE_STAGES[usize::from(stage) - 1])
}

/// Expected number of open needs of a resident in a domain at an age by their own rate alone.
#[inline]
pub fn expected_alone(now: Now<'_>, d: &District, r: ResidentId, domain: Domain, age: u8) -> f64 {
    if ends_by(domain).is_some_and(|from| age >= from) {
        return 0.0;
    }
    now.inputs.tables.recovery[domain as usize].expected(age) * own_share(now.inputs, &d.residents[r], domain)
}

/// Rate of onset per week of a resident in a domain at an age, if the present multiplier had held then.
pub fn rate_at(now: Now<'_>, d: &District, r: ResidentId, domain: Domain, age: u8) -> f64 {
    let own = own_rate(now.inputs, &d.residents[r], domain, age);
    if own > 0.0 { own * multiplier(now, d, r, domain) } else { 0.0 }
}

/// What lies above [`multiplier`] in every domain, and what rounding can make of it.
pub fn multiplier_at_most(now: Now<'_>, d: &District, r: ResidentId) -> f64 {
    multiplier_bound(now, d, r, Reading::Bound) * (1.0 + 1e-9)
}

/// Enters the onset candidates of the block of years that began at `start`, from now on: with room for one further
/// need, because to enter candidates later costs more than to pass over some that cannot happen.
pub fn open(now: Now<'_>, d: &mut District, r: ResidentId, start: Minute) {
    d.residents[r].boost = boost_for(multiplier_bound(now, d, r, Reading::Room));
    enter(now, d, r, start, 0.0);
}

/// Enters further onset candidates when other needs, strain or isolation have raised the rate beyond those entered.
pub fn raise(now: Now<'_>, d: &mut District, r: ResidentId) {
    let before = d.residents[r].boost;
    if before != Resident::NOT_OPEN && boosted(before) < multiplier_bound(now, d, r, Reading::Bound) {
        d.residents[r].boost = boost_for(multiplier_bound(now, d, r, Reading::Room));
        let start = now.inputs.block_start(d.residents[r].key, now.at);
        enter(now, d, r, start, boosted(before));
    }
}

/// What boosts stand for: multiples of the own rates, each a twelfth root of two above the one before, up to some two
/// million.
static BOOSTS: [f64; Resident::NOT_OPEN as usize] = {
    let mut boosts = [1.0; Resident::NOT_OPEN as usize];
    let mut i = 1;
    while i < boosts.len() {
        boosts[i] = boosts[i - 1] * 1.059_463_094_359_295_3;
        i += 1;
    }
    boosts
};

/// The smallest boost that a multiplier stays within.
fn boost_for(multiplier: f64) -> u8 {
    let boost = BOOSTS.partition_point(|b| *b < multiplier);
    assert!(boost < BOOSTS.len(), "onset multiplied by {multiplier} is beyond every boost");
    boost as u8
}

/// The multiple of the own rates that a boost stands for.
#[inline]
fn boosted(boost: u8) -> f64 {
    BOOSTS[usize::from(boost)]
}

/// Enters the onset candidates of a block between `from` times the own rate and the boosted own rate. One cell proposes
/// onsets in all domains: the mark of a point says in which, and its height counts against that domain's share of the
/// proposals.
#[inline]
fn enter(now: Now<'_>, d: &mut District, r: ResidentId, start: Minute, from: f64) {
    let resident = d.residents[r].clone();
    if resident.is_recluse() {
        return;
    }
    let reference = u8::from(resident.position == Position::Reference);
    let inputs = now.inputs;
    let (tables, slack) = (&inputs.tables, inputs.slack);
    let proposals = &tables.onset_proposals[reference as usize][resident.standing()];
    let first = resident.age_in(now.ageing_week(start.week().0.max(now.week.0)));
    let [adult, youth] = tables.onset_highest[reference as usize][resident.standing()][first as usize];
    let highest = (adult * f64::from(resident.frailty_adult)).max(youth * f64::from(resident.frailty_youth)) / 4096.0;
    let to = boosted(resident.boost) * slack;
    let cell = CellKey {
        process: Process::ONSET,
        entity: resident.key,
        occasion: occasion_of(start) << 1 | u64::from(reference),
    };
    let shares = Domain::ALL.map(|domain| own_share(inputs, &resident, domain));
    let minutes = now.at.0 - start.0..i32::MAX;
    tables.layers.onset.points_in(inputs.draws, cell, 0.0..at_least(highest * to), minutes, |p| {
        let at = Minute(start.0 + p.minute);
        let age = resident.age_in(now.ageing_week(at.week().0));
        let (kind, share) = proposals[age as usize].pick(p.mark);
        let height = p.height * share;
        let own = f64::from(tables.onset[age as usize][kind]) * shares[kind];
        if height < at_least(own * to) && (from <= 0.0 || height >= at_least(own * from * slack)) {
            let aux = kind as u8 | reference << 3;
            let generation = resident.generation;
            d.calendar.add(Entry { at, tie: height.to_bits(), slot: r.0, generation, what: Occasion::ONSET, aux });
        }
    });
}

/// A candidate onset.
pub fn onset(now: Now<'_>, d: &mut District, entry: &Entry) {
    let r = ResidentId(entry.slot);
    let domain = Domain::of(entry.aux & 7);
    let resident = &d.residents[r];
    // Proposals made to a member do not count for somebody who has become the reference person since.
    let reference = u8::from(resident.position == Position::Reference);
    if entry.aux >> 3 != reference || d.needs_of(r).has(domain) {
        return;
    }
    let own = own_rate(now.inputs, resident, domain, now.age(resident));
    let multiplier = multiplier(now, d, r, domain);
    assert!(multiplier <= boosted(resident.boost), "onset above what is entered");
    if entry.height() < own * multiplier {
        natural::begin(now, d, r, domain, entry.point());
    }
}
