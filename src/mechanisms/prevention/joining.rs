//! Candidates of coming to a facility, as a visitor or as a volunteer: they are entered only where something is open.

use crate::calendar::{Entry, Occasion};
use crate::district::{District, Now, occasion_of};
use crate::entities::Resident;
use crate::ids::ResidentId;
use crate::random::{CellKey, Process, at_least};
use crate::units::Minute;

/// Enters the candidates of a resident's block of years.
pub fn enter(now: Now<'_>, d: &mut District, r: ResidentId, start: Minute) {
    enter_above(now, d, r, start, 0.0);
}

fn enter_above(now: Now<'_>, d: &mut District, r: ResidentId, start: Minute, from: f32) {
    let to = d.rooms.prevention.entered;
    if to <= from {
        return;
    }
    let Resident { key, generation, .. } = d.residents[r];
    let cell = CellKey { process: Process::FACILITY_JOINING, entity: key, occasion: occasion_of(start) };
    let minutes = now.at.0 - start.0..i32::MAX;
    now.inputs.tables.blocks.usual.points_in(now.inputs.draws, cell, from..to, minutes, |p| {
        let (at, what) = (Minute(start.0 + p.minute), Occasion::FACILITY_JOINING);
        d.calendar.add(Entry { at, tie: p.height.to_bits(), slot: r.0, generation, what, aux: 0 });
    });
}

/// Enters further candidates for everybody when the chances of the week outgrow those entered.
pub fn raise(now: Now<'_>, d: &mut District) {
    let highest = d.rooms.prevention.places.iter().map(|place| place.joining + place.recruiting).fold(0.0, f64::max);
    let before = d.rooms.prevention.entered;
    if highest * now.inputs.slack <= f64::from(before) {
        return;
    }
    d.rooms.prevention.entered = at_least(highest * 2.0 * now.inputs.slack);
    let everybody: Vec<ResidentId> = d.everybody().collect();
    for r in everybody {
        let start = now.inputs.block_start(d.residents[r].key, now.at);
        enter_above(now, d, r, start, before);
    }
}
