//! `kantel calibrate`: which points of the stated ranges published figures do not rule out.

use std::fmt::Write as _;

use super::args::CalibrateArgs;
use super::compare::{Bar, stop, unkept_failure};
use super::diagnose::visible;
use super::tables::columns;
use super::tongue::{spoken, written};
use super::validate::{decimals, file, folder, folder_line, manifest, publish, threads, warn};
use super::validate_districts::{Wijken, wijken_of};
use super::{Failure, emit, remark};
use crate::calibration::{
    CANDIDATES, Calibrated, Calibration, LIMIT, MAY_MISS, Narrowed, Places, Shown, TWICE, Target, Use, WIJK_RESIDENTS,
    calibrate as calibrated, informed, of_patterns, of_wijken, parameters_table, stratified, targets_table,
    uncertain_paths,
};
use crate::diagnostics::Diagnostic;
use crate::language::{Lang, Text, text};
use crate::parameters::Params;
use crate::plan::Scenario;
use crate::report::folder::Input;
use crate::scenario::{Overrides, load, suggestion};
use crate::validation::{District, digits, national};

/// What is simulated unless somebody asks for another size: a quarter of an hour of a core.
const RESIDENTS: u32 = 20_000;
const POINTS: u32 = 400;
/// People are followed for six years.
const YEARS: u32 = 6;
const WIJKEN: u32 = 30;
/// The fewest points of a wave: an emulator is checked on tenths of them.
const FEWEST: u32 = 40;

/// Runs the model at points, prints what published figures leave of the ranges, and writes the plausible set.
///
/// # Errors
/// [`Failure::Input`] with every mistake in options and files; if the disk or threads fail; if it is interrupted.
pub(super) fn calibrate(args: &CalibrateArgs) -> Result<(), Failure> {
    let lang = spoken(args.output.lang);
    let mut of_options = args.options.overrides();
    of_options.set.extend(args.vary.iter().filter_map(|entry| range_of(entry)));
    let overrides = Overrides {
        residents: of_options.residents.or(Some(RESIDENTS)),
        usual_samples: Some(POINTS),
        replicates: of_options.replicates.or(Some(1)),
        years: of_options.years.or(Some(YEARS)),
        ..of_options
    };
    let mut loaded = load(&args.source(), &overrides).map_err(Failure::Input)?;
    if loaded.scenario.experiment.design.is_some() || !overrides.beside.is_empty() {
        return Err(Failure::Input(vec![not_here(&overrides)]));
    }
    if overrides.district.is_none() {
        let residents = loaded.scenario.residents;
        loaded.scenario = loaded.scenario.for_district(national().map_err(Failure::Input)?, residents);
    }
    if loaded.scenario.experiment.samples < FEWEST {
        return Err(Failure::Input(vec![too_few(loaded.scenario.experiment.samples)]));
    }
    warn(args.output.quiet, lang, &loaded);
    let scenario = &loaded.scenario;
    let paths = varied(args, scenario)?;
    let ((wijken, data), mut targets) = (wijken(args)?, of_patterns());
    targets.extend(of_wijken(&wijken, "CBS, Kerncijfers wijken en buurten"));
    let folder = folder(args.output.out.as_deref(), args.output.force, "calibration")?;
    let calibration = Calibration {
        places: Places { country: scenario, wijken: &wijken },
        paths,
        targets,
        points: scenario.experiment.samples,
        waves: args.waves,
        threads: threads(args.output.threads),
    };
    let each = u64::from(scenario.residents) * u64::from(scenario.experiment.years)
        + wijken.len() as u64 * u64::from(WIJK_RESIDENTS);
    let runs = u64::from(args.waves)
        * (u64::from(calibration.points) * u64::from(scenario.experiment.replicates)
            + u64::from(TWICE.min(calibration.points)));
    let bar = Bar::new(args.output.quiet, lang, each * runs);
    let found = calibrated(&calibration, &stop()?, &bar.part(each)).map_err(|error| {
        let failure = unkept_failure(error);
        if matches!(failure, Failure::Interrupted) {
            remark(
                Text::fixed("nothing is kept of the runs so far", "van de runs tot nu toe blijft niets bewaard")
                    .of(lang),
            );
        }
        failure
    })?;
    bar.clear();
    emit(&text_of(&calibration, &found, lang))?;
    let ranges: Vec<String> = args.vary.iter().filter_map(|entry| range_of(entry)).collect();
    if found.plausible.is_some() && !ranges.is_empty() {
        emit(&ranges_line(&ranges, lang))?;
    }
    let mut files =
        vec![file("calibration.csv", &parameters_table(&found))?, file("targets.csv", &targets_table(&found))?];
    files.extend(found.plausible.as_ref().map(|design| ("points.csv".to_owned(), design.text().into_bytes())));
    let place = publish(folder, &files, manifest(args.output.threads, written(args.output.lang), &loaded, data))?;
    emit(&folder_line(&place, lang))
}

