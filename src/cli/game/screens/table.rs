//! The table of a session at the screens: what was read for the round that is due, what the courses came to, and what
//! the trainer does. What has been played is the log; the rest is gone with the program.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Deserialize;

use super::super::folder;
use super::clock::Clock;
use crate::cancel::Cancel;
use crate::cli::Failure;
use crate::diagnostics::Diagnostic;
use crate::game::{
    BOXES, BoxId, Debrief, Event, Kit, Live, Past, Revealed, Scores, Session, Sheet, check, named_event, next_round,
    read_code,
};
use crate::language::{Lang, Text, text};

/// What the trainer does.
#[derive(Debug, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub(super) enum Act {
    /// Looks.
    See,
    /// Types the code of a group.
    Code { group: usize, code: String },
    /// Fills in a sheet by hand: the position of the choice in each box.
    Sheet { group: usize, choices: Vec<u8> },
    /// Clears what was read for a group.
    Clear { group: usize },
    /// Chooses what happens, or nothing.
    Event { key: Option<String> },
    /// Plays the round.
    Play,
    /// Takes the last round back.
    Undo,
    /// Pauses the clock, or lets it run.
    Pause,
    /// Adds a minute.
    Minute,
    /// Goes to the next phase.
    Phase,
    /// Blanks the room, or shows it again.
    Blank,
    /// Shows the standing in the room, or hides it.
    Standing,
    /// Computes the debrief.
    Debrief,
    /// Shows the debrief in the room, or hides it.
    Reveal,
    /// Asks for a page to print: `kit`, `cards` or `handout`.
    Print { page: String, group: Option<usize>, lang: String },
}

/// What is being computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// Nothing.
    Idle,
    /// The worlds of the rounds that have been played.
    Courses,
    /// The debrief: so many courses of so many.
    Debrief(u64, u64),
}

/// A session at the screens, and the courses that go on beside it.
pub(super) struct Screens {
    pub(super) table: Mutex<Table>,
    pub(super) live: Live,
    /// Stops what is being computed.
    pub(super) stop: Mutex<Cancel>,
    pub(super) threads: usize,
    /// Of what is written into the folder, and the screens' first language.
    pub(super) lang: Lang,
}

