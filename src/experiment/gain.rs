//! The open-loop gain of each feedback loop: of a step in what a link carries, the share that comes back around the
//! loop to where that link starts.
//!
//! In one arm of a pair (same draws, same burn-in) a link carries a tenth less from week 0 on: its strength is 0.9, as
//! strengths above 1 would lie above the bounds of rates. What comes back is the change r of the start of the link, as
//! a share of what it is without the step; what the link then carries has changed by c = 0.9 (1 + r) - 1: the step and
//! what came back. The gain of the open loop is r / c. So the loop need not be opened: a step that is fed into a closed
//! loop tells the same, to the first order (Middlebrook 1975, *Measurement of loop gain in feedback systems*,
//! International Journal of Electronics 38). A positive gain makes a step larger, a negative one makes it smaller, and
//! all of it together by 1 / (1 - gain). Chance hides small gains at this step; one of a half makes most errors several
//! times smaller.
//!
//! Start and change are means over samples, and the change is a ratio of means with its error over samples: what starts
//! a link may be nothing at all in a sample. The gain is read in the later half of the years; what comes back later
//! than that is not in it.

use std::convert::Infallible;
use std::ops::Range;

use super::execution::{Model, Progress, RunError, Sink, run};
use super::plan::Plan;
use super::statistics::{mean, variance};
use crate::cancel::Cancel;
use crate::entities::PRODUCTS;
use crate::language::Text;
use crate::links::{Link, LinkMeta};
use crate::observation::{Cell, Series, Trajectory, catalogue};
use crate::parameters::Params;
use crate::plan::{Number, Scenario};
use crate::random::Distribution;

/// Percent less that a link carries in the arm with the step, unless somebody asks for another.
pub const STEP: u32 = 10;
/// A loop with less gain than this, whatever its sign, is inactive.
pub const INACTIVE: f64 = 0.05;

/// What is read of the start of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// An indicator.
    Level(&'static str),
    /// What the team is asked for above the hours that it has; nothing where it has enough.
    Shortfall,
    /// Everybody who waits for a service.
    Waiting,
    /// What silos spent above their budgets.
    Overspent,
}

/// What silos spent beyond their budgets.
const OVER: [&str; 5] =
    ["euros.over.wmo", "euros.over.youth", "euros.over.participation", "euros.over.debt", "euros.over.welfare"];

impl Reading {
    /// Its value in a year; 0 where it is missing.
    fn value(self, cells: &[Cell]) -> f64 {
        let at = |position: usize| cells.get(position).and_then(|cell| cell.value()).unwrap_or(0.0);
        let of = |key: &str| catalogue::position(key, "all").map_or(0.0, at);
        match self {
            Self::Level(key) => of(key),
            Self::Shortfall => (of("team.pressure") - 1.0).max(0.0),
            Self::Waiting => (catalogue::WAITING..catalogue::WAITING + PRODUCTS).map(at).sum(),
            Self::Overspent => OVER.iter().map(|key| of(key).max(0.0)).sum(),
        }
    }

    /// What it is called.
    pub fn name(self) -> Text {
        match self {
            Self::Level(key) => {
                let series = catalogue::position(key, "all").map(|position| &catalogue::series()[position]);
                let told = |s: &Series| Text { en: s.name.clone().into(), nl: s.dutch.clone().into() };
                series.map_or_else(|| Text::same(key), told)
            }
            Self::Shortfall => Text::fixed(
                "Hours demanded of the team above those available",
                "Gevraagde uren van het wijkteam boven de beschikbare",
            ),
            Self::Waiting => Text::fixed("People waiting for a service", "Mensen op de wachtlijst van een dienst"),
            Self::Overspent => Text::fixed("Euros spent above budgets", "Euro's boven de begrotingen uitgegeven"),
        }
    }
}

