//! Rules: model actors that lie inside a simulation, so that forks and snapshots keep them. Players lie outside.

use serde::{Deserialize, Serialize};

use super::view::View;
use crate::levers::{LEVERS, LeverPatch, LeverValue, Role, Timeline};

/// Somebody of the model who decides, as plain data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Rule {
    /// Does what a timeline says about the levers of the seat's role.
    Plan(Box<Timeline>),
    /// Sets a lever when a registered figure of the last year passes a value.
    When(Trigger),
}

/// When a rule acts, and what it does then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trigger {
    /// The week of the year in which it looks.
    pub week_of_year: i32,
    /// The registered figure that it looks at, of the last year that has ended.
    pub indicator: String,
    /// The figure's group; `all` for everybody.
    pub group: String,
    /// What the figure has to pass.
    pub threshold: f64,
    /// Whether it acts above the threshold; else below.
    pub above: bool,
    /// Position of the lever in [`LEVERS`].
    pub lever: usize,
    /// What it is set to.
    pub value: LeverValue,
}

impl Rule {
    /// What changes from the week of a view on; empty if nothing does. A figure that is not registered, or not there
    /// yet, moves nobody.
    pub fn decide(&self, view: &View<'_>) -> LeverPatch {
        match self {
            Self::Plan(timeline) => {
                let mine = timeline.schedules.iter().filter(|s| LEVERS[s.lever].meta.role == view.role());
                let due = mine.filter_map(|s| s.value_at(view.week()).map(|value| (s.lever, value)));
                due.filter(|(lever, value)| view.lever(*lever) != Some(*value)).collect()
            }
            Self::When(trigger) => {
                let acts = view.week().of_year() == trigger.week_of_year
                    && view.last_year(&trigger.indicator, &trigger.group).is_ok_and(|seen| {
                        if trigger.above { seen > trigger.threshold } else { seen < trigger.threshold }
                    })
                    && view.lever(trigger.lever) != Some(trigger.value);
                if acts { vec![(trigger.lever, trigger.value)] } else { Vec::new() }
            }
        }
    }
}

/// A rule in a seat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seated {
    /// District, by its position in the region.
    pub district: usize,
    /// What it decides on.
    pub role: Role,
    /// What it does.
    pub rule: Rule,
}
