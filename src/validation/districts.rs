//! Wijken simulated from their own margins, beside what CBS counted there.
//!
//! What is compared is the number of persons with a Wmo service in the year per 1,000 residents. A wijk's own figure is
//! never an input. Municipalities fall into five folds by a keyed hash of their codes, the same in every file and year,
//! so that a fit made on four of them can be judged on the fifth.

use std::borrow::Cow;
use std::convert::Infallible;

use super::least_squares::mean;
use super::needs::{Monitor, NEEDS, of_year};
use crate::cancel::Cancel;
use crate::experiment::{Model, Progress, RunError, Simulator, in_order};
use crate::input_data::DistrictProfile;
use crate::input_data::kwb::Complete;
use crate::observation::{Cell, Column, Field, Table, Trajectory, catalogue};
use crate::plan::Scenario;
use crate::random::{hash_text, mix};

/// Folds.
pub const FOLDS: u32 = 5;
/// Wijken with fewer residents are left out: what CBS counts there is chance in the main.
pub const LEAST_RESIDENTS: u32 = 2_000;

/// A wijk that can be judged.
#[derive(Clone, Debug)]
pub struct District {
    /// Its profile.
    pub profile: DistrictProfile,
    /// Persons with a Wmo service in the year, per 1,000 residents, as CBS counted them.
    pub wmo: f64,
    /// Residents of 65 and over, in percent of all.
    pub older: f64,
    /// Households with a low income, in percent of all.
    pub low: f64,
    /// One-person households, in percent of all.
    pub single: f64,
    /// Dwellings of housing corporations, in percent of all.
    pub corporation: f64,
    /// Widowed residents, in percent of all; `None` where the file does not say.
    pub widowed: Option<f64>,
    /// The fold of its municipality.
    pub fold: u32,
}

impl District {
    /// A wijk of a file, if it has enough residents.
    pub fn of(complete: Complete) -> Option<Self> {
        let Complete { profile, wmo } = complete;
        if profile.residents < LEAST_RESIDENTS || profile.households == 0 {
            return None;
        }
        let percent = |part: u32, of: u32| 100.0 * f64::from(part) / f64::from(of);
        Some(Self {
            wmo,
            older: percent(profile.ages[4], profile.residents),
            low: 100.0 * profile.low_income,
            single: percent(profile.single_households, profile.households),
            corporation: 100.0 * profile.social_rent,
            widowed: profile.widowed.map(|n| percent(n, profile.residents)),
            fold: fold_of(municipality_code(&profile.code)),
            profile,
        })
    }

    /// The share of residents below 18: of those of 15 to 24 three tenths.
    pub fn minors(&self) -> f64 {
        let [children, young, ..] = self.profile.ages.map(f64::from);
        (children + 0.3 * young) / f64::from(self.profile.residents)
    }

    /// The three margins of the benchmark.
    pub fn margins(&self) -> Vec<f64> {
        vec![self.older, self.low, self.single]
    }

    /// The same with homes of corporations and the widowed; `None` where one is not known.
    pub fn more_margins(&self) -> Option<Vec<f64>> {
        Some([self.margins(), vec![self.corporation, self.widowed?]].concat())
    }
}

/// The municipality in the code of a wijk: `WK034403` lies in `0344`.
pub(super) fn municipality_code(code: &str) -> &str {
    code.get(2..6).unwrap_or(code)
}

/// The fold of a municipality by its four digits: the same in every file.
pub fn fold_of(municipality: &str) -> u32 {
    (hash_text(&format!("fold of municipality {municipality}")) % u64::from(FOLDS)) as u32
}

/// So many wijken, drawn by a key of their codes and a seed, in the order of their codes; all if there are no more.
pub fn drawn(mut districts: Vec<District>, count: Option<u32>, seed: u64) -> Vec<District> {
    if let Some(count) = count {
        let key = |d: &District| (mix(hash_text(&d.profile.code) ^ mix(seed)), d.profile.code.clone());
        districts.sort_by_cached_key(key);
        districts.truncate(count as usize);
    }
    districts.sort_by(|a, b| a.profile.code.cmp(&b.profile.code));
    districts
}

/// A wijk with what the model makes of it.
#[derive(Clone, Debug)]
pub struct Predicted {
    /// The wijk.
    pub district: District,
    /// Persons with a Wmo service in the year per 1,000 residents: by year, then by sample.
    pub years: Vec<Vec<f64>>,
    /// Needs in the first year, in the order of [`super::needs::NEED_TABLE`] and in percent: mean over samples.
    pub needs: [f64; NEEDS],
}

impl Predicted {
    /// The first year, mean over samples.
    pub fn model(&self) -> f64 {
        self.years.first().and_then(|samples| mean(samples)).unwrap_or(0.0)
    }

    /// The last year, mean over samples.
    pub fn last(&self) -> f64 {
        self.years.last().and_then(|samples| mean(samples)).unwrap_or(0.0)
    }
}

/// Simulates each wijk from its margins: the scenario for it, with the scenario's number of residents, samples and
/// years. Every wijk has the same draws of the uncertain numbers.
///
/// # Errors
/// If it is asked to stop, or threads cannot be started.
pub fn predict(
    scenario: &Scenario,
    districts: &[District],
    threads: usize,
    stop: &Cancel,
    progress: &impl Progress,
) -> Result<Vec<Predicted>, RunError<Infallible>> {
    progress.begin(districts.len() as u64);
    let mut predicted = Vec::with_capacity(districts.len());
    in_order(
        threads,
        districts,
        stop,
        |district, stop| simulated(scenario, district, stop),
        |one| {
            predicted.push(one);
            progress.done(1);
            Ok(())
        },
    )?;
    Ok(predicted)
}

