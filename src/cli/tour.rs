//! `kantel tour`: questions of the box as short documents in both languages, each computed at a small size.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Failure;
use super::args::TourArgs;
use super::compare::{Bar, stop, unkept_failure};
use super::printing::emit;
use super::tongue::spoken;
use crate::cancel::Cancel;
use crate::diagnostics::{Diagnostic, of_system};
use crate::experiment::Simulator;
use crate::language::{Lang, Text, text};
use crate::report::folder::hex;
use crate::report::{Asked, aged, tour_index, tour_page};
use crate::scenario::{Overrides, QUESTIONS, Question, question, suggestion};
use crate::simulation::MODEL_VERSION;
use crate::study::{Options, Study};

/// The questions of the tour, in its order.
const TOUR: [&str; 18] = [
    "going-out",
    "without-a-team",
    "team-for-one-group",
    "whom-to-hire",
    "one-household-one-plan",
    "own-strength",
    "help-from-near-by",
    "prevention",
    "debts-in-a-bad-year",
    "collective-before-individual",
    "lighter-help-first",
    "work-and-income",
    "where-a-cut-lands",
    "money-across-laws",
    "how-to-pay-providers",
    "own-contribution",
    "after-the-case",
    "one-policy-for-fifteen-years",
];

/// What is known of the pages in a folder.
const LIST: &str = "tour.json";

/// The pages of a folder.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Tour {
    /// By question, in the order of their names.
    questions: BTreeMap<String, Told>,
}

/// The pages of a question.
#[derive(Debug, Serialize, Deserialize)]
struct Told {
    /// The version of the model that computed it.
    model_version: u32,
    /// What comes out, by language.
    brief: BTreeMap<String, String>,
    /// The hash of every file of it, by its path, as it was made.
    sha256: BTreeMap<String, String>,
}

/// Computes the questions and writes their pages.
///
/// # Errors
/// Wrong input, a disk that fails, or an interruption; the pages of the questions that are finished are left.
pub(super) fn tour(args: &TourArgs) -> Result<(), Failure> {
    let asked = chosen(&args.questions)?;
    let (stop, lang) = (stop()?, spoken(args.lang));
    let studies: Vec<(&Question, Study)> =
        asked.into_iter().map(|one| study(one, args).map(|study| (one, study))).collect::<Result<_, _>>()?;
    let mut list = begin(&args.out)?;
    let all = studies.iter().map(|(_, study)| study.planned_resident_years()).sum();
    let bar = Bar::new(args.quiet, lang, all);
    for (one, mut study) in studies {
        compute(&mut study, args, &stop, &bar)?;
        let told = pages(one, &study, args)?;
        list.questions.insert(one.key.clone(), told);
        indexes(&args.out, &list)?;
    }
    bar.clear();
    let (pages, out) = (2 * list.questions.len(), args.out.display());
    emit(text!("{out}: {pages} pages\n", "{out}: {pages} pagina's\n").of(lang))
}

/// The questions that are named, or those of the tour; every name that is none is told.
fn chosen(named: &[String]) -> Result<Vec<&'static Question>, Failure> {
    let named: Vec<&str> = if named.is_empty() { TOUR.to_vec() } else { named.iter().map(String::as_str).collect() };
    let known: Vec<&str> = QUESTIONS.iter().map(|one| one.key.as_str()).collect();
    let unknown: Vec<Diagnostic> = (named.iter().filter(|key| question(key).is_none()))
        .map(|key| Diagnostic {
            file: (*key).to_owned(),
            message: Text::fixed("is no question in the box", "is geen vraag uit de doos"),
            allowed: Text::same(known.join(", ")),
            help: suggestion(key, &known),
            ..Diagnostic::default()
        })
        .collect();
    if unknown.is_empty() { Ok(named.into_iter().filter_map(question).collect()) } else { Err(Failure::Input(unknown)) }
}

/// What is in the folder: nothing, or a tour. Any other folder is refused.
fn begin(out: &Path) -> Result<Tour, Failure> {
    let list = out.join(LIST);
    let refused = |message: Text| {
        Failure::Input(vec![Diagnostic {
            file: out.display().to_string(),
            message,
            allowed: Text::fixed(
                "a new or empty folder, or one with a tour",
                "een nieuwe of lege map, of een met een tour",
            ),
            ..Diagnostic::default()
        }])
    };
    if let Ok(text) = fs::read_to_string(&list) {
        let not = Text::fixed("holds a tour.json that is none", "bevat een tour.json die dat niet is");
        return serde_json::from_str(&text).map_err(|_| refused(not));
    }
    if fs::read_dir(out).is_ok_and(|mut files| files.next().is_some()) {
        return Err(refused(Text::fixed("holds other files", "bevat andere bestanden")));
    }
    for part in ["en", "nl", "img"] {
        let folder = out.join(part);
        fs::create_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
    }
    Ok(Tour::default())
}

