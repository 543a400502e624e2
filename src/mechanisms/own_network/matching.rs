//! Matchmakers: they hear of some of those for whom nobody cares, and ask people near by to.
//!
//! Most who help nobody were never asked; a matchmaker asks them, so that nobody has to ask or to offer of their own
//! accord. Who agrees is a neighbour from then on.

use rand::RngExt as _;

use crate::district::{District, Now};
use crate::ids::EpisodeId;
use crate::links::Link;
use crate::mechanisms::informal_care::care;
use crate::mechanisms::network::ties;
use crate::observation::Indicator;
use crate::random::Process;
use crate::units::Effort;

/// People whom a matchmaker asks for one person (assumption, 2 to 5).
const ASKED: usize = 3;

/// A need has begun or become worse. Where nobody cares for it and a matchmaker hears of it, some people near by are
/// asked, as long as there are hours.
pub fn seek(now: Now<'_>, d: &mut District, e: EpisodeId) {
    if d.rooms.own_network.matching.0 <= 0 || !care::lacks_all(d, e) {
        return;
    }
    let p = &now.inputs.params.own_network;
    let (r, key, severity) = (d.episodes[e].resident, d.episodes[e].key, d.episodes[e].severity as u64);
    if now.inputs.draws.unit(Process::MATCH_HEARD, key, severity) >= p.heard {
        return;
    }
    d.rooms.own_network.matching -= Effort::from_hours(p.match_hours);
    d.counts.add(Indicator::MATCHES_SOUGHT, 1);
    let willing = p.agrees * now.settings.link(Link::THRESHOLD_CARE);
    let alone = d.residents[r].person.ties == 0;
    let mut luck = now.inputs.draws.sequence(Process::MATCH_WHOM, key, severity);
    for _ in 0..ASKED {
        let Some(other) = ties::somebody_near(d, d.household_of(r), &mut luck) else { continue };
        let u: f64 = luck.random();
        if !ties::may_meet(d, r, other) || u >= willing * care::availability(now, d, other) {
            continue;
        }
        if care::by_match(now, d, e, other) {
            ties::meet(now, d, r, other, &mut luck);
            d.counts.add(Indicator::MATCHES, 1);
            d.counts.ratio(Indicator::MATCHED_WITHOUT_TIES, i64::from(alone), 1);
            return;
        }
    }
}
