//! `kantel district`: a profile out of a CBS file or the table in the box, as a table to read and TOML to use.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use super::args::DistrictArgs;
use super::tables::aligned;
use super::{Failure, emit};
use crate::diagnostics::Diagnostic;
use crate::input_data::gazetteer::{Gazetteer, Unplaced};
use crate::input_data::kwb::{self, Choice, Import};
use crate::input_data::profile_to_toml;
use crate::scenario::parse_profile;

/// Reads, prints and, if asked, writes a profile; or lists what the table in the box has.
///
/// # Errors
/// [`Failure::Input`] for whatever is wrong with the file, the choice or the target (which exists); nothing is written
/// then. [`Failure::Surroundings`] if the disk fails.
pub fn district(args: &DistrictArgs) -> Result<(), Failure> {
    if let Some(text) = &args.list {
        return emit(&list(text)?);
    }
    if let Some(target) = &args.profile
        && target.exists()
        && !args.force
    {
        let shown = target.display().to_string();
        return Err(refuse("--profile", "the file exists", &shown, "a new file, or --force to write over it"));
    }
    let (import, source) = import(args)?;
    let mut comments = String::new();
    for line in table(&import).lines() {
        // Writing to a String cannot fail.
        let _ = writeln!(comments, "# {line}");
    }
    let comments = comments.replace("# \n", "#\n");
    let document = format!("{comments}\n{}", profile_to_toml(&import.profile));
    readable(&document, &source)?;
    let Some(target) = &args.profile else {
        return emit(&document);
    };
    write_whole(target, &document)?;
    emit(&table(&import))
}

/// What the arguments name, out of a file or the table in the box, and what diagnostics call it.
fn import(args: &DistrictArgs) -> Result<(Import, String), Failure> {
    let choice = match (&args.wijk, &args.municipality) {
        (Some(code), None) => Some(Choice::Wijk(code)),
        (None, Some(name)) => Some(Choice::Municipality(name)),
        _ => None,
    };
    let Some(path) = &args.file else {
        let wanted = args.wijk.as_ref().or(args.municipality.as_ref()).cloned().unwrap_or_default();
        return Ok((of_table(&wanted, "")?, wanted));
    };
    let shown = path.display().to_string();
    let Some(choice) = choice else {
        if fs::metadata(path).is_ok_and(|metadata| !metadata.is_dir()) {
            let (what, allowed) = ("kantel district", "--wijk CODE or --municipality NAME");
            return Err(refuse(what, "name one wijk or one municipality", "", allowed));
        }
        return Ok((of_table(&shown, "no such file, and ")?, shown));
    };
    let import = kwb::read(open(path)?, &shown, choice).map_err(Failure::Input)?;
    Ok((import, shown))
}

/// A wijk or municipality of the table in the box. `lacking` says what else is not there where no place is.
fn of_table(wanted: &str, lacking: &str) -> Result<Import, Failure> {
    let found = Gazetteer::embedded().map_err(Failure::Input)?.profile(wanted);
    found.map_err(|why| {
        let lacking = if matches!(why, Unplaced::Nothing(_)) { lacking } else { "" };
        let problem = why.diagnostic(wanted);
        let message = format!("{lacking}{}", problem.message);
        Failure::Input(vec![Diagnostic { file: "kantel district".to_owned(), message, ..problem }])
    })
}

/// The longest name of a wijk in a list that keeps within 80 columns.
const NAME: usize = 31;

/// What the table has of a text: a line of 80 columns at most for each place.
fn list(text: &str) -> Result<String, Failure> {
    let table = Gazetteer::embedded().map_err(Failure::Input)?;
    let places = table.list(text);
    if places.is_empty() {
        let problem = Unplaced::Nothing(table.near(text)).diagnostic(text);
        let allowed = "the beginning of a word in a code, a name or a municipality".to_owned();
        return Err(Failure::Input(vec![Diagnostic { file: "--list".to_owned(), allowed, ..problem }]));
    }
    let mut rows = vec![["code", "name", "municipality", "residents"].map(str::to_owned).to_vec()];
    for place in places {
        let municipality = match (place.is_municipality(), place.wijken) {
            (true, 1) => "1 wijk".to_owned(),
            (true, wijken) => format!("{wijken} wijken"),
            (false, _) => place.municipality,
        };
        let name = if place.name.is_empty() { "-" } else { &place.name };
        rows.push(vec![
            place.code,
            shortened(name, NAME),
            shortened(&municipality, 26),
            format!("{:>9}", place.residents),
        ]);
    }
    Ok(format!("{}\n{}\n", aligned(None, &rows), LIST_NOTE))
}

