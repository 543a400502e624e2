//! What became of needs within half a year after they came to light, by route: as registered, and in truth.

use super::registration;
use super::state::{Cohort, Watched};
use crate::district::{District, Hours, Now};
use crate::entities::{ROUTES, Route};
use crate::ids::EpisodeId;
use crate::mechanisms::needs::natural;
use crate::observation::Indicator;
use crate::random::Process;
use crate::units::{Effort, Minute, Week};

/// Weeks of a quarter.
pub const QUARTER: i32 = 13;
/// Weeks for which a need is followed.
const HALF_YEAR: f64 = 26.0;
/// Quarters after which the half years of all needs of a quarter are over.
const COMPLETE: i32 = 3;
/// Quarters that are read together.
const READ: i32 = 4;

const fn quarter(week: Week) -> i32 {
    week.0.div_euclid(QUARTER)
}

/// A need has come to light.
pub fn begins(now: Now<'_>, d: &mut District, e: EpisodeId, route: Route) {
    let key = d.episodes[e].key;
    let compared = now.settings.monitoring.compare
        && now.inputs.draws.unit(Process::COMPARED, key, 0) < now.inputs.params.monitoring.compared;
    *d.rooms.monitoring.watched.of_mut(&d.episodes, e) = Watched { since: now.at, route, registered: false, compared };
    let cohort = &mut d.rooms.monitoring.books.of_mut(quarter(now.week))[route as usize];
    cohort.needs += 1;
    cohort.compared += u32::from(compared);
}

/// The route on which a need came to light, if it is followed.
pub fn route_of(d: &District, e: EpisodeId) -> Option<Route> {
    let watched = d.rooms.monitoring.watched.get(&d.episodes, e)?;
    (watched.since != Minute::NEVER).then_some(watched.route)
}

/// The line of the books in which a need stands, if its half year is not over at a moment.
fn line_at(d: &mut District, e: EpisodeId, at: Minute) -> Option<&mut Cohort> {
    let watched = *d.rooms.monitoring.watched.get(&d.episodes, e)?;
    let followed = watched.since != Minute::NEVER && at.weeks_since(watched.since) <= HALF_YEAR;
    followed.then(|| &mut d.rooms.monitoring.books.of_mut(quarter(watched.since.week()))[watched.route as usize])
}

/// A need is over, by help or by itself: one like it without help is over, too, if the need would be by itself within
/// its half year. It counts in the books if that is registered by then.
pub fn passes(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let Some(Watched { since, compared, .. }) = d.rooms.monitoring.watched.get(&d.episodes, e).copied() else { return };
    let by_help = d.episodes[e].natural_end.weeks_since(since) > HALF_YEAR;
    let Some(line) = line_at(d, e, now.at) else { return };
    line.over += 1;
    line.by_help += u32::from(by_help);
    line.compared_over += u32::from(compared && !by_help);
    let key = d.episodes[e].key;
    let missing = now.inputs.params.second_line.registration_missing * registration::missing(now);
    if now.inputs.draws.unit(Process::OVER_MISSING, key, 0) >= missing {
        register(d, e, natural::registered_at(now, key, Process::FILE_LAG));
    }
}

/// A need is registered as over at a moment, whatever it is in truth; once.
pub fn register(d: &mut District, e: EpisodeId, at: Minute) {
    if d.rooms.monitoring.watched.get(&d.episodes, e).is_none_or(|watched| watched.registered) {
        return;
    }
    if let Some(line) = line_at(d, e, at) {
        line.registered += 1;
        d.rooms.monitoring.watched.of_mut(&d.episodes, e).registered = true;
    }
}

/// The week's hours for going out go into the books.
pub(super) fn add_hours(d: &mut District, week: Week) {
    let sum = |of: fn(&Hours) -> Effort| d.teams.iter().fold(Effort(0), |all, team| all + of(&team.hours));
    let hours = [(Route::Door, sum(|h| h.door)), (Route::Place, sum(|h| h.place))];
    let page = d.rooms.monitoring.books.of_mut(quarter(week));
    for (route, hours) in hours {
        page[route as usize].hours += hours;
    }
}

/// The books of the quarter whose half years are over when a week begins.
pub fn completed(d: &District, week: Week) -> [Cohort; ROUTES] {
    d.rooms.monitoring.books.of(quarter(week) - COMPLETE)
}

/// A year of books up to that quarter, of a route.
pub fn year_of(d: &District, week: Week, route: Route) -> Cohort {
    let last = quarter(week) - COMPLETE;
    (last - READ + 1..=last).map(|quarter| d.rooms.monitoring.books.of(quarter)[route as usize]).sum()
}

/// A quarter begins: what became of the needs whose half years are over is counted.
pub fn begin_quarter(now: Now<'_>, d: &mut District) {
    let completed = completed(d, now.week);
    let all: Cohort = completed.into_iter().sum();
    for (cohort, naive, truth) in [
        (all, Indicator::MONITOR_NAIVE, Indicator::MONITOR_TRUE),
        (completed[Route::Door as usize], Indicator::MONITOR_NAIVE_DOOR, Indicator::MONITOR_TRUE_DOOR),
        (completed[Route::Place as usize], Indicator::MONITOR_NAIVE_PLACE, Indicator::MONITOR_TRUE_PLACE),
    ] {
        let needs = i64::from(cohort.needs);
        d.counts.ratio(naive, i64::from(cohort.registered), needs);
        d.counts.ratio(truth, i64::from(cohort.by_help), needs);
    }
}
