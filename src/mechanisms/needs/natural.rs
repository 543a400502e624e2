//! Natural history: episodes start, worsen and pass by their own clock, known or not (docs/odd.md 7.2).
//!
//! Knowledge never changes an episode. Help multiplies hazards while it is given and wanes afterwards. What help has
//! ended before its time can come back until it would have passed by itself: without effect of help there is no
//! relapse. Steps of severity stand in `steps`. A need of youth goes on at 23 as one of mental health, with the clock
//! that it has; a need of work ends at 67. Left out: other episodes that change domain.

use crate::calendar::{Entry, Occasion};
use crate::district::{District, Happening, Now, Rate, What, join};
use crate::doors::{serves, strength};
use crate::entities::{Domain, Episode, Helper, Lines, Product, Route, Severity};
use crate::ids::{EpisodeId, HouseholdId, Key, ResidentId};
use crate::mechanisms::monitoring::registration;
use crate::mechanisms::needs::clock::{Course, clock, pace};
use crate::mechanisms::needs::hazards::{check, enter, enter_all, enter_first, enter_helped, enter_until, rate_now};
use crate::mechanisms::needs::onset;
use crate::mechanisms::own_strength::never;
use crate::observation::Indicator;
use crate::random::{Distribution, Process};
use crate::units::{MINUTES_PER_WEEK, MINUTES_PER_YEAR, Minute};

/// A candidate onset.
pub fn begins(now: Now<'_>, d: &mut District, entry: &Entry) {
    let (r, domain) = (ResidentId(entry.slot), Domain::of(entry.aux & 7));
    if onset::happens(now, d, entry, r, domain) {
        begin(now, d, r, domain, entry.point());
    }
}

/// Begins an episode.
pub fn begin(now: Now<'_>, d: &mut District, r: ResidentId, domain: Domain, point: u64) {
    let key = key_of(now, d, r, domain, point);
    let course = &now.inputs.tables.courses[domain as usize];
    let severity = course.severity_at_onset(now.inputs.draws.unit(Process::ONSET_SEVERITY, key, 0));
    begin_as(now, d, r, (key, domain, severity));
}

/// Begins an episode that is a crisis from the first minute.
pub fn begin_in_crisis(now: Now<'_>, d: &mut District, r: ResidentId, domain: Domain, point: u64) {
    begin_as(now, d, r, (key_of(now, d, r, domain, point), domain, Severity::Crisis));
}

fn begin_as(now: Now<'_>, d: &mut District, r: ResidentId, (key, domain, severity): (Key, Domain, Severity)) {
    let draws = now.inputs.draws;
    let weeks = now.inputs.tables.recovery[domain as usize].duration(draws.unit(Process::RECOVERY, key, 0));
    let never = never::is_drawn(now, domain, key);
    let weeks = if never { never::WEEKS } else { weeks / pace(now, domain, severity) };
    let natural_end = now.at.plus_weeks(weeks.max(1.0 / f64::from(MINUTES_PER_WEEK)));
    d.counts.add(Indicator::ONSETS, 1);
    d.counts.ratio(Indicator::ONSET_LENGTH, length_units(weeks), 10);
    d.counts.add(Indicator::CRISIS_ONSETS, i64::from(severity == Severity::Crisis));
    let e = insert(now, d, r, Begun { key, domain, severity, onset: now.at, clock: 0.0, natural_end, goes_on: false });
    if never {
        never::mark(d, e);
    }
}

/// The key of the episode that a point of a resident begins in a domain.
fn key_of(now: Now<'_>, d: &District, r: ResidentId, domain: Domain, point: u64) -> Key {
    now.inputs.draws.key(Process::EPISODE_KEY, d.residents[r].key, join(Key(point), domain as u64))
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
    /// Weeks on its natural clock now.
    pub clock: f64,
    /// When it passes by itself.
    pub natural_end: Minute,
    /// Whether it goes on with a need that was there before: nobody cares since its onset.
    pub goes_on: bool,
}

