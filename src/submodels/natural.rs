//! Natural history: episodes start, worsen and pass by their own clock, known or not (model.md section 3; E1 to E3, E14).
//!
//! Knowledge never changes an episode. Help multiplies hazards while it is given and wanes afterwards. A need of youth ends at
//! 23 and goes on as one of mental health, a need of work at 67. Left out: other episodes that change domain, and recovery
//! in steps.

use super::hazards::{check, enter, enter_all, helped_rate, relapse_rate};
use super::{care, cases, hazards, onset, trust};
use crate::calendar::{Entry, Occasion};
use crate::district::{District, Now, What, join};
use crate::entities::{Domain, Episode, Helper, Severity};
use crate::ids::{EpisodeId, HouseholdId, Key, ResidentId};
use crate::links::Link;
use crate::observation::Indicator;
use crate::parameters::Params;
use crate::random::{Distribution, Process};
use crate::units::{MINUTES_PER_WEEK, MINUTES_PER_YEAR, Minute};

/// Begins an episode. `severity` overrides the draw (relapse: from the person's own history).
pub fn begin(
    now: Now<'_>,
    d: &mut District,
    r: ResidentId,
    domain: Domain,
    point: u64,
    severity: Option<Severity>,
) -> EpisodeId {
    let draws = now.inputs.draws;
    let p = &now.inputs.params;
    let key = draws.key(Process::EpisodeKey, d.residents[r.0].key, join(Key(point), domain as u64));
    let severity = severity.unwrap_or_else(|| severity_at_onset(p, draws.unit(Process::OnsetSeverity, key, 0)));
    let weeks = now.inputs.tables.recovery[domain as usize].duration(draws.unit(Process::Recovery, key, 0));
    let natural_end = now.at.plus_weeks(weeks.max(1.0 / f64::from(MINUTES_PER_WEEK)));
    d.counts.add(Indicator::Onsets, 1);
    d.counts.ratio(Indicator::OnsetLength, length_units(weeks), 10);
    insert(now, d, r, Begun { key, domain, severity, onset: now.at, natural_end })
}

/// Severity at onset, at a quantile.
pub fn severity_at_onset(p: &Params, u: f64) -> Severity {
    match () {
        () if u < p.onset_crisis => Severity::Crisis,
        () if u < p.onset_crisis + p.onset_severe => Severity::Severe,
        () if u < p.onset_crisis + p.onset_severe + p.onset_moderate => Severity::Moderate,
        () => Severity::Light,
    }
}

/// Natural length in whole tenths of a week, at most ten years: what the length bias is measured in.
pub fn length_units(weeks: f64) -> i64 {
    (weeks.min(520.0) * 10.0) as i64
}

/// An episode about to be entered.
#[derive(Clone, Copy, Debug)]
pub struct Begun {
    /// Who it is.
    pub key: Key,
    /// Domain.
    pub domain: Domain,
    /// Severity.
    pub severity: Severity,
    /// When it began.
    pub onset: Minute,
    /// When it passes by itself.
    pub natural_end: Minute,
}

/// Enters an episode with its clock and candidates.
pub fn insert(now: Now<'_>, d: &mut District, r: ResidentId, begun: Begun) -> EpisodeId {
    let Begun { key, domain, severity, onset, natural_end } = begun;
    let crisis = severity == Severity::Crisis;
    let episode = Episode {
        key,
        resident: r,
        next: EpisodeId::NONE,
        onset,
        natural_end,
        known_since: Minute::NEVER,
        help_ended: [Episode::NEVER; 3],
        helping: [0; 3],
        second_line_strength: 16,
        generation: 0,
        year: Episode::block_start(((now.at.0 - onset.0) / MINUTES_PER_YEAR) as u8),
        domain,
        severity,
        entered: [0.0; 4],
        in_pipeline: 0,
        recovered: false,
        aftercare: false,
    };
    let e = d.add_episode(episode);
    d.note(now.at, r, What::Onset(domain, severity));
    let tie = (now.inputs.draws.bits(Process::Recovery, key, 1) >> 32) as u32;
    d.schedule_episode(e, Occasion::Recovery, natural_end, tie, 0);
    schedule_block(d, e);
    for process in [Episode::ASKING, Episode::WORSENING, Episode::REPORT] {
        enter(now, d, e, process);
    }
    if crisis {
        d.counts.add(Indicator::CrisisOnsets, 1);
        schedule_long_term(now, d, e);
    }
    if domain.is_basic() {
        refresh_basics(d, d.household_of(r));
    }
    onset::raise(now, d, r);
    if severity >= Severity::Moderate {
        care::seek(now, d, e, 0);
    }
    e
}

/// Enters the next block of years, unless the episode passes by itself before.
fn schedule_block(d: &mut District, e: EpisodeId) {
    let episode = &d.episodes[e.0];
    let tie = (episode.key.0 >> 32) as u32;
    if let Some(at) = block_end(episode).filter(|at| episode.recovered || *at < episode.natural_end) {
        d.schedule_episode(e, Occasion::EpisodeBlock, at, tie, 0);
    }
}

