//! `kantel diff A B`: of two result folders the first place where they part.
//!
//! First what was asked, then the courses that both keep of the same sample, replicate and scenario: what is recorded
//! of them is held against each other, and of those that differ the two simulations run side by side, from the folders'
//! own scenarios, until something happens in one alone.

mod asked;
mod courses;

use std::fmt::Write as _;
use std::path::Path;

use super::args::DiffArgs;
use super::compare::{Bar, stop};
use super::diagnose::visible;
use super::keeping::Finished;
use super::tables::columns;
use super::tongue::spoken;
use super::validate::threads;
use super::{Failure, emit};
use crate::diagnostics::Diagnostic;
use crate::ids::Key;
use crate::language::{Lang, Text, text};
use crate::observation::{Cell, catalogue};
use crate::report::wording::{event_text, unit_name};
use asked::{Asked, asked};
use courses::{Course, Outcome, Pairing, Sides, held};

/// Names of files that are told, at most.
const MOST_NAMED: usize = 12;

/// `kantel diff`.
///
/// # Errors
/// If a folder is no result or was altered, a scenario is in none of them, or it is interrupted.
pub(super) fn diff(args: &DiffArgs) -> Result<(), Failure> {
    let lang = spoken(args.lang);
    let (a, b) = both(args)?;
    let (a, b) = (&a, &b);
    let problems: Vec<Diagnostic> = [a, b].into_iter().filter_map(Finished::other_version).collect();
    if !problems.is_empty() {
        // Nothing can be run again: what was asked is all that is told.
        let mut out = text_of_asked(&asked(a, b, None), lang);
        for problem in problems {
            let _ = writeln!(out, "{}: {}", visible(&problem.file), problem.message.of(lang));
        }
        return emit(&out);
    }
    let studies = [a.study()?, b.study()?];
    let wanted = pairings(args, [a, b])?;
    let ours = a.courses(lang)?;
    // One process has a store once, and a folder may be held against itself.
    let theirs = if is_one(&a.dir, &b.dir) { None } else { Some(b.courses(lang)?) };
    let sides = Sides { studies: &studies, stores: [&ours, theirs.as_ref().unwrap_or(&ours)] };
    let bar = |courses| Bar::new(args.quiet, lang, courses);
    let found = held(&sides, &wanted, args.samples, threads(args.threads), &stop()?, &bar)?;
    let mut out = text_of_asked(&asked(a, b, Some(&studies)), lang);
    out.push_str(&text_of_courses(&found, &wanted, lang));
    if found.iter().all(|course| course.outcome == Outcome::Same) {
        out.push_str(&text_of_files(a, b, lang));
    }
    emit(&out)
}

/// Both folders; what is wrong with either.
fn both(args: &DiffArgs) -> Result<(Finished, Finished), Failure> {
    match (Finished::one(&args.a), Finished::one(&args.b)) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(Failure::Input(mut ours)), Err(Failure::Input(theirs))) => {
            ours.extend(theirs);
            Err(Failure::Input(ours))
        }
        (Err(failure), _) | (_, Err(failure)) => Err(failure),
    }
}

/// Whether two names are of one folder.
fn is_one(a: &Path, b: &Path) -> bool {
    let whole = |dir: &Path| std::fs::canonicalize(dir).ok();
    whole(a).is_some() && whole(a) == whole(b)
}

/// The scenarios that are held against each other: those of the same name, or those that are asked for.
fn pairings(args: &DiffArgs, [a, b]: [&Finished; 2]) -> Result<Vec<Pairing>, Failure> {
    let place = |folder: &Finished, name: &str| folder.manifest.scenarios.iter().position(|one| one.name == name);
    if args.scenario.is_empty() {
        let names = a.manifest.scenarios.iter().map(|one| one.name.clone());
        let pairs = names.enumerate().filter_map(|(i, name)| Some(Pairing { of: [i, place(b, &name)?], name }));
        return Ok(pairs.collect());
    }
    let (mut pairs, mut problems) = (Vec::new(), Vec::new());
    for asked in &args.scenario {
        let (ours, theirs) = asked.split_once('=').unwrap_or((asked, asked));
        let missing = |folder: &Finished, name: &str| {
            let names: Vec<&str> = folder.manifest.scenarios.iter().map(|one| one.name.as_str()).collect();
            let dir = folder.dir.display();
            Diagnostic {
                file: "--scenario".to_owned(),
                message: text!("there is no such scenario in {dir}", "dit scenario is er niet in {dir}"),
                value: name.to_owned(),
                allowed: Text::one_of(&names),
                help: crate::scenario::suggestion(name, &names),
                ..Diagnostic::default()
            }
        };
        match (place(a, ours), place(b, theirs)) {
            (Some(i), Some(j)) => pairs.push(Pairing { of: [i, j], name: asked.clone() }),
            (i, j) => {
                problems.extend(i.is_none().then(|| missing(a, ours)));
                problems.extend(j.is_none().then(|| missing(b, theirs)));
            }
        }
    }
    if problems.is_empty() { Ok(pairs) } else { Err(Failure::Input(problems)) }
}

