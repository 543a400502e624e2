//! `kantel district`: a profile out of a CBS file or the table in the box, as a table to read and TOML to use.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use super::args::DistrictArgs;
use super::tables::aligned;
use super::tongue::{spoken, written};
use super::{Failure, emit};
use crate::diagnostics::{Diagnostic, of_system};
use crate::input_data::gazetteer::{Gazetteer, Unplaced};
use crate::input_data::kwb::{self, ATTRIBUTION, Choice, Import};
use crate::input_data::profile_to_toml;
use crate::language::{Lang, Text, text};
use crate::scenario::parse_profile;

/// Reads, prints and, if asked, writes a profile; or lists what the table in the box has.
///
/// # Errors
/// [`Failure::Input`] for whatever is wrong with the file, the choice or the target (which exists); nothing is written
/// then. [`Failure::Surroundings`] if the disk fails.
pub fn district(args: &DistrictArgs) -> Result<(), Failure> {
    if let Some(text) = &args.list {
        return emit(&list(text, spoken(args.lang))?);
    }
    if let Some(target) = &args.profile
        && target.exists()
        && !args.force
    {
        let shown = target.display().to_string();
        return Err(refuse(
            "--profile",
            Text::fixed("the file exists", "dit bestand bestaat al"),
            &shown,
            Text::fixed("a new file, or --force to write over it", "een nieuw bestand, of --force om het te vervangen"),
        ));
    }
    let (import, source) = import(args)?;
    let mut comments = String::new();
    for line in table(&import, written(args.lang)).lines() {
        // Writing to a String cannot fail.
        let _ = writeln!(comments, "# {line}");
    }
    let comments = comments.replace("# \n", "#\n");
    let document = format!("{comments}\n{}", profile_to_toml(&import.profile, written(args.lang)));
    readable(&document, &source)?;
    let Some(target) = &args.profile else {
        return emit(&document);
    };
    write_whole(target, &document)?;
    emit(&table(&import, spoken(args.lang)))
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
        return Ok((of_table(&wanted, false)?, wanted));
    };
    let shown = path.display().to_string();
    let Some(choice) = choice else {
        if fs::metadata(path).is_ok_and(|metadata| !metadata.is_dir()) {
            return Err(refuse(
                "kantel district",
                Text::fixed("name one wijk or one municipality", "noem één wijk of één gemeente"),
                "",
                Text::fixed("--wijk CODE or --municipality NAME", "--wijk CODE of --municipality NAAM"),
            ));
        }
        return Ok((of_table(&shown, true)?, shown));
    };
    let import = kwb::read(open(path, KWB)?, &shown, choice).map_err(Failure::Input)?;
    Ok((import, shown))
}

/// A wijk or municipality of the table in the box. `may_be_file` tells that it could have been a file too.
fn of_table(wanted: &str, may_be_file: bool) -> Result<Import, Failure> {
    let found = Gazetteer::embedded().map_err(Failure::Input)?.profile(wanted);
    found.map_err(|why| {
        let is_no_file = may_be_file && matches!(why, Unplaced::Nothing(_));
        let problem = why.diagnostic(wanted);
        let what = &problem.message;
        let message = if is_no_file {
            text!("no such file, and {what}", "dit bestand bestaat niet, en {what}"; what)
        } else {
            what.clone()
        };
        Failure::Input(vec![Diagnostic { file: "kantel district".to_owned(), message, ..problem }])
    })
}

/// The longest name of a wijk in a list that keeps within 80 columns.
const NAME: usize = 31;

/// What the table has of a text: a line of 80 columns at most for each place.
fn list(text: &str, lang: Lang) -> Result<String, Failure> {
    let table = Gazetteer::embedded().map_err(Failure::Input)?;
    let places = table.list(text);
    if places.is_empty() {
        let problem = Unplaced::Nothing(table.near(text)).diagnostic(text);
        let allowed = Text::fixed(
            "the beginning of a word in a code, a name or a municipality",
            "het begin van een woord in een code, een naam of een gemeente",
        );
        return Err(Failure::Input(vec![Diagnostic { file: "--list".to_owned(), allowed, ..problem }]));
    }
    let heads = match lang {
        Lang::En => ["code", "name", "municipality", "residents"],
        Lang::Nl => ["code", "naam", "gemeente", "inwoners"],
    };
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
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
    Ok(format!("{}\n{}\n{ATTRIBUTION}\n", aligned(None, &rows), LIST_NOTE.of(lang)))
}

/// Below a list.
const LIST_NOTE: Text = Text::fixed(
    "Residents of 2018, names of 2022; wijken of 500 residents or more.",
    "Inwoners van 2018, namen van 2022; wijken van 500 of meer inwoners.",
);

/// A text cut to at most `most` characters.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).collect::<String>() + "…"
}

