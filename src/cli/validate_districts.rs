//! `kantel validate --districts FILE`: wijken from their own margins, beside what CBS counted there.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

use super::args::{FEWEST_WIJKEN as FEWEST, ValidateArgs};
use super::compare::{Bar, stop, unkept_failure};
use super::diagnose::visible;
use super::district::{KWB, open, unreadable};
use super::tables::columns;
use super::tongue::{spoken, written};
use super::validate::{decimals, file, folder, folder_line, input, manifest, publish, sized, threads, warn};
use super::{Failure, emit};
use crate::diagnostics::Diagnostic;
use crate::input_data::kwb::{ATTRIBUTION, Figures};
use crate::language::{Lang, Text, text};
use crate::plan::Scenario;
use crate::report::folder::Input;
use crate::report::scatter;
use crate::scenario::load;
use crate::validation::{
    District, Fit, Judgement, LEAST_RESIDENTS, MONITOR, MONITOR_ATTRIBUTION, Monitor, NeedFit, Predicted, compared,
    districts_table, drawn, judge, largest_misses, monitor, predict,
};

/// What is simulated of each wijk unless somebody asks for another size: some five minutes of a core for all wijken.
const RESIDENTS: u32 = 4_000;
const SAMPLES: u32 = 4;
const YEARS: u32 = 1;
/// Wijken that are told of those that are predicted worst, on each side.
const MISSES: usize = 10;

/// Simulates wijken, prints how well they are predicted, and writes `districts.csv` and a figure.
///
/// # Errors
/// [`Failure::Input`] with every mistake in options and files; if the disk or threads fail; if it is interrupted.
pub(super) fn validate_districts(args: &ValidateArgs) -> Result<(), Failure> {
    let lang = spoken(args.output.lang);
    let overrides = sized(args, [RESIDENTS, SAMPLES, YEARS]);
    let loaded = load(&args.source(), &overrides).map_err(Failure::Input)?;
    let scenario = &loaded.scenario;
    let Some(path) = &args.districts else { return Ok(()) };
    let (wijken, chosen) = chosen(args, path, scenario.experiment.seed)?;
    let (monitor, of_monitor) = monitor_of(args.needs.as_deref())?.unzip();
    let monitor = monitor.unwrap_or_default();
    warn(args.output.quiet, lang, &loaded);
    let folder = folder(args.output.out.as_deref(), args.output.force, "validation")?;
    let each = u64::from(scenario.residents)
        * u64::from(scenario.experiment.years)
        * u64::from(scenario.experiment.samples)
        * u64::from(scenario.experiment.replicates);
    let bar = Bar::new(args.output.quiet, lang, each * chosen.len() as u64);
    let predicted = predict(scenario, &chosen, threads(args.output.threads), &stop()?, &bar.part(each));
    let predicted = predicted.map_err(unkept_failure)?;
    bar.clear();
    let judgement = judge(&wijken.all, &predicted);
    emit(&text_of(scenario, args.fold, &judgement, &predicted, lang))?;
    emit(left_out(wijken.all.len(), wijken.left_out).of(lang))?;
    if args.needs.is_some() {
        emit(&needs_text(&compared(&predicted, &monitor), lang))?;
    }
    let benchmarks = [&judgement.by_wijk[0][..], &judgement.by_wijk[1][..]];
    let mut files = vec![file("districts.csv", &districts_table(&predicted, benchmarks, &monitor))?];
    let points = predicted.iter().map(|p| (p.model(), p.district.wmo)).collect();
    let figure = scatter(points, judgement.model.line, written(args.output.lang));
    files.extend(figure.map(|f| (format!("figures/{}.svg", f.name), f.svg.into_bytes())));
    let data = [Some(wijken.file), of_monitor].into_iter().flatten().collect();
    let place = publish(folder, &files, manifest(args.output.threads, written(args.output.lang), &loaded, data))?;
    emit(&folder_line(&place, lang))
}