/// The ranges that numbers were given here, which are known elsewhere: points are of these.
fn ranges_line(ranges: &[String], lang: Lang) -> String {
    let options = ranges.iter().map(|range| format!("--set '{range}'")).collect::<Vec<_>>().join(" ");
    let text = text!(
        "These points are of the ranges given here. State them with the design: {options}",
        "Deze punten horen bij het bereik dat hier is opgegeven. Geef dat mee met het design: {options}"
    );
    visible(text.of(lang)) + "\n"
}

/// What makes its own points, and is of one place, takes neither from elsewhere.
fn not_here(overrides: &Overrides) -> Diagnostic {
    if overrides.beside.is_empty() {
        return Diagnostic {
            file: "--design".to_owned(),
            message: Text::fixed("calibration makes its own points", "kalibreren kiest zijn eigen punten"),
            allowed: Text::fixed("--samples N points of each wave", "--samples N punten in elke ronde"),
            ..Diagnostic::default()
        };
    }
    Diagnostic {
        file: "--district".to_owned(),
        message: Text::fixed("figures are held against one place", "cijfers worden met één plaats vergeleken"),
        allowed: Text::fixed("one --district, without --as-districts", "één --district, zonder --as-districts"),
        ..Diagnostic::default()
    }
}

fn too_few(points: u32) -> Diagnostic {
    Diagnostic {
        file: "--samples".to_owned(),
        message: Text::fixed("too few points for emulators", "te weinig punten voor emulators"),
        value: points.to_string(),
        allowed: text!("{FEWEST} or more", "{FEWEST} of meer"),
        ..Diagnostic::default()
    }
}

/// `KEY=LOW:HIGH` as what `--set` takes; nothing of a key alone.
fn range_of(entry: &str) -> Option<String> {
    let (key, range) = entry.split_once('=')?;
    let (low, high) = range.split_once(':').unwrap_or((range, range));
    Some(format!("{key}={{ low = {low}, high = {high} }}"))
}

/// The numbers that are asked for, or all that some target is said to inform.
fn varied(args: &CalibrateArgs, scenario: &Scenario) -> Result<Vec<String>, Failure> {
    if args.vary.is_empty() {
        return Ok(informed(scenario));
    }
    let known = uncertain_paths(scenario);
    let words: Vec<&str> = known.iter().map(String::as_str).collect();
    let mut problems = Vec::new();
    let asked: Vec<String> =
        args.vary.iter().map(|entry| entry.split('=').next().unwrap_or_default().trim().to_owned()).collect();
    for (i, path) in asked.iter().enumerate() {
        let message = if !known.contains(path) {
            Text::fixed("no uncertain number of this scenario", "geen onzeker getal van dit scenario")
        } else if asked[..i].contains(path) {
            Text::fixed("stands here twice", "staat hier twee keer")
        } else {
            continue;
        };
        problems.push(Diagnostic {
            file: "--vary".to_owned(),
            message,
            value: path.clone(),
            allowed: Text::fixed("a key as in samples.csv", "een sleutel zoals in samples.csv"),
            help: helped(path, &words),
            ..Diagnostic::default()
        });
    }
    if problems.is_empty() { Ok(asked) } else { Err(Failure::Input(problems)) }
}

/// What may have been meant: another number, or this one with a range.
fn helped(path: &str, known: &[&str]) -> Text {
    match Params::position(path) {
        _ if known.contains(&path) => Text::default(),
        Some(_) => text!(
            "its value is known: --vary {path}=LOW:HIGH gives it a range",
            "de waarde is bekend: --vary {path}=LAAG:HOOG geeft een bereik"
        ),
        None => suggestion(path, known),
    }
}

