//! Natural history: episodes start, worsen and pass by their own clock, known or not (model.md section 3; E1 to E3, E14).
//!
//! Knowledge never changes an episode. Help multiplies hazards while it is given and wanes afterwards. Left out: episodes
//! that change domain, and recovery in steps.

use super::{care, trust};
use crate::calendar::{Entry, Occasion};
use crate::district::{District, Now, What, join};
use crate::entities::{DOMAINS, Domain, Episode, Helper, Position, Resident, Severity};
use crate::ids::{EpisodeId, HouseholdId, Key, ResidentId};
use crate::links::Link;
use crate::observation::Indicator;
use crate::random::{CellKey, Process, at_least};
use crate::units::{MINUTES_PER_WEEK, MINUTES_PER_YEAR, Minute};

/// The start of the resident's own year that holds `at`: its last birthday.
pub fn year_start(now: Now<'_>, key: Key, at: Minute) -> Minute {
    let offset = (now.inputs.draws.bits(Process::Birthday, key, 0) >> 40) as i32 % MINUTES_PER_YEAR;
    Minute(at.0 - (at.0 - offset).rem_euclid(MINUTES_PER_YEAR))
}

/// Onset per week in a domain as the year's own: age, income, frailty.
fn own_rate(now: Now<'_>, d: &District, r: ResidentId, domain: Domain) -> f64 {
    let resident = &d.residents[r.0];
    let tables = &now.inputs.tables;
    if resident.is(Resident::NEEDLESS) || (domain.is_basic() && resident.position != Position::Reference) {
        return 0.0;
    }
    let frailty = if domain == Domain::Youth { resident.frailty_youth } else { resident.frailty_adult };
    f64::from(tables.onset[resident.age.min(104) as usize][domain as usize])
        * tables.income[d.income_of(r)][domain as usize]
        * (f64::from(frailty) / 4096.0)
}

/// What raises onset in a domain beyond the year's own rate: other open needs, and strain of a carer for mental and social
/// needs. Without a domain the highest that it can be, with every link whole.
fn multiplier(now: Now<'_>, d: &District, r: ResidentId, domain: Option<Domain>) -> f64 {
    let link = |link: Link| domain.map_or(1.0, |_| now.settings.link(link));
    let open = open_domains(d, r).min(4);
    let coupling = 1.0 + (now.inputs.tables.coupling[open] - 1.0) * link(Link::Coupling);
    let strained =
        d.persons[r.index()].burdens > 0 && domain.is_none_or(|d| matches!(d, Domain::Mental | Domain::Social));
    if strained {
        coupling * (1.0 + (now.inputs.params.onset_strain - 1.0) * link(Link::StrainOnset))
    } else {
        coupling
    }
}

/// Enters the onset candidates of the resident's year, from `now` on.
pub fn open_year(now: Now<'_>, d: &mut District, r: ResidentId) {
    let start = year_start(now, d.residents[r.0].key, now.at);
    open_year_at(now, d, r, start);
}

/// The same, of a year that is known to begin at `start`.
pub fn open_year_at(now: Now<'_>, d: &mut District, r: ResidentId, start: Minute) {
    let boost = boost_for(multiplier(now, d, r, None));
    d.residents[r.0].boost = boost;
    enter_onset(now, d, r, start, 0.0, boosted(boost));
}

/// The smallest boost that a multiplier stays within.
fn boost_for(multiplier: f64) -> u8 {
    let mut boost = 0;
    while boosted(boost) < multiplier {
        boost += 1;
    }
    boost
}

/// The multiple of the year's own rates that a boost stands for: four boosts double it.
#[inline]
fn boosted(boost: u8) -> f64 {
    const STEPS: [f64; 4] = [1.0, 1.19, 1.42, 1.69];
    f64::from(1_u32 << (boost >> 2)) * STEPS[usize::from(boost & 3)]
}

/// Enters further onset candidates when other needs or strain have raised the rate beyond those entered.
fn raise_onset(now: Now<'_>, d: &mut District, r: ResidentId) {
    let before = d.residents[r.0].boost;
    let boost = boost_for(multiplier(now, d, r, None));
    if boost > before {
        d.residents[r.0].boost = boost;
        let start = year_start(now, d.residents[r.0].key, now.at);
        enter_onset(now, d, r, start, boosted(before), boosted(boost));
    }
}