/// Enters an episode with its clock and candidates.
pub fn insert(now: Now<'_>, d: &mut District, r: ResidentId, begun: Begun) -> EpisodeId {
    let Begun { key, domain, severity, onset, clock, natural_end, goes_on } = begun;
    let crisis = severity == Severity::Crisis;
    let episode = Episode {
        key,
        resident: r,
        next: EpisodeId::NONE,
        onset,
        natural_end,
        help_ended: [Episode::NEVER; 3],
        helping: [0; 3],
        strongest: 0,
        services: 0,
        recovered_in: Episode::NEVER,
        generation: 0,
        year: Episode::block_start(((now.at.0 - onset.0) / MINUTES_PER_YEAR) as u8),
        domain,
        severity,
        entered: [0.0; 4],
        in_pipeline: 0,
        recovered: false,
        known: false,
        aftercare: false,
        heard_before: false,
    };
    let e = d.add_episode(episode);
    let crisis_since = if crisis { now.at } else { Minute::NEVER };
    *d.rooms.needs.of_mut(&d.episodes, e) =
        Course { clock, at: now.at, crisis_since, entered_to: natural_end, improving: 0.0 };
    d.note_of(now.at, r, Some(key), What::Onset(domain, severity));
    let tie = (key.0 >> 32) as u32;
    d.schedule_episode(e, Occasion::RECOVERY, natural_end, tie, 0);
    schedule_block(d, e);
    enter_first(now, d, e);
    if crisis {
        schedule_long_term(now, d, e);
    }
    if domain.is_basic() {
        refresh_basics(d, d.household_of(r));
    }
    now.tell(d, Happening::NeedBegan(e, goes_on));
    e
}

/// Enters the next block of years, unless the episode passes by itself before.
fn schedule_block(d: &mut District, e: EpisodeId) {
    let episode = &d.episodes[e];
    let tie = (episode.key.0 >> 32) as u32;
    if let Some(at) = block_end(episode).filter(|at| *at < episode.natural_end) {
        d.schedule_episode(e, Occasion::EPISODE_BLOCK, at, tie, 0);
    }
}

/// The end of an episode's block of years, if it lies within any horizon.
fn block_end(episode: &Episode) -> Option<Minute> {
    let end = i64::from(episode.onset.0) + i64::from(Episode::block_end(episode.year)) * i64::from(MINUTES_PER_YEAR);
    i32::try_from(end).ok().map(Minute)
}

/// A need has become a crisis: if it lasts, long-term care is asked for.
pub(super) fn schedule_long_term(now: Now<'_>, d: &mut District, e: EpisodeId) {
    d.rooms.needs.of_mut(&d.episodes, e).crisis_since = now.at;
    if d.episodes[e].domain == Domain::Daily {
        let at = now.at.plus_weeks(now.inputs.params.doors.wlz_weeks);
        let tie = (d.episodes[e].key.0 >> 32) as u32;
        d.schedule_episode(e, Occasion::LONG_TERM_CHECK, at, tie, 0);
    }
}

/// Whether a need is a crisis, and has been one since so many weeks without a break.
pub fn is_crisis_since(now: Now<'_>, d: &District, e: EpisodeId, weeks: f64) -> bool {
    let since = d.rooms.needs.get(&d.episodes, e).map_or(Minute::NEVER, |course| course.crisis_since);
    // What was dated then comes due in this minute: another crisis since then has a later date.
    d.episodes[e].severity == Severity::Crisis && since.plus_weeks(weeks) <= now.at
}

/// A need passes by itself at another moment from now on.
pub(super) fn ends_at(now: Now<'_>, d: &mut District, e: EpisodeId, natural_end: Minute) {
    let before = std::mem::replace(&mut d.episodes[e].natural_end, natural_end);
    let tie = (d.episodes[e].key.0 >> 32) as u32;
    d.schedule_episode(e, Occasion::RECOVERY, natural_end, tie, 0);
    let block = block_end(&d.episodes[e]);
    if block.is_some_and(|at| at >= before && at < natural_end) {
        schedule_block(d, e);
    }
    enter_until(now, d, e, natural_end);
}

/// A recovery that has lasted for so many weeks is for good.
const FOR_GOOD: i32 = 156;

/// A new block of years of an episode: fresh cells; what has been over for three years is forgotten.
pub fn new_block(now: Now<'_>, d: &mut District, e: EpisodeId) {
    if block_end(&d.episodes[e]) != Some(now.at) {
        // It was entered once more when the episode got longer again.
        return;
    }
    if d.episodes[e].recovered && now.week.0 - i32::from(d.episodes[e].recovered_in) > FOR_GOOD {
        d.remove_episode(e);
        return;
    }
    d.episodes[e].year = Episode::block_end(d.episodes[e].year);
    d.episodes[e].entered = [0.0; 4];
    let until = d.episodes[e].natural_end;
    let course = d.rooms.needs.of_mut(&d.episodes, e);
    (course.entered_to, course.improving) = (until, 0.0);
    schedule_block(d, e);
    enter_all(now, d, e);
}

