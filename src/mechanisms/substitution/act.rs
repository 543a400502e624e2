//! What comes due: own help that has gone on for its weeks, needs that become severe meanwhile, and reviews.

use super::{own_help, review};
use crate::calendar::Entry;
use crate::district::{Arrival, District, Moves, Now};
use crate::entities::{Entitlement, Stage};
use crate::ids::{EntitlementId, EpisodeId, HouseholdId};
use crate::mechanisms::doors::referrals;
use crate::mechanisms::second_line::entitlements;
use crate::mechanisms::team::cases;
use crate::observation::Indicator;
use crate::random::Process;
use crate::units::{Effort, MINUTES_PER_WEEK};

/// The weeks of own help are over: the plan decides again.
pub fn own_help_ends(now: Now<'_>, d: &mut District, e: EpisodeId) {
    // What was put off once more since then is decided on later.
    if own_help::pending(d, e).is_some_and(|put_off| put_off.until <= now.at) {
        decide(now, d, e);
    }
}

/// A need has become worse while its referral is put off: what is urgent is decided on at once.
pub fn worsened(now: Now<'_>, d: &mut District, e: EpisodeId) {
    if d.episodes[e].severity > own_help::WORST && own_help::pending(d, e).is_some() {
        decide(now, d, e);
    }
}

fn decide(now: Now<'_>, d: &mut District, e: EpisodeId) {
    if referrals::decide_again(now, d, e) {
        cases::hand_over(now, d, e);
    }
}

/// Where reviews begin, every service that runs gets its first one within the interval, at a keyed moment: a team
/// cannot do all of them in one week.
pub fn begin_reviews(now: Now<'_>, d: &mut District) {
    let interval = review::interval(now);
    if interval.is_some() == d.rooms.substitution.reviews {
        return;
    }
    d.rooms.substitution.reviews = interval.is_some();
    let Some(weeks) = interval else { return };
    d.rooms.substitution.wave = (d.rooms.substitution.wave + 1) & 0x7F;
    for h in (0..d.households.len() as u32).map(HouseholdId) {
        let running: Vec<EntitlementId> = d
            .members(h)
            .flat_map(|r| d.entitlements_of(r))
            .filter(|x| {
                let Entitlement { stage, product, frame, .. } = d.entitlements[*x];
                stage == Stage::Served && review::is_reviewed(product, frame)
            })
            .collect();
        for x in running {
            let u = now.inputs.draws.unit(Process::FIRST_REVIEW, d.entitlements[x].key, now.week.0 as u64);
            review::enter(d, x, now.at.plus_weeks(weeks * u), false);
        }
    }
}

/// A review is due: the team does it when it has worked off what came before. Or it is done: the service follows it in
/// its queue, at this minute.
pub fn review(now: Now<'_>, d: &mut District, entry: &Entry) {
    let x = EntitlementId(entry.slot);
    let (wave, done) = (entry.aux >> 1, entry.aux & 1 == 1);
    let Entitlement { resident, stage, product, frame, key, generation, .. } = d.entitlements[x];
    let current = wave == d.rooms.substitution.wave && stage == Stage::Served && resident.some().is_some();
    let Some(weeks) = review::interval(now).filter(|_| current && review::is_reviewed(product, frame)) else { return };
    if done {
        let (at, tie) = (now.at, (key.0 >> 32) as u32);
        d.arrivals[product as usize].push(Arrival { at, tie, entitlement: x, generation, moves: Moves::Reviewed });
        review::enter(d, x, now.at.plus_weeks(weeks), false);
        return;
    }
    let team = entitlements::need_of(d, x).map_or(0, |e| d.team_for(e, now.age(&d.residents[resident])).0);
    let backlog = d.teams[team].backlog_weeks().max(1.0 / f64::from(MINUTES_PER_WEEK));
    d.teams[team].intake_due += Effort::from_hours(now.inputs.params.substitution.hours);
    d.counts.add(Indicator::REVIEWS, 1);
    review::enter(d, x, now.at.plus_weeks(backlog), true);
}
