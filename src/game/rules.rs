//! The rules of entry: what a sheet may say, given the rounds before it.

use super::boxes::{BOXES, BoxId};
use super::events::Event;
use super::sheet::Sheet;
use crate::diagnostics::Diagnostic;
use crate::language::{Text, text};

/// Blocks that cases keep at least.
const LEAST_CASES: u8 = 4;
/// Blocks that can go to another use in a round: people have to learn other work, or to be found.
pub const MOST_MOVED: u8 = 3;
/// Blocks by which a team grows or shrinks in a round at most: vacancies take months, and people have contracts.
pub const MOST_GROWTH: u8 = 2;
/// Rounds that end with a vote of confidence: years 4 and 8.
const CONFIDENCE_ROUNDS: [u32; 2] = [2, 4];

/// What lies behind a group when it fills in a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Past<'a> {
    /// Its sheets of the earlier rounds, as they were filled in.
    pub sheets: &'a [Sheet],
    /// What happened in each round, this one too.
    pub events: &'a [Option<&'static Event>],
}

impl<'a> Past<'a> {
    /// The round that is filled in, from 1.
    pub const fn round(&self) -> u32 {
        self.sheets.len() as u32 + 1
    }

    /// What lay behind the last round.
    const fn before(&self) -> Option<(&'a Sheet, Self)> {
        let Some((last, sheets)) = self.sheets.split_last() else { return None };
        Some((last, Self { sheets, events: self.events }))
    }

    /// What is in force when the round begins.
    pub fn in_force(&self) -> Sheet {
        self.before().map_or_else(Sheet::as_now, |(last, before)| in_force(last, &before))
    }

    /// The event of a round, if there was one.
    fn event(&self, round: u32) -> Option<&'static Event> {
        *self.events.get(round.checked_sub(1)? as usize)?
    }
}

/// What of a sheet is in force: a box under the veto stays as it was, and the council's patience ends where it has no
/// confidence, or wants to see a result within a year.
pub fn in_force(sheet: &Sheet, past: &Past<'_>) -> Sheet {
    let before = past.in_force();
    let vetoed = [None, Some(BoxId::RETURN), Some(BoxId::CONTRACT), Some(BoxId::INTAKE), Some(BoxId::BLOCKS)];
    let mut sheet = *sheet;
    if let Some(of) = vetoed[usize::from(sheet.get(BoxId::VETO))] {
        sheet = sheet.with(of, before.get(of));
    }
    let no_confidence = past.sheets.last().is_some_and(|last| last.get(BoxId::CONFIDENCE) == 1);
    let round = past.round();
    let impatient = [round, round - 1].into_iter().filter_map(|r| past.event(r)).any(|event| event.ends_patience);
    if no_confidence || impatient { sheet.with(BoxId::PATIENCE, 2) } else { sheet }
}

/// What is wrong with a sheet: every mistake at once.
pub fn check(sheet: &Sheet, past: &Past<'_>) -> Vec<Diagnostic> {
    let problem = |of: BoxId, message: Text, allowed: Text| {
        let name = BOXES[of.0].title();
        Diagnostic {
            field: BOXES[of.0].key.to_owned(),
            message: text!("{name}: {message}", "{name}: {message}"; name, message),
            value: BOXES[of.0].choices[usize::from(sheet.get(of))].0.to_owned(),
            allowed,
            ..Diagnostic::default()
        }
    };
    let mut problems = Vec::new();
    let (before, all) = (past.in_force(), sheet.blocks());
    let size = all.abs_diff(before.blocks());
    if size > MOST_GROWTH {
        let (low, high) = (before.blocks().saturating_sub(MOST_GROWTH).max(8), (before.blocks() + MOST_GROWTH).min(12));
        problems.push(problem(
            BoxId::BLOCKS,
            Text::fixed("a team cannot grow or shrink that fast", "een team groeit of krimpt niet zo snel"),
            text!("{low} to {high}", "{low} tot en met {high}"),
        ));
    }
    // A veto on the size leaves fewer blocks, or more, than the sheet has divided.
    let divided = in_force(sheet, past);
    match (divided.uses(), before.uses()) {
        (Some([cases, ..]), _) if cases < LEAST_CASES => problems.push(too_few(&problem, all, Some(cases))),
        (None, _) => problems.push(too_few(&problem, all, None)),
        (Some(uses), Some(used)) => {
            let moved: u8 = uses[1..].iter().zip(&used[1..]).map(|(now, then)| now.abs_diff(*then)).sum();
            if moved > MOST_MOVED {
                problems.push(problem(
                    BoxId::OUT,
                    text!(
                        "{moved} blocks go to other work in one round",
                        "{moved} blokken krijgen in één ronde ander werk"
                    ),
                    text!("at most {MOST_MOVED}", "hoogstens {MOST_MOVED}"),
                ));
            }
        }
        (Some(_), None) => {}
    }
    if sheet.get(BoxId::VETO) > 0 && past.sheets.iter().any(|earlier| earlier.get(BoxId::VETO) > 0) {
        let message = Text::fixed("it has been used already", "dat is al gebruikt");
        problems.push(problem(BoxId::VETO, message, Text::fixed("none", "geen")));
    }
    if sheet.get(BoxId::CONFIDENCE) > 0 && !CONFIDENCE_ROUNDS.contains(&past.round()) {
        let message = Text::fixed("nobody votes in this round", "in deze ronde stemt niemand");
        problems.push(problem(BoxId::CONFIDENCE, message, Text::fixed("yes", "ja")));
    }
    let shares = past.events.iter().flatten().any(|event| event.opens_sharing);
    if sheet.get(BoxId::PAYING) > 1 && !shares {
        let message = Text::fixed("the insurer has not offered that", "dat heeft de verzekeraar niet aangeboden");
        problems.push(problem(BoxId::PAYING, message, Text::fixed("nothing, or 15 %", "niets, of 15 %")));
    }
    problems
}

/// Fewer blocks are left for cases than there must be.
fn too_few(problem: &impl Fn(BoxId, Text, Text) -> Diagnostic, all: u8, cases: Option<u8>) -> Diagnostic {
    let most = all - LEAST_CASES;
    let message = match cases {
        Some(cases) => {
            text!("only {cases} blocks are left for cases", "er blijven maar {cases} blokken over voor zaken")
        }
        None => text!("more is divided than the {all} blocks", "er is meer verdeeld dan de {all} blokken"),
    };
    problem(
        BoxId::BLOCKS,
        message,
        text!("at most {most} blocks for all other work", "hoogstens {most} blokken voor al het andere werk"),
    )
}