/// The moment has come that was entered for an episode to pass by itself. One that became lighter or worse since passes
/// at another.
pub fn comes_to_its_end(now: Now<'_>, d: &mut District, entry: &Entry) {
    let e = EpisodeId(entry.slot);
    if d.episodes[e].natural_end == now.at {
        passes(now, d, e);
    }
}

/// An episode passes by itself. What help had ended before cannot come back any more.
pub fn passes(now: Now<'_>, d: &mut District, e: EpisodeId) {
    if d.episodes[e].recovered {
        d.remove_episode(e);
        return;
    }
    let episode = &d.episodes[e];
    let (r, domain, helped) = (episode.resident, episode.domain, episode.is_helped());
    let lines = lines(|helper| episode.helping[helper as usize] != 0);
    count_recovery(now, d, e);
    d.remove_episode(e);
    onset::can_begin_again(now, d, r, domain);
    if domain.is_basic() {
        refresh_basics(d, d.household_of(r));
    }
    if helped {
        now.tell(d, Happening::HelpTurnedOut(r, lines, true));
    }
}

/// The lines of which something holds.
fn lines(of: impl Fn(Helper) -> bool) -> Lines {
    Lines { first: of(Helper::Team), second: of(Helper::SecondLine) }
}

/// A candidate of recovery by help.
pub fn recover_by_help(now: Now<'_>, d: &mut District, entry: &Entry) {
    let e = EpisodeId(entry.slot);
    if d.episodes[e].recovered {
        return;
    }
    let rate = rate_now(now, d, Rate::HelpedRecovery, e);
    check(d, e, Episode::HELPED, rate);
    if entry.height() < rate {
        d.counts.add(Indicator::RECOVERIES_HELPED, 1);
        recover(now, d, e);
    }
}

/// Help ends an episode before it would have passed by itself. It is kept for a while, because it can come back.
pub fn recover(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let episode = &d.episodes[e];
    let (r, domain) = (episode.resident, episode.domain);
    // What helped before may be what ended it.
    let ever = |i: usize| episode.helping[i] != 0 || episode.help_ended[i] != Episode::NEVER;
    let lines = lines(|helper| ever(helper as usize));
    count_recovery(now, d, e);
    d.change_episode(e, |episode| {
        episode.recovered = true;
        episode.recovered_in = now.week.0 as i16;
        episode.entered = [0.0; 4];
    });
    enter(now, d, e, Episode::RELAPSE);
    onset::can_begin_again(now, d, r, domain);
    now.tell(d, Happening::HelpTurnedOut(r, lines, true));
    if domain.is_basic() {
        refresh_basics(d, d.household_of(r));
    }
}

/// What goes with the end of a need, however it ends.
fn count_recovery(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let Episode { key, resident: r, domain, .. } = d.episodes[e];
    d.counts.add(Indicator::RECOVERIES, 1);
    d.note_of(now.at, r, Some(key), What::Recovered(domain));
    now.tell(d, Happening::NeedPasses(e));
    if d.episodes[e].known {
        close_file_later(now, d, e);
    }
}

/// A need of a domain ends because of age. A need of youth goes on as one of mental health: whoever knows of it and
/// helps with it still does, but for the services of youth.
pub fn outgrow(now: Now<'_>, d: &mut District, r: ResidentId, domain: Domain) {
    let all: Vec<EpisodeId> = d.episodes_of(r).filter(|&e| d.episodes[e].domain == domain).collect();
    for e in all {
        let (before, clock) = (d.episodes[e].clone(), clock(now, d, e));
        let goes_on = !before.recovered && domain == Domain::Youth && !d.needs_of(r).has(Domain::Mental);
        if goes_on {
            d.note_of(now.at, r, Some(before.key), What::Recovered(domain));
            now.tell(d, Happening::NeedPasses(e));
        } else if !before.recovered {
            count_recovery(now, d, e);
        }
        d.remove_episode(e);
        if goes_on {
            let key = key_of(now, d, r, Domain::Mental, before.key.0);
            let Episode { severity, onset, natural_end, .. } = before;
            let grown = insert(
                now,
                d,
                r,
                Begun { key, domain: Domain::Mental, severity, onset, clock, natural_end, goes_on: true },
            );
            d.change_episode(grown, |episode| episode.known = before.known);
            d.episodes[grown].heard_before = before.heard_before;
            go_on_helping(now, d, grown, (e, &before));
        }
    }
}

