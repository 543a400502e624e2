//! Cases of the wijkteam: asked for, waited for, opened with intake and plan, worked on, closed (M1; docs/odd.md
//! 7.7). The hours that they run on are allotted in `team`. Left out: which professional has which case.

use std::cmp::Reverse;

use crate::calendar::{Entry, Occasion};
use crate::district::{District, Finish, Happening, Now, WaitingCase, What, WorkClock, join};
use crate::entities::{Case, CaseState, Episode, Form, Frame, Helper, Lines, Route, Severity};
use crate::ids::{CaseId, EpisodeId, HouseholdId, Key, ResidentId};
use crate::links::Link;
use crate::mechanisms::aftercare::agree as aftercare;
use crate::mechanisms::coordination::{around, plan};
use crate::mechanisms::culture::work;
use crate::mechanisms::doors::referrals;
use crate::mechanisms::needs::natural;
use crate::mechanisms::own_network::exception;
use crate::mechanisms::own_strength::judge::{Judged, actor, judge};
use crate::mechanisms::own_strength::refusal;
use crate::mechanisms::screening::scope;
use crate::mechanisms::screening::triage::{self, Look};
use crate::mechanisms::work_income::handling;
use crate::observation::{Indicator, catalogue};
use crate::random::{Distribution, Process};
use crate::units::{Effort, MINUTES_PER_WEEK, Minute};

/// Twentieths of a place that a case takes, by severity: 45 light, 25 moderate, 15 severe or 12 crisis cases fill an
/// FTE at a norm of 25 (evidence caseload_per_fte, assumption: light cases up to 45, intensive 12 to 15).
const WEIGHTS: [u32; 4] = [11, 20, 33, 42];

/// Hours a week that a case of a severity takes at full pace.
pub(super) fn intensity(now: Now<'_>, severity: Severity) -> Effort {
    let p = &now.inputs.params;
    Effort::from_hours(p.team.intensity * libm::pow(p.team.intensity_ratio, f64::from(severity as u8 - 1)))
}

/// Weeks that a case of a severity takes at full pace, by its own need alone: handed over or not.
pub fn usual_weeks(now: Now<'_>, severity: Severity, referred: bool) -> f64 {
    let p = &now.inputs.params.team;
    let work = p.case_light * libm::pow(p.case_ratio, f64::from(severity as u8 - 1));
    work * if referred { p.referred_work } else { 1.0 } / intensity(now, severity).hours()
}

/// The team that takes on a need, and the one that takes it in before, if it comes on top of that.
fn team_for(now: Now<'_>, d: &District, e: EpisodeId) -> (usize, Option<usize>) {
    d.team_for(e, now.age(&d.residents[d.episodes[e].resident]))
}

/// A case for a need: opened with the team that takes it on, or joined to the household's case there.
pub fn open_case(now: Now<'_>, d: &mut District, e: EpisodeId, frame: Frame) {
    handling::comes(now, d, e, false);
    let (team, usual) = team_for(now, d, e);
    let episode = &d.episodes[e];
    let (r, key, generation) = (episode.resident, episode.key, episode.generation);
    let h = d.household_of(r);
    if let Some(case) = d.case_with(h, team) {
        join_case(now, d, case, e, frame);
        return;
    }
    let point = u64::from(now.at.0 as u32) | (team as u64) << 32;
    let case_key = now.inputs.draws.key(Process::CASE_KEY, d.households[h].key, join(key, point));
    let severity = triage::seen(now, d, Look { team, case: case_key, opens: true }, e);
    let case = Case {
        key: case_key,
        household: h,
        next: CaseId::NONE,
        episode: e,
        resident: r,
        requested: now.at,
        work: Effort(0),
        intensity: intensity(now, severity),
        done: 0,
        generation: 0,
        episode_generation: generation,
        household_generation: d.households[h].generation,
        team: team as u8,
        state: CaseState::Waiting,
        severity,
        frame,
    };
    d.note_of(now.at, r, Some(case_key), What::CaseRequested(d.episodes[e].domain));
    d.teams[team].waiting_demand += case.intensity;
    let c = d.cases.insert(case);
    d.link_case(c);
    d.episodes[e].in_pipeline += 1;
    d.teams[team].waiting += 1;
    let (tie, generation) = (order_of(now, case_key), d.cases[c].generation);
    let mut enter = |at: Minute, what: Occasion| {
        d.calendar.add(Entry { at, tie, slot: c.0, generation, what, aux: 0 });
    };
    let long = now.at.plus_weeks(now.inputs.params.doors.waterbed_weeks);
    enter(long, Occasion::CASE_WAITS_LONG);
    let leave = now.inputs.params.doors.waiting_leave;
    if leave > 0.0 {
        let u = now.inputs.draws.unit(Process::PATIENCE, case_key, 0);
        let at = now.at.plus_weeks(Distribution::Exponential { mean: 1.0 / leave }.quantile(u));
        enter(at, Occasion::CASE_LEAVES);
    }
    match usual {
        None => queue_up(now, d, c),
        Some(usual) => take_in_first(now, d, c, usual),
    }
}

