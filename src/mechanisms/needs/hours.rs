//! Help takes effect by its hours (docs/odd.md 7.2): a case that is open without an hour spent on it helps little.

use crate::district::{District, Now, Reading, WorkClock};
use crate::entities::{Helper, Product, Severity};
use crate::ids::{EpisodeId, ResidentId};
use crate::links::Link;
use crate::mechanisms::own_strength::fewer;

/// What hours make of each kind of help: 1 at full hours. Thin help helps less: the hours of a case that the team can
/// give now and by its norm, those of a service that it gives of what it would give without informal care. Informal
/// care is counted by its own strength.
pub fn by_hours(now: Now<'_>, d: &District, e: EpisodeId, reading: Reading) -> [f64; 3] {
    let p = &now.inputs.params;
    let link = now.settings.link(Link::HOURS_EFFECT);
    if p.needs.help_hours <= 0.0 || (link <= 0.0 && reading == Reading::Now) {
        return [1.0; 3];
    }
    let full = now.inputs.tables.full_hours;
    // More than the standard helps more: the bound is at full pace.
    if reading != Reading::Now {
        return [full.max(1.0), 1.0, 1.0];
    }
    let of = |share: f64| if share < 1.0 { libm::pow(share, p.needs.help_hours) } else { 1.0 };
    let through = |effect: f64| 1.0 + (effect - 1.0) * link;
    let episode = &d.episodes[e];
    let teams = episode.helping[Helper::Team as usize];
    let pace = if teams == 0 { 1.0 } else { pace_of(d, episode.resident, teams.trailing_zeros() as usize) };
    let service = if episode.helping[Helper::SecondLine as usize] == 0 {
        1.0
    } else {
        // The practice nurse gives what was agreed.
        let product = Product::ALL.get(usize::from(episode.strongest));
        product.map_or(1.0, |product| given(d, episode.resident, *product, p.needs.help_relieved))
    };
    [through(full * of(pace)), through(of(service)), 1.0]
}

/// The pace of the work clock that a resident's case with a team runs on this week, as a share of full pace, times what
/// a case gets of its usual hours.
fn pace_of(d: &District, r: ResidentId, team: usize) -> f64 {
    let Some(case) = d.case_with(d.household_of(r), team) else { return 1.0 };
    let clock = &d.teams[team].clocks[usize::from(d.cases[case].severity != Severity::Crisis)];
    clock.pace as f64 / WorkClock::FULL as f64 * d.teams[team].crew.given
}

/// What a service of a resident gives of its full hours; what informal care replaces counts by its own effect.
fn given(d: &District, r: ResidentId, product: Product, relieved: f64) -> f64 {
    let held = d.entitlements_of(r).find(|x| d.entitlements[*x].product == product);
    let share = held.map_or(1.0, |x| f64::from(d.entitlements[x].given) / 255.0);
    // What nobody gives counts for nothing.
    (share + relieved * (1.0 - share)) * held.map_or(1.0, |x| fewer::share(d, x))
}
