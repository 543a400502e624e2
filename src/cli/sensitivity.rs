//! `kantel sensitivity`: which uncertain numbers decide an outcome, by elementary effects, by parts of the variance, or
//! as a box; at points that are run, of a result that is there, or from elsewhere.

mod found;
mod given;
mod told;

use std::path::Path;

use super::args::{Method, SensitivityArgs};
use super::check::note;
use super::compare::{Bar, stop, unkept_failure};
use super::diagnose::visible;
use super::keeping::{Finished, Gathered};
use super::tongue::{spoken, written};
use super::validate::{file, folder, folder_line, input, publish, threads};
use super::{Failure, emit, remark};
use crate::calibration::sensitivity::{
    FEWEST_IN_BOX, Morris, NoTarget, Outcomes, Peeling, Runs, Saltelli, Target, at, block, misstep, numbers_in_use,
    saltelli, trajectories,
};
use crate::calibration::{DECIDED, MOST_DIMENSIONS, latin_hypercube};
use crate::diagnostics::Diagnostic;
use crate::experiment::{Model, Plan, Simulator, uncertain};
use crate::language::{Lang, Text, text};
use crate::observation::{Direction, catalogue};
use crate::plan::Design;
use crate::random::Draws;
use crate::report::folder::{Bare, Manifest};
use crate::report::{NumberBar, sensitivity_figure};
use crate::scenario::{Overrides, suggestion};
use crate::store::Kept;
use crate::study::{Options, Study};
use found::{Found, Outcome, Peeled, Said};

/// What is simulated unless somebody asks for another size: some ten minutes of a core.
const RESIDENTS: u32 = 4_000;
const RUNS: u32 = 2_000;
/// The same where a first look comes before: it takes a few walks over all numbers.
const RUNS_WITH_A_LOOK: u32 = 6_000;
/// The fewest walks, and blocks.
const FEWEST_WALKS: usize = 4;
const FEWEST_BLOCKS: usize = 8;
/// The most blocks: Sobol points have no more.
const MOST_BLOCKS: usize = 65_536;
/// Numbers that a first look by elementary effects leaves, and its part of the runs.
const LEFT: usize = 8;
const FIRST_LOOK: usize = 4;

/// Runs, or takes, points and outcomes; prints what decides them, and writes the tables.
///
/// # Errors
/// [`Failure::Input`] with every mistake in options and files; if the disk or threads fail; if it is interrupted.
pub(super) fn sensitivity(args: &SensitivityArgs) -> Result<(), Failure> {
    match (&args.points, &args.outcomes, &args.results) {
        (Some(points), Some(outcomes), _) => of_sheets(args, points, outcomes),
        (_, _, Some(dir)) => of_result(args, dir),
        _ => of_runs(args),
    }
}

/// What was looked into, with the folder that it goes to.
struct Work<'a> {
    args: &'a SensitivityArgs,
    folder: Bare,
    /// Numbers, and their values at each point.
    paths: Vec<String>,
    points: Vec<Vec<f64>>,
    manifest: Manifest,
    /// Files that are written beside the tables.
    beside: Vec<(String, Vec<u8>)>,
    head: String,
}

impl Work<'_> {
    /// Says what was found of outcomes, and writes it.
    fn tell(self, outcomes: Vec<Outcome>) -> Result<(), Failure> {
        let lang = spoken(self.args.output.lang);
        let found: Vec<Found> = outcomes.into_iter().map(|outcome| self.found(outcome)).collect();
        emit(&(visible(&self.head) + "\n" + &told::text_of(&self.paths, &found, lang)))?;
        let mut files = self.beside.clone();
        files.push(("outcomes.csv".to_owned(), found::outcomes(&found).into_bytes()));
        files.push(match self.args.method {
            Method::Prim => file("boxes.csv", &found::boxes(&self.paths, &found))?,
            method => file("sensitivity.csv", &found::table(method, &self.paths, &found))?,
        });
        files.extend(figures(&self.paths, &found, written(self.args.output.lang)));
        let place = publish(self.folder, &files, self.manifest)?;
        emit(&folder_line(&place, lang))
    }

    fn found(&self, outcome: Outcome) -> Found {
        let draws = Draws::new(self.manifest.seed, 0, 0);
        let (points, values) = (&self.points, &outcome.values);
        let said = match self.args.method {
            Method::Morris => Said::Morris(Morris::of(points, values, draws)),
            Method::Sobol => Said::Sobol(Saltelli::of(self.paths.len(), values, self.args.second_order, draws)),
            Method::Prim => {
                let is_sought = |y: f64| outcome.is_sought(y);
                let peeling = Peeling::of(points, values, is_sought);
                Said::Prim(peeling.map(|peeling| {
                    let without = |i| peeling.density_without(i, points, values, is_sought);
                    let without = (0..self.paths.len()).map(without).collect();
                    let unseen = Peeling::unseen(points, values, is_sought);
                    Peeled { peeling, without, unseen }
                }))
            }
        };
        Found { outcome, said }
    }
}

