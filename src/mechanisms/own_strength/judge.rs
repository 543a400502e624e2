//! What is assumed: whom the professional holds to be able to do it without help.

use crate::district::{District, Now};
use crate::entities::{Frame, Resident, Severity};
use crate::ids::{EpisodeId, Key, ResidentId};
use crate::links::Link;
use crate::mechanisms::culture::work;
use crate::mechanisms::needs::rates;
use crate::mechanisms::screening::depth;
use crate::random::{Process, standard_normal_quantile};

/// What comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judged {
    /// Nothing: help is given as it is asked for.
    Helped,
    /// The person does a part: help takes fewer hours.
    Fewer,
    /// The person does it all: no help.
    Refused,
}

/// So much of what a professional sees is a network, beside doenvermogen as a share (a matter of the scale).
const NETWORK: f64 = 0.2;

/// As of severity (`screening::triage`): what the error would be without depth, and what depth takes off it
/// (assumption, 1.2 to 2).
const WITHOUT_DEPTH: f64 = 1.5;

/// Who would have to act: an adult for themselves, for a child the reference person.
pub fn actor(d: &District, r: ResidentId) -> ResidentId {
    if d.residents[r].is_adult() { r } else { d.reference_of(d.household_of(r)) }
}

/// Doenvermogen, as it is now, of who would have to act.
pub fn capacity(now: Now<'_>, d: &District, r: ResidentId) -> f64 {
    rates::capacity_now(now, d, actor(d, r))
}

/// The own strength above which somebody is left to it. At nothing assumed it lies two standard errors above what
/// anybody has, at all assumed there where nobody has any.
fn threshold(now: Now<'_>, d: &District) -> f64 {
    let assumed = assumed(now, d) * now.settings.link(Link::OWN_STRENGTH_REFUSAL);
    (1.0 + NETWORK + 2.0 * now.inputs.params.own_strength.noise) * (1.0 - assumed)
}

/// How much own strength is assumed: as planned, and more where culture has gone on.
fn assumed(now: Now<'_>, d: &District) -> f64 {
    (now.settings.own_strength.assumed + work::assumed(now, d)).min(1.0)
}

/// What is made of a need: of a person's doenvermogen and network as the professional sees them, on an occasion of key
/// `key`. A crisis, and what was not asked for freely, is never left to own strength; a severe need in part at most.
pub fn judge(now: Now<'_>, d: &District, e: EpisodeId, frame: Frame, key: Key) -> Judged {
    let (r, severity) = (d.episodes[e].resident, d.episodes[e].severity);
    let spared = severity == Severity::Crisis || frame != Frame::Voluntary;
    if assumed(now, d) <= 0.0 || spared || is_taken_over(d, e) {
        return Judged::Helped;
    }
    let (p, draws) = (&now.inputs.params.own_strength, now.inputs.draws);
    let network = f64::from(u8::from(d.residents[actor(d, r)].is(Resident::NETWORK)));
    let (team, _) = d.team_for(e, now.age(&d.residents[r]));
    let beyond = depth::beyond(now, d, team, (d.episodes[e].domain, Link::DEPTH_TRIAGE));
    let noise = p.noise * depth::error(&now.inputs.params, beyond, WITHOUT_DEPTH);
    let error = noise * standard_normal_quantile(draws.unit(Process::OWN_STRENGTH_SEEN, key, 0));
    if capacity(now, d, r) + NETWORK * network + error <= threshold(now, d) {
        return Judged::Helped;
    }
    let refused = severity < Severity::Severe && draws.unit(Process::OWN_STRENGTH_ANSWER, key, 0) < p.refused;
    if refused { Judged::Refused } else { Judged::Fewer }
}

fn is_taken_over(d: &District, e: EpisodeId) -> bool {
    d.rooms.own_strength.needs.get(&d.episodes, e).is_some_and(|relied| relied.taken_over)
}
