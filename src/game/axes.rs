//! Three axes: money, people, support. Each is the mean of a few indicators beside the course of the same world in
//! which nobody decides anything: 50 points are as now. There is no total.

use std::convert::Infallible;

use super::cards::{CARDS, EXPECTED};
use super::kit::ROUND_YEARS;
use crate::experiment::Sink;
use crate::language::Text;
use crate::observation::{Cell, Trajectory, catalogue};

/// An axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Axis {
    /// What it costs the municipality, and everybody.
    Money,
    /// Who is helped, and who falls between.
    People,
    /// Whether those who carry it go on.
    Support,
}

/// Every axis, in order.
pub const AXES: [Axis; 3] = [Axis::Money, Axis::People, Axis::Support];

impl Axis {
    /// Its name.
    pub const fn name(self) -> Text {
        match self {
            Self::Money => Text::fixed("Money", "Geld"),
            Self::People => Text::fixed("People", "Mensen"),
            Self::Support => Text::fixed("Support", "Draagvlak"),
        }
    }
}

/// Who looks: the room sees what is registered; the debrief shows what was true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eyes {
    /// The room, during the game.
    Room,
    /// The debrief, and the balance.
    Debrief,
}

/// Where a measure is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// In the room, and in the debrief.
    Always,
    /// In the room alone: the books' word for what the debrief knows.
    Room,
    /// In the debrief alone: nobody registers it.
    Debrief,
}

/// An indicator of an axis.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// Of which axis.
    pub axis: Axis,
    /// Its key; the district as a whole.
    pub indicator: &'static str,
    /// A better difference from the course as now that is worth 50 points: per 15,000 residents where `scales`, below
    /// zero where less is better.
    pub worth: f64,
    /// Whether it grows with the residents.
    pub scales: bool,
    /// Where it is shown.
    pub shown: Shown,
}

/// Every measure. What is worth 50 points is about what the strategies of the balance reach in year 12 (docs/game.md).
pub const MEASURES: [Measure; 13] = [
    measure(Axis::Money, "euros.municipality", -1_500_000.0, true, Shown::Always),
    measure(Axis::Money, "euros.all", -1_500_000.0, true, Shown::Always),
    measure(Axis::People, "waiting.left", -80.0, true, Shown::Room),
    measure(Axis::People, "service.weeks_until", -1.5, false, Shown::Room),
    measure(Axis::People, "reports.left", -150.0, true, Shown::Room),
    measure(Axis::People, "need.severe.unhelped", -60.0, true, Shown::Debrief),
    measure(Axis::People, "network.none.unhelped", -4.0, true, Shown::Debrief),
    measure(Axis::Support, "team.pressure", -0.5, false, Shown::Always),
    measure(Axis::Support, "team.wait_weeks", -8.0, false, Shown::Always),
    measure(Axis::Support, "gate.refusals", -60.0, true, Shown::Always),
    measure(Axis::Support, "plan.whole", 0.6, false, Shown::Always),
    measure(Axis::Support, "trust.first_line", 0.01, false, Shown::Debrief),
    measure(Axis::Support, "carers.burdened", -6.0, true, Shown::Debrief),
];

/// A row of [`MEASURES`].
const fn measure(axis: Axis, indicator: &'static str, worth: f64, scales: bool, shown: Shown) -> Measure {
    Measure { axis, indicator, worth, scales, shown }
}

/// Residents of the kit.
const RESIDENTS: f64 = 15_000.0;

impl Eyes {
    /// Whether a measure is seen.
    pub const fn sees(self, shown: Shown) -> bool {
        matches!((self, shown), (_, Shown::Always) | (Self::Room, Shown::Room) | (Self::Debrief, Shown::Debrief))
    }
}

/// Scores of every course: a sink of courses, the first of each world being that of nobody.
#[derive(Clone, Debug)]
pub struct Scores {
    residents: f64,
    /// Indicators that are kept.
    kept: Vec<&'static str>,
    /// `[player][sample][year][figure]`, player 0 being nobody and year 0 the last one before week 0.
    seen: Vec<Vec<Vec<Vec<Option<f64>>>>>,
}

impl Scores {
    /// None yet, of so many players and nobody.
    pub fn new(players: usize, residents: u32) -> Self {
        let mut kept: Vec<&'static str> = MEASURES.iter().map(|measure| measure.indicator).collect();
        kept.extend(CARDS.iter().map(|figure| figure.indicator).chain([EXPECTED]));
        kept.sort_unstable();
        kept.dedup();
        Self { residents: f64::from(residents), kept, seen: vec![Vec::new(); players + 1] }
    }

    /// Worlds that have been played.
    pub fn samples(&self) -> usize {
        self.seen.last().map_or(0, Vec::len)
    }

    /// Rounds that have been played.
    pub fn rounds(&self) -> u32 {
        self.seen[0].first().map_or(0, |years| (years.len() as u32).saturating_sub(1) / ROUND_YEARS)
    }

