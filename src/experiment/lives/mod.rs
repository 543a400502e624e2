//! One household under two scenarios: what a difference between two policies can be like for those who live it.
//!
//! The household is drawn by lot, by a rule that looks at both scenarios alike: it lives here from week 0 to the
//! horizon in both, a severe need begins, comes back or is worsened to in at least one of them, and its courses differ.
//! A rule that asked for severe need in one scenario only would draw those who were worse off in it, and flatter the
//! other. How many fared better and how many worse is counted beside it, so that the one shown is not taken for all.
//!
//! It can be asked for by kind ([`HouseholdKind`]): the lot then falls among households that are of this kind in
//! week 0,
//! and the one that is drawn is told through all desks: by which door services are asked for, who cares for whom, rent
//! and benefit. Of a kind that is about something (debts, the young) it is one whose courses differ in that, if there
//! is any. Where no course of the kind has a severe need, one is drawn of those whose courses differ at all.
//!
//! A course is told by months, so two courses differ if something else happens, to somebody else, or in another month.
//!
//! Beside it, weeks of one professional of the team under both.

mod diary;
mod kind;
mod told;
mod turn;
mod work;

use std::collections::BTreeSet;
use std::convert::Infallible;

use super::execution::{Model, Progress, RunError};
use super::plan::Plan;
use crate::cancel::Cancel;
use crate::district::District;
use crate::entities::{CaseState, Domain, Stage as Service};
use crate::ids::{HouseholdId, Key, ResidentId};
use crate::mechanisms::evictions::{Stage, road};
use crate::mechanisms::work_income::Recipient;
use crate::random::{Draws, Process};
use crate::simulation::Region;
use crate::units::Minute;

pub(in crate::experiment) use diary::Diary;
use diary::{Entry, Tally};
pub use kind::HouseholdKind;
pub(crate) use told::year_and_month;
pub use told::{ACTIVITIES, Drawn, LONG, Lives, Moment, WorkWeek};
pub use turn::{Parts, Turn};
pub(in crate::experiment) use work::{Desk, Work};

/// Households with the lowest lots whose courses are kept in full while the scenarios run. Whichever is drawn is nearly
/// always among them; if not, both scenarios run once more for the one that is.
pub(super) const KEPT: usize = 2_000;

/// Draws a household and a professional of the base and the first variant, on the first sample and replicate, and tells
/// their two courses. `None` without a variant, without draws, or from a model that knows no households. Costs one
/// burn-in and one run of each of the two scenarios, on this thread.
///
/// # Errors
/// If it is asked to stop.
pub fn lives<M: Model>(
    plan: &Plan,
    model: &M,
    stop: &Cancel,
    progress: &impl Progress,
) -> Result<Option<Lives>, RunError<Infallible>> {
    let [base, variant, ..] = plan.scenarios.as_slice() else { return Ok(None) };
    if !plan.lives {
        return Ok(None);
    }
    let Some(draw) = plan.draws().first().copied() else { return Ok(None) };
    progress.begin(2);
    let start = model.start(base, draw.sample, draw.replicate, stop);
    let told = start.and_then(|start| model.lives(&start, [base, variant], plan.household, draw, stop));
    progress.done(2);
    if stop.is_cancelled() { Err(RunError::Interrupted) } else { Ok(told) }
}

/// Draws a household and a professional and tells their courses. `run` gives the diary of a scenario, 0 or 1, in full
/// of the households asked for; of the first `kept` by lot at first.
pub(super) fn tell(
    start: &Region,
    names: [&str; 2],
    kind: HouseholdKind,
    draws: Draws,
    kept: usize,
    run: impl Fn(usize, &BTreeSet<Key>, Option<Desk>) -> Option<Diary>,
) -> Option<Lives> {
    let lot = |household: Key| (draws.bits(Process::TOLD_HOUSEHOLD, household, 0), household);
    let mut by_lot = kind.households(start);
    by_lot.sort_by_key(|&household| lot(household));
    let mut full: BTreeSet<Key> = by_lot.into_iter().take(kept).collect();
    let desk = Desk::by_lot(start, draws);
    let mut diaries = [run(0, &full, desk)?, run(1, &full, desk)?];
    let (drawn, household) = draw(&diaries[0].tallies, &diaries[1].tallies, kind, lot);
    let mut courses = [Vec::new(), Vec::new()];
    if let Some(household) = household {
        if !full.contains(&household) {
            full = BTreeSet::from([household]);
            diaries = [run(0, &full, desk)?, run(1, &full, desk)?];
        }
        let entries = [0, 1].map(|side: usize| diaries[side].told.remove(&household).unwrap_or_default());
        courses = told(start, household, &entries, kind != HouseholdKind::Any);
    }
    let work = diaries.map(|diary| diary.work.told);
    let (base, variant) = (names[0].to_owned(), names[1].to_owned());
    let all = HouseholdKind::Any.households(start).len() as u32;
    Some(Lives { base, variant, kind, all, drawn, courses, work })
}