/// Enters the onset candidates between two multiples of the year's own rates. One cell proposes onsets in all domains: the
/// mark of a point says in which, and its height counts against that domain's share of the proposals.
fn enter_onset(now: Now<'_>, d: &mut District, r: ResidentId, start: Minute, from: f64, to: f64) {
    let Resident { key, generation, age, position, frailty_adult, frailty_youth, .. } = d.residents[r.0];
    if d.residents[r.0].is(Resident::NEEDLESS) {
        return;
    }
    let reference = u8::from(position == Position::Reference);
    let tables = &now.inputs.tables;
    let age = age.min(104) as usize;
    let shares = &tables.onset_proposals[reference as usize][age];
    let [adult, youth] = tables.onset_highest[reference as usize][d.income_of(r)][age];
    let highest = (adult * f64::from(frailty_adult)).max(youth * f64::from(frailty_youth)) / 4096.0;
    let slack = now.inputs.slack;
    let cell =
        CellKey { process: Process::Onset, entity: key, occasion: year_occasion(start) << 1 | u64::from(reference) };
    tables.layers.onset.points(now.inputs.draws, cell, 0.0..at_least(highest * to * slack), |p| {
        let at = Minute(start.0 + p.minute);
        if at < now.at {
            return;
        }
        let domain = pick(shares, p.mark);
        let height = p.height * shares[domain];
        let own = own_rate(now, d, r, Domain::of(domain as u8));
        if (at_least(own * from * slack)..at_least(own * to * slack)).contains(&height) {
            let aux = domain as u8 | reference << 7;
            d.calendar.add(Entry { at, tie: height.to_bits(), slot: r.0, generation, what: Occasion::Onset, aux });
        }
    });
}

/// The kind of event that a mark stands for.
pub fn pick(shares: &[f32], mark: f32) -> usize {
    let mut left = mark;
    let mut last = 0;
    for (kind, share) in shares.iter().enumerate() {
        if *share > 0.0 {
            last = kind;
            if left < *share {
                return kind;
            }
            left -= share;
        }
    }
    last
}

/// A number for the year that begins at a moment: positive, and the same in every scenario.
pub fn year_occasion(start: Minute) -> u64 {
    (i64::from(start.0) + (1 << 32)) as u64
}

/// A candidate onset.
pub fn onset(now: Now<'_>, d: &mut District, entry: &Entry) {
    let r = ResidentId(entry.slot);
    let domain = Domain::of(entry.aux & 0x7F);
    // Proposals made to a member do not count for somebody who has become the reference person since.
    let reference = u8::from(d.residents[r.0].position == Position::Reference);
    if entry.aux >> 7 != reference || d.episode_in(r, domain).is_some() {
        return;
    }
    let own = own_rate(now, d, r, domain);
    let multiplier = multiplier(now, d, r, Some(domain));
    assert!(multiplier <= boosted(d.residents[r.0].boost), "onset above what is entered");
    if entry.height() < own * multiplier {
        begin(now, d, r, domain, entry.point(), None);
    }
}

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
    let severity = severity.unwrap_or_else(|| {
        let u = draws.unit(Process::OnsetSeverity, key, 0);
        match () {
            () if u < p.onset_crisis => Severity::Crisis,
            () if u < p.onset_crisis + p.onset_severe => Severity::Severe,
            () if u < p.onset_crisis + p.onset_severe + p.onset_moderate => Severity::Moderate,
            () => Severity::Light,
        }
    });
    let weeks = now.inputs.tables.recovery[domain as usize].duration(draws.unit(Process::Recovery, key, 0), 0.0);
    let natural_end = now.at.plus_weeks(weeks.max(1.0 / f64::from(MINUTES_PER_WEEK)));
    d.counts.add(Indicator::Onsets, 1);
    d.counts.ratio(Indicator::OnsetLength, length_units(weeks), 10);
    insert(now, d, r, Begun { key, domain, severity, onset: now.at, natural_end })
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
        crisis_since: if crisis { now.at } else { Minute::NEVER },
        help_ended: [Minute(i32::MIN); 3],
        helping: [0; 3],
        second_line_strength: 16,
        generation: 0,
        year: ((now.at.0 - onset.0) / MINUTES_PER_YEAR) as u16,
        domain,
        severity,
        entered: [0.0; 5],
        in_pipeline: 0,
        recovered: false,
        aftercare: false,
        route: 0,
    };
    let e = d.change_needs(r, |d| {
        let e = EpisodeId(d.episodes.insert(episode));
        d.link_episode(e);
        e
    });
    d.note(now.at, r, What::Onset(domain, severity));
    let tie = (now.inputs.draws.bits(Process::Recovery, key, 1) >> 32) as u32;
    d.schedule_episode(e, Occasion::Recovery, natural_end, tie, 0);
    schedule_year(d, e);
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
    raise_onset(now, d, r);
    if severity >= Severity::Moderate {
        care::seek(now, d, e, 0);
    }
    e
}