impl Screens {
    /// The table, for one at a time.
    pub(super) fn table(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a debrief came to.
pub(super) struct Told {
    pub(super) scores: Scores,
    pub(super) groups: Vec<Debrief>,
    pub(super) revealed: Revealed,
}

/// A session at the screens.
#[expect(clippy::struct_excessive_bools, reason = "each is shown or done without the others")]
pub(super) struct Table {
    pub(super) dir: PathBuf,
    pub(super) kit: Arc<Kit>,
    pub(super) session: Session,
    /// The log as it was read or written last.
    written: String,
    /// When it was written, in seconds since 1970; 0 if it was not yet.
    pub(super) saved: u64,
    /// What was read for each group.
    pub(super) read: Vec<Option<Sheet>>,
    /// What is wrong with what was typed for each group.
    pub(super) refused: Vec<Vec<Diagnostic>>,
    /// What is wrong with what was asked last.
    pub(super) problems: Vec<Diagnostic>,
    pub(super) event: Option<&'static Event>,
    pub(super) clock: Clock,
    pub(super) is_blank: bool,
    pub(super) shows_standing: bool,
    pub(super) shows_debrief: bool,
    /// Of as many worlds as have been computed.
    pub(super) scores: Option<Arc<Scores>>,
    /// Whether all worlds have been computed.
    pub(super) is_whole: bool,
    pub(super) told: Option<Arc<Told>>,
    pub(super) work: Work,
    /// Seconds that a week of a world takes a resident, as it went last.
    pub(super) pace: Option<f64>,
}

impl Table {
    /// The table of a session that was read.
    pub(super) fn new(dir: PathBuf, kit: Kit, session: Session) -> Self {
        let groups = session.groups;
        Self {
            dir,
            kit: Arc::new(kit),
            written: session.log_text(),
            session,
            saved: 0,
            read: vec![None; groups],
            refused: vec![Vec::new(); groups],
            problems: Vec::new(),
            event: None,
            clock: Clock::new(),
            is_blank: false,
            shows_standing: true,
            shows_debrief: false,
            scores: None,
            is_whole: false,
            told: None,
            work: Work::Idle,
            pace: None,
        }
    }

    /// What happened in each round, and happens in the one that is due.
    fn events(&self) -> Vec<Option<&'static Event>> {
        self.session.events().into_iter().chain([self.event]).collect()
    }

    /// What is wrong with a sheet of the round that is due.
    fn wrong(&self, group: usize, sheet: &Sheet) -> Vec<Diagnostic> {
        let (sheets, events) = (self.session.sheets(group), self.events());
        check(sheet, &Past { sheets: &sheets, events: &events })
    }

    /// The sheet of a group as it is before anything is changed.
    pub(super) fn before(&self, group: usize) -> Sheet {
        self.session.sheets(group).last().map_or_else(Sheet::as_now, next_round)
    }

    /// Takes a code of a group, or says what is wrong with it.
    pub(super) fn code(&mut self, group: usize, typed: &str) {
        if group >= self.session.groups {
            return;
        }
        let names = self.session.names();
        let problem = |message: Text| Diagnostic { message, value: typed.to_owned(), ..Diagnostic::default() };
        let found = match read_code(typed, self.session.number) {
            Err(misread) => Err(vec![misread.diagnostic(typed)]),
            Ok(entry) if Some(entry.round) != self.session.round() => {
                let round = entry.round;
                Err(vec![problem(text!("this is a code of round {round}", "dit is een code van ronde {round}"))])
            }
            Ok(entry) if entry.group != group => {
                let other = names.get(entry.group).map_or("?", String::as_str);
                Err(vec![problem(text!("this is a code of group {other}", "dit is een code van groep {other}"))])
            }
            Ok(entry) => Ok(entry.sheet),
        };
        self.take(group, found);
    }

    /// Takes a sheet that was filled in by hand.
    pub(super) fn sheet(&mut self, group: usize, choices: &[u8]) {
        if group >= self.session.groups || choices.len() != BOXES.len() {
            return;
        }
        let fill = |sheet: Sheet, (i, choice): (usize, &u8)| sheet.with(BoxId(i), *choice);
        let sheet = choices.iter().enumerate().fold(Sheet::as_now(), fill);
        self.take(group, Ok(sheet));
    }

    fn take(&mut self, group: usize, found: Result<Sheet, Vec<Diagnostic>>) {
        let found = found.and_then(|sheet| {
            let wrong = self.wrong(group, &sheet);
            if wrong.is_empty() { Ok(sheet) } else { Err(wrong) }
        });
        self.problems.clear();
        (self.read[group], self.refused[group]) = match found {
            Ok(sheet) => (Some(sheet), Vec::new()),
            Err(wrong) => (None, wrong),
        };
    }

    /// Clears what was read for a group.
    pub(super) fn clear(&mut self, group: usize) {
        if group < self.session.groups {
            (self.read[group], self.refused[group]) = (None, Vec::new());
        }
    }

    /// Chooses what happens. A sheet that was read may need another event.
    pub(super) fn choose(&mut self, key: Option<&str>) {
        self.problems.clear();
        match key.map(named_event).transpose() {
            Ok(event) => self.event = event,
            Err(unknown) => self.problems = unknown,
        }
        for group in 0..self.session.groups {
            if let Some(sheet) = self.read[group] {
                self.take(group, Ok(sheet));
            }
        }
    }

    /// Whether the round can be played: every group has been read, and nothing is computed.
    pub(super) fn is_ready(&self) -> bool {
        let reads = self.read.iter().all(Option::is_some);
        reads && self.session.round().is_some() && !matches!(self.work, Work::Courses)
    }

    /// Puts the round into the log. Whether it has been.
    pub(super) fn play(&mut self) -> bool {
        if !self.is_ready() {
            return false;
        }
        let sheets = self.read.iter().flatten().copied().collect();
        let mut next = self.session.clone();
        match next.enter(self.event, sheets) {
            Err(problems) => {
                self.problems = problems;
                false
            }
            Ok(()) => self.keep(next, None),
        }
    }

    /// Takes the last round back. Whether it has been.
    pub(super) fn undo(&mut self) -> bool {
        let mut before = self.session.clone();
        let whole = before.log_text();
        !matches!(self.work, Work::Courses) && before.undo().is_some() && self.keep(before, Some(&whole))
    }

    /// Writes the log, and goes on with what it says.
    fn keep(&mut self, next: Session, undone: Option<&str>) -> bool {
        let done = self.is_ours().and_then(|()| {
            if let Some(whole) = undone {
                folder::put(&self.dir, "undone.toml", whole)?;
            }
            folder::keep(&self.dir, &next)
        });
        match done {
            Err(Failure::Input(problems)) => self.problems = problems,
            Err(_) => self.problems = vec![Diagnostic::default()],
            Ok(()) => {
                let groups = next.groups;
                self.written = next.log_text();
                self.session = next;
                self.saved = wall();
                (self.read, self.refused) = (vec![None; groups], vec![Vec::new(); groups]);
                (self.event, self.scores, self.told) = (None, None, None);
                (self.is_whole, self.shows_debrief) = (false, false);
                self.problems.clear();
                return true;
            }
        }
        false
    }

    /// Whether the log is as this program left it: another one may have played meanwhile.
    fn is_ours(&self) -> Result<(), Failure> {
        if folder::open(&self.dir)?.log_text() == self.written {
            return Ok(());
        }
        Err(Failure::Input(vec![Diagnostic {
            file: self.dir.display().to_string(),
            message: Text::fixed(
                "another program has changed the session: start the screens again",
                "een ander programma heeft de sessie veranderd: start de schermen opnieuw",
            ),
            ..Diagnostic::default()
        }]))
    }

    /// Seconds that the next round will take, if it is known how fast it goes.
    pub(super) fn seconds(&self) -> Option<f64> {
        let weeks = f64::from(crate::game::ROUND_WEEKS) * (self.session.groups + 1) as f64;
        self.pace.map(|pace| pace * weeks * f64::from(self.samples()))
    }

    /// Worlds.
    pub(super) fn samples(&self) -> u32 {
        self.kit.base.experiment.samples
    }
}

/// Seconds since 1970.
#[expect(clippy::disallowed_methods, reason = "the command line is the ring that reads clocks")]
fn wall() -> u64 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default().as_secs()
}