/// Runs points of a design of the method's own, or those of `--design`.
fn of_runs(args: &SensitivityArgs) -> Result<(), Failure> {
    let args = &args.asked();
    let lang = spoken(args.output.lang);
    let of_options = args.overrides();
    let overrides = Overrides {
        residents: of_options.residents.or(Some(RESIDENTS)),
        usual_samples: Some(if screens(args) { RUNS_WITH_A_LOOK } else { RUNS }),
        replicates: of_options.replicates.or(Some(1)),
        ..of_options
    };
    let options =
        Options { threads: threads(args.output.threads), loop_samples: 0, lives: false, ..Options::default() };
    let (targets, mut problems) = targets(&args.outcome);
    let study = match Study::load(&args.sources(), &overrides, &options) {
        Ok(study) => study,
        Err(more) => {
            problems.extend(more);
            return Err(Failure::Input(problems));
        }
    };
    let plan = study.plan();
    problems.extend(wrong(args, plan, &targets));
    if !problems.is_empty() {
        return Err(Failure::Input(problems));
    }
    for note_of in study.notes().iter().filter(|_| !args.output.quiet) {
        remark(&visible(&format!("{}: {}", note(lang), note_of.said().of(lang))));
    }
    let paths = paths(args, plan);
    let folder = folder(args.output.out.as_deref(), args.output.force, "sensitivity")?;
    let (paths, plan) = match &plan.experiment().design {
        Some(design) => {
            let points = design.rows()[..plan.experiment().samples as usize].to_vec();
            (design.paths().to_vec(), at(plan, design.paths().to_vec(), points))
        }
        None => laid(args, plan, paths, lang)?,
    };
    let plan = plan.ok_or_else(|| Failure::Input(vec![no_number()]))?;
    let outcomes = run(args, &plan, &targets, &Simulator)?;
    let design = plan.experiment().design.clone();
    let beside = design.iter().map(|design| ("points.csv".to_owned(), design.text().into_bytes())).collect();
    let quantiles = design.map(|design: std::sync::Arc<Design>| design.rows().to_vec()).unwrap_or_default();
    let points = if args.method == Method::Prim { values(&plan, &paths) } else { quantiles };
    let (manifest, head) = (manifest(&study, &plan, written(args.output.lang)), head(&plan, &paths, lang));
    let outcomes = outcomes.iter().map(|of| outcome(args, &plan, of)).collect();
    Work { args, folder, paths, points, manifest, beside, head }.tell(outcomes)
}

/// The samples of a result that is there.
fn of_result(args: &SensitivityArgs, dir: &Path) -> Result<(), Failure> {
    let lang = spoken(args.output.lang);
    let (targets, mut problems) = targets(&args.outcome);
    if args.method != Method::Prim {
        problems.push(Diagnostic {
            file: "--results".to_owned(),
            message: Text::fixed(
                "samples of a result lie anywhere, and this method has points of its own",
                "werelden van een resultaat liggen overal, en deze methode heeft eigen punten",
            ),
            allowed: Text::same("--method prim"),
            ..Diagnostic::default()
        });
    }
    let finished = Finished::one(dir)?;
    problems.extend(finished.other_version());
    if !problems.is_empty() {
        return Err(Failure::Input(problems));
    }
    let study = finished.study()?;
    let problems = wrong(args, study.plan(), &targets);
    if !problems.is_empty() {
        return Err(Failure::Input(problems));
    }
    let folder = folder(args.output.out.as_deref(), args.output.force, "sensitivity")?;
    let e = study.plan().experiment();
    let plan = study.plan().with_draws(e.samples, e.replicates, study.plan().extra_replicate());
    let plan = Plan { threads: threads(args.output.threads), ..plan };
    let gathered = Gathered::of(&[dir.to_owned()], lang)?;
    let outcomes = run(args, &plan, &targets, &Kept::new(&Simulator, &gathered.courses))?;
    let paths = numbers_in_use(&plan);
    let points = values(&plan, &paths);
    let (manifest, head) = (manifest(&study, &plan, written(args.output.lang)), head(&plan, &paths, lang));
    let outcomes = outcomes.iter().map(|of| outcome(args, &plan, of)).collect();
    Work { args, folder, paths, points, manifest, beside: Vec::new(), head }.tell(outcomes)
}

