//! From debts to eviction (M17; docs/odd.md 7.5): a household in rented housing whose debts nobody arranges falls
//! behind with the rent, is ordered out, and is evicted unless that is prevented. Others pay for it, and who stays in
//! the district is in a housing crisis. Left out: arrears without problem debts, eviction for other reasons (nuisance,
//! drugs), and private landlords' losses, which are in no account.

pub mod act;
pub mod road;
pub mod rows;
mod state;
pub mod steps;

use crate::calendar::Occasion;
use crate::district::{Factor, Rate, Room};
use crate::ids::EpisodeId;
use crate::language::Text;

pub use state::{Evicted, Evictions, Stage};

/// Nobody decides on it.
pub const LEVERS: &[crate::levers::Lever] = &[];

/// What the rest of the model sees of it. Candidates of arrears and verdicts are those of reports about debts, above
/// the rate of reports, as incidents are.
pub static ROOM: Room = Room {
    name: Text::fixed("evictions", "huisuitzettingen"),
    steps: &[],
    occasions: &[(Occasion::EVICTION, |now, d, entry| act::comes(now, d, EpisodeId(entry.slot)))],
    hears: &[],
    factors: &[(Rate::Onset, Factor { name: "evicted in the year before", of: road::onset })],
    adjusts: None,
};