    /// An axis of a player after a round in a world: 0 to 100, 50 being as now. `None` where nothing was counted.
    pub fn score(&self, player: usize, sample: usize, round: u32, axis: Axis, eyes: Eyes) -> Option<f64> {
        let of_axis = MEASURES.iter().filter(|measure| measure.axis == axis && eyes.sees(measure.shown));
        let gains: Vec<f64> = of_axis
            .filter_map(|measure| {
                let ours = self.figure(Some(player), sample, round, measure.indicator)?;
                let theirs = self.figure(None, sample, round, measure.indicator)?;
                let scale = if measure.scales { self.residents / RESIDENTS } else { 1.0 };
                Some(((ours - theirs) / (measure.worth * scale)).clamp(-1.0, 1.0))
            })
            .collect();
        (!gains.is_empty()).then(|| 50.0 + 50.0 * gains.iter().sum::<f64>() / gains.len() as f64)
    }

    /// An axis of a player after a round in every world.
    pub fn all(&self, player: usize, round: u32, axis: Axis, eyes: Eyes) -> Vec<f64> {
        (0..self.samples()).filter_map(|sample| self.score(player, sample, round, axis, eyes)).collect()
    }

    /// A figure of a player, or of nobody at `None`, in the years of a round: their mean. Round 0 is the last year
    /// before week 0.
    pub fn figure(&self, player: Option<usize>, sample: usize, round: u32, indicator: &str) -> Option<f64> {
        let years = match round.checked_sub(1) {
            None => 0..1,
            Some(before) => 1 + (before * ROUND_YEARS) as usize..1 + (round * ROUND_YEARS) as usize,
        };
        let known: Vec<f64> = years.filter_map(|year| self.of_year(player, sample, year, indicator)).collect();
        (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
    }

    /// A figure of a player, or of nobody, in the last year of a round: what stands on the cards of the next one.
    pub fn on_card(&self, player: Option<usize>, sample: usize, round: u32, indicator: &str) -> Option<f64> {
        self.of_year(player, sample, (round * ROUND_YEARS) as usize, indicator)
    }

    fn of_year(&self, player: Option<usize>, sample: usize, year: usize, indicator: &str) -> Option<f64> {
        let place = self.kept.iter().position(|kept| *kept == indicator)?;
        let courses = self.seen.get(player.map_or(0, |player| player + 1))?;
        *courses.get(sample)?.get(year)?.get(place)?
    }
}

impl Sink for Scores {
    type Error = Infallible;

    fn deliver(&mut self, trajectory: &Trajectory) -> Result<(), Infallible> {
        let positions: Vec<Option<usize>> = self.kept.iter().map(|key| catalogue::position(key, "all")).collect();
        let year = |cells: &Vec<Cell>| {
            positions.iter().map(|position| cells.get((*position)?).copied().and_then(Cell::value)).collect()
        };
        let years = std::iter::once(&trajectory.before).chain(&trajectory.years).map(year).collect();
        self.seen[trajectory.scenario].push(years);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::is_registered;

    #[test]
    fn the_room_sees_nothing_that_nobody_registers_and_both_see_every_axis() {
        for Measure { indicator, shown, .. } in MEASURES {
            assert!(catalogue::position(indicator, "all").is_some(), "{indicator}");
            assert_eq!(is_registered(indicator, "all"), shown != Shown::Debrief, "{indicator}");
        }
        for (axis, eyes) in AXES.into_iter().flat_map(|axis| [(axis, Eyes::Room), (axis, Eyes::Debrief)]) {
            assert!(MEASURES.iter().any(|m| m.axis == axis && eyes.sees(m.shown)), "{axis:?} {eyes:?}");
        }
    }

    /// By hand: 60 fewer of 454 people in severe need that nobody helps are worth 50 points of one of two measures, and
    /// the other one stays; twice as many residents, and it takes twice as many people.
    #[test]
    fn points_are_gains_beside_the_course_of_nobody() {
        let course = |scenario: usize, unhelped: i64| {
            let mut cells = vec![Cell::default(); catalogue::SERIES_COUNT];
            for (key, value) in [("need.severe.unhelped", unhelped), ("network.none.unhelped", 30)] {
                cells[catalogue::position(key, "all").expect("a series")] = Cell { num: value, den: 1 };
            }
            Trajectory { scenario, before: cells.clone(), years: vec![cells.clone(), cells], ..Trajectory::default() }
        };
        for (residents, points) in [(15_000, 75.0), (30_000, 62.5)] {
            let mut scores = Scores::new(1, residents);
            for trajectory in [course(0, 454), course(1, 394)] {
                scores.deliver(&trajectory).expect("kept");
            }
            assert_eq!((scores.rounds(), scores.samples()), (1, 1));
            assert_eq!(scores.score(0, 0, 1, Axis::People, Eyes::Debrief), Some(points));
            assert_eq!(scores.score(0, 0, 1, Axis::Money, Eyes::Debrief), None);
        }
    }
}