/// Points and outcomes that somebody has from elsewhere.
fn of_sheets(args: &SensitivityArgs, points_file: &Path, outcomes_file: &Path) -> Result<(), Failure> {
    let (points, sheet, outcomes) = given::sheets(points_file, outcomes_file)?;
    let of_file = |file: &Path, message: Text, line: Option<usize>| Diagnostic {
        file: file.display().to_string(),
        line,
        message,
        ..Diagnostic::default()
    };
    let (k, rows) = (sheet.names.len(), points.len());
    let block = block(k, args.second_order);
    let problem = match args.method {
        Method::Morris => misstep(&points).map(|row| {
            let message = text!(
                "is no step of a walk: rows come in walks of {k} steps, and each moves one number that has not moved",
                "is geen stap van een wandeling: elke wandeling heeft {k} stappen, en elke stap verandert één getal \
                 dat nog niet veranderd is"
            );
            of_file(points_file, message, Some(row + 2))
        }),
        Method::Sobol => (!rows.is_multiple_of(block)).then(|| {
            let message =
                text!("{rows} rows are no whole blocks of {block}", "{rows} rijen zijn geen hele blokken van {block}");
            of_file(points_file, message, None)
        }),
        Method::Prim => (args.above.or(args.below).is_none()).then(nothing_sought),
    };
    if let Some(problem) = problem {
        return Err(Failure::Input(vec![problem]));
    }
    let folder = folder(args.output.out.as_deref(), args.output.force, "sensitivity")?;
    let column = |(i, name): (usize, &String)| Outcome {
        key: name.clone(),
        values: outcomes.rows.iter().map(|row| row[i]).collect(),
        sought: sought(args, None),
        ..Outcome::default()
    };
    let of = outcomes.names.iter().enumerate().map(column).collect();
    let inputs = [(points_file, &sheet.text), (outcomes_file, &outcomes.text)];
    let inputs = inputs.map(|(path, text)| input(path.display().to_string(), text.as_bytes())).to_vec();
    let manifest = Manifest { command: std::env::args().collect(), inputs, ..Manifest::of_files() };
    let beside = vec![("points.csv".to_owned(), sheet.text.clone().into_bytes())];
    let paths = sheet.names;
    Work { args, folder, paths, points, manifest, beside, head: String::new() }.tell(of)
}

/// Outcomes by the words of the options, or the usual ones; and every mistake in them.
fn targets(asked: &[String]) -> (Vec<Target>, Vec<Diagnostic>) {
    if asked.is_empty() {
        return (DECIDED.iter().filter_map(|key| Target::parse(key).ok()).collect(), Vec::new());
    }
    let (mut targets, mut problems) = (Vec::new(), Vec::new());
    for word in asked {
        match Target::parse(word) {
            Ok(target) => targets.push(target),
            Err(why) => problems.push(no_target(word, why)),
        }
    }
    (targets, problems)
}

fn no_target(word: &str, why: NoTarget) -> Diagnostic {
    let series = catalogue::series();
    let indicator = word.split(['/', '@']).next().unwrap_or(word);
    let (message, known, value): (Text, Vec<&str>, String) = match why {
        NoTarget::Indicator(name) => {
            let mut known: Vec<&str> = series.iter().map(|one| one.indicator.as_str()).collect();
            known.dedup();
            (Text::fixed("there is no such indicator", "deze indicator is er niet"), known, name)
        }
        NoTarget::Group(group) => {
            let known = series.iter().filter(|one| one.indicator == indicator).map(|one| one.group.as_str()).collect();
            (Text::fixed("the indicator has no such group", "de indicator heeft deze groep niet"), known, group)
        }
        NoTarget::Period(period) => {
            let message = Text::fixed("there is no such period", "deze periode is er niet");
            (message, vec!["term", "horizon", "year:1"], period)
        }
    };
    // A list of hundreds helps nobody.
    let allowed = if known.len() > 12 {
        Text::fixed("a key of indicators.csv", "een sleutel uit indicators.csv")
    } else {
        Text::one_of(&known)
    };
    let help = suggestion(&value, &known);
    Diagnostic { file: "--outcome".to_owned(), message, value, allowed, help, ..Diagnostic::default() }
}