/// When what happens now is registered: after a keyed lag.
pub fn registered_at(now: Now<'_>, key: Key, of: Process) -> Minute {
    let p = &now.inputs.params;
    let lag = Distribution::LogNormal {
        median: p.second_line.registration_lag.max(1e-3) * registration::lag(now),
        sigma: p.second_line.registration_spread,
    };
    now.at.plus_weeks(lag.quantile(now.inputs.draws.unit(of, key, 0)))
}

/// A known need has passed: its person is on file until somebody notices, be it for another need or for this.
fn close_file_later(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let Episode { resident, key, .. } = d.episodes[e];
    if d.needs_of(resident).known.count_ones() > 1 {
        return;
    }
    let at = registered_at(now, key, Process::FILE_LAG);
    d.counts.ratio(Indicator::MONITOR_LAG, i64::from(at.0) - i64::from(now.at.0), i64::from(MINUTES_PER_WEEK));
    d.files_late += 1;
    d.calendar.add(Entry {
        at,
        tie: (key.0 >> 32) as u32,
        slot: 0,
        generation: 0,
        what: Occasion::FILE_CLOSES,
        aux: 0,
    });
}

/// A candidate of relapse: the need comes back, hidden from all who do not help with it still, with the clock that it
/// had and a severity between light and what it was.
pub fn relapse(now: Now<'_>, d: &mut District, entry: &Entry) {
    let e = EpisodeId(entry.slot);
    let episode = &d.episodes[e];
    if !episode.recovered {
        return;
    }
    let rate = rate_now(now, d, Rate::Relapse, e);
    check(d, e, Episode::RELAPSE, rate);
    let Episode { resident: r, domain, severity: was, key, onset, natural_end, .. } = *episode;
    if entry.height() >= rate || d.needs_of(r).has(domain) {
        return;
    }
    d.counts.add(Indicator::RELAPSES, 1);
    d.note(now.at, r, What::Relapsed(domain));
    let u = now.inputs.draws.unit(Process::RELAPSE_SEVERITY, key, 0);
    let severity = Severity::of(1 + (u * f64::from(was as u8)) as u8);
    d.counts.add(Indicator::CRISIS_ONSETS, i64::from(severity == Severity::Crisis));
    let (before, clock) = (d.episodes[e].clone(), clock(now, d, e));
    d.remove_episode(e);
    let key = key_of(now, d, r, domain, entry.point());
    // A lighter need has less natural time left.
    let (was, is) = (pace(now, domain, was), pace(now, domain, severity));
    let natural_end = if was.to_bits() == is.to_bits() {
        natural_end
    } else {
        now.at.plus_weeks(natural_end.weeks_since(now.at) * was / is).max(Minute(now.at.0 + 1))
    };
    let again = insert(now, d, r, Begun { key, domain, severity, onset, clock, natural_end, goes_on: true });
    d.episodes[again].heard_before = before.known || before.heard_before;
    go_on_helping(now, d, again, (e, &before));
    now.tell(d, Happening::NeedCameBack(again));
}

/// Whoever helps with a need that comes back, or that changes its domain, or is about to, sees that and goes on.
/// `before` was the episode in the slot `old`.
fn go_on_helping(now: Now<'_>, d: &mut District, e: EpisodeId, (old, before): (EpisodeId, &Episode)) {
    let old = (old, before.generation);
    let domain = d.episodes[e].domain;
    let teams = before.helping[Helper::Team as usize];
    let helps = |product: &Product| {
        before.services >> *product as u16 & 1 == 1 && (before.domain == domain || serves(*product, domain))
    };
    let services: Vec<Product> = Product::ALL.into_iter().filter(helps).collect();
    now.tell(d, Happening::NeedGoesOn(old, e));
    if teams != 0 || !services.is_empty() || d.episodes[e].in_pipeline > 0 {
        d.change_episode(e, |episode| episode.known = true);
    }
    for team in (0..u8::BITS as u8).filter(|team| teams >> team & 1 == 1) {
        team_begins(now, d, e, team);
    }
    for product in services {
        service_begins(now, d, e, product);
    }
}

/// A team begins to help, by its position in the district.
pub fn team_begins(now: Now<'_>, d: &mut District, e: EpisodeId, team: u8) {
    help_changes(now, d, e, |helping| helping[Helper::Team as usize] |= 1 << team);
}

