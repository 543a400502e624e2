//! What somebody was asked to do in return, quarter by quarter: kept or not, checked where people must, and over when
//! the help or the benefit is.

use super::rule::Rule;
use super::state::{Giver, Promise, Regime};
use super::who::{has_benefit, is_exempt, rule};
use super::{norm, sanctions};
use crate::calendar::{Entry, Occasion};
use crate::district::{District, Happening, Now, Rate};
use crate::entities::{Account, Helper, Lines, Stage};
use crate::ids::ResidentId;
use crate::links::Link;
use crate::mechanisms::needs::rates;
use crate::observation::Indicator;
use crate::random::Process;
use crate::units::{Effort, Minute, Money, WEEKS_PER_YEAR};

/// Weeks of a quarter, and its months.
const QUARTER: i32 = 13;
const MONTHS: f64 = 3.0;
/// Hours a week at which the shares who keep a promise are stated.
const USUAL_HOURS: f64 = 3.0;

/// What somebody was asked.
pub fn of(d: &District, r: ResidentId, regime: Regime) -> Promise {
    d.rooms.reciprocity.promise(&d.residents, r, regime)
}

/// Somebody's promise, to be changed.
pub(super) fn of_mut(d: &mut District, r: ResidentId, regime: Regime) -> &mut Promise {
    &mut d.rooms.reciprocity.returns.of_mut(&d.residents, r).of[regime as usize]
}

/// Something is asked of somebody from now on.
pub fn begin(now: Now<'_>, d: &mut District, r: ResidentId, (regime, rule): (Regime, Rule)) {
    let minutes = libm::round(now.settings.reciprocity.hours * 60.0) as u16;
    d.counts.add(Indicator::RETURN_ASKED, 1);
    *of_mut(d, r, regime) = Promise { rule, due: Minute::NEVER, since: now.at, minutes, kept: false };
    let generation = d.residents[r].generation;
    let room = &mut d.rooms.reciprocity;
    let all = room.returns.of_mut(&d.residents, r);
    if !all.listed {
        all.listed = true;
        room.people.push(Giver { resident: r, generation });
    }
    next_quarter(now, d, r, regime);
}

/// A quarter begins: somebody does what was asked, or does not.
fn next_quarter(now: Now<'_>, d: &mut District, r: ResidentId, regime: Regime) {
    let promise = of(d, r, regime);
    let point = (now.week.0.div_euclid(QUARTER) as u64) << 1 | regime as u64;
    let u = now.inputs.draws.unit(Process::RETURN_KEPT, d.residents[r].key, point);
    let kept = u < chance(now, d, r, promise);
    of_mut(d, r, regime).kept = kept;
    if kept && promise.rule == Rule::Voluntary {
        now.tell(d, Happening::RateRose(Rate::Improving, r));
    }
    enter(d, r, regime, now.at.plus_weeks(f64::from(QUARTER)));
}

/// Enters when a promise is looked at next.
pub(super) fn enter(d: &mut District, r: ResidentId, regime: Regime, at: Minute) {
    of_mut(d, r, regime).due = at;
    let (tie, generation) = ((d.residents[r].key.0 >> 32) as u32, d.residents[r].generation);
    d.calendar.add(Entry { at, tie, slot: r.0, generation, what: Occasion::RETURN_QUARTER, aux: regime as u8 });
}

/// Chance that somebody does in a quarter what was asked.
pub fn chance(now: Now<'_>, d: &District, r: ResidentId, promise: Promise) -> f64 {
    let p = &now.inputs.params.reciprocity;
    let share = match promise.rule {
        Rule::Nothing => return 0.0,
        Rule::Voluntary => p.kept_voluntary,
        Rule::Expected => p.kept_expected,
        Rule::Obliged => p.kept_obliged,
    };
    let hours = f64::from(promise.minutes.max(1)) / 60.0;
    let odds = p.by_norm * (norm::of(now, d, r) - 0.5)
        + p.by_trust * (d.residents[r].person.trust() - 0.5)
        + p.by_capacity * (rates::capacity_now(now, d, r) - 0.5)
        + p.by_hours * libm::log(hours / USUAL_HOURS);
    let others = (1.0 - share) * libm::exp(-odds);
    if share + others > 0.0 { share / (share + others) } else { 0.0 }
}