/// What is wrong with options beside a plan.
fn wrong(args: &SensitivityArgs, plan: &Plan, targets: &[Target]) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let years = plan.experiment().years;
    for target in targets.iter().filter(|target| !target.is_within(plan)) {
        problems.push(Diagnostic {
            file: "--outcome".to_owned(),
            message: text!("{years} years are simulated", "er worden {years} jaren doorgerekend"),
            value: target.key(),
            ..Diagnostic::default()
        });
    }
    let known = numbers_of(plan);
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    for path in args.paths.iter().filter(|path| !known.contains(&path.as_str())) {
        problems.push(Diagnostic {
            file: "--paths".to_owned(),
            message: Text::fixed(
                "is no uncertain number of these scenarios",
                "is geen onzeker getal van deze scenario's",
            ),
            value: path.clone(),
            allowed: Text::fixed("keys of samples.csv", "sleutels uit samples.csv"),
            help: suggestion(path, &known),
            ..Diagnostic::default()
        });
    }
    if let Some(twice) = args.paths.iter().enumerate().find(|(i, path)| args.paths[..*i].contains(path)) {
        let message = Text::fixed("is named more than once", "is meer dan eens genoemd");
        let value = twice.1.clone();
        problems.push(Diagnostic { file: "--paths".to_owned(), message, value, ..Diagnostic::default() });
    }
    let only_prim = args.method != Method::Prim && args.above.or(args.below).is_some();
    let only_sobol = args.method != Method::Sobol && args.second_order;
    for (file, method, is_wrong) in [("--above, --below", "prim", only_prim), ("--second-order", "sobol", only_sobol)] {
        if is_wrong {
            let message = text!("belongs to --method {method}", "hoort bij --method {method}");
            problems.push(Diagnostic { file: file.to_owned(), message, ..Diagnostic::default() });
        }
    }
    if args.method == Method::Prim && args.above.or(args.below).is_none() && plan.scenarios.len() < 2 {
        problems.push(nothing_sought());
    }
    if args.results.is_none() {
        problems.extend(too_few(args, plan));
    }
    problems
}

/// Whether a first look chooses the numbers.
fn screens(args: &SensitivityArgs) -> bool {
    args.method == Method::Sobol && args.paths.is_empty()
}

/// Too few runs for a method, or points that are no design for it.
fn too_few(args: &SensitivityArgs, plan: &Plan) -> Option<Diagnostic> {
    let runs = plan.experiment().samples as usize;
    if let Some(design) = &plan.experiment().design {
        let rows = &design.rows()[..runs];
        let block = block(design.paths().len(), args.second_order);
        let is_wrong = match args.method {
            Method::Morris => misstep(rows).is_some(),
            Method::Sobol => !runs.is_multiple_of(block),
            Method::Prim => false,
        };
        let method = args.method.key();
        return is_wrong.then(|| Diagnostic {
            file: "--design".to_owned(),
            message: text!("its points are not those of {method}", "de punten zijn niet die van {method}"),
            allowed: Text::fixed(
                "points.csv of an earlier run, or of SALib without groups",
                "points.csv van een eerdere keer, of van SALib zonder groepen",
            ),
            ..Diagnostic::default()
        });
    }
    let k = if args.paths.is_empty() { numbers_in_use(plan).len() } else { args.paths.len() };
    let screens = screens(args);
    let least = match args.method {
        Method::Morris => FEWEST_WALKS * (k + 1),
        Method::Sobol if screens => FIRST_LOOK * FEWEST_WALKS * (k + 1),
        Method::Sobol => FEWEST_BLOCKS * block(k, args.second_order),
        Method::Prim => 2 * FEWEST_IN_BOX,
    };
    if args.method == Method::Sobol && !screens && 2 * k > MOST_DIMENSIONS {
        let most = MOST_DIMENSIONS / 2;
        return Some(Diagnostic {
            file: "--paths".to_owned(),
            message: text!("more than {most} numbers", "meer dan {most} getallen"),
            ..Diagnostic::default()
        });
    }
    (runs < least).then(|| Diagnostic {
        file: "--samples".to_owned(),
        message: text!("too few runs for {k} numbers", "te weinig runs voor {k} getallen"),
        value: runs.to_string(),
        allowed: text!("{least} or more", "{least} of meer"),
        ..Diagnostic::default()
    })
}