/// The usual team takes in what goes on to a team on top of it: its intake is done twice, and the second waits for the
/// first.
fn take_in_first(now: Now<'_>, d: &mut District, c: CaseId, usual: usize) {
    let team = &mut d.teams[usual];
    let at = now.at.plus_weeks(team.backlog_weeks().max(1.0 / f64::from(MINUTES_PER_WEEK)));
    team.intake_due += Effort::from_hours(now.inputs.params.team.intake_hours);
    let (tie, generation) = (order_of(now, d.cases[c].key), d.cases[c].generation);
    d.calendar.add(Entry { at, tie, slot: c.0, generation, what: Occasion::CASE_PASSED_ON, aux: 0 });
}

/// A case has been taken in by the usual team, and stands in line with its own from now on.
pub fn passed_on(now: Now<'_>, d: &mut District, c: CaseId) {
    if d.cases[c].state == CaseState::Waiting {
        queue_up(now, d, c);
    }
}

/// Somebody has waited long for the team: trust falls, and who came by themselves may try another door while the place
/// in line is kept.
pub fn case_waits_long(now: Now<'_>, d: &mut District, c: CaseId) {
    let Case { state, frame, key, .. } = d.cases[c];
    if state != CaseState::Waiting {
        return;
    }
    let Some(e) = opening_episode(d, c).filter(|e| !d.episodes[*e].recovered) else { return };
    let r = d.episodes[e].resident;
    now.tell(d, Happening::CaseUnanswered(c, e));
    if frame == Frame::Voluntary {
        now.tell(d, Happening::WaitsForTeam(e, key));
    }
    now.tell(d, Happening::HelpTurnedOut(r, Lines::FIRST, false));
}

/// The keyed order of a case among equals.
fn order_of(now: Now<'_>, key: Key) -> u32 {
    (now.inputs.draws.bits(Process::QUEUE_ORDER, key, 0) >> 32) as u32
}

/// A waiting case stands in line at its urgency from now on; where it stood before is stale.
fn queue_up(now: Now<'_>, d: &mut District, c: CaseId) {
    let case = &d.cases[c];
    let (urgency, since, tie) = (case.severity as u8, Reverse(case.requested), order_of(now, case.key));
    let generation = case.generation;
    let team = usize::from(case.team);
    d.teams[team].arrivals.push(WaitingCase { urgency, since, tie, case: c, generation, joins: now.at });
}

