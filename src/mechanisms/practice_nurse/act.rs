//! Who is helped at the GP's own door, for how long, and who pays for it.

use crate::calendar::Occasion;
use crate::district::{District, Now};
use crate::entities::{Account, Domain, Episode, Helper};
use crate::ids::EpisodeId;
use crate::links::Link;
use crate::mechanisms::needs::natural;
use crate::observation::Indicator;
use crate::units::{Effort, Money, WEEKS_PER_YEAR};

/// Weeks in which the talks are held (assumption, 6 to 26).
const WEEKS: f64 = 13.0;
/// Hours of a talk (assumption, 0.5 to 1).
const HOURS: f64 = 0.75;
/// Part of the hours of an FTE that are talks (assumption, 0.5 to 0.7).
const TALKING: f64 = 0.6;

/// People whom the nurses for adults, or for young people, can help at the same time.
fn places(now: Now<'_>, d: &District, youth: bool) -> f64 {
    let p = &now.inputs.params;
    let places = if youth {
        let hours = now.settings.practice_nurse.youth_fte * p.team.hours_fte * TALKING / f64::from(WEEKS_PER_YEAR);
        hours * WEEKS / (p.practice_nurse.sessions * HOURS).max(1e-3)
    } else {
        p.practice_nurse.places * d.planned_residents / 1000.0
    };
    places * now.settings.link(Link::NURSE_HELP)
}

/// The GP does not refer a need: the practice nurse helps with it, if that is what a nurse is for and there is room.
pub fn helps(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let Episode { resident, domain, key, .. } = d.episodes[e];
    let youth = domain == Domain::Youth;
    if !youth && (domain != Domain::Mental || !d.residents[resident].is_adult()) {
        return;
    }
    let places = places(now, d, youth);
    let under_way = &mut d.rooms.practice_nurse.0[usize::from(youth)];
    while under_way.front().is_some_and(|end| *end <= now.at) {
        under_way.pop_front();
    }
    if (under_way.len() + 1) as f64 > places {
        return;
    }
    let end = now.at.plus_weeks(WEEKS);
    under_way.push_back(end);
    if d.episodes[e].services == 0 {
        d.episodes[e].strongest = Episode::NURSE;
    }
    natural::help_begins(now, d, e, Helper::SecondLine);
    d.schedule_episode(e, Occasion::NURSE_ENDS, end, (key.0 >> 32) as u32, 0);
    d.counts.add(Indicator::NURSE_HELPED, 1);
    if !youth {
        let hours = Effort::from_hours(now.inputs.params.practice_nurse.sessions * HOURS);
        pay(now, d, Account::HealthInsurer, hours);
    }
}

/// What the nurses for young people cost in a week, whomever they help.
pub fn account(now: Now<'_>, d: &mut District) {
    let hours = now.settings.practice_nurse.youth_fte * now.inputs.params.team.hours_fte / f64::from(WEEKS_PER_YEAR);
    if hours > 0.0 {
        pay(now, d, Account::Youth, Effort::from_hours(hours));
    }
}

fn pay(now: Now<'_>, d: &mut District, from: Account, hours: Effort) {
    let cents = libm::round(now.inputs.params.practice_nurse.euros_per_hour * 100.0) as i64;
    let cost = Money::of_effort(cents, hours);
    d.pay(from, Account::Providers, cost);
    d.counts.add(Indicator::EUROS_NURSE, cost.0);
}
