//! `kantel report`: the report of a result folder, written again without running.

use std::fs;
use std::path::Path;

use super::Failure;
use super::args::{Language, ReportArgs};
use crate::diagnostics::Diagnostic;
use crate::language::{Lang, Text};
use crate::report::folder::{FolderError, Manifest, WORKBOOK, amend, read, read_sweep};
use crate::report::sweep::{SweepData, render as render_sweep};
use crate::report::{ReportData, render, workbook};
use crate::scenario::suggestion;

/// Renders the report of a folder again and writes `report.html`, `results.xlsx` and `figures/*.svg` over the old ones;
/// the tables in Dutch come beside them if asked for. The manifest's hashes follow. Gives the line to print: where the
/// report is.
///
/// # Errors
/// [`Failure::Input`] if the folder is no result or a margin is wrong, [`Failure::Surroundings`] if the disk fails.
pub fn report(args: &ReportArgs) -> Result<String, Failure> {
    if let Some((manifest, data)) = read_sweep(&args.dir).map_err(failure)? {
        return of_sweep(args, manifest, &data);
    }
    let folder = read(&args.dir).map_err(failure)?;
    let mut data = ReportData::from_folder(&folder).map_err(Failure::Input)?;
    let margins: Vec<Result<(&str, f64), Box<Diagnostic>>> =
        args.margins.iter().map(|text| margin(text, &data)).collect();
    let problems: Vec<Diagnostic> = margins.iter().filter_map(|m| m.as_ref().err().map(|d| (**d).clone())).collect();
    if !problems.is_empty() {
        return Err(Failure::Input(problems));
    }
    for (indicator, value) in margins.into_iter().flatten() {
        data.judge_with_margin(indicator, value);
    }
    let lang = args.lang.map_or_else(|| written_in(&args.dir), Language::lang);
    let report = render(&data, lang);
    let book = workbook(&data, lang).map_err(|error| failure(FolderError::unpacked(error)))?;
    let mut files = vec![("report.html".to_owned(), report.html.into_bytes()), (WORKBOOK.to_owned(), book)];
    files.extend(report.figures.into_iter().map(|f| (format!("figures/{}.svg", f.name), f.svg.into_bytes())));
    let dutch = args.csv.is_some();
    amend(&args.dir, folder.manifest, &files, dutch).map_err(|error| Failure::Surroundings(error.said()))?;
    Ok(format!("{}\n", args.dir.join("report.html").display()))
}

/// The same of a sweep, whose points are judged as they were run, and whose tables have no other form.
fn of_sweep(args: &ReportArgs, manifest: Manifest, data: &SweepData) -> Result<String, Failure> {
    let given = [("--margin", !args.margins.is_empty()), ("--csv", args.csv.is_some())];
    let problem = |option: &str| Diagnostic {
        file: option.to_owned(),
        message: Text::fixed("is not for a sweep", "is niet voor een verkenning"),
        allowed: Text::fixed("the result of kantel compare or kantel run", "een resultaat van kantel compare of run"),
        ..Diagnostic::default()
    };
    let problems: Vec<Diagnostic> = given.iter().filter(|(_, is_given)| *is_given).map(|(o, _)| problem(o)).collect();
    if !problems.is_empty() {
        return Err(Failure::Input(problems));
    }
    let report = render_sweep(data, args.lang.map_or_else(|| written_in(&args.dir), Language::lang));
    let mut files = vec![("report.html".to_owned(), report.html.into_bytes())];
    files.extend(report.figures.into_iter().map(|f| (format!("figures/{}.svg", f.name), f.svg.into_bytes())));
    amend(&args.dir, manifest, &files, false).map_err(|error| Failure::Surroundings(error.said()))?;
    Ok(format!("{}\n", args.dir.join("report.html").display()))
}

/// The language of the report that is there; English if there is none.
fn written_in(dir: &Path) -> Lang {
    let report = fs::read_to_string(dir.join("report.html")).unwrap_or_default();
    if report.contains("<html lang=\"nl\">") { Lang::Nl } else { Lang::En }
}

/// A missing or foreign folder is the user's mistake; a disk that fails is not.
fn failure(error: FolderError) -> Failure {
    let (file, line) = match &error {
        FolderError::Disk { error: cause, path, .. }
            if matches!(cause.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory) =>
        {
            (path.display().to_string(), None)
        }
        FolderError::Content { path, line, .. } => (path.display().to_string(), line.map(|l| l as usize)),
        _ => return Failure::Surroundings(error.said()),
    };
    let message = match error {
        FolderError::Content { message, .. } => message,
        _ => Text::fixed(
            "there is no result here: give a folder that kantel compare or kantel run wrote",
            "hier staat geen resultaat: geef een map die kantel compare of kantel run schreef",
        ),
    };
    Failure::Input(vec![Diagnostic { file, line, message, ..Diagnostic::default() }])
}

/// `INDICATOR=NUMBER`, with an indicator that the result compares and a number of at least 0.
fn margin<'a>(text: &'a str, data: &ReportData) -> Result<(&'a str, f64), Box<Diagnostic>> {
    let wrong = |message: Text, allowed: Text| {
        Box::new(Diagnostic {
            file: "--margin".to_owned(),
            value: text.to_owned(),
            message,
            allowed,
            ..Diagnostic::default()
        })
    };
    let Some((indicator, number)) = text.split_once('=') else {
        return Err(wrong(
            Text::fixed("a margin is written INDICATOR=NUMBER", "een marge schrijft u als INDICATOR=GETAL"),
            Text::same("need.severe.unhelped=5"),
        ));
    };
    let mut known: Vec<&str> =
        data.comparisons.iter().flat_map(|c| c.differences.iter().map(|d| &*d.indicator)).collect();
    known.sort_unstable();
    known.dedup();
    if !known.contains(&indicator) {
        let mut problem = wrong(
            Text::fixed("this result does not compare it", "dit resultaat vergelijkt dat niet"),
            Text::fixed("an indicator of comparison.csv", "een indicator uit comparison.csv"),
        );
        indicator.clone_into(&mut problem.field);
        problem.help = suggestion(indicator, &known);
        return Err(problem);
    }
    match number.parse::<f64>() {
        Ok(value) if value.is_finite() && value >= 0.0 => Ok((indicator, value)),
        _ => Err(wrong(
            Text::fixed("is no margin", "is geen marge"),
            Text::fixed("a number of at least 0", "een getal van ten minste 0"),
        )),
    }
}