/// What differs in what was asked, as a table.
fn text_of_asked(asked: &Asked, lang: Lang) -> String {
    if asked.rows.is_empty() {
        let same = Text::fixed("The same was asked of both.", "Van beide is hetzelfde gevraagd.");
        return format!("{}\n", same.of(lang));
    }
    let head = Text::fixed("Not the same was asked:", "Er is niet hetzelfde gevraagd:");
    let mut rows = vec![vec![Text::fixed("what", "wat").of(lang).to_owned(), "A".to_owned(), "B".to_owned()]];
    rows.extend(asked.rows.iter().map(|(what, a, b)| vec![what.of(lang).to_owned(), a.clone(), b.clone()]));
    let mut out = format!("{}\n\n{}", head.of(lang), columns(&rows));
    if asked.more > 0 {
        let more = asked.more;
        let _ = writeln!(out, "{}", text!("and {more} more", "en nog {more}").of(lang));
    }
    out.push('\n');
    out
}

/// How many courses are the same, and the first place where any two part.
fn text_of_courses(found: &[Course], wanted: &[Pairing], lang: Lang) -> String {
    let all = found.len();
    if all == 0 {
        let none = Text::fixed(
            "They keep no course of the same scenario, sample and replicate.",
            "Er is geen verloop van hetzelfde scenario, dezelfde wereld en dezelfde herhaling.",
        );
        return format!("{}\n", none.of(lang));
    }
    let parted = found.iter().filter(|course| course.outcome != Outcome::Same).count();
    if parted == 0 {
        let said = text!("No difference in {all} courses.", "Geen verschil in {all} verlopen.");
        return format!("{}\n", said.of(lang));
    }
    let said = text!("{parted} of {all} courses part.", "{parted} van {all} verlopen gaan uit elkaar.");
    let mut out = format!("{}\n", said.of(lang));
    let mut parting: Vec<&Course> = found.iter().filter(|course| course.week().is_some()).collect();
    // Stable: of equals the first sample.
    parting.sort_by_key(|course| course.week());
    if let Some(first) = parting.first() {
        let said = first_place(first, &wanted[first.pairing].name);
        let _ = writeln!(out, "\n{}", visible(said.of(lang)));
    }
    for (place, pairing) in wanted.iter().enumerate().filter(|_| wanted.len() > 1) {
        let of = |course: &&Course| course.pairing == place;
        let (all, parted) = (found.iter().filter(of).count(), parting.iter().filter(|c| c.pairing == place).count());
        let name = &pairing.name;
        let line = text!("{name}: {parted} of {all} courses part", "{name}: {parted} van {all} gaan uit elkaar");
        let _ = writeln!(out, "{}", visible(line.of(lang)));
    }
    for side in [0, 1] {
        let altered: Vec<&Course> = found.iter().filter(|course| course.is_altered(side)).collect();
        if let Some(first) = altered.first() {
            let said = altered_text(side, altered.len(), first, &wanted[first.pairing].name);
            let _ = writeln!(out, "{}", visible(said.of(lang)));
        }
    }
    out
}

const SIDES: [&str; 2] = ["A", "B"];

