//! Patterns held against samples of the model.

use std::convert::Infallible;
use std::sync::Arc;

use super::census::Census;
use super::patterns::{Pattern, Role, Showing, patterns};
use super::seen::Seen;
use crate::cancel::Cancel;
use crate::entities::Product;
use crate::experiment::{Progress, RunError, in_order, lower, mean, sorted, upper};
use crate::language::{Lang, Text};
use crate::observation::{Column, Table};
use crate::plan::Scenario;
use crate::simulation::{self, Policy, Simulation};
use crate::units::{WEEKS_PER_YEAR, Week};

/// How a pattern is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hit {
    /// The model's figure lies outside the band.
    Miss,
    /// It lies within.
    Hit,
    /// There is no figure.
    NotShown,
}

impl Hit {
    /// The word in files; nothing where there is no figure.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Miss => "miss",
            Self::Hit => "hit",
            Self::NotShown => "",
        }
    }
}

/// A pattern beside the model's figure.
#[derive(Clone, Debug)]
pub struct Held {
    /// The pattern.
    pub pattern: Pattern,
    /// The mean over samples.
    pub model: Option<f64>,
    /// The 5th percentile over samples.
    pub p05: Option<f64>,
    /// The 95th percentile.
    pub p95: Option<f64>,
}

/// Why a figure that exists has no value.
static NOTHING_SEEN: Text = Text::fixed(
    "nothing of it was seen: more years or residents may show it",
    "er was niets van te zien: meer jaren of inwoners misschien wel",
);

impl Held {
    /// How it is met.
    pub fn hit(&self) -> Hit {
        match self.model {
            None => Hit::NotShown,
            Some(value) if self.pattern.holds(value) => Hit::Hit,
            Some(_) => Hit::Miss,
        }
    }

    /// Why it is not shown, if it is not.
    pub fn why_not(&self) -> Option<&Text> {
        match &self.pattern.showing {
            Showing::Not(reason) => Some(&reason.text),
            Showing::Figure(_) => self.model.is_none().then_some(&NOTHING_SEEN),
        }
    }

    fn new(pattern: Pattern, seen: &[Vec<Seen>]) -> Self {
        let Showing::Figure(formula) = &pattern.showing else {
            return Self { pattern, model: None, p05: None, p95: None };
        };
        // A sample's value is the mean over its replicates.
        let of_sample = |replicates: &Vec<Seen>| {
            mean(&replicates.iter().filter_map(|seen| formula.value(seen)).collect::<Vec<f64>>())
        };
        let values = sorted(&seen.iter().filter_map(of_sample).collect::<Vec<f64>>());
        Self { model: mean(&values), p05: lower(&values, 0.05), p95: upper(&values, 0.05), pattern }
    }
}

/// Holds every pattern against a scenario: misses first, the farthest off before the others; then hits; then what is
/// not shown. Patterns of both roles are among them.
///
/// # Errors
/// If it is asked to stop, or threads cannot be started.
pub fn hold(
    scenario: &Scenario,
    threads: usize,
    stop: &Cancel,
    progress: &impl Progress,
) -> Result<Vec<Held>, RunError<Infallible>> {
    let (samples, replicates) = (scenario.experiment.samples, scenario.experiment.replicates);
    let jobs: Vec<(u32, u32)> = (0..samples).flat_map(|s| (0..replicates).map(move |r| (s, r))).collect();
    progress.begin(jobs.len() as u64);
    let mut seen: Vec<Vec<Seen>> = vec![Vec::new(); samples as usize];
    let mut next = jobs.iter();
    in_order(
        threads,
        &jobs,
        stop,
        |(sample, replicate), stop| watched(scenario, *sample, *replicate, stop),
        |one| {
            if let Some((sample, _)) = next.next() {
                seen[*sample as usize].push(one);
            }
            progress.done(1);
            Ok(())
        },
    )?;
    let mut held: Vec<Held> = patterns().into_iter().map(|pattern| Held::new(pattern, &seen)).collect();
    held.sort_by(|a, b| (a.hit(), b.off()).partial_cmp(&(b.hit(), a.off())).unwrap_or(std::cmp::Ordering::Equal));
    Ok(held)
}

impl Held {
    /// How far outside the band the figure lies; 0 within, and where there is none.
    fn off(&self) -> f64 {
        self.model.map_or(0.0, |value| self.pattern.off(value))
    }
}