fn schedule_year(d: &mut District, e: EpisodeId) {
    let episode = &d.episodes[e.0];
    let next = i64::from(episode.onset.0) + i64::from(Episode::block_end(episode.year)) * i64::from(MINUTES_PER_YEAR);
    let tie = (episode.key.0 >> 32) as u32;
    if let Ok(at) = i32::try_from(next) {
        d.schedule_episode(e, Occasion::EpisodeYear, Minute(at), tie, 0);
    }
}

fn schedule_long_term(now: Now<'_>, d: &mut District, e: EpisodeId) {
    if d.episodes[e.0].domain == Domain::Daily {
        let at = now.at.plus_weeks(now.inputs.params.wlz_weeks);
        let tie = (now.inputs.draws.bits(Process::LongTermCare, d.episodes[e.0].key, 0) >> 32) as u32;
        d.schedule_episode(e, Occasion::LongTermCheck, at, tie, 0);
    }
}

/// A new block of years of an episode: fresh cells; what has been over for three years is forgotten.
pub fn new_year(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let r = d.episodes[e.0].resident;
    if d.episodes[e.0].recovered && now.at.weeks_since(d.episodes[e.0].natural_end) > 156.0 {
        d.unlink_episode(e);
        return;
    }
    d.episodes[e.0].year = Episode::block_end(d.episodes[e.0].year);
    d.episodes[e.0].entered = [0.0; 5];
    schedule_year(d, e);
    enter_all(now, d, e);
    debug_assert!(d.episodes[e.0].resident == r);
}

fn enter_all(now: Now<'_>, d: &mut District, e: EpisodeId) {
    for process in 0..5 {
        enter(now, d, e, process);
    }
}

/// Enters the candidates of one process of an episode that are not entered yet, up to the highest rate it can now have.
fn enter(now: Now<'_>, d: &mut District, e: EpisodeId, process: usize) {
    let bound = bound(now, d, e, process);
    if bound <= 0.0 {
        return;
    }
    let to = at_least(bound * now.inputs.slack);
    let episode = &mut d.episodes[e.0];
    let from = episode.entered[process];
    if to <= from {
        return;
    }
    episode.entered[process] = to;
    let (key, generation, onset) = (episode.key, episode.generation, episode.onset.0);
    let what = PROCESSES[process].1;
    let first = ((now.at.0 - onset) / MINUTES_PER_YEAR) as u16;
    for year in first.max(episode.year)..Episode::block_end(episode.year) {
        let start = i64::from(onset) + i64::from(year) * i64::from(MINUTES_PER_YEAR);
        let cell = CellKey { process: PROCESSES[process].0, entity: key, occasion: u64::from(year) };
        now.inputs.tables.layers.episode[process].points(now.inputs.draws, cell, from..to, |p| {
            let at = start + i64::from(p.minute);
            if at > i64::from(now.at.0) && at < i64::from(i32::MAX) {
                let at = Minute(at as i32);
                d.calendar.add(Entry { at, tie: p.height.to_bits(), slot: e.0, generation, what, aux: 0 });
            }
        });
    }
}

