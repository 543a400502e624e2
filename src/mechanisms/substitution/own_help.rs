//! The team helps first: which referrals a plan puts off, what becomes of them, and the mandate of a team.

use super::state::PutOff;
use crate::calendar::Occasion;
use crate::district::{District, Now};
use crate::entities::{Entitlement, Frame, Severity};
use crate::ids::{EntitlementId, EpisodeId};
use crate::links::Link;
use crate::observation::Indicator;
use crate::units::Minute;

/// The worst need with which a team helps first: what is severe or a crisis is urgent.
pub const WORST: Severity = Severity::Moderate;

/// Weeks in which the team helps first with a need that its plan would refer; 0 where it refers at once.
pub fn weeks(now: Now<'_>, severity: Severity, frame: Frame) -> f64 {
    // What a court decided is no team's to put off.
    if severity > WORST || frame == Frame::Mandatory {
        return 0.0;
    }
    now.settings.substitution.own_first_weeks * now.settings.link(Link::OWN_HELP_REFERRAL)
}

/// How much the mandate takes off the log odds that a need of a severity is referred: whatever it is, where the work
/// that the need asks is within the hours of the mandate.
pub fn mandate(now: Now<'_>, severity: Severity) -> f64 {
    let (p, s) = (&now.inputs.params.team, &now.settings.substitution);
    if s.mandate_hours <= 0.0 || s.mandate_strength <= 0.0 {
        return 0.0;
    }
    let hours = p.case_light * libm::pow(p.case_ratio, f64::from(severity as u8 - 1));
    if hours <= s.mandate_hours { s.mandate_strength * now.settings.link(Link::OWN_HELP_REFERRAL) } else { 0.0 }
}

/// The plan of a case puts a referral off.
pub fn put_off(now: Now<'_>, d: &mut District, e: EpisodeId, put_off: PutOff) {
    let own_help = d.rooms.substitution.own_help.of_mut(&d.episodes, e);
    own_help.since.get_or_insert(now.at);
    own_help.put_off = Some(put_off);
    let tie = (d.episodes[e].key.0 >> 32) as u32;
    d.schedule_episode(e, Occasion::OWN_HELP_ENDS, put_off.until, tie, 0);
    d.counts.add(Indicator::OWN_HELP_FIRST, 1);
}

/// The referral of a need that is put off.
pub fn pending(d: &District, e: EpisodeId) -> Option<PutOff> {
    d.rooms.substitution.own_help.get(&d.episodes, e).and_then(|own_help| own_help.put_off)
}

/// The referral of a need is put off no longer: it is decided on now.
pub fn take(d: &mut District, e: EpisodeId) -> Option<PutOff> {
    pending(d, e)?;
    d.rooms.substitution.own_help.of_mut(&d.episodes, e).put_off.take()
}

/// A need passes while its referral is put off: own help was enough, or none was needed.
pub fn need_passes(d: &mut District, e: EpisodeId) {
    if take(d, e).is_some() {
        d.counts.add(Indicator::OWN_HELP_ENOUGH, 1);
    }
}

/// Since when the need of an entitlement has been waiting for it: when it was asked for, or when a plan would have
/// referred the need and the team helped first.
pub fn since(d: &District, x: EntitlementId) -> Minute {
    let Entitlement { episode, episode_generation, requested, .. } = d.entitlements[x];
    if !d.episodes.is_current(episode, episode_generation) {
        return requested;
    }
    let own_help = d.rooms.substitution.own_help.get(&d.episodes, episode);
    own_help.and_then(|own_help| own_help.since).map_or(requested, |since| since.min(requested))
}