/// Counts, and draws the candidate with the lowest lot; of a kind without candidates, the household with the lowest lot
/// whose courses differ.
fn draw<L: Ord>(
    base: &[Tally],
    variant: &[Tally],
    kind: HouseholdKind,
    lot: impl Fn(Key) -> L,
) -> (Drawn, Option<Key>) {
    let mut drawn = Drawn { households: base.len() as u32, ..Drawn::default() };
    let lower = |lowest: Option<Key>, key: Key| match lowest {
        Some(other) if lot(other) <= lot(key) => Some(other),
        _ => Some(key),
    };
    let (mut lowest, mut of_kind, mut about): (Option<Key>, Option<Key>, Option<Key>) = (None, None, None);
    for (a, b) in base.iter().zip(variant).filter(|(a, b)| a.stayed && b.stayed) {
        let (same, severe) = (a.course == b.course, a.severe + b.severe > 0);
        drawn.stayed += 1;
        drawn.same += u32::from(same);
        drawn.severe += u32::from(severe);
        drawn.long_waits += u32::from(a.waited || b.waited);
        if !same {
            of_kind = lower(of_kind, a.household);
        }
        if same || !severe {
            continue;
        }
        drawn.candidates += 1;
        drawn.fewer += u32::from(b.severe < a.severe);
        drawn.more += u32::from(b.severe > a.severe);
        lowest = lower(lowest, a.household);
        if a.about != b.about {
            drawn.about += 1;
            about = lower(about, a.household);
        }
    }
    (drawn, if kind == HouseholdKind::Any { lowest } else { about.or(lowest).or(of_kind) })
}

/// The two courses of a household, its members numbered: those of the start in the order of the household, then the
/// others as they come.
fn told(start: &Region, household: Key, entries: &[Vec<Entry>; 2], desks: bool) -> [Vec<Moment>; 2] {
    let at_start = present(start, household, desks);
    let mut members: Vec<Key> = Vec::new();
    let mut later: Vec<(Minute, Key)> = entries.iter().flatten().map(|e| (e.at, e.resident)).collect();
    later.sort_unstable();
    for key in at_start.iter().map(|e| e.resident).chain(later.into_iter().map(|l| l.1)) {
        if !members.contains(&key) {
            members.push(key);
        }
    }
    let number = |key: Key| members.iter().position(|&m| m == key).unwrap_or_default() as u32;
    let moment =
        |week: Option<u32>, e: &Entry| Moment { week, member: number(e.resident), age: u32::from(e.age), turn: e.turn };
    [0, 1].map(|side: usize| {
        let first = at_start.iter().map(|e| moment(None, e));
        first.chain(entries[side].iter().map(|e| moment(Some(e.at.week().0 as u32), e))).collect()
    })
}

/// Who lives in a household, with what needs, help and care; through all desks, with rent, benefit and carers too.
fn present(region: &Region, household: Key, desks: bool) -> Vec<Entry> {
    let Some((d, h)) = region.districts.iter().find_map(|d| {
        let place = d.households.iter().position(|h| h.key == household)?;
        Some((d, HouseholdId(place as u32)))
    }) else {
        return Vec::new();
    };
    let members: Vec<_> = d.members(h).collect();
    let mut all = Vec::new();
    let mut add = |r: ResidentId, turn: Turn| {
        let resident = &d.residents[r];
        all.push(Entry { at: Minute(0), resident: resident.key, age: resident.age_in(0), turn });
    };
    for &r in &members {
        add(r, Turn::Present);
    }
    for &r in &members {
        for e in d.episodes_of(r).filter(|e| !d.episodes[*e].recovered) {
            let episode = &d.episodes[e];
            let turn = if episode.known { Turn::KnownNeed } else { Turn::HiddenNeed };
            add(r, turn(episode.domain, episode.severity));
        }
        for turn in help(d, r) {
            add(r, turn);
        }
        for turn in if desks { at_desks(d, h, r) } else { Vec::new() } {
            add(r, turn);
        }
    }
    for (case, &first) in d.cases_of(h).zip(members.first().into_iter().cycle()) {
        let open = d.cases[case].state == CaseState::Open;
        add(first, if open { Turn::TeamHelps } else { Turn::TeamWaits });
    }
    all
}

/// Rent, benefit and informal care received, of a member of a household.
fn at_desks(d: &District, h: HouseholdId, r: ResidentId) -> Vec<Turn> {
    let debts = d.episodes_of(r).find(|e| d.episodes[*e].domain == Domain::Debt && !d.episodes[*e].recovered);
    let rent = debts.and_then(|e| match road::stage(d, e) {
        Stage::Arrears => Some(Turn::InArrears),
        Stage::Verdict => Some(Turn::UnderOrder),
        Stage::Paid | Stage::Evicted => None,
    });
    let pays = |x: &Recipient| x.household == h && x.resident == r;
    let benefit = d.rooms.work_income.recipients.iter().any(pays).then_some(Turn::OnBenefit);
    let care = d.cares_of(r, false).next().is_some().then_some(Turn::HasCare);
    rent.into_iter().chain(benefit).chain(care).collect()
}

/// Services that a resident uses or waits for, and informal care given.
fn help(d: &District, r: ResidentId) -> Vec<Turn> {
    let services = d.entitlements_of(r).map(|x| {
        let entitlement = &d.entitlements[x];
        match entitlement.stage {
            Service::Served | Service::AwaitingHome => Turn::Served(entitlement.product),
            Service::Inquiry | Service::Applied | Service::Waiting => Turn::Waits(entitlement.product),
        }
    });
    let care = d.cares_of(r, true).next().is_some().then_some(Turn::GivesCare);
    services.chain(care).collect()
}