/// The wijken of the file that can be judged, and of these the ones that are asked for.
fn chosen(args: &ValidateArgs, path: &Path, seed: u64) -> Result<(Wijken, Vec<District>), Failure> {
    let shown = path.display().to_string();
    let wijken = wijken_of(path, args.municipality.as_deref())?;
    let Wijken { all, wanted, .. } = &wijken;
    let is_asked = |d: &&District| {
        args.fold.is_none_or(|fold| d.fold == fold)
            && wanted.as_ref().is_none_or(|codes| codes.contains(&d.profile.code))
    };
    let asked: Vec<District> = all.iter().filter(is_asked).cloned().collect();
    let found = asked.len();
    if found < FEWEST as usize {
        let elsewhere = all.iter().find(|d| wanted.as_ref().is_some_and(|codes| codes.contains(&d.profile.code)));
        if let (Some(fold), Some(district)) = (args.fold.filter(|_| found == 0), elsewhere) {
            return Err(Failure::Input(vec![other_fold(fold, district)]));
        }
        return Err(Failure::Input(vec![Diagnostic {
            file: shown,
            message: text!(
                "{found} wijken to judge: with {LEAST_RESIDENTS} residents, all figures and a number of Wmo clients",
                "{found} wijken om te beoordelen: met {LEAST_RESIDENTS} inwoners, alle cijfers en een aantal \
                 Wmo-cliënten"
            ),
            allowed: text!("{FEWEST} or more", "{FEWEST} of meer"),
            ..Diagnostic::default()
        }]));
    }
    Ok((wijken, drawn(asked, args.sample, seed)))
}

/// The wijken of a file.
pub(super) struct Wijken {
    /// Those that can be judged.
    pub(super) all: Vec<District>,
    /// Rows of the file that cannot: too few residents, a figure that is not there or cannot be.
    pub(super) left_out: usize,
    /// Codes of those in a municipality, if one is asked for.
    wanted: Option<Vec<String>>,
    /// The file itself.
    pub(super) file: Input,
}

/// A whole file, and what it is called.
fn read(path: &Path, allowed: Text) -> Result<(String, Vec<u8>), Failure> {
    let shown = path.display().to_string();
    let mut bytes = Vec::new();
    open(path, allowed)?.read_to_end(&mut bytes).map_err(|e| unreadable(&shown, &e))?;
    Ok((shown, bytes))
}

/// Reads the wijken of a file.
pub(super) fn wijken_of(path: &Path, municipality: Option<&str>) -> Result<Wijken, Failure> {
    let (shown, bytes) = read(path, KWB)?;
    let figures = Figures::read(&bytes[..], &shown).map_err(Failure::Input)?;
    let wanted = municipality.map(|name| figures.codes_in(name)).transpose().map_err(Failure::Input)?;
    let complete = figures.complete().map_err(Failure::Input)?;
    let all: Vec<District> = complete.into_iter().filter_map(District::of).collect();
    let left_out = figures.len() - all.len();
    Ok(Wijken { all, left_out, wanted, file: input(shown, &bytes) })
}

/// The health monitor, where a file of it is named.
fn monitor_of(path: Option<&Path>) -> Result<Option<(Monitor, Input)>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let (shown, bytes) = read(path, MONITOR)?;
    let monitor = monitor(&bytes, &shown).map_err(Failure::Input)?;
    Ok(Some((monitor, input(shown, &bytes))))
}

/// How many rows of the file no wijk was made of.
fn left_out(all: usize, left_out: usize) -> Text {
    text!(
        "\n{all} wijken of the file can be judged; {left_out} rows of wijken are left out: fewer than \
         {LEAST_RESIDENTS} residents, a figure that is not there (often the number of Wmo clients or incomes) or that \
         cannot be, or a code that stands there twice.\n",
        "\n{all} wijken van het bestand zijn te beoordelen; {left_out} rijen van wijken vallen af: minder dan \
         {LEAST_RESIDENTS} inwoners, een cijfer dat er niet staat (vaak het aantal Wmo-cliënten of de inkomens) of \
         niet kan, of een code die er twee keer staat.\n"
    )
}

/// A municipality lies in one fold as a whole.
fn other_fold(asked: u32, district: &District) -> Diagnostic {
    let (own, name) = (district.fold, &district.profile.municipality);
    Diagnostic {
        file: "--fold".to_owned(),
        message: text!("{name} does not lie in fold {asked}", "{name} ligt niet in fold {asked}"),
        allowed: text!("{own}, or no --fold", "{own}, of geen --fold"),
        ..Diagnostic::default()
    }
}

