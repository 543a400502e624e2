//! `kantel game`: a training session by script: its folder, rounds, codes, debrief, and whether it is worth playing.

mod balance;
mod folder;
mod running;
#[cfg(feature = "serve")]
mod screens;
mod told;

use std::fs;
use std::path::Path;

use super::args::{GameAction, GameArgs};
use super::tongue::{spoken, written};
use super::{Failure, emit};
use crate::diagnostics::{Diagnostic, of_system};
use crate::game::{self, Event, Kit, Session, Sheet, read_sheets};
use crate::language::{Text, text};
use crate::scenario::write_merged;
use running::{dir, scores, size, undone};

/// Does what is asked with a session.
///
/// # Errors
/// [`Failure::Input`] with every mistake in options, files and codes, nothing being played then; if the disk or threads
/// fail; if it is interrupted.
pub(super) fn game(args: &GameArgs) -> Result<(), Failure> {
    fitting(args)?;
    match args.action {
        GameAction::New => begin(args),
        GameAction::Play => play(args),
        #[cfg(feature = "serve")]
        GameAction::Serve => screens::serve(args),
        GameAction::Code => codes(args),
        GameAction::Undo => undo(args),
        GameAction::Debrief => debrief(args),
        GameAction::Export => export(args),
        GameAction::Balance => balance::balance(args),
    }
}

/// Refuses options of other actions, and the lack of those that one needs: all at once.
fn fitting(args: &GameArgs) -> Result<(), Failure> {
    use GameAction::{Balance, Code, Export, New, Play};
    let a = args;
    let given = [
        ("--out", a.out.is_some(), &[New, Export] as &[GameAction]),
        ("--groups", a.groups.is_some(), &[New]),
        ("--number", a.number.is_some(), &[New]),
        ("--residents", a.residents.is_some(), &[New, Balance]),
        ("--samples", a.samples.is_some(), &[New, Balance]),
        ("--seed", a.seed.is_some(), &[New, Balance]),
        ("--code", !a.code.is_empty(), &[Play]),
        ("--sheets", a.sheets.is_some(), &[Play, Code]),
        ("--event", a.event.is_some(), &[Play, Code]),
        ("--group", a.group.is_some(), &[Export]),
        ("--random", a.random.is_some(), &[Balance]),
        ("--events", a.events, &[Balance]),
        #[cfg(feature = "serve")]
        ("--port", a.port.is_some(), &[GameAction::Serve]),
    ];
    let problem = |field: &str, message: Text, allowed: Text| Diagnostic {
        file: field.to_owned(),
        message,
        allowed,
        ..Diagnostic::default()
    };
    let name = told::action(a.action);
    let strange = given.iter().filter(|(_, is_given, of)| *is_given && !of.contains(&a.action));
    let mut problems: Vec<Diagnostic> = strange
        .map(|(option, _, of)| {
            let of: Vec<&str> = of.iter().map(|action| told::action(*action)).collect();
            let of = of.join(", ");
            problem(
                option,
                text!("says nothing to game {name}", "zegt niets bij game {name}"),
                text!("with {of}", "bij {of}"),
            )
        })
        .collect();
    let wants_dir = !matches!(a.action, New | Balance);
    if wants_dir != a.dir.is_some() {
        problems.push(if wants_dir {
            let allowed = text!("kantel game {name} DIR", "kantel game {name} MAP");
            problem("DIR", Text::fixed("which session?", "welke sessie?"), allowed)
        } else {
            let allowed = Text::fixed("--out DIR to begin a session", "--out MAP om een sessie te beginnen");
            problem("DIR", text!("game {name} takes no folder here", "game {name} neemt hier geen map"), allowed)
        });
    }
    let lacks = |option: &str| problem(option, Text::fixed("is missing", "ontbreekt"), Text::default());
    match a.action {
        New if a.out.is_none() => problems.push(lacks("--out")),
        Code if a.sheets.is_none() => problems.push(lacks("--sheets")),
        Export if a.group.is_none() => problems.push(lacks("--group")),
        Play if a.sheets.is_some() && !a.code.is_empty() => problems.push(problem(
            "--sheets",
            Text::fixed("codes say the same already", "codes zeggen dit al"),
            Text::fixed("--sheets or --code", "--sheets of --code"),
        )),
        Play if a.event.is_some() && a.sheets.is_none() && a.code.is_empty() => problems.push(problem(
            "--event",
            Text::fixed("happens when a round is played", "gebeurt als er een ronde gespeeld wordt"),
            Text::fixed("with --code or --sheets", "met --code of --sheets"),
        )),
        _ => {}
    }
    if problems.is_empty() { Ok(()) } else { Err(Failure::Input(problems)) }
}

fn begin(args: &GameArgs) -> Result<(), Failure> {
    let lang = spoken(args.lang);
    let number = args.number.unwrap_or_else(by_the_clock);
    let groups = args.groups.unwrap_or(4) as usize;
    let session = Session::new(number, groups, size(args)).map_err(Failure::Input)?;
    let kit = Kit::new(&session.size).map_err(Failure::Input)?;
    let out = args.out.as_deref().unwrap_or_else(|| Path::new("session"));
    folder::make(out, &session)?;
    let scores = scores(args, &kit, &Session { played: first_round(&session), ..session.clone() })?;
    let lang_of_kit = written(args.lang);
    folder::put(out, "kit.html", &game::kit_page(&session, &scores, lang_of_kit))?;
    emit(&told::begun(&session, &out.display().to_string(), lang))
}

