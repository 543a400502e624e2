//! People's own networks, and what a plan does with them (M4; docs/odd.md 7.17): family group conferences, a lower
//! threshold to ask and to offer, a cap on what somebody gives who would not have been asked without that, and the
//! exception for people without a network, with how a professional tells who that is.
//!
//! Without a plan nothing is kept or drawn. Left out: what a conference does to safety and to how families feel, what
//! a family asks for in its plan, conferences without a case of the team, and friends who tire of being asked.

mod conference;
mod encouraged;
pub mod exception;
mod levers;
mod matching;
pub mod rows;
mod state;
pub mod thresholds;
mod week;

use crate::calendar::Occasion;
use crate::district::{Factor, Happening, Hears, Kind, Phase, Rate, Room, Step};
use crate::ids::EpisodeId;
use crate::language::Text;

pub use conference::{comes_due, offer};
pub use encouraged::is_encouraged;
pub use levers::LEVERS;
pub use matching::seek;
pub use state::OwnNetwork;
pub use week::{account, follow};

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("own network", "eigen netwerk"),
    steps: &[
        Step {
            phase: Phase::Plan,
            name: Text::fixed("own networks", "eigen netwerken"),
            what: Text::fixed(
                "conferences and hours of matchmakers come free, campaigns lower the threshold to ask",
                "er komen conferenties en uren voor koppelen bij, campagnes verlagen de drempel om te vragen",
            ),
            act: |round| round.each(follow),
        },
        Step {
            phase: Phase::Accounts,
            name: Text::fixed("accounts of own networks", "rekening van eigen netwerken"),
            what: Text::fixed(
                "conferences, campaigns and matchmakers are paid",
                "conferenties, campagnes en koppelaars worden betaald",
            ),
            act: |round| round.each(account),
        },
    ],
    occasions: &[(Occasion::CONFERENCE, |now, d, entry| comes_due(now, d, EpisodeId(entry.slot)))],
    hears: &[
        Hears {
            kind: Kind::NeedBegan,
            does: Text::fixed(
                "matchmakers look for somebody where nobody cares",
                "koppelaars zoeken iemand als niemand mantelzorg geeft",
            ),
            act: |now, d, happening| {
                if let Happening::NeedBegan(e, _) = happening {
                    seek(now, d, e);
                }
            },
        },
        Hears {
            kind: Kind::NeedWorsened,
            does: Text::fixed(
                "matchmakers look for somebody where nobody cares; what worsens unseen behind a helper is counted",
                "koppelaars zoeken iemand als niemand mantelzorg geeft; wat ongezien verergert achter een helper, telt \
                 mee",
            ),
            act: |now, d, happening| {
                if let Happening::NeedWorsened(e) = happening {
                    encouraged::worsened(d, e);
                    seek(now, d, e);
                }
            },
        },
        Hears {
            kind: Kind::CaseBegan,
            does: Text::fixed("a family group conference may be offered", "een eigen-krachtconferentie kan volgen"),
            act: |now, d, happening| {
                if let Happening::CaseBegan(e, case) = happening {
                    offer(now, d, e, case);
                }
            },
        },
    ],
    factors: &[(Rate::Asking, Factor { name: "a helper who was encouraged copes", of: encouraged::asking })],
    adjusts: None,
};
