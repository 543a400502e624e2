//! What happened with a need before the burn-in: who asked for help, what they were granted, and what it did.

use crate::district::{District, Now};
use crate::doors::{Outcome, Pull, Way, way_in};
use crate::entities::{Domain, Product, SEVERITIES, Severity};
use crate::ids::{Key, ResidentId};
use crate::links::Link;
use crate::mechanisms::contribution::choice;
use crate::mechanisms::doors::referrals;
use crate::mechanisms::doors::requests::{suffices, usually_granted};
use crate::mechanisms::needs::hazards;
use crate::mechanisms::prevalence::course::{Course, Help};
use crate::mechanisms::prevalence::home::Home;
use crate::mechanisms::prevalence::supply::Supply;
use crate::mechanisms::team::cases;
use crate::random::{Distribution, Process};

/// A need with its past, at the start of the burn-in.
#[derive(Debug)]
pub(super) struct Past<'a> {
    pub(super) resident: ResidentId,
    pub(super) key: Key,
    pub(super) domain: Domain,
    pub(super) course: &'a mut Course,
    /// Weeks since its onset.
    pub(super) since: f64,
    /// Weeks that it lasted; without end if it is still there.
    pub(super) lasted: f64,
}

/// What a need's past leaves.
#[derive(Debug, Default)]
pub(super) struct Left {
    /// Whether somebody asked for help with it.
    pub(super) asked: bool,
    /// The services that were granted, earliest first.
    pub(super) services: Vec<Granted>,
}

/// A service that was granted in the past.
#[derive(Debug)]
pub(super) struct Granted {
    pub(super) product: Product,
    /// Weeks until its term ends, if it still runs.
    pub(super) left: Option<f64>,
    /// When its terms began, in weeks ago, earliest first.
    pub(super) asked: Vec<f64>,
}

/// Candidates of requests, and terms, of a need's past that are gone through at most.
pub(super) const MOST_REQUESTS: u64 = 64;

impl Past<'_> {
    /// Severity so many weeks ago, or when it passed.
    pub(super) fn severity(&self, weeks_ago: f64) -> Severity {
        self.course.severity_after((self.since - weeks_ago).min(self.lasted))
    }

    /// Whether it is still there.
    pub(super) fn is_open(&self) -> bool {
        self.lasted >= self.since
    }

    /// Whether it had passed so many weeks ago, or that is to come.
    fn is_gone(&self, weeks_ago: f64) -> bool {
        weeks_ago <= 0.0 || self.since - weeks_ago >= self.lasted
    }

    /// Help was given between two moments in weeks ago: the need took another course, and may have ended before its
    /// time. What came back since then was never over.
    fn was_helped(&mut self, now: Now<'_>, help: Help, occasion: u64, (from, to): (f64, f64)) {
        let draws = now.inputs.draws;
        let since = self.since;
        let until = since.min(self.lasted);
        let (from, to) = ((since - from).max(0.0), (since - to).min(until));
        if from >= to {
            return;
        }
        let stream = draws.stream(Process::PREVALENCE, self.key);
        self.course.helped(now, self.domain, help, (stream, occasion), (from, to, until));
        let draw = draws.unit(Process::PAST_RECOVERY, self.key, occasion << 1);
        if let Some(end) = self.course.ended_by(now, self.domain, help, draw, (from, to))
            && draws.unit(Process::PAST_RECOVERY, self.key, occasion << 1 | 1) >= comes_back(now, until - end)
        {
            self.lasted = end;
        }
    }

    /// A debt programme ended so many weeks ago: it may have solved the debts.
    fn may_be_solved(&mut self, now: Now<'_>, occasion: u64, weeks_ago: f64) {
        let solved = now.inputs.params.second_line.debt_success * now.settings.link(Link::HELP_RECOVERY);
        if now.inputs.draws.unit(Process::DEBTS_SOLVED, self.key, occasion) < solved {
            self.lasted = self.since - weeks_ago;
        }
    }
}

/// The chance that what help ended comes back within so many weeks.
fn comes_back(now: Now<'_>, weeks: f64) -> f64 {
    let weeks = weeks.max(0.0);
    let early: f64 = (0..(weeks as i32).min(RELAPSES_UNTIL)).map(|week| now.inputs.tables.early_relapse(week)).sum();
    let rate = now.inputs.params.needs.relapse_base * weeks + early;
    -libm::expm1(-rate * now.settings.link(Link::CLOSING_RELAPSE))
}

/// Weeks after which the early part of relapse is over (assumption: five years, ten times `relapse.decay`).
const RELAPSES_UNTIL: i32 = 260;