const PROCESSES: [(Process, Occasion); 5] = [
    (Process::Asking, Occasion::Asking),
    (Process::Worsening, Occasion::Worsening),
    (Process::HelpedRecovery, Occasion::HelpedRecovery),
    (Process::Report, Occasion::Report),
    (Process::Relapse, Occasion::Relapse),
];

/// The highest rate that a process of an episode can have before the next change of the episode.
fn bound(now: Now<'_>, d: &District, e: EpisodeId, process: usize) -> f64 {
    let episode = &d.episodes[e.0];
    if episode.recovered {
        return if process == Episode::RELAPSE { relapse_rate(now, episode) } else { 0.0 };
    }
    match process {
        Episode::ASKING => asking_rate(now, d, e, true),
        Episode::WORSENING if episode.severity != Severity::Crisis => worsening(now, episode.domain),
        Episode::HELPED => helped_rate(now, d, e, true),
        Episode::REPORT => report_rate(now, episode),
        _ => 0.0,
    }
}

fn worsening(now: Now<'_>, domain: Domain) -> f64 {
    let p = &now.inputs.params;
    [
        p.worsening_debt,
        p.worsening_housing,
        p.worsening_work,
        p.worsening_mental,
        p.worsening_daily,
        p.worsening_youth,
        p.worsening_social,
    ][domain as usize]
}

/// Trust for which candidates of asking are entered: the next eighth, at least the middle.
pub fn trust_bound(trust: f64) -> f64 {
    (libm::ceil(trust * 8.0) / 8.0).max(0.5)
}

/// Enters further candidates of asking for a resident whose trust or place in the pipeline has changed.
pub fn may_ask(now: Now<'_>, d: &mut District, r: ResidentId) {
    let mut next = d.residents[r.0].episodes;
    while let Some(e) = next.some() {
        next = d.episodes[e.0].next;
        enter(now, d, e, Episode::ASKING);
    }
}

/// Rate of asking (E4). With `highest` everything that can still change is at its most asking.
pub fn asking_rate(now: Now<'_>, d: &District, e: EpisodeId, highest: bool) -> f64 {
    let p = &now.inputs.params;
    let episode = &d.episodes[e.0];
    if episode.in_pipeline > 0 || episode.is_helped() {
        return 0.0;
    }
    let base = [
        p.asking_debt,
        p.asking_housing,
        p.asking_work,
        p.asking_mental,
        p.asking_daily,
        p.asking_youth,
        p.asking_social,
    ][episode.domain as usize];
    let person = &d.persons[episode.resident.index()];
    let steps = f64::from(episode.severity as u8 - 1);
    let settings = now.settings;
    // Links lie between 0 and 1, so the highest rate has every helpful link whole and every hindering one cut.
    let (trust, visible, able) = if highest {
        (trust_bound(person.trust()), d.team.visibility_bound, person.capacity_share())
    } else {
        (
            0.5 + (person.trust() - 0.5) * settings.link(Link::TrustAsking),
            d.team.visibility_baseline
                + (d.team.visibility - d.team.visibility_baseline) * settings.link(Link::VisibilityAsking),
            0.5 + (capacity_now(now, d, episode.resident) - 0.5) * settings.link(Link::CapacityAsking),
        )
    };
    let able = if highest { able.max(0.5) } else { able };
    let exponent = p.asking_severity * steps + p.asking_trust * (trust - 0.5)
        - p.asking_threshold * (person.service_threshold() - 0.5)
        + p.asking_visibility * (visible - d.team.visibility_baseline)
        + p.asking_capacity * (able - 0.5);
    base * libm::exp(exponent)
}

/// Doenvermogen now: lowered by debts in the household and by crisis.
pub fn capacity_now(now: Now<'_>, d: &District, r: ResidentId) -> f64 {
    let troubled = d.households[d.household_of(r).index()].basics > 0
        || d.episodes_of(r).any(|e| !d.episodes[e.0].recovered && d.episodes[e.0].severity == Severity::Crisis);
    let lost = if troubled { now.inputs.params.capacity_debt * now.settings.link(Link::DebtCapacity) } else { 0.0 };
    d.persons[r.index()].capacity_share() * (1.0 - lost)
}

