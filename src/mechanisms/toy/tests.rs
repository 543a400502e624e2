//! That a room is all that a mechanism takes.

use std::sync::Arc;

use crate::cancel::Cancel;
use crate::district::Inputs;
use crate::links::Link;
use crate::observation::{Cell, Indicator, catalogue};
use crate::scenario::{Overrides, load};
use crate::simulation::{Policy, Simulation, Unobserved};
use crate::units::Week;

/// Three years of a small district with a setting; the last year's sums.
fn year(set: &[&str]) -> (Simulation, Vec<Cell>) {
    let set = set.iter().map(|s| (*s).to_owned()).collect();
    let overrides = Overrides { residents: Some(1_000), years: Some(3), set, ..Overrides::default() };
    let scenario = load("builtin:reactive", &overrides).unwrap_or_else(|p| panic!("{p:?}")).scenario;
    let mut run = Simulation::of(&scenario, 0, 0);
    run.step_to(Week(0), &mut Unobserved, &Cancel::new());
    run.begin(Arc::new(Inputs::of(&scenario, 0, 0)), Policy::from(&scenario.organisation));
    run.step_to(Week(156), &mut Unobserved, &Cancel::new());
    let cells = run.record().years[2].clone();
    (run, cells)
}

fn asked(cells: &[Cell]) -> i64 {
    cells[catalogue::position("first_contact.asked", "all").expect("a series")].num
}

/// Neutral is absent; a reminder makes people ask through its link and no other way.
#[test]
fn a_room_is_all_that_a_mechanism_takes() {
    let (_, without) = year(&[]);
    let (_, neutral) = year(&["toy.reminders=0"]);
    assert_eq!(without, neutral);
    assert_eq!(without[Indicator::REMINDERS.place()].num, 0);
    let (_, reminded) = year(&["toy.reminders=1", "toy.strength=5"]);
    assert!(reminded[Indicator::REMINDERS.place()].num > 900, "everybody is reminded once a year");
    assert!(asked(&reminded) > asked(&without), "{} {}", asked(&reminded), asked(&without));
    let (_, mut cut) = year(&["toy.reminders=1", "toy.strength=5", "links.reminding=0"]);
    assert!(cut[Indicator::REMINDERS.place()].num > 900);
    cut[Indicator::REMINDERS.place()] = without[Indicator::REMINDERS.place()];
    assert_eq!(without, cut, "a link that is cut leaves nothing of the effect");
    assert_eq!(Link::position("reminding"), Some(Link::REMINDING.place()));
}

/// What is known of somebody goes with them: who takes the slot has not been reminded.
#[test]
fn a_side_column_forgets_with_its_occupant() {
    let (run, _) = year(&["toy.reminders=1"]);
    let mut d = run.region().districts[0].clone();
    let r = (d.residents.all().find(|r| d.rooms.toy.0.get(&d.residents, *r).is_some())).expect("somebody");
    d.residents.free(r);
    assert!(d.rooms.toy.0.get(&d.residents, r).is_none());
    assert_eq!(*d.rooms.toy.0.of_mut(&d.residents, r), 0);
}