/// The wijken that are simulated, if a file of them is given, and that file.
fn wijken(args: &CalibrateArgs) -> Result<(Vec<District>, Vec<Input>), Failure> {
    let Some(path) = &args.districts else { return Ok((Vec::new(), Vec::new())) };
    let Wijken { all, file, .. } = wijken_of(path, None)?;
    let kept = all.into_iter().filter(|d| args.leave_out.is_none_or(|fold| d.fold != fold)).collect();
    Ok((stratified(kept, args.wijken.unwrap_or(WIJKEN) as usize), vec![file]))
}

fn text_of(calibration: &Calibration, found: &Calibrated, lang: Lang) -> String {
    let scenario = calibration.places.country;
    let (name, place, residents) = (&scenario.name, &scenario.district.name, scenario.residents);
    let (years, seed) = (scenario.experiment.years, scenario.experiment.seed);
    let (numbers, targets, points) = (calibration.paths.len(), calibration.targets.len(), calibration.points);
    let of_wijken = match calibration.places.wijken.len() {
        0 => Text::default(),
        n => text!(", and {n} wijken", ", en {n} wijken"),
    };
    let head = {
        let of_wijken = &of_wijken;
        text!(
            "{name} in {place}{of_wijken}: {residents} residents, {years} years, seed {seed}\n{numbers} numbers, \
             {targets} targets, {points} points in each wave",
            "{name} in {place}{of_wijken}: {residents} inwoners, {years} jaar, seed {seed}\n{numbers} getallen, \
             {targets} cijfers, {points} punten in elke ronde";
            of_wijken
        )
    };
    let mut out = head.of(lang).lines().map(|line| visible(line) + "\n").collect::<String>() + "\n";
    out.push_str(&waves(found, lang));
    out.push('\n');
    out.push_str(verdict(found).of(lang));
    out.push('\n');
    out.push_str(&narrowed(found, lang));
    out.push_str(&out_of_reach(found, lang));
    out.push('\n');
    out.push_str(hits(found).of(lang));
    out.push('\n');
    out
}

fn waves(found: &Calibrated, lang: Lang) -> String {
    let heads = [
        Text::fixed("wave", "ronde"),
        Text::fixed("points", "punten"),
        Text::fixed("of the stated ranges remains", "van het gestelde bereik blijft over"),
    ];
    let mut rows = vec![heads.iter().map(|head| head.of(lang).to_owned()).collect::<Vec<_>>()];
    for (i, wave) in found.waves.iter().enumerate() {
        let least = 1.0 / CANDIDATES as f64;
        let remains = if !wave.has_points {
            Text::fixed("nothing", "niets")
        } else if wave.remaining < least {
            text!("less than {least}", "minder dan {least}")
        } else {
            Text::same(digits(wave.remaining))
        };
        rows.push(vec![(i + 1).to_string(), wave.points.to_string(), decimals(remains.of(lang), lang)]);
    }
    columns(&rows)
}

/// What it comes to, in sentences.
fn verdict(found: &Calibrated) -> Text {
    let out = found.targets.iter().filter(|shown| shown.used == Use::OutOfReach).count();
    let matched = found.targets.iter().filter(|shown| shown.used == Use::Matched).count();
    let may_miss = MAY_MISS;
    let first = if found.plausible.is_none() {
        text!(
            "No point of the stated ranges matches {matched} targets together, but for {may_miss}: this is structural, \
             or a range is too narrow.",
            "Geen punt van het gestelde bereik past bij {matched} cijfers samen, op {may_miss} na: dat zit in de opzet \
             van het model, of een bereik is te smal."
        )
    } else {
        text!(
            "There are points that match {matched} targets, but for at most {may_miss} each: implausibility below \
             {LIMIT}.",
            "Er zijn punten die bij {matched} cijfers passen, op ten hoogste {may_miss} per punt na: implausibiliteit \
             onder {LIMIT}."
        )
    };
    if out == 0 {
        return first;
    }
    let so = if found.is_structural() {
        Text::fixed(": that is structural, or ranges are too narrow", ": dat zit in de opzet, of een bereik is te smal")
    } else {
        Text::fixed(": so few may be by chance", ": zo weinig kan toeval zijn")
    };
    let (first, so) = (&first, &so);
    text!(
        "{first}\n{out} targets are out of reach of any point, and left out of the match{so}.",
        "{first}\n{out} cijfers zijn voor geen enkel punt haalbaar, en doen niet mee{so}.";
        first, so
    )
}

fn range((low, high): (f64, f64), lang: Lang) -> String {
    let (low, high) = (decimals(&digits(low), lang), decimals(&digits(high), lang));
    text!("{low} to {high}", "{low} tot {high}").of(lang).to_owned()
}