/// Sample, replicate, scenario; week, and what happened in one of the two alone.
fn first_place(course: &Course, name: &str) -> Text {
    let Outcome::Parts(parting) = &course.outcome else { return Text::default() };
    let (sample, replicate) = (course.draw.sample, course.draw.replicate);
    let at = text!(
        "First: {name}, sample {sample}, replicate {replicate}",
        "Eerst: {name}, wereld {sample}, herhaling {replicate}"
    );
    let at = &at;
    if let Some((resident, of)) = parting.lone_resident {
        let (who, side) = (shown(resident), SIDES[of]);
        return text!(
            "{at}, before anything happens: resident {who} lives in {side} alone. They are other people.",
            "{at}, voordat er iets gebeurt: inwoner {who} woont alleen in {side}. Het zijn andere mensen.";
            at
        );
    }
    let event = parting.event.map(|lone| {
        let (week, what) = (lone.event.at.week().0, event_text(lone.event.what));
        let (household, resident) = (shown(lone.event.household), shown(lone.event.resident));
        let (here, there) = (SIDES[lone.of], SIDES[1 - lone.of]);
        let what = &what;
        text!(
            "week {week}, household {household}, resident {resident}: {what}; this happens in {here} and not in \
             {there}",
            "week {week}, huishouden {household}, inwoner {resident}: {what}; dit gebeurt in {here} en niet in {there}";
            what
        )
    });
    let sum = parting.sum.map(|sum| {
        let (week, series) = (sum.week.0, &catalogue::series()[sum.series]);
        let (key, group) = (&series.indicator, &series.group);
        let [en, nl] = [Lang::En, Lang::Nl].map(|lang| unit_name(lang, series.unit));
        let (unit, [a, b]) = (&Text::fixed(en, nl), sum.sums.map(value));
        text!(
            "week {week}, {key} ({group}): {a} in A and {b} in B ({unit})",
            "week {week}, {key} ({group}): {a} in A en {b} in B ({unit})";
            unit
        )
    });
    match (&sum, &event) {
        (Some(sum), Some(event)) => text!(
            "{at}, {sum}. The first event that differs: {event}.",
            "{at}, {sum}. De eerste gebeurtenis die verschilt: {event}.";
            at, sum, event
        ),
        (Some(sum), None) => text!(
            "{at}, {sum}. No event differs up to the end.",
            "{at}, {sum}. Tot het eind verschilt er geen gebeurtenis.";
            at, sum
        ),
        (None, Some(event)) => text!("{at}, {event}.", "{at}, {event}."; at, event),
        (None, None) => Text::default(),
    }
}

/// An entity for people: its key, which is the same in every run.
fn shown(Key(key): Key) -> String {
    format!("{key:016x}")
}

fn value(cell: Cell) -> String {
    cell.value().map_or_else(|| "–".to_owned(), |value| value.to_string())
}

/// The record of a course is not what its scenario gives.
fn altered_text(side: usize, count: usize, first: &Course, name: &str) -> Text {
    let (side, sample, replicate) = (SIDES[side], first.draw.sample, first.draw.replicate);
    text!(
        "courses.kantel in {side} was altered: {count} courses in it are not what their scenarios give (the first: \
         {name}, sample {sample}, replicate {replicate}). kantel verify computes all of {side} anew.",
        "courses.kantel in {side} is veranderd: {count} verlopen erin zijn niet wat hun scenario's geven (het eerste: \
         {name}, wereld {sample}, herhaling {replicate}). kantel verify rekent heel {side} opnieuw door."
    )
}

/// Where courses are the same, the files that are not.
fn text_of_files(a: &Finished, b: &Finished, lang: Lang) -> String {
    let mut out = String::new();
    for (side, folder) in SIDES.iter().zip([a, b]) {
        let changed: Vec<String> = folder.changed("").into_iter().map(|(name, _)| name.to_owned()).collect();
        if !changed.is_empty() {
            let names = named(&changed);
            let said = text!(
                "Altered since it was written, in {side}: {names}. kantel verify computes all of {side} anew.",
                "Veranderd nadat het is weggeschreven, in {side}: {names}. kantel verify rekent heel {side} opnieuw \
                 door."
            );
            let _ = writeln!(out, "{}", visible(said.of(lang)));
        }
    }
    let (ours, theirs) = (&a.manifest.outputs, &b.manifest.outputs);
    let all = ours.keys().chain(theirs.keys().filter(|name| !ours.contains_key(*name)));
    let differ: Vec<String> = all.filter(|name| ours.get(*name) != theirs.get(*name)).cloned().collect();
    if !differ.is_empty() {
        let names = named(&differ);
        let said = text!("Files that differ all the same: {names}", "Bestanden die toch verschillen: {names}");
        let _ = writeln!(out, "{}", visible(said.of(lang)));
    }
    out
}

fn named(names: &[String]) -> String {
    let some = names.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > MOST_NAMED { some + ", ..." } else { some }
}