/// A further need of a household that has a case: a heavier one makes a waiting case more urgent; in an open one it is
/// taken up, adds its share of work, and may be referred.
fn join_case(now: Now<'_>, d: &mut District, c: CaseId, e: EpisodeId, frame: Frame) {
    d.cases[c].frame = d.cases[c].frame.max(frame);
    if d.cases[c].state == CaseState::Waiting {
        if seen(now, d, c, e) > d.cases[c].severity {
            open_with(now, d, c, e);
            queue_up(now, d, c);
        }
        return;
    }
    if d.episodes[e].helping[Helper::Team as usize] != 0 {
        return;
    }
    let Episode { resident: r, domain, .. } = d.episodes[e];
    natural::team_begins(now, d, e, d.cases[c].team);
    d.mark_team(r, now.week);
    if opening_episode(d, c).is_some_and(|opening| !scope::looks_at(now, d.episodes[opening].domain, domain)) {
        // Another silo takes it in.
        d.teams[usize::from(d.cases[c].team)].intake_due += Effort::from_hours(now.inputs.params.team.intake_hours);
    }
    let referred = !referrals::plan_referrals(now, d, c, &[e]).is_empty();
    let p = &now.inputs.params;
    let share = p.team.case_domain * if referred { p.team.referred_work } else { 1.0 };
    let case = &mut d.cases[c];
    case.done += full_minutes(Effort((case.work.0 as f64 * share) as i64), case.intensity) * WorkClock::FULL;
    let (clock, generation, tie) = (case.done, case.generation, order_of(now, case.key));
    clock_of(d, c).finish.push(Reverse(Finish { clock, tie, case: c, generation }));
}

/// The need with which a case waits has become worse: the case becomes more urgent.
pub fn worsened(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let h = d.household_of(d.episodes[e].resident);
    let waits = |c: &CaseId| d.cases[*c].state == CaseState::Waiting && opening_episode(d, *c) == Some(e);
    let waiting = d.cases_of(h).find(waits);
    if let Some(c) = waiting {
        open_with(now, d, c, e);
        queue_up(now, d, c);
    }
}

/// A need with which a case was opened goes to the second line after all: what is left of the work is coordination.
pub fn hand_over(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let h = d.household_of(d.episodes[e].resident);
    let opened = |c: &CaseId| d.cases[*c].state == CaseState::Open && opening_episode(d, *c) == Some(e);
    let Some(c) = d.cases_of(h).find(opened) else { return };
    let reading = clock_of(d, c).after(now.at.0 - now.week.start().0);
    let left = d.cases[c].done - reading;
    if left <= 0 {
        return;
    }
    let clock = reading + ((left as f64 * now.inputs.params.team.referred_work) as i64).max(1);
    d.cases[c].done = clock;
    let (generation, tie) = (d.cases[c].generation, order_of(now, d.cases[c].key));
    clock_of(d, c).finish.push(Reverse(Finish { clock, tie, case: c, generation }));
}

/// The work of an open case is as good as done, whatever is left of it: it closes as soon as its clock runs.
pub fn finish_now(now: Now<'_>, d: &mut District, c: CaseId) {
    let clock = clock_of(d, c).after(now.at.0 - now.week.start().0) + 1;
    if clock < d.cases[c].done {
        d.cases[c].done = clock;
        let (generation, tie) = (d.cases[c].generation, order_of(now, d.cases[c].key));
        clock_of(d, c).finish.push(Reverse(Finish { clock, tie, case: c, generation }));
    }
}

/// Work on open cases is done again: a share of what their opening need asks.
pub fn lose_work(now: Now<'_>, d: &mut District, c: CaseId, share: f64) {
    let Case { work, intensity, key, .. } = d.cases[c];
    let again = Effort((work.0 as f64 * share) as i64);
    if again.0 <= 0 {
        return;
    }
    d.cases[c].done += full_minutes(again, intensity) * WorkClock::FULL;
    let (clock, generation, tie) = (d.cases[c].done, d.cases[c].generation, order_of(now, key));
    clock_of(d, c).finish.push(Reverse(Finish { clock, tie, case: c, generation }));
}

/// The need with which a waiting case opens is another one now, or has become worse.
fn open_with(now: Now<'_>, d: &mut District, c: CaseId, e: EpisodeId) {
    if let Some(before) = opening_episode(d, c) {
        natural::leaves_pipeline(now, d, before);
    }
    d.episodes[e].in_pipeline += 1;
    let severity = seen(now, d, c, e);
    let episode = &d.episodes[e];
    let case = &mut d.cases[c];
    (case.episode, case.episode_generation, case.resident) = (e, episode.generation, episode.resident);
    case.severity = severity;
    let team = &mut d.teams[usize::from(case.team)];
    team.waiting_demand -= case.intensity;
    case.intensity = intensity(now, case.severity);
    team.waiting_demand += case.intensity;
}

