//! Coordination (M12; docs/odd.md 7.23): how many professionals work in a household at once, and whether they work side
//! by side, with a lead, or with one plan. As long as nothing is planned it is what it is today, and counted alone.
//!
//! Left out: who in a team leads, what a lead may decide about others' money (M16; a constant stands in), that two
//! members of a household may have the same professional, and what people make of many of them.

pub mod around;
pub mod hours;
mod levers;
pub mod plan;
pub mod rows;
mod state;
mod together;

use crate::district::{District, Happening, Hears, Kind, Now, Phase, Room, Step};
use crate::language::Text;
use crate::observation::Indicator;

pub use levers::LEVERS;
pub use rows::Plan;
pub use state::{Around, Coordination, Households, MOST};

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("coordination", "regie"),
    steps: &[Step {
        phase: Phase::Observation,
        name: Text::fixed("professionals around households", "hulpverleners rond huishoudens"),
        what: Text::fixed(
            "how many professionals work in each household, and their hours of coordination, are added to the year's \
             sums",
            "hoeveel hulpverleners er in elk huishouden werken, en hun uren aan afstemming, worden bij de sommen van \
             het jaar geteld",
        ),
        act: |round| round.each(observe),
    }],
    occasions: &[],
    hears: &[Hears {
        kind: Kind::ServiceBegan,
        does: Text::fixed(
            "where there is one plan, debts and housing problems that anybody sees are taken on",
            "waar één plan is, worden schulden en woonproblemen opgepakt die iemand ziet",
        ),
        act: |now, d, happening| {
            if let Happening::ServiceBegan(r) = happening {
                together::service_began(now, d, r);
            }
        },
    }],
    factors: &[],
    adjusts: None,
};

/// A household with so many professionals or more is one with many of them.
const MANY: usize = 4;

/// Adds the week to the year's sums.
fn observe(now: Now<'_>, d: &mut District) {
    let all = &d.rooms.coordination.all;
    let households: i64 = all.iter().map(|n| i64::from(*n)).sum();
    let professionals: i64 = all.iter().enumerate().map(|(count, n)| count as i64 * i64::from(*n)).sum();
    let many: i64 = all.iter().skip(MANY).map(|n| i64::from(*n)).sum();
    let of_services = hours::of_services(now, d).0;
    let of_teams: i64 = d.teams.iter().map(|team| team.hours.coordination.0).sum();
    let (helped, overlapping) = (d.levels.helped, d.levels.helped_twice);
    d.counts.ratio(Indicator::PROFESSIONALS, professionals, households);
    d.counts.ratio(Indicator::MANY_PROFESSIONALS, many, households);
    d.counts.add(Indicator::HOURS_COORDINATION, of_teams);
    d.counts.add(Indicator::HOURS_COORDINATION_OTHERS, of_services);
    d.counts.ratio(Indicator::OVERLAP, overlapping, helped);
}