/// Rate of reports: statutory arrears signals for debts, concern of others for what is severe.
pub fn report_rate(now: Now<'_>, episode: &Episode) -> f64 {
    if episode.domain == Domain::Debt {
        now.inputs.params.report_arrears
    } else if episode.is_heavy() {
        now.inputs.params.report_concern
    } else {
        0.0
    }
}

/// Strength of the help received now or before, waning: the multiple of the natural hazard that it adds.
fn help_effect(now: Now<'_>, episode: &Episode) -> f64 {
    let p = &now.inputs.params;
    let full = [p.help_team, p.help_second_line * f64::from(episode.second_line_strength) / 16.0, p.help_informal];
    let mut sum = 0.0;
    for (k, effect) in full.into_iter().enumerate() {
        if episode.helping[k] > 0 {
            sum += effect;
        } else if episode.help_ended[k].0 != i32::MIN {
            sum += effect * libm::exp2(-now.at.weeks_since(episode.help_ended[k]) / p.help_half_life);
        }
    }
    sum
}

/// Rate of recovery by help (E3). With `highest`, at full engagement.
fn helped_rate(now: Now<'_>, d: &District, e: EpisodeId, highest: bool) -> f64 {
    let episode = &d.episodes[e.0];
    let effect = help_effect(now, episode);
    if effect <= 0.0 {
        return 0.0;
    }
    let hazard = now.inputs.tables.recovery[episode.domain as usize].hazard(now.at.weeks_since(episode.onset));
    if highest {
        return hazard * effect;
    }
    let basics = !episode.domain.is_basic() && d.households[d.household_of(episode.resident).index()].basics > 0;
    let engagement = if basics {
        1.0 - (1.0 - now.inputs.params.help_basics) * now.settings.link(Link::BasicsEngagement)
    } else {
        1.0
    };
    hazard * effect * engagement * now.settings.link(Link::HelpRecovery)
}

fn relapse_rate(now: Now<'_>, episode: &Episode) -> f64 {
    let p = &now.inputs.params;
    let weeks = now.at.weeks_since(episode.natural_end).max(0.0);
    p.relapse_base + p.relapse_early * libm::exp(-weeks / p.relapse_decay)
}

/// Asserts, in release too, that a rate lies below what is entered: a violated bound is invisible in aggregates.
pub fn check(d: &District, e: EpisodeId, process: usize, rate: f64) {
    let entered = f64::from(d.episodes[e.0].entered[process]);
    assert!(rate <= entered, "rate {rate} of process {process} above the {entered} entered");
}

/// A candidate of worsening.
pub fn worsen(now: Now<'_>, d: &mut District, entry: &Entry) {
    let e = EpisodeId(entry.slot);
    let episode = &d.episodes[e.0];
    if episode.recovered {
        return;
    }
    let Some(worse) = episode.severity.worse() else { return };
    let helped = episode.is_helped() || episode.helping[Helper::Informal as usize] > 0;
    let spared = if helped { now.inputs.params.help_protection * now.settings.link(Link::HelpWorsening) } else { 0.0 };
    let rate = worsening(now, episode.domain) * (1.0 - spared);
    check(d, e, Episode::WORSENING, rate);
    if entry.height() >= rate {
        return;
    }
    let r = episode.resident;
    d.counts.add(Indicator::Worsenings, 1);
    d.change_needs(r, |d| d.episodes[e.0].severity = worse);
    d.note(now.at, r, What::Worsened(d.episodes[e.0].domain, worse));
    if worse == Severity::Crisis {
        d.counts.add(Indicator::CrisisOnsets, 1);
        d.episodes[e.0].crisis_since = now.at;
        schedule_long_term(now, d, e);
    }
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
    if with_help {
        d.change_needs(r, |d| {
            let episode = &mut d.episodes[e.0];
            episode.recovered = true;
            episode.natural_end = now.at;
        });
        enter(now, d, e, Episode::RELAPSE);
        trust::outcome(now, d, r, true);
    } else {
        d.change_needs(r, |d| d.unlink_episode(e));
    }
    if domain.is_basic() {
        refresh_basics(d, d.household_of(r));
    }
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
    if entry.height() >= rate || d.episode_in(r, domain).is_some() {
        return;
    }
    d.counts.add(Indicator::Relapses, 1);
    d.note(now.at, r, What::Relapsed(domain));
    let u = now.inputs.draws.unit(Process::OnsetSeverity, key, 1);
    let severity = Severity::of(1 + (u * f64::from(was as u8)) as u8);
    d.change_needs(r, |d| d.unlink_episode(e));
    begin(now, d, r, domain, entry.point(), Some(severity));
}

