//! `kantel validate`: published figures beside the model's, misses first.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::args::ValidateArgs;
use super::check::note;
use super::compare::{Bar, default_below, folder_failure, stop, unkept_failure};
use super::diagnose::visible;
use super::tables::{columns, terminal_width};
use super::tongue::{spoken, written};
use super::{Failure, emit, remark};
use crate::diagnostics::Diagnostic;
use crate::experiment::Plan;
use crate::language::{Lang, Text, text};
use crate::observation::{Table, catalogue};
use crate::plan::Scenario;
use crate::report::folder::{Bare, FolderError, Input, Manifest, hex};
use crate::scenario::{Loaded, Overrides, load};
use crate::validation::{Held, Hit, Role, Showing, Unit, digits, hold, national, table};

/// What is simulated unless somebody asks for another size: some ten seconds of a core.
const RESIDENTS: u32 = 20_000;
const SAMPLES: u32 = 20;
/// People are followed for six years.
const YEARS: u32 = 6;

/// Holds the model against published figures, prints them and writes `validation.csv`.
///
/// # Errors
/// [`Failure::Input`] with every mistake in options and files; if the disk or threads fail; if it is interrupted.
pub(super) fn validate(args: &ValidateArgs) -> Result<(), Failure> {
    let lang = spoken(args.output.lang);
    let overrides = sized(args, [RESIDENTS, SAMPLES, YEARS]);
    if !overrides.beside.is_empty() {
        return Err(one_place());
    }
    let mut loaded = load(&args.source(), &overrides).map_err(Failure::Input)?;
    if overrides.district.is_none() {
        let residents = loaded.scenario.residents;
        loaded.scenario = loaded.scenario.for_district(national().map_err(Failure::Input)?, residents);
    }
    warn(args.output.quiet, lang, &loaded);
    let folder = folder(args.output.out.as_deref(), args.output.force, "validation")?;
    let scenario = &loaded.scenario;
    let years = u64::from(scenario.residents) * u64::from(scenario.experiment.years);
    let simulations = u64::from(scenario.experiment.samples) * u64::from(scenario.experiment.replicates);
    let bar = Bar::new(args.output.quiet, lang, years * simulations);
    let held = hold(scenario, threads(args.output.threads), &stop()?, &bar.part(years)).map_err(unkept_failure)?;
    bar.clear();
    emit(&text_of(scenario, &held, lang))?;
    let csv = file("validation.csv", &table(&held, written(args.output.lang)))?;
    let place = publish(folder, &[csv], manifest(args.output.threads, written(args.output.lang), &loaded, Vec::new()))?;
    emit(&folder_line(&place, lang))
}

/// What the options say, of this many residents, samples and years where they say nothing of them.
pub(super) fn sized(args: &ValidateArgs, [residents, samples, years]: [u32; 3]) -> Overrides {
    let of_options = args.options.overrides();
    Overrides {
        residents: of_options.residents.or(Some(residents)),
        usual_samples: Some(samples),
        replicates: of_options.replicates.or(Some(1)),
        years: of_options.years.or(Some(years)),
        ..of_options
    }
}

/// Tells what is odd about a scenario.
pub(super) fn warn(quiet: bool, lang: Lang, loaded: &Loaded) {
    for warning in loaded.warnings.iter().filter(|_| !quiet) {
        remark(&visible(&format!("{}: {}", note(lang), warning.of(lang))));
    }
}

/// A table as a file of the result.
pub(super) fn file(name: &str, table: &Table) -> Result<(String, Vec<u8>), Failure> {
    let bytes = table.write(Vec::new());
    let failed = |error| folder_failure(FolderError::Disk { action: "write", path: name.into(), error });
    bytes.map(|bytes| (name.to_owned(), bytes)).map_err(failed)
}

/// One per core where nothing is asked for.
pub(super) fn threads(asked: Option<u32>) -> usize {
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    asked.map_or_else(cores, |threads| threads as usize)
}

fn one_place() -> Failure {
    Failure::Input(vec![Diagnostic {
        file: "--district".to_owned(),
        message: Text::fixed("patterns are held against one place", "patronen worden met één plaats vergeleken"),
        allowed: Text::fixed("one --district, without --as-districts", "één --district, zonder --as-districts"),
        ..Diagnostic::default()
    }])
}