fn number(value: Option<f64>, places: usize, lang: Lang) -> String {
    value.map_or_else(|| "–".to_owned(), |value| decimals(&format!("{value:.places$}"), lang))
}

fn text_of(
    scenario: &Scenario,
    fold: Option<u32>,
    judgement: &Judgement,
    predicted: &[Predicted],
    lang: Lang,
) -> String {
    let (name, residents, wijken) = (&scenario.name, scenario.residents, predicted.len());
    let (samples, years, seed) = (scenario.experiment.samples, scenario.experiment.years, scenario.experiment.seed);
    let municipalities = judgement.municipalities;
    let of_fold = fold.map_or_else(String::new, |fold| format!("; fold: {fold}"));
    let head = text!(
        "{name}. Wijken: {wijken}; municipalities: {municipalities}{of_fold}; residents of each: {residents}; samples: \
         {samples}; years: {years}; seed: {seed}\nPersons with a Wmo service in the year per 1,000 residents, from the \
         margins of each wijk alone, beside CBS",
        "{name}. Wijken: {wijken}; gemeenten: {municipalities}{of_fold}; inwoners van elk: {residents}; werelden: \
         {samples}; jaren: {years}; seed: {seed}\nMensen met een Wmo-voorziening in het jaar per 1.000 inwoners, \
         alleen uit de kenmerken van elke wijk, naast het CBS"
    );
    // What comes from a file is made visible line by line.
    let mut out = head.of(lang).lines().map(|line| visible(line) + "\n").collect::<String>() + "\n";
    out.push_str(&fits(judgement, lang));
    out.push('\n');
    out.push_str(&sentences(judgement, lang));
    out.push('\n');
    out.push_str(&urbanity(judgement, lang));
    if let Some(gradients) = &judgement.gradients {
        out.push('\n');
        out.push_str(&gradient_table(gradients, lang));
    }
    let titles = [Text::fixed("Most too high", "Het meest te hoog"), Text::fixed("Most too low", "Het meest te laag")];
    for (title, misses) in titles.iter().zip(largest_misses(predicted, MISSES)) {
        if !misses.is_empty() {
            let _ = write!(out, "\n{}\n{}", title.of(lang), miss_table(&misses, lang));
        }
    }
    let _ = writeln!(out, "\n{ATTRIBUTION}");
    out
}

/// The model beside the benchmarks.
fn fits(judgement: &Judgement, lang: Lang) -> String {
    let heads: [Text; 8] = [
        Text::fixed("prediction", "voorspelling"),
        Text::fixed("wijken", "wijken"),
        Text::fixed("mean", "gemiddeld"),
        Text::fixed("bias", "ernaast"),
        Text::fixed("sd", "spreiding"),
        Text::fixed("R2", "R2"),
        Text::fixed("R2 after a line", "R2 na een lijn"),
        Text::fixed("sd left after it", "spreiding die dan blijft"),
    ];
    let mut rows = vec![heads.iter().map(|head| head.of(lang).to_owned()).collect::<Vec<_>>()];
    let (mean, deviation) = judgement.real;
    rows.push(vec![
        "CBS".to_owned(),
        judgement.model.wijken.to_string(),
        number(mean, 1, lang),
        String::new(),
        number(deviation, 1, lang),
    ]);
    rows[1].resize(heads.len(), String::new());
    let [three, five] = judgement.fitted_on;
    let names = [
        Text::fixed("model", "model"),
        text!(
            "least squares: 65+, low income, one-person (fitted on {three})",
            "kleinste kwadraten: 65+, laag inkomen, alleen wonend (op {three})"
        ),
        text!(
            "the same, with corporation homes and widowed (on {five})",
            "ook met corporatiewoningen en verweduwden (op {five})"
        ),
    ];
    for (name, fit) in names.iter().zip([&judgement.model, &judgement.benchmarks[0], &judgement.benchmarks[1]]) {
        rows.push(vec![
            name.of(lang).to_owned(),
            fit.wijken.to_string(),
            number(fit.mean, 1, lang),
            number(fit.bias, 1, lang),
            number(fit.deviation, 1, lang),
            number(fit.raw, 3, lang),
            number(fit.recalibrated, 3, lang),
            number(fit.left_recalibrated, 1, lang),
        ]);
    }
    columns(&rows)
}

