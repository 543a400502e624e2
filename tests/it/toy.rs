//! A toy model for tests of experiments: no district, only series with a known effect.

use std::borrow::Cow;
use std::sync::Arc;

use kantel::cancel::Cancel;
use kantel::experiment::{Model, Plan};
use kantel::ids::Key;
use kantel::input_data::DistrictProfile;
use kantel::levers::Timeline;
use kantel::observation::{Cell, Direction, Kind, Margin, Series, Trajectory};
use kantel::parameters::Params;
use kantel::plan::{BudgetSpec, ContextSpec, ExperimentSpec, Organisation, Others, OutputSpec, Scenario, TeamSpec};
use kantel::random::{Draws, Process};

/// Years simulated by the toy.
pub(crate) const YEARS: u32 = 9;

fn organisation(team_fte: f64) -> Organisation {
    let mut timeline = Timeline::default();
    timeline.base.team.fte = team_fte;
    Organisation {
        name: "toy".into(),
        teams: vec![TeamSpec::broad("team")],
        timeline,
        services: Vec::new(),
        uncertain: Vec::new(),
    }
}

/// A scenario of 2,000 residents; the toy's effect grows with the team's FTE.
pub(crate) fn scenario(name: &str, team_fte: f64, samples: u32) -> Scenario {
    Scenario {
        name: name.to_owned(),
        title: format!("Title of {name}"),
        title_nl: String::new(),
        district: DistrictProfile {
            code: String::new(),
            name: "Toy".into(),
            municipality: String::new(),
            year: 2018,
            attribution: String::new(),
            residents: 2_000,
            men: 1_000,
            ages: [400; 5],
            households: 1_000,
            single_households: 500,
            childless_households: 250,
            family_households: 250,
            low_income: 0.1,
            high_income: 0.2,
            owner_occupied: 0.5,
            social_rent: 0.4,
            births: 20,
            deaths: 20,
            widowed: None,
            disability_benefits: None,
            urbanity: 1,
            wmo_per_1000: None,
            neighbourhoods: Vec::new(),
        },
        residents: 2_000,
        parts: Vec::new(),
        parameters: Params::defaults(),
        organisation: organisation(team_fte),
        before: organisation(0.0),
        budget: BudgetSpec {
            team_cents_per_hour: 6_000,
            team_euros_per_hour: None,
            price_year: 2024,
            discount_rate: 0.0225,
        },
        context: ContextSpec::default(),
        experiment: ExperimentSpec {
            samples,
            replicates: 1,
            extra_replicate: samples / 5,
            years: YEARS,
            seed: 7,
            burn_in_weeks: 52,
            design: None,
            others: Others::Drawn,
        },
        output: OutputSpec::default(),
        own: Vec::new(),
        closure: None,
        closing: None,
    }
}

fn one(indicator: &str, group: &str, unit: &'static str, kind: Kind, direction: Direction, margin: f64) -> Series {
    Series {
        indicator: indicator.to_owned(),
        group: group.to_owned(),
        unit,
        kind,
        direction,
        margin: Margin::PerThousand(margin),
        name: format!("Name of {indicator}"),
        dutch: format!("Naam van {indicator}"),
        default: !["inner.detail", "team.pressure", "gate.refusals"].contains(&indicator),
    }
}

/// The series of the toy, in the order of its cells.
pub(crate) fn series() -> Arc<[Series]> {
    use Direction::{Higher, Lower, Neutral};
    use Kind::{Distinct, Flow, Ratio, Stock};
    Arc::from(vec![
        one("euros.municipality", "all", "euro per year", Flow, Lower, 1_000.0),
        one("euros.all", "all", "euro per year", Flow, Lower, 1_000.0),
        one("euros.insurer", "all", "euro per year", Flow, Lower, 1_000.0),
        one("persons.second_line", "all", "persons", Distinct, Lower, 0.5),
        one("registered.persons.second_line", "all", "persons", Distinct, Neutral, 0.5),
        one("need.severe.unhelped", "all", "persons", Stock, Lower, 0.5),
        one("registered.need.known", "all", "persons", Stock, Higher, 0.5),
        one("need.open", "all", "persons", Stock, Lower, 0.5),
        one("carers.burdened", "all", "persons", Stock, Lower, 0.5),
        one("never.counted", "all", "share", Ratio, Neutral, 0.0),
        one("need.open", "age:65+", "persons", Stock, Lower, 0.5),
        one("inner.detail", "all", "persons", Stock, Neutral, 0.0),
        one("team.pressure", "all", "ratio", Ratio, Lower, 0.0),
        one("gate.refusals", "all", "applications", Flow, Neutral, 0.0),
    ])
}

