//! `kantel loops`: the gain of each feedback loop, in a scenario as it is and at points that are far from it.

use super::args::LoopsArgs;
use super::check::note;
use super::diagnose::visible;
use super::tables::columns;
use super::tongue::spoken;
use super::{Failure, emit, remark};
use crate::cancel::Cancel;
use crate::experiment::{Gain, INACTIVE, Life, Point, RunError, Simulator, gains};
use crate::language::{Lang, Text, text};
use crate::plan::Scenario;
use crate::scenario::{Overrides, load};

/// What is measured unless somebody asks for another size: a minute of two cores.
const RESIDENTS: u32 = 5_000;
const SAMPLES: u32 = 50;
const YEARS: u32 = 6;

/// Prints the table of gains.
///
/// # Errors
/// [`Failure::Input`] with every mistake in the scenario; if threads cannot be started.
pub(super) fn loops(args: &LoopsArgs) -> Result<(), Failure> {
    let lang = spoken(args.lang);
    let source = args.scenario.clone().unwrap_or_else(|| "builtin:reactive".to_owned());
    let of_options = args.options.overrides();
    let overrides = Overrides {
        residents: of_options.residents.or(Some(RESIDENTS)),
        usual_samples: Some(SAMPLES),
        years: of_options.years.or(Some(YEARS)),
        ..of_options
    };
    let loaded = load(&source, &overrides).map_err(Failure::Input)?;
    for warning in &loaded.warnings {
        remark(&visible(&format!("{}: {}", note(lang), warning.of(lang))));
    }
    let threads = args.threads.map_or(0, |n| n as usize);
    let mut points = Vec::new();
    for point in Point::ALL {
        let measured = gains(&point.of(&loaded.scenario), args.step, threads, &Simulator, &Cancel::new(), &());
        points.push((point, measured.map_err(failure)?));
    }
    emit(&table(&loaded.scenario, args.step, &points, lang))
}

fn failure(error: RunError<std::convert::Infallible>) -> Failure {
    match error {
        RunError::Interrupted => Failure::Interrupted,
        RunError::Sink(never) => match never {},
        RunError::Threads(why) => {
            Failure::Surroundings(text!("threads cannot be started: {why}", "threads starten niet: {why}"))
        }
    }
}

/// Gain by loop, with the largest at any point, and how to read it.
fn table(scenario: &Scenario, step: u32, points: &[(Point, Vec<Gain>)], lang: Lang) -> String {
    let (name, residents) = (&scenario.name, scenario.residents);
    let (samples, years, seed) = (scenario.experiment.samples, scenario.experiment.years, scenario.experiment.seed);
    let head = text!(
        "{name}: {residents} residents, {samples} samples, {years} years, seed {seed}, a step of {step} %",
        "{name}: {residents} inwoners, {samples} werelden, {years} jaar, seed {seed}, een stap van {step} %"
    );
    let heads: [Text; 9] = [
        Text::fixed("loop", "terugkoppeling"),
        Text::fixed("link fed", "gevoed verband"),
        Text::fixed("read", "afgelezen"),
        Text::fixed("without the step", "zonder de stap"),
        Text::fixed("half back by year", "half terug in jaar"),
        Text::fixed("gain", "versterking"),
        Text::fixed("error", "fout"),
        Text::fixed("the loop is", "zij is"),
        Text::fixed("largest gain elsewhere", "grootste versterking elders"),
    ];
    let mut rows = vec![heads.iter().map(|head| head.of(lang).to_owned()).collect::<Vec<_>>()];
    let Some(((_, as_is), others)) = points.split_first() else { return String::new() };
    for (i, gain) in as_is.iter().enumerate() {
        let life = gain.life();
        let told = !matches!(life, Life::Empty | Life::Unclear);
        rows.push(vec![
            gain.feed.feedback.to_owned(),
            gain.feed.meta().key.to_owned(),
            gain.feed.reading.name().of(lang).to_owned(),
            number(Some(gain.start), lang),
            gain.half_by.filter(|_| told).map_or_else(dash, |year| year.to_string()),
            number(gain.gain, lang),
            number(gain.error, lang),
            life.name().of(lang).to_owned(),
            largest(others.iter().map(|(point, gains)| (*point, &gains[i])), lang),
        ]);
    }
    format!("{}\n\n{}\n{}\n", head.of(lang), columns(&rows), reading().of(lang))
}

/// The gain that is furthest from none, with its error and where it was found.
fn largest<'a>(gains: impl Iterator<Item = (Point, &'a Gain)>, lang: Lang) -> String {
    let found = gains.filter(|(_, gain)| gain.gain.is_some());
    let size = |gain: &Gain| gain.gain.unwrap_or(0.0).abs();
    found.max_by(|a, b| size(a.1).total_cmp(&size(b.1))).map_or_else(dash, |(point, gain)| {
        let [value, error] = [gain.gain, gain.error].map(|x| number(x, lang));
        format!("{value} ({error}), {}: {}", gain.life().name().of(lang), point.name().of(lang))
    })
}

/// How to read the table.
fn reading() -> Text {
    let least = INACTIVE;
    let points: Vec<Text> = Point::ALL[1..].iter().map(|point| point.name()).collect();
    let [en, nl] = [Lang::En, Lang::Nl].map(|lang| points.iter().map(|p| p.of(lang)).collect::<Vec<_>>().join("; "));
    Text {
        en: format!(
            "A step: the link carries so much less from week 0 on, on the same draws. Gain: of that step, the share \
             that comes\nback to where the link starts, in the later half of the years; above 0 a step makes itself \
             larger, below 0 smaller.\nError: standard error over samples. Inactive: less than {least}, whatever the \
             sign. Unclear: a larger --step, or more\n--samples, may tell. Elsewhere: {en}."
        )
        .into(),
        nl: format!(
            "Een stap: het verband geeft vanaf week 0 zoveel minder door, op dezelfde trekkingen. Versterking: het \
             deel van die\nstap dat terugkomt waar het verband begint, in de tweede helft van de jaren; boven 0 maakt \
             een stap zichzelf groter,\neronder kleiner. Fout: standaardfout over werelden. Inactief: minder dan \
             {}, ongeacht het teken. Onduidelijk: een\ngrotere --step, of meer --samples, maakt het misschien \
             duidelijk. Elders: {nl}.",
            number(Some(least), Lang::Nl)
        )
        .into(),
    }
}

/// A number with two decimals.
fn number(value: Option<f64>, lang: Lang) -> String {
    let Some(value) = value else { return dash() };
    let plain = format!("{value:.2}");
    match lang {
        Lang::En => plain,
        Lang::Nl => plain.replace('.', ","),
    }
}

fn dash() -> String {
    "–".to_owned()
}
