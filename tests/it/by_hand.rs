//! What tests share that call the acts of a mechanism by hand in a founded district, or run it without and with a plan.

use kantel::district::{District, Now, Team, WorkClock};
use kantel::entities::Domain;
use kantel::ids::EpisodeId;
use kantel::observation::{Cell, Indicator, catalogue};
use kantel::plan::Scenario;
use kantel::simulation::Simulation;
use kantel::units::Week;

use crate::small::{Still, burned_in, go_on, residents};

/// The week in which a district is founded: its calendar begins then.
pub(crate) const FOUNDED: i32 = -104;

/// Numbers at which teams see needs as they are and all professionals are alike (M11 is absent), and at which unhelped
/// debts, work and housing make no help longer or shorter and nobody is paid social assistance (M17).
pub(crate) const SEEN_AS_THEY_ARE: [(&str, f64); 6] = [
    ("screening.noise", 0.0),
    ("screening.spread", 0.0),
    ("screening.out_of_sight", 0.0),
    ("basics.length", 0.0),
    ("basics.stops", 0.0),
    ("benefit.euros_month", 0.0),
];

/// A founded district whose team has a place for everybody and all hours that cases ask, asks nobody's network and
/// looks after no closed case.
pub(crate) fn with_room(parameters: &[(&str, f64)]) -> Still {
    let mut still = Still::of(3_000, parameters);
    (still.settings.informal_care.mobilisation, still.settings.aftercare.share) = (0.0, 0.0);
    let (_, d) = still.in_week(FOUNDED);
    d.teams[0] = Team { places: 1_000, ..Team::default() };
    for clock in &mut d.teams[0].clocks {
        clock.pace = WorkClock::FULL;
    }
    still
}

/// Needs of mental health of adults, each the only one of its household and with nothing asked for.
pub(crate) fn only_needs(d: &District) -> Vec<EpisodeId> {
    residents(d)
        .filter(|r| d.residents[*r].is_adult() && d.entitlements_of(*r).next().is_none())
        .filter(|r| d.members(d.household_of(*r)).flat_map(|m| d.episodes_of(m)).count() == 1)
        .flat_map(|r| d.episodes_of(r))
        .filter(|e| {
            let episode = &d.episodes[*e];
            let free = !episode.recovered && episode.in_pipeline == 0 && !episode.is_helped();
            episode.domain == Domain::Mental && free
        })
        .collect()
}

/// A moment some weeks later.
pub(crate) fn later(now: Now<'_>, weeks: i32) -> Now<'_> {
    let week = Week(now.week.0 + weeks);
    Now { at: week.start(), week, ..now }
}

/// What a district has counted of an indicator.
pub(crate) fn count(d: &District, indicator: Indicator) -> i64 {
    d.counts.finished()[indicator.place()].num
}

/// An indicator over everybody, added up over runs and years.
pub(crate) fn sum(runs: &[Simulation], indicator: &str) -> Cell {
    let place = catalogue::position(indicator, "all").expect("a series");
    let cells = || runs.iter().flat_map(|run| &run.record().years).map(|year| year[place]);
    Cell { num: cells().map(|c| c.num).sum(), den: cells().map(|c| c.den).sum() }
}

/// Runs of three years in a few replicates of two plans that begin alike.
pub(crate) fn three_years(base: &Scenario, with: &Scenario) -> [Vec<Simulation>; 2] {
    let starts = [0, 1, 2].map(|replicate| (replicate, burned_in(base, 0, replicate)));
    [base, with].map(|scenario| starts.iter().map(|(r, start)| go_on(start, scenario, 0, *r, Week(156))).collect())
}