/// The line through all wijken, chance, within and between municipalities, and over years.
fn sentences(judgement: &Judgement, lang: Lang) -> String {
    let Fit { line, correlation, left, .. } = &judgement.model;
    let constant = number(line.map(|l| l.0), 1, lang);
    let slope = number(line.map(|l| l.1), 2, lang);
    let correlation = number(*correlation, 3, lang);
    let left = number(*left, 1, lang);
    let most = number(judgement.chance.map(|chance| 1.0 - chance), 3, lang);
    let (within_count, within) = judgement.within;
    let (between_count, between) = judgement.between;
    let (within, between) = (number(within, 3, lang), number(between, 3, lang));
    let mut out = text!(
        "CBS = {constant} + {slope} x model; correlation {correlation}; what the model leaves has an sd of {left}.\n\
         Chance in CBS's counts alone leaves an R2 of at most {most}; the model's own chance comes on top of that.\n\
         Within municipalities of three wijken or more ({within_count} wijken): R2 {within}. Between municipalities \
         ({between_count}): R2 {between}.\n",
        "CBS = {constant} + {slope} x model; correlatie {correlation}; wat het model overlaat heeft een spreiding van \
         {left}.\nDoor toeval in de tellingen van het CBS alleen al is R2 ten hoogste {most}; toeval in het model komt \
         daar nog bij.\n\
         Binnen gemeenten met drie of meer wijken ({within_count} wijken): R2 {within}. Tussen gemeenten \
         ({between_count}): R2 {between}.\n"
    )
    .of(lang)
    .to_owned();
    if let Some([means, explained]) = judgement.by_sample {
        let [mean_low, mean_high] = [means.0, means.1].map(|value| number(Some(value), 1, lang));
        let [low, high] = [explained.0, explained.1].map(|value| number(Some(value), 3, lang));
        out.push_str(
            text!(
                "By one sample at a time: mean {mean_low} to {mean_high}, R2 {low} to {high}. The table has the mean \
                 over samples.\n",
                "Per wereld apart: gemiddeld {mean_low} tot {mean_high}, R2 {low} tot {high}. In de tabel staat het \
                 gemiddelde over de werelden.\n"
            )
            .of(lang),
        );
    }
    if let Some((correlation, deviation)) = judgement.years {
        out.push_str(
            Text::fixed(
                "All figures are of the first year, but for the next line.\n",
                "Alle cijfers zijn van het eerste jaar, behalve op de volgende regel.\n",
            )
            .of(lang),
        );
        let (correlation, deviation) = (number(Some(correlation), 3, lang), number(Some(deviation), 1, lang));
        out.push_str(
            text!(
                "First and last year of a wijk in the model: correlation {correlation}, sd of the change \
                 {deviation}.\n",
                "Eerste en laatste jaar van een wijk in het model: correlatie {correlation}, spreiding van het \
                 verschil {deviation}.\n"
            )
            .of(lang),
        );
    }
    out
}

fn urbanity(judgement: &Judgement, lang: Lang) -> String {
    let heads: [Text; 7] = [
        Text::fixed("urbanity", "stedelijkheid"),
        Text::fixed("wijken", "wijken"),
        Text::fixed("CBS", "CBS"),
        Text::fixed("model", "model"),
        Text::fixed("bias", "ernaast"),
        Text::fixed("R2", "R2"),
        Text::fixed("correlation", "correlatie"),
    ];
    let mut rows = vec![heads.iter().map(|head| head.of(lang).to_owned()).collect::<Vec<_>>()];
    for (class, real, fit) in &judgement.urbanity {
        rows.push(vec![
            class.to_string(),
            fit.wijken.to_string(),
            number(Some(*real), 1, lang),
            number(fit.mean, 1, lang),
            number(fit.bias, 1, lang),
            number(fit.raw, 3, lang),
            number(fit.correlation, 3, lang),
        ]);
    }
    columns(&rows)
}