/// A loop, the link into which a step is fed, and what is read of where that link starts.
#[derive(Clone, Copy, Debug)]
pub struct Feed {
    /// The loop.
    pub feedback: &'static str,
    /// The link.
    pub link: Link,
    /// The start of the link.
    pub reading: Reading,
    /// What a step in the link moves, one after the other. Where a short way comes back to the start of the link long
    /// before the way that the loop is named for, the start stands in between.
    pub order: &'static [&'static str],
}

impl Feed {
    /// The row of the link.
    pub fn meta(&self) -> &'static LinkMeta {
        &crate::links::LINKS[self.link.place()]
    }
}

/// Every loop, with a link that can be fed because its strength multiplies what it carries.
pub static FEEDS: [Feed; 16] = [
    Feed {
        feedback: "R1/R2",
        link: Link::PRESSURE_OUTREACH,
        reading: Reading::Shortfall,
        order: &["hours.case", "team.pressure", "hours.place", "first_contact.place"],
    },
    Feed {
        feedback: "R3",
        link: Link::PRACTICE_ORIENTATION,
        reading: Reading::Level("culture.practised"),
        order: &["culture.professionals", "culture.routine", "culture.organisation"],
    },
    Feed {
        feedback: "R4",
        link: Link::OUTCOME_TRUST,
        reading: Reading::Level("recoveries.by_help"),
        order: &["trust.first_line", "first_contact.asked", "recoveries.by_help"],
    },
    Feed {
        feedback: "R6",
        link: Link::OVERSPEND_CUT,
        reading: Reading::Overspent,
        // A cut is decided on in the year after the accounts, and its own accounts come a year later.
        order: &["euros.cut", "euros.over.wmo"],
    },
    Feed {
        feedback: "R7",
        link: Link::FACILITY_VOLUNTEERS,
        reading: Reading::Level("facilities.visitors"),
        order: &["facilities.volunteers", "facilities.half_days", "facilities.visitors"],
    },
    Feed {
        feedback: "R7",
        link: Link::RECIPROCITY_VOLUNTEERS,
        reading: Reading::Level("reciprocity.hours_help"),
        // Visitors lead to so few cases that hours in return may not move within years.
        order: &["facilities.half_days", "facilities.visitors"],
    },
    Feed {
        feedback: "R8",
        link: Link::CLOSING_RELAPSE,
        reading: Reading::Level("recoveries.by_help"),
        order: &["relapses", "need.open", "recoveries.by_help"],
    },
    Feed {
        feedback: "R9",
        link: Link::DEBT_CAPACITY,
        reading: Reading::Level("households.debt"),
        order: &["first_contact.asked", "households.debt"],
    },
    Feed {
        feedback: "R10",
        link: Link::WAITING_BRIDGING,
        reading: Reading::Waiting,
        // Hours that bridging leaves help people sooner, too: who is served moves by more than this way.
        order: &["hours.bridging", "team.pressure", "team.referrals"],
    },
    Feed {
        feedback: "R11",
        link: Link::PRESSURE_REFERRAL,
        reading: Reading::Shortfall,
        order: &["team.referrals", "team.pressure", "hours.bridging", "persons.second_line"],
    },
    Feed {
        feedback: "R12",
        link: Link::EXPOSURE_ASKING,
        reading: Reading::Level("exposure.years"),
        order: &["exposure.fall", "first_contact.asked", "exposure.years"],
    },
    Feed {
        feedback: "R13",
        link: Link::PRESSURE_STRAIN,
        reading: Reading::Shortfall,
        // Who is ill is missed within weeks; who leaves, within years.
        order: &["professionals.strain", "team.pressure", "professionals.left", "team.fte"],
    },
    Feed {
        feedback: "B1",
        link: Link::STRAIN_STOPS,
        reading: Reading::Level("carers.burdened"),
        order: &["care.hours", "carers.burdened", "euros.wmo"],
    },
    Feed {
        feedback: "B3",
        link: Link::OWN_PROVIDER_REFERRAL,
        reading: Reading::Level("position.empty"),
        order: &["position.own_referrals", "position.empty"],
    },
    Feed {
        feedback: "B4",
        link: Link::REFUSAL_WATERBED,
        reading: Reading::Level("gate.refusals"),
        order: &["asked.again", "gate.applications", "gate.refusals"],
    },
    Feed {
        feedback: "B4",
        link: Link::WAITING_WATERBED,
        reading: Reading::Waiting,
        order: &["waterbed", "persons.second_line"],
    },
];