/// Below a list.
const LIST_NOTE: &str = "Residents of 2018, names of 2022; wijken of 500 residents or more.\n\
    Bron: CBS, Kerncijfers wijken en buurten / Wmo-cliënten (CC BY 4.0)";

/// A text of at most so many characters.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).collect::<String>() + "…"
}

/// A problem with what an option or the file names.
fn refuse(what: &str, message: &str, value: &str, allowed: &str) -> Failure {
    Failure::Input(vec![Diagnostic {
        file: what.to_owned(),
        message: message.to_owned(),
        value: value.to_owned(),
        allowed: allowed.to_owned(),
        ..Diagnostic::default()
    }])
}

/// Makes sure that a profile can be read again before it goes anywhere.
fn readable(document: &str, source: &str) -> Result<(), Failure> {
    let problems = parse_profile(document, "").err().unwrap_or_default();
    let of_file = |problem: Diagnostic| Diagnostic {
        file: source.to_owned(),
        line: None,
        column: None,
        span: None,
        message: format!("{}: no profile can be made of it", problem.message),
        ..problem
    };
    if problems.is_empty() { Ok(()) } else { Err(Failure::Input(problems.into_iter().map(of_file).collect())) }
}

/// Opens a regular file. Its kind is looked at before it is opened: opening a FIFO waits for ever.
fn open(path: &Path) -> Result<File, Failure> {
    const ALLOWED: &str = "a csv, csv.gz, xlsx or xls file of CBS Kerncijfers wijken en buurten";
    let shown = path.display().to_string();
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Err(refuse(&shown, "no such file", "", ALLOWED)),
        Err(e) => return Err(Failure::Surroundings(format!("{} cannot be read: {e}", path.display()))),
    };
    if !metadata.is_file() {
        return Err(refuse(&shown, "not a regular file", "", ALLOWED));
    }
    if metadata.len() > kwb::MAX_BYTES {
        return Err(refuse(&shown, "more than 256 MiB", "", ALLOWED));
    }
    File::open(path).map_err(|e| Failure::Surroundings(format!("{} cannot be read: {e}", path.display())))
}

/// Writes beside the target and renames: the target is either as it was or complete.
fn write_whole(target: &Path, text: &str) -> Result<(), Failure> {
    let failed = |e: &io::Error| {
        Failure::Surroundings(format!("{} cannot be written: {e}; nothing was changed", target.display()))
    };
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = target.with_file_name(name);
    let written = File::create_new(&part)
        .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&part, target));
    written.map_err(|e| {
        // What is left of the attempt is of no use to anybody; that it cannot be removed changes nothing.
        drop(fs::remove_file(&part));
        failed(&e)
    })
}

/// The profile in a few lines, and what its reader must know.
fn table(import: &Import) -> String {
    let p = &import.profile;
    let per = |n: u32, of: u32| format!("{:>7} {:>6.1} %", n, 100.0 * f64::from(n) / f64::from(of.max(1)));
    let share = |x: f64| format!("{:>7} {:>6.1} %", "", 100.0 * x);
    let mut rows = vec![("residents", format!("{:>7}", p.residents)), ("men", per(p.men, p.residents))];
    for (name, n) in ["0-14 years", "15-24", "25-44", "45-64", "65 and over"].into_iter().zip(p.ages) {
        rows.push((name, per(n, p.residents)));
    }
    rows.push(("households", format!("{:>7}", p.households)));
    rows.push(("one person", per(p.single_households, p.households)));
    rows.push(("without children", per(p.childless_households, p.households)));
    rows.push(("with children", per(p.family_households, p.households)));
    rows.push(("low income", share(p.low_income)));
    rows.push(("high income", share(p.high_income)));
    rows.push(("owner-occupied", share(p.owner_occupied)));
    rows.push(("social rent", share(p.social_rent)));
    rows.push(("births in the year", format!("{:>7}", p.births)));
    rows.push(("deaths in the year", format!("{:>7}", p.deaths)));
    rows.push(("urbanity (1 very urban - 5 rural)", format!("{:>7}", p.urbanity)));
    rows.push(("Wmo clients per 1,000", p.wmo_per_1000.map_or("      -".to_owned(), |x| format!("{x:>7}"))));
    let year = if p.year == 0 { String::new() } else { format!(", {}", p.year) };
    let mut out = format!("{} {}, {}{year}\n\n", p.code, p.name, p.municipality);
    for (name, value) in rows {
        out.push_str(format!("{name:<34}{value}").trim_end());
        out.push('\n');
    }
    out.push('\n');
    for note in &import.notes {
        let _ = writeln!(out, "Note: {note}.");
    }
    let _ = writeln!(out, "{}", p.attribution);
    out
}
