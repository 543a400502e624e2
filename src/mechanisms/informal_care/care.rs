//! Informal care: asking, offering, hours, strain, stopping (M4; docs/odd.md 7.3).
//!
//! A need that is moderate or worse makes somebody look around: adult housemates first, then ties in the order of their
//! strength. Both sides must be willing. Care for somebody outside the district starts by an age-specific rate, because
//! most parents of adults live elsewhere. Left out: care that changes hours while it lasts, and care circles that
//! coordinate.

use crate::calendar::{Entry, Occasion};
use crate::district::{District, Happening, MOST_CARING, Now, Rate, Reading, What, burden_chance, join};
use crate::entities::{Care, Episode, Helper, Resident, Severity, Tie};
use crate::ids::{CareId, EpisodeId, Key, ResidentId};
use crate::links::Link;
use crate::mechanisms::needs::natural;
use crate::mechanisms::own_network::thresholds;
use crate::observation::Indicator;
use crate::parameters::Params;
use crate::random::{CellKey, Distribution, Process, at_least};
use crate::units::{MINUTES_PER_YEAR, Minute};

/// Care that a matchmaker has found, by the severity of the need.
const MATCHED: u64 = 200;

/// Who comes to care: what they can give is capped by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    /// A housemate.
    Household,
    /// Somebody whom a tie leads to, or who cares for somebody outside the district.
    Tie,
    /// The same, who would not care without a campaign or a matchmaker.
    Encouraged,
}

/// The time of looking for care that is neither the onset nor a worsening: the need goes on with one of before.
const AGAIN: u64 = 8;

/// A need has begun: if it is moderate or worse, its person looks for care.
pub fn begins(now: Now<'_>, d: &mut District, e: EpisodeId, again: bool) {
    if d.episodes[e].severity >= Severity::Moderate {
        seek(now, d, e, if again { AGAIN } else { 0 });
    }
}

/// Somebody with a need looks for informal care. `occasion` tells the times apart at which the same episode looks: 0 is
/// the onset, and of a need that began earlier whoever began to care then may have stopped since.
pub fn seek(now: Now<'_>, d: &mut District, e: EpisodeId, occasion: u64) {
    if !looks_for_care(d, e) {
        return;
    }
    let Episode { resident: r, key, .. } = d.episodes[e];
    let mut found = found_for(d, e);
    let mut next = d.households[d.household_of(r)].first;
    while let Some(m) = next.some().filter(|_| found < Episode::MOST_CARERS) {
        next = d.residents[m].next;
        if m == r || !d.residents[m].is_adult() {
            continue;
        }
        let u = now.inputs.draws.unit(Process::CARE_AGREEMENT, key, join(d.residents[m].key, occasion));
        let willing = now.inputs.params.informal_care.housemate * availability(now, d, m);
        if u < willing && !cares_already(d, m, r) {
            let who = d.residents[m].key;
            begin(now, d, (m, who, By::Household), r, e, occasion);
            found += 1;
        }
    }
    if found < Episode::MOST_CARERS {
        let asked = |now: Now<'_>, d: &District, tie: Tie, offer: f64| {
            agreement(now, d, (r, thresholds::lowered(d, tie)), tie, 0.0, offer)
        };
        let unaided = |now: Now<'_>, d: &District, tie: Tie, offer: f64| agreement(now, d, (r, 0.0), tie, 0.0, offer);
        ask_ties(now, d, e, occasion, asked, unaided);
    }
}

/// In a case the team helps to look: ties are asked who would not have been asked without it, with a chance of their
/// own.
pub fn mobilise(now: Now<'_>, d: &mut District, e: EpisodeId, case: Key) {
    let extra = now.inputs.params.informal_care.mobilise * now.settings.link(Link::MOBILISING_CARE);
    if extra > 0.0 && looks_for_care(d, e) {
        let r = d.episodes[e].resident;
        let further = |now: Now<'_>, d: &District, tie: Tie, offer: f64| {
            let r = (r, thresholds::lowered(d, tie));
            agreement(now, d, r, tie, extra, offer) - agreement(now, d, r, tie, 0.0, offer)
        };
        // The team asks as people themselves do: nobody of these is less of a carer for it.
        ask_ties(now, d, e, join(case, 100), further, |_, _, _, _| 1.0);
    }
}