/// How severe the team of a case holds the need to be with which it opens, or would open.
fn seen(now: Now<'_>, d: &District, c: CaseId, e: EpisodeId) -> Severity {
    let Case { team, key, .. } = d.cases[c];
    triage::seen(now, d, Look { team: usize::from(team), case: key, opens: true }, e)
}

/// Minutes on the clock that work takes at full pace.
fn full_minutes(work: Effort, intensity: Effort) -> i64 {
    (work.0 as f64 / intensity.0.max(1) as f64 * f64::from(MINUTES_PER_WEEK)).max(1.0) as i64
}

/// Whether the household and the person of a case are still there.
fn is_current(d: &District, c: CaseId) -> bool {
    let case = &d.cases[c];
    d.households[case.household].generation == case.household_generation && d.cases_of(case.household).any(|x| x == c)
}

fn opening_episode(d: &District, c: CaseId) -> Option<EpisodeId> {
    let case = &d.cases[c];
    d.episodes.is_current(case.episode, case.episode_generation).then_some(case.episode)
}

/// Somebody who waits for the team loses patience. Whoever is under pressure (*drang*) cannot just stay away.
pub fn case_leaves(now: Now<'_>, d: &mut District, c: CaseId) {
    if d.cases[c].state == CaseState::Waiting && d.cases[c].frame == Frame::Voluntary {
        d.counts.add(Indicator::LEFT_QUEUE, 1);
        let (key, opening) = (d.cases[c].key, opening_episode(d, c));
        let resident = opening.map(|e| d.episodes[e].resident);
        if let Some(e) = opening {
            now.tell(d, Happening::CaseUnanswered(c, e));
        }
        drop_waiting(now, d, c);
        if let Some(r) = resident {
            d.note_of(now.at, r, Some(key), What::CaseLeft);
            now.tell(d, Happening::HelpTurnedOut(r, Lines::FIRST, false));
        }
    }
}

fn drop_waiting(now: Now<'_>, d: &mut District, c: CaseId) {
    let case = &d.cases[c];
    let team = &mut d.teams[usize::from(case.team)];
    team.waiting -= 1;
    team.waiting_demand -= case.intensity;
    forget(now, d, c);
}

/// A need goes on as another episode: a case that it opened is about that one.
pub fn go_on(d: &mut District, (before, generation): (EpisodeId, u16), e: EpisodeId) {
    let h = d.household_of(d.episodes[e].resident);
    let new = d.episodes[e].generation;
    let mut next = d.households[h].case.some();
    while let Some(c) = next {
        let case = &mut d.cases[c];
        next = case.next.some();
        if case.episode == before && case.episode_generation == generation {
            (case.episode, case.episode_generation) = (e, new);
            d.episodes[e].in_pipeline += 1;
        }
    }
}

/// Somebody of a household has gone: a case that is about nobody any more ends, and gives its place and hours back.
pub fn somebody_gone(now: Now<'_>, d: &mut District, h: HouseholdId) {
    let cases: Vec<CaseId> = d.cases_of(h).collect();
    for c in cases {
        somebody_of_case_gone(now, d, h, c);
    }
}

fn somebody_of_case_gone(now: Now<'_>, d: &mut District, h: HouseholdId, c: CaseId) {
    match d.cases[c].state {
        CaseState::Waiting if opening_episode(d, c).is_some() => {}
        CaseState::Waiting => match other_need(now, d, c) {
            Some(e) => {
                open_with(now, d, c, e);
                queue_up(now, d, c);
            }
            None => drop_waiting(now, d, c),
        },
        CaseState::Open => {
            let team = d.cases[c].team;
            if !d.members(h).flat_map(|m| d.episodes_of(m)).any(|e| d.episodes[e].is_helped_by(team)) {
                let weight = end_work(d, c);
                d.teams[usize::from(team)].given_back.push((now.at, weight));
                forget(now, d, c);
            }
        }
    }
}

