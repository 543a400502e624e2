//! The teams of a district: founded at the start, and turned into those of another organisation in week 0.

use std::cmp::Reverse;
use std::collections::VecDeque;

use crate::district::{Crew, District, Finish, Now, Team};
use crate::entities::{Case, CaseState, Form, Helper, Professional, Remit};
use crate::ids::{CaseId, EpisodeId, Key};
use crate::mechanisms::coordination::around;
use crate::mechanisms::team::{cases, professionals};
use crate::plan::TeamSpec;
use crate::random::hash_text;
use crate::units::Effort;

/// Founds the teams of a plan, with all their jobs filled.
pub fn found(now: Now<'_>, d: &mut District, specs: &[TeamSpec]) {
    // Who is hired where depends on which teams there are.
    d.teams = specs.iter().map(|spec| Team { pressure: 1.0, ..planned(d, spec) }).collect();
    for (i, spec) in specs.iter().enumerate() {
        professionals::found_team(now, d, i, Key(hash_text(&spec.name)));
    }
}

/// A team of a plan, with nobody in it.
fn planned(d: &District, spec: &TeamSpec) -> Team {
    let remit = spec.remit(d.neighbourhoods.iter().map(|n| n.name.as_str()));
    Team { remit, form: spec.form, ..Team::default() }
}

/// The teams become those of another plan. A team goes on under its name, with its people, its cases and who waits; the
/// cases of any other go to the teams that take on their needs, its people to the teams that are new, in their order,
/// as many to each as it has jobs. Only what all teams have more than before is hired.
pub fn become_planned(now: Now<'_>, d: &mut District, before: &[TeamSpec], specs: &[TeamSpec]) {
    if let ([_], [only]) = (before, specs) {
        let Team { remit, form, .. } = planned(d, only);
        if !is_alike(&(remit.clone(), form), &d.teams[0]) {
            d.teams[0].crew.unpractised = 1.0;
        }
        (d.teams[0].remit, d.teams[0].form) = (remit, form);
        return;
    }
    let mut old = std::mem::take(&mut d.teams);
    let planned_before: f64 = old.iter().map(|team| team.planned_fte).sum();
    let filled = old.iter().map(|team| team.filled * team.planned_fte).sum::<f64>() / planned_before.max(1e-9);
    let unfilled = old.iter().map(|team| team.unfilled_fte).sum::<f64>() + now.settings.team.fte - planned_before;
    let intake: i64 = old.iter().map(|team| team.intake_due.0).sum();
    let used_to = used_to(&old);
    let remits: Vec<(Remit, Form)> = old.iter().map(|team| (team.remit.clone(), team.form)).collect();
    d.teams = specs.iter().map(|spec| Team { pressure: 1.0, ..planned(d, spec) }).collect();
    let named: Vec<Option<usize>> = before.iter().map(|spec| position(specs, &spec.name)).collect();
    divide_people(now, d, &mut old, &named);
    hand_over(now, d, &named);
    for team in old {
        take_over(d, team);
    }
    for c in d.households.all().flat_map(|h| d.cases_of(h)).collect::<Vec<CaseId>>() {
        cases::count_in(d, c);
    }
    around::teams_changed(d);
    for (i, spec) in specs.iter().enumerate() {
        if d.teams[i].jobs.is_empty() {
            d.teams[i].crew = Crew { unpractised: 1.0, ..used_to.clone() };
            professionals::found_team(now, d, i, Key(hash_text(&spec.name)));
            // What the others' jobs lacked is lacking here, too, until it is hired.
            d.teams[i].unfilled_fte = (1.0 - filled).max(0.0) * now.settings.team.fte_of(i);
        } else {
            professionals::go_on(now, d, i);
            let past = position(before, &spec.name);
            if past.is_none() {
                // Some of its jobs may be left over when those of before are divided.
                professionals::found_team(now, d, i, Key(hash_text(&spec.name)));
            }
            let same = past.is_some_and(|old| is_alike(&remits[old], &d.teams[i]));
            d.teams[i].crew.unpractised = if same { d.teams[i].crew.unpractised } else { 1.0 };
        }
        let share = now.settings.team.share_of(i);
        d.teams[i].planned_fte = now.settings.team.fte_of(i);
        d.teams[i].unfilled_fte += unfilled.max(0.0) * share;
        d.teams[i].intake_due = Effort((intake as f64 * share) as i64);
    }
}

/// Whether a team does what another remit and form says: else its work is new to its people.
fn is_alike((remit, form): &(Remit, Form), team: &Team) -> bool {
    *remit == team.remit && *form == team.form
}