/// After a conference of the people around somebody one of them begins to care, as any carer does: of those who can,
/// the one with the strongest tie. Tells whether somebody does.
pub fn by_conference(now: Now<'_>, d: &mut District, e: EpisodeId, occasion: u64) -> bool {
    if !looks_for_care(d, e) || found_for(d, e) >= Episode::MOST_CARERS {
        return false;
    }
    let r = d.episodes[e].resident;
    let can = |tie: &Tie| {
        let other = tie.other().some();
        other.is_none_or(|o| availability(now, d, o) > 0.0 && !cares_already(d, o, r))
    };
    let key = |tie: &Tie| tie.other().some().map_or(tie.traits(), |o| d.residents[o].key);
    let strongest = d
        .ties_of(r)
        .filter(can)
        .max_by(|a, b| a.strength().total_cmp(&b.strength()).then(key(b).cmp(&key(a))))
        .map(|tie| (tie.other(), key(&tie), By::Tie));
    let Some(giver) = strongest else { return false };
    let before = found_for(d, e);
    begin(now, d, giver, r, e, occasion);
    found_for(d, e) > before
}

/// Whether nobody cares for a need with which somebody looks around for care.
pub fn lacks_all(d: &District, e: EpisodeId) -> bool {
    looks_for_care(d, e) && found_for(d, e) == 0
}

/// Somebody near by begins to care whom a matchmaker has asked. Tells whether they do.
pub fn by_match(now: Now<'_>, d: &mut District, e: EpisodeId, giver: ResidentId) -> bool {
    let (r, who) = (d.episodes[e].resident, d.residents[giver].key);
    begin(now, d, (giver, who, By::Encouraged), r, e, join(who, MATCHED + d.episodes[e].severity as u64));
    found_for(d, e) > 0
}

/// Whether a need makes somebody look around; informal care is not given beside long-term care.
fn looks_for_care(d: &District, e: EpisodeId) -> bool {
    let episode = &d.episodes[e];
    episode.looks_for_care() && !d.residents[episode.resident].is(Resident::LONG_TERM)
}

/// Care arrangements that a need has.
fn found_for(d: &District, e: EpisodeId) -> usize {
    d.cares_of(d.episodes[e].resident, false).filter(|&c| d.cares[c].episode == e).count()
}