/// A plan of toy scenarios.
pub(crate) fn plan(scenarios: Vec<Scenario>, threads: usize) -> Plan {
    Plan { threads, ..Plan::new(scenarios, series()) }
}

/// A model without a district. Base and variant share noise and differ by FTE x strength x (help.team - 0.3), where the
/// strength is the mean of the links; chance differs a little between them. Times in a job take turns to upset threads.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Toy {
    /// Added to every effect, whatever the sample.
    pub(crate) bias: f64,
    /// Multiplies every cell.
    pub(crate) scale: i64,
    /// How strongly the sample's own pressure on the team, evenly from 1 to 2, moves the effect away from 1.4.
    pub(crate) pressure: f64,
}

impl Toy {
    /// The toy as it is.
    pub(crate) const fn new() -> Self {
        Self { bias: 0.0, scale: 1, pressure: 0.0 }
    }

    fn cell(&self, series: usize, year: i32, scenario: &Scenario, draws: Draws, (sample, help): (u32, f64)) -> Cell {
        let settings = &scenario.organisation.timeline.base;
        let fte = if year < 0 { 0.0 } else { settings.team.fte };
        let strength = settings.links.iter().sum::<f64>() / settings.links.len() as f64;
        let key = Key(series as u64 * 1_000 + (year + 1) as u64);
        let shared = draws.unit(Process::INERT, key, 0);
        let own = draws.unit(Process::INERT, key, 1 + fte.to_bits());
        let pressure = 1.0 + Draws::new(scenario.experiment.seed, sample, 0).unit(Process::INERT, Key(u64::MAX), 0);
        let size = self.bias + 0.3 - help + self.pressure * (pressure - 1.4);
        let effect = if fte > 0.0 { strength * fte * size + (own - 0.5) * 0.2 } else { 0.0 };
        // Money comes first and comes back later.
        let effect = if series < 3 { 20_000.0 * (effect + 0.2 * fte * f64::from(3 - year)) } else { effect };
        let base = if series < 3 { 1e6 } else { 100.0 };
        let value = base * (1.0 + shared) + effect;
        match series {
            9 => Cell::default(),
            // A team of 10 FTE makes the distance from 1.4 twice as large.
            12 => Cell { num: ((pressure + 0.1 * fte * (pressure - 1.4)) * 1e6) as i64 * self.scale, den: 1_000_000 },
            // As many in every sample.
            13 => Cell { num: 40 * self.scale, den: 1 },
            0..=2 => Cell { num: self.scale * (value * 6_000.0) as i64, den: 6_000 },
            _ => Cell { num: self.scale * (value * 52.0) as i64, den: 52 },
        }
    }
}

impl Model for Toy {
    type Start = Draws;

    fn start(&self, base: &Scenario, sample: u32, replicate: u32, _stop: &Cancel) -> Option<Draws> {
        if sample.is_multiple_of(3) {
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        Some(Draws::new(base.experiment.seed, sample, replicate))
    }

    fn run(
        &self,
        start: Cow<'_, Draws>,
        scenario_index: usize,
        scenario: &Scenario,
        sample: u32,
        replicate: u32,
        stop: &Cancel,
    ) -> Option<Trajectory> {
        let scenario = &*scenario.drawn(sample);
        let params = scenario.params(sample);
        let (n, drawn) = (series().len(), (sample, params.needs.help_team));
        let cells = |year: i32| (0..n).map(|s| self.cell(s, year, scenario, *start, drawn)).collect::<Vec<_>>();
        (!stop.is_cancelled()).then(|| Trajectory {
            scenario: scenario_index,
            sample,
            replicate,
            before: cells(-1),
            years: (0..scenario.experiment.years as i32).map(cells).collect(),
            weeks: if scenario.output.weekly { vec![cells(0); 2] } else { Vec::new() },
            persons: Vec::new(),
            flows: Vec::new(),
            districts: Vec::new(),
        })
    }
}
