//! The teams of a district: founded at the start, and turned into those of another organisation in week 0.

use std::cmp::Reverse;

use crate::district::{District, Finish, Now, Team};
use crate::entities::Helper;
use crate::ids::Key;
use crate::mechanisms::team::professionals;
use crate::plan::TeamSpec;
use crate::random::hash_text;

/// Founds the teams of a plan, with all their jobs filled.
pub fn found(now: Now<'_>, d: &mut District, specs: &[TeamSpec]) {
    for (i, spec) in specs.iter().enumerate() {
        let team = Team { pressure: 1.0, ..planned(d, spec) };
        d.teams.push(team);
        professionals::found_team(now, d, i, Key(hash_text(&spec.name)));
    }
}

/// A team of a plan, with nobody in it.
fn planned(d: &District, spec: &TeamSpec) -> Team {
    let remit = spec.remit(d.neighbourhoods.iter().map(|n| n.name.as_str()));
    Team { remit, extra: spec.extra, ..Team::default() }
}

/// The teams become those of another plan. A team goes on as the one of its name, else as the first that is new: with
/// its people, its cases and who waits. What nobody goes on with is taken over by the first. A team without a past
/// begins with people of the others, and only what all teams have more than before is hired.
pub fn become_planned(now: Now<'_>, d: &mut District, before: &[TeamSpec], specs: &[TeamSpec]) {
    if let ([_], [only]) = (before, specs) {
        let Team { remit, extra, .. } = planned(d, only);
        (d.teams[0].remit, d.teams[0].extra) = (remit, extra);
        return;
    }
    let successors = successors(before, specs);
    let old = std::mem::take(&mut d.teams);
    let planned_before: f64 = old.iter().map(|team| team.planned_fte).sum();
    let filled = old.iter().map(|team| team.filled * team.planned_fte).sum::<f64>() / planned_before.max(1e-9);
    let unfilled = old.iter().map(|team| team.unfilled_fte).sum::<f64>() + now.settings.team.fte - planned_before;
    d.teams = specs.iter().map(|spec| planned(d, spec)).collect();
    for (team, &new) in old.into_iter().zip(&successors) {
        take_over(d, new, team);
    }
    renumber(d, &successors);
    for (i, spec) in specs.iter().enumerate() {
        if d.teams[i].jobs.is_empty() {
            professionals::found_team(now, d, i, Key(hash_text(&spec.name)));
            d.teams[i].pressure = 1.0;
            // What the others' jobs lacked is lacking here, too, until it is hired.
            d.teams[i].unfilled_fte = (1.0 - filled).max(0.0) * now.settings.team.fte_of(i);
        } else {
            professionals::go_on(now, d, i);
        }
        d.teams[i].planned_fte = now.settings.team.fte_of(i);
        d.teams[i].unfilled_fte += unfilled.max(0.0) * now.settings.team.share_of(i);
    }
}

/// The position of the new team as which each old one goes on.
fn successors(before: &[TeamSpec], after: &[TeamSpec]) -> Vec<usize> {
    let named = |specs: &[TeamSpec], name: &str| specs.iter().position(|spec| spec.name == name);
    let mut free: Vec<usize> = (0..after.len()).filter(|i| named(before, &after[*i].name).is_none()).collect();
    free.reverse();
    before.iter().map(|spec| named(after, &spec.name).or_else(|| free.pop()).unwrap_or(0)).collect()
}

/// A team takes over what another had.
fn take_over(d: &mut District, new: usize, old: Team) {
    let team = &mut d.teams[new];
    if team.jobs.is_empty() {
        (team.jobs, team.filled, team.pressure) = (old.jobs, old.filled, old.pressure);
    }
    for (clock, other) in team.clocks.iter_mut().zip(old.clocks) {
        let later = clock.reading - other.reading;
        clock.demand += other.demand;
        for Reverse(finish) in other.finish {
            // Where work was added, the earlier end is stale and stays so.
            let is_due =
                d.cases.is_current(finish.case, finish.generation) && d.cases[finish.case].done == finish.clock;
            let clock_then = finish.clock + later;
            if is_due {
                d.cases[finish.case].done = clock_then;
                clock.finish.push(Reverse(Finish { clock: clock_then, ..finish }));
            }
        }
    }
    team.taken += old.taken;
    team.open += old.open;
    team.waiting += old.waiting;
    team.waiting_demand += old.waiting_demand;
    team.line.extend(old.line);
    team.intake_due += old.intake_due;
    team.intake_room += old.intake_room;
    team.arrivals.extend(old.arrivals);
    team.given_back.extend(old.given_back);
}

/// Cases and help under way are those of the successors.
fn renumber(d: &mut District, successors: &[usize]) {
    for c in d.cases.all() {
        let team = &mut d.cases[c].team;
        *team = successors.get(usize::from(*team)).map_or(0, |new| *new as u8);
    }
    for e in d.episodes.all() {
        let before = d.episodes[e].helping[Helper::Team as usize];
        if before != 0 {
            let after = successors.iter().enumerate().filter(|(old, _)| before >> old & 1 == 1);
            d.episodes[e].helping[Helper::Team as usize] = after.fold(0, |bits, (_, new)| bits | 1 << new);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_team_goes_on_under_its_name_or_as_the_first_new_one() {
        let of = |before: &[&str], after: &[&str]| {
            let broad = |names: &[&str]| names.iter().map(|name| TeamSpec::broad(name)).collect::<Vec<_>>();
            successors(&broad(before), &broad(after))
        };
        assert_eq!(of(&["team"], &["young", "old"]), [0]);
        assert_eq!(of(&["young", "old"], &["team"]), [0, 0]);
        assert_eq!(of(&["young", "old"], &["east", "young"]), [1, 0]);
    }
}
