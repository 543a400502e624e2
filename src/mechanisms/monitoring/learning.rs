//! To learn from the books: where to go out, and what an intake gets wrong. The naive yield of a route counts every
//! need that is registered as over; a comparison group takes off it what passes by itself.

use std::cmp::Ordering;

use super::rows::Use;
use super::state::Cohort;
use super::watch;
use crate::district::{District, Now};
use crate::entities::Route;
use crate::links::Link;
use crate::observation::Indicator;

/// Looks after which a team has learnt all that its hours let it learn about intake (assumption, 2 to 8: a year).
const LOOKS: f64 = 4.0;
/// However many hours, a team errs this much of what it did (assumption, 0.1 to 0.5).
const LEAST: f64 = 0.2;

/// FTE planned for visits, places, reports and collective work: those of the plan, or of what has been learnt. Reports
/// are a duty in law, and collective work finds nobody: between these nothing moves.
pub fn planned(now: Now<'_>, d: &District) -> [f64; 4] {
    let o = &now.settings.outreach;
    let plan = [o.door_fte, o.place_fte, o.report_fte, o.collective_fte];
    match d.rooms.monitoring.at_doors.filter(|_| now.settings.monitoring.serves == Use::Learn) {
        Some(share) => {
            let free = o.door_fte + o.place_fte;
            [free * share, free * (1.0 - share), o.report_fte, o.collective_fte]
        }
        None => plan,
    }
}

/// Share of the hours for visits and places that is planned for visits; `None` where there are none.
fn at_doors(now: Now<'_>, d: &District) -> Option<f64> {
    let [door, place, ..] = planned(now, d);
    (door + place > 0.0).then(|| door / (door + place))
}

/// The mean of a chance after so many of so many, where nothing was known before (Beta).
fn mean(of: u32, all: u32) -> f64 {
    f64::from(of + 1) / f64::from(all + 2)
}

/// Needs over in an hour on a route as the books say it: all of them, or less what the comparison group tells. `None`
/// where they say nothing.
pub fn registered_yield(cohort: Cohort, compare: bool) -> Option<f64> {
    let per_hour = per_hour(cohort)?;
    let naive = mean(cohort.registered, cohort.needs);
    match (compare, cohort.compared) {
        (false, _) => Some(naive * per_hour),
        (true, 0) => None,
        (true, compared) => Some((naive - mean(cohort.compared_over, compared)) * per_hour),
    }
}

/// The same in truth: what is over by help and would not be by itself.
pub fn true_yield(cohort: Cohort) -> Option<f64> {
    let share = f64::from(cohort.by_help) / f64::from(cohort.needs.max(1));
    per_hour(cohort).map(|per_hour| share * per_hour)
}

/// Needs that come to light in an hour.
fn per_hour(cohort: Cohort) -> Option<f64> {
    (cohort.needs > 0 && cohort.hours.0 > 0).then(|| f64::from(cohort.needs) / cohort.hours.hours())
}

/// Whether visits do more in an hour than work where people are; `None` where that is not known.
fn doors_are_better(of: impl Fn(Route) -> Option<f64>) -> Option<bool> {
    let (door, place) = (of(Route::Door)?, of(Route::Place)?);
    match door.total_cmp(&place) {
        Ordering::Less => Some(false),
        Ordering::Equal => None,
        Ordering::Greater => Some(true),
    }
}

/// The quarterly look: part of the hours moves to the route that does more in an hour, as far as the books tell.
pub fn look(now: Now<'_>, d: &mut District) {
    let of = |route| watch::year_of(d, now.week, route);
    let is_best = doors_are_better(|route| true_yield(of(route)));
    let compare = now.settings.monitoring.compare;
    let seems_best = doors_are_better(|route| registered_yield(of(route), compare));
    let link = now.settings.link(Link::MONITOR_LEARNING);
    if now.settings.monitoring.serves == Use::Learn && now.week.0 >= 0 {
        d.rooms.monitoring.looks += 1;
        if let (Some(share), Some(doors)) = (at_doors(now, d), seems_best) {
            let target = if doors { 1.0 } else { 0.0 };
            let step = now.inputs.params.monitoring.shift * link;
            d.rooms.monitoring.at_doors = Some(share + step * (target - share));
        }
    }
    if let (Some(share), Some(doors)) = (at_doors(now, d), is_best) {
        let at_best = if doors { share } else { 1.0 - share };
        d.counts.ratio(Indicator::MONITOR_AT_BEST, (at_best * 1e6) as i64, 1_000_000);
    }
}

/// How far off a team is about a need, over what it was before it learnt.
pub fn error(now: Now<'_>, d: &District) -> f64 {
    let s = &now.settings.monitoring;
    if s.serves != Use::Learn {
        return 1.0;
    }
    let learnt = (f64::from(d.rooms.monitoring.looks) / LOOKS).min(1.0) * now.settings.link(Link::MONITOR_LEARNING);
    let less = (now.inputs.params.monitoring.triage * s.hours).min(1.0 - LEAST);
    1.0 - less * learnt
}