/// Changes help. Levels know nothing of informal help: nothing is counted anew for it.
fn change_help(d: &mut District, r: ResidentId, helper: Helper, f: impl FnOnce(&mut District)) {
    if helper == Helper::Informal {
        f(d);
    } else {
        d.change_needs(r, f);
    }
}

/// Help begins.
pub fn help_begins(now: Now<'_>, d: &mut District, e: EpisodeId, helper: Helper) {
    let r = d.episodes[e.0].resident;
    change_help(d, r, helper, |d| d.episodes[e.0].helping[helper as usize] += 1);
    enter(now, d, e, Episode::HELPED);
    if d.episodes[e.0].domain.is_basic() {
        refresh_basics(d, d.household_of(r));
    }
}

/// Help ends; its effect wanes from here.
pub fn help_ends(now: Now<'_>, d: &mut District, e: EpisodeId, helper: Helper) {
    let r = d.episodes[e.0].resident;
    change_help(d, r, helper, |d| {
        let episode = &mut d.episodes[e.0];
        episode.helping[helper as usize] = episode.helping[helper as usize].saturating_sub(1);
        episode.help_ended[helper as usize] = now.at;
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
    d.change_needs(r, |d| {
        d.episodes[e.0].known_since = now.at;
        d.episodes[e.0].route = route as u8;
    });
    crate::submodels::outreach::count_contact(now, d, e, route);
}

/// Recounts the unsolved basic needs of a household.
pub fn refresh_basics(d: &mut District, h: HouseholdId) {
    let counts = |e: EpisodeId| {
        let episode = &d.episodes[e.0];
        episode.domain.is_basic() && !episode.recovered && !episode.is_helped()
    };
    let count: usize = d.members(h).map(|m| d.episodes_of(m).filter(|&e| counts(e)).count()).sum();
    d.households[h.index()].basics = count.min(255) as u8;
}

/// A carer's strain or another state that raises onset has changed.
pub fn exposure_changed(now: Now<'_>, d: &mut District, r: ResidentId) {
    raise_onset(now, d, r);
}

/// Onset per week in a domain now, everything counted.
pub fn rate_now(now: Now<'_>, d: &District, r: ResidentId, domain: Domain) -> f64 {
    own_rate(now, d, r, domain) * multiplier(now, d, r, Some(domain))
}

/// Worsening per week without help.
pub fn worsening_rate(now: Now<'_>, domain: Domain) -> f64 {
    worsening(now, domain)
}

/// Number of domains in which a resident has an open need.
pub fn open_domains(d: &District, r: ResidentId) -> usize {
    d.episodes_of(r).filter(|&e| !d.episodes[e.0].recovered).count().min(DOMAINS)
}

/// Enters everything about a resident anew under other parameters.
pub fn enter_anew(now: Now<'_>, d: &mut District, r: ResidentId) {
    open_year(now, d, r);
    let episodes: Vec<EpisodeId> = d.episodes_of(r).collect();
    for e in episodes {
        enter_all(now, d, e);
    }
}

/// A request, case or entitlement for an episode has ended: whoever has no other may ask again.
pub fn leaves_pipeline(now: Now<'_>, d: &mut District, e: EpisodeId) {
    d.episodes[e.0].in_pipeline = d.episodes[e.0].in_pipeline.saturating_sub(1);
    if !d.episodes[e.0].recovered {
        enter(now, d, e, Episode::ASKING);
    }
}

/// Enters further candidates of asking for everybody: the team is about to become more visible than was reckoned with.
pub fn raise_visibility(now: Now<'_>, d: &mut District) {
    for h in 0..d.households.len() as u32 {
        let members: Vec<ResidentId> = d.members(HouseholdId(h)).collect();
        for r in members {
            may_ask(now, d, r);
        }
    }
}
