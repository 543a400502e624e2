//! Once a year people on social assistance are looked at, and some of them get a task.

use super::promise;
use super::rule::Rule;
use super::state::Regime;
use super::who::{has_benefit, rule};
use crate::district::{District, Now};
use crate::ids::ResidentId;
use crate::random::Process;
use crate::units::WEEKS_PER_YEAR;

/// The yearly look, where there is a rule: everybody is gone by, once in 52 weeks.
pub fn look(now: Now<'_>, d: &mut District) {
    if rule(now, Regime::Benefit) == Rule::Nothing {
        (d.rooms.reciprocity.looked, d.rooms.reciprocity.recipients) = (None, 0);
        return;
    }
    if d.rooms.reciprocity.looked.is_none_or(|week| now.week.0 - week >= WEEKS_PER_YEAR) {
        d.rooms.reciprocity.looked = Some(now.week.0);
        let recipients: Vec<ResidentId> = d.everybody().filter(|r| has_benefit(now, d, *r)).collect();
        d.rooms.reciprocity.recipients = recipients.len() as u32;
        for r in recipients {
            give(now, d, r);
        }
    }
}

/// Somebody on social assistance may get a task, which begins at a moment of the year.
fn give(now: Now<'_>, d: &mut District, r: ResidentId) {
    let share = now.inputs.params.reciprocity.task_share + now.settings.reciprocity.more_tasks;
    let (key, point) = (d.residents[r].key, now.week.0 as u64);
    let unit = |process| now.inputs.draws.unit(process, key, point);
    let runs = promise::of(d, r, Regime::Benefit).runs();
    if !runs && unit(Process::TASK_GIVEN) < share {
        let at = now.at.plus_weeks(unit(Process::TASK_BEGINS) * f64::from(WEEKS_PER_YEAR));
        promise::enter(d, r, Regime::Benefit, at);
    }
}
