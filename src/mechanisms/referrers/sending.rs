//! Whom referrers send to the team, and what they report, by their trust in it: beside what was usual when week 0
//! began. Where there is no other door, or nobody refers, nothing changes.

use super::state::{REFERRERS, Referrer};
use crate::district::{District, Now, Reading};
use crate::doors::{Door, Outcome, WAYS};
use crate::entities::{Domain, Route};
use crate::ids::{EpisodeId, Key};
use crate::links::Link;
use crate::mechanisms::monitoring::watch;
use crate::random::Process;

/// Whether the trust of referrers moves at all.
pub fn moves(now: Now<'_>) -> bool {
    let p = &now.inputs.params.referrers;
    p.up > 0.0 || p.down > 0.0
}

/// How many times as often as usual a referrer sends people to the team, or reports to it.
pub fn factor(now: Now<'_>, d: &District, referrer: Referrer) -> f64 {
    let state = &d.rooms.referrers;
    let over = state.trust[referrer as usize] - state.usual[referrer as usize];
    libm::exp(now.inputs.params.referrers.pull * now.settings.link(Link::REFERRERS_DOOR) * over)
}

/// Of those who ask at the team's own door with a need of a domain: the share that each referrer sent there.
pub fn shares(now: Now<'_>, domain: Domain) -> [f64; REFERRERS] {
    let p = &now.inputs.params.referrers;
    let mut shares = [0.0; REFERRERS];
    let mut by = |referrer: Referrer, share: f64| shares[referrer as usize] = share;
    match domain {
        Domain::Mental | Domain::Daily => by(Referrer::Gp, p.by_gp),
        Domain::Youth => {
            by(Referrer::Gp, p.by_gp);
            by(Referrer::YouthDoctor, p.by_youth_doctor);
            by(Referrer::School, p.by_school);
        }
        Domain::Housing => by(Referrer::Corporation, p.by_corporation),
        Domain::Debt | Domain::Work | Domain::Social => {}
    }
    let all: f64 = shares.iter().sum();
    if all > 1.0 { shares.map(|share| share / all) } else { shares }
}

/// How many times as often as usual the team's own door is chosen with a need of a domain: those whom referrers sent
/// there come more or less often.
pub fn to_team(now: Now<'_>, d: &District, domain: Domain) -> f64 {
    if !moves(now) {
        return 1.0;
    }
    let shares = shares(now, domain);
    let more = Referrer::ALL.into_iter().map(|r| shares[r as usize] * (factor(now, d, r) - 1.0));
    1.0 + more.sum::<f64>()
}

/// Whether the GP sends somebody to the team who came to the GP's door with what the team is for, on an occasion of the
/// need's own: not always where trust is below the usual.
pub fn gp_sends(now: Now<'_>, d: &District, e: EpisodeId, occasion: u64) -> bool {
    let sends = || now.inputs.draws.unit(Process::GP_SENDS, d.episodes[e].key, occasion);
    !moves(now) || sends() < factor(now, d, Referrer::Gp)
}

/// How many times as often as usual a concern about somebody is reported. Arrears and young people are reported by
/// law.
pub fn reports(now: Now<'_>, d: &District, domain: Domain, reading: Reading) -> f64 {
    if matches!(domain, Domain::Debt | Domain::Youth) || !moves(now) {
        return 1.0;
    }
    reading.of(|| factor(now, d, Referrer::Police), || libm::exp(now.inputs.params.referrers.pull))
}

/// The share of a domain's ways to a case that lead by the GP's door.
fn share_by_gp(domain: Domain) -> f64 {
    let all = || WAYS.iter().filter(|w| w.domain == domain && w.outcome == Outcome::Case);
    let weight = |of_gp: bool| all().filter(|w| !of_gp || w.door == Door::Gp).map(|w| w.weight).sum::<f64>();
    if weight(false) > 0.0 { weight(true) / weight(false) } else { 0.0 }
}

/// Who sent somebody with a need for whom a case was asked, by its key: by the route on which the need came to light
/// and the usual shares. `None`: nobody did.
pub fn who_sent(now: Now<'_>, d: &District, e: EpisodeId, case: Key) -> Option<Referrer> {
    let domain = d.episodes[e].domain;
    match watch::route_of(d, e)? {
        Route::Asked => {
            let mut shares = shares(now, domain);
            if matches!(domain, Domain::Work | Domain::Social) {
                shares[Referrer::Gp as usize] = share_by_gp(domain);
            }
            let mut left = now.inputs.draws.unit(Process::SENT_BY, case, 0);
            Referrer::ALL.into_iter().find(|referrer| {
                left -= shares[*referrer as usize];
                left < 0.0
            })
        }
        Route::Report if !matches!(domain, Domain::Debt | Domain::Youth) => Some(Referrer::Police),
        _ => None,
    }
}
