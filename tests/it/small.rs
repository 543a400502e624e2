//! Small districts that the simulator's tests share.

use std::convert::Infallible;
use std::sync::Arc;

use kantel::cancel::Cancel;
use kantel::district::{District, Inputs, Now};
use kantel::experiment::Sink;
use kantel::ids::{HouseholdId, ResidentId};
use kantel::levers::Course;
use kantel::observation::Trajectory;
use kantel::parameters::Params;
use kantel::plan::{Organisation, Scenario};
use kantel::random::Distribution;
use kantel::scenario::{self, Overrides};
use kantel::settings::Settings;
use kantel::simulation::{Policy, Simulation, Unobserved};
use kantel::units::{Minute, Week};

use crate::by_hand::SEEN_AS_THEY_ARE;
use crate::professionals::LEFT_OUT;

/// A built-in scenario at a small size, whose organisation and circumstances are known: at the means of what samples
/// draw.
pub(crate) fn builtin(name: &str, residents: u32, years: u32) -> Scenario {
    let overrides = Overrides { residents: Some(residents), years: Some(years), ..Overrides::default() };
    let loaded = scenario::load(&format!("builtin:{name}"), &overrides).expect("a built-in scenario");
    let mut scenario = loaded.scenario;
    scenario.organisation.uncertain.clear();
    scenario.before.uncertain.clear();
    scenario.context.homes_per_1000 = Course::constant(scenario.context.homes_per_1000.at(Week(0)));
    scenario
}

/// A scenario from text.
pub(crate) fn text(text: &str) -> Scenario {
    scenario::load_text("test", text, &Overrides::default()).unwrap_or_else(|e| panic!("{e:#?}")).scenario
}

/// Burned in up to week 0 under the scenario's `before`.
pub(crate) fn burned_in(scenario: &Scenario, sample: u32, replicate: u32) -> Simulation {
    let mut simulation = Simulation::of(scenario, sample, replicate);
    simulation.step_to(Week(0), &mut Unobserved, &Cancel::new());
    simulation
}

/// Goes on from a burned-in state under a scenario up to a week.
pub(crate) fn go_on(start: &Simulation, scenario: &Scenario, sample: u32, replicate: u32, end: Week) -> Simulation {
    let mut simulation = start.fork();
    simulation.begin(Arc::new(Inputs::of(scenario, sample, replicate)), Policy::from(&scenario.organisation));
    simulation.step_to(end, &mut Unobserved, &Cancel::new());
    simulation
}

/// The same, with every week kept.
pub(crate) fn go_on_weekly(
    start: &Simulation,
    scenario: &Scenario,
    sample: u32,
    replicate: u32,
    end: Week,
) -> Simulation {
    let mut simulation = start.fork();
    simulation.begin(Arc::new(Inputs::of(scenario, sample, replicate)), Policy::from(&scenario.organisation));
    simulation.keep_weeks();
    simulation.step_to(end, &mut Unobserved, &Cancel::new());
    simulation
}

/// Burn-in and the whole horizon.
pub(crate) fn run(scenario: &Scenario) -> Simulation {
    let end = Week(scenario.experiment.years as i32 * 52);
    go_on(&burned_in(scenario, 0, 0), scenario, 0, 0, end)
}

/// States a parameter.
pub(crate) fn fix(scenario: &mut Scenario, key: &str, value: f64) {
    scenario.parameters[Params::position(key).expect("a parameter")] = Distribution::Fixed(value);
}

/// Everybody in a district.
pub(crate) fn residents(d: &District) -> impl Iterator<Item = ResidentId> + '_ {
    (0..d.households.len() as u32).flat_map(|h| d.members(HouseholdId(h)))
}

/// States so many times the places that were usual before they followed from the wait, by product per 1,000 residents.
pub(crate) fn state_places(organisation: &mut Organisation, residents: u32, factor: f64) {
    const USUAL: [f64; 11] = [15.0, 12.0, 20.0, 40.0, 6.0, 70.0, 2.0, 8.0, 15.0, 20.0, 2.0];
    for (service, usual) in organisation.services.iter_mut().zip(USUAL) {
        service.places = Some(usual * f64::from(residents) / 1_000.0 * factor);
    }
}

