//! `kantel decides`: which uncertain numbers decide the differences of a comparison.

use std::fmt::Write as _;

use super::args::DecidesArgs;
use super::check::note;
use super::compare::{Bar, stop, unkept_failure};
use super::diagnose::visible;
use super::tables::columns;
use super::tongue::{spoken, written};
use super::validate::{decimals, file, folder, folder_line, publish, threads};
use super::{Failure, emit, remark};
use crate::calibration::{Decided, Effect, Effects, at_points, decides as decided, decides_table, strongest_first};
use crate::diagnostics::Diagnostic;
use crate::experiment::{Plan, Simulator};
use crate::language::{Lang, Text, text};
use crate::observation::catalogue;
use crate::report::folder::Manifest;
use crate::scenario::Overrides;
use crate::study::{Options, Study};
use crate::validation::digits;

/// What is simulated unless somebody asks for another size: some ten minutes of a core.
const RESIDENTS: u32 = 4_000;
const POINTS: u32 = 2_000;
/// The fewest points: an emulator is checked on tenths of them, and chosen anew on halves.
const FEWEST: u32 = 40;
/// Numbers that are shown for a difference, at most; the file has all.
const SHOWN: usize = 12;

/// Runs pairs at points, prints what decides each difference, and writes `decides.csv`.
///
/// # Errors
/// [`Failure::Input`] with every mistake in options and files; if the disk or threads fail; if it is interrupted.
pub(super) fn decides(args: &DecidesArgs) -> Result<(), Failure> {
    let args = &args.asked();
    let lang = spoken(args.output.lang);
    let of_options = args.overrides();
    let overrides = Overrides {
        residents: of_options.residents.or(Some(RESIDENTS)),
        usual_samples: Some(POINTS),
        replicates: of_options.replicates.or(Some(1)),
        ..of_options
    };
    let threads = threads(args.output.threads);
    let options = Options { threads, loop_samples: 0, lives: false, ..Options::default() };
    let study = Study::load(&args.sources(), &overrides, &options).map_err(Failure::Input)?;
    let plan = at_points(study.plan());
    check(&plan)?;
    for note_of in study.notes().iter().filter(|_| !args.output.quiet) {
        remark(&visible(&format!("{}: {}", note(lang), note_of.said().of(lang))));
    }
    let folder = folder(args.output.out.as_deref(), args.output.force, "decides")?;
    let each = plan.resident_years();
    let bar = Bar::new(args.output.quiet, lang, each * plan.simulations());
    let found = decided(&plan, &Simulator, &stop()?, &bar.part(each)).map_err(unkept_failure)?;
    bar.clear();
    emit(&text_of(&plan, &found, lang))?;
    let csv = file("decides.csv", &decides_table(&plan, &found))?;
    let place = publish(folder, &[csv], manifest(&study, &plan, written(args.output.lang)))?;
    emit(&folder_line(&place, lang))
}

fn check(plan: &Plan) -> Result<(), Failure> {
    let samples = plan.experiment().samples;
    if plan.scenarios.len() < 2 {
        return Err(Failure::Input(vec![Diagnostic {
            message: Text::fixed("one scenario has no difference", "één scenario heeft geen verschil"),
            allowed: Text::fixed("a base and one or more variants", "een base en een of meer varianten"),
            ..Diagnostic::default()
        }]));
    }
    if samples < FEWEST {
        return Err(Failure::Input(vec![Diagnostic {
            file: "--samples".to_owned(),
            message: Text::fixed("too few points for an emulator", "te weinig punten voor een emulator"),
            value: samples.to_string(),
            allowed: text!("{FEWEST} or more", "{FEWEST} of meer"),
            ..Diagnostic::default()
        }]));
    }
    Ok(())
}

fn manifest(study: &Study, plan: &Plan, written: Lang) -> Manifest {
    let said = |changes: bool| {
        let notes = study.notes().iter().filter(move |note| note.is_change() == changes);
        notes.map(|note| note.said().of(written).to_owned()).collect()
    };
    Manifest {
        command: std::env::args().collect(),
        notes: said(false),
        closure_notes: said(true),
        inputs: study.sources().to_vec(),
        worlds: study.worlds().to_vec(),
        ..Manifest::of_plan(plan)
    }
}

fn text_of(plan: &Plan, found: &[Decided], lang: Lang) -> String {
    let (place, residents) = (&plan.base().district.name, plan.base().residents);
    let e = plan.experiment();
    let (points, twice, years, seed) = (e.samples, e.extra_replicate, e.years, e.seed);
    let head = text!(
        "{place}: {residents} residents, {years} years, seed {seed}; {points} points, {twice} of them run once more",
        "{place}: {residents} inwoners, {years} jaar, seed {seed}; {points} punten, waarvan {twice} nog een keer \
         gedraaid"
    );
    let mut out = visible(head.of(lang)) + "\n";
    for one in found {
        let _ = write!(out, "\n{}\n\n{}", title(plan, one, lang), of_difference(one, lang));
    }
    out.push('\n');
    out.push_str(reading().of(lang));
    out.push('\n');
    out
}