/// The end of an episode's block of years, if it lies within any horizon.
fn block_end(episode: &Episode) -> Option<Minute> {
    let end = i64::from(episode.onset.0) + i64::from(Episode::block_end(episode.year)) * i64::from(MINUTES_PER_YEAR);
    i32::try_from(end).ok().map(Minute)
}

fn schedule_long_term(now: Now<'_>, d: &mut District, e: EpisodeId) {
    if d.episodes[e.0].domain == Domain::Daily {
        let at = now.at.plus_weeks(now.inputs.params.wlz_weeks);
        let tie = (now.inputs.draws.bits(Process::LongTermCare, d.episodes[e.0].key, 0) >> 32) as u32;
        d.schedule_episode(e, Occasion::LongTermCheck, at, tie, 0);
    }
}

/// A new block of years of an episode: fresh cells; what has been over for three years is forgotten.
pub fn new_block(now: Now<'_>, d: &mut District, e: EpisodeId) {
    if d.episodes[e.0].recovered && now.at.weeks_since(d.episodes[e.0].natural_end) > 156.0 {
        d.remove_episode(e);
        return;
    }
    d.episodes[e.0].year = Episode::block_end(d.episodes[e.0].year);
    d.episodes[e.0].entered = [0.0; 4];
    schedule_block(d, e);
    enter_all(now, d, e);
}

/// A candidate of worsening.
pub fn worsen(now: Now<'_>, d: &mut District, entry: &Entry) {
    let e = EpisodeId(entry.slot);
    let episode = &d.episodes[e.0];
    if episode.recovered {
        return;
    }
    let Some(worse) = episode.severity.worse() else { return };
    let rate = hazards::worsening_now(now, episode);
    check(d, e, Episode::WORSENING, rate);
    if entry.height() >= rate {
        return;
    }
    let r = episode.resident;
    d.counts.add(Indicator::Worsenings, 1);
    d.change_episode(e, |episode| episode.severity = worse);
    d.note(now.at, r, What::Worsened(d.episodes[e.0].domain, worse));
    if worse == Severity::Crisis {
        d.counts.add(Indicator::CrisisOnsets, 1);
        schedule_long_term(now, d, e);
    }
    cases::worsened(now, d, e);
    enter_all(now, d, e);
    care::seek(now, d, e, worse as u64);
}

/// Natural recovery is due.
pub fn recover_naturally(now: Now<'_>, d: &mut District, e: EpisodeId) {
    if !d.episodes[e.0].recovered {
        recover(now, d, e);
    }
}

/// A candidate of recovery by help.
pub fn recover_by_help(now: Now<'_>, d: &mut District, entry: &Entry) {
    let e = EpisodeId(entry.slot);
    if d.episodes[e.0].recovered {
        return;
    }
    let rate = helped_rate(now, d, e, false);
    check(d, e, Episode::HELPED, rate);
    if entry.height() < rate {
        d.counts.add(Indicator::RecoveriesHelped, 1);
        recover(now, d, e);
    }
}

/// An episode is over. With help received it is kept for a while, because it can come back.
pub fn recover(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let r = d.episodes[e.0].resident;
    let domain = d.episodes[e.0].domain;
    let with_help = d.episodes[e.0].is_helped();
    d.counts.add(Indicator::Recoveries, 1);
    d.note(now.at, r, What::Recovered(domain));
    care::end_for_episode(now, d, e);
    if d.episodes[e.0].is_known() {
        close_file_later(now, d, d.episodes[e.0].key);
    }
    if with_help {
        // The next block was not entered if the episode would have passed before it.
        let unending = block_end(&d.episodes[e.0]).is_some_and(|end| end < d.episodes[e.0].natural_end);
        d.change_episode(e, |episode| {
            episode.recovered = true;
            episode.entered = [0.0; 4];
            episode.natural_end = now.at;
        });
        if !unending {
            schedule_block(d, e);
        }
        enter(now, d, e, Episode::RELAPSE);
        trust::outcome(now, d, r, true);
    } else {
        d.remove_episode(e);
    }
    if domain.is_basic() {
        refresh_basics(d, d.household_of(r));
    }
}

/// A need of a domain ends because of age. A need of youth is one of mental health from then on, that nobody knows of yet:
/// who helped with it helps the young.
pub fn outgrow(now: Now<'_>, d: &mut District, r: ResidentId, domain: Domain) {
    let all: Vec<EpisodeId> = d.episodes_of(r).filter(|&e| d.episodes[e.0].domain == domain).collect();
    for e in all {
        let Episode { severity, recovered, key, .. } = d.episodes[e.0];
        if !recovered {
            d.counts.add(Indicator::Recoveries, 1);
            d.note(now.at, r, What::Recovered(domain));
            care::end_for_episode(now, d, e);
            if d.episodes[e.0].is_known() {
                close_file_later(now, d, key);
            }
        }
        d.remove_episode(e);
        if !recovered && domain == Domain::Youth && !d.needs_of(r).has(Domain::Mental) {
            begin(now, d, r, Domain::Mental, key.0, Some(severity));
        }
    }
}