/// A case counts in its team, to which it has just come: as waiting, or with the place and the hours that it takes.
pub(super) fn count_in(d: &mut District, c: CaseId) {
    let Case { team, intensity, severity, state, .. } = d.cases[c];
    let team = &mut d.teams[usize::from(team)];
    if state == CaseState::Waiting {
        team.waiting += 1;
        team.waiting_demand += intensity;
    } else {
        team.open += 1;
        team.heavy += u32::from(severity >= Severity::Severe);
        team.taken += WEIGHTS[severity as usize - 1];
        team.clocks[usize::from(severity != Severity::Crisis)].demand += intensity;
    }
}

/// An open case asks nothing more of the work clock. Returns the twentieths of a place that it took.
fn end_work(d: &mut District, c: CaseId) -> u32 {
    let Case { intensity, severity, team, .. } = d.cases[c];
    around::case_ends(d, c);
    let state = &mut d.teams[usize::from(team)];
    state.open -= 1;
    state.heavy -= u32::from(severity >= Severity::Severe);
    clock_of(d, c).demand -= intensity;
    WEIGHTS[severity as usize - 1]
}

fn forget(now: Now<'_>, d: &mut District, c: CaseId) {
    if let Some(e) = opening_episode(d, c) {
        natural::leaves_pipeline(now, d, e);
    }
    if is_current(d, c) {
        d.unlink_case(c);
    }
    d.cases.free(c);
}

/// The work clock of a case: that of crises, or that of all others.
fn clock_of(d: &mut District, c: CaseId) -> &mut WorkClock {
    let Case { team, severity, .. } = d.cases[c];
    &mut d.teams[usize::from(team)].clocks[usize::from(severity != Severity::Crisis)]
}

/// Fills free places of a team at a moment: the most urgent first.
pub(super) fn fill(now: Now<'_>, d: &mut District, team: usize) {
    while d.teams[team].taken < d.teams[team].places {
        let Some(waiting) = d.teams[team].line.pop() else { return };
        let c = waiting.case;
        let stands = d.cases.is_current(c, waiting.generation) && {
            let case = &d.cases[c];
            case.state == CaseState::Waiting && case.severity as u8 == waiting.urgency
        };
        if !stands {
            continue;
        }
        // The need may have passed or the people gone while they waited.
        let passed = opening_episode(d, c).is_none_or(|e| d.episodes[e].recovered);
        match (is_current(d, c), passed, if passed { other_need(now, d, c) } else { None }) {
            (true, false, _) => take_in(now, d, c, waiting.tie),
            (true, true, Some(e)) => {
                open_with(now, d, c, e);
                take_in(now, d, c, waiting.tie);
            }
            _ => drop_waiting(now, d, c),
        }
    }
}

/// The heaviest need of a case's household that is its team's, known, and that nobody helps with or is about to.
fn other_need(now: Now<'_>, d: &District, c: CaseId) -> Option<EpisodeId> {
    if !is_current(d, c) {
        return None;
    }
    d.members(d.cases[c].household)
        .flat_map(|m| d.episodes_of(m))
        .filter(|e| {
            let episode = &d.episodes[*e];
            let free = episode.known && !episode.recovered && !episode.is_helped() && episode.in_pipeline == 0;
            free && is_of_team(now, d, c, *e)
        })
        .max_by_key(|e| (d.episodes[*e].severity, d.episodes[*e].key))
}

/// A case is taken in: it gets its place, unless its household is left to own strength.
fn take_in(now: Now<'_>, d: &mut District, c: CaseId, tie: u32) {
    let Case { episode: e, frame, key, team, .. } = d.cases[c];
    let mut judged = judge(now, d, e, frame, key);
    if judged != Judged::Helped {
        let who = actor(d, d.episodes[e].resident);
        if exception::spares(now, d, who) {
            judged = Judged::Helped;
        }
    }
    if judged == Judged::Refused {
        d.teams[usize::from(team)].intake_due += Effort::from_hours(now.inputs.params.team.intake_hours);
        drop_waiting(now, d, c);
        refusal::refused(now, d, e, None, key);
    } else {
        start(now, d, c, tie, judged == Judged::Fewer);
    }
}