/// Every uncertain number of a plan, also those that nothing in use depends on.
fn numbers_of(plan: &Plan) -> Vec<String> {
    crate::calibration::paths_of(plan)
}

fn paths(args: &SensitivityArgs, plan: &Plan) -> Vec<String> {
    if args.paths.is_empty() { numbers_in_use(plan) } else { args.paths.clone() }
}

/// The plan at points of the method's own design, and which numbers it is of.
fn laid(
    args: &SensitivityArgs,
    plan: &Plan,
    paths: Vec<String>,
    lang: Lang,
) -> Result<(Vec<String>, Option<Plan>), Failure> {
    let draws = Draws::new(plan.experiment().seed, 0, 0);
    let runs = plan.experiment().samples as usize;
    let walks = |runs: usize, paths: &[String]| trajectories(paths, runs / (paths.len() + 1), draws);
    match args.method {
        Method::Morris => {
            let points = walks(runs, &paths);
            Ok((paths.clone(), at(plan, paths, points)))
        }
        Method::Prim => {
            let points = latin_hypercube(&paths, runs, draws);
            Ok((paths.clone(), at(plan, paths, points)))
        }
        Method::Sobol => {
            let (paths, runs) = if screens(args) {
                let first = walks(runs / FIRST_LOOK, &paths);
                let left = runs - first.len();
                (screened(args, plan, paths, &first, lang)?, left)
            } else {
                (paths, runs)
            };
            let blocks = (runs / block(paths.len(), args.second_order)).clamp(1, MOST_BLOCKS);
            // Sobol points fill the cube evenly when their number is a power of two.
            let blocks = 1 << blocks.ilog2();
            let points = saltelli(&paths, blocks, args.second_order, draws);
            Ok((paths.clone(), at(plan, paths, points)))
        }
    }
}

/// The numbers with the largest elementary effects, of any outcome, in their order.
fn screened(
    args: &SensitivityArgs,
    plan: &Plan,
    paths: Vec<String>,
    points: &[Vec<f64>],
    lang: Lang,
) -> Result<Vec<String>, Failure> {
    let (targets, _) = targets(&args.outcome);
    let Some(plan) = at(plan, paths.clone(), points.to_vec()) else { return Ok(paths) };
    let outcomes = run(args, &plan, &targets, &Simulator)?;
    let mut size = vec![0.0_f64; paths.len()];
    for outcome in &outcomes {
        let Some(found) = Morris::of(points, &outcome.values, Draws::new(plan.experiment().seed, 0, 0)) else {
            continue;
        };
        let largest = found.numbers.iter().map(|one| one.mu_star).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
        for (size, one) in size.iter_mut().zip(&found.numbers) {
            *size = size.max(one.mu_star / largest);
        }
    }
    let mut order: Vec<usize> = (0..paths.len()).collect();
    order.sort_by(|a, b| size[*b].total_cmp(&size[*a]));
    order.truncate(LEFT);
    order.sort_unstable();
    let left: Vec<String> = order.into_iter().map(|i| paths[i].clone()).collect();
    let (all, names) = (paths.len(), left.join(", "));
    let said = text!(
        "of {all} numbers those with the largest elementary effects: {names}",
        "van {all} getallen die met de grootste effecten van een stap: {names}"
    );
    if !args.output.quiet {
        remark(&visible(said.of(lang)));
    }
    Ok(left)
}

fn run<M: Model>(args: &SensitivityArgs, plan: &Plan, targets: &[Target], model: &M) -> Result<Vec<Outcomes>, Failure> {
    let each = plan.resident_years();
    let bar = Bar::new(args.output.quiet, spoken(args.output.lang), each * plan.simulations());
    let runs = Runs::of(plan, targets, model, &stop()?, &bar.part(each)).map_err(unkept_failure);
    bar.clear();
    Ok(runs?.outcomes())
}

