//! A week of experts by experience: who stops because of own problems, and what share of the work is theirs.

use super::hiring::share_beside;
use super::uptake::guided;
use crate::district::{District, Now};
use crate::mechanisms::team::professionals;
use crate::observation::Indicator;
use crate::random::Process;
use crate::units::WEEKS_PER_YEAR;

/// A week begins: some of them stop, the more the more pressed their team is and the less they are guided. Then the
/// share of each team's work that is theirs is taken.
pub(super) fn week(now: Now<'_>, d: &mut District) {
    let mut fte = 0.0;
    let mut shares = Vec::with_capacity(d.teams.len());
    for team in 0..d.teams.len() {
        let chance = chance(now, d, team);
        for place in 0..d.teams[team].jobs.len() {
            let job = &d.teams[team].jobs[place];
            if !job.employed || !job.expert {
                continue;
            }
            let week = (i64::from(now.week.0) + (1 << 32)) as u64;
            if now.inputs.draws.unit(Process::EXPERT_RELAPSE, job.key, week) < chance {
                professionals::fall_vacant(now, d, (team, place), week << 16);
                d.counts.add(Indicator::EXPERTS_DROPPED, 1);
            }
        }
        let held = share_beside(&d.teams[team].jobs, None);
        let filled = d.teams[team].filled;
        shares.push(if filled > 0.0 { (held / filled).min(1.0) } else { 0.0 });
        fte += held * now.settings.team.fte_of(team);
    }
    d.rooms.experts.0 = shares;
    d.counts.level(Indicator::EXPERTS.place(), (fte * 1e6) as i64, 1_000_000);
}

/// The chance that an expert of a team stops in a week because of own problems.
fn chance(now: Now<'_>, d: &District, team: usize) -> f64 {
    let p = &now.inputs.params.experts;
    let pressed = (d.teams[team].pressure - 1.0).max(0.0) * (1.0 - guided(now));
    -libm::expm1(-p.relapse * (1.0 + p.pressure * pressed) / f64::from(WEEKS_PER_YEAR))
}