/// A point of the model at which gains are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// The scenario as it is.
    AsIs,
    /// Half the team, which gives up all the outreach that it lacks hours for.
    FewHands,
    /// Help that works as well as anybody thinks it may.
    StrongHelp,
}

impl Point {
    /// Every point, the scenario as it is first.
    pub const ALL: [Self; 3] = [Self::AsIs, Self::FewHands, Self::StrongHelp];

    /// What is different there.
    pub const fn name(self) -> Text {
        match self {
            Self::AsIs => Text::fixed("as it is", "zoals het is"),
            Self::FewHands => Text::fixed("half the team, team.crowding = 1", "half zo veel team, team.crowding = 1"),
            Self::StrongHelp => Text::fixed(
                "help.team, help.second_line and help.protection at the top of their ranges",
                "help.team, help.second_line en help.protection aan de bovenkant van hun bereik",
            ),
        }
    }

    /// A scenario moved there, from its burn-in on.
    pub fn of(self, scenario: &Scenario) -> Scenario {
        let mut moved = scenario.clone();
        match self {
            Self::AsIs => {}
            Self::FewHands => {
                for organisation in [&mut moved.before, &mut moved.organisation] {
                    if let Some(fte) = organisation.value(Number::TEAM_FTE) {
                        organisation.state(Number::TEAM_FTE, fte.map(|x| x / 2.0));
                    }
                }
                fix(&mut moved, "team.crowding", |_| 1.0);
            }
            Self::StrongHelp => {
                for key in ["help.team", "help.second_line", "help.protection"] {
                    fix(&mut moved, key, Distribution::highest);
                }
            }
        }
        moved
    }
}

/// States a parameter, made of what it is drawn from.
fn fix(scenario: &mut Scenario, key: &str, value: impl Fn(&Distribution) -> f64) {
    if let Some(parameter) = Params::position(key) {
        scenario.parameters[parameter] = Distribution::Fixed(value(&scenario.parameters[parameter]));
    }
}

/// What came back of a step.
#[derive(Clone, Copy, Debug)]
pub struct Gain {
    /// What was fed, and what was read.
    pub feed: &'static Feed,
    /// Samples.
    pub samples: u32,
    /// Mean of what was read, without the step, in the later half of the years.
    pub start: f64,
    /// The gain in the later half of the years; `None` if the link starts from nothing.
    pub gain: Option<f64>,
    /// Its standard error over samples.
    pub error: Option<f64>,
    /// The first year, from 1, by which half of what came back in the end had come back.
    pub half_by: Option<u32>,
}

/// What a gain says of its loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// A step comes back, and makes itself larger.
    Reinforcing,
    /// A step comes back, and makes itself smaller.
    Balancing,
    /// Less comes back than [`INACTIVE`], and one error more would still be less.
    Inactive,
    /// The gain is smaller than two errors, or within one of [`INACTIVE`].
    Unclear,
    /// The link starts from nothing, so that nothing can be fed.
    Empty,
}

impl Life {
    /// What a gain with an error says.
    pub fn of(gain: Option<f64>, error: Option<f64>) -> Self {
        let Some(gain) = gain else { return Self::Empty };
        match error {
            Some(error) if gain.abs() + error < INACTIVE => Self::Inactive,
            Some(error) if gain.abs() >= INACTIVE.max(2.0 * error) && gain > 0.0 => Self::Reinforcing,
            Some(error) if gain.abs() >= INACTIVE.max(2.0 * error) => Self::Balancing,
            _ => Self::Unclear,
        }
    }