/// Asks ties until there is care enough, the strongest first. `chance` is that of asking and agreeing where the other
/// offers so much; it does not fall as that rises. `unaided` is what it would be without encouragement.
fn ask_ties(
    now: Now<'_>,
    d: &mut District,
    e: EpisodeId,
    occasion: u64,
    chance: impl Fn(Now<'_>, &District, Tie, f64) -> f64,
    unaided: impl Fn(Now<'_>, &District, Tie, f64) -> f64,
) {
    let Episode { resident: r, key, .. } = d.episodes[e];
    if d.residents[r].person.ties == 0 {
        return;
    }
    let mut found = found_for(d, e);
    d.look_at_ties(r);
    // With the most willing other first: whether that could do is known without looking at the other.
    let asked = |tie: Tie| {
        let who = tie.other().some().map_or(tie.traits(), |o| d.residents[o].key);
        let u = now.inputs.draws.unit(Process::CARE_AGREEMENT, key, join(who, occasion));
        (u < chance(now, d, tie, MOST_OFFER)).then_some((tie, who, u))
    };
    let mut asked: Vec<(Tie, Key, f64)> = d.ties_of(r).filter_map(asked).collect();
    asked.sort_unstable_by(|(a, who, _), (b, other, _)| b.strength().total_cmp(&a.strength()).then(who.cmp(other)));
    for (tie, who, u) in asked {
        if found >= Episode::MOST_CARERS {
            return;
        }
        let (other, offered) = (tie.other().some(), offer(now, d, r, tie));
        if u < chance(now, d, tie, offered) && other.is_none_or(|o| !cares_already(d, o, r)) {
            let by = if u < unaided(now, d, tie, offered) { By::Tie } else { By::Encouraged };
            begin(now, d, (tie.other(), who, by), r, e, occasion);
            found += 1;
        }
    }
}

/// The most that somebody can be willing and able to help, as [`offer`] gives it.
const MOST_OFFER: f64 = 2.0 * MOST_CARING;

/// Chance that one asks and the other agrees. Thresholds lower asking, as far as nothing makes them lower; strength
/// raises both.
fn agreement(now: Now<'_>, d: &District, (r, lowered): (ResidentId, f64), tie: Tie, extra: f64, offer: f64) -> f64 {
    let p = &now.inputs.params;
    let threshold = (d.residents[r].person.people_threshold() - lowered).max(0.0);
    let asks = p.informal_care.ask * 2.0 * tie.ask() * (1.5 - threshold) + extra;
    (asks * (p.informal_care.offer * offer).min(1.0) * (0.5 + tie.strength())).clamp(0.0, 1.0)
}

/// How willing and able the other end of a tie is to help: 1 in the middle.
fn offer(now: Now<'_>, d: &District, r: ResidentId, tie: Tie) -> f64 {
    let Some(other) = tie.other().some() else { return 2.0 * tie.offer() };
    let back = d.ties[other].iter().find(|t| t.exists() && t.other() == r);
    2.0 * back.map_or(tie.offer(), |t| t.offer()) * availability(now, d, other)
}

/// How able somebody is to give care: as people of the age do, less in need or burdened.
pub fn availability(now: Now<'_>, d: &District, r: ResidentId) -> f64 {
    let resident = &d.residents[r];
    if resident.is_recluse() || resident.is(Resident::LONG_TERM) {
        return 0.0;
    }
    let person = &resident.person;
    let free = if person.needs.heavy != 0 || person.burdens > 0 {
        now.inputs.params.informal_care.burdened_share
    } else if person.care_given > 8 * 60 {
        now.inputs.params.informal_care.busy_share
    } else {
        1.0
    };
    free * now.inputs.tables.caring[now.age(resident) as usize]
}

fn cares_already(d: &District, giver: ResidentId, receiver: ResidentId) -> bool {
    d.cares_of(giver, true).any(|c| d.cares[c].receiver == receiver)
}

/// Somebody starts to care; the receiver is [`ResidentId::NONE`] outside the district, and so is the giver, who has a
/// key even there.
fn begin(
    now: Now<'_>,
    d: &mut District,
    (giver, who, by): (ResidentId, Key, By),
    receiver: ResidentId,
    e: EpisodeId,
    occasion: u64,
) {
    let draws = now.inputs.draws;
    let p = &now.inputs.params;
    let of = if e.some().is_some() { d.episodes[e].key } else { who };
    let key = draws.key(Process::CARE_KEY, of, join(who, occasion));
    // Who is asked again in the same way, as a need gets severe once more, cares already.
    if receiver.some().is_some_and(|r| d.cares_of(r, false).any(|c| d.cares[c].key == key)) {
        return;
    }
    // Nobody gives more than the cap in all, nor by one tie.
    let given = giver.some().map_or(0.0, |g| f64::from(d.residents[g].person.care_given) / 60.0);
    let most = most_hours(p, by, given);
    let would = Distribution::LogNormal { median: p.informal_care.median, sigma: p.informal_care.sigma }
        .quantile(draws.unit(Process::CARE_HOURS, key, 0));
    let hours = would.min(most);
    if hours <= 0.0 {
        return;
    }
    let burdened = giver.some().is_some() && draws.unit(Process::CARE_STRAIN, key, 0) < burden_chance(p, hours);
    // Care by somebody outside the district lasts as long as the need.
    let may_have_stopped = occasion == 0 && e.some().is_some() && giver.some().is_some();
    let past = if may_have_stopped { now.at.weeks_since(d.episodes[e].onset) } else { 0.0 };
    let care = Care {
        key,
        giver,
        receiver,
        episode: e,
        next_given: CareId::NONE,
        next_received: CareId::NONE,
        since: now.at,
        minutes: (hours * 60.0).max(1.0) as u16,
        generation: 0,
        year: 0,
        burdened,
    };
    if past > 0.0 {
        let ends = rate_of_stopping(now, &care, Reading::Bound) + rate_of_going(now, d, giver, receiver);
        if draws.unit(Process::CARE_HAD_STOPPED, key, 0) >= libm::exp(-ends * past) {
            return;
        }
    }
    let c = d.cares.insert(care);
    d.counts.add(Indicator::CAPPED, i64::from(would > most));
    if by == By::Encouraged {
        encourage(d, c, receiver);
    }
    if let Some(g) = giver.some() {
        d.note(now.at, g, What::CareStarted);
        d.change_giving(g, |d| {
            d.cares[c].next_given = d.residents[g].person.giving;
            let person = &mut d.residents[g].person;
            person.giving = c;
            person.care_given = person.care_given.saturating_add(d.cares[c].minutes);
            person.burdens += u8::from(burdened);
        });
        if burdened {
            now.tell(d, Happening::RateRose(Rate::Onset, g));
        }
        enter_stop(now, d, c);
        schedule_block(d, c);
    }
    if let Some(r) = receiver.some() {
        d.cares[c].next_received = d.residents[r].person.receiving;
        d.note(now.at, r, What::CaredFor);
        d.residents[r].person.receiving = c;
        d.residents[r].person.care_received = d.residents[r].person.care_received.saturating_add(d.cares[c].minutes);
        natural::help_begins(now, d, e, Helper::Informal);
    }
}

/// Most hours a week of a new arrangement by somebody who gives so many already.
fn most_hours(p: &Params, by: By, given: f64) -> f64 {
    let of_giver = p.informal_care.cap - given;
    match by {
        By::Household => of_giver,
        By::Tie => of_giver.min(p.informal_care.tie_cap),
        By::Encouraged => {
            let own = &p.own_network;
            of_giver.min(own.giver_hours - given).min(own.tie_hours).min(p.informal_care.tie_cap)
        }
    }
}

/// Remembers that care would not have begun without encouragement, and counts it.
fn encourage(d: &mut District, c: CareId, receiver: ResidentId) {
    let kept = &mut d.rooms.own_network;
    kept.any = true;
    *kept.encouraged.of_mut(&d.cares, c) = true;
    d.counts.add(Indicator::ENCOURAGED, 1);
    if let Some(r) = receiver.some() {
        d.counts.ratio(Indicator::ENCOURAGED_LOW_INCOME, i64::from(d.residents[r].income() == 0), 1);
    }
}

/// Care arrangements look ahead in blocks of years, as episodes do.
fn schedule_block(d: &mut District, c: CareId) {
    let care = &d.cares[c];
    let next = i64::from(care.since.0) + i64::from(Episode::block_end(care.year)) * i64::from(MINUTES_PER_YEAR);
    if let Ok(at) = i32::try_from(next) {
        let (generation, tie) = (care.generation, (care.key.0 >> 32) as u32);
        d.calendar.add(Entry { at: Minute(at), tie, slot: c.0, generation, what: Occasion::CARE_BLOCK, aux: 0 });
    }
}

/// A new block of years of a care arrangement: fresh cells.
pub fn new_block(now: Now<'_>, d: &mut District, c: CareId) {
    d.cares[c].year = Episode::block_end(d.cares[c].year);
    enter_stop(now, d, c);
    schedule_block(d, c);
}

/// Rate per week at which somebody stops caring: by themselves, sooner under strain, or because care for somebody
/// outside the district ends.
fn rate_of_stopping(now: Now<'_>, care: &Care, reading: Reading) -> f64 {
    let p = &now.inputs.params.informal_care;
    let own = reading
        .of(|| p.stop + strained(now, care), || if care.burdened { p.stop_burdened.max(p.stop) } else { p.stop });
    own + if care.receiver.some().is_none() { p.outside_end } else { 0.0 }
}

/// What strain adds to that.
fn strained(now: Now<'_>, care: &Care) -> f64 {
    let p = &now.inputs.params.informal_care;
    if care.burdened { (p.stop_burdened - p.stop).max(0.0) * now.settings.link(Link::STRAIN_STOPS) } else { 0.0 }
}

/// Rate at which somebody who cares for another dies or moves away from them. Who lives together moves together.
fn rate_of_going(now: Now<'_>, d: &District, giver: ResidentId, receiver: ResidentId) -> f64 {
    let resident = &d.residents[giver];
    let (tables, age) = (&now.inputs.tables, usize::from(now.age(resident)));
    let moves = if d.household_of(giver) == d.household_of(receiver) { 0.0 } else { tables.moving[age] };
    tables.mortality[usize::from(resident.is(Resident::WOMAN))][age] + moves
}

/// Enters stopping of the care that somebody gives under inputs that have changed.
pub fn enter_anew(now: Now<'_>, d: &mut District, r: ResidentId) {
    let given: Vec<CareId> = d.cares_of(r, true).collect();
    for c in given {
        enter_stop(now, d, c);
    }
}

fn enter_stop(now: Now<'_>, d: &mut District, c: CareId) {
    let care = &d.cares[c];
    let highest = at_least(rate_of_stopping(now, care, Reading::Bound) * now.inputs.slack);
    let (key, since, year, generation) = (care.key, care.since.0, care.year, care.generation);
    let cells = &now.inputs.tables.blocks.of_need[Episode::block_kind(year)];
    let cell = CellKey { process: Process::CARE_STOPS, entity: key, occasion: u64::from(year) };
    let start = since + i32::from(year) * MINUTES_PER_YEAR;
    let minutes = now.at.0 - start + 1..i32::MAX;
    cells.points_in(now.inputs.draws, cell, 0.0..highest, minutes, |p| {
        let (at, what) = (Minute(start + p.minute), Occasion::CARE_STOPS);
        d.calendar.add(Entry { at, tie: p.height.to_bits(), slot: c.0, generation, what, aux: 0 });
    });
}

/// A candidate of stopping.
pub fn stop(now: Now<'_>, d: &mut District, entry: &Entry) {
    let c = CareId(entry.slot);
    let care = &d.cares[c];
    let rate = rate_of_stopping(now, care, Reading::Now);
    let bound = rate_of_stopping(now, care, Reading::Bound);
    assert!(rate <= bound * (1.0 + 1e-12), "a carer's rate of stopping is above what is entered");
    if entry.height() < rate {
        let own = now.inputs.params.informal_care.stop + strained(now, care);
        let stops = entry.height() < own;
        d.counts.add(Indicator::CARERS_STOPPED, i64::from(stops));
        let Care { key, receiver, episode, burdened, .. } = d.cares[c];
        end(now, d, c);
        if stops && burdened && receiver.some().is_some_and(|r| d.cares_of(r, false).next().is_none()) {
            let asks = now.inputs.params.informal_care.left_asks * now.settings.link(Link::STRAIN_ASKING);
            if now.inputs.draws.unit(Process::LEFT_ASKS, key, 0) < asks {
                now.tell(d, Happening::LeftWithoutCare(episode));
            }
        }
    }
}

/// Ends an arrangement and unlinks it from both sides.
pub fn end(now: Now<'_>, d: &mut District, c: CareId) {
    let Care { giver, receiver, episode, minutes, burdened, next_given, next_received, .. } = d.cares[c].clone();
    if let Some(g) = giver.some() {
        d.note(now.at, g, What::CareEnded);
        d.change_giving(g, |d| {
            unlink(d, g, c, next_given, true);
            let person = &mut d.residents[g].person;
            person.care_given = person.care_given.saturating_sub(minutes);
            person.burdens -= u8::from(burdened);
        });
    }
    if let Some(r) = receiver.some() {
        unlink(d, r, c, next_received, false);
        let others = d.residents[r].person.receiving.some().is_some();
        d.note(now.at, r, What::CarerGone(others));
        let person = &mut d.residents[r].person;
        person.care_received = person.care_received.saturating_sub(minutes);
        natural::help_ends(now, d, episode, Helper::Informal);
    }
    d.cares.free(c);
}

fn unlink(d: &mut District, r: ResidentId, c: CareId, next: CareId, given: bool) {
    let head = if given { &mut d.residents[r].person.giving } else { &mut d.residents[r].person.receiving };
    if *head == c {
        *head = next;
        return;
    }
    let mut at = *head;
    loop {
        let care = &mut d.cares[at];
        let link = if given { &mut care.next_given } else { &mut care.next_received };
        if *link == c {
            *link = next;
            return;
        }
        at = *link;
    }
}

/// Ends the care received for an episode.
pub fn end_for_episode(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let Episode { resident: r, helping, .. } = d.episodes[e];
    if helping[Helper::Informal as usize] == 0 {
        return;
    }
    let mut next = d.residents[r].person.receiving;
    while let Some(c) = next.some() {
        next = d.cares[c].next_received;
        if d.cares[c].episode == e {
            end(now, d, c);
        }
    }
}

/// Ends all care that somebody gives or receives: death, moving away, long-term care.
pub fn end_all(now: Now<'_>, d: &mut District, r: ResidentId) {
    for given in [true, false] {
        let all: Vec<CareId> = d.cares_of(r, given).collect();
        for c in all {
            end(now, d, c);
        }
    }
}

/// Rate at which somebody starts to care for a person outside the district.
pub fn outside_rate(now: Now<'_>, d: &District, r: ResidentId) -> f64 {
    let resident = &d.residents[r];
    let cannot = resident.is_recluse() || resident.is(Resident::LONG_TERM);
    if cannot { 0.0 } else { now.inputs.tables.care_outside[now.age(resident) as usize] }
}

/// A resident starts to care for somebody outside the district.
pub fn begin_outside(now: Now<'_>, d: &mut District, r: ResidentId, point: u64) {
    if !d.residents[r].is(Resident::LONG_TERM) {
        begin(now, d, (r, d.residents[r].key, By::Tie), ResidentId::NONE, EpisodeId::NONE, point);
    }
}

/// Whoever already cares for somebody outside the district when the simulation or their life here begins.
pub fn bring_outside(now: Now<'_>, d: &mut District, r: ResidentId) {
    let expected = outside_rate(now, d, r) / now.inputs.tables.care_end;
    if now.inputs.draws.unit(Process::CARE_BROUGHT, d.residents[r].key, 0) < expected {
        begin(now, d, (r, d.residents[r].key, By::Tie), ResidentId::NONE, EpisodeId::NONE, u64::MAX);
    }
}