/// One simulation of a scenario with its burn-in, watched; `None` if it was asked to stop.
pub(crate) fn watched(scenario: &Scenario, sample: u32, replicate: u32, stop: &Cancel) -> Option<Seen> {
    let weeks = scenario.experiment.years as i32 * WEEKS_PER_YEAR;
    let mut simulation = Simulation::of_unless(scenario, sample, replicate, stop)?;
    let mut census = Census::new(simulation.week(), weeks);
    let mut go = |simulation: &mut Simulation, to: i32| {
        (simulation.step_to(Week(to), &mut census, stop) == simulation::Progress::Done).then_some(())
    };
    go(&mut simulation, 0)?;
    let drawn = scenario.drawn(sample);
    let inputs = simulation.sites()[0].inputs.for_scenario(&drawn, sample, replicate);
    let sessions = inputs.params.practice_nurse.sessions;
    simulation.begin(Arc::new(inputs), Policy::from(&drawn.organisation));
    go(&mut simulation, weeks)?;
    let mut seen = census.seen();
    seen.series = simulation.record().years.first().cloned().unwrap_or_default();
    let service = drawn.organisation.services.iter().find(|s| s.product == Product::MentalHealth);
    seen.mental_price = service.map_or(0.0, |service| service.cents_per_hour as f64 / 100.0);
    seen.sessions = sessions;
    Some(seen)
}

/// The columns of `validation.csv`: a contract.
pub static COLUMNS: &[Column] = &[
    Column::text("pattern", "Topic and key of the published figure."),
    Column::text("source", "Title and address."),
    Column::text("role", "`calibrate`, or `check`: looked at, never tuned to."),
    Column::number("band_low", "", "The lower end of the band: unit of the model's figure, level of the model's year."),
    Column::number("band_high", "", "The upper end."),
    Column::number("model", "", "The model's figure: mean over samples."),
    Column::number("p05", "", "5th percentile over samples."),
    Column::number("p95", "", "95th percentile over samples."),
    Column::text("hit", "`hit` or `miss`; empty where the model has no figure."),
    Column::text("informs", "Parameters, or tables in the code, that it informs."),
    Column::text("why_not", "Why the model has no figure."),
];

