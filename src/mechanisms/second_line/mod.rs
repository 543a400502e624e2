//! The second line: entitlements from request to end, and services with their queues, terms and bills (docs/odd.md
//! 7.8).

pub mod bills;
pub mod entitlements;
mod levers;
pub mod missed;
pub mod rows;
pub mod saving;
pub mod services;
pub mod severity;

use crate::calendar::Occasion;
use crate::district::{Happening, Hears, Kind, Phase, Room, Round, Step};
use crate::ids::ResidentId;
use crate::language::Text;
use crate::mechanisms::contracting::places;
use crate::mechanisms::doors::requests;
use services::Service;

pub use levers::LEVERS;

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("second line", "tweede lijn"),
    steps: &[
        Step {
            phase: Phase::Begin,
            name: Text::fixed("year", "jaar"),
            what: Text::fixed(
                "in week 0 of a year whoever is served counts from its first day",
                "in week 0 van een jaar telt wie hulp heeft vanaf de eerste dag",
            ),
            act: begin_year,
        },
        Step {
            phase: Phase::SecondLine,
            name: Text::fixed("second line by the minute", "tweede lijn per minuut"),
            what: Text::fixed(
                "each queue replays arrivals, terms that end, reassessment and patience, and refills a freed place at \
                 once; services are paid",
                "per wachtrij: wie komt, wiens termijn eindigt, herbeoordeling, geduld; een vrije plek \
                 wordt meteen gevuld; diensten worden betaald",
            ),
            act: replay,
        },
    ],
    occasions: &[(Occasion::REGISTRATION, |now, d, entry| {
        services::registered(now, d, ResidentId(entry.slot), entry.aux);
    })],
    hears: &[
        Hears {
            kind: Kind::NeedWorsened,
            does: Text::fixed("what was asked for it becomes more urgent", "wat ervoor gevraagd is, wordt dringender"),
            act: |now, d, happening| {
                if let Happening::NeedWorsened(e) = happening {
                    entitlements::worsened(now, d, e);
                }
            },
        },
        Hears {
            kind: Kind::NeedKnown,
            does: Text::fixed(
                "a service that its person has is for it, too",
                "een dienst die iemand heeft, is er ook voor",
            ),
            act: |now, d, happening| {
                if let Happening::NeedKnown(e, _) = happening {
                    entitlements::notice(now, d, e);
                }
            },
        },
        Hears {
            kind: Kind::NeedGoesOn,
            does: Text::fixed("what was asked for it is for the new one", "wat ervoor gevraagd is, is voor de nieuwe"),
            act: |_, d, happening| {
                if let Happening::NeedGoesOn(old, e) = happening {
                    entitlements::go_on(d, old, e);
                }
            },
        },
    ],
    factors: &[],
    adjusts: None,
};

fn begin_year(round: &mut Round<'_>) {
    if round.week.of_year() == 0 {
        round.each(|now, d| {
            d.begin_year(now.week);
            requests::long_term_for_minds(now, d);
        });
    }
}

fn replay(round: &mut Round<'_>) {
    let purchased: Vec<f64> = (round.nows.iter().zip(round.contracts).enumerate())
        .map(|(i, (&now, specs))| saving::purchased(now, round.districts, specs, round.services, i))
        .collect();
    for queue in round.services.iter_mut() {
        let product = queue.product as usize;
        let municipal = queue.product.meta().account.is_municipal();
        let of = round.nows.iter().zip(round.contracts).zip(&purchased).zip(round.districts.iter());
        let contracts: Vec<Service<'_>> = of
            .map(|(((&now, specs), &part), d)| Service {
                now,
                spec: &specs[product],
                purchased: if municipal { part } else { 1.0 },
                contracted: places::in_force(d, queue.product),
                left: places::left(d, queue.product),
            })
            .collect();
        services::replay(&contracts, round.districts, queue);
        for (i, (contract, d)) in contracts.into_iter().zip(round.districts.iter_mut()).enumerate() {
            if queue.is_for[i] {
                bills::account(contract, d, queue, i);
            }
        }
    }
}