/// A case gets its place: intake, plan, help for every need that comes to light.
fn start(now: Now<'_>, d: &mut District, c: CaseId, tie: u32, fewer_hours: bool) {
    let (p, draws) = (&now.inputs.params, now.inputs.draws);
    let Case { key, household: h, episode: opening, team, resident, .. } = d.cases[c];
    d.note_of(now.at, resident, Some(key), What::CaseStarted);
    let severity = seen(now, d, c, opening);
    let taken_in = plan::is_taken_in(now, d, h, team);
    take_place(now, d, c, severity);
    let (in_scope, others) = needs_in_scope(now, d, c, h, opening);
    let seen = [&in_scope[..], &others[..]].concat();
    scope::count(d, h, &seen);
    let by_plan = seen.iter().filter(|e| **e != opening && plan::brings_in(now, d, (h, key), **e)).count();
    d.counts.add(Indicator::PLAN_BASICS_TAKEN, by_plan as i64);
    for &e in &in_scope {
        triage::count(now, d, Look { team: usize::from(team), case: key, opens: e == opening }, e);
        natural::becomes_known(now, d, e, Route::Case);
        natural::team_begins(now, d, e, team);
        handling::comes(now, d, e, false);
        let r = d.episodes[e].resident;
        d.mark_team(r, now.week);
        now.tell(d, Happening::HelpAgreed(r));
    }
    // The opening need sets the work; others add a share each.
    let steps = f64::from(severity as u8 - 1);
    let spread = Distribution::LogNormal { median: 1.0, sigma: p.team.case_sigma }.quantile(draws.unit(
        Process::CASE_WORK,
        key,
        0,
    ));
    let own = p.team.case_light * libm::pow(p.team.case_ratio, steps) * spread;
    let own = if fewer_hours { own * (1.0 - now.inputs.params.own_strength.less) } else { own };
    d.counts.add(Indicator::OWN_STRENGTH_FEWER, i64::from(fewer_hours));
    let domains = in_scope.len().saturating_sub(1) as f64;
    let mut hours = own * (1.0 + p.team.case_domain * domains);
    if !taken_in {
        d.teams[usize::from(team)].intake_due += Effort::from_hours(p.team.intake_hours);
    }
    let who = actor(d, d.episodes[opening].resident);
    // Nobody looks for a network where there is none to be seen.
    if draws.unit(Process::MOBILISATION, key, 0) < work::mobilised(now, d, now.settings.informal_care.mobilisation)
        && !exception::is_made(now, d, who)
    {
        hours += p.team.mobilise_hours;
        for &e in &in_scope {
            now.tell(d, Happening::NetworkMobilised(e, key));
        }
    }
    now.tell(d, Happening::CaseBegan(opening, key));
    d.cases[c].state = CaseState::Open;
    let referred = referrals::plan_referrals(now, d, c, &in_scope);
    d.counts.ratio(Indicator::TEAM_REFERRAL_SHARE, i64::from(!referred.is_empty()), 1);
    if referred.contains(&opening) {
        // Handed over: what is left is coordination.
        hours *= p.team.referred_work;
    }
    let intensity = intensity(now, severity);
    let case = &mut d.cases[c];
    case.work = Effort::from_hours(own);
    case.intensity = intensity;
    let generation = case.generation;
    let clock = clock_of(d, c);
    clock.demand += intensity;
    let minutes = full_minutes(Effort::from_hours(hours), intensity);
    let done = clock.after(now.at.0 - now.week.start().0) + minutes * WorkClock::FULL;
    clock.finish.push(Reverse(Finish { clock: done, tie, case: c, generation }));
    d.cases[c].done = done;
    // What another team takes on is handed over to it.
    for e in others {
        natural::becomes_known(now, d, e, Route::Case);
        open_case(now, d, e, Frame::Voluntary);
    }
}