/// A question as a study of the size that is asked for.
fn study(one: &Question, args: &TourArgs) -> Result<Study, Failure> {
    let built_in = |name: &String| format!("builtin:{name}");
    let several = one.organisations.len().max(1);
    let arms: Vec<String> = one.arms.iter().map(built_in).collect();
    let sources: Vec<String> = if let [one] = arms.as_slice() { vec![one.clone(); several] } else { arms };
    let overrides = Overrides {
        district: one.districts.first().map(built_in),
        beside: one.districts.iter().skip(1).map(built_in).collect(),
        residents: Some(args.residents),
        years: Some(args.years),
        samples: Some(args.samples),
        replicates: Some(args.replicates),
        organisations: one.organisations.clone(),
        with: one.with.iter().map(built_in).collect(),
        closure: one.closure,
        ..Overrides::default()
    };
    let threads =
        args.threads.map_or_else(|| std::thread::available_parallelism().map_or(1, usize::from), |n| n as usize);
    let options = Options {
        threads,
        loop_samples: args.loops,
        loop_residents: args.bound_residents,
        lives: false,
        ..Options::default()
    };
    Study::load(&sources, &overrides, &options).map_err(Failure::Input)
}

/// Runs a study: its draws, the bounds, and each feedback cut.
fn compute(study: &mut Study, args: &TourArgs, stop: &Cancel, bar: &Bar) -> Result<(), Failure> {
    let each = study.plan().resident_years();
    study.run(&Simulator, &mut (), stop, &bar.part(each)).map_err(unkept_failure)?;
    let small = study.scale_model_resident_years_each();
    study.compute_bounds(&Simulator, stop, &bar.part(small)).map_err(unkept_failure)?;
    study.take_scale_model(args.loop_residents);
    let small = study.scale_model_resident_years_each();
    study.cut_loops(&Simulator, stop, &bar.part(small)).map_err(unkept_failure)
}

/// Writes the pages of a question in both languages.
fn pages(one: &Question, study: &Study, args: &TourArgs) -> Result<Told, Failure> {
    let data = study.read();
    let (command, this_page) = (format!("kantel compare {}", one.key), this_page(one, args));
    let asked = Asked { key: &one.key, title: &one.title, look: &one.look, command: &command, this_page: &this_page };
    let mut told = Told { model_version: MODEL_VERSION, brief: BTreeMap::new(), sha256: BTreeMap::new() };
    for lang in [Lang::En, Lang::Nl] {
        let tag = lang.tag();
        let stem = format!("{}-{tag}-", one.key);
        let page = tour_page(&data, &asked, &format!("../img/{stem}"), lang);
        let mut files = vec![(format!("{tag}/{}.md", one.key), page.text)];
        files.extend(page.pictures.into_iter().map(|figure| (format!("img/{stem}{}.svg", figure.name), figure.svg)));
        for (name, text) in files {
            write(&args.out, &name, &text)?;
            told.sha256.insert(name, hex(&Sha256::digest(text.as_bytes())));
        }
        told.brief.insert(tag.to_owned(), page.brief);
    }
    Ok(told)
}

/// The command that makes the page of a question as it is.
fn this_page(one: &Question, args: &TourArgs) -> String {
    let TourArgs { residents, years, samples, replicates, loops, bound_residents, loop_residents, .. } = args;
    format!(
        "kantel tour {} --residents {residents} --years {years} --samples {samples} --replicates {replicates} \
         --loops {loops} \
         --bound-residents {bound_residents} --loop-residents {loop_residents} --out tour",
        one.key
    )
}

/// Writes what leads to all pages, those of earlier runs among them, and the list of them. Pages of an older version
/// say so.
fn indexes<'a>(out: &Path, list: &'a Tour) -> Result<(), Failure> {
    let place = |key: &str| TOUR.iter().position(|of_tour| *of_tour == key).unwrap_or(TOUR.len());
    let mut told: Vec<(&str, &'a Told)> = list.questions.iter().map(|(key, told)| (key.as_str(), told)).collect();
    told.sort_by_key(|(key, _)| (place(key), *key));
    for lang in [Lang::En, Lang::Nl] {
        let tag = lang.tag();
        let row = |(key, told): &(&str, &'a Told)| {
            let one = question(key)?;
            Some((one.key.as_str(), one.title.of(lang), told.brief.get(tag).map_or("", String::as_str)))
        };
        let rows: Vec<(&str, &str, &str)> = told.iter().filter_map(row).collect();
        write(out, &format!("{tag}/README.md"), &tour_index(&rows, lang))?;
        for (key, told) in &told {
            let name = format!("{tag}/{key}.md");
            let path = out.join(&name);
            let text = fs::read_to_string(&path).map_err(|error| failed(&path, &error))?;
            let now = aged(&text, told.model_version, MODEL_VERSION, lang);
            if now != text {
                write(out, &name, &now)?;
            }
        }
    }
    let text = serde_json::to_string_pretty(list).unwrap_or_default();
    write(out, LIST, &(text + "\n"))
}

/// Writes a file beside its place first: half a page is no page.
fn write(out: &Path, name: &str, text: &str) -> Result<(), Failure> {
    let (path, half) = (out.join(name), out.join(format!("{name}.part")));
    fs::write(&half, text).and_then(|()| fs::rename(&half, &path)).map_err(|error| {
        let _ = fs::remove_file(&half);
        failed(&path, &error)
    })
}

fn failed(path: &Path, error: &std::io::Error) -> Failure {
    let (path, why) = (path.display(), of_system(error));
    Failure::Surroundings(text!("{path} cannot be written: {why}", "{path} kan niet worden geschreven: {why}"; why))
}