    /// The word for it.
    pub const fn name(self) -> Text {
        match self {
            Self::Reinforcing => Text::fixed("reinforcing", "versterkend"),
            Self::Balancing => Text::fixed("balancing", "dempend"),
            Self::Inactive => Text::fixed("inactive", "inactief"),
            Self::Unclear => Text::fixed("unclear: the error is too large", "onduidelijk: de fout is te groot"),
            Self::Empty => Text::fixed("nothing to feed", "er valt niets te voeden"),
        }
    }
}

impl Gain {
    /// What it says of its loop.
    pub fn life(&self) -> Life {
        Life::of(self.gain, self.error)
    }
}

/// Measures the gain of every loop in a scenario, on the first replicate of each of its samples, by a step of so many
/// percent.
///
/// # Errors
/// If it is asked to stop or threads cannot be started.
pub fn gains<M: Model>(
    scenario: &Scenario,
    step: u32,
    threads: usize,
    model: &M,
    stop: &Cancel,
    progress: &impl Progress,
) -> Result<Vec<Gain>, RunError<Infallible>> {
    let left = 1.0 - f64::from(step.clamp(1, 100)) / 100.0;
    let fed = FEEDS.iter().map(|feed| {
        let mut fed = scenario.clone();
        fed.organisation.timeline.base.links[feed.link.place()] *= left;
        fed
    });
    let scenarios: Vec<Scenario> = std::iter::once(scenario.clone()).chain(fed).collect();
    let samples = scenario.experiment.samples;
    let plan = Plan { threads, ..Plan::new(scenarios, catalogue::series().into()) }.with_draws(samples, 1, 0);
    let mut read = Read { arms: vec![Vec::new(); FEEDS.len() + 1] };
    run(&plan, model, &mut read, stop, progress)?;
    let years = scenario.experiment.years as usize;
    Ok(FEEDS.iter().enumerate().map(|(i, feed)| measured(feed, left, years, |year| read.pairs(i, year))).collect())
}

/// What is read of every trajectory: by arm (the one without a step first) and sample, a value by feed and year.
struct Read {
    arms: Vec<Vec<Vec<Vec<f64>>>>,
}

impl Sink for Read {
    type Error = Infallible;

    fn deliver(&mut self, trajectory: &Trajectory) -> Result<(), Infallible> {
        let of = |feed: &Feed| trajectory.years.iter().map(|cells| feed.reading.value(cells)).collect();
        self.arms[trajectory.scenario].push(FEEDS.iter().map(of).collect());
        Ok(())
    }
}

impl Read {
    /// Of a feed, by sample: the mean over years without and with the step.
    fn pairs(&self, feed: usize, years: Range<usize>) -> Vec<(f64, f64)> {
        let of = |arm: usize| self.arms[arm].iter().map(|feeds| mean(&feeds[feed][years.clone()]).unwrap_or(0.0));
        of(0).zip(of(feed + 1)).collect()
    }
}

/// The gain of a feed over a number of years, from pairs by sample in a range of years.
fn measured(feed: &'static Feed, left: f64, years: usize, pairs: impl Fn(Range<usize>) -> Vec<(f64, f64)>) -> Gain {
    let settled = pairs(years / 2..years);
    let start = mean(&settled.iter().map(|p| p.0).collect::<Vec<f64>>()).unwrap_or(0.0);
    let gain = gain_of(&settled, left);
    // What came back in each year, in the direction of what came back in the end.
    let back = |year: usize| gain_of(&pairs(year..year + 1), left).map(|g| g.0);
    let half = |g: f64| (0..years).find(|&year| back(year).is_some_and(|b| b * g.signum() >= g.abs() / 2.0));
    Gain {
        feed,
        samples: settled.len() as u32,
        start,
        gain: gain.map(|g| g.0),
        error: gain.and_then(|g| g.1),
        half_by: gain.and_then(|g| half(g.0)).map(|year| year as u32 + 1),
    }
}