/// A case that waited takes its place, with an opening need that the team sees as being of a severity.
fn take_place(now: Now<'_>, d: &mut District, c: CaseId, severity: Severity) {
    let Case { household: h, requested, team, intensity: before, .. } = d.cases[c];
    d.cases[c].severity = severity;
    let state = &mut d.teams[usize::from(team)];
    state.waiting -= 1;
    state.waiting_demand -= before;
    state.open += 1;
    state.heavy += u32::from(severity >= Severity::Severe);
    state.taken += WEIGHTS[severity as usize - 1];
    around::case_opens(d, h, team);
    let (num, den) = referrals::wait(requested, now.at);
    d.counts.ratio(Indicator::TEAM_WAIT, num, den);
    d.counts.add(Indicator::TEAM_CASES, 1);
    d.counts.ratio_at(catalogue::of_team(catalogue::TEAM_WAIT, usize::from(team)), num, den);
}

/// Whether a need is one that the team of a case takes on.
fn is_of_team(now: Now<'_>, d: &District, c: CaseId, e: EpisodeId) -> bool {
    team_for(now, d, e).0 == usize::from(d.cases[c].team)
}

/// The opening need, other open needs of the household that are known, and of the hidden ones those that come to light:
/// first those that the team takes on, then hidden ones that are another team's, and of known ones what one plan brings
/// in.
fn needs_in_scope(
    now: Now<'_>,
    d: &District,
    c: CaseId,
    h: HouseholdId,
    opening: EpisodeId,
) -> (Vec<EpisodeId>, Vec<EpisodeId>) {
    let Case { key, team, .. } = d.cases[c];
    let looked = (usize::from(team), key, opening);
    let (own, others): (Vec<EpisodeId>, Vec<EpisodeId>) = d
        .members(h)
        .flat_map(|m| d.episodes_of(m))
        .filter(|&e| {
            let episode = &d.episodes[e];
            !episode.recovered && episode.helping[Helper::Team as usize] == 0 && scope::takes_up(now, d, looked, e)
        })
        .partition(|&e| e == opening || is_of_team(now, d, c, e));
    let is_desk = d.teams[usize::from(team)].form == Form::Desk;
    let handed_over = |e: &EpisodeId| {
        let episode = &d.episodes[*e];
        let free = !episode.is_helped() && episode.in_pipeline == 0;
        if free && plan::brings_in(now, d, (h, key), *e) {
            return true;
        }
        // A desk leaves what is not its own.
        let leaves = |link| is_desk && now.inputs.draws.unit(Process::LEFT_ALONE, key, episode.key.0) < link;
        !episode.known && !leaves(now.settings.link(Link::REMIT_SCOPE))
    };
    (own, others.into_iter().filter(handed_over).collect())
}

/// A case's work is done: it closes, help ends and wanes, aftercare may be agreed.
pub(super) fn close(now: Now<'_>, d: &mut District, c: CaseId) {
    let team = d.cases[c].team;
    let weight = end_work(d, c);
    d.teams[usize::from(team)].taken -= weight;
    if is_current(d, c) {
        let reference = d.reference_of(d.cases[c].household);
        d.note_of(now.at, reference, Some(d.cases[c].key), What::CaseClosed);
        now.tell(d, Happening::CaseClosed(c));
        let (h, key) = (d.cases[c].household, d.cases[c].key);
        let aftercare = aftercare::agree(now, d, h, (key, team));
        let helped: Vec<(ResidentId, EpisodeId)> = d
            .members(h)
            .flat_map(|m| d.episodes_of(m).map(move |e| (m, e)))
            .filter(|&(_, e)| d.episodes[e].is_helped_by(team))
            .collect();
        for (r, e) in helped {
            d.episodes[e].aftercare |= aftercare;
            natural::team_ends(now, d, e, team);
            // Own work is done: what was put off for it is decided on.
            referrals::decide_again(now, d, e);
            let unsolved = !d.episodes[e].recovered && d.episodes[e].severity >= Severity::Moderate;
            if unsolved && opening_episode(d, c) == Some(e) {
                now.tell(d, Happening::HelpTurnedOut(r, Lines::FIRST, false));
            }
        }
    }
    forget(now, d, c);
}