/// A round in which nobody changes anything: its courses hold the year before it, which is on the first cards.
fn first_round(session: &Session) -> Vec<game::Played> {
    vec![game::Played { event: None, sheets: vec![Sheet::as_now(); session.groups] }]
}

/// A number for a session that other sessions will hardly have.
#[expect(clippy::disallowed_methods, reason = "the command line is the ring that reads clocks")]
fn by_the_clock() -> u32 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    (since.as_secs() % 1_048_576) as u32
}

fn play(args: &GameArgs) -> Result<(), Failure> {
    let (lang, dir) = (spoken(args.lang), dir(args));
    let mut session = folder::open(dir)?;
    let kit = Kit::new(&session.size).map_err(Failure::Input)?;
    let is_new = args.sheets.is_some() || !args.code.is_empty();
    if is_new {
        let (event, sheets) = filled_in(args, &session)?;
        session.enter(event, sheets).map_err(Failure::Input)?;
        // From here on the round has been played: what follows can be computed again.
        folder::keep(dir, &session)?;
    }
    if session.played.is_empty() {
        return emit(&told::due(&session, lang));
    }
    let scores = scores(args, &kit, &session)?;
    if let Some(round) = session.round() {
        let page = game::cards_page(&session, &scores, written(args.lang));
        folder::put(dir, &format!("cards-{round}.html"), &page)?;
    }
    emit(&told::round(&session, &scores, lang))
}

/// What is filled in for the round that is due, and what happens in it.
fn filled_in(args: &GameArgs, session: &Session) -> Result<(Option<&'static Event>, Vec<Sheet>), Failure> {
    let mut problems = Vec::new();
    let event = match args.event.as_deref().map(game::named_event) {
        None => None,
        Some(Ok(event)) => Some(event),
        Some(Err(unknown)) => {
            problems.extend(unknown.into_iter().map(|p| Diagnostic { file: "--event".to_owned(), ..p }));
            None
        }
    };
    let read = match &args.sheets {
        None => session.read(&args.code),
        Some(file) => {
            let name = file.display().to_string();
            fs::read_to_string(file)
                .map_err(|error| vec![unreadable(&name, &error)])
                .and_then(|content| read_sheets(&name, &content, &session.last()))
        }
    };
    match read {
        Ok(sheets) if problems.is_empty() => Ok((event, sheets)),
        Ok(_) => Err(Failure::Input(problems)),
        Err(more) => {
            problems.extend(more);
            Err(Failure::Input(problems))
        }
    }
}

/// A file that cannot be read.
fn unreadable(name: &str, error: &std::io::Error) -> Diagnostic {
    Diagnostic {
        file: name.to_owned(),
        message: of_system(error),
        surroundings: error.kind() != std::io::ErrorKind::NotFound,
        ..Diagnostic::default()
    }
}

fn codes(args: &GameArgs) -> Result<(), Failure> {
    let session = folder::open(dir(args))?;
    let (event, sheets) = filled_in(args, &session)?;
    session.clone().enter(event, sheets.clone()).map_err(Failure::Input)?;
    let coded = sheets.iter().enumerate().filter_map(|(group, sheet)| session.code(group, sheet));
    emit(&coded.map(|code| code + "\n").collect::<String>())
}

fn undo(args: &GameArgs) -> Result<(), Failure> {
    let (lang, dir) = (spoken(args.lang), dir(args));
    let mut session = folder::open(dir)?;
    let whole = session.log_text();
    if session.undo().is_none() {
        return Err(Failure::Input(vec![Diagnostic {
            file: dir.display().to_string(),
            message: Text::fixed("no round has been played", "er is nog geen ronde gespeeld"),
            ..Diagnostic::default()
        }]));
    }
    folder::put(dir, "undone.toml", &whole)?;
    folder::keep(dir, &session)?;
    emit(&told::due(&session, lang))
}

fn debrief(args: &GameArgs) -> Result<(), Failure> {
    let (lang, dir) = (spoken(args.lang), dir(args));
    let session = folder::open(dir)?;
    if session.played.is_empty() {
        return emit(&told::due(&session, lang));
    }
    let kit = Kit::new(&session.size).map_err(Failure::Input)?;
    let scores = undone(args, &kit, &session)?;
    emit(&told::debriefed(&session, &scores, lang))
}

fn export(args: &GameArgs) -> Result<(), Failure> {
    let lang = spoken(args.lang);
    let session = folder::open(dir(args))?;
    let kit = Kit::new(&session.size).map_err(Failure::Input)?;
    let wanted = args.group.as_deref().unwrap_or_default();
    let names = session.names();
    let Some(group) = names.iter().position(|name| name.eq_ignore_ascii_case(wanted)) else {
        let known: Vec<&str> = names.iter().map(String::as_str).collect();
        return Err(Failure::Input(vec![Diagnostic {
            file: "--group".to_owned(),
            message: Text::fixed("there is no such group", "deze groep is er niet"),
            value: wanted.to_owned(),
            allowed: Text::one_of(&known),
            ..Diagnostic::default()
        }]));
    };
    let content = write_merged(&session.scenario(&kit, Some(group)).map_err(Failure::Input)?);
    match &args.out {
        None => emit(&content),
        Some(file) => {
            folder::create(file, &content)?;
            let shown = file.display().to_string();
            emit(text!("{shown}\nRun it: kantel run {shown}\n", "{shown}\nDraaien: kantel run {shown}\n").of(lang))
        }
    }
}