/// Goes through a need's past: whoever would have asked while it lasted, by how severe it was then, is known; who was
/// refused, or whose help has ended, asked again; help did what it does, and who has a contract that still runs is
/// served. Assumption: trust, doenvermogen and the team's visibility as they are now; nobody waited, and the team had
/// the time that a case takes.
pub(super) fn follow(now: Now<'_>, d: &District, need: &mut Past<'_>, home: &mut Home, supply: &Supply<'_>) -> Left {
    let draws = now.inputs.draws;
    let key = need.key;
    let mut past = need.since.min(home.resides(now, d, need.resident));
    let mut left = Left::default();
    if need.is_gone(past) {
        return left;
    }
    let (r, domain) = (need.resident, need.domain);
    let mut rates = [None; SEVERITIES];
    let mut rate = |severity: Severity| {
        *rates[severity as usize - 1].get_or_insert_with(|| hazards::asking_rate_of(now, d, r, (domain, severity)))
    };
    for turn in 0..MOST_REQUESTS {
        // The more severe, the sooner people ask: the rate at the worst is the highest.
        let worst = need.course.worst_until(need.since.min(need.lasted));
        let highest = rate(worst).max(1e-9);
        past += libm::log(draws.unit(Process::PAST_CANDIDATE, key, turn)) / highest;
        if need.is_gone(past) {
            return left;
        }
        let severity = need.severity(past);
        if highest * draws.unit(Process::PAST_HEIGHT, key, turn) >= rate(severity) {
            continue;
        }
        left.asked = true;
        let door = draws.unit(Process::DOOR_CHOICE, key, turn + 1);
        let Some(way) = way_in(need.domain, severity, door, Pull::USUAL) else { continue };
        let product = product_asked(now, d, need, (severity, way), turn);
        if matches!(way.outcome, Outcome::Case) {
            let until = past - cases::usual_weeks(now, severity, product.is_some());
            need.was_helped(now, Help::of(now, None), occasion_of(turn, 0), (past, until - waning(now, key, turn, 0)));
            if product.is_none() {
                past = until;
            }
        }
        let Some(product) = product else { continue };
        let product = referrals::by_severity(now, (key, severity), product);
        left.services.extend(terms(now, need, (product, turn), &mut past, supply));
        if need.is_gone(past) {
            return left;
        }
    }
    left
}

/// Goes through the terms of a service from a moment of the past on, and on to the end of the last. `None` if it would
/// run now and has no place.
fn terms(
    now: Now<'_>,
    need: &mut Past<'_>,
    (product, turn): (Product, u64),
    past: &mut f64,
    supply: &Supply<'_>,
) -> Option<Granted> {
    let draws = now.inputs.draws;
    let spec = supply.spec(product);
    let mut asked = Vec::new();
    for term in 0..MOST_REQUESTS {
        asked.push(*past);
        let occasion = turn * MOST_REQUESTS + term + 1;
        let end = *past - spec.duration_weeks.quantile(draws.unit(Process::SERVICE_DURATION, need.key, occasion));
        let runs = end < 0.0;
        let began = std::mem::replace(past, end);
        if runs && !supply.has_place(product) {
            return None;
        }
        let goes_on = !runs && spec.goes_on(draws.unit(Process::REASSESSMENT, need.key, occasion));
        let last = if runs || goes_on { end } else { end - waning(now, need.key, turn, term + 1) };
        need.was_helped(now, Help::of(now, Some(product)), occasion_of(turn, term + 1), (began, last));
        if runs {
            return Some(Granted { product, left: Some(-end), asked });
        }
        if product == Product::DebtProgramme && !need.is_gone(end) {
            need.may_be_solved(now, occasion, end);
        }
        if !goes_on || need.is_gone(end) {
            break;
        }
    }
    Some(Granted { product, left: None, asked })
}

/// The occasion of what help did in a turn: of the team, or in a term of a service.
const fn occasion_of(turn: u64, term: u64) -> u64 {
    turn * (MOST_REQUESTS + 1) + term
}

/// Weeks for which the effect of help that has ended would have to go on in full, drawn so that on average nothing is
/// lost by that it wanes.
fn waning(now: Now<'_>, key: Key, turn: u64, term: u64) -> f64 {
    let mean = now.inputs.params.needs.help_half_life / std::f64::consts::LN_2;
    Distribution::Exponential { mean }.quantile(now.inputs.draws.unit(
        Process::PAST_WANING,
        key,
        occasion_of(turn, term),
    ))
}

/// Whether the municipality would have granted somebody a product that was applied for in the past.
pub(super) fn granted_in_past(now: Now<'_>, d: &District, r: ResidentId, product: Product, key: Key) -> bool {
    now.inputs.draws.unit(Process::GRANT, key, 0) < usually_granted(&now.inputs.params)
        && !choice::buys_anyway(now, d, r, product)
        && !suffices(now, d, r, product, key)
}

/// The product that a request of the past at a severity led to, if any.
fn product_asked(
    now: Now<'_>,
    d: &District,
    need: &Past<'_>,
    (severity, way): (Severity, &Way),
    turn: u64,
) -> Option<Product> {
    let p = &now.inputs.params;
    let draws = now.inputs.draws;
    let chosen = || referrals::product_for(now, d, need.resident, (need.key, need.domain, severity));
    let v = draws.unit(Process::PAST_REQUEST, need.key, turn);
    let granted = |product: Product| {
        let key = draws.key(Process::ENTITLEMENT_KEY, need.key, turn << 8 | product as u64);
        granted_in_past(now, d, need.resident, product, key)
    };
    match way.outcome {
        Outcome::Case => {
            // Nothing is known of how pressed the team was then.
            let product =
                (v < referrals::plan_refers(p, (need.domain, severity), 0.0, 0.0, 0.0)).then(chosen).flatten()?;
            let by_gate = product.meta().account.is_municipal()
                && !matches!(product, Product::DebtProgramme | Product::ShelteredLiving);
            (!by_gate || granted(product)).then_some(product)
        }
        Outcome::Application => chosen().filter(|product| granted(*product)),
        Outcome::Referral(product) => {
            let goes = v < referrals::referral_chance(p, severity);
            // Who dropped out before a debt programme began has none.
            let stays = product != Product::DebtProgramme
                || draws.unit(Process::DEBT_DROPOUT, need.key, turn) >= p.second_line.debt_dropout;
            (goes && stays).then_some(product)
        }
    }
}
