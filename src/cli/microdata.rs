//! `kantel microdata TABLE DIR`: courses of a result run again, and all that there is of them as one table.

use std::convert::Infallible;

use super::args::{Micro, MicrodataArgs};
use super::compare::{Bar, stop, unkept_failure};
use super::keeping::Finished;
use super::tongue::spoken;
use super::validate::threads;
use super::{Failure, emit};
use crate::diagnostics::Diagnostic;
use crate::experiment::{Draw, Plan, Progress as _, Table, Told, in_order, microdata as course_of};
use crate::language::{Text, text};
use crate::scenario::suggestion;
use crate::units::{WEEKS_PER_YEAR, Week};

/// A course that is told: the place of its scenario, and its draw.
type Asked = (usize, Draw);

/// `kantel microdata`.
///
/// # Errors
/// If the folder is no result, or of another version of the model, a scenario, sample or replicate is not in it, or it
/// is interrupted.
pub(super) fn microdata(args: &MicrodataArgs) -> Result<(), Failure> {
    let folder = Finished::one(&args.dir)?;
    if let Some(problem) = folder.other_version() {
        return Err(Failure::Input(vec![problem]));
    }
    let study = folder.study()?;
    let plan = study.plan();
    let asked = asked(args, plan).map_err(Failure::Input)?;
    let table = match args.table {
        Micro::Cases => Table::Cases,
        Micro::Episodes => Table::Episodes,
        Micro::Entitlements => Table::Entitlements,
        Micro::Visits => Table::Visits,
    };
    let columns = table.columns();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut kept = writer.write_record(columns.iter().map(|column| column.key));
    let horizon = Week(plan.experiment().years as i32 * WEEKS_PER_YEAR).start();
    let bar = Bar::new(args.quiet, spoken(args.lang), asked.len() as u64);
    let progress = bar.part(1);
    let mut told = asked.iter();
    let run = in_order(
        threads(args.threads),
        &asked,
        &stop()?,
        |(scenario, draw), stop| course_of(plan.base(), &plan.scenarios[*scenario], *draw, stop),
        |things| {
            if let Some((scenario, Draw { sample, replicate })) = told.next().copied() {
                let scenario = plan.scenarios[scenario].name.as_str();
                for thing in things.iter().filter(|thing| thing.table == table) {
                    let of = Told { scenario, sample, replicate, horizon, thing };
                    let row = columns.iter().map(|column| (column.cell)(&of));
                    if kept.is_ok() {
                        kept = writer.write_record(row);
                    }
                }
            }
            progress.done(1);
            Ok::<(), Infallible>(())
        },
    );
    bar.clear();
    run.map_err(unkept_failure)?;
    let failed = |error: &dyn std::fmt::Display| {
        Failure::Surroundings(text!("cannot write the table: {error}", "de tabel kan niet geschreven worden: {error}"))
    };
    kept.map_err(|error| failed(&error))?;
    let bytes = writer.into_inner().map_err(|error| failed(&error))?;
    emit(&String::from_utf8_lossy(&bytes))
}

/// The courses that are asked for, by scenario, sample and replicate; what is not in the result.
fn asked(args: &MicrodataArgs, plan: &Plan) -> Result<Vec<Asked>, Vec<Diagnostic>> {
    let names: Vec<&str> = plan.scenarios.iter().map(|one| one.name.as_str()).collect();
    let mut problems = Vec::new();
    let mut scenarios: Vec<usize> = Vec::new();
    for name in &args.scenario {
        match names.iter().position(|one| one == name) {
            Some(place) => scenarios.push(place),
            None => problems.push(Diagnostic {
                help: suggestion(name, &names),
                ..missing("--scenario", name, Text::one_of(&names))
            }),
        }
    }
    if args.scenario.is_empty() {
        scenarios.extend(0..names.len());
    }
    let draws = plan.draws();
    let samples = if args.sample.is_empty() { vec![0] } else { args.sample.clone() };
    let last = |of: fn(&Draw) -> u32| draws.iter().map(of).max().unwrap_or(0);
    let (last_sample, last_replicate) = (last(|draw| draw.sample), last(|draw| draw.replicate));
    let to = |most: u32| text!("0 to {most}", "0 tot en met {most}");
    for sample in samples.iter().filter(|sample| **sample > last_sample) {
        problems.push(missing("--sample", &sample.to_string(), to(last_sample)));
    }
    for replicate in args.replicate.iter().filter(|replicate| **replicate > last_replicate) {
        problems.push(missing("--replicate", &replicate.to_string(), to(last_replicate)));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    scenarios.sort_unstable();
    scenarios.dedup();
    let is_asked = |draw: &Draw| {
        samples.contains(&draw.sample) && (args.replicate.is_empty() || args.replicate.contains(&draw.replicate))
    };
    let draws: Vec<Draw> = draws.into_iter().filter(is_asked).collect();
    Ok(scenarios.into_iter().flat_map(|scenario| draws.iter().map(move |draw| (scenario, *draw))).collect())
}

fn missing(option: &str, value: &str, allowed: Text) -> Diagnostic {
    Diagnostic {
        file: option.to_owned(),
        message: Text::fixed("is not in this result", "is er niet in dit resultaat"),
        value: value.to_owned(),
        allowed,
        ..Diagnostic::default()
    }
}