fn title(plan: &Plan, one: &Decided, lang: Lang) -> String {
    let (base, variant) = (&plan.base().name, &plan.scenarios[one.variant].name);
    let closure = plan.closure(one.variant).key();
    let series = catalogue::position(one.indicator, "all").and_then(|i| plan.series.get(i));
    let [en, nl] = [Lang::En, Lang::Nl].map(|lang| match (series, lang) {
        (Some(series), Lang::En) => series.name.clone(),
        (Some(series), Lang::Nl) => series.dutch.clone(),
        (None, _) => one.indicator.to_owned(),
    });
    let mean = one.difference.map_or_else(|| "–".to_owned(), digits);
    let dutch = if one.unit == "persons" { "mensen" } else { one.unit };
    let unit = Text { en: one.unit.into(), nl: dutch.into() };
    let (unit, words) = (&unit, &Text { en: en.into(), nl: nl.into() });
    let said = text!(
        "{words}: {variant} less {base} ({closure}), mean {mean} {unit} a year",
        "{words}: {variant} min {base} ({closure}), gemiddeld {mean} {unit} per jaar";
        unit, words
    );
    visible(&decimals_of_mean(said.of(lang), &mean, lang))
}

/// The mean with the decimal sign of a language; nothing else of the sentence changes.
fn decimals_of_mean(sentence: &str, mean: &str, lang: Lang) -> String {
    sentence.replacen(mean, &decimals(mean, lang), 1)
}

/// What the emulator can tell of a difference, and the numbers that decide it.
fn of_difference(one: &Decided, lang: Lang) -> String {
    let Some(effects) = &one.effects else {
        let none =
            Text::fixed("It does not vary, or has too few values.", "Het varieert niet, of er zijn te weinig waarden.");
        return format!("{}\n", none.of(lang));
    };
    let mut out = format!("{}\n", certainty(effects).of(lang));
    let strongest = strongest_first(effects);
    let sure: Vec<&Effect> = strongest.into_iter().filter(|number| number.is_sure()).collect();
    if sure.is_empty() {
        let none = Text::fixed(
            "No number is known to decide anything: every range includes 0.",
            "Van geen enkel getal staat vast dat het iets uitmaakt: elke bandbreedte bevat 0.",
        );
        let _ = writeln!(out, "{}", none.of(lang));
        return out;
    }
    out.push('\n');
    out.push_str(&table(&sure, lang));
    out
}

fn certainty(effects: &Effects) -> Text {
    let points = effects.points;
    let [explained, open] = [effects.explained, effects.open()].map(percent);
    let chance = match effects.chance.map(percent) {
        Some(chance) => text!("{chance} % is chance within a point", "{chance} % is toeval binnen een punt"),
        None => Text::fixed("chance is not known", "het toeval is niet bekend"),
    };
    let chance = &chance;
    let so = if effects.is_told() {
        Text::default()
    } else {
        Text::fixed(
            "\nThe emulator explains less than half of what is not chance, or nearly all is chance: this is no order \
             of what decides. More --samples or --residents may help.",
            "\nDe emulator verklaart minder dan de helft van wat geen toeval is, of bijna alles is toeval: dit is geen \
             volgorde van wat beslist. Meer --samples of --residents helpt misschien.",
        )
    };
    let so = &so;
    text!(
        "Of the variance over {points} points the emulator explains {explained} %, {chance}, and {open} % is open.{so}",
        "Van de variantie over {points} punten verklaart de emulator {explained} %, {chance}, en {open} % blijft \
         open.{so}";
        chance, so
    )
}

fn table(sure: &[&Effect], lang: Lang) -> String {
    let heads = [
        Text::fixed("number", "getal"),
        Text::fixed("alone", "alleen"),
        Text::fixed("in all", "in totaal"),
        Text::fixed("p05 to p95", "p05 tot p95"),
    ];
    let mut rows = vec![heads.iter().map(|head| head.of(lang).to_owned()).collect::<Vec<_>>()];
    for number in sure.iter().take(SHOWN) {
        let (low, high) = (percent(number.low), percent(number.high));
        let range = text!("{low} to {high} %", "{low} tot {high} %");
        rows.push(vec![
            number.path.clone(),
            format!("{} %", percent(number.first)),
            format!("{} %", percent(number.total)),
            range.of(lang).to_owned(),
        ]);
    }
    columns(&rows)
}

fn percent(share: f64) -> u32 {
    libm::round(100.0 * share) as u32
}

/// How to read the tables.
fn reading() -> Text {
    Text::fixed(
        "Alone: the share of the emulator's variance that goes when this number is known (first-order effect). In all: \
         the share\nthat stays if all others are known (total effect): the same, and what the number does together \
         with others. The range is\nthat of halves of the points; numbers whose range includes 0 are in decides.csv \
         alone. What decides here is what the\nstated ranges leave open: a number that is taken as known decides \
         nothing.",
        "Alleen: het deel van de variantie van de emulator dat verdwijnt als dit getal bekend is. In totaal: het deel \
         dat blijft\nals alle andere bekend zijn, dus ook wat het getal samen met andere doet. De bandbreedte is die \
         van helften van de punten;\ngetallen waarvan die 0 bevat, staan alleen in decides.csv. Het gaat om wat het \
         gestelde bereik openlaat: een getal dat\nals bekend geldt, beslist niets.",
    )
}