/// A promise is due: what was to begin begins, or a quarter of it is over.
pub fn comes_due(now: Now<'_>, d: &mut District, entry: &Entry) {
    let r = ResidentId(entry.slot);
    let regime = Regime::ALL[usize::from(entry.aux & 1)];
    let promise = of(d, r, regime);
    if promise.due != entry.at {
        return;
    }
    if promise.runs() {
        quarter_ends(now, d, r, (regime, promise));
        return;
    }
    // A task for somebody on social assistance.
    let rule = rule(now, regime);
    if rule == Rule::Nothing || !has_benefit(now, d, r) {
        *of_mut(d, r, regime) = Promise::default();
    } else if is_exempt(now, d, r) {
        *of_mut(d, r, regime) = Promise::default();
        d.counts.add(Indicator::RETURN_EXEMPT, 1);
    } else {
        begin(now, d, r, (regime, rule));
    }
}

fn quarter_ends(now: Now<'_>, d: &mut District, r: ResidentId, (regime, promise): (Regime, Promise)) {
    if promise.rule == Rule::Obliged {
        check(now, d, r, (regime, promise));
    }
    norm::quarter_ends(now, d, r, promise);
    let rule = rule(now, regime);
    if rule != Rule::Nothing && goes_on(now, d, r, (regime, promise)) && !is_exempt(now, d, r) {
        of_mut(d, r, regime).rule = rule;
        next_quarter(now, d, r, regime);
    } else {
        *of_mut(d, r, regime) = Promise::default();
    }
}

/// Whether there still is what something was asked for: help, or social assistance for at most a year at a time.
fn goes_on(now: Now<'_>, d: &District, r: ResidentId, (regime, promise): (Regime, Promise)) -> bool {
    match regime {
        Regime::Help => is_helped(d, r),
        Regime::Benefit => has_benefit(now, d, r) && now.at.weeks_since(promise.since) < f64::from(WEEKS_PER_YEAR),
    }
}

/// Whether the team helps somebody, or Wmo help runs or is waited for.
fn is_helped(d: &District, r: ResidentId) -> bool {
    d.episodes_of(r).any(|e| d.episodes[e].helping[Helper::Team as usize] != 0)
        || d.entitlements_of(r).any(|x| {
            let entitlement = &d.entitlements[x];
            entitlement.product.is_wmo() && !matches!(entitlement.stage, Stage::Inquiry | Stage::Applied)
        })
}

/// A quarter is checked: in hours of the team for help, in hours that the municipality pays for social assistance. What
/// was not done is seen the more often the more hours there are, and a professional acts on it or not.
fn check(now: Now<'_>, d: &mut District, r: ResidentId, (regime, promise): (Regime, Promise)) {
    let hours = now.settings.reciprocity.checking_hours;
    if hours <= 0.0 {
        return;
    }
    spend(now, d, r, (regime, Effort::from_hours(hours * MONTHS)));
    let p = &now.inputs.params.reciprocity;
    let (key, point) = (d.residents[r].key, u64::from(promise.due.0 as u32) << 1 | regime as u64);
    let unit = |process| now.inputs.draws.unit(process, key, point);
    let seen = !promise.kept && unit(Process::BREACH_SEEN) < hours / (hours + p.seen_half);
    if !seen || unit(Process::BREACH_ENFORCED) >= p.enforced {
        return;
    }
    d.counts.add(Indicator::BREACHES, 1);
    now.tell(d, Happening::HelpTurnedOut(r, Lines::FIRST, false));
    if regime == Regime::Benefit {
        sanctions::cut(now, d, r);
    }
}

/// Hours of checking are spent.
fn spend(now: Now<'_>, d: &mut District, r: ResidentId, (regime, effort): (Regime, Effort)) {
    d.counts.add(Indicator::HOURS_CHECKING, effort.0);
    let taken = Effort((effort.0 as f64 * now.settings.link(Link::CHECKING_HOURS)) as i64);
    match regime {
        Regime::Help => {
            let need = d.episodes_of(r).next();
            let team = need.map_or(0, |e| d.team_for(e, now.age(&d.residents[r])).0);
            d.teams[team].intake_due += taken;
        }
        Regime::Benefit => {
            let cost = Money::of_effort(now.inputs.budget.team_cents_per_hour, effort);
            d.pay(Account::Participation, Account::Employers, cost);
            d.counts.add(Indicator::EUROS_CHECKING, cost.0);
        }
    }
}
