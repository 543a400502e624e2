//! Strategies that play by themselves, to see whether the game is worth playing.

use super::boxes::{BOXES, BoxId};
use super::sheet::Sheet;
use crate::random::assumption;
use crate::simulation::View;

/// Somebody who plays by a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strategy {
    /// Fills in anything, by a number.
    Random(u32),
    /// Goes for one thing from the first round on, by its place in [`PURE`].
    Pure(usize),
    /// Goes for several things at once, by its place in [`MIXED`].
    Mixed(usize),
    /// Answers what is registered, by its place in [`REACTING`].
    Reacting(usize),
}

/// Choices in boxes.
type Choices = &'static [(BoxId, u8)];

/// What goes for one thing: its key, and what it fills in.
pub const PURE: [(&str, Choices); 5] = [
    ("going_out", &[(BoxId::BLOCKS, 4), (BoxId::OUT, 4), (BoxId::PROTECTED, 1), (BoxId::REFERRAL, 1)]),
    ("neighbourhood", &[(BoxId::DISTRICT, 3), (BoxId::PROTECTED, 1), (BoxId::INITIATIVE, 1), (BoxId::POTS, 1)]),
    (
        "substitution",
        &[
            (BoxId::BLOCKS, 4),
            (BoxId::OWN, 2),
            (BoxId::SCALING, 2),
            (BoxId::SECONDED, 3),
            (BoxId::REFERRAL, 1),
            (BoxId::PAYING, 2),
        ],
    ),
    ("thrift", &[(BoxId::BLOCKS, 0), (BoxId::CONTRACT, 2), (BoxId::SCALING, 2), (BoxId::INTAKE, 2)]),
    (
        "staying_and_learning",
        &[(BoxId::AFTERCARE, 2), (BoxId::LEARNING, 1), (BoxId::OWN, 1), (BoxId::INITIATIVE, 2), (BoxId::SCALING, 1)],
    ),
];

/// What goes for several things at once, that none of the pure ones has together.
pub const MIXED: [(&str, Choices); 4] = [
    ("reviews_and_room", &[(BoxId::SCALING, 1), (BoxId::BLOCKS, 4)]),
    ("reviews_and_table", &[(BoxId::SCALING, 1), (BoxId::INITIATIVE, 1), (BoxId::BLOCKS, 4)]),
    ("reviews_and_neighbours", &[(BoxId::SCALING, 1), (BoxId::INITIATIVE, 2), (BoxId::BLOCKS, 4)]),
    ("reviews_and_going_out", &[(BoxId::SCALING, 2), (BoxId::OUT, 1), (BoxId::BLOCKS, 4), (BoxId::PROTECTED, 1)]),
];

/// What answers figures: its key.
pub const REACTING: [&str; 3] = ["waits", "purse", "both"];

impl Strategy {
    /// Its name.
    pub fn key(self) -> String {
        match self {
            Self::Random(number) => format!("random_{}", number + 1),
            Self::Pure(place) => PURE[place].0.to_owned(),
            Self::Mixed(place) => MIXED[place].0.to_owned(),
            Self::Reacting(place) => REACTING[place].to_owned(),
        }
    }

    /// What it would fill in, whatever the rules of entry allow of it.
    pub(super) fn wants(self, before: &Sheet, round: u32, view: &View<'_>) -> Sheet {
        match self {
            Self::Random(number) => random(number, round),
            Self::Pure(place) => filled(before, PURE[place].1),
            Self::Mixed(place) => filled(before, MIXED[place].1),
            Self::Reacting(place) => reacting(place, before, view),
        }
    }
}

/// A sheet with other choices in some boxes.
fn filled(before: &Sheet, choices: Choices) -> Sheet {
    choices.iter().fold(*before, |sheet, (of, choice)| sheet.with(*of, *choice))
}

/// Any choice in any box, the same in every world: a group does not know which one it is in. Every second one fills in
/// once and keeps to it.
fn random(number: u32, round: u32) -> Sheet {
    let turn = if number.is_multiple_of(2) { round } else { 0 };
    (0..BOXES.len()).fold(Sheet::as_now(), |sheet, i| {
        let of = &BOXES[i];
        let quantile = assumption(u64::from(number), turn, of.key);
        sheet.with(BoxId(i), (quantile * of.choices.len() as f64) as u8)
    })
}

/// More people at the desk where people wait, more outside where nobody does; less of what costs where money runs out,
/// and what keeps people well where it does not; or both.
fn reacting(place: usize, before: &Sheet, view: &View<'_>) -> Sheet {
    let last = |indicator: &str| view.last_year(indicator, "all").unwrap_or(0.0);
    let mut sheet = *before;
    if place != 1 {
        let waits = last("team.wait_weeks") > 3.0;
        let (out, district) = (sheet.get(BoxId::OUT), sheet.get(BoxId::DISTRICT));
        sheet = if waits {
            sheet.with(BoxId::OUT, out.saturating_sub(1)).with(BoxId::DISTRICT, district.saturating_sub(1))
        } else {
            sheet.with(BoxId::OUT, out + 1).with(BoxId::PROTECTED, 1)
        };
    }
    if place != 0 {
        let spent = view.years("euros.municipality", "all").unwrap_or_default();
        let before = spent.len().checked_sub(2).and_then(|year| spent.get(year));
        let rises = before.zip(spent.last()).is_some_and(|(before, last)| *last > before * 1.01);
        sheet = if rises {
            sheet.with(BoxId::SCALING, 2).with(BoxId::INTAKE, 1)
        } else {
            sheet.with(BoxId::SCALING, 1).with(BoxId::INTAKE, 0).with(BoxId::INITIATIVE, 1)
        };
    }
    sheet
}
