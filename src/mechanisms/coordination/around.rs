//! Who begins and who ceases to work in a household: cases of teams, and services.

use crate::district::District;
use crate::entities::{CaseState, Product, ProductGroup};
use crate::ids::{CaseId, HouseholdId, ResidentId};

/// A case of a team opens in a household.
pub fn case_opens(d: &mut District, h: HouseholdId, team: u8) {
    d.rooms.coordination.change(h, |around| around.teams |= 1 << team);
}

/// An open case ends.
pub fn case_ends(d: &mut District, c: CaseId) {
    let h = d.cases[c].household;
    let teams = teams_of(d, h, Some(c));
    d.rooms.coordination.change(h, |around| around.teams = teams);
}

/// The teams with an open case in a household, one bit each, but for one of the cases.
pub fn teams_of(d: &District, h: HouseholdId, but: Option<CaseId>) -> u8 {
    let open = d.cases_of(h).filter(|c| Some(*c) != but && d.cases[*c].state == CaseState::Open);
    open.fold(0, |bits, c| bits | 1 << d.cases[c].team)
}

/// The teams of a district have become others.
pub fn teams_changed(d: &mut District) {
    for h in d.households.all() {
        let teams = teams_of(d, h, None);
        if d.rooms.coordination.of(h).teams != teams {
            d.rooms.coordination.change(h, |around| around.teams = teams);
        }
    }
}

/// Whether who gives a product is one of the professionals around a household: help at home (housework, aids,
/// transport) is none that others would talk with.
pub const fn is_professional(product: Product) -> bool {
    matches!(product.group(), ProductGroup::SecondLine)
}

/// A service begins for somebody.
pub fn service_begins(d: &mut District, r: ResidentId, product: Product) {
    if is_professional(product) {
        let h = d.household_of(r);
        d.rooms.coordination.change(h, |around| around.services = around.services.saturating_add(1));
    }
}

/// A service ends for somebody.
pub fn service_ends(d: &mut District, r: ResidentId, product: Product) {
    if is_professional(product) {
        let h = d.household_of(r);
        d.rooms.coordination.change(h, |around| around.services = around.services.saturating_sub(1));
    }
}