/// The values of numbers in each sample, as the scenarios draw them.
fn values(plan: &Plan, paths: &[String]) -> Vec<Vec<f64>> {
    let all: Vec<_> = (0..plan.scenarios.len()).flat_map(|scenario| uncertain(plan, scenario)).collect();
    let of = |path: &String| all.iter().find(|number| number.path == *path);
    let value = |path: &String, sample: usize| of(path).map_or(0.0, |number| number.values[sample]);
    let samples = plan.experiment().samples as usize;
    (0..samples).map(|sample| paths.iter().map(|path| value(path, sample)).collect()).collect()
}

/// An outcome of runs, with the words for it.
fn outcome(args: &SensitivityArgs, plan: &Plan, of: &Outcomes) -> Outcome {
    let is_paired = of.variant > 0;
    let direction = is_paired.then(|| of.target.of().direction);
    let text = |is_there: bool, text: &str| if is_there { text.to_owned() } else { String::new() };
    Outcome {
        base: text(is_paired, &plan.base().name),
        variant: plan.scenarios[of.variant].name.clone(),
        closure: text(is_paired, plan.closure(of.variant).key()),
        key: of.target.key(),
        unit: of.target.of().unit,
        values: of.values.clone(),
        chance: of.chance,
        share: of.share_of_chance(),
        sought: sought(args, direction),
    }
}

/// What prim looks for: what the options say, or else a difference for the worse.
fn sought(args: &SensitivityArgs, direction: Option<Direction>) -> Option<(bool, f64)> {
    match (args.above, args.below, direction) {
        (Some(limit), ..) => Some((true, limit)),
        (None, Some(limit), _) => Some((false, limit)),
        (None, None, Some(Direction::Higher)) => Some((false, 0.0)),
        (None, None, Some(_)) => Some((true, 0.0)),
        (None, None, None) => None,
    }
}

fn head(plan: &Plan, paths: &[String], lang: Lang) -> String {
    let (place, residents, e) = (&plan.base().district.name, plan.base().residents, plan.experiment());
    let (rows, years, seed, replicates, numbers) = (e.samples, e.years, e.seed, e.replicates, paths.len());
    let said = text!(
        "{place}: {residents} residents, {years} years, seed {seed}; {rows} rows of {numbers} numbers, {replicates} \
         replicates each",
        "{place}: {residents} inwoners, {years} jaar, seed {seed}; {rows} rijen van {numbers} getallen, elk \
         {replicates} keer"
    );
    said.of(lang).to_owned()
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

/// A bar for each of the strongest numbers, by outcome.
fn figures(paths: &[String], all: &[Found], lang: Lang) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for (place, found) in all.iter().enumerate() {
        let strongest = found.strongest_first().into_iter().take(told::SHOWN);
        let bar = |i: usize| -> Option<NumberBar> {
            let (value, range) = match &found.said {
                Said::Morris(Some(morris)) => (morris.numbers[i].mu_star, morris.numbers[i].range),
                Said::Sobol(Some(saltelli)) => (saltelli.numbers[i].total, saltelli.numbers[i].total_range),
                _ => return None,
            };
            Some(NumberBar { name: paths[i].clone(), value, range, text: told::number(value, lang) })
        };
        let bars: Vec<NumberBar> = strongest.filter_map(bar).collect();
        let what = match &found.said {
            Said::Morris(_) => Text::fixed("mean size of the effect of a step", "gemiddelde grootte van het effect"),
            _ => Text::fixed("share of the variance, in all", "deel van de variantie, in totaal"),
        };
        let title = told::title(found, lang);
        let number = place + 1;
        let figure = sensitivity_figure(lang, &format!("sensitivity-{number}"), &title, &bars, what.of(lang));
        files.extend(figure.map(|figure| (format!("figures/{}.svg", figure.name), figure.svg.into_bytes())));
    }
    files
}

fn no_number() -> Diagnostic {
    Diagnostic {
        message: Text::fixed("no number is uncertain here", "hier is geen getal onzeker"),
        ..Diagnostic::default()
    }
}

fn nothing_sought() -> Diagnostic {
    Diagnostic {
        file: "--method prim".to_owned(),
        message: Text::fixed("says not what is looked for", "zegt niet wat er wordt gezocht"),
        allowed: Text::fixed("--above NUMBER or --below NUMBER", "--above GETAL of --below GETAL"),
        ..Diagnostic::default()
    }
}