/// Mechanisms that would blur the closed forms of single acts, at what leaves them out.
const ACTS: [(&str, f64); 44] = [
    ("improving.debt", 0.0),
    ("improving.housing", 0.0),
    ("improving.work", 0.0),
    ("improving.mental", 0.0),
    ("improving.daily", 0.0),
    ("improving.youth", 0.0),
    ("improving.social", 0.0),
    ("recovery.severity", 1.0),
    ("service.hours_severity", 1.0),
    ("service.hours_severity_domestic", 1.0),
    ("service.term_severity", 1.0),
    ("help.hours", 0.0),
    ("incident.rate", 0.0),
    ("household.youth_onset", 1.0),
    ("household.adult_onset", 1.0),
    ("household.worsening", 1.0),
    ("trust.apart", 0.0),
    ("practice_nurse.places", 0.0),
    ("onset.by_stock", 0.0),
    ("onset.tenure_basic", 1.0),
    ("onset.tenure_work", 1.0),
    ("onset.tenure_mental", 1.0),
    ("onset.tenure_daily", 1.0),
    ("onset.tenure_social", 1.0),
    ("onset.alone_daily", 1.0),
    ("onset.alone_mental", 1.0),
    ("onset.disability", 0.0),
    ("onset.income_daily", 2.0),
    ("onset.rural", 1.0),
    ("asking.rural", 1.0),
    ("asking.housemate", 1.0),
    ("gate.municipality", 1.0),
    ("gate.between_years", 0.0),
    ("gate.usual_guidance", 0.0),
    ("bundle.at_once", 0.0),
    ("bundle.at_review", 0.0),
    ("contribution.own_means", 0.0),
    ("onset.tenure_private", 0.0),
    ("youth.stay_severe", 0.0),
    ("eviction.arrears", 0.0),
    ("care.left_asks", 0.0),
    ("basics.length", 0.0),
    ("basics.stops", 0.0),
    ("benefit.euros_month", 0.0),
];

/// The same, and what leaves out misjudging and professionals.
pub(crate) fn neutral() -> Vec<(&'static str, f64)> {
    [&ACTS[..], &SEEN_AS_THEY_ARE, &LEFT_OUT].concat()
}

/// A small district as it is founded, whose processes are called one by one at moments of choice.
pub(crate) struct Still {
    pub(crate) scenario: Scenario,
    pub(crate) settings: Settings,
    inputs: Inputs,
    district: District,
}

impl Still {
    /// So many residents of the built-in base, with some parameters stated.
    pub(crate) fn of(residents: u32, parameters: &[(&str, f64)]) -> Self {
        let mut scenario = builtin("reactive", residents, 1);
        for (key, value) in neutral().iter().chain(parameters) {
            fix(&mut scenario, key, *value);
        }
        let settings = scenario.organisation.timeline.settings(Week(0));
        let district = Simulation::of(&scenario, 0, 0).region().districts[0].clone();
        Self { settings, inputs: Inputs::of(&scenario, 0, 0), district, scenario }
    }

    /// The district at a moment.
    pub(crate) fn at(&mut self, at: Minute) -> (Now<'_>, &mut District) {
        (
            Now {
                inputs: &self.inputs,
                settings: &self.settings,
                week: at.week(),
                at,
                house: kantel::mechanisms::house(),
            },
            &mut self.district,
        )
    }

    /// The district when a week begins.
    pub(crate) fn in_week(&mut self, week: i32) -> (Now<'_>, &mut District) {
        self.at(Week(week).start())
    }
}

/// Trajectories in the order in which they come.
#[derive(Default)]
pub(crate) struct Kept(pub(crate) Vec<Trajectory>);

impl Sink for Kept {
    type Error = Infallible;

    fn deliver(&mut self, trajectory: &Trajectory) -> Result<(), Infallible> {
        self.0.push(trajectory.clone());
        Ok(())
    }
}
