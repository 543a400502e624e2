//! One course as microdata: a row for each need, case, entitlement and visit that ended between week 0 and the horizon,
//! or is open at it.
//!
//! The course runs again and is watched; nothing of it changes by that. Rows have the keys of what they are about,
//! which are pure functions of the draws: what is the same in two scenarios has the same key in both.

mod columns;
mod notes;
mod thing;

use std::borrow::Cow;

use super::plan::Draw;
use super::simulator::{begun, horizon, made};
use crate::cancel::Cancel;
use crate::plan::Scenario;
use crate::simulation::{Progress, Unobserved};
use crate::units::Week;

pub use columns::{Column, Told};
use notes::Notes;
pub use thing::{End, Table, Thing};

/// Runs a scenario from its base's burn-in, and notes all that there is of it. `None` if it was asked to stop.
pub fn microdata(base: &Scenario, scenario: &Scenario, draw: Draw, stop: &Cancel) -> Option<Vec<Thing>> {
    let mut start = made(base, draw, stop)?;
    if start.step_to(Week(0), &mut Unobserved, stop) != Progress::Done {
        return None;
    }
    let mut course = begun(Cow::Owned(start), scenario, draw.sample, draw.replicate);
    let mut notes = Notes::new(course.region(), scenario.context.ageing);
    (course.step_to(horizon(scenario), &mut notes, stop) == Progress::Done).then(|| notes.close())
}