/// What the people of some teams are used to, who begin as another.
fn used_to(teams: &[Team]) -> Crew {
    let all: f64 = teams.iter().map(|team| team.planned_fte).sum::<f64>().max(1e-9);
    let mean = |of: fn(&Crew) -> f64| teams.iter().map(|team| of(&team.crew) * team.planned_fte).sum::<f64>() / all;
    let usual_strain = mean(|crew| crew.usual_strain);
    Crew { usual_pressure: mean(|crew| crew.usual_pressure), usual_strain, strain: usual_strain, ..Crew::default() }
}

fn position(specs: &[TeamSpec], name: &str) -> Option<usize> {
    specs.iter().position(|spec| spec.name == name)
}

/// The people of old teams go to that of their team's name as far as it has jobs, else to the new teams in their order,
/// as many to each as it has jobs; whom nobody has a job for leaves. A team is used to what its first people are used
/// to.
fn divide_people(now: Now<'_>, d: &mut District, old: &mut [Team], named: &[Option<usize>]) {
    let mut pool: VecDeque<(Professional, usize)> = VecDeque::new();
    for (i, team) in old.iter_mut().enumerate() {
        let mut people = std::mem::take(&mut team.jobs);
        if let Some(new) = named[i] {
            // A smaller team has fewer jobs, not smaller ones.
            let kept = professionals::jobs_of(now, new).min(people.len());
            pool.extend(people.split_off(kept).into_iter().map(|job| (job, i)));
            begin_as(&mut d.teams[new], team, people);
        } else {
            pool.extend(people.into_iter().map(|job| (job, i)));
        }
    }
    for new in (0..d.teams.len()).filter(|new| !named.contains(&Some(*new))) {
        let jobs = professionals::jobs_of(now, new).min(pool.len());
        if let Some(from) = pool.front().map(|(_, from)| *from) {
            begin_as(&mut d.teams[new], &old[from], pool.drain(..jobs).map(|(job, _)| job).collect());
        }
    }
}

/// A team begins with some people of another, and is used to what that was used to.
fn begin_as(team: &mut Team, before: &Team, jobs: Vec<Professional>) {
    (team.jobs, team.filled, team.pressure) = (jobs, before.filled, before.pressure);
    team.crew = before.crew.clone();
    professionals::share_equally(team);
}

/// Cases, and help under way, go to the team of the same name, or else to the one that takes on their need.
fn hand_over(now: Now<'_>, d: &mut District, named: &[Option<usize>]) {
    for h in d.households.all() {
        let cases: Vec<CaseId> = d.cases_of(h).collect();
        let mut moves: Vec<(u8, u8)> = Vec::new();
        for c in cases {
            let Case { team: old, episode, episode_generation, .. } = d.cases[c];
            let need = d.episodes.is_current(episode, episode_generation).then_some(episode);
            let takes_on = |e: EpisodeId| d.team_for(e, now.age(&d.residents[d.episodes[e].resident])).0;
            let new = named.get(usize::from(old)).copied().flatten().unwrap_or_else(|| need.map_or(0, takes_on)) as u8;
            d.cases[c].team = new;
            moves.push((old, new));
        }
        if moves.iter().all(|(old, new)| old == new) {
            continue;
        }
        let needs: Vec<EpisodeId> = d.members(h).flat_map(|m| d.episodes_of(m)).collect();
        for e in needs {
            let before = d.episodes[e].helping[Helper::Team as usize];
            let helps = moves.iter().filter(|(old, _)| before >> old & 1 == 1);
            d.episodes[e].helping[Helper::Team as usize] = helps.fold(0, |bits, (_, new)| bits | 1 << new);
        }
    }
}

/// What an old team had in its line and on its clocks goes on where its cases are now.
fn take_over(d: &mut District, old: Team) {
    for waiting in old.line.into_iter().chain(old.arrivals) {
        let case = d.cases.is_current(waiting.case, waiting.generation).then(|| &d.cases[waiting.case]);
        if let Some(case) = case.filter(|case| case.state == CaseState::Waiting) {
            d.teams[usize::from(case.team)].line.push(waiting);
        }
    }
    for (sort, other) in old.clocks.into_iter().enumerate() {
        for Reverse(finish) in other.finish {
            // Where work was added, the earlier end is stale.
            let is_due = d.cases.is_current(finish.case, finish.generation)
                && d.cases[finish.case].state == CaseState::Open
                && d.cases[finish.case].done == finish.clock;
            if is_due {
                let team = &mut d.teams[usize::from(d.cases[finish.case].team)];
                let then = finish.clock - other.reading + team.clocks[sort].reading;
                team.clocks[sort].finish.push(Reverse(Finish { clock: then, ..finish }));
                d.cases[finish.case].done = then;
            }
        }
    }
}
