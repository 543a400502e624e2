//! `kantel sweep`: one scenario at many points over its levers, all on the same draws.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::args::SweepArgs;
use super::check::note;
use super::compare::{Bar, difference_cells, stop, unkept_failure};
use super::cpu_time::cpu_seconds;
use super::diagnose::visible;
use super::tables::columns;
use super::tongue::{spoken, written};
use super::validate::{folder, folder_line, publish, threads};
use super::{Failure, emit, remark};
use crate::diagnostics::Diagnostic;
use crate::experiment::Simulator;
use crate::language::{Lang, Text, text};
use crate::report::folder::{FolderError, Manifest, ScenarioEntry, SweepEntry, base_file, hex, sweep_files};
use crate::report::sweep::{FIGURES, PointFacts, SweepData, render};
use crate::report::wording::{indicator_name, interrupted};
use crate::study::sweep::{Arrangement, Sweep, Wanted, duration};

/// Points of the frontier that are shown, at most; the files have all.
const SHOWN: usize = 12;

/// Runs every point, prints the best known and how many are undecided, and writes the folder.
///
/// # Errors
/// [`Failure::Input`] with every mistake in options and files; if the disk or threads fail; if it is interrupted, after
/// what is finished has been written.
pub(super) fn sweep(args: &SweepArgs) -> Result<(), Failure> {
    let (begun, lang) = (now(), spoken(args.output.lang));
    let mut sweep = loaded(args)?;
    if !args.output.quiet {
        told_before(&sweep, lang);
    }
    let place = folder(args.output.out.as_deref(), args.output.force, "sweep")?;
    let each = sweep.plan().resident_years();
    let bar = Bar::new(args.output.quiet, lang, each * sweep.plan().simulations());
    let planned = sweep.plan().experiment().samples;
    let run = sweep.run(&Simulator, &stop()?, &bar.part(each)).map_err(unkept_failure);
    bar.clear();
    let cut_short = match run {
        Ok(()) => None,
        Err(Failure::Interrupted) => {
            sweep.end_here();
            if sweep.samples() == 0 {
                return Err(Failure::Interrupted);
            }
            Some(Failure::Interrupted)
        }
        Err(other) => return Err(other),
    };
    let data = sweep.read();
    emit(&text_of(&data, lang))?;
    let text = sweep.text();
    let files = files(&sweep, &data, &text, written(args.output.lang))?;
    let manifest = Manifest {
        interrupted: cut_short.is_some(),
        wall_seconds: Some(begun.elapsed().as_secs_f64()),
        cpu_seconds: cpu_seconds(),
        ..manifest(&sweep, &data, text, written(args.output.lang))
    };
    let place = publish(place, &files, manifest)?;
    match cut_short {
        Some(failure) => {
            remark(&visible(&interrupted(lang, sweep.samples(), planned, &place.display().to_string())));
            Err(failure)
        }
        None => emit(&folder_line(&place, lang)),
    }
}

#[expect(clippy::disallowed_methods, reason = "the command line is the ring that reads clocks")]
fn now() -> std::time::Instant {
    std::time::Instant::now()
}

/// What is wanted, checked: every mistake at once.
fn loaded(args: &SweepArgs) -> Result<Sweep, Failure> {
    let (arrangement, problem) = match (args.laid(), args.points) {
        (Some("lhs"), Some(points)) => (Arrangement::Hypercube(points), None),
        (Some("sobol"), Some(points)) => (Arrangement::Sobol(points), None),
        (Some(word @ ("lhs" | "sobol")), None) => {
            let message = text!("--design {word} says not how many points", "--design {word} zegt niet hoeveel punten");
            let allowed = Text::fixed("--points N, 2 to 1000", "--points N, 2 tot en met 1000");
            (Arrangement::Sobol(2), Some(("--points", String::new(), message, allowed)))
        }
        (_, Some(points)) => {
            let message =
                Text::fixed("a grid has the points of its values", "een rooster heeft de punten van zijn waarden");
            let allowed =
                Text::fixed("--design lhs or --design sobol beside it", "--design lhs of --design sobol erbij");
            (Arrangement::Grid, Some(("--points", points.to_string(), message, allowed)))
        }
        (_, None) => (Arrangement::Grid, None),
    };
    let wanted = Wanted { vary: &args.vary, arrangement, threads: threads(args.output.threads) };
    let found = Sweep::load(&args.source(), &wanted, &args.overrides());
    let Some((file, value, message, allowed)) = problem else { return found.map_err(Failure::Input) };
    let own = Diagnostic { file: file.to_owned(), value, message, allowed, ..Diagnostic::default() };
    Err(Failure::Input([vec![own], found.err().unwrap_or_default()].concat()))
}

/// What is to be known before it runs: how much it is, and what is odd.
fn told_before(sweep: &Sweep, lang: Lang) {
    let say = |text: &Text| remark(&visible(&format!("{}: {}", note(lang), text.of(lang))));
    let (notes, others) = sweep.notes();
    for one in notes {
        say(&one.said());
    }
    if others > 0 {
        say(&text!(
            "{others} notes on single points are in manifest.json",
            "{others} opmerkingen over losse punten staan in manifest.json"
        ));
    }
    let residents = sweep.plan().base().residents;
    for (key, value) in sweep.outside() {
        say(&text!(
            "{key} is {value} in the base, outside what is varied; values of --vary hold as written for {residents} \
             residents",
            "{key} is {value} in de basis, buiten wat varieert; waarden van --vary gelden zoals geschreven voor \
             {residents} inwoners"
        ));
    }
    let (points, draws) = (sweep.points().len(), sweep.plan().draws().len());
    let cores = sweep.plan().threads.max(1) as f64;
    let time = &duration(sweep.estimate() / cores);
    remark(&visible(
        text!(
            "{points} points, {draws} draws each: some {time}",
            "{points} punten, elk {draws} trekkingen: zo'n {time}";
            time
        )
        .of(lang),
    ));
}

