//! Needs that the team handles itself where debts and work are in its remit: when the first talk about debts comes, the
//! hours that they ask, and how long an arrangement holds.

use crate::calendar::Occasion;
use crate::district::{District, Now};
use crate::entities::{Domain, Episode, Severity};
use crate::ids::{EpisodeId, HouseholdId};
use crate::links::Link;
use crate::mechanisms::substitution::own_help::WORST;
use crate::observation::Indicator;
use crate::random::{Distribution, Process};
use crate::units::{Effort, Minute};

/// Whether the team handles a need of a domain itself.
pub fn is_in_remit(now: Now<'_>, domain: Domain) -> bool {
    now.settings.work_income.income && matches!(domain, Domain::Debt | Domain::Work)
}

/// Whether debts that somebody would bring to the debt desk come to the team: those that it can handle.
pub fn comes_to_team(now: Now<'_>, d: &District, e: EpisodeId) -> bool {
    let Episode { domain, severity, .. } = d.episodes[e];
    domain == Domain::Debt && is_in_remit(now, domain) && severity <= WORST
}

/// Weeks in which the team handles a need itself before it refers; 0 where it refers at once.
pub fn weeks_first(now: Now<'_>, domain: Domain, seen: Severity) -> f64 {
    let first = domain == Domain::Debt && is_in_remit(now, domain) && seen <= WORST;
    if first { now.inputs.params.work_income.first_weeks } else { 0.0 }
}

/// A need comes to the team, by whichever way: it asks hours, and debts ask a first talk. `from_desk`: somebody would
/// have gone to the debt desk, and nothing else is asked of the team before the talk. Nothing happens twice.
pub fn comes(now: Now<'_>, d: &mut District, e: EpisodeId, from_desk: bool) {
    let Episode { resident, domain, key, severity, .. } = d.episodes[e];
    let asked = || d.rooms.work_income.handled.get(&d.episodes, e).is_some_and(|debts| debts.asked != Minute::NEVER);
    if !is_in_remit(now, domain) || asked() {
        return;
    }
    d.rooms.work_income.handled.of_mut(&d.episodes, e).asked = now.at;
    let (team, _) = d.team_for(e, now.age(&d.residents[resident]));
    let wait = backlog_weeks(d, now, team);
    ask(now, d, team, Effort::from_hours(now.inputs.params.work_income.case_hours));
    if domain != Domain::Debt {
        return;
    }
    let p = &now.inputs.params;
    let median =
        if severity == Severity::Crisis { p.second_line.debt_threat_weeks } else { p.second_line.debt_talk_weeks };
    let delay = Distribution::LogNormal { median, sigma: p.doors.gate_spread };
    // Under threat somebody talks first and does the rest later.
    let wait = if severity == Severity::Crisis { 0.0 } else { wait };
    let at = now.at.plus_weeks(delay.quantile(now.inputs.draws.unit(Process::TALK_DELAY, key, 0)) + wait);
    d.schedule_episode(e, Occasion::DEBT_TALK, at, (key.0 >> 32) as u32, u8::from(from_desk));
}

/// Effort is asked of a team: of the hours planned for it, or of intake where none are.
fn ask(now: Now<'_>, d: &mut District, team: usize, effort: Effort) {
    d.counts.add(Indicator::HOURS_REMIT, effort.0);
    if now.settings.work_income.debt_fte <= 0.0 {
        d.teams[team].intake_due += effort;
        return;
    }
    let due = &mut d.rooms.work_income.due;
    if due.len() <= team {
        due.resize(team + 1, Effort(0));
    }
    due[team] += effort;
}

/// Weeks until the hours of a team reach what is asked of them now.
fn backlog_weeks(d: &District, now: Now<'_>, team: usize) -> f64 {
    if now.settings.work_income.debt_fte <= 0.0 {
        return d.teams[team].backlog_weeks();
    }
    let of = |list: &[Effort]| list.get(team).map_or(0, |effort| effort.0);
    let room = &d.rooms.work_income;
    (of(&room.due) as f64 / of(&room.weekly).max(1) as f64).min(MOST_WEEKS)
}

/// Nobody is made to wait for longer than this for want of hours (assumption, 26 to 104).
const MOST_WEEKS: f64 = 52.0;

/// The hours of this week that a team spends on debts and work, of those that it has and that are planned for it; they
/// are no longer due. Where nothing is planned any more, what is due is intake's.
pub fn spend(now: Now<'_>, d: &mut District, team: usize, available: Effort) -> Effort {
    if now.settings.work_income.debt_fte <= 0.0 {
        if let Some(due) = d.rooms.work_income.due.get_mut(team) {
            d.teams[team].intake_due += std::mem::replace(due, Effort(0));
        }
        return Effort(0);
    }
    let share = planned_share(now, d, team);
    let room = &mut d.rooms.work_income;
    let planned = Effort((available.0 as f64 * share) as i64);
    // What was asked of teams that are no more is the first one's.
    if team == 0 && room.due.len() > d.teams.len() {
        let left: i64 = room.due.drain(d.teams.len()..).map(|effort| effort.0).sum();
        room.due[0].0 += left;
    }
    for list in [&mut room.due, &mut room.weekly] {
        if list.len() <= team {
            list.resize(team + 1, Effort(0));
        }
    }
    room.weekly[team] = planned;
    let spent = planned.min(room.due[team]);
    room.due[team] -= spent;
    spent
}

/// What was to be spent this week and was not, because crises took the hours, is due again.
pub fn stays_due(d: &mut District, team: usize, effort: Effort) {
    if let Some(due) = d.rooms.work_income.due.get_mut(team) {
        *due += effort;
    }
}

/// The share of the hours of a team that is planned for debts and work: the FTE for them are those teams' who take on
/// debts or work.
fn planned_share(now: Now<'_>, d: &District, team: usize) -> f64 {
    let holds = |team: usize| d.teams[team].remit.domains & (1 << Domain::Debt as u8 | 1 << Domain::Work as u8) != 0;
    let fte = now.settings.team.fte_of(team);
    if !holds(team) || fte <= 0.0 {
        return 0.0;
    }
    let all: f64 = (0..d.teams.len()).filter(|t| holds(*t)).map(|t| now.settings.team.share_of(t)).sum();
    (now.settings.work_income.debt_fte * now.settings.team.share_of(team) / all.max(1e-9) / fte).min(1.0)
}

/// Whether the team has talked with somebody about debts, and the landlord still waits for what comes of it.
pub fn is_arranged(now: Now<'_>, d: &District, e: EpisodeId) -> bool {
    let Some(debts) = d.rooms.work_income.handled.get(&d.episodes, e) else { return false };
    debts.talked != Minute::NEVER && now.at.weeks_since(debts.talked) < now.inputs.params.work_income.arranged_weeks
}

/// The share of arrangements at a first talk that take effect.
pub fn arranged_share(now: Now<'_>) -> f64 {
    now.settings.link(Link::TALK_EVICTION)
}

/// Whether nobody helps with debts, work or housing of somebody in a household who needs help with it.
pub fn has_unhelped_basics(d: &District, h: HouseholdId) -> bool {
    let is_basic = |domain: Domain| domain.is_basic() || domain == Domain::Work;
    d.members(h).flat_map(|m| d.episodes_of(m)).any(|e| {
        let episode = &d.episodes[e];
        is_basic(episode.domain) && !episode.recovered && !episode.is_helped()
    })
}