/// Takes the place of the result before anything is simulated.
pub(super) fn folder(out: Option<&Path>, force: bool, name: &str) -> Result<Bare, Failure> {
    let target = out.map_or_else(|| default_below(Path::new("kantel-results"), name), Path::to_owned);
    Bare::create(&target, force).map_err(folder_failure)
}

/// Writes files, and makes the folder appear.
pub(super) fn publish(folder: Bare, files: &[(String, Vec<u8>)], manifest: Manifest) -> Result<PathBuf, Failure> {
    let written = files.iter().try_for_each(|(name, bytes)| folder.write_bytes(name, bytes));
    written.and_then(|()| folder.publish(manifest)).map_err(folder_failure)
}

pub(super) fn folder_line(place: &Path, lang: Lang) -> String {
    let shown = place.display().to_string();
    format!("\n{}\n", visible(text!("Result: {shown}", "Resultaat: {shown}").of(lang)))
}

/// A file that a result rests on, by the hash of its bytes.
pub(super) fn input(name: String, bytes: &[u8]) -> Input {
    Input { name, sha256: hex(&Sha256::digest(bytes)) }
}

/// What the manifest tells of the scenario, the command and the `data` that was read.
pub(super) fn manifest(asked: Option<u32>, written: Lang, loaded: &Loaded, data: Vec<Input>) -> Manifest {
    let texts = loaded.sources.iter().map(|source| input(source.name.clone(), source.text.as_bytes()));
    let plan = Plan { threads: threads(asked), ..Plan::new(vec![loaded.scenario.clone()], catalogue::series().into()) };
    Manifest {
        command: std::env::args().collect(),
        notes: loaded.warnings.iter().map(|note| note.of(written).to_owned()).collect(),
        inputs: texts.chain(data).collect(),
        extra_replicate: 0,
        ..Manifest::of_plan(&plan)
    }
}

/// Misses, hits, and patterns to check, as tables; and counts.
fn text_of(scenario: &Scenario, held: &[Held], lang: Lang) -> String {
    let (name, place, residents) = (&scenario.name, &scenario.district.name, scenario.residents);
    let (samples, years, seed) = (scenario.experiment.samples, scenario.experiment.years, scenario.experiment.seed);
    let head = text!(
        "{name} in {place}. Residents: {residents}; samples: {samples}; years: {years}; seed: {seed}",
        "{name} in {place}. Inwoners: {residents}; werelden: {samples}; jaren: {years}; seed: {seed}"
    );
    let mut out = visible(head.of(lang)) + "\n";
    let sections = [
        (Role::Calibrate, Hit::Miss, Text::fixed("Outside the band", "Buiten de band")),
        (Role::Calibrate, Hit::Hit, Text::fixed("Within the band", "Binnen de band")),
        (Role::Check, Hit::Miss, Text::fixed("To check, outside the band", "Ter controle, buiten de band")),
        (Role::Check, Hit::Hit, Text::fixed("To check, within the band", "Ter controle, binnen de band")),
    ];
    for (role, hit, title) in sections {
        let rows: Vec<&Held> = held.iter().filter(|h| h.pattern.role == role && h.hit() == hit).collect();
        if !rows.is_empty() {
            let _ = write!(out, "\n{} ({})\n\n{}", title.of(lang), rows.len(), rows_of(&rows, lang));
        }
    }
    out.push('\n');
    out.push_str(counts(held).of(lang));
    out.push('\n');
    out
}

/// The narrowest terminals in which the range of the model's figure, and the pattern with its source, have a column.
const WITH_RANGE: u16 = 100;
const WITH_SOURCE: u16 = 140;