/// The gain from pairs without and with a step that leaves a share of what is carried, and its standard error.
/// `None` if there is nothing without it.
fn gain_of(pairs: &[(f64, f64)], left: f64) -> Option<(f64, Option<f64>)> {
    let whole = mean(&pairs.iter().map(|p| p.0).collect::<Vec<f64>>()).filter(|whole| *whole > 0.0)?;
    let change = mean(&pairs.iter().map(|p| p.1 - p.0).collect::<Vec<f64>>())? / whole;
    let off: Vec<f64> = pairs.iter().map(|p| (p.1 - p.0 - change * p.0) / whole).collect();
    let carried = left * (1.0 + change) - 1.0;
    // The slope of the gain in the change.
    let slope = (1.0 - left) / (carried * carried);
    let error = variance(&off).map(|v| libm::sqrt(v / off.len() as f64) * slope);
    Some((change / carried, error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::links::LOOPS;

    /// A loop that is known: what the link carries is k times its start, and a share g of any change in what it carries
    /// comes back to the start at once.
    fn known(gain: f64, left: f64, samples: usize) -> Vec<(f64, f64)> {
        // start = 10 (1 + gain (carried / 10 - 1)), carried = left * start
        let with = 10.0 * (1.0 - gain) / (1.0 - gain * left);
        (0..samples).map(|i| if i % 2 == 0 { (10.0, with) } else { (20.0, 2.0 * with) }).collect()
    }

    #[test]
    fn the_gain_of_a_known_loop_is_found_in_the_closed_loop() {
        for gain in [-2.0, -0.3, 0.0, 0.04, 0.5, 0.9] {
            for left in [0.9, 0.5, 0.0] {
                let (found, error) = gain_of(&known(gain, left, 10), left).expect("it starts from something");
                assert!((found - gain).abs() < 1e-9, "{gain}: {found}");
                assert!(error.expect("ten samples") < 1e-9);
            }
        }
        assert!(
            gain_of(&[(0.0, 0.0), (0.0, 0.0)], 0.9).is_none(),
            "nothing is fed into a link that starts from nothing"
        );
    }

    #[test]
    fn the_year_in_which_half_has_come_back_is_told() {
        let gain = measured(&FEEDS[0], 0.9, 6, |years| known(if years.start < 2 { 0.1 } else { 0.4 }, 0.9, 4));
        assert_eq!((gain.half_by, gain.samples, gain.life()), (Some(3), 4, Life::Reinforcing));
        assert!((gain.gain.expect("a gain") - 0.4).abs() < 1e-9 && (gain.start - 15.0).abs() < 1e-9);
    }

    #[test]
    fn a_gain_that_is_not_told_from_its_error_is_unclear() {
        for (gain, error, life) in [
            (Some(0.3), Some(0.1), Life::Reinforcing),
            (Some(-0.3), Some(0.1), Life::Balancing),
            (Some(0.3), Some(0.3), Life::Unclear),
            (Some(0.04), Some(0.005), Life::Inactive),
            (Some(0.04), Some(0.02), Life::Unclear),
            (Some(-0.03), Some(0.015), Life::Inactive),
            (Some(0.3), Some(0.2), Life::Unclear),
            (Some(0.04), Some(0.06), Life::Unclear),
            (Some(0.3), None, Life::Unclear),
            (None, None, Life::Empty),
        ] {
            assert_eq!(Life::of(gain, error), life, "{gain:?} {error:?}");
        }
    }

    #[test]
    fn every_loop_is_fed_by_a_link_of_its_own_and_what_is_read_exists() {
        for (feedback, _, _) in LOOPS {
            assert!(FEEDS.iter().any(|feed| feed.feedback == *feedback), "{feedback}");
        }
        for feed in &FEEDS {
            assert!(feed.meta().feedback.split(", ").any(|f| f == feed.feedback), "{}", feed.meta().key);
            let of_reading: &[&str] = match &feed.reading {
                Reading::Level(key) => std::slice::from_ref(key),
                Reading::Overspent => &OVER,
                Reading::Shortfall | Reading::Waiting => &[],
            };
            for key in feed.order.iter().chain(of_reading) {
                assert!(catalogue::position(key, "all").is_some(), "{key}");
            }
        }
    }
}
