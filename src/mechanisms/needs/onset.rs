//! Onset of needs (docs/odd.md 7.2): who gets one, when, in which domain.
//!
//! A resident's onset candidates are entered for a block of years at a time, domain by domain, up to what age, income
//! and frailty can make of the rate, times what somebody's company makes of it in the domain, times a multiple for
//! other open needs; other company and a higher multiple enter further candidates.

use crate::calendar::{Entry, Occasion};
use crate::district::{District, Inputs, Now, Rate, Reading, occasion_of};
use crate::entities::{DOMAINS, Domain, Position, Resident};
use crate::ids::ResidentId;
use crate::mechanisms::needs::rates::{self, of_onset, rate};
use crate::random::{CellKey, Process, at_least};
use crate::units::Minute;

/// Onset per week in a domain at an age as a resident's own.
#[inline]
pub fn own_rate(inputs: &Inputs, resident: &Resident, domain: Domain, age: u8) -> f64 {
    f64::from(inputs.tables.onset[age as usize][domain as usize]) * own_share(inputs, resident, domain)
}

/// How a resident's onset compares with others' of the age: income, tenure, frailty.
#[inline]
pub fn own_share(inputs: &Inputs, resident: &Resident, domain: Domain) -> f64 {
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

/// What lies above [`multiplier`], by domain, and what rounding can make of it.
pub fn multipliers_at_most(now: Now<'_>, d: &District, r: ResidentId) -> [f64; DOMAINS] {
    let in_any = rates::onset_at_most(now, d, r, Reading::Bound) * (1.0 + 1e-9);
    now.inputs.tables.onset_company[usize::from(d.residents[r].company())].map(|with| with * in_any)
}

/// Enters the onset candidates of the block of years that began at `start`, from now on: with room for one further
/// need, because to enter candidates later costs more than to pass over some that cannot happen.
///
/// What is open cannot begin: a domain with an open need is left out until the need has passed.
pub fn open(now: Now<'_>, d: &mut District, r: ResidentId, start: Minute) {
    let boost = boost_for(rates::onset_at_most(now, d, r, Reading::Room));
    let resident = &mut d.residents[r];
    let company = resident.company();
    resident.boost = boost;
    resident.person.company = resident.person.company.entering(company);
    resident.person.left_out = resident.person.needs.open;
    enter(now, d, r, start, u8::MAX, None);
}

/// A need of a resident has passed: another can begin in its domain.
pub fn can_begin_again(now: Now<'_>, d: &mut District, r: ResidentId, domain: Domain) {
    let bit = 1 << domain as u8;
    if d.residents[r].person.left_out & bit != 0 {
        d.residents[r].person.left_out &= !bit;
        let start = now.inputs.block_start(d.residents[r].key, now.at);
        enter(now, d, r, start, bit, None);
    }
}

/// Enters further onset candidates when other needs, strain or isolation have raised the rate beyond those entered.
pub fn raise(now: Now<'_>, d: &mut District, r: ResidentId) {
    let before = Entered::of(&d.residents[r]);
    if before.boost == Resident::NOT_OPEN {
        return;
    }
    let resident = &d.residents[r];
    let company = before.company | resident.company();
    let is_above = boosted(before.boost) < rates::onset_at_most(now, d, r, Reading::Bound);
    if !is_above && company == before.company {
        return;
    }
    if is_above {
        d.residents[r].boost = boost_for(rates::onset_at_most(now, d, r, Reading::Room));
    }
    let resident = &mut d.residents[r];
    resident.person.company = resident.person.company.entering(company);
    let start = now.inputs.block_start(resident.key, now.at);
    enter(now, d, r, start, u8::MAX, Some(before));
}

/// Up to which multiple of the own rate somebody's candidates in a domain are entered, but for those left out.
#[inline]
pub fn entered(inputs: &Inputs, resident: &Resident, domain: Domain) -> f64 {
    Entered::of(resident).multiple(inputs, domain)
}

/// Up to which multiples of the own rates somebody's candidates are entered.
#[derive(Clone, Copy, Debug)]
struct Entered {
    boost: u8,
    company: u8,
}

impl Entered {
    fn of(resident: &Resident) -> Self {
        Self { boost: resident.boost, company: resident.person.company.entered() }
    }

    /// The multiple in a domain.
    #[inline]
    fn multiple(self, inputs: &Inputs, domain: Domain) -> f64 {
        inputs.tables.onset_company[usize::from(self.company)][domain as usize] * boosted(self.boost)
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

/// Enters the onset candidates of a block in some domains, one bit each, up to what is to be entered; not those that
/// have been `before`, and none of domains that are left out. Each domain has cells of its own, so that what is entered
/// of one moves nothing in another.
fn enter(now: Now<'_>, d: &mut District, r: ResidentId, start: Minute, domains: u8, before: Option<Entered>) {
    let resident = d.residents[r].clone();
    let domains = domains & !resident.person.left_out;
    if resident.is_recluse() {
        return;
    }
    let inputs = now.inputs;
    let (tables, draws) = (&inputs.tables, inputs.draws);
    let reference = u8::from(resident.position == Position::Reference);
    let first = resident.age_in(now.ageing_week(start.week().0.max(now.week.0)));
    let in_block = &tables.onset_in_block[usize::from(first)];
    let after = Entered::of(&resident);
    for domain in Domain::ALL.into_iter().filter(|domain| domains >> *domain as u8 & 1 == 1) {
        let i = domain as usize;
        if in_block[i].end <= 0.0 {
            continue;
        }
        let share = own_share(inputs, &resident, domain) * inputs.slack;
        let to = share * after.multiple(inputs, domain);
        let from = before.map_or(0.0, |before| share * before.multiple(inputs, domain));
        if to <= from {
            continue;
        }
        let entered = |own: f32, multiple: f64| at_least(f64::from(own) * multiple);
        let cell = CellKey {
            process: Process::ONSET,
            entity: resident.key,
            occasion: occasion_of(start) << 4 | (domain as u64) << 1 | u64::from(reference),
        };
        let heights = entered(in_block[i].start, from)..entered(in_block[i].end, to);
        let minutes = now.at.0 - start.0..i32::MAX;
        tables.blocks.usual.points_in(draws, cell, heights, minutes, |p| {
            let at = Minute(start.0 + p.minute);
            let own = tables.onset[usize::from(resident.age_in(now.ageing_week(at.week().0)))][i];
            if (entered(own, from)..entered(own, to)).contains(&p.height) {
                let aux = domain as u8 | reference << 3;
                let (tie, generation) = (p.height.to_bits(), resident.generation);
                d.calendar.add(Entry { at, tie, slot: r.0, generation, what: Occasion::ONSET, aux });
            }
        });
    }
}

/// Whether a candidate becomes a need of a resident in a domain.
pub fn happens(now: Now<'_>, d: &District, entry: &Entry, r: ResidentId, domain: Domain) -> bool {
    let resident = &d.residents[r];
    // What was entered for a member does not count for somebody who has become the reference person since.
    let reference = u8::from(resident.position == Position::Reference);
    if entry.aux >> 3 != reference || d.needs_of(r).has(domain) {
        return false;
    }
    let own = own_rate(now.inputs, resident, domain, now.age(resident));
    let multiplier = multiplier(now, d, r, domain);
    assert!(multiplier <= entered(now.inputs, resident, domain) * (1.0 + 1e-9), "onset above what is entered");
    entry.height() < own * multiplier
}