fn simulated(scenario: &Scenario, district: &District, stop: &Cancel) -> Option<Predicted> {
    let scenario = scenario.for_district(district.profile.clone(), scenario.residents);
    let mut years = vec![Vec::new(); scenario.experiment.years as usize];
    let mut needs = [0.0; NEEDS];
    let runs = f64::from(scenario.experiment.samples * scenario.experiment.replicates);
    for sample in 0..scenario.experiment.samples {
        let mut of_sample = vec![Vec::new(); years.len()];
        for replicate in 0..scenario.experiment.replicates {
            let start = Simulator.start(&scenario, sample, replicate, stop)?;
            let run = Simulator.run(Cow::Owned(start), 0, &scenario, sample, replicate, stop)?;
            for (values, value) in of_sample.iter_mut().zip(per_1000(&run)) {
                values.push(value);
            }
            let first = run.years.first().map_or(&[][..], Vec::as_slice);
            for (sum, share) in needs.iter_mut().zip(of_year(first, district.minors())) {
                *sum += share / runs;
            }
        }
        for (year, values) in years.iter_mut().zip(&of_sample) {
            year.extend(mean(values));
        }
    }
    Some(Predicted { district: district.clone(), years, needs })
}

/// Persons with a Wmo service per 1,000 residents in each year.
pub(crate) fn per_1000(run: &Trajectory) -> impl Iterator<Item = f64> + '_ {
    let value = |cells: &[Cell], key: &str| {
        catalogue::position(key, "all").and_then(|position| cells.get(position)?.value()).unwrap_or(0.0)
    };
    run.years.iter().map(move |cells| 1_000.0 * value(cells, "persons.wmo") / value(cells, "residents").max(1.0))
}

/// The columns of `districts.csv`.
static COLUMNS: &[Column] = &[
    Column::text("code", "Code of the wijk."),
    Column::text("name", "Its name."),
    Column::text("municipality", "Its municipality."),
    Column::integer("fold", "", "Fold of the municipality, from 0."),
    Column::integer("residents", "persons", "Residents as CBS counted them."),
    Column::integer("urbanity", "", "1 (very urban) to 5 (rural)."),
    Column::number("older", "percent", "Residents of 65 and over."),
    Column::number("low_income", "percent", "Households with a low income."),
    Column::number("single", "percent", "One-person households."),
    Column::number("corporation", "percent", "Dwellings of housing corporations."),
    Column::number("widowed", "percent", "Widowed residents."),
    Column::number("cbs", "per 1,000 residents", "Persons with a Wmo service in the year, as CBS counted them."),
    Column::number("model", "per 1,000 residents", "The same in the model in the first year: mean over samples."),
    Column::number("lowest", "per 1,000 residents", "The lowest of the samples."),
    Column::number("highest", "per 1,000 residents", "The highest of the samples."),
    Column::number("last_year", "per 1,000 residents", "The model in the last year: mean over samples."),
    Column::number("margins", "per 1,000 residents", "Least squares on three margins, fitted outside the fold."),
    Column::number("more_margins", "per 1,000 residents", "The same on five margins."),
    Column::number("need_daily", "percent", "Adults with a need of daily functioning in the model, first year."),
    Column::number("need_mental", "percent", "Adults with a need of mental health."),
    Column::number("need_social", "percent", "Adults with a need of network and participation."),
    Column::number("need_debt", "percent", "Households with problem debts."),
    Column::number("monitor_daily", "percent", "Adults limited in moving, by the health monitor; empty without it."),
    Column::number("monitor_mental", "percent", "Adults with a high risk of anxiety or depression."),
    Column::number("monitor_social", "percent", "Adults who are strongly lonely."),
    Column::number("monitor_debt", "percent", "Adults who have difficulty making ends meet."),
];

/// `districts.csv`, with what the benchmarks make of each wijk and what the health monitor says of it.
pub fn table(predicted: &[Predicted], benchmarks: [&[Option<f64>]; 2], monitor: &Monitor) -> Table {
    let mut table = Table::new(COLUMNS);
    for (i, one) in predicted.iter().enumerate() {
        let (d, p) = (&one.district, &one.district.profile);
        let first = one.years.first().map_or(&[][..], Vec::as_slice);
        let lowest = first.iter().copied().min_by(f64::total_cmp);
        let highest = first.iter().copied().max_by(f64::total_cmp);
        let mut row = vec![
            p.code.clone().into(),
            p.name.clone().into(),
            p.municipality.clone().into(),
            d.fold.into(),
            p.residents.into(),
            u32::from(p.urbanity).into(),
            d.older.into(),
            d.low.into(),
            d.single.into(),
            d.corporation.into(),
            d.widowed.into(),
            d.wmo.into(),
            one.model().into(),
            lowest.into(),
            highest.into(),
            one.last().into(),
            benchmarks[0].get(i).copied().flatten().into(),
            benchmarks[1].get(i).copied().flatten().into(),
        ];
        row.extend(one.needs.map(Field::from));
        row.extend(monitor.get(&p.code).copied().unwrap_or_default().map(Field::from));
        table.push(row);
    }
    table
}
