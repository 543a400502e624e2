//! An eviction, and what comes of it.

use super::road::{is_arranged, stage};
use super::state::Stage;
use super::steps::comes_to;
use crate::district::{District, Happening, Now, Rate};
use crate::entities::{Account, Domain, Resident, Route};
use crate::ids::{EpisodeId, HouseholdId, ResidentId};
use crate::initialization::Tenure;
use crate::links::Link;
use crate::mechanisms::demography::lives;
use crate::mechanisms::money::purchase;
use crate::mechanisms::needs::{natural, steps};
use crate::observation::Indicator;
use crate::random::Process;
use crate::units::{Money, WEEKS_PER_YEAR};

/// The moment has come to carry out a verdict: most are prevented, and so are those of whom help has an arrangement.
/// Whoever stays begins anew.
pub fn comes(now: Now<'_>, d: &mut District, e: EpisodeId) {
    if d.episodes[e].recovered || stage(d, e) != Stage::Verdict {
        return;
    }
    let key = d.episodes[e].key;
    let draw = |occasion| now.inputs.draws.unit(Process::EVICTED, key, occasion);
    if draw(0) < now.inputs.params.evictions.prevented || is_arranged(now, d, e) || purchase::buys_off(now, d, e) {
        comes_to(now, d, e, Stage::Paid);
        return;
    }
    comes_to(now, d, e, Stage::Evicted);
    let r = d.episodes[e].resident;
    let h = d.household_of(r);
    d.counts.add(Indicator::EVICTIONS, 1);
    pay(now, d, h);
    let leaves = draw(1) < now.inputs.params.evictions.leaves && !d.members(h).any(|m| d.is_needless(m));
    if leaves {
        lives::leave(now, d, h, key.0);
    } else {
        weighs(now, d, r, draw(2));
    }
}

/// Of the costs of others, what justice bears (assumption, 0.1 to 0.3); the rest is shelter, which the Wmo pays.
const OF_JUSTICE: f64 = 0.2;

/// The landlord bears arrears and clearance; of a private landlord that is in no account. Others pay the rest.
fn pay(now: Now<'_>, d: &mut District, h: HouseholdId) {
    let p = &now.inputs.params.evictions;
    let money = |euros: f64| Money::from_cents(libm::round(euros * 100.0) as i64);
    let social = d.households[h].tenure == Tenure::SocialRent as u8;
    let others = money(p.social_euros);
    let justice = money(p.social_euros * OF_JUSTICE);
    let landlord = if social { money(p.landlord_euros) } else { Money(0) };
    for (account, cost) in
        [(Account::Housing, landlord), (Account::Justice, justice), (Account::Wmo, Money(others.0 - justice.0))]
    {
        d.pay(account, Account::Providers, cost);
        d.counts.add(Indicator::EUROS_INCIDENTS, cost.0);
    }
}

/// Who stays is in a housing crisis, which is known, and children have more needs for a year. `u` is drawn.
fn weighs(now: Now<'_>, d: &mut District, r: ResidentId, u: f64) {
    let h = d.household_of(r);
    if u < now.settings.link(Link::EVICTION_NEEDS) {
        let housing = |d: &District| {
            d.episodes_of(r).find(|e| d.episodes[*e].domain == Domain::Housing && !d.episodes[*e].recovered)
        };
        match housing(d) {
            Some(e) => steps::breaks_out(now, d, e),
            None => natural::begin_in_crisis(now, d, r, Domain::Housing, u64::from(now.at.0 as u32)),
        }
        if let Some(e) = housing(d) {
            natural::becomes_known(now, d, e, Route::Report);
        }
    }
    let young: Vec<ResidentId> = d.members(h).filter(|m| d.residents[*m].stage < Resident::NO_YOUTH).collect();
    for m in young {
        d.rooms.evictions.evicted.of_mut(&d.residents, m).until = now.week.0 + WEEKS_PER_YEAR;
        now.tell(d, Happening::RateRose(Rate::Onset, m));
    }
}