/// `validation.csv`, its reasons in a language.
pub fn table(held: &[Held], lang: Lang) -> Table {
    let mut table = Table::new(COLUMNS);
    for role in [Role::Calibrate, Role::Check] {
        for one in held.iter().filter(|one| one.pattern.role == role) {
            let (low, high) = one.pattern.band();
            let source = format!("{}, {}", one.pattern.cited(), one.pattern.url);
            table.push(vec![
                one.pattern.key.clone().into(),
                source.into(),
                role.key().into(),
                low.into(),
                high.into(),
                one.model.into(),
                one.p05.into(),
                one.p95.into(),
                one.hit().key().into(),
                one.pattern.informs.clone().into(),
                one.why_not().map_or("", |why| why.of(lang)).to_owned().into(),
            ]);
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::Params;
    use crate::random::Distribution;
    use crate::scenario::{Overrides, load};
    use crate::validation::seen::{Of, Ratio};

    fn small(residents: u32, years: u32, set: &[&str]) -> Scenario {
        let set = set.iter().map(|s| (*s).to_owned()).collect();
        let overrides = Overrides { residents: Some(residents), years: Some(years), set, ..Overrides::default() };
        load("builtin:reactive", &overrides).expect("a built-in scenario").scenario
    }

    fn seen(scenario: &Scenario) -> Seen {
        watched(scenario, 0, 0, &Cancel::new()).expect("nobody asks it to stop")
    }

    /// What people and services show on days and by weeks is what the series of the same year say. Days every four
    /// weeks and ends of weeks miss little: 3 % of a stock and 1 % of what is counted once.
    #[test]
    fn what_is_seen_agrees_with_the_series() {
        let seen = seen(&small(6_000, 1, &[]));
        let year = |key: &str| seen.year(key).expect("a series");
        let close = |what: &str, a: f64, b: f64, part: f64| {
            assert!(b > 20.0 && (a - b).abs() <= part * b, "{what}: {a} against {b}");
        };
        let ages = 0..=104;
        let on_a_day = |of: Of| seen.count(of, &ages) / seen.days as f64;
        close("residents", on_a_day(Of::All), year("residents"), 0.01);
        close("carers", on_a_day(Of::Carers), year("carers"), 0.03);
        close("volunteers", on_a_day(Of::Volunteers), year("volunteers"), 0.03);
        let debts = seen.of(Ratio::InDebt).expect("households") * year("households");
        close("debts", debts, year("households.debt"), 0.03);
        let burdened = seen.of(Ratio::Burdened).expect("carers") * year("carers");
        close("burdened", burdened, year("carers.burdened"), 0.05);
        close("Wmo clients", seen.users.len() as f64, year("persons.wmo"), 0.01);
        let helped =
            seen.users.values().filter(|u| (u.halves[0] | u.halves[1]) >> Product::DomesticHelp as u16 & 1 == 1);
        close("domestic help", helped.count() as f64, year("persons.product.domestic_help"), 0.01);
        let begun = [Product::YouthAmbulatory, Product::YouthResidential].map(|p| seen.waits[p as usize].1);
        assert_eq!(seen.doors.iter().sum::<u64>(), begun.iter().sum::<u64>(), "who begins came by a door");
        // Some who begin do so within a week of asking, and people wait before they stand in line.
        let wait = seen.wait(Product::DomesticHelp).expect("somebody");
        assert!(wait > year("wait_weeks.domestic_help"), "{wait}");
    }

    /// Where youth help takes 40 weeks and is never renewed, that is what most of it has taken when it ends.
    #[test]
    fn durations_of_what_ended_are_those_of_the_service() {
        let set = [
            "service.youth_ambulatory.duration_weeks=40",
            "service.youth_ambulatory.renewal=0",
            "service.term_severity=1",
        ];
        let seen = seen(&small(4_000, 3, &set));
        assert!(seen.youth.len() > 30, "{}", seen.youth.len());
        let close = seen.youth.iter().filter(|weeks| (39.0..=41.0).contains(*weeks)).count();
        assert!(close * 10 > seen.youth.len() * 7, "{close} of {}: {:?}", seen.youth.len(), seen.youth);
    }

    /// New mental needs pass by their natural clock where nothing else acts on them: 1 - 2^-(t/median)^shape by a time
    /// t. Some 350 needs are followed: four standard errors of a share are 0.11.
    #[test]
    fn needs_that_nobody_helps_with_pass_by_their_clock() {
        let mut scenario = small(5_000, 2, &["onset.moderate=0.99", "onset.severe=0", "onset.crisis=0"]);
        for key in
            ["help.team", "help.second_line", "help.informal", "improving.mental", "relapse.base", "relapse.early"]
        {
            scenario.parameters[Params::position(key).expect("a parameter")] = Distribution::Fixed(0.0);
        }
        for key in ["recovery.severity", "household.adult_onset", "household.worsening"] {
            scenario.parameters[Params::position(key).expect("a parameter")] = Distribution::Fixed(1.0);
        }
        let seen = seen(&scenario);
        assert!(seen.courses.len() > 300, "{}", seen.courses.len());
        for (text, weeks) in [("mental.recovered 13-13", 13.0), ("mental.recovered 52-52", 52.0)] {
            let formula = crate::validation::Formula::of_text(text).expect("a figure");
            let expected = 1.0 - libm::exp2(-libm::pow(weeks / 26.0, 0.62));
            let found = formula.value(&seen).expect("two years suffice");
            assert!((found - expected).abs() < 0.11, "{text}: {found} against {expected}");
        }
        // Three years are too long for two.
        assert!(crate::validation::Formula::of_text("mental.major_months").expect("a figure").value(&seen).is_none());
    }

    /// A hit is within the band, its ends included; what lies farther off comes first.
    #[test]
    fn misses_come_first_and_the_farthest_before_the_others() {
        let pattern = || patterns().remove(0);
        let (low, high) = pattern().band();
        let of = |model: Option<f64>| Held { pattern: pattern(), model, p05: None, p95: None };
        let hits = [low * 0.99, low, high, high * 1.01].map(|value| of(Some(value)).hit());
        assert_eq!(hits, [Hit::Miss, Hit::Hit, Hit::Hit, Hit::Miss]);
        assert_eq!((of(None).hit(), of(None).why_not().is_some()), (Hit::NotShown, true));
        assert!(of(Some(high * 3.0)).off() > of(Some(high * 2.0)).off() && of(Some(low)).off() == 0.0);
    }
}