/// One line for each pattern: what it is, the model's figure and its band in a unit, and where it is from. In a narrow
/// terminal there is less of it; `validation.csv` has everything.
fn rows_of(held: &[&Held], lang: Lang) -> String {
    let heads: [Text; 6] = [
        Text::fixed("figure", "cijfer"),
        Text::fixed("model", "model"),
        Text::fixed("p05 to p95", "p05 tot p95"),
        Text::fixed("band", "band"),
        Text::fixed("unit", "eenheid"),
        Text::fixed("pattern, source", "patroon, bron"),
    ];
    let mut rows = vec![heads.iter().map(|head| head.of(lang).to_owned()).collect::<Vec<_>>()];
    for one in held {
        let Showing::Figure(formula) = &one.pattern.showing else { continue };
        let (name, unit) = formula.name(lang);
        let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| told(value, unit, lang));
        let range = |low: Option<f64>, high: Option<f64>| {
            let (low, high) = (number(low), number(high));
            text!("{low} to {high}", "{low} tot {high}").of(lang).to_owned()
        };
        let (low, high) = one.pattern.band();
        rows.push(vec![
            name,
            number(one.model),
            range(one.p05, one.p95),
            range(Some(low), Some(high)),
            unit.words().of(lang).to_owned(),
            format!("{}: {}", one.pattern.key, one.pattern.cited()),
        ]);
    }
    let width = terminal_width().unwrap_or(u16::MAX);
    for row in &mut rows {
        if width < WITH_SOURCE {
            row.pop();
        }
        if width < WITH_RANGE {
            row.remove(2);
        }
    }
    columns(&rows)
}

/// A figure in its unit: three digits that say something, a share in percent.
fn told(value: f64, unit: Unit, lang: Lang) -> String {
    let shown = if unit == Unit::Share { digits(value * 100.0) } else { digits(value) };
    decimals(&shown.replace('-', "−"), lang)
}

/// A number with the decimal sign of a language.
pub(super) fn decimals(number: &str, lang: Lang) -> String {
    match lang {
        Lang::En => number.to_owned(),
        Lang::Nl => number.replace('.', ","),
    }
}

fn counts(held: &[Held]) -> Text {
    let of = |role: Role, is_it: &dyn Fn(Hit) -> bool| {
        held.iter().filter(|h| h.pattern.role == role && h.pattern.twin().is_none() && is_it(h.hit())).count()
    };
    let twins = held.iter().filter(|h| h.pattern.twin().is_some()).count();
    let [(all, shown, within), (all_checks, checks, checked)] = [Role::Calibrate, Role::Check]
        .map(|role| (of(role, &|_| true), of(role, &|hit| hit != Hit::NotShown), of(role, &|hit| hit == Hit::Hit)));
    let be = |n: usize| if n == 1 { Text::fixed("is", "is") } else { Text::fixed("are", "zijn") };
    let lie = |n: usize| if n == 1 { Text::fixed("lies", "ligt") } else { Text::fixed("lie", "liggen") };
    let (are, lie_within, are_checks, lie_checked) = (be(shown), lie(within), be(checks), lie(checked));
    text!(
        "Of {all} patterns {shown} {are} shown, and {within} of these {lie_within} within their band. Of {all_checks} \
         patterns to check, to which nothing is tuned,\n{checks} {are_checks} shown and {checked} {lie_checked} \
         within. validation.csv says why the others are not shown, docs/validation.md which\nfigure of the model \
         shows what. A band is what the source states, or a factor 1.25 either way. A figure of one\nmunicipality is \
         held against the same place as the others. {twins} more are of another year than a pattern that\ntells the \
         ratio of the years: they are not counted.",
        "Van {all} patronen {are} er {shown} te zien, en {lie_within} er {within} binnen hun band. Van {all_checks} \
         patronen ter controle, waarop niets is afgesteld,\n{are_checks} er {checks} te zien en {lie_checked} er \
         {checked} binnen de band. In \
         validation.csv staat waarom de andere niet te zien zijn,\nin docs/validation.md welk cijfer van het model wat \
         laat zien. Een band is wat de bron zegt, anders een factor 1,25\nnaar beide kanten. Een cijfer van één \
         gemeente is met dezelfde plaats vergeleken als de andere. {twins} zijn er\nvan een ander jaar dan een \
         patroon dat de verhouding van de jaren zegt: die tellen niet mee.";
        are, lie_within, are_checks, lie_checked
    )
}