fn gradient_table(gradients: &[(f64, f64)], lang: Lang) -> String {
    let heads = [
        Text::fixed("per point more", "per procentpunt meer"),
        Text::fixed("CBS", "CBS"),
        Text::fixed("model", "model"),
    ];
    let names = [
        Text::fixed("65 and over", "65 jaar en ouder"),
        Text::fixed("low income", "laag inkomen"),
        Text::fixed("one-person households", "alleen wonend"),
    ];
    let mut rows = vec![heads.iter().map(|head| head.of(lang).to_owned()).collect::<Vec<_>>()];
    for (name, (real, model)) in names.iter().zip(gradients) {
        rows.push(vec![name.of(lang).to_owned(), number(Some(*real), 2, lang), number(Some(*model), 2, lang)]);
    }
    columns(&rows)
}

/// Needs beside the health monitor, or that it knows none of the wijken.
fn needs_text(fits: &[NeedFit], lang: Lang) -> String {
    if !fits.is_empty() {
        return needs_table(fits, lang);
    }
    let none = Text::fixed(
        "The file of --needs knows fewer than three of these wijken: nothing to compare.",
        "Het bestand van --needs kent minder dan drie van deze wijken: er valt niets te vergelijken.",
    );
    format!("\n{}\n", none.of(lang))
}

/// Needs in the model beside the health monitor.
fn needs_table(fits: &[NeedFit], lang: Lang) -> String {
    let heads: [Text; 8] = [
        Text::fixed("need in the model; in the monitor", "hulpvraag in het model; in de monitor"),
        Text::fixed("wijken", "wijken"),
        Text::fixed("monitor %", "monitor %"),
        Text::fixed("sd", "spreiding"),
        Text::fixed("model %", "model %"),
        Text::fixed("sd", "spreiding"),
        Text::fixed("correlation", "correlatie"),
        Text::fixed("% more per point of low income: monitor, model", "% meer per punt laag inkomen: monitor, model"),
    ];
    let mut rows = vec![heads.iter().map(|head| head.of(lang).to_owned()).collect::<Vec<_>>()];
    for fit in fits {
        let both = fit.by_income.map(|(real, model)| [real, model].map(|value| number(Some(value), 1, lang)));
        rows.push(vec![
            fit.need.name.of(lang).to_owned(),
            fit.wijken.to_string(),
            number(Some(fit.monitor.0), 1, lang),
            number(Some(fit.monitor.1), 1, lang),
            number(Some(fit.model.0), 1, lang),
            number(Some(fit.model.1), 1, lang),
            number(fit.correlation, 2, lang),
            both.map_or_else(|| "–".to_owned(), |both| both.join("; ")),
        ]);
    }
    let head = Text::fixed(
        "Needs of adults (debts: of households), asked for or not, beside what people say \
         of themselves.\nThe monitor's figures of wijken are estimates, of complaints and limitations: how wijken \
         differ says more than the level.",
        "Hulpvragen van volwassenen (schulden: van huishoudens), of ze nu om hulp vragen of niet, naast wat mensen van \
         zichzelf zeggen.\nDe cijfers van de monitor per wijk zijn schattingen, van klachten en beperkingen: hoe \
         wijken verschillen, zegt meer dan de hoogte.",
    );
    format!("\n{}\n\n{}\n{MONITOR_ATTRIBUTION}\n", head.of(lang), columns(&rows))
}

fn miss_table(misses: &[&Predicted], lang: Lang) -> String {
    let heads: [Text; 9] = [
        Text::fixed("wijk", "wijk"),
        Text::fixed("municipality", "gemeente"),
        Text::fixed("residents", "inwoners"),
        Text::fixed("CBS", "CBS"),
        Text::fixed("model", "model"),
        Text::fixed("65+ %", "65+ %"),
        Text::fixed("low income %", "laag inkomen %"),
        Text::fixed("one-person %", "alleen %"),
        Text::fixed("urbanity", "stedelijkheid"),
    ];
    let mut rows = vec![heads.iter().map(|head| head.of(lang).to_owned()).collect::<Vec<_>>()];
    for one in misses {
        let (d, p) = (&one.district, &one.district.profile);
        rows.push(vec![
            if p.name == p.code { p.code.clone() } else { format!("{} {}", p.code, p.name) },
            p.municipality.clone(),
            p.residents.to_string(),
            number(Some(d.wmo), 0, lang),
            number(Some(one.model()), 1, lang),
            number(Some(d.older), 1, lang),
            number(Some(d.low), 1, lang),
            number(Some(d.single), 1, lang),
            p.urbanity.to_string(),
        ]);
    }
    columns(&rows)
}