/// When what happens now is registered: after a keyed lag.
pub fn registered_at(now: Now<'_>, key: Key, occasion: u64) -> Minute {
    let p = &now.inputs.params;
    let lag = Distribution::LogNormal { median: p.registration_lag.max(1e-3), sigma: p.registration_spread };
    now.at.plus_weeks(lag.quantile(now.inputs.draws.unit(Process::Registration, key, occasion)))
}

/// A known need has passed: it is on file until somebody notices.
fn close_file_later(now: Now<'_>, d: &mut District, key: Key) {
    let at = registered_at(now, key, 2);
    d.files_late += 1;
    d.calendar.add(Entry { at, tie: (key.0 >> 32) as u32, slot: 0, generation: 0, what: Occasion::FileCloses, aux: 0 });
}

/// A candidate of relapse: a new episode, with a severity between light and what it was.
pub fn relapse(now: Now<'_>, d: &mut District, entry: &Entry) {
    let e = EpisodeId(entry.slot);
    let episode = &d.episodes[e.0];
    if !episode.recovered {
        return;
    }
    let spared = if episode.aftercare {
        now.inputs.params.relapse_aftercare * now.settings.link(Link::AftercareRelapse)
    } else {
        0.0
    };
    let rate = relapse_rate(now, episode) * (1.0 - spared) * now.settings.link(Link::ClosingRelapse);
    check(d, e, Episode::RELAPSE, rate);
    let (r, domain, was, key) = (episode.resident, episode.domain, episode.severity, episode.key);
    if entry.height() >= rate || d.needs_of(r).has(domain) {
        return;
    }
    d.counts.add(Indicator::Relapses, 1);
    d.note(now.at, r, What::Relapsed(domain));
    let u = now.inputs.draws.unit(Process::OnsetSeverity, key, 1);
    let severity = Severity::of(1 + (u * f64::from(was as u8)) as u8);
    d.remove_episode(e);
    begin(now, d, r, domain, entry.point(), Some(severity));
}

/// Help begins.
pub fn help_begins(now: Now<'_>, d: &mut District, e: EpisodeId, helper: Helper) {
    let r = d.episodes[e.0].resident;
    d.change_episode(e, |episode| episode.helping[helper as usize] += 1);
    enter(now, d, e, Episode::HELPED);
    if d.episodes[e.0].domain.is_basic() {
        refresh_basics(d, d.household_of(r));
    }
}

/// Help ends; its effect wanes from here.
pub fn help_ends(now: Now<'_>, d: &mut District, e: EpisodeId, helper: Helper) {
    let r = d.episodes[e.0].resident;
    d.change_episode(e, |episode| {
        episode.helping[helper as usize] = episode.helping[helper as usize].saturating_sub(1);
        episode.help_ended[helper as usize] = now.week.0 as i16;
    });
    enter(now, d, e, Episode::ASKING);
    if d.episodes[e.0].domain.is_basic() {
        refresh_basics(d, d.household_of(r));
    }
}

/// An episode becomes known.
pub fn becomes_known(now: Now<'_>, d: &mut District, e: EpisodeId, route: crate::entities::Route) {
    if d.episodes[e.0].is_known() {
        return;
    }
    let r = d.episodes[e.0].resident;
    d.note(now.at, r, What::Known(d.episodes[e.0].domain, route));
    d.change_episode(e, |episode| episode.known_since = now.at);
    crate::submodels::outreach::count_contact(now, d, e, route);
}

/// Recounts the unsolved basic needs of a household.
pub fn refresh_basics(d: &mut District, h: HouseholdId) {
    let count: usize = d.members(h).map(|m| d.needs_of(m).unsolved_basics()).sum();
    d.households[h.index()].basics = count.min(255) as u8;
}

/// A request, case or entitlement for an episode has ended: whoever has no other may ask again.
pub fn leaves_pipeline(now: Now<'_>, d: &mut District, e: EpisodeId) {
    d.episodes[e.0].in_pipeline = d.episodes[e.0].in_pipeline.saturating_sub(1);
    if !d.episodes[e.0].recovered {
        enter(now, d, e, Episode::ASKING);
    }
}

/// Enters what other parameters ask for of the episodes of a resident.
pub fn enter_further(now: Now<'_>, d: &mut District, r: ResidentId) {
    let mut next = d.residents[r.0].episodes;
    while let Some(e) = next.some() {
        next = d.episodes[e.0].next;
        enter_all(now, d, e);
    }
}