/// Numbers that the targets inform, the most narrowed first; and those that they do not.
fn narrowed(found: &Calibrated, lang: Lang) -> String {
    let (mut informed, others): (Vec<&Narrowed>, Vec<&Narrowed>) =
        found.numbers.iter().partition(|number| number.is_informed());
    informed.sort_by(|a, b| a.ratio().unwrap_or(1.0).total_cmp(&b.ratio().unwrap_or(1.0)));
    let heads = [
        Text::fixed("number", "getal"),
        Text::fixed("stated, p05 to p95", "gesteld, p05 tot p95"),
        Text::fixed("plausible", "aannemelijk"),
        Text::fixed("width", "breedte"),
        Text::fixed("moves most", "beweegt vooral"),
    ];
    let mut rows = vec![heads.iter().map(|head| head.of(lang).to_owned()).collect::<Vec<_>>()];
    for number in &informed {
        rows.push(vec![
            number.path.clone(),
            range(number.prior, lang),
            number.posterior.map_or_else(|| "–".to_owned(), |posterior| range(posterior, lang)),
            number.ratio().map_or_else(|| "–".to_owned(), |ratio| decimals(&format!("{ratio:.2}"), lang)),
            number.by.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>().join(", "),
        ]);
    }
    let mut out = String::new();
    if !informed.is_empty() {
        let _ = write!(out, "\n{}", columns(&rows));
    }
    if found.plausible.is_some() && !others.is_empty() {
        let count = others.len();
        let title = text!(
            "Not informed: {count} numbers keep their stated range",
            "Niet te bepalen: {count} getallen houden hun gestelde bereik"
        );
        let _ = writeln!(out, "\n{}", title.of(lang));
        for few in others.chunks(3) {
            let paths: Vec<&str> = few.iter().map(|number| number.path.as_str()).collect();
            let _ = writeln!(out, "  {}", paths.join(", "));
        }
    }
    out
}

fn out_of_reach(found: &Calibrated, lang: Lang) -> String {
    let heads = [
        Text::fixed("out of reach", "niet haalbaar"),
        Text::fixed("band", "band"),
        Text::fixed("mean of the stated ranges", "gemiddeld over het gestelde bereik"),
        Text::fixed("source", "bron"),
    ];
    let mut rows = vec![heads.iter().map(|head| head.of(lang).to_owned()).collect::<Vec<_>>()];
    for Shown { target: Target { key, band, source, .. }, before, used, .. } in &found.targets {
        if *used == Use::OutOfReach {
            let before = before.map_or_else(|| "–".to_owned(), |value| decimals(&digits(value), lang));
            rows.push(vec![key.clone(), range(*band, lang), before, source.clone()]);
        }
    }
    if rows.len() > 1 { format!("\n{}", columns(&rows)) } else { String::new() }
}

fn hits(found: &Calibrated) -> Text {
    let is_hit = |shown: &&Shown, value: Option<f64>| {
        let (low, high) = shown.target.band;
        value.is_some_and(|value| (low..=high).contains(&value))
    };
    let all = found.targets.iter().filter(|shown| shown.before.is_some()).count();
    let before = found.targets.iter().filter(|shown| is_hit(shown, shown.before)).count();
    let after = found.targets.iter().filter(|shown| is_hit(shown, shown.after)).count();
    let [lie, liggen] = if before == 1 { ["lies", "ligt"] } else { ["lie", "liggen"] };
    if found.plausible.is_none() {
        return text!(
            "Of {all} targets {before} {lie} within their band, as the mean over the stated ranges.",
            "Van {all} cijfers {liggen} er {before} binnen hun band, gemiddeld over het gestelde bereik."
        );
    }
    text!(
        "Of {all} targets {before} {lie} within their band as the mean over the stated ranges, and {after} as the mean \
         over the\nplausible set, by the emulators. points.csv is that set: --design takes it, and kantel validate \
         --design points.csv\nruns it. No default was changed.",
        "Van {all} cijfers {liggen} er {before} binnen hun band, gemiddeld over het gestelde bereik, en {after} \
         gemiddeld over\nde aannemelijke punten, volgens de emulators. Die punten staan in points.csv: --design neemt \
         ze, en kantel validate\n--design points.csv rekent ze door. Geen standaardwaarde is veranderd."
    )
}