fn files(sweep: &Sweep, data: &SweepData, text: &str, lang: Lang) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let failed =
        |error| super::compare::folder_failure(FolderError::Disk { action: "write", path: "sweep.csv".into(), error });
    let mut files = sweep_files(sweep.plan(), data, text).map_err(failed)?;
    let report = render(data, lang);
    files.push(("report.html".to_owned(), report.html.into_bytes()));
    files.extend(report.figures.into_iter().map(|f| (format!("figures/{}.svg", f.name), f.svg.into_bytes())));
    Ok(files)
}

fn manifest(sweep: &Sweep, data: &SweepData, text: String, lang: Lang) -> Manifest {
    let said = |changes: bool| {
        let notes = sweep.study().notes().iter().filter(move |note| note.is_change() == changes);
        notes.map(|note| note.said().of(lang).to_owned()).collect()
    };
    let base = ScenarioEntry {
        name: data.base.name.clone(),
        title: data.base.title.clone(),
        title_nl: data.base.title_nl.clone(),
        file: base_file(data),
        sha256: hex(&Sha256::digest(text.as_bytes())),
        text,
        ..ScenarioEntry::default()
    };
    Manifest {
        command: std::env::args().collect(),
        notes: said(false),
        closure_notes: said(true),
        scenarios: vec![base],
        inputs: sweep.study().sources().to_vec(),
        sweep: Some(SweepEntry::of(data)),
        ..Manifest::of_plan(sweep.plan())
    }
}

/// The best known points and how many are undecided.
fn text_of(data: &SweepData, lang: Lang) -> String {
    let (name, place, residents) = (&data.base.name, &data.district.name, data.district.residents);
    let (points, samples, years, seed) = (data.points.len(), data.samples, data.years, data.seed);
    let head = text!(
        "{name} in {place}. Points: {points}; samples: {samples}; residents: {residents}; years: {years}; seed: {seed}",
        "{name} in {place}. Punten: {points}; werelden: {samples}; inwoners: {residents}; jaren: {years}; seed: {seed}"
    );
    let mut out = visible(head.of(lang)) + "\n\n";
    let stands = Text::fixed(
        "Beaten by no other point on average (municipality's cost, people with a severe need and no help), the \
         cheapest first:",
        "Gemiddeld door geen ander punt verslagen (kosten van de gemeente, mensen met ernstige problemen zonder hulp), \
         de goedkoopste eerst:",
    );
    let _ = writeln!(out, "{}\n", stands.of(lang));
    let frontier = data.frontier();
    out.push_str(&columns(&rows(data, &frontier, lang)));
    if frontier.len() > SHOWN {
        let more = frontier.len() - SHOWN;
        let _ = writeln!(out, "{}", text!("and {more} more in sweep.csv", "en nog {more} in sweep.csv").of(lang));
    }
    out.push('\n');
    for key in FIGURES {
        let rows: Vec<_> = data.points.iter().filter_map(|point| point.horizon(key)).collect();
        let undecided = rows.iter().filter(|d| d.verdict.is_undecided()).count();
        let (all, figure) = (rows.len(), indicator_name(lang, key));
        let line = text!(
            "{figure}: undecided at {undecided} of {all} points",
            "{figure}: onbeslist bij {undecided} van de {all} punten"
        );
        let _ = writeln!(out, "{}", line.of(lang));
    }
    let noisy = Text::fixed(
        "The best of many points looks better than it is: look at its neighbours, and try it with another --seed.",
        "Het beste van veel punten lijkt beter dan het is: kijk naar de punten ernaast, en probeer een andere --seed.",
    );
    let _ = writeln!(out, "{}", noisy.of(lang));
    out
}

/// A row for each point of the frontier: what it sets, and both differences with range and verdict.
fn rows(data: &SweepData, frontier: &[Option<usize>], lang: Lang) -> Vec<Vec<String>> {
    let [point, range, verdict] =
        [Text::fixed("Point", "Punt"), Text::fixed("range", "bandbreedte"), Text::fixed("verdict", "oordeel")];
    let mut heads = vec![point.of(lang).to_owned()];
    heads.extend(data.axes.iter().map(|axis| axis.key.clone()));
    for key in FIGURES {
        heads.push(indicator_name(lang, key));
        heads.extend([&range, &verdict].map(|head| head.of(lang).to_owned()));
    }
    let mut all = vec![heads];
    for place in frontier.iter().take(SHOWN) {
        let Some(point) = place.map(|i| &data.points[i]) else {
            let name = Text::fixed("the base", "de basis").of(lang).to_owned();
            let values = data.axes.iter().map(|axis| axis.base.clone().unwrap_or_else(|| "–".to_owned()));
            let none = FIGURES.iter().flat_map(|_| ["0", "", ""]).map(str::to_owned);
            all.push(std::iter::once(name).chain(values).chain(none).collect());
            continue;
        };
        all.push(cells(point, lang));
    }
    all
}

fn cells(point: &PointFacts, lang: Lang) -> Vec<String> {
    let mut cells = vec![point.name.clone()];
    cells.extend(point.values.iter().cloned());
    for key in FIGURES {
        match point.horizon(key) {
            Some(d) => cells.extend(difference_cells(lang, String::new(), d).into_iter().skip(1)),
            None => cells.extend(["–", "", ""].map(str::to_owned)),
        }
    }
    cells
}