/// A problem with what an option or the file names.
fn refuse(what: &str, message: Text, value: &str, allowed: Text) -> Failure {
    Failure::Input(vec![Diagnostic {
        file: what.to_owned(),
        message,
        value: value.to_owned(),
        allowed,
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
        message: {
            let message = &problem.message;
            text!(
                "{message}: no profile can be made of it",
                "{message}: er is geen profiel van te maken";
                message
            )
        },
        ..problem
    };
    if problems.is_empty() { Ok(()) } else { Err(Failure::Input(problems.into_iter().map(of_file).collect())) }
}

/// Which files hold districts.
pub(super) const KWB: Text = Text::fixed(
    "a csv, csv.gz, xlsx or xls file of CBS Kerncijfers wijken en buurten",
    "een csv-, csv.gz-, xlsx- of xls-bestand van CBS Kerncijfers wijken en buurten",
);

/// Opens a regular file. Its kind is looked at before it is opened: opening a FIFO waits for ever.
pub(super) fn open(path: &Path, allowed: Text) -> Result<File, Failure> {
    let shown = path.display().to_string();
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(e) if e.kind() == io::ErrorKind::NotFound => {
            return Err(refuse(&shown, Text::fixed("no such file", "dit bestand bestaat niet"), "", allowed));
        }
        Err(e) => return Err(unreadable(&shown, &e)),
    };
    if !metadata.is_file() {
        return Err(refuse(&shown, Text::fixed("not a regular file", "geen gewoon bestand"), "", allowed));
    }
    if metadata.len() > kwb::MAX_BYTES {
        return Err(refuse(&shown, Text::fixed("more than 256 MiB", "meer dan 256 MiB"), "", allowed));
    }
    File::open(path).map_err(|e| unreadable(&shown, &e))
}

pub(super) fn unreadable(path: &str, error: &io::Error) -> Failure {
    let why = of_system(error);
    Failure::Surroundings(text!("{path} cannot be read: {why}", "{path} kan niet gelezen worden: {why}"; why))
}

/// Writes beside the target and renames: the target is either as it was or complete.
fn write_whole(target: &Path, text: &str) -> Result<(), Failure> {
    let failed = |e: &io::Error| {
        let (path, why) = (target.display(), of_system(e));
        Failure::Surroundings(text!(
            "{path} cannot be written: {why}; nothing was changed",
            "{path} kan niet geschreven worden: {why}; er is niets veranderd";
            why
        ))
    };
    let mut name = target.file_name().unwrap_or_default().to_owned();
    // In WebAssembly there are no processes to tell apart.
    let process = if cfg!(target_os = "wasi") { 0 } else { std::process::id() };
    name.push(format!(".{process}.part"));
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

/// The rows of the table, English and Dutch.
const ROWS_OF_COUNTS: [[&str; 2]; 6] = [
    ["residents", "inwoners"],
    ["men", "mannen"],
    ["households", "huishoudens"],
    ["one person", "één persoon"],
    ["without children", "zonder kinderen"],
    ["with children", "met kinderen"],
];
const ROWS_OF_SHARES: [[&str; 2]; 4] = [
    ["low income", "laag inkomen"],
    ["high income", "hoog inkomen"],
    ["owner-occupied", "koopwoning"],
    ["social rent", "van een woningcorporatie"],
];
const OTHER_ROWS: [[&str; 2]; 6] = [
    ["births in the year", "geboorten in het jaar"],
    ["deaths in the year", "sterfgevallen in het jaar"],
    ["widowed", "verweduwd"],
    ["with a disability benefit", "met een arbeidsongeschiktheidsuitkering"],
    ["urbanity (1 very urban - 5 rural)", "stedelijkheid (1 hoog - 5 landelijk)"],
    ["Wmo clients per 1,000", "Wmo-cliënten per 1.000"],
];

/// The profile in a few lines, and what its reader must know.
fn table(import: &Import, lang: Lang) -> String {
    let p = &import.profile;
    let [residents, men, households, one, without, with] = ROWS_OF_COUNTS.map(|name| name[lang as usize]);
    let [low, high, owned, social] = ROWS_OF_SHARES.map(|name| name[lang as usize]);
    let [births, deaths, widowed, disability, urbanity, wmo] = OTHER_ROWS.map(|name| name[lang as usize]);
    let years = match lang {
        Lang::En => ["0-14 years", "15-24", "25-44", "45-64", "65 and over"],
        Lang::Nl => ["0-14 jaar", "15-24", "25-44", "45-64", "65 en ouder"],
    };
    let per = |n: u32, of: u32| format!("{:>7} {:>6.1} %", n, 100.0 * f64::from(n) / f64::from(of.max(1)));
    let share = |x: f64| format!("{:>7} {:>6.1} %", "", 100.0 * x);
    let mut rows = vec![(residents, format!("{:>7}", p.residents)), (men, per(p.men, p.residents))];
    for (name, n) in years.into_iter().zip(p.ages) {
        rows.push((name, per(n, p.residents)));
    }
    rows.push((households, format!("{:>7}", p.households)));
    rows.push((one, per(p.single_households, p.households)));
    rows.push((without, per(p.childless_households, p.households)));
    rows.push((with, per(p.family_households, p.households)));
    rows.push((low, share(p.low_income)));
    rows.push((high, share(p.high_income)));
    rows.push((owned, share(p.owner_occupied)));
    rows.push((social, share(p.social_rent)));
    rows.push((births, format!("{:>7}", p.births)));
    rows.push((deaths, format!("{:>7}", p.deaths)));
    for (name, count) in [(widowed, p.widowed), (disability, p.disability_benefits)] {
        rows.push((name, count.map_or("      -".to_owned(), |n| per(n, p.residents))));
    }
    rows.push((urbanity, format!("{:>7}", p.urbanity)));
    rows.push((wmo, p.wmo_per_1000.map_or("      -".to_owned(), |x| format!("{x:>7}"))));
    let year = if p.year == 0 { String::new() } else { format!(", {}", p.year) };
    let mut out = format!("{} {}, {}{year}\n\n", p.code, p.name, p.municipality);
    for (name, value) in rows {
        let value = if lang == Lang::Nl { value.replace('.', ",") } else { value };
        out.push_str(format!("{name:<34}{value}").trim_end());
        out.push('\n');
    }
    out.push('\n');
    for note in &import.notes {
        let _ = match lang {
            Lang::En => writeln!(out, "Note: {}.", note.en),
            Lang::Nl => writeln!(out, "Let op: {}.", note.nl),
        };
    }
    let _ = writeln!(out, "{}", p.attribution);
    out
}
