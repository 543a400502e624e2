//! What experts by experience do where they work: to who lets them in, to trust, to taking part in help, to the strain
//! of colleagues. Help itself does what it did.

use crate::district::{District, Now};
use crate::entities::Helper;
use crate::ids::EpisodeId;
use crate::links::Link;

/// How much less strain colleagues of experts who are guided enough have if all hours were theirs, and how much more if
/// nobody guides them (assumption, 0 to 0.2).
const STRAIN: f64 = 0.1;

/// The share of a team's working time that is theirs.
pub fn share(d: &District, team: usize) -> f64 {
    d.rooms.experts.0.get(team).copied().unwrap_or_default()
}

/// The share of the working time of all teams that is theirs.
fn share_of_all(now: Now<'_>, d: &District) -> f64 {
    d.rooms.experts.0.iter().enumerate().map(|(team, share)| share * now.settings.team.share_of(team)).sum()
}

/// How many times as often help is accepted that a team offers.
pub fn acceptance(now: Now<'_>, d: &District, team: usize) -> f64 {
    1.0 + now.inputs.params.experts.uptake * share(d, team) * now.settings.link(Link::EXPERIENCE_UPTAKE)
}

/// How many times as much trust in the first line grows by a good outcome.
pub fn trust(now: Now<'_>, d: &District) -> f64 {
    1.0 + now.inputs.params.experts.uptake * share_of_all(now, d) * now.settings.link(Link::EXPERIENCE_UPTAKE)
}

/// What is left of engagement where something takes of it: more if a team with experts helps, and never more than all.
pub fn engagement(now: Now<'_>, d: &District, e: EpisodeId, left: f64) -> f64 {
    if d.episodes[e].helping[Helper::Team as usize] == 0 || d.rooms.experts.0.iter().all(|share| *share <= 0.0) {
        return left;
    }
    let more = now.inputs.params.experts.engagement * share_of_all(now, d);
    (left * (1.0 + more * now.settings.link(Link::EXPERIENCE_UPTAKE))).min(1.0).max(left)
}

/// How far the experts are guided, from not at all to enough.
pub fn guided(now: Now<'_>) -> f64 {
    (now.settings.experts.guidance_hours / now.inputs.params.experts.guidance).clamp(0.0, 1.0)
}

/// Hours of a team's FTE-year that guide the experts in it.
pub fn guidance_hours(now: Now<'_>, d: &District, team: usize) -> f64 {
    now.settings.experts.guidance_hours * share(d, team)
}

/// The part of what a team's hours cost that is not paid because experts cost less.
pub fn discount(now: Now<'_>, d: &District, team: usize) -> f64 {
    share(d, team) * (1.0 - now.inputs.params.experts.price)
}

/// How many times the strain of others a colleague of experts has: less where experts are guided, more where they are
/// not. Strain itself is the professionals' (M21), who multiply theirs by it.
pub fn strain(now: Now<'_>, d: &District, team: usize) -> f64 {
    1.0 + STRAIN * share(d, team) * (1.0 - 2.0 * guided(now))
}