/// A team no longer helps.
pub fn team_ends(now: Now<'_>, d: &mut District, e: EpisodeId, team: u8) {
    let helping = d.episodes[e].helping[Helper::Team as usize] & !(1 << team);
    ends(now, d, e, Helper::Team, helping);
}

/// Help of a service or of the network begins.
pub fn help_begins(now: Now<'_>, d: &mut District, e: EpisodeId, helper: Helper) {
    help_changes(now, d, e, |helping| helping[helper as usize] += 1);
}

fn help_changes(now: Now<'_>, d: &mut District, e: EpisodeId, change: impl FnOnce(&mut [u8; 3])) {
    let r = d.episodes[e].resident;
    d.change_episode(e, |episode| change(&mut episode.helping));
    enter_helped(now, d, e);
    if d.episodes[e].domain.is_basic() {
        refresh_basics(d, d.household_of(r));
    }
}

/// A service begins to help with a need, unless it does already.
pub fn service_begins(now: Now<'_>, d: &mut District, e: EpisodeId, product: Product) {
    let bit = 1 << product as u16;
    if d.episodes[e].services & bit == 0 {
        d.episodes[e].services |= bit;
        d.episodes[e].strongest = strongest(now, d.episodes[e].services);
        help_begins(now, d, e, Helper::SecondLine);
    }
}

/// A service no longer helps with a need, if it did.
pub fn service_ends(now: Now<'_>, d: &mut District, e: EpisodeId, product: Product) {
    let bit = 1 << product as u16;
    if d.episodes[e].services & bit != 0 {
        d.episodes[e].services &= !bit;
        let left = d.episodes[e].services;
        if left != 0 {
            d.episodes[e].strongest = strongest(now, left);
        }
        help_ends(now, d, e, Helper::SecondLine);
    }
}

/// The number of the service that helps most of some, at least one.
fn strongest(now: Now<'_>, services: u16) -> u8 {
    let helping = |product: &Product| services >> *product as u16 & 1 == 1;
    let strength = |product: &Product| strength(*product, &now.inputs.params);
    let by_strength = |a: &Product, b: &Product| strength(a).total_cmp(&strength(b));
    Product::ALL.into_iter().filter(helping).max_by(by_strength).map_or(0, |product| product as u8)
}

/// Help of a service or of the network ends; its effect wanes from here.
pub fn help_ends(now: Now<'_>, d: &mut District, e: EpisodeId, helper: Helper) {
    let helping = d.episodes[e].helping[helper as usize].saturating_sub(1);
    ends(now, d, e, helper, helping);
}

fn ends(now: Now<'_>, d: &mut District, e: EpisodeId, helper: Helper, helping: u8) {
    let r = d.episodes[e].resident;
    d.change_episode(e, |episode| {
        episode.helping[helper as usize] = helping;
        episode.help_ended[helper as usize] = now.week.0 as i16;
    });
    enter(now, d, e, Episode::ASKING);
    if d.episodes[e].domain.is_basic() {
        refresh_basics(d, d.household_of(r));
    }
}

/// An episode becomes known.
pub fn becomes_known(now: Now<'_>, d: &mut District, e: EpisodeId, route: Route) {
    if d.episodes[e].known {
        return;
    }
    let r = d.episodes[e].resident;
    d.note_of(now.at, r, Some(d.episodes[e].key), What::Known(d.episodes[e].domain, route));
    d.change_episode(e, |episode| episode.known = true);
    now.tell(d, Happening::NeedKnown(e, route));
}

/// Recounts the unsolved basic needs of a household.
pub fn refresh_basics(d: &mut District, h: HouseholdId) {
    let count: usize = d.members(h).map(|m| d.needs_of(m).unsolved_basics()).sum();
    d.households[h].basics = count.min(255) as u8;
}

/// A request, case or entitlement for an episode has ended: whoever has no other may ask again.
pub fn leaves_pipeline(now: Now<'_>, d: &mut District, e: EpisodeId) {
    d.episodes[e].in_pipeline = d.episodes[e].in_pipeline.saturating_sub(1);
    if !d.episodes[e].recovered {
        enter(now, d, e, Episode::ASKING);
    }
}

/// Enters what other parameters ask for of the episodes of a resident.
pub fn enter_further(now: Now<'_>, d: &mut District, r: ResidentId) {
    let mut next = d.residents[r].episodes;
    while let Some(e) = next.some() {
        next = d.episodes[e].next;
        enter_all(now, d, e);
    }
}
